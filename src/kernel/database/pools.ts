import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { claimKey, type Further, migrate, refuseBypass, type Secret } from './migrate.ts'
import type { Place } from './place.ts'
import type { Logins } from './schema.ts'

/** Numbers stay numbers, days and times stay the text that the database wrote: no time zone of ours touches them. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === 20
      ? Number
      : oid === 1082 || oid === 1184
        ? (text: string) => text
        : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}
export type Sql = Kysely<unknown>

/** Three logins, three pools. The public one cannot even ask for more. */
export interface Pools {
  readonly who: Logins
  readonly keeper: pg.Pool
  readonly public: Sql
  readonly cleared: Sql
  readonly claimKey: Buffer
  close(): Promise<void>
}

export const openPools = async (place: Place, secret: Secret, further: Further = {}): Promise<Pools> => {
  const who = await migrate(place.admin, secret, further)
  await refuseBypass(place.admin, who)
  const pool = (login: string, max: number): pg.Pool => {
    const made = new pg.Pool({
      ...place.connect(login, secret(login)),
      max,
      types,
      options: '-c TimeZone=UTC -c DateStyle=ISO',
      idleTimeoutMillis: 30_000,
    })
    made.on('error', () => undefined) // an idle connection was cut; the next query says so to whoever asks
    made.on('connect', client => client.on('error', () => undefined)) // one in use was cut: its query fails, the process lives
    return made
  }
  const reads = (login: string): Sql => new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pool(login, 8) }) })
  const pools = { keeper: pool(who.keeper, 4), public: reads(who.public), cleared: reads(who.cleared) }
  return {
    ...pools,
    who,
    claimKey: claimKey(secret, who),
    close: async () => {
      await Promise.all([pools.keeper.end(), pools.public.destroy(), pools.cleared.destroy()])
    },
  }
}
