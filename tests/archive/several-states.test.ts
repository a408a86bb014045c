import { expect, test } from 'vitest'
import type { Layout } from '../../src/archive/layout.ts'
import { rows } from '../../src/archive/rows.ts'
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
