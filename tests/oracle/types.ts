// The data types of kernel.md 2a that the oracle reads, field by field as named there. Written from kernel.md alone.

export type Day = number & { readonly _: 'Day' } // days since 1970-01-01
export const FOREVER = 2147483647 as Day
export const LONG_AGO = -2147483647 as Day

export type Scalar = string | number | boolean
export type Door = 'command' | 'testimony'
export interface Face {
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly v: number
  readonly subject: string
  readonly occurredOn: Day
  readonly latest: Day
  readonly door: Door
  readonly is: Readonly<Record<string, Scalar>>
}

export type Standing = 'seen' | 'second-hand' | 'remembered' | 'ours'
export type Binding = 'treaty' | 'resolution' | 'self-commitment' | 'request' | 'assumption'
export type Within =
  | { readonly n: number; readonly unit: 'working days' | 'days' | 'months'; readonly standing: Standing }
  | { readonly until: string; readonly standing: Standing }
  | 'without delay'
export interface Pattern {
  readonly type: string
  readonly is: Readonly<Record<string, Scalar>>
}
export interface Cite {
  readonly instrument: string
  readonly at?: string
  readonly standing: Standing
  readonly rule?: string
}
export interface Every {
  readonly n: number
  readonly unit: 'days' | 'months'
  readonly from: 'anchor' | 'last'
  readonly starting?: string
}
export interface Duty {
  readonly duty: string
  readonly act: string
  readonly binding: Binding
  readonly cites: Cite
  readonly owedBy: { readonly field: string } | { readonly office: string }
  readonly arises: { readonly on: Pattern } | { readonly whenOverdue: string }
  readonly startsAt?: Pattern
  readonly disputedBy?: Pattern
  readonly within: Within
  readonly calendars: readonly (string | { readonly field: string })[]
  readonly metBy: readonly Pattern[]
  readonly notBefore?: string
  readonly endedBy?: readonly Pattern[]
  readonly silenceStatedBy?: readonly Pattern[]
  readonly every?: Every
}
export type Cause = { readonly overdue: string } | { readonly stated: Pattern; readonly until: readonly Pattern[] }
export interface Finding {
  readonly finding: string
  readonly says: string
  readonly about: readonly string[]
  readonly from?: Day
  readonly anyOf: readonly Cause[]
  readonly cites: Cite
}
export interface Calendar {
  readonly name: string
  readonly weekend: readonly number[] // 0 = Sunday .. 6 = Saturday (7 is taken for Sunday too)
  readonly years: Readonly<Record<string, readonly string[]>> // '2017': ['2017-01-02', ..]
}
export interface Rulebook {
  readonly engine: 1
  readonly states: readonly string[]
  readonly offices: readonly string[]
  readonly duties: readonly Duty[]
  readonly findings: readonly Finding[]
  readonly calendars: Readonly<Record<string, Calendar>>
}
export interface Adopted {
  readonly seq: number
  readonly from: Day
  readonly book: Rulebook
  readonly running?: true
}

export type State = 'open' | 'stopped' | 'elapsing' | 'overdue' | 'silent' | 'met' | 'met late' | 'waived' | 'excused'
