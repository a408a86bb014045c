import type { Doubt } from '../kernel/chapter.ts'
import { type Day, edtf } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import { MARKINGS } from '../kernel/ledger/entry.ts'
import { Refusals as Always, type Refusal } from '../kernel/ledger/refusal.ts'
import { type Face, standing } from '../kernel/rules/face.ts'
import { GUARDED } from './entries.ts'
import { Refusals } from './refusals.ts'

/** Under so many warnings no rate is told (ours). */
export const LEAST = 20
const [, , CONFIDENTIAL, STRICTLY] = [0, 1, 2, 3]
/** Words in the names of fields that tell where, or who warned. Testimony with such a field is closed at its own door; an office's own register asks for more. */
const WHERE = new Set(
  'place village town camp site location address district quarter base lat lon gps coordinates grid route source witness person contact'.split(
    ' ',
  ),
)
/** Any of these is a warning: one to a subject. */
export const isWarning = (f: Face): boolean =>
  f.type === 'WarningReceived' || f.type === 'AlertRaised' || (f.type === 'FeedbackReceived' && f.is['kind'] === 'warning')

/** The command door: what may follow what has been recorded. Pure. `undefined`: go ahead. */
export const decide = (before: readonly Face[], draft: Draft, today: Day): Refusal | undefined => {
  const past = standing(before)
  const { type, is } = draft
  const has = (...types: string[]): boolean => past.some(f => types.includes(f.type))
  const guarded = past.some(f => GUARDED.has(f.type))
  if (type === 'MarkingChanged')
    return guarded && MARKINGS.indexOf(is['marking'] as (typeof MARKINGS)[number]) < CONFIDENTIAL! ? Refusals.tooOpen(type) : undefined
  if (!GUARDED.has(type)) {
    const published =
      type === 'FigureReported' || type === 'InstrumentAdopted' || type.startsWith('ResponseRate') || type === 'AuthorityEnded'
    if (published && guarded) return Refusals.mixed(draft.subject)
    return type === 'ResponseRateReported' ? rateOf(is, today) : undefined
  }
  return (
    closed(before, draft) ??
    (has('FigureReported', 'ResponseRateAsked', 'ResponseRateReported', 'AuthorityEnded') ? Refusals.mixed(draft.subject) : undefined) ??
    follows(past, draft, has)
  )
}
/** Who may read it: the subject is confidential at least, and where it happened or who warned is strictly so. */
const closed = (before: readonly Face[], { type, subject, marking, body, occurredOn, latest }: Draft): Refusal | undefined => {
  if (occurredOn !== latest) return Always.vagueDay(type)
  if (marking !== undefined && marking < CONFIDENTIAL!) return Refusals.tooOpen(type)
  if (marking === undefined && before.some(f => f.door === 'testimony')) return Always.sayMarking(subject)
  const field = telling(body.data)
  const bodys = body.marking ?? marking ?? (before.length ? undefined : STRICTLY) // a new subject without a word is strictly confidential
  if (field !== undefined && bodys !== STRICTLY) return Refusals.placeInTheOpen(field)
  return type === 'WarningReceived' && !body.data['witness'] ? Refusals.whoWarned() : undefined
}
const telling = (data: object): string | undefined => {
  for (const [key, value] of Object.entries(data)) {
    const words = key
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/)
    if (words.some(w => WHERE.has(w) || WHERE.has(w.replace(/s$/, '')))) return key
    if (value !== null && typeof value === 'object' && telling(value as object) !== undefined) return key
  }
  return undefined
}
const follows = (past: readonly Face[], { type, is, body }: Draft, has: (...types: string[]) => boolean): Refusal | undefined => {
  const known = past.some(isWarning) || has('ThreatIdentified')
  switch (type) {
    case 'WarningReceived':
    case 'AlertRaised':
    case 'ThreatIdentified':
      return undefined
    case 'ThreatEnded':
      return has('ThreatIdentified') ? undefined : Refusals.noThreat()
    case 'AfterActionKept':
      return has('AfterActionCommitted') ? undefined : Refusals.notPromised()
    case 'ProtectionDecided':
      if (known && is['decision'] === 'not-act' && !body.data['reason']) return Refusals.reasonWanted()
      return known ? undefined : Refusals.nothingToAnswer(type)
    default:
      return known ? undefined : Refusals.nothingToAnswer(type)
  }
}
const rateOf = (is: Draft['is'], today: Day): Refusal | undefined => {
  const period = String(is['period'])
  if (!/^\d{4}(\/\d{4})?$/.test(period) || edtf(period).latest >= today) return Refusals.notOver(period)
  if (Number(is['warnings']) < LEAST) return Refusals.tooFew(LEAST)
  return Number(is['answered']) > Number(is['warnings']) ? Refusals.moreThanAll() : undefined
}

/** The testimony door: what is hard to believe is said, and nothing is refused. */
export const doubts = (faces: readonly Face[]): readonly Doubt[] => {
  const live = standing(faces)
  const earlier = (f: Face, is: (g: Face) => boolean): boolean => live.some(g => is(g) && g.occurredOn <= f.latest)
  const threat = (g: Face): boolean => g.type === 'ThreatIdentified'
  return live.flatMap((f): Doubt[] => {
    const say = (says: string): Doubt[] => [{ entry: f.id, says }]
    if (f.type === 'ResponseGiven' && !earlier(f, g => isWarning(g) || threat(g)))
      return say('An answer; the warning or the threat that it answers is not on this record.')
    if (f.type === 'ThreatEnded' && !earlier(f, threat))
      return say('A threat determined ended, of whose beginning nothing is on this record.')
    if (f.type === 'ThreatEnded' && f.is['harm'] === 'none' && live.some(g => g.type === 'HarmReported'))
      return say('The threat is said to have ended without harm; harm is reported on this record too. Both stay.')
    return []
  })
}
