import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { Failure } from './failure.ts'
import { replaceFile } from './file.ts'
import { as, makeOwn, ownerOf, type User } from './user.ts'

/**
 * Where the embedded cluster lies. Normally `PEACEOPS_HOME/postgresql` and `PEACEOPS_HOME/socket`. The data go elsewhere if the
 * unprivileged user cannot get into PEACEOPS_HOME; the socket goes elsewhere if its path would be longer than the kernel takes. Both are
 * then written down in PEACEOPS_HOME/cluster.json, so that the next start finds them.
 */
export type Lodging = { readonly base: string; readonly data: string; readonly user: User | undefined }

const Note = z.object({ home: z.string(), base: z.string().optional(), sockets: z.string().optional() })
const noteFile = (home: string): string => join(home, 'cluster.json')
export const dataIn = (base: string): string => join(base, 'postgresql')

/** The cluster of this folder from an earlier start, if there is one. */
export const findLodging = (home: string, major: string): Lodging | undefined => {
  const base = readNote(home).base ?? (fs.existsSync(dataIn(home)) ? home : undefined)
  if (!base) return undefined
  const data = dataIn(base)
  if (!fs.existsSync(data)) {
    // Never begin anew in silence: an empty record in place of a full one is the worst answer of all.
    throw new Failure(
      `The database of ${home} should lie in ${data}, and it is not there.`,
      `Bring it back, or remove ${noteFile(home)} to begin with an empty record.`,
    )
  }
  const user = ownerOf(data)
  const seen = as(user, 'cd "$1" && cat PG_VERSION', data)
  if (!seen.ok && user && !as(user, 'cd "$1"', data).ok) {
    throw new Failure(`The user ${user.name}, who owns ${data}, cannot enter it.`, `Open the folders above it: chmod o+x ${base}.`)
  }
  if (seen.said.trim() !== major) {
    throw new Failure(
      /^\d+$/.test(seen.said)
        ? `${data} was written by PostgreSQL ${seen.said}; this peaceops brings ${major}.`
        : `${data} is not a database folder.`,
      'Export with the version of peaceops that wrote it and import here, or give PEACEOPS_HOME another folder.',
    )
  }
  return { base, data, user }
}

/**
 * Folders for a new cluster, best first. `name` sets clusters of different homes apart in the shared places; it comes from a secret, so
 * that a home which was deleted and made anew does not meet the data of the old one, which its new password cannot open.
 */
export const basesFor = (home: string, user: User | undefined, commons: string, name: string): readonly string[] => {
  const id = createHash('sha256').update(`${home}\0${name}`).digest('hex').slice(0, 16)
  return user ? [home, join(commons, id), `/var/tmp/peaceops-${id}`] : [home]
}

/** An empty folder of that user's own inside `base`, in which a cluster is prepared. `undefined` if he cannot get there. */
export const openWorkshop = (base: string, user: User | undefined): string | undefined => {
  let made: string | undefined
  try {
    if (!fs.existsSync(base)) {
      fs.mkdirSync(base, { recursive: true })
      fs.chmodSync(base, 0o711) // the user passes through; he owns only what lies inside
    }
    // /var/tmp is everybody's: another may have laid out the folder for us.
    if (user && fs.lstatSync(base).uid !== 0 && base.startsWith('/var/tmp/')) return undefined
    made = fs.mkdtempSync(join(base, '.initdb-'))
    makeOwn(made, user)
    if (as(user, 'cd "$1" && : > probe && rm probe', made).ok) return made
  } catch (error) {
    if (!user || !['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  if (made) fs.rmSync(made, { recursive: true, force: true })
  return undefined
}

/** Removes what starts that were killed half-way have left. An hour is far more than a preparation takes. */
export const sweepWorkshops = (base: string): void => {
  for (const name of fs.readdirSync(base)) {
    if (!name.startsWith('.initdb-')) continue
    const since = fs.statSync(join(base, name), { throwIfNoEntry: false })?.mtimeMs
    if (since && Date.now() - since > 3_600_000) fs.rmSync(join(base, name), { recursive: true, force: true })
  }
}

export const noteBase = (home: string, base: string): void => writeNote(home, { base })

/** sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero among them. */
const SOCKET_PATH_BYTES = 100
const fits = (folder: string, port: number): boolean => Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= SOCKET_PATH_BYTES

/** The folder for the socket: PostgreSQL's user only, so that no other user of the machine can even knock. */
export const socketFolder = (home: string, { base, user }: Lodging, port: number): string => {
  const near = join(base, 'socket')
  if (fits(near, port)) {
    makeOwn(near, user)
    return near
  }
  const noted = readNote(home)
  // A home that was copied brings the note of the original along: not ours. Neither is a folder that appeared after the machine cleaned up.
  if (noted.sockets && noted.home === home && isOwn(noted.sockets, user)) return noted.sockets
  for (const shelf of new Set([tmpdir(), '/tmp'])) {
    const made = fs.mkdtempSync(join(shelf, 'peaceops-'))
    makeOwn(made, user)
    if (fits(made, port) && as(user, 'cd "$1"', made).ok) {
      writeNote(home, { sockets: made })
      return made
    }
    fs.rmdirSync(made)
  }
  throw new Failure(
    `The path of ${home} is too long for a socket, and so is that of ${tmpdir()}.`,
    'Set TMPDIR or PEACEOPS_HOME to a shorter path.',
  )
}

const isOwn = (folder: string, user: User | undefined): boolean => {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === (user?.uid ?? process.getuid?.()) && (found.mode & 0o777) === 0o700
}

const readNote = (home: string): Partial<z.infer<typeof Note>> => {
  const file = noteFile(home)
  if (!fs.existsSync(file)) return {}
  try {
    return Note.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
    throw new Failure(`${file} is damaged; it says where the database lies.`, 'Restore it from a backup.', error)
  }
}

const writeNote = (home: string, news: { base?: string; sockets?: string }): void =>
  replaceFile(noteFile(home), `${JSON.stringify({ ...readNote(home), home, ...news }, null, 2)}\n`)
