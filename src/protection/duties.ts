import type { Pattern } from '../kernel/rules/face.ts'
import { by, duty, language, office, ours, secondHand, withoutDelay } from '../kernel/rules/language.ts'
import type { Within } from '../kernel/rules/rulebook.ts'
import { entries, GUARDED, type Protection } from './entries.ts'

// The mission owes an answer to whoever warns it. No text that we have read says within how long: no number is ours here either.

/** Of the community chapter: only what is looked at here. A test holds it against the types themselves. */
type Community = { FeedbackReceived: { kind: 'warning' } }
const { on, the } = language<Protection>()
const { on: inCommunity } = language<Community>()
const theMission = office('un.mission')
const OURS = ours('No text read by us')

// ---- a warning needs an answer: act, or say why not ------------------------------------------------------------------
const byTheMission = [on('ResponseGiven', { by: 'mission' }), on('ResponseGiven', { by: 'joint' })]
/** A decision to act is not yet an answer, and what State forces did is theirs: the mission may still say why it does not act. */
const answers = [...byTheMission, on('ProtectionDecided', { decision: 'not-act' })]
const answer = (name: string, arises: Pattern, within: Within) =>
  duty(name, { act: 'act, or say why not', owedBy: theMission, arises, within, metBy: answers, binding: 'assumption', cites: OURS })
/** Until the day that the warning itself names; where it names none, no day runs out. */
const asWarned = by(the('until'), 'ours')
export const answerWarning = answer('protection.answer-warning', on('WarningReceived'), asWarned)
export const answerAlert = answer('protection.answer-alert', on('AlertRaised'), asWarned)
/** A crossing: what came in as feedback may be a warning. */
export const answerCommunity = answer('protection.answer-community', inCommunity('FeedbackReceived', { kind: 'warning' }), withoutDelay)

export const tellWarner = duty('protection.tell-warner', {
  act: 'tell who warned what was done',
  owedBy: theMission,
  arises: on('WarningReceived'),
  within: withoutDelay,
  metBy: on('WarnerTold'),
  binding: 'assumption',
  cites: OURS,
})
export const determine = duty('protection.determine-ended', {
  act: 'follow the threat until it is determined ended',
  owedBy: theMission,
  arises: on('ThreatIdentified'),
  within: withoutDelay, // it stands for as long as it stands
  metBy: on('ThreatEnded'),
  binding: 'assumption', // the policy says how long a threat is one; that it is followed so long is our reading
  cites: secondHand('UN policy on the protection of civilians, as given in a handbook for mission leaders', undefined, 'POC-THREAT'),
})
export const keepAfterAction = duty('protection.keep-after-action', {
  act: 'do what was promised after the action',
  owedBy: theMission,
  arises: on('AfterActionCommitted'),
  within: by(the('until'), 'ours'),
  metBy: on('AfterActionKept'),
  binding: 'self-commitment',
  cites: ours('The mission’s own word, as it stands in the entry'),
})

// ---- the table that a resolution asks for ----------------------------------------------------------------------------
export const recordRate = duty('protection.record-rate', {
  act: 'record and analyse systematically its rate of response',
  owedBy: theMission,
  arises: on('ResponseRateAsked'),
  within: withoutDelay, // “systematically”: no number, so nothing turns red
  metBy: on('ResponseRateReported'),
  binding: 'resolution',
  cites: secondHand('S/RES/2531 (2020)', 'para. 28 (c) (ii)', 'POC-RATE'), // MINUSMA’s; another resolution is another subject
})
export const yearlyTable = duty('protection.yearly-table', {
  act: 'publish the table of the year before the mandate ends',
  owedBy: theMission,
  arises: on('ResponseRateAsked'),
  within: by(the('until'), 'ours'), // the resolution asks for the rate; that a mandate of a year makes a table a year is ours
  metBy: on('ResponseRateReported'),
  binding: 'assumption',
  cites: ours('S/RES/2531 (2020) names no day', 'para. 28 (c) (ii)', 'POC-RATE'),
})

/** In the order in which they are read on the page. */
export const duties = [recordRate, yearlyTable, answerWarning, answerAlert, answerCommunity, determine, tellWarner, keepAfterAction]

export const FIRST_HOLDER = { office: 'un.mission', types: Object.keys(entries).filter(t => GUARDED.has(t)) }
