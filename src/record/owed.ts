import type { Day } from '../kernel/day.ts'
import { type Detail, type Law, rankOf } from '../kernel/ledger/subject.ts'
import type { ObligationSpan, State } from '../kernel/rules/clock.ts'
import { type Binding, type Cite, type Duty, dutyOf, type Sure, sureOf } from '../kernel/rules/rulebook.ts'
import { why } from '../kernel/rules/why.ts'

// From a row of the table of obligations to what is owed on a day, with the rule that made it.

/** One obligation on one day, with the rule that made it. */
export interface Owed {
  readonly span: ObligationSpan
  readonly rule: Duty | undefined
  readonly binding: Binding
  readonly sure: Sure
  readonly cites: Cite | undefined
  readonly mission: string | null
  readonly state: string | null
  readonly holder: string | null
  readonly why: readonly string[]
}
/** One row of the table of obligations, as the board reads it. */
export interface Row {
  key: string
  since: Day
  until: Day
  subject: string
  duty: string
  debtor: string
  stands: State
  disputed: boolean
  door: 'command' | 'testimony'
  begins: Day
  start: Day
  due: Day
  adopted: number
  mission: string | null
  state: string | null
  detail: string
  grounds: string
  holder: string | null
}

export const spanOf = (r: Row): ObligationSpan => {
  const { dues, stops, about, extended } = JSON.parse(r.detail) as Detail
  return {
    key: r.key,
    duty: r.duty,
    subject: r.subject,
    debtor: r.debtor,
    state: r.stands,
    disputed: r.disputed,
    from: r.since,
    to: r.until,
    begins: r.begins,
    start: r.start,
    due: r.due,
    dues,
    stops,
    about,
    extended: extended ?? undefined,
    door: r.door,
    adopted: r.adopted,
    grounds: JSON.parse(r.grounds) as string[],
  }
}
/** Of a duty that no book of ours holds. */
const UNKNOWN: Sure = { standing: 'ours', limit: null }
export const owedOf = (
  law: Law,
  span: ObligationSpan,
  of: { readonly mission: string | null; readonly state: string | null; readonly holder: string | null },
): Owed => {
  const book = law.adopted.find(a => a.seq === span.adopted)?.book
  const rule = book && dutyOf(book, span.duty)
  return {
    span,
    rule,
    binding: rule?.binding ?? 'assumption',
    sure: rule ? sureOf(rule) : UNKNOWN,
    cites: rule?.cites,
    mission: of.mission,
    state: of.state,
    holder: of.holder,
    why: book ? why(span, book) : [],
  }
}
/** Where a page ends: the order of the board, as it stands in the index. */
export type Place = readonly [rank: number, debtor: string, begins: number, key: string]

export const placeOf = (o: Owed): Place => [rankOf(o.span.debtor), o.span.debtor, o.span.begins, o.span.key]
/** As the index orders them. */
export const inOrder = (a: Place, b: Place): number => {
  for (const i of [0, 1, 2, 3] as const) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1
  return 0
}
