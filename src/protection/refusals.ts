import { refusal as no } from '../kernel/ledger/refusal.ts'

// All that the command door of this chapter refuses beside what every register does. Each is an ordinary answer: a code, a sentence, what to do.

export const Refusals = {
  tooOpen: (type: string) =>
    no(
      'too-open',
      `${type}: a warning with its day is a target. Write "marking": "confidential" or stricter, or leave the marking of a new subject out.`,
      'marking',
    ),
  placeInTheOpen: (field: string) =>
    no(
      'place-in-the-open',
      `data.${field} tells where, or who warned: it stands in a body that is strictly confidential. Write "bodyMarking": "strictly confidential".`,
      `data.${field}`,
    ),
  mixed: (subject: string) =>
    no('mixed', `${subject} holds what is published. A warning has a subject of its own, and a published figure has another.`, 'subject'),
  whoWarned: () =>
    no(
      'who-warned',
      'A warning has a source, though it may have no name: add data.witness, by role, and "bodyMarking": "strictly confidential".',
      'data.witness',
    ),
  reasonWanted: () => no('reason-wanted', 'Not to act needs a reason: add data.reason.', 'data.reason'),
  nothingToAnswer: (type: string) =>
    no('nothing-to-answer', `${type}: this register holds no warning, alert or threat here. Record that first.`, 'type'),
  noThreat: () => no('no-threat', 'ThreatEnded: this register holds no threat here. Record ThreatIdentified first.', 'type'),
  notPromised: () => no('not-promised', 'AfterActionKept: this register holds no promise here. Record AfterActionCommitted first.', 'type'),
  tooFew: (least: number) =>
    no('too-few', `No rate is told of fewer than ${least} warnings. Publish a longer period, or nothing.`, 'data.warnings'),
  moreThanAll: () => no('more-than-all', 'More were answered than came.', 'data.answered'),
  notOver: (period: string) => no('not-over', `${period}: give a whole year that is over, such as 2025, or 2024/2025.`, 'data.period'),
} as const
