import type { Sql } from '../kernel/database/pools.ts'
import type { Filters } from './filters.ts'
import { type AskedRow, everyRow } from './rows.ts'
import { type As, CLOSED, isNoAnswer, type NoAnswer, opened } from './table.ts'

/** Few are kept: what is read of whole texts is long. */
const KEPT = 4

/**
 * What is read of all rows of a table, such as texts: read once for each snapshot, for a snapshot never changes. Or why this reader gets
 * nothing of it: it is not on this record, had not been published by the day that is asked, or not all of its rows are open.
 *
 * What is asked as it stood then bears its day with each row. It is kept apart: none of the two answers is ever given for the other, and
 * who walks through the past does not push out what stands. Nor is one that rests on closed cells given to a reader who does not see them.
 */
export const readOnce = <T extends object>(
  dataset: string,
  filters: Filters,
  read: (rows: readonly AskedRow[], snapshot: number) => T,
): ((db: Sql, as?: As) => Promise<T | NoAnswer>) => {
  const [now, then] = [new Map<string, T>(), new Map<string, T>()]
  return async (db, as = {}) => {
    const open = await opened(db, dataset, as)
    if (isNoAnswer(open)) return open
    if (!open.mayRead || !open.whole) return CLOSED
    const its = `${open.t.entryOf(open.at)} ${open.sees}`
    const had = open.sees === 'some' ? undefined : (open.cites.stood ? then : now).get(its)
    if (had !== undefined) return had
    const all = await everyRow(db, dataset, { ...as, at: open.at, filters })
    if (isNoAnswer(all)) return all
    const [kept, told] = [all.stood ? then : now, read(all.rows, open.at)]
    if (open.sees === 'some') return told
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
    kept.set(its, told)
    return told
  }
}
