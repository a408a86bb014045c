import { describe, expect, it } from 'vitest'
import { counted } from '../../src/archive/counted.ts'
import { datasets, snapshots } from '../../src/archive/datasets.ts'
import { type Change, diff, KINDS } from '../../src/archive/diff.ts'
import { feedOf } from '../../src/archive/feed.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { losses } from '../../src/archive/losses.ts'
import { inShort } from '../../src/archive/told.ts'
import { archived, EVENTS, named, type Rows, STRENGTH } from './tables.ts'

// A producer withdraws figures in silence. Whoever looks at what changed sees first what is said no more. SIMULATED throughout.

const { put, keeper, opened } = archived()
const changed = (layout: Layout, older: number, newer: number, limit = 500) =>
  keeper(async db => (await diff(db, await opened(db, layout), older, newer, { limit })).changes)
const shortOf = (layout: Layout, older: number, newer: number) => keeper(async db => counted(db, await opened(db, layout), older, newer))
/** Page by page, as somebody turns them. */
const pages = (layout: Layout, older: number, newer: number, limit: number): Promise<Change[]> =>
  keeper(async db => {
    const t = await opened(db, layout)
    const all: Change[] = []
    for (let after: string | undefined; ; ) {
      const page = await diff(db, t, older, newer, { limit, after })
      expect(page.changes.length).toBeLessThanOrEqual(limit)
      all.push(...page.changes)
      if (page.next === undefined) return all
      after = page.next
    }
  })
const land = (i: number): string => `Land ${String(i).padStart(3, '0')}`

describe('losses stand first', () => {
  it('rows that are gone, then cells that are stated no more, then corrections, then what is new: counted, and in every page', async () => {
    const layout = named(STRENGTH, 'sim-first')
    const month = '1999-01'
    const first: Rows = Array.from({ length: 60 }, (_, i) => [land(i), month, 1, i, i + 1])
    const later: Rows = first.flatMap((r, i): Rows => {
      if (i % 10 === 9) return [] // gone, at the end of each ten
      if (i % 10 === 5) return [[r[0]!, month, 'NA', i, i + 1]]
      if (i % 10 === 1) return [[r[0]!, month, 2, i, i + 2]]
      return i % 10 === 0 ? [[`New ${land(i)}`, month, 1, 1, 2], r] : [r]
    })
    await put(layout, first)
    await put(layout, later)
    const all = await changed(layout, 1, 2)
    expect(all.map(c => c.kind)).toEqual([
      ...Array(6).fill('gone'),
      ...Array(6).fill('less'),
      ...Array(6).fill('corrected'),
      ...Array(6).fill('added'),
    ])
    for (const kind of KINDS) {
      const lines = all.filter(c => c.kind === kind).map(c => c.line)
      expect(lines, kind).toEqual(lines.toSorted((a, b) => a - b))
    }
    for (const limit of [1, 4, 7]) expect(await pages(layout, 1, 2, limit)).toEqual(all)
    const n = await shortOf(layout, 1, 2)
    expect(n).toMatchObject({ gone: 6, less: 6, corrected: 6, added: 6, atLeast: [], rows: { older: 60, newer: 60 } })
    expect(inShort(n)).toBe('6 rows gone, 6 rows state less than before, 6 corrected, 6 new.')
  })
  it('a table that is shorter than before says so, and whole years are told as years', async () => {
    const layout = named(STRENGTH, 'sim-years')
    const first: Rows = ['2011', '2012', '2013'].flatMap(y =>
      Array.from({ length: 12 }, (_, m) => ['Eastland', `${y}-${String(m + 1).padStart(2, '0')}`, 1, 1, 2]),
    )
    await put(layout, first)
    await put(layout, [...first.slice(24, 30), ...first.slice(31)])
    const lost = await keeper(async db => losses(db, await opened(db, layout), 1, 2))
    expect(lost.map(l => [l.month, l.rows, l.amount])).toEqual([
      ['2011', 12, 24],
      ['2012', 12, 24],
      ['2013-07', 1, 2],
    ])
    expect(lost[0]!.says).toBe('2011: all 12 rows are gone, and nothing stands in their place. A sum of Total is 24 smaller for it.')
    expect(inShort(await shortOf(layout, 1, 2))).toBe('25 rows gone. The table has 11 rows, 25 fewer than before.')
  })
  it('a row whose day or State is corrected is gone from nowhere: it is told as corrected, and as no loss', async () => {
    const layout = named(EVENTS, 'sim-moved')
    await put(layout, [
      ['a', '1999-01-05', 'Ghana', 'X', 13],
      ['b', '1999-02-05', 'Gabon', 'X', 5],
      ['c', '1999-03-05', 'Kenya', 'X', 2],
      ['d', '1999-03-06', 'Kenya', 'X', 3],
      ['e', '2001-01-05', 'Ghana', 'X', 1],
      ['f', '2001-01-06', 'Gabon', 'X', 1],
    ])
    await put(layout, [
      ['a', '2001-01-05', 'Ghana', 'X', 13],
      ['b', '1999-02-05', 'Ghana', 'X', 5],
      ['c', '2001-01-05', 'Ghana', 'X', 2],
      ['e', '2001-01-05', 'Ghana', 'X', 1],
      ['f', '2001-01-06', 'Gabon', 'X', 1],
    ])
    const lostIn = (older: number, newer: number) =>
      keeper(async db => (await losses(db, await opened(db, layout), older, newer)).map(l => l.says))
    const said = [
      'Kenya: one row is gone, and nothing stands in its place; 1 more stands elsewhere now, corrected. A sum of best is 3 smaller for it.',
    ]
    expect(await lostIn(1, 2)).toEqual(said)
    await put(layout, [
      ['a', '2001-01-05', 'Ghana', 'X', 13],
      ['b', '1999-02-05', 'Ghana', 'X', 5],
      ['c', '2001-01-05', 'Ghana', 'X', 2],
      ['e', '2001-01-05', 'Ghana', 'X', 2],
      ['f', '2001-01-06', 'Gabon', 'X', 1],
    ])
    expect(await lostIn(1, 3)).toEqual(said)
    expect(await shortOf(layout, 1, 2)).toMatchObject({ gone: 1, corrected: 3 })
  })
  it('a part that is one row is told once; of two it is told as a part, too', async () => {
    const layout = named(STRENGTH, 'sim-one-row')
    const months = (...months: readonly string[]): Rows => months.flatMap(m => [land(0), land(1)].map(s => [s, m, 1, 1, 2]))
    await put(layout, [...months('1999-01', '1999-02'), [land(0), '1999-03', 1, 1, 2]])
    await put(layout, months('1999-01'))
    const feed = await keeper(async db => {
      const [d] = await datasets(db, { dataset: layout.dataset })
      return feedOf(db, d!, await opened(db, layout), await snapshots(db, layout.dataset))
    })
    const lines = feed.slice(feed.indexOf('<content')).split('</content>')[0]!.split('\n').slice(1)
    expect(lines.map(l => l.split(':')[1])).toEqual([
      ' February 1999',
      ` ${land(0)}, February 1999`,
      ` ${land(1)}, February 1999`,
      ` ${land(0)}, March 1999`,
    ])
  })
  it('the feed begins with what is lost', async () => {
    const layout = named(STRENGTH, 'sim-feed')
    await put(
      layout,
      Array.from({ length: 40 }, (_, i) => [land(i), '1999-01', 1, i, i + 1]),
    )
    await put(
      layout,
      Array.from({ length: 39 }, (_, i) => [land(i), '1999-01', 2, i, i + 2]),
    )
    const text = await keeper(async db => {
      const [d] = await datasets(db, { dataset: layout.dataset })
      return feedOf(db, d!, await opened(db, layout), await snapshots(db, layout.dataset))
    })
    const lines = text.slice(text.indexOf('<content')).split('\n')
    expect(lines[0]).toContain('1 row gone, 39 corrected. The table has 39 rows, 1 fewer than before.')
    expect(lines[1]).toContain(`Lost: ${land(39)}, January 1999: the row is gone.`)
  })
})

describe('between any two snapshots', () => {
  // What each says is kept beside, and compared cell by cell: another way to the same answer.
  const COLUMNS = 6
  it('each row is told once, as what became of it between these two, and losses first', async () => {
    let seed = 20_150_901
    const chance = (n: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * n)
    }
    const layout = named({ ...STRENGTH, checks: [], totals: [] }, 'sim-any-two')
    let now = new Map<string, (string | number)[]>(Array.from({ length: 14 }, (_, i) => [land(i), [1, i, i + 1]]))
    const kept: (typeof now)[] = []
    for (let s = 0; s < COLUMNS; s++) {
      kept.push(now)
      await put(
        layout,
        [...now].map(([state, figures]) => [state, '1999-01', ...figures]),
        { anyway: true },
      )
      now = new Map(
        [...Array.from({ length: 18 }, (_, i) => land(i))].flatMap((state): [string, (string | number)[]][] => {
          const was = now.get(state)
          const what = chance(6)
          if (what === 0) return []
          if (!was) return what < 3 ? [[state, [chance(2), 7, chance(3) ? 'NA' : 7]]] : []
          if (what === 1) return [[state, was.with(chance(3), 'NA')]]
          if (what === 2) return [[state, was.with(chance(3), chance(50))]]
          return [[state, was]]
        }),
      )
    }
    let told = 0
    for (let older = 1; older <= COLUMNS; older++)
      for (let newer = older; newer <= COLUMNS; newer++) {
        const [a, b] = [kept[older - 1]!, kept[newer - 1]!]
        const wanted = [...new Set([...a.keys(), ...b.keys()])].flatMap((state): [string, string][] => {
          const [was, is] = [a.get(state), b.get(state)]
          if (!is) return [[state, 'gone']]
          if (!was) return [[state, 'added']]
          if (was.every((f, i) => f === is[i])) return []
          return [[state, was.some((f, i) => f !== 'NA' && is[i] === 'NA') ? 'less' : 'corrected']]
        })
        const found = await changed(layout, older, newer)
        const is = `${older} to ${newer}`
        expect(found.map(c => [c.key.split(' | ')[0]!, c.kind]).sort(), is).toEqual(wanted.sort())
        const order = found.map(c => KINDS.indexOf(c.kind))
        expect(order, is).toEqual(order.toSorted((x, y) => x - y))
        expect(await pages(layout, older, newer, 2), is).toEqual(found)
        const n = await shortOf(layout, older, newer)
        expect([n.gone, n.less, n.corrected, n.added], is).toEqual(KINDS.slice(0, 4).map(k => wanted.filter(w => w[1] === k).length))
        expect(n.rows, is).toEqual({ older: a.size, newer: b.size })
        told += found.length
      }
    expect(told).toBeGreaterThan(100)
  }, 60_000)
})

describe('more than is counted', () => {
  const STATES = 90
  const first: Rows = Array.from({ length: STATES }, (_, i) => [land(i), '1999-01', 1, i, i + 1])
  const inWords = (layout: Layout, older: number, newer: number, most: number) =>
    keeper(async db => inShort(await counted(db, await opened(db, layout), older, newer, { ofMarks: most, lookedAt: most })))
  it('each kind is counted for itself, and what went is known from what came: no number stands beside another that denies it', async () => {
    const layout = named(STRENGTH, 'sim-many-gone')
    const corrected = first.map(r => [r[0]!, r[1]!, 2, r[3]!, Number(r[3]) + 2])
    const later = [...corrected.slice(30), ['New', '1999-01', 1, 1, 2]] as Rows
    await put(layout, first)
    await put(layout, corrected)
    await put(layout, later)
    const words = '30 rows gone, 60 corrected, 1 new. The table has 61 rows, 29 fewer than before.'
    expect(await inWords(layout, 1, 3, 100)).toBe(words)
    expect(await inWords(layout, 1, 3, 20)).toBe(words.replace('60', 'at least 20'))
    await put(layout, first.slice(0, 30), { anyway: true })
    await put(layout, later, { anyway: true })
    // neither what went nor what came was counted to its end: there are at least so many as make the table so much shorter
    expect(await inWords(layout, 2, 4, 20)).toBe('60 rows gone, at least 20 corrected. The table has 30 rows, 60 fewer than before.')
    expect(await inWords(layout, 3, 4, 20)).toBe('At least 51 rows gone, at least 20 new. The table has 30 rows, 31 fewer than before.')
    expect(await inWords(layout, 3, 4, 100)).toBe('61 rows gone, 30 new. The table has 30 rows, 31 fewer than before.')
  })
})

describe('from a later snapshot to an earlier one', () => {
  it('nothing is told, for each loss would read as news: it is said which way to ask', async () => {
    const layout = named(STRENGTH, 'sim-backwards')
    await put(layout, [['Eastland', '1999-01', 'NA', 1, 1]])
    await put(layout, [['Eastland', '1999-01', 5, 1, 6]])
    await expect(changed(layout, 2, 1)).rejects.toThrow(
      new RangeError('snapshot 2 is later than snapshot 1, and what changed is told from the earlier to the later: from 1 to 2'),
    )
  })
})

describe('a file of which rows were not understood', () => {
  it('what is not found may be among them: that is said with their number, and nothing is called lost that may only be unread', async () => {
    const layout = named(STRENGTH, 'sim-unread')
    const first: Rows = Array.from({ length: 5 }, (_, i) => [land(i), '1999-01', 1, i, i + 1])
    await put(layout, first)
    const added = await put(layout, [first[0]!, [land(1), '1999-01', 'one', 1, 2], first[2]!, [land(3), '1999-01', 'NA', 3, 3]], {
      keepGood: true,
    })
    expect(added).toMatchObject({ notUnderstood: 1, gone: 2 })
    const all = await changed(layout, 1, 2)
    expect(all.map(c => [c.what, c.lost, c.unread])).toEqual([
      ['gone', false, 1],
      ['gone', false, 1],
      ['changed', true, undefined],
    ])
    expect(all[0]!.says).toBe(`${land(1)}, January 1999: the row was not found. It may be among the one row that was not understood.`)
    // one of the two is gone for sure, and which one nobody can tell
    expect(inShort(await shortOf(layout, 1, 2))).toBe(
      '2 rows gone (1 of them perhaps among the rows that were not understood), 1 row states less than before. The table has 3 rows, 2 fewer than before.',
    )
    await put(layout, [first[0]!, first[2]!])
    expect((await changed(layout, 1, 3)).filter(c => c.what === 'gone').map(c => c.lost)).toEqual([true, true, true])
  })
  it('a whole month of which less was not understood than went is lost; one that may be unread is not called so', async () => {
    const layout = named(STRENGTH, 'sim-unread-month')
    await put(layout, [
      ['Eastland', '1999-01', 1, 1, 2],
      ['Westland', '1999-01', 1, 1, 2],
      ['Eastland', '1999-02', 1, 1, 2],
      ['Eastland', '1999-03', 1, 1, 2],
    ])
    await put(
      layout,
      [
        ['Eastland', '1999-03', 1, 1, 2],
        ['Eastland', 'a month', 1, 1, 2],
      ],
      { keepGood: true },
    )
    const lost = await keeper(async db => losses(db, await opened(db, layout), 1, 2))
    expect(lost.map(l => [l.month, l.unread, l.says])).toEqual([
      [
        '1999-01',
        1,
        'January 1999: all 2 rows are gone, and nothing stands in their place. At most 1 of them may be among the one row that was not understood. A sum of Total is 4 smaller for it.',
      ],
      [
        '1999-02',
        1,
        'February 1999: its one row was not found. It may be among the one row that was not understood. A sum of Total is 2 smaller for it.',
      ],
    ])
  })
})

describe('a corrected long text', () => {
  const layout: Layout = {
    ...STRENGTH,
    columns: [
      { name: 'Id', as: 'text' },
      { name: 'Words', as: 'text' },
    ],
    key: ['Id'],
    totals: [],
    checks: [],
  }
  const words = Array.from({ length: 120 }, (_, i) => `word${i}`)
  const saysOf = async (dataset: string, before: string, after: string): Promise<string> => {
    const its = named(layout, dataset)
    await put(its, [['a', before]])
    await put(its, [['a', after]])
    return (await changed(its, 1, 2))[0]!.says
  }
  it('is shown where it differs, with some words around it', async () => {
    const says = await saysOf('sim-words', words.join(' '), words.with(90, 'corrected').join(' '))
    expect(says).toMatch(/^a, Words: … word8\d .*word89 word90 word91.* … became … word8\d .*word89 corrected word91.* …\.$/)
    expect(says.length).toBeLessThan(300)
  })
  it('at its end, at its start, and where it was cut short', async () => {
    expect(await saysOf('sim-words-end', words.join(' '), `${words.join(' ')} more`)).toMatch(/word119 became … .*word119 more\.$/)
    expect(await saysOf('sim-words-start', words.join(' '), ['other', ...words.slice(1)].join(' '))).toMatch(
      /^a, Words: word0 word1 .* … became other word1 .* …\.$/,
    )
    expect(await saysOf('sim-words-cut', words.join(' '), words.slice(0, 60).join(' '))).toMatch(/word59 word60 .* became … .*word59\.$/)
  })
  it('where only blanks differ, that is said', async () => {
    expect(await saysOf('sim-words-blanks', words.join(' '), words.join('  '))).toMatch(/only blanks or ends of lines differ/)
  })
})
