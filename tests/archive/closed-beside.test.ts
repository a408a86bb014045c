import { describe, expect, it } from 'vitest'
import { oddities } from '../../src/archive/declared.ts'
import { diff } from '../../src/archive/diff.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { problems } from '../../src/archive/problems.ts'
import { readOnce } from '../../src/archive/read-once.ts'
import { rows as rowsOf } from '../../src/archive/rows.ts'
import { sums } from '../../src/archive/sums.ts'
import { archived, named, STRENGTH } from './tables.ts'

// A closed cell may not be told by what stands beside it: by which row of a name is counted, by what is said of it, by how rows are matched.
// SIMULATED throughout.

const { add, put, file, keeper, visitor, opened } = archived()
const layout: Layout = {
  ...named(STRENGTH, 'sim-beside'),
  columns: [...STRENGTH.columns, { name: 'Note', as: 'text' }, { name: 'Signed', as: 'text', closed: true }],
}
const M = '1999-01'
/** All that everybody reads of the rows, in their order, and which of them is counted. */
const publicly = (of: Layout) =>
  visitor(async db => {
    const [found, sum] = [await rowsOf(db, of.dataset, {}), await sums(db, of.dataset, { by: ['type'] })]
    if (!('rows' in found) || !('sums' in sum)) throw new Error('no answer')
    return [found.rows.map(r => [r.cells['Note'], r.repeat, r.cites.since]), sum.sums.map(s => [s['type'], s.rows, s.amount, s.repeated])]
  })
const said = (of: Layout, snapshot: number) =>
  visitor(async db => (await problems(db, of.dataset, snapshot, { limit: 100 })).map(p => p.says))

describe('what stands beside closed cells', () => {
  it('of rows of one name that weigh the same, another is not counted because a closed cell says something else', async () => {
    const its = named(layout, 'sim-beside-counted')
    await put(its, [
      ['Eastland', M, 1, 2, 3, 'first', 'one side'],
      ['Eastland', M, 1, 2, 3, 'second', 'one side'],
    ])
    const before = await publicly(its)
    for (let n = 0; n < 6; n++) {
      await put(its, [
        ['Eastland', M, 1, 2, 3, 'first', `side ${n}`],
        ['Eastland', M, 1, 2, 3, 'second', `other side ${n}`],
      ])
      expect(await publicly(its)).toEqual(before)
    }
  })
  it('that closed parts do not add up says nothing of which row is counted', async () => {
    const its: Layout = {
      ...named(layout, 'sim-beside-parts'),
      columns: layout.columns.map(c => (c.name === 'Troops' ? { ...c, closed: true } : c)),
    }
    await put(its, [
      ['Eastland', M, 1, 2, 3, 'first', ''],
      ['Eastland', M, 1, 2, 3, 'second', ''],
    ])
    const before = await publicly(its)
    for (const [first, second] of [
      [2, 9],
      [9, 2],
    ] as const) {
      await put(its, [
        ['Eastland', M, 1, first, 3, 'first', ''],
        ['Eastland', M, 1, second, 3, 'second', ''],
      ])
      expect(await publicly(its)).toEqual(before)
    }
    expect((await said(its, 2)).join()).not.toMatch(/add up/)
  })
  it('many rows of one name keep their places when closed cells of all of them say something else', async () => {
    const its = named(layout, 'sim-beside-many')
    const all = (signed: string) => Array.from({ length: 70 }, (_, i) => ['Eastland', M, 1, 2, 3, `note ${i}`, `${signed} ${i}`])
    await put(its, all('one side'))
    const before = await publicly(its)
    await put(its, all('both sides'))
    expect(await visitor(async db => (await diff(db, await opened(db, its), 1, 2, { limit: 5 })).changes.map(c => c.says))).toEqual([])
    expect(await publicly(its)).toEqual(before)
  })
  it('a closed State that is called a total takes no row out of the sums', async () => {
    const its: Layout = { ...named(layout, 'sim-beside-total'), columns: [...layout.columns, { name: 'Whose', as: 'state', closed: true }] }
    const of = (whose: string) => [['Eastland', M, 1, 2, 3, 'first', '', whose]]
    await put(its, of('Gabon'))
    const before = await publicly(its)
    for (const whose of ['All States', 'Sub-total', 'World']) {
      await put(its, of(whose))
      expect(await publicly(its)).toEqual(before)
    }
  })
  it('a closed column over which years are spread is refused: which of its cells are filled would be which rows there are', () => {
    const spread: Layout = { ...STRENGTH, checks: [], columns: [...STRENGTH.columns, { name: 'Hurt', as: 'whole', closed: true }] }
    expect(oddities({ ...spread, file: { form: 'csv', years: { in: 'Month', of: 'Hurt' } } }).map(o => o.says)).toEqual([
      'Hurt is closed: everybody would see which of its cells are filled',
    ])
  })
  it('what was read once for a cleared reader is not given to another', async () => {
    const its = named(layout, 'sim-beside-once')
    await put(its, [['Eastland', M, 1, 2, 3, 'first', 'ZqSigned']])
    const all = readOnce(its.dataset, {}, found => ({ signed: found.map(r => r.cells['Signed']) }))
    expect(await keeper(db => all(db))).toEqual({ signed: ['ZqSigned'] })
    expect(await visitor(db => all(db))).toEqual({ signed: [''] })
    expect(await keeper(db => all(db))).toEqual({ signed: ['ZqSigned'] })
  })
  it('a heading that no layout declares is named to nobody, though it stands twice', async () => {
    const its = named(layout, 'sim-beside-heading')
    const names = its.columns.map(c => c.name).join()
    await add(its, file(`${names},ZqHeading,ZqHeading\nEastland,${M},1,2,3,,,a,b\n`))
    expect((await said(its, 1)).join()).not.toContain('Zq')
  })
})
