import type { Doubt } from '../kernel/chapter.ts'
import { type Day, FOREVER, toIso } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import { officeRefuses } from '../kernel/ledger/office.ts'
import type { Refusal } from '../kernel/ledger/refusal.ts'
import type { Law } from '../kernel/ledger/subject.ts'
import { obligations } from '../kernel/rules/derive.ts'
import { type Face, standing } from '../kernel/rules/face.ts'
import { holders } from '../kernel/rules/holder.ts'
import { FIRST_HOLDER, reply } from './duties.ts'
import { Refusals } from './refusals.ts'

const AGAINST_A_FINDING = new Set(['accept-account', 'no-action'])

/** The command door: what may follow what has been recorded. Pure. `undefined`: go ahead. */
export const decide = (before: readonly Face[], draft: Draft, _today: Day, law?: Law): Refusal | undefined => {
  const past = standing(before)
  const { type, is } = draft
  const state = String(is['state'] ?? 'the State')
  const has = (wanted: string, by?: unknown): boolean =>
    past.some(
      f =>
        f.type === wanted && (f.is['state'] ?? is['state']) === (is['state'] ?? f.is['state']) && (by === undefined || f.is['by'] === by),
    )
  const always = officeRefuses(past, draft)
  if (always) return always
  switch (type) {
    case 'MemberStateResponded':
    case 'NoticeReceived':
    case 'NoticeDisputed':
      return has('MemberStateNotified') || has('InvestigatorRequested') ? undefined : Refusals.notNotified(type, state)
    case 'NoResponseReported':
      return is['statedBy'] === 'un' ? tooEarly(past, draft, state, law) : Refusals.onlyTheUnSays()
    case 'InvestigationConcluded':
      return has('InvestigationOpened') ? undefined : Refusals.notOpened('An inquiry')
    case 'ProceedingsConcluded':
      return has('ProceedingsOpened') ? undefined : Refusals.notOpened('Proceedings')
    case 'OutcomeReported':
      return is['by'] !== 'state' || has('MemberStateNotified') || has('ReferredForAccountability')
        ? undefined
        : Refusals.notReferred(state)
    case 'BatonPassed': {
      const holder = holders(FIRST_HOLDER.office, past).at(-1)?.office ?? FIRST_HOLDER.office
      return draft.body.office === undefined || draft.body.office === holder ? undefined : Refusals.notTheHolder(draft.body.office, holder)
    }
    case 'DecisionTaken':
      if (is['finding'] === undefined) return undefined
      if (is['position'] === undefined || is['grounds'] === undefined) return Refusals.findingWithoutGrounds()
      return AGAINST_A_FINDING.has(String(is['decision'])) && !draft.body.data['reason']
        ? Refusals.reasonWanted(String(is['decision']))
        : undefined
    default:
      return undefined
  }
}
/**
 * A sentence of the third day cannot know what comes on the ninth. The days are not counted here a second time: the reply is derived from the
 * register as it stands, under the book of the notice's day, with its calendars, receipts, stops and extensions. Where none is owed, none is late.
 */
const tooEarly = (past: readonly Face[], draft: Draft, state: string, law: Law | undefined): Refusal | undefined => {
  const spans = law ? obligations(law.adopted, past, law.horizon).filter(s => s.duty === reply.duty && s.debtor === draft.is['state']) : []
  const due = (spans.findLast(s => s.from <= draft.occurredOn) ?? spans[0])?.due
  if (due === undefined || draft.occurredOn > due) return undefined
  return Refusals.tooEarlyToSay(state, due === FOREVER ? 'the clock counts again' : toIso(due))
}

/** The testimony door: published records are partial and out of order. What is hard to believe is said, and nothing is refused. */
export const doubts = (faces: readonly Face[]): readonly Doubt[] => {
  const live = standing(faces)
  const earlier = (f: Face, ...types: string[]): boolean => live.some(g => types.includes(g.type) && g.occurredOn <= f.latest)
  const mentioned = [...new Set(live.flatMap(f => (typeof f.is['state'] === 'string' ? [f.is['state']] : [])))]
  const named: Readonly<Record<string, string>> = {
    InvestigatorNamed: 'An investigator named',
    InvestigationOpened: 'An inquiry opened',
    MemberStateResponded: 'An answer',
  }
  return live.flatMap((f): Doubt[] => {
    const say = (says: string): Doubt => ({ entry: f.id, says })
    if (f.type === 'InvestigationConcluded' && !earlier(f, 'InvestigationOpened'))
      return [say('An inquiry concluded, of whose opening nothing is on this record.')]
    if (f.type === 'ProceedingsConcluded' && !earlier(f, 'ProceedingsOpened'))
      return [say('Proceedings ended, of whose opening nothing is on this record.')]
    if (f.type === 'MemberStateResponded' && !earlier(f, 'MemberStateNotified', 'InvestigatorRequested', 'InvestigationRequested'))
      return [say('The State answered; the notice that it answered is not on this record.')]
    if (Object.hasOwn(named, f.type) && f.is['state'] === undefined && mentioned.length > 1)
      return [say(`${named[f.type]}, by a source that does not say by which State: it may be anybody’s.`)]
    return []
  })
}
