import { expect, test } from 'vitest'
import { checking } from '../../src/archive/checks.ts'
import type { Column, Layout } from '../../src/archive/layout.ts'
import { gathered } from '../../src/archive/noted.ts'
import { toIso } from '../../src/kernel/day.ts'
import { tableOf } from './shared.ts'
import { workbookOf } from './workbook.ts'

// The same table a year later, as somebody's spreadsheet saved it. SIMULATED throughout.
const LAYOUT: Layout = {
  dataset: 'sim-later',
  layout: 'sim-later/1',
  title: 'SIMULATED strength',
  producer: 'Nobody',
  cite: 'Nobody, SIMULATED',
  licence: null,
  row: 'one contributor in one mission in one month',
  file: { form: 'csv' },
  columns: [
    { name: 'Month', as: 'month', is: 'from' },
    { name: 'Contributor', as: 'state', is: 'state' },
    { name: 'Mission', as: 'mission', is: 'mission' },
    { name: 'Police', as: 'whole' },
    { name: 'Troops', as: 'whole' },
    { name: 'Total', as: 'whole', is: 'amount' },
    { name: 'Share', as: 'number', optional: true },
  ],
  key: ['Month', 'Contributor', 'Mission'],
  checks: [
    { check: 'sum', parts: ['Police', 'Troops'], total: 'Total' },
    { check: 'rows', of: 'Total', by: ['Month'], total: { column: 'Contributor', is: 'Total' } },
  ],
  opens: 'rows',
}
const HEAD = 'Month,Contributor,Mission,Police,Troops,Total\n'
const read = (text: string) => tableOf(LAYOUT, text)
const counted = (t: Awaited<ReturnType<typeof read>>): number => t.rows.filter(r => !r.total).reduce((n, r) => n + (r.asked.amount ?? 0), 0)

test('totals among the parts, under whatever name, are never summed with them', async () => {
  const part = '2018-01,Nepal,UNMISS,1,2,3\n2018-01,Ghana,UNIFIL,0,4,4\n'
  for (const total of [
    '2018-01,Grand Total,,1,6,7',
    '2018-01,TOTAL:,,1,6,7',
    '2018-01,Total (all countries),,1,6,7',
    '2018-01,,UNMISS Total,1,2,3',
    '2018-01,,Sub-total UNIFIL,0,4,4',
    '2018-01,All Member States,,1,6,7',
    '2018-01,Total général,,1,6,7',
    'Total,,,1,6,7',
    'Grand Total,,,1,6,7',
  ]) {
    const t = await read(`${HEAD}${part}${total}\n`)
    expect(t.bad, total).toEqual([])
    expect(
      t.rows.map(r => r.total),
      total,
    ).toEqual([false, false, true])
    expect(counted(t), total).toBe(7)
  }
})
test('a mission or a State whose name nobody knows is no total', async () => {
  const t = await read(`${HEAD}2018-01,Northland,UNNORTH,1,2,3\n2018-01,Alland,UNMISS,1,2,3\n`)
  expect(t.rows.map(r => r.total)).toEqual([false, false])
})
test('headings that repeat, rows of empty cells and notes below the table are left out, and said with their lines', async () => {
  const t = await read(
    `${HEAD}2018-01,Nepal,UNMISS,1,2,3\n${HEAD},,,,,\n2018-01,Ghana,UNIFIL,0,4,4\n,,,,,\n\nSource: a table that nobody published.\n"* With staff officers, as reported",,,,,\n`,
  )
  expect(t.bad).toEqual([])
  expect(t.rows.map(r => r.line)).toEqual([2, 5])
  expect(t.told).toEqual(
    expect.arrayContaining([
      'the headings stand once more, left out: line 3',
      '2 rows of empty cells left out',
      'line 8 is words below the table, left out: "Source: a table that nobody published."',
      'line 9 is words below the table, left out: "* With staff officers, as reported"',
    ]),
  )
})
test('words among the rows are no note: they are named, and nothing is left out in silence', async () => {
  const t = await read(`${HEAD}2018-01,Nepal,UNMISS,1,2,3\nContributors of Africa\n2018-01,Ghana,UNIFIL,0,4,4\n`)
  expect(t.bad).toEqual([{ line: 3, column: 'Contributor', says: '1 cells where the heading has 6' }])
  expect(t.rows).toHaveLength(2)
})
test('an apostrophe before a day, a month or a figure changes neither the row’s name nor its figure', async () => {
  const t = await read(`${HEAD}'2018-01,Nepal,UNMISS,'1,2',"'1,003"\n2018-01,Nepal,UNMISS,1,2,1003\n`)
  expect(t.bad).toEqual([])
  expect(new Set(t.rows.map(r => r.key)).size).toBe(1)
  expect(t.rows.map(r => r.asked.amount)).toEqual([1003, 1003])
  expect(t.rows[0]!.notes).toEqual([
    'Month: a stray apostrophe',
    'Police: a stray apostrophe',
    'Troops: a stray apostrophe',
    'Total: a stray apostrophe',
    'Total: thousands set apart',
  ])
})
test('figures as the continents set them; what may be either is named', async () => {
  const read = async (total: string, share = '0') => {
    const t = await tableOf(LAYOUT, `Month;Contributor;Mission;Police;Troops;Total;Share\n2018-01;Nepal;UNMISS;0;0;${total};${share}\n`)
    return t.bad[0]?.says ?? [t.rows[0]!.asked.amount, t.rows[0]!.notes.at(-1)]
  }
  expect(await read('1.234')).toEqual([1234, 'Total: thousands set apart by points'])
  expect(await read('1.234.567')).toEqual([1234567, 'Total: thousands set apart by points'])
  expect(await read('1,234')).toEqual([1234, 'Total: thousands set apart'])
  expect(await read('1\u00a0234')).toEqual([1234, 'Total: thousands set apart'])
  expect(await read('16,0')).toEqual([16, 'Total: decimal comma'])
  expect(await read('16.0')).toEqual([16, 'Total: a whole number with a decimal point'])
  expect(await read('1.000')).toBe('thousands or decimals? "1.000"')
  expect(await read('16,5')).toBe('not a whole number: "16,5"')
  expect(await read('1', '1.234,5')).toEqual([1, 'Share: thousands set apart, decimal comma'])
  expect(await read('1', '1,234.5')).toEqual([1, 'Share: thousands set apart'])
  expect(await read('1', '1,234')).toBe('thousands or decimals? "1,234"')
})
test('parts are checked against the total row, however it is called, and against the row’s own total as it is written', async () => {
  const t = await read(`${HEAD}2018-01,Nepal,UNMISS,1,"1,002","1,003"\n2018-01,Ghana,UNIFIL,0,4,5\n2018-01,Grand total,,1,1006,1009\n`)
  const noted = gathered()
  const checks = checking(LAYOUT, noted)
  for (const r of t.rows) checks.row(r.cells, { file: 1, line: r.line })
  checks.end()
  expect(noted.all().map(s => [s.kind, s.says, s.at[0]!.line])).toEqual([
    ['check', 'Police + Troops is not Total', 3],
    ['check', 'rows of Total add up to another figure than the row "Grand total" gives', 4],
    ['check', '2018-01: the parts are 1008, the total says 1009', 4],
  ])
})
/** What is said of a table, beside what is said of single rows. */
const checked = async (layout: Layout, text: string): Promise<readonly (readonly [string, number])[]> => {
  const t = await tableOf(layout, text)
  expect(t.bad).toEqual([])
  const noted = gathered()
  const checks = checking(layout, noted)
  for (const r of t.rows) checks.row(r.cells, { file: 1, line: r.line })
  checks.end()
  return noted.all().map(s => [s.says, s.at[0]!.line] as const)
}
test('one month in two forms of its day is one month: its parts add up', async () => {
  const text = `${HEAD}2018-01,Nepal,UNMISS,0,3,3\n31/01/2018,Ghana,UNIFIL,0,4,4\n43131,Togo,UNMISS,0,5,5\n2018-01,Total,,0,12,12\n`
  expect(await checked(LAYOUT, text)).toEqual([])
})
const UNCHECKED: Layout = { ...LAYOUT, checks: [] }
const PARTS = `${HEAD}2018-01,Nepal,UNMISS,0,3,3\n2018-01,Ghana,UNMISS,0,4,4\n31/01/2018,Ghana,UNIFIL,0,5,5\n`
test('a row in which no State or no mission stands, or the whole world, is a total, and is checked against its parts', async () => {
  for (const [total, says, right] of [
    ['2018-01,,UNMISS', 'no State stands in it: taken for a total, and not summed', 7],
    ['2018-01, ,UNIFIL', 'no State stands in it: taken for a total, and not summed', 5],
    ['2018-01,Ghana,', 'no mission stands in it: taken for a total, and not summed', 9],
    ['2018-01,,', 'no State stands in it: taken for a total, and not summed', 12],
    ...['World', 'Monde', 'MUNDO', 'Мир', 'All missions', 'All States', 'Total général', 'العالم'].map(
      w => [`2018-01,${w},UNMISS`, 'a total: it repeats other rows, and is never summed with them', 7] as const,
    ),
    ['2018-01,World,All missions', 'a total: it repeats other rows, and is never summed with them', 12],
  ] as const) {
    const t = await tableOf(UNCHECKED, `${PARTS}${total},0,${right},${right}\n`)
    expect([t.rows.map(r => r.total), counted(t)], total).toEqual([[false, false, false, true], 12])
    expect(t.rows[3]!.notes, total).toContain(says)
    expect(await checked(UNCHECKED, `${PARTS}${total},0,${right},${right}\n`), total).toEqual([])
    const wrong = await checked(UNCHECKED, `${PARTS}${total},0,${right + 1},${right + 1}\n`)
    expect(
      wrong.map(([, line]) => line),
      total,
    ).toEqual([5, 5])
    expect(wrong[1]![0], total).toContain(`: the parts are ${right}, the total says ${right + 1}`)
  }
  expect(await checked(UNCHECKED, `${PARTS}2018-01,,UNMISS,0,8,8\n`)).toEqual([
    ['rows of Total add up to another figure than the row without a State gives', 5],
    ['2018-01, UNMISS: the parts are 7, the total says 8', 5],
  ])
})
test('a total of which only its own words tell what it adds up is not checked; one without any part is said', async () => {
  for (const total of ['2018-01,,UNMISS Total', '2018-01,Sub-total,UNMISS', 'Total,,'])
    expect(await checked(UNCHECKED, `${PARTS}${total},0,1,1\n`), total).toEqual([])
  expect(await checked(UNCHECKED, `${PARTS}2018-02,,UNMISS,0,7,7\n`)).toEqual([
    ['the row without a State is taken for a total, and not one of its parts stands beside it', 5],
  ])
})
test('a total over types too is not held against rows of one type', async () => {
  const typed: Layout = {
    ...UNCHECKED,
    columns: [...LAYOUT.columns, { name: 'Type', as: 'text', is: 'type' }],
    key: [...LAYOUT.key, 'Type'],
  }
  const text = 'Month,Contributor,Mission,Type,Police,Troops,Total\n2018-01,Nepal,UNMISS,Troops,0,3,3\n2018-01,,UNMISS,,0,3,3\n'
  expect((await tableOf(typed, text)).rows.map(r => r.total)).toEqual([false, true])
  expect(await checked(typed, text)).toEqual([])
})
test('a blank name is no total where its code stands, where a table may lack the column, or where nothing is summed', async () => {
  const coded: Layout = {
    ...UNCHECKED,
    columns: [...LAYOUT.columns, { name: 'Code', as: 'text' }],
    key: ['Month', 'Code', 'Mission'],
    checks: [{ check: 'one State', name: 'Contributor', code: 'Code' }],
  }
  const head = 'Month,Contributor,Code,Mission,Police,Troops,Total\n'
  const t = await tableOf(coded, `${head}2018-01,,NPL,UNMISS,0,3,3\n2018-01,,,UNMISS,0,3,3\n`)
  expect(t.rows.map(r => r.total)).toEqual([false, true])
  const other = (change: (c: Column) => Column): Layout => ({ ...UNCHECKED, columns: LAYOUT.columns.map(change) })
  for (const layout of [
    other(c => (c.name === 'Mission' ? { ...c, optional: true } : c)),
    other(c => (c.name === 'Mission' ? { ...c, missing: [''] } : c)),
    other(({ is: _, ...c }) => c),
  ])
    expect((await tableOf(layout, `${HEAD}2018-01,Nepal,,0,3,3\n`)).rows.map(r => r.total)).toEqual([false])
})
test('of a workbook the sheet with the headings is read, and the others are named; a day is a day', async () => {
  const t = await tableOf(
    LAYOUT,
    workbookOf([
      { name: 'READ ME', rows: [['About this table'], ['SIMULATED']] },
      {
        name: 'Data',
        rows: [
          ['SIMULATED strength', '', '', '', '', ''],
          HEAD.trim().split(','),
          [{ serial: 43131 }, 'Nepal', 'UNMISS', 1, 2, 3],
          [43159, 'Ghana', 'UNIFIL', 0, 4, 4],
          ['', '', '', '', '', ''],
          ['Source: a table that nobody published', '', '', '', '', ''],
        ],
      },
    ]),
  )
  expect(t.bad).toEqual([])
  expect(t.rows.map(r => [toIso(r.asked.from!), r.asked.amount, r.notes])).toEqual([
    ['2018-01-01', 3, []],
    ['2018-02-01', 4, ['Month: a serial day of Excel']],
  ])
  expect(t.told).toEqual(
    expect.arrayContaining([
      'read from the sheet "Data"; not from "READ ME"',
      '1 rows above the headings left out',
      'line 6 is words below the table, left out: "Source: a table that nobody published"',
    ]),
  )
})
test('a name and a code that are not one State, or that stand in each other’s column, are said', () => {
  const noted = gathered()
  const layout: Layout = {
    ...LAYOUT,
    columns: [...LAYOUT.columns, { name: 'ISO', as: 'text' }],
    checks: [{ check: 'one State', name: 'Contributor', code: 'ISO' }],
  }
  const checks = checking(layout, noted)
  const row = (name: string, code: string, line: number): number =>
    checks.row(['2018-01', name, 'UNMISS', '1', '2', '3', '', code], { file: 1, line })
  for (const [i, [name, code]] of [
    ['Nepal', 'NPL'],
    ['Türkiye', 'TUR'],
    ['Nepal', 'IND'],
    ['NPL', 'Nepal'],
    ['Northland', 'XXX'],
    ['', 'NPL'],
  ].entries())
    row(name!, code!, i + 2)
  expect(noted.all().map(s => [s.says, s.column, s.at.map(p => p.line)])).toEqual([
    ['Contributor and ISO are not one State', 'ISO', [4]],
    ['Contributor holds codes and ISO names: columns swapped?', 'ISO', [5]],
  ])
})
test('a State under its new name, a mission by its name in full, keep the name of the row; what nobody knows stands as published', async () => {
  const keys = async (state: string, mission: string): Promise<string> =>
    (await read(`${HEAD}2018-01,${state},${mission},1,2,3\n`)).rows[0]!.key
  expect(await keys('Swaziland', 'UNMISS')).toBe(await keys('Eswatini', 'United Nations Mission in South Sudan'))
  expect(await keys('Turkey', 'Unmiss')).toBe(await keys('Türkiye ', ' UNMISS'))
  expect(await keys('Northland', 'UNNORTH')).toBe(['2018-01-01', 'Northland', 'UNNORTH'].join('\u001f'))
  expect(await keys('Serbia and Montenegro', 'UNMISS')).not.toBe(await keys('Serbia', 'UNMISS'))
})
test('what is no table at all is said in a sentence that helps', async () => {
  const says = async (bytes: Buffer): Promise<string | undefined> => (await tableOf(LAYOUT, bytes)).bad[0]?.says
  expect(await says(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]))).toBe('packed with gzip: unpack it first')
  expect(await says(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('an old workbook (.xls): save it as .xlsx or .csv')
  const zip = workbookOf([]).toString('latin1').replaceAll('xl/workbook', 'my/archives')
  expect(await says(Buffer.from(zip, 'latin1'))).toBe('a zip that holds no workbook: unpack it first')
})
test('a column without a heading is not kept, and that is said', async () => {
  const t = await read(`Month,Contributor,,Mission,Police,Troops,Total,\n2018-01,Nepal,x,UNMISS,1,2,3,y\n`)
  expect(t.rows[0]!.cells.slice(0, 6)).toEqual(['2018-01', 'Nepal', 'UNMISS', '1', '2', '3'])
  expect(t.told).toContain('2 columns without a heading not kept')
})
