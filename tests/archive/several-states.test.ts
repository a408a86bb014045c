import { expect, test } from 'vitest'
import { csvSum, csvSumsHead } from '../../src/archive/csv.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { rows } from '../../src/archive/rows.ts'
import { type By, sums } from '../../src/archive/sums.ts'
import { archived, named, STRENGTH } from './tables.ts'

// A row that is of several States is found under each of them, snapshot by snapshot. SIMULATED.
const { put, visitor } = archived()
const layout = (dataset: string): Layout => ({
  ...named(STRENGTH, dataset),
  columns: [
    { name: 'id', as: 'text' },
    { name: 'first', as: 'state', is: 'state' },
    { name: 'all', as: 'text' },
    { name: 'words', as: 'text' },
  ],
  key: ['id'],
  states: ['first', 'all'],
  totals: [],
  checks: [],
})
const found = async (of: Layout, state: string, at?: number): Promise<readonly string[]> => {
  const answer = await visitor(db => rows(db, of.dataset, { ...(at !== undefined && { at }), filters: { named: state } }))
  return 'rows' in answer ? answer.rows.map(r => `${r.cells['id']} ${r.cells['words']}`).toSorted() : [answer.says]
}

test('under the first, the second and the one in brackets; under no other, and once', async () => {
  const of = layout('sim-several')
  await put(of, [
    ['a', 'Mali', 'Mali/(Niger)', 'x'],
    ['b', '', 'Burundi/Rwanda/Uganda/(Lakes)', 'x'],
    ['c', 'Mali', '', 'x'],
  ])
  expect(await found(of, 'MLI')).toEqual(['a x', 'c x'])
  expect(await found(of, 'NER')).toEqual(['a x'])
  for (const state of ['BDI', 'RWA', 'UGA']) expect(await found(of, state), state).toEqual(['b x'])
  expect(await found(of, 'TGO')).toEqual([])
})
test('as each snapshot has it: a State that a row lost is found in the earlier one only', async () => {
  const of = layout('sim-several-later')
  await put(of, [
    ['a', 'Mali', 'Mali/Niger', 'x'],
    ['b', 'Mali', 'Mali/Chad', 'x'],
  ])
  await put(of, [
    ['a', 'Mali', 'Mali/Togo', 'x'],
    ['b', 'Mali', 'Mali/Chad', 'x'],
  ])
  expect(await found(of, 'NER')).toEqual([])
  expect(await found(of, 'NER', 1)).toEqual(['a x'])
  expect(await found(of, 'TGO')).toEqual(['a x'])
  expect(await found(of, 'TCD')).toEqual(['b x'])
})
test('rows of one name that change places keep their States', async () => {
  const of = layout('sim-several-twice')
  const two = [
    ['a', 'Mali', 'Mali/Niger', 'x'],
    ['a', 'Chad', 'Chad/Togo', 'y'],
  ] as const
  await put(of, two)
  await put(of, two.toReversed())
  expect(await found(of, 'NER')).toEqual(['a x'])
  expect(await found(of, 'TGO')).toEqual(['a y'])
})
test('of rows that were written before this was kept all come, and none is missed', async () => {
  const of = layout('sim-several-before')
  const { states: _, ...before } = of
  await put(before, [['a', 'Mali', 'Mali/Niger', 'x']])
  await put(of, [
    ['a', 'Mali', 'Mali/Niger', 'x'],
    ['b', 'Togo', 'Togo', 'x'],
  ])
  expect(await found(of, 'NER')).toEqual(['a x', 'b x'])
})

test('a sum by State counts it under each of them, and says that the parts add up to more than the whole', async () => {
  const of = { ...layout('sim-several-sum'), columns: [...layout('').columns, { name: 'from', as: 'day' as const, is: 'from' as const }] }
  const first = [
    ['a', 'Mali', 'Mali/Niger', 'x', '2014-01-02'],
    ['b', '', 'Burundi/Mali/Rwanda/(Lakes)', 'x', '2014-02-03'],
    ['c', 'Mali', 'Mali', 'x', '2015-04-05'],
    ['d', '', 'Nowhere', 'x', '2015-04-06'],
  ]
  await put(of, first)
  await put(of, [...first.slice(0, 3), ['d', 'Togo', 'Togo/Mali', 'x', '2015-04-06']])
  const sum = async (by: readonly By[], how: Parameters<typeof sums>[2]['filters'] = {}, at?: number) => {
    const found = await visitor(db => sums(db, of.dataset, { by, filters: how, at }))
    if (!('sums' in found)) throw new Error(found.says)
    return found
  }
  const by = await sum(['state'])
  const told = (s: typeof by) => s.sums.map(x => [x.state, x.rows, x.several])
  const all = [
    ['BDI', 1, 1],
    ['MLI', 4, 3],
    ['NER', 1, 1],
    ['RWA', 1, 1],
    ['TGO', 1, 1],
  ]
  expect(told(by)).toEqual(all)
  expect(by.counting).toBe('A row that names several States is counted under each of them: the parts add up to more than the whole.')
  expect((await sum(['year'])).sums.map(s => [s.year, s.rows])).toEqual([
    ['2014', 2],
    ['2015', 2],
  ])
  expect((await sum(['year'])).counting).toBeUndefined()
  // Asked for one State, each of its rows counts once; and so each row is found.
  expect((await sum(['year'], { state: 'MLI' })).sums.map(s => [s.year, s.rows])).toEqual([
    ['2014', 2],
    ['2015', 2],
  ])
  expect(told(await sum(['state'], { state: 'NER' }))).toEqual([['NER', 1, 1]])
  expect(told(await sum(['state', 'year'], { state: 'MLI' })).map(([, rows]) => rows)).toEqual([2, 2])
  const asked = await visitor(db => rows(db, of.dataset, { filters: { state: 'RWA' } }))
  expect('rows' in asked && asked.rows.map(r => r.cells['id'])).toEqual(['b'])
  // As the first snapshot had it: a row of no State that anybody knows stands under none.
  expect(told(await sum(['state'], {}, 1))).toEqual([
    [null, 1, 0],
    ['BDI', 1, 1],
    ['MLI', 3, 2],
    ['NER', 1, 1],
    ['RWA', 1, 1],
  ])
  // Page by page it is the same, and in a file the column says it.
  const page = await visitor(db => sums(db, of.dataset, { by: ['state'], limit: 2 }))
  const next = await visitor(db => sums(db, of.dataset, { by: ['state'], limit: 9, after: ('next' in page && page.next) || '' }))
  expect([page, next].flatMap(p => ('sums' in p ? p.sums.map(s => s.state) : []))).toEqual(all.map(([s]) => s))
  expect(csvSumsHead(['state'], by) + csvSum(['state'], by.sums[1]!, 2)).toBe(
    'state,rows,amount,repeated,several,snapshot\r\n#country+code,#meta+rows+num,#indicator+num,#meta+repeated+num,#meta+rows+several+num,#meta+dataset+snapshot\r\nMLI,4,,0,3,2\r\n',
  )
})
test('of a table that was first added before, each row counts under its first State, and that is said', async () => {
  const of = layout('sim-several-sum-before')
  const { states: _, ...before } = of
  await put(before, [['a', 'Mali', 'Mali/Niger', 'x']])
  await put(of, [['a', 'Mali', 'Mali/Niger', 'y']])
  const found = await visitor(db => sums(db, of.dataset, { by: ['state'] }))
  expect(found).toMatchObject({ sums: [{ state: 'MLI', rows: 1 }], counting: expect.stringMatching(/under the first of them alone/) })
})
