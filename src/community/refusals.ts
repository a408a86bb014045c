import { refusal as no } from '../kernel/ledger/refusal.ts'

// All that the command door of this chapter refuses beside what every register does. Each is an ordinary answer: a code, a sentence, what to do.

export const Refusals = {
  tooOpen: (type: string) =>
    no(
      'too-open',
      `${type} could single out who came. Write "marking": "confidential" or stricter, or leave the marking of a new subject out.`,
      'marking',
    ),
  notReceived: (type: string) =>
    no('not-received', `${type}: this register holds nothing that was received here. Record FeedbackReceived first.`, 'type'),
  limitsFirst: () =>
    no(
      'limits-first',
      'Consent is given by somebody who was told the limits. Record LimitsExplained first, of the same day or before.',
      'type',
    ),
  consentFirst: () =>
    no('consent-first', 'A complaint goes no further than its owner allows. Record ConsentRecorded with consent: given first.', 'type'),
  withdrawn: (type: string) =>
    no('withdrawn', `${type}: they took it back. Nothing more is done with it; open another subject if they come again.`, 'type'),
  tooFew: (least: number) =>
    no('too-few', `Fewer than ${least} in a month could single out one of them. Publish a longer period, or nothing.`, 'data.received'),
  moreThanAll: () => no('more-than-all', 'More were in time than were received.', 'data.inTime'),
  notOver: (period: string) => no('not-over', `${period}: give a month that is over, such as 2026-10.`, 'data.period'),
} as const
