import type { Day } from '../kernel/day.ts'
import type { Entry } from '../kernel/ledger/entry.ts'

/** What the title of a case is made from: the entries of a subject that have happened by a day and that stand, and nothing later. */
export interface CaseTold {
  readonly lang: string
  readonly entries: readonly Entry[]
  /** States that owe something on this day: who, and until when where it is still open. */
  readonly open: readonly { readonly debtor: string; readonly due: Day }[]
  readonly nameOf: (code: string) => string
  /** The heading of an entry, whichever chapter's it is. */
  readonly heading: (type: string) => string
}
/** What a chapter says on the page of a case. One that says no title is given the general one: the first and the last that was told. */
export interface CaseWords {
  typeWords(lang: string, type: string): readonly [heading: string, verb: string] | undefined
  titleOf?(told: CaseTold): string | undefined
}
