import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, LONG_AGO } from '../kernel/day.ts'
import { type Body, type Entry, edtfOf, readFace, type WrittenFace } from '../kernel/ledger/entry.ts'
import { standing } from '../kernel/rules/face.ts'
import type { Standing } from '../kernel/rules/rulebook.ts'

// How the questions of this chapter read the ledger: as the reader, whose row policies decide what exists.

const SUBJECTS = 500
const ENTRIES = 20_000

/** Which subjects hold an entry of these types, of this State or mission? By name. Served by the index by_type. */
export const subjectsWith = async (
  db: Sql,
  types: readonly string[],
  { state, mission }: { readonly state?: string | undefined; readonly mission?: string | undefined },
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
/** What do these subjects tell by this day? What was superseded never was; what comes later has not happened. */
export const toldOf = async (db: Sql, subjects: readonly string[], on: Day): Promise<readonly Entry[]> => {
  if (!subjects.length) return []
  const { rows } = await db.executeQuery<{ seq: number; face: string; json: string | null }>(
    CompiledQuery.raw(
      `select e.seq, e.face, b.json from entry e left join body b using (ledger, seq)
       where e.ledger = 1 and e.subject = any ($1) order by e.subject, e.nth limit ${ENTRIES}`,
      [subjects],
    ),
  )
  const read = new Map(
    rows.map(r => {
      const written = JSON.parse(r.face) as WrittenFace
      const face = readFace(r.seq, written)
      return [face.id, { face, written, body: r.json === null ? undefined : (JSON.parse(r.json) as Body) }] as const
    }),
  )
  return standing([...read.values()].map(e => e.face))
    .filter(f => bornOn(f) <= on)
    .map(f => read.get(f.id)!)
    .sort((a, b) => bornOn(a.face) - bornOn(b.face) || a.face.seq - b.face.seq)
}
const bornOn = ({ occurredOn, latest }: Entry['face']): Day => (occurredOn === LONG_AGO ? latest : occurredOn)

/** Where a row comes from. Where sources disagree, each has its own row, and both say so. */
export interface Cited {
  readonly title: string
  readonly url: string | null
  readonly standing: Standing
  readonly conflict: boolean
  readonly note: string | null
}
export const citedOf = ({ body }: Entry): Cited | null =>
  body?.source
    ? {
        title: body.source.title,
        url: body.source.url ?? null,
        standing: body.source.standing,
        conflict: body.source.conflict === true,
        note: body.source.note ?? null,
      }
    : null
export const whenOf = (e: Entry): string => edtfOf(e.written)
export const saysOf = (e: Entry): string => text(e.body?.data['says']) ?? ''
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
export const amount = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Least and most days between two days of which a source may have known only the month; `null`: an end that nobody bounds. */
export type Days = readonly [least: number, most: number] | null
export const daysBetween = (a: Entry, b: Entry): Days => {
  const bounds = [a.face.occurredOn, a.face.latest, b.face.occurredOn, b.face.latest]
  if (bounds.some(d => Math.abs(d) === -LONG_AGO)) return null
  return [Math.max(0, b.face.occurredOn - a.face.latest), Math.max(0, b.face.latest - a.face.occurredOn)]
}
export const daysInWords = (d: Days): string =>
  d === null ? 'days not known' : d[0] === d[1] ? `${d[0]} ${d[0] === 1 ? 'day' : 'days'}` : `${d[0]} to ${d[1]} days`
