/**
 * Something about the machine, not about the record, that one clear sentence explains: a full disk, a closed folder, a login refused.
 * The CLI prints `message` and `remedy`, never a stack, and ends with `exit`. Neither may hold a secret.
 */
export class Failure extends Error {
  readonly remedy: string
  readonly exit: number = 1

  constructor(message: string, remedy: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'Failure'
    this.remedy = remedy
  }
}

/** What PostgreSQL and Node attach to their errors, as far as we read it. */
export type Coded = {
  readonly code?: string
  readonly message: string
  readonly syscall?: string
  readonly path?: string
  readonly address?: string
  readonly port?: number
}

/** The error that carries a code: itself, its cause, or the first of several (`localhost` is tried as ::1 and as 127.0.0.1). */
export const coded = (error: unknown): Coded | undefined => {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string' && !(error instanceof AggregateError)) return error as Coded
  if (error instanceof AggregateError) return error.errors.map(coded).find(Boolean)
  return coded(error.cause) ?? { message: error.message }
}

/** Translates a complaint of PostgreSQL or of Node into a sentence for people. `undefined`: not about the machine, so a bug; let it fall. */
export const explain = (error: unknown): Failure | undefined => {
  if (error instanceof Failure) return error
  const e = coded(error)
  if (!e) return undefined
  const told = e.code ? (byCode[e.code] ?? (/^XX\d/.test(e.code) ? damaged : undefined)) : byMessage(e.message)
  const said = told?.(e)
  return said && new Failure(said[0], said[1], error)
}

type Told = (e: Coded) => readonly [message: string, remedy: string] | undefined

const quoted = (e: Coded): string | undefined => /"([^"]+)"/.exec(e.message)?.[1]
const where = (e: Coded): string =>
  e.path ?? (e.address ? `${e.address}${e.port ? `:${e.port}` : ''}` : (e.port?.toString() ?? 'its address'))

const full: Told = () => [
  'No space is left on the disk; nothing that was not confirmed has been written.',
  'Free some space, then start again.',
]
const refused: Told = e => [
  `PostgreSQL refused the login${quoted(e) ? ` ${quoted(e)}` : ''}: ${e.message.includes('pg_hba') ? 'it lets nobody in from here' : 'wrong name or password'}.`,
  'Check the user and password in DATABASE_URL, or secrets.json in PEACEOPS_HOME if DATABASE_URL is not set.',
]
const stopping: Told = () => ['PostgreSQL is stopping or was restarted, and the connection was lost.', 'Wait a moment, then start again.']
const starting: Told = () => ['PostgreSQL is still starting or stopping.', 'Wait a moment, then start again.']
const nobody: Told = e => [
  `There is no PostgreSQL server at ${where(e)}.`,
  'Start it, or correct DATABASE_URL (without DATABASE_URL peaceops starts its own).',
]
const unreachable: Told = e => [
  `The PostgreSQL server at ${where(e)} does not answer.`,
  'Check the host and port in DATABASE_URL, and the network between.',
]
const unknown: Told = () => ['The host named in DATABASE_URL is not known.', 'Correct the host name in DATABASE_URL.']
const damaged: Told = e => [
  `PostgreSQL reports damage inside (${e.code}): ${e.message}.`,
  "Stop, keep a copy of the data folder, look into PostgreSQL's log, and restore from the last export if the disk is at fault.",
]
const crowded: Told = () => [
  'PostgreSQL has no free connection left.',
  'Stop other programs that use this server, or raise max_connections.',
]
const closed: Told = e =>
  e.syscall === 'listen'
    ? [`This user may not listen on ${where(e)}.`, 'Choose a port above 1024: PORT=8080.']
    : e.path || e.syscall === 'connect'
      ? [`This user may not use ${where(e)}.`, 'Start peaceops as the user that owns the folder, or correct its permissions.']
      : undefined

const byCode: Readonly<Record<string, Told>> = {
  '53100': full,
  ENOSPC: full,
  EDQUOT: full,
  '53300': crowded,
  '3D000': e => {
    const name = quoted(e)
    return [`The database ${name ?? 'named in DATABASE_URL'} does not exist on this server.`, `Create it: create database ${name ?? '…'}.`]
  },
  '28P01': refused,
  '28000': refused,
  '57P01': stopping,
  '57P02': stopping,
  ECONNRESET: stopping,
  EPIPE: e => (e.syscall === 'write' ? stopping(e) : undefined),
  '57P03': starting,
  '42501': e => [
    `PostgreSQL does not permit this: ${e.message}.`,
    'The login of DATABASE_URL needs to create roles and tables (createrole, and create on the database).',
  ],
  ECONNREFUSED: nobody,
  ENOENT: e => (e.syscall === 'connect' ? nobody(e) : undefined),
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOTFOUND: unknown,
  EAI_AGAIN: unknown,
  EADDRINUSE: e => [
    `${e.port ? `Port ${e.port}` : where(e)} is taken by another program.`,
    `Stop it, or choose another port: PORT=${(e.port ?? 8080) + 1}.`,
  ],
  EACCES: closed,
  EPERM: closed,
  EROFS: e => (e.path ? [`${e.path} lies on a disk that cannot be written.`, 'Set PEACEOPS_HOME to a folder that can.'] : undefined),
}

/** `pg` throws these without a code. */
const byMessage = (message: string): Told | undefined =>
  /^Connection terminated/.test(message)
    ? /timeout/.test(message)
      ? unreachable
      : stopping
    : /^timeout expired/.test(message)
      ? unreachable
      : /client password must be a/.test(message)
        ? () => ['PostgreSQL asks for a password and none was given.', 'Put the password into DATABASE_URL, or set PGPASSWORD.']
        : /does not support SSL/.test(message)
          ? () => [
              'The PostgreSQL server does not offer encrypted connections.',
              'Remove sslmode from DATABASE_URL, or switch on TLS at the server.',
            ]
          : undefined
