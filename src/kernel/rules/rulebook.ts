import type { Day } from '../day.ts'
import type { Pattern } from './face.ts'

// Rules are DATA: hashed, put on the ledger, diffed, asked "what if", read in ten years. No code inside a duty.

/** What the limit rests on. It belongs to each limit: a duty can be seen in the text while its number is ours. */
export type Standing = 'seen' | 'second-hand' | 'remembered' | 'ours'
/** What kind of promise it is. Only the first two may ground a finding. */
export type Binding = 'treaty' | 'resolution' | 'self-commitment' | 'request' | 'assumption'

export type Unit = 'working days' | 'days' | 'months'
export interface Limit {
  readonly n: number
  readonly unit: Unit
  readonly standing: Standing
}
export interface Until {
  readonly until: string
  readonly standing: Standing
} // the face itself names the last day, in this field
export type Within = Limit | Until | 'without delay' // half the treaty has no number: never overdue
export interface Cite {
  readonly instrument: string
  readonly at?: string
  readonly standing: Standing
  readonly rule?: string
}
export interface Field {
  readonly field: string
}

export interface Duty {
  readonly duty: string
  readonly act: string
  readonly owedBy: Field | { readonly office: string }
  readonly arises: { readonly on: Pattern } | { readonly whenOverdue: string }
  readonly startsAt?: Pattern // a receipt: moves the start of the clock, never back
  readonly disputedBy?: Pattern // the debtor says that it was never served
  readonly within: Within
  readonly metBy: readonly Pattern[] // WHO did it stands in the pattern
  readonly notBefore?: string // field of the face that names a day: what was surely done before it answers nothing. "In March 2014"
  readonly endedBy?: readonly Pattern[] // what takes it away without meeting it: the mandate ends, the Council asks otherwise. What is past due stays
  readonly silenceStatedBy?: readonly Pattern[] // somebody with the register says that nothing came
  readonly binding: Binding
  readonly cites: Cite
  readonly calendars: readonly (string | Field)[]
  readonly every?: Every
}
/** A duty that comes back until it is ended. Each period ends on a day of the grid; the act is owed `within` after that day. */
export interface Every {
  readonly n: number
  readonly unit: 'days' | 'months'
  readonly from: 'anchor' | 'last' // a late report shifts nothing, or everything
  readonly starting?: string // field of the face that names the first day of the grid: "on 1 August 2014, and then every four months"
}

export type Cause = { readonly overdue: string } | { readonly stated: Pattern; readonly until: readonly Pattern[] }
export interface Finding {
  readonly finding: string
  readonly says: string
  readonly about: readonly string[] // face fields that make the group: state, mission
  readonly from?: Day // the day on which its instrument was adopted: what began before it grounds nothing
  readonly anyOf: readonly Cause[]
  readonly cites: Cite
}

/** Holidays are designated, not computable: a year without a list is a year of which we know only the weekends, and `why` says so. */
export interface Calendar {
  readonly name: string
  readonly weekend: readonly number[] // 0 is Sunday. Dhaka rests on Friday and Saturday
  readonly years: Readonly<Record<string, readonly string[]>>
}
/** Who holds a subject before any baton is passed: the first rule of which the subject has an entry type. None: nobody holds it (a figure, a text). */
export interface FirstHolder {
  readonly office: string
  readonly types: readonly string[]
}
export interface Rulebook {
  readonly engine: 1
  readonly states: readonly string[] // codes, `GAB`. Names are display: what is hashed must not change with a name
  readonly offices: readonly string[] // codes, `un.oios`
  readonly duties: readonly Duty[]
  readonly findings: readonly Finding[]
  readonly calendars: Readonly<Record<string, Calendar>>
  readonly firstHolders: readonly FirstHolder[]
}
/** The adoption is itself an entry. A clock keeps the book that was in force on the day on which it started. */
export interface Adopted {
  readonly seq: number
  readonly from: Day
  readonly book: Rulebook
}

export const inForce = (adopted: readonly Adopted[], on: Day): Adopted | undefined => {
  let best: Adopted | undefined
  for (const a of adopted) if (a.from <= on && (!best || a.from > best.from || (a.from === best.from && a.seq > best.seq))) best = a
  return best
}

/** How sure we are of the words of a duty, and apart from that of its limit; `null`: it has none. */
export interface Sure {
  readonly standing: Standing
  readonly limit: Standing | null
}
export const sureOf = ({ cites, within }: Pick<Duty, 'cites' | 'within'>): Sure => ({
  standing: cites.standing,
  limit: within === 'without delay' ? null : within.standing,
})

const indexes = new WeakMap<Rulebook, ReadonlyMap<string, Duty>>()
export const dutyOf = (book: Rulebook, name: string): Duty | undefined => {
  const index = indexes.get(book) ?? new Map(book.duties.map(d => [d.duty, d]))
  indexes.set(book, index)
  return index.get(name)
}
