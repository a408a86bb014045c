import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, day, toIso } from '../../src/kernel/day.ts'
import { type Draft, Ledger } from '../../src/kernel/ledger/append.ts'
import { loadLaw } from '../../src/kernel/ledger/load.ts'
import { type Difference, rebuild } from '../../src/kernel/ledger/rebuild.ts'
import { REAL, type World } from '../../src/kernel/ledger/world.ts'
import type { Duty } from '../../src/kernel/rules/rulebook.ts'
import { board, wholeBoard } from '../../src/record/board.ts'
import { caseOf, exported } from '../../src/record/case.ts'
import { findingsOn } from '../../src/record/findings.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { adopt, shippedBook } from '../../src/record/rulebook.ts'
import { whatIf } from '../../src/record/whatif.ts'
import { freshRecord } from '../database.ts'
import { D0, draft, type History, history, inBatches, lineOf } from './conduct.ts'

// The tables hold what follows from the entries, and nothing else: after every batch, whoever wrote it, and after every rebuild.

type Opened = Awaited<ReturnType<typeof freshRecord>>
const SEED = Number(process.env['SEED'] ?? 20151124)
const opened: Opened[] = []
const fresh = async (): Promise<Opened> => {
  const record = await freshRecord()
  opened.push(record)
  return record
}
let folder: string
let stories: Opened // of small cases that do not meet
beforeAll(async () => {
  stories = await fresh()
  folder = mkdtempSync(join(tmpdir(), 'peaceops-lines-'))
  console.log(`seed ${SEED}`)
})
afterAll(async () => {
  for (const r of opened) await r.close()
  rmSync(folder, { recursive: true, force: true })
})
const told = (numRuns: number) => ({ numRuns, seed: SEED, endOnFailure: true })

const differences = async (record: Opened, check = true): Promise<readonly Difference[]> => {
  const client = await record.pools.keeper.connect()
  try {
    await client.query('begin')
    const done = await rebuild(client, await loadLaw(client, 1), { check })
    await client.query('commit')
    return done.differences
  } finally {
    client.release()
  }
}
/** Every row that a reader of any tier could be shown, sorted. */
const dump = async (record: Opened): Promise<string[]> =>
  (
    await record.fresh.asOwner<{ row: string }>(
      `select 'obligation ' || to_json(t) as row from obligation t union all select 'holder ' || to_json(t) from holder t union all select 'ground ' || to_json(t) from ground t
       union all select 'entry ' || to_json(t) from (select e.subject, e.nth, e.marking, b.marking as body from entry e join body b using (ledger, seq)) t order by 1`,
    )
  ).map(r => r.row)
/** What follows, without the ids that differ from record to record. */
const spans = async (record: Opened): Promise<string[]> =>
  (
    await record.fresh.asOwner<{ row: string }>(
      `select concat_ws(' ', key, since, until, stands, disputed, start, due, debtor, marking, mission, state) as row from obligation
       union all select concat_ws(' ', subject, since, until, office, marking, mission, state) from holder
       union all select concat_ws(' ', finding, about, subject, since, until, marking, mission, state) from ground order by 1`,
    )
  ).map(r => r.row)
const write = async (record: Opened, drafts: readonly Draft[]): Promise<void> => {
  const answer = await record.ledger.append(drafts)
  if (!answer.ok) throw new Error(answer.refusal.says)
}
const importLines = async (record: Opened, lines: readonly object[], how: { keepGood?: boolean } = {}) => {
  const file = join(folder, 'lines.ndjson')
  writeFileSync(file, lines.map(l => `${JSON.stringify(l)}\n`).join(''))
  return record.import(file, { today: day('2026-01-01'), ...how })
}
const exportedBy = (record: Opened): Promise<object[]> => record.read(OPERATOR, async db => Array.fromAsync(exported(db)))

describe('the table is the function', () => {
  test('after every batch of any history, cut and interleaved in any way, written by either of two writers', async () => {
    const record = await fresh()
    const other = new Ledger(record.pools.keeper, REAL, 1, 20) // with room for a few cases in mind
    let run = 0
    await fc.assert(
      fc.asyncProperty(history('ZqRUN', 40), fc.array(fc.nat(50), { minLength: 1, maxLength: 9 }), async (h, cuts) => {
        const mine = renamed(h, `ZqR${run++}x`)
        for (const [i, batch] of inBatches(mine.drafts, cuts).entries()) {
          const writer = cuts[i % cuts.length]! % 3 === 0 ? other : record.ledger
          // half of the batches as one caller's, half as many callers' at once
          const answers = i % 2 ? [await writer.append(batch)] : await Promise.all(batch.map(d => writer.append([d])))
          expect(answers.filter(a => !a.ok)).toEqual([])
          expect(await differences(record)).toEqual([])
        }
      }),
      told(8),
    )
  })
  test('a case that is born and published in one batch is public whole; one that is born and hidden shows nothing', async () => {
    const record = stories
    const notice = (subject: string, marking: 0 | 3) =>
      draft(
        subject,
        'MemberStateNotified',
        '2021-03-01',
        { mission: 'SIM-1', state: 'XAA', category: 'contingent', matter: 'sea' },
        { marking },
      )
    await write(record, [
      notice('BORN-HIDDEN', 0),
      draft('BORN-HIDDEN', 'MarkingChanged', '2021-03-02', { marking: 'strictly confidential' }),
    ])
    await write(record, [notice('BORN-PUBLIC', 3), draft('BORN-PUBLIC', 'MarkingChanged', '2021-03-02', { marking: 'public' })])
    const seen = await record.read(PUBLIC, async db => [
      await caseOf(db, 'BORN-HIDDEN', day('2021-04-01')),
      await caseOf(db, 'BORN-PUBLIC', day('2021-04-01')),
    ])
    expect(seen[0]).toBeUndefined()
    expect(seen[1]!.entries).toHaveLength(2)
    expect(await differences(record)).toEqual([])
  })
  test('a case that names two States keeps that of which it was told first, however it was written', async () => {
    const record = stories
    const notice = (state: string) =>
      draft(
        'TWO-STATES',
        'MemberStateNotified',
        '2021-03-01',
        { mission: 'SIM-1', state, category: 'contingent', matter: 'sea' },
        { marking: 0 },
      )
    await write(record, [notice('XAB')])
    await write(record, [notice('XAC')])
    await write(record, [draft('TWO-STATES', 'BatonPassed', '2021-03-05', { office: 'un.oios' })])
    expect(await differences(record)).toEqual([])
    expect(await record.fresh.asOwner(`select distinct state from holder where subject = 'TWO-STATES'`)).toEqual([{ state: 'XAB' }])
    // and a finding about one of them is found under its own name, not under the other's
    const about = async (state: string) =>
      (await record.read(PUBLIC, db => findingsOn(db, { on: day('2021-06-01'), state }))).found.map(f => f.debtor)
    expect([...new Set(await about('XAC'))]).toEqual(['XAC'])
    expect([...new Set(await about('XAB'))]).toEqual(['XAB'])
  })
})

describe('a rebuild', () => {
  let record: Opened
  let before: string[]
  beforeAll(async () => {
    record = await fresh()
    for (const [h] of fc.sample(history('ZqT', 80), { numRuns: 3, seed: SEED }).map((h, i) => [renamed(h, `T${i}x`)] as const))
      for (const d of h.drafts) await write(record, [d])
    before = await dump(record)
  })
  test('from entries alone gives every row again', async () => {
    await record.fresh.asOwner('truncate obligation, holder, ground')
    expect((await differences(record)).length).toBeGreaterThan(10)
    await differences(record, false)
    expect(await dump(record)).toEqual(before)
    expect(await differences(record)).toEqual([])
  })
  const tampered: readonly (readonly [what: string, sql: string, table: string])[] = [
    [
      'a breach was turned into an answer',
      `update obligation set stands = 'met' where ctid = (select ctid from obligation where stands in ('overdue', 'silent', 'open') order by key limit 1)`,
      'obligation',
    ],
    [
      'a due day was moved',
      `update obligation set due = due + 30 where ctid = (select ctid from obligation where due < 2147483647 order by key limit 1)`,
      'obligation',
    ],
    ['a span was taken away', `delete from obligation where ctid = (select ctid from obligation order by key limit 1)`, 'obligation'],
    [
      'the grounds of a span were changed',
      `update obligation set grounds = '[]' where ctid = (select ctid from obligation where grounds <> '[]' order by key limit 1)`,
      'obligation',
    ],
    [
      'a span was hidden from the public',
      `update obligation set marking = 3 where ctid = (select ctid from obligation where marking = 0 order by key limit 1)`,
      'obligation',
    ],
    [
      'a secret span was shown to the public',
      `update obligation set marking = 0 where ctid = (select ctid from obligation where marking > 0 order by key limit 1)`,
      'obligation',
    ],
    [
      'a secret entry was shown to the public',
      `update entry set marking = 0 where ctid = (select ctid from entry where marking > 0 order by seq limit 1)`,
      'entry',
    ],
    [
      'a secret body was shown to the public',
      `update body set marking = 0 where ctid = (select ctid from body where marking > 0 order by seq limit 1)`,
      'entry',
    ],
    [
      'a secret body of a public case was shown to the public',
      `update body set marking = 0 where ctid = (select b.ctid from body b join entry e using (ledger, seq) where e.marking = 0 and b.marking > 0 order by seq limit 1)`,
      'entry',
    ],
    [
      'a public body was hidden',
      `update body set marking = 3 where ctid = (select ctid from body where marking = 0 and seq > 5 order by seq limit 1)`,
      'entry',
    ],
    [
      'the baton was given to another office',
      `update holder set office = 'un.sg' where ctid = (select ctid from holder order by subject limit 1)`,
      'holder',
    ],
    [
      'a ground of a finding was taken away',
      `delete from ground where ctid = (select ctid from ground order by subject limit 1)`,
      'ground',
    ],
    [
      'a finding was pinned on another State',
      `update ground set about = 'GAB|X' where ctid = (select ctid from ground order by subject limit 1)`,
      'ground',
    ],
  ]
  test.each(tampered)('names it when %s, and puts it right', async (_, sql, table) => {
    await record.fresh.asOwner(`begin; ${sql}; commit`)
    expect(await dump(record)).not.toEqual(before)
    const found = await differences(record)
    expect(found.length).toBeGreaterThan(0)
    expect(found.map(d => d.table)).toContain(table)
    expect(found.every(d => d.subject.startsWith('T'))).toBe(true)
    expect(await dump(record)).not.toEqual(before) // looking changes nothing
    await differences(record, false)
    expect(await dump(record)).toEqual(before)
    expect(await differences(record)).toEqual([])
  })
  test.each(['T0', 'GHOST'])('names rows that were invented, of a case that exists and of one that does not (%s)', async to => {
    const subject = to === 'GHOST' ? to : String(before.find(l => l.startsWith('obligation'))!.match(/"subject":"([^"]+)"/)![1])
    await record.fresh.asOwner(
      `insert into obligation select ledger, 'invented|' || key, since, until, '${subject}', duty, debtor, rank, 'overdue', disputed, binding, door, begins, start, due, adopted, 0, mission, state, detail, grounds from obligation limit 1;
       insert into holder select 1, '${subject}', -20, -10, 'un.sg', '[]', 0, null, null; insert into ground select ledger, finding, about, '${subject}', 'invented', since, until, grounds, 0, mission, state from ground limit 1`,
    )
    expect([...new Set((await differences(record)).map(d => d.table))].sort()).toEqual(['ground', 'holder', 'obligation'])
    await differences(record, false)
    expect(await dump(record)).toEqual(before)
  })
})

describe('as it was known', () => {
  test('at each position the board is that of a ledger cut there', async () => {
    const [long, cut] = [await fresh(), await fresh()]
    const [h] = fc.sample(history('ZqK', 60), { numRuns: 1, seed: SEED + 1 }) as [History]
    const start = await size(cut)
    expect(await size(long)).toBe(start)
    const writer = new Ledger(long.pools.keeper, counted())
    for (const d of h.drafts) expect((await writer.append([d])).ok).toBe(true)
    const slow = new Ledger(cut.pools.keeper, counted())
    const days = [D0, addDays(D0, 40), addDays(D0, 90), addDays(D0, 250)]
    for (const [i, d] of h.drafts.entries()) {
      expect((await slow.append([d])).ok).toBe(true)
      for (const on of i % 5 ? [days[i % 4]!] : days) {
        const then = await whole(long, { on, knownAt: start + i + 1 })
        expect(then).toEqual(await whole(cut, { on }))
        const subject = d.subject
        const [a, b] = [
          await long.read(OPERATOR, db => caseOf(db, subject, on, start + i + 1)),
          await cut.read(OPERATOR, db => caseOf(db, subject, on)),
        ]
        expect([a!.spans, a!.owed, a!.holders, a!.doubts, a!.marking]).toEqual([b!.spans, b!.owed, b!.holders, b!.doubts, b!.marking])
      }
    }
    expect((await whole(long, { on: days[3]!, knownAt: 0 })).length).toBe(0)
    expect(await whole(long, { on: days[3]!, knownAt: 10 ** 9 })).toEqual(await whole(long, { on: days[3]! }))
    // page by page it is the same board
    const knownAt = start + 30
    expect(await Array.fromAsync(paged(long, { on: days[2]!, knownAt }))).toEqual(await whole(long, { on: days[2]!, knownAt }))
  })
})

describe('what if', () => {
  test('the limit were the one that it is: nothing changes', async () => {
    const record = await fresh()
    const [h] = fc.sample(history('ZqW', 90), { numRuns: 1, seed: SEED + 2 }) as [History]
    for (const d of h.drafts) await write(record, [d])
    const limited = shippedBook().duties.filter(
      (d): d is Duty & { within: { n: number; unit: 'days'; standing: 'ours' } } => typeof d.within === 'object' && 'n' in d.within,
    )
    expect(limited.length).toBeGreaterThan(3)
    for (const on of [addDays(D0, 20), addDays(D0, 80), addDays(D0, 400)]) {
      expect(
        await record.read(OPERATOR, db =>
          whatIf(
            db,
            limited.map(({ duty, within }) => ({ duty, within })),
            { on },
          ),
        ),
      ).toEqual({ rows: [], next: undefined })
      const other = await record.read(OPERATOR, db =>
        whatIf(db, [{ duty: 'conduct.reply', within: { n: 1, unit: 'days', standing: 'ours' } }], { on }),
      )
      if (on > addDays(D0, 30)) expect(other).toMatchObject({ rows: expect.arrayContaining([expect.anything()]) })
    }
  })
})

describe('lines in and out', () => {
  test('a shuffled file gives the same spans; the same file again gives nothing', async () => {
    const [sorted, shuffled] = [await fresh(), await fresh()]
    await fc.assert(
      fc.asyncProperty(history('ZqI', 60), fc.infiniteStream(fc.nat(1_000_000)), async (h, lots) => {
        const mine = renamed(h, `I${await size(sorted)}x`)
        const first = new Map<string, Draft['marking']>()
        for (const d of mine.drafts) if (!first.has(d.subject)) first.set(d.subject, d.marking)
        const lines = mine.drafts.map(d => lineOf({ ...d, marking: first.get(d.subject) })) // each line says of its case what the file says of it
        const one = await importLines(sorted, lines)
        expect(one.problems).toEqual([])
        const other = await importLines(
          shuffled,
          lines
            .map(l => [lots.next().value!, l] as const)
            .sort(([a], [b]) => a - b)
            .map(([, l]) => l),
        )
        expect(other.problems).toEqual([])
        expect(await spans(shuffled)).toEqual(await spans(sorted))
        const again = await importLines(sorted, lines)
        expect([again.written, again.repeated, again.problems]).toEqual([0, lines.length, []])
        expect([await differences(sorted), await differences(shuffled)]).toEqual([[], []])
      }),
      told(5),
    )
  })
  test('what leaves one record enters an empty one as the same board, and comes home as nothing new', async () => {
    const [from, to] = [await fresh(), await fresh()]
    for (const [i, h] of fc.sample(history('ZqE', 70), { numRuns: 4, seed: SEED + 3 }).entries())
      await writeAll(from, asTestimony(renamed(h, `ZqE${i}x`)))
    const lines = await exportedBy(from)
    const report = await importLines(to, lines)
    expect(report.problems).toEqual([])
    expect(report.written).toBe(lines.length)
    expect(await markings(to)).toEqual(await markings(from))
    for (const on of [addDays(D0, 30), addDays(D0, 100), addDays(D0, 300)])
      expect(shape(await whole(to, { on }))).toEqual(shape(await whole(from, { on })))
    const home = await importLines(from, await exportedBy(to))
    expect([home.written, home.problems]).toEqual([0, []])
    expect([await differences(from), await differences(to)]).toEqual([[], []])
  })
  test('a correction of a correction survives the journey, whichever day it bears', async () => {
    const [from, to] = [await fresh(), await fresh()]
    const named = (id: string): Partial<Draft> => ({
      marking: 0,
      door: 'testimony',
      body: { data: {}, origin: { system: 'interchange', id } },
    })
    await write(from, [
      draft(
        'TWICE',
        'MemberStateNotified',
        '2021-03-01',
        { mission: 'SIM-1', state: 'XAA', category: 'contingent', matter: 'sea' },
        named('t-1'),
      ),
    ])
    await write(from, [draft('TWICE', 'EntrySuperseded', '2021-05-01', { entry: 't-1' }, named('t-2'))])
    await write(from, [draft('TWICE', 'EntrySuperseded', '2021-04-01', { entry: 't-2' }, named('t-3'))])
    const report = await importLines(to, await exportedBy(from))
    expect(report.problems).toEqual([])
    expect(await spans(to)).toEqual(await spans(from))
  })
  test('the journey never publishes a case that was hidden by an entry of an earlier day', async () => {
    const [from, to] = [await fresh(), await fresh()]
    const named = (id: string): Partial<Draft> => ({ door: 'testimony', body: { data: {}, origin: { system: 'interchange', id } } })
    await write(from, [
      draft(
        'AGAIN',
        'MemberStateNotified',
        '2021-03-01',
        { mission: 'SIM-1', state: 'XAA', category: 'contingent', matter: 'sea' },
        { ...named('a-1'), marking: 2 },
      ),
    ])
    await write(from, [draft('AGAIN', 'MarkingChanged', '2021-05-01', { marking: 'public' }, named('a-2'))])
    await write(from, [draft('AGAIN', 'MarkingChanged', '2021-04-01', { marking: 'strictly confidential' }, named('a-3'))])
    expect((await importLines(to, await exportedBy(from))).problems).toEqual([])
    expect(await markings(to)).toEqual(await markings(from))
  })
  test('nothing is imported into the law: no correction, no marking, no case of that name', async () => {
    const record = stories
    const [{ id }] = (await record.fresh.asOwner<{ id: string }>(`select id from entry where type = 'RulebookAdopted'`)) as [{ id: string }]
    for (const line of [
      { type: 'EntrySuperseded', subject: 'RULEBOOK', data: { entry: id } },
      { type: 'MarkingChanged', subject: 'RULEBOOK', data: { marking: 'strictly confidential' } },
      { type: 'MarkingChanged', subject: 'HORIZON', data: { marking: 'strictly confidential' } },
      { type: 'VictimReferred', subject: 'RULEBOOK', data: { mission: 'SIM-1' } },
    ]) {
      const report = await importLines(record, [{ ...line, id: 'x', occurredOn: '2021-03-01' }], { keepGood: true })
      expect([report.written, report.problems.length], JSON.stringify(line)).toEqual([0, 1])
    }
  })
  test('a name that nearly looks like an id of ours is a name', async () => {
    const record = stories
    const id = 'deadbeef-000000000000000000000000000'
    const line = { type: 'VictimReferred', subject: 'ODD', marking: 'public', occurredOn: '2021-03-01', data: { mission: 'SIM-1' } }
    expect(await importLines(record, [{ ...line, id }])).toMatchObject({ written: 1, problems: [] })
    expect(
      await importLines(record, [
        { ...line, id },
        { ...line, id: 'DEADBEEF-0000-0000-0000-000000000000' },
      ]),
    ).toMatchObject({ written: 1, repeated: 1 })
  })
})

describe('another rulebook', () => {
  const other = () => {
    const book = shippedBook()
    return {
      ...book,
      duties: book.duties.map(d =>
        d.duty === 'conduct.reply' ? { ...d, within: { n: 3, unit: 'days' as const, standing: 'ours' as const } } : d,
      ),
    }
  }
  test('from a day on: clocks that ran keep their limit, those that start later have the new one', async () => {
    const record = await fresh()
    const notice = (subject: string, on: string) =>
      draft(subject, 'MemberStateNotified', on, { mission: 'SIM-1', state: 'XAA', category: 'contingent', matter: 'sea' }, { marking: 0 })
    await write(record, [notice('OLD', '2021-03-01'), notice('NEW', '2021-06-01')])
    const answer = await adopt(record.ledger, await loadLaw(record.pools.keeper, 1), other(), day('2021-05-01'))
    expect(answer).toMatchObject({ ok: true })
    const due = async (subject: string) =>
      (
        await record.fresh.asOwner<{ due: number }>(
          `select distinct due from obligation where subject = '${subject}' and duty = 'conduct.reply'`,
        )
      ).map(r => toIso(r.due as never))
    expect(await due('OLD')).toEqual(['2021-03-15'])
    expect(await due('NEW')).toEqual(['2021-06-04'])
    expect(await differences(record)).toEqual([])
    await write(record, [notice('NEWER', '2021-07-01')])
    expect(await due('NEWER')).toEqual(['2021-07-04'])
    expect(await differences(record)).toEqual([])
  })
  test('as a correction: it never was otherwise, for anybody; and the board as it was known before stays', async () => {
    const record = await fresh()
    const [h] = fc.sample(history('ZqC', 60), { numRuns: 1, seed: SEED + 4 }) as [History]
    await writeAll(record, h)
    const on = addDays(D0, 100)
    const [before, at] = [await whole(record, { on }), await size(record)]
    const [{ id }] = (await record.fresh.asOwner<{ id: string }>(`select id from entry where type = 'RulebookAdopted'`)) as [{ id: string }]
    expect(await adopt(record.ledger, await loadLaw(record.pools.keeper, 1), other(), day('1945-10-24'), id)).toMatchObject({ ok: true })
    expect(await differences(record)).toEqual([])
    const now = await whole(record, { on })
    expect(now).not.toEqual(before)
    expect(now.every(o => o.span.adopted > at)).toBe(true)
    expect(await whole(record, { on, knownAt: at })).toEqual(before)
    await writeAll(record, renamed(h, 'Cx'))
    expect(await differences(record)).toEqual([])
  })
})

test('a case is hidden and published again, with all that follows from it', async () => {
  const record = stories
  await write(record, [
    draft(
      'TURN',
      'MemberStateNotified',
      '2021-03-01',
      { mission: 'SIM-T', state: 'XAA', category: 'contingent', matter: 'sea' },
      { marking: 0, body: { data: { says: 'told' } } },
    ),
  ])
  const turn = async () => (await dump(record)).filter(l => l.includes('TURN'))
  const public_ = await turn()
  const seen = () =>
    record.read(PUBLIC, async db => [
      (await caseOf(db, 'TURN', day('2021-06-01')))?.entries.length,
      (await board(db, PUBLIC, { on: day('2021-06-01'), subject: 'TURN', limit: 9 })).rows.length,
      (await findingsOn(db, { on: day('2021-06-01'), mission: 'SIM-T' })).found.length,
    ])
  expect(await seen()).toEqual([1, 2, 2])
  await write(record, [draft('TURN', 'MarkingChanged', '2021-07-01', { marking: 'confidential' })])
  expect(await seen()).toEqual([undefined, 0, 0])
  expect(await differences(record)).toEqual([])
  await write(record, [draft('TURN', 'MarkingChanged', '2021-08-01', { marking: 'public' })])
  expect(await seen()).toEqual([3, 2, 2])
  expect((await turn()).filter(l => !/"nth":[23]/.test(l))).toEqual(public_)
  // a change of marking that was a mistake never was
  const [{ id }] = (await record.fresh.asOwner<{ id: string }>(`select id from entry where subject = 'TURN' and nth = 3`)) as [
    { id: string },
  ]
  await write(record, [draft('TURN', 'EntrySuperseded', '2021-08-02', { entry: id })])
  expect(await seen()).toEqual([undefined, 0, 0])
  expect(await differences(record)).toEqual([])
})

// ---- small words ------------------------------------------------------------------------------------------------------

const size = async (record: Opened): Promise<number> =>
  Number((await record.fresh.asOwner<{ size: string }>('select size from ledger'))[0]!.size)
const whole = (record: Opened, q: { on: Draft['occurredOn']; knownAt?: number }) =>
  record.read(OPERATOR, async db => Array.fromAsync(wholeBoard(db, OPERATOR, q)))
async function* paged(record: Opened, q: { on: Draft['occurredOn']; knownAt: number }) {
  for (let after: Awaited<ReturnType<typeof board>>['next']; ; ) {
    const page = await record.read(OPERATOR, db => board(db, OPERATOR, { ...q, limit: 3, ...(after ? { after } : {}) }))
    yield* page.rows
    if (!page.next) return
    after = page.next
  }
}
const shape = (rows: Awaited<ReturnType<typeof whole>>) =>
  rows.map(o => [o.span.key, o.span.state, o.span.from, o.span.to, o.span.due, o.span.disputed, o.holder, o.mission, o.state].join(' '))
const markings = async (record: Opened) => record.fresh.asOwner(`select distinct subject, marking from entry order by 1, 2`)
/** The same entries under other names of cases and origins. */
const renamed = (h: History, to: string): History => JSON.parse(JSON.stringify(h).replaceAll(h.subjects[0]!.slice(0, -2), to)) as History
const writeAll = async (record: Opened, h: History): Promise<void> => {
  for (const d of h.drafts) await write(record, [d])
}
/** What comes in lines has come by testimony, and keeps to it on its way home. */
const asTestimony = (h: History): History => ({ ...h, drafts: h.drafts.map(d => ({ ...d, door: 'testimony' })) })
/** Ids as a counter gives them, so that two ledgers of the same entries are the same ledger. */
const counted = (): World => {
  let n = 0
  return { ...REAL, uuid: () => `00000000-0000-4000-8000-${String(++n).padStart(12, '0')}` }
}
