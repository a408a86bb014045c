import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { community, communityPages } from '../../src/community/index.ts'
import type { Level, ServiceRow } from '../../src/community/views.ts'
import { conduct } from '../../src/conduct/index.ts'
import type { Chapter } from '../../src/kernel/chapter.ts'
import { type Day, day, edtf, toIso } from '../../src/kernel/day.ts'
import type { Draft } from '../../src/kernel/ledger/append.ts'
import { own } from '../../src/kernel/ledger/own.ts'
import { obligations } from '../../src/kernel/rules/derive.ts'
import type { Door, Face, Scalar } from '../../src/kernel/rules/face.ts'
import { validate } from '../../src/kernel/rules/validate.ts'
import type { Lang } from '../../src/paper/messages.ts'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { shippedBook } from '../../src/record/rulebook.ts'
import { freshRecord } from '../database.ts'

// What people told a mission, and what they were told back. The mission is the debtor.

for (const c of [community]) if (!CHAPTERS.includes(c)) (CHAPTERS as Chapter[]).push(c)
const book = shippedBook()
const adopted = [{ seq: 0, from: day('1990-01-01'), book }]

type Line = readonly [on: string, type: string, is?: Record<string, Scalar>]
const tell =
  (door: Door) =>
  (...lines: readonly Line[]): Face[] =>
    lines.map(([on, type, is], i) => ({
      seq: i + 1,
      id: `${type} ${i + 1}`,
      type,
      subject: 'S',
      ...edtf(on),
      door,
      is: { mission: 'MINUSCA', ...is },
    }))
const register = tell('command')
const sources = tell('testimony')
const life = (faces: readonly Face[], duty: string): string =>
  obligations(adopted, faces, day('2030-01-01'))
    .filter(s => s.duty === `community.${duty}`)
    .map(s => `${toIso(s.from)} ${s.state}`)
    .join(', ')
const complaint: Line = ['2026-03-02', 'FeedbackReceived', { kind: 'complaint' }] // a Monday

describe('what the mission owes', () => {
  it('fits into a book that may be adopted', () => expect(validate(book)).toEqual([]))
  it('is each an assumption of ours, which grounds nothing', () => {
    expect(new Set(community.duties.map(d => d.binding))).toEqual(new Set(['assumption']))
    expect(new Set(community.duties.map(d => d.cites.standing))).toEqual(new Set(['ours']))
    expect(community.duties.every(d => 'office' in d.owedBy && d.owedBy.office === 'un.mission')).toBe(true)
    expect(community.findings).toEqual([])
  })
  it('acknowledges in two working days, and is past them on the day after', () => {
    expect(life(register(complaint), 'acknowledge')).toBe('2026-03-02 open, 2026-03-05 overdue')
    expect(life(register(complaint, ['2026-03-04', 'FeedbackAcknowledged']), 'acknowledge')).toBe('2026-03-02 open, 2026-03-04 met')
    expect(life(register(complaint, ['2026-03-04', 'LimitsExplained']), 'acknowledge')).toBe('2026-03-02 open, 2026-03-04 met')
  })
  it('passes on in five, answers in twenty, and tells back in five from the answer', () => {
    const faces = register(
      complaint,
      ['2026-03-09', 'FeedbackReferred'],
      ['2026-03-30', 'FeedbackAnswered'],
      ['2026-04-10', 'FeedbackToldBack'],
    )
    expect(life(faces, 'refer')).toBe('2026-03-02 open, 2026-03-09 met')
    expect(life(faces, 'answer')).toBe('2026-03-02 open, 2026-03-30 met')
    expect(life(faces, 'tell-back')).toBe('2026-03-30 open, 2026-04-07 overdue, 2026-04-10 met late')
  })
  it('passes nothing on without consent, and owes that no longer', () =>
    expect(life(register(complaint, ['2026-03-03', 'ConsentRecorded', { consent: 'not-given' }]), 'refer')).toBe(
      '2026-03-02 open, 2026-03-03 met',
    ))
  it('owes nothing more of what was taken back', () => {
    const faces = register(complaint, ['2026-03-03', 'FeedbackWithdrawn'])
    for (const d of ['acknowledge', 'refer', 'answer', 'offer-help']) expect(life(faces, d)).toMatch(/2026-03-03 met$/)
  })
  it('offers help where there is a complaint, without a number', () => {
    expect(life(register(complaint), 'offer-help')).toBe('2026-03-02 elapsing')
    expect(life(register(['2026-03-02', 'FeedbackReceived', { kind: 'question' }]), 'offer-help')).toBe('')
  })
  it('turns nothing red by silence on somebody else’s record', () =>
    expect(life(sources(complaint), 'answer')).toBe('2026-03-02 open, 2026-03-31 silent'))
})

describe('the crossing from conduct', () => {
  const outcome = (by: string): Line => ['2026-05-04', 'OutcomeReported', { state: 'XAA', by }]
  it('opens “tell the place” when the State, or the UN, reports how a case ended', () => {
    expect(life(register(outcome('state')), 'tell-place')).toBe('2026-05-04 elapsing')
    expect(life(register(outcome('un')), 'tell-place-own-outcome')).toBe('2026-05-04 elapsing')
    expect(life(sources(outcome('state')), 'tell-place')).toBe('2026-05-04 silent')
  })
  it('is met by telling the place, whichever chapter writes it, and not by telling the complainant', () => {
    for (const type of ['CommunityTold', 'PlaceTold'])
      expect(life(register(outcome('state'), ['2026-05-20', type]), 'tell-place')).toBe('2026-05-04 elapsing, 2026-05-20 met')
    expect(life(register(outcome('state'), ['2026-05-20', 'ComplainantTold']), 'tell-place')).toBe('2026-05-04 elapsing')
  })
  it('starts nothing by a press story', () =>
    expect(life(sources(['2026-05-04', 'StatusReported', { by: 'press' }]), 'tell-place')).toBe(''))
  it('looks at fields that conduct has', () => {
    expect(Object.keys(conduct.entries['OutcomeReported']!.face.shape)).toEqual(expect.arrayContaining(['mission', 'by']))
    for (const by of ['state', 'un'])
      expect(conduct.entries['OutcomeReported']!.face.safeParse({ mission: 'MINUSCA', state: 'GAB', by }).success).toBe(true)
    for (const type of ['ComplainantTold', 'CommunityTold']) expect(conduct.entries[type]).toBeDefined()
  })
})

describe('the command door', () => {
  const today = day('2026-11-24')
  const draft = (type: string, is: Record<string, Scalar> = {}, more: Partial<Draft> = {}): Draft => ({
    chapter: 'community',
    type,
    v: 1,
    subject: 'S',
    occurredOn: day('2026-03-05'),
    latest: day('2026-03-05'),
    door: 'command',
    expect: 'any',
    is: { mission: 'MINUSCA', ...is },
    body: { data: {} },
    ...more,
  })
  const refused = (before: readonly Face[], d: Draft): string | undefined => community.decide(before, d, today)?.code
  const limits: Line = ['2026-03-03', 'LimitsExplained']
  const consent: Line = ['2026-03-03', 'ConsentRecorded', { consent: 'given' }]
  it('keeps what somebody told confidential', () => {
    expect(refused([], draft('FeedbackReceived', { kind: 'other' }, { marking: 0 }))).toBe('too-open')
    expect(refused([], draft('FeedbackReceived', { kind: 'other' }, { marking: 2 }))).toBeUndefined()
    expect(refused([], draft('FeedbackReceived', { kind: 'other' }))).toBeUndefined() // strictly confidential
    expect(refused(sources(complaint), draft('LimitsExplained'))).toBe('say-marking')
    expect(refused(register(complaint), draft('MarkingChanged', { marking: 'public' }))).toBe('too-open')
  })
  it('wants the limits before consent, and consent before a complaint goes further', () => {
    const given = draft('ConsentRecorded', { consent: 'given' })
    expect(refused(register(complaint), given)).toBe('limits-first')
    expect(refused(register(complaint, limits), given)).toBeUndefined()
    expect(refused(register(complaint, limits), draft('FeedbackReferred'))).toBe('consent-first')
    expect(refused(register(complaint, limits, consent), draft('FeedbackReferred'))).toBeUndefined()
    const back: Line = ['2026-03-04', 'ConsentRecorded', { consent: 'withdrawn' }]
    expect(refused(register(complaint, limits, consent, back), draft('FeedbackReferred'))).toBe('consent-first')
  })
  it('does nothing more with what was taken back, nor with what never came', () => {
    expect(refused(register(complaint, ['2026-03-04', 'FeedbackWithdrawn']), draft('FeedbackAnswered'))).toBe('withdrawn')
    expect(refused([], draft('FeedbackAnswered'))).toBe('not-received')
    expect(refused([], draft('PlaceTold'))).toBe('not-received')
    expect(refused(register(['2026-03-02', 'OutcomeReported', { by: 'state' }]), draft('PlaceTold', {}, { marking: 0 }))).toBeUndefined()
  })
  it('publishes no level of fewer than five, nor of a month that is not over', () => {
    const level = { period: '2026-10', step: 'answered', received: 9, inTime: 7 }
    expect(refused([], draft('ServiceLevelReported', level))).toBeUndefined()
    expect(refused([], draft('ServiceLevelReported', { ...level, received: 4, inTime: 4 }))).toBe('too-few')
    expect(refused([], draft('ServiceLevelReported', { ...level, inTime: 10 }))).toBe('more-than-all')
    for (const period of ['2026-11', '2026-11-02', '2026-13'])
      expect(refused([], draft('ServiceLevelReported', { ...level, period }))).toBe('not-over')
  })
  it('says at the other door what is hard to believe, and refuses nothing', () =>
    expect(community.doubts(sources(complaint, consent, ['2026-03-04', 'FeedbackReferred'])).map(d => d.says)).toEqual([
      'Consent was given; that the limits had been explained is not on this record.',
    ]))
})

describe('the record that ships', () => {
  it('is of types that can happen', () => {
    const lines = readFileSync(new URL('../../data/community.ndjson', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
    for (const line of lines.map(l => JSON.parse(l) as { type: string; data: object; source: { url?: string } })) {
      const type = { ...community.entries, ...own }[line.type]
      expect(type?.face.safeParse(line.data).error).toBeUndefined()
      expect(line.source.url).toBeUndefined() // link: no
    }
    expect(lines).toHaveLength(2)
  })
})

describe('the levels of service', () => {
  let record: Awaited<ReturnType<typeof freshRecord>>
  let folder: string
  const keep = async (lines: readonly object[], office?: string) => {
    const file = join(folder, 'lines.ndjson')
    writeFileSync(file, lines.map(l => JSON.stringify(l)).join('\n'))
    const report = await record.import(file, { today: day('2026-11-24'), ...(office ? { office } : {}) })
    expect(report.problems).toEqual([])
    return report
  }
  const ask = (options: { [o: string]: string } = {}, on: Day = day('2026-11-24'), reader = OPERATOR) =>
    record.read(reader, db => community.questions![0]!.rows(db, { on, options })) as Promise<readonly ServiceRow[]>
  const levels = async (...a: Parameters<typeof ask>): Promise<Level[]> => (await ask(...a)).filter(r => r.is === 'level')
  const one = (n: number, type: string, on: string, data: object = {}, mission = 'SIM-1') => ({
    id: `f${n}-${mission}-${type}`.toLowerCase(),
    chapter: 'community',
    type,
    subject: `${mission}-F${n}`,
    occurredOn: on,
    marking: 'confidential',
    data: { mission, ...data },
  })
  beforeAll(async () => {
    record = await freshRecord()
    folder = mkdtempSync(join(tmpdir(), 'peaceops-community-'))
    // Seven in March for one mission, of which one is taken back; four for another.
    await keep(
      [
        ...[1, 2, 3, 4, 5, 6, 7].map(n => one(n, 'FeedbackReceived', '2026-03-02', { kind: 'question' })),
        ...[1, 2, 3, 4].map(n => one(n, 'FeedbackAcknowledged', '2026-03-03')),
        ...[1, 2, 3].map(n => one(n, 'FeedbackAnswered', '2026-03-16')),
        one(7, 'FeedbackWithdrawn', '2026-03-03'),
        ...[1, 2, 3, 4].map(n => one(n, 'FeedbackReceived', '2026-03-02', { kind: 'question' }, 'SIM-2')),
      ],
      'un.mission',
    )
    await keep(
      readFileSync(new URL('../../data/community.ndjson', import.meta.url), 'utf8')
        .trimEnd()
        .split('\n')
        .map(l => JSON.parse(l) as object),
    )
  })
  afterAll(async () => {
    await record.close()
    rmSync(folder, { recursive: true, force: true })
  })
  it('count, by mission and month, what came and what was in time; what was taken back counts under no step', async () => {
    const [first] = await levels({ mission: 'SIM-1' })
    expect(first).toMatchObject({ mission: 'SIM-1', month: '2026-03', received: 7, withheld: null })
    expect(first!.kept).toEqual([
      { step: 'acknowledged', of: 6, share: 67, notOnRecord: 0 },
      { step: 'referred', of: 6, share: 0, notOnRecord: 0 }, // answered, but after the fifth day
      { step: 'answered', of: 6, share: 50, notOnRecord: 0 },
      { step: 'told-back', of: null, share: null, notOnRecord: 0 }, // three: fewer than five
    ])
  })
  it('tell nothing of fewer than five', async () =>
    expect(await levels({ mission: 'SIM-2' })).toMatchObject([{ month: '2026-03', received: null, withheld: 'fewer than 5', kept: [] }]))
  it('stop at the end of the last month, so that no day can be told from the next', async () => {
    expect(await levels({}, day('2026-03-30'))).toEqual([])
    expect(await levels({}, day('2026-04-01'))).toEqual(await levels({}, day('2026-04-29')))
  })
  it('are not the public’s; what was published is, with its own source', async () => {
    const rows = await ask({}, day('2026-11-24'), PUBLIC)
    expect(rows.map(r => r.is)).toEqual(['published', 'published'])
    expect(rows).toMatchObject([
      { mission: 'MONUSCO', period: '2014', count: 202, about: false },
      {
        mission: 'MONUSCO',
        period: '2014',
        count: 70,
        about: true,
        atLeast: true,
        source: { title: 'CLA Best Practice Review 2014', standing: 'seen' },
      },
    ])
  })
  it('stand beside what places are owed, by a public case', async () => {
    const file = join(folder, 'case.ndjson')
    writeFileSync(
      file,
      JSON.stringify({
        id: 'sim-outcome',
        type: 'OutcomeReported',
        subject: 'SIM-CASE-1',
        occurredOn: '2026-05-04',
        marking: 'public',
        data: { mission: 'SIM-3', state: 'XAA', by: 'state' },
      }),
    )
    await record.import(file, { today: day('2026-11-24') })
    const rows = await ask({ mission: 'SIM-3' }, day('2026-11-24'), PUBLIC)
    expect(rows).toMatchObject([
      { is: 'owed', duty: 'community.tell-place', mission: 'SIM-3', state: 'silent', due: null, debtor: 'un.mission' },
    ])
    expect(community.questions![0]!.line(rows[0]!)).toBe(
      'SIM-3  SIM-CASE-1  to tell the place how it ended, as far as it may be told: not on this record (assumption)',
    )
  })
  const answeredIn = async (lang: Lang) => ({
    lang,
    on: day('2026-11-24'),
    asked: { options: {} },
    rows: await ask(),
    nameOf: (code: string) => code,
    actOf: (_duty: string, act: string) => act,
    to: (href: string) => href,
  })
  it('have a page, which names no debtor but the mission', async () => {
    const answered = await answeredIn('en')
    const html = String(await communityPages.questions.service.Content(answered))
    expect(communityPages.questions.service.title(answered)).toBe('One outcome was reported; that its place was told is not on this record')
    expect(html).toContain('fewer than 5')
    expect(html).not.toMatch(/breach|violat|fail|undefined|\[object/)
  })
  it('have it in the languages of those who ask', async () => {
    for (const [lang, title] of [
      ['fr', 'Une issue a été annoncée'],
      ['ar', 'أُعلنت نتيجة واحدة'],
    ] as const) {
      const page = communityPages.questions.service,
        answered = await answeredIn(lang)
      expect(page.title(answered)).toContain(title)
      const own = String(await page.Content(answered)).replace(/<(bdi|cite)[^>]* lang="en"[^>]*>.*?<\/\1>|<[^>]*>/g, '')
      expect(own).not.toMatch(/\b(mission is|month|within|outcome|answered|published)\b/i)
    }
  })
})
