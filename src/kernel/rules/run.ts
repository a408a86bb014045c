import { type Day, FOREVER, later } from '../day.ts'
import { periods } from './calendar.ts'
import { Clock, type ObligationSpan, type Owed } from './clock.ts'
import { type Face, fits, fitsAny } from './face.ts'
import type { Duty, Every } from './rulebook.ts'

/** One debtor, one duty, from one trigger on: a single clock, or one after another where the duty comes back. */
export interface Run extends Owed {
  readonly key: string
  readonly horizon: Day
}

export const run = (r: Run, live: readonly Face[]): { readonly spans: ObligationSpan[]; readonly free: Day } => {
  const { every } = r.duty,
    facts = factsFor(r, live),
    ends = facts.find(f => f.is === 'ended')?.on ?? FOREVER, // no turn begins on the day on which it is ended, in whatever order it is told
    clocks: Clock[] = []
  let over = false
  const open = (by: Day): void => {
    for (let turn = next(r, clocks); turn && turn.begins <= by && turn.begins < ends; turn = next(r, clocks))
      clocks.push(new Clock(turn, r))
  }
  for (const fact of facts) {
    open(fact.on)
    over ||= fact.is === 'ended'
    for (const clock of told(fact, clocks, r, over)) {
      clock.pass(fact.on)
      clock[fact.is](fact.face, fact.on)
    }
    if (!every && !clocks[0]!.running) break
  }
  open(FOREVER)
  for (const clock of clocks) clock.pass(FOREVER)
  return { spans: clocks.flatMap(c => c.spans), free: every ? ends : clocks[0]!.closedOn }
}

/** The next turn: on the grid, whatever became of the last one; or from the day on which the last one was done with. */
const next = ({ key, duty: { every }, trigger: { start, face }, horizon }: Run, clocks: readonly Clock[]) => {
  const last = clocks.at(-1)
  if (!every) return last ? undefined : { key, begins: start, start }
  const begins = !last ? start : every.from === 'anchor' ? last.turn.start : last.closedOn
  if (begins >= horizon) return undefined
  const ends = last && every.from === 'last' ? periods(begins, 1, every) : gridDay(every, face, start, clocks.length)
  return { key: `${key}.${clocks.length + 1}`, begins, start: ends }
}
const gridDay = (e: Every, face: Face, anchor: Day, k: number): Day => {
  const named = e.starting === undefined ? NaN : Number(face.is[e.starting])
  return Number.isSafeInteger(named) && named > anchor ? periods(named as Day, k, e) : periods(anchor, k + 1, e)
}

/** Whom a fact is told. An act does one turn: the one that it names, else the one whose day is nearest. The rest goes to all, or to the one named. */
const told = ({ is, face }: Fact, clocks: readonly Clock[], r: Run, over: boolean): Clock[] => {
  const { every } = r.duty,
    nth = every ? face.is['nth'] : undefined,
    running = clocks.filter((c, i) => c.running && (nth === undefined || nth === i + 1))
  if (is !== 'met' || !every || !running.length) return running
  const away = (d: Day) => Math.max(0, face.occurredOn - d, d - face.latest) // from the days on which it may have been done
  const nearest = running.reduce((a, b) => (away(b.turn.start) < away(a.turn.start) ? b : a)) // equally near: the older
  return nth === undefined && over && away(firstLost(clocks, every, r)) < away(nearest.turn.start) ? [] : [nearest]
}
/** The first day of the grid that the end took away: what is nearer to it belongs to another request, or to none. */
const firstLost = (clocks: readonly Clock[], every: Every, { trigger: { face, start } }: Run): Day =>
  clocks.find(c => !c.isOwed)?.turn.start ??
  (every.from === 'anchor' ? gridDay(every, face, start, clocks.length) : periods(clocks.at(-1)!.turn.start, 1, every))

// ---- which entries move this clock, as what, and on which day they count ------------------------------------------
type Move = 'met' | 'waived' | 'extended' | 'stopped' | 'restarted' | 'received' | 'disputed' | 'silenceStated' | 'ended'
interface Fact {
  readonly is: Move
  readonly on: Day
  readonly face: Face
}

/** What hurts the debtor counts from its latest possible day; everything else from its earliest. */
const AGAINST: ReadonlySet<Move> = new Set<Move>(['restarted', 'silenceStated'])

const factsFor = (r: Run, live: readonly Face[]): Fact[] => {
  const facts: Fact[] = [],
    heeds = heededBy(r.duty),
    notBefore = dayNamed(r)
  for (const face of live) {
    if (!heeds.has(face.type) || face.latest < r.trigger.occurredOn) continue // surely before. What may have come after, counts
    const is = moveOf(face, r)
    if (is === 'met' && face.latest < notBefore) continue // of an earlier period than the one asked for
    if (is) facts.push({ is, face, on: later(AGAINST.has(is) ? face.latest : face.occurredOn, r.trigger.start) })
  }
  return facts.sort((a, b) => a.on - b.on || dayOf(a) - dayOf(b)) // within a day by position: `live` is in that order, and the sort is stable
}
/** Not a number where the entry names no first day: then nothing is before it. */
const dayNamed = ({ duty: { notBefore }, trigger: { face } }: Run): number => (notBefore === undefined ? NaN : Number(face.is[notBefore]))
const dayOf = ({ is, face }: Fact): Day => (AGAINST.has(is) ? face.latest : face.occurredOn)

/** The kernel's own entries name the duty, and may name one debtor of it. */
const OFFICE: Readonly<Record<string, Move>> = {
  DutyWaived: 'waived',
  DeadlineExtended: 'extended',
  ClockStopped: 'stopped',
  ClockRestarted: 'restarted',
}

const moveOf = (face: Face, { duty, debtor, trigger }: Run): Move | undefined => {
  const ours = OFFICE[face.type]
  if (ours) return face.is['duty'] === duty.duty && (face.is['debtor'] ?? debtor) === debtor ? ours : undefined
  const named = 'field' in duty.owedBy ? face.is[duty.owedBy.field] : debtor
  if (fitsAny(duty.silenceStatedBy, face)) return named === debtor ? 'silenceStated' : undefined // an accusation names the accused
  if ((named ?? debtor) !== debtor) return undefined
  if (fitsAny(duty.endedBy, face)) return face.occurredOn > trigger.start ? 'ended' : undefined // the end of an older one
  if (fitsAny(duty.metBy, face)) return 'met'
  if (duty.startsAt && fits(duty.startsAt, face)) return 'received'
  if (duty.disputedBy && fits(duty.disputedBy, face)) return 'disputed'
  return undefined
}

const heeded = new WeakMap<Duty, ReadonlySet<string>>()
/** The entry types that this duty looks at. Most entries of a case concern one duty in ten; the others are passed over by name. */
const heededBy = (d: Duty): ReadonlySet<string> => {
  const known = heeded.get(d)
  if (known) return known
  const patterns = [...d.metBy, ...(d.endedBy ?? []), ...(d.silenceStatedBy ?? []), d.startsAt, d.disputedBy]
  const types = new Set([...Object.keys(OFFICE), ...patterns.flatMap(p => (p ? [p.type] : []))])
  heeded.set(d, types)
  return types
}
