import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openRecord, type Record } from '../src/record/record.ts'

export interface Fresh {
  /** A DATABASE_URL of an empty database. */
  readonly url: string
  readonly home: string
  /** As the owner: past every guard. What an insider with the keys of the machine can do. */
  asOwner<T extends object = Record_>(sql: string, values?: unknown[]): Promise<T[]>
  drop(): Promise<void>
}
type Record_ = { [column: string]: unknown }

/** An empty database on the run's own PostgreSQL. */
export const freshDatabase = async (): Promise<Fresh> => {
  const admin = JSON.parse(inject('admin')) as { host: string; port: number; user: string; password: string; database: string }
  const name = `t${randomBytes(6).toString('hex')}`
  const run = async <T extends object>(database: string, sql: string, values?: unknown[]): Promise<T[]> => {
    const client = new pg.Client({ ...admin, database })
    await client.connect()
    try {
      return (await client.query(sql, values)).rows as T[]
    } finally {
      await client.end()
    }
  }
  await run(admin.database, `create database ${name}`)
  return {
    url: `postgres://${admin.user}:${admin.password}@${encodeURIComponent(admin.host)}:${admin.port}/${name}`,
    home: inject('home'),
    asOwner: (sql, values) => run(name, sql, values),
    drop: async () => {
      await run(admin.database, `drop database ${name} with (force)`)
      await run(
        admin.database,
        `do $$ declare r text; begin for r in select rolname from pg_roles where rolname like '${name}\\_%' loop execute format('drop role %I', r); end loop; end $$`,
      )
    },
  }
}
/** A record on a database of its own, with the shipped rulebook in force and nothing else on it. */
export const freshRecord = async (): Promise<Record & { readonly fresh: Fresh }> => {
  const fresh = await freshDatabase()
  const record = await openRecord({ home: fresh.home, url: fresh.url, say: () => undefined })
  return {
    ...record,
    fresh,
    close: async () => {
      await record.close()
      await fresh.drop()
    },
  }
}
