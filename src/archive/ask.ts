import type { Sql } from '../kernel/database/pools.ts'
import { addDays, type Day, toIso } from '../kernel/day.ts'
import { ask, monthText, named, publishedBy, type Table, table } from './datasets.ts'
import { FEW, NO_MONTH } from './schema.ts'
import { withdrawnInWords } from './withdrawn.ts'

// What a chapter may ask of a published table: rows and sums, as of any snapshot. Each figure says where it stands.

/** Where a figure stands: in whose table, as of which snapshot, and, where it is one row, in which snapshot and line that row was read. */
export interface Cites {
  readonly dataset: string
  /** As of this snapshot. */
  readonly snapshot: number
  readonly source: string
  /** How many rows it rests on. */
  readonly rows: number
  /** Of one row: the snapshot in which it was read first as it stands, and its line there. */
  readonly since: number | null
  readonly line: number | null
  /** Of a row: the file in which it was read. */
  readonly file?: string
  /** So many rows of that snapshot's file were not understood, and are not in the figure. None: it is not said. */
  readonly unread?: number
}
type OfTable = Pick<Cites, 'dataset' | 'snapshot' | 'source' | 'unread'>
const citing = (t: Table, at: number): OfTable => ({
  ...{ dataset: t.dataset, snapshot: at, source: t.source },
  ...(t.unreadIn(at) ? { unread: t.unreadIn(at) } : {}),
})
/** Of several rows of one table. */
export const citesOf = ({ dataset, snapshot, source, unread }: OfTable, rows: number): Cites => ({
  ...{ dataset, snapshot, source, rows, ...(unread === undefined ? {} : { unread }) },
  since: null,
  line: null,
})
/** In short, on a terminal. */
export const citedInWords = (c: Cites): string =>
  `${c.dataset}, snapshot ${c.snapshot}${c.line === null ? `, ${c.rows} ${c.rows === 1 ? 'row' : 'rows'}` : `, line ${c.line}`}${c.unread ? `; ${unreadInWords(c.unread)}` : ''}`
export const unreadInWords = (n: number): string =>
  n === 1 ? '1 row of its file was not understood, and is not in it' : `${n} rows of its file were not understood, and are not in it`
export interface Filters {
  readonly state?: string | undefined
  readonly mission?: string | undefined
  readonly place?: string | undefined
  readonly type?: string | undefined
  readonly sex?: string | undefined
  /** Rows that lie in these days, at least with one of them. */
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}
export interface As {
  /** A snapshot; `on`: the last one that had been published by that day. Neither: the latest. */
  readonly at?: number | undefined
  readonly on?: Day | undefined
}
export interface AskedRow {
  readonly cells: { readonly [column: string]: string }
  readonly from: Day | null
  readonly to: Day | null
  readonly state: string | null
  readonly mission: string | null
  readonly place: string | null
  readonly type: string | null
  readonly sex: string | null
  readonly amount: number | null
  /** It repeats others as a sum. */
  readonly total: boolean
  /** 1: of the rows of its name the one that is counted; 2, 3 …: another one. */
  readonly repeat: number
  readonly cites: Cites
}
export interface Rows {
  readonly dataset: string
  readonly snapshot: number
  readonly source: string
  readonly unread?: number
  readonly rows: readonly AskedRow[]
  readonly next: string | null
  /** Of a snapshot that was asked for although it was withdrawn: by what, and why. */
  readonly withdrawn?: string
}
export const BY = ['month', 'year', 'state', 'mission', 'place', 'type', 'sex'] as const
export type By = (typeof BY)[number]
export type Sum = { readonly [B in By]?: string | null } & {
  readonly rows: number
  readonly amount: number | null
  /** Rows left out because one of the same name was counted: never summed twice, and never in silence. */
  readonly repeated: number
  readonly cites: Cites
}
export interface Sums {
  readonly dataset: string
  readonly snapshot: number
  readonly source: string
  readonly unread?: number
  readonly opens: 'rows' | 'closed'
  readonly sums: readonly Sum[]
  /** Months of which the table has rows; a month outside of them is "not on this record". */
  readonly from: string | null
  readonly to: string | null
  /** There are more groups than were asked for. */
  readonly more: boolean
  readonly withdrawn?: string
}
/** Why there is no answer: a value, for it is an ordinary one. */
export interface NoAnswer {
  readonly none: 'no such dataset' | 'no such snapshot' | 'closed' | 'not in it'
  readonly says: string
}
export const isNoAnswer = (answer: object): answer is NoAnswer => 'none' in answer

/** Its place among the rows of its name is its own for ever; the one that is counted is told as the first. */
export const repeatOf = (r: { readonly repeat: number; readonly again: boolean }): number => (r.again ? Math.max(2, r.repeat) : 1)

const MOST = 5_000
/** What no reader of this login may see as rows. */
const CLOSED: NoAnswer = {
  none: 'closed',
  says: 'The rows of this table are closed: the public gets its counts by year and State, or mission.',
}

interface Opened {
  readonly t: Table
  readonly at: number
  /** Whether this reader may read rows. */
  readonly mayRead: boolean
  /** Whether that is all of them: who is cleared for one State reads that State's, and of the others what everybody gets. */
  readonly whole: boolean
}
const opened = async (db: Sql, dataset: string, as: As): Promise<Opened | NoAnswer> => {
  const t = await table(db, dataset)
  if (!t) return { none: 'no such dataset', says: `No dataset ${dataset} is on this record.` }
  const at = as.at ?? (as.on === undefined ? t.newest : await publishedBy(db, dataset, as.on))
  if (at === undefined || at < 1 || at > t.latest || !Number.isInteger(at))
    return {
      none: 'no such snapshot',
      says:
        at !== undefined
          ? `${dataset} has snapshots 1 to ${t.latest}.`
          : t.newest === undefined
            ? `Every snapshot of ${dataset} was withdrawn.`
            : `No snapshot of ${dataset} had been published by that day.`,
    }
  const [reader] = await ask<{ tier: number; whole: boolean }>(db, 'select tier() as tier, everything() as whole')
  const cleared = (reader?.tier ?? -1) >= 2
  const [mayRead, whole] = [t.opens === 'rows' || cleared, t.opens === 'rows' || (cleared && reader!.whole)]
  return { t, at, mayRead, whole }
}

const saidOf = (t: Table, at: number): { readonly withdrawn?: string } => {
  const gone = t.withdrawn.get(at)
  return gone ? { withdrawn: withdrawnInWords(gone) } : {}
}

/** The conditions, each on a plain column of the indexes. `longest`: over how many months a row may reach, so that an earlier one is found, too. */
const conditions = (f: Filters, longest: number, values: unknown[]): string => {
  const plain = (['state', 'mission', 'place', 'type', 'sex'] as const).flatMap(c =>
    f[c] === undefined ? [] : [` and a.${c} = $${values.push(f[c])}`],
  )
  const months = [
    ...(f.from === undefined ? [] : [` and a.month >= $${values.push(monthIndex(f.from) - longest)}`]),
    ...(f.to === undefined ? [] : [` and a.month <= $${values.push(monthIndex(f.to))} and a.month <> ${NO_MONTH}`]),
  ]
  // Whole months of a table whose rows keep to theirs: the month says it all, and the index has it.
  if (longest === 0 && (f.from === undefined || startsMonth(f.from)) && (f.to === undefined || startsMonth(addDays(f.to, 1))))
    return [...plain, ...months].join('')
  const days = [
    ...(f.from === undefined ? [] : [` and coalesce(a.to_day, a.from_day) >= $${values.push(Number(f.from))}`]),
    ...(f.to === undefined ? [] : [` and coalesce(a.from_day, a.to_day) <= $${values.push(Number(f.to))}`]),
  ]
  return [...plain, ...months, ...days].join('')
}
const startsMonth = (d: Day): boolean => toIso(d).endsWith('-01')
const monthIndex = (d: Day): number => {
  const at = new Date(Number(d) * 86_400_000)
  return at.getUTCFullYear() * 12 + at.getUTCMonth()
}

type Place = readonly (string | number)[]
/** By State the rows come by mission and month, else by month and place: each the order of an index. */
const WALKS = {
  state: { columns: ['mission', 'month'], start: ['', -2] as Place },
  month: { columns: ['month', 'place', 'state'], start: [-2, '', ''] as Place },
} as const
const placeIn = (after: string | undefined, start: Place): Place => {
  const whole = [...start, 0, '00000000-0000-0000-0000-000000000000', 0]
  if (after === undefined) return whole
  try {
    const place: unknown = JSON.parse(Buffer.from(after, 'base64url').toString())
    if (
      Array.isArray(place) &&
      place.length === whole.length &&
      whole.every(
        (w, i) => typeof w === typeof place[i] && (typeof w !== 'number' || (Number.isInteger(place[i]) && Math.abs(place[i]) < 2 ** 31)),
      ) &&
      /^[0-9a-f-]{36}$/.test(String(place.at(-2))) &&
      !JSON.stringify(place).includes('\\u0000')
    )
      return place as Place
  } catch {
    // said below
  }
  throw new RangeError('no cursor of ours')
}

/** Named one by one: hashes of rows are for the keeper alone. */
const WHOLE =
  'dataset, file, cells, from_day, to_day, state, mission, place, type, sex, amount, total, repeat, again, from_snap, line, month, k'

/** Rows as of a snapshot, page by page, in the order of an index. Totals and repeated rows are among them, and say so. */
export const rows = async (
  db: Sql,
  dataset: string,
  how: As & { readonly filters?: Filters; readonly limit?: number | undefined; readonly after?: string | undefined },
): Promise<Rows | NoAnswer> => {
  const open = await opened(db, dataset, how)
  if (isNoAnswer(open)) return open
  if (!open.mayRead) return CLOSED
  const { t, at } = open
  const f = how.filters ?? {}
  const { columns, start } = f.state === undefined ? WALKS.month : WALKS.state
  const order = [...columns, 'from_snap', 'k', 'repeat'].map(c => `a.${c}`)
  const values: unknown[] = [t.id, at]
  const where = conditions(f, t.longest, values)
  const place = placeIn(how.after, start)
  const limit = Math.min(how.limit ?? 500, MOST)
  const marks = place.map(p => `$${values.push(p)}`)
  const lead = columns.length
  const found = await ask<{
    cells: string
    closed: string | null
    from_day: number | null
    to_day: number | null
    state: string
    mission: string
    place: string
    type: string
    sex: string
    amount: number | null
    total: boolean
    repeat: number
    again: boolean
    from_snap: number
    line: number
    file: string | null
    month: number
    k: string
  }>(
    db,
    `select a.cells, c.cells as closed, a.from_day, a.to_day, a.state, a.mission, a.place, a.type, a.sex, a.amount::float8 as amount, a.total, a.repeat, a.again, a.from_snap, a.line, a.month, a.k, f.name as file
     from (select ${WHOLE} from archived a where a.dataset = $1 and a.from_snap <= $2 and a.to_snap > $2${where}
       and (${order.slice(0, lead).join(', ')}) >= (${marks.slice(0, lead).join(', ')}) and (${order.join(', ')}) > (${marks.join(', ')})
       order by ${order.join(', ')} limit ${limit + 1}) a
     left join archived_closed c on c.dataset = a.dataset and c.k = a.k and c.repeat = a.repeat and c.from_snap = a.from_snap
     left join snapshot_file f on f.dataset = a.dataset and f.nth = a.from_snap and f.file = a.file
     order by ${order.join(', ')}`,
    values,
  )
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  const cites = citing(t, at)
  return {
    ...cites,
    rows: page.map(r => ({
      cells: named(t.layoutOf(r.from_snap), r.cells, r.closed),
      from: r.from_day as Day | null,
      to: r.to_day as Day | null,
      state: r.state || null,
      mission: r.mission || null,
      place: r.place || null,
      type: r.type || null,
      sex: r.sex || null,
      amount: r.amount,
      total: r.total,
      repeat: repeatOf(r),
      cites: { ...cites, rows: 1, since: r.from_snap, line: r.line, ...(r.file === null ? {} : { file: r.file }) },
    })),
    ...saidOf(t, at),
    next: last
      ? Buffer.from(JSON.stringify([...columns.map(c => last[c]), last.from_snap, last.k, last.repeat])).toString('base64url')
      : null,
  }
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
const grouped = (by: readonly By[]) => ({
  list: by.map((b, i) => `${GROUP[b]} as g${i}, `).join(''),
  order: by.length ? ` group by ${by.map((_, i) => i + 1).join(', ')} order by ${by.map((_, i) => i + 1).join(', ')}` : '',
})
/** How rows of such a question are summed; the bench explains and times it. */
export const sumsQuery = (
  { id, longest }: Pick<Table, 'id' | 'longest'>,
  at: number,
  by: readonly By[],
  f: Filters,
  limit: number,
): Query => {
  const values: unknown[] = [id, at]
  const where = conditions(f, longest, values)
  const { list, order } = grouped(by)
  return {
    text: `select ${list}count(*)::int as rows, sum(a.amount)::float8 as amount, min(a.from_snap) as since, min(a.line) as line
      from archived a where a.dataset = $1 and a.from_snap <= $2 and a.to_snap > $2 and not a.total and not a.again${where}${order} limit ${limit}`,
    values,
  }
}
interface Query {
  readonly text: string
  readonly values: readonly unknown[]
}
/** The rows that were left out of such a sum, because one of the same name was counted. There are few, and they have an index. */
const repeatedQuery = ({ id, longest }: Pick<Table, 'id' | 'longest'>, at: number, by: readonly By[], f: Filters): Query => {
  const values: unknown[] = [id, at]
  const where = conditions(f, longest, values)
  const { list, order } = grouped(by)
  return {
    text: `select ${list}count(*)::int as repeated from archived a where a.dataset = $1 and a.again and a.from_snap <= $2 and a.to_snap > $2 and not a.total${where}${order} limit 100000`,
    values,
  }
}
type SumRow = { readonly [group: string]: string | number | null } & {
  rows: number
  amount: number | null
  repeated?: number
  since: number | null
  line: number | null
}

/**
 * Counts and sums of a table as of a snapshot, by what is asked for. Rows that repeat others as a sum are left out, and of rows of one
 * name one counts. Of a closed table everybody gets years and States, or missions; the rest is for cleared readers, of what they may see.
 */
export const sums = async (
  db: Sql,
  dataset: string,
  how: As & { readonly by: readonly By[]; readonly filters?: Filters; readonly limit?: number | undefined },
): Promise<Sums | NoAnswer> => {
  const open = await opened(db, dataset, how)
  if (isNoAnswer(open)) return open
  const { t, at, mayRead, whole } = open
  const f = how.filters ?? {}
  const limit = Math.min(how.limit ?? MOST, 100_000)
  const counts =
    t.opens === 'closed' &&
    !whole &&
    how.by.every(b => b === 'year' || b === t.countedBy) &&
    Object.entries(f).every(([k, v]) => v === undefined || k === t.countedBy)
  if (!mayRead && !counts) return CLOSED
  const { text, values } = counts ? countsQuery(t.id, at, how.by, f[t.countedBy], limit + 1) : sumsQuery(t, at, how.by, f, limit + 1)
  const found = await ask<SumRow>(db, text, values)
  const left = counts ? undefined : repeatedQuery(t, at, how.by, f)
  const groupOf = (r: { readonly [group: string]: string | number | null }): string => how.by.map((_, i) => r[`g${i}`]).join('\u001f')
  const repeats = new Map(left && (await ask<SumRow>(db, left.text, left.values)).map(r => [groupOf(r), r.repeated ?? 0]))
  const [span] = await ask<{ first: number | null; last: number | null }>(
    db,
    'select min(lower(months)) as first, max(upper(months)) - 1 as last from snapshot where dataset = $1 and nth <= $2',
    [t.id, at],
  )
  const cites = citing(t, at)
  return {
    ...cites,
    opens: t.opens,
    from: span?.first == null ? null : monthText(span.first),
    to: span?.last == null ? null : monthText(span.last),
    more: found.length > limit,
    ...saidOf(t, at),
    sums: found.slice(0, limit).flatMap(r => {
      const repeated = r.repeated ?? repeats.get(groupOf(r)) ?? 0
      if (r.rows + repeated === 0) return []
      const one = r.rows === 1 && repeated === 0
      const groups = Object.fromEntries(how.by.map((b, i) => [b, shown(b, r[`g${i}`] ?? null)]))
      return [
        {
          ...groups,
          rows: r.rows,
          amount: r.amount,
          repeated,
          cites: { ...cites, rows: r.rows, since: one ? r.since : null, line: one ? r.line : null },
        } as Sum,
      ]
    }),
  }
}
const shown = (by: By, value: string | number | null): string | null =>
  value === null || value === '' || (by === 'month' && value === NO_MONTH) || (by === 'year' && Number(value) <= 0)
    ? null
    : by === 'month'
      ? monthText(Number(value))
      : String(value)

/** Where a part of a group is withheld its sum is, too: the rest would tell it. */
const countsQuery = (id: number, at: number, by: readonly By[], whom: string | undefined, limit: number): Query => {
  const values: unknown[] = [id, at]
  const where = whom === undefined ? '' : ` and a.whom = $${values.push(whom)}`
  const groups = by.map((b, i) => `${b === 'year' ? 'nullif(a.year, 0)' : 'a.whom'} as g${i}`).join(', ')
  const numbers = by.map((_, i) => i + 1).join(', ')
  return {
    text: `select ${groups ? `${groups}, ` : ''}coalesce(sum(a.rows), 0)::int as rows, case when bool_and(a.rows = 0 or a.rows >= ${FEW}) then sum(a.amount) end::float8 as amount, coalesce(sum(a.repeated), 0)::int as repeated, null::int as since, null::int as line
      from archived_count a where a.dataset = $1 and a.from_snap <= $2 and a.to_snap > $2${where}${numbers ? ` group by ${numbers} order by ${numbers}` : ''} limit ${limit}`,
    values,
  }
}
