import { hash } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import { Failure } from './failure.ts'
import { firstMigration, type Logins } from './schema.ts'

/** Each database has its own three kinds of reader and writer, so that two records on one server cannot read each other … */
const groupsOf = (database: string): Logins => named(stemOf(database))
/** … and each PEACEOPS_HOME its own logins of these kinds, so that two servers on one database need not share a secret. */
const loginsOf = (database: string, home: string): Logins => named(stemOf(database), `_${home}`)
/** Role names are cut after 63 bytes: a long name keeps its beginning and says the rest by a hash, or two records would share their logins. */
const stemOf = (database: string): string =>
  Buffer.byteLength(database) <= 40 ? database : `${database.slice(0, 15)}_${hash('sha256', database, 'hex').slice(0, 16)}`
const named = (stem: string, end = ''): Logins => ({
  keeper: `${stem}_keeper${end}`,
  public: `${stem}_public${end}`,
  cleared: `${stem}_cleared${end}`,
})
export type Secret = (name: string) => string

/** The tables of rooms above the kernel, by the name of their migration (`002_archive`): handed down by whoever opens the record. */
export type Further = Readonly<{ [name: string]: (who: Logins) => string }>
const migrations = (who: Logins, further: Further): Record<string, Migration> =>
  Object.fromEntries(
    Object.entries({ '001_first': firstMigration, ...further }).map(([name, text]) => [
      name,
      {
        up: (db: Kysely<unknown>) =>
          sql
            .raw(text(who))
            .execute(db)
            .then(() => undefined),
      },
    ]),
  )

/**
 * Makes the serving logins and brings the tables to this version. Runs as the login of DATABASE_URL, which owns what it makes;
 * nobody who serves does. Forward only: a step back is a restore.
 */
export const migrate = async (admin: pg.PoolConfig, secret: Secret, further: Further = {}): Promise<Logins> => {
  const pool = new pg.Pool({ ...admin, max: 1 })
  pool.on('error', () => undefined) // a connection that is lost between two statements fails the next one, which says so
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const { rows } = await sql<{ database: string }>`select current_database() as database`.execute(db)
    const { database } = rows[0]!
    const kinds = groupsOf(database)
    const who = loginsOf(database, hash('sha256', secret('home'), 'hex').slice(0, 8))
    await sql`select pg_advisory_lock(2015, 2)`.execute(db)
    await makeLogins(db, database, kinds, who, secret)
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations(kinds, further) } }).migrateToLatest()
    if (error) throw wasNewer(error)
    await sql`insert into claim_key select ${claimKey(secret, who)} where not exists (select from claim_key where key = ${claimKey(secret, who)})`.execute(
      db,
    )
    await sql`insert into ledger (ledger, origin) values (1, ${`peaceops/${hash('sha256', secret('origin'), 'hex').slice(0, 16)}`}) on conflict do nothing`.execute(
      db,
    )
    return who
  } finally {
    await db.destroy()
  }
}
const wasNewer = (error: unknown): unknown =>
  error instanceof Error && error.message.startsWith('corrupted migrations')
    ? new Failure(
        'This database was made by a newer peaceops than this one.',
        'Install the newer version, or give this one another database.',
      )
    : error

/** The key with which a process of ours signs who is cleared. */
export const claimKey = (secret: Secret, who: Logins): Buffer => hash('sha256', secret(`claim:${who.cleared}`), 'buffer')

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const makeLogins = async (db: Kysely<unknown>, database: string, kinds: Logins, who: Logins, secret: Secret): Promise<void> => {
  const exists = async (role: string): Promise<boolean> =>
    (await sql`select from pg_roles where rolname = ${role}`.execute(db)).rows.length > 0
  const run = (text: string): Promise<unknown> => sql.raw(text).execute(db)
  for (const kind of ['keeper', 'public', 'cleared'] as const) {
    const group = quoted(kinds[kind])
    const login = quoted(who[kind])
    if (!(await exists(kinds[kind]))) await run(`create role ${group} nologin`)
    await run(`grant connect on database ${quoted(database)} to ${group}`)
    const password = `login password ${literal(secret(who[kind]))}`
    await run((await exists(who[kind])) ? `alter role ${login} ${password}` : `create role ${login} ${password} in role ${group}`)
  }
  await run(`revoke connect, temporary on database ${quoted(database)} from public`)
}

/** A role that could look past the row policies must not serve: say so, and stop. */
export const refuseBypass = async (admin: pg.PoolConfig, who: Logins): Promise<void> => {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    const { rows } = await client.query<{ login: string; role: string; why: string }>(
      `select * from (select l.rolname as login, r.rolname as role, case
          when r.rolsuper then 'is a superuser' when r.rolbypassrls then 'has BYPASSRLS' when r.rolreplication then 'has REPLICATION'
          when r.rolname in ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program') then 'may use the files of the server'
          when has_table_privilege(r.oid, 'claim_key', 'select, insert, update') then 'may use the key of the claims'
          else 'may act as the owner of ' || (select min(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relowner = r.oid) end as why
        from pg_roles l join pg_roles r on pg_has_role(l.oid, r.oid, 'member') where l.rolname = any ($1)) reached
        where why is not null order by why = 'may use the key of the claims', role = login desc, login, role limit 1`,
      [Object.values(who)],
    )
    const [bad] = rows
    if (bad)
      throw new Failure(
        `The serving login ${bad.login}${bad.role === bad.login ? '' : `, as a member of ${bad.role},`} ${bad.why}: it could look past row security, so peaceops will not serve with it.`,
        bad.role === bad.login
          ? `As an administrator: ALTER ROLE ${quoted(bad.login)} NOSUPERUSER NOBYPASSRLS NOREPLICATION, and revoke what was granted to it.`
          : `As an administrator: revoke the membership by which ${quoted(bad.login)} reaches ${quoted(bad.role)}.`,
      )
  } finally {
    await client.end()
  }
}
