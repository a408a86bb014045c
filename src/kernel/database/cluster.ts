import * as fs from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { binariesFor, MAJOR } from './binaries.ts'
import { coded, explain, Failure } from './failure.ts'
import { basesFor, dataIn, findLodging, type Lodging, noteBase, openWorkshop, socketFolder, sweepWorkshops } from './lodging.ts'
import {
  clearStaleLocks,
  complaint,
  initialise,
  PORT,
  readPidFile,
  type Start,
  SUPERUSER,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import { secret } from './secrets.ts'
import { enter, type Session, waitAlone } from './session.ts'
import { chooseUser } from './user.ts'

/** The PostgreSQL that comes with peaceops, started or joined. It listens on a socket in a closed folder, on no port. */
export interface Cluster {
  readonly socketDir: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  readonly dataDir: string
  /** Whether this process stops PostgreSQL when it closes. Others that joined only leave. */
  readonly owner: boolean
  close(): Promise<void>
}

export interface ClusterOptions {
  /** PEACEOPS_HOME. Made if it is not there. */
  readonly home: string
  /** Is told in whole sentences what a person should know: where the data lies, what is being waited for. */
  readonly say: (sentence: string) => void
  /** A server demands to be the owner. */
  readonly mustOwn?: boolean
  /** Where root puts what PostgreSQL's user must reach and cannot in `home`. */
  readonly commons?: string
}

const DATABASE = 'peaceops'
const PATIENCE_MS = 60_000
const LEAVE_MS = 10_000

/** Starts the cluster of this folder or joins it if it runs. Throws a Failure when the machine does not permit it. */
export const openCluster = async (options: ClusterOptions): Promise<Cluster> => {
  try {
    return await open(options)
  } catch (error) {
    throw explain(error) ?? error
  }
}

const open = async ({ home: given, say, mustOwn = false, commons = '/var/lib/peaceops' }: ClusterOptions): Promise<Cluster> => {
  const home = resolve(given)
  makeHome(home)
  const password = secret(home, 'postgres')
  const { lodging, binaries } = await lodge(home, commons, password, say)
  if (lodging.base !== home) {
    say(`The database lies in ${lodging.data}: PostgreSQL runs as the user ${lodging.user?.name}, who may not enter ${home}.`)
  }
  const own = socketFolder(home, lodging, PORT)
  const log = join(home, 'postgresql.log')
  let socketDir = own
  let start: Start | undefined
  let served: Start | undefined // was let in by it: if it ends now, that is no failure to start
  let closed = false
  let noted = true

  /** Where PostgreSQL listens now. It tells itself: two first starts at once may each have made a folder. */
  const connection = (): pg.ClientConfig => {
    socketDir = (noted && readPidFile(lodging.data)?.sockets) || own
    return { host: socketDir, port: PORT, user: SUPERUSER, password }
  }

  /** Joins, starting PostgreSQL whenever nobody answers: ours may lose the race for the lock file, or meet one that is just stopping. */
  const settle = async (): Promise<Session> => {
    let until = Date.now() + PATIENCE_MS
    let startAgain = 0
    for (;;) {
      try {
        const session = await enter(connection(), lodging.data, mustOwn)
        if (typeof session === 'object') {
          served = start
          return session
        }
        if (session === 'elsewhere') noted = false
      } catch (error) {
        const state = stateBehind(error)
        if (!state) throw error
        if (state === 'busy') until = Date.now() + PATIENCE_MS // recovery after a crash may take long, and answers meanwhile
        if (state === 'absent' && start?.ended() !== undefined) {
          if (start !== served) judge(start, lodging, own)
          start = undefined
          startAgain = Date.now() + 200
        }
        if (closed && !start) throw error // closed while PostgreSQL was down: let it be
        if (state === 'absent' && !start && Date.now() >= startAgain) start = startPostmaster(binaries(), lodging, own, log)
      }
      if (Date.now() > until) throw silent(lodging)
      await sleep(20)
    }
  }

  let session = await settle().catch(async error => {
    // What we started and cannot use is not left behind.
    if (start && start.ended() === undefined) await stopPostmaster(lodging.data)
    await start?.gone()
    throw error
  })
  let healing: Promise<void> | undefined
  const leave = async (): Promise<void> => {
    await session.client.end().catch(() => undefined)
  }
  if (mustOwn && !session.owner) {
    await leave()
    throw new Failure(
      `peaceops already runs from this folder (${home}${session.holder ? `, process ${session.holder}` : ''}).`,
      'Stop it first, or give this one another PEACEOPS_HOME.',
    )
  }

  /** If PostgreSQL breaks down while we own it, the lock goes with it; take it again, so that no passing command becomes the owner. */
  const watch = (): void => {
    session.client.once('end', () => {
      if (closed || !session.owner) return
      say('PostgreSQL broke down and is being started again.')
      healing = settle().then(
        again => {
          session = again
          watch()
        },
        error => {
          session = { ...session, owner: false }
          if (!closed) say(`PostgreSQL does not come back: ${(explain(error) ?? error).message}`)
        },
      )
    })
  }
  watch()

  const shut = async (): Promise<void> => {
    closed = true
    await healing
    if (session.owner) {
      await waitAlone(session.client, LEAVE_MS, say).catch(() => undefined) // a lost connection: nobody to wait for
      // Still connected, so still the owner: nobody takes over a PostgreSQL that is about to stop.
      if (await stopPostmaster(lodging.data)) await start?.gone()
      else say('PostgreSQL still writes to disk and will stop by itself.')
    }
    await leave()
  }
  let shutting: Promise<void> | undefined

  try {
    await createDatabase(session.client)
  } catch (error) {
    await shut()
    throw error
  }
  return {
    get socketDir() {
      return socketDir
    },
    get owner() {
      return session.owner
    },
    port: PORT,
    user: SUPERUSER,
    password,
    database: DATABASE,
    dataDir: lodging.data,
    close: () => {
      shutting ??= shut()
      return shutting
    },
  }
}

const makeHome = (home: string): void => {
  if (fs.existsSync(home)) return
  fs.mkdirSync(home, { recursive: true })
  // As root, PostgreSQL's user must pass through to its own folders. What else lies here is closed file by file.
  fs.chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700)
}

/** Finds the cluster of this folder or prepares one. The programs are looked for only when something has to be started. */
const lodge = async (
  home: string,
  commons: string,
  password: string,
  say: (sentence: string) => void,
): Promise<{ lodging: Lodging; binaries: () => string }> => {
  const known = findLodging(home, MAJOR)
  const user = known ? known.user : chooseUser()
  let found: string | undefined
  const binaries = (): string => {
    found ??= binariesFor(user, [user ? commons : home], say)
    return found
  }
  if (known) return { lodging: known, binaries }
  for (const base of basesFor(home, user, commons, password)) {
    const data = dataIn(base)
    if (!fs.existsSync(data)) {
      const workshop = openWorkshop(base, user)
      if (!workshop) continue
      await initialise(binaries(), workshop, data, user, password)
      sweepWorkshops(base)
    }
    if (base !== home) noteBase(home, base)
    return { lodging: { base, data, user }, binaries }
  }
  throw new Failure(
    `PostgreSQL runs as the user ${user?.name}, who can write neither in ${home} nor in ${commons} nor in /var/tmp.`,
    'Set PEACEOPS_HOME to a folder that every user may enter, or set DATABASE_URL.',
  )
}

/** What a failed attempt to connect says about PostgreSQL: nobody there, or there and not ready. `undefined`: a real trouble. */
const stateBehind = (error: unknown): 'absent' | 'busy' | undefined => {
  const e = coded(error)
  if (e?.code === 'ENOENT' || e?.code === 'ECONNREFUSED') return 'absent'
  if (['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE'].includes(e?.code ?? '')) return 'busy'
  return e && !e.code && e.message.startsWith('Connection terminated') ? 'busy' : undefined
}

/** Our start ended. Another process was first, or a crash left its locks or its last sessions, or it was stopped at once: then all is well; else it is told. */
const judge = (start: Start, lodging: Lodging, sockets: string): void => {
  const said = start.said()
  if (start.ended() === 0) return
  if (!/lock file ".*" (already exists|is empty)|pre-existing shared memory block/.test(said))
    throw complaint('PostgreSQL did not start', said)
  clearStaleLocks(lodging, sockets)
}

const silent = ({ data }: Lodging): Failure => {
  const pid = readPidFile(data)?.pid
  return new Failure(
    pid ? `PostgreSQL (process ${pid}) runs on ${data} but does not answer.` : `PostgreSQL does not answer on ${data}.`,
    pid ? `Stop it: kill -INT ${pid}. Then start again.` : 'See postgresql.log in PEACEOPS_HOME.',
  )
}

/** From template0, to which nobody can be connected. Two that do so at once are both content. */
const createDatabase = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rows.length > 0) return
  await client.query(`create database ${DATABASE} template template0`).catch((error: { code?: string }) => {
    if (!['42P04', '23505'].includes(error.code ?? '')) throw error
  })
}
