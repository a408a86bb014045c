import type { Doubt } from '../kernel/chapter.ts'
import type { Day } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import { officeRefuses } from '../kernel/ledger/office.ts'
import type { Refusal } from '../kernel/ledger/refusal.ts'
import { type Face, standing } from '../kernel/rules/face.ts'
import { Refusals } from './refusals.ts'

/** What must have been recorded before, any one of them. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  PledgeSpecified: ['PledgeMade'],
  PledgeRegistered: ['PledgeMade'],
  PledgeAssessed: ['PledgeRegistered'],
  PledgeWithdrawn: ['PledgeMade'],
  DeploymentEnded: ['UnitArrived', 'UnitDeployed'],
  AccessGranted: ['AccessNotGranted'],
  TargetReached: ['TargetStated'],
  OperationsCeased: ['CessationDecided'],
  WithdrawalCompleted: ['WithdrawalDecided'],
}

/** The command door: what may follow what has been recorded. Pure. `undefined`: go ahead. */
export const decide = (before: readonly Face[], draft: Draft, _today: Day): Refusal | undefined => {
  const past = standing(before)
  const { type, is, subject } = draft
  const has = (...types: readonly string[]): boolean =>
    past.some(f => types.includes(f.type) && (f.is['state'] ?? is['state']) === (is['state'] ?? f.is['state']))
  const always = officeRefuses(past, draft)
  if (always) return always
  switch (type) {
    case 'PledgeAgreed':
      return has('PledgeAssessed') ? undefined : Refusals.notVisited()
    case 'DrawdownStep':
      return has('DrawdownStep') ? Refusals.oneThingEach(subject) : undefined
    case 'HandedOver':
      return is['receiver'] === undefined ? Refusals.noReceiver() : undefined
    case 'CaseClosed':
      return has('DrawdownStep') && !has('HandedOver') ? Refusals.notHandedOver(subject) : undefined
    default: {
      const first = AFTER[type]
      return first && !has(...first) ? Refusals.notBefore(type, first.join(' or ')) : undefined
    }
  }
}

/** The testimony door: published records are partial and out of order. What is hard to believe is said, and nothing is refused. */
export const doubts = (faces: readonly Face[]): readonly Doubt[] => {
  const live = standing(faces)
  const has = (type: string): boolean => live.some(f => f.type === type)
  return live.flatMap((f): Doubt[] => {
    const say = (says: string): Doubt[] => [{ entry: f.id, says }]
    const first = f.type.startsWith('Pledge') ? AFTER[f.type] : undefined
    if (first && !first.some(has)) return say(`Of what must come before it, ${first.join(' or ')}, nothing is on this record.`)
    if (f.type === 'HandedOver' && f.is['receiver'] === undefined) return say('Handed over; to whom is not on this record.')
    if (f.type === 'UnitArrived' && f.is['part'] === 'first') {
      const another = live.find(g => g.type === f.type && g.is['part'] === 'first' && g.is['state'] === f.is['state'] && apart(f, g))
      if (another) return say('Sources give different days for the first who came: all of them stay.')
    }
    // Nothing but the act, or somebody's waiver, ends an obligation: a pledge taken back is not a pledge kept.
    if (f.type === 'PledgeWithdrawn' && !has('DutyWaived'))
      return say('Taken back; its clock stands until a DutyWaived is recorded beside it.')
    return []
  })
}
const apart = (f: Face, g: Face): boolean => f.latest < g.occurredOn || g.latest < f.occurredOn
