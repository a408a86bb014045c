import { CompiledQuery } from 'kysely'
import type { Reader } from '../kernel/access/reader.ts'
import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import { loadSubjects } from '../kernel/ledger/load.ts'
import { derive, type Law, rankOf, whose } from '../kernel/ledger/subject.ts'
import type { State } from '../kernel/rules/clock.ts'
import { asOf } from '../kernel/rules/derive.ts'
import type { Binding } from '../kernel/rules/rulebook.ts'
import { asDb, lawOf, touchedSince } from './law.ts'
import { inOrder, type Owed, owedOf, type Place, placeOf, type Row, spanOf } from './owed.ts'

/** Who owes what, to whom, by when, as it stood on a day. The United Nations first, then States by alphabet, then the oldest. */
export interface Query {
  readonly on: Day
  /** A position of the ledger: the board as it was known then. */
  readonly knownAt?: number
  readonly state?: string
  readonly mission?: string
  /** A code; or a house, all of its offices: `un`, `au`. */
  readonly debtor?: string
  readonly duty?: string
  readonly binding?: Binding
  readonly stands?: State
  readonly subject?: string
  readonly limit: number
  readonly after?: Place
}
export interface Page {
  readonly rows: readonly Owed[]
  readonly next: Place | undefined
}

export const board = async (db: Sql, reader: Reader, q: Query): Promise<Page> => {
  const law = await lawOf(db, q.knownAt)
  const earlier = q.knownAt === undefined ? undefined : await foldedAt(db, law, q, q.knownAt)
  const rows = earlier?.all ? [] : await stored(db, reader, q, { without: earlier?.subjects, bound: await boundBy(db, q) })
  const owed = [...rows.map(r => owedOf(law, spanOf(r), r)), ...(earlier?.rows ?? [])].sort((a, b) => inOrder(placeOf(a), placeOf(b)))
  const after = q.after
  const page = (after ? owed.filter(o => inOrder(placeOf(o), after) > 0) : owed).slice(0, q.limit + 1)
  return { rows: page.slice(0, q.limit), next: page.length > q.limit ? placeOf(page[q.limit - 1]!) : undefined }
}

/** The whole board, page by page: memory stays flat. */
export async function* wholeBoard(db: Sql, reader: Reader, q: Omit<Query, 'limit' | 'after'>): AsyncGenerator<Owed> {
  for (let after: Place | undefined; ; ) {
    const page = await board(db, reader, { ...q, limit: 500, ...(after ? { after } : {}) })
    yield* page.rows
    if (!page.next) return
    after = page.next
  }
}

const ALL_STATES: readonly State[] = ['open', 'stopped', 'elapsing', 'overdue', 'silent', 'met', 'met late', 'waived', 'excused']

/**
 * How many stand where; beyond a thousand nobody counts on: `1001` means more than 1,000. Of the whole record, or all that the United
 * Nations owe, each word is counted by its own index, up to the thousand; under a filter one walk along the index of that filter counts them all, and reads no row.
 */
export const counts = async (
  db: Sql,
  reader: Reader,
  q: Omit<Query, 'limit' | 'after' | 'knownAt' | 'stands'>,
): Promise<ReadonlyMap<State, number>> => {
  const values: unknown[] = []
  const whole = !q.binding && !NARROW.some(f => q[f] && q[f] !== 'un')
  const bound = await boundBy(db, q)
  const from = (stands?: State): string =>
    markings(reader)
      .map(m => among({ ...q, ...(stands ? { stands } : {}), limit: 0 }, m, values, { bound }, 'o.stands', stands ? 'limit 1001' : ''))
      .join(' union all ')
  const text = whole
    ? ALL_STATES.map(s => `select '${s}' as stands, least(count(*), 1001) as n from (${from(s)}) c`).join(' union all ')
    : `select stands, least(count(*), 1001) as n from (${from()}) c group by stands`
  const { rows } = await db.executeQuery<{ stands: State; n: number }>(CompiledQuery.raw(text, values))
  return new Map(rows.filter(r => r.n).map(r => [r.stands, Number(r.n)]))
}

// ---- the query: one branch a marking, each served by the index in the order of the board ------------------------------

const markings = (reader: Reader): readonly number[] => Array.from({ length: reader.tier + 1 }, (_, m) => m)
const ORDER = 'o.rank, o.debtor, o.begins, o.key'
export const COLUMNS = `o.key, o.since, o.until, o.subject, o.duty, o.debtor, o.rank, o.stands, o.disputed, o.door, o.begins, o.start, o.due, o.adopted, o.mission, o.state, o.detail, o.grounds`

/** The duties of the binding asked for. `alone`: none of them ever bound otherwise, so the duty says it all and no row is read to know. */
interface Bound {
  readonly duties: readonly string[]
  readonly alone: boolean
}
/** What the query is told beside what was asked: subjects to leave out, and the duties of the binding. */
interface Beside {
  readonly without?: readonly string[] | undefined
  readonly bound?: Bound | undefined
}
/**
 * No index knows a binding, for the duties of each are few and have one of their own: so the board of a binding is the board of these duties.
 * Of any book ever adopted: an obligation keeps the book under which it arose. `undefined`: another filter leads to the rows more directly.
 */
const boundBy = async (db: Sql, q: Pick<Query, Narrow | 'binding'>): Promise<Bound | undefined> => {
  if (!q.binding || NARROW.some(f => q[f])) return undefined
  const all = (await lawOf(db)).adopted.flatMap(a => a.book.duties)
  const duties = [...new Set(all.filter(d => d.binding === q.binding).map(d => d.duty))].sort()
  return { duties, alone: all.every(d => d.binding === q.binding || !duties.includes(d.duty)) }
}
const NARROW = ['duty', 'state', 'mission', 'debtor', 'subject'] as const
type Narrow = (typeof NARROW)[number]

/** The office that holds `o` on a day. */
export const heldOn = (on: string): string =>
  `left join lateral (select office from holder h where h.ledger = 1 and h.subject = o.subject and h.since <= ${on} and h.until > ${on} limit 1) h on true`

/** The text of the first page, as a reader asks it. Public because its plan is tested and timed. */
export const boardQuery = (reader: Reader, q: Query, beside: Beside = {}): { readonly text: string; readonly values: unknown[] } => {
  const values: unknown[] = []
  const first = `order by ${ORDER} limit ${q.limit + 1}`
  const branches = markings(reader).map(m => `(${among(q, m, values, beside, COLUMNS, first)})`)
  return {
    text: `select o.*, h.office as holder from (select * from (${branches.join(' union all ')}) o ${first}) o
      ${heldOn(String(Number(q.on)))} order by ${ORDER}`,
    values,
  }
}
/** One branch: what is asked for among the rows of one marking; where the duties are known, each by the index of duties. */
const among = (q: Query, marking: number, values: unknown[], beside: Beside, columns: string, first: string): string => {
  const { binding, ...rest } = q
  const asked = beside.bound?.alone || !binding ? rest : q
  const where = `from obligation o where ${conditions(asked, marking, values, beside.without)}`
  if (!beside.bound) return `(select ${columns} ${where} ${first})`
  const duties = `unnest($${values.push(beside.bound.duties)}::text[]) d(duty)`
  return `(select o.* from ${duties} cross join lateral (select ${columns} ${where} and o.duty = d.duty ${first}) o ${first})`
}
const conditions = (q: Query, marking: number, values: unknown[], without?: readonly string[]): string => {
  const put = (value: unknown): string => `$${values.push(value)}`
  const on = Number(q.on)
  return [
    `o.ledger = 1 and o.marking = ${marking} and o.since <= ${on} and o.until > ${on} and o.begins <= ${on}`,
    ...(q.state ? [`o.state = ${put(q.state)}`] : []),
    ...(q.mission ? [`o.mission = ${put(q.mission)}`] : []),
    ...(q.debtor ? [owedBy(q.debtor, put)] : []),
    ...(q.duty ? [`o.duty = ${put(q.duty)}`] : []),
    ...(q.binding ? [`o.binding = ${put(q.binding)}`] : []),
    ...(q.stands ? [`o.stands = ${put(q.stands)}`] : []),
    ...(q.subject ? [`o.subject = ${put(q.subject)}`] : []),
    ...(without?.length ? [`o.subject <> all (${put(without)}::text[])`] : []),
    ...(q.after ? [`(${ORDER}) > (${put(q.after[0])}::smallint, ${put(q.after[1])}, ${put(q.after[2])}::int, ${put(q.after[3])})`] : []),
  ].join(' and ')
}
/** In the order of the index, those of a house stand together. */
const owedBy = (debtor: string, put: (value: unknown) => string): string =>
  isHouse(debtor)
    ? `o.rank = ${rankOf(`${debtor}.`)} and o.debtor >= ${put(`${debtor}.`)} and o.debtor < ${put(`${debtor}/`)}`
    : `o.rank = ${rankOf(debtor)} and o.debtor = ${put(debtor)}`
const isHouse = (debtor: string): boolean => /^[a-z]+$/.test(debtor)
const stored = async (db: Sql, reader: Reader, q: Query, beside: Beside): Promise<Row[]> => {
  const { text, values } = boardQuery(reader, q, beside)
  return (await db.executeQuery<Row>(CompiledQuery.raw(text, values))).rows
}

// ---- as it was known: subjects touched since are folded from a shorter ledger -----------------------------------------

const foldedAt = async (db: Sql, law: Law, q: Query, position: number) => {
  const { all, subjects } = await touchedSince(db, law, position)
  const rows: Owed[] = []
  for (let i = 0; i < subjects.length; i += 500) {
    const page = await loadSubjects(asDb(db), 1, subjects.slice(i, i + 500))
    for (const [, s] of page) {
      const faces = s.faces.filter(f => f.seq <= position)
      const derived = derive(law, faces)
      for (const span of asOf(derived.spans, q.on)) {
        const of = whose(span.about, s.whose)
        const holder = asOf(derived.holders, q.on)[0]?.office ?? null
        const o = owedOf(law, span, { ...of, holder })
        if (matches(o, q)) rows.push(o)
      }
    }
  }
  return { all, subjects, rows }
}
const matches = (o: Owed, q: Query): boolean =>
  (!q.state || o.state === q.state) &&
  (!q.mission || o.mission === q.mission) &&
  (!q.debtor || (isHouse(q.debtor) ? o.span.debtor.startsWith(`${q.debtor}.`) : o.span.debtor === q.debtor)) &&
  (!q.duty || o.span.duty === q.duty) &&
  (!q.binding || o.binding === q.binding) &&
  (!q.stands || o.span.state === q.stands) &&
  (!q.subject || o.span.subject === q.subject)
