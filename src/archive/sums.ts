import type { Sql } from '../kernel/database/pools.ts'
import type { Cites, OfTable } from '../paper/cites.ts'
import { cursorOf, placeAfter } from './cursor.ts'
import { ask, CLOSED_CELLS, monthText, OPENLY } from './datasets.ts'
import { conditions, type Filters, naming, ofSeveral, standing } from './filters.ts'
import { summed } from './layout.ts'
import { CAME, FEW, NO_MONTH } from './schema.ts'
import { type As, CLOSED, isNoAnswer, type NoAnswer, opened, type Table } from './table.ts'
import { untold } from './untold.ts'

// Counts and sums of a published table as of any snapshot, by month, year, State and what else its rows are asked by.

/** Groups, where nobody says how many. */
const MOST = 5_000
export const BY = ['month', 'year', 'state', 'mission', 'place', 'type', 'sex'] as const
export type By = (typeof BY)[number]
export type Sum = { readonly [B in By]?: string | null } & {
  readonly rows: number
  readonly amount: number | null
  /** Rows left out because one of the same name was counted: never summed twice, and never in silence. */
  readonly repeated: number
  /** By State, of a table whose rows may name several: how many of these rows are counted under other States, too. */
  readonly several?: number
  readonly cites: Cites
}
/** How rows that name several States stand in a sum by State. */
export const UNDER_EACH = 'A row that names several States is counted under each of them: the parts add up to more than the whole.'
const UNDER_THE_FIRST =
  'A row that names several States is counted under the first of them alone: the table was first added before the others were told apart. Added anew under another name, it is counted under each.'
export interface Sums extends OfTable {
  readonly opens: 'rows' | 'closed'
  /** What is summed, and its unit. */
  readonly of: string | null
  readonly unit: string | null
  readonly sums: readonly Sum[]
  /** Months of which the table has rows; a month outside of them is "not on this record". */
  readonly from: string | null
  readonly to: string | null
  /** By State, of a table whose rows may name several: how these are counted. */
  readonly counting?: string
  /** There are more groups than were asked for: where this page of them ended. */
  readonly next: string | null
  /** Of a snapshot that was asked for although it was withdrawn: by what, and why. */
  readonly withdrawn?: string
  /** By what was asked that no column tells. */
  readonly says?: string
}
/** A month is grouped by as the index has it, so that its order is the order of the answer. */
const GROUP: Readonly<Record<By, string>> = {
  month: 'a.month',
  year: 'a.month / 12',
  state: 'a.state',
  mission: 'a.mission',
  place: 'a.place',
  type: 'a.type',
  sex: 'a.sex',
}
/** Groups in their order, those behind `after`: of rows, or of the counts that are kept for everybody. */
const inGroups = (by: readonly By[], after: string | undefined, values: unknown[], group: (b: By) => string) => {
  const start = by.map(b => (b === 'month' || b === 'year' ? NO_MONTH - 1 : ''))
  const numbers = by.map((_, i) => i + 1).join(', ')
  const all = by.map(group).join(', ')
  const behind = after === undefined ? undefined : placeAfter(after, start)
  return {
    list: by.map((b, i) => `${group(b)} as g${i}, `).join(''),
    where: behind?.length ? ` and (${all}) > (${behind.map(p => `$${values.push(p)}`).join(', ')})` : '',
    order: numbers && ` group by ${numbers} order by ${numbers}`,
  }
}
interface Page {
  readonly limit: number
  readonly after?: string | undefined
}
/** Rows under every State that they name, each with how many these are. */
const NAMED = `left join (select w.k, w.repeat, w.from_snap, w.named, count(*) over (partition by w.k, w.repeat, w.from_snap) as states
    from archived_state w where w.dataset = $1) w on w.k = a.k and w.repeat = a.repeat and w.from_snap = a.from_snap`
interface Query {
  readonly text: string
  readonly values: readonly unknown[]
}
/**
 * How rows of such a question are summed; the bench explains and times it. Rows that were left out, because one of the same name was
 * counted, are counted beside: a condition on them would make the walk of the index longer. `names`: of a group that is one row, which.
 */
export const sumsQuery = (
  { id, longest }: Pick<Table, 'id' | 'longest'>,
  at: number,
  by: readonly By[],
  f: Filters,
  { limit, after }: Page,
  several = false,
  names = false,
): Query => {
  const values: unknown[] = [id, at]
  const each = several && by.includes('state')
  const { state, ...others } = f
  const whose = (): string => (state === undefined ? '' : each ? ` and w.named = $${values.push(state)}` : naming(state, values))
  const where = several ? conditions(others, longest, values) + whose() : conditions(f, longest, values)
  const groups = inGroups(by, after, values, b => (each && b === 'state' ? `coalesce(w.named, '')` : GROUP[b]))
  return {
    text: `select ${groups.list}count(*) filter (where not a.again)::int as rows, sum(a.amount) filter (where not a.again)::float8 as amount,
      count(*) filter (where a.again)::int as repeated,${each ? ' count(*) filter (where w.states > 1 and not a.again)::int as several,' : ''} min(a.from_snap) as since, min(a.line) as line${names ? ', min(a.k::text) as k, min(a.repeat) as repeat' : ''}
      from archived a ${each ? NAMED : ''} where a.dataset = $1 and ${standing('$2')} and not a.total${where}${groups.where}${groups.order} limit ${limit}`,
    values,
  }
}
type SumRow = { readonly [group: string]: string | number | null } & {
  rows: number
  amount: number | null
  repeated: number
  several?: number
  since: number | null
  line: number | null
}

/**
 * Counts and sums of a table as of a snapshot, by what is asked for. Rows that repeat others as a sum are left out, and of rows of one
 * name one counts. A row that names several States counts under each, and that is told. Of a closed table everybody gets years and States, or missions; the rest is for cleared readers, of what they may see.
 */
export const sums = async (
  db: Sql,
  dataset: string,
  how: As & { readonly by: readonly By[]; readonly filters?: Filters } & Partial<Page>,
): Promise<Sums | NoAnswer> => {
  const open = await opened(db, dataset, how)
  if (isNoAnswer(open)) return open
  const { t, at, mayRead, whole, cites } = open
  const f = how.filters ?? {}
  const limit = Math.min(how.limit ?? MOST, 100_000)
  const counts =
    t.opens === 'closed' &&
    !whole &&
    how.by.every(b => b === 'year' || b === t.countedBy) &&
    Object.entries(f).every(([k, v]) => v === undefined || k === t.countedBy)
  if (!mayRead && !counts) return CLOSED
  const page = { limit: limit + 1, after: how.after }
  const several = !counts && ofSeveral(t, at)
  const { text, values } = counts ? countsQuery(t.id, at, how.by, f[t.countedBy], page) : sumsQuery(t, at, how.by, f, page, several)
  const first = await ask<SumRow>(db, text, values)
  const found = (await closedChanged(db, t.id, first)) ? await openly(db, t.id, sumsQuery(t, at, how.by, f, page, several, true)) : first
  const months = t.monthsAt(at)
  const says = await untold(db, t, at, { by: how.by, filters: f })
  const end = found.length > limit ? found[limit - 1] : undefined
  return {
    ...cites,
    opens: t.opens,
    ...summed(t.layoutOf(at)),
    from: months.first === null ? null : monthText(months.first),
    to: months.last === null ? null : monthText(months.last),
    next: end ? cursorOf(how.by.map((_, i) => end[`g${i}`]!)) : null,
    ...open.said,
    ...(says === undefined ? {} : { says }),
    ...(t.layoutOf(at).states?.length && how.by.includes('state') && { counting: several ? UNDER_EACH : UNDER_THE_FIRST }),
    sums: found.slice(0, limit).flatMap(r => {
      const { repeated } = r
      if (r.rows + repeated === 0) return []
      const one = isOne(r)
      const groups = Object.fromEntries(how.by.map((b, i) => [b, shown(b, r[`g${i}`] ?? null)]))
      return [
        {
          ...groups,
          rows: r.rows,
          amount: r.amount,
          repeated,
          ...(r.several !== undefined && { several: r.several }),
          cites: { ...cites, rows: r.rows, since: one ? r.since : null, line: one ? r.line : null },
        } as Sum,
      ]
    }),
  }
}
const isOne = (r: SumRow): boolean => r.rows === 1 && r.repeated === 0
/** Whether the place of a group that is one row may be that of a closed cell. */
const closedChanged = async (db: Sql, dataset: number, found: readonly SumRow[]): Promise<boolean> => {
  if (!found.some(r => isOne(r) && (r.since ?? 1) > 1)) return false
  return (await ask(db, `select 1 as one from archived where dataset = $1 and came >= ${CAME.closedLess} limit 1`, [dataset])).length > 0
}
/** Each group that is one row as it is in `rows`: cited from where the cells that this reader sees were read. */
const openly = async (db: Sql, dataset: number, { text, values }: Query): Promise<readonly SumRow[]> => {
  const found = await ask<SumRow & { k: string; repeat: number }>(db, text, values)
  const ones = found.filter(isOne)
  const read = await ask<{ n: number; since: number; line: number }>(
    db,
    `select w.n::int, coalesce(o.from_snap, a.from_snap) as since, coalesce(o.line, a.line) as line
     from unnest($2::uuid[], $3::int[], $4::int[]) with ordinality w(k, repeat, since, n) cross join lateral (
       select dataset, k, repeat, from_snap, line, came from archived x where x.dataset = $1 and x.k = w.k and x.repeat = w.repeat and x.from_snap = w.since limit 1) a
     ${CLOSED_CELLS} ${OPENLY}`,
    [dataset, ones.map(r => r.k), ones.map(r => r.repeat), ones.map(r => r.since)],
  )
  const at = new Map(read.map(({ n, since, line }) => [ones[n - 1], { since, line }]))
  return found.map(r => ({ ...r, ...at.get(r) }))
}
const shown = (by: By, value: string | number | null): string | null =>
  value === null || value === '' || (by === 'month' && value === NO_MONTH) || (by === 'year' && Number(value) <= 0)
    ? null
    : by === 'month'
      ? monthText(Number(value))
      : String(value)

/** Where a part of a group is withheld its sum is, too: the rest would tell it. */
const countsQuery = (id: number, at: number, by: readonly By[], whom: string | undefined, { limit, after }: Page): Query => {
  const values: unknown[] = [id, at]
  const where = whom === undefined ? '' : ` and a.whom = $${values.push(whom)}`
  const groups = inGroups(by, after, values, b => (b === 'year' ? 'a.year' : 'a.whom'))
  return {
    text: `select ${groups.list}coalesce(sum(a.rows), 0)::int as rows, case when bool_and(a.rows = 0 or a.rows >= ${FEW}) then sum(a.amount) end::float8 as amount, coalesce(sum(a.repeated), 0)::int as repeated, null::int as since, null::int as line
      from archived_count a where a.dataset = $1 and a.from_snap <= $2 and a.to_snap > $2${where}${groups.where}${groups.order} limit ${limit}`,
    values,
  }
}
