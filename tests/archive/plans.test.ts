import { beforeAll, describe, expect, it } from 'vitest'
import { counted } from '../../src/archive/counted.ts'
import { snapshots } from '../../src/archive/datasets.ts'
import { diff } from '../../src/archive/diff.ts'
import { history } from '../../src/archive/history.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { rowNamed } from '../../src/archive/part.ts'
import { rows } from '../../src/archive/rows.ts'
import { sums } from '../../src/archive/sums.ts'
import { type Table, table } from '../../src/archive/table.ts'
import type { Reader } from '../../src/kernel/access/reader.ts'
import type { Sql } from '../../src/kernel/database/pools.ts'
import { day } from '../../src/kernel/day.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { type Node, nodes, planned } from '../access/planned.ts'
import { archived, named, STRENGTH } from './tables.ts'

// Each question is asked as the reader who asks it, and the plan is looked at, not the clock: what is asked is a walk of an index,
// and the past costs no more than the present.

const { record, put } = archived()
const ROWS = 30_000
/** Of another table the third snapshot lacks so many, and says something else of each of the others. */
const [SOME, GONE] = [12_000, 3_000]
const layout: Layout = {
  ...named(STRENGTH, 'sim-large'),
  columns: [
    { name: 'id', as: 'text' },
    { name: 'date', as: 'day', is: 'from' },
    { name: 'state', as: 'state', is: 'state' },
    { name: 'area', as: 'place', is: 'place' },
    { name: 'best', as: 'whole', is: 'amount' },
    { name: 'words', as: 'text' },
  ],
  key: ['id'],
  totals: [],
  checks: [],
}
/** Rows of several States each, as agreements are. */
const shared: Layout = {
  ...named(STRENGTH, 'sim-shared'),
  columns: [
    { name: 'id', as: 'text' },
    { name: 'date', as: 'day', is: 'from' },
    { name: 'first', as: 'state', is: 'state' },
    { name: 'all', as: 'text' },
  ],
  key: ['id'],
  states: ['first', 'all'],
  totals: [],
  checks: [],
}
const corrected = named(layout, 'sim-corrected')
const STATES = ['Gabon', 'Nepal', 'Fiji', 'Ghana', 'Kenya']
const row = (i: number, best = i % 7) =>
  // as wide as such rows are: the index is much smaller than the table
  [
    `e${i}`,
    `20${10 + (i % 10)}-${String(1 + (i % 12)).padStart(2, '0')}-05`,
    STATES[i % 5]!,
    `Area ${i % 40}`,
    best,
    `what a source says of event ${i} `.repeat(12),
  ] as const
beforeAll(async () => {
  await put(
    layout,
    Array.from({ length: ROWS }, (_, i) => row(i)),
  )
  await put(
    layout,
    Array.from({ length: ROWS }, (_, i) => row(i, i % 100 === 1 ? 9 : i % 7)),
  )
  await put(
    shared,
    Array.from({ length: 5_000 }, (_, i) => [
      `s${i}`,
      `20${10 + (i % 10)}-01-05`,
      STATES[i % 5]!,
      i % 500 ? STATES[i % 5]! : 'Togo/(North)/Benin',
    ]),
  )
  for (const rows of [SOME, SOME, SOME - GONE])
    await put(
      corrected,
      Array.from({ length: rows }, (_, i) => row(i, i % 7 === 1 || rows < SOME ? rows : 1)),
      { anyway: true },
    )
  await put(named(STRENGTH, 'sim-other'), [['Eastland', '1999-01', 1, 2, 3]])
  await record().fresh.asOwner('vacuum analyze')
}, 180_000)

/** The scans of row-versions that a question makes, as this reader. */
const scans = async (reader: Reader, ask: (db: Sql, t: Table) => Promise<unknown>): Promise<Node[]> => {
  const plans = await planned(record(), reader, async db => ask(db, (await table(db, layout.dataset))!))
  return plans.flatMap(p => nodes(p.plan)).filter(n => n['Relation Name'] === 'archived')
}
const walked = (of: readonly Node[]): number =>
  of.reduce((sum, n) => sum + n['Actual Loops'] * (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0)), 0)

describe.each([
  ['the public', PUBLIC],
  ['a cleared reader', OPERATOR],
  ['a partner', { tier: 2, missions: ['SIM-1'], states: ['GAB'] } satisfies Reader],
])('as %s', (_, reader) => {
  const byIndex = async (most: number, ask: (db: Sql, t: Table) => Promise<unknown>): Promise<Node[]> => {
    const found = await scans(reader, ask)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(n => n['Node Type'] === 'Seq Scan')).toEqual([])
    expect(walked(found), JSON.stringify(found.map(n => [n['Node Type'], n['Index Name']]))).toBeLessThanOrEqual(most)
    return found
  }
  it('sums by month and place, and by State and month, read the index and no row', async () => {
    for (const by of [
      ['month', 'place'],
      ['state', 'mission', 'month'],
    ] as const)
      for (const at of [1, 2]) {
        const found = await byIndex(2 * ROWS + 2_000, (db, _t) => sums(db, layout.dataset, { at, by }))
        for (const n of found.filter(n => (n['Actual Rows'] ?? 0) > 100)) {
          expect(n['Node Type']).toBe('Index Only Scan')
          expect(n['Heap Fetches']).toBe(0)
        }
      }
  })
  it('one State’s rows are walked by State, one month’s by month; a page looks at a page', async () => {
    await byIndex(ROWS / 5 + 500, db => sums(db, layout.dataset, { by: ['month'], filters: { state: 'GAB' } }))
    await byIndex(500, db => rows(db, layout.dataset, { limit: 100 }))
    await byIndex(500, db => rows(db, layout.dataset, { limit: 100, filters: { state: 'NPL' } }))
    const first = await record().read(reader, db => rows(db, layout.dataset, { limit: 20_000 }))
    const after = 'next' in first ? (first.next ?? undefined) : undefined
    await byIndex(500, db => rows(db, layout.dataset, { limit: 100, after }))
    await byIndex(1_000, db =>
      rows(db, layout.dataset, { limit: 100, filters: { from: day('2019-12-01'), to: day('2019-12-31'), state: 'GAB' } }),
    )
  })
  it('rows that name a State among several are found by it, and no other is looked at', async () => {
    await byIndex(20, db => rows(db, 'sim-shared', { filters: { named: 'BEN' } }))
    const found = await record().read(reader, db => rows(db, 'sim-shared', { filters: { named: 'BEN' } }))
    expect('rows' in found && found.rows.map(r => r.cells['id']).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, i) => `s${i * 500}`).toSorted(),
    )
  })
  it('a figure costs two questions, and its walk searches by what was asked, not by numbers of snapshots', async () => {
    const ask = (db: Sql) => sums(db, layout.dataset, { by: ['month'], filters: { place: 'Area 7' } })
    await record().read(reader, ask) // the layout is read once
    const plans = await planned(record(), reader, ask)
    expect(plans.map(p => p.text)).toHaveLength(2)
    const [walk] = plans.flatMap(p => nodes(p.plan)).filter(n => n['Relation Name'] === 'archived')
    expect(walk!['Index Cond']).toMatch(/place = /)
    expect(walk!['Index Cond']).not.toMatch(/from_snap|repeat/)
  })
  it('what changed between two snapshots is read from what changed', async () => {
    await byIndex(1_500, (db, t) => diff(db, t, 1, 2, { limit: 100 }))
    await byIndex(1_500, (db, t) => counted(db, t, 1, 2))
  })
  it('a page of a large diff looks at a page, losses first, wherever it begins; nothing is put in order that an index has in order', async () => {
    for (const [older, newer] of [
      [2, 3],
      [1, 3],
    ] as const) {
      const t = await record().read(reader, async db => (await table(db, corrected.dataset))!)
      const first = await record().read(reader, db => diff(db, t, older, newer, { limit: GONE - 20 }))
      expect(new Set(first.changes.map(c => c.what))).toEqual(new Set(['gone']))
      for (const after of [undefined, first.next]) {
        const plans = await planned(record(), reader, db => diff(db, t, older, newer, { limit: 100, after }))
        const all = plans.flatMap(p => nodes(p.plan))
        expect(all.filter(n => n['Node Type'] === 'Sort')).toEqual([])
        const found = all.filter(n => n['Relation Name'] === 'archived')
        expect(found.length).toBeGreaterThan(1)
        expect(found.filter(n => n['Node Type'] === 'Seq Scan')).toEqual([])
        expect(
          walked(found),
          JSON.stringify(found.map(n => [n['Node Type'], n['Index Name'], n['Actual Rows'], n['Actual Loops']])),
        ).toBeLessThanOrEqual(4_000)
      }
    }
  })
  it('a row by its name and its history are one walk, and the list of snapshots looks at no row', async () => {
    await byIndex(4, (db, t) => history(db, t, 'e101', 'best'))
    await byIndex(4, db => rowNamed(db, layout.dataset, 'e101'))
    expect(await scans(reader, db => snapshots(db, layout.dataset))).toEqual([])
  })
})
