import { addDays, type Day, FOREVER, later } from '../day.ts'
import { dueOn, moved, type Stop, WEEKENDS } from './calendar.ts'
import type { Face, Scalar } from './face.ts'
import type { Calendar, Duty, Rulebook } from './rulebook.ts'

export type State = 'open' | 'stopped' | 'elapsing' | 'overdue' | 'silent' | 'met' | 'met late' | 'waived' | 'excused'

/** Every derived thing has one shape: true from a day, to a day (exclusive). No row holds a state that time makes false. */
export interface True {
  readonly from: Day
  readonly to: Day
  readonly grounds: readonly string[]
}
export interface ObligationSpan extends True {
  readonly key: string
  readonly duty: string
  readonly subject: string
  readonly debtor: string
  readonly state: State
  readonly disputed: boolean // the debtor says that it was never served: grounds nothing, raises nothing
  readonly begins: Day // on the board from here
  readonly start: Day // counted from here
  readonly due: Day // on the span, so that they have a history; due is FOREVER where there is none
  readonly dues: Readonly<Record<string, Day>> // by calendar; the later one counts
  readonly stops: readonly Stop[]
  readonly extended: Day | undefined
  readonly door: Face['door']
  readonly adopted: number // position of the adoption whose book holds for this clock
  readonly about: Readonly<Record<string, Scalar>> // the trigger's face, for grouping
}

/** What set a clock going: an entry, or another's obligation on the day on which it fell overdue. */
export interface Trigger {
  readonly face: Face
  readonly occurredOn: Day
  readonly start: Day // the earliest possible day, for what may answer it; the latest, for the clock
  readonly by: readonly string[]
}
export interface Owed {
  readonly duty: Duty
  readonly book: Rulebook
  readonly adopted: number
  readonly debtor: string
  readonly trigger: Trigger
}
/** One turn of the clock: on the board from `begins`, counted from `start`. They differ only where a duty comes back. */
export interface Turn {
  readonly key: string
  readonly begins: Day
  readonly start: Day
}

/** One obligation. Facts move it, in the order of their days; between two facts only one thing happens by itself: the due day passes. */
export class Clock {
  readonly turn: Turn
  readonly spans: ObligationSpan[] = []
  closedOn: Day = FOREVER
  isOwed = true // until it is ended before it is due

  readonly #owed: Owed
  #at: Day // written down up to this day
  #end: State | undefined = undefined // met, waived, excused: how it ended
  #start: Day
  #due: Day = FOREVER
  #dues: Record<string, Day> = {}
  #stops: Stop[] = []
  #extended: Day | undefined = undefined
  #floor: Day
  #served = false
  #disputed = false
  #silenceStated = false
  #grounds: readonly string[]

  constructor(turn: Turn, owed: Owed) {
    this.turn = turn
    this.#owed = owed
    this.#at = this.#floor = turn.begins
    this.#start = turn.start
    this.#grounds = owed.trigger.by
    this.#reckon()
  }
  get running(): boolean {
    return this.closedOn === FOREVER
  }
  /** A limit without a number, or whose date nobody named, is no limit: it is never past. */
  get #limited(): boolean {
    const { within } = this.#owed.duty
    return within !== 'without delay' && (!('until' in within) || Number.isSafeInteger(this.#owed.trigger.face.is[within.until]))
  }
  get #stopped(): boolean {
    return this.#stops.at(-1)?.[1] === FOREVER
  }
  #isPast(on: Day): boolean {
    return on > this.#due
  }

  /** Time alone: to this day nothing happens, except that the due day may pass. It is the last day in time; the next calendar day is past it. */
  pass(to: Day): void {
    const pastFrom = addDays(this.#due, 1)
    if (this.#at < pastFrom && pastFrom < to) this.#write(pastFrom)
    this.#write(to)
  }
  #write(to: Day): void {
    if (this.#at >= to) return
    const {
        duty,
        debtor,
        trigger: { face },
      } = this.#owed,
      state = this.#state(),
      last = this.spans.at(-1)
    if (last?.state === state && last.grounds === this.#grounds)
      this.spans[this.spans.length - 1] = { ...last, to } // nothing happened
    else
      this.spans.push({
        key: this.turn.key,
        duty: duty.duty,
        subject: face.subject,
        debtor,
        state,
        disputed: this.#disputed,
        from: this.#at,
        to,
        begins: this.turn.begins,
        start: this.#start,
        due: this.#due,
        dues: this.#dues,
        stops: this.#stops,
        extended: this.#extended,
        door: face.door,
        adopted: this.#owed.adopted,
        grounds: this.#grounds,
        about: face.is,
      })
    this.#at = to
  }
  #state(): State {
    if (this.#end) return this.#end
    if (this.#stopped) return 'stopped'
    const inTheRegister = this.#owed.trigger.face.door === 'command'
    if (this.#due === FOREVER) return inTheRegister ? 'elapsing' : 'silent' // days run only where somebody would know that it was done
    if (!this.#isPast(this.#at)) return 'open'
    return inTheRegister || this.#silenceStated ? 'overdue' : 'silent' // silence on a public record is not a breach
  }

  // ---- facts. Each is told on its day, after `pass` to that day. After the due day nothing moves the clock but service, and nothing ends it but the act or an excuse.
  met(by: Face, on: Day): void {
    this.#close(this.#isPast(on) ? 'met late' : 'met', by, on)
  }
  waived(by: Face, on: Day): void {
    this.#close(this.#isPast(on) ? 'excused' : 'waived', by, on)
  }
  extended(by: Face, on: Day): void {
    const until = Number(by.is['until']) as Day
    if (!this.#limited || this.#isPast(on) || !Number.isSafeInteger(until)) return
    this.#extended = later(until, this.#extended ?? until) // a date that was promised: a stop does not carry it further
    this.#note(by)
  }
  stopped(by: Face, on: Day): void {
    if (this.#due === FOREVER || this.#isPast(on)) return
    this.#stops = [...this.#stops, [on, FOREVER]]
    this.#note(by)
  }
  restarted(by: Face, on: Day): void {
    if (!this.#stopped) return
    this.#stops = [...this.#stops.slice(0, -1), [this.#stops.at(-1)![0], on]]
    this.#floor = on // stopped on its last day, it is due on the day of the restart, not overdue on it
    this.#note(by)
  }
  /** Service. The first receipt counts, and the first after a dispute; it moves the start later, never back. Not an extension: the clock had not begun. */
  received(by: Face): void {
    if (this.#served && !this.#disputed) return
    this.#served = true
    this.#disputed = false
    this.#silenceStated = false
    this.#start = later(this.#start, by.latest)
    this.#note(by)
  }
  disputed(by: Face): void {
    this.#disputed = true
    this.#note(by)
  }
  /** Only a sentence spoken surely after the due day: one of the third day cannot know what came on the ninth. */
  silenceStated(by: Face): void {
    if (this.#silenceStated || !this.#isPast(by.occurredOn)) return
    this.#silenceStated = true
    this.#note(by)
  }
  /** It is asked no more. What was not yet due is owed no more and leaves the board; what was past due stays. */
  ended(_: Face, on: Day): void {
    if (this.#isPast(on)) return
    this.isOwed = false
    this.closedOn = on
    this.#at = FOREVER
  }

  #close(end: State, by: Face, on: Day): void {
    this.#end = end
    this.closedOn = on
    this.#disputed = false
    this.#grounds = [...this.#grounds, by.id]
  }
  #note(by: Face): void {
    this.#grounds = [...this.#grounds, by.id]
    this.#reckon()
  }

  /** The benefit of the doubt, again: of several calendars the later day counts, and both are shown. */
  #reckon(): void {
    const {
      duty,
      duty: { within },
    } = this.#owed
    if (within === 'without delay' || !this.#limited) return
    this.#dues = {}
    if (this.#stopped || this.#start === FOREVER) {
      this.#due = FOREVER
      return
    } // served on a day that nobody can bound: nothing can be counted
    const start = duty.every ? moved(this.turn.start, this.turn.begins, this.#stops) : this.#start // a stop lengthens the period, then the limit
    if ('until' in within) this.#due = moved(Number(this.#owed.trigger.face.is[within.until]) as Day, this.turn.begins, this.#stops)
    else if (within.unit !== 'working days') this.#due = dueOn(within, start, this.#stops, WEEKENDS)
    else {
      for (const [name, calendar] of this.#calendars()) this.#dues[name] = dueOn(within, start, this.#stops, calendar)
      this.#due = Object.values(this.#dues).reduce(later)
    }
    this.#due = later(this.#due, later(this.#floor, this.#extended ?? this.#floor))
  }
  #calendars(): [string, Calendar][] {
    const known = this.#owed.duty.calendars.flatMap((c): [string, Calendar][] => {
      const name = typeof c === 'string' ? c : String(this.#owed.trigger.face.is[c.field]),
        calendar = this.#owed.book.calendars[name]
      return calendar ? [[name, calendar]] : []
    })
    return known.length ? known : [['weekends', WEEKENDS]]
  }
}
