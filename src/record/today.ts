import { CompiledQuery } from 'kysely'
import { PUBLIC } from '../kernel/access/reader.ts'
import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import type { Detail } from '../kernel/ledger/subject.ts'
import type { ObligationSpan, State } from '../kernel/rules/clock.ts'
import { board, type Owed, owedOf, placeOf } from './board.ts'
import { lawOf } from './law.ts'

// The questions of the front page. Each list has a limit and an order that an index serves.

export interface On {
  readonly on: Day
  readonly knownAt?: number | undefined
}
const at = ({ on, knownAt }: On) => ({ on, ...(knownAt === undefined ? {} : { knownAt }) })

interface Row
  extends Pick<ObligationSpan, 'key' | 'subject' | 'duty' | 'debtor' | 'disputed' | 'door' | 'begins' | 'start' | 'due' | 'adopted'> {
  readonly since: Day
  readonly until: Day
  readonly stands: State
  readonly mission: string | null
  readonly state: string | null
  readonly holder: string | null
  readonly detail: string
  readonly grounds: string
}
const COLUMNS =
  'o.key, o.since, o.until, o.subject, o.duty, o.debtor, o.stands, o.disputed, o.door, o.begins, o.start, o.due, o.adopted, o.mission, o.state, o.detail, o.grounds'
const HOLDER = `left join lateral (select office from holder h where h.ledger = 1 and h.subject = o.subject and h.lives @> $1::int limit 1) h on true`

const asOwed = async (db: Sql, rows: readonly Row[]): Promise<Owed[]> => {
  const law = await lawOf(db)
  return rows.map(r => {
    const { since, until, stands, mission, state, holder, detail, grounds, ...rest } = r,
      { dues, stops, about, extended } = JSON.parse(detail) as Detail
    const span = { ...rest, state: stands, from: since, to: until, dues, stops, about, extended: extended ?? undefined }
    return owedOf(law, { ...span, grounds: JSON.parse(grounds) as string[] }, { mission, state, holder })
  })
}

/** What falls due next: open, by the day on which it is due. Served by the index `due_next`. */
export const fallsDueNext = async (db: Sql, q: On, limit: number): Promise<readonly Owed[]> => {
  if (q.knownAt !== undefined) {
    const { rows } = await board(db, PUBLIC, { ...at(q), stands: 'open', limit: 500 })
    return [...rows].sort((a, b) => a.span.due - b.span.due).slice(0, limit)
  }
  const { rows } = await db.executeQuery<Row>(
    CompiledQuery.raw(
      `select ${COLUMNS}, h.office as holder from (
         select * from obligation o where o.ledger = 1 and o.marking = 0 and o.stands = 'open' and o.since <= $1 and o.until > $1 and o.due >= $1
         order by o.due, o.key limit ${limit}) o ${HOLDER} order by o.due, o.key`,
      [Number(q.on)],
    ),
  )
  return asOwed(db, rows)
}

const NOT_MET: readonly State[] = ['overdue', 'open', 'stopped', 'elapsing', 'silent']
/** What the United Nations owes and has not done as far as this record knows, in the order of the board. */
export const owedByTheUn = async (db: Sql, q: On, limit: number): Promise<{ readonly rows: readonly Owed[]; readonly more: boolean }> => {
  const all: Owed[] = []
  for (const stands of NOT_MET) all.push(...(await board(db, PUBLIC, { ...at(q), debtor: 'un', stands, limit: limit + 1 })).rows)
  all.sort((a, b) => inOrder(a, b))
  return { rows: all.slice(0, limit), more: all.length > limit }
}
const inOrder = (a: Owed, b: Owed): number => {
  const [p, r] = [placeOf(a), placeOf(b)]
  for (const i of [0, 1, 2, 3] as const) if (p[i] !== r[i]) return p[i] < r[i] ? -1 : 1
  return 0
}

/** What this record answers nothing about: the United Nations first, then States by alphabet. */
export const withoutAnswer = async (db: Sql, q: On, limit: number): Promise<{ readonly rows: readonly Owed[]; readonly more: boolean }> => {
  const { rows, next } = await board(db, PUBLIC, { ...at(q), stands: 'silent', limit })
  return { rows, more: next !== undefined }
}

const MOST_MARKS = 60
/** What was kept, by duty: the newest first, so many as a strip can hold. Served by `by_duty`. */
export const kept = async (db: Sql, q: On, duties: readonly string[]): Promise<ReadonlyMap<string, readonly Owed[]>> =>
  ofDuties(db, q, duties, ['met', 'met late'])

/** Everything on the record under each of these duties, so many as a strip can hold. */
export const stripsOf = async (db: Sql, q: On, duties: readonly string[]): Promise<ReadonlyMap<string, readonly Owed[]>> =>
  ofDuties(db, q, duties, undefined)

const ofDuties = async (db: Sql, q: On, duties: readonly string[], stands: readonly State[] | undefined) => {
  if (q.knownAt !== undefined) {
    const found = new Map<string, readonly Owed[]>()
    for (const duty of duties) {
      const { rows } = await board(db, PUBLIC, { ...at(q), duty, limit: MOST_MARKS })
      found.set(duty, stands ? rows.filter(o => stands.includes(o.span.state)) : rows)
    }
    return found
  }
  const { rows } = await db.executeQuery<Row>(
    CompiledQuery.raw(
      `select ${COLUMNS}, null as holder from unnest($2::text[]) d(duty) cross join lateral (
         select * from obligation o where o.ledger = 1 and o.marking = 0 and o.duty = d.duty and o.since <= $1 and o.until > $1 and o.begins <= $1
           and ($3::text[] is null or o.stands = any ($3)) order by o.rank, o.debtor, o.begins, o.key limit ${MOST_MARKS}) o`,
      [Number(q.on), duties, stands ?? null],
    ),
  )
  return Map.groupBy(await asOwed(db, rows), o => o.span.duty) as ReadonlyMap<string, readonly Owed[]>
}
