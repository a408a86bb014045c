import { CompiledQuery } from 'kysely'
import type { Sql } from '../database/pools.ts'
import { type Day, LONG_AGO } from '../day.ts'
import { type Face, standing } from '../rules/face.ts'
import { type Body, edtfOf, readFace, type Source, type WrittenFace } from './entry.ts'

// How the questions of a chapter read the ledger: as the reader, whose row policies decide what exists. What was superseded never was;
// what comes after the day asked about has not happened.

/** One entry as it was told. */
export interface Told {
  readonly face: Face
  /** As its source knew the day, in EDTF. */
  readonly on: string
  /** The one sentence that a page may show, and where it comes from. `null`: none, or not for this reader. */
  readonly says: string | null
  readonly source: Source | null
  readonly written: WrittenFace
  readonly body: Body | undefined
}
export interface Which {
  readonly types: readonly string[]
  readonly on: Day
  readonly chapters?: readonly string[] | undefined
  readonly state?: string | undefined
  /** Of this mission, or of none. */
  readonly mission?: string | undefined
  /** Of each type and marking. */
  readonly most?: number
}
const SUBJECTS = 500
const ENTRIES = 20_000
interface Row {
  readonly seq: number
  readonly face: string
  readonly json: string | null
}

/** What do entries of these types say, in the order of their days? Found type by type along the index `by_type`. `undefined`: there are more than `most`, and a part would mislead. */
export const told = async (db: Sql, which: Which): Promise<readonly Told[] | undefined> => {
  const most = which.most ?? ENTRIES
  const { rows } = await db.executeQuery<Row & { readonly branch: string | null }>(
    CompiledQuery.raw(
      `with mine as (
         select x.*, t.type || m.marking as branch from unnest($1::text[]) t(type) cross join unnest('{0,1,2,3}'::smallint[]) m(marking) cross join lateral (
           select seq, subject, face from entry where ledger = 1 and marking = m.marking and type = t.type and ($2::text[] is null or chapter = any ($2))
             and ($3::text is null or state = $3) and ($4::text is null or mission = $4 or mission is null) order by state, seq limit ${most + 1}) x)
       select m.seq, m.face, m.branch, b.json from mine m left join lateral (select json from body where ledger = 1 and seq = m.seq offset 0) b on true
       union all
       select c.seq, c.face, null, null from (select distinct subject from mine) s cross join lateral (
         select seq, face from entry where ledger = 1 and subject = s.subject and type = 'EntrySuperseded' offset 0) c`, // offset 0: row by row, however large the tables
      [which.types, which.chapters ?? null, which.state ?? null, which.mission ?? null],
    ),
  )
  const each = Map.groupBy(rows, r => r.branch)
  for (const [branch, of] of each) if (branch !== null && of.length > most) return undefined
  return inOrder(rows, which.on)
}

/** Which subjects hold an entry of these types, of this State or mission? By name, at most 500. */
export const subjectsWith = async (
  db: Sql,
  types: readonly string[],
  { state, mission }: Pick<Which, 'state' | 'mission'>,
): Promise<readonly string[]> => {
  const { rows } = await db.executeQuery<{ subject: string }>(
    CompiledQuery.raw(
      `select distinct subject from entry where ledger = 1 and marking between 0 and 3 and type = any ($1)
         and ($2::text is null or state = $2) and ($3::text is null or mission = $3) order by subject limit ${SUBJECTS}`,
      [types, state ?? null, mission ?? null],
    ),
  )
  return rows.map(r => r.subject)
}
/** What do these subjects tell, whole, in the order of their days? */
export const toldOf = async (db: Sql, subjects: readonly string[], on: Day): Promise<readonly Told[]> => {
  if (!subjects.length) return []
  const { rows } = await db.executeQuery<Row>(
    CompiledQuery.raw(
      `select e.seq, e.face, b.json from entry e left join lateral (select json from body where ledger = 1 and seq = e.seq offset 0) b on true
       where e.ledger = 1 and e.subject = any ($1) order by e.subject, e.nth limit ${ENTRIES}`,
      [subjects],
    ),
  )
  return inOrder(rows, on)
}

const inOrder = (rows: readonly Row[], on: Day): Told[] => {
  const read = new Map(rows.map(r => [Number(r.seq), asTold(r)]))
  return standing([...read.values()].map(t => t.face))
    .filter(f => bornOn(f) <= on)
    .sort((a, b) => bornOn(a) - bornOn(b) || a.seq - b.seq)
    .map(f => read.get(f.seq)!)
}
export const asTold = ({ seq, face, json }: Row): Told => {
  const written = JSON.parse(face) as WrittenFace
  const body = json === null ? undefined : (JSON.parse(json) as Body)
  const says = body?.data['says']
  return {
    face: readFace(Number(seq), written),
    on: edtfOf(written),
    says: typeof says === 'string' ? says : null,
    source: body?.source ?? null,
    written,
    body,
  }
}
/** First on a page on the earliest day on which it can have happened, or, where nobody bounds that, the latest. */
export const bornOn = (f: Face): Day => (f.occurredOn === LONG_AGO ? f.latest : f.occurredOn)
