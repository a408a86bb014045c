import type pg from 'pg'
import { BODY, FACE, LEAF } from '../proof/leaf.ts'

// Are the entries as they were written? Each is held against the hashes that were written with it. Whoever rewrites the hashes too is found
// by a receipt alone: it holds the leaf.

export interface Changed {
  readonly seq: number
  readonly subject: string
  readonly says: string
}
const MOST = 1_000

/** The columns by which entries are found and shown, as their face gives them. */
const COLUMNS = `(e.id::text, e.subject, e.chapter, e.type, e.door, e.v::text, e.recorded_at, e.occurred_on, e.latest)
  is not distinct from (f->>'id', f->>'subject', f->>'chapter', f->>'type', f->>'door', f->>'v', (f->>'recordedAt')::timestamptz,
    replace(f->>'occurredOn', '..', '-infinity')::date, replace(f->>'latest', '..', 'infinity')::date)`
const HASHED = `e.leaf = sha256($2::bytea || sha256($3::bytea || e.face_salt || convert_to(e.face, 'UTF8')) || e.body_hash)`
/** Of a body that was forgotten the salt is gone, and its hash stays. */
const BODY_HASHED = `b.seq is not null and (b.salt is null or coalesce(e.body_hash = sha256($4::bytea || b.salt || convert_to(b.json, 'UTF8')), false))`

/** Entries that are not as they were written, the first ones first; and how many are gone. One pass over the ledger. */
export const changedEntries = async (db: Pick<pg.Pool, 'query'>, ledger = 1): Promise<readonly Changed[]> => {
  const { rows } = await db.query<{ seq: number; subject: string; face: boolean; body: boolean }>(
    `select x.seq, x.subject, x.face, x.body from (
       select e.seq, e.subject, ${HASHED} as face, ${BODY_HASHED} as body, ${COLUMNS} as columns
       from entry e left join body b using (ledger, seq) cross join lateral (select case when e.face is json object then e.face::jsonb end as f) w where e.ledger = $1) x
     where not (x.face and x.body and x.columns) order by x.seq limit ${MOST}`,
    [ledger, LEAF, FACE, BODY],
  )
  const { rows: heads } = await db.query<{ size: string; held: string }>(
    'select l.size, (select count(*) from entry e where e.ledger = l.ledger) as held from ledger l where l.ledger = $1',
    [ledger],
  )
  const gone = heads[0] ? Number(heads[0].size) - Number(heads[0].held) : 0
  return [
    ...rows.map(r => ({
      seq: Number(r.seq),
      subject: r.subject,
      says: !r.face
        ? 'the face is not what its hash says'
        : !r.body
          ? 'the body is not what its hash says'
          : 'its columns are not what the face says',
    })),
    ...(gone
      ? [
          {
            seq: Number(heads[0]!.size),
            subject: '',
            says: `${gone} ${gone === 1 ? 'entry' : 'entries'} of ${heads[0]!.size} ${gone === 1 ? 'is' : 'are'} gone`,
          },
        ]
      : []),
  ]
}
