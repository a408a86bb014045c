import type { Sql } from '../kernel/database/pools.ts'
import { day } from '../kernel/day.ts'
import { positionAt } from '../record/position.ts'

export const MOMENTS = 'a position of the ledger, a day of the calendar, or a time such as 2026-11-24T09:00Z'

/** Is it a position, a day that there is, or a time that there is, since there were United Nations? What `known-at` may be asked with. */
export const isMoment = (text: string): boolean => {
  if (/^\d{1,15}$/.test(text)) return true
  if (!/^\d{4}-\d\d-\d\d($|T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-](0\d|1[0-4]):\d\d)$)/.test(text)) return false
  try {
    day(text.slice(0, 10))
    if (text.length > 10) Temporal.Instant.from(text)
    return text >= '1945'
  } catch {
    return false
  }
}
/** `known-at` as people write it. A sentence where there is no such. */
export const momentOf = async (db: Sql, text: string): Promise<number | string> =>
  isMoment(text) ? positionAt(db, text) : `${text.slice(0, 40)} is not ${MOMENTS}`
