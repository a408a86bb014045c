import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { addDays, day } from '../dist/kernel/day.js'
import { type Draft, Ledger } from '../dist/kernel/ledger/append.js'
import type { Bench } from './bench.ts'

const START = day('2021-03-01')
/** A plain case of six entries, then the next case: what an office writes. */
const STORY = [
  ['ReportReceived', 0, { matter: 'sea' }],
  ['MemberStateNotified', 5, { matter: 'sea' }],
  ['InvestigatorRequested', 5, {}],
  ['MemberStateResponded', 12, { answer: 'investigates' }],
  ['InvestigatorNamed', 15, { by: 'state' }],
  ['OutcomeReported', 150, { by: 'state' }],
] as const
const nth = (i: number, tag: string): Draft => {
  const [type, after, is] = STORY[i % STORY.length]!
  const on = addDays(START, after)
  return {
    chapter: 'conduct',
    type,
    v: 1,
    subject: `SIM-${tag}-${Math.floor(i / STORY.length)}`,
    occurredOn: on,
    latest: on,
    door: 'command',
    marking: 0,
    expect: 'any',
    is: { mission: 'SIM-1', state: 'XAA', category: 'contingent', ...is },
    body: { data: { says: 'SIMULATED '.repeat(16) } },
  }
}
const median = (xs: readonly number[]): number => [...xs].sort((a, b) => a - b)[xs.length >> 1]!

/** Appends a second at 1, 16 and 64 writers, in turn with the bare INSERT of the same row and with one transaction an append. */
export const benchAppend = async (b: Bench): Promise<void> => {
  const { record, owner } = await b.fresh('bench_append')
  const { who } = record.pools
  await owner.query(
    `create table bare (like entry including all); grant insert on bare to "${who.keeper}"; insert into ledger (ledger, origin) values (2, 'one-by-one')`,
  )
  const config = { ...(record.pools.keeper as unknown as { options: pg.PoolConfig }).options }
  const [rounds, ms] = b.smoke ? [1, 150] : [7, 600]
  const batches = { calls: 0 }
  const counted = new Proxy(record.pools.keeper, {
    get: (pool, name) =>
      name === 'query'
        ? (text: string, values?: unknown[]) => {
            if (text.includes('append_batch')) batches.calls++
            return pool.query(text, values)
          }
        : Reflect.get(pool, name),
  })
  const ledger = new Ledger(counted)
  b.say('\nappend: entries a second, durable (fsync on), derived and readable when answered')
  for (const writers of [1, 16, 64]) {
    const pool = new pg.Pool({ ...config, max: writers })
    pool.on('error', () => undefined)
    let n = 0
    const tag = `${writers}`
    const turn = async (one: (i: number) => Promise<unknown>): Promise<number> => {
      const until = performance.now() + ms
      const from = n
      const began = performance.now()
      await Promise.all(
        Array.from({ length: writers }, async () => {
          while (performance.now() < until) await one(n++)
        }),
      )
      return ((n - from) * 1000) / (performance.now() - began)
    }
    const bare = (i: number) => {
      const d = nth(i, `bare${tag}`)
      return pool.query({
        name: 'bare',
        text: `insert into bare values (1, $1, $2, $3, $4, 'conduct', $5, 1, 'command', '2021-03-01', '2021-03-01', now(), 0, 'SIM-1', 'XAA', null, null, $6, $7, $8, $9)`,
        values: [
          i + 1 + writers * 10_000_000,
          randomUUID(),
          d.subject,
          (i % STORY.length) + 1,
          d.type,
          JSON.stringify(d.is),
          randomBytes(32),
          randomBytes(32),
          randomBytes(32),
        ],
      })
    }
    const oneByOne = async (i: number) => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query('select size from ledger where ledger = 2 for update')
        const alone = new Ledger(
          { query: (text: string, values: unknown[]) => client.query(text, values) } as unknown as pg.Pool,
          undefined,
          2,
        )
        const done = await alone.append([nth(i, `tx${tag}`)])
        await client.query('commit')
        return done
      } finally {
        client.release()
      }
    }
    const ours = (i: number) => ledger.append([nth(i, `ours${tag}`)])
    await turn(ours)
    await turn(bare)
    await turn(oneByOne)
    const got = { bare: [] as number[], tx: [] as number[], ours: [] as number[], ofBare: [] as number[], ofTx: [] as number[] }
    let [calls, appended] = [0, 0]
    for (let r = 0; r < rounds; r++) {
      const [c0, n0] = [batches.calls, n]
      const o = await turn(ours)
      calls += batches.calls - c0
      appended += n - n0
      const x = await turn(bare)
      const t = await turn(oneByOne)
      got.ours.push(o)
      got.bare.push(x)
      got.tx.push(t)
      got.ofBare.push(o / x)
      got.ofTx.push(o / t)
    }
    b.say(
      `  ${String(writers).padStart(2)} writers: ${median(got.ours).toFixed(0)}/s = ${median(got.ofBare).toFixed(2)} of bare INSERT (${median(got.bare).toFixed(0)}/s), ${median(got.ofTx).toFixed(1)} times one transaction an append (${median(got.tx).toFixed(0)}/s); ${(appended / Math.max(1, calls)).toFixed(1)} entries a batch`,
    )
    await pool.end()
  }
}
