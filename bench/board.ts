import type pg from 'pg'
import { day } from '../dist/kernel/day.js'
import { board, boardQuery, counts, type Query } from '../dist/record/board.js'
import { CHAPTERS } from '../dist/record/chapters.js'
import { OPERATOR, PUBLIC } from '../dist/record/record.js'
import type { Bench } from './main.ts'

const ON = day('2026-11-24')
/** The duties of all chapters, each with its binding and, where an office owes it, that office. */
const DUTIES = CHAPTERS.flatMap(c => c.duties).map(d => ({
  duty: d.duty,
  binding: d.binding,
  office: 'office' in d.owedBy ? d.owedBy.office : null,
}))
/** Obligations as a large record of all chapters would have them: every duty that ships, 20 missions, a tenth confidential, each with two spans. Set-based: the rows are the shape, not the story. */
const fill = async (owner: pg.Pool, n: number): Promise<void> => {
  await owner.query(
    `
    insert into obligation select 1, duty || '|SIM-' || (i / 4) || '|' || debtor || '|' || (i % 4), s.since, s.until, 'SIM-' || (i / 4), duty,
      debtor, case when debtor like 'un.%' then 0 when debtor like '%.%' then 1 else 2 end, s.stands, false, binding, 'command', 14000 + i % 6000, 14000 + i % 6000, 14014 + i % 6000, 1,
      case when (i / 4) % 10 = 0 then 2 else 0 end, 'SIM-' || (i % 20), case when office is null then debtor end, '{"dues":{},"stops":[],"about":{},"extended":null}', '[]'
    from generate_series(1, ${n}) i join rows from (json_to_recordset($1) as (duty text, binding text, office text)) with ordinality as d(duty, binding, office, nth) on d.nth = 1 + i % ${DUTIES.length}
    cross join lateral (select coalesce(office, 'XA' || chr(65 + (i / 7) % 8)) as debtor) x
    cross join lateral (values (14000 + i % 6000, 14015 + i % 6000, 'open'), (14015 + i % 6000, 2147483647, (array['met late','overdue','silent','met'])[1 + (i / 7) % 4])) s(since, until, stands)`,
    [JSON.stringify(DUTIES)],
  )
  await owner.query(
    `insert into holder select 1, 'SIM-' || i, int4range(14000 + (i * 4) % 6000, 2147483647), 'un.cdt', '[]', case when i % 10 = 0 then 2 else 0 end, 'SIM-1', null from generate_series(0, ${Math.floor(n / 4)}) i`,
  )
  await owner.query('vacuum analyze obligation')
  await owner.query('vacuum analyze holder')
}
const times = async (n: number, ask: () => Promise<unknown>): Promise<{ p50: number; p95: number }> => {
  const took: number[] = []
  for (let i = 0; i < n + 20; i++) {
    const t = performance.now()
    await ask()
    if (i >= 20) took.push(performance.now() - t)
  }
  took.sort((a, b) => a - b)
  return { p50: took[took.length >> 1]!, p95: took[Math.floor(took.length * 0.95)]! }
}
const ms = (x: number): string => `${x.toFixed(2)} ms`

/** The first page of the board and its count, small and large, as the public, as a cleared reader, and as the owner past all policies. */
export const benchBoard = async (b: Bench): Promise<void> => {
  const sizes = b.smoke ? [1_000, 5_000] : [10_000, 1_000_000]
  const n = b.smoke ? 10 : 200
  const got: { [what: string]: number[] } = {}
  b.say('\nboard: first page of 50, and the counts beside it')
  for (const size of sizes) {
    const { record, owner } = await b.fresh(`bench_board_${size}`)
    await fill(owner, size)
    const q: Query = { on: ON, limit: 50 }
    const asOwner = (query: Query) => {
      const { text, values } = boardQuery(PUBLIC, query)
      return owner.query(text, values)
    }
    const past = (i: number): Query => ({ on: day(`20${String(10 + (i % 15)).padStart(2, '0')}-06-15`), limit: 50 })
    let i = 0
    const asked = {
      'first page, public': () => record.read(PUBLIC, db => board(db, PUBLIC, q)),
      'first page, cleared for all': () => record.read(OPERATOR, db => board(db, OPERATOR, q)),
      'the same query, owner, no policies': () => asOwner(q),
      'one mission, public': () => record.read(PUBLIC, db => board(db, PUBLIC, { ...q, mission: 'SIM-7' })),
      'by binding, public': () => record.read(PUBLIC, db => board(db, PUBLIC, { ...q, binding: 'treaty' })),
      'overdue only, public': () => record.read(PUBLIC, db => board(db, PUBLIC, { ...q, stands: 'overdue' })),
      'a past day, public': () => record.read(PUBLIC, db => board(db, PUBLIC, past(i++))),
      'counts, public': () => record.read(PUBLIC, db => counts(db, PUBLIC, { on: ON })),
    }
    for (const [what, ask] of Object.entries(asked)) {
      const { p50, p95 } = await times(n, ask)
      got[what] = [...(got[what] ?? []), p50]
      b.say(`  ${size.toLocaleString('en').padStart(9)} obligations, ${what}: p50 ${ms(p50)}, p95 ${ms(p95)}`)
    }
  }
  for (const [what, [small, large]] of Object.entries(got)) b.say(`  large / small, ${what}: ${(large! / small!).toFixed(2)}`)
  const [page, owner] = [got['first page, public']!.at(-1)!, got['the same query, owner, no policies']!.at(-1)!]
  b.say(
    `  public / owner, whole answer against the bare query: ${(page / owner).toFixed(2)}; a past day / today: ${(got['a past day, public']!.at(-1)! / page).toFixed(2)}`,
  )
}
