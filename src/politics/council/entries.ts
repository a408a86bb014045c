import { aDay, code, count, entry, type FacesOf, mission, words } from '../../kernel/ledger/entry-type.ts'

// The Council gives a mandate, renews it, ends it; it asks for reports and gets them; it sets tasks in an order. A mandate and its reports
// are one subject, since a request ends with its mandate.

/** As the Council has asked: counted over its texts of 1948 to 2014. */
export const CYCLES = [
  '1 month',
  '2 months',
  '3 months',
  '4 months',
  '6 months',
  '12 months',
  '30 days',
  '45 days',
  '60 days',
  '90 days',
] as const
export const LIMITS = [
  '7 days',
  '15 days',
  '30 days',
  '45 days',
  '60 days',
  '90 days',
  '1 month',
  '2 months',
  '3 months',
  '4 months',
  '6 months',
] as const

const onMandate = { mission, symbol: words }
const task = { mission }

export const entries = {
  // ---- mandates
  MandateAdopted: entry('The Council gave a mission its mandate; `until`: where the text names its last day.', {
    ...onMandate,
    until: aDay.optional(),
  }),
  MandateRenewed: entry('The Council renewed a mandate, for a shorter time, or technically, to gain time. What was asked for goes on.', {
    ...onMandate,
    until: aDay.optional(),
    how: code('renewed', 'shortened', 'technical').optional(),
  }),
  MandateEnded: entry('The mandate ended. What it asked for and was not yet due is owed no more; what was past its day stays.', {
    mission,
    symbol: words.optional(),
  }),
  // ---- the Council’s calendar
  ReportRequested: entry(
    'The Council asked for a report. `every`: the text names the day from which the cycle counts (`startingOn`, or its adoption); `every-from-adoption`: it was not read, and we assume the adoption; `within`; `by`: a day, or the last day of the month that the text names, whose first day is `from`; `no-day`. `known`: how the paragraph was read.',
    {
      ...{ ...onMandate, paragraph: words.optional(), known: code('seen', 'second-hand') },
      asks: code('every', 'every-from-adoption', 'within', 'by', 'no-day'),
      ...{ cycle: code(...CYCLES).optional(), startingOn: aDay.optional(), within: code(...LIMITS).optional() },
      ...{ from: aDay.optional(), by: aDay.optional() },
    },
  ),
  RequestEnded: entry('The Council asks for it no more, or otherwise; the mandate may go on.', {
    mission,
    of: code('cycle', 'once'),
    symbol: words.optional(),
  }),
  ReportIssued: entry('A report of the Secretary-General, on the day that it bears.', {
    mission,
    document: words,
    nth: count.optional(),
    distributed: aDay.optional(),
    considered: aDay.optional(),
  }),
  LetterSent: entry('A letter to the Council. By itself it answers no request for a report.', { mission, document: words }),
  // ---- mandated tasks, in their order. One subject for each
  TaskMandated: entry('The Council gave a mission a task; `step`: its place; `after`: what must come first.', {
    ...{ ...onMandate, paragraph: words.optional(), step: count.optional(), after: words.optional() },
    ...{ from: aDay.optional(), until: aDay.optional() },
  }),
  ConditionMet: entry('What must come first has come.', task),
  TaskBegun: entry('The mission began the task.', task),
  TaskDone: entry('The task was done.', task),
  TaskEnded: entry('The task is mandated no more.', task),
}
export type OfCouncil = FacesOf<typeof entries>
