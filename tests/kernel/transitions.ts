import { FOREVER, LONG_AGO } from '../../src/kernel/day.ts'
import type { ObligationSpan } from '../../src/kernel/rules/clock.ts'
import { type Face, standing } from '../../src/kernel/rules/face.ts'

/** Every way in which an obligation can go from one day to the next. A property says nothing about a transition that its histories never take. */
export const TRANSITIONS = [
  'open > met',
  'open > overdue',
  'open > silent',
  'open > stopped',
  'open > waived',
  'open > open, later due',
  'stopped > open',
  'stopped > met',
  'stopped > waived',
  'stopped > stopped, extended',
  'overdue > met late',
  'overdue > excused',
  'silent > met late',
  'silent > excused',
  'silent > overdue',
  'overdue > open, served',
  'silent > open, served',
  'elapsing > met',
  'elapsing > waived',
  'silent > met',
  'silent > waived',
  'open > disputed',
  'overdue > disputed',
  'silent > disputed',
  'disputed > undisputed',
  'met at once',
  'raised by a lapse',
  'second run',
  'third turn',
  'turn extended',
  'mandate ends a turn',
  'ended before it was due',
  'act before the day named',
  'two calendars differ',
  'two debtors',
  'extended twice',
  'vague trigger',
  'vague act',
  'trigger on or before',
  'act on or before',
  'act on or after',
  'receipt on or after',
  'superseded',
] as const
export type Transition = (typeof TRANSITIONS)[number]

export const transitionsOf = (faces: readonly Face[], spans: readonly ObligationSpan[]): Set<Transition> => {
  const seen = new Set<Transition>()
  const add = (t: string): void => {
    if ((TRANSITIONS as readonly string[]).includes(t)) seen.add(t as Transition)
  }
  for (const [i, b] of spans.entries()) {
    const a = spans[i - 1]?.key === b.key ? spans[i - 1] : undefined
    if (a) {
      if (a.state !== b.state) add(`${a.state} > ${b.state}`)
      if (a.state === 'open' && b.state === 'open' && b.due > a.due) add('open > open, later due')
      if (a.state === 'stopped' && b.state === 'stopped' && a.extended !== b.extended) add('stopped > stopped, extended')
      if ((a.state === 'overdue' || a.state === 'silent') && b.state === 'open') add(`${a.state} > open, served`)
      if (!a.disputed && b.disputed) add(`${a.state} > disputed`)
      if (a.disputed && !b.disputed && b.state === 'open') add('disputed > undisputed')
      if (a.extended !== undefined && b.grounds.filter(id => typeOf(faces, id) === 'DeadlineExtended').length > 1) add('extended twice')
    } else {
      if (b.state === 'met') add('met at once')
      if (b.duty.startsWith('instead')) add('raised by a lapse')
    }
    if (/\|1(\.1)?$/.test(b.key)) add('second run')
    if (b.key.endsWith('.3')) add('third turn')
    const turn = /\.\d+$/.test(b.key)
    if (turn && b.extended !== undefined) add('turn extended')
    if (turn && b.to !== FOREVER && (b.state === 'open' || b.state === 'stopped') && spans[i + 1]?.key !== b.key) add('mandate ends a turn')
    if (!turn && b.to !== FOREVER && b.state === 'open' && spans[i + 1]?.key !== b.key) add('ended before it was due')
    if (b.dues['UNHQ'] !== undefined && b.dues['GAB'] !== undefined && b.dues['UNHQ'] !== b.dues['GAB']) add('two calendars differ')
    if (b.start === FOREVER) add('receipt on or after')
  }
  if (new Set(spans.filter(s => s.about['shape'] === s.duty).map(s => s.debtor)).size > 1) add('two debtors')
  for (const f of faces) {
    if (f.type === 'Asked' && f.latest > f.occurredOn) add('vague trigger')
    if (f.type === 'Did' && f.latest > f.occurredOn) add('vague act')
    if (f.type === 'Asked' && f.occurredOn === LONG_AGO) add('trigger on or before')
    if (f.type === 'Did' && f.occurredOn === LONG_AGO) add('act on or before')
    if (f.type === 'Did' && f.latest === FOREVER) add('act on or after')
    if (f.type === 'Did' && f.is['shape'] === 'in-a-month')
      for (const s of spans)
        if (s.duty === 'in-a-month' && s.begins <= f.occurredOn && Number(s.about['startingOn']) > f.latest) add('act before the day named')
  }
  if (standing(faces).length < faces.filter(f => f.type !== 'EntrySuperseded').length) add('superseded')
  return seen
}
const typeOf = (faces: readonly Face[], id: string): string | undefined => faces.find(f => f.id === id)?.type
