import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.ts'
import { replaceFile } from './file.ts'

/**
 * The secret of that name, made on first use: 32 random bytes in base64url. They lie in PEACEOPS_HOME/secrets.json, readable by its
 * owner only. Two processes that ask at once get the same answer. A damaged file is a Failure and never replaced: the data behind the
 * old secrets would be lost.
 */
export const secret = (home: string, name: string): string => {
  const file = join(home, 'secrets.json')
  return (
    read(file)[name] ??
    locked(`${file}.lock`, () => {
      const secrets = read(file)
      const known = secrets[name]
      if (known) return known
      const made = randomBytes(32).toString('base64url')
      replaceFile(file, `${JSON.stringify({ ...secrets, [name]: made }, null, 2)}\n`)
      return made
    })
  )
}

const read = (file: string): Readonly<Record<string, string>> => {
  if (!fs.existsSync(file)) return {}
  if (fs.statSync(file).mode & 0o077) fs.chmodSync(file, 0o600)
  try {
    const secrets: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
    if (typeof secrets === 'object' && secrets && Object.values(secrets).every(s => typeof s === 'string' && s.length >= 16))
      return secrets as Record<string, string>
  } catch (error) {
    // The parser quotes what it could not read, and that is a secret: it is not passed on.
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new Failure(`${file} is damaged.`, 'Restore it from a backup. Without it the data beside it cannot be opened.')
}

const STALE_MS = 5_000

/** Runs `work` while no other process runs its own. The lock is held for about a millisecond, so one of five seconds belongs to the dead. */
const locked = <T>(lock: string, work: () => T): T => {
  for (;;) {
    try {
      fs.closeSync(fs.openSync(lock, 'wx', 0o600))
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs
      // Renamed, not removed: of two that find it stale, one succeeds.
      if (since && Date.now() - since > STALE_MS) fs.rmSync(renamed(lock), { force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
  try {
    return work()
  } finally {
    fs.rmSync(lock, { force: true })
  }
}

const renamed = (lock: string): string => {
  const away = `${lock}.${randomBytes(4).toString('hex')}`
  try {
    fs.renameSync(lock, away)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return away
}
