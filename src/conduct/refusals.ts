import { refusal as no } from '../kernel/ledger/refusal.ts'

// All that the command door of this chapter refuses beside what every register does. Each is an ordinary answer: a code, a sentence, what to do.

export const Refusals = {
  notNotified: (type: string, state: string) =>
    no(
      'not-notified',
      `${type} by ${state}: this register holds no notice to ${state} in this case. Record MemberStateNotified first.`,
      'type',
    ),
  notOpened: (what: string) =>
    no('not-opened', `${what} concluded: this register holds none that was opened. Record its opening first.`, 'type'),
  notReferred: (state: string) =>
    no('not-referred', `OutcomeReported by ${state}: the case was neither notified nor referred to ${state}. Record that first.`, 'type'),
  notTheHolder: (office: string, holder: string) =>
    no(
      'not-the-holder',
      `${office} cannot pass the baton: ${holder} has it. Let ${holder} pass it, or correct the earlier hand-over.`,
      'office',
    ),
  tooEarlyToSay: (state: string, due: string) =>
    no(
      'too-early-to-say',
      `Nobody can say on a day before ${due} that ${state} did not answer in time. Record it after that day.`,
      'occurredOn',
    ),
  onlyTheUnSays: () =>
    no(
      'only-the-un-says',
      'In a register of the UN, a silence is stated by the UN. What a newspaper wrote is testimony: import it.',
      'data.statedBy',
    ),
  findingWithoutGrounds: () =>
    no(
      'decision-without-grounds',
      'A decision about a finding names the finding, the position at which it was read, and the digest of its grounds (peaceops findings prints them).',
      'data.grounds',
    ),
  reasonWanted: (decision: string) =>
    no('reason-wanted', `To decide ${decision} where a finding stands needs a reason: add data.reason.`, 'data.reason'),
} as const
