import { describe, expect, it } from 'vitest'
import { day, toIso } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import type { Law } from '../kernel/ledger/subject.ts'
import type { Face, Scalar } from '../kernel/rules/face.ts'
import type { Rulebook, Within } from '../kernel/rules/rulebook.ts'
import { conduct } from './index.ts'

// When the UN may say that a State did not answer in time: after the day that the rulebook of the notice's day gives, and on no day before.

const GABON = { state: 'GAB', mission: 'MINUSCA', category: 'contingent' }
const book = (within?: Within): Rulebook => ({
  engine: 1,
  states: ['GAB'],
  offices: ['un.cdt', 'un.dmspc', 'un.oios', 'un.ovra'],
  duties: conduct.duties.map(d => (d.duty === 'conduct.reply' ? { ...d, within: within ?? d.within, calendars: ['UNHQ'] } : d)),
  findings: conduct.findings,
  calendars: { UNHQ: { name: 'UN Headquarters', weekend: [6, 0], years: { '2024': ['2024-03-29', '2024-04-10'] } } },
  firstHolders: conduct.firstHolders,
})
const horizon = day('2030-01-01')
const ONE: Law = { adopted: [{ seq: 1, from: day('1990-01-01'), book: book() }], horizon }
const register = (...lines: readonly (readonly [on: string, type: string, is?: Face['is']])[]): Face[] =>
  lines.map(([on, type, is], i) => ({
    seq: i + 2,
    id: `e${i}`,
    type,
    subject: 'S',
    occurredOn: day(on),
    latest: day(on),
    door: 'command',
    is: { ...GABON, ...is },
  }))
const silence = (on: string): Draft => ({
  chapter: 'conduct',
  type: 'NoResponseReported',
  v: 1,
  subject: 'S',
  occurredOn: day(on),
  latest: day(on),
  door: 'command',
  is: { ...GABON, statedBy: 'un' },
  body: { data: {} },
  expect: 'any',
})
/** The first day on which the statement is let in, walking from the notice on. */
const firstDay = (before: readonly Face[], law: Law): string | undefined => {
  for (let d = before[0]!.occurredOn; d < before[0]!.occurredOn + 400; d++)
    if (!conduct.decide(before, silence(toIso(d as typeof horizon)), horizon, law)) return toIso(d as typeof horizon)
  return undefined
}
const NOTICE: readonly [string, string, Record<string, Scalar>] = ['2024-03-25', 'MemberStateNotified', { matter: 'sea' }]

describe('the UN states a silence', () => {
  it('after ten working days, the holidays at Headquarters not counted', () => {
    // From Mon 25 March 2024; Friday the 29th was a holiday at Headquarters: by weekends alone, the tenth day would be the 8th of April.
    expect(firstDay(register(NOTICE), ONE)).toBe('2024-04-10')
    expect(conduct.decide(register(NOTICE), silence('2024-04-09'), horizon, ONE)).toMatchObject({
      code: 'too-early-to-say',
      says: expect.stringContaining('before 2024-04-09'),
    })
  })
  it('by the book that was in force on the day of the notice, not by a later one', () => {
    const law: Law = {
      adopted: [...ONE.adopted, { seq: 9, from: day('2024-04-01'), book: book({ n: 3, unit: 'days', standing: 'ours' }) }],
      horizon,
    }
    expect(firstDay(register(NOTICE), law)).toBe('2024-04-10')
    expect(firstDay(register(['2024-04-02', NOTICE[1], NOTICE[2]]), law)).toBe('2024-04-06')
  })
  it('and not while more time was given, or the clock stands', () => {
    const more = register(NOTICE, ['2024-04-01', 'DeadlineExtended', { duty: 'conduct.reply', until: day('2024-05-02') }])
    expect(firstDay(more, ONE)).toBe('2024-05-03')
    const stopped = register(NOTICE, ['2024-04-01', 'ClockStopped', { duty: 'conduct.reply' }])
    expect(conduct.decide(stopped, silence('2024-06-01'), horizon, ONE)?.says).toContain('before the clock counts again')
  })
  it('from the receipt on, where there is one', () => {
    expect(firstDay(register(NOTICE, ['2024-03-27', 'NoticeReceived']), ONE)).toBe('2024-04-13')
  })
})
