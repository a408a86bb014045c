import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { day } from '../../src/kernel/day.ts'
import { SUBJECT } from '../../src/kernel/ledger/entry.ts'
import type { Standing } from '../../src/kernel/rules/rulebook.ts'
import {
  type Became,
  became,
  citedCode,
  citedParagraph,
  instrumentJson,
  instrumentOf,
  instruments,
  isNothing,
  KINDS,
  NOTHING,
  TYPED,
} from '../../src/record/instruments.ts'
import { loadShipped, OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { shippedBook } from '../../src/record/rulebook.ts'
import { freshRecord } from '../database.ts'

const book = shippedBook()
const SURE: readonly Standing[] = ['ours', 'remembered', 'second-hand', 'seen']
const surer = (a: Standing, b: Standing): boolean => SURE.indexOf(a) > SURE.indexOf(b)
const paragraphs = Object.entries(TYPED).flatMap(([code, i]) => i.paragraphs.map(p => ({ code, i, p })))

describe('the compilation', () => {
  const standing = z.enum(['seen', 'second-hand', 'remembered', 'ours'])
  const Text = z.strictObject({
    name: z.string().min(5),
    symbol: z.string().optional(),
    kind: z.enum(KINDS),
    each: z.literal(true).optional(),
    binds: z.string().min(5),
    standing,
    notRead: z.string().min(10),
    names: z.array(z.string()),
    paragraphs: z.array(
      z.strictObject({
        at: z.string().optional(),
        of: z.string().min(3),
        side: z.enum(['un', 'other', 'state']),
        asks: z.string().regex(/\.$/),
        limit: z
          .strictObject({
            n: z.number().int().positive(),
            unit: z.enum(['working days', 'days', 'months', 'per cent']),
            standing,
            every: z.literal(true).optional(),
          })
          .optional(),
        as: z.string().optional(),
        quote: z.string().optional(),
        quoteLang: z.enum(['fr']).optional(),
        binding: z.enum(['treaty', 'resolution', 'self-commitment', 'request', 'assumption']),
        standing,
        source: z.strictObject({ title: z.string().min(5), url: z.url().optional() }),
        rules: z.array(z.string()),
      }),
    ),
  })
  it('gives each text a code in the grammar of subjects, a source and a standing to each paragraph', () => {
    expect(z.record(z.string().regex(SUBJECT), Text).safeParse(TYPED).error).toBeUndefined()
  })
  it('tells no rule and no name twice', () => {
    const rules = paragraphs.flatMap(({ p }) => p.rules),
      names = Object.values(TYPED).flatMap(i => i.names)
    expect(rules.length).toBe(new Set(rules).size)
    expect(names.length).toBe(new Set(names).size)
  })
  it('links to nothing that the shipped record does not link to already', () => {
    const shipped = readdirSync('data')
      .filter(f => f.endsWith('.ndjson'))
      .map(f => readFileSync(`data/${f}`, 'utf8'))
      .join('\n')
    for (const { p } of paragraphs) if (p.source.url) expect(shipped).toContain(JSON.stringify(p.source.url))
  })
  it('never shows remembered text as text: no words, no limit, and it says so first', () => {
    for (const { code, p } of paragraphs.filter(({ p }) => p.standing === 'remembered'))
      expect([p.as, p.limit, p.quote], code).toEqual([expect.stringMatching(/^as we remember it/), undefined, undefined])
  })
  it('presents no limit and no words as a text’s that nobody of us has read: it says who quotes them', () => {
    for (const { code, i, p } of paragraphs)
      if ((p.limit || p.quote) && i.standing !== 'seen') expect(p.as, `${code}: ${p.asks}`).toMatch(/^as /)
    for (const { code, p } of paragraphs) expect(p.limit && surer(p.limit.standing, p.standing), code).toBeFalsy()
  })
  it('asks of the United Nations first', () => {
    for (const i of instruments(book)) {
      const sides = i.paragraphs.map(p => ['un', 'other', 'state'].indexOf(p.side))
      expect(sides, i.code).toEqual([...sides].sort())
    }
  })
})

describe('what the rulebook cites', () => {
  const cites = [...book.duties.map(d => [d.duty, d.cites] as const), ...book.findings.map(f => [f.finding, f.cites] as const)]
  it('is always one known text: a new duty cannot cite an unknown one', () => {
    for (const [name, cite] of cites) {
      const codes = Object.entries(TYPED).flatMap(([code, i]) => (i.names.includes(cite.instrument) ? [code] : []))
      expect(codes, `${name} cites ${JSON.stringify(cite.instrument)}: give it to one text of data/instruments.json`).toHaveLength(1)
      expect(citedCode(cite)).toBe(codes[0])
      const rules = TYPED[codes[0]!]!.paragraphs.flatMap(p => p.rules)
      if (cite.rule !== undefined) expect(rules, `${name}: its rule stands in another text, or in none`).toContain(cite.rule)
    }
  })
  it('is never surer of a paragraph than the page of its text', () => {
    for (const [name, cite] of cites) {
      const p = citedParagraph(TYPED[citedCode(cite)!]!.paragraphs, cite)
      if (p && !p.source.title.startsWith('The entry')) expect(surer(cite.standing, p.standing), name).toBe(false)
    }
  })
  it('gives a duty the limit that its paragraph has', () => {
    for (const d of book.duties) {
      const limit = citedParagraph(TYPED[citedCode(d.cites)!]!.paragraphs, d.cites)?.limit
      if (!limit || limit.unit === 'per cent') continue
      if (limit.every) expect(d.every, d.duty).toMatchObject({ n: limit.n, unit: limit.unit })
      else expect(d.within, d.duty).toEqual({ n: limit.n, unit: limit.unit, standing: limit.standing })
    }
  })
  it('is found again from the text: each duty and finding stands on one page', () => {
    const all = instruments(book)
    expect(all.flatMap(i => i.duties).length).toBe(book.duties.length)
    expect(all.flatMap(i => i.findings).length).toBe(book.findings.length)
  })
  it('of a book of somebody’s own may be unknown, and then leads nowhere', () => {
    expect(citedCode({ instrument: 'Standing order 7', standing: 'seen' })).toBeUndefined()
    expect(instrumentOf('constructor', book)).toBeUndefined()
    expect(instrumentOf('S-RES-9999', book)).toBeUndefined()
  })
})

describe('what became of it', () => {
  let record: Awaited<ReturnType<typeof freshRecord>>
  beforeAll(async () => {
    record = await freshRecord()
    await loadShipped(record, () => undefined)
  })
  afterAll(() => record.close())
  const of = (code: string, on: string, knownAt?: number): Promise<Became> =>
    record.read(PUBLIC, db => became(db, PUBLIC, code, day(on), knownAt))

  it('resolution 2719 asks the Security Council for a review three years on, and on the very day it is open', async () => {
    const text = instrumentOf('S-RES-2719', book)!
    expect(text.paragraphs[0]).toMatchObject({
      of: 'the Security Council',
      as: 'as quoted by Security Council Report, from the draft in blue',
      limit: { n: 36, unit: 'months', standing: 'second-hand' },
      standing: 'second-hand',
    })
    const onTheDay = await of('S-RES-2719', '2026-12-21')
    expect(onTheDay.owed[0]!.span).toMatchObject({ duty: 'partners.review', debtor: 'un.sc', state: 'open', due: day('2026-12-21') })
    expect(onTheDay.told.map(t => t.face.type)[0]).toBe('InstrumentAdopted')
    const after = await of('S-RES-2719', '2026-12-22')
    expect(after.owed.find(o => o.span.duty === 'partners.review')!.span.state).toBe('silent')
  })
  it('the ten working days of the memorandum: GABON-2021 met them, and the day before nothing of it was known', async () => {
    const reply = (b: Became) => b.owed.find(o => o.span.duty === 'conduct.reply' && o.span.subject === 'GABON-2021')?.span.state
    expect(instrumentOf('MOU', book)!.paragraphs.find(p => p.at === 'Art. 7 quater')!.limit).toMatchObject({ n: 10, unit: 'working days' })
    expect(reply(await of('MOU', '2021-09-06'))).toBeUndefined()
    expect(reply(await of('MOU', '2021-09-14'))).toBe('open')
    expect(reply(await of('MOU', '2021-09-15'))).toBe('met')
  })
  it('the United Nations’ own obligations stand first', async () => {
    const debtors = (await of('MOU', '2024-01-01')).owed.map(o => o.span.debtor)
    const lastUn = debtors.findLastIndex(d => d.startsWith('un.'))
    expect(debtors.slice(0, lastUn + 1).every(d => d.startsWith('un.'))).toBe(true)
    expect(debtors.length).toBeGreaterThan(lastUn + 1)
    expect(lastUn).toBeGreaterThanOrEqual(0)
  })
  it('counts what it lists, and of what was merely asked for says that it was', async () => {
    const b = await of('NOTICES-MINUSCA', '2024-01-01')
    expect([...b.counts.values()].reduce((x, y) => x + y, 0)).toBe(b.owed.length)
    expect(b.softly).toEqual(b.counts)
    expect((await of('MOU', '2024-01-01')).softly.size).toBe(0)
  })
  it('paragraph 2 of resolution 2272 was told at second hand; the resolution is told of, and whoever reads it on the day before is told nothing', async () => {
    const second = instrumentOf('S-RES-2272', book)!.paragraphs.find(p => p.at === 'para. 2')!
    expect(second).toMatchObject({ standing: 'second-hand', findings: [{ finding: 'conduct.non-response' }] })
    expect((await of('S-RES-2272', '2016-03-11')).told).toHaveLength(1)
    expect(isNothing(await of('S-RES-2272', '2016-03-10'))).toBe(true)
  })
  it('promises of a report stand on their own subjects, and are found there', async () => {
    const b = await of('A-70-357', '2026-11-24')
    expect(b.subjects).toContain('A-70-357.P1')
    expect(b.owed.find(o => o.span.subject === 'A-70-357.P1')!.span.state).toBe('met')
    expect(await of('S-RES-2272-GUIDANCE', '2026-11-24')).toMatchObject({ subjects: [], owed: [], told: [] })
    expect((await of('S-RES-2272', '2026-11-24')).subjects).toEqual(['S-RES-2272'])
  })
  it('where there is nothing on the record it says so, in those words', async () => {
    const text = instrumentOf('MISSION-JUSTICE', book)!
    const json = await record.read(PUBLIC, async db =>
      instrumentJson(db, text, await became(db, PUBLIC, text.code, day('2026-11-24')), day('2026-11-24')),
    )
    expect(json.became).toEqual({
      on: '2026-11-24',
      says: NOTHING,
      counts: {},
      obligations: [],
      more: false,
      findings: 0,
      told: [],
    })
    expect(NOTHING).toBe('Nothing on this record')
  })
  it('as it was known before anything was told, there was nothing', async () => {
    expect(isNothing(await of('S-RES-2719', '2026-12-21', 2))).toBe(true)
    const whole = await of('S-RES-2719', '2026-12-21'),
      now = Number((await record.pools.keeper.query('select max(seq) as n from entry')).rows[0].n),
      known = await of('S-RES-2719', '2026-12-21', now)
    expect(known.owed.map(o => o.span.key)).toEqual(whole.owed.map(o => o.span.key))
    expect(known.told.map(t => t.face.id)).toEqual(whole.told.map(t => t.face.id))
    expect(known.counts).toEqual(whole.counts)
  })
  it('is what the reader may see: a confidential case is counted for the operator alone', async () => {
    await record.ledger.append([
      {
        chapter: 'conduct',
        type: 'MemberStateNotified',
        v: 1,
        subject: 'SIM-SEALED',
        occurredOn: day('2026-01-05'),
        latest: day('2026-01-05'),
        door: 'testimony',
        marking: 2,
        expect: 'any',
        is: { mission: 'SIM-1', state: 'XAA', matter: 'sea', category: 'contingent' },
        body: { marking: 2, data: {}, origin: { system: 'interchange', id: 'sim-sealed' } },
      },
    ])
    const seen = async (reader: typeof PUBLIC) =>
      (await record.read(reader, db => became(db, reader, 'MOU', day('2026-03-01')))).owed.some(o => o.span.subject === 'SIM-SEALED')
    expect(await seen(OPERATOR)).toBe(true)
    expect(await seen(PUBLIC)).toBe(false)
  })
})
