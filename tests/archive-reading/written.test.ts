import { expect, test } from 'vitest'
import type { Layout } from '../../src/archive/layout.ts'
import { spanOf } from '../../src/archive/read/days.ts'
import { settled } from '../../src/archive/read/settled.ts'
import { toIso } from '../../src/kernel/day.ts'
import { chunks, type Table, tableOf } from './shared.ts'

// Days and figures as offices of several languages write them. What a value does not settle, its column may. SIMULATED throughout.
const LAYOUT: Layout = {
  dataset: 'sim-written',
  layout: 'sim-written/1',
  title: 'SIMULATED strength',
  producer: 'Nobody',
  cite: 'Nobody, SIMULATED',
  licence: null,
  row: 'one contributor on one day',
  file: { form: 'csv', separator: ';' },
  columns: [
    { name: 'Day', as: 'day', is: 'from' },
    { name: 'Contributor', as: 'state', is: 'state' },
    { name: 'Troops', as: 'whole', is: 'amount' },
    { name: 'Share', as: 'number', optional: true },
    { name: 'Latitude', as: 'number', optional: true },
    { name: 'Longitude', as: 'number', optional: true },
  ],
  key: ['Day', 'Contributor'],
  where: [{ latitude: 'Latitude', longitude: 'Longitude', in: 'Contributor' }],
  opens: 'rows',
}
const asked = async (text: string, layout = LAYOUT): Promise<Table> =>
  tableOf(await settled(layout, [{ name: 'table.csv', bytes: chunks(text) }]), text)
const days = (t: Table): readonly string[] => t.rows.map(r => toIso(r.asked.from!))
const table = (...values: string[]): string => `Day;Contributor;Troops\n${values.map(v => `${v};Nepal;1\n`).join('')}`

test('a day in the forms of several offices is read, and how it was written is said', () => {
  const at = (text: string, as: 'day' | 'month' = 'day'): readonly (string | undefined)[] => {
    const s = spanOf(text, { as })
    return s ? [s.from === s.to ? toIso(s.from) : `${toIso(s.from)}/${toIso(s.to)}`, s.note] : ['not read']
  }
  for (const [text, day, note] of [
    ['2014.03.25', '2014-03-25', 'written y.m.d'],
    ['2014/3/5', '2014-03-05', 'written y/m/d'],
    ['20140325', '2014-03-25', 'a day without hyphens'],
    ['25-03-2014', '2014-03-25', 'written d-m-y'],
    ['25/03/2014', '2014-03-25', 'written d/m/y'],
    ['03/25/2014', '2014-03-25', 'written m/d/y'],
    ['03/2014', '2014-03-01/2014-03-31', 'written m/y'],
    ['1er août 2014', '2014-08-01', 'a month named in French'],
    ['15 févr. 2014', '2014-02-15', 'a month named in French'],
    ['DÉCEMBRE 2014', '2014-12-01/2014-12-31', 'a month named in French'],
    ['5 de enero de 2014', '2014-01-05', 'a month named in Spanish'],
    ['15-ago-2014', '2014-08-15', 'a month named in Spanish'],
    ['septiembre de 2014', '2014-09-01/2014-09-30', 'a month named in Spanish'],
    ['5 Sept. 2014', '2014-09-05', undefined],
    ['25-13-2014', undefined, undefined],
    ['13/2014', undefined, undefined],
    ['3-4-14', undefined, undefined],
    ['5 Marchember 2014', undefined, undefined],
    ['31 février 2014', undefined, undefined],
  ] as const)
    expect(at(text), text).toEqual(day === undefined ? ['not read'] : [day, note])
})
test('the column settles which comes first, day or month', async () => {
  const dayFirst = await asked(table('03/04/2014', '25/04/2014', '05/05/2014'))
  expect(dayFirst.bad).toEqual([])
  expect(days(dayFirst)).toEqual(['2014-04-03', '2014-04-25', '2014-05-05'])
  expect(dayFirst.rows.map(r => r.notes)).toEqual([
    ['Day: day before month, as other values of the column settle it'],
    ['Day: written d/m/y'],
    [],
  ])
  expect(days(await asked(table('03-04-2014', '04-25-2014')))).toEqual(['2014-03-04', '2014-04-25'])
})
test('where the column leaves it open each such day is refused with that reason, and the others are read', async () => {
  const open = await asked(table('03/04/2014', '05/05/2014', '2014-06-07'))
  expect(open.bad).toEqual([{ line: 2, column: 'Day', says: 'day or month first? "03/04/2014": no value of the column settles it' }])
  expect(days(open)).toEqual(['2014-05-05', '2014-06-07'])
  const both = await asked(table('03/04/2014', '25/04/2014', '04/25/2014'))
  expect(both.bad.map(b => b.says)).toEqual([
    'day or month first? "03/04/2014": some values of the column fit only the one, and some only the other',
  ])
})
test('a layout that says which comes first is not believed against every value of the column', async () => {
  const american: Layout = { ...LAYOUT, columns: LAYOUT.columns.map(c => (c.name === 'Day' ? { ...c, written: 'm/d/y' as const } : c)) }
  expect(days(await asked(table('03/04/2014', '04/25/2014'), american))).toEqual(['2014-03-04', '2014-04-25'])
  expect(days(await asked(table('03/04/2014'), american))).toEqual(['2014-03-04'])
  const saved = await asked(table('03/04/2014', '25/04/2014'), american)
  expect(days(saved)).toEqual(['2014-04-03', '2014-04-25'])
  expect(saved.rows[1]!.notes).toEqual(['Day: day before month, against the layout'])
})
const shares = async (...values: string[]): Promise<readonly (number | string | undefined)[]> => {
  const text = `Day;Contributor;Troops;Share\n${values.map((v, i) => `2014-01-0${i + 1};Nepal;1;${v}\n`).join('')}`
  const t = await asked(text, {
    ...LAYOUT,
    columns: LAYOUT.columns.map(({ is, ...c }) => ({
      ...c,
      ...(is === 'from' && { is }),
      ...(c.name === 'Share' && { is: 'amount' as const }),
    })),
  })
  return [...t.rows.map(r => r.asked.amount), ...t.bad.map(b => b.says)]
}
test('a figure with one mark is read as the figures beside it settle, and else named', async () => {
  expect(await shares('-3,02E-05', '4,95')).toEqual([-0.0000302, 4.95])
  expect(await shares('1,234', '4,95')).toEqual([1.234, 4.95])
  expect(await shares('1,234', '4.95')).toEqual([1234, 4.95])
  expect(await shares('1,234')).toEqual(['thousands or decimals? "1,234": no value of the column settles it'])
  expect(await shares('1,234', '4.95', '4,95')).toEqual([
    4.95,
    4.95,
    'thousands or decimals? "1,234": some values of the column fit only the one, and some only the other',
  ])
  expect(await shares('1.234', '4,95')).toEqual([4.95, 'thousands or decimals? "1.234": other values of the column have a decimal comma'])
  expect(await shares('0,125', '-0,5', '12345,678')).toEqual([0.125, -0.5, 12_345.678])
  expect(await shares('1’234.5', "12'345", '1 234', '1\u00a0234,5')).toEqual([1234.5, 12_345, 1234, 1234.5])
})
test('of whole numbers the mark sets thousands apart; of 1.000 only the others tell', async () => {
  const wholes = async (...values: string[]) => {
    const t = await asked(`Day;Contributor;Troops\n${values.map((v, i) => `2014-01-0${i + 1};Nepal;${v}\n`).join('')}`)
    return [...t.rows.map(r => r.asked.amount), ...t.bad.map(b => b.says)]
  }
  expect(await wholes('1.000', '1.234')).toEqual([1000, 1234])
  expect(await wholes('1.000', '16.0')).toEqual([1, 16])
  expect(await wholes('1.000')).toEqual(['thousands or decimals? "1.000": no value of the column settles it'])
  expect(await wholes('1,000', '16,0')).toEqual([16, 'thousands or decimals? "1,000": other values of the column have a decimal comma'])
  expect(await wholes('1,000')).toEqual([1000])
})
test('no degree goes beyond 180: 4,957 of a latitude has a decimal comma', async () => {
  const t = await asked('Day;Contributor;Troops;Latitude;Longitude\n2014-01-01;South Sudan;1;4,957;31,600\n')
  expect(t.bad).toEqual([])
  expect(t.rows[0]!.notes).toEqual([
    'Latitude: decimal comma, as other values of the column settle it',
    'Longitude: decimal comma, as other values of the column settle it',
  ])
  expect(t.rows[0]!.means.slice(4)).toEqual(['4.957', '31.6'])
})
