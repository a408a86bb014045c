import { number } from '../numbers.ts'

const days = (n: number): string => `${number('en', n)} ${n === 1 ? 'day' : 'days'}`

/** Every sentence that this folder puts on a page. English is the source; the others are drafts laid over it, and what they lack shows in English. */
export const en = {
  comma: ', ',
  months: undefined as readonly string[] | undefined, // only where Intl does not know the form that the UN uses
  // the shell
  skip: 'Skip to content',
  sections: 'Sections',
  section: { today: 'Today', board: 'Board', states: 'States', findings: 'Findings', rulebook: 'Rulebook' },
  languages: 'Languages',
  draft: undefined as string | undefined, // said in the footer of a draft translation
  cannotSay: 'What this record cannot say',
  cannotSayText:
    '“No answer on this record” does not mean that no answer was given. A date turns overdue only where the office keeps the register itself, or where the UN has said that no answer came.',
  sendEntry: 'Send an entry with its source',
  answerPage: 'Answer this page',
  answerPageText: 'A State or an office named here may put its own account beside any line. It is shown as written, with its date.',
  howToAnswer: 'How to answer',
  checkYourself: 'Check this yourself',
  checkYourselfText: 'This page is made from the entries of the record and nothing else.',
  // the date traveller
  asItStoodOn: 'As it stood on',
  asKnownOn: 'As known on',
  travel: 'Travel',
  isoDay: 'A day as 2021-09-20',
  daysOfNewYork: 'Days of New York',
  changedDays: 'Days on which something changed',
  today: 'today',
  past: (n: number) =>
    n === 1
      ? 'You are reading the past. Entries of the day since are hidden.'
      : `You are reading the past. Entries of the ${days(n)} since are hidden.`,
  future: 'This day has not come: what the record holds today, carried forward.',
  knownThen: (day: string) => `Only what this record held on ${day} is shown.`,
  returnToToday: 'Return to today',
  // states: the strong word, then how many days
  open: 'Open',
  daysLeft: (n: number) => (n === 0 ? 'today is the last day' : `${days(n)} left`),
  stopped: 'Stopped',
  since: (day: string) => `since ${day}`,
  elapsing: 'Elapsing',
  days,
  daysUnknown: 'days not known',
  done: 'Done',
  inDays: (n: number) => (n === 0 ? 'on the same day' : `in ${days(n)}`),
  fromToDays: (a: number, b: number) => `in ${number('en', a)} to ${days(b)}`,
  overdue: 'Overdue',
  byDays: (n: number) => `by ${days(n)}`,
  pastByDays: (n: number) => `by ${days(n)}`, // still running: some languages say since
  asStated: (day: string) => `as the UN said on ${day}`,
  pastAsked: 'Past the date asked',
  pastAssumed: 'Past the date that we assume',
  pastDisputed: 'Past the date; its start is disputed',
  silent: 'No answer on this record',
  unknown: 'Not on this record',
  met: 'Met',
  daysBefore: (n: number) => (n === 0 ? 'on the last day' : `${days(n)} before`),
  onDay: (day: string) => `on ${day}`,
  late: 'Met late',
  daysLate: (n: number) => `${days(n)} late`,
  asked: 'Answered after the date asked',
  assumedLate: 'Met after the date that we assume',
  waived: 'Waived',
  excused: 'Excused',
  startDisputed: 'start disputed',
  // what is due
  due: (day: string) => `due ${day}`,
  dueAtTheLatest: (day: string) => `due by ${day} at the latest`,
  askedForBy: (day: string) => `asked for by ${day}`,
  assumedBy: (day: string) => `by our assumption ${day}`,
  noDateInText: 'no date in the text',
  dueNotOnRecord: 'due day not on this record',
  noDayWhileStopped: 'no day until the clock starts again',
  // days not known to the day
  onOrBefore: (day: string) => `on or before ${day}`,
  onOrAfter: (day: string) => `on or after ${day}`,
  between: (a: string, b: string) => `between ${a} and ${b}`,
  dayNotOnRecord: 'day not on this record',
  // bindings and standings
  binding: {
    treaty: 'treaty',
    resolution: 'resolution',
    'self-commitment': 'self-commitment',
    request: 'request',
    assumption: 'assumption',
  },
  bindingMeans: {
    treaty: 'Signed and in force between the UN and the State.',
    resolution: 'Decided by the Council or the Assembly.',
    'self-commitment': 'A limit that the debtor set itself.',
    request: 'Asked for in a notice. Nobody signed it.',
    assumption: 'Ours, until the text is read.',
  },
  standing: { seen: 'seen', 'second-hand': 'second-hand', remembered: 'remembered', ours: 'ours' },
  standingMeans: {
    seen: 'We have read the text.',
    'second-hand': 'Somebody who read it quotes it.',
    remembered: 'Not checked. Never shown as the text.',
    ours: 'We wrote it. Nobody owes it.',
  },
  simulated: 'SIMULATED',
  // the board
  whoOwes: 'Who owes',
  what: 'What, in which matter',
  clock: 'Clock',
  state: 'State',
  dueAndHolder: 'Due; who holds it',
  arithmetic: 'How the days were counted',
  opened: 'opened',
  dueTick: 'due',
  shareAllowed: 'share of time allowed',
  daysPast: 'days past it, log scale',
  ticks: { week: '7 d', month: '30 d', year: '1 y', decade: '10 y' },
  why: 'Why',
  whyAll: 'How were the days counted?',
  holds: 'holder',
  held: 'held by, when it ended',
  nothingOwed: 'Nothing here is on this record.',
  notToScale: 'not to scale',
  // the baton
  untilDay: (day: string) => `until ${day}`,
  fromTo: (a: string, b: string) => `${a} to ${b}`,
  holdsNow: 'holds it now',
  batonNote: 'An office, never a person. Length is days held, not to scale past 100 days.',
  batonDerived: 'Derived from the rules and the replies: no entry that passes the baton is on this record.',
  // entries
  entryNumber: (n: number) => `no. ${number('en', n)}`,
  contested: 'contested',
  noEntries: 'No entry on this record.',
  // accounts
  noAccount: 'None on this record.',
  answer: 'Answer',
  // the day strip
  dayNumber: (n: number) => `day ${number('en', n)}`,
  weekend: 'rest day',
  holiday: 'holiday',
  notCounted: 'not counted',
  dueEdge: { treaty: 'due', resolution: 'due', 'self-commitment': 'due', request: 'asked for', assumption: 'assumed' },
  checkIt: 'Check it',
  // filter and pages
  show: 'Show',
  filter: 'Filter',
  pages: 'Pages',
  shown: (a: number, b: number, total: number) => `${number('en', a)} to ${number('en', b)} of ${number('en', total)}`,
  shownOfMore: (a: number, b: number, total: number) => `${number('en', a)} to ${number('en', b)} of more than ${number('en', total)}`,
  first: 'First page',
  next: 'Next page',
}
export type Messages = typeof en
