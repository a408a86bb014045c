import { describe, expect, it } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import { diff } from '../../src/archive/diff.ts'
import { table } from '../../src/archive/table.ts'
import { day } from '../../src/kernel/day.ts'
import type { EventRow } from '../../src/protection/archive/views.ts'
import { protection } from '../../src/protection/index.ts'
import { archived } from '../archive/tables.ts'
import { asker } from './asking.ts'

// UCDP's events as later versions and other doors give them: other columns, a row of tags, a spreadsheet's days, candidates of a year
// that is not done. SIMULATED: no event of these happened.

const HEAD =
  `id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob`.split(
    ',',
  )
/** Versions before 19.1 knew fewer columns, in another order. */
const OLD =
  `id,year,active_year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a_new_id,gwnoa,side_a,side_b_new_id,gwnob,side_b,number_of_sources,source_article,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,low,best,high`.split(
    ',',
  )
interface Event {
  readonly id: number
  readonly on: string
  readonly area: string
  readonly best: number
  readonly latitude?: string
  readonly longitude?: string
  readonly status?: string
}
const cells = (e: Event): Readonly<Record<string, string>> => ({
  ...{
    id: String(e.id),
    year: /\d{4}/.exec(e.on)![0],
    active_year: '1',
    code_status: e.status ?? 'Clear',
    type_of_violence: '3',
    adm_1: e.area,
  },
  ...{ country: 'Central African Republic', country_id: '482', date_prec: '1', date_start: e.on, date_end: e.on },
  ...{ deaths_a: '0', deaths_b: '0', deaths_civilians: String(e.best), deaths_unknown: '0' },
  ...{ best: String(e.best), low: String(e.best), high: String(e.best), latitude: e.latitude ?? '5.4', longitude: e.longitude ?? '21.5' },
})
const text = (head: readonly string[], events: readonly Event[], between = ''): string =>
  `${head.join(',')}\n${between}${events.map(e => head.map(h => cells(e)[h] ?? '').join(',')).join('\n')}\n`
const YEAR = Array.from(
  { length: 6 },
  (_, i): Event => ({ id: i + 1, on: `2014-0${i + 1}-11`, area: i % 2 ? 'Ouham-Pendé province' : 'Ouham Pende', best: 2 }),
)
const counts = (rows: readonly EventRow[]) => rows.flatMap(r => (r.is === 'count' ? [[r.what, r.events, r.deaths] as const] : []))

describe('events by UCDP, published again', () => {
  const { record, file, keeper } = archived()
  const ask = asker(record, protection)
  const add = (dataset: string, path: string) =>
    addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset, path, today: day('2026-11-24') })

  it('an old version with fewer columns is read, and said', async () => {
    const added = await add('ucdp-ged', file(text(OLD, YEAR)))
    expect(added).toMatchObject({ is: 'added', rows: 6, notUnderstood: 0 })
    const absent = 'said' in added ? added.said.filter(s => s.says.includes('absent')) : []
    expect(absent).toHaveLength(1)
    expect(absent[0]!.says).toMatch(/^columns "relid", "code_status".* are absent$/)
  })
  it('a later version, tagged and through a spreadsheet, is matched by the events’ ids: one corrected, one lost, one new', async () => {
    const tags = `${HEAD.map((h, i) => (i % 3 === 2 ? '' : h === 'id' ? '#event+id' : h === 'best' ? '#affected+killed+best' : '#meta')).join(',')}\n`
    const later = [
      ...YEAR.slice(0, 4).map(e => ({ ...e, on: `${e.on} 00:00:00.000` })),
      { ...YEAR[4]!, on: '41770', best: 3 },
      { id: 77, on: '20/12/2015 00:00', area: 'Kémo province', best: 9, latitude: '21.5', longitude: '5.4' },
    ]
    const bytes = Buffer.from(`\ufeff${text(HEAD, [...later, later[0]!], tags).replaceAll('\n', '\r\n')}`)
    const added = await add('ucdp-ged', file(bytes))
    expect(added).toMatchObject({ is: 'added', rows: 7, notUnderstood: 0, gone: 1, repeated: 1 })
    const said = 'said' in added ? added.said.map(s => s.says) : []
    expect(said).toEqual(
      expect.arrayContaining([
        'a row of HXL tags under the headings: read as tags',
        'the same row once more: kept apart, and not summed again',
        'latitude and longitude: swapped: they fit the other way round',
        'date_start: a serial day of Excel',
      ]),
    )
    await keeper(async db => {
      const { changes } = await diff(db, (await table(db, 'ucdp-ged'))!, 1, 2, { limit: 100 })
      expect(changes.filter(c => c.what !== 'changed').map(c => [c.what, c.key])).toEqual([
        ['gone', '6'],
        ['added', '77'],
        ['added', '1'], // the same row once more
      ])
      expect(changes.flatMap(c => c.cells.filter(x => x.column === 'best').map(x => [c.key, x.before, x.after]))).toEqual([['5', '2', '3']])
    })
    expect(counts(await ask<EventRow>('events', { country: 'CAF' }, { public: true }))).toEqual([
      ['2014', 5, 11],
      ['2015', 1, null],
    ])
  })
  it('one area by month, by its p-code or any of its names; the public gets none of it', async () => {
    await add(
      'ocha-pcodes',
      file(
        'Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\nCAF,1,CF31,Ouham Pende,CAF,2015-06-15\nCAF,1,CF41,Kemo,CAF,2015-06-15\n',
      ),
    )
    const months = [
      ['2014-01', 1, 2],
      ['2014-02', 1, 2],
      ['2014-03', 1, 2],
      ['2014-04', 1, 2],
      ['2014-05', 1, 3],
    ]
    for (const area of ['CF31', 'Ouham-Pendé', 'Ouham Pende']) {
      const rows = await ask<EventRow>('events', { country: 'CAF', by: 'month', area })
      expect(counts(rows), area).toEqual(months)
      expect(rows[0]).toMatchObject({
        is: 'total',
        events: 5,
        said: expect.arrayContaining([expect.stringContaining('“Ouham-Pendé province”')]),
      })
    }
    expect(await ask('events', { country: 'CAF', by: 'month', area: 'Atlantis' })).toMatchObject([
      { is: 'none', says: expect.stringMatching(/no area/) },
    ])
    expect(await ask('events', { country: 'CAF', by: 'month', area: 'CF31' }, { public: true })).toEqual([
      { is: 'none', says: expect.stringMatching(/for cleared readers/) },
    ])
    expect(await ask('events', { country: 'CAF', area: 'CF31' }, { public: true })).toEqual([
      { is: 'none', says: expect.stringMatching(/for cleared readers/) },
    ])
  })
  it('candidates of a year that is not done are told for that year, and never among the others', async () => {
    const candidates = [1, 2, 3, 4, 5].map(n => ({
      id: 900 + n,
      on: `2024-0${n}-11`,
      area: 'Kémo province',
      best: 1,
      status: 'Check deaths',
    }))
    expect(await add('ucdp-ged-candidate', file(text(HEAD, candidates)))).toMatchObject({ is: 'added', rows: 5 })
    const all = await ask<EventRow>('events', { country: 'CAF' }, { public: true })
    expect(all[0]).toMatchObject({
      events: 6,
      said: expect.arrayContaining([expect.stringMatching(/candidate events of 2024 are on this record, and not among these/)]),
    })
    expect(JSON.stringify(await ask('events', { country: 'CAF' }, { on: '2023-12-31' }))).not.toContain('2024') // nothing of later days
    const year = await ask<EventRow>('events', { country: 'CAF', year: '2024' }, { public: true })
    expect(year[0]).toMatchObject({
      events: 5,
      deaths: 5,
      cites: { dataset: 'ucdp-ged-candidate' },
      said: [expect.stringMatching(/candidate/)],
    })
    expect(counts(await ask<EventRow>('events', { country: 'CAF', year: '2014' }))).toEqual([['2014', 5, 11]])
  })
})
