import { type Day, FOREVER, LONG_AGO } from '../kernel/day.ts'
import type { State } from '../kernel/rules/clock.ts'
import type { Binding } from '../kernel/rules/rulebook.ts'
import type { Range } from './dates.tsx'

/** What the drawing and the words need of one obligation on one day. `{ ...span, binding: duty.binding }` is one. */
export interface Drawn {
  readonly state: State
  readonly binding: Binding
  readonly start: Day // days count from here
  readonly due: Day // FOREVER where there is none
  readonly from: Day // in this state since
  readonly opened?: Day | undefined // on the board since: before `start` where a duty comes back
  readonly closedOn?: Day | undefined // the act, or the waiver; without it, `from`
  readonly numbered?: boolean | undefined // the duty names a limit, though this record may not know its day
  readonly disputed?: boolean | undefined
  readonly dues?: Readonly<Record<string, Day>> | undefined // by calendar; the later one counts
  readonly startRange?: Range | undefined // where a source did not know the day
  readonly actRange?: Range | undefined
  readonly stated?: Day | undefined // the day on which the UN said that nothing had come
  readonly dueBeforeStop?: Day | undefined // a stopped clock has no due day; this is the one that it had
}

/** How it looks and is called: the kernel's states, told apart by what may fairly be said of them. */
export type Figure =
  | 'open'
  | 'stopped'
  | 'elapsing'
  | 'done'
  | 'overdue'
  | 'past'
  | 'silent'
  | 'unknown'
  | 'met'
  | 'late'
  | 'asked'
  | 'waived'
  | 'excused'

/** What was merely asked for, or assumed by us, has no colour: nobody signed it. */
export const isFirm = (b: Binding): boolean => b !== 'request' && b !== 'assumption'

/** What an obligation must tell of itself, so that it can be called by its word. */
export type Called = Pick<Drawn, 'state' | 'binding' | 'due' | 'disputed'>
const FIGURE = {
  open: () => 'open',
  stopped: () => 'stopped',
  elapsing: () => 'elapsing',
  overdue: d => (isFirm(d.binding) && !d.disputed ? 'overdue' : 'past'),
  silent: d => (d.due === FOREVER ? 'unknown' : 'silent'),
  met: d => (d.due === FOREVER ? 'done' : 'met'),
  'met late': d => (isFirm(d.binding) ? 'late' : 'asked'),
  waived: () => 'waived',
  excused: () => 'excused',
} satisfies Record<State, (d: Called) => Figure>

export const figureOf = (d: Called): Figure => FIGURE[d.state](d)

export const actedOn = (d: Drawn): Day => (d.closedOn === undefined || d.closedOn === FOREVER ? d.from : d.closedOn)
/** A range worth a box: more than one possible day. */
export const isVague = (r: Range | undefined): r is Range => r !== undefined && r[0] < r[1]
/** The first day of the drawing. Where no source bounds it, there is none. */
export const originOf = (d: Drawn): Day => {
  const first = Math.min(d.start, d.opened ?? d.start, d.startRange && d.startRange[0] !== LONG_AGO ? d.startRange[0] : d.start)
  return first as Day
}
