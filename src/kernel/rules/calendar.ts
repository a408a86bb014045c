import { addDays, addMonths, type Day, later, weekday, yearOf } from '../day.ts'
import type { Calendar, Every, Limit } from './rulebook.ts'

/** The clock stands from this day, and counts again from the day AFTER that one: a restart, like a trigger, does not count itself. */
export type Stop = readonly [from: Day, to: Day]

export const WEEKENDS: Calendar = { name: 'Weekends', weekend: [6, 0], years: {} }

// A date that is none becomes NaN and closes no day: `validate` refuses it at adoption, and nothing throws here.
const closed = new WeakMap<Calendar, ReadonlySet<number>>()
const holidays = (c: Calendar): ReadonlySet<number> => {
  const days =
    closed.get(c) ??
    new Set(
      Object.values(c.years)
        .flat()
        .map(iso => Date.parse(iso) / 86_400_000),
    )
  closed.set(c, days)
  return days
}
export const isWorkingDay = (c: Calendar, d: Day): boolean => !c.weekend.includes(weekday(d)) && !holidays(c).has(d)

/** Years between the two days, both included, for which this calendar has no list. Said on the page, never guessed. */
export const yearsWithoutList = (c: Calendar, from: Day, to: Day): number[] => {
  const missing: number[] = []
  for (let y = yearOf(from); y <= yearOf(to); y++) if (!c.years[y]) missing.push(y)
  return missing
}

/** The last day in time. The day of the start does not count. */
export const dueOn = (limit: Limit, start: Day, stops: readonly Stop[], c: Calendar): Day =>
  limit.unit === 'working days'
    ? workingDaysAfter(start, limit.n, stops, c)
    : moved(limit.unit === 'days' ? addDays(start, limit.n) : addMonths(start, limit.n), start, stops)

/** A date, later by as long as the clock stood between the start and it. */
export const moved = (date: Day, start: Day, stops: readonly Stop[]): Day => {
  let due = date
  for (const [from, to] of stops) if (from < due && to > start) due = addDays(due, to - later(from, start))
  return due
}
const workingDaysAfter = (start: Day, n: number, stops: readonly Stop[], c: Calendar): Day => {
  let d = start
  for (let left = n; left > 0; ) {
    d = addDays(d, 1)
    const stop = stops.find(([from, to]) => d > from && d <= to)
    if (stop) d = stop[1]
    else if (isWorkingDay(c, d)) left--
  }
  return d
}

/** k periods after the anchor: always from the anchor, so that the 31st comes back after February. */
export const periods = (anchor: Day, k: number, e: Every): Day =>
  e.unit === 'months' ? addMonths(anchor, k * e.n) : addDays(anchor, k * e.n)
