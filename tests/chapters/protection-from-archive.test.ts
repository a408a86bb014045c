import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import type { Question } from '../../src/kernel/chapter.ts'
import type { Sql } from '../../src/kernel/database/pools.ts'
import { day } from '../../src/kernel/day.ts'
import type { QuestionPage } from '../../src/paper/question-page.ts'
import type { EventRow } from '../../src/protection/archive/views.ts'
import { protection, protectionPages } from '../../src/protection/index.ts'
import { nameOf } from '../../src/record/names.ts'
import { archived } from '../archive/tables.ts'
import { DATA } from '../archive-reading/shared.ts'
import { drawn, spoken } from './asking.ts'

// Events by UCDP: a country's years for everybody; months and areas, with their p-codes, for cleared readers.

const events = protection.questions!.find(q => q.name === 'events') as Question<EventRow>
type As = <T>(ask: (db: Sql) => Promise<T>) => Promise<T>
const ask = (as: As, options: Record<string, string>, on = '2026-11-24'): Promise<readonly EventRow[]> =>
  as(db => events.rows(db, { on: day(on), options }))
const counts = (rows: readonly EventRow[]) => rows.flatMap(r => (r.is === 'count' ? [[r.what, r.events, r.deaths] as const] : []))
const ged = layoutsOf('ucdp-ged')[0]!
const pcodes = layoutsOf('ocha-pcodes')[0]!
const NAMES = ged.columns.filter(c => !c.optional).map(c => c.name)
const event = (id: number, on: string, adm1: string, best: number): Record<string, string> => ({
  ...{
    id: String(id),
    year: on.slice(0, 4),
    active_year: '1',
    type_of_violence: '3',
    country: 'Central African Republic',
    country_id: '482',
    adm_1: adm1,
  },
  ...{
    date_prec: '1',
    date_start: `${on}T00:00:00`,
    date_end: `${on}T00:00:00`,
    deaths_a: '0',
    deaths_b: '0',
    deaths_civilians: String(best),
    deaths_unknown: '0',
  },
  ...{ best: String(best), high: String(best), low: String(best), latitude: '5.4', longitude: '21.5' },
})
const ROWS = [
  ...[1, 2, 3, 4, 5, 6].map(n => event(n, `2014-0${n}-11`, n % 2 ? 'Ouham-Pendé province' : 'Ouham Pende', 2)),
  event(7, '2015-02-03', 'Kémo province', 9),
  event(8, '2015-02-04', 'Nowhere', 1),
]
const lines = (tags: boolean): string =>
  `${[NAMES, ...(tags ? [NAMES.map(n => ged.columns.find(c => c.name === n)!.hxl ?? '')] : []), ...ROWS.map(r => NAMES.map(n => r[n] ?? ''))].map(r => r.map(c => (c.includes(',') ? `"${c}"` : c)).join(',')).join('\n')}\n`

describe('a country or a year of which the table has nothing', () => {
  const kept = archived()
  const says = async (as: As, options: Record<string, string>) => (await ask(as, options)).map(r => r.is === 'none' && r.says)
  it('is told with the countries that the table has, not with its months alone', async () => {
    await kept.add(ged, kept.file(lines(false)))
    const alone =
      'No event in Mali is on this record: the table has events of Central African Republic alone, from 2014-01 to 2015-02. That does not mean that nothing happened.'
    expect(await says(kept.visitor, { country: 'MLI' })).toEqual([alone])
    expect(await says(kept.keeper, { country: 'MLI', by: 'month' })).toEqual([alone])
    expect(await says(kept.visitor, { country: 'CAF', year: '2013' })).toEqual([
      'No event in Central African Republic in 2013 is on this record: the table goes from 2014-01 to 2015-02, and has events there from 2014 to 2015. That does not mean that nothing happened.',
    ])
  })
  it('of many countries it is said how many', async () => {
    const many = ['Mali', 'Togo', 'Ghana', 'Benin', 'Niger', 'Chad'].map((country, i) => ({
      ...event(90 + i, '2014-05-01', '', 1),
      country,
    }))
    const text = [NAMES, ...many.map(r => NAMES.map(n => (r as Record<string, string>)[n] ?? ''))].map(r => r.join(',')).join('\n')
    await kept.add(ged, kept.file(`${text}\n`))
    expect(await says(kept.visitor, { country: 'CAF' })).toEqual([
      expect.stringMatching(/: the table has events of 6 countries, from \S+ to \S+, and Central African Republic is none of them\. /),
    ])
  })
})
for (const tags of [false, true])
  describe(tags ? 'a small table with the row of HXL tags' : 'a small table without tags', () => {
    const kept = archived()
    it('is counted by year for everybody; the sum of few events is not told', async () => {
      expect(await kept.add(ged, kept.file(lines(tags)))).toMatchObject({ is: 'added', rows: 8 })
      expect(counts(await ask(kept.visitor, { country: 'CAF' }))).toEqual([
        ['2014', 6, 12],
        ['2015', 2, null],
      ])
      expect(counts(await ask(kept.keeper, { country: 'CAF' }))).toEqual([
        ['2014', 6, 12],
        ['2015', 2, 10],
      ])
      // Nothing of later days leaks into the past.
      expect(counts(await ask(kept.visitor, { country: 'CAF' }, '2014-12-31'))).toEqual([['2014', 6, 12]])
    })
    it('tells the public no month and no area, in no words', async () => {
      for (const by of ['month', 'adm1', 'type']) {
        const rows = await ask(kept.visitor, { country: 'CAF', by })
        expect(rows, by).toEqual([{ is: 'none', says: expect.stringMatching(/for cleared readers/) }])
        expect(JSON.stringify(rows)).not.toMatch(/Ouham|2014-/)
      }
      expect(counts(await ask(kept.keeper, { country: 'CAF', by: 'month', year: '2014' }))[0]).toEqual(['2014-01', 1, 2])
    })
    it('puts names to p-codes, and keeps each name beside them', async () => {
      expect(counts(await ask(kept.keeper, { country: 'CAF', by: 'adm1' })).map(c => c[0])).toEqual([
        'Kémo province',
        'Nowhere',
        'Ouham Pende',
        'Ouham-Pendé province',
      ])
      await kept.add(
        pcodes,
        kept.file(`${pcodes.columns.map(c => c.name).join(',')}\nCAF,1,CF31,Ouham Pende,CAF,2015-06-15\nCAF,1,CF41,Kemo,CAF,2015-06-15\n`),
      )
      const rows = await ask(kept.keeper, { country: 'CAF', by: 'adm1' })
      expect(counts(rows)).toEqual([
        ['CF31', 6, 12],
        ['CF41', 1, 9],
        ['Nowhere', 1, 1],
      ])
      const areas = rows.filter(r => r.is === 'count')
      expect(areas[0]!.as.map(a => a.name).sort()).toEqual(['Ouham Pende', 'Ouham-Pendé province'])
      expect(areas[1]).toMatchObject({ name: 'Kemo', as: [{ name: 'Kémo province', how: expect.stringMatching(/accents/) }] })
      expect(areas[2]!.as[0]!.how).toMatch(/unknown/)
    })
    it('has a page whose chart and table hold the same numbers', async () => {
      const rows = await ask(kept.visitor, { country: 'CAF' })
      const a = {
        ...{ lang: 'en', on: day('2026-11-24'), rows, asked: { options: { country: 'CAF' } } },
        nameOf: (c: string) => c,
        actOf: (_duty: string, act: string) => act,
        to: (h: string) => h,
      } as never
      const page = protectionPages.questions.events
      const html = `${page.title(a)} ${String(page.Content(a))}`
      expect(html).toContain('8 events of organised violence')
      expect(html).toContain('withheld: fewer than 5 events')
    })
    it('and says the same in French and in Arabic; what the archive answers stays as it is', async () => {
      const page = protectionPages.questions.events
      const said = async (lang: 'fr' | 'ar', options: Readonly<Record<string, string>>) => {
        const rows = await ask(kept.visitor, options)
        return `${page.title({ lang, rows, nameOf: (code: string) => nameOf(code, lang) } as never)} ${page.lede?.({ lang } as never)} ${await drawn(page as QuestionPage, rows, options, { lang })}`
      }
      const fr = await said('fr', { country: 'CAF' }),
        ar = await said('ar', { country: 'CAF' })
      expect(fr).toContain('République centrafricaine\u202f: 8 événements de violence organisée dans ce registre, de janvier 2014 à')
      expect(fr).toContain('non montré\u202f: moins de 5 événements')
      expect(fr).toContain('instantané 1')
      expect(ar).toContain('جمهورية أفريقيا الوسطى: أحداث العنف المنظم في هذا السجل')
      for (const english of spoken(protectionPages.wordsOf('en').events)) for (const text of [fr, ar]) expect(text).not.toContain(english)
      expect(await said('fr', {})).toContain('Quel pays')
      expect(await said('fr', { country: 'Mali' })).toMatch(/<p lang="en" dir="ltr">No event in Mali/)
    })
    it('says what it was not asked rightly', async () => {
      expect(await ask(kept.visitor, {})).toMatchObject([{ is: 'none', says: expect.stringMatching(/Which country/) }])
      expect(await ask(kept.visitor, { country: 'Atlantis' })).toMatchObject([{ is: 'none', says: expect.stringMatching(/no country/) }])
      expect(await ask(kept.visitor, { country: 'Mali' })).toMatchObject([{ is: 'none', says: expect.stringMatching(/No event in Mali/) }])
      expect(await ask(kept.visitor, { country: 'CAF', by: 'village' })).toMatchObject([{ is: 'none' }])
      expect(await ask(kept.visitor, { country: 'CAF', 'as-published': '2012-01-01' })).toMatchObject([
        { is: 'none', says: expect.stringMatching(/is not on this record as published by 2012-01-01/) },
      ])
    })
  })

describe.skipIf(!DATA)('the file of the Central African Republic', () => {
  const kept = archived()
  it('adds up to what plain text tools count in it', async () => {
    await kept.add(ged, join(DATA!, 'ucdp-ged-caf/GEDEvent_v23_1_CAF.csv'))
    await kept.add(pcodes, join(DATA!, 'pcodes/pcodes-caf-cod-ssd-mli.csv'))
    const years = await ask(kept.visitor, { country: 'Central African Republic' })
    expect(years[0]).toMatchObject({ is: 'total', events: 1_458, from: '1991-08', to: '2018-12' })
    expect(counts(years).find(c => c[0] === '2014')).toEqual(['2014', 461, 3_493])
    expect(
      counts(years)
        .filter(c => c[2] === null)
        .map(c => c[0]),
    ).toEqual(['1991', '1992', '1993', '1999', '2000', '2004'])
    expect((await ask(kept.keeper, { country: 'CAF' }))[0]).toMatchObject({ events: 1_458, deaths: 12_305 })
    expect(counts(await ask(kept.keeper, { country: 'CAF', by: 'month', year: '2014' }))[0]).toEqual(['2014-01', 100, 1_016])
    const areas = await ask(kept.keeper, { country: 'CAF', by: 'adm1' })
    expect(counts(areas)).toHaveLength(18) // 17 p-codes, and 42 events of which the table names no area
    expect(counts(areas).at(-1)).toEqual([null, 42, 230])
    expect(counts(areas).find(c => c[0] === 'CF42')).toEqual(['CF42', 83, 477])
  }, 120_000)
})
