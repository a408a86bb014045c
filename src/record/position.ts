import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'

/** The ledger as it was known: a position as it stands, or the last one recorded at or before a time; a day means its end (UTC). A sentence where it is neither. */
export const positionAt = async (db: Sql, text: string): Promise<number | string> => {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59.999999Z` : text
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/.test(time) || Number.isNaN(Date.parse(time)))
    return 'neither a position (a whole number) nor a time such as 2026-11-24T09:00:00Z'
  const { rows } = await db.executeQuery<{ seq: number }>(
    CompiledQuery.raw(
      'select coalesce((select seq from entry where ledger = 1 and recorded_at <= $1 order by recorded_at desc, seq desc limit 1), 0) as seq',
      [time],
    ),
  )
  return Number(rows[0]!.seq)
}
