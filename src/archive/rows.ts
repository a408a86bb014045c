import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import type { Cites, OfTable } from '../paper/cites.ts'
import { cursorOf, NO_ROW, type Place, placeAfter } from './cursor.ts'
import { ask, CLOSED_CELLS, named, OPENLY } from './datasets.ts'
import { conditions, type Filters, naming, ofSeveral, standing } from './filters.ts'
import { type As, CLOSED, isNoAnswer, type NoAnswer, opened } from './table.ts'
import { untold } from './untold.ts'

// Rows of a published table as of any snapshot, page by page.

/** At most so many in a page. */
const MOST = 5_000
export interface AskedRow {
  readonly cells: { readonly [column: string]: string }
  readonly from: Day | null
  readonly to: Day | null
  readonly state: string | null
  readonly mission: string | null
  readonly place: string | null
  readonly type: string | null
  readonly sex: string | null
  readonly amount: number | null
  /** It repeats others as a sum. */
  readonly total: boolean
  /** 1: of the rows of its name the one that is counted; 2, 3 …: another one. */
  readonly repeat: number
  readonly cites: Cites
}
export interface Rows extends OfTable {
  readonly rows: readonly AskedRow[]
  readonly next: string | null
  /** Of a snapshot that was asked for although it was withdrawn: by what, and why. */
  readonly withdrawn?: string
  /** By what was asked that no column tells. */
  readonly says?: string
}
/** Its place among the rows of its name is its own for ever; the one that is counted is told as the first. */
export const repeatOf = (r: { readonly repeat: number; readonly again: boolean }): number => (r.again ? Math.max(2, r.repeat) : 1)

/** Of a table whose rows name several States, `state` and `named` find the rows that name this one. Of any other `named` finds all. */
export interface RowFilters extends Filters {
  readonly named?: string | undefined
}
/** By State the rows come by mission and month, else by month and place: each the order of an index. */
const WALKS = {
  state: { columns: ['mission', 'month'], start: ['', -2] as Place },
  month: { columns: ['month', 'place', 'state'], start: [-2, '', ''] as Place },
} as const
/** Named one by one: hashes of rows are for the keeper alone. */
const WHOLE =
  'dataset, file, cells, from_day, to_day, state, mission, place, type, sex, amount, total, repeat, again, came, from_snap, line, month, k'

/** Rows as of a snapshot, page by page, in the order of an index. Totals and repeated rows are among them, and say so. */
export const rows = async (
  db: Sql,
  dataset: string,
  how: As & { readonly filters?: RowFilters; readonly limit?: number | undefined; readonly after?: string | undefined },
): Promise<Rows | NoAnswer> => {
  const open = await opened(db, dataset, how)
  if (isNoAnswer(open)) return open
  if (!open.mayRead) return CLOSED
  const { t, at, cites } = open
  const { named: _, ...rest } = how.filters ?? {}
  const several = ofSeveral(t, at)
  const whose = several ? (how.filters?.named ?? rest.state) : undefined
  const f: Filters = several ? { ...rest, state: undefined } : rest
  const { columns, start } = f.state === undefined ? WALKS.month : WALKS.state
  const order = [...columns, 'k', 'repeat'].map(c => `a.${c}`)
  const values: unknown[] = [t.id, at]
  const where = conditions(f, t.longest, values) + (whose === undefined ? '' : naming(whose, values))
  const place = placeAfter(how.after, [...start, NO_ROW, 0])
  const limit = Math.min(how.limit ?? 500, MOST)
  const marks = place.map(p => `$${values.push(p)}`)
  const lead = columns.length
  const found = await ask<{
    cells: string
    closed: string | null
    from_day: number | null
    to_day: number | null
    state: string
    mission: string
    place: string
    type: string
    sex: string
    amount: number | null
    total: boolean
    repeat: number
    again: boolean
    since: number
    line: number
    file: string | null
    month: number
    k: string
  }>(
    db,
    `select coalesce(o.cells, a.cells) as cells, c.cells as closed, a.from_day, a.to_day, a.state, a.mission, a.place, a.type, a.sex, a.amount::float8 as amount, a.total, a.repeat, a.again, coalesce(o.from_snap, a.from_snap) as since, coalesce(o.line, a.line) as line, a.month, a.k, f.name as file
     from (select ${WHOLE} from archived a where a.dataset = $1 and ${standing('$2')}${where}
       and (${order.slice(0, lead).join(', ')}) >= (${marks.slice(0, lead).join(', ')}) and (${order.join(', ')}) > (${marks.join(', ')})
       order by ${order.join(', ')} limit ${limit + 1}) a
     ${CLOSED_CELLS}
     ${OPENLY}
     left join snapshot_file f on f.dataset = a.dataset and f.nth = coalesce(o.from_snap, a.from_snap) and f.file = coalesce(o.file, a.file)
     order by ${order.join(', ')}`,
    values,
  )
  const page = found.slice(0, limit)
  const says = await untold(db, t, at, { filters: rest })
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    ...cites,
    rows: page.map(r => ({
      cells: named(t.layoutOf(r.since), r.cells, r.closed),
      from: r.from_day as Day | null,
      to: r.to_day as Day | null,
      state: r.state || null,
      mission: r.mission || null,
      place: r.place || null,
      type: r.type || null,
      sex: r.sex || null,
      amount: r.amount,
      total: r.total,
      repeat: repeatOf(r),
      cites: { ...cites, rows: 1, since: r.since, line: r.line, ...(r.file === null ? {} : { file: r.file }) },
    })),
    ...open.said,
    ...(says === undefined ? {} : { says }),
    next: last ? cursorOf([...columns.map(c => last[c]), last.k, last.repeat]) : null,
  }
}

/** All of them, page after page: of a table, or a part of one, that fits into memory. */
export const everyRow = async (db: Sql, dataset: string, how: As & { readonly filters?: RowFilters }): Promise<Rows | NoAnswer> => {
  const all: AskedRow[] = []
  for (let [at, after]: [number | undefined, string | undefined] = [how.at, undefined]; ; ) {
    const page: Rows | NoAnswer = await rows(db, dataset, { ...how, at, limit: MOST, after })
    if (isNoAnswer(page)) return page
    for (const row of page.rows) all.push(row)
    if (page.next === null) return { ...page, rows: all }
    ;[at, after] = [page.snapshot, page.next] // the same snapshot to the end, whatever is added meanwhile
  }
}
