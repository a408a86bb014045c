import { CompiledQuery } from 'kysely'
import { PUBLIC } from '../kernel/access/reader.ts'
import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import type { State } from '../kernel/rules/clock.ts'
import { board, COLUMNS, heldOn } from './board.ts'
import { lawOf } from './law.ts'
import { inOrder, type Owed, owedOf, type Place, placeOf, type Row, spanOf } from './owed.ts'

// The questions of the front page. Each list has a limit and an order that an index serves.

export interface On {
  readonly on: Day
  readonly knownAt?: number | undefined
}
const at = ({ on, knownAt }: On) => ({ on, ...(knownAt === undefined ? {} : { knownAt }) })

const asOwed = async (db: Sql, rows: readonly Row[]): Promise<Owed[]> => {
  const law = await lawOf(db)
  return rows.map(r => owedOf(law, spanOf(r), r))
}

/** What falls due next: open, by the day on which it is due. Served by the index `due_next`. */
export const fallsDueNext = async (db: Sql, q: On, limit: number): Promise<readonly Owed[]> => {
  if (q.knownAt !== undefined) {
    const { rows } = await board(db, PUBLIC, { ...at(q), stands: 'open', limit: 500 })
    return inTurn(rows).slice(0, limit)
  }
  const { rows } = await db.executeQuery<Row>(
    CompiledQuery.raw(
      `select ${COLUMNS}, h.office as holder from (
         select * from obligation o where o.ledger = 1 and o.marking = 0 and o.stands = 'open' and o.since <= $1 and o.until > $1 and o.due >= $1
         order by o.due, o.key limit ${limit}) o ${heldOn('$1::int')} order by o.due, o.key`,
      [Number(q.on)],
    ),
  )
  return inTurn(await asOwed(db, rows))
}
/** By day; of one day, what a text sets before what we count. */
const inTurn = (rows: readonly Owed[]): readonly Owed[] => {
  const ours = (o: Owed): number => (o.sure.limit === 'ours' ? 1 : 0)
  return rows.toSorted((a, b) => a.span.due - b.span.due || ours(a) - ours(b))
}

const NOT_MET: readonly State[] = ['overdue', 'open', 'stopped', 'elapsing', 'silent']
/** So many pages of the board are looked through for what somebody owes, and not we assume: a bound, whatever is stored. */
const PAGES = 5
const owedIn = async (db: Sql, q: On, stands: State, limit: number): Promise<Owed[]> => {
  const found: Owed[] = []
  let after: Place | undefined
  for (let n = 0; n < PAGES && found.length < limit; n++) {
    const page = await board(db, PUBLIC, { ...at(q), debtor: 'un', stands, limit: 4 * limit, ...(after && { after }) })
    found.push(...page.rows.filter(o => o.binding !== 'assumption' && o.sure.standing !== 'remembered'))
    after = page.next
    if (!after) break
  }
  return found
}
/** What the United Nations owes and has not done as far as this record knows: so many, what is overdue before what runs and that before silence, in the order of the board. What we only assume, or remember and have not read, is no debt. */
export const owedByTheUn = async (db: Sql, q: On, limit: number): Promise<{ readonly rows: readonly Owed[]; readonly more: boolean }> => {
  const all: Owed[] = []
  for (const stands of NOT_MET) all.push(...(await owedIn(db, q, stands, limit + 1)))
  const rows = all.slice(0, limit).sort((a, b) => inOrder(placeOf(a), placeOf(b)))
  return { rows, more: all.length > limit }
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
