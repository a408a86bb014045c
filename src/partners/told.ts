import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, LONG_AGO } from '../kernel/day.ts'
import { type Body, edtfOf, readFace, type Source, type WrittenFace } from '../kernel/ledger/entry.ts'
import { type Face, standing } from '../kernel/rules/face.ts'

/** One entry as a row of an answer. Of a body only what it says, and its source: whatever else it holds stays where it is. */
export interface Told {
  readonly face: Face
  readonly on: string // as the source knew it, in EDTF
  readonly says: string | null
  readonly source: Source | null
}
const MOST = 500 // of each type and marking

/** What do this chapter’s entries of these types say by this day, in the order of their days? Found type by type, along the index; what was corrected away is gone. */
export const toldBy = async (db: Sql, chapter: string, types: readonly string[], on: Day): Promise<readonly Told[]> => {
  const { rows } = await db.executeQuery<{ seq: number; face: string; json: string | null }>(
    CompiledQuery.raw(
      `with mine as (
         select x.* from unnest($1::text[]) t(type) cross join unnest('{0,1,2,3}'::smallint[]) m(marking) cross join lateral (
           select seq, subject, face from entry where ledger = 1 and marking = m.marking and type = t.type and chapter = $2 order by state, seq limit ${MOST}) x)
       select m.seq, m.face, b.json from mine m left join lateral (select json from body where ledger = 1 and seq = m.seq offset 0) b on true
       union all
       select c.seq, c.face, null from (select distinct subject from mine) s cross join lateral (
         select seq, face from entry where ledger = 1 and subject = s.subject and type = 'EntrySuperseded' offset 0) c`, // offset 0: row by row, however large the tables
      [types, chapter],
    ),
  )
  const bodies = new Map(rows.map(r => [Number(r.seq), r]))
  return standing(rows.map(r => readFace(Number(r.seq), JSON.parse(r.face) as WrittenFace)))
    .filter(f => bornOn(f) <= on)
    .sort((a, b) => bornOn(a) - bornOn(b) || a.seq - b.seq)
    .map(face => toldOf(face, bodies.get(face.seq)!))
}
const toldOf = (face: Face, row: { readonly face: string; readonly json: string | null }): Told => {
  const body = row.json === null ? undefined : (JSON.parse(row.json) as Body),
    says = body?.data['says']
  return {
    face,
    on: edtfOf(JSON.parse(row.face) as WrittenFace),
    says: typeof says === 'string' ? says : null,
    source: body?.source ?? null,
  }
}
/** First on a page on the earliest day on which it can have happened, or, where nobody bounds that, the latest. */
const bornOn = (f: Face): Day => (f.occurredOn === LONG_AGO ? f.latest : f.occurredOn)
