import { describe, expect, it } from 'vitest'
import { counted } from '../../src/archive/counted.ts'
import { datasets, snapshots } from '../../src/archive/datasets.ts'
import { diff } from '../../src/archive/diff.ts'
import { feedOf } from '../../src/archive/feed.ts'
import { history } from '../../src/archive/history.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { rows as rowsOf } from '../../src/archive/rows.ts'
import { sums } from '../../src/archive/sums.ts'
import { inShort } from '../../src/archive/told.ts'
import { app } from '../../src/doors/http/app.tsx'
import type { Sql } from '../../src/kernel/database/pools.ts'
import { exported } from '../../src/record/case.ts'
import { mainOf, words } from '../pages/reading.ts'
import { archived, named, type Rows, STRENGTH } from './tables.ts'

// A closed cell of a named row is changed: who signed, who was hurt. The public is not told that it was, nor of which row. SIMULATED throughout.

const { put, add, file, keeper, visitor, opened, record } = archived()
const layout: Layout = {
  ...named(STRENGTH, 'sim-closed'),
  columns: [...STRENGTH.columns, { name: 'Signed', as: 'text', closed: true }],
}
const rows = (signed: readonly string[], total = 3): Rows =>
  ['Eastland', 'Northland', 'Westland'].map((state, i) => [state, '1999-01', 1, i === 0 ? total - 1 : 2, i === 0 ? total : 3, signed[i]!])
type Ask = <T>(ask: (db: Sql) => Promise<T>) => Promise<T>
const told = (ask: Ask, older: number, newer: number, of = layout) =>
  ask(async db => {
    const t = await opened(db, of)
    return [
      inShort(await counted(db, t, older, newer)),
      ...(await diff(db, t, older, newer, { limit: 10 })).changes.map(c => `${c.kind}${c.closed ? ', closed' : ''}: ${c.says}`),
    ]
  })
const citedBy = (ask: Ask, of = layout) =>
  ask(async db => {
    const found = await rowsOf(db, of.dataset, {})
    return 'rows' in found ? found.rows.map(r => [r.cells['State'], r.cites.since, r.cites.line]).toSorted() : found
  })

describe('closed cells that say something else', () => {
  it('are counted and told for cleared readers, what is lost first, and for nobody else', async () => {
    await put(layout, rows(['one side', 'two sides', 'a third']))
    const added = await put(layout, rows(['both sides', 'two sides', '']))
    expect(added).toMatchObject({ added: 0, changed: 0, closed: 2, gone: 0 })
    expect(await told(keeper, 1, 2)).toEqual([
      '2 rows otherwise in closed cells alone.',
      'less, closed: Westland, January 1999, Signed: a third is no longer stated.',
      'corrected, closed: Eastland, January 1999, Signed: one side became both sides.',
    ])
    expect(await told(visitor, 1, 2)).toEqual(['No row differs in what is public.'])
  })
  it('what else is corrected is counted for everybody; over several snapshots, too', async () => {
    await put(layout, rows(['all sides', 'two sides', ''], 4))
    expect(await told(visitor, 2, 3)).toEqual([
      '1 row corrected.',
      'corrected: Eastland, January 1999, Troops: 2 became 3; Total: 3 became 4.',
    ])
    expect(await told(visitor, 1, 3)).toEqual(await told(visitor, 2, 3))
    expect(await told(keeper, 1, 3)).toEqual([
      '1 row corrected, 1 otherwise in closed cells alone.',
      'less, closed: Westland, January 1999, Signed: a third is no longer stated.',
      'corrected: Eastland, January 1999, Troops: 2 became 3; Total: 3 became 4; Signed: one side became all sides.',
    ])
  })
  it('no row, no history, no sum and no entry says so to the public', async () => {
    const its = named(layout, 'sim-closed-cited')
    await put(its, rows(['one side', 'two sides', 'a third']))
    const inPages = () =>
      visitor(async db => {
        const found: (string | null)[] = []
        for (let after: string | undefined; ; ) {
          const page = await rowsOf(db, its.dataset, { limit: 1, after })
          if (!('rows' in page)) return found
          found.push(page.rows[0]!.cells['State']!, page.next)
          if (page.next === null) return found
          after = page.next
        }
      })
    const before = await inPages()
    await put(its, rows(['one side', 'both sides', 'a third']).toReversed())
    expect(await citedBy(visitor, its)).toEqual([
      ['Eastland', 1, 2],
      ['Northland', 1, 3],
      ['Westland', 1, 4],
    ])
    expect(await citedBy(keeper, its)).toContainEqual(['Northland', 2, 3])
    expect(await inPages()).toEqual(before)
    const past = (ask: Ask) =>
      ask(async db => (await history(db, await opened(db, its), 'Northland | 1999-01'))?.stood.map(s => [s.from, s.until]))
    expect(await past(visitor)).toEqual([[1, null]])
    expect(await past(keeper)).toEqual([
      [1, 2],
      [2, null],
    ])
    const one = (ask: Ask) => ask(db => sums(db, its.dataset, { by: ['type'] }))
    expect(await one(visitor)).toMatchObject({ sums: [2, 3, 4].map(line => ({ cites: { since: 1, line } })) })
    expect(await one(keeper)).toMatchObject({ sums: [{ cites: { since: 1 } }, { cites: { since: 2, line: 3 } }, { cites: { since: 1 } }] })
    // Asked for alone, too: none is cited otherwise than its row.
    expect(await visitor(db => sums(db, its.dataset, { by: [], filters: { type: 'Northland' } }))).toMatchObject({
      sums: [{ cites: { since: 1, line: 3 } }],
    })
    expect((await visitor(db => snapshots(db, its.dataset)))[0]).toMatchObject({ snapshot: 2, changed: 0 })
    const lines = await visitor(db => Array.fromAsync(exported(db)))
    const mine = lines.filter(l => JSON.stringify(l).includes(its.dataset)).map(l => JSON.stringify(l))
    expect(mine).toEqual([expect.stringContaining('"changed":0'), expect.stringMatching(/"changed":0/)])
  })
  it('what is told to the public is told from where it was read, whatever closed cells said since', async () => {
    const its = {
      ...named(layout, 'sim-closed-since'),
      columns: [...layout.columns, { name: 'Women', as: 'whole', optional: true } as const],
    }
    const table = (signed: readonly string[], troops: number, women?: number): string =>
      [
        `State,Month,Police,Troops,Total,Signed${women === undefined ? '' : ',Women'}`,
        ...signed.map((s, i) => `Land ${i},1999-01,1,${troops},${troops + 1},${s}${women === undefined ? '' : `,${women}`}`),
      ].join('\n')
    await add(its, file(table(['a', 'b'], 2)))
    await add(its, file(table(['a', 'b'], 5)))
    await add(its, file(table(['x', 'b'], 5)))
    const readIn = (ask: Ask, older: number, newer: number) =>
      ask(async db => (await diff(db, await opened(db, its), older, newer, { limit: 9 })).changes.map(c => [c.called, c.snapshot]))
    expect(await readIn(visitor, 1, 3)).toEqual([
      ['Land 0, January 1999', 2],
      ['Land 1, January 1999', 2],
    ])
    expect(await readIn(keeper, 1, 3)).toContainEqual(['Land 0, January 1999', 3])
    // An open column comes, and a closed cell changes with it.
    await add(its, file(table(['y', 'b'], 5, 3)))
    const women = (ask: Ask) =>
      ask(async db => {
        const found = await rowsOf(db, its.dataset, {})
        return 'rows' in found ? found.rows.map(r => [r.cells['Women'], r.cites.since]) : found
      })
    expect(await women(visitor)).toEqual([
      ['3', 4],
      ['3', 4],
    ])
    expect(await told(visitor, 3, 4, its)).toEqual(['No row differs in what is public. Column new: Women.'])
    expect(await told(keeper, 3, 4, its)).toEqual([
      '1 row otherwise in closed cells alone. Column new: Women.',
      'corrected, closed: Land 0, January 1999, Signed: x became y.',
    ])
    await add(its, file(table(['y'], 5, 3)))
    expect(await readIn(visitor, 4, 5)).toEqual([['Land 1, January 1999', 4]])
  })
  it('a column that no layout declares says of no row that something stands in it', async () => {
    const plain = named(STRENGTH, 'sim-closed-undeclared')
    const head = 'State,Month,Police,Troops,Total'
    await add(plain, file(`${head}\nEastland,1999-01,1,2,3\nWestland,1999-01,1,2,3\n`))
    const added = await add(plain, file(`${head},Remark\nEastland,1999-01,1,2,3,\nWestland,1999-01,1,2,3,seen\n`))
    expect(added).toMatchObject({ added: 0, changed: 0, closed: 0, gone: 0 })
    expect(await citedBy(visitor, plain)).toEqual([
      ['Eastland', 1, 2],
      ['Westland', 1, 3],
    ])
    expect(await told(visitor, 1, 2, plain)).toEqual(['No row differs in what is public. Column new: 1 that no layout declares.'])
  })
  it('feed, page and API say that nothing public differs', async () => {
    const feed = await visitor(async db => {
      const [d] = await datasets(db, { dataset: layout.dataset })
      return feedOf(db, d!, await opened(db, layout), await snapshots(db, layout.dataset))
    })
    expect(feed).toContain('SIMULATED strength by State and month: No row differs in what is public</title>')
    expect(feed).toContain('Nothing that is public differs.')
    const get = (path: string, accept: string) => app(record()).request(path, { headers: { accept } })
    const page = words(mainOf(await (await get('/archive/sim-closed/changes?older=1&newer=2', 'text/html')).text()))
    expect(page).toContain('No row differs in what is public')
    expect(page).not.toMatch(/corrected,|1 corrected/)
    expect(await (await get('/api/v1/archive/sim-closed/diff?older=1&newer=2', 'application/json')).json()).toMatchObject({
      says: 'No row differs in what is public.',
      counted: { corrected: 0, less: 0, closed: 0, seen: 'open cells' },
      items: [],
    })
  })
})
