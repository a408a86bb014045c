import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Layout } from '../../src/archive/layout.ts'
import { contingentsOf } from '../../src/archive/layouts/geo-pko.ts'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import { recognise } from '../../src/archive/read/heading.ts'
import { cell, DATA, raw, type Table, tableOf } from './shared.ts'

// Every producer's file by its layout, against counts made on the raw file without our reader.

const layout = (dataset: string): Layout => layoutsOf(dataset)[0]!
const add = (dataset: string, file: string): Promise<Table> => tableOf(layout(dataset), raw(file), file)

/** Records of a text table by regular expression: quoted cells out, then lines that hold something. */
const records = (file: string, comment?: string): number =>
  new TextDecoder('windows-1252')
    .decode(raw(file))
    .replace(/"(?:[^"]|"")*"/g, 'q')
    .split(/\r?\n/)
    .filter(l => l !== '' && !(comment && l.startsWith(comment))).length - 1
/** A column of a table without quoted commas, by cutting its lines. */
const column = (file: string, at: number): string[] =>
  raw(file)
    .toString('utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter(l => l !== '')
    .map(l => l.replace(/"[^"]*"/g, q => q.slice(1, -1).replaceAll(',', ' ')).split(',')[at]!)
const sum = (cells: readonly string[]): number => cells.reduce((n, c) => n + (/^\d+$/.test(c) ? Number(c) : 0), 0)
const sheetRowsOf = (file: string): number | undefined => {
  try {
    const xml = execFileSync('unzip', ['-p', join(DATA!, file), 'xl/worksheets/sheet1.xml'], { maxBuffer: 1e8, encoding: 'utf8' })
    return (xml.match(/<row /g) ?? []).length - 1
  } catch {
    return undefined // no unzip on this machine
  }
}

/** dataset, file, rows that are not understood and why. */
const TEXTS: readonly (readonly [dataset: string, file: string, bad?: readonly string[], comment?: string])[] = [
  ['ipi-gender', 'ipi-contributions/Gender.Full.csv'],
  ['ipi-missions', 'ipi-contributions/data_mission.csv'],
  ['ipi-monthly', 'ipi-contributions/data_monthly.csv'],
  ['ipi-full', 'ipi-contributions/monthly-full-layout/20140331.csv'],
  ['ipi-full', 'ipi-contributions/monthly-full-layout/20140430.csv'],
  ['ipi-full', 'ipi-contributions/monthly-full-layout/20140531.csv'],
  ['ipi-full', 'ipi-contributions/monthly-full-layout/20140630.csv'],
  ['un-fatalities', 'un-fatalities/dppadposs-fatalities.csv'],
  ['un-operations', 'un-pko-list/DPPADPOSS-PKO.csv'],
  ['pema-tasks', 'pema/PEMA_raw_v2.csv'],
  ['pema-months', 'pema/PEMA_panel_v2.csv'],
  ['unsc-resolutions', 'unsc-resolutions/UNSC_Resolutions.csv'],
  ['unsc-members', 'unsc-membership/council_membership.csv', [], '#'],
  ['unsc-vetoes', 'unsc-vetoes/unsc_vetoes_1946_sept2022.csv'],
  ['pact-reports', 'pact2/RBVS.csv'],
  ['pact-conditions', 'pact2/RBVE.csv'],
  ['pact-years', 'pact2/PACT2_mission-year.csv'],
  ['ucdp-agreements', 'ucdp-peace-agreements/ucdp-peace-agreements-221.csv'],
  ['ucdp-terminations', 'ucdp-peace-agreements/ucdp-term-dyad-3-2021.csv', ['427 peagdate no day: "0"']],
  ['ucdp-ged', 'ucdp-ged-caf/GEDEvent_v23_1_CAF.csv'],
  ['geo-pko-bases', 'geo-pko/FrontMap.csv'],
  ['geo-pko-contributors', 'geo-pko/TCCMap.csv'],
  ['geo-pko-units', 'geo-pko/TTMap.csv'],
  ['ocha-pcodes', 'pcodes/global-pcodes-adm-1-2.csv'],
  ['ocha-pcodes', 'pcodes/pcodes-caf-cod-ssd-mli.csv'],
  ['unga-ideal-points', 'unga-ideal-points/IdealpointestimatesAll_Apr2020.csv'],
]
const BOOKS = [
  ['un-operations-pdf', 'un-pko-list/pkolist_1.xlsx', 37],
  ['un-operations-pdf', 'un-pko-list/pko_list2.xlsx', 34],
  ['un-operations-countries', 'un-pko-list/unpko_country_crosswalk.xlsx', 107],
  ['unsc-library', 'unsc-resolutions/089_B02_SECURITY_COUNCIL_1st_Link.xlsx', 3724],
  ['pa-x', 'pax/pax_v2_all_agreements_data.xlsx', 1789],
  ['ucdp-agreements', 'ucdp-peace-agreements/ucdp-peace-agreements-221.xlsx', 374],
] as const

describe.skipIf(!DATA)('every file of the producers', () => {
  for (const [dataset, file, bad = [], comment] of TEXTS)
    test(`${file}: each row is understood, or listed with its reason`, async () => {
      const t = await add(dataset, file)
      expect(t.bad.map(b => `${b.line} ${b.column} ${b.says}`)).toEqual(bad)
      expect(t.rows.length + t.bad.length).toBe(records(file, comment))
      expect(t.rows.filter(r => r.total)).toEqual([])
      // Not one cell was changed: what a line holds is what the columns hold.
      const columns = layout(dataset).columns.length
      expect(t.rows.every(r => r.cells.length === columns)).toBe(true)
    })
  for (const [dataset, file, rows] of BOOKS)
    test(`${file}: each row of the sheet`, async () => {
      const t = await add(dataset, file)
      expect(t.bad).toEqual([])
      expect(t.rows).toHaveLength(rows)
      expect(sheetRowsOf(file) ?? rows).toBe(rows)
    }, 30_000)
  test('one file for each State: the name of the file is the State', async () => {
    const files = readdirSync(join(DATA!, 'ipi-contributions/countries-2014-02'))
    let rows = 0
    let lines = 0
    const strangers: string[] = []
    for (const f of files) {
      const t = await add('ipi-countries', `ipi-contributions/countries-2014-02/${f}`)
      expect(t.bad).toEqual([])
      rows += t.rows.length
      lines += raw(`ipi-contributions/countries-2014-02/${f}`).toString('latin1').split('\n').filter(Boolean).length - 1
      if (t.rows.some(r => !r.asked.state)) strangers.push(f)
    }
    expect(rows).toBe(lines)
    expect(strangers).toEqual([])
  })
  test('the list of missions in JSON', async () => {
    const t = await add('ipi-mission-list', 'ipi-contributions/missions.json')
    expect(t.bad).toEqual([])
    expect(t.rows).toHaveLength(
      raw('ipi-contributions/missions.json')
        .toString('utf8')
        .match(/"country_id"/g)!.length,
    )
    const angola = t.rows.find(r => r.cells[0] === 'UNAVEM')!
    expect(angola.notes).toEqual([expect.stringContaining('several missions')])
  })
  test('sums agree with sums over the raw lines', async () => {
    const gender = await add('ipi-gender', 'ipi-contributions/Gender.Full.csv')
    const total = (t: Table): number => t.rows.reduce((n, r) => n + (r.asked.amount ?? 0), 0)
    expect(total(gender)).toBe(sum(column('ipi-contributions/Gender.Full.csv', 19)))
    expect(gender.rows.reduce((n, r) => n + Number(cell(layout('ipi-gender'), r, 'Troops Female').replace('NA', '0')), 0)).toBe(
      sum(column('ipi-contributions/Gender.Full.csv', 15)),
    )
    expect(total(await add('ipi-missions', 'ipi-contributions/data_mission.csv'))).toBe(
      sum(column('ipi-contributions/data_mission.csv', 21)),
    )
    const full = 'ipi-contributions/monthly-full-layout/20140630.csv'
    expect(total(await add('ipi-full', full))).toBe(sum(column(full, 72)))
    const events = await add('ucdp-ged', 'ucdp-ged-caf/GEDEvent_v23_1_CAF.csv')
    const lasts = raw('ucdp-ged-caf/GEDEvent_v23_1_CAF.csv')
      .toString('utf8')
      .matchAll(/,(\d+),(\d+),(\d+),(\d*),(\d*)\r?(?:\n|$)/g)
    expect(total(events)).toBe([...lasts].reduce((n, m) => n + Number(m[1]), 0))
  })
  test('what is odd is said: swapped coordinates, stray apostrophes, decimal commas, serial days, two encodings', async () => {
    const full = await add('ipi-full', 'ipi-contributions/monthly-full-layout/20140331.csv')
    const lines = raw('ipi-contributions/monthly-full-layout/20140331.csv').toString('utf8')
    expect(full.rows.filter(r => r.notes.includes('Mission_Country: a stray apostrophe'))).toHaveLength(
      lines.match(/South Sudan',/g)!.length,
    )
    expect(
      full.rows.filter(r => r.notes.some(n => n.startsWith('Mission_HQ_Latitude and Mission_HQ_Longitude: swapped'))).length,
    ).toBeGreaterThan(500)
    expect(full.rows.filter(r => r.notes.some(n => n.startsWith('Contributor_Capital')))).toEqual([])
    const operations = await add('un-operations', 'un-pko-list/DPPADPOSS-PKO.csv')
    const swapped = operations.rows.filter(r => r.notes.some(n => n.includes('swapped'))).map(r => r.cells[0])
    expect(swapped).toEqual(expect.arrayContaining(['UNOSOM II', 'UNOSOM I']))
    expect(operations.rows.find(r => r.cells[0] === 'MINUSMA')!.asked.to).toBeUndefined() // still active in this list
    const points = await add('unga-ideal-points', 'unga-ideal-points/IdealpointestimatesAll_Apr2020.csv')
    const notUtf8 = raw('unga-ideal-points/IdealpointestimatesAll_Apr2020.csv')
      .toString('latin1')
      .split('\n')
      .filter(l => /[\x80-\xff]/.test(l))
    expect(points.rows.filter(r => r.notes.includes('not UTF-8: read as Windows-1252'))).toHaveLength(notUtf8.length)
    const text = await add('ucdp-agreements', 'ucdp-peace-agreements/ucdp-peace-agreements-221.csv')
    const book = await add('ucdp-agreements', 'ucdp-peace-agreements/ucdp-peace-agreements-221.xlsx')
    expect(book.rows.map(r => r.key)).toEqual(text.rows.map(r => r.key))
    expect(book.rows.map(r => r.asked)).toEqual(text.rows.map(r => r.asked))
  })
  test('the same bytes in another order of columns, with a column more and a month less, are the same rows', async () => {
    const file = 'ipi-contributions/data_mission.csv'
    const before = await add('ipi-missions', file)
    const lines = raw(file).toString('utf8').trim().split('\n')
    const later = lines
      .filter(l => !l.startsWith('2000-05-31'))
      .map((l, i) => {
        const c = l.split(',')
        return [...c.slice(1), i ? '' : '"Remarks"', c[0]].join(';')
      })
    const t = await tableOf(layout('ipi-missions'), later.join('\r\n'))
    expect(t.bad).toEqual([])
    const kept = before.rows.filter(r => !r.cells[0]!.startsWith('2000-05-31'))
    expect(t.rows.map(r => [r.key, r.cells])).toEqual(kept.map(r => [r.key, r.cells]))
    expect(t.told).toEqual(
      expect.arrayContaining(['separated by ";", where the layout has ","', 'columns stand in another order than in the layout']),
    )
  })
  test('contributors as text: an unknown size is not zero', async () => {
    const t = await add('geo-pko-contributors', 'geo-pko/TCCMap.csv')
    const all = t.rows.map(r => contingentsOf(cell(layout('geo-pko-contributors'), r, 'year.overview')))
    const odd = all.flatMap(c => c.notUnderstood)
    expect(odd).toEqual([])
    const text = raw('geo-pko/TCCMap.csv').toString('utf8')
    expect(all.flatMap(c => c.contingents).filter(c => c.size === undefined)).toHaveLength(text.match(/\(size unknown\)/g)!.length)
    expect(all.flatMap(c => c.contingents).reduce((n, c) => n + (c.size ?? 0), 0)).toBe(
      [...text.matchAll(/\((\d+)\)/g)].reduce((n, m) => n + Number(m[1]), 0),
    )
  })
  test('a file is recognised by its headings among all layouts', () => {
    const heading = (file: string, separator = ','): string[] =>
      raw(file)
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .split(/\r?\n/)[0]!
        .split(separator)
        .map(h => h.replaceAll('"', ''))
    const among = [...new Set(TEXTS.map(([d]) => d))].flatMap(d => layoutsOf(d))
    for (const [dataset, file] of TEXTS) {
      if (dataset === 'unsc-members') continue
      const separator = file.startsWith('pact2/RB') || dataset === 'unsc-resolutions' ? ';' : ','
      expect((recognise(heading(file, separator), among) as Layout).dataset, file).toBe(dataset)
    }
  })
})
