import { hash } from 'node:crypto'
import type pg from 'pg'
import { type Day, toIso } from '../kernel/day.ts'
import type { Draft, Receipt } from '../kernel/ledger/append.ts'
import { type Json, jcs } from '../kernel/ledger/jcs.ts'
import { subjectOf } from './entries.ts'
import { bytesIn, type Kept } from './files.ts'
import type { Layout } from './layout.ts'
import { LAYOUTS } from './layouts/index.ts'
import type { Merged } from './merge.ts'
import type { Said } from './noted.ts'
import { CONFIDENTIAL } from './schema.ts'

// What is written of a snapshot beside its rows: the entry for the ledger, the snapshot with its files, what was said of it.

export interface Brought {
  readonly dataset: string
  /** On which day its producer published it so. */
  readonly asPublished?: Day | undefined
  readonly fetchedOn?: Day | undefined
  /** Where this very file was found. */
  readonly source?: string | undefined
  readonly today: Day
}
export interface BadRow {
  readonly file: string
  readonly line: number
  readonly column: string | null
  readonly says: string
}
export interface InHand {
  readonly layout: Layout
  readonly files: Kept
  readonly hashes: readonly string[]
  readonly whole: string
}
export interface AllRead {
  readonly rows: number
  readonly notUnderstood: number
  readonly bad: readonly BadRow[]
  readonly rowsOf: readonly number[]
  /** SHA-256 of each file, of the bytes that were read. */
  readonly hashes: readonly string[]
  /** Of files with headings: the columns that any of them has. */
  readonly columns: readonly string[]
}
export const draftOf = (
  how: Brought,
  { layout, files, hashes, whole }: InHand,
  read: AllRead,
  merged: Omit<Merged, 'months' | 'longest'>,
  said: readonly Said[],
): Draft => {
  const url = how.source ?? layout.url
  const days = {
    ...(how.asPublished === undefined ? {} : { asPublished: toIso(how.asPublished) }),
    ...(how.fetchedOn === undefined ? {} : { fetchedOn: toIso(how.fetchedOn) }),
  }
  const ours = LAYOUTS.includes(layout)
  // Of closed rows not a cell is said: how many, and nothing else.
  const leftOut = layout.opens === 'closed' ? [] : said.filter(s => s.kind === 'bad')
  const inShort = [...Map.groupBy(leftOut, s => inPublic(layout, s))]
    .slice(0, MOST_TOLD)
    .map(([says, its]) => `${says} (${its.reduce((rows, s) => rows + s.rows, 0)})`)
  const data: { readonly [key: string]: Json } = {
    title: layout.title,
    producer: layout.producer,
    cite: layout.cite,
    licence: layout.licence,
    file: files.name,
    bytes: bytesIn(files),
    ...(files.files.length > 1
      ? { files: files.files.slice(0, MOST_LISTED).map((f, i) => `${hashes[i]}  ${f.name}`), fileCount: files.files.length }
      : {}),
    added: merged.added,
    changed: merged.changed,
    gone: merged.gone,
    repeated: merged.repeated,
    ...(inShort.length ? { leftOut: inShort } : {}),
    ...(ours ? {} : { declared: jcs(layout as unknown as Json) }),
  }
  return {
    chapter: 'archive',
    type: 'SnapshotAdded',
    v: 1,
    subject: subjectOf(how.dataset),
    occurredOn: how.today,
    latest: how.today,
    door: 'command',
    is: { dataset: how.dataset, layout: layout.layout, hash: whole, rows: read.rows, notUnderstood: read.notUnderstood, ...days },
    marking: 0,
    expect: 'any',
    body: { data, source: { title: `${layout.producer}: ${layout.title}`.slice(0, 500), ...(url ? { url } : {}), standing: 'seen' } },
  }
}
const MOST_TOLD = 20
/** What an entry says of rows that were left out: of a closed cell that it was one, and nothing of what stands in it. */
const inPublic = ({ columns }: Layout, { says, column, closed }: Said): string => {
  const declared = columns.some(c => c.name === column)
  if (closed) return declared ? `${column}: not understood, in a closed column` : 'not understood, in a column that no layout declares'
  return `${column ? `${column}: ` : ''}${says}`
}
const MOST_LISTED = 800

interface Written {
  readonly dataset: number
  readonly nth: number
  readonly receipt: Receipt
  readonly months: string
  readonly longest: number
  readonly how: Brought
  readonly read: AllRead
  readonly merged: Omit<Merged, 'months' | 'longest'>
  readonly inHand: InHand
}
export const writeSnapshot = async (client: pg.PoolClient, w: Written): Promise<void> => {
  const { layout, files, hashes, whole } = w.inHand
  const json = jcs(layout as unknown as Json)
  const layoutHash = hash('sha256', json, 'buffer')
  const day = (d: Day | undefined): string | null => (d === undefined ? null : toIso(d))
  await client.query('insert into layout (hash, name, json) values ($1, $2, $3) on conflict do nothing', [layoutHash, layout.layout, json])
  await client.query(
    `insert into snapshot (dataset, nth, layout, hash, bytes, entry, recorded_at, as_published, fetched_on, source, name, rows, not_understood, repeated, added, changed, gone, months, seq, longest, columns)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      w.dataset,
      w.nth,
      layoutHash,
      whole,
      bytesIn(files),
      w.receipt.id,
      w.receipt.recordedAt,
      day(w.how.asPublished),
      day(w.how.fetchedOn),
      w.how.source ?? null,
      files.name,
      w.read.rows,
      w.read.notUnderstood,
      w.merged.repeated,
      w.merged.added,
      w.merged.changed,
      w.merged.gone,
      w.months,
      w.receipt.seq,
      w.longest,
      w.read.columns.length ? w.read.columns : null,
    ],
  )
  await client.query(
    'insert into snapshot_file (dataset, nth, file, name, hash, bytes, rows) select $1, $2, f.file, f.name, f.hash, f.bytes, f.rows from json_to_recordset($3) as f(file int, name text, hash text, bytes bigint, rows int)',
    [
      w.dataset,
      w.nth,
      JSON.stringify(files.files.map((f, i) => ({ file: i + 1, name: f.name, hash: hashes[i], bytes: f.bytes, rows: w.read.rowsOf[i] }))),
    ],
  )
}
export const writeSaid = async (
  client: pg.PoolClient,
  dataset: number,
  nth: number,
  layout: Layout,
  said: readonly Said[],
): Promise<void> => {
  await client.query(
    `insert into archived_problem (dataset, nth, n, kind, column_name, says, rows, lines, marking)
     select $1, $2, p.n, p.kind, p.column, p.says, p.rows, p.lines, p.marking from json_to_recordset($3) as p(n int, kind text, "column" text, says text, rows int, lines text, marking smallint)`,
    [
      dataset,
      nth,
      JSON.stringify(
        said.map((s, i) => ({
          n: i + 1,
          kind: s.kind,
          column: s.column ?? null,
          says: s.says.replaceAll('\0', '�'),
          rows: s.rows,
          lines: JSON.stringify(s.at.map(a => [a.file, a.line])),
          marking: layout.opens === 'closed' || s.closed ? CONFIDENTIAL : 0,
        })),
      ),
    ],
  )
}
