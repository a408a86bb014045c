import { duty, language, office, ours, withoutDelay, workingDays } from '../kernel/rules/language.ts'
import { type Community, entries, PERSONAL } from './entries.ts'

// The mission is the debtor. No text that we have read sets a number: each of these is an assumption of ours, which a mission changes by adopting another rulebook.

/** Of the conduct chapter: only what is looked at here. A test holds it against the types themselves. */
type Conduct = {
  OutcomeReported: { mission: string; by: 'state' | 'un' }
  ComplainantTold: { mission: string }
  CommunityTold: { mission: string }
}
const { on } = language<Community>()
const { on: inConduct } = language<Conduct>()
const theMission = office('un.mission')
const OURS = ours('No text read by us')
/** Who takes it back wants nothing more: that ends the clock, and the act says so. */
const withdrawn = on('FeedbackWithdrawn')
const answered = [on('FeedbackAnswered'), withdrawn]

export const acknowledge = duty('community.acknowledge', {
  act: 'say that it has arrived and what comes next, unless it is withdrawn',
  owedBy: theMission,
  arises: on('FeedbackReceived'),
  within: workingDays(2, 'ours'),
  metBy: [on('FeedbackAcknowledged'), on('LimitsExplained'), on('FeedbackReferred'), ...answered],
  binding: 'assumption',
  cites: OURS,
})
export const refer = duty('community.refer', {
  act: 'pass it by consent to whoever can answer, or answer it, unless it is withdrawn',
  owedBy: theMission,
  arises: on('FeedbackReceived'),
  within: workingDays(5, 'ours'),
  metBy: [on('FeedbackReferred'), on('ConsentRecorded', { consent: 'not-given' }), ...answered], // without consent it goes nowhere, and rightly
  binding: 'assumption',
  cites: OURS,
})
export const answer = duty('community.answer', {
  act: 'answer it, unless it is withdrawn',
  owedBy: theMission,
  arises: on('FeedbackReceived'),
  within: workingDays(20, 'ours'),
  metBy: answered,
  binding: 'assumption',
  cites: OURS,
})
export const tellBack = duty('community.tell-back', {
  act: 'tell who gave it the answer, in a language that they speak',
  owedBy: theMission,
  arises: on('FeedbackAnswered'),
  within: workingDays(5, 'ours'),
  metBy: [on('FeedbackToldBack'), inConduct('ComplainantTold'), on('PlaceTold'), withdrawn], // who gave no name is told by way of the place
  binding: 'assumption',
  cites: OURS,
})
export const offerHelp = duty('community.offer-help', {
  act: 'offer help, whether or not they complain',
  owedBy: theMission,
  arises: on('FeedbackReceived', { kind: 'complaint' }),
  within: withoutDelay,
  metBy: [on('HelpOffered'), withdrawn],
  binding: 'assumption',
  cites: OURS,
})
/** A crossing: an outcome in a conduct case opens it. Clocks look at faces alone, so the case need not be public: what is told there is what may be told. */
const tellPlace = (name: string, by: 'state' | 'un') =>
  duty(name, {
    act: 'tell the place how it ended, as far as it may be told',
    owedBy: theMission,
    arises: inConduct('OutcomeReported', { by }), // a press story starts nothing
    within: withoutDelay,
    metBy: [inConduct('CommunityTold'), on('PlaceTold')],
    binding: 'assumption',
    cites: OURS,
  })
export const tellPlaceOutcome = tellPlace('community.tell-place', 'state')
export const tellPlaceOwnOutcome = tellPlace('community.tell-place-own-outcome', 'un')

/** In the order in which they are read on the page. */
export const duties = [acknowledge, offerHelp, refer, answer, tellBack, tellPlaceOutcome, tellPlaceOwnOutcome]

/** Who was told holds it first. A conduct case in which a place is told keeps its own holder. */
export const FIRST_HOLDER = { office: 'un.mission', types: Object.keys(entries).filter(t => PERSONAL.has(t)) }
