import { aDay, code, count, entry, mission, office, state, words } from './entry-type.ts'

const oneClock = { duty: words, debtor: words.optional(), nth: count.optional() }

/** The kernel's own entries: every chapter may write them, and derivation knows them by name. */
export const own = {
  EntrySuperseded: entry('The entry named never was, from this position on: a correction of the record, not a change in the world.', {
    entry: words,
  }),
  MarkingChanged: entry('Who may read this subject has changed.', {
    marking: code('public', 'unclassified', 'confidential', 'strictly confidential'),
  }),
  DutyWaived: entry('An office with authority waived a duty, or excused it after its date.', oneClock),
  DeadlineExtended: entry('An office with authority gave more time. After the due day it changes nothing.', { ...oneClock, until: aDay }),
  ClockStopped: entry('The clock of a duty stands.', oneClock),
  ClockRestarted: entry('The clock of a duty counts again, from the day after this one.', oneClock),
  BatonPassed: entry('Another office holds the case from here.', { office, state: state.optional() }),
  CaseClosed: entry('The case is closed.', { end: words.optional() }),
  RulebookAdopted: entry('A rulebook was adopted from a day on, by its SHA-256. Written by `peaceops rulebook --adopt`, never imported.', {
    book: words,
    from: aDay,
  }),
  HorizonMoved: entry('Duties that come back are reckoned up to this day. Written by peaceops itself, never imported.', { until: aDay }),
  // ---- the debtor’s own words: shown beside the record’s, and read by no clock
  StateAccount: entry('A State’s own account of the matter, shown as it stands. It moves no clock.', {
    state,
    mission: mission.optional(),
    category: words.optional(),
  }),
  OfficeAccount: entry('The own account of an office, or of a party to an agreement, shown as it stands. It moves no clock.', {
    office,
    mission: mission.optional(),
  }),
  // ---- what every chapter tells: figures, texts that oblige, what was set up
  FigureReported: entry('A figure was published. Allegations are counted by report received: neither persons nor those concerned.', {
    period: words,
    scope: words,
    dimension: words,
    label: words,
    count,
  }),
  InstrumentAdopted: entry('A text that obliges was adopted, signed or promulgated.', { symbol: words.optional(), by: words.optional() }),
  SystemLaunched: entry('A system was launched.', {}),
  OfficeCreated: entry('An office was created.', { office: office.optional() }),
}
/** The debtor’s own words: whatever a book of before says of them, they give nobody a case. */
export const ACCOUNTS: ReadonlySet<string> = new Set<keyof typeof own>(['StateAccount', 'OfficeAccount'])
