import { code, count, entry, type FacesOf, mission, office, words } from '../kernel/ledger/entry-type.ts'

// What can happen between a mission and the people among whom it works. One matter is one subject, and confidential: who came, from where
// and what for stands in bodies. First the limits, then help, then consent; only then does anything go further.

export const KINDS = ['complaint', 'warning', 'request', 'question', 'other'] as const
const kind = code(...KINDS)
/** The four steps that the mission owes. */
export const STEPS = ['acknowledged', 'referred', 'answered', 'told-back'] as const
const ofMission = { mission }

export const entries = {
  FeedbackReceived: entry('Somebody told the mission something. A warning also opens the duty to answer it (protection).', {
    mission,
    kind,
  }),
  LimitsExplained: entry('They were told what the mission cannot do, who will read it, and what may happen then.', ofMission),
  ConsentRecorded: entry('They said whether it may be passed on. For what, and to whom, stands in the body.', {
    mission,
    consent: code('given', 'not-given', 'withdrawn'),
  }),
  HelpOffered: entry('Help was offered, whether or not they complain.', { mission, answer: code('accepted', 'declined').optional() }),
  FeedbackAcknowledged: entry('They were told that it had arrived, and what comes next.', ofMission),
  FeedbackReferred: entry('It was passed to whoever can answer it, by consent.', { mission, to: office.optional() }),
  FeedbackAnswered: entry('The mission has an answer.', ofMission),
  FeedbackToldBack: entry('Who gave it was told the answer, in a language that they speak.', ofMission),
  PlaceTold: entry('The place was told what may be told. It has no name here.', ofMission),
  SatisfactionRecorded: entry('They said whether the answer met the matter.', { mission, satisfied: code('yes', 'in-part', 'no') }),
  FeedbackWithdrawn: entry('They took it back. Nothing more is done with it.', ofMission),
  // ---- public: what a mission tells of itself
  ServiceLevelReported: entry('A mission published how often it kept one of the four steps, in one month. Fewer than five are not told.', {
    mission,
    period: words,
    step: code(...STEPS),
    received: count,
    inTime: count,
  }),
}
export type Community = FacesOf<typeof entries>
/** All that belongs to one person’s matter, and is never public. */
export const PERSONAL: ReadonlySet<string> = new Set(Object.keys(entries).filter(t => t !== 'PlaceTold' && t !== 'ServiceLevelReported'))
