import { refusal as no } from '../kernel/ledger/refusal.ts'

// All that the command door of this chapter refuses beside what every register does. Each is an ordinary answer: a code, a sentence, what to do.

export const Refusals = {
  notAssessed: () =>
    no('not-assessed', 'SupportGiven: this register holds no assessment of the risk. Record SupportRiskAssessed first.', 'type'),
  notMitigated: () =>
    no('not-mitigated', 'SupportGiven: the risk was found to be real. Record SupportRiskMitigated first, or SupportDeclined.', 'type'),
  suspended: () => no('suspended', 'SupportGiven: the support is suspended. Record SupportResumed first.', 'type'),
  notReHatted: (subject: string) =>
    no('not-re-hatted', `TakenOver: nobody was named to receive ${subject}. Record ReHatted with its receiver first.`, 'type'),
  otherReceiver: (named: string, receiver: string) =>
    no(
      'other-receiver',
      `${named} cannot take the file over: ${receiver} was named to receive it. Let ${receiver} do so, or correct ReHatted.`,
      'data.receiver',
    ),
  notTakenOver: (subject: string, receiver: string) =>
    no('not-taken-over', `${subject} cannot be closed: ${receiver} has not taken it over. Nothing is dropped with a hat.`, 'subject'),
  notAuthorised: (type: string) =>
    no('not-authorised', `${type}: no operation is authorised in this subject. Record OperationAuthorised first.`, 'type'),
} as const
