import { refusal as no } from '../kernel/ledger/refusal.ts'

// All that the command door of this chapter refuses beside what every register does. Each is an ordinary answer: a code, a sentence, what to do.

export const Refusals = {
  notNamed: (asks: string, field: string) =>
    no('day-not-named', `ReportRequested: what is asked “${asks}” says ${field}. Add it, or say no-day.`, `data.${field}`),
  periodReversed: () => no('period-reversed', 'ReportRequested: the period begins after its last day. Put from before by.', 'data.from'),
  notAsked: (subject: string) => no('not-asked', `RequestEnded: nothing is asked for in ${subject}. Record ReportRequested first.`, 'type'),
  noMandate: (type: string) => no('no-mandate', `${type}: this register holds no mandate here. Record MandateAdopted first.`, 'type'),
  mandateEnded: (type: string) =>
    no('mandate-ended', `${type}: the mandate has ended here. A new one is MandateAdopted, or supersede MandateEnded.`, 'type'),
  noTask: (type: string) => no('no-task', `${type}: no task is mandated in this subject. Record TaskMandated first.`, 'type'),
  notYet: (after: string) =>
    no('condition-first', `TaskBegun: ${after} must come first. Record ConditionMet when it has, or correct TaskMandated.`, 'type'),
  noProvision: (type: string) =>
    no('no-provision', `${type}: this subject holds no provision. Record ProvisionWithLimit or ProvisionRecurring first.`, 'type'),
} as const
