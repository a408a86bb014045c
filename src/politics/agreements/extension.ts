import { addMonths, type Day, FOREVER } from '../../kernel/day.ts'
import { amount } from '../../kernel/ledger/fields.ts'
import type { Told } from '../../kernel/ledger/told.ts'

// An extension of the whole timetable stands on the agreement. It moves each provision whose last day had not passed when it came, and
// says of none which day that makes. Until a person has said that, the old day alone is no reason to count anybody as silent.

/** One extension, as it reaches one provision that has no new day of its own since. */
export interface Reach {
  readonly by: Told
  readonly months: number | null
  /** The last day before it; FOREVER: nobody can count it. */
  readonly from: Day
  /** The day that its months make; `null`: it names none, or nobody knows that the provision was set before it. */
  readonly until: Day | null
  readonly sure: boolean
}
/** `set`: the entry of the provision; `own`: those that gave it a new day. Where days are vague, the doubt is the debtor’s. */
export const reaches = (extensions: readonly Told[], set: Told, own: readonly Told[]): readonly Reach[] => {
  const reached: Reach[] = []
  let last = Math.max(...[set, ...own].map(t => Number(t.face.is['until']))) as Day
  for (const by of extensions) {
    const { occurredOn, latest, is } = by.face
    if (own.some(d => d.face.occurredOn >= occurredOn) || set.face.occurredOn > latest || last < occurredOn) continue
    const months = amount(is['months']),
      sure = set.face.latest <= latest,
      until = sure && months !== null && last !== FOREVER ? addMonths(last, months) : null
    reached.push({ by, months, from: last, until, sure })
    last = until ?? (sure ? FOREVER : last)
  }
  return reached
}
