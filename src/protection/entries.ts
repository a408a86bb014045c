import { aDay, code, count, entry, type FacesOf, mission, words } from '../kernel/ledger/entry-type.ts'

// What can happen between a warning and its end. One warning, or one threat, is one subject, and confidential: a day on a face is no place.
// Places, and who warned, stand in bodies that are strictly confidential. Nothing with place and time is ever public.

const ofMission = { mission }
/** The warning may name the day until which an answer is wanted. */
const warned = { mission, until: aDay.optional() }

/** The same warnings, counted in six ways. */
export const DEFINITIONS = ['acknowledged', 'by-the-mission', 'by-anyone', 'in-time', 'told-back', 'without-harm'] as const

export const entries = {
  // ---- somebody warns, something threatens
  WarningReceived: entry('Somebody warned the mission. Who warned stands in the body (witness, by role), strictly confidential.', warned),
  AlertRaised: entry('The mission’s own network raised an alert.', warned),
  ThreatIdentified: entry('A threat to civilians was identified: it stands until it is determined ended.', ofMission),
  AlertVerified: entry('Somebody looked whether it is so.', { mission, result: code('confirmed', 'not-confirmed', 'cannot-tell') }),
  ThreatAssessed: entry('The threat was assessed.', { mission, imminent: code('yes', 'no', 'cannot-tell').optional() }),
  // ---- the answer
  ProtectionDecided: entry('The mission decided to act, or not to act: then the body says why not.', {
    mission,
    decision: code('act', 'not-act'),
  }),
  ResponseGiven: entry('Somebody answered: how, in which phase, and by whom. What the State does is its own answer, not the mission’s.', {
    mission,
    tier: code('dialogue', 'physical', 'environment'), // the three tiers and four phases of UN policy, as remembered
    phase: code('prevention', 'pre-emption', 'response', 'consolidation').optional(),
    by: code('mission', 'state-forces', 'authorities', 'joint', 'other'),
  }),
  // ---- how it ended
  ThreatEnded: entry('The threat was determined to be over. Whether harm came is stated, not taken from silence.', {
    mission,
    harm: code('none', 'came', 'not-known').optional(),
  }),
  HarmReported: entry('Harm came. Of how many and of whom nothing stands on a face.', ofMission),
  WarnerTold: entry('Who warned was told what was done.', ofMission),
  AfterActionCommitted: entry('After the action the mission said what it will do better, and until when.', {
    mission,
    until: aDay.optional(),
  }),
  AfterActionKept: entry('What was promised after the action was done.', ofMission),
  // ---- public: the authority, what was asked of a mission, what it published
  ResponseRateAsked: entry('A resolution asked a mission to record and analyse its rate of response. Until: the end of that mandate.', {
    mission,
    until: aDay.optional(),
  }),
  ResponseRateReported: entry(
    'A mission published a rate of response, under one definition, for a whole year or longer. Never under twenty warnings.',
    {
      mission,
      period: words,
      definition: code(...DEFINITIONS),
      warnings: count,
      answered: count,
    },
  ),
  AuthorityEnded: entry('The authority to act against threats to civilians ended.', ofMission),
}
export type Protection = FacesOf<typeof entries>
const OPEN = new Set(['ResponseRateAsked', 'ResponseRateReported', 'AuthorityEnded'])
/** All that belongs to one warning, and is never public. */
export const GUARDED: ReadonlySet<string> = new Set(Object.keys(entries).filter(t => !OPEN.has(t)))
