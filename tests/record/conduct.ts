import fc from 'fast-check'
import { addDays, type Day, day } from '../../src/kernel/day.ts'
import type { Draft } from '../../src/kernel/ledger/append.ts'
import { MARKINGS, type Marking } from '../../src/kernel/ledger/entry.ts'
import type { Scalar } from '../../src/kernel/rules/face.ts'

// Histories of conduct cases, as drafts: cases that are public, secret, published and withdrawn again, answered, corrected, passed on.
// Whatever a case says, it says its own name: what leaks can be found by it.

export const D0 = day('2021-03-01')
const RULED = ['conduct.reply', 'conduct.name-investigator', 'conduct.conclude-grave']

/** One entry of a case, by an office. */
export const draft = (subject: string, type: string, on: string, is: Draft['is'] = {}, more: Partial<Draft> = {}): Draft => ({
  chapter: 'conduct',
  type,
  v: 1,
  subject,
  occurredOn: day(on),
  latest: day(on),
  door: 'command',
  expect: 'any',
  is,
  body: { data: {} },
  ...more,
})

const ofState = { mission: 'SIM-1', state: 'XAA', category: 'contingent' } as const
const facts: readonly (readonly [weight: number, type: string, is: Draft['is']])[] = [
  [3, 'ReportReceived', { ...ofState, matter: 'sea' }],
  [1, 'ReportReceived', { mission: 'SIM-1', category: 'civilian', matter: 'other' }],
  [8, 'MemberStateNotified', { ...ofState, matter: 'sea' }],
  [2, 'NoticeReceived', ofState],
  [1, 'NoticeDisputed', ofState],
  [3, 'InvestigatorRequested', ofState],
  [2, 'InvestigationRequested', { ...ofState, gravity: 'grave' }],
  [3, 'MemberStateResponded', { ...ofState, answer: 'investigates' }],
  [4, 'NoResponseReported', { ...ofState, statedBy: 'un' }],
  [2, 'InvestigatorNamed', { ...ofState, by: 'state' }],
  [2, 'InvestigationOpened', { ...ofState, by: 'un' }],
  [2, 'InvestigationConcluded', { ...ofState, by: 'state' }],
  [1, 'LimitStated', { ...ofState, until: '2021-06-01' }],
  [1, 'ReferredForAccountability', ofState],
  [1, 'OutcomeReported', { ...ofState, by: 'state' }],
  [1, 'ComplainantTold', { mission: 'SIM-1' }],
  [2, 'BatonPassed', { office: 'un.oios' }],
  [1, 'CaseClosed', {}],
  [1, 'ClockStopped', {}],
  [1, 'ClockRestarted', {}],
  [1, 'DeadlineExtended', { until: '2021-05-20' }],
  [1, 'DutyWaived', {}],
  [3, 'EntrySuperseded', {}],
  [3, 'MarkingChanged', {}],
]
const move = fc.record({
  of: fc.nat({ max: 5 }),
  fact: fc.oneof(...facts.map(([weight, type, is]) => ({ weight, arbitrary: fc.constant({ type, is }) }))),
  on: fc.nat({ max: 120 }),
  vague: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) }),
  state: fc.constantFrom('XAA', 'XAA', 'XAA', 'XAB', 'XAC'),
  mission: fc.nat({ max: 2 }),
  duty: fc.constantFrom(...RULED),
  marking: fc.constantFrom<Marking>(0, 0, 1, 2, 3),
  body: fc.constantFrom<Marking | undefined>(undefined, undefined, 0, 2, 3),
  door: fc.constantFrom('command' as const, 'testimony' as const),
  target: fc.nat({ max: 30 }),
})
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

export interface History {
  readonly drafts: readonly Draft[]
  readonly subjects: readonly string[]
}
/** Six cases at once. Names of cases, missions, bodies and origins all contain `mark`, so that a byte of any of them can be found. */
export const history = (mark: string, most = 45): fc.Arbitrary<History> =>
  fc
    .tuple(
      fc.array(move, { minLength: 8, maxLength: most }),
      fc.tuple(...Array.from({ length: 6 }, () => fc.constantFrom<Marking>(0, 0, 1, 2, 3))),
    )
    .map(([moves, first]) => {
      const subjects = first.map((_, i) => `${mark}${i}q`)
      const said = new Map<string, string[]>()
      return { subjects, drafts: moves.map(m => told(m, subjects[m.of]!, first[m.of]!, said)) }
    })
const told = (m: Move, subject: string, first: Marking, said: Map<string, string[]>): Draft => {
  const before = said.get(subject) ?? []
  said.set(subject, before)
  const type = m.fact.type === 'EntrySuperseded' && !before.length ? 'StateAccount' : m.fact.type
  const id = `${subject}-o${before.length}`
  const on = addDays(D0, m.on)
  const vague = type === 'ReportReceived' ? 30 : m.vague // on a public case a report says its month, and no day
  const is: Record<string, Scalar> = { ...m.fact.is }
  if ('state' in is) is['state'] = m.state
  if (type === 'StateAccount') Object.assign(is, ofState)
  if ('mission' in is) is['mission'] = `${subject}-M${m.mission}`
  if (['ClockStopped', 'ClockRestarted', 'DeadlineExtended', 'DutyWaived'].includes(type)) is['duty'] = m.duty
  if (type === 'EntrySuperseded') is['entry'] = before[m.target % before.length]!
  if (type === 'MarkingChanged') is['marking'] = MARKINGS[m.marking]
  const one: Draft = {
    chapter: 'conduct',
    type,
    v: 1,
    subject,
    occurredOn: on,
    latest: addDays(on, vague),
    door: m.door,
    expect: 'any',
    is,
    marking: before.length ? undefined : first,
    body: {
      marking: m.body,
      data: { says: `body of ${id}.` },
      source: { title: `source of ${id}.`, standing: 'ours' },
      origin: { system: 'interchange', id },
    },
  }
  before.push(id)
  return one
}
/** In batches, as callers would send them: `cuts` draws how many go together. */
export const inBatches = (drafts: readonly Draft[], cuts: readonly number[]): Draft[][] => {
  const batches: Draft[][] = []
  for (let from = 0, i = 0; from < drafts.length; i++) {
    const n = cuts.length ? 1 + (cuts[i % cuts.length]! % 9) : 1
    batches.push(drafts.slice(from, from + n))
    from += n
  }
  return batches
}
/** A draft as an interchange line. */
export const lineOf = (d: Draft): Record<string, unknown> => ({
  id: d.body.origin!.id,
  chapter: d.chapter,
  type: d.type,
  subject: d.subject,
  occurredOn: d.occurredOn === d.latest ? iso(d.occurredOn) : `${iso(d.occurredOn)}/${iso(d.latest)}`,
  ...(d.marking === undefined ? {} : { marking: MARKINGS[d.marking] }),
  ...(d.body.marking === undefined ? {} : { bodyMarking: MARKINGS[d.body.marking] }),
  ...(d.body.source ? { source: d.body.source } : {}),
  data: { ...d.is, ...d.body.data },
})
const iso = (d: Day): string => new Date(d * 86_400_000).toISOString().slice(0, 10)
