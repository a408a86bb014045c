import { refusal as no } from '../kernel/ledger/refusal.ts'

// All that the command door of this chapter refuses beside what every register does. Each is an ordinary answer: a code, a sentence, what to do.

export const Refusals = {
  notPromised: (type: string) =>
    no('not-promised', `${type}: this register holds no promise in this subject. Record ActionPromised first.`, 'type'),
  otherOwner: (named: string, owner: string) =>
    no('other-owner', `${named} cannot do this for ${owner}, who promised it. Name ${owner}, or correct ActionPromised.`, 'data.owner'),
  fromMemory: () =>
    no(
      'from-memory',
      'A register does not remember: it has the text. Record the promise as seen, or import the line as testimony.',
      'data.known',
    ),
  notSigned: (type: string, state: string) =>
    no(
      'not-signed',
      `${type} by ${state}: this register holds no commitment of ${state} in this subject. Record CommitmentSigned first.`,
      'type',
    ),
} as const
