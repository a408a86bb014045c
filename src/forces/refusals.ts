import { refusal as no } from '../kernel/ledger/refusal.ts'

// All that the command door of this chapter refuses beside what every register does. Each is an ordinary answer: a code, a sentence, what to do.

export const Refusals = {
  notBefore: (type: string, first: string) =>
    no('nothing-before', `${type}: this register holds no ${first} in this subject. Record that first.`, 'type'),
  notVisited: () => no('not-assessed', 'PledgeAgreed: no unit is selected before a successful visit. Record PledgeAssessed first.', 'type'),
  oneThingEach: (subject: string) =>
    no(
      'one-thing-a-subject',
      `${subject} has a thing to hand over already. Each base, task, file, case and claim is a subject of its own.`,
      'subject',
    ),
  noReceiver: () =>
    no('no-receiver', 'HandedOver: to whom? Whatever is handed over at the end of a mission has a named receiver.', 'data.receiver'),
  notHandedOver: (subject: string) =>
    no(
      'not-handed-over',
      `${subject} cannot be closed: nothing in it was handed over yet. Record HandedOver with its receiver first.`,
      'type',
    ),
} as const
