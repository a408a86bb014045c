import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Pools, Sql } from '../database/pools.ts'
import type { Marking } from '../ledger/entry.ts'

/** Who is looking. The public is a reader too, with a login of its own that cannot ask for more. */
export interface Reader {
  readonly tier: Marking
  readonly missions: readonly string[] | 'all'
  readonly states: readonly string[]
}
export const PUBLIC: Reader = { tier: 0, missions: 'all', states: [] }
/** Whoever owns the machine and its secrets. */
export const OPERATOR: Reader = { tier: 3, missions: 'all', states: [] }

const SECONDS = 60

/** A claim, good for a minute, that the database verifies itself. */
const claim = (reader: Reader, key: Buffer, now: number): string => {
  const payload = [
    reader.tier,
    reader.missions === 'all' ? '*' : list(reader.missions),
    list(reader.states),
    Math.floor(now / 1000) + SECONDS,
  ].join('|')
  const inner = hash('sha256', Buffer.concat([key, Buffer.from(payload)]), 'buffer')
  return `${payload}|${hash('sha256', Buffer.concat([key, inner]), 'hex')}`
}

/** No name may read as two, or as all. */
const list = (names: readonly string[]): string => {
  const odd = names.find(n => /[|,*]/.test(n))
  if (odd !== undefined) throw new RangeError(`${JSON.stringify(odd)} is no name for which anybody can be cleared`)
  return names.join(',')
}

/** Asks as this reader: the row policies decide what exists. Forgetting a condition in the query leaks nothing. */
export const as = <T>(pools: Pick<Pools, 'public' | 'cleared' | 'claimKey'>, reader: Reader, ask: (db: Sql) => Promise<T>): Promise<T> =>
  reader === PUBLIC
    ? ask(pools.public)
    : pools.cleared
        .transaction()
        .setAccessMode('read only')
        .execute(async db => {
          await sql`select set_config('peaceops.claim', ${claim(reader, pools.claimKey, Date.now())}, true)`.execute(db)
          return ask(db)
        })
