import { typesInEnglish } from '../../paper/english.ts'
import type { entries } from '../entries.ts'
import type { Step } from '../views.ts'

// What this chapter says on a page, in English.

export const typeWords = typesInEnglish<keyof typeof entries>({
  FeedbackReceived: ['Something was told to the mission', 'told'],
  LimitsExplained: ['The limits were explained', 'limits'],
  ConsentRecorded: ['Asked whether it may be passed on', 'consent'],
  HelpOffered: ['Help was offered', 'help'],
  FeedbackAcknowledged: ['Acknowledged', 'acknowledged'],
  FeedbackReferred: ['Passed on, by consent', 'referred'],
  FeedbackAnswered: ['Answered', 'answered'],
  FeedbackToldBack: ['Told back to who gave it', 'told back'],
  PlaceTold: ['The place was told', 'place told'],
  SatisfactionRecorded: ['Asked whether the answer met it', 'asked'],
  FeedbackWithdrawn: ['Taken back', 'withdrawn'],
  ServiceLevelReported: ['A level of service published', 'published'],
})

export const STEP: Readonly<Record<Step, string>> = {
  acknowledged: 'Acknowledged',
  referred: 'Passed on',
  answered: 'Answered',
  'told-back': 'Told back',
}
