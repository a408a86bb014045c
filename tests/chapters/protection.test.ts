import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { community } from '../../src/community/index.ts'
import { reconcile } from '../../src/conduct/index.ts'
import type { Chapter } from '../../src/kernel/chapter.ts'
import { type Day, day, edtf, toIso } from '../../src/kernel/day.ts'
import type { Draft } from '../../src/kernel/ledger/append.ts'
import { own } from '../../src/kernel/ledger/own.ts'
import { obligations } from '../../src/kernel/rules/derive.ts'
import type { Door, Face, Scalar } from '../../src/kernel/rules/face.ts'
import { validate } from '../../src/kernel/rules/validate.ts'
import { protection, protectionPages } from '../../src/protection/index.ts'
import { type RateRow, type Year, yearsOf } from '../../src/protection/views.ts'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { nameOf } from '../../src/record/names.ts'
import { figures } from '../../src/record/reconcile.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { shippedBook } from '../../src/record/rulebook.ts'
import { freshRecord } from '../database.ts'
import { spoken } from './asking.ts'

// Who warned, who answered, after how long, told back or not; and nothing with place and time for the public.

for (const c of [community, protection]) if (!CHAPTERS.includes(c)) (CHAPTERS as Chapter[]).push(c)
const book = shippedBook()
const adopted = [{ seq: 0, from: day('1990-01-01'), book }]
const TODAY = day('2026-11-24')
const DATA = new URL('../../data/protection.ndjson', import.meta.url)

type Line = readonly [on: string, type: string, is?: Record<string, Scalar>]
const read = (is: object): Face['is'] =>
  Object.fromEntries(Object.entries(is).map(([k, v]) => [k, typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v) ? day(v) : (v as Scalar)]))
const tell =
  (door: Door, subject = 'S', first = 1) =>
  (...lines: readonly Line[]): Face[] =>
    lines.map(([on, type, is], i) => ({
      seq: first + i,
      id: `${subject} ${type} ${i}`,
      type,
      subject,
      ...edtf(on),
      door,
      is: read({ mission: 'SIM-1', ...is }),
    }))
const register = tell('command')
const sources = tell('testimony')
const life = (faces: readonly Face[], duty: string): string =>
  obligations(adopted, faces, day('2030-01-01'))
    .filter(s => s.duty === `protection.${duty}`)
    .map(s => `${toIso(s.from)} ${s.state}`)
    .join(', ')
const warning: Line = ['2025-03-03', 'WarningReceived']
const response = (by: string, on = '2025-03-05'): Line => [on, 'ResponseGiven', { tier: 'physical', by }]

describe('a warning needs an answer', () => {
  it('in a book that may be adopted', () => expect(validate(book)).toEqual([]))
  it('and has no number: by the register days run, by testimony nothing is said', () => {
    expect(life(register(warning), 'answer-warning')).toBe('2025-03-03 elapsing')
    expect(life(sources(warning), 'answer-warning')).toBe('2025-03-03 silent')
    expect(life(register(['2025-03-03', 'AlertRaised']), 'answer-alert')).toBe('2025-03-03 elapsing')
  })
  it('unless it names its day itself', () => {
    const until: Line = ['2025-03-03', 'WarningReceived', { until: '2025-03-06' }]
    expect(life(register(until), 'answer-warning')).toBe('2025-03-03 open, 2025-03-07 overdue')
    expect(life(sources(until), 'answer-warning')).toBe('2025-03-03 open, 2025-03-07 silent')
    expect(protection.duties.find(d => d.duty === 'protection.answer-warning')!.binding).toBe('assumption')
  })
  it('act, or say why not: a decision to act is no answer yet', () => {
    const decided = (decision: string): Line => ['2025-03-04', 'ProtectionDecided', { decision }]
    expect(life(register(warning, decided('act')), 'answer-warning')).toBe('2025-03-03 elapsing')
    expect(life(register(warning, decided('not-act')), 'answer-warning')).toBe('2025-03-03 elapsing, 2025-03-04 met')
    expect(life(register(warning, decided('act'), response('mission')), 'answer-warning')).toBe('2025-03-03 elapsing, 2025-03-05 met')
  })
  it('of the mission: what State forces did is theirs', () => {
    expect(life(register(warning, response('state-forces')), 'answer-warning')).toBe('2025-03-03 elapsing')
    expect(life(register(warning, response('joint')), 'answer-warning')).toBe('2025-03-03 elapsing, 2025-03-05 met')
  })
  it('also when it comes in as feedback of a community', () => {
    const feedback = (kind: string): Line => ['2025-03-03', 'FeedbackReceived', { kind }]
    expect(life(register(feedback('warning')), 'answer-community')).toBe('2025-03-03 elapsing')
    expect(life(register(feedback('complaint')), 'answer-community')).toBe('')
    expect(life(register(feedback('warning'), response('mission')), 'answer-community')).toBe('2025-03-03 elapsing, 2025-03-05 met')
  })
  it('and whoever warned is told', () =>
    expect(life(register(warning, ['2025-03-09', 'WarnerTold']), 'tell-warner')).toBe('2025-03-03 elapsing, 2025-03-09 met'))
})

describe('a threat', () => {
  it('stays open until it is determined ended: not by an answer, not by quiet', () => {
    const threat: Line = ['2025-03-03', 'ThreatIdentified']
    expect(life(register(threat, response('mission')), 'determine-ended')).toBe('2025-03-03 elapsing')
    expect(life(register(threat, ['2025-06-30', 'ThreatEnded', { harm: 'none' }]), 'determine-ended')).toBe(
      '2025-03-03 elapsing, 2025-06-30 met',
    )
    expect(protection.duties.find(d => d.duty === 'protection.determine-ended')).toMatchObject({
      binding: 'assumption',
      within: 'without delay',
      cites: { standing: 'second-hand' },
    })
  })
  it('leaves a promise, with the day that the mission gave itself', () => {
    const promise: Line = ['2025-04-01', 'AfterActionCommitted', { until: '2025-06-01' }]
    expect(life(register(promise), 'keep-after-action')).toBe('2025-04-01 open, 2025-06-02 overdue')
    expect(life(register(promise, ['2025-05-30', 'AfterActionKept']), 'keep-after-action')).toBe('2025-04-01 open, 2025-05-30 met')
  })
})

describe('the table that a resolution asks for', () => {
  const asked: Line = ['2020-06-29', 'ResponseRateAsked', { mission: 'MINUSMA', until: '2021-06-30' }]
  it('is owed by the mission, under the resolution, without a number that it does not give', () => {
    expect(protection.duties.find(d => d.duty === 'protection.record-rate')).toMatchObject({
      owedBy: { office: 'un.mission' },
      binding: 'resolution',
      within: 'without delay',
      cites: { instrument: 'S/RES/2531 (2020)', at: 'para. 28 (c) (ii)', standing: 'second-hand', rule: 'POC-RATE' },
    })
    expect(life(sources(asked), 'record-rate')).toBe('2020-06-29 silent')
  })
  it('by the end of the mandate is an assumption of ours, and silence after it is no breach', () =>
    expect(life(sources(asked), 'yearly-table')).toBe('2020-06-29 open, 2021-07-01 silent'))
  it('grounds no finding', () => expect(protection.findings).toEqual([]))
})

describe('the command door', () => {
  const draft = (type: string, is: Record<string, Scalar> = {}, more: Partial<Draft> = {}, data: Draft['body']['data'] = {}): Draft => ({
    chapter: 'protection',
    type,
    v: 1,
    subject: 'S',
    occurredOn: day('2025-03-05'),
    latest: day('2025-03-05'),
    door: 'command',
    expect: 'any',
    is: { mission: 'SIM-1', ...is },
    body: { data },
    ...more,
  })
  const refused = (before: readonly Face[], d: Draft): string | undefined => protection.decide(before, d, TODAY)?.code
  it('puts no warning where the public, or a whole mission, could read it', () => {
    for (const marking of [0, 1] as const)
      for (const type of ['AlertRaised', 'ThreatIdentified', 'WarningReceived', 'HarmReported', 'ResponseGiven'])
        expect(refused(register(warning), draft(type, {}, { marking }))).toBe('too-open')
    expect(refused([], draft('AlertRaised', {}, { marking: 2 }))).toBeUndefined()
    expect(refused([], draft('AlertRaised'))).toBeUndefined() // a new subject without a word is strictly confidential
    expect(refused(sources(warning), draft('AlertRaised'))).toBe('say-marking')
    expect(refused(register(warning), draft('MarkingChanged', { marking: 'public' }))).toBe('too-open')
    expect(refused(register(warning), draft('MarkingChanged', { marking: 'strictly confidential' }))).toBeUndefined()
  })
  it('keeps a place, and who warned, in a body that is strictly confidential', () => {
    for (const data of [{ place: 'x' }, { nearestBase: 'x' }, { where: { villages: ['x'] } }, { gps: '0' }]) {
      expect(refused([], draft('AlertRaised', {}, { marking: 2 }, data))).toBe('place-in-the-open')
      expect(refused([], draft('AlertRaised', {}, { marking: 2, body: { data, marking: 3 } }))).toBeUndefined()
    }
    expect(refused(register(warning), draft('ThreatAssessed', {}, {}, { place: 'x' }))).toBe('place-in-the-open') // of that subject we do not know
    expect(refused([], draft('WarningReceived'))).toBe('who-warned')
    expect(refused([], draft('WarningReceived', {}, {}, { witness: 'a trader' }))).toBeUndefined()
    expect(refused([], draft('WarningReceived', {}, { marking: 2 }, { witness: 'a trader' }))).toBe('place-in-the-open')
  })
  it('wants a reason for not acting, and something to answer', () => {
    const no = draft('ProtectionDecided', { decision: 'not-act' })
    expect(refused(register(warning), no)).toBe('reason-wanted')
    expect(refused(register(warning), { ...no, body: { data: { reason: 'State forces are there.' } } })).toBeUndefined()
    expect(refused([], draft('ResponseGiven', { tier: 'physical', by: 'mission' }))).toBe('nothing-to-answer')
    expect(
      refused(
        register(['2025-03-03', 'FeedbackReceived', { kind: 'warning' }]),
        draft('ResponseGiven', { tier: 'dialogue', by: 'mission' }),
      ),
    ).toBeUndefined()
    expect(refused(register(warning), draft('ThreatEnded'))).toBe('no-threat')
    expect(refused(register(warning), draft('AfterActionKept'))).toBe('not-promised')
  })
  it('never mixes a warning with what is published', () => {
    expect(refused(sources(['2018', 'FigureReported']), draft('AlertRaised', {}, { marking: 2 }))).toBe('mixed')
    expect(
      refused(register(warning), draft('ResponseRateReported', { period: '2024', definition: 'by-anyone', warnings: 40, answered: 30 })),
    ).toBe('mixed')
  })
  it('publishes no rate of fewer than twenty, nor of a year that is not over', () => {
    const said = { period: '2025', definition: 'by-the-mission', warnings: 20, answered: 11 }
    expect(refused([], draft('ResponseRateReported', said))).toBeUndefined()
    expect(refused([], draft('ResponseRateReported', { ...said, warnings: 19 }))).toBe('too-few')
    expect(refused([], draft('ResponseRateReported', { ...said, answered: 21 }))).toBe('more-than-all')
    for (const period of ['2026', '2025-03', 'spring'])
      expect(refused([], draft('ResponseRateReported', { ...said, period }))).toBe('not-over')
  })
  it('says at the other door what is hard to believe', () =>
    expect(protection.doubts(sources(response('mission'), ['2025-03-06', 'ThreatEnded', { harm: 'none' }])).map(d => d.says)).toEqual([
      'An answer; the warning or the threat that it answers is not on this record.',
      'A threat determined ended, of whose beginning nothing is on this record.',
    ]))
})

/** Twenty-five warnings of 2025: some looked into, some answered, some in time, some ended. */
const story = (n: number, ...lines: readonly Line[]): Face[] =>
  tell('command', `W${n}`, 100 * n)(['2025-03-03', 'WarningReceived', n <= 22 ? { until: '2025-03-06' } : {}], ...lines)
const stories = (): Face[] =>
  Array.from({ length: 25 }, (_, i) => i + 1).flatMap(n => {
    if (n <= 10) return story(n, response('mission'), ['2025-03-07', 'WarnerTold'], ['2025-04-01', 'ThreatEnded', { harm: 'none' }])
    if (n <= 15) return story(n, response('state-forces', '2025-03-10'), ['2025-04-01', 'ThreatEnded', {}])
    if (n <= 20)
      return story(n, ['2025-03-04', 'ThreatAssessed', {}], ['2025-04-01', 'ThreatEnded', { harm: 'none' }], ['2025-04-02', 'HarmReported'])
    return story(n)
  })
const shares = (y: Year | undefined): string[] =>
  y?.rates.map(r => `${r.definition} ${r.share ?? r.withheld}${r.of === null ? '' : ` of ${r.of}`}`) ?? []

describe('the rate of response', () => {
  it('is another number under each definition, and each says of how many', () => {
    const [year] = yearsOf(stories(), TODAY)
    expect(year).toMatchObject({ mission: 'SIM-1', year: '2025', warnings: 25 })
    expect(shares(year)).toEqual([
      'acknowledged 60 of 25', // fifteen: ten answered by the mission, five assessed
      'by-the-mission 40 of 25',
      'by-anyone 60 of 25',
      'in-time 45 of 22', // ten of those that name a day
      'told-back 40 of 25',
      'without-harm 50 of 20', // ten stated without harm; five stated so while harm is reported; five of which nothing is said
    ])
  })
  it('is not told of fewer than twenty', () => {
    const [year] = yearsOf(
      stories().filter(f => Number(f.subject.slice(1)) <= 19),
      TODAY,
    )
    expect(year!.warnings).toBe(19)
    expect(new Set(year!.rates.map(r => r.withheld))).toEqual(new Set(['fewer than 20']))
    expect(year!.rates.every(r => r.share === null && r.answered === null && r.of === null)).toBe(true)
  })
  it('stops at the end of the last full year', () => expect(yearsOf(stories(), day('2025-12-30'))).toEqual([]))
})

describe('the record that ships, and the question', () => {
  let record: Awaited<ReturnType<typeof freshRecord>>
  let folder: string
  const ask = (options: { [o: string]: string } = {}, reader = PUBLIC, on: Day = TODAY) =>
    record.read(reader, db => protection.questions![0]!.rows(db, { on, options })) as Promise<readonly RateRow[]>
  beforeAll(async () => {
    record = await freshRecord()
    folder = mkdtempSync(join(tmpdir(), 'peaceops-protection-'))
    const report = await record.import(DATA.pathname, { today: TODAY })
    expect(report.problems).toEqual([])
    expect(report.notices).toEqual([])
    // An office keeps its register: twenty-five warnings, each with its witness and a place, strictly confidential.
    const written = (f: Face) => ({
      id: f.id.toLowerCase().replaceAll(' ', '-'),
      chapter: 'protection',
      type: f.type,
      subject: f.subject,
      occurredOn: toIso(f.occurredOn),
      marking: 'confidential',
      bodyMarking: 'strictly confidential',
      data: { ...f.is, ...(f.is['until'] === undefined ? {} : { until: '2025-03-06' }), witness: 'a trader', place: 'SECRET-PLACE' },
    })
    const threats = stories()
      .filter(f => f.type === 'ThreatEnded')
      .map(f =>
        written({ ...f, id: `${f.subject} threat`, type: 'ThreatIdentified', occurredOn: day('2025-03-03'), is: { mission: 'SIM-1' } }),
      )
    const file = join(folder, 'register.ndjson')
    writeFileSync(file, [...threats, ...stories().map(written)].map(l => JSON.stringify(l)).join('\n'))
    expect((await record.import(file, { today: TODAY, office: 'un.mission' })).problems).toEqual([])
  })
  afterAll(async () => {
    await record.close()
    rmSync(folder, { recursive: true, force: true })
  })
  it('shows the public what was published, each figure with its own definition and source', async () => {
    const rows = await ask()
    expect(rows.filter(r => r.is === 'year')).toEqual([])
    const published = rows.filter(r => r.is === 'published')
    expect(published.filter(r => r.unit === 'per cent').map(r => [r.mission, r.period, r.count, r.of, r.about])).toEqual(
      expect.arrayContaining([
        ['MONUSCO', '2017-2018', 85, 6170, true],
        ['OCHA in DR Congo (not a mission)', '2017', 72, 701, false],
      ]),
    )
    expect(published.find(r => r.count === 85)).toMatchObject({
      what: 'addressed by State security forces, government authorities and MONUSCO together',
      source: { standing: 'seen' },
    })
    expect(published.filter(r => r.counts === 'alerts received').map(r => r.count)).toEqual([6170, 3600])
    expect(published.find(r => r.count === 500)).toMatchObject({ about: true, source: { standing: 'second-hand' } })
  })
  it('shows what a resolution asks of MINUSMA, and that nothing of it is on this record', async () =>
    expect((await ask({ mission: 'MINUSMA' })).map(r => (r.is === 'owed' ? [r.duty, r.state, r.due, r.binding, r.mission] : r.is))).toEqual(
      [
        ['protection.record-rate', 'silent', null, 'resolution', 'MINUSMA'],
        ['protection.yearly-table', 'silent', '2021-06-30', 'assumption', 'MINUSMA'],
      ],
    ))
  it('shows the office its own yearly table, and the public none of it', async () => {
    const [year, ...rest] = await ask({ mission: 'SIM-1' }, OPERATOR)
    expect(shares(year as Year)).toEqual([
      'acknowledged 60 of 25',
      'by-the-mission 40 of 25',
      'by-anyone 60 of 25',
      'in-time 45 of 22',
      'told-back 40 of 25',
      'without-harm 50 of 20',
    ])
    expect(rest).toEqual([])
    expect(await ask({ mission: 'SIM-1' })).toEqual([])
    expect(protection.questions![0]!.line(year!)).toMatch(
      /^SIM-1 {2}2025 {2}25 warnings; acknowledged 60 % of 25; by-the-mission 40 % of 25;/,
    )
  })
  it('forgets a correction, as every list does', async () => {
    const file = join(folder, 'more.ndjson')
    const wrong = {
      id: 'p-rate-1',
      chapter: 'protection',
      type: 'ResponseRateReported',
      subject: 'SIM-2-RATE',
      occurredOn: '2026-02-01',
      marking: 'public',
      data: { mission: 'SIM-2', period: '2025', definition: 'by-anyone', warnings: 40, answered: 39 },
    }
    writeFileSync(
      file,
      [
        wrong,
        { ...wrong, id: 'p-rate-2', data: { ...wrong.data, answered: 30 } },
        {
          id: 'p-rate-3',
          chapter: 'protection',
          type: 'EntrySuperseded',
          subject: 'SIM-2-RATE',
          occurredOn: '2026-02-03',
          marking: 'public',
          data: { entry: 'p-rate-1' },
        },
      ]
        .map(l => JSON.stringify(l))
        .join('\n'),
    )
    expect((await record.import(file, { today: TODAY })).problems).toEqual([])
    expect(await ask({ mission: 'SIM-2' })).toMatchObject([
      { is: 'published', count: 75, of: 40, definition: 'by-anyone', unit: 'per cent' },
    ])
  })
  it('has a page that names no place, no day of a warning and no verdict', async () => {
    for (const reader of [PUBLIC, OPERATOR]) {
      const answered = {
        lang: 'en' as const,
        on: TODAY,
        asked: { options: {} },
        rows: await ask({}, reader),
        nameOf: (code: string) => code,
        actOf: (_duty: string, act: string) => act,
        to: (href: string) => href,
      }
      const { rate } = protectionPages.questions
      expect(rate.title(answered)).toBe('About 85 per cent of 6,170 warnings were “addressed”; by whom, the word does not say')
      const html = String(await rate.Content(answered))
      expect(html).not.toMatch(/SECRET-PLACE|trader|2025-03-0\d|breach|violat|fail|undefined|\[object/)
      expect(html).toContain('State security forces, government authorities and MONUSCO')
    }
  })
  it('has it in French and in Arabic, too, with no English of its own', async () => {
    const { wordsOf, typeWords, questions } = protectionPages
    const rows = await ask({}, OPERATOR)
    const said = (lang: 'fr' | 'ar') => {
      const a = {
        ...{ lang, on: TODAY, asked: { options: {} }, rows, to: (href: string) => href },
        nameOf: (code: string) => nameOf(code, lang),
        actOf: (_duty: string, act: string) => act,
      }
      return `${questions.rate.title(a)} ${questions.rate.lede?.(a)} ${questions.rate.Content(a)}`
    }
    expect(said('fr')).toContain('Environ 85\u202f% de 6\u202f170 alertes ont été «\u202ftraitées\u202f» (“addressed”)')
    expect(said('ar')).toContain('نحو 85 في المائة من الإنذارات، وعددها 6,170')
    for (const english of spoken(wordsOf('en'))) for (const lang of ['fr', 'ar'] as const) expect(said(lang)).not.toContain(english)
    for (const type of Object.keys(protection.entries))
      for (const lang of ['fr', 'ar']) expect(typeWords(lang, type)).not.toEqual(typeWords('en', type))
  })
  it('adds up to no discrepancy of the figures of conduct', async () => expect(reconcile(await record.read(PUBLIC, figures))).toEqual([]))
  it('is of types that can happen, linked only where the source may be', () => {
    const lines = readFileSync(DATA, 'utf8')
      .trimEnd()
      .split('\n')
      .map(l => JSON.parse(l) as { id: string; type: string; data: object; source: { url?: string } })
    for (const l of lines) expect({ ...protection.entries, ...own }[l.type]?.face.safeParse(l.data).error).toBeUndefined()
    expect(lines.filter(l => l.source.url).map(l => l.id)).toEqual(['poc-500-attacks', 'minusma-poc-authority-ended'])
    expect(lines).toHaveLength(14)
  })
})
