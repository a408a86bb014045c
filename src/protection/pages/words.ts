import { typesInEnglish } from '../../paper/english.ts'
import type { entries } from '../entries.ts'
import type { Definition } from '../views.ts'

// What this chapter says on a page, in English.

export const typeWords = typesInEnglish<keyof typeof entries>({
  WarningReceived: ['A warning received', 'warned'],
  AlertRaised: ['An alert raised', 'alert'],
  ThreatIdentified: ['A threat identified', 'threat'],
  AlertVerified: ['Looked into', 'verified'],
  ThreatAssessed: ['Assessed', 'assessed'],
  ProtectionDecided: ['Decided: to act, or why not', 'decided'],
  ResponseGiven: ['An answer given', 'answered'],
  ThreatEnded: ['Determined ended', 'ended'],
  HarmReported: ['Harm reported', 'harm'],
  WarnerTold: ['Told back to who warned', 'told'],
  AfterActionCommitted: ['Promised after the action', 'promised'],
  AfterActionKept: ['Done as promised', 'done'],
  ResponseRateAsked: ['A rate of response asked for', 'asked'],
  ResponseRateReported: ['A rate of response published', 'published'],
  AuthorityEnded: ['The authority ended', 'ended'],
})

/** What each definition counts, and of what. */
export const DEFINED: Readonly<Record<Definition, readonly [name: string, means: string]>> = {
  acknowledged: ['Acknowledged', 'of all warnings, those that the mission looked into, decided on or answered'],
  'by-the-mission': ['Answered by the mission', 'of all warnings, those that the mission answered, alone or with the State'],
  'by-anyone': ['Answered by anyone', 'of all warnings, those that the mission, State forces, authorities or others answered'],
  'in-time': ['Answered in time', 'of the warnings that name a day, those that anyone answered by that day'],
  'told-back': ['Those who warned were told', 'of all warnings, those whose source was told what was done'],
  'without-harm': ['Ended without harm', 'of the threats determined ended, those of which it is stated that no harm came'],
}
