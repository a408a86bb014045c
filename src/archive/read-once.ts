import type { Sql } from '../kernel/database/pools.ts'
import type { Filters } from './filters.ts'
import { type AskedRow, everyRow } from './rows.ts'
import { isNoAnswer, opened } from './table.ts'

/** Few are kept: what is read of whole texts is long. */
const KEPT = 4

/**
 * What is read of all rows of a table, such as texts: read once for each snapshot, for a snapshot never changes. `undefined`: it is not on
 * this record, or this reader may not read all of its rows.
 */
export const readOnce = <T>(
  dataset: string,
  filters: Filters,
  read: (rows: readonly AskedRow[], snapshot: number) => T,
): ((db: Sql) => Promise<T | undefined>) => {
  const kept = new Map<string, T>()
  return async db => {
    const open = await opened(db, dataset, {})
    if (isNoAnswer(open) || !open.mayRead || !open.whole) return undefined
    const its = open.t.entryOf(open.at)
    const had = kept.get(its)
    if (had !== undefined) return had
    const all = await everyRow(db, dataset, { at: open.at, filters })
    if (isNoAnswer(all)) return undefined
    const now = read(all.rows, open.at)
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
    kept.set(its, now)
    return now
  }
}
