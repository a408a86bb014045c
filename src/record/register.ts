import type { Day } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import type { Refusal } from '../kernel/ledger/refusal.ts'
import type { Law } from '../kernel/ledger/subject.ts'
import type { Face } from '../kernel/rules/face.ts'
import { chapterOf } from './chapters.ts'
import type { Read } from './line.ts'
import { faceOf, type HeldOf, nameOf } from './order.ts'

/**
 * The command door: an office's own register, line by line in the order in which it was written. Each chapter refuses what cannot follow
 * from the register as it then stands. A line that stands there already is judged no more. Of each subject the first new line says how
 * many entries it was judged on, so that nobody writes between the judging and the writing.
 */
export const decideAll = async <R extends Read>(
  reads: readonly R[],
  today: Day,
  heldOf: HeldOf,
  isOnRecord: (draft: Draft) => Promise<boolean>,
  law: Law,
): Promise<{ readonly good: readonly R[]; readonly refused: readonly (readonly [R, Refusal])[] }> => {
  const good: R[] = []
  const refused: (readonly [R, Refusal])[] = []
  const subjects = new Map<string, { faces: readonly Face[]; readonly names: Map<string, string>; readonly had: number; begun: boolean }>()
  const seen = new Set<string>()
  for (const read of reads) {
    const { draft } = read
    const its = subjects.get(draft.subject) ?? (await begin(draft.subject, heldOf))
    subjects.set(draft.subject, its)
    const name = `${draft.body.origin?.system}\n${nameOf(draft)}`
    if (seen.has(name) || (its.had && (await isOnRecord(draft)))) {
      good.push(read)
      continue
    }
    const refusal = chapterOf(draft.chapter)?.decide(its.faces, draft, today, law)
    if (refusal) {
      refused.push([read, refusal])
      continue
    }
    good.push(its.begun ? read : { ...read, draft: { ...draft, expect: its.had } })
    its.begun = true
    seen.add(name)
    its.faces = [...its.faces, faceOf(draft, its.faces, its.names)]
  }
  return { good, refused }
}
const begin = async (subject: string, heldOf: HeldOf) => {
  const { faces, names } = await heldOf(subject)
  return { faces, names: new Map(names), had: faces.length, begun: false }
}
