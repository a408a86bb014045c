// The clockmaker: an oracle for the engine, written from kernel.md alone, without sight of the engine, its sketch or their tests.
// It walks from day to day with counters in its hand. Each dawn takes one from whatever is being counted; then the facts of that
// day are told, one after the other; in the evening the board is read off. A due day is what the same counters say when they are
// copied and walked on as if nothing more happened. Only months are asked of the platform's Date.
import type { Adopted, Calendar, Day, Duty, Face, Pattern, Rulebook, State } from './types.ts'
import { FOREVER, LONG_AGO } from './types.ts'

const TOO_FAR = 4_000_000 // a walk this long is a mistake in the history, not a clock
const dayOf = (n: number) => n as Day
const dateOf = (d: Day) => new Date(d * 86_400_000)

// ---- what the face and the book say

const fits = (pattern: Pattern, face: Face) =>
  pattern.type === face.type && Object.entries(pattern.is).every(([field, value]) => face.is[field] === value)
const anyFits = (patterns: readonly Pattern[] | undefined, face: Face) => (patterns ?? []).some(p => fits(p, face))
const whole = (x: unknown): x is number => Number.isInteger(x)

/** Corrections, newest first: a correction that is itself corrected corrects nothing. */
function standing(faces: readonly Face[]): Face[] {
  const gone = new Set<string>()
  for (const face of [...faces].sort((a, b) => b.seq - a.seq))
    if (face.type === 'EntrySuperseded' && !gone.has(face.id)) gone.add(String(face.is.entry))
  return faces.filter(face => !gone.has(face.id) && face.type !== 'EntrySuperseded')
}

function bookOn(adopted: readonly Adopted[], on: Day): Rulebook | undefined {
  let best: Adopted | undefined
  for (const a of adopted) if (a.from <= on && (!best || a.from > best.from || (a.from === best.from && a.seq > best.seq))) best = a
  return best?.book
}

function monthsAfter(anchor: Day, n: number): Day {
  const at = dateOf(anchor)
  const [y, m] = [at.getUTCFullYear(), at.getUTCMonth() + n]
  const lastOfMonth = new Date(Date.UTC(y, m + 1, 0)).getUTCDate()
  return dayOf(Date.UTC(y, m, Math.min(at.getUTCDate(), lastOfMonth)) / 86_400_000)
}

function works(calendar: Calendar | undefined, d: Day): boolean {
  const date = dateOf(d)
  const weekday = date.getUTCDay()
  if (!calendar) return weekday !== 0 && weekday !== 6
  if (calendar.weekend.includes(weekday) || (weekday === 0 && calendar.weekend.includes(7))) return false
  const iso = date.toISOString().slice(0, 10)
  return !(calendar.years[iso.slice(0, 4)] ?? []).includes(iso)
}

// ---- one run: a duty, a debtor, the face that set it going

interface Run {
  readonly duty: Duty
  readonly book: Rulebook
  readonly face: Face // for a lapse: the face that triggered the first duty
  readonly debtor: string
  readonly first: Day // the clock's first day
  readonly earliest: Day // what is surely older than this does not count
  readonly key: string
}

interface Counter {
  left: number
  ran?: Day // the day on which it ran out
  readonly counts: (d: Day) => boolean
}

interface Turn {
  readonly k: number
  readonly begins: Day
  readonly grid: Day | undefined // the end of its period, as the grid names it; none for a duty that does not come back
  start: Day // later than begins after a receipt
  period: number // days of the period still to go
  limits: Counter[] // one a calendar; they begin when the period is over
  due: Day | undefined
  stopped: boolean
  floor: Day // the first day, then the last restart: nothing is due before it
  extended: Day | undefined
  served: boolean
  disputed: boolean
  silenceStated: boolean
  red: boolean // overdue and undisputed on the evening before
  ended?: { readonly state: State; readonly on: Day }
  taken?: Day // on that day it was ended before it was due: owed no more
}

const FRESH = {
  ...{ period: 0, limits: [], due: undefined, stopped: false, floor: LONG_AGO, extended: undefined },
  ...{ served: false, disputed: false, silenceStated: false, red: false },
}
const running = (turn: Turn) => !turn.ended && turn.taken === undefined

type Role = 'DutyWaived' | 'DeadlineExtended' | 'ClockStopped' | 'ClockRestarted' | 'end' | 'silence' | 'act' | 'receipt' | 'dispute'
const OFFICE: readonly string[] = ['DutyWaived', 'DeadlineExtended', 'ClockStopped', 'ClockRestarted']

function roleOf(face: Face, { duty, debtor }: Run): Role | undefined {
  const named = 'field' in duty.owedBy ? face.is[duty.owedBy.field] : debtor
  const his = named !== undefined && String(named) === debtor
  const mayBeHis = named === undefined || his
  if (OFFICE.includes(face.type) && face.is.duty === duty.duty && (face.is.debtor === undefined || face.is.debtor === debtor))
    return face.type as Role
  if (his && anyFits(duty.silenceStatedBy, face)) return 'silence'
  if (mayBeHis && anyFits(duty.endedBy, face)) return 'end'
  if (mayBeHis && anyFits(duty.metBy, face)) return 'act'
  if (mayBeHis && duty.startsAt && fits(duty.startsAt, face)) return 'receipt'
  if (mayBeHis && duty.disputedBy && fits(duty.disputedBy, face)) return 'dispute'
  return undefined
}

/** Where the entry names a first day for the act, what was surely done before it is of another period. */
function tooOld(face: Face, run: Run): boolean {
  const named = run.duty.notBefore === undefined ? undefined : run.face.is[run.duty.notBefore]
  return whole(named) && face.latest < named
}

// ---- counters

function limitsFrom(base: Day, { duty, book, face }: Run): Counter[] {
  const { within } = duty
  const always = () => true
  const counter = (left: number, counts: Counter['counts'], spent = base): Counter =>
    left > 0 ? { left, counts } : { left, ran: spent, counts }
  if (within === 'without delay') return []
  if ('until' in within) {
    const named = face.is[within.until]
    return whole(named) && named < FOREVER ? [counter(named - base, always, dayOf(named))] : []
  }
  if (within.unit === 'days') return [counter(within.n, always)]
  if (within.unit === 'months') return [counter(monthsAfter(base, within.n) - base, always)]
  const names = duty.calendars.map(c => (typeof c === 'string' ? c : face.is[c.field]))
  const known = names.flatMap(name =>
    name !== undefined && Object.hasOwn(book.calendars, String(name)) ? [book.calendars[String(name)]] : [],
  )
  return (known.length ? known : [undefined]).map(calendar => counter(within.n, d => works(calendar, d)))
}

const hasLimit = (run: Run) => limitsFrom(run.first, run).length > 0

/** Put the counters back: at the opening, and when a receipt moves the start. */
function wind(turn: Turn, run: Run): void {
  const grid = turn.grid ?? turn.start
  turn.period = Math.max(0, grid - turn.start)
  turn.limits = turn.period ? [] : limitsFrom(grid, run)
  if (turn.start < FOREVER) for (let d = grid + 1; d <= turn.start; d++) countLimits(turn, dayOf(d))
}

function countLimits(turn: Turn, d: Day): void {
  for (const limit of turn.limits) if (limit.ran === undefined && limit.counts(d) && --limit.left === 0) limit.ran = d
}

/** One day passes. The day of the start does not count. */
function dawn(turn: Turn, d: Day, run: Run): void {
  if (d <= turn.start) return
  if (!turn.period) countLimits(turn, d)
  else if (--turn.period === 0) turn.limits = limitsFrom(d, run)
}

/** What the counters would say if nothing more happened. */
function dueSeenFrom(turn: Turn, today: Day, run: Run): Day | undefined {
  if (turn.stopped || turn.start === FOREVER || !hasLimit(run)) return undefined
  const ahead: Turn = { ...turn, limits: turn.limits.map(limit => ({ ...limit })) }
  for (let d = today + 1; ahead.period || ahead.limits.some(limit => limit.ran === undefined); d++) {
    if (d > today + TOO_FAR) throw new Error(`${run.key}: no due day in sight`)
    dawn(ahead, dayOf(d), run)
  }
  const reckoned = ahead.limits.map(limit => limit.ran ?? today)
  return dayOf(Math.max(...reckoned, turn.floor, turn.extended ?? turn.floor))
}

// ---- one fact, told to one turn

function tell(turn: Turn, role: Role, face: Face, today: Day, run: Run): void {
  const pastDue = turn.due !== undefined && today > turn.due
  const end = (state: State) => {
    turn.ended = { state, on: today } // the due day stays as it stood
    turn.disputed = false
  }
  if (role === 'act') end(pastDue ? 'met late' : 'met')
  if (role === 'DutyWaived') end(pastDue ? 'excused' : 'waived')
  if (turn.ended) return
  // Changed after the first comparison: "an extension never shortens" (kernel.md 2e), so of several the furthest date holds, not the last one told.
  if (role === 'DeadlineExtended' && hasLimit(run) && !pastDue && whole(face.is.until))
    turn.extended = dayOf(Math.max(face.is.until, turn.extended ?? face.is.until))
  if (role === 'ClockStopped' && turn.due !== undefined && !pastDue) turn.stopped = true
  if (role === 'ClockRestarted' && turn.stopped) {
    turn.stopped = false
    turn.floor = today
  }
  if (role === 'silence' && turn.due !== undefined && face.occurredOn > turn.due) turn.silenceStated = true
  if (role === 'dispute') turn.disputed = true
  if (role === 'receipt' && (!turn.served || turn.disputed)) {
    turn.served = true
    turn.disputed = false
    turn.silenceStated = false
    if (face.latest > turn.start) {
      turn.start = face.latest
      wind(turn, run)
    }
  }
  turn.due = dueSeenFrom(turn, today, run)
}

function stateOf(turn: Turn, today: Day, { face }: Run): State {
  if (turn.ended) return turn.ended.state
  if (turn.stopped) return 'stopped'
  if (turn.due === undefined) return face.door === 'command' ? 'elapsing' : 'silent'
  if (today <= turn.due) return 'open'
  return face.door === 'command' || turn.silenceStated ? 'overdue' : 'silent'
}

// ---- the walk of one run

interface Walked {
  readonly lines: Map<Day, string[]>
  readonly lapses: Day[]
  readonly free: Day // from this day on another trigger sets a new clock
}

function walkRun(run: Run, faces: readonly Face[], last: Day, horizon: Day): Walked {
  const { every } = run.duty
  const trigger = run.face
  const facts = faces
    .flatMap(face => {
      const role = roleOf(face, run)
      if (!role || face.latest < run.earliest || (role === 'act' && tooOld(face, run)) || (role === 'end' && face.occurredOn <= run.first))
        return []
      const own = role === 'ClockRestarted' || role === 'silence' ? face.latest : face.occurredOn
      return [{ role, face, own, on: dayOf(Math.max(own, run.first)) }]
    })
    .sort((a, b) => a.on - b.on || a.own - b.own || a.face.seq - b.face.seq)
  const mandateEnds = facts.find(fact => fact.role === 'end')?.on ?? FOREVER

  const turns: Turn[] = []
  const lines = new Map<Day, string[]>()
  const lapses: Day[] = []
  let mandateOver = false
  const periods = (from: Day, n: number) => (every?.unit === 'months' ? monthsAfter(from, n * every.n) : dayOf(from + n * (every?.n ?? 0)))

  const gridDay = (k: number, begins: Day): Day | undefined => {
    if (!every) return undefined
    if (every.from === 'last' && k > 1) return periods(begins, 1)
    const named = every.starting === undefined ? undefined : trigger.is[every.starting]
    return whole(named) && named > run.first ? periods(dayOf(named), k - 1) : periods(run.first, k)
  }
  const nextBegins = (): Day | undefined => {
    const before = turns.at(-1)
    if (!before) return run.first
    return every && (every.from === 'anchor' ? before.grid : before.ended?.on)
  }
  const openTurns = (today: Day) => {
    for (let begins = nextBegins(); begins !== undefined && begins <= today; begins = nextBegins()) {
      if (every && (begins >= horizon || begins >= mandateEnds)) return
      const k = turns.length + 1
      // Changed after the first comparison: the floor was none until a restart. T11: "the restart day, like the trigger day, does not count", so
      // where the entry names a last day that had passed when the clock began, nobody is past due on the first day itself.
      const turn: Turn = { ...FRESH, k, begins, grid: gridDay(k, begins), start: begins, floor: begins }
      wind(turn, run)
      turn.due = dueSeenFrom(turn, today, run)
      turns.push(turn)
      if (!every) return
    }
  }
  const gap = (grid: Day, face: Face) => Math.max(face.occurredOn - grid, grid - face.latest, 0)
  /** The turns to which a fact speaks: all that run, or the one it names; an act answers one. */
  const addressed = (role: Role, face: Face): Turn[] => {
    const all = turns.filter(running)
    if (!every) return all
    if (whole(face.is.nth)) return all.filter(turn => turn.k === face.is.nth)
    if (role !== 'act') return all
    let nearest: { turn: Turn; gap: number } | undefined
    for (const turn of all) {
      const far = gap(turn.grid as Day, face)
      if (!nearest || far < nearest.gap) nearest = { turn, gap: far }
    }
    if (!nearest) return []
    if (mandateOver) {
      const tail = turns.at(-1) as Turn
      const away = turns.find(turn => turn.taken !== undefined)?.grid ?? gridDay(tail.k + 1, tail.ended?.on ?? (tail.grid as Day))
      if (gap(away as Day, face) < nearest.gap) return []
    }
    return [nearest.turn]
  }

  let next = 0
  for (let today = run.first; today <= last; today = dayOf(today + 1)) {
    for (const turn of turns) if (running(turn) && !turn.stopped) dawn(turn, today, run)
    openTurns(today)
    for (let fact = facts[next]; fact && fact.on <= today; fact = facts[++next]) {
      if (fact.role !== 'end') for (const turn of addressed(fact.role, fact.face)) tell(turn, fact.role, fact.face, today, run)
      else {
        mandateOver = true
        for (const turn of turns) if (running(turn) && (turn.due === undefined || today <= turn.due)) turn.taken = today
      }
      openTurns(today)
    }
    const evening: string[] = []
    for (const turn of turns) {
      if (turn.taken !== undefined) continue
      const state = stateOf(turn, today, run)
      const red = state === 'overdue' && !turn.disputed
      if (red && !turn.red) lapses.push(today)
      turn.red = red
      evening.push(`${run.key}${every ? `.${turn.k}` : ''} ${state}${turn.disputed ? ' disputed' : ''} due ${turn.due ?? 'none'}`)
    }
    lines.set(today, evening)
  }
  return { lines, lapses, free: every ? mandateEnds : (turns[0]?.ended?.on ?? turns[0]?.taken ?? FOREVER) }
}

// ---- the board of one subject

/** For every day from first to last, the board's lines, in plain order of their text. */
export function walk(adopted: readonly Adopted[], faces: readonly Face[], first: Day, last: Day, horizon: Day): Map<Day, string[]> {
  const known = standing(faces)
  const everyDuty = adopted.flatMap(a => a.book.duties)
  const done = new Map<string, { lines: Walked['lines'][]; lapses: { on: Day; face: Face }[] }>()

  const walkDuty = (name: string) => {
    const before = done.get(name)
    if (before) return before
    const mine: { lines: Walked['lines'][]; lapses: { on: Day; face: Face }[] } = { lines: [], lapses: [] }
    done.set(name, mine) // before the causes: a cycle, which adoption refuses, ends here
    const inForce = (on: Day) => {
      const book = bookOn(adopted, on)
      const duty = book?.duties.find(d => d.duty === name)
      return book && duty ? { book, duty } : undefined
    }
    const triggers: { on: Day; earliest: Day; face: Face; book: Rulebook; duty: Duty }[] = []
    for (const face of known) {
      const rule = inForce(face.latest)
      if (face.latest < FOREVER && rule && 'on' in rule.duty.arises && fits(rule.duty.arises.on, face))
        triggers.push({ on: face.latest, earliest: face.occurredOn, face, ...rule })
    }
    const causes = new Set(everyDuty.flatMap(d => (d.duty === name && 'whenOverdue' in d.arises ? [d.arises.whenOverdue] : [])))
    for (const cause of causes)
      for (const { on, face } of walkDuty(cause).lapses) {
        const rule = inForce(on)
        if (rule && 'whenOverdue' in rule.duty.arises && rule.duty.arises.whenOverdue === cause)
          triggers.push({ on, earliest: on, face, ...rule })
      }
    triggers.sort((a, b) => a.on - b.on || a.face.seq - b.face.seq)

    const free = new Map<string, Day>()
    const runs = new Map<string, number>()
    for (const { on, earliest, face, book, duty } of triggers) {
      const debtor = 'office' in duty.owedBy ? duty.owedBy.office : String(face.is[duty.owedBy.field] ?? 'unnamed')
      if (on > last || on < (free.get(debtor) ?? on)) continue // a reminder, or not yet
      const n = runs.get(debtor) ?? 0
      runs.set(debtor, n + 1)
      const key = `${name}|${face.subject}|${debtor}|${n}`
      const walked = walkRun({ duty, book, face, debtor, first: on, earliest, key }, known, last, horizon)
      free.set(debtor, walked.free)
      mine.lines.push(walked.lines)
      for (const lapse of walked.lapses) mine.lapses.push({ on: lapse, face })
    }
    return mine
  }

  const all = [...new Set(everyDuty.map(d => d.duty))].flatMap(name => walkDuty(name).lines)
  const board = new Map<Day, string[]>()
  for (let d = first; d <= last; d = dayOf(d + 1)) board.set(d, all.flatMap(lines => lines.get(d) ?? []).sort())
  return board
}
