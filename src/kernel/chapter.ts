import type { Day } from './day.ts'
import type { Draft } from './ledger/append.ts'
import type { EntryTypes } from './ledger/entry-type.ts'
import type { Refusal } from './ledger/refusal.ts'
import type { Face } from './rules/face.ts'
import type { Duty, Finding, FirstHolder } from './rules/rulebook.ts'

/** What a chapter hands to the house. Its truth is entries; it writes no tables of its own. */
export interface Chapter {
  readonly name: string
  readonly title: string
  readonly entries: EntryTypes
  readonly duties: readonly Duty[]
  readonly findings: readonly Finding[]
  readonly firstHolders: readonly FirstHolder[]
  /** The command door: an office acts today. Strict: what cannot follow is refused. */
  readonly decide: (before: readonly Face[], draft: Draft, today: Day) => Refusal | undefined
  /** The other door lets nearly everything in; what is implausible is said on the page. */
  readonly doubts: (faces: readonly Face[]) => readonly Doubt[]
}
/** Something that this record tells and that is hard to believe as it stands. Never a reason to refuse testimony. */
export interface Doubt {
  readonly entry: string
  readonly says: string
}
