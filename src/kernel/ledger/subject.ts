import { type Day, FOREVER } from '../day.ts'
import type { ObligationSpan } from '../rules/clock.ts'
import { obligations } from '../rules/derive.ts'
import type { Face } from '../rules/face.ts'
import { standing } from '../rules/face.ts'
import { type Ground, groundsOf } from '../rules/finding.ts'
import { type HolderSpan, holders } from '../rules/holder.ts'
import { type Adopted, dutyOf, type Finding, inForce } from '../rules/rulebook.ts'
import { MARKINGS, type Marking } from './entry.ts'
import { ACCOUNTS } from './own.ts'

/** Under which all subjects are derived: the books adopted and the horizon, both from the ledger and from nothing else. */
export interface Law {
  readonly adopted: readonly Adopted[]
  readonly horizon: Day
}
/** Everything that follows from the faces of one subject. The tables hold this and nothing else. */
export interface Derived {
  readonly spans: readonly ObligationSpan[]
  readonly holders: readonly HolderSpan[]
  readonly grounds: readonly Grounded[]
}
/** A ground with the finding that it serves, and whom that is about. */
type Grounded = Ground & { readonly finding: string; readonly of: Face['is'] }

/** Pure and total. Findings are read by the newest book; clocks each by the one in force when they started. */
export const derive = (law: Law, faces: readonly Face[]): Derived => {
  const spans = obligations(law.adopted, faces, law.horizon)
  const book = inForce(law.adopted, (FOREVER - 1) as Day)?.book
  const first = book?.firstHolders.find(h => faces.some(f => h.types.includes(f.type) && !ACCOUNTS.has(f.type)))
  return {
    spans,
    holders: first ? holders(first.office, faces) : [],
    grounds: (book?.findings ?? []).flatMap(rule =>
      groundsOf(rule, faces, spans).map(g => ({ ...g, finding: rule.finding, of: about(rule, g) })),
    ),
  }
}

/** Of a subject that names two States, each ground is about one of them. */
const about = (rule: Finding, g: Ground): Face['is'] =>
  Object.fromEntries(g.group.split('|').flatMap((value, i) => (value === '?' ? [] : [[rule.about[i]!, value]])))

/** The marking in force: that of the last day on which it was changed (on one day, the one recorded last), else the one that the first entry wrote. By the day, so that no order of arrival publishes a case. */
export const markingOf = (first: Marking, faces: readonly Face[]): Marking => {
  const changed = standing(faces)
    .filter(f => f.type === 'MarkingChanged')
    .sort((a, b) => a.latest - b.latest)
    .at(-1)
  const named = MARKINGS.indexOf(changed?.is['marking'] as (typeof MARKINGS)[number])
  return named < 0 ? first : (named as Marking)
}

/** What policies compare: the mission and the State of a row, or else those that the subject first named. */
export interface Whose {
  readonly mission: string | null
  readonly state: string | null
}
export const whose = (is: Face['is'], subject: Whose): Whose => ({
  mission: text(is['mission']) ?? subject.mission,
  state: text(is['state']) ?? subject.state,
})
/** Of a subject: the mission and the State that it named first, whichever batch brought them. An account names whose it is, and not whose the case is. */
export const firstNamed = (subject: Whose, { type, is }: Pick<Face, 'type' | 'is'>): Whose =>
  ACCOUNTS.has(type)
    ? subject
    : { mission: subject.mission ?? text(is['mission']) ?? null, state: subject.state ?? text(is['state']) ?? null }
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

// ---- as rows ------------------------------------------------------------------------------------------------------

/** The United Nations is the first debtor; then other organisations, then States, by alphabet. */
export const rankOf = (debtor: string): number => (debtor.startsWith('un.') ? 0 : debtor.includes('.') ? 1 : 2)

/** What `why` needs beside the columns. */
export type Detail = Pick<ObligationSpan, 'dues' | 'stops' | 'about'> & { readonly extended: Day | null }

export const spanRow = (law: Law, s: ObligationSpan, marking: Marking, subject: Whose) => ({
  key: s.key,
  since: s.from,
  until: s.to,
  subject: s.subject,
  duty: s.duty,
  debtor: s.debtor,
  rank: rankOf(s.debtor),
  stands: s.state,
  disputed: s.disputed,
  binding: bindingOf(law, s),
  door: s.door,
  begins: s.begins,
  start: s.start,
  due: s.due,
  adopted: s.adopted,
  marking,
  ...whose(s.about, subject),
  detail: JSON.stringify({ dues: s.dues, stops: s.stops, about: s.about, extended: s.extended ?? null } satisfies Detail),
  grounds: JSON.stringify(s.grounds),
})
const bindingOf = (law: Law, s: ObligationSpan): string => {
  const book = law.adopted.find(a => a.seq === s.adopted)?.book
  return (book && dutyOf(book, s.duty)?.binding) ?? 'assumption'
}
export const holderRow = (h: HolderSpan, marking: Marking, subject: Whose) => ({
  subject: h.subject,
  since: h.from,
  until: h.to,
  office: h.office,
  grounds: JSON.stringify(h.grounds),
  marking,
  ...subject,
})
export const groundRow = (g: Grounded, subject: string, marking: Marking, of: Whose) => ({
  finding: g.finding,
  about: g.group,
  subject,
  by: g.by,
  since: g.from,
  until: g.to,
  grounds: JSON.stringify(g.grounds),
  marking,
  ...whose(g.of, of),
})

/** All rows of one subject, each with its text, so that a writer sends only what changed. */
export interface Rows {
  readonly spans: ReadonlyMap<string, { readonly row: ReturnType<typeof spanRow>; readonly text: string }>
  readonly holders: readonly ReturnType<typeof holderRow>[]
  readonly grounds: readonly ReturnType<typeof groundRow>[]
}
export const NO_ROWS: Rows = { spans: new Map(), holders: [], grounds: [] }
export const rowsOf = (law: Law, subject: string, faces: readonly Face[], marking: Marking, of: Whose): Rows => {
  const d = derive(law, faces)
  return {
    spans: new Map(
      d.spans.map(o => {
        const row = spanRow(law, o, marking, of)
        return [`${o.key} ${o.from}`, { row, text: JSON.stringify(row) }]
      }),
    ),
    holders: d.holders.map(h => holderRow(h, marking, of)),
    grounds: d.grounds.map(g => groundRow(g, subject, marking, of)),
  }
}
/** What a batch has to take away and to put, for one subject that went from some rows to others. */
export const changes = (subject: string, was: Rows, now: Rows) => {
  const same = (a: readonly object[], b: readonly object[]): boolean => a.length === b.length && JSON.stringify(a) === JSON.stringify(b)
  const [held, grounded] = [!same(was.holders, now.holders), !same(was.grounds, now.grounds)]
  return {
    gone: [...was.spans]
      .filter(([at, { text }]) => now.spans.get(at)?.text !== text)
      .map(([, { row }]) => ({ key: row.key, since: row.since })),
    spans: [...now.spans].filter(([at, { text }]) => was.spans.get(at)?.text !== text).map(([, { row }]) => row),
    unheld: held && was.holders.length ? [{ subject }] : [],
    holders: held ? now.holders : [],
    ungrounded: grounded && was.grounds.length ? [{ subject }] : [],
    groundings: grounded ? now.grounds : [],
  }
}
