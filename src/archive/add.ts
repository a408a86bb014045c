import { hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type pg from 'pg'
import { Failure } from '../kernel/database/failure.ts'
import { type Day, toIso } from '../kernel/day.ts'
import type { Draft, Ledger, Receipt } from '../kernel/ledger/append.ts'
import { type Json, jcs } from '../kernel/ledger/jcs.ts'
import { checking } from './checks.ts'
import { layoutsOnRecord } from './datasets.ts'
import { oddities } from './declared.ts'
import { DATASET, subjectOf } from './entries.ts'
import { bytesOf, hashing, hashOf, hashOfAll, type Kept, kept } from './files.ts'
import type { Layout } from './layout.ts'
import { LAYOUTS } from './layouts/index.ts'
import { type Gathered, gathered, type Said } from './noted.ts'
import { isBad, readTable } from './read/table.ts'
import { CLOSED, countedBy, type Merged, merge, staging } from './store.ts'

export interface Adding {
  readonly dataset: string
  /** A file, or a folder of files that together are the table. */
  readonly path: string
  /** On which day its producer published it so. */
  readonly asPublished?: Day | undefined
  readonly fetchedOn?: Day | undefined
  /** Where this very file was found. */
  readonly source?: string | undefined
  /** A layout that the caller brings; none: those that ship, and those that stand on the record. */
  readonly layout?: Layout | undefined
  /** Keep what is understood although other rows are not. */
  readonly keepGood?: boolean
  /** Although these bytes are a snapshot already, or a later publication stands. */
  readonly anyway?: boolean
  readonly today: Day
  /** Bytes read. */
  readonly say?: (done: number, of: number) => void
  readonly tell?: (sentence: string) => void
}
export interface BadRow {
  readonly file: string
  readonly line: number
  readonly column: string | null
  readonly says: string
}
export type Added =
  | (Omit<Merged, 'months' | 'longest'> & {
      readonly is: 'added'
      readonly dataset: string
      readonly layout: string
      readonly snapshot: number
      readonly hash: string
      readonly rows: number
      readonly notUnderstood: number
      readonly said: readonly Said[]
      readonly bad: readonly BadRow[]
      readonly left: readonly string[]
      readonly receipt: Receipt
    })
  /** These bytes stand on the record already. */
  | { readonly is: 'there'; readonly dataset: string; readonly snapshot: number; readonly hash: string }
  /** Rows are not understood, and nothing was written. */
  | {
      readonly is: 'refused'
      readonly dataset: string
      readonly layout: string
      readonly rows: number
      readonly notUnderstood: number
      readonly bad: readonly BadRow[]
    }

export interface Archive {
  readonly keeper: pg.Pool
  readonly ledger: Pick<Ledger, 'appendWithin'>
}
const MOST_NAMED = 1_000
const IN_ONE_BREATH = 100
/** So many rows written, and the table is tidied at once, so that sums are walks of an index alone. Fewer wait for the database's own time. */
const MANY = 20_000

/**
 * A file becomes the next snapshot of its dataset: whole, in one transaction with its entry, so that no crash leaves rows without the
 * entry nor an entry without its rows. Who adds to the same dataset meanwhile waits. Memory does not grow with the file.
 */
export const addSnapshot = async (to: Archive, how: Adding): Promise<Added> => {
  if (!DATASET.test(how.dataset))
    throw new Failure(
      `${JSON.stringify(how.dataset.slice(0, 80))} is no name of a dataset.`,
      'Small letters, digits and hyphens, such as ucdp-ged.',
    )
  const layouts = await layoutsFor(to.keeper, how)
  const files = await kept(how.path, layouts)
  const layout = await chosen(files, layouts)
  const client = await to.keeper.connect()
  let broken: Error | undefined
  let added: Added
  try {
    await client.query('begin')
    added = await addWithin(client, to.ledger, how, layout, files)
    await client.query(added.is === 'added' ? 'commit' : 'rollback')
  } catch (error) {
    broken = error as Error
    await client.query('rollback').then(
      () => (broken = undefined),
      () => undefined,
    )
    throw error
  } finally {
    client.release(broken)
  }
  if (added.is === 'added' && added.added + added.changed + added.gone >= MANY) {
    how.tell?.('Tidying …')
    await to.keeper.query('vacuum (analyze, skip_locked) archived')
  }
  return added
}

interface InHand {
  readonly layout: Layout
  readonly files: Kept
  readonly hashes: readonly string[]
  readonly whole: string
}
const addWithin = async (client: pg.PoolClient, ledger: Archive['ledger'], how: Adding, layout: Layout, files: Kept): Promise<Added> => {
  await client.query('insert into dataset (name, opens, counted_by) values ($1, $2, $3) on conflict do nothing', [
    how.dataset,
    layout.opens,
    countedBy(layout),
  ])
  const { id, opens, counted_by, latest } = (
    await client.query<{ id: number; opens: string; counted_by: string; latest: number }>(
      'select id, opens, counted_by, latest from dataset where name = $1 for update',
      [how.dataset],
    )
  ).rows[0]!
  if (opens !== layout.opens)
    throw new Failure(
      `${how.dataset} is ${opens === 'closed' ? 'closed' : 'open'}, and the layout ${layout.layout} says otherwise.`,
      'Give the table another name, or mend "opens" in the layout.',
    )
  if (counted_by !== countedBy(layout))
    throw new Failure(
      `${how.dataset} is counted by ${counted_by}, and the layout ${layout.layout} says otherwise.`,
      'Give the table another name, or mend "countedBy" in the layout.',
    )
  if (!how.anyway) {
    const there = await standing(client, id, files)
    if (there) return { is: 'there', dataset: how.dataset, ...there }
    await refuseOlder(client, id, layout, how)
  }
  const noted = gathered()
  const read = await readAll(client, id, layout, files, noted, how)
  // A file without a row is no state of the table: taken for one, everything would be gone.
  if ((read.notUnderstood && !how.keepGood) || !read.rows)
    return {
      is: 'refused',
      dataset: how.dataset,
      layout: layout.layout,
      rows: read.rows,
      notUnderstood: read.notUnderstood,
      bad: read.bad.length ? read.bad : [noRows(files)],
    }
  const { hashes } = read
  const whole = hashOfAll(files.files.map((f, i) => ({ name: f.name, hash: hashes[i]! })))
  const nth = latest + 1
  how.tell?.('Comparing and writing …')
  const { months, longest, ...merged } = await merge(client, id, nth, layout, noted)
  const said = noted.all()
  const outcome = await ledger.appendWithin(client, [draftOf(how, { layout, files, hashes, whole }, read, merged, said)])
  if (!outcome.ok) throw new Failure(`The entry of this snapshot was refused: ${outcome.refusal.says}`, 'Nothing was written.')
  const receipt = outcome.receipts[0]!
  await writeSnapshot(client, { dataset: id, nth, receipt, months, longest, how, read, merged, inHand: { layout, files, hashes, whole } })
  await writeSaid(client, id, nth, layout, said)
  await client.query('update dataset set latest = $2 where id = $1', [id, nth])
  return {
    is: 'added',
    dataset: how.dataset,
    layout: layout.layout,
    snapshot: nth,
    hash: whole,
    rows: read.rows,
    notUnderstood: read.notUnderstood,
    ...merged,
    said,
    bad: read.bad,
    left: files.left,
    receipt,
  }
}

const layoutsFor = async (db: pg.Pool, how: Adding): Promise<readonly Layout[]> => {
  if (how.layout) {
    if (how.layout.dataset !== how.dataset)
      throw new Failure(
        `This layout is of the dataset ${how.layout.dataset}, not of ${how.dataset}.`,
        `peaceops archive add ${how.layout.dataset} …`,
      )
    return [how.layout]
  }
  const ours = LAYOUTS.filter(l => l.dataset === how.dataset)
  const brought = (await layoutsOnRecord(db, how.dataset)).filter(l => !ours.some(o => o.layout === l.layout))
  const all = [...ours, ...brought]
  if (!all.length)
    throw new Failure(
      `No layout of a dataset ${how.dataset} is known.`,
      'peaceops archive layouts lists those that are; or bring one: --layout layout.json.',
    )
  for (const l of all) {
    const odd = oddities(l)[0]
    if (odd) throw new Error(`layout ${l.layout}, ${odd.at.join('.')}: ${odd.says}`)
  }
  return all
}

/** The one layout of this dataset that reads these files: it must be the same for all. */
const chosen = async (files: Kept, layouts: readonly Layout[]): Promise<Layout> => {
  let layout: Layout | undefined
  for (const f of files.files) {
    const one = layouts.length === 1 ? layouts[0]! : await choose(f, layouts)
    if (layout && one !== layout)
      throw new Failure(
        `${f.name} reads as ${one.layout}, and the files before it as ${layout.layout}.`,
        'Add them apart: one folder, one layout.',
      )
    layout = one
    if (layouts.length === 1) break
  }
  return layout!
}
const MISSING = /^the column "/
const choose = async (file: Kept['files'][number], layouts: readonly Layout[]): Promise<Layout> => {
  let best: { layout: Layout; told: number } | undefined
  const short: { layout: string; missing: string[] }[] = []
  for (const layout of layouts) {
    let told = 0
    const missing: string[] = []
    for await (const row of readTable(layout, bytesOf(file.path), file.name, () => told++)) {
      if (!isBad(row) || !MISSING.test(row.says)) break
      missing.push(row.column ?? '?')
    }
    if (missing.length) short.push({ layout: layout.layout, missing })
    else if (!best || told < best.told) best = { layout, told }
  }
  if (best) return best.layout
  const nearest = short.sort((a, b) => a.missing.length - b.missing.length)[0]
  const names = nearest?.missing
    .slice(0, 8)
    .map(m => JSON.stringify(m))
    .join(', ')
  throw new Failure(
    `No layout of this dataset reads ${file.name}. Nearest is ${nearest?.layout}, which wants ${names}${(nearest?.missing.length ?? 0) > 8 ? ' and more' : ''}.`,
    'Is it another table? peaceops archive layouts lists what is known; --layout brings one.',
  )
}

const noRows = (files: Kept): BadRow => ({ file: files.files[0]!.name, line: 1, column: null, says: 'no row of the table stands in it' })

/** The snapshot that has these very bytes. A file of another length is another: only one of the same is read for its hash. */
const standing = async (
  client: pg.PoolClient,
  id: number,
  files: Kept,
): Promise<{ readonly snapshot: number; readonly hash: string } | undefined> => {
  const { rows } = await client.query<{ nth: number; hash: string }>(
    'select nth, hash from snapshot where dataset = $1 and bytes = $2 order by nth desc limit 1000',
    [id, bytesIn(files)],
  )
  if (!rows.length) return undefined
  const hashed: { name: string; hash: string }[] = []
  for (const f of files.files) hashed.push({ name: f.name, hash: await hashOf(f.path) })
  const hash = hashOfAll(hashed)
  const same = rows.find(r => r.hash === hash)
  return same && { snapshot: same.nth, hash }
}
const bytesIn = (files: Kept): number => files.files.reduce((sum, f) => sum + f.bytes, 0)

/** A whole table published earlier than what stands would become the latest, and every correction since would look like its opposite. */
const refuseOlder = async (client: pg.PoolClient, id: number, layout: Layout, how: Adding): Promise<void> => {
  if (how.asPublished === undefined || layout.part?.length) return
  const { rows } = await client.query<{ nth: number; as_published: string }>(
    'select nth, as_published from snapshot where dataset = $1 and as_published > $2 order by nth desc limit 1',
    [id, toIso(how.asPublished)],
  )
  if (rows[0])
    throw new Failure(
      `Snapshot ${rows[0].nth} was published on ${rows[0].as_published}, later than this file (${toIso(how.asPublished)}): it would become the latest.`,
      'Add files in the order in which they were published, or say --anyway.',
    )
}

interface AllRead {
  readonly rows: number
  readonly notUnderstood: number
  readonly bad: readonly BadRow[]
  readonly rowsOf: readonly number[]
  /** SHA-256 of each file, of the bytes that were read. */
  readonly hashes: readonly string[]
}
const readAll = async (
  client: pg.PoolClient,
  dataset: number,
  layout: Layout,
  files: Kept,
  noted: Gathered,
  how: Adding,
): Promise<AllRead> => {
  const stage = await staging(client, dataset, layout, noted)
  const checks = checking(layout, noted)
  const of = bytesIn(files)
  const hashes: string[] = []
  const bad: BadRow[] = []
  const rowsOf: number[] = []
  let [rows, notUnderstood, done] = [0, 0, 0]
  try {
    for (const [i, f] of files.files.entries()) {
      const file = hashing(f.path, n => {
        done += n
        how.say?.(Math.min(done, of), of)
      })
      const before = rows
      for await (const row of readTable(layout, file.bytes, f.name, says => noted.say('note', says, { file: i + 1, line: 0 }))) {
        const place = { file: i + 1, line: row.line }
        const why = isBad(row) ? row.says : stage.row(row, place)
        if (typeof why === 'string') {
          const column = isBad(row) ? row.column : undefined
          notUnderstood++
          if (bad.length < MOST_NAMED) bad.push({ file: f.name, line: row.line, column: column ?? null, says: why })
          noted.say('bad', why, place, column)
          continue
        }
        if (isBad(row)) continue
        rows++
        for (const note of row.notes) noted.say('note', note, place)
        checks.row(row.cells, place)
        if (why) await why
        // Reading never leaves the processor by itself: let what the database says, and may be told, go through.
        if (rows % IN_ONE_BREATH === 0) await setImmediate()
      }
      rowsOf.push(rows - before)
      if (file.read() < f.bytes && rows === before)
        hashes.push('') // it was not read to its end, and nothing of it is kept
      else if (file.read() !== f.bytes)
        throw new Failure(`${f.name} changed while it was read.`, 'Wait until it is whole, and add it again.')
      else hashes.push(file.hash())
    }
    await stage.end()
  } catch (error) {
    await stage.abandon()
    throw error
  }
  checks.end()
  return { rows, notUnderstood, bad, rowsOf, hashes }
}

const draftOf = (
  how: Adding,
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
  const inShort =
    layout.opens === 'closed'
      ? []
      : said
          .filter(s => s.kind === 'bad')
          .slice(0, MOST_TOLD)
          .map(s => `${s.column ? `${s.column}: ` : ''}${s.says} (${s.rows})`)
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
const MOST_LISTED = 800

interface Written {
  readonly dataset: number
  readonly nth: number
  readonly receipt: Receipt
  readonly months: string
  readonly longest: number
  readonly how: Adding
  readonly read: AllRead
  readonly merged: Omit<Merged, 'months' | 'longest'>
  readonly inHand: InHand
}
const writeSnapshot = async (client: pg.PoolClient, w: Written): Promise<void> => {
  const { layout, files, hashes, whole } = w.inHand
  const json = jcs(layout as unknown as Json)
  const layoutHash = hash('sha256', json, 'buffer')
  const day = (d: Day | undefined): string | null => (d === undefined ? null : toIso(d))
  await client.query('insert into layout (hash, name, json) values ($1, $2, $3) on conflict do nothing', [layoutHash, layout.layout, json])
  await client.query(
    `insert into snapshot (dataset, nth, layout, hash, bytes, entry, recorded_at, as_published, fetched_on, source, name, rows, not_understood, repeated, added, changed, gone, months, seq, longest)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
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
const writeSaid = async (client: pg.PoolClient, dataset: number, nth: number, layout: Layout, said: readonly Said[]): Promise<void> => {
  await client.query(
    `insert into archived_problem (dataset, nth, n, kind, column_name, says, rows, lines, marking)
     select $1, $2, p.n, p.kind, p.column, p.says, p.rows, p.lines, $4 from json_to_recordset($3) as p(n int, kind text, "column" text, says text, rows int, lines text)`,
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
        })),
      ),
      layout.opens === 'closed' ? CLOSED : 0,
    ],
  )
}
