import { describe, expect, it } from 'vitest'
import { diff } from '../../src/archive/diff.ts'
import { history } from '../../src/archive/history.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { archived, named, type Rows, STRENGTH } from './tables.ts'

// The last row of a month is its total, and mostly has no name of its own. Whoever reads what changed must see that it is one. SIMULATED throughout.

const { put, keeper, opened } = archived()
const layout: Layout = {
  ...named(STRENGTH, 'sim-totals'),
  columns: [
    { name: 'Month', as: 'month', is: 'from' },
    { name: 'State', as: 'state', is: 'state' },
    { name: 'Mission', as: 'mission', is: 'mission' },
    { name: 'Total', as: 'whole', is: 'amount' },
  ],
  key: ['Month', 'State', 'Mission'],
  totals: [],
  checks: [],
}

describe('a row that is a total of others', () => {
  it('is told as the total that it is, and of what', async () => {
    const parts: Rows = [
      ['2013-12', 'Gabon', 'MINUSCA', 3],
      ['2013-12', 'Ghana', 'UNMISS', 4],
    ]
    const rows = (all: number, other: number): Rows => [
      ...parts,
      ['2013-12', '', '', all],
      ['2013-12', 'All States', 'UNMISS', other],
      ['2013-12', 'Grand Total', '', other],
      ['', '', '', other],
    ]
    await put(layout, rows(7, 4))
    await put(layout, rows(8, 5))
    await put(layout, parts)
    const told = (older: number, newer: number) =>
      keeper(async db => (await diff(db, await opened(db, layout), older, newer, { limit: 10 })).changes)
    expect((await told(1, 2)).map(c => c.says)).toEqual([
      'The table’s total row of December 2013, Total: 7 became 8.',
      'The total row of All States, UNMISS, December 2013, Total: 4 became 5.',
      'Grand Total, December 2013, Total: 4 became 5.',
      'The table’s total row, Total: 4 became 5.',
    ])
    expect((await told(2, 3))[0]).toMatchObject({
      called: 'The table’s total row of December 2013',
      says: 'The table’s total row of December 2013: the row is gone. Not zero: gone.',
    })
    const past = await keeper(async db => history(db, await opened(db, layout), '2013-12 |  | ', 'Total'))
    expect(past).toMatchObject({ called: 'The table’s total row of December 2013', stood: [{ value: '7' }, { value: '8' }] })
  })
})
