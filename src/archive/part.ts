import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import type { OfTable } from '../paper/cites.ts'
import { short } from './copy.ts'
import { ask, CLOSED_CELLS, named, OPENLY } from './datasets.ts'
import { type AskedRow, type Rows, repeatOf } from './rows.ts'
import { type As, CLOSED, isNoAnswer, type NoAnswer, opened } from './table.ts'

/** How many names may be asked for, and how many rows come back at most. */
const NAMES = 20_000
const MOST = 10_000

/**
 * The rows of some parts of a table whose layout has parts (one resolution, one State's file), in the order in which they were read:
 * a whole text by its symbol, without walking the rest. `names`: the cells that name a part; a part of no such name has no rows.
 */
export const partsOf = async (db: Sql, dataset: string, names: readonly string[], as: As = {}): Promise<Rows | NoAnswer> => {
  const open = await opened(db, dataset, as)
  if (isNoAnswer(open)) return open
  if (!open.mayRead) return CLOSED
  const { t, at, cites } = open
  const found = await ask<{
    cells: string
    from_day: number | null
    to_day: number | null
    type: string
    repeat: number
    again: boolean
    from_snap: number
    line: number
  }>(
    db,
    `select coalesce(o.cells, a.cells) as cells, a.from_day, a.to_day, a.type, a.repeat, a.again, coalesce(o.from_snap, a.from_snap) as from_snap, coalesce(o.line, a.line) as line
     from archived a ${CLOSED_CELLS} ${OPENLY} where a.dataset = $1 and a.from_snap <= $2 and a.to_snap > $2 and a.part = any ($3::uuid[]) order by a.file, a.line, a.k limit ${MOST}`,
    [t.id, at, names.slice(0, NAMES).map(short)],
  )
  return {
    ...cites,
    ...open.said,
    next: null,
    rows: found.map(r => asked(r, named(t.layoutOf(r.from_snap), r.cells), cites)),
  }
}
interface Found {
  readonly from_day: number | null
  readonly to_day: number | null
  readonly type: string
  readonly repeat?: number
  readonly again?: boolean
  readonly from_snap: number
  readonly line: number
}
const asked = (r: Found, cells: AskedRow['cells'], stands: OfTable): AskedRow => ({
  ...{
    cells,
    from: r.from_day as Day | null,
    to: r.to_day as Day | null,
    type: r.type || null,
    repeat: r.again === undefined ? 1 : repeatOf({ repeat: r.repeat ?? 1, again: r.again }),
    total: false,
  },
  ...{ state: null, mission: null, place: null, sex: null, amount: null },
  cites: { ...stands, rows: 1, since: r.from_snap, line: r.line },
})
/** One row by its name, of a key of one column: by the index of names, without walking the table. */
export const rowNamed = async (db: Sql, dataset: string, name: string, as: As = {}): Promise<AskedRow | undefined> => {
  const open = await opened(db, dataset, as)
  if (isNoAnswer(open) || !open.mayRead) return undefined
  const { t, at, cites } = open
  const [found] = await ask<{
    cells: string
    from_day: number | null
    to_day: number | null
    type: string
    from_snap: number
    line: number
  }>(
    db,
    `select coalesce(o.cells, a.cells) as cells, a.from_day, a.to_day, a.type, coalesce(o.from_snap, a.from_snap) as from_snap, coalesce(o.line, a.line) as line
     from archived a ${CLOSED_CELLS} ${OPENLY} where a.dataset = $1 and a.k = $3 and not a.again and a.from_snap <= $2 and a.to_snap > $2 order by a.dataset, a.k, a.repeat, a.from_snap limit 1`,
    [t.id, at, short(name)],
  )
  return found && asked(found, named(t.layoutOf(found.from_snap), found.cells), cites)
}
