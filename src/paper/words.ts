import { type Day, FOREVER, LONG_AGO, toIso } from '../kernel/day.ts'
import type { Source } from '../kernel/ledger/entry.ts'
import type { Binding, Sure } from '../kernel/rules/rulebook.ts'
import { dayInWords, rangeInWords, type Style } from './dates.tsx'
import { actedOn, type Called, type Drawn, type Figure, figureOf, isVague } from './drawn.ts'
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
/** The name of a figure, as the board and its filter say it. */
export const figureName = (lang: string, figure: Figure): string => {
  const m = messagesFor(lang)
  return figure === 'past' ? m.pastAsked : m[figure]
}
const STRONG: Partial<Readonly<Record<Figure, (m: Messages, d: Called) => string>>> = {
  past: (m, d) => (d.disputed ? m.pastDisputed : d.binding === 'assumption' ? m.pastAssumed : m.pastAsked),
  asked: (m, d) => (d.binding === 'assumption' ? m.assumedLate : m.asked),
}
const strongWord = (lang: string, d: Called): string => {
  const figure = figureOf(d)
  return STRONG[figure]?.(messagesFor(lang), d) ?? figureName(lang, figure)
}
const REST: Partial<Readonly<Record<Figure, (s: Said) => string>>> = {
  open: ({ m, drawn, on }) => (drawn.due === FOREVER ? '' : m.daysLeft(Math.max(0, drawn.due - on))),
  stopped: ({ m, lang, drawn }) => m.since(dayInWords(lang, drawn.from)),
  elapsing: ({ m, drawn, on }) => (drawn.start === FOREVER ? m.daysUnknown : m.days(Math.max(0, on - drawn.start))),
  done: ({ m, drawn }) => daysTaken(m, drawn),
  overdue: s => howFarPast(s),
  past: s => howFarPast(s),
  met: ({ m, lang, drawn }) => whenMet(m, lang, drawn),
  late: ({ m, lang, drawn }) => (isVague(drawn.actRange) ? rangeInWords(lang, drawn.actRange) : m.daysLate(actedOn(drawn) - drawn.due)),
  asked: ({ m, lang, drawn }) => (isVague(drawn.actRange) ? rangeInWords(lang, drawn.actRange) : m.byDays(actedOn(drawn) - drawn.due)),
  waived: ({ m, lang, drawn }) => m.onDay(dayInWords(lang, actedOn(drawn))),
  excused: ({ m, lang, drawn }) => m.onDay(dayInWords(lang, actedOn(drawn))),
}

/** What may be said of an obligation on a day: the same words for friend and foe. */
export const stateWords = (lang: string, drawn: Drawn, on: Day): StateWords => {
  const m = messagesFor(lang),
    figure = figureOf(drawn),
    [strong, rest] = [strongWord(lang, drawn), REST[figure]?.({ m, lang, drawn, on }) ?? '']
  const joint = figure === 'overdue' && drawn.stated === undefined ? ' ' : m.comma
  return { strong, rest, class: `s-${figure}`, text: rest ? `${strong}${joint}${rest}` : strong }
}
/** The same word inside a sentence, without its days: as a terminal and the lines of a question say it. `due`: a day, or none. */
export const standsAs = (d: Stands): string => standsIn('en', d)
export const standsIn = (lang: string, d: Stands): string => {
  const due = d.due === null || d.due === FOREVER ? FOREVER : LONG_AGO
  const word = strongWord(lang, { ...d, due })
  return word.charAt(0).toLocaleLowerCase(lang) + word.slice(1)
}
type Stands = Omit<Called, 'due'> & { readonly due: string | Day | null }
/** "second-hand", or "second-hand, its day ours": of the words, and of the limit where that is another thing. */
export const sureInWords = ({ standing, limit }: Sure): string =>
  limit === null || limit === standing ? standing : `${standing}${messagesFor('en').itsLimit} ${limit}`

/** Where it comes from and how sure that is, in short, on a terminal; its note stands on a line of its own. */
export const sourceInWords = ({ title, standing, conflict }: Source): string =>
  `${title} (${standing}${conflict ? '; sources disagree' : ''})`

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
