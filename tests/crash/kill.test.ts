import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/kernel/database/place.ts'
import { openPools } from '../../src/kernel/database/pools.ts'
import { signal } from '../../src/kernel/database/postmaster.ts'
import { secret } from '../../src/kernel/database/secrets.ts'
import { Ledger } from '../../src/kernel/ledger/append.ts'
import { loadLaw } from '../../src/kernel/ledger/load.ts'
import { rebuild } from '../../src/kernel/ledger/rebuild.ts'
import { openRecord, type Record } from '../../src/record/record.ts'
import { prepare } from '../../src/record/rulebook.ts'
import { TABLES } from '../../src/record/tables.ts'
import { freshDatabase } from '../database.ts'
import { draft } from '../record/conduct.ts'

// Power cuts, and processes that somebody kills. What was acknowledged is there afterwards, once; and nobody waits for ever.

const SEED = Number(process.env['SEED'] ?? 20151124)
console.log(`seed ${SEED}`)
let lot = SEED
const drawn = (below: number): number => {
  lot = (Math.imul(lot, 1_103_515_245) + 12_345) >>> 0
  return (lot >>> 8) % below
}

interface Writer {
  readonly child: ChildProcess
  readonly lines: readonly string[]
  acks(): { seq: number; id: string }[]
  has(what: string): boolean
  ended: Promise<number | null>
}
const ours: ChildProcess[] = []
const homes: string[] = []
afterEach(() => {
  for (const child of ours.splice(0)) child.kill('SIGKILL')
  for (const home of homes.splice(0)) {
    const pid = existsSync(join(home, 'postgresql', 'postmaster.pid')) && postmasterOf(join(home, 'postgresql'))
    if (pid) signal(pid, 'SIGQUIT') // what a failed test has left behind
    rmSync(home, { recursive: true, force: true })
  }
})
/** A PEACEOPS_HOME of its own, which PostgreSQL's user may enter when the tests run as root. */
const newHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'peaceops-crash-'))
  chmodSync(home, 0o711)
  homes.push(home)
  return home
}
const write = (home: string, url: string, name: string, howMany: number): Writer => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('writer.ts', import.meta.url)), home, url, name, String(howMany)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  ours.push(child)
  const lines: string[] = []
  let rest = ''
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop()!
    lines.push(...parts)
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => lines.push(`stderr ${text}`))
  return {
    child,
    lines,
    acks: () => lines.filter(l => l.startsWith('ack ')).map(l => ({ seq: Number(l.split(' ')[1]), id: l.split(' ')[2]! })),
    has: what => lines.some(l => l.startsWith(what)),
    ended: new Promise(done => child.once('exit', code => done(code))),
  }
}
const until = async (what: string, yes: () => boolean, writer: Writer, ms = 30_000): Promise<void> => {
  const end = Date.now() + ms
  while (!yes()) {
    if (Date.now() > end) throw new Error(`${what}: not within ${ms} ms. It said:\n${writer.lines.slice(-12).join('\n')}`)
    if (writer.child.exitCode !== null && !yes())
      throw new Error(`${what}: it ended with ${writer.child.exitCode}. It said:\n${writer.lines.slice(-12).join('\n')}`)
    await sleep(5)
  }
}
const killed = async (w: Writer): Promise<void> => {
  w.child.kill('SIGKILL')
  await w.ended
}
const postmasterOf = (data: string): number => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])

/** Every acknowledged entry is there once, at the position that was promised; no gap, no doubles; the tables are what follows. */
const sound = async (record: Record, acks: readonly { seq: number; id: string }[]): Promise<number> => {
  const client: pg.PoolClient = await record.pools.keeper.connect()
  try {
    const { rows } = await client.query<{ seq: number; id: string }>('select seq, id from entry order by seq')
    expect(rows.map(r => r.seq)).toEqual(rows.map((_, i) => i + 1))
    expect((await client.query('select size from ledger')).rows[0].size).toBe(rows.length)
    const at = new Map(rows.map(r => [r.id, r.seq]))
    expect(acks.filter(a => at.get(a.id) !== a.seq)).toEqual([])
    expect(new Set(acks.map(a => a.seq)).size).toBe(acks.length)
    expect(
      (await client.query('select count(*) as n from entry e left join body b using (ledger, seq) where b.seq is null')).rows[0].n,
    ).toBe(0)
    const { rows: nth } = await client.query('select subject from entry group by subject having count(*) <> max(nth)')
    expect(nth).toEqual([])
    expect((await rebuild(client, await loadLaw(client, 1), { check: true })).differences).toEqual([])
    return rows.length
  } finally {
    client.release()
  }
}
const quiet = { say: () => undefined }

test('the server is killed in the middle of writing, again and again: nothing acknowledged is lost, and the next one takes over the database that it left', async () => {
  const home = newHome()
  const first = await openRecord({ home, ...quiet })
  const data = first.place.embedded!.dataDir
  await first.close()
  const acks: { seq: number; id: string }[] = []
  let postmaster: number | undefined
  for (let round = 0; round < 3; round++) {
    const writer = write(home, '', `round${round}`, 100_000)
    const enough = 30 + drawn(120)
    await until('acknowledgements', () => writer.acks().length >= enough, writer)
    expect(writer.has('ready true')).toBe(true)
    if (postmaster) expect(postmasterOf(data)).toBe(postmaster) // adopted, not started anew
    postmaster = postmasterOf(data)
    await sleep(drawn(20))
    await killed(writer)
    acks.push(...writer.acks())
    expect(signal(postmaster, 0)).toBe(true) // the orphan lives
  }
  const record = await openRecord({ home, ...quiet })
  try {
    expect(postmasterOf(data)).toBe(postmaster)
    const n = await sound(record, acks)
    console.log(`killed three times: ${acks.length} acknowledged, ${n} on the ledger`)
    expect((await record.ledger.append([draft('AFTER', 'VictimReferred', '2021-03-01', { mission: 'SIM-1' })])).ok).toBe(true)
  } finally {
    await record.close()
  }
  expect(existsSync(join(data, 'postmaster.pid'))).toBe(false) // and was stopped by whoever adopted it
})

test('two servers with homes of their own on one database: one order, one rulebook; one is killed, the other goes on', async () => {
  const fresh = await freshDatabase()
  const [one, two] = [newHome(), newHome()]
  try {
    // both come to an empty database at once
    const records = await Promise.all([one, two].map(home => openRecord({ home, url: fresh.url, ...quiet })))
    const law = await fresh.asOwner<{ type: string; n: string }>('select type, count(*) as n from entry group by type order by type')
    expect(law.map(l => [l.type, Number(l.n)])).toEqual([
      ['HorizonMoved', 1],
      ['RulebookAdopted', 1],
    ])
    const writers = [write(one, fresh.url, 'one', 150), write(two, fresh.url, 'two', 150), write(two, fresh.url, 'three', 100_000)]
    await until('the third to write', () => writers[2]!.acks().length > 40, writers[2]!)
    await killed(writers[2]!)
    for (const w of writers.slice(0, 2)) {
      await until('the others to be done', () => w.has('done'), w)
      expect(w.acks().length, w.lines.join('\n')).toBe(150)
      expect(w.has('error')).toBe(false)
    }
    const acks = writers.flatMap(w => w.acks())
    const n = await sound(records[0]!, acks)
    console.log(`three writers: ${acks.length} acknowledged, ${n} on the ledger`)
    expect(n).toBeGreaterThanOrEqual(acks.length + 2)
    for (const r of records)
      expect((await r.ledger.append([draft('AFTER', 'VictimReferred', '2021-03-01', { mission: 'SIM-1' })])).ok).toBe(true)
    await sound(records[1]!, acks)
    for (const r of records) await r.close()
  } finally {
    await fresh.drop()
  }
})

test('PostgreSQL is killed in the middle of writing: whoever wrote is told, nobody hangs, the process lives, and it goes on when the database is back', async () => {
  const home = newHome()
  const first = await openRecord({ home, ...quiet })
  const data = first.place.embedded!.dataDir
  await first.close()
  const writer = write(home, '', 'cut', 100_000)
  await until('acknowledgements', () => writer.acks().length > 60, writer)
  const postmaster = postmasterOf(data)
  const at = Date.now()
  process.kill(postmaster, 'SIGKILL')
  await until('an error', () => writer.has('error'), writer, 20_000)
  const before = writer.acks().length
  await until('to go on', () => writer.acks().length > before + 20, writer)
  console.log(`PostgreSQL killed: writing again after ${Date.now() - at} ms`)
  expect(postmasterOf(data)).not.toBe(postmaster)
  expect(writer.child.exitCode).toBe(null)
  await killed(writer)
  const record = await openRecord({ home, ...quiet })
  try {
    await sound(record, writer.acks())
  } finally {
    await record.close()
  }
})

test('two servers that find an empty ledger at the same moment adopt one rulebook', async () => {
  const fresh = await freshDatabase()
  const place = await openDatabase({ home: fresh.home, url: fresh.url, ...quiet })
  const pools = await openPools(place, name => secret(fresh.home, name), TABLES)
  try {
    const law = await loadLaw(pools.keeper, 1)
    await Promise.all(Array.from({ length: 4 }, () => prepare(new Ledger(pools.keeper), law, 2026)))
    expect(await fresh.asOwner('select type from entry order by seq')).toEqual([{ type: 'RulebookAdopted' }, { type: 'HorizonMoved' }])
  } finally {
    await pools.close()
    await place.close()
    await fresh.drop()
  }
})

test('an import that finds no connection says so, and the writer is free for the next', async () => {
  const fresh = await freshDatabase()
  const record = await openRecord({ home: fresh.home, url: fresh.url, ...quiet })
  const { keeper } = record.pools.who
  try {
    const one = draft(
      'FREE',
      'VictimReferred',
      '2021-03-01',
      { mission: 'SIM-1' },
      { body: { data: {}, origin: { system: 't', id: 'f-1' } } },
    )
    await fresh.asOwner(`alter role "${keeper}" connection limit 0`)
    await fresh.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where usename = '${keeper}'`)
    await expect.poll(async () => (await fresh.asOwner(`select from pg_stat_activity where usename = '${keeper}'`)).length).toBe(0)
    await expect(record.ledger.import([one])).rejects.toThrow()
    await expect(record.ledger.append([one])).rejects.toThrow()
    await fresh.asOwner(`alter role "${keeper}" connection limit -1`)
    expect(await record.ledger.import([one])).toMatchObject({ written: 1, kept: true })
    expect((await record.ledger.append([one])).ok).toBe(true)
    // cut in the middle of an import: an error, and the next one works
    const many = Array.from({ length: 1_500 }, (_, i) =>
      draft(
        `MANY-${i}`,
        'VictimReferred',
        '2021-03-01',
        { mission: 'SIM-1' },
        { body: { data: {}, origin: { system: 't', id: `m-${i}` } } },
      ),
    )
    let cut = false
    const cutting = record.ledger.import(many, {
      say: () => {
        if (!cut) void fresh.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where usename = '${keeper}'`)
        cut = true
      },
    })
    await expect(cutting).rejects.toThrow()
    expect(await record.ledger.import(many)).toMatchObject({ written: 1_500, repeated: 0 })
    await sound(record, [])
  } finally {
    await record.close()
    await fresh.drop()
  }
})
