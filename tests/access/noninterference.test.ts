import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import type { Reader } from '../../src/kernel/access/reader.ts'
import type { Sql } from '../../src/kernel/database/pools.ts'
import { addDays } from '../../src/kernel/day.ts'
import { loadSubjects } from '../../src/kernel/ledger/load.ts'
import { rowsOf } from '../../src/kernel/ledger/subject.ts'
import { counts, wholeBoard } from '../../src/record/board.ts'
import { boardRows } from '../../src/record/board-row.ts'
import { caseJson, caseOf, exported } from '../../src/record/case.ts'
import { findingRows, findingsOn } from '../../src/record/findings.ts'
import { asDb, lawOf, over } from '../../src/record/law.ts'
import { positionAt } from '../../src/record/position.ts'
import { figures } from '../../src/record/reconcile.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { whatIf } from '../../src/record/whatif.ts'
import { freshRecord } from '../database.ts'
import { D0, draft, history } from '../record/conduct.ts'

// What the public derives from what it may read is exactly what it is shown, and exactly the public part of what the keeper derives.
// And nothing that it may not read shows anywhere: each case, mission, body and origin is planted with its own name, and looked for.

const SEED = Number(process.env['SEED'] ?? 20151124)
const RUNS = 15
let record: Awaited<ReturnType<typeof freshRecord>>
/** Subjects now hidden and public; names of entries whose body the public may not read. */
const hidden = new Set<string>()
const visible = new Set<string>()
const secret: string[] = []

beforeAll(async () => {
  console.log(`seed ${SEED}`)
  record = await freshRecord()
  // a State and a mission of which the public record says nothing at all
  const only = { mission: 'SIM-ONLYHIDDEN', state: 'XAH', category: 'contingent' }
  await record.ledger.append([
    draft(
      'ZqONLY',
      'MemberStateNotified',
      '2021-03-01',
      { ...only, matter: 'sea' },
      { marking: 2, body: { data: { says: 'body of ZqONLY.' } } },
    ),
    draft('ZqONLY', 'NoResponseReported', '2021-05-01', { ...only, statedBy: 'un' }),
    draft('ZqONLY', 'FigureReported', '2021-05-01', { period: '2021', scope: 'ZqONLY', dimension: 'nationality', label: 'XAH', count: 3 }),
  ])
  hidden.add('ZqONLY')
})
afterAll(() => record.close())

const rowsSeen = async (db: Sql, subjects: readonly string[]): Promise<string[]> => {
  const rows = async (sql: string) => (await over(db).query(sql, [subjects])).rows as object[]
  return [
    ...(await rows('select * from obligation where subject = any ($1)')),
    ...(await rows('select * from holder where subject = any ($1)')),
    ...(await rows('select * from ground where subject = any ($1)')),
  ]
    .map(({ ledger: _, ...row }: { ledger?: number }) => plain(row))
    .sort()
}
const plain = (row: object): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
/** What follows from the entries that this reader may read, and from nothing else. */
const derived = async (db: Sql, subjects: readonly string[]): Promise<string[]> => {
  const law = await lawOf(db)
  const all: string[] = []
  for (const [name, s] of await loadSubjects(asDb(db), 1, subjects)) {
    const { spans, holders, grounds } = rowsOf(law, name, s.faces, s.marking, s.whose)
    all.push(...[...spans.values()].map(o => plain(o.row)), ...holders.map(plain), ...grounds.map(plain))
  }
  return all.sort()
}

test('the public derives what it is shown, and that is the public part of what the keeper derives', async () => {
  let run = 0
  let [seen, unseen] = [0, 0]
  await fc.assert(
    fc.asyncProperty(history('Zq', 45), async drawn => {
      const h = JSON.parse(JSON.stringify(drawn).replaceAll('Zq', `Zq${run++}x`)) as typeof drawn
      for (const d of h.drafts) expect(await record.ledger.append([d])).toMatchObject({ ok: true })
      const marked = await record.fresh.asOwner<{ subject: string; name: string; marking: number; body: number }>(
        `select e.subject, e.origin_id as name, e.marking, b.marking as body from entry e join body b using (ledger, seq) where e.subject = any ($1)`,
        [h.subjects],
      )
      for (const m of marked) {
        ;(m.marking ? hidden : visible).add(m.subject)
        if (m.body) secret.push(m.name)
      }
      const keeper = await record.read(OPERATOR, db => derived(db, h.subjects))
      for (const reader of [PUBLIC, { ...OPERATOR, tier: 2 }] satisfies Reader[]) {
        const [shown, own] = await record.read(reader, async db => [await rowsSeen(db, h.subjects), await derived(db, h.subjects)] as const)
        expect(own).toEqual(shown)
        expect(shown).toEqual(keeper.filter(row => Number(/\["marking",(\d)\]/.exec(row)![1]) <= reader.tier))
        if (reader === PUBLIC) seen += shown.length
      }
      unseen += keeper.length
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  )
  // the lots were not idle
  expect(seen).toBeGreaterThan(100)
  expect(unseen - seen).toBeGreaterThan(100)
  expect(secret.length).toBeGreaterThan(100)
})

/** What must stand in no answer to the public, whatever is asked. */
const leaks = (text: string): string[] => [
  ...[...hidden].filter(s => text.includes(s)),
  ...secret.filter(id => text.includes(`of ${id}.`)), // its body: what it says, and its source
  ...['ONLYHIDDEN', 'body of ZqONLY'].filter(s => text.includes(s)),
]

describe('nothing hidden shows', () => {
  const days = [D0, addDays(D0, 45), addDays(D0, 120), addDays(D0, 900)]
  test('in the board, as it is and as it was known, nor in its counts', async () => {
    const [{ size }] = (await record.fresh.asOwner<{ size: string }>('select size from ledger')) as [{ size: string }]
    await record.read(PUBLIC, async db => {
      for (const on of days) {
        for (const knownAt of [undefined, 3, Math.floor(Number(size) / 3), Number(size) - 1]) {
          const rows = await boardRows(
            db,
            await Array.fromAsync(wholeBoard(db, PUBLIC, { on, ...(knownAt === undefined ? {} : { knownAt }) })),
            on,
          )
          expect(leaks(JSON.stringify(rows))).toEqual([])
          expect(rows.filter(r => r.state === undefined || r.debtor === 'XAH')).toEqual([])
        }
        const n = await counts(db, PUBLIC, { on, debtor: 'XAH' })
        expect([...n]).toEqual([])
      }
    })
  })
  test('in a case, though it be asked for by name; nor in findings, in figures, in what if, in the export', async () => {
    await record.read(PUBLIC, async db => {
      for (const on of days) {
        for (const s of hidden) expect(await caseOf(db, s, on)).toBeUndefined()
        for (const s of [...visible].filter(v => !hidden.has(v))) {
          const c = (await caseOf(db, s, on))!
          expect(leaks(JSON.stringify(caseJson(c, on)))).toEqual([])
        }
        const { found } = await findingsOn(db, { on })
        expect(leaks(JSON.stringify(found) + JSON.stringify(await findingRows(db, found)))).toEqual([])
        expect(found.map(f => f.debtor)).not.toContain('XAH')
        const other = await whatIf(db, [{ duty: 'conduct.reply', within: { n: 2, unit: 'days', standing: 'ours' } }], { on })
        expect(leaks(JSON.stringify(other))).toEqual([])
      }
      expect(await figures(db)).toEqual([])
      const lines = await Array.fromAsync(exported(db))
      expect(lines.length).toBeGreaterThan(20)
      expect(leaks(JSON.stringify(lines))).toEqual([])
      expect(leaks(JSON.stringify(await record.read(OPERATOR, all => Array.fromAsync(exported(all))))).length).toBeGreaterThan(50) // it would be seen
      expect(JSON.stringify(lines)).not.toContain('XAH')
    })
  })
  test('in a position that is asked for by time: it is that of the last entry that the public may see', async () => {
    const at = (await record.read(PUBLIC, db => positionAt(db, '2999-01-01'))) as number
    const [{ seq }] = (await record.fresh.asOwner<{ seq: string }>('select max(seq) as seq from entry where marking = 0')) as [
      { seq: string },
    ]
    expect(at).toBe(Number(seq))
  })

  /** Every route that there is, with every name put in its place. */
  const urls = (): { readonly plain: string[]; readonly named: (name: string, mission: string) => string[] } => {
    const routes = [
      ...new Set(
        app(record)
          .routes.filter(r => r.method === 'GET' && !r.path.includes('*'))
          .map(r => r.path),
      ),
    ]
    const asked = [
      '',
      '?as-of=2021-06-15',
      '?as-of=2021-06-15&known-at=40',
      '?known-at=2999-01-01',
      '?lang=fr',
      '?lang=ar',
      '?limit=500',
      '?state=XAH',
      '?state=XAA',
      '?mission=SIM-1',
      '?debtor=un',
    ]
    const open = routes.filter(r => !r.includes(':'))
    return {
      plain: open.flatMap(r => [
        ...asked.map(q => `${r}${q}`),
        ...(r.endsWith('/whatif') ? asked.map(q => `${r}?set=conduct.reply%3D2+days${q.replace('?', '&')}`) : []),
      ]),
      named: (name, mission) => [
        ...routes
          .filter(r => r.includes(':'))
          .flatMap(r => ['', '?as-of=2021-06-15', '?known-at=40'].map(q => `${r.replace(/:[a-z]+/g, name)}${q}`)),
        ...open.map(r => `${r}?mission=${mission}`),
      ],
    }
  }
  let web: ReturnType<typeof app> | undefined
  const get = async (url: string) => {
    web ??= app(record) // once: a thousand addresses are asked
    const answer = await web.request(url)
    if (url.includes('/export')) answer.headers.delete('etag') // drawn anew for each answer
    return { status: answer.status, headers: JSON.stringify([...answer.headers].sort()), text: await answer.text() }
  }
  test('in any answer of any address over HTTP, its headers included', async () => {
    const { plain: all } = urls()
    expect(all.length).toBeGreaterThan(80)
    let good = 0
    for (const url of all) {
      const { status, headers, text } = await get(url)
      expect(leaks(headers + text), url).toEqual([])
      if (status === 200 && !url.includes('XAH') && !/rulebook|schema|openapi|\/board\b|states/.test(url))
        expect(text, url).not.toContain('XAH')
      expect(status, `${url} ${text.slice(0, 200)}`).toBeLessThan(500)
      if (status === 200) good++
    }
    expect(good).toBeGreaterThan(15)
  })
  test('a hidden case, mission or State answers as one that never was, byte for byte', async () => {
    const drawn = [...hidden].findLast(h => h !== 'ZqONLY' && !visible.has(h))!
    // as like the names that one may see as the hidden one is: what is asked for is answered with the nearest of these
    const alike = [...'0123456789'].map(d => drawn.replace(/\d(?=\D*$)/, d)).find(n => !hidden.has(n) && !visible.has(n))!
    for (const [name, other] of [
      ['ZqONLY', 'ZqNEVx'],
      [drawn, alike],
    ] as const) {
      const { named } = urls()
      const [those, others] = [named(name, `${name}-M0`), named(other, `${other}-M0`)]
      for (const [i, url] of those.entries()) {
        const [a, b] = [await get(url), await get(others[i]!)]
        if (/\/cases\//.test(url)) expect(a.status, url).toBe(404)
        // the address itself may be said back; nothing else differs, and where it is not said back, not even the ETag
        const said = b.text.includes(other) || b.headers.includes(other)
        const same = (r: typeof a, n: string) => ({
          ...r,
          headers: (said ? r.headers.replace(/\["etag","[^"\\]*\\?"[^\]]*\],?/, '') : r.headers).replaceAll(n, '…'),
          text: r.text.replaceAll(n, '…'),
        })
        expect(same(a, name), url).toEqual(same(b, other))
      }
    }
    const [a, b] = [await get('/api/v1/board?state=XAH'), await get('/api/v1/board?state=XAG')]
    expect(a).toEqual(b)
    const [c, d] = [await get('/api/v1/findings?state=XAH'), await get('/api/v1/findings?state=XAG')]
    expect(c).toEqual(d)
  })
  test('and one more hidden entry changes no answer at all', async () => {
    const { plain: all } = urls()
    const some = all.filter((u, i) => i % 4 === 0 || /export|findings|board\b|^\/$/.test(u)).filter(u => !u.includes('lang='))
    const ask = async () => {
      const found: Record<string, unknown> = {}
      for (const u of some) found[u] = await get(u)
      return found
    }
    const before = await ask()
    const h = [...hidden].findLast(s => s !== 'ZqONLY' && !visible.has(s))!
    expect(
      await record.ledger.append([
        draft(h, 'NoResponseReported', '2021-06-20', { mission: 'SIM-1', state: 'XAA', category: 'contingent', statedBy: 'un' }),
      ]),
    ).toMatchObject({ ok: true })
    expect(
      await record.ledger.append([
        draft(
          'ZqNEWCASE',
          'MemberStateNotified',
          '2021-06-01',
          { mission: 'SIM-1', state: 'XAA', category: 'contingent', matter: 'sea' },
          { marking: 3 },
        ),
      ]),
    ).toMatchObject({ ok: true })
    expect(await ask()).toEqual(before)
  })
})
