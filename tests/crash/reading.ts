import { sql } from 'kysely'
import type { Sql } from '../../src/kernel/database/pools.ts'

export const board = async (db: Sql): Promise<unknown> => {
  await sql`select key from obligation where ledger = 1 limit 50`.execute(db)
  return sql`select pg_sleep(0.01)`.execute(db)
}
