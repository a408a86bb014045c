import type { Doubt } from '../kernel/chapter.ts'
import type { Day } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import { officeRefuses } from '../kernel/ledger/office.ts'
import type { Refusal } from '../kernel/ledger/refusal.ts'
import { type Face, standing } from '../kernel/rules/face.ts'
import { Refusals } from './refusals.ts'

/** What a request must name, so that its day can be counted. */
const NAMES: Readonly<Record<string, string>> = { every: 'cycle', 'every-from-adoption': 'cycle', within: 'within', by: 'by' }
const missing = (is: Face['is']): string | undefined => {
  const field = NAMES[String(is['asks'])]
  return field !== undefined && is[field] === undefined ? field : undefined
}

/** The command door: what may follow what has been recorded. Pure. `undefined`: go ahead. */
export const decide = (before: readonly Face[], draft: Draft, _today: Day): Refusal | undefined => {
  const past = standing(before)
  const last = (...types: string[]): Face | undefined => past.findLast(f => types.includes(f.type))
  const { type, is, subject } = draft
  const always = officeRefuses(past, draft)
  if (always) return always
  switch (type) {
    case 'ReportRequested': {
      const field = missing(is)
      if (field) return Refusals.notNamed(String(is['asks']), field)
      return String(is['from'] ?? '') > String(is['by'] ?? '9') ? Refusals.periodReversed() : undefined
    }
    case 'RequestEnded':
      return last('ReportRequested') ? undefined : Refusals.notAsked(subject)
    case 'MandateRenewed':
    case 'MandateEnded': {
      const mandate = last('MandateAdopted', 'MandateRenewed', 'MandateEnded')
      if (!mandate) return Refusals.noMandate(type)
      return mandate.type === 'MandateEnded' ? Refusals.mandateEnded(type) : undefined
    }
    case 'TaskBegun':
    case 'TaskDone':
    case 'TaskEnded':
    case 'ConditionMet': {
      const task = last('TaskMandated')
      if (!task) return Refusals.noTask(type)
      const after = task.is['after']
      return type === 'TaskBegun' && after !== undefined && !last('ConditionMet') ? Refusals.notYet(String(after)) : undefined
    }
    case 'ProvisionMet':
    case 'ProvisionKept':
    case 'ProvisionDropped':
    case 'ProvisionRated':
      return last('ProvisionWithLimit', 'ProvisionRecurring') ? undefined : Refusals.noProvision(type)
    default:
      return undefined
  }
}

/** What follows on something of which nothing is on this record. Published records are partial: said, and nothing refused. */
const FOLLOWS: Readonly<Record<string, readonly [before: readonly string[], says: string]>> = {
  ProvisionMet: [['ProvisionWithLimit', 'ProvisionRecurring'], 'A provision was kept; what was agreed is not on this record.'],
  TaskDone: [['TaskMandated'], 'A task was done; that the Council gave it is not on this record.'],
  RequestEnded: [['ReportRequested'], 'A request ended; the request itself is not on this record.'],
}
export const doubts = (faces: readonly Face[]): readonly Doubt[] => {
  const live = standing(faces)
  return live.flatMap((f): Doubt[] => {
    const field = f.type === 'ReportRequested' ? missing(f.is) : undefined
    if (field) return [{ entry: f.id, says: `What is asked “${String(f.is['asks'])}” names no ${field}: no day can be counted.` }]
    const rule = Object.hasOwn(FOLLOWS, f.type) ? FOLLOWS[f.type] : undefined
    return rule && !live.some(g => rule[0].includes(g.type) && g.occurredOn <= f.latest) ? [{ entry: f.id, says: rule[1] }] : []
  })
}
