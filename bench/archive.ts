import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type pg from 'pg'
import { to as copyTo, from } from 'pg-copy-streams'
import { addSnapshot } from '../dist/archive/add.js'
import { short } from '../dist/archive/copy.js'
import { bytesOf, hashing } from '../dist/archive/files.js'
import { sums } from '../dist/archive/index.js'
import type { Layout } from '../dist/archive/layout.js'
import { isBad, readTable, UNIT } from '../dist/archive/read/table.js'
import { sumsQuery } from '../dist/archive/sums.js'
import { table } from '../dist/archive/table.js'
import { day } from '../dist/kernel/day.js'
import { OPERATOR } from '../dist/record/record.js'
import type { Bench } from './bench.ts'

// Invented events, in the shape of the largest table: forty columns, a day, an area, a count. They carry the codes of no real State.

const TEXTS = ['source', 'headline', 'side_a', 'side_b', 'where', 'comment'] as const
const NUMBERS = Array.from({ length: 26 }, (_, i) => `n${i + 1}`)
const LAYOUT: Layout = {
  dataset: 'sim-events',
  layout: 'sim-events/1',
  title: 'SIMULATED events',
  producer: 'peaceops bench',
  cite: 'SIMULATED',
  licence: null,
  row: 'one invented event',
  file: { form: 'csv' },
  columns: [
    { name: 'id', as: 'text' },
    { name: 'date', as: 'day', is: 'from' },
    { name: 'until', as: 'day', is: 'to' },
    { name: 'country', as: 'text' },
    { name: 'adm_1', as: 'place', is: 'place' },
    { name: 'type', as: 'text', is: 'type' },
    { name: 'best', as: 'whole', is: 'amount' },
    { name: 'year', as: 'year' },
    ...TEXTS.map(name => ({ name, as: 'text' }) as const),
    ...NUMBERS.map(name => ({ name, as: 'text' }) as const),
  ],
  key: ['id'],
  opens: 'rows',
}
const AREAS = 80
const DAYS = 9_000
/** Row i; `changed`: one in a hundred has another count, one in a thousand is gone, and as many are new. */
const row = (i: number, changed: boolean): string | undefined => {
  if (changed && i % 1_000 === 500) return undefined
  const date = new Date((i % DAYS) * 86_400_000 + 662_688_000_000).toISOString().slice(0, 10)
  const best = ((i * 7) % 13) + (changed && i % 100 === 7 ? 1 : 0)
  const texts = TEXTS.map((t, k) =>
    k === 0 && i % 3 === 0
      ? `"Agency ""${i % 97}"", ${date}"`
      : `${t} of event ${i}, as somebody told it ${'·'.repeat(i % 5)}`.replaceAll(',', k === 1 ? ';' : ' '),
  )
  return `${i},${date},${date},Nowhere ${i % 40},Area ${i % AREAS} of Nowhere,${1 + (i % 3)},${best},${date.slice(0, 4)},${texts.join(',')},${NUMBERS.map((_, k) => (k % 4 === 3 ? '' : (i * (k + 3)) % 10_007)).join(',')}\n`
}
const write = async (path: string, n: number, changed: boolean): Promise<void> => {
  const lines = function* (): Generator<string> {
    yield `${LAYOUT.columns.map(c => c.name).join(',')}\n`
    let piece = ''
    for (let i = 0; i < n + (changed ? n / 1_000 : 0); i++) {
      piece += row(i, changed) ?? ''
      if (piece.length > 65_536) {
        yield piece
        piece = ''
      }
    }
    yield piece
  }
  await pipeline(lines, createWriteStream(path))
}
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
const MB = 2 ** 20
/** The most that the process holds while it works, sampled. */
const most = async (work: () => Promise<unknown>): Promise<number> => {
  let peak = process.memoryUsage.rss()
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
  await work()
  clearInterval(timer)
  return peak
}
/** The most that is still held when all is let go that may be: what is not yet let go depends on when the machine cares to. */
const held = async (work: () => Promise<unknown>): Promise<number> => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  let peak = 0
  const look = (): void => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    peak = Math.max(peak, heapUsed + external)
  }
  const timer = setInterval(look, 250)
  await work()
  clearInterval(timer)
  look()
  return peak
}
const sizeOf = async (owner: pg.Pool): Promise<number> =>
  Number((await owner.query(`select pg_total_relation_size('archived') as n`)).rows[0].n)

/** Adds a large table, and a slightly changed one, against COPY of the same rows; sums by month and area against the bare table. */
export const benchArchive = async (b: Bench): Promise<void> => {
  const n = b.smoke ? 4_000 : 400_000
  const folder = mkdtempSync(join(tmpdir(), 'peaceops-bench-archive-'))
  const [first, second, tenth] = ['first.csv', 'second.csv', 'tenth.csv'].map(f => join(folder, f)) as [string, string, string]
  try {
    await write(first, n, false)
    await write(second, n, true)
    await write(tenth, n / 10, false)
    const { record, owner } = await b.fresh('bench_archive')
    const to = { keeper: record.pools.keeper, ledger: record.ledger }
    const adding = (path: string, dataset = LAYOUT.dataset) => ({ dataset, path, layout: { ...LAYOUT, dataset }, today: day('2026-11-24') })
    b.say(
      `\narchive: ${n.toLocaleString('en')} invented event rows of ${LAYOUT.columns.length} columns, ${(statSync(first).size / MB).toFixed(0)} MB`,
    )
    // A warm start for both: programs compiled, files cached.
    await addSnapshot(to, adding(tenth, 'sim-warm'))
    const [heldSmall, heldLarge] = [
      await held(() => addSnapshot(to, adding(tenth, 'sim-tenth-held'))),
      await held(() => addSnapshot(to, adding(first, 'sim-held'))),
    ]
    const small = await most(() => addSnapshot(to, adding(tenth, 'sim-tenth')))
    await owner.query('create table bare (like archived including all)')
    const rounds = b.smoke ? 1 : 3

    // In turn with COPY of the same rows into the same table, with the same indexes. The best of each: the machine has other work.
    const lines = join(folder, 'copied')
    let [large, space] = [0, 0]
    const adds: number[] = []
    const copies: number[] = []
    for (let r = 0; r < rounds; r++) {
      await owner.query('truncate archived')
      const dataset = r === rounds - 1 ? LAYOUT.dataset : `sim-round-${r}`
      adds.push(
        await seconds(async () => {
          large = Math.max(large, await most(() => addSnapshot(to, adding(first, dataset))))
        }),
      )
      space = await sizeOf(owner)
      const source = await owner.connect()
      if (r === 0) await pipeline(source.query(copyTo('copy archived to stdout')), createWriteStream(lines))
      await owner.query('truncate bare')
      copies.push(await seconds(() => pipeline(bytesOf(lines), source.query(from('copy bare from stdin')))))
      source.release()
    }
    const [add, copy] = [Math.min(...adds), Math.min(...copies)]
    b.say(
      `  add: ${(n / add).toFixed(0)} rows/s = ${(copy / add).toFixed(2)} of COPY of the same rows (${(n / copy).toFixed(0)} rows/s; limit 0.30)`,
    )
    b.say(
      `  memory while adding: ${(heldLarge / MB).toFixed(0)} MB held at ${n.toLocaleString('en')} rows, ${(heldSmall / MB).toFixed(0)} MB at a tenth: ${(heldLarge / heldSmall).toFixed(2)} times (limit 1.50); resident, with what was not yet let go: ${(large / MB).toFixed(0)} and ${(small / MB).toFixed(0)} MB`,
    )

    // A second snapshot, and back to the first one, and again: each one read, and what changed. A reading that keeps nothing is the
    // least that could be; one that hashes the bytes, each row and its name is what must be done to know that nothing changed.
    const reads: number[] = []
    const hashed: number[] = []
    const again: number[] = []
    let [written, grown] = [0, 0]
    for (let r = 0; r < rounds; r++) {
      const path = r % 2 ? first : second
      reads.push(
        await seconds(async () => {
          for await (const row of readTable(LAYOUT, bytesOf(path), 'events.csv')) if (isBad(row)) throw new Error(row.says)
        }),
      )
      hashed.push(
        await seconds(async () => {
          const file = hashing(path, () => undefined)
          for await (const row of readTable(LAYOUT, file.bytes, 'events.csv'))
            if (!isBad(row)) void [short(row.key), short(row.cells.join(UNIT))]
          file.hash()
        }),
      )
      again.push(
        await seconds(async () => {
          const answer = await addSnapshot(to, { ...adding(path), anyway: true })
          if (answer.is !== 'added') throw new Error('it was not added')
          written = answer.added + answer.changed + answer.gone
        }),
      )
      if (r === 0) grown = await sizeOf(owner)
    }
    const [read, whole, second1, share] = [Math.min(...reads), Math.min(...hashed), Math.min(...again), written / n]
    b.say(
      `  second snapshot, ${(share * 100).toFixed(2)} % changed: ${second1.toFixed(1)} s, ${(second1 / (whole + add * share)).toFixed(2)} times one reading with its hashes (${whole.toFixed(1)} s) and the share of a first add for what changed; ${(second1 / (read + add * share)).toFixed(2)} where nothing is hashed (${read.toFixed(1)} s; limit 3.00); ${(second1 / add).toFixed(2)} of a first add`,
    )
    b.say(
      `  space: ${((grown - space) / MB).toFixed(1)} MB more on ${(space / MB).toFixed(0)} MB, ${((grown - space) / space / share).toFixed(1)} times the share of rows that changed (limit 3.0)`,
    )

    // Sums by month and area: as a reader, against the bare table with an index of its own.
    await owner.query(
      `create table events as select month, place, amount from archived where dataset = (select id from dataset where name = '${LAYOUT.dataset}') and from_snap <= 2 and to_snap > 2;
       create index on events (month, place) include (amount)`,
    )
    await owner.query('vacuum analyze events')
    const bare = () => owner.query('select month, place, count(*), sum(amount) from events group by 1, 2 order by 1, 2')
    const ours = () => record.read(OPERATOR, db => sums(db, LAYOUT.dataset, { by: ['month', 'place'], limit: 100_000 }))
    const past = () => record.read(OPERATOR, db => sums(db, LAYOUT.dataset, { at: 1, by: ['month', 'place'], limit: 100_000 }))
    const area = () => record.read(OPERATOR, db => sums(db, LAYOUT.dataset, { by: ['month'], filters: { place: 'Area 7 of Nowhere' } }))
    const bareArea = () =>
      owner.query(`select month, count(*), sum(amount) from events where place = 'Area 7 of Nowhere' group by 1 order by 1`)
    const took: { [what: string]: number[] } = {}
    // The best of each, in turn. What takes a few milliseconds is asked more often: other work on the machine takes as long as it does.
    const inTurn = async (asks: { readonly [what: string]: () => Promise<unknown> }, times: number): Promise<void> => {
      for (let r = 0; r < (b.smoke ? 2 : times); r++)
        for (const [what, ask] of Object.entries(asks)) {
          const t = await seconds(ask)
          if (r > 0) took[what] = [...(took[what] ?? []), t * 1000]
        }
    }
    await inTurn({ bare, ours, past }, 9)
    await inTurn({ area, bareArea }, 100)
    const m = (what: string): number => Math.min(...took[what]!)
    b.say(
      `  sums by month and area: ${m('ours').toFixed(0)} ms = ${(m('ours') / m('bare')).toFixed(2)} of the bare indexed SQL (${m('bare').toFixed(0)} ms; limit 3.00); as published first: ${(m('past') / m('bare')).toFixed(2)}`,
    )
    b.say(
      `  one area by month: ${m('area').toFixed(1)} ms = ${(m('area') / m('bareArea')).toFixed(2)} of the bare indexed SQL (${m('bareArea').toFixed(1)} ms; limit 3.00)`,
    )
    const t = (await record.read(OPERATOR, db => table(db, LAYOUT.dataset)))!
    const { text, values } = sumsQuery(t, 2, ['month', 'place'], {}, { limit: 100_000 })
    const plan = await owner.query(`explain ${text}`, [...values])
    b.say(`  its plan: ${plan.rows.map(r => String(r['QUERY PLAN']).trim()).find(l => /Scan/.test(l)) ?? ''}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
