import { type ChildProcess, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './failure.ts'
import { leaveToOwner, publishFolder } from './file.ts'
import type { Lodging } from './lodging.ts'
import { as, identity, type User } from './user.ts'

export const PORT = 5432 // only part of the socket's name: no network port is opened
export const SUPERUSER = 'peaceops_owner'

/** Nothing of ours leaks in (PGDATA, LD_PRELOAD), and messages come in English, as we read some of them. */
const surroundings = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Prepares an empty cluster in `workshop` and moves it to `data` when it is whole: a half-made one is never taken for data. */
export const initialise = async (
  binaries: string,
  workshop: string,
  data: string,
  user: User | undefined,
  password: string,
): Promise<void> => {
  const file = join(workshop, 'password')
  const made = join(workshop, 'data')
  try {
    fs.writeFileSync(file, password, { mode: 0o600 })
    if (user) fs.chownSync(file, user.uid, user.gid)
    const child = spawn(
      join(binaries, 'bin', 'initdb'),
      [
        ...['-D', made, `--username=${SUPERUSER}`, `--pwfile=${file}`, '--auth=scram-sha-256', '--no-instructions', '--data-checksums'],
        // One order of letters on every machine and after every upgrade of its C library: indexes stay valid.
        ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        // In postgresql.conf, where an operator may tune them; what we rely on is given at each start instead.
        ...['--set=shared_buffers=128MB', '--set=max_connections=100', '--set=jit=off'],
      ],
      { ...identity(user), cwd: '/', env: surroundings, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const code = await new Promise((done, fail) => child.on('error', fail).on('close', done))
    if (code !== 0) throw complaint('PostgreSQL could not prepare its data', said)
    fs.rmSync(file)
    publishFolder(made, data)
  } finally {
    fs.rmSync(workshop, { recursive: true, force: true })
  }
}

/** A start under way: PostgreSQL's process as long as it is our child, and what it says in the log. */
export type Start = { readonly ended: () => number | undefined; readonly gone: () => Promise<void>; readonly said: () => string }

const LOG_BYTES = 10_000_000

/** Starts PostgreSQL apart from the terminal, so that Ctrl-C reaches us first. It outlives us if we are killed; the next start adopts it. */
export const startPostmaster = (binaries: string, { data, user }: Lodging, sockets: string, log: string): Start => {
  if ((fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) fs.renameSync(log, `${log}.1`)
  const out = fs.openSync(log, 'a', 0o600)
  leaveToOwner(log)
  const from = fs.fstatSync(out).size
  const settings = {
    listen_addresses: '',
    port: PORT,
    unix_socket_directories: `"${sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    logging_collector: 'off',
    log_destination: 'stderr',
    // The log is no second record: no values of refused rows, no statements with a password.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child: ChildProcess = spawn(join(binaries, 'bin', 'postgres'), ['-D', data, ...flags], {
    ...identity(user),
    cwd: '/',
    env: surroundings,
    detached: true,
    stdio: ['ignore', out, out],
  })
  fs.closeSync(out)
  child.unref()
  let broken = ''
  const gone = new Promise<void>(done => {
    child.once('exit', () => done())
    child.once('error', error => {
      broken = `FATAL:  ${error.message}`
      done()
    })
  })
  return {
    ended: () => (broken ? -1 : (child.exitCode ?? (child.signalCode ? -1 : undefined))),
    gone: () => {
      child.ref() // else Node could leave while it is the last thing to wait for
      return gone
    },
    said: () => broken || fs.readFileSync(log).subarray(from).toString(),
  }
}

/** The last sentence that explains an end, without time and process number. */
export const complaint = (what: string, said: string): Failure => {
  const lines = said.split('\n').filter(Boolean)
  // A full disk is followed by louder complaints that are only its consequence.
  const full = lines.find(l => /no space left/i.test(l))
  const fatal = lines.findLastIndex(l => /\b(FATAL|PANIC|error|fatal):/.test(l) && !/the database system is|terminating connection/.test(l))
  // Of postgresql.conf the last line only says that it "contains errors"; the one before says which.
  const line = full ?? lines.at(/contains errors$/.test(lines.at(fatal) ?? '') ? fatal - 1 : fatal) ?? 'it gave no reason'
  const reason = line.replace(/^.*?\b(LOG|FATAL|PANIC|error|fatal):\s*/, '')
  return new Failure(
    `${what}: ${reason}`,
    full
      ? 'Free some space, then start again.'
      : 'See postgresql.log in PEACEOPS_HOME. DATABASE_URL can name another PostgreSQL 18 server.',
  )
}

/** What a running postmaster wrote about itself; `sockets` only once it listens. It stays behind after a crash. */
export const readPidFile = (
  data: string,
): { readonly text: string; readonly pid: number | undefined; readonly sockets: string | undefined } | undefined => {
  try {
    const text = fs.readFileSync(join(data, 'postmaster.pid'), 'utf8')
    const lines = text.split('\n')
    // A power cut leaves it empty, and `kill` takes 0 and numbers below for whole groups of processes.
    const pid = /^[1-9]\d*$/.test(lines[0] ?? '') ? Number(lines[0]) : undefined
    return { text, pid, sockets: lines[4] || undefined }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Takes away the lock files of a postmaster that died with its machine. PostgreSQL does so itself, unless their process number belongs
 * to some other process of the same user by now, which in a small container is likely. `false`: somebody does live in the data.
 */
export const clearStaleLocks = ({ data }: Lodging, sockets: string): boolean => {
  const before = readPidFile(data)?.text
  if (inhabited(data)) return false
  if (readPidFile(data)?.text !== before) return false // one started while we looked
  fs.rmSync(join(data, 'postmaster.pid'), { force: true })
  fs.rmSync(join(sockets, `.s.PGSQL.${PORT}.lock`), { force: true })
  return true
}

/** Whether any process of PostgreSQL stands in this folder; each of them has it as its working directory. */
const inhabited = (data: string): boolean => {
  const pid = readPidFile(data)?.pid
  if (!fs.existsSync('/proc/self/cwd'))
    return pid !== undefined && as(undefined, 'ps -o command= -p "$1" | grep -q postgres', String(pid)).ok
  const home = fs.realpathSync(data)
  return fs.readdirSync('/proc').some(entry => {
    if (!/^\d+$/.test(entry)) return false
    try {
      return fs.readlinkSync(`/proc/${entry}/cwd`) === home
    } catch {
      return false // ended meanwhile, or another user's
    }
  })
}

const STOP_MS = 60_000

/** Stops PostgreSQL ("fast": sessions are cut, everything confirmed is kept) and waits until it has. `false`: it needs more than a minute. */
export const stopPostmaster = async (data: string): Promise<boolean> => {
  const pid = readPidFile(data)?.pid
  if (!pid || !inhabited(data) || !signal(pid, 'SIGINT')) return true
  const until = Date.now() + STOP_MS
  // The file, not the process, tells: an adopted postmaster can stay a zombie for ever where process 1 does not care for its children.
  while (readPidFile(data)?.pid === pid && signal(pid, 0)) {
    if (Date.now() > until) return false
    await sleep(15)
  }
  return true
}

/** `false`: there is no such process. */
export const signal = (pid: number, what: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, what)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    if (what === 0) return true // it lives, and is not ours
    throw error
  }
}
