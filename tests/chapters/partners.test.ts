import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conduct } from '../../src/conduct/index.ts'
import type { Chapter } from '../../src/kernel/chapter.ts'
import { addMonths, type Day, day, edtf, toIso } from '../../src/kernel/day.ts'
import type { Draft } from '../../src/kernel/ledger/append.ts'
import { own } from '../../src/kernel/ledger/own.ts'
import type { ObligationSpan } from '../../src/kernel/rules/clock.ts'
import { asOf, obligations } from '../../src/kernel/rules/derive.ts'
import type { Face } from '../../src/kernel/rules/face.ts'
import { validate } from '../../src/kernel/rules/validate.ts'
import { why } from '../../src/kernel/rules/why.ts'
import type { Answered, QuestionPage } from '../../src/paper/question-page.ts'
import { decide, doubts } from '../../src/partners/decide.ts'
import { entries } from '../../src/partners/entries.ts'
import { partners, partnersPages } from '../../src/partners/index.ts'
import { type CalendarRow, calendar, type Due } from '../../src/partners/views.ts'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { PUBLIC } from '../../src/record/record.ts'
import { SINCE_EVER, shippedBook } from '../../src/record/rulebook.ts'
import { freshRecord } from '../database.ts'

// Until the house adds the line for this chapter, its tests do.
if (!CHAPTERS.some(c => c.name === 'partners')) (CHAPTERS as Chapter[]).push(partners)

const BOOK = shippedBook()
const LAW = [{ seq: 1, from: SINCE_EVER, book: BOOK }]
const HORIZON = day('2027-12-31')
const DATA = fileURLToPath(new URL('../../data/partners.ndjson', import.meta.url))
const REVIEW_DAY = day('2026-12-21')

/** A history, told in order: [type, day, face]. */
type Step = readonly [type: string, on: string, is?: Face['is']]
const faces = (steps: readonly Step[], door: Face['door'] = 'testimony'): Face[] =>
  steps.map(([type, on, is = {}], i) => ({ seq: i + 1, id: `e${i + 1}`, type, subject: 'S', ...edtf(on), door, is }))
const derive = (steps: readonly Step[], door?: Face['door']): ObligationSpan[] => obligations(LAW, faces(steps, door), HORIZON)
const board = (spans: readonly ObligationSpan[], on: string): string[] =>
  asOf(spans, day(on)).map(s => `${s.duty} ${s.debtor} ${s.state}${s.due === 2_147_483_647 ? '' : ` ${toIso(s.due)}`}`)
const ADOPTED: Step = ['InstrumentAdopted', '2023-12-21', { symbol: 'S/RES/2719' }]

describe('the rulebook with this chapter', () => {
  it('is sound', () => expect(validate(BOOK)).toEqual([]))
  it('has findings only where something binds: none here', () => expect(partners.findings).toEqual([]))
  it('names each duty after the chapter', () => expect(partners.duties.filter(d => !d.duty.startsWith('partners.'))).toEqual([]))
})

describe('S/RES/2719', () => {
  it('the review three years on arises from the adoption, and is due on 21 December 2026', () => {
    const spans = derive([ADOPTED])
    expect(board(spans, '2023-12-21')).toContain('partners.review un.sc open 2026-12-21')
    expect(board(spans, '2026-12-21')).toContain('partners.review un.sc open 2026-12-21')
    expect(board(spans, '2026-12-22')).toContain('partners.review un.sc silent 2026-12-21')
  })
  it('says that the text was read in the draft in blue, and that a resolution binds', () => {
    const [span] = derive([ADOPTED]).filter(s => s.duty === 'partners.review')
    expect(why(span!, BOOK).join(' ')).toMatch(
      /The resolution binds: S\/RES\/2719 \(2023\), as read in the draft in blue \(read at second hand; the limit: read at second hand\)/,
    )
  })
  it('the review of the Council meets it', () =>
    expect(board(derive([ADOPTED, ['ImplementationReviewed', '2026-12-18']]), '2026-12-21')).toContain(
      'partners.review un.sc met 2026-12-21',
    ))
  it('no other resolution opens it', () => expect(derive([['InstrumentAdopted', '2024-12-27', { symbol: 'S/RES/2767' }]])).toEqual([]))
  it('the yearly report comes back each 21 December, for ever, silent where nothing is on the record', () => {
    const due = derive([ADOPTED]).filter(s => s.duty === 'partners.report-progress' && s.state === 'open')
    expect(due.map(s => toIso(s.due))).toEqual(['2024-12-21', '2025-12-21', '2026-12-21', '2027-12-21', '2028-12-21'])
    expect(board(derive([ADOPTED]), '2026-12-20').filter(b => b.includes('report-progress'))).toEqual([
      'partners.report-progress un.sg silent 2024-12-21',
      'partners.report-progress un.sg silent 2025-12-21',
      'partners.report-progress un.sg open 2026-12-21',
    ])
  })
  it('a report answers the year to which it is nearest, and only an entry ends the reporting', () => {
    const spans = derive([ADOPTED, ['ProgressReportIssued', '2024-12-10', { document: 'S/2024/X' }], ['ReportingEnded', '2025-06-01']])
    expect(board(spans, '2026-12-21').filter(b => b.includes('report-progress'))).toEqual(['partners.report-progress un.sg met 2024-12-21'])
  })
  it('no operation authorised, no six-monthly report; one authorised, one every six months until it ends', () => {
    expect(derive([ADOPTED]).filter(s => s.duty === 'partners.report-operation')).toEqual([])
    const spans = derive([
      ['OperationAuthorised', '2027-01-15', { mission: 'SIM-1', under: 'S/RES/2719' }],
      ['MandateReportIssued', '2027-07-10', { document: 'S/2027/X' }],
      ['OperationEnded', '2027-10-01', { mission: 'SIM-1' }],
    ])
    expect(board(spans, '2027-09-30')).toEqual([
      'partners.report-operation un.sg met 2027-07-15',
      'partners.report-operation un.sg open 2028-01-15',
    ])
    expect(board(spans, '2027-10-01')).toEqual(['partners.report-operation un.sg met 2027-07-15'])
    expect(derive([['OperationAuthorised', '2027-01-15', { mission: 'SIM-1', under: 'S/RES/2767' }]])).toEqual([])
  })
  it('36 months are three years', () => expect(toIso(addMonths(day('2023-12-21'), 36))).toBe('2026-12-21'))
})

describe('support, and its risk', () => {
  const ASKED: Step = ['SupportRequested', '2026-03-02', { mission: 'SIM-1', to: 'au-operation' }]
  it('has no numbers: in the register days are shown, by testimony nothing runs, and nothing is ever overdue', () => {
    expect(board(derive([ASKED], 'command'), '2026-06-01')).toEqual(['partners.assess-risk-au-operation un.mission elapsing'])
    expect(board(derive([ASKED]), '2026-06-01')).toEqual(['partners.assess-risk-au-operation un.mission silent'])
  })
  it('binds by resolution for operations of the AU, by the UN’s own policy for host forces', () => {
    expect(partners.duties.find(d => d.duty === 'partners.assess-risk-au-operation')?.binding).toBe('resolution')
    expect(partners.duties.find(d => d.duty === 'partners.assess-risk-host-force')?.binding).toBe('self-commitment')
  })
  it('assessed as real it wants measures; suspended, it has them', () => {
    const story: Step[] = [ASKED, ['SupportRiskAssessed', '2026-03-10', { mission: 'SIM-1', to: 'au-operation', risk: 'real' }]]
    expect(board(derive(story, 'command'), '2026-03-12')).toEqual([
      'partners.assess-risk-au-operation un.mission met',
      'partners.mitigate un.mission elapsing',
    ])
    expect(board(derive([...story, ['SupportSuspended', '2026-03-20']], 'command'), '2026-03-20')).toContain(
      'partners.mitigate un.mission met',
    )
  })
  it('a concern asks for a word with those in authority, or a suspension', () => {
    const story: Step[] = [['SupportConcernRaised', '2026-05-04', { mission: 'SIM-1', to: 'host-force' }]]
    expect(board(derive(story, 'command'), '2026-05-06')).toEqual(['partners.intercede un.mission elapsing'])
    expect(board(derive([...story, ['SupportSuspended', '2026-05-07']], 'command'), '2026-05-07')).toEqual([
      'partners.intercede un.mission met',
    ])
  })
  const give = (steps: readonly Step[]) =>
    decide(faces(steps, 'command'), draft('SupportGiven', '2026-04-01', { mission: 'SIM-1', to: 'host-force' }), day('2026-04-01'))?.code
  it('the command door gives no support unassessed, unmitigated or suspended', () => {
    const assessed = (risk: string): Step => ['SupportRiskAssessed', '2026-03-10', { risk }]
    expect(give([])).toBe('not-assessed')
    expect(give([assessed('low')])).toBeUndefined()
    expect(give([assessed('real')])).toBe('not-mitigated')
    expect(give([assessed('real'), ['SupportRiskMitigated', '2026-03-12']])).toBeUndefined()
    expect(give([assessed('low'), ['SupportSuspended', '2026-03-12']])).toBe('suspended')
    expect(give([assessed('low'), ['SupportSuspended', '2026-03-12'], ['SupportResumed', '2026-03-20']])).toBeUndefined()
  })
  it('testimony is let in, and doubted', () => expect(doubts(faces([['SupportGiven', '2026-04-01']]))).toHaveLength(1))
})
const draft = (type: string, on: string, is: Draft['is'] = {}, more: Partial<Draft> = {}): Draft => ({
  chapter: 'partners',
  type,
  v: 1,
  subject: 'S',
  occurredOn: day(on),
  latest: day(on),
  door: 'command',
  expect: 'any',
  is,
  body: { data: {} },
  ...more,
})

describe('a force changes its hat', () => {
  const HATS: Step = ['ReHatted', '2026-07-01', { from: 'SIM-1', to: 'SIM-2', receiver: 'un.cdt' }]
  it('the named receiver owes to take the file over, and only that receiver can', () => {
    expect(board(derive([HATS], 'command'), '2026-07-02')).toEqual(['partners.take-over un.cdt elapsing'])
    expect(board(derive([HATS, ['TakenOver', '2026-07-03', { receiver: 'un.dpo' }]], 'command'), '2026-07-04')).toEqual([
      'partners.take-over un.cdt elapsing',
    ])
    expect(board(derive([HATS, ['TakenOver', '2026-07-03', { receiver: 'un.cdt' }]], 'command'), '2026-07-04')).toEqual([
      'partners.take-over un.cdt met',
    ])
  })
  it('what was owed under the old hat stays owed', () => {
    const notice: Step = ['MemberStateNotified', '2026-06-25', { mission: 'SIM-1', state: 'XAA', category: 'contingent', matter: 'sea' }]
    expect(board(derive([notice, HATS], 'command'), '2026-07-02')).toContain('conduct.reply XAA open 2026-07-09')
  })
  it('nothing is dropped: a file cannot be closed before it is taken over, nor taken over by another', () => {
    const before = faces([HATS], 'command')
    const ask = (d: Draft) => decide(before, d, day('2026-07-05'))?.code
    expect(ask(draft('CaseClosed', '2026-07-05'))).toBe('not-taken-over')
    expect(ask(draft('TakenOver', '2026-07-05', { receiver: 'un.dpo' }))).toBe('other-receiver')
    expect(ask(draft('TakenOver', '2026-07-05', { receiver: 'un.cdt' }))).toBeUndefined()
    expect(decide([], draft('TakenOver', '2026-07-05', { receiver: 'un.cdt' }), day('2026-07-05'))?.code).toBe('not-re-hatted')
    expect(
      decide(faces([HATS, ['TakenOver', '2026-07-03', { receiver: 'un.cdt' }]]), draft('CaseClosed', '2026-07-05'), day('2026-07-05')),
    ).toBeUndefined()
  })
})

describe('how partner forces behave', () => {
  const FORCE = { mission: 'SIM-1', state: 'XAA', category: 'other-force' } as const
  it('no duty under the UN’s memoranda arises for a force that is not under UN command', () => {
    const story: Step[] = [
      ['ReportReceived', '2026-02', { ...FORCE, matter: 'other' }],
      ['MemberStateNotified', '2026-03-02', { ...FORCE, matter: 'sea' }],
      ['InvestigatorRequested', '2026-03-02', FORCE],
      ['EvidenceFoundCredible', '2026-04-01', { ...FORCE, by: 'au' }],
    ]
    const treaty = new Set(conduct.duties.filter(d => d.binding === 'treaty' || (d.owedBy && 'field' in d.owedBy)).map(d => d.duty))
    expect(derive(story, 'command').filter(s => treaty.has(s.duty))).toEqual([])
  })
  it('S/RES/2431 para. 21 calls on the AU and on the State: a request to each, without a number', () => {
    const spans = derive([['EvidenceFoundCredible', '2026-04-01', { ...FORCE, by: 'un' }]])
    expect(board(spans, '2026-12-01')).toEqual(['partners.repatriate-au au.commission silent', 'partners.repatriate-state XAA silent'])
    expect(partners.duties.filter(d => d.duty.startsWith('partners.repatriate')).map(d => [d.binding, d.cites.at])).toEqual([
      ['request', 'para. 21'],
      ['request', 'para. 21'],
    ])
    const home = derive([
      ['EvidenceFoundCredible', '2026-04-01', { ...FORCE, by: 'un' }],
      ['PartnerUnitRepatriated', '2026-05-01', FORCE],
    ])
    expect(board(home, '2026-05-01').every(b => b.includes('met'))).toBe(true)
  })
  it('what the press or a watchdog reports starts nothing', () =>
    expect(derive([['PartnerForceReported', '2014-09-08', { mission: 'AMISOM', by: 'somebody' }]])).toEqual([]))
})

describe('the record that ships', () => {
  const lines = readFileSync(DATA, 'utf8')
    .trimEnd()
    .split('\n')
    .map(l => JSON.parse(l) as { id: string; type: string; data: object })
  it('has lines that this chapter can read', () => {
    const types = { ...entries, ...own } as Readonly<Record<string, { face: { safeParse(d: object): { success: boolean } } }>>
    expect(lines.filter(l => !types[l.type]?.face.safeParse(l.data).success).map(l => l.id)).toEqual([])
    expect(lines).toHaveLength(12)
  })

  let record: Awaited<ReturnType<typeof freshRecord>>
  beforeAll(async () => {
    record = await freshRecord()
    expect(await record.import(DATA, {})).toMatchObject({ written: 12, problems: [] })
  })
  afterAll(() => record?.close())
  const ask = (on: Day) => record.read(PUBLIC, db => calendar.rows(db, { on, options: {} }))
  const page = (on: Day, rows: readonly CalendarRow[]): Answered<CalendarRow> => ({
    lang: 'en',
    on,
    asked: { options: {} },
    rows,
    nameOf: code => code,
    actOf: (_duty: string, act: string) => act,
    to: href => href,
  })
  const html = (p: QuestionPage<CalendarRow>, a: Answered<CalendarRow>): string => String(p.Content(a))
  const due = (rows: readonly CalendarRow[]) =>
    rows.filter((r): r is Due => r.kind === 'due').map(r => [r.debtor, r.duty, r.state, r.due, r.issued.length])

  it('says the same in French and in Arabic, and leaves no English of its own', async () => {
    const rows = await ask(REVIEW_DAY)
    const said = (lang: 'en' | 'fr' | 'ar') => {
      const a = { ...page(REVIEW_DAY, rows), lang }
      return `${partnersPages.questions.calendar.title(a)} ${partnersPages.questions.calendar.lede?.(a)} ${html(partnersPages.questions.calendar, a)}`
    }
    expect(said('fr')).toContain('Résolution 2719 : l’examen triennal échoit aujourd’hui')
    expect(said('ar')).toContain('القرار 2719: موعد استعراض السنوات الثلاث اليوم')
    const own = Object.values(partnersPages.wordsOf('en')).filter(w => typeof w === 'string' && w.length > 12)
    for (const lang of ['fr', 'ar'] as const) for (const english of own) expect(said(lang)).not.toContain(english)
  })
  it('the calendar is right on 21 December 2026', async () => {
    const rows = await ask(REVIEW_DAY)
    expect(due(rows)).toEqual([
      ['un.sg', 'partners.report-progress', 'silent', '2024-12-21', 0],
      ['un.sg', 'partners.report-progress', 'silent', '2025-12-21', 0],
      ['un.sg', 'partners.report-progress', 'open', '2026-12-21', 0],
      ['un.sc', 'partners.review', 'open', '2026-12-21', 0],
      ['un.sg', 'partners.report-progress', 'open', '2027-12-21', 0],
      ['au.commission', 'partners.finance-itself', 'silent', '2020-12-31', 0],
    ])
    expect(rows.find(r => r.kind === 'no instance')).toMatchObject({
      duty: 'partners.report-operation',
      says: 'No instance: no operation is authorised under the resolution on this record.',
      standing: 'second-hand',
    })
    const a = page(REVIEW_DAY, rows)
    expect(partnersPages.questions.calendar.title(a)).toBe('Resolution 2719: the three-year review is due today')
    const text = html(partnersPages.questions.calendar, a)
    for (const said of [
      'no instance',
      'No operation is authorised under the resolution',
      'number not read',
      'Nothing on this record',
      '21 Dec 2026',
      'today is the last day',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/Overdue/)
  })
  it('on other days, too', async () => {
    const title = async (on: string) => partnersPages.questions.calendar.title(page(day(on), await ask(day(on))))
    expect(await title('2026-11-24')).toBe('Resolution 2719: the three-year review is due on 21 December 2026, in 27 days')
    expect(await title('2026-12-22')).toBe('Resolution 2719: the review was due on 21 December 2026; none is on this record')
    expect(await title('2012-01-01')).toBe('What was agreed with partners, and what became of it')
    expect(await title('2011-12-31')).toBe('Nothing agreed with partners is on this record on this day')
    expect((await ask(day('2023-12-20'))).some(r => r.kind === 'no instance')).toBe(false)
  })
  it('each row is a line for a terminal', async () => {
    const said = (await ask(REVIEW_DAY)).map(r => calendar.line(r))
    expect(said).toContain(
      '2026-12-21 · open · un.sc · review the implementation of the resolution · S/RES/2719 (2023), as read in the draft in blue, paragraph not read (second-hand) · S-RES-2719 · nothing on this record',
    )
    expect(said.filter(s => s.includes('undefined') || s.includes('null'))).toEqual([])
  })
  it('an issued report stands beside its day; a corrected one is gone; an authorised operation ends the "no instance"', async () => {
    const report = draft(
      'ProgressReportIssued',
      '2024-12-18',
      { document: 'S/2024/SIM' },
      { subject: 'S-RES-2719', door: 'testimony', chapter: 'partners' },
    )
    const operation = draft(
      'OperationAuthorised',
      '2026-10-01',
      { mission: 'SIM-1', under: 'S/RES/2719' },
      { subject: 'SIM-OPERATION', marking: 0 },
    )
    const answer = await record.ledger.append([report, operation])
    expect(answer).toMatchObject({ ok: true })
    const rows = await ask(REVIEW_DAY)
    expect(rows.find((r): r is Due => r.kind === 'due' && r.due === '2024-12-21')).toMatchObject({
      state: 'met',
      issued: [{ document: 'S/2024/SIM', on: '2024-12-18' }],
    })
    expect(rows.some(r => r.kind === 'no instance')).toBe(false)
    expect(due(rows)).toContainEqual(['un.sg', 'partners.report-operation', 'open', '2027-04-01', 0])
    expect(html(partnersPages.questions.calendar, page(REVIEW_DAY, rows))).toContain('S/2024/SIM')
    const { rows: found } = {
      rows: await record.fresh.asOwner<{ id: string }>(
        `select id from entry where type in ('ProgressReportIssued', 'OperationAuthorised') order by type`,
      ),
    }
    await record.ledger.append([
      draft('EntrySuperseded', '2026-11-01', { entry: found[0]!.id }, { subject: 'SIM-OPERATION' }),
      draft('EntrySuperseded', '2026-11-01', { entry: found[1]!.id }, { subject: 'S-RES-2719' }),
    ])
    const after = await ask(REVIEW_DAY)
    expect(after.some(r => r.kind === 'no instance')).toBe(true)
    expect(after.find((r): r is Due => r.kind === 'due' && r.due === '2024-12-21')).toMatchObject({ state: 'silent', issued: [] })
  })
  it('re-hatting: what was carried across has a receiver, what was not stands on the page', async () => {
    const notice = (subject: string) =>
      draft(
        'MemberStateNotified',
        '2026-06-25',
        { mission: 'SIM-1', state: 'XAA', category: 'contingent', matter: 'sea' },
        { subject, chapter: 'conduct', marking: 0 },
      )
    const hats = draft('ReHatted', '2026-07-01', { from: 'SIM-1', to: 'SIM-2', receiver: 'un.cdt' }, { subject: 'SIM-1-FILE' })
    expect(await record.ledger.append([notice('SIM-1-FILE'), notice('SIM-1-LEFT'), hats])).toMatchObject({ ok: true })
    const rows = await ask(day('2026-07-02'))
    expect(due(rows)).toContainEqual(['un.cdt', 'partners.take-over', 'elapsing', null, 0])
    expect(rows.filter(r => r.kind === 'no receiver')).toEqual([
      { kind: 'no receiver', subject: 'SIM-1-LEFT', duty: 'conduct.reply', debtor: 'XAA', from: 'SIM-1', to: 'SIM-2' },
    ])
    expect(html(partnersPages.questions.calendar, page(day('2026-07-02'), rows))).toContain('SIM-1 became SIM-2')
    const inTheFirst = (await ask(day('2026-06-30'))).filter(r => r.kind === 'no receiver')
    expect(inTheFirst).toEqual([])
  })
})
