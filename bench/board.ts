import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { day } from '../dist/kernel/day.js'
import { board, boardQuery, counts, type Query } from '../dist/record/board.js'
import { CHAPTERS } from '../dist/record/chapters.js'
import { OPERATOR, PUBLIC } from '../dist/record/record.js'
import type { Bench } from './bench.ts'

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
    `insert into holder select 1, 'SIM-' || i, 14000 + (i * 4) % 6000, 2147483647, 'un.cdt', '[]', case when i % 10 = 0 then 2 else 0 end, 'SIM-1', null from generate_series(0, ${Math.floor(n / 4)}) i`,
  )
  await owner.query('vacuum analyze obligation')
  await owner.query('vacuum analyze holder')
}
interface Took {
  readonly p50: number
  readonly p95: number
}
/** Each is asked in turn with the others, so that what else the machine does weighs on all alike. */
const inTurn = async (n: number, asks: readonly (() => Promise<unknown>)[]): Promise<readonly Took[]> => {
  const took: number[][] = asks.map(() => [])
  for (let i = 0; i < n + 20; i++)
    for (const [k, ask] of asks.entries()) {
      const t = performance.now()
      await ask()
      if (i >= 20) took[k]!.push(performance.now() - t)
    }
  return took.map(its => {
    its.sort((a, b) => a - b)
    return { p50: its[its.length >> 1]!, p95: its[Math.floor(its.length * 0.95)]! }
  })
}
const ms = (x: number): string => `${x.toFixed(2)} ms`

/** What is asked of one record: as the public, as a cleared reader, and as the owner past all policies. */
const questions = ({ record, owner }: Awaited<ReturnType<Bench['fresh']>>) => {
  const q: Query = { on: ON, limit: 50 }
  const { text, values } = boardQuery(PUBLIC, q)
  const past = (i: number): Query => ({ on: day(`20${String(10 + (i % 15)).padStart(2, '0')}-06-15`), limit: 50 })
  let i = 0
  return {
    'first page, public': () => record.read(PUBLIC, db => board(db, PUBLIC, q)),
    'first page, cleared for all': () => record.read(OPERATOR, db => board(db, OPERATOR, q)),
    'its query alone, public': () => record.pools.public.executeQuery(CompiledQuery.raw(text, values)),
    'its query alone, owner, no policies': () => owner.query(text, values),
    'one mission, public': () => record.read(PUBLIC, db => board(db, PUBLIC, { ...q, mission: 'SIM-7' })),
    'by binding, public': () => record.read(PUBLIC, db => board(db, PUBLIC, { ...q, binding: 'treaty' })),
    'overdue only, public': () => record.read(PUBLIC, db => board(db, PUBLIC, { ...q, stands: 'overdue' })),
    'a past day, public': () => record.read(PUBLIC, db => board(db, PUBLIC, past(i++))),
    'counts, public': () => record.read(PUBLIC, db => counts(db, PUBLIC, { on: ON })),
  }
}

/** The first page of the board and its count, of a small record and of a large one, in turn. */
export const benchBoard = async (b: Bench): Promise<void> => {
  const sizes = b.smoke ? [1_000, 5_000] : [10_000, 1_000_000]
  const asked: ReturnType<typeof questions>[] = []
  for (const size of sizes) {
    const on = await b.fresh(`bench_board_${size}`)
    await fill(on.owner, size)
    asked.push(questions(on))
  }
  const [small, large] = asked as [ReturnType<typeof questions>, ReturnType<typeof questions>]
  const name = (n: number): string => n.toLocaleString('en')
  b.say(
    `\nboard: first page of 50, and the counts beside it; ${name(sizes[1]!)} obligations against ${name(sizes[0]!)} (limit 1.2, counts 2)`,
  )
  const names = Object.keys(small) as (keyof typeof small)[]
  const took = await inTurn(
    b.smoke ? 10 : 200,
    names.flatMap(what => [small[what], large[what]]),
  )
  const got: { [what: string]: number } = {}
  for (const [k, what] of names.entries()) {
    const [less, more] = [took[2 * k]!, took[2 * k + 1]!]
    got[what] = more.p50
    b.say(
      `  ${what}: ${(more.p50 / less.p50).toFixed(2)} (p50 ${ms(more.p50)} against ${ms(less.p50)}; p95 ${ms(more.p95)} against ${ms(less.p95)})`,
    )
  }
  const [page, query, bare] = ['first page, public', 'its query alone, public', 'its query alone, owner, no policies'].map(w => got[w]!)
  b.say(
    `  what the policies cost, public / owner: ${(query! / bare!).toFixed(2)} (limit 1.2); the whole answer / the bare query: ${(page! / bare!).toFixed(2)}; a past day / today: ${(got['a past day, public']! / page!).toFixed(2)}`,
  )
}
