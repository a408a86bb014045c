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
  const last = (...types: string[]): Face | undefined => past.findLast(f => types.includes(f.type))
  const always = officeRefuses(past, draft)
  if (always) return always
  const named = last('ReHatted', 'TakenOver')
  switch (draft.type) {
    case 'SupportGiven': {
      const risk = last('SupportRiskAssessed')
      if (!risk) return Refusals.notAssessed()
      if (last('SupportSuspended', 'SupportResumed')?.type === 'SupportSuspended') return Refusals.suspended()
      return risk.is['risk'] === 'real' && last('SupportRiskAssessed', 'SupportRiskMitigated') === risk
        ? Refusals.notMitigated()
        : undefined
    }
    case 'TakenOver':
      if (named?.type !== 'ReHatted') return Refusals.notReHatted(draft.subject)
      return named.is['receiver'] === draft.is['receiver']
        ? undefined
        : Refusals.otherReceiver(String(draft.is['receiver']), String(named.is['receiver']))
    case 'CaseClosed':
      return named?.type === 'ReHatted' ? Refusals.notTakenOver(draft.subject, String(named.is['receiver'])) : undefined
    case 'MandateReportIssued':
    case 'OperationEnded':
      return last('OperationAuthorised') ? undefined : Refusals.notAuthorised(draft.type)
    default:
      return undefined
  }
}

/** What follows on something of which nothing is on this record. Published records are partial: said, and nothing refused. */
const FOLLOWS: Readonly<Record<string, readonly [before: string, says: string]>> = {
  SupportGiven: ['SupportRiskAssessed', 'Support given; of an assessment of its risk nothing is on this record.'],
  TakenOver: ['ReHatted', 'A file taken over; that a force changed its hat is not on this record.'],
  MandateReportIssued: ['OperationAuthorised', 'A report on an operation, of whose authorisation nothing is on this record.'],
}
export const doubts = (faces: readonly Face[]): readonly Doubt[] => {
  const live = standing(faces)
  return live.flatMap((f): Doubt[] => {
    const rule = Object.hasOwn(FOLLOWS, f.type) ? FOLLOWS[f.type] : undefined
    return rule && !live.some(g => g.type === rule[0] && g.occurredOn <= f.latest) ? [{ entry: f.id, says: rule[1] }] : []
  })
}
