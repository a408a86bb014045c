import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daysInWords } from '../../src/forces/days-between.ts'
import type { DrawdownRow } from '../../src/forces/drawdown.ts'
import { entries } from '../../src/forces/entries.ts'
import { forces, forcesPages } from '../../src/forces/index.ts'
import type { PledgeRow } from '../../src/forces/pledges.ts'
import type { StrengthRow } from '../../src/forces/strength.ts'
import { type Day, day, edtf, toIso } from '../../src/kernel/day.ts'
import type { Draft } from '../../src/kernel/ledger/append.ts'
import { own } from '../../src/kernel/ledger/own.ts'
import { obligations } from '../../src/kernel/rules/derive.ts'
import type { Face, Scalar } from '../../src/kernel/rules/face.ts'
import type { Rulebook } from '../../src/kernel/rules/rulebook.ts'
import { validate } from '../../src/kernel/rules/validate.ts'
import { OFFICES, STATES } from '../../src/record/names.ts'
import { PUBLIC } from '../../src/record/record.ts'
import { SINCE_EVER, shippedBook } from '../../src/record/rulebook.ts'
import { freshRecord } from '../database.ts'
import { drawn, spoken } from './asking.ts'

const TODAY = day('2026-11-24')
const DATA = new URL('../../data/forces.ndjson', import.meta.url)
const book: Rulebook = shippedBook()
const days = new Set(['until', 'from'])

/** What is told, one thing after another, about one subject. */
const told = (door: Face['door'], ...of: readonly (readonly [type: string, on: string, is?: Readonly<Record<string, Scalar>>])[]): Face[] =>
  of.map(([type, on, is = {}], i) => ({
    seq: i + 1,
    id: `e${i + 1}`,
    type,
    subject: 'SIM-1',
    ...edtf(on),
    door,
    is: Object.fromEntries(Object.entries(is).map(([k, v]) => [k, days.has(k) && typeof v === 'string' && /^\d/.test(v) ? day(v) : v])),
  }))
const owed = (faces: readonly Face[], duty: string, on: string) => {
  const d = day(on)
  const span = obligations([{ seq: 1, from: SINCE_EVER, book }], faces, day('2027-12-31')).find(
    s => s.duty === duty && s.from <= d && d < s.to,
  )
  return span && { stands: span.state, debtor: span.debtor, due: span.due < 2_147_483_647 ? toIso(span.due) : null }
}
const XAA = { state: 'XAA' }
const SIM = { mission: 'SIM-1' }

describe('the rulebook', () => {
  it('holds the duties of this chapter, and nothing is wrong with it', () => {
    expect(validate(book)).toEqual([])
    expect(forces.duties).toHaveLength(14)
    expect(forces.duties.every(d => d.duty.startsWith('forces.'))).toBe(true)
  })
  it('has a number only where a text gives one: 60 days, seen', () =>
    expect(forces.duties.filter(d => typeof d.within === 'object' && 'n' in d.within).map(d => [d.duty, d.within])).toEqual([
      ['forces.deploy-rapidly', { n: 60, unit: 'days', standing: 'seen' }],
    ]))
  it('says a word for each type', () => {
    for (const type of Object.keys(entries)) expect(forcesPages.typeWords('en', type)).toHaveLength(2)
    expect(forcesPages.typeWords('en', 'ReportReceived')).toBeUndefined()
    expect(Object.keys(forcesPages.questions)).toEqual(forces.questions?.map(q => q.name))
  })
})

describe('a pledge', () => {
  it('has no date, so it is never late; a few who come first are not what was promised', () => {
    const pledged = told(
      'command',
      ['PledgeMade', '2015-09-28', { ...XAA, capability: 'troops' }],
      ['UnitArrived', '2016-05', { ...SIM, ...XAA, part: 'first' }],
    )
    expect(owed(pledged, 'forces.keep-pledge', '2026-11-24')).toEqual({ stands: 'elapsing', debtor: 'XAA', due: null })
    const came = [...pledged, { ...told('command', ['UnitArrived', '2017-05', { ...SIM, ...XAA, part: 'main' }])[0]!, seq: 3, id: 'e3' }]
    expect(owed(came, 'forces.keep-pledge', '2017-04-30')?.stands).toBe('elapsing')
    expect(owed(came, 'forces.keep-pledge', '2017-05-01')?.stands).toBe('met')
  })
  it('told by a newspaper counts no days', () =>
    expect(owed(told('testimony', ['PledgeMade', '2015-09-28', XAA]), 'forces.keep-pledge', '2026-11-24')?.stands).toBe('silent'))
  it('taken back is not kept: only a waiver ends it', () => {
    const back = told('command', ['PledgeMade', '2020-01-01', XAA], ['PledgeWithdrawn', '2020-06-01', XAA])
    expect(owed(back, 'forces.keep-pledge', '2021-01-01')?.stands).toBe('elapsing')
    expect(forces.doubts(back)).toHaveLength(1)
    const waived = [...back, { ...told('command', ['DutyWaived', '2020-06-01', { duty: 'forces.keep-pledge' }])[0]!, seq: 3, id: 'e3' }]
    expect(owed(waived, 'forces.keep-pledge', '2021-01-01')?.stands).toBe('waived')
    expect(forces.doubts(waived)).toEqual([])
  })
  it('once registered waits for the UN to visit', () => {
    const registered = told('command', ['PledgeRegistered', '2017-09-22', XAA], ['PledgeAssessed', '2018-10-15', XAA])
    expect(owed(registered, 'forces.visit', '2018-10-14')).toMatchObject({ stands: 'elapsing', debtor: 'un.dpo' })
    expect(owed(registered, 'forces.visit', '2018-10-15')?.stands).toBe('met')
    expect(owed(registered, 'forces.agree', '2018-10-15')).toMatchObject({ stands: 'elapsing', debtor: 'un.dpo' })
  })
})

describe('a unit of the rapid deployment level', () => {
  const asked = (level: string, came: string) =>
    told('command', ['DeploymentRequested', '2025-01-01', { ...SIM, ...XAA, level }], ['UnitDeployed', came, { ...SIM, ...XAA }])
  it('is in time on the sixtieth day and past it the day after', () => {
    expect(owed(asked('rapid', '2025-03-02'), 'forces.deploy-rapidly', '2025-03-02')).toEqual({
      stands: 'met',
      debtor: 'XAA',
      due: '2025-03-02',
    })
    expect(owed(asked('rapid', '2025-03-03'), 'forces.deploy-rapidly', '2025-03-03')?.stands).toBe('met late')
  })
  it('owes 60 days at no other level, and may wait for a visa while the clock stands', () => {
    expect(owed(asked('2', '2025-03-03'), 'forces.deploy-rapidly', '2025-02-01')).toBeUndefined()
    const waits = told(
      'command',
      ['DeploymentRequested', '2025-01-01', { ...SIM, ...XAA, level: 'rapid' }],
      ['ClockStopped', '2025-01-31', { duty: 'forces.deploy-rapidly' }],
      ['ClockRestarted', '2025-03-02', { duty: 'forces.deploy-rapidly' }],
    )
    expect(owed(waits, 'forces.deploy-rapidly', '2025-02-10')?.stands).toBe('stopped')
    expect(owed(waits, 'forces.deploy-rapidly', '2025-03-03')?.due).toBe('2025-04-01')
  })
})

describe('a target that an official stated', () => {
  const stated = (door: Face['door'], ...more: Parameters<typeof told>[1][]) =>
    told(door, ['TargetStated', '2014-01', { ...SIM, office: 'un.dpo', until: '2014-03-28' }], ...more)
  it('binds him who stated it, and is silent where nobody says what came of it', () => {
    expect(owed(stated('testimony'), 'forces.keep-target', '2014-03-28')).toEqual({ stands: 'open', debtor: 'un.dpo', due: '2014-03-28' })
    expect(owed(stated('testimony'), 'forces.keep-target', '2014-03-29')?.stands).toBe('silent')
    expect(owed(stated('command'), 'forces.keep-target', '2014-03-29')?.stands).toBe('overdue')
  })
  it('is met by a report of strength only if that says so', () => {
    const report = (is: Readonly<Record<string, Scalar>>) => stated('testimony', ['StrengthReported', '2014-03-20', { ...SIM, ...is }])
    expect(owed(report({ military: 10_500 }), 'forces.keep-target', '2014-03-21')?.stands).toBe('open')
    expect(owed(report({ target: 'not-reached' }), 'forces.keep-target', '2014-03-21')?.stands).toBe('open')
    expect(owed(report({ target: 'reached' }), 'forces.keep-target', '2014-03-21')?.stands).toBe('met')
  })
})

describe('what leaves', () => {
  it('opens a place that the department owes a word about, by duty and not by call', () => {
    for (const [type, duty] of [
      ['UnitRepatriated', 'forces.fill-repatriated'],
      ['StateWithdrewUnit', 'forces.fill-recalled'],
      ['ContingentWithdrawn', 'forces.fill-withdrawn'],
    ] as const) {
      const gone = told('command', [type, '2024-01-10', { ...SIM, ...XAA }], ['RequirementFilled', '2024-09-01', { ...SIM, state: 'XAB' }])
      expect(owed(gone, duty, '2024-08-31')).toEqual({ stands: 'elapsing', debtor: 'un.dpo', due: null })
      expect(owed(gone, duty, '2024-09-01')?.stands).toBe('met')
    }
  })
  it('each thing is handed over by its own date', () => {
    const step = (by: string, until?: string) =>
      told('command', ['DrawdownStep', '2024-01-01', { ...SIM, what: 'claim', by, ...(until ? { until } : {}) }])
    expect(owed(step('resolution', '2024-06-30'), 'forces.hand-over', '2024-07-01')).toMatchObject({
      stands: 'overdue',
      debtor: 'un.mission',
    })
    expect(owed(step('plan'), 'forces.hand-over-as-planned', '2030-01-01')?.stands).toBe('elapsing')
  })
})

describe('the command door', () => {
  const draft = (type: string, is: Draft['is'] = {}, on = '2026-01-02', to = on): Draft => ({
    chapter: 'forces',
    type,
    v: 1,
    subject: 'SIM-1',
    occurredOn: day(on),
    latest: day(to),
    door: 'command',
    expect: 'any',
    is,
    body: { data: {} },
  })
  const code = (before: readonly Face[], d: Draft) => forces.decide(before, d, TODAY)?.code
  it('lets go ahead what can follow, and refuses what cannot', () => {
    const made = told('command', ['PledgeMade', '2026-01-01', XAA])
    expect(code([], draft('PledgeMade', XAA))).toBeUndefined()
    expect(code(made, draft('PledgeRegistered', XAA))).toBeUndefined()
    expect(code(made, draft('PledgeRegistered', { state: 'XAB' }))).toBe('nothing-before')
    expect(code(made, draft('PledgeAgreed', XAA))).toBe('not-assessed')
    expect(code(made, draft('DeploymentEnded', { ...SIM, ...XAA }))).toBe('nothing-before')
    expect(code([], draft('StrengthReported', SIM, '2026-01-01', '2026-01-31'))).toBe('vague-day')
  })
  it('drops nothing: a receiver for each thing, a subject for each, and none closed before', () => {
    const step = told('command', ['DrawdownStep', '2026-01-01', { ...SIM, what: 'file', by: 'plan' }])
    expect(code(step, draft('HandedOver', SIM))).toBe('no-receiver')
    expect(code(step, draft('HandedOver', { ...SIM, receiver: 'the host State' }))).toBeUndefined()
    expect(code(step, draft('DrawdownStep', { ...SIM, what: 'case', by: 'plan' }))).toBe('one-thing-a-subject')
    expect(code(step, draft('CaseClosed'))).toBe('not-handed-over')
    const handed = [...step, ...told('command', ['HandedOver', '2026-01-01', SIM], ['CaseClosed', '2026-01-01'])]
    expect(code(handed.slice(0, 2), draft('CaseClosed'))).toBeUndefined()
    expect(code(handed, draft('HandedOver', { ...SIM, receiver: 'a State' }))).toBe('case-closed')
  })
  it('says what is hard to believe of testimony, and refuses nothing of it', () => {
    expect(forces.doubts(told('testimony', ['PledgeAssessed', '2018-10', XAA])).map(d => d.says)).toEqual([
      'Of what must come before it, PledgeRegistered, nothing is on this record.',
    ])
    expect(forces.doubts(told('testimony', ['HandedOver', '2024-06', SIM]))).toHaveLength(1)
    const twice = told(
      'testimony',
      ['UnitArrived', '2016-05', { ...XAA, part: 'first' }],
      ['UnitArrived', '2016-06', { ...XAA, part: 'first' }],
    )
    expect(forces.doubts(twice)).toHaveLength(2)
  })
})

describe('the lines that ship', () => {
  const lines = readFileSync(DATA, 'utf8')
    .trimEnd()
    .split('\n')
    .map(t => JSON.parse(t) as { id: string; type: string; chapter: string; data: Record<string, unknown> })
  const types: Readonly<Record<string, { readonly face: { safeParse(data: unknown): { success: boolean } } }>> = { ...entries, ...own }
  it('are of types that can happen, each by a name of its own', () => {
    expect(lines.filter(l => !types[l.type]?.face.safeParse(l.data).success).map(l => l.id)).toEqual([])
    expect(new Set(lines.map(l => l.id)).size).toBe(lines.length)
    expect(lines.filter(l => l.data['office'] && !(String(l.data['office']) in OFFICES))).toEqual([])
    expect(lines.filter(l => l.data['state'] && !(String(l.data['state']) in STATES))).toEqual([])
    expect(lines.every(l => l.chapter === 'forces' && typeof l.data['says'] === 'string')).toBe(true)
  })
})

describe('from the facts', () => {
  let record: Awaited<ReturnType<typeof freshRecord>>
  beforeAll(async () => {
    record = await freshRecord()
    expect((await record.import(fileURLToPath(DATA), {})).problems).toEqual([])
    expect((await record.import(fileURLToPath(new URL('../../data/conduct.ndjson', import.meta.url)), {})).problems).toEqual([])
  })
  afterAll(() => record.close())
  const ask = async <Row extends object>(name: string, options: Record<string, string> = {}, on: Day = TODAY): Promise<readonly Row[]> => {
    const question = forces.questions!.find(q => q.name === name)!
    const rows = await record.read(PUBLIC, db => question.rows(db, { on, options }))
    for (const r of rows) expect(question.line(r)).not.toMatch(/undefined|null|NaN/)
    return rows as readonly Row[]
  }
  const pledge = async (name: string, on?: Day) => (await ask<PledgeRow>('pledges', {}, on)).find(r => r.pledge === name)!
  const road = (r: PledgeRow) => r.steps.map(s => [s.step, s.on, daysInWords(s.sincePledge)])

  it('the United Kingdom since 2015: pledged, first arrivals by two sources, main body, ended', async () => {
    const rows = await ask<PledgeRow>('pledges', { state: 'GBR' })
    expect(rows.map(r => r.pledge)).toEqual(['PLEDGE-GBR-SOMALIA', 'PLEDGE-GBR-UNMISS', 'PLEDGE-GBR-UNMISS-HOSPITAL'])
    const r = rows[1]!
    expect(r).toMatchObject({
      mission: 'UNMISS',
      promised: [300, 350],
      upTo: true,
      arrived: { persons: 400, on: '../2017-08-20' },
      ended: '2020-01',
      waitsFor: null,
    })
    expect(road(r)).toEqual([
      ['pledged', '2015-09-28', '0 days'],
      ['pledged', '2015-09-28', '0 days'],
      ['first arrivals', '2016-05', '216 to 246 days'],
      ['first arrivals', '2016-06', '247 to 276 days'],
      ['main body', '2017-05', '581 to 611 days'],
      ['status told', '../2017-08-20', 'days not known'],
      ['ended', '2020-01', '1556 to 1586 days'],
    ])
    expect(r.steps.filter(s => s.source?.conflict)).toHaveLength(4)
    expect(rows[2]).toMatchObject({ promised: [100], ended: '2018-10' })
    expect(rows[0]).toMatchObject({ arrived: { persons: 40, on: '2016-09' }, waitsFor: { what: 'the main body, or word of it' } })
  })
  it('pledges and draw-down say the same in French and in Arabic, and leave no English of their own', async () => {
    const { questions, typeWords, wordsOf } = forcesPages
    const own = wordsOf('en')
    const rows = { pledges: await ask<PledgeRow>('pledges'), drawdown: await ask<DrawdownRow>('drawdown') }
    for (const lang of ['fr', 'ar'] as const) {
      const all = await drawn(questions['pledges']!, rows.pledges, {}, { lang }),
        one = await drawn(questions['pledges']!, rows.pledges, { state: 'GBR' }, { lang }),
        leaving = await drawn(questions['drawdown']!, rows.drawdown, {}, { lang })
      for (const english of [...spoken(own.pledges), ...spoken(own.drawdown)])
        for (const text of [all, one, leaving]) expect(text).not.toContain(english)
      for (const { waitsFor } of rows.pledges)
        if (waitsFor) for (const english of [waitsFor.what, waitsFor.who]) expect(`${all} ${one}`).not.toContain(`>${english}`)
      expect(one).not.toMatch(/first arrivals|status told|since the|not on this record</)
      for (const type of Object.keys(entries)) expect(typeWords(lang, type)).not.toEqual(typeWords('en', type))
    }
    const fr = await drawn(questions['pledges']!, rows.pledges, { state: 'GBR' }, { lang: 'fr' })
    expect(fr).toContain('depuis l’annonce\u202f: 216 à 246 jours')
    expect(fr).toContain('la sélection et un mémorandum (l’ONU et l’État)')
    expect(await drawn(questions['drawdown']!, rows.drawdown, {}, { lang: 'ar' })).toContain('وقف العمليات')
  })
  it('China’s 8,000: pledged, registered, assessed, with the days between', async () => {
    const r = await pledge('PLEDGE-CHN-8000')
    expect(r).toMatchObject({ promised: [8000], waitsFor: { what: 'selection and a memorandum' }, arrived: null })
    expect(r.steps.slice(2).map(s => [s.step, s.on, s.sincePledge, s.sinceStep])).toEqual([
      ['status told', '2016-09-29', [367, 367], [367, 367]],
      ['registered', '2017-09-22', [725, 725], [725, 725]],
      ['assessed', '2018-10', [1099, 1129], [374, 404]],
    ])
    expect((await pledge('PLEDGE-CHN-8000', day('2017-12-31'))).waitsFor).toEqual({
      what: 'a visit and an assessment',
      who: 'the United Nations',
      un: true,
    })
  })
  it('all pledges of the record by State, each with its own source', async () => {
    const rows = await ask<PledgeRow>('pledges')
    expect(rows.map(r => r.state)).toEqual(['CHN', 'CHN', 'CHN', 'COL', 'GBR', 'GBR', 'GBR', 'IDN', 'IND', 'RWA', 'RWA', 'RWA', 'RWA'])
    expect(rows.flatMap(r => r.steps).filter(s => !s.source)).toEqual([])
    expect(await ask('pledges', { state: 'XAA' })).toEqual([])
    expect(await ask('pledges', {}, day('2015-09-27'))).toEqual([])
  })
  it('the Regional Protection Force: 31 of 4,000, waiting for the host State', async () => {
    const rows = (await ask<StrengthRow>('strength', { mission: 'UNMISS' })).filter(r => r.part !== null)
    expect(rows.map(r => r.kind)).toEqual(['authority', 'delay', 'reported'])
    expect(rows[1]).toMatchObject({ waitsFor: 'host-state', on: '2017-01-17' })
    expect(rows[2]).toMatchObject({
      on: '2017-05-15',
      there: { military: 31 },
      authorised: { military: 4000, symbol: 'S/RES/2304' },
      of: 4000,
      percent: 0,
    })
  })
  it('strength beside the authority of its day', async () => {
    const rows = await ask<StrengthRow>('strength')
    const percents = rows.filter(r => r.kind === 'reported').map(r => [r.mission, r.on, r.percent])
    expect(percents).toEqual([
      ['MINUSCA', '2014-09-15', 64],
      ['MINUSMA', '2013-07-01', 47],
      ['MINUSMA', '../2013-10-18', 41],
      ['MINUSMA', '2020-03-10', 90],
      ['UNMISS', '2014-09', 82],
      ['UNMISS', '2017-05-15', 0],
    ])
    expect(rows.filter(r => r.mission === 'MONUSCO').map(r => [r.authorised?.military, r.authorised?.police, r.authorised?.since])).toEqual(
      [
        [16_215, 1441, '2017-03-31'],
        [16_215, 1441, '2019-03-29'],
        [13_500, 2001, '2023-12-19'],
        [11_500, 1713, '2024-07-01'],
      ],
    )
  })
  it('draw-down: South Kivu met late, UNIFIL open today', async () => {
    const rows = await ask<DrawdownRow>('drawdown')
    expect(rows.map(r => [r.mission, r.what, r.due, r.done, r.stands, r.late])).toEqual([
      ['MINUSMA', 'Withdraw', '2023-12-31', null, 'silent', null],
      ['MONUSCO', 'area', '2024-04-30', '2024-06', 'met late', [32, 61]],
      ['UNIFIL', 'Cease operations', '2026-12-31', null, 'open', null],
      ['UNIFIL', 'Withdraw', '2027-12-31', null, 'open', null],
    ])
    expect((await ask<DrawdownRow>('drawdown', { mission: 'UNIFIL' })).every(r => r.symbol === 'S/RES/2790')).toBe(true)
    const [then] = await ask<DrawdownRow>('drawdown', { mission: 'MONUSCO' }, day('2024-05-15'))
    expect(then).toMatchObject({ done: null, stands: 'silent' }) // by testimony: no answer on this record, and no breach
  })
  it('targets are the official’s own, and an estimate is none; what left opens a place, in conduct’s own subjects', async () => {
    const rows = await record.fresh.asOwner<{ subject: string; debtor: string; stands: string; binding: string; mission: string }>(
      `select subject, debtor, stands, binding, mission from obligation where since <= $1 and until > $1 and (duty like 'forces.fill%' or duty = 'forces.keep-target') order by duty, subject`,
      [Number(TODAY)],
    )
    expect(rows.map(r => [r.subject, r.debtor, r.stands])).toEqual([
      ['MINUSCA-COG-2017', 'un.dpo', 'silent'],
      ['MINUSTAH-PAK-2012', 'un.dpo', 'silent'],
      ['MINUSCA-COD-2016', 'un.dpo', 'silent'],
      ['MINUSMA-NGA-2013', 'un.dpo', 'silent'],
      ['MINUSMA-TARGET-2013', 'un.mission', 'silent'],
    ])
  })
  it('a correction takes its row away, and only that', async () => {
    const [{ id }] = (await record.fresh.asOwner<{ id: string }>(
      `select id from entry where origin_id = 'pledge-gbr-unmiss-first-june'`,
    )) as [{ id: string }]
    const correction: Draft = {
      chapter: 'forces',
      type: 'EntrySuperseded',
      v: 1,
      subject: 'PLEDGE-GBR-UNMISS',
      occurredOn: TODAY,
      latest: TODAY,
      door: 'testimony',
      expect: 'any',
      is: { entry: id },
      body: { data: {} },
    }
    expect(await record.ledger.append([correction])).toMatchObject({ ok: true })
    expect((await pledge('PLEDGE-GBR-UNMISS')).steps.map(s => s.on)).toEqual([
      '2015-09-28',
      '2015-09-28',
      '2016-05',
      '2017-05',
      '../2017-08-20',
      '2020-01',
    ])
  })
  it('lists are asked of the index by type', async () => {
    const text = `explain select distinct subject from entry where ledger = 1 and marking between 0 and 3 and type = any ($1)
      and ($2::text is null or state = $2) and ($3::text is null or mission = $3) order by subject limit 500`
    const { rows: plan } = await record.read(PUBLIC, db =>
      db.executeQuery<{ 'QUERY PLAN': string }>(CompiledQuery.raw(text, [['PledgeMade'], 'GBR', null])),
    )
    expect(plan.map(p => p['QUERY PLAN']).join('\n')).toMatch(/Index|Bitmap/)
  })
})
