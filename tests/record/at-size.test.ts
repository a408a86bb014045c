import { CompiledQuery, type QueryResult } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reader } from '../../src/kernel/access/reader.ts'
import type { Sql } from '../../src/kernel/database/pools.ts'
import { type Day, day } from '../../src/kernel/day.ts'
import { board, counts, type Query } from '../../src/record/board.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { shippedBook } from '../../src/record/rulebook.ts'
import { filtersOnRecord } from '../../src/record/states.ts'
import { freshRecord } from '../database.ts'

// A hundred thousand obligations of ten years. What a question looks at must not grow with what has ended, nor with what was not asked for.

const OBLIGATIONS = 100_000
const TODAY = day('2025-06-01')
let record: Awaited<ReturnType<typeof freshRecord>>

beforeAll(async () => {
  record = await freshRecord()
  const duties = shippedBook().duties.filter(d => 'field' in d.owedBy || d.owedBy.office.startsWith('un.'))
  await record.fresh.asOwner(
    `with d as (select row_number() over (order by duty collate "C") - 1 as n, count(*) over () as of, * from unnest($1::text[], $2::text[], $3::text[]) as d(duty, binding, office))
     insert into obligation select 1, d.duty || '|SIM-' || i || '|' || coalesce(office, state) || '|0', span.since, span.until, 'SIM-' || i, d.duty, coalesce(office, state),
       case when office is null then 2 else 0 end, span.stands, false, d.binding, 'command', f, f, f + 30, 1, case when i % 10 = 0 then 1 + i / 10 % 3 else 0 end, 'SIM-' || i % 4, state,
       '{"dues":{},"stops":[],"about":{},"extended":null}', '[]'
     from generate_series(1, ${OBLIGATIONS}) i
     cross join lateral (select date '2015-06-01' - date '1970-01-01' + (i * 7919 % 3650)::int as f, 'XA' || chr(65 + i % 8) as state) x
     join d on d.n = i % d.of
     cross join lateral (values
       (f, f + 31, 'open'),
       (f + 31, case when i % 97 = 0 then 2147483647 else f + 90 end, case when i % 3 = 0 then 'silent' else 'overdue' end),
       (case when i % 97 = 0 then null else f + 90 end, 2147483647, 'met late')) as span(since, until, stands)
     where span.since is not null`,
    [duties.map(d => d.duty), duties.map(d => d.binding), duties.map(d => ('office' in d.owedBy ? d.owedBy.office : null))],
  )
  await record.fresh.asOwner('vacuum analyze obligation')
}, 240_000)
afterAll(() => record.close())

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Node[]
}
const nodes = (n: Node): Node[] => [n, ...(n.Plans ?? []).flatMap(nodes)]
/** Rows looked at, and pages of the database touched (an index that filters inside itself hides rows, never pages). */
const cost = async (reader: Reader, ask: (db: Sql) => Promise<unknown>): Promise<{ rows: number; pages: number; by: string }> => {
  let [rows, pages] = [0, 0]
  const by = new Set<string>()
  await record.read(reader, async db => {
    const spy = {
      executeQuery: async (q: CompiledQuery): Promise<QueryResult<unknown>> => {
        const { rows: answer } = await db.executeQuery<{ 'QUERY PLAN': [{ Plan: Node }] }>(
          CompiledQuery.raw(`explain (analyze, buffers, format json) ${q.sql}`, [...q.parameters]),
        )
        const all = nodes(answer[0]!['QUERY PLAN'][0].Plan)
        for (const n of all.filter(x => x['Relation Name'] === 'obligation')) {
          by.add(n['Index Name'] ?? n['Node Type'])
          rows += n['Actual Loops'] * (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0) + (n['Rows Removed by Index Recheck'] ?? 0))
        }
        pages += all[0]!['Shared Hit Blocks'] + all[0]!['Shared Read Blocks']
        return db.executeQuery(q)
      },
    }
    await ask(spy as unknown as Sql)
  })
  return { rows, pages, by: [...by].join(' ') }
}
const page = (more: Partial<Query> = {}): Query => ({ on: TODAY, limit: 50, ...more })
type Ask = (db: Sql, reader: Reader, on: Day) => Promise<unknown>
/** The board of a binding looks at a page of each of its duties, whatever is stored. */
const ofEach = (binding: string): number => Math.max(3_000, 110 * shippedBook().duties.filter(d => d.binding === binding).length)
/** With the pages that it may touch. Before the duties led to a binding, its board touched 12,790 of 14,000; a mission's counts 15,099. */
const asked: readonly (readonly [what: string, most: number, ask: Ask])[] = [
  ['board by treaty', ofEach('treaty'), (db, r, on) => board(db, r, page({ on, binding: 'treaty' }))],
  ['board by request', ofEach('request'), (db, r, on) => board(db, r, page({ on, binding: 'request' }))],
  ['board by assumption', ofEach('assumption'), (db, r, on) => board(db, r, page({ on, binding: 'assumption' }))],
  ['counts', 1_500, (db, _, on) => counts(db, PUBLIC, { on })],
  ['counts of a State', 1_500, (db, _, on) => counts(db, PUBLIC, { on, state: 'XAC' })],
  ['counts of a mission', 1_500, (db, _, on) => counts(db, PUBLIC, { on, mission: 'SIM-2' })],
  ['counts of the United Nations', 3_000, (db, _, on) => counts(db, PUBLIC, { on, debtor: 'un' })],
  ['counts of a duty', 1_500, (db, _, on) => counts(db, PUBLIC, { on, duty: 'conduct.reply' })],
  ['counts by request', 1_500, (db, _, on) => counts(db, PUBLIC, { on, binding: 'request' })],
]
describe.each([
  ['today', TODAY],
  ['on a day in the middle', day('2020-06-01')],
  ['on a day long past', day('2015-07-01')],
] as const)('%s', (_, on) => {
  test.each(asked)('%s', async (what, most, ask) => {
    for (const reader of what.startsWith('board') ? [PUBLIC, OPERATOR] : [PUBLIC]) {
      const { rows, pages, by } = await cost(reader, db => ask(db, reader, on))
      expect(pages, `${what}: ${rows} rows by ${by}`).toBeLessThanOrEqual(reader === PUBLIC ? most : most * 2.5) // a marking each
      expect(by, what).not.toMatch(/Seq Scan|Heap/)
    }
  })
})
test('the duties of a binding give the board and the counts that the binding itself gives, row by row', async () => {
  for (const binding of ['treaty', 'request', 'assumption', 'self-commitment'] as const) {
    const { rows } = await record.read(OPERATOR, db => board(db, OPERATOR, page({ binding, limit: 500 })))
    const wanted = await record.fresh.asOwner<{ key: string }>(
      `select key from obligation where binding = $1 and since <= $2 and until > $2 order by rank, debtor, begins, key limit 500`,
      [binding, TODAY],
    )
    expect(rows.map(r => r.span.key)).toEqual(wanted.map(w => w.key))
    const n = await record.fresh.asOwner<{ stands: string; n: number }>(
      `select stands, least(count(*), 1001)::int as n from obligation where binding = $1 and marking = 0 and since <= $2 and until > $2 group by stands order by stands`,
      [binding, TODAY],
    )
    expect(
      [...(await record.read(PUBLIC, db => counts(db, PUBLIC, { on: TODAY, binding })))]
        .map(([stands, n]) => ({ stands, n }))
        .sort(byStand),
    ).toEqual(n)
  }
})
const byStand = (a: { stands: string }, b: { stands: string }): number => (a.stands < b.stands ? -1 : 1)
test('the filter of the board names the States that owe something', async () => {
  const { debtors, missions } = await record.read(PUBLIC, db => filtersOnRecord(db, TODAY))
  expect(debtors).toEqual(['XAA', 'XAB', 'XAC', 'XAD', 'XAE', 'XAF', 'XAG', 'XAH'])
  expect(missions).toEqual(['SIM-0', 'SIM-1', 'SIM-2', 'SIM-3'])
})
