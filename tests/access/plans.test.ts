import { fileURLToPath } from 'node:url'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figuresNaming, subjectsNaming } from '../../src/conduct/index.ts'
import type { Reader } from '../../src/kernel/access/reader.ts'
import type { Sql } from '../../src/kernel/database/pools.ts'
import { addDays, type Day, day } from '../../src/kernel/day.ts'
import { accountsIn } from '../../src/record/accounts.ts'
import { board, counts, type Query } from '../../src/record/board.ts'
import { caseOf, exported } from '../../src/record/case.ts'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { findingsOn, notesOf } from '../../src/record/findings.ts'
import { lawOf } from '../../src/record/law.ts'
import { casesLike } from '../../src/record/meant.ts'
import { facesBehind } from '../../src/record/pages/drawing.ts'
import { positionAt } from '../../src/record/position.ts'
import { figures } from '../../src/record/reconcile.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { filtersOnRecord, owedByStates, statesOnRecord } from '../../src/record/states.ts'
import { fallsDueNext, kept, owedByTheUn, stripsOf, withoutAnswer } from '../../src/record/today.ts'
import { ifActed, whatIf } from '../../src/record/whatif.ts'
import { freshRecord } from '../database.ts'
import { type Node, nodes, planned } from './planned.ts'

// Row security must not make a list slow: each is asked as the reader who asks it, and the plan is looked at, not the clock.

const TODAY = day('2024-06-01')
const SUBJECTS = 10_000
let record: Awaited<ReturnType<typeof freshRecord>>
const PARTNER: Reader = { tier: 2, missions: ['SIM-1', 'SIM-3'], states: ['XAC'] }

beforeAll(async () => {
  record = await freshRecord()
  // A record of ten thousand cases, by hand: two obligations of two spans each, two grounds. One case in four is hidden.
  await record.fresh.asOwner(
    `insert into entry select 1, (select size from ledger) + i, id, 'SIM-' || i, 1, 'conduct', case when i % 50 = 1 then 'FigureReported' else 'MemberStateNotified' end, 1, 'command',
       date '2019-01-01' + i % 2000, date '2019-01-01' + i % 2000, timestamptz '2026-11-24T00:00:00Z' + i * interval '1 millisecond', case i % 20 when 0 then 1 when 5 then 1 when 10 then 2 when 15 then 3 else 0 end, 'SIM-' || i % 4, 'XA' || chr(65 + i % 8), 'x', i::text,
       case when i % 50 = 1 then '{"chapter":"conduct","door":"command","id":"' || id || '","is":{"count":3,"dimension":"nationality","label":"XAA","period":"2020","scope":"all"},"latest":"2021-03-01","marking":0,"occurredOn":"2021-03-01","recordedAt":"2021-03-01T00:00:00.000000Z","subject":"SIM-' || i || '","type":"FigureReported","v":1}'
         else '{"chapter":"conduct","door":"command","id":"' || id || '","is":{"category":"contingent","matter":"sea","mission":"SIM-1","state":"XAA"},"latest":"2021-03-01","marking":0,"occurredOn":"2021-03-01","recordedAt":"2021-03-01T00:00:00.000000Z","subject":"SIM-' || i || '","type":"MemberStateNotified","v":1}' end,
       sha256('a'), sha256('b'), sha256('c') from generate_series(1, ${SUBJECTS}) i cross join lateral (select md5(i::text)::uuid as id) x;
     insert into body select 1, seq, marking, mission, state, sha256('d'), '{"data":{},"marking":0}' from entry where seq > 2;
     insert into obligation select 1, d.duty || '|' || e.subject || '|' || case d.n when 1 then e.state else 'un.oios' end || '|0', f + s.n * 30, f + case s.n when 0 then 30 else 100000 end, e.subject, d.duty,
       case d.n when 1 then e.state else 'un.oios' end, case d.n when 1 then 2 else 0 end, case s.n when 0 then 'open' else (array['overdue', 'silent', 'met', 'met late', 'elapsing'])[1 + (e.seq + d.n) % 5] end, false, case d.n when 1 then 'treaty' else 'self-commitment' end, 'command',
       f, f, case when e.seq % 7 = 0 then 2147483647 else f + 29 end, 1, e.marking, e.mission, e.state, '{"dues":{},"stops":[],"about":{},"extended":null}', '["' || e.id || '"]'
       from entry e cross join lateral (select e.occurred_on - date '1970-01-01') as t(f) cross join (values (1, 'conduct.reply'), (2, 'conduct.un-concludes')) d(n, duty) cross join (values (0), (1)) s(n) where e.seq > 2;
     insert into holder select 1, subject, occurred_on - date '1970-01-01', 2147483647, 'un.cdt', '[]', marking, mission, state from entry where seq > 2;
     insert into ground select 1, x.finding, state || '|' || mission || '-' || seq % 191, subject, 'conduct.reply|' || subject || '|' || state || '|0', occurred_on - date '1970-01-01' + 30, occurred_on - date '1970-01-01' + case when seq % 2 = 0 then 90 else 100000 end, '[]', marking, mission, state
       from entry cross join (values ('conduct.default'), ('conduct.non-response')) x(finding) where seq > 2`,
  )
  await record.fresh.asOwner('vacuum analyze')
  const [n] = await record.fresh.asOwner<{ n: string }>('select count(*) as n from obligation')
  expect(Number(n!.n)).toBe(4 * SUBJECTS)
})
afterAll(() => record.close())

const LISTED = ['entry', 'obligation', 'holder', 'ground'] // bodies are fetched by position, or hashed beside a list of entries: the planner may choose
/** Rows of the record that were looked at, whether or not they were shown. */
const walked = (plan: Node): number =>
  nodes(plan)
    .filter(n => n['Relation Name'] && LISTED.includes(n['Relation Name']))
    .reduce((sum, n) => sum + n['Actual Loops'] * (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0)), 0)
const looked: string[] = []
/** Every query goes by an index and looks at no more than `most` rows. */
const byIndex = async (reader: Reader, what: string, most: number, ask: (db: Sql) => Promise<unknown>, least = 1): Promise<void> => {
  const plans = await planned(record, reader, ask)
  expect(plans.length, what).toBeGreaterThanOrEqual(least)
  for (const { text, plan } of plans) {
    const on = nodes(plan).filter(n => n['Relation Name'] && LISTED.includes(n['Relation Name']))
    const told = `${what}\n${text}\n${JSON.stringify(on.map(n => [n['Node Type'], n['Relation Name'], n['Index Name']]))}`
    expect(
      on.filter(n => n['Node Type'] === 'Seq Scan').map(n => n['Relation Name']),
      told,
    ).toEqual([])
    expect(on.length === 0 || nodes(plan).some(n => /^(Index Scan|Index Only Scan|Bitmap Index Scan)$/.test(n['Node Type'])), told).toBe(
      true,
    )
    expect(walked(plan), told).toBeLessThanOrEqual(most)
  }
  looked.push(`${what}: ${Math.max(0, ...plans.map(p => walked(p.plan)))}`)
}
afterAll(() => console.log(`rows looked at, at most:\n${looked.join('\n')}`))

const readers: readonly (readonly [who: string, reader: Reader])[] = [
  ['the public', PUBLIC],
  ['the operator', OPERATOR],
  ['a partner', PARTNER],
]
describe.each(readers)('asked by %s, the list goes by an index', (who, reader) => {
  const page = (more: Partial<Query> = {}): Query => ({ on: TODAY, limit: 50, ...more })
  const past = addDays(TODAY, -700) as Day
  const lists: readonly (readonly [string, number, (db: Sql) => Promise<unknown>])[] = [
    ['board', 3_000, db => board(db, reader, page())],
    ['board of a State', 3_000, db => board(db, reader, page({ state: 'XAC' }))],
    ['board of a mission', 3_000, db => board(db, reader, page({ mission: 'SIM-3' }))],
    ['board of a debtor', 3_000, db => board(db, reader, page({ debtor: 'XAC' }))],
    ['board of the United Nations', 3_000, db => board(db, reader, page({ debtor: 'un' }))],
    ['board of a duty', 3_000, db => board(db, reader, page({ duty: 'conduct.reply' }))],
    ['board of what is overdue', 3_000, db => board(db, reader, page({ stands: 'overdue' }))],
    ['board by binding', 45_000, db => board(db, reader, page({ binding: 'treaty' }))],
    ['board of one case', 3_000, db => board(db, reader, page({ subject: 'SIM-77' }))],
    ['board of a past day', 45_000, db => board(db, reader, page({ on: past }))],
    ['board, the next page', 3_000, db => board(db, reader, page({ after: [2, 'XAD', day('2021-01-01'), 'conduct.reply|SIM-1|XAD|0'] }))],
    [
      'board of a State, the next page',
      3_000,
      db => board(db, reader, page({ state: 'XAD', after: [2, 'XAD', day('2021-01-01'), 'conduct.reply|SIM-1|XAD|0'] })),
    ],
    ['counts', 60_000, db => counts(db, reader, { on: TODAY })],
    ['counts of a State', 60_000, db => counts(db, reader, { on: TODAY, state: 'XAC' })],
    ['findings', 60_000, db => findingsOn(db, { on: TODAY, limit: 50 })],
    ['findings of a State', 60_000, db => findingsOn(db, { on: TODAY, state: 'XAC', limit: 50 })],
    ['what is to be read with findings', 60_000, async db => notesOf(db, (await findingsOn(db, { on: TODAY, limit: 50 })).found)],
    ['findings of a past day', 60_000, db => findingsOn(db, { on: past, limit: 50 })],
    ['the law', 100, db => lawOf(db)],
    ['a case', 100, db => caseOf(db, 'SIM-77', TODAY)],
    ['a position by time', 100, db => positionAt(db, '2026-11-24T00:00:01Z')],
    ['figures', 1_500, db => figures(db)],
    ['the export', 5_000, async db => (await exported(db).next()).value],
    [
      'what if',
      200_000,
      db => whatIf(db, [{ duty: 'conduct.reply', within: { n: 5, unit: 'days', standing: 'ours' } }], { on: TODAY, subject: 'SIM-77' }),
    ],
  ]
  test.each(lists)('%s', (what, most, ask) => byIndex(reader, `${who}, ${what}`, most, ask))
})

describe('asked by the public, the pages go by an index', () => {
  const on = { on: TODAY }
  const lists: readonly (readonly [string, number, (db: Sql) => Promise<unknown>])[] = [
    ['what falls due next', 10_000, db => fallsDueNext(db, on, 10)],
    ['what falls due next, on a past day', 45_000, db => fallsDueNext(db, { on: addDays(TODAY, -700) }, 10)],
    ['what the United Nations owes', 45_000, db => owedByTheUn(db, on, 10)],
    ['what is without answer', 45_000, db => withoutAnswer(db, on, 10)],
    ['what the first entries of a board say', 45_000, async db => facesBehind(db, (await board(db, PUBLIC, { ...on, limit: 500 })).rows)],
    ['an act on another day', 5_000, db => ifActed(db, 'SIM-77', { duty: 'conduct.reply', day: TODAY }, TODAY)],
    ['cases of names like one that is not there', 15_000, db => casesLike(db, 'SIM-77777')],
    ['what was kept', 45_000, db => kept(db, on, ['conduct.reply', 'conduct.un-concludes'])],
    ['strips', 45_000, db => stripsOf(db, on, ['conduct.reply', 'conduct.un-concludes'])],
    ['States on record', 45_000, db => statesOnRecord(db, on)],
    ['what States owe', 45_000, db => owedByStates(db, on, ['XAA', 'XAB', 'XAC'])],
    ['filters', 45_000, db => filtersOnRecord(db, TODAY)],
    ['cases that name a State (by_type)', 15_000, db => subjectsNaming(db, 'XAC', on, 100)],
    [
      'accounts of debtors in five hundred cases',
      5_000,
      db =>
        accountsIn(
          db,
          Array.from({ length: 500 }, (_, i) => `SIM-${i + 1}`),
          TODAY,
        ),
    ],
    ['figures that name a State', 15_000, db => figuresNaming(db, 'XAA', on, 100)],
  ]
  test.each(lists)('%s', (what, most, ask) => byIndex(PUBLIC, `the public, ${what}`, most, ask))
})

describe('asked of a chapter, among ten thousand cases of another, a question looks at its own', () => {
  beforeAll(async () => {
    for (const chapter of CHAPTERS.filter(c => c.questions?.length)) {
      const { problems } = await record.import(fileURLToPath(new URL(`../../data/${chapter.name}.ndjson`, import.meta.url)), {})
      expect(problems).toEqual([])
    }
    await record.fresh.asOwner('analyze')
  })
  /** What a question wants to be asked at all. */
  const WANTS: Readonly<Record<string, string>> = { mission: 'MINUSCA', country: 'CAF', states: 'GBR,USA', state: 'GBR' }
  const questions = CHAPTERS.flatMap(c => (c.questions ?? []).map(q => [`${c.name} ${q.name}`, q] as const))
  test.each(questions)('%s', async (what, question) => {
    const given = Object.keys(question.options).flatMap(o => (WANTS[o] === undefined ? [] : [[o, WANTS[o]] as const]))
    for (const options of [{}, Object.fromEntries(given)])
      for (const [who, reader] of readers.slice(0, 2)) {
        const asked = { on: day('2026-12-21'), options, ...(question.word ? { word: 'S/RES/2149' } : {}) }
        await byIndex(
          reader,
          `${who}, ${what}`,
          3_000,
          db => question.rows(db, asked),
          Object.keys(options).length || !given.length ? 1 : 0,
        )
      }
  })
})

test('the guard has teeth: a list that no index serves is seen', async () => {
  await expect(
    byIndex(PUBLIC, 'all', 10 ** 9, db => sql`select count(*) from obligation where grounds like '%x%'`.execute(db)),
  ).rejects.toThrow()
  await expect(
    byIndex(PUBLIC, 'all', 10 ** 9, db => db.executeQuery(CompiledQuery.raw(`select count(*) from obligation where grounds like '%x%'`))),
  ).rejects.toThrow(/obligation/)
})
