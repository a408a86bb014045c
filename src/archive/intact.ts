import type pg from 'pg'
import { OPEN } from './schema.ts'

// Is what stands of published tables what the entries of their snapshots say? Asked beside the ledger's own hashes: an entry that is as it was
// written tells of a snapshot that is not. Of the cells of rows no entry has a hash: the file itself, added to an empty record, shows them.

export interface ChangedSnapshot {
  readonly dataset: string
  readonly snapshot: number | null
  readonly says: string
}
const MOST = 1_000
/** What a snapshot says of itself (`s`), as its entry has it: on the face (`f`), or in the body (`b`), which may have been forgotten. */
const SAME: readonly (readonly [what: string, is: string])[] = [
  ['its dataset', `d.name = f->>'dataset'`],
  ['its layout', `l.name = f->>'layout' and l.hash = sha256(convert_to(l.json, 'UTF8'))`],
  ['the hash of its file', `s.hash = f->>'hash'`],
  ['the day of its publication', `s.as_published is not distinct from (f->>'asPublished')::date`],
  ['the day on which it was fetched', `s.fetched_on is not distinct from (f->>'fetchedOn')::date`],
  ['the number of its rows', `(s.rows, s.not_understood) = ((f->>'rows')::int, (f->>'notUnderstood')::int)`],
  ['its place on the ledger', '(s.seq, s.recorded_at) = (e.seq, e.recorded_at)'],
  [
    'what it added, changed and lost',
    `b is null or (s.added, s.changed, s.gone, s.repeated) = ((b->>'added')::int, (b->>'changed')::int, (b->>'gone')::int, (b->>'repeated')::int)`,
  ],
  ['the name and length of its file', `b is null or (s.name, s.bytes) = (b->>'file', (b->>'bytes')::bigint)`],
]

/** Snapshots that are not what their entries say, or are gone; and tables that hold more rows, or fewer, than theirs came to. */
export const changedSnapshots = async (db: Pick<pg.Pool, 'query'>): Promise<readonly ChangedSnapshot[]> => {
  const { rows: changed } = await db.query<{ dataset: string; snapshot: number; same: readonly (boolean | null)[] | null }>(
    `select * from (
       select d.name as dataset, s.nth as snapshot, case when e.id is not null then array[${SAME.map(([, is]) => `(${is})`).join(', ')}] end as same
       from snapshot s join dataset d on d.id = s.dataset join layout l on l.hash = s.layout
       left join entry e on e.ledger = 1 and e.id = s.entry and e.type = 'SnapshotAdded' left join body y on y.ledger = e.ledger and y.seq = e.seq
       cross join lateral (select e.face::jsonb->'is' as f, y.json::jsonb->'data' as b) w) x
     where same is null or not (true = all (same)) or array_position(same, null) is not null order by dataset, snapshot limit ${MOST}`,
  )
  const { rows: gone } = await db.query<{ dataset: string }>(
    `select e.face::jsonb->'is'->>'dataset' as dataset from entry e where e.ledger = 1 and e.type = 'SnapshotAdded' and e.door = 'command'
       and not exists (select from snapshot s where s.entry = e.id) order by e.seq limit ${MOST}`,
  )
  const { rows: counted } = await db.query<{ dataset: string; stand: number; came: number }>(
    `select d.name as dataset, coalesce(a.stand, 0)::int as stand, s.came::int as came
     from dataset d join (select dataset, sum(added - gone) as came from snapshot group by 1) s on s.dataset = d.id
     left join (select dataset, count(*) as stand from archived where to_snap = ${OPEN} group by 1) a on a.dataset = d.id
     where coalesce(a.stand, 0) <> s.came order by d.name limit ${MOST}`,
  )
  return [
    ...changed.map(({ dataset, snapshot, same }) => ({
      dataset,
      snapshot,
      says: same
        ? `${SAME.flatMap(([what], i) => (same[i] === true ? [] : [what])).join(', ')}: not as its entry says`
        : 'no entry tells of it',
    })),
    ...gone.map(({ dataset }) => ({ dataset, snapshot: null, says: 'a snapshot of which an entry tells is gone' })),
    ...counted.map(({ dataset, stand, came }) => ({
      dataset,
      snapshot: null,
      says: `${stand} rows stand, and what its snapshots added and lost comes to ${came}`,
    })),
  ]
}
