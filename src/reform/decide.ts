import type { Doubt } from '../kernel/chapter.ts'
import type { Day } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import { officeRefuses } from '../kernel/ledger/office.ts'
import type { Refusal } from '../kernel/ledger/refusal.ts'
import { type Face, standing } from '../kernel/rules/face.ts'
import { Refusals } from './refusals.ts'

/** The command door: what may follow what has been recorded. Pure. `undefined`: go ahead. */
export const decide = (before: readonly Face[], draft: Draft, _today: Day): Refusal | undefined => {
  const past = standing(before)
  const { type, is } = draft
  const always = officeRefuses(past, draft)
  if (always) return always
  switch (type) {
    case 'ActionPromised':
      return is['known'] === 'remembered' ? Refusals.fromMemory() : undefined
    case 'ActionDone':
    case 'ActionDropped': {
      const promised = past.findLast(f => f.type === 'ActionPromised')
      if (!promised) return Refusals.notPromised(type)
      const [named, owner] = [is['owner'], promised.is['owner']]
      return named === undefined || named === owner ? undefined : Refusals.otherOwner(String(named), String(owner))
    }
    case 'CommitmentActedOn':
    case 'CommitmentWithdrawn':
      return past.some(f => f.type === 'CommitmentSigned' && f.is['state'] === is['state'])
        ? undefined
        : Refusals.notSigned(type, String(is['state']))
    default:
      return undefined
  }
}

/** The testimony door: what is hard to believe is said, and nothing is refused. */
export const doubts = (faces: readonly Face[]): readonly Doubt[] => {
  const live = standing(faces)
  const earlier = (f: Face, type: string): boolean =>
    live.some(g => g.type === type && g.is['state'] === f.is['state'] && g.occurredOn <= f.latest)
  return live.flatMap((f): Doubt[] => {
    if ((f.type === 'ActionDone' || f.type === 'ActionDropped') && !earlier(f, 'ActionPromised'))
      return [{ entry: f.id, says: 'Done or dropped; the promise itself is not on this record.' }]
    if ((f.type === 'CommitmentActedOn' || f.type === 'CommitmentWithdrawn') && !earlier(f, 'CommitmentSigned'))
      return [{ entry: f.id, says: 'The State acted on a commitment; that it made it is not on this record.' }]
    return []
  })
}
