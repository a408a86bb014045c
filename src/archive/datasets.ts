import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, toIso } from '../kernel/day.ts'
import type { CountedBy, Layout } from './layout.ts'
import { UNIT } from './read/table.ts'
import { CAME } from './schema.ts'
import { type Withdrawn, withdrawals } from './withdrawn.ts'

// What tables are kept, their snapshots, and how the cells of a snapshot read.

export const ask = async <T extends object>(db: Sql, text: string, values: readonly unknown[] = []): Promise<T[]> =>
  (await db.executeQuery<T>(CompiledQuery.raw(text, [...values]))).rows

export interface Snapshot {
  readonly dataset: string
  readonly snapshot: number
  readonly layout: string
  /** SHA-256 of the bytes; of a folder, of what `sha256sum *` prints. */
  readonly hash: string
  readonly bytes: number
  readonly file: string
  /** The entry that stands for it on the ledger. */
  readonly entry: string
  /** Its position on the ledger. */
  readonly position: number
  readonly recordedAt: string
  readonly asPublished: string | null
  readonly fetchedOn: string | null
  readonly source: string | null
  readonly rows: number
  readonly notUnderstood: number
  readonly repeated: number
  readonly added: number
  readonly changed: number
  readonly gone: number
  /** First and last month of which it has rows, as 1999-02; null: no row has a day. */
  readonly from: string | null
  readonly to: string | null
  /** Its entry was superseded: by what, when and why. */
  readonly withdrawn: Withdrawn | null
}
export interface Dataset {
  readonly dataset: string
  readonly title: string
  readonly producer: string
  readonly cite: string
  readonly url: string | null
  readonly licence: string | null
  readonly row: string
  readonly opens: 'rows' | 'closed'
  readonly countedBy: CountedBy
  /** The newest that stands; where all were withdrawn, the newest. */
  readonly latest: Snapshot
}

const SNAPSHOT = `d.name as dataset, s.nth as snapshot, l.name as layout, s.hash, s.bytes, s.name as file, s.entry, s.seq as position, s.recorded_at as "recordedAt", s.as_published as "asPublished",
  s.fetched_on as "fetchedOn", s.source, s.rows, s.not_understood as "notUnderstood", s.repeated, s.added, s.changed, s.gone, lower(s.months) as first, upper(s.months) - 1 as last`
type Row = Omit<Snapshot, 'from' | 'to' | 'withdrawn'> & { readonly first: number | null; readonly last: number | null }
const snapshotOf = ({ first, last, ...row }: Row, gone: ReadonlyMap<string, Withdrawn>): Snapshot => ({
  ...row,
  from: first === null ? null : monthText(first),
  to: last === null ? null : monthText(last),
  withdrawn: gone.get(row.entry) ?? null,
})

/** Published, or fetched, or else put on the record. */
const PUBLISHED = `coalesce(s.as_published, s.fetched_on, (s.recorded_at at time zone 'America/New_York')::date)`

/** Twelve times the year plus the month, as 1999-02. */
export const monthText = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

/** Every table that is kept, by name, with its latest snapshot: as it stands, or as one looks back. */
export const datasets = async (db: Sql, how: Back & { readonly dataset?: string | undefined } = {}): Promise<readonly Dataset[]> => {
  const gone = await withdrawals(db, how)
  const rows = await ask<Row & { json: string; opens: 'rows' | 'closed'; countedBy: CountedBy }>(
    db,
    `select ${SNAPSHOT}, l.json, d.opens, d.counted_by as "countedBy" from dataset d cross join lateral (
       select * from snapshot s where s.dataset = d.id and ($1::date is null or ${PUBLISHED} <= $1) and ($2::bigint is null or s.seq <= $2) order by s.entry = any ($4), s.nth desc limit 1) s
     join layout l on l.hash = s.layout where $3::text is null or d.name = $3 order by d.name limit 1000`,
    [how.on === undefined ? null : toIso(how.on), how.knownAt ?? null, how.dataset ?? null, [...gone.keys()]],
  )
  return rows.map(({ json, opens, countedBy, ...row }) => ({
    ...about(JSON.parse(json) as Layout),
    dataset: row.dataset,
    opens,
    countedBy,
    latest: snapshotOf(row, gone),
  }))
}
const about = (l: Layout) => ({ title: l.title, producer: l.producer, cite: l.cite, url: l.url ?? null, licence: l.licence, row: l.row })

/** Tables of which an entry tells that another record keeps them: the entry came here, its rows did not. */
export const toldOnly = async (
  db: Sql,
): Promise<readonly { readonly dataset: string; readonly entries: number; readonly lastTold: string }[]> =>
  ask(
    db,
    `select f.dataset, count(*)::int as entries, max(f.latest)::text as "lastTold" from (
       select face::json->'is'->>'dataset' as dataset, e.id, e.latest from entry e where e.ledger = 1 and e.marking = 0 and e.type = 'SnapshotAdded' limit 10000) f
     where not exists (select from snapshot s where s.entry = f.id) group by 1 order by 1 limit 1000`,
  )

/** How a table is looked back at: what had been published, or fetched, or else put on the record, by that day; what stood here at that position. */
export interface Back {
  readonly on?: Day | undefined
  readonly knownAt?: number | undefined
}
/** The snapshots of one table, the latest first. */
export const snapshots = async (db: Sql, dataset: string, before?: number, limit = 100, how: Back = {}): Promise<readonly Snapshot[]> => {
  const gone = await withdrawals(db, { dataset, knownAt: how.knownAt })
  return (
    await ask<Row>(
      db,
      `select ${SNAPSHOT} from dataset d join snapshot s on s.dataset = d.id join layout l on l.hash = s.layout
       where d.name = $1 and s.nth < $2 and ($4::date is null or ${PUBLISHED} <= $4) and ($5::bigint is null or s.seq <= $5) order by s.nth desc limit $3`,
      [dataset, before ?? 2_147_483_647, limit, how.on === undefined ? null : toIso(how.on), how.knownAt ?? null],
    )
  ).map(row => snapshotOf(row, gone))
}

export interface File {
  readonly file: number
  readonly name: string
  readonly hash: string
  readonly bytes: number
  readonly rows: number
}
export const filesOf = (db: Sql, dataset: string, snapshot: number): Promise<readonly File[]> =>
  ask(
    db,
    'select f.file, f.name, f.hash, f.bytes, f.rows from snapshot_file f join dataset d on d.id = f.dataset where d.name = $1 and f.nth = $2 order by f.file limit 5000',
    [dataset, snapshot],
  )

/** The closed cells of a row-version `a`, as `c`: those that this reader sees. */
export const CLOSED_CELLS =
  'left join archived_closed c on c.dataset = a.dataset and c.k = a.k and c.repeat = a.repeat and c.from_snap = a.from_snap'
/**
 * Of a row-version `a`, with the closed cells `c` that this reader sees of it: the one, as `o`, in which its open cells were read. Where only
 * closed cells changed since, who does not see them is not told that they did.
 */
export const OPENLY = `left join lateral (select o.cells, o.from_snap, o.file, o.line from archived o where a.came >= ${CAME.closedLess} and c.cells is null
  and o.dataset = a.dataset and o.k = a.k and o.repeat = a.repeat and o.from_snap < a.from_snap and o.came < ${CAME.closedLess} order by o.from_snap desc limit 1) o on true`

/** One row's cells under the names of their columns: what stood behind the declared columns, too. */
export const named = (layout: Layout, cells: string, closed?: string | null): { readonly [column: string]: string } => {
  const all = cells.split(UNIT)
  // A column may have any name, that of what every object has, too.
  const row: { [column: string]: string } = Object.create(null)
  for (const [i, c] of layout.columns.entries()) row[c.name] = all[i] ?? ''
  for (const rest of [all.slice(layout.columns.length), closed ? closed.split(UNIT) : []])
    for (let i = 0; i + 1 < rest.length; i += 2) row[rest[i]!] = rest[i + 1]!
  return row
}
/** A row's name as its history is asked for: the cells of its key, with | between, or as a JSON list where a cell holds a |. */
export const keyOf = (layout: Layout, cells: { readonly [column: string]: string }): string => {
  const parts = layout.key.map(k => (cells[k] ?? '').trim())
  return parts.some(p => p.includes('|')) ? JSON.stringify(parts) : parts.join(' | ')
}

/** Layouts by which files of this dataset have been read: what a reader once brought need not be brought again. */
export const layoutsOnRecord = async (db: Pick<pg.Pool, 'query'>, dataset: string): Promise<readonly Layout[]> =>
  (
    await db.query<{ json: string }>(
      `select json from (select distinct on (l.name) l.name, l.json, s.nth from dataset d join snapshot s on s.dataset = d.id join layout l on l.hash = s.layout
         where d.name = $1 order by l.name, s.nth desc) latest order by nth desc limit 100`,
      [dataset],
    )
  ).rows.map(r => declaredOf(JSON.parse(r.json) as Layout))
/** What one file settled says nothing of the next. */
const declaredOf = (layout: Layout): Layout => ({ ...layout, columns: layout.columns.map(({ settled: _, ...c }) => c) })
