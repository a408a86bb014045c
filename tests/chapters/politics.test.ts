import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Asked, Question } from '../../src/kernel/chapter.ts'
import { day, edtf, FOREVER, toIso } from '../../src/kernel/day.ts'
import type { Draft } from '../../src/kernel/ledger/append.ts'
import { own } from '../../src/kernel/ledger/own.ts'
import type { ObligationSpan } from '../../src/kernel/rules/clock.ts'
import { asOf, obligations } from '../../src/kernel/rules/derive.ts'
import { type Face, knownAt } from '../../src/kernel/rules/face.ts'
import { validate } from '../../src/kernel/rules/validate.ts'
import { why } from '../../src/kernel/rules/why.ts'
import type { Answered } from '../../src/paper/question-page.ts'
import type { AgreementRow, Counts } from '../../src/politics/agreements/agreement.ts'
import type { Provision } from '../../src/politics/agreements/provision.ts'
import type { AskedFor, CalendarRow, Paper } from '../../src/politics/council/calendar.ts'
import type { MandateRow } from '../../src/politics/council/mandates.ts'
import type { TaskSet } from '../../src/politics/council/tasks.ts'
import { decide, doubts } from '../../src/politics/decide.ts'
import { entries } from '../../src/politics/entries.ts'
import { politics, politicsPages } from '../../src/politics/index.ts'
import { PUBLIC } from '../../src/record/record.ts'
import { SINCE_EVER, shippedBook } from '../../src/record/rulebook.ts'
import { freshRecord } from '../database.ts'
import { spoken } from './asking.ts'

const BOOK = shippedBook()
const LAW = [{ seq: 1, from: SINCE_EVER, book: BOOK }]
const HORIZON = day('2027-12-31')
const DATA = fileURLToPath(new URL('../../data/politics.ndjson', import.meta.url))
const TODAY = day('2026-11-24')

/** A history, told in order: [type, day, face]. */
type Step = readonly [type: string, on: string, is?: Face['is']]
const faces = (steps: readonly Step[], door: Face['door'] = 'testimony'): Face[] =>
  steps.map(([type, on, is = {}], i) => ({
    seq: i + 1,
    id: `e${i + 1}`,
    type,
    subject: 'S',
    ...edtf(on),
    door,
    is: Object.fromEntries(Object.entries(is).map(([k, v]) => [k, /^\d{4}-\d\d-\d\d$/.test(String(v)) ? day(String(v)) : v])),
  }))
const derive = (steps: readonly Step[], door?: Face['door']): ObligationSpan[] => obligations(LAW, faces(steps, door), HORIZON)
/** What stands on the board of a day: state and due day, in the order of the days. */
const board = (spans: readonly ObligationSpan[], on: string): string[] =>
  asOf(spans, day(on))
    .sort((a, b) => a.due - b.due)
    .map(s => `${s.state}${s.due === FOREVER ? '' : ` ${toIso(s.due)}`}`)
const M = { mission: 'SIM-1', symbol: 'S/RES/1' }
const every = (on: string, is: Face['is'] = {}): Step => [
  'ReportRequested',
  on,
  { ...M, known: 'seen', asks: 'every', cycle: '3 months', ...is },
]
const report = (on: string, document: string): Step => ['ReportIssued', on, { mission: 'SIM-1', document }]

describe('the rulebook with this chapter', () => {
  it('is sound', () => expect(validate(BOOK)).toEqual([]))
  it('grounds no finding', () => expect(politics.findings).toEqual([]))
  it('names each duty after the chapter', () => expect(politics.duties.filter(d => !d.duty.startsWith('politics.'))).toEqual([]))
  it('has the Secretary-General owe the reports, by resolution where the text sets the day, as our assumption where it was not read', () => {
    const reports = politics.duties.filter(d => d.act === 'report to the Council')
    expect(reports.every(d => 'office' in d.owedBy && d.owedBy.office === 'un.sg')).toBe(true)
    expect(new Set(reports.filter(d => !d.duty.includes('about')).map(d => d.binding))).toEqual(new Set(['resolution']))
    expect(new Set(reports.filter(d => d.duty.includes('about')).map(d => d.binding))).toEqual(new Set(['assumption']))
  })
  it('knows each cycle and each limit that a line may name', () => {
    const { cycle, within } = entries.ReportRequested.face.shape
    const raised = (is: Face['is']) => derive([['ReportRequested', '2020-01-01', { ...M, known: 'seen', ...is }]]).length > 0
    for (const c of cycle.unwrap().options)
      for (const asks of ['every', 'every-from-adoption']) expect([c, raised({ asks, cycle: c })]).toEqual([c, true])
    for (const w of within.unwrap().options)
      for (const known of ['seen', 'second-hand']) expect(raised({ asks: 'within', within: w, known })).toBe(true)
  })
})

describe('a report that the Council asks for', () => {
  it('UNMISS: the periodic report due in March 2014 is met by that of 6 March; November’s does not answer it', () => {
    const asked: Step = ['ReportRequested', '2013-07-11', { ...M, known: 'seen', asks: 'by', from: '2014-03-01', by: '2014-03-31' }]
    expect(board(derive([asked, report('2013-11-08', 'S/2013/651')]), '2014-03-05')).toEqual(['open 2014-03-31'])
    const story = derive([asked, report('2013-11-08', 'S/2013/651'), report('2014-03-06', 'S/2014/158')])
    expect(board(story, '2014-03-05')).toEqual(['open 2014-03-31'])
    expect(board(story, '2014-03-06')).toEqual(['met 2014-03-31'])
    expect(asOf(story, day('2014-03-06'))[0]?.grounds).toEqual(['e1', 'e3'])
    expect(why(story[0]!, BOOK).join(' ')).toMatch(/done before Sat 1 Mar 2014 does not answer it/)
  })
  it('without a first day of its period, any later report answers', () =>
    expect(
      board(
        derive([
          ['ReportRequested', '2025-08-28', { ...M, known: 'second-hand', asks: 'by', by: '2026-06-01' }],
          report('2026-01-05', 'X'),
        ]),
        '2026-01-05',
      ),
    ).toEqual(['met 2026-06-01']))
  it('UNMISS: within 45 days of 9 October 2015 is 23 November, met on the very day; the day after it is silent', () => {
    const asked: Step = ['ReportRequested', '2015-10-09', { ...M, known: 'second-hand', asks: 'within', within: '45 days' }]
    const met = derive([report('2015-08-21', 'S/2015/655'), asked, report('2015-11-23', 'S/2015/902')])
    expect(board(met, '2015-11-22')).toEqual(['open 2015-11-23'])
    expect(board(met, '2015-11-23')).toEqual(['met 2015-11-23'])
    expect(board(derive([asked]), '2015-11-24')).toEqual(['silent 2015-11-23'])
  })
  it('MINUSCA: on 1 August 2014 and every four months from that date; S/2015/227 on its anchor', () => {
    const story = derive([
      every('2014-04-10', { cycle: '4 months', startingOn: '2014-08-01' }),
      report('2014-11-28', 'S/2014/857'),
      report('2015-04-01', 'S/2015/227'),
      ['RequestEnded', '2015-04-28', { mission: 'SIM-1', of: 'cycle' }],
    ])
    expect(board(story, '2015-04-27')).toEqual(['silent 2014-08-01', 'met 2014-12-01', 'met 2015-04-01', 'open 2015-08-01'])
    expect(board(story, '2026-11-24')).toEqual(['silent 2014-08-01', 'met 2014-12-01', 'met 2015-04-01'])
  })
  it('a long interval alone is never lateness: without a day in the text nothing is owed on any day', () => {
    const story = derive([
      ['ReportRequested', '2013-07-11', { ...M, known: 'seen', asks: 'no-day' }],
      report('2013-11-08', 'A'),
      report('2015-08-21', 'B'),
    ])
    expect(story).toEqual([])
  })
  it('nor is a report late on a day that we assume: answered after the day, and grey', () => {
    const [span] = derive([every('2019-06-28', { asks: 'every-from-adoption' }), report('2019-10-01', 'S/2019/782')]).filter(
      s => s.state === 'met late',
    )
    expect(toIso(span!.due)).toBe('2019-09-28')
    expect(why(span!, BOOK).at(-1)).toMatch(/^Our assumption, not binding: .*our reading/)
  })
  it('a letter answers nothing', () =>
    expect(board(derive([every('2020-06-29'), ['LetterSent', '2020-09-28', { mission: 'SIM-1', document: 'L' }]]), '2020-09-30')).toEqual([
      'silent 2020-09-29',
      'open 2020-12-29',
    ]))
  it('in the register of the office what is past its day is overdue; by testimony it never is', () => {
    expect(board(derive([every('2020-06-29')], 'command'), '2020-09-30')[0]).toBe('overdue 2020-09-29')
    expect(derive([every('2020-06-29')]).filter(s => s.state === 'overdue')).toEqual([])
  })
})

describe('a duty that comes back, and its mandate', () => {
  const given: Step[] = [['MandateAdopted', '2020-01-10', { ...M, until: '2020-12-31' }], every('2020-01-10'), report('2020-04-09', 'R1')]
  const renewed = (on: string, how: string, until: string): Step => [
    'MandateRenewed',
    on,
    { mission: 'SIM-1', symbol: 'S/RES/2', how, until },
  ]
  const goesOn = ['met 2020-04-10', 'silent 2020-07-10', 'open 2020-10-10']

  it('goes on as it was when the mandate is renewed, also where the renewal asks for the same again', () => {
    expect(board(derive([...given, renewed('2020-08-01', 'renewed', '2021-12-31')]), '2020-08-02')).toEqual(goesOn)
    expect(board(derive([...given, renewed('2020-08-01', 'renewed', '2021-12-31'), every('2020-08-01')]), '2020-08-02')).toEqual(goesOn)
    expect(board(derive([...given, renewed('2020-12-30', 'renewed', '2021-12-31')]), '2021-01-11')).toEqual([
      ...goesOn.slice(0, 2),
      'silent 2020-10-10',
      'silent 2021-01-10',
      'open 2021-04-10',
    ])
  })
  it('is owed no more after the earlier end of a shortened one; what was past its day stays', () => {
    const story = derive([...given, renewed('2020-08-01', 'shortened', '2020-09-30'), ['MandateEnded', '2020-09-30', { mission: 'SIM-1' }]])
    expect(board(story, '2020-08-02')).toEqual(goesOn)
    expect(board(story, '2020-09-29')).toEqual(goesOn)
    expect(board(story, '2020-09-30')).toEqual(['met 2020-04-10', 'silent 2020-07-10'])
    expect(board(story, '2021-06-01')).toEqual(['met 2020-04-10', 'silent 2020-07-10'])
  })
  it('outlives a technical roll-over of some weeks, on its old anchor', () => {
    const story = derive([
      ...given,
      renewed('2020-12-31', 'technical', '2021-01-31'),
      renewed('2021-01-31', 'renewed', '2021-12-31'),
      report('2021-01-12', 'R2'),
    ])
    expect(board(story, '2021-01-05')).toEqual(['met 2020-04-10', 'silent 2020-07-10', 'silent 2020-10-10', 'open 2021-01-10'])
    expect(board(story, '2021-02-01')).toEqual([
      'met 2020-04-10',
      'silent 2020-07-10',
      'silent 2020-10-10',
      'met late 2021-01-10',
      'open 2021-04-10',
    ])
  })
  it('ends with the mandate: what is not yet due leaves the board on that day, in whatever order it is told', () => {
    const end: Step = ['MandateEnded', '2020-09-15', { mission: 'SIM-1' }]
    for (const story of [
      [...given, end],
      [end, ...given],
    ]) {
      expect(board(derive(story), '2020-09-14')).toEqual(goesOn)
      expect(board(derive(story), '2020-09-15')).toEqual(['met 2020-04-10', 'silent 2020-07-10'])
    }
  })
  it('takes what was asked for once along, unless that was asked on the day of the end itself', () => {
    const plan = (on: string): Step => ['ReportRequested', on, { ...M, known: 'seen', asks: 'by', by: '2023-08-15' }]
    const end: Step = ['MandateEnded', '2023-06-30', { mission: 'SIM-1' }]
    expect(board(derive([plan('2023-01-01'), end]), '2023-06-30')).toEqual([])
    expect(board(derive([plan('2023-06-30'), end]), '2023-07-01')).toEqual(['open 2023-08-15'])
  })
})

describe('an anchor that we misread, and a cycle that the Council changed', () => {
  const read: Step[] = [['MandateAdopted', '2020-01-10', M], every('2020-01-10'), report('2020-05-04', 'R1')]
  const late = ['met late 2020-04-10', 'open 2020-07-10']
  const misread = faces([...read, ['EntrySuperseded', '2020-06-01', { entry: 'e2' }], every('2020-01-10', { startingOn: '2020-05-04' })])
  const changed = faces([
    ...read,
    ['RequestEnded', '2020-06-01', { mission: 'SIM-1', of: 'cycle' }],
    every('2020-06-01', { cycle: '4 months' }),
  ])
  const spans = (f: readonly Face[]) => obligations(LAW, f, HORIZON)

  it('a correction rewrites every day, and what was known before it stays as it was known', () => {
    expect(board(spans(misread), '2020-05-05')).toEqual(['met 2020-05-04', 'open 2020-08-04'])
    expect(board(spans(knownAt(misread, 3)), '2020-05-05')).toEqual(late)
  })
  it('a change leaves the days before it, and counts anew from its own', () => {
    expect(board(spans(changed), '2020-05-05')).toEqual(late)
    expect(board(spans(changed), '2020-06-01')).toEqual(['met late 2020-04-10', 'open 2020-10-01'])
  })
  it('why explains both', () => {
    const on = (f: readonly Face[], d: string, state: string) => why(asOf(spans(f), day(d)).find(s => s.state === state)!, BOOK)
    expect(on(misread, '2020-05-05', 'met')[0]).toBe('Owed on the day on which the period ends: Mon 4 May 2020.')
    expect(on(changed, '2020-06-01', 'met late')[0]).toBe('Owed on the day on which the period ends: Fri 10 Apr 2020.')
    expect(on(changed, '2020-06-01', 'open')[0]).toBe('Owed on the day on which the period ends: Thu 1 Oct 2020.')
    expect(on(changed, '2020-06-01', 'open').at(-1)).toMatch(/^The resolution binds: The resolution that asks, at its paragraph/)
  })
})

describe('what parties set each other', () => {
  const set: Step = ['ProvisionWithLimit', '2018-09-12', { party: 'party.all', until: '2023-02-22' }]
  const extended = (on: string, until: string): Step => ['DeadlineExtended', on, { duty: 'politics.keep-provision', until }]
  it('moves with an extension of the timetable, and the board of the days before still shows the old day', () => {
    const story = derive([set, extended('2022-08-02', '2025-02-22'), extended('2024-09-13', '2027-02-22')])
    expect(board(story, '2022-08-01')).toEqual(['open 2023-02-22'])
    expect(board(story, '2024-09-12')).toEqual(['open 2025-02-22'])
    expect(board(story, '2026-11-24')).toEqual(['open 2027-02-22'])
    expect(why(asOf(story, TODAY)[0]!, BOOK)).toEqual(
      expect.arrayContaining(['The entry itself names the last day: Wed 22 Feb 2023.', 'Extended to Mon 22 Feb 2027.']),
    )
  })
  it('is past when nothing is on this record, and an extension after that changes nothing', () =>
    expect(board(derive([set, extended('2023-03-01', '2025-02-22')]), '2023-03-02')).toEqual(['silent 2023-02-22']))
  it('is owed no more once another agreement takes its place; ratings and reports meet nothing', () => {
    expect(board(derive([set, ['AgreementReplaced', '2020-01-01']]), '2020-01-01')).toEqual([])
    const rated: Step = ['ProvisionRated', '2020-01-01', { rater: 'A', scale: '0 to 3', rating: '3' }]
    expect(board(derive([set, rated, ['ViolationReported', '2020-02-01', { by: 'A' }]]), '2020-02-01')).toEqual(['open 2023-02-22'])
  })
})

describe('the command door', () => {
  const ask = (before: readonly Step[], type: string, is: Draft['is'] = {}, more: Partial<Draft> = {}) => {
    const on = day('2026-04-01')
    const draft: Draft = {
      chapter: 'politics',
      type,
      v: 1,
      subject: 'S',
      occurredOn: on,
      latest: on,
      door: 'command',
      expect: 'any',
      is,
      body: { data: {} },
      ...more,
    }
    return decide(faces(before, 'command'), draft, on)?.code
  }
  it('wants a request to say how its day is counted', () => {
    expect(ask([], 'ReportRequested', { ...M, asks: 'every' })).toBe('day-not-named')
    expect(ask([], 'ReportRequested', { ...M, asks: 'every', cycle: '3 months' })).toBeUndefined()
    expect(ask([], 'ReportRequested', { ...M, asks: 'by' })).toBe('day-not-named')
    expect(ask([], 'ReportRequested', { ...M, asks: 'by', from: '2026-07-01', by: '2026-06-30' })).toBe('period-reversed')
    expect(ask([], 'ReportRequested', { ...M, asks: 'no-day' })).toBeUndefined()
  })
  it('ends only what is, and begins a task only when what must come first has come', () => {
    expect(ask([], 'RequestEnded', { mission: 'SIM-1', of: 'cycle' })).toBe('not-asked')
    expect(ask([], 'MandateRenewed', M)).toBe('no-mandate')
    expect(
      ask(
        [
          ['MandateAdopted', '2020-01-01', M],
          ['MandateEnded', '2021-01-01', M],
        ],
        'MandateRenewed',
        M,
      ),
    ).toBe('mandate-ended')
    const task: Step = ['TaskMandated', '2026-01-01', { ...M, after: 'conditions permit' }]
    expect(ask([], 'TaskDone', { mission: 'SIM-1' })).toBe('no-task')
    expect(ask([task], 'TaskBegun', { mission: 'SIM-1' })).toBe('condition-first')
    expect(ask([task, ['ConditionMet', '2026-03-01']], 'TaskBegun', { mission: 'SIM-1' })).toBeUndefined()
    expect(ask([], 'ProvisionMet')).toBe('no-provision')
    expect(ask([], 'ReportIssued', {}, { latest: day('2026-04-30') })).toBe('vague-day')
    expect(ask([['CaseClosed', '2026-01-01']], 'ReportIssued')).toBe('case-closed')
  })
  it('lets testimony in, and doubts it', () => {
    expect(
      doubts(
        faces([
          ['ProvisionMet', '2020-01-01'],
          ['RequestEnded', '2020-01-01'],
          ['ReportRequested', '2020-01-02', { ...M, asks: 'within' }],
        ]),
      ).map(d => d.entry),
    ).toEqual(['e1', 'e2', 'e3'])
  })
})

describe('the record that ships', () => {
  const lines = readFileSync(DATA, 'utf8')
    .trimEnd()
    .split('\n')
    .map(l => JSON.parse(l) as { id: string; type: string; subject: string; data: object })
  it('has lines that this chapter can read', () => {
    const types = { ...entries, ...own } as Readonly<Record<string, { face: { safeParse(d: object): { success: boolean } } }>>
    expect(lines.filter(l => !types[l.type]?.face.safeParse(l.data).success).map(l => l.id)).toEqual([])
    expect(lines).toHaveLength(74)
  })

  let record: Awaited<ReturnType<typeof freshRecord>>
  beforeAll(async () => {
    record = await freshRecord()
    expect(await record.import(DATA, {})).toMatchObject({ written: 74, problems: [] })
  })
  afterAll(() => record?.close())
  const ask = <R>(name: string, asked: Partial<Asked> = {}) =>
    record.read(PUBLIC, db =>
      (politics.questions!.find(q => q.name === name) as unknown as Question<R & object>).rows(db, { on: TODAY, options: {}, ...asked }),
    )
  const page = (rows: readonly object[], asked: Partial<Answered> = {}): Answered => ({
    lang: 'en',
    on: TODAY,
    asked: { options: {} },
    rows,
    nameOf: code => code,
    actOf: (_duty: string, act: string) => act,
    to: href => href,
    ...asked,
  })
  const html = (name: string, a: Answered): string =>
    `${politicsPages.questions[name]!.title(a)} ${politicsPages.questions[name]!.lede!(a)} ${String(politicsPages.questions[name]!.Content(a))}`
  const asked = (rows: readonly CalendarRow[]) =>
    rows
      .filter((r): r is AskedFor => r.kind === 'asked')
      .map(r => [r.mission, r.symbol.slice(6), r.due, r.state, r.issued?.document ?? null, r.after])

  it('the Council’s calendar: each by its own day', async () => {
    const rows = await ask<CalendarRow>('calendar')
    expect(asked(rows)).toEqual([
      ['MINUSCA', '2149', '2014-08-01', 'silent', null, null],
      ['MINUSCA', '2149', '2014-12-01', 'met', 'S/2014/857', -3],
      ['MINUSCA', '2149', '2015-04-01', 'met', 'S/2015/227', 0],
      ['MINUSMA', '2164', '2014-09-25', 'silent', null, null],
      ['MINUSMA', '2164', '2014-12-25', 'silent', null, null],
      ['MINUSMA', '2164', '2015-03-25', 'met late', 'S/2015/219', 2],
      ['MINUSMA', '2164', '2015-06-25', 'met', 'S/2015/426', -14],
      ['MINUSMA', '2480', '2019-09-28', 'met late', 'S/2019/782', 3],
      ['MINUSMA', '2480', '2019-12-28', 'met late', 'S/2019/983', 2],
      ['MINUSMA', '2480', '2020-03-28', 'met', 'S/2020/223', -8],
      ['MINUSMA', '2480', '2020-06-28', 'met', 'S/2020/476', -26],
      ['MINUSMA', '2531', '2020-09-29', 'met', 'S/2020/952', 0],
      ['MINUSMA', '2531', '2020-12-29', 'silent', null, null],
      ['MINUSMA', '2531', '2021-03-29', 'silent', null, null],
      ['MINUSMA', '2531', '2021-06-29', 'silent', null, null],
      ['MINUSMA', '2640', '2022-09-29', 'silent', null, null],
      ['MINUSMA', '2640', '2022-12-29', 'silent', null, null],
      ['MINUSMA', '2640', '2023-03-29', 'met late', 'S/2023/236', 1],
      ['MINUSMA', '2640', '2023-06-29', 'met', 'S/2023/402', -28],
      ['MINUSMA', '2690', '2023-08-15', 'silent', null, null],
      ['MONUSCO', '2666', '2023-03-20', 'silent', null, null],
      ['MONUSCO', '2666', '2023-06-20', 'silent', null, null],
      ['MONUSCO', '2666', '2023-09-20', 'met late', 'S/2023/691', 1],
      ['UNIFIL', '2790', '2026-06-01', 'silent', null, null],
      ['UNMISS', '2109', '2014-03-31', 'met', 'S/2014/158', -25],
      ['UNMISS', '2241', '2015-11-23', 'met', 'S/2015/902', 0],
    ])
    expect(rows.filter(r => r.kind === 'asked' && r.state === 'overdue')).toEqual([])
    expect(rows.find(r => r.kind === 'asked' && r.issued?.document === 'S/2015/227')).toMatchObject({
      paragraph: 'para. 50',
      anchor: { day: '2014-08-01', by: 'the text' },
      asked: 'every 4 months, starting on 2014-08-01',
      binding: 'resolution',
      standing: 'seen',
      limit: 'seen',
      issued: { considered: null },
    })
    expect(rows.find(r => r.kind === 'asked' && r.symbol === 'S/RES/2480')).toMatchObject({
      anchor: { by: 'our reading' },
      binding: 'assumption',
      limit: 'ours',
    })
    expect(rows.find((r): r is Paper => r.kind === 'document' && r.document === 'S/2014/158')).toMatchObject({
      interval: 118,
      answers: ['S/RES/2109: 2014-03-31'],
    })
    expect(rows.find((r): r is Paper => r.kind === 'document' && r.document === 'S/2015/655')).toMatchObject({ interval: 533, answers: [] })
  })
  it('as of a day, and of one mission', async () => {
    expect(asked(await ask<CalendarRow>('calendar', { on: day('2014-02-01'), options: { mission: 'UNMISS' } }))).toEqual([
      ['UNMISS', '2109', '2014-03-31', 'open', null, null],
    ])
    expect(asked(await ask<CalendarRow>('calendar', { on: day('2026-05-31'), options: { mission: 'UNIFIL' } }))).toEqual([
      ['UNIFIL', '2790', '2026-06-01', 'open', null, null],
    ])
    const then = await ask<CalendarRow>('calendar', { on: day('2014-02-01'), options: { mission: 'UNMISS' } })
    expect(then.filter(r => r.kind === 'document').map(r => (r as Paper).document)).toEqual(['S/2013/651'])
  })
  it('its page says what the text sets, and what is ours', async () => {
    const rows = await ask<CalendarRow>('calendar')
    const text = html('calendar', page(rows))
    for (const said of [
      '8 reports had a day set in the text: 4 came on it or before, 4 not on this record',
      'S/RES/2149, para. 50',
      'our reading',
      'A long interval between two reports alone is not lateness',
      'Asked for by a day in the text, no report on this record',
      'within 45 days of the adoption',
      'in Mar 2014',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/overdue|breach|fail/i)
    expect(html('calendar', page([]))).toMatch(/nothing happened/)
  })
  it('calendar, mandates, tasks and an agreement say the same in French and in Arabic, and leave no English of their own', async () => {
    const { typeWords, wordsOf } = politicsPages
    const own = wordsOf('en'),
      asked = { options: {} }
    const answers = [
      ['calendar', own.calendar, await ask<object>('calendar'), '8 rapports dont le texte fixait le jour'],
      ['mandates', own.mandates, await ask<object>('mandates'), '1 mandat en vigueur ce jour, sur 15 textes dans ce registre'],
      ['tasks', own.tasks, await ask<object>('tasks'), 'attend ce qui doit venir d’abord'],
      ...(await Promise.all(
        (
          [
            ['AGREEMENT-SSD-2018', '2 dispositions dans ce registre'],
            ['AGREEMENT-CAR-2019', 'tous les mois'],
          ] as const
        ).map(async ([word, said]) => ['agreement', own.agreement, await ask<object>('agreement', { word }), said] as const),
      )),
    ] as const
    for (const [name, words, rows, said] of answers) {
      expect(html(name, page(rows, { asked, lang: 'fr' }))).toContain(said)
      for (const lang of ['fr', 'ar'] as const)
        for (const english of spoken(words)) expect(html(name, page(rows, { asked, lang })), `${name} in ${lang}`).not.toContain(english)
    }
    for (const type of Object.keys(entries))
      for (const lang of ['fr', 'ar']) expect(typeWords(lang, type)).not.toEqual(typeWords('en', type))
  })
  it('mandates: in force on a day, what each asks, how it ended', async () => {
    const then = await ask<MandateRow>('mandates', { on: day('2014-12-01') })
    expect(then.filter(r => r.inForce).map(r => `${r.mission} ${r.symbol} ${r.until}`)).toEqual([
      'MINUSCA S/RES/2149 2015-04-30',
      'MINUSMA S/RES/2164 2015-06-30',
      'UNAMID S/RES/2173 2015-06-30',
    ])
    const rows = await ask<MandateRow>('mandates')
    expect(rows.filter(r => r.inForce).map(r => r.mission)).toEqual(['UNIFIL'])
    const of = (symbol: string) => rows.find(r => r.symbol === symbol)!
    expect(of('S/RES/2149').asks).toEqual(['report every 4 months, starting on 2014-08-01 (para. 50)'])
    expect(of('S/RES/2640').became).toBe('ended on 2023-06-30')
    expect(of('S/RES/2480').became).toBe('renewed by S/RES/2531, 2020-06-29')
    expect(of('S/RES/2164').became).toBe('ran until 2015-06-30; what followed is not on this record')
    expect(of('S/RES/2409').became).toBe('shortened by S/RES/2463, 2019-03-29')
    expect(html('mandates', page(rows))).toContain('1 mandate in force on this day, of 15 texts on this record')
  })
  it('tasks in sequence, with what must come first', async () => {
    const rows = await ask<TaskSet>('tasks', { options: { mission: 'MINUSMA' } })
    expect(rows.map(r => [r.step, r.subject, r.after?.what ?? null, r.stands])).toEqual([
      [1, 'MINUSMA-TASK.CESSATION', null, 'not on this record'],
      [2, 'MINUSMA-TASK.CIVILIANS', null, 'not on this record'],
      [3, 'MINUSMA-TASK.WITHDRAWAL', null, 'not on this record'],
      [4, 'MINUSMA-TASK.LIQUIDATION', 'MINUSMA-TASK.WITHDRAWAL', 'waits'],
    ])
    expect(html('tasks', page(rows))).toContain('what must come first')
  })
  const provisions = (rows: readonly AgreementRow[]) =>
    rows
      .filter((r): r is Provision => r.kind === 'provision')
      .map(p => [p.subject.split('.')[1], p.clock?.state ?? null, p.dates.map(d => d.until).join(' '), p.met?.on ?? null])
  const count = (rows: readonly AgreementRow[]) => rows.find((r): r is Counts => r.kind === 'count')
  it('South Sudan 2015: two limits met', async () => {
    const rows = await ask<AgreementRow>('agreement', { word: 'AGREEMENT-SSD-2015' })
    expect(provisions(rows)).toEqual([
      ['CEASEFIRE', 'met', '2015-08-29', '2015-08-29'],
      ['SIGNATURE', 'met', '2015-09-01', '2015-08-26'],
    ])
    expect(count(rows)).toMatchObject({ provisions: 2, met: 2, unanswered: 0, rated: 0, unknown: 2 })
  })
  it('Central African Republic 2019: one without an answer on this record, one that comes back without a clock', async () => {
    const rows = await ask<AgreementRow>('agreement', { word: 'AGREEMENT-CAR-2019' })
    expect(provisions(rows)).toEqual([
      ['TRUTH-COMMISSION', 'silent', '2019-05-07', null],
      ['FOLLOW-UP', null, '', null],
    ])
    expect(rows.filter(r => r.kind === 'step').map(r => (r as { type: string }).type)).toEqual([
      'AgreementInitialled',
      'AgreementSigned',
      'AgreementTransmitted',
    ])
  })
  it('South Sudan 2018: the whole timetable extended, the old days visible', async () => {
    const asked = { word: 'AGREEMENT-SSD-2018' }
    const rows = await ask<AgreementRow>('agreement', asked)
    expect(provisions(rows)).toEqual([
      ['TRANSITION', 'open', '2023-02-22 2025-02-22 2027-02-22', null],
      ['ELECTIONS', 'open', '2024-12-22 2026-12-22', null],
    ])
    expect(count(rows)).toMatchObject({ extended: 2, unanswered: 0 })
    const text = html('agreement', page(rows, { asked: { ...asked, options: {} } }))
    expect(text).toMatch(/<del[^>]*><time datetime="2023-02-22"/)
    expect(text).toContain('2 extended')
    expect(provisions(await ask<AgreementRow>('agreement', { ...asked, on: day('2023-01-01') }))).toEqual([
      ['TRANSITION', 'open', '2023-02-22 2025-02-22', null],
    ])
  })
  it('an agreement that is not here says so, and a name is no pattern', async () => {
    for (const word of ['AGREEMENT', 'AGREEMENT-CAR', 'AGREEMENT-CAR-2019.', '%', '_']) expect(await ask('agreement', { word })).toEqual([])
    expect(html('agreement', page([]))).toContain('No such agreement is on this record')
  })
  it('every question says each row as a line, and every page a row', async () => {
    for (const q of politics.questions!) {
      const word = q.word ? { word: 'AGREEMENT-SSD-2018' } : {}
      const rows = await ask<object>(q.name, word)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(q.line(row)).not.toMatch(/undefined|null|NaN|\[object/)
      expect(html(q.name, page(rows, { asked: { ...word, options: {} } }))).not.toMatch(/undefined|NaN|\[object/)
    }
  })
  it('monitors stand side by side; where they disagree it is said, and unknown is counted', async () => {
    const path = join(tmpdir(), `politics-rated-${process.pid}.ndjson`)
    const subject = 'SIM-AGREEMENT.A'
    const line = (id: string, type: string, of: string, on: string, data: object) =>
      JSON.stringify({ id, type, subject: of, occurredOn: on, marking: 'public', data })
    const rated = (id: string, on: string, rater: string, scale: string, rating: string, of = subject) =>
      line(id, 'ProvisionRated', of, on, { rater, scale, rating })
    writeFileSync(
      path,
      [
        line('r0', 'AgreementSigned', 'SIM-AGREEMENT', '2020-01-01', { parties: 'A and B' }),
        ...['A', 'B', 'C'].map(p =>
          line(`set-${p}`, 'ProvisionWithLimit', `SIM-AGREEMENT.${p}`, '2020-01-01', { party: 'party.all', until: '2030-01-01' }),
        ),
        rated('r1', '2020-06-01', 'Monitor One', 'none, partly, fully', 'none'),
        rated('r2', '2021-06-01', 'Monitor One', 'none, partly, fully', 'partly'),
        rated('r3', '2021-07-01', 'Monitor Two', 'none, partly, fully', 'fully'),
        rated('r4', '2021-07-01', 'Monitor Three', '0 to 3', '2'),
        rated('r5', '2021-07-01', 'Monitor Two', 'none, partly, fully', 'unknown', 'SIM-AGREEMENT.B'),
        line('v1', 'ViolationReported', 'SIM-AGREEMENT', '2021-08-01', { by: 'Monitor One', says: 'Told by the monitor.' }),
      ].join('\n'),
    )
    expect(await record.import(path, {})).toMatchObject({ problems: [] })
    const rows = await ask<AgreementRow>('agreement', { word: 'SIM-AGREEMENT' })
    const [a] = rows.filter((r): r is Provision => r.kind === 'provision')
    expect(a!.ratings.map(r => [r.rater, r.rating])).toEqual([
      ['Monitor One', 'partly'],
      ['Monitor Three', '2'],
      ['Monitor Two', 'fully'],
    ])
    expect(a!.disagree).toBe(true)
    expect(count(rows)).toMatchObject({ provisions: 3, rated: 1, unknown: 2, disagree: 1 })
    expect(html('agreement', page(rows))).toContain('monitors disagree')
    expect(html('agreement', page(rows))).toContain('Reported as against the agreement')
  })
})
