import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { as, OPERATOR, PUBLIC, type Reader } from '../kernel/access/reader.ts'
import { openDatabase, type Place } from '../kernel/database/place.ts'
import { openPools, type Pools, type Sql } from '../kernel/database/pools.ts'
import { secret } from '../kernel/database/secrets.ts'
import { type Day, day } from '../kernel/day.ts'
import { Ledger } from '../kernel/ledger/append.ts'
import { loadLaw } from '../kernel/ledger/load.ts'
import { heldOf } from './case.ts'
import { makeHome } from './home.ts'
import { type How, importFile, type Report } from './import.ts'
import { DATA } from './names.ts'
import { prepare } from './rulebook.ts'
import { TABLES } from './tables.ts'

/** A record that is open: one writer, and readers who each see what they may. */
export interface Record {
  readonly place: Place
  readonly pools: Pools
  readonly ledger: Ledger
  /** Asks as a reader. */
  read<T>(reader: Reader, ask: (db: Sql) => Promise<T>): Promise<T>
  import(path: string, how: Omit<How, 'heldOf' | 'law' | 'today'> & { readonly today?: Day }): Promise<Report>
  close(): Promise<void>
}
export { OPERATOR, PUBLIC }
export interface Where {
  /** PEACEOPS_HOME: secrets, sockets, and the embedded database. */
  readonly home: string
  /** DATABASE_URL: another PostgreSQL, 18 or newer. */
  readonly url?: string | undefined
  readonly mustOwn?: boolean
  readonly say: (sentence: string) => void
}

/** Today in New York, where the notices are written: the only place where the wall clock is asked for a day. */
export const today = (): Day => day(Temporal.Now.plainDateISO('America/New_York').toString())

/** Makes the home where there is none, finds or starts the database, brings the tables to this version, and makes sure that a rulebook is in force. */
export const openRecord = async (where: Where): Promise<Record> => {
  makeHome(where.home)
  const place = await openDatabase({ home: where.home, url: where.url, say: where.say, mustOwn: where.mustOwn ?? false })
  let opened: Pools | undefined
  try {
    const pools = await openPools(place, name => secret(where.home, name), TABLES)
    opened = pools
    const ledger = new Ledger(pools.keeper)
    await prepare(ledger, await loadLaw(pools.keeper, 1), Number(Temporal.Now.plainDateISO('America/New_York').year))
    const read = <T>(reader: Reader, ask: (db: Sql) => Promise<T>): Promise<T> => as(pools, reader, ask)
    return {
      place,
      pools,
      ledger,
      read,
      import: (path, how) =>
        importFile(ledger, path, {
          today: today(),
          ...how,
          heldOf: subject => read(OPERATOR, db => heldOf(db, subject)),
          law: () => loadLaw(pools.keeper, 1),
        }),
      close: async () => {
        await pools.close()
        await place.close()
      },
    }
  } catch (error) {
    await opened?.close()
    await place.close()
    throw error
  }
}

/**
 * The published record that ships with this version: loaded on the first start, and again, without doubling, when a newer version brings more.
 * `again`: this record holds an earlier version of it. A line that says something else since is left out, and counted: what stands is never changed.
 */
export const loadShipped = async (
  record: Record,
  say: (done: number, of: number) => void,
  again = false,
): Promise<{ readonly written: number; readonly left: number }> => {
  const files = readdirSync(DATA)
    .filter(f => f.endsWith('.ndjson'))
    .sort()
  let [written, left, done] = [0, 0, 0]
  for (const file of files) {
    const report = await record.import(fileURLToPath(new URL(file, DATA)), { keepGood: again })
    const [first] = report.problems
    if (first && !again) throw new Error(`data/${file}, line ${first.line}: ${first.says}`)
    written += report.written
    left += report.bad
    say(++done, files.length)
  }
  return { written, left }
}
