import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oddities } from '../../src/archive/declared.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { LAYOUTS } from '../../src/archive/layouts/index.ts'
import { csvReader } from '../../src/archive/read/csv.ts'
import { spanOf } from '../../src/archive/read/days.ts'
import { recognise } from '../../src/archive/read/heading.ts'
import { isBad, readTable, UNIT } from '../../src/archive/read/table.ts'
import { toIso } from '../../src/kernel/day.ts'
import { cell, chunks, tableOf } from './shared.ts'

// A table that somebody publishes again and again, each time a little dirtier.
const LAYOUT: Layout = {
  dataset: 'strength',
  layout: 'strength/1',
  title: 'Strength by month',
  producer: 'A test',
  cite: '–',
  licence: null,
  row: 'one contributor in one mission in one month',
  file: { form: 'csv' },
  columns: [
    { name: 'Month', as: 'month', is: 'from', hxl: '#date+month' },
    { name: 'Contributor', as: 'state', is: 'state', hxl: '#country+name' },
    { name: 'Mission', as: 'mission', is: 'mission', hxl: '#org+mission' },
    { name: 'Troops', as: 'whole', is: 'amount', missing: ['NA'], hxl: '#affected+troops' },
    { name: 'Latitude', as: 'number', decimal: ',', optional: true },
    { name: 'Longitude', as: 'number', decimal: ',', optional: true },
  ],
  key: ['Month', 'Contributor', 'Mission'],
  totals: [{ column: 'Contributor', is: ['All contributors'] }],
  where: [{ latitude: 'Latitude', longitude: 'Longitude', in: 'Mission' }],
  opens: 'rows',
}
const HEAD = 'Month,Contributor,Mission,Troops\n'
const read = (text: string | Uint8Array, name?: string, size?: number) => tableOf(LAYOUT, text, name, size)

test('a plain table: cells as published, and what can be asked of them', async () => {
  const { rows, bad, told } = await read(`${HEAD}2014-02-28,Nepal,UNMISS,858\r\n2014-02,Cote d Ivoire,UNOCI,NA\n`)
  expect(bad).toEqual([])
  expect(told).toEqual(['column "Latitude" is absent', 'column "Longitude" is absent'])
  expect(rows.map(r => [r.line, r.asked.state, r.asked.mission, r.asked.amount])).toEqual([
    [2, 'NPL', 'UNMISS', 858],
    [3, 'CIV', 'UNOCI', undefined],
  ])
  expect(rows.map(r => [toIso(r.asked.from!), toIso(r.asked.to!)])).toEqual([
    ['2014-02-01', '2014-02-28'],
    ['2014-02-01', '2014-02-28'],
  ])
  expect(rows[0]!.cells.slice(0, 4)).toEqual(['2014-02-28', 'Nepal', 'UNMISS', '858'])
  expect(rows[0]!.key).toBe(['2014-02-01', 'NPL', 'UNMISS'].join(UNIT))
})
test('the same row keeps its name under other dates, blanks and stray marks', async () => {
  const { rows } = await read(`${HEAD}"Feb 2014","Nepal ",UNMISS,858\n28/2/2014,'Nepal',"  UNMISS","1,000"\n`)
  expect(new Set(rows.map(r => r.key)).size).toBe(1)
  expect(rows[1]!.notes).toEqual([
    'Month: written d/m/y',
    'Contributor: a stray apostrophe',
    'Mission: blanks around the value',
    'Troops: thousands set apart',
  ])
  expect(rows[1]!.asked).toMatchObject({ state: 'NPL', mission: 'UNMISS', amount: 1000 })
})
test('renamed headings, another order, extra columns: understood and said; the extra stays under its own name, where it is not empty', async () => {
  const { rows, told } = await read(
    'troops,MISSION,contributor,Remark,month\n5,UNMISS,Nepal,revised,2014-02-28\n6,UNMIL,Nepal,,2014-02-28\n',
  )
  expect(told).toEqual(
    expect.arrayContaining([
      'heading "contributor" read as "Contributor"',
      'column "Remark" is not in the layout: kept under its own name',
      'columns stand in another order than in the layout',
    ]),
  )
  expect(rows.map(r => r.cells.slice(6))).toEqual([[`Remark${UNIT}revised`], []])
  expect(cell(LAYOUT, rows[0]!, 'Troops')).toBe('5')
})
test('a column that is missing is an error that names it, and what the file has instead', async () => {
  const { rows, bad } = await read('Month,Contributor,Force,Troops\n2014-02,Nepal,UNMISS,1\n')
  expect(rows).toEqual([])
  expect(bad).toEqual([
    {
      line: 1,
      column: 'Mission',
      says: 'the column "Mission" is missing; the file has "Force", which the layout does not know',
      missing: ['Mission'],
    },
  ])
  expect(recognise(['Month', 'Contributor', 'Force', 'Troops'], [LAYOUT])).toMatchObject({
    nearest: 'strength/1',
    missing: ['Mission'],
    unknown: ['Force'],
  })
  expect(recognise(['month', 'contributor', 'mission', 'troops'], [LAYOUT])).toBe(LAYOUT)
})
test('titles above the headings, another separator, comments, a byte order mark', async () => {
  const { rows, told, bad } = await read(
    '\ufeffMonthly summary of contributions\n\nMonth;Contributor;Mission;Troops\n2014-02;Nepal;UNMISS;4\n',
  )
  expect(bad).toEqual([])
  expect(rows).toHaveLength(1)
  expect(told).toEqual(
    expect.arrayContaining(['1 rows above the headings left out', 'separated by ";", where the layout has ","', '1 blank lines left out']),
  )
})
test('a row of HXL tags is tags, and a table with tags alone for headings is read by them', async () => {
  const tags = '#date+month,#country+name,#org+mission,#affected+troops\n'
  const both = await read(`${HEAD}${tags}2014-02,Nepal,UNMISS,4\n`)
  expect(both.rows).toHaveLength(1)
  expect(both.told).toContain('a row of HXL tags under the headings: read as tags')
  const alone = await read(`${tags}2014-02,Nepal,UNMISS,4\n`)
  expect(alone.rows[0]!.asked.amount).toBe(4)
})
test('lines of two encodings in one file are read each by its own, and said', async () => {
  const bytes = Buffer.concat([
    Buffer.from(HEAD),
    Buffer.from("2014-02,Côte d'Ivoire,UNOCI,1\n", 'utf8'),
    Buffer.from("2014-03,Côte d'Ivoire,UNOCI,2\n", 'latin1'),
    Buffer.from("2014-04,Côte d'Ivoire,UNOCI,3\n", 'utf8'),
  ])
  for (const size of [1, 7, 65_536]) {
    const { rows, told } = await read(bytes, 'table.csv', size)
    expect(rows.map(r => [r.asked.state, r.cells[1], r.notes])).toEqual([
      ['CIV', "Côte d'Ivoire", []],
      ['CIV', "Côte d'Ivoire", ['not UTF-8: read as Windows-1252']],
      ['CIV', "Côte d'Ivoire", []],
    ])
    expect(told).toContain('some lines are not UTF-8: read as Windows-1252')
  }
  const wide = await read(Buffer.from(`\ufeff${HEAD}2014-02,Nepal,UNMISS,1\n`, 'utf16le'))
  expect(wide.rows[0]!.asked.state).toBe('NPL')
  expect(wide.told).toContain('UTF-16')
})
test('broken rows are named by line and column, and cost nobody else', async () => {
  const { rows, bad } = await read(
    `${HEAD}2014-02,Nepal,UNMISS,1\n2014-02,Nepal,UNMISS\n2014-02,Nepal,UNMISS,many\n2014-13,Nepal,UNMISS,1\n2014-02,"Nepal,UNMISS,1\n2014-02,India,UNMISS,2\n2014-02,Ne\0pal,UNMISS,1\n2014-02,"Fiji" x,UNMISS,1\n2014-02,Ghana,UNMISS,3\n3/4/2014,Ghana,UNMISS,3\n`,
  )
  expect(rows.map(r => r.asked.state)).toEqual(['NPL', 'IND', 'GHA'])
  expect(bad).toEqual([
    { line: 3, column: 'Troops', says: '3 cells where the heading has 4' },
    { line: 4, column: 'Troops', says: 'no number: "many"' },
    { line: 5, column: 'Month', says: 'no month: "2014-13"' },
    { line: 6, column: 'Contributor', says: 'a quotation mark inside a quoted cell that is not doubled, or one that never closes' },
    { line: 8, column: 'Contributor', says: 'a NUL character' },
    { line: 9, column: 'Contributor', says: 'a quotation mark inside a quoted cell that is not doubled, or one that never closes' },
    { line: 11, column: 'Month', says: 'day or month first? "3/4/2014"', open: true },
  ])
})
test('a cell of ten megabytes is refused without being kept, quoted or not, and what follows is read', async () => {
  for (const open of ['', '"']) {
    const { rows, bad } = await read(`${HEAD}2014-02,${open}${'x'.repeat(10_000_000)},UNMISS,1\n2014-02,Nepal,UNMISS,1\n`)
    expect(rows.map(r => r.asked.state)).toEqual(['NPL'])
    expect(bad).toHaveLength(1)
    expect(bad[0]).toMatchObject({ line: 2 })
  }
})
test('a total among parts is told apart, declared or not', async () => {
  const { rows } = await read(
    `${HEAD}2014-02,Nepal,UNMISS,1\n2014-02,All contributors,UNMISS,1\n2014-02,TOTAL,UNMISS,1\n2014-02,Grand Total:,UNMISS,1\n`,
  )
  expect(rows.map(r => r.total)).toEqual([false, true, true, true])
})
test('swapped columns are said and never mended', async () => {
  const { rows } = await read(`${HEAD}2014-02,UNMISS,Nepal,1\n`)
  expect(rows[0]!.notes).toEqual(['Contributor: "UNMISS" is a mission: columns swapped?', 'Mission: "Nepal" is a State: columns swapped?'])
  expect(rows[0]!.asked.state).toBeUndefined()
  const places = await read(
    'Month,Contributor,Mission,Troops,Latitude,Longitude\n2014-02,Nepal,UNMISS,1,"31,6","4,85"\n2014-02,Nepal,UNMISS,1,"4,85","31,6"\n',
  )
  expect(places.rows.map(r => r.notes.filter(n => n.includes('swapped')))).toEqual([
    ['Latitude and Longitude: swapped: they fit the other way round'],
    [],
  ])
  expect(places.rows[0]!.notes).toContain('Latitude: decimal comma')
  expect(cell(LAYOUT, places.rows[0]!, 'Latitude')).toBe('31,6')
})
test('headings that repeat are numbered', async () => {
  const { told } = await read('Month,Contributor,Mission,Troops,Troops\n2014-02,Nepal,UNMISS,1,2\n')
  expect(told).toEqual(
    expect.arrayContaining([
      'column "Troops (2)" is not in the layout: kept under its own name',
      'a heading stands twice: read as "Troops (2)", which the layout does not know',
    ]),
  )
})
test('an empty file, and a file that is no table', async () => {
  expect((await read('')).bad).toEqual([{ line: 1, column: undefined, says: 'an empty file' }])
  expect((await read('PK\u0003\u0004 no workbook')).bad).toHaveLength(1)
  expect((await read('<!doctype html><p>Sorry')).bad.length).toBeGreaterThan(0)
})
test('days in the forms that tables use', () => {
  const at = (text: string, written?: 'd/m/y' | 'm/d/y' | 'excel'): string | undefined => {
    const s = spanOf(text, { as: 'day', ...(written && { written }) })
    return s && (s.from === s.to ? toIso(s.from) : `${toIso(s.from)}/${toIso(s.to)}`)
  }
  expect(at('2/16/1946', 'm/d/y')).toBe('1946-02-16')
  expect(at('16/2/1946', 'm/d/y')).toBe('1946-02-16') // and said
  expect(at('7/21/46', 'm/d/y')).toBe('1946-07-21')
  expect(at('21-Feb-92')).toBe('1992-02-21')
  expect(at('27 January 2014')).toBe('2014-01-27')
  expect(at('May 1948')).toBe('1948-05-01/1948-05-31')
  expect(at('1996m2')).toBe('1996-02-01/1996-02-29')
  expect(at('27395')).toBe('1975-01-01')
  expect(at('44561', 'excel')).toBe('2021-12-31')
  expect(at('2009-02-20T00:00:00')).toBe('2009-02-20')
  expect(at('3/4/2014')).toBeUndefined()
  expect(at('31 February 2014')).toBeUndefined()
})
test('the splitter agrees with csv-parse on every table that both can read', () => {
  const cells = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '\r\n', ';'), maxLength: 6 }), {
    minLength: 2,
    maxLength: 4,
  })
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 6 }), fc.boolean(), fc.integer({ min: 1, max: 9 }), (table, crlf, size) => {
      const text = table
        .map(r => r.map(c => (/[",\n\r]|^ | $/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(','))
        .join(crlf ? '\r\n' : '\n')
      const reader = csvReader(',')
      const out: unknown[] = []
      for (let i = 0; i < text.length; i += size) out.push(...reader.push(text.slice(i, i + size), false))
      out.push(...reader.push('', true))
      expect(out.map(r => (r as { cells: string[] }).cells)).toEqual(
        parse(text, { relax_column_count: true, record_delimiter: crlf ? '\r\n' : '\n' }),
      )
    }),
    { numRuns: 300 },
  )
})
test('reading and understanding a wide table costs no more than splitting it with csv-parse', async () => {
  const columns = Array.from({ length: 36 }, (_, i) => `c${i}`)
  const layout: Layout = {
    ...LAYOUT,
    columns: [...LAYOUT.columns.slice(0, 4), ...columns.map(name => ({ name, as: 'whole' as const }))],
    where: [],
  }
  const rows = Array.from({ length: 20_000 }, (_, i) => `2014-02-28,Nepal,UNMISS,${i},${columns.map((_, k) => (i * k) % 97).join(',')}`)
  const bytes = Buffer.from([layout.columns.map(c => c.name).join(','), ...rows].join('\n'))
  const time = async (f: () => unknown): Promise<number> => {
    const t = performance.now()
    await f()
    return performance.now() - t
  }
  const read = async (): Promise<void> => {
    let n = 0
    for await (const r of readTable(layout, chunks(bytes), 'table.csv')) if (!isBad(r)) n++
    expect(n).toBe(rows.length)
  }
  const ours = Math.min(await time(read), await time(read), await time(read))
  const theirs = Math.min(await time(() => parse(bytes)), await time(() => parse(bytes)))
  expect(ours / theirs).toBeLessThan(1.5) // about 0.5 on a quiet machine
})
test('every layout that ships holds together: no name that no column bears, no closed cell in the name of an open row', () => {
  for (const layout of LAYOUTS) expect(oddities(layout), layout.layout).toEqual([])
  expect(new Set(LAYOUTS.map(l => l.layout)).size).toBe(LAYOUTS.length)
})
