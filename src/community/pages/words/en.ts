import type { entries } from '../../entries.ts'
import type { Step } from '../../views.ts'

export type Types = Readonly<Record<keyof typeof entries, readonly [heading: string, verb: string]>>
const types: Types = {
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
}
const steps: Readonly<Record<Step, string>> = {
  acknowledged: 'Acknowledged',
  referred: 'Passed on',
  answered: 'Answered',
  'told-back': 'Told back',
}
/** By duty; of one that is not here, the rulebook’s own English. */
const acts: Readonly<Record<string, string>> = {}

/** What this chapter says on its page. The other languages say the same, field by field. */
export const en = {
  chapter: 'Answering to communities',
  title: {
    untold: (n: number): string =>
      n === 1
        ? 'One outcome was reported; that its place was told is not on this record'
        : `${n} outcomes were reported; that their places were told is not on this record`,
    some: 'What people told the mission, and what they were told back',
    none: 'No level of service is on this record',
  },
  lede: 'Who tells a mission something is owed four things by it: to hear that it arrived, to see it passed on by consent, an answer, and to be told. No text that we have read says within how long, so the days below are ours, and a mission may set others.',
  byMonth: 'By mission and month',
  nonePublished:
    'None is published on this record. What people tell a mission is confidential: a mission asks its own register, and may publish the answer.',
  heads: { mission: 'Mission, month', received: 'Received', inTime: (step: string): string => `${step} in time`, source: 'Source' },
  steps,
  notShown: 'not shown',
  notPublished: 'not published',
  of: (n: number): string => `of ${n}`,
  withheld: 'fewer than 5',
  places: 'An outcome was reported: was the place told?',
  noOutcome: 'That an outcome of a conduct case was reported is not on this record.',
  placesOwed: 'What places are owed',
  placesNote:
    'An outcome of a conduct case, reported by the State or by the United Nations, opens this. No place is named here, and what may be told there is not more than what may be told at all.',
  assumed: 'Within how long: four assumptions',
  assumedHeads: ['The mission is to', 'within', 'by'],
  workingDays: (n: number): string => `${n} working days`,
  acts,
  published: 'What was published',
  about: { least: 'over ', about: 'about ' },
  never: 'What this page will never show',
  neverWho: 'Who told the mission something, where, or on which day.',
  neverFew: ['A month in which fewer than five came', ', or a month that is not over.'],
  neverBack: 'What was taken back: it is received, and counts under no step.',
  types,
}
export type Words = typeof en
