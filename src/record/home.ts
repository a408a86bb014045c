import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../kernel/database/failure.ts'

const CHOOSE = 'Set PEACEOPS_HOME to a folder in which you may write.'

/** Makes the folder of secrets and data, step by step (Node's recursive mkdir never comes back from /proc). Says in a sentence why it cannot be. */
export const makeHome = (home: string): void => {
  const missing: string[] = []
  for (let at = home; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at)
  const there = missing[0] === undefined ? home : dirname(missing[0])
  if (!statSync(there).isDirectory()) throw new Failure(`${there} is a file, so PEACEOPS_HOME cannot lie there.`, CHOOSE)
  try {
    // As root, PostgreSQL's user must pass through to its own folders. What else lies here is closed file by file.
    for (const step of missing) if (!existsSync(step)) mkdirSync(step, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    accessSync(home, constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw error
    if (code === 'EEXIST') return // another process was faster
    throw new Failure(`The folder ${home} cannot be ${missing.length ? 'made' : 'written'} (${code}).`, CHOOSE, error)
  }
}
