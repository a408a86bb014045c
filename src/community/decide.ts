import type { Doubt } from '../kernel/chapter.ts'
import { type Day, edtf } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import { MARKINGS } from '../kernel/ledger/entry.ts'
import { Refusals as Always, type Refusal } from '../kernel/ledger/refusal.ts'
import { type Face, standing } from '../kernel/rules/face.ts'
import { PERSONAL } from './entries.ts'
import { Refusals } from './refusals.ts'

/** Fewer than these in a month could single out one of them (ours). */
export const LEAST = 5
const CONFIDENTIAL = 2
const AFTERWARDS = new Set(['FeedbackToldBack', 'SatisfactionRecorded', 'HelpOffered'])

/** The command door: what may follow what has been recorded. Pure. `undefined`: go ahead. */
export const decide = (before: readonly Face[], draft: Draft, today: Day): Refusal | undefined => {
  const past = standing(before)
  const { type, is, marking } = draft
  const has = (...types: string[]): boolean => past.some(f => types.includes(f.type))
  if (type === 'MarkingChanged')
    return has(...PERSONAL) && MARKINGS.indexOf(is['marking'] as (typeof MARKINGS)[number]) < CONFIDENTIAL
      ? Refusals.tooOpen(type)
      : undefined
  if (type === 'ServiceLevelReported') return levelOf(is, today)
  if (type === 'PlaceTold') return has('FeedbackReceived', 'OutcomeReported') ? undefined : Refusals.notReceived(type)
  if (!PERSONAL.has(type)) return undefined
  if (draft.occurredOn !== draft.latest) return Always.vagueDay(type)
  if (marking !== undefined && marking < CONFIDENTIAL) return Refusals.tooOpen(type)
  if (marking === undefined && before.some(f => f.door === 'testimony')) return Always.sayMarking(draft.subject)
  if (type === 'FeedbackReceived') return undefined
  if (!has('FeedbackReceived')) return Refusals.notReceived(type)
  if (has('FeedbackWithdrawn') && !AFTERWARDS.has(type)) return Refusals.withdrawn(type)
  if (type === 'ConsentRecorded' && is['consent'] === 'given') return has('LimitsExplained') ? undefined : Refusals.limitsFirst()
  if (type === 'FeedbackReferred' && past.some(f => f.type === 'FeedbackReceived' && f.is['kind'] === 'complaint'))
    return lastConsent(past) === 'given' ? undefined : Refusals.consentFirst()
  return undefined
}
const lastConsent = (past: readonly Face[]): unknown => past.findLast(f => f.type === 'ConsentRecorded')?.is['consent']
const levelOf = (is: Draft['is'], today: Day): Refusal | undefined => {
  const period = String(is['period'])
  if (!/^\d{4}-\d\d$/.test(period) || endOf(period) >= today) return Refusals.notOver(period)
  if (Number(is['received']) < LEAST) return Refusals.tooFew(LEAST)
  return Number(is['inTime']) > Number(is['received']) ? Refusals.moreThanAll() : undefined
}
const endOf = (period: string): Day => {
  try {
    return edtf(period).latest
  } catch {
    return Number.MAX_SAFE_INTEGER as Day
  }
}

/** The testimony door: what is hard to believe is said, and nothing is refused. */
export const doubts = (faces: readonly Face[]): readonly Doubt[] => {
  const live = standing(faces)
  const earlier = (f: Face, type: string, consent?: string): boolean =>
    live.some(g => g.type === type && g.occurredOn <= f.latest && (consent === undefined || g.is['consent'] === consent))
  const complaint = live.some(f => f.type === 'FeedbackReceived' && f.is['kind'] === 'complaint')
  return live.flatMap((f): Doubt[] => {
    if (f.type === 'ConsentRecorded' && f.is['consent'] === 'given' && !earlier(f, 'LimitsExplained'))
      return [{ entry: f.id, says: 'Consent was given; that the limits had been explained is not on this record.' }]
    if (f.type === 'FeedbackReferred' && complaint && !earlier(f, 'ConsentRecorded', 'given'))
      return [{ entry: f.id, says: 'A complaint was passed on; consent to that is not on this record.' }]
    return []
  })
}
