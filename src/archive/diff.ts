import type { Sql } from '../kernel/database/pools.ts'
import { columnsAt } from './columns.ts'
import { type Alone, aloneIn, type Cell, differing } from './compared.ts'
import { cursorOf, NO_ROW, placeAfter } from './cursor.ts'
import { ask, CLOSED_CELLS, keyOf, named, OPENLY } from './datasets.ts'
import { hides } from './layout.ts'
import { CAME, WENT } from './schema.ts'
import type { Table } from './table.ts'
import { called, sentence } from './told.ts'

// What one snapshot says and another does not. Losses come first: rows that are gone, then cells that state something no more; then what
// was corrected, then what is new, and last what only stood twice; each in the order of the file, read from the marks that were written with the row-versions. What did not
// change is not looked at.

export const KINDS = ['gone', 'less', 'corrected', 'added', 'double'] as const
export interface Change {
  readonly what: 'added' | 'changed' | 'gone'
  /** By which the changes are ordered. `less`: a row that states less than it did; `double`: one that stood twice in the same words, and stands once. */
  readonly kind: (typeof KINDS)[number]
  readonly key: string
  /** As people say it: Bangladesh, February 1999. */
  readonly called: string
  /** Where it stands: in the newer snapshot, or, of a row that is gone, in the older one. */
  readonly snapshot: number
  readonly file: number
  readonly line: number
  readonly cells: readonly Cell[]
  /** Something that was stated is stated no more. Not of a row that may be among those that were not understood. */
  readonly lost: boolean
  /** Only cells that the public does not see say something else. */
  readonly closed?: true
  /** Of a row that is gone: so many rows of the newer file were not understood, and it may be among them. */
  readonly unread?: number
  /** Of a row that is new: another of its name is counted in its place. */
  readonly again?: true
  readonly says: string
}
export interface Page {
  readonly changes: readonly Change[]
  readonly next: string | undefined
}

type Mark = keyof typeof WENT | keyof typeof CAME
/** One walk of an index: of all row-versions with this mark, those that between the two snapshots come to this. `after`: marks by which the same row was told before. */
interface Walk {
  readonly mark: Mark
  readonly tells: Change['kind']
  readonly after: readonly Mark[]
}
const walk = (tells: Walk['tells'], ...marks: readonly Mark[]): readonly Walk[] =>
  marks.map((mark, i) => ({ mark, tells, after: marks.slice(0, i) }))
/** Between neighbours each mark says what it is. */
const NEIGHBOURS: readonly Walk[] = [
  ...walk('gone', 'gone'),
  ...walk('less', 'less', 'closedLess'),
  ...walk('corrected', 'corrected', 'closed', 'mixed'),
  ...walk('added', 'new', 'back'),
  ...walk('double', 'double'),
]
const MAY_STATE_LESS = ['less', 'closedLess', 'closedAside', 'columnBack', 'mixed', 'back'] as const
/** Over several snapshots a row may have come and gone, and been corrected twice: it is looked at where its last mark of a kind stands. */
const FAR: readonly Walk[] = [
  ...walk('gone', 'gone'),
  ...walk('less', ...MAY_STATE_LESS),
  ...walk('corrected', 'corrected', 'closed', ...MAY_STATE_LESS),
  ...walk('added', 'new', 'back'),
  ...walk('double', 'double'),
]
/** Who sees no closed cell walks by no mark of theirs. */
const walksOf = (t: Table, older: number, newer: number): readonly Walk[] => {
  const walks = newer - older === 1 ? NEIGHBOURS : FAR
  const open = (m: Mark): boolean => t.cleared || !(m.startsWith('closed') || (m === 'mixed' && walks === NEIGHBOURS))
  return walks.flatMap(w => (open(w.mark) ? [{ ...w, after: w.after.filter(open) }] : []))
}

/**
 * Told backwards each loss would read as news, and each row that came later as lost.
 * @throws RangeError with what to ask instead.
 */
export const earlierFirst = (older: number, newer: number): void => {
  if (older > newer)
    throw new RangeError(
      `snapshot ${older} is later than snapshot ${newer}, and what changed is told from the earlier to the later: from ${newer} to ${older}`,
    )
}

/** What differs between two snapshots, the earlier first, page by page: of all kinds, or where one is led to by its marks. @throws RangeError */
export const diff = async (
  db: Sql,
  t: Table,
  older: number,
  newer: number,
  how: { readonly limit: number; readonly after?: string | undefined; readonly kind?: Change['kind'] },
): Promise<Page> => {
  earlierFirst(older, newer)
  let place = placeOf(how.after)
  const walks = walksOf(t, older, newer).filter(w => how.kind === undefined || w.tells === how.kind)
  if (place.walk >= walks.length) throw new RangeError('no cursor of ours')
  const changes: Change[] = []
  if (older === newer) return { changes, next: undefined }
  const alone = aloneIn(...(await columnsAt(db, t, older, newer)))
  const far = newer - older > 1
  while (place.walk < walks.length) {
    const w = walks[place.walk]!
    const take = far ? Math.max(how.limit, AT_ONCE) : how.limit - changes.length
    const marked = await markedBy(db, t, w, older, newer, place, take)
    const [was, is] = [await standingAt(db, t, older, marked), await standingAt(db, t, newer, marked)]
    const oneSided = ONE_SIDED.has(w.tells) ? marked : []
    const [had, has] = [far ? await twinsAt(db, t, older, oneSided) : undefined, await twinsAt(db, t, newer, oneSided)]
    for (const m of marked) {
      const name = nameOf(m)
      const pair = { was: was.get(name), is: is.get(name), had: had?.get(m.k) ?? [], has: has.get(m.k) ?? [], alone, older, newer }
      const change = m.elsewhere ? undefined : told(t, w, m, pair)
      if (change) changes.push(change)
      if (changes.length === how.limit) return { changes, next: cursor({ walk: place.walk, at: atOf(m) }) }
    }
    place = marked.length < take ? { walk: place.walk + 1, at: START } : { walk: place.walk, at: atOf(marked.at(-1)!) }
  }
  return { changes, next: undefined }
}
const AT_ONCE = 200
const ONE_SIDED: ReadonlySet<Walk['tells']> = new Set(['gone', 'double', 'added'])

type At = readonly [snap: number, file: number, line: number, k: string, repeat: number]
interface Placed {
  readonly walk: number
  readonly at: At
}
const START: At = [-1, -1, -1, NO_ROW, 0]
const cursor = (p: Placed): string => cursorOf([p.walk, ...p.at])
const placeOf = (after: string | undefined): Placed => {
  const [walk, ...at] = placeAfter(after, [0, ...START] as readonly [number, ...At])
  if (walk >= 0) return { walk, at }
  throw new RangeError('no cursor of ours')
}

interface Marked {
  readonly snap: number
  readonly file: number
  readonly line: number
  readonly k: string
  readonly repeat: number
  /** Over several snapshots: its row is told at another mark. */
  readonly elsewhere: boolean
  /** Over several snapshots: it has a mark by which it may state less. */
  readonly less: boolean
}
const atOf = (m: Marked): At => [m.snap, m.file, m.line, m.k, m.repeat]
const nameOf = (r: { readonly k: string; readonly repeat: number }): string => `${r.k} ${r.repeat}`
/** Row-versions with this mark, in the order of its index; over several snapshots each is looked at in turn, for its row is told once. */
const markedBy = (
  db: Sql,
  t: Table,
  { mark, after }: Walk,
  older: number,
  newer: number,
  { at }: Placed,
  limit: number,
): Promise<Marked[]> => {
  const snap = mark in WENT ? 'to_snap' : 'from_snap'
  const is = (m: Mark, of: string): string =>
    m in WENT ? `${of}.went = ${WENT[m as keyof typeof WENT]}` : `${of}.came = ${CAME[m as keyof typeof CAME]}`
  const later = mark in WENT ? 'x.from_snap >= a.snap' : `x.from_snap > a.snap and ${is(mark, 'x')}`
  const before = after.map(m => ` or ${is(m, 'x')}`).join('')
  const far = newer - older > 1
  return ask<Marked>(
    db,
    `select a.snap, a.file, a.line, a.k, a.repeat, ${far ? 'coalesce(o.elsewhere, false) as elsewhere, coalesce(o.less, false) as less' : 'false as elsewhere, false as less'} from (
       select a.${snap} as snap, a.file, a.line, a.k, a.repeat from archived a where a.dataset = $1 and ${is(mark, 'a')} and a.${snap} > $2 and a.${snap} <= $3
         and (a.${snap}, a.file, a.line) >= ($5, $6, $7) and (a.${snap}, a.file, a.line, a.k, a.repeat) > ($5, $6, $7, $8, $9)
       order by a.${snap}, a.file, a.line, a.k, a.repeat limit $4) a
     ${
       far
         ? `left join lateral (select bool_or((${later})${before}) as elsewhere, bool_or(x.came in (${MAY_STATE_LESS.map(m => CAME[m]).join(', ')})) as less
       from archived x where x.dataset = $1 and x.k = a.k and x.repeat = a.repeat and x.from_snap > $2 and x.from_snap <= $3) o on true`
         : ''
     }
     order by a.snap, a.file, a.line, a.k, a.repeat`,
    [t.id, older, newer, limit, ...at],
  )
}

interface Version {
  readonly k: string
  readonly repeat: number
  readonly from_snap: number
  readonly file: number
  readonly line: number
  readonly total: boolean
  readonly again: boolean
  readonly cells: string
  readonly closed: string | null
}
/** As this reader may know of it: where its open cells were read, if it sees no others. */
const VERSION =
  'a.k, a.repeat, coalesce(o.from_snap, a.from_snap) as from_snap, coalesce(o.file, a.file) as file, coalesce(o.line, a.line) as line, a.total, a.again, coalesce(o.cells, a.cells) as cells, c.cells as closed'
/** These rows as a snapshot has them. */
const standingAt = async (db: Sql, t: Table, at: number, rows: readonly Marked[]): Promise<ReadonlyMap<string, Version>> => {
  if (!rows.length) return new Map()
  const found = await ask<Version>(
    db,
    `select ${VERSION} from unnest($3::uuid[], $4::int[]) w(k, repeat) cross join lateral (
       select dataset, k, repeat, from_snap, file, line, total, again, came, cells from archived x where x.dataset = $1 and x.k = w.k and x.repeat = w.repeat and x.from_snap <= $2 and x.to_snap > $2 limit 1) a
     ${CLOSED_CELLS} ${OPENLY}`,
    [t.id, at, rows.map(r => r.k), rows.map(r => r.repeat)],
  )
  return new Map(found.map(f => [nameOf(f), f]))
}

/** All rows of these names as a snapshot has them. */
const twinsAt = async (db: Sql, t: Table, at: number, rows: readonly Marked[]): Promise<ReadonlyMap<string, Version[]>> => {
  if (!rows.length) return new Map()
  const found = await ask<Version>(
    db,
    `select ${VERSION} from unnest($3::uuid[]) w(k) cross join lateral (
       select dataset, k, repeat, from_snap, file, line, total, again, came, cells from archived x where x.dataset = $1 and x.k = w.k and x.from_snap <= $2 and x.to_snap > $2 limit ${MOST_TWINS}) a
     ${CLOSED_CELLS} ${OPENLY}`,
    [t.id, at, [...new Set(rows.map(r => r.k))]],
  )
  return Map.groupBy(found, f => f.k)
}
const MOST_TWINS = 100

/** As two snapshots have one row. */
interface Pair {
  readonly was: Version | undefined
  readonly is: Version | undefined
  /** Of a row that stands in one of the two: all of its name in the older snapshot, where that is further back than one, and in the newer one. */
  readonly had: readonly Version[]
  readonly has: readonly Version[]
  readonly alone: Alone
  readonly older: number
  readonly newer: number
}
/** `undefined`: nothing that this reader may see has changed, or it is told by another walk. */
const told = (t: Table, w: Walk, m: Marked, { was, is, alone, older, newer, ...twins }: Pair): Change | undefined => {
  let before = was
  const after = is
  const one = ONE_SIDED.has(w.tells)
  if (!(before ?? after) || one === Boolean(was && is) || (w.tells === 'added' ? !is : one && !was)) return undefined
  if (one && twins.had.length) {
    // Over several snapshots one row of a name may have come and another gone: then it is one row that says something else.
    const [went, came] = [without(twins.had, twins.has), without(twins.has, twins.had)]
    if (before && came[went.findIndex(v => v.repeat === m.repeat)]) return undefined
    if (after) before = went[came.findIndex(v => v.repeat === m.repeat)]
  }
  const here = (after ?? before)!
  const layout = t.layoutOf(here.from_snap)
  const [had, has] = [
    before && named(t.layoutOf(before.from_snap), before.cells, before.closed),
    after && named(layout, after.cells, after.closed),
  ]
  const row = (has ?? had)!
  const cells = had && has ? differing(t.layoutOf(before!.from_snap), layout, had, has, alone) : []
  if (had && has && !cells.length) return undefined
  const cellLost = cells.some(c => c.lost)
  // Between neighbours the mark tells; over several snapshots what is stated less was told where a mark led to it.
  if (newer - older > 1 && !one && (w.tells === 'less' ? !cellLost : cellLost && m.less)) return undefined
  const what = !had ? 'added' : !has ? 'gone' : 'changed'
  const beside = twins.has.filter(v => v.repeat !== m.repeat)
  const double =
    what !== 'changed' &&
    beside.some(v => !differing(t.layoutOf(v.from_snap), layout, named(t.layoutOf(v.from_snap), v.cells, v.closed), row).length)
  const unread = what === 'gone' && !double ? unreadFor(t, m, newer) : 0
  const change = {
    what,
    kind: what === 'gone' ? (double ? 'double' : 'gone') : what === 'added' ? 'added' : cellLost ? 'less' : 'corrected',
    key: keyOf(layout, row),
    called: called(layout, row, here.total),
    snapshot: here.from_snap,
    file: here.file,
    line: here.line,
    cells,
    lost: (what === 'gone' && !unread && !double) || cellLost,
    ...(cells.length && cells.every(c => hides(layout, c.column)) ? { closed: true as const } : {}),
    ...(unread ? { unread } : {}),
    ...(what === 'added' && here.again ? { again: true as const } : {}),
  } as const
  return {
    ...change,
    says: sentence(layout, row, { ...change, total: here.total, double, beside: what === 'changed' ? 0 : beside.length }),
  }
}
/** Rows of one name that stand in one snapshot, and not in the other. */
const without = (these: readonly Version[], those: readonly Version[]): readonly Version[] =>
  these.filter(v => !those.some(o => o.repeat === v.repeat)).toSorted((a, b) => a.repeat - b.repeat)
/** A row that is not there may be among those that were not understood when the table, or its part of it, was read. */
const unreadFor = (t: Table, m: Marked, newer: number): number => t.unreadIn(t.layoutOf(newer).part?.length ? m.snap : newer)
