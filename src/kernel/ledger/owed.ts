import { CompiledQuery } from 'kysely'
import type { Sql } from '../database/pools.ts'
import type { Day } from '../day.ts'
import type { State } from '../rules/clock.ts'
import { type Binding, type Duty, sureOf } from '../rules/rulebook.ts'
import type { Source } from './entry.ts'
import { iso } from './fields.ts'

/** One obligation as it stands on the day asked about. A day that is none is FOREVER or LONG_AGO. */
export interface Standing {
  readonly key: string
  readonly subject: string
  readonly mission: string | null
  readonly duty: string
  readonly binding: Binding
  readonly debtor: string
  readonly stands: State
  readonly begins: Day
  readonly start: Day
  readonly due: Day
  readonly since: Day
  /** Ids of entries, as JSON. */
  readonly grounds: string
}
export interface Wanted {
  readonly duties: readonly string[]
  readonly on: Day
  readonly mission?: string | undefined
  readonly subjects?: readonly string[] | undefined
  /** Of each duty and marking, or of all subjects: the United Nations first, then the oldest. */
  readonly most: number
  /** The newest of them instead. */
  readonly newest?: boolean
}
const COLUMNS = 'key, subject, mission, duty, binding, debtor, stands, begins, start, due, since, grounds'
const LIVES = 'ledger = 1 and begins <= $2 and since <= $2 and until > $2 and ($3::text is null or mission = $3)'

/** What do these duties come to on this day, as this reader may see it? Duty by duty along the index `by_duty`, or subject by subject. */
export const owedOn = async (db: Sql, { duties, on, mission, subjects, most, newest }: Wanted): Promise<readonly Standing[]> => {
  if (subjects?.length === 0) return []
  const order = (d: string) => ['rank', 'debtor', 'begins', 'key', 'since'].map(c => `${c}${d}`).join(', ')
  const { rows } = await db.executeQuery<Standing>(
    subjects
      ? CompiledQuery.raw(
          `select ${COLUMNS} from obligation where ${LIVES} and subject = any ($4) and duty = any ($1) order by subject, begins, key, since limit ${most}`,
          [duties, Number(on), mission ?? null, subjects],
        )
      : CompiledQuery.raw(
          `select o.* from unnest($1::text[]) d(duty) cross join unnest('{0,1,2,3}'::smallint[]) m(marking) cross join lateral (
             select ${COLUMNS} from obligation where ${LIVES} and marking = m.marking and duty = d.duty order by ${order(newest ? ' desc' : '')} limit ${most}) o`,
          [duties, Number(on), mission ?? null],
        ),
  )
  return rows
}

/** Entries that it rests on: the first is the one that it arose from. */
export const groundsOf = (o: Pick<Standing, 'grounds'>): readonly string[] => JSON.parse(o.grounds) as string[]
/** The same as a question tells it: days in ISO, `null` where nobody bounds them; how firmly the duty binds, and how sure we are of it. */
export const clockOf = (o: Standing, d: Duty) => ({
  opened: iso(o.begins),
  counted: iso(o.start),
  due: iso(o.due),
  state: o.stands,
  since: iso(o.since),
  binding: d.binding,
  ...sureOf(d),
})
export type Clock = ReturnType<typeof clockOf>
/** What a mission owes on one day, as a question tells it; `source`: the text that asks it. */
export const owedRow = (duties: readonly Duty[]) => (o: Standing) => {
  const d = duties.find(x => x.duty === o.duty)!
  const source: Source = { title: [d.cites.instrument, d.cites.at].filter(Boolean).join(', '), standing: d.cites.standing }
  return {
    is: 'owed' as const,
    duty: o.duty,
    act: d.act,
    debtor: 'un.mission',
    mission: o.mission,
    subject: o.subject,
    ...clockOf(o, d),
    source,
  }
}
export type OwedRow = ReturnType<ReturnType<typeof owedRow>>
