import fc from 'fast-check'
import { type Day, day } from '../../src/kernel/day.ts'
import {
  by,
  days,
  duty,
  everyDays,
  everyMonths,
  finding,
  language,
  months,
  office,
  overdue,
  seen,
  stated,
  whenOverdue,
  withoutDelay,
  workingDays,
} from '../../src/kernel/rules/language.ts'
import type { Adopted, Duty, Rulebook } from '../../src/kernel/rules/rulebook.ts'

/** One duty of every shape that the language can say. Small limits, so that a history of two months meets every edge. */
type Shapes = {
  Asked: { shape: string; state: string; until: number; startingOn: number }
  Did: { shape: string; state: string; nth: number }
  Received: { state: string }
  Disputed: { state: string }
  SilenceStated: { state: string; mission: string }
  UnDid: { shape: string }
  Ended: { shape: string }
  Replaced: { state: string }
}
const { on, the } = language<Shapes>()
const cites = seen('The book of shapes')
const state = { owedBy: the('state'), cites, silenceStatedBy: on('SilenceStated') }

export const served = duty('served', {
  ...state,
  act: 'answer',
  binding: 'treaty',
  arises: on('Asked', { shape: 'served' }),
  startsAt: on('Received'),
  disputedBy: on('Disputed'),
  within: workingDays(6, 'seen'),
  metBy: on('Did', { shape: 'served' }),
})
export const inDays = duty('in-days', {
  ...state,
  act: 'conclude',
  binding: 'treaty',
  arises: on('Asked', { shape: 'in-days' }),
  startsAt: on('Received'),
  disputedBy: on('Disputed'),
  within: days(12, 'seen'),
  metBy: on('Did', { shape: 'in-days' }),
})
export const inMonths = duty('in-months', {
  ...state,
  act: 'conclude',
  binding: 'request',
  arises: on('Asked', { shape: 'in-months' }),
  within: months(1, 'seen'),
  metBy: on('Did', { shape: 'in-months' }),
})
export const byADay = duty('by-a-day', {
  ...state,
  act: 'conclude',
  binding: 'request',
  arises: on('Asked', { shape: 'by-a-day' }),
  within: by(the('until'), 'seen'),
  metBy: on('Did', { shape: 'by-a-day' }),
})
/** "In March": what was done before does not answer; and it may be taken away before it is due. */
export const inAMonth = duty('in-a-month', {
  ...state,
  act: 'report',
  binding: 'resolution',
  arises: on('Asked', { shape: 'in-a-month' }),
  notBefore: the('startingOn'),
  endedBy: [on('Ended', { shape: 'in-a-month' }), on('Replaced')],
  within: by(the('until'), 'seen'),
  metBy: on('Did', { shape: 'in-a-month' }),
})
export const soon = duty('soon', {
  ...state,
  act: 'inform',
  binding: 'treaty',
  arises: on('Asked', { shape: 'soon' }),
  within: withoutDelay,
  metBy: on('Did', { shape: 'soon' }),
})
const theUn = { act: 'investigate', owedBy: office('un.oios'), cites, binding: 'self-commitment' } as const
export const instead = duty('instead', {
  ...theUn,
  arises: whenOverdue(served),
  within: workingDays(3, 'ours'),
  metBy: on('UnDid', { shape: 'instead' }),
})
export const insteadSoon = duty('instead-soon', {
  ...theUn,
  arises: whenOverdue(inDays),
  within: withoutDelay,
  metBy: on('UnDid', { shape: 'instead-soon' }),
})
const report = { act: 'report', owedBy: office('un.sg'), cites, binding: 'resolution' } as const
export const onGrid = duty('on-grid', {
  ...report,
  arises: on('Asked', { shape: 'on-grid' }),
  every: everyDays(14, { from: 'anchor', starting: the('startingOn') }),
  endedBy: on('Ended', { shape: 'on-grid' }),
  within: days(2, 'seen'),
  metBy: on('Did', { shape: 'on-grid' }),
})
export const monthly = duty('monthly', {
  ...report,
  arises: on('Asked', { shape: 'monthly' }),
  every: everyMonths(1, { from: 'anchor' }),
  endedBy: [on('Ended', { shape: 'monthly' }), on('Replaced')],
  within: days(0, 'seen'),
  metBy: on('Did', { shape: 'monthly' }),
})
export const rolling = duty('rolling', {
  ...report,
  arises: on('Asked', { shape: 'rolling' }),
  every: everyDays(10, { from: 'last' }),
  endedBy: on('Ended', { shape: 'rolling' }),
  within: workingDays(2, 'seen'),
  metBy: on('Did', { shape: 'rolling' }),
  calendars: ['UNHQ'],
})

export const quiet = finding('quiet', {
  says: 'did not answer',
  about: ['state'],
  anyOf: [overdue(served), overdue(inDays), stated(on('SilenceStated'), on('Did'))],
  cites,
})
/** The same, by an instrument that was adopted in the middle of things. */
export const quietSince = finding('quiet-since', {
  says: 'did not answer',
  about: ['state'],
  from: day('2021-02-08'),
  anyOf: quiet.anyOf,
  cites,
})

/** `instead` stands before its cause on purpose. */
const shapes: readonly Duty[] = [instead, served, inDays, inMonths, byADay, inAMonth, soon, insteadSoon, onGrid, monthly, rolling]
export const book: Rulebook = {
  engine: 1,
  states: ['GAB', 'BDI'],
  offices: ['un.oios', 'un.sg'],
  duties: shapes,
  findings: [quiet, quietSince],
  calendars: {
    UNHQ: { name: 'UN Headquarters', weekend: [6, 0], years: { 2021: ['2021-01-18', '2021-02-15', '2021-03-05'] } },
    GAB: { name: 'Libreville', weekend: [5, 6], years: { 2021: ['2021-01-20'] } }, // an invented week, so that the two calendars differ
  },
  firstHolders: [{ office: 'un.oios', types: ['Asked'] }],
}
/** The same acts, longer limits: what a State might ask for, or a Council grant. One duty is gone, and one lapse raises another. */
export const gentler: Rulebook = {
  ...book,
  duties: shapes
    .filter(d => d !== inMonths)
    .map(d => (d === insteadSoon ? { ...d, arises: whenOverdue(served) } : d))
    .map(d => (typeof d.within === 'object' && 'n' in d.within ? { ...d, within: { ...d.within, n: d.within.n + 1 } } : d)),
  calendars: { ...book.calendars, UNHQ: { name: 'UN Headquarters', weekend: [6, 0], years: { 2021: ['2021-01-18', '2021-02-16'] } } },
}

/** The same shapes with other numbers: every unit under every duty, grids of days and of months, from the anchor and from the last. */
export const drawnBook: fc.Arbitrary<Rulebook> = fc
  .array(
    fc.record({
      n: fc.integer({ min: 0, max: 9 }),
      unit: fc.constantFrom('working days', 'days', 'months'),
      period: fc.integer({ min: 1, max: 20 }),
      periodUnit: fc.constantFrom('days', 'days', 'months'),
      from: fc.constantFrom('anchor', 'last'),
      starting: fc.boolean(),
      calendars: fc.subarray(['UNHQ', 'GAB', 'NOWHERE']),
    }),
    { minLength: shapes.length, maxLength: shapes.length },
  )
  .map(drawn => ({
    ...book,
    duties: shapes.map((d, i) => {
      const { n, unit, period, periodUnit, from, starting, calendars } = drawn[i]!
      if (typeof d.within !== 'object' || 'until' in d.within) return d
      const within = { n: Math.max(d.every ? 0 : 1, unit === 'months' ? n % 3 : n), unit, standing: 'ours' } as const
      if (!d.every) return { ...d, within, calendars }
      const { starting: _, ...every } = d.every
      const grid = { ...every, n: periodUnit === 'months' ? 1 + (period % 3) : period, unit: periodUnit, from }
      return { ...d, within, calendars, every: starting ? { ...grid, starting: 'startingOn' } : grid }
    }),
  }))

export const adopted: readonly Adopted[] = [{ seq: 0, from: day('2000-01-01'), book }]
export const D0 = day('2021-01-10')
export const HORIZON = day('2021-06-15')
export const LAST = (HORIZON + 60) as Day
