import { describe, expect, it } from 'vitest'
import { counted } from '../../src/archive/counted.ts'
import { diff } from '../../src/archive/diff.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { problems } from '../../src/archive/problems.ts'
import { sums } from '../../src/archive/sums.ts'
import { inShort } from '../../src/archive/told.ts'
import { alike, type Had, matched, settled, type Twin } from '../../src/archive/twins.ts'
import { archived, named, type Rows, STRENGTH } from './tables.ts'

// Tables in which rows share a name. In whatever order a copy has them, it is the same table; and no figure rests on their order. SIMULATED throughout.

const { put, keeper, opened, rowCount } = archived()
const LAYOUT: Layout = {
  ...STRENGTH,
  columns: [...STRENGTH.columns.slice(0, 4), { name: 'Note', as: 'text' }, STRENGTH.columns[4]!],
}
type Row = Rows[number]
const M = '1999-01'
const EAST: readonly Row[] = [
  ['Eastland', M, 10, 90, 'as reported', 100],
  ['Eastland', M, 20, 90, 'as corrected', 110],
  ['Eastland', M, 30, 90, 'as corrected again', 120],
]
const WEST: Row = ['Westland', M, 1, 1, '', 2]
const orders = <T>(all: readonly T[]): T[][] =>
  all.length < 2 ? [[...all]] : all.flatMap((x, i) => orders(all.toSpliced(i, 1)).map(o => [x, ...o]))
const figures = (layout: Layout, at?: number) =>
  keeper(async db => {
    const s = await sums(db, layout.dataset, { by: ['type'], at })
    return 'sums' in s ? s.sums.map(x => [x['type'], x.rows, x.amount, x.repeated]) : s
  })
const changed = (layout: Layout, older: number, newer: number) =>
  keeper(async db => (await diff(db, await opened(db, layout), older, newer, { limit: 100 })).changes)
const said = (layout: Layout, snapshot: number) =>
  keeper(async db => (await problems(db, layout.dataset, snapshot, { limit: 100 })).map(p => [p.kind, p.says, p.lines.map(l => l[1])]))

describe('rows that share a name', () => {
  it('in any order are the same table: nothing is told, nothing written, no figure differs', async () => {
    const layout = named(LAYOUT, 'sim-orders')
    await put(layout, [...EAST, WEST])
    const [before, rows] = [await figures(layout), await rowCount(layout)]
    expect(before).toEqual([
      ['Eastland', 1, 120, 2],
      ['Westland', 1, 2, 0],
    ])
    for (const order of orders([...EAST, WEST]).slice(1)) {
      expect(await put(layout, order, { anyway: true })).toMatchObject({ added: 0, changed: 0, gone: 0 })
      expect(await figures(layout)).toEqual(before)
    }
    expect(await rowCount(layout)).toBe(rows)
    expect(await changed(layout, 1, 24)).toEqual([])
  })
  it('are counted the same whichever came first to the record', async () => {
    for (const [i, order] of orders(EAST).entries()) {
      const layout = named(LAYOUT, `sim-begun-${i}`)
      await put(layout, order)
      expect(await figures(layout)).toEqual([['Eastland', 1, 120, 2]])
    }
  })
  it('where each is a thing of its own, all are counted but one that says the same, in any order, and a second file doubles none', async () => {
    const layout = named({ ...LAYOUT, each: true }, 'sim-each')
    const rows = [...EAST, EAST[0]!, WEST]
    await put(layout, rows)
    const all = [
      ['Eastland', 3, 330, 1],
      ['Westland', 1, 2, 0],
    ]
    expect(await figures(layout)).toEqual(all)
    expect(await said(layout, 1)).toEqual([['note', 'the same row once more: kept apart, and not summed again', [5]]])
    expect(await put(layout, rows.toReversed(), { anyway: true })).toMatchObject({ added: 0, changed: 0, gone: 0 })
    expect(await figures(layout)).toEqual(all)
    const before = named(LAYOUT, 'sim-each-later')
    await put(before, rows)
    expect(await figures(before)).toEqual([['Eastland', 1, 120, 3], all[1]])
    expect(await put({ ...before, each: true, layout: 'sim-each-later/2' }, rows.toReversed())).toMatchObject({
      added: 0,
      changed: 0,
      gone: 0,
    })
    expect(await figures(before)).toEqual(all)
    expect(await changed(before, 1, 2)).toEqual([])
    expect(await figures(before, 1)).toEqual([['Eastland', 1, 120, 3], all[1]])
  })
  it('one cell corrected in one of them is told as that cell, though the file stands upside down', async () => {
    const layout = named(LAYOUT, 'sim-one-cell')
    await put(layout, [...EAST, WEST])
    const corrected = EAST.with(1, EAST[1]!.with(4, 'as corrected in May'))
    expect(await put(layout, [WEST, ...corrected].reverse())).toMatchObject({ added: 0, changed: 1, gone: 0 })
    expect((await changed(layout, 1, 2)).map(c => c.cells.map(x => [x.column, x.before, x.after]))).toEqual([
      [['Note', 'as corrected', 'as corrected in May']],
    ])
    // and two at once, of which the one that states most is now another: each with the row that it is most like
    const both = [EAST[2]!.with(4, 'x'), EAST[0]!.with(3, 190).with(5, 200), corrected[1]!, WEST]
    expect(await put(layout, both)).toMatchObject({ added: 0, changed: 2, gone: 0 })
    expect((await changed(layout, 2, 3)).flatMap(c => c.cells.map(x => `${x.before} ${x.after}`)).sort()).toEqual([
      '100 200',
      '90 190',
      'as corrected again x',
    ])
  })
  it('the counted one is taken out: that row alone is lost, another is counted, and the rest is as it was', async () => {
    const layout = named(LAYOUT, 'sim-taken-out')
    await put(layout, [...EAST, WEST])
    expect(await put(layout, [EAST[1]!, WEST, EAST[0]!])).toMatchObject({ added: 0, changed: 0, gone: 1 })
    expect((await changed(layout, 1, 2)).map(c => [c.kind, c.lost])).toEqual([['gone', true]])
    expect(await figures(layout)).toEqual([
      ['Eastland', 1, 110, 1],
      ['Westland', 1, 2, 0],
    ])
    expect(await figures(layout, 1)).toEqual([
      ['Eastland', 1, 120, 2],
      ['Westland', 1, 2, 0],
    ])
    // one stays alone; then all three are back in another order, and nothing differs from the first
    expect(await put(layout, [WEST, EAST[0]!])).toMatchObject({ gone: 1 })
    expect(await figures(layout)).toEqual([
      ['Eastland', 1, 100, 0],
      ['Westland', 1, 2, 0],
    ])
    expect(await put(layout, [EAST[2]!, EAST[0]!, WEST, EAST[1]!], { anyway: true })).toMatchObject({ added: 2, changed: 0, gone: 0 })
    expect(await changed(layout, 1, 4)).toEqual([])
    expect(await figures(layout)).toEqual(await figures(layout, 1))
  })
  it('one comes and another goes meanwhile: between the two it is one row that says something else, and none is lost', async () => {
    const layout = named(LAYOUT, 'sim-meanwhile')
    await put(layout, [EAST[0]!, WEST])
    await put(layout, [EAST[0]!, EAST[1]!, WEST])
    await put(layout, [EAST[1]!, WEST])
    expect((await changed(layout, 1, 2)).map(c => c.says)).toEqual(['Eastland, January 1999: one more row of this name.'])
    expect((await changed(layout, 2, 3)).map(c => c.says)).toEqual([
      'Eastland, January 1999: one of the rows of this name is gone; one stands.',
    ])
    expect((await changed(layout, 1, 3)).map(c => [c.kind, c.lost, c.cells.length])).toEqual([['corrected', false, 3]])
  })
  it('one whose own parts add up is counted before one whose parts do not, and that is said', async () => {
    for (const [i, order] of orders([EAST[0]!, ['Eastland', M, 20, 90, 'a slip', 1100] as Row]).entries()) {
      const layout = named(LAYOUT, `sim-adds-up-${i}`)
      await put(layout, order)
      expect(await figures(layout)).toEqual([['Eastland', 1, 100, 1]])
      const slip = order[0] === EAST[0] ? 3 : 2
      expect(await said(layout, 1)).toEqual([
        ['check', 'Police + Troops is not Total', [slip]],
        ['note', 'its parts do not add up, and those of another row of the same name do: that one is summed, and not this', [slip]],
      ])
    }
  })
})

describe('a row that stands twice in the same words', () => {
  const TOTAL: Row = ['All States', M, 11, 91, '', 102]
  const whole = [EAST[0]!, WEST, TOTAL]
  it('counts once, in sums and in what is checked, whether it came twice or later', async () => {
    const layout = named(LAYOUT, 'sim-doubled')
    expect(await put(layout, [...whole, ...whole.toReversed()])).toMatchObject({ rows: 6, repeated: 3 })
    expect(await figures(layout)).toEqual([
      ['Eastland', 1, 100, 1],
      ['Westland', 1, 2, 1],
    ])
    expect((await said(layout, 1)).filter(s => s[0] === 'check')).toEqual([])
    // it stands once again: nothing is lost
    expect(await put(layout, whole)).toMatchObject({ added: 0, changed: 0, gone: 3 })
    expect((await changed(layout, 1, 2)).map(c => [c.kind, c.lost, c.says])).toContainEqual([
      'double',
      false,
      'Westland, January 1999: one of the rows that say the same is there no more; another is.',
    ])
    expect((await changed(layout, 1, 2)).filter(c => c.lost)).toEqual([])
    expect(await keeper(async db => counted(db, await opened(db, layout), 1, 2))).toMatchObject({ gone: 0, double: 3 })
    // and once more twice: the check is against what is counted
    await put(layout, [...whole, EAST[0]!, ['All States', M, 11, 91, '', 102]])
    expect((await said(layout, 3)).filter(s => s[0] === 'check')).toEqual([])
    expect((await changed(layout, 2, 3)).map(c => c.says)).toContain('Eastland, January 1999: the same row once more.')
    expect(await figures(layout)).toEqual([
      ['Eastland', 1, 100, 1],
      ['Westland', 1, 2, 0],
    ])
  })
  it('is no news where it came, and no loss where it went, between two snapshots and over several', async () => {
    const its = named(STRENGTH, 'sim-copies')
    const rows = ['Eastland', 'Westland', 'Northland'].map(state => [state, '1999-01', 1, 2, 3])
    const doubled = [...rows, ...rows.slice(0, 2), ['Southland', '1999-01', 1, 2, 3]]
    const told = (older: number, newer: number) => keeper(async db => inShort(await counted(db, await opened(db, its), older, newer)))
    await put(its, rows)
    await put(its, doubled)
    expect(await told(1, 2)).toBe('3 rows new (2 of them of a name that is counted already).')
    await put(its, rows.slice(0, 2), { anyway: true })
    expect(await told(2, 3)).toBe('2 rows gone, 2 that stood more than once in the same words. The table has 2 rows, 4 fewer than before.')
    await put(its, [...rows, ...rows])
    expect(await told(1, 4)).toBe('3 rows new (of a name that is counted already).')
  })
  it('a total that does not come out is said once for what is counted, in any order', async () => {
    for (const [i, order] of [
      [EAST[0]!, EAST[1]!, WEST, TOTAL],
      [TOTAL, EAST[1]!, WEST, EAST[0]!],
    ].entries()) {
      const layout = named(LAYOUT, `sim-total-${i}`)
      await put(layout, order)
      expect((await said(layout, 1)).filter(s => s[0] === 'check').map(s => s[1])).toEqual([
        'rows of Total add up to another figure than the row "All States" gives',
        '1999-01: the parts are 112, the total says 102',
      ])
    }
  })
})

describe('which is which', () => {
  const twin = (n: number, hash: string, amount: number | null = null, fails = 0): Twin => ({ n, hash, fails, amount, total: false })
  it('many of one name, one of them corrected: one takes the place of one, however many there are', () => {
    const cells = new Map(Array.from({ length: 300 }, (_, i) => [`h${i}`, [`a${i}`, `b${i % 7}`, `c${i}`]]))
    const had = [...cells.keys()].map((hash, i): Had => ({ repeat: i + 1, hash, stands: true, again: i > 0 }))
    cells.set('new', ['a150', 'b3', 'other'])
    const now = had.toReversed().map((h, i) => twin(i, h.hash === 'h150' ? 'new' : h.hash))
    const all = settled(matched(now, had), (t, h) => alike(cells.get(t.hash)!, cells.get(h.hash)!))
    expect(all.filter(s => s.is !== 'same').map(s => [s.is, s.repeat, s.twin.hash])).toEqual([['instead', 151, 'new']])
    expect(new Set(all.map(s => s.repeat)).size).toBe(300)
  })
  it('what stood before and went takes its own place again, not the first that is free', () => {
    const had: Had[] = [
      { repeat: 1, hash: 'a', stands: false, again: false },
      { repeat: 2, hash: 'b', stands: false, again: true },
      { repeat: 3, hash: 'c', stands: true, again: false },
    ]
    const all = settled(matched([twin(1, 'c'), twin(2, 'b'), twin(3, 'x')], had), () => 0)
    expect(all.map(s => [s.twin.hash, s.is, s.repeat])).toEqual([
      ['c', 'same', 3],
      ['b', 'back', 2],
      ['x', 'new', 1],
    ])
  })
})
