import { type Face, standing } from '../kernel/rules/face.ts'
import { namesTheDay } from './exposure.ts'
import type { Read } from './line.ts'
import { faceOf, type HeldOf } from './order.ts'

// A report dated to the day may stand on a confidential subject. No line may put one on a public subject, nor make public a subject that has one.

const WHO_REPORTED = 'the day of a report could single out who reported'
const SAY_MONTH = `${WHO_REPORTED}: on a public subject give at most its month`
const SAY_MARKING = `${WHO_REPORTED}: say "marking" on this line, or give at most the month`
const OPENED = `${WHO_REPORTED}, and this would make it public: give the month in a public subject of its own`
const NAME_IT = `${OPENED}; or name the entry by the id that peaceops export prints`

/** The lines in question, each with what is wrong. Only subjects with such a report, a new marking or a correction are looked up. */
export const opens = async <R extends Read>(reads: readonly R[], heldOf: HeldOf): Promise<ReadonlyMap<R, string>> => {
  const found = new Map<R, string>()
  for (const [subject, its] of Map.groupBy(reads, r => r.draft.subject)) {
    if (!its.some(({ draft: d }) => namesTheDay(d) || d.type === 'MarkingChanged' || d.type === 'EntrySuperseded')) continue
    const held = await heldOf(subject)
    let faces = held.faces
    const names = new Map(held.names)
    const first = faces.length ? undefined : (its[0]!.draft.marking ?? 3)
    for (const read of its) {
      const face = faceOf(read.draft, faces, names)
      const says = judge(faces, face, first, read.draft.marking)
      if (says === undefined) faces = [...faces, face]
      else found.set(read, says)
    }
  }
  return found
}
const judge = (before: readonly Face[], face: Face, first: number | undefined, said: number | undefined): string | undefined => {
  const after = [...before, face]
  const now = openTo(after, first)
  if (namesTheDay(face)) {
    if (now === 'the public' || now === 'unknown') return SAY_MONTH
    return now === 'as it was' && said === undefined ? SAY_MARKING : undefined
  }
  if ((face.type !== 'MarkingChanged' && face.type !== 'EntrySuperseded') || !after.some(namesTheDay)) return undefined
  if (openTo(before, first) === 'the public') return undefined
  if (now === 'the public' || now === 'unknown') return OPENED
  const remarked = after.some(f => f.type === 'MarkingChanged')
  return remarked && face.type === 'EntrySuperseded' && !before.some(f => f.id === face.is['entry']) ? NAME_IT : undefined
}
/** `as it was`: as its first entry wrote, which the ledger compares with what a line says; `unknown`: a change was taken back, and it compares no more. */
const openTo = (faces: readonly Face[], first: number | undefined): 'the public' | 'some' | 'as it was' | 'unknown' => {
  const changed = standing(faces)
    .filter(f => f.type === 'MarkingChanged')
    .sort((a, b) => a.latest - b.latest) // by its day, as the ledger does (`markingOf`): a change recorded later may be the older one
    .at(-1)
  if (changed) return changed.is['marking'] === 'public' ? 'the public' : 'some'
  if (first !== undefined) return first === 0 ? 'the public' : 'some'
  return faces.some(f => f.type === 'MarkingChanged') ? 'unknown' : 'as it was'
}
