import { type Day, FOREVER, LONG_AGO } from '../kernel/day.ts'
import { type Drawn, isVague, originOf } from './drawn.ts'

// All x in per cent of the drawing, so that it stretches and its marks do not.
export const TRIGGER = 0.6,
  DUE = 50,
  CAP = 96
const BOXED = 12 // a start without an earlier bound: the box is as wide as the eye needs, not as the days
const STOOD = 25 // a stopped clock whose old due day is not told

const TEN_YEARS = Math.log10(3651)
const within = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n))
const share = (n: number, from: number, to: number): number => (to <= from ? 1 : within((n - from) / (to - from), 0, 1))

/** Days past the line: 7 d at 61.7, 30 d at 69.3, 1 y at 83.1, 10 y at 96, and no further. */
export const pastX = (days: number): number => within(DUE + (46 * Math.log10(1 + Math.max(0, days))) / TEN_YEARS, DUE, CAP)
/** Days where there is no line: the whole width. */
export const elapsedX = (days: number): number => within(3 + (93 * Math.log10(1 + Math.max(0, days))) / TEN_YEARS, 3, CAP)
export const percent = (x: number): string => `${Math.round(x * 10) / 10}%`

export interface Axis {
  readonly x: (d: Day) => number
  readonly begins: number // left edge of a box for a start that nobody bounds
}

/** The shared line: the due day stands at half the width in every row. */
export const sharedAxis = (d: Drawn): Axis => {
  const origin = originOf(d),
    due = d.due === FOREVER ? (d.dueBeforeStop ?? FOREVER) : d.due
  const boxed = isVague(d.startRange) && d.startRange[0] === LONG_AGO ? BOXED : TRIGGER
  if (due === FOREVER && d.state === 'stopped') return { begins: TRIGGER, x: t => (t <= origin ? TRIGGER : STOOD) }
  return { begins: TRIGGER, x: t => (t > due ? pastX(t - due) : t < origin ? TRIGGER : boxed + (DUE - boxed) * share(t, origin, due)) }
}
/** A comb: days counted, no line. */
export const elapsedAxis = (d: Drawn): Axis => {
  const origin = originOf(d),
    boxed = isVague(d.startRange) && d.startRange[0] === LONG_AGO
  return { begins: TRIGGER, x: t => (t <= origin ? (boxed ? BOXED : TRIGGER) : Math.max(boxed ? BOXED : 0, elapsedX(t - origin))) }
}

/** One calendar for the clocks of a case: linear in days up to `breakAfter`, then a gap, then the years by their logarithm, since they would flatten the weeks. */
export interface Scale {
  readonly from: Day
  readonly to: Day
  readonly breakAfter?: Day | undefined
}
const FIRST = 5,
  LAST = 96,
  GAP = 64,
  AFTER = 67
export const gapX = (s: Scale): number | undefined => (broken(s) ? (GAP + AFTER) / 2 : undefined)
const broken = (s: Scale): s is Scale & { readonly breakAfter: Day } => s.breakAfter !== undefined && s.breakAfter < s.to
export const calendarAxis = (s: Scale): Axis => ({
  begins: TRIGGER,
  x: t => {
    if (t < s.from) return TRIGGER
    if (!broken(s)) return FIRST + (LAST - FIRST) * share(t, s.from, s.to)
    if (t <= s.breakAfter) return FIRST + (GAP - FIRST) * share(t, s.from, s.breakAfter)
    return AFTER + (LAST - AFTER) * within(Math.log10(t - s.breakAfter) / Math.log10(Math.max(2, s.to - s.breakAfter)), 0, 1)
  },
})
