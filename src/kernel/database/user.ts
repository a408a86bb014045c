import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { Failure } from './failure.ts'

/** As whom PostgreSQL's programs run. */
export type User = { readonly name: string; readonly uid: number; readonly gid: number }

/**
 * PostgreSQL refuses to run as root, rightly: then an unprivileged user that already exists must do. We never add one: a program that is
 * only tried out has no business in /etc/passwd. `undefined`: we are not root, and it runs as ourselves.
 */
export const chooseUser = (): User | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const users = passwd()
  const named = ['postgres', 'nobody', 'daemon'].flatMap(name => users.find(u => u.name === name) ?? [])
  // Really tried: a container may have dropped the right to change users.
  const user = [...named, ...users.filter(u => u.uid >= 1000 && !named.includes(u))].find(u => as(u, 'true').ok)
  if (user) return user
  throw new Failure(
    'peaceops was started as root, PostgreSQL refuses to run as root, and no other user of this machine could be used.',
    'Start peaceops as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 server.',
  )
}

/** Who owns a data folder must also run it, whoever that was when it was made. */
export const ownerOf = (folder: string): User | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = fs.statSync(folder)
  return { name: passwd().find(u => u.uid === uid)?.name ?? String(uid), uid, gid }
}

/** Runs a line of shell as that user: asks the machine what is permitted instead of guessing from modes, which miss ACLs and mounts. */
export const as = (user: User | undefined, line: string, ...args: string[]): { readonly ok: boolean; readonly said: string } => {
  const done = spawnSync('/bin/sh', ['-c', line, 'sh', ...args], { ...identity(user), cwd: '/', encoding: 'utf8', timeout: 20_000 })
  return { ok: done.status === 0, said: done.error?.message ?? `${done.stdout}${done.stderr}`.trim() }
}

/** For `spawn`. With a uid given, Node also drops root's supplementary groups. */
export const identity = (user: User | undefined): { uid?: number; gid?: number } => (user ? { uid: user.uid, gid: user.gid } : {})

/** Makes a folder that is that user's alone; an existing one is put right. */
export const makeOwn = (folder: string, user: User | undefined): void => {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) fs.chownSync(folder, user.uid, user.gid)
  fs.chmodSync(folder, 0o700)
}

const passwd = (): User[] =>
  fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(u => u.name && u.uid > 0 && Number.isInteger(u.gid))
