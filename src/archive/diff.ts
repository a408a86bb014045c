import type { Sql } from '../kernel/database/pools.ts'
import { cursorOf, NO_ROW, placeAfter } from './cursor.ts'
import { ask, keyOf, monthText, named } from './datasets.ts'
import type { Column, Layout } from './layout.ts'
import { cellReader } from './read/cells.ts'
import { bare } from './read/meaning.ts'
import { NO_MONTH } from './schema.ts'
import type { Table } from './table.ts'
import { called, LOSS, sentence } from './told.ts'

// What one snapshot says and another does not. Read from the row-versions that came and went between the two, in the order of the file:
// what did not change is not looked at. A loss is told apart from a correction: something that the older one said is said no more.

export interface Cell {
  readonly column: string
  readonly before: string
  readonly after: string
  /** A value became missing. */
  readonly lost: boolean
}
export interface Change {
  readonly what: 'added' | 'changed' | 'gone'
  readonly key: string
  /** As people say it: Bangladesh, February 1999. */
  readonly called: string
  /** Where it stands: in the newer snapshot, or, of a row that is gone, in the older one. */
  readonly snapshot: number
  readonly file: number
  readonly line: number
  readonly cells: readonly Cell[]
  readonly lost: boolean
  readonly says: string
}
export interface Gone {
  readonly state: string
  readonly month: string | null
  readonly rows: number
  readonly amount: number | null
  readonly says: string
}
export interface Page {
  readonly changes: readonly Change[]
  readonly next: string | undefined
}

interface Version {
  readonly k: string
  readonly repeat: number
  readonly from_snap: number
  readonly to_snap: number
  readonly file: number
  readonly line: number
  readonly cells: string
  readonly closed: string | null
}
const V = 'a.k, a.repeat, a.from_snap, a.to_snap, a.file, a.line, a.cells, c.cells as closed'
const HIDDEN = 'left join archived_closed c on c.dataset = a.dataset and c.k = a.k and c.repeat = a.repeat and c.from_snap = a.from_snap'

/** What differs between two snapshots, page by page: what came or changed in the order of the newer file, then what went. */
export const diff = async (
  db: Sql,
  t: Table,
  older: number,
  newer: number,
  how: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page> => {
  let place = placeOf(how.after)
  const changes: Change[] = []
  while (changes.length < how.limit) {
    const take = how.limit - changes.length
    const rows = await side(db, t, place.side === 'came' ? newer : older, place.side === 'came' ? older : newer, place, take)
    const others = await counterparts(db, t, place.side === 'came' ? older : newer, rows)
    for (const row of rows) {
      const other = others.get(`${row.k} ${row.repeat}`)
      if (place.side === 'went' && other) continue // it was told as changed
      const change = place.side === 'came' ? told(t, other, row) : told(t, row, undefined)
      if (change) changes.push(change)
    }
    const last = rows.at(-1)
    if (last && rows.length === take)
      place = { side: place.side, at: [versionOf(last, place.side, older < newer), last.file, last.line, last.k, last.repeat] }
    else if (place.side === 'came') place = { side: 'went', at: START }
    else return { changes, next: undefined }
  }
  return { changes, next: cursorOf([place.side, ...place.at]) }
}

type At = readonly [snap: number, file: number, line: number, k: string, repeat: number]
interface Placed {
  readonly side: 'came' | 'went'
  readonly at: At
}
const START: At = [-1, -1, -1, NO_ROW, 0]
const versionOf = (v: Version, side: 'came' | 'went', forward: boolean): number => ((side === 'came') === forward ? v.from_snap : v.to_snap)
const placeOf = (after: string | undefined): Placed => {
  const [side, ...at] = placeAfter(after, ['came', ...START] as readonly [string, ...At])
  if (side === 'came' || side === 'went') return { side, at }
  throw new RangeError('no cursor of ours')
}

/** Row-versions that stand at one snapshot and not at the other, in the order of an index. */
const side = (db: Sql, t: Table, here: number, there: number, { at }: Placed, limit: number): Promise<Version[]> => {
  const [column, range] =
    there < here
      ? ['from_snap', 'a.from_snap > $3 and a.from_snap <= $2 and a.to_snap > $2'] // it came after the other, and stands
      : ['to_snap', 'a.to_snap > $2 and a.to_snap <= $3 and a.to_snap < 2147483647 and a.from_snap <= $2']
  return ask<Version>(
    db,
    `select ${V} from archived a ${HIDDEN} where a.dataset = $1 and ${range} and (a.${column}, a.file, a.line) >= ($5, $6, $7) and (a.${column}, a.file, a.line, a.k, a.repeat) > ($5, $6, $7, $8, $9)
     order by a.dataset, a.${column}, a.file, a.line, a.k, a.repeat limit $4`,
    [t.id, here, there, limit, ...at],
  )
}
/** The same rows as the other snapshot has them. */
const counterparts = async (db: Sql, t: Table, at: number, rows: readonly Version[]): Promise<ReadonlyMap<string, Version>> => {
  if (!rows.length) return new Map()
  const found = await ask<Version>(
    db,
    `select ${V} from unnest($3::uuid[], $4::int[]) w(k, repeat) cross join lateral (
       select dataset, k, repeat, from_snap, to_snap, file, line, cells from archived x where x.dataset = $1 and x.k = w.k and x.repeat = w.repeat and x.from_snap <= $2 and x.to_snap > $2 limit 1) a ${HIDDEN}`,
    [t.id, at, rows.map(r => r.k), rows.map(r => r.repeat)],
  )
  return new Map(found.map(f => [`${f.k} ${f.repeat}`, f]))
}

/** `undefined`: nothing that this reader may see has changed. */
const told = (t: Table, before: Version | undefined, after: Version | undefined): Change | undefined => {
  const here = (after ?? before)!
  const layout = t.layoutOf(here.from_snap)
  const [was, is] = [
    before && named(t.layoutOf(before.from_snap), before.cells, before.closed),
    after && named(layout, after.cells, after.closed),
  ]
  const row = (is ?? was)!
  const cells = was && is ? differing(t.layoutOf(before!.from_snap), layout, was, is) : []
  if (was && is && !cells.length) return undefined
  const what = !was ? 'added' : !is ? 'gone' : 'changed'
  const change = {
    what,
    key: keyOf(layout, row),
    called: called(layout, row),
    snapshot: here.from_snap,
    file: here.file,
    line: here.line,
    cells,
    lost: what === 'gone' || cells.some(c => c.lost),
  } as const
  return { ...change, says: sentence(layout, row, change) }
}
type Cells = { readonly [column: string]: string }
/** Cells that say another thing than before; each is read by the layout of its own snapshot. */
const differing = (then: Layout, now: Layout, was: Cells, is: Cells): Cell[] => {
  const [earlier, columns] = [columnsOf(then), columnsOf(now)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap(column => {
    const [before, after] = [was[column] ?? '', is[column] ?? '']
    if (before === after || meant(before, earlier.get(column)) === meant(after, columns.get(column))) return []
    return [{ column, before, after, lost: states(before, columns.get(column)) && !states(after, columns.get(column)) }]
  })
}
const columnsOf = (layout: Layout): ReadonlyMap<string, Column> => new Map(layout.columns.map(c => [c.name, c]))
const meant = (cell: string, column: Column | undefined): string => (column ? cellReader(column)(cell).means : bare(cell))
const UNSTATED = /^(n\/?a|nan|null|none|-+|–|—|\.{1,3}|\?|unknown|not available|n\.a\.)$/i
/** Does this cell state anything? */
export const states = (cell: string, column: Column | undefined): boolean => {
  const text = cell.trim()
  return text !== '' && !column?.missing?.includes(text) && !(column && column.as !== 'text' && UNSTATED.test(text))
}

/** How many differ, up to a bound: a count beyond it is not made. */
export const counted = async (db: Sql, t: Table, older: number, newer: number, most = 10_000) => {
  const [row] = await ask<{ came: number; went: number }>(
    db,
    `select (select count(*) from (select from archived a where a.dataset = $1 and a.from_snap > $2 and a.from_snap <= $3 and a.to_snap > $3 limit $4) x)::int as came,
       (select count(*) from (select from archived a where a.dataset = $1 and a.to_snap > $2 and a.to_snap <= $3 and a.to_snap < 2147483647 and a.from_snap <= $2 limit $4) x)::int as went`,
    [t.id, Math.min(older, newer), Math.max(older, newer), most],
  )
  return {
    came: older < newer ? row!.came : row!.went,
    went: older < newer ? row!.went : row!.came,
    more: row!.came >= most || row!.went >= most,
  }
}

/** Whole months and whole States that the older snapshot has and the newer one has not: a loss, not a correction. */
export const losses = async (db: Sql, t: Table, older: number, newer: number, limit = 200): Promise<readonly Gone[]> => {
  const rows = await ask<{
    state: string
    month: number
    rows: number
    amount: number | null
    k: string | null
    whole: 'month' | 'state' | 'both'
    cells: string
    from_snap: number
  }>(
    db,
    `with went as materialized (
       select a.state, a.month, count(*)::int as rows, sum(a.amount) filter (where not a.total and a.repeat = 1)::float8 as amount, min(a.k::text) as k
       from archived a where a.dataset = $1 and ${older < newer ? 'a.to_snap > $2 and a.to_snap <= $3 and a.to_snap < 2147483647 and a.from_snap <= $2' : 'a.from_snap > $3 and a.from_snap <= $2 and a.to_snap > $2'} group by 1, 2),
     whole as (
       select w.*, not exists (select from archived b where b.dataset = $1 and b.month = w.month and b.from_snap <= $3 and b.to_snap > $3) as by_month,
         w.state <> '' and not exists (select from archived b where b.dataset = $1 and b.state = w.state and b.from_snap <= $3 and b.to_snap > $3) as by_state,
         w.state <> '' and not exists (select from archived b where b.dataset = $1 and b.state = w.state and b.month = w.month and b.from_snap <= $3 and b.to_snap > $3) as by_both
       from went w),
     grouped as (
       select case when by_state then state when by_month and month <> ${NO_MONTH} then '' else state end as state,
         case when by_state then ${NO_MONTH} else month end as month, sum(rows)::int as rows, sum(amount) as amount, min(k) as k,
         case when by_state then 'state' when by_month and month <> ${NO_MONTH} then 'month' else 'both' end as whole
       from whole where by_state or by_both or (by_month and month <> ${NO_MONTH}) group by 1, 2, 6)
     select g.state, g.month, g.rows, g.amount, g.whole, a.cells, a.from_snap from grouped g cross join lateral (
       select cells, from_snap from archived x where x.dataset = $1 and x.k = g.k::uuid and x.from_snap <= $2 and x.to_snap > $2 limit 1) a
     order by g.rows desc, g.state, g.month limit $4`,
    [t.id, older, newer, limit],
  )
  return rows.map(r => {
    const layout = t.layoutOf(r.from_snap)
    const month = r.month === NO_MONTH ? null : monthText(r.month)
    const column = layout.columns.find(c => c.is === 'state')
    const state = r.whole === 'month' ? '' : (column && named(layout, r.cells)[column.name]?.trim()) || r.state
    return { state, month, rows: r.rows, amount: r.amount, says: LOSS(state, month, r.rows, r.amount, layout) }
  })
}
