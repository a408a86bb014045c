import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, FOREVER } from '../kernel/day.ts'
import type { own } from '../kernel/ledger/own.ts'
import type { State } from '../kernel/rules/clock.ts'
import { CHAPTERS } from './chapters.ts'
import type { On } from './today.ts'

// Which States, missions and debtors are on this record at all. Each list is walked along an index from one value to the next.

const POSITION = Number.MAX_SAFE_INTEGER
const MOST = 300
/** Entry types that may name a State: those of the chapters, and a State’s own account, which stands in any of them. */
export const naming = (): string[] => [
  ...CHAPTERS.flatMap(c => Object.entries(c.entries).flatMap(([type, { face }]) => ('state' in face.shape ? [type] : []))),
  'StateAccount' satisfies keyof typeof own,
]

/** States that an entry of this record names by this day, an entry that was later corrected away not counted. */
export const statesOnRecord = async (db: Sql, { on, knownAt }: On): Promise<readonly string[]> => {
  const { rows } = await db.executeQuery<{ state: string }>(
    CompiledQuery.raw(
      `with recursive s(type, state) as (
         select t.type, (select min(e.state) from entry e where e.ledger = 1 and e.marking = 0 and e.type = t.type) from unnest($1::text[]) t(type)
         union all
         select s.type, (select min(e.state) from entry e where e.ledger = 1 and e.marking = 0 and e.type = s.type and e.state > s.state) from s where s.state is not null)
       select distinct s.state from s cross join lateral (select 1 from entry e where e.ledger = 1 and e.marking = 0 and e.type = s.type and e.state = s.state and e.seq <= $2
         and (case when e.occurred_on = '-infinity' then e.latest else e.occurred_on end) <= date '1970-01-01' + $3::int
         and not exists (select 1 from entry x where x.ledger = 1 and x.subject = e.subject and x.type = 'EntrySuperseded' and x.seq <= $2 and x.face::json->'is'->>'entry' = e.id::text) limit 1) e
       limit ${MOST}`,
      [naming(), knownAt ?? POSITION, Number(on)],
    ),
  )
  return rows.map(r => r.state)
}

/** What a State owes, counted by the words that may be said of it; never added up to a score. `n`: 1001 means more than 1,000. */
export interface Counted {
  readonly debtor: string
  readonly stands: State
  /** Merely asked for, or assumed by us. */
  readonly soft: boolean
  readonly undated: boolean
  readonly disputed: boolean
  readonly n: number
}
export const owedByStates = async (db: Sql, { on }: On, states: readonly string[]): Promise<readonly Counted[]> => {
  const { rows } = await db.executeQuery<Counted>(
    CompiledQuery.raw(
      `select d.debtor, c.* from unnest($2::text[]) d(debtor) cross join lateral (
         select o.stands, o.soft, o.undated, o.disputed, count(*)::int as n from (
           select stands, binding in ('request', 'assumption') as soft, due = ${FOREVER} as undated, disputed from obligation
           where ledger = 1 and marking = 0 and rank = 2 and debtor = d.debtor and since <= $1 and until > $1 and begins <= $1 limit 1001) o
         group by 1, 2, 3, 4) c`,
      [Number(on), states],
    ),
  )
  return rows
}

/** Who owes anything by this day, for the board's filter: States by code, and missions. */
export const filtersOnRecord = async (
  db: Sql,
  on: Day,
): Promise<{ readonly debtors: readonly string[]; readonly missions: readonly string[] }> => {
  const walk = async (column: 'debtor' | 'mission'): Promise<string[]> => {
    const of = `o.ledger = 1 and o.marking = 0${column === 'debtor' ? ' and o.rank = 2' : ''} and o.begins <= $1`
    const { rows } = await db.executeQuery<{ v: string }>(
      CompiledQuery.raw(
        `with recursive w(v) as (
           (select o.${column} from obligation o where ${of} and o.${column} is not null order by o.${column} limit 1)
           union all
           select (select o.${column} from obligation o where ${of} and o.${column} > w.v order by o.${column} limit 1) from w where w.v is not null)
         select v from w where v is not null limit ${MOST}`,
        [Number(on)],
      ),
    )
    return rows.map(r => r.v)
  }
  return { debtors: await walk('debtor'), missions: await walk('mission') }
}
