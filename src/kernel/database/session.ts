import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { signal } from './postmaster.ts'

/**
 * Who of several processes on one embedded cluster owns it, settled by two advisory locks in the database `postgres`, each held by a
 * connection that lives as long as the cluster is open. PostgreSQL frees them however a process ends.
 *   (2015, 1)  the owner: it stops PostgreSQL when it closes.
 *   (2015, 3)  the door: everyone inside holds it shared. The owner takes it whole before it stops PostgreSQL, so it waits for those
 *              inside, and whoever comes meanwhile is turned back and starts PostgreSQL again.
 */
export type Session = { readonly client: pg.Client; readonly owner: boolean; readonly holder: number | undefined }

/** Marks our connections, so that an owner can tell them from others' and a second start can name the first one's process. */
export const applicationName = `peaceops ${process.pid} ${randomBytes(3).toString('hex')}`

const HANDOVER_MS = 1_000

/**
 * Goes in and takes ownership if it is free. 'closing': the owner is stopping PostgreSQL; come back when it has. 'elsewhere': this socket
 * serves other data than `data`, as happens to a folder copied while it was in use; its copied notes lead to the original.
 */
export const enter = async (config: pg.ClientConfig, data: string, mustOwn: boolean): Promise<Session | 'closing' | 'elsewhere'> => {
  const client = new pg.Client({ ...config, database: 'postgres', application_name: applicationName })
  client.on('error', () => undefined) // a lost connection is met where it matters, on 'end'
  let refusal: 'closing' | 'elsewhere'
  try {
    await client.connect()
    const { rows } = await client.query<{ data: string }>("select current_setting('data_directory') as data")
    if (!sameFolder(rows[0]?.data, data)) refusal = 'elsewhere'
    else if (await yes(client, 'pg_try_advisory_lock_shared(2015, 3)')) return { client, ...(await takeOwnership(client, mustOwn)) }
    else refusal = 'closing'
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  await client.end()
  return refusal
}

const sameFolder = (a: string | undefined, b: string): boolean => {
  const [one, other] = [a && fs.statSync(a, { throwIfNoEntry: false }), fs.statSync(b)]
  return Boolean(one) && typeof one === 'object' && one.ino === other.ino && one.dev === other.dev
}

/** A process that was killed still holds the lock for the moment until PostgreSQL notices. */
const takeOwnership = async (client: pg.Client, mustOwn: boolean): Promise<Omit<Session, 'client'>> => {
  const until = Date.now() + HANDOVER_MS
  for (;;) {
    if (await yes(client, 'pg_try_advisory_lock(2015, 1)')) return { owner: true, holder: undefined }
    const holder = await holderOf(client)
    const lives = holder !== undefined && signal(holder, 0)
    if (Date.now() > until || (lives && !mustOwn)) return { owner: false, holder }
    await sleep(20)
  }
}

const yes = async (client: pg.Client, call: string): Promise<boolean> =>
  (await client.query<{ yes: boolean }>(`select ${call} as yes`)).rows[0]?.yes === true

const holderOf = async (client: pg.Client): Promise<number | undefined> => {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.classid = 2015 and l.objid = 1 and l.objsubid = 2 and l.granted`,
  )
  const pid = Number(/^peaceops (\d+) /.exec(rows[0]?.name ?? '')?.[1])
  return pid > 0 ? pid : undefined
}

/** Waits until everyone else has left, at most so long. Nobody new comes in afterwards. */
export const waitAlone = async (client: pg.Client, ms: number, say: (sentence: string) => void): Promise<void> => {
  const until = Date.now() + ms
  if (!(await yes(client, 'pg_try_advisory_lock(2015, 3)'))) {
    say(`Waiting up to ${Math.round(ms / 1000)} seconds for other peaceops commands to finish.`)
    await client.query(`set lock_timeout = ${Math.max(1, Math.round(ms))}`)
    await client.query('select pg_advisory_lock(2015, 3)').catch((error: { code?: string }) => {
      if (error.code !== '55P03') throw error
    })
  }
  // Others than peaceops hold no lock: a person at psql, a backup.
  while (Date.now() < until && (await strangers(client))) await sleep(50)
}

const strangers = async (client: pg.Client): Promise<boolean> =>
  (
    await client.query(`select from pg_stat_activity where backend_type = 'client backend' and application_name <> $1 limit 1`, [
      applicationName,
    ])
  ).rows.length > 0
