import type pg from 'pg'
import { Failure } from '../kernel/database/failure.ts'
import { toIso } from '../kernel/day.ts'
import type { Ledger, Receipt } from '../kernel/ledger/append.ts'
import { chosen, layoutsFor } from './choose.ts'
import { eachOnce } from './copies.ts'
import { DATASET } from './entries.ts'
import { bytesIn, hashOf, hashOfAll, type Kept, kept } from './files.ts'
import { laidOut } from './laid.ts'
import { countedBy, type Layout } from './layout.ts'
import { type Merged, merge } from './merge.ts'
import type { Said } from './noted.ts'
import { type BadRow, type Brought, draftOf, writeSaid, writeSnapshot } from './snapshot.ts'

export interface Adding extends Brought {
  /** A file, or a folder of files that together are the table. */
  readonly path: string
  /** A layout that the caller brings; none: those that ship, and those that stand on the record. */
  readonly layout?: Layout | undefined
  /** Keep what is understood although other rows are not. */
  readonly keepGood?: boolean
  /** Although these bytes are a snapshot already, or a later publication stands. */
  readonly anyway?: boolean
  /** Bytes read. */
  readonly say?: (done: number, of: number) => void
  readonly tell?: (sentence: string) => void
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
/** So many rows written or ended, and the table is tidied at once, so that sums are walks of an index alone. Fewer wait for the database's own time. */
const MANY = 500
/** What is written or ended is one row in so many at least: what the planner knows of the table is out of date. */
const ONE_IN = 10

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
  const folder = await kept(how.path, layouts)
  const layout = await chosen(folder, layouts)
  const { files, says } = await eachOnce(folder, layout)
  const client = await to.keeper.connect()
  let broken: Error | undefined
  let added: Added
  try {
    await client.query('begin')
    added = await addWithin(client, to.ledger, how, { layout, files, says })
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
  if (added.is !== 'added') return added
  const touched = added.written + added.gone
  if (touched >= MANY) {
    how.tell?.('Tidying …')
    await to.keeper.query(`vacuum (analyze ${touched * ONE_IN >= added.rows}, skip_locked) archived`)
  }
  return added
}

const addWithin = async (
  client: pg.PoolClient,
  ledger: Archive['ledger'],
  how: Adding,
  { layout, files, says }: { readonly layout: Layout; readonly files: Kept; readonly says: readonly string[] },
): Promise<Added> => {
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
    const there = await standing(client, id, layout, files)
    if (there) return { is: 'there', dataset: how.dataset, ...there }
    await refuseOlder(client, id, layout, how)
  }
  const { read, noted, as, layouts, checks } = await laidOut(client, id, layout, files, says, how)
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
  const { months, longest, ...merged } = await merge(client, id, nth, layouts, noted, checks)
  const said = noted.all()
  const outcome = await ledger.appendWithin(client, [draftOf(how, { layout, files, hashes, whole }, read, merged, said)])
  if (!outcome.ok) throw new Failure(`The entry of this snapshot was refused: ${outcome.refusal.says}`, 'Nothing was written.')
  const receipt = outcome.receipts[0]!
  await writeSnapshot(client, {
    ...{ dataset: id, nth, receipt, months, longest, how, read, merged },
    inHand: { layout: as, files, hashes, whole },
  })
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
    said: files.files.length > 1 ? said.map(s => ({ ...s, at: s.at.map(p => ({ ...p, name: files.files[p.file - 1]!.name })) })) : said,
    bad: read.bad,
    left: files.left,
    receipt,
  }
}

const noRows = (files: Kept): BadRow => ({ file: files.files[0]!.name, line: 1, column: null, says: 'no row of the table stands in it' })

/**
 * The snapshot that has these very bytes; and this very name, where a name says of what the file is. A file of another length is another:
 * only one of the same is read for its hash.
 */
const standing = async (
  client: pg.PoolClient,
  id: number,
  layout: Layout,
  files: Kept,
): Promise<{ readonly snapshot: number; readonly hash: string } | undefined> => {
  const { rows } = await client.query<{ nth: number; hash: string }>(
    'select nth, hash from snapshot where dataset = $1 and bytes = $2 and ($3::text is null or name = $3) order by nth desc limit 1000',
    [id, bytesIn(files), layout.columns.some(c => c.fileName) ? files.name : null],
  )
  if (!rows.length) return undefined
  const hashed: { name: string; hash: string }[] = []
  for (const f of files.files) hashed.push({ name: f.name, hash: await hashOf(f.path) })
  const hash = hashOfAll(hashed)
  const same = rows.find(r => r.hash === hash)
  return same && { snapshot: same.nth, hash }
}
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
