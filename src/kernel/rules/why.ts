import { addDays, type Day, FOREVER, later, toIso, weekday } from '../day.ts'
import { dueOn, isWorkingDay, WEEKENDS, yearsWithoutList } from './calendar.ts'
import type { ObligationSpan } from './clock.ts'
import { type Binding, type Calendar, type Duty, dutyOf, type Rulebook, type Standing } from './rulebook.ts'

const WEEK = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  MONTH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
export const said = (d: Day): string => {
  const [y, m, n] = toIso(d).split('-').map(Number) as [number, number, number]
  return `${WEEK[weekday(d)]} ${n} ${MONTH[m - 1]} ${y}`
}
const count = (n: number, unit: string): string => `${n} ${n === 1 ? unit.replace(/s$/, '') : unit}`
const BINDING: Readonly<Record<Binding, string>> = {
  treaty: 'The treaty binds',
  resolution: 'The resolution binds',
  'self-commitment': 'The debtor’s own word',
  request: 'Asked for, not binding',
  assumption: 'Our assumption, not binding',
}
const STANDING: Readonly<Record<Standing, string>> = {
  seen: 'read in the text named',
  'second-hand': 'read at second hand',
  remembered: 'remembered, not read',
  ours: 'ours: no text gives it',
}

/** The arithmetic of one span, in words: what binds, from where it counts, how far, what did not count, what this record does not know. */
export const why = (s: ObligationSpan, book: Rulebook): string[] => {
  const d = dutyOf(book, s.duty)
  return d ? [...counted(s, d, book), ...moved(s, d), ...judged(s), rests(d)] : [`This rulebook has no ${s.duty}.`]
}

const counted = (s: ObligationSpan, d: Duty, book: Rulebook): string[] => {
  const w = d.within
  const never = s.door === 'command' ? 'so the days are shown and it is never overdue.' : 'so it is never overdue.'
  if (w === 'without delay' && d.binding === 'self-commitment') return [`From ${said(s.start)}: the debtor named no day, ${never}`]
  if (w === 'without delay') return [`Without delay, from ${said(s.start)}: no number of days stands in the text, ${never}`]
  if (s.state === 'stopped') return [`The clock stands: no day is due until it starts again.`]
  if (s.start === FOREVER) return [`Served on a day of which no source knows the last possible one: nothing can be counted, ${never}`]
  if (s.due === FOREVER) return [`The entry names no last day, ${never}`]
  if ('until' in w) return [`The entry itself names the last day: ${said(counts(s, d))}.`]
  const of = `${count(w.n, w.unit)} after ${said(s.start)}`
  if (d.every && w.n === 0) return [`Owed on the day on which the period ends: ${said(s.start)}.`]
  if (w.unit !== 'working days') return [`${of}: ${said(counts(s, d))}. The day of the start does not count.`]
  const names = Object.entries(s.dues)
  return [
    ...names.map(([name, due]) => `${of}${names.length > 1 ? ` by the calendar of ${calendarOf(book, name).name}` : ''}: ${said(due)}.`),
    ...(names.length > 1 ? [`The later day counts: ${said(counts(s, d))}.`] : []),
    'The day of the start does not count.',
    ...names.flatMap(([name, due]) => notCounted(calendarOf(book, name), s.start, due)),
  ]
}
const calendarOf = (book: Rulebook, name: string): Calendar => book.calendars[name] ?? WEEKENDS

const notCounted = (c: Calendar, start: Day, due: Day): string[] => {
  const off: string[] = []
  for (let t = addDays(start, 1); t <= due; t = addDays(t, 1)) if (!c.weekend.includes(weekday(t)) && !isWorkingDay(c, t)) off.push(said(t))
  const missing = yearsWithoutList(c, start, due)
  return [
    ...(off.length ? [`Holidays at ${c.name}: ${off.join(', ')}.`] : []),
    ...(missing.length ? [`${c.name} has no holiday list for ${missing.join(' and ')} on this record: weekends only.`] : []),
  ]
}
/** As far as the limit alone reaches, before stops of a period, extensions and restarts move it. */
const counts = (s: ObligationSpan, { within: w }: Duty): Day =>
  typeof w !== 'object'
    ? s.due
    : 'until' in w
      ? (Number(s.about[w.until]) as Day)
      : w.unit === 'working days'
        ? Object.values(s.dues).reduce(later, s.start)
        : dueOn(w, s.start, s.stops, WEEKENDS)

const moved = (s: ObligationSpan, d: Duty): string[] => [
  ...(d.notBefore !== undefined && Number.isSafeInteger(s.about[d.notBefore])
    ? [`What was done before ${said(Number(s.about[d.notBefore]) as Day)} does not answer it: the entry names that day.`]
    : []),
  ...s.stops.map(([from, to]) => `The clock stood from ${said(from)}${to === FOREVER ? '' : ` to ${said(to)}`}.`),
  ...(s.extended === undefined ? [] : [`Extended to ${said(s.extended)}.`]),
  ...(s.due === FOREVER || s.due === counts(s, d) ? [] : [`So the last day in time is ${said(s.due)}.`]),
]
const judged = (s: ObligationSpan): string[] => [
  ...(s.state === 'silent'
    ? [
        `We know of this from a source, not from the register: ${s.due === FOREVER ? 'whether it was done is not on this record. No days run.' : 'no answer on this record. That is not a breach.'}`,
      ]
    : []),
  ...(s.disputed ? ['The debtor disputes that it was served: nothing is concluded from these days.'] : []),
]
const rests = (d: Duty): string => {
  const limit = d.within === 'without delay' ? '' : `; the limit: ${STANDING[d.within.standing]}`
  return `${BINDING[d.binding]}: ${d.cites.instrument}${d.cites.at ? `, ${d.cites.at}` : ''} (${STANDING[d.cites.standing]}${limit}).`
}
