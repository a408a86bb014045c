import { type Day, FOREVER, LONG_AGO, toIso } from '../kernel/day.ts'
import type { Binding } from '../kernel/rules/rulebook.ts'
import { dayInWords, rangeInWords, type Style } from './dates.tsx'
import { actedOn, type Drawn, type Figure, figureOf, isVague } from './drawn.ts'
import type { Messages } from './messages/en.ts'
import { messagesFor } from './messages.ts'

export interface StateWords {
  readonly strong: string
  readonly rest: string
  readonly class: `s-${Figure}`
  readonly text: string // both, as one sentence
}

interface Said {
  readonly m: Messages
  readonly lang: string
  readonly drawn: Drawn
  readonly on: Day
}
const WORDS: Readonly<Record<Figure, (s: Said) => readonly [strong: string, rest: string]>> = {
  open: ({ m, drawn, on }) => [m.open, drawn.due === FOREVER ? '' : m.daysLeft(Math.max(0, drawn.due - on))],
  stopped: ({ m, lang, drawn }) => [m.stopped, m.since(dayInWords(lang, drawn.from))],
  elapsing: ({ m, drawn, on }) => [m.elapsing, drawn.start === FOREVER ? m.daysUnknown : m.days(Math.max(0, on - drawn.start))],
  done: ({ m, drawn }) => [m.done, daysTaken(m, drawn)],
  overdue: s => [s.m.overdue, howFarPast(s)],
  past: s => [s.drawn.disputed ? s.m.pastDisputed : s.drawn.binding === 'assumption' ? s.m.pastAssumed : s.m.pastAsked, howFarPast(s)],
  silent: ({ m }) => [m.silent, ''],
  unknown: ({ m }) => [m.unknown, ''],
  met: ({ m, lang, drawn }) => [m.met, whenMet(m, lang, drawn)],
  late: ({ m, lang, drawn }) => [
    m.late,
    isVague(drawn.actRange) ? rangeInWords(lang, drawn.actRange) : m.daysLate(actedOn(drawn) - drawn.due),
  ],
  asked: ({ m, lang, drawn }) => [
    drawn.binding === 'assumption' ? m.assumedLate : m.asked,
    isVague(drawn.actRange) ? rangeInWords(lang, drawn.actRange) : m.byDays(actedOn(drawn) - drawn.due),
  ],
  waived: ({ m, lang, drawn }) => [m.waived, m.onDay(dayInWords(lang, actedOn(drawn)))],
  excused: ({ m, lang, drawn }) => [m.excused, m.onDay(dayInWords(lang, actedOn(drawn)))],
}

/** What may be said of an obligation on a day: the same words for friend and foe. */
export const stateWords = (lang: string, drawn: Drawn, on: Day): StateWords => {
  const m = messagesFor(lang),
    figure = figureOf(drawn),
    [strong, rest] = WORDS[figure]({ m, lang, drawn, on })
  const joint = figure === 'overdue' && drawn.stated === undefined ? ' ' : m.comma
  return { strong, rest, class: `s-${figure}`, text: rest ? `${strong}${joint}${rest}` : strong }
}

const howFarPast = ({ m, lang, drawn, on }: Said): string =>
  drawn.stated === undefined ? m.pastByDays(on - drawn.due) : m.asStated(dayInWords(lang, drawn.stated))
/** Where a day is not known nothing is subtracted from it: the dates are said instead. */
const whenMet = (m: Messages, lang: string, d: Drawn): string =>
  isVague(d.actRange)
    ? rangeInWords(lang, d.actRange)
    : isVague(d.startRange)
      ? m.onDay(dayInWords(lang, actedOn(d)))
      : m.daysBefore(Math.max(0, d.due - actedOn(d)))
const daysTaken = (m: Messages, d: Drawn): string => {
  const acted: readonly [Day, Day] = isVague(d.actRange) ? d.actRange : [actedOn(d), actedOn(d)],
    started: readonly [Day, Day] = d.startRange ?? [d.start, d.start]
  if (d.start === FOREVER || acted[0] === LONG_AGO || acted[1] === FOREVER || started[0] === LONG_AGO || started[1] === FOREVER)
    return m.daysUnknown
  const least = Math.max(0, acted[0] - started[1]),
    most = Math.max(0, acted[1] - started[0])
  return least === most ? m.inDays(least) : m.fromToDays(least, most)
}

export interface DueWords {
  readonly text: string
  readonly iso?: string | undefined // for <time>, where it is a day
}
/** Until when, and how firmly: due, asked for by, assumed; or why there is no day. */
export const dueWords = (lang: string, d: Drawn, style: Style = 'short'): DueWords => {
  const m = messagesFor(lang)
  if (d.state === 'stopped') return { text: m.noDayWhileStopped }
  if (d.due === FOREVER) return { text: d.numbered ? m.dueNotOnRecord : m.noDateInText }
  const day = dayInWords(lang, d.due, style),
    vague = isVague(d.startRange)
  return { text: vague && BY[d.binding] === 'due' ? m.dueAtTheLatest(day) : m[BY[d.binding]](day), iso: toIso(d.due) }
}
const BY: Readonly<Record<Binding, 'due' | 'askedForBy' | 'assumedBy'>> = {
  treaty: 'due',
  resolution: 'due',
  'self-commitment': 'due',
  request: 'askedForBy',
  assumption: 'assumedBy',
}
