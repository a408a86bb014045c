import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { describe, expect, it } from 'vitest'
import { type Adding, addSnapshot } from '../../src/archive/add.ts'
import { diff } from '../../src/archive/diff.ts'
import { losses } from '../../src/archive/losses.ts'
import { sums } from '../../src/archive/sums.ts'
import { table } from '../../src/archive/table.ts'
import { day } from '../../src/kernel/day.ts'
import { archived } from './tables.ts'

// Producers' own files, as people bring them. The figures beside ours are made by awk, and by PostgreSQL's own reader of CSV.

/** Another order, another separator, a mark and other ends of lines, the headings again, empty rows, notes, a new column. */
const dirtied = (text: string): string => {
  const records: string[][] = parse(text.replace(/^\ufeff/, ''), { relax_column_count: true })
  const head = [...records[0]!].reverse()
  const line = (cells: readonly string[]): string => cells.map(c => (/[;"\n\r]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(';')
  const rows = records.slice(1).map(r => line(['', ...[...r].reverse()]))
  const half = Math.floor(rows.length / 2)
  const again = line(['New column', ...head])
  return `\ufeff${['A title', again, ...rows.slice(0, half), again, ...rows.slice(half), line(head.map(() => '').concat('')), 'Source: somebody’s spreadsheet', ''].join('\r\n')}`
}

/** The same rows from the last to the first: of rows of one name, too. */
const upsideDown = (text: string): string => {
  const [head, ...rows]: string[][] = parse(text.replace(/^\ufeff/, ''), { relax_column_count: true })
  const line = (cells: readonly string[]): string => cells.map(c => (/[,"\n\r]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')
  return [head!, ...rows.toReversed()].map(line).join('\n')
}

const DATA = [process.env['PEACEOPS_DATA'], resolve('../shared/data')].find(p => p && existsSync(p))
if (!DATA) console.log('tests/archive/real.test.ts skipped: neither ../shared/data nor PEACEOPS_DATA is there')

describe.skipIf(!DATA)('the producers’ own files', () => {
  const { record, file, keeper, visitor } = archived()
  const add = (dataset: string, path: string, how: Partial<Adding> = {}) =>
    addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset, path, today: day('2026-11-24'), ...how })
  const awk = (program: string, path: string): Map<string, number> =>
    new Map(
      execFileSync('awk', ['-F,', program, path], { encoding: 'utf8' })
        .trim()
        .split('\n')
        .map(l => l.split(' ') as [string, string])
        .map(([k, v]) => [k, Number(v)]),
    )

  it('personnel by month is what awk adds up; a later copy that lost a State’s month is told', async () => {
    const path = `${DATA}/ipi-contributions/Gender.Full.csv`
    const added = await add('ipi-gender', path)
    const wanted = awk('NR > 1 { s[substr($2, 1, 7)] += $NF } END { for (m in s) print m, s[m] }', path)
    expect(added).toMatchObject({ is: 'added', rows: awk('END { print "n", NR - 1 }', path).get('n'), notUnderstood: 0 })
    const found = await visitor(db => sums(db, 'ipi-gender', { by: ['month'] }))
    expect('sums' in found && new Map(found.sums.map(s => [s.month, s.amount]))).toEqual(new Map([...wanted].sort()))
    const later = readFileSync(path, 'utf8')
      .split('\n')
      .filter(l => !(l.includes(',2009-12-') && l.includes('"USA"')))
      .join('\n')
    const gone = awk('/,2009-12-/ && /"USA"/ { n++; s += $NF } END { print "rows", n; print "sum", s }', path)
    expect(await add('ipi-gender', file(later))).toMatchObject({ is: 'added', added: 0, changed: 0, gone: gone.get('rows') })
    await keeper(async db => {
      const t = (await table(db, 'ipi-gender'))!
      expect((await losses(db, t, 1, 2)).map(l => l.says)).toEqual([
        `United States, December 2009: all ${gone.get('rows')} rows are gone, and nothing stands in their place. A sum of Total Total is ${gone.get('sum')} smaller for it.`,
      ])
      expect((await diff(db, t, 1, 2, { limit: 100 })).changes.map(c => c.what)).toEqual(
        Array.from({ length: gone.get('rows')! }, () => 'gone'),
      )
      // as published then, nothing is missing
      expect(await sums(db, 'ipi-gender', { at: 1, by: ['month'] })).toMatchObject({
        sums: found && 'sums' in found ? found.sums.map(s => ({ month: s.month, amount: s.amount })) : [],
      })
    })
  }, 120_000)

  it('events by year, and deaths in them, are what PostgreSQL reads from the file', async () => {
    const path = `${DATA}/ucdp-ged-caf/GEDEvent_v23_1_CAF.csv`
    const admin = new pg.Client(record().place.admin)
    await admin.connect()
    try {
      const heads = readFileSync(path, 'utf8')
        .split('\n', 1)[0]!
        .replace(/^\ufeff/, '')
        .trim()
        .split(',')
      await admin.query(`create temp table raw (${heads.map(h => `"${h}" text`).join(', ')})`)
      await pipeline(createReadStream(path), admin.query(from('copy raw from stdin csv header')))
      const { rows } = await admin.query<{ year: string; n: number; best: number }>(
        `select extract(year from date_start::timestamp)::text as year, count(*)::int as n, sum(best::int)::int as best from raw group by 1 order by 1`,
      )
      const added = await add('ucdp-ged', path)
      expect(added).toMatchObject({ is: 'added', rows: rows.reduce((n, r) => n + r.n, 0), notUnderstood: 0 })
      const found = await keeper(db => sums(db, 'ucdp-ged', { by: ['year'] }))
      expect('sums' in found && found.sums.map(s => [s.year, s.rows, s.amount])).toEqual(rows.map(r => [r.year, r.n, r.best]))
      expect(await visitor(db => sums(db, 'ucdp-ged', { by: ['month'] }))).toMatchObject({ none: 'closed' })
      // the same with the row of tags that HXL puts under the headings: told, and no figure differs
      const text = readFileSync(path, 'utf8')
      const at = text.indexOf('\n') + 1
      const tagged = file(`${text.slice(0, at)}${heads.map((_, i) => (i === 0 ? '#event+id' : '#x')).join(',')}\n${text.slice(at)}`)
      const again = await add('ucdp-ged', tagged)
      expect(again).toMatchObject({ is: 'added', snapshot: 2, added: 0, changed: 0, gone: 0 })
    } finally {
      await admin.end()
    }
  }, 120_000)

  for (const [dataset, name] of [
    ['pema-tasks', 'pema/PEMA_raw_v2.csv'],
    ['pact-years', 'pact2/PACT2_mission-year.csv'],
    ['un-operations', 'un-pko-list/DPPADPOSS-PKO.csv'],
    ['geo-pko-contributors', 'geo-pko/TCCMap.csv'],
    ['ucdp-agreements', 'ucdp-peace-agreements/ucdp-peace-agreements-221.csv'],
    ['un-fatalities', 'un-fatalities/dppadposs-fatalities.csv'],
    ['ocha-pcodes', 'pcodes/pcodes-caf-cod-ssd-mli.csv'],
    ['unsc-vetoes', 'unsc-vetoes/unsc_vetoes_1946_sept2022.csv'],
    ['geo-pko-bases', 'geo-pko/FrontMap.csv'],
    ['ucdp-terminations', 'ucdp-peace-agreements/ucdp-term-dyad-3-2021.csv'],
  ] as const)
    it(`${dataset}: the same rows through somebody’s spreadsheet are the same rows, and not one figure doubles`, async () => {
      const path = `${DATA}/${name}`
      const first = await add(dataset, path, { keepGood: true })
      const before = await keeper(db => sums(db, dataset, { by: ['year'] }))
      const again = await add(dataset, file(dirtied(readFileSync(path, 'utf8'))), { keepGood: true })
      const { rows, notUnderstood } = first as { rows: number; notUnderstood: number }
      expect(again).toMatchObject({ is: 'added', added: 0, changed: 0, gone: 0, rows, notUnderstood })
      const after = await keeper(db => sums(db, dataset, { by: ['year'] }))
      const figures = (found: typeof after) => 'sums' in found && found.sums.map(s => [s.year, s.rows, s.amount, s.repeated])
      expect(figures(after)).toEqual(figures(before))
      expect(await add(dataset, file(upsideDown(readFileSync(path, 'utf8'))), { keepGood: true })).toMatchObject({
        is: 'added',
        added: 0,
        changed: 0,
        gone: 0,
      })
      expect(figures(await keeper(db => sums(db, dataset, { by: ['year'] })))).toEqual(figures(before))
      const said = 'said' in again ? again.said.map(s => s.says) : []
      expect(said).toEqual(
        expect.arrayContaining([
          'separated by ";", where the layout has ","',
          'columns stand in another order than in the layout',
          expect.stringMatching(/^the headings stand once more, left out: line/),
          '1 row of empty cells left out',
          expect.stringMatching(/^line \d+ is words below the table, left out: "Source:/),
        ]),
      )
    }, 120_000)

  it('a month after the last file is not on this record', async () => {
    const path = `${DATA}/ipi-contributions/monthly-full-layout`
    await add('ipi-full', path)
    expect(await visitor(db => sums(db, 'ipi-full', { by: ['month'], filters: { from: day('2014-07-01') } }))).toMatchObject({
      to: '2014-06',
      sums: [],
    })
  }, 120_000)
})
