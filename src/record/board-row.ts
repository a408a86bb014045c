import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, FOREVER, LONG_AGO, toIso } from '../kernel/day.ts'
import type { State } from '../kernel/rules/clock.ts'
import type { Binding, Standing } from '../kernel/rules/rulebook.ts'
import type { Owed } from './owed.ts'

// What is owed, as machines are told it.

/** The names by which entries are known outside: the one they brought with them, else ours. */
export const publicIds = async (db: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (!ids.length) return new Map()
  const { rows } = await db.executeQuery<{ id: string; name: string }>(
    CompiledQuery.raw(
      `select id, case when origin_system = 'sha256' then id::text else coalesce(origin_id, id::text) end as name from entry where ledger = 1 and id = any ($1::uuid[])`,
      [ids],
    ),
  )
  return new Map(rows.map(r => [r.id, r.name]))
}

/** One row of `board --json` and of the API. Days are text; `due` is null where there is none. */
export interface BoardRow {
  readonly duty: string
  readonly binding: Binding
  /** Of the words of the duty, and of its limit. */
  readonly standing: Standing
  readonly limit: Standing | null
  readonly debtor: string
  readonly holder: string | null
  readonly subject: string
  readonly mission: string | null
  readonly opened: string | null
  readonly due: string | null
  readonly state: State
  readonly on: string
  readonly disputed: boolean
  readonly grounds: readonly string[]
  readonly why: readonly string[]
}
const dayOrNull = (d: Day): string | null => (d === FOREVER || d === LONG_AGO ? null : toIso(d))

export const boardRow = (o: Owed, on: Day, ids: ReadonlyMap<string, string>): BoardRow => ({
  duty: o.span.duty,
  binding: o.binding,
  ...o.sure,
  debtor: o.span.debtor,
  holder: o.holder,
  subject: o.span.subject,
  mission: o.mission,
  opened: dayOrNull(o.span.start),
  due: dayOrNull(o.span.due),
  state: o.span.state,
  on: toIso(on),
  disputed: o.span.disputed,
  grounds: o.span.grounds.map(id => ids.get(id) ?? id),
  why: o.why,
})
export const boardRows = async (db: Sql, owed: readonly Owed[], on: Day): Promise<BoardRow[]> => {
  const ids = await publicIds(db, [...new Set(owed.flatMap(o => o.span.grounds))])
  return owed.map(o => boardRow(o, on, ids))
}
