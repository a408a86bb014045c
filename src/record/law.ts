import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import { HORIZON, loadLaw, RULEBOOK } from '../kernel/ledger/load.ts'
import type { Law } from '../kernel/ledger/subject.ts'

/** A reader's connection, in the form in which the ledger asks. */
export const over = (db: Sql) => ({
  query: async (text: string, values: unknown[] = []) => {
    const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values))
    return { rows: rows as never[] }
  },
})
type Db = Parameters<typeof loadLaw>[0]
export const asDb = (db: Sql): Db => over(db) as unknown as Db

let known: { readonly at: string; readonly law: Law } | undefined

/** The books and the horizon in force: read again only when one was added. `upTo`: as they were known at that position. */
export const lawOf = async (db: Sql, upTo?: number): Promise<Law> => {
  if (upTo !== undefined) return loadLaw(asDb(db), 1, upTo)
  const { rows } = await over(db).query(
    `select string_agg(id::text, ' ' order by seq) as at from entry where ledger = 1 and subject in ('${RULEBOOK}', '${HORIZON}')`,
  )
  const at = String((rows as unknown as { at: string | null }[])[0]?.at)
  if (known?.at !== at) known = { at, law: await loadLaw(asDb(db), 1) }
  return known.law
}

/** Which subjects have to be folded from a shorter ledger to know what was known at a position: those written to since; all of them, where the law was another. */
export const touchedSince = async (
  db: Sql,
  law: Law,
  position: number,
): Promise<{ readonly all: boolean; readonly subjects: readonly string[] }> => {
  const now = await lawOf(db)
  const books = (of: Law): string => of.adopted.map(a => a.seq).join(' ') // not their number: a correction takes one away and brings one
  const all = books(now) !== books(law) || now.horizon !== law.horizon
  const { rows } = await db.executeQuery<{ subject: string }>(
    CompiledQuery.raw(`select distinct subject from entry where ledger = 1 and ${all ? 'seq <= $1' : 'seq > $1'}`, [position]),
  )
  return { all, subjects: rows.map(r => r.subject) }
}
