import { CompiledQuery } from 'kysely'
import type { Question } from '../kernel/chapter.ts'
import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import { ACCOUNTS } from '../kernel/ledger/own.ts'
import { asTold, bornOn, type Told } from '../kernel/ledger/told.ts'

const SUBJECTS = 500
const EACH = 5

/** The cases that rows of a question tell of: the field that its table tags `#meta+id`, and the `subject` of what stands in their lists. At most 500. */
export const subjectsIn = ({ columns }: Pick<Question, 'columns'>, rows: readonly object[]): readonly string[] => {
  const [field] = Object.entries(columns).find(([, tag]) => tag === '#meta+id') ?? ['subject']
  const found = new Set<unknown>()
  for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
    found.add(row[field])
    for (const part of Object.values(row).filter(Array.isArray).flat())
      if (part !== null && typeof part === 'object') found.add(part.subject)
  }
  return [...found].filter(s => typeof s === 'string').slice(0, SUBJECTS)
}
/** What did debtors say of themselves in these cases, by this day? As the reader; of each case the five that were told last, along the index `cases`. */
export const accountsIn = async (db: Sql, subjects: readonly string[], on: Day): Promise<readonly Told[]> => {
  if (!subjects.length) return []
  const { rows } = await db.executeQuery<{ seq: number; face: string; json: string | null }>(
    CompiledQuery.raw(
      `select a.seq, a.face, b.json from unnest($1::text[]) s(subject) cross join lateral (
         select e.seq, e.face from entry e where e.ledger = 1 and e.subject = s.subject and e.type = any ($2)
           and (case when e.occurred_on = '-infinity' then e.latest else e.occurred_on end) <= date '1970-01-01' + $3::int
           and not exists (select 1 from entry x where x.ledger = 1 and x.subject = e.subject and x.type = 'EntrySuperseded' and x.face::json->'is'->>'entry' = e.id::text)
         order by e.nth desc limit ${EACH}) a
       left join lateral (select json from body where ledger = 1 and seq = a.seq offset 0) b on true`,
      [subjects, [...ACCOUNTS], Number(on)],
    ),
  )
  return rows.map(asTold).sort((a, b) => bornOn(a.face) - bornOn(b.face) || a.face.seq - b.face.seq)
}
