import type pg from 'pg'
import type { Draft, Receipt } from './draft.ts'
import { type Body, edtfOf, span, type WrittenFace, writeBody } from './entry.ts'
import { jcs } from './jcs.ts'

// A writer gives its entries names. What stands under a name already is written once, however often it is told; other content is refused.

export interface Known {
  readonly written: WrittenFace
  /** `undefined`: forgotten. */
  readonly said: Body | undefined
  readonly receipt: Receipt
}
export const originKey = (o: { readonly system: string; readonly id: string }): string => `${o.system}\n${o.id}`

/** What stands already under the names that these drafts bring with them. */
export const knownOf = async (db: Pick<pg.Pool, 'query'>, ledger: number, drafts: readonly Draft[]): Promise<Map<string, Known>> => {
  const origins = drafts.flatMap(d => d.body.origin ?? [])
  if (!origins.length) return new Map()
  const { rows } = await db.query(
    `select e.seq, e.id, o.system, o.name, e.face, e.recorded_at, encode(e.leaf, 'hex') as leaf, b.json
     from unnest($2::text[], $3::text[]) as o(system, name)
     cross join lateral (
       (select * from entry e where e.ledger = $1 and e.origin_system = o.system and e.origin_id = o.name limit 1)
       union all
       (select * from entry e where e.ledger = $1 and e.id = case when o.name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then o.name::uuid end limit 1)) e
     left join body b on b.ledger = e.ledger and b.seq = e.seq`,
    [ledger, origins.map(o => o.system), origins.map(o => o.id)],
  )
  return new Map(
    rows.map(r => [
      originKey({ system: r.system, id: r.name }),
      {
        written: JSON.parse(r.face),
        said: r.json === null ? undefined : JSON.parse(r.json),
        receipt: { id: r.id, seq: Number(r.seq), leaf: r.leaf, recordedAt: instant(r.recorded_at), repeated: true },
      },
    ]),
  )
}

/** Is it the same entry? All that a writer says is compared, and nothing that we add; nor the door, for a register comes back as testimony. */
export const says = ({ written: w, said }: Known, d: Draft): boolean =>
  said === undefined ||
  content(w.chapter, w.type, w.v, w.subject, edtfOf(w), w.is, said) ===
    content(d.chapter, d.type, d.v, d.subject, edtfOf(span(d.occurredOn, d.latest)), d.is, {
      ...d.body,
      marking: d.body.marking ?? said.marking,
    })
const content = (chapter: string, type: string, v: number, subject: string, on: string, is: WrittenFace['is'], body: Body): string =>
  jcs({ chapter, type, v, subject, on, is: type === 'EntrySuperseded' ? {} : { ...is }, body: JSON.parse(writeBody(tidy(body))) })
const tidy = ({ origin: _, ...body }: Body): Body => body

/** PostgreSQL's text of a time, as the ledger writes it: UTC with microseconds. */
export const instant = (text: string): string =>
  text.startsWith('-inf')
    ? ''
    : `${text.slice(0, 10)}T${text
        .slice(11)
        .replace(/\+00(:?00)?$/, '')
        .replace(/^(\d\d:\d\d:\d\d)$/, '$1.')
        .replace(/(\.\d*)$/, f => f.padEnd(7, '0'))}Z`
