import { addDays, type Day, day, FOREVER, LONG_AGO } from '../kernel/day.ts'
import type { Drawn } from './drawn.ts'

/** The day on which all of them are drawn. */
export const TODAY = day('2026-11-24')
const ago = (n: number): Day => addDays(TODAY, -n)
export const base = { binding: 'resolution', start: ago(40), due: ago(-27), from: ago(40) } satisfies Partial<Drawn>
const past = { ...base, start: ago(400), due: ago(64), from: ago(63) }
const asked = { ...past, binding: 'request' } as const

/** One of each: every state, and every mark that may lie over one. The test draws from here; so do eyes. */
export const SPECIMENS: readonly (readonly [name: string, drawn: Drawn])[] = [
  ['open', { ...base, state: 'open' }],
  ['open, on its last day', { ...base, state: 'open', due: TODAY }],
  ['stopped', { ...base, state: 'stopped', due: FOREVER, from: ago(12) }],
  ['stopped, its day known', { ...base, state: 'stopped', due: FOREVER, dueBeforeStop: ago(-27), from: ago(30) }],
  ['elapsing', { ...base, state: 'elapsing', binding: 'treaty', start: ago(1892), from: ago(1892), due: FOREVER }],
  ['done', { ...base, state: 'met', binding: 'self-commitment', start: ago(1000), due: FOREVER, from: ago(275) }],
  [
    'done, within a range',
    { ...base, state: 'met', binding: 'treaty', start: ago(900), startRange: [ago(935), ago(900)], due: FOREVER, from: ago(900) },
  ],
  ['overdue in the register', { ...past, state: 'overdue' }],
  ['overdue, as stated', { ...past, state: 'overdue', binding: 'treaty', stated: ago(50) }],
  ['past the date asked', { ...asked, state: 'overdue' }],
  ['past, its start disputed', { ...past, state: 'overdue', binding: 'treaty', disputed: true }],
  ['past, by our assumption', { ...past, state: 'overdue', binding: 'assumption' }],
  ['silent', { ...past, state: 'silent', binding: 'treaty' }],
  ['silent, merely asked', { ...asked, state: 'silent', due: ago(3700), start: ago(3790) }],
  ['silent, without a number', { ...base, state: 'silent', binding: 'treaty', due: FOREVER }],
  ['met', { ...past, state: 'met', binding: 'treaty', from: ago(200) }],
  ['met on the last day', { ...past, state: 'met', from: ago(64) }],
  ['met late', { ...past, state: 'met late', from: ago(35) }],
  ['answered after the date asked', { ...asked, state: 'met late', from: ago(59) }],
  ['met after the date assumed', { ...past, binding: 'assumption', state: 'met late', from: ago(59) }],
  ['waived', { ...base, state: 'waived', binding: 'treaty', from: ago(10) }],
  ['excused', { ...past, state: 'excused', from: ago(20) }],
  ['start not known', { ...past, state: 'met', binding: 'treaty', startRange: [ago(450), ago(400)], from: ago(200) }],
  ['start without an earlier bound', { ...past, state: 'overdue', binding: 'treaty', startRange: [LONG_AGO, ago(400)], stated: ago(50) }],
  ['act not known', { ...past, state: 'met', from: ago(150), actRange: [ago(150), ago(40)] }],
  ['disputed', { ...base, state: 'open', binding: 'treaty', disputed: true }],
  ['two calendars', { ...base, state: 'open', binding: 'treaty', dues: { UNHQ: ago(-17), GAB: ago(-27) } }],
  ['comes back', { ...base, state: 'open', opened: ago(80), start: ago(0), due: ago(-20) }],
]
