import type { Draft, Receipt } from './draft.ts'
import { LONGEST_SUBJECT, MARKINGS } from './entry.ts'
import { type Known, originKey, says } from './known.ts'
import type { Subject } from './load.ts'
import { type Made, make } from './make.ts'
import { type Refusal, Refusals } from './refusal.ts'
import { firstNamed, markingOf, NO_ROWS } from './subject.ts'
import type { World } from './world.ts'

/** What drafts are judged against: the ledger, and what the same batch has made of it so far. */
export interface Before {
  readonly at: string
  readonly size: number
  readonly world: World
  readonly known: ReadonlyMap<string, Known>
  readonly subject: (name: string) => Subject | undefined
}
export type Judged =
  | { readonly made: readonly Made[]; readonly receipts: readonly Receipt[]; readonly grown: ReadonlyMap<string, Subject> }
  | { readonly refusal: Refusal; readonly index: number }

const NEW: Subject = { faces: [], rows: NO_ROWS, names: new Map(), first: 0, marking: 0, whose: { mission: null, state: null } }

/** One caller's drafts, in their order: what they make of their subjects, or the first refusal. */
export const judge = (drafts: readonly Draft[], before: Before): Judged => {
  const grown = new Map<string, Subject>()
  const made: Made[] = []
  const receipts: Receipt[] = []
  const own = new Map<string, Known>()
  for (const [index, draft] of drafts.entries()) {
    const origin = draft.body.origin && originKey(draft.body.origin)
    const same = origin === undefined ? undefined : (before.known.get(origin) ?? own.get(origin))
    if (same) {
      if (!says(same, draft)) return { refusal: Refusals.otherContent(draft.body.origin!.id), index }
      receipts.push({ ...same.receipt, repeated: true })
      continue
    }
    const has = grown.get(draft.subject) ?? before.subject(draft.subject) ?? NEW
    const refusal = refuse(draft, has)
    if (refusal) return { refusal, index }
    const one = make(draft, has, before.at, before.size + made.length + 1, before.world)
    made.push(one)
    receipts.push(one.receipt)
    if (origin !== undefined) own.set(origin, one)
    const faces = [...has.faces, one.face]
    const first = has.faces.length ? has.first : one.written.marking
    grown.set(draft.subject, {
      ...has,
      faces,
      first,
      marking: markingOf(first, faces),
      whose: firstNamed(has.whose, one.face),
      names: draft.body.origin ? new Map([...has.names, [draft.body.origin.id, one.face.id]]) : has.names,
    })
  }
  return { made, receipts, grown }
}
const refuse = (draft: Draft, has: Subject): Refusal | undefined => {
  if (draft.expect !== 'any' && draft.expect !== has.faces.length) return Refusals.movedOn(draft.subject)
  if (has.faces.length >= LONGEST_SUBJECT) return Refusals.tooLong(draft.subject, LONGEST_SUBJECT)
  const remarked = draft.type === 'MarkingChanged' || has.faces.some(f => f.type === 'MarkingChanged')
  if (has.faces.length && draft.marking !== undefined && draft.marking !== has.marking && !remarked)
    return Refusals.otherMarking(draft.subject, MARKINGS[has.marking], MARKINGS[draft.marking])
  const target = String(draft.is['entry'])
  if (draft.type === 'EntrySuperseded' && !has.names.has(target) && !has.faces.some(f => f.id === target))
    return Refusals.supersedesNothing(draft.subject, target)
  return undefined
}
