import pg from 'pg'
import { type Cluster, type ClusterOptions, openCluster } from './cluster.ts'
import { explain, Failure } from './failure.ts'
import { applicationName } from './session.ts'

/** The database of this record, wherever it lies. */
export interface Place {
  /** For the login that migrates. Nobody serves with it. */
  readonly admin: pg.PoolConfig
  /** For another login of the same database. */
  connect(login: string, password: string): pg.PoolConfig
  readonly embedded?: Cluster
  close(): Promise<void>
}

export interface PlaceOptions extends ClusterOptions {
  /** DATABASE_URL. Without it peaceops starts its own PostgreSQL in `home`. */
  readonly url?: string | undefined
}

/** Finds the server of DATABASE_URL, or starts or joins the embedded one, and makes sure that it is PostgreSQL 18 or newer. */
export const openDatabase = async ({ url, ...options }: PlaceOptions): Promise<Place> => {
  const place = url ? named(url) : embedded(await openCluster(options))
  try {
    await requireVersion(place.admin)
    return place
  } catch (error) {
    await place.close()
    throw explain(error) ?? error
  }
}

const embedded = (cluster: Cluster): Place => {
  const connect = (user: string, password: string): pg.PoolConfig => {
    const { socketDir: host, port, database } = cluster
    return { host, port, database, user, password, application_name: applicationName }
  }
  return { admin: connect(cluster.user, cluster.password), connect, embedded: cluster, close: () => cluster.close() }
}

const WRITTEN_LIKE = 'Write it like postgres://user:password@host:5432/database.'

/** The text of the URL is kept and only the login exchanged, so that all its parameters (sslmode, a socket as host) stay with us. */
const named = (url: string): Place => {
  const [, scheme, rest] = /^(postgres(?:ql)?:\/\/)(?:[^/?#]*@)?(.*)$/s.exec(url.trim()) ?? []
  if (!scheme || rest === undefined) throw new Failure('DATABASE_URL is not the address of a PostgreSQL server.', WRITTEN_LIKE)
  const [path = '', query] = rest.split('?', 2)
  if (!/\/[^/]+$/.test(path)) throw new Failure('DATABASE_URL names no database.', WRITTEN_LIKE)
  const shared = new URLSearchParams(query)
  for (const name of ['user', 'password']) shared.delete(name)
  const config = (connectionString: string): pg.PoolConfig => ({
    connectionString,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
  })
  return {
    admin: config(url.trim()),
    connect: (login, password) =>
      config(`${scheme}${encodeURIComponent(login)}:${encodeURIComponent(password)}@${path}${shared.size ? `?${shared}` : ''}`),
    close: async () => undefined,
  }
}

const OLDEST = 180_000

const requireVersion = async (admin: pg.ClientConfig): Promise<void> => {
  const client = clientOf(admin)
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
    )
    const server = rows[0]
    if (!server || server.number < OLDEST) {
      throw new Failure(
        `PostgreSQL 18 or newer is needed; this server is ${server?.version}.`,
        'Upgrade it, or leave DATABASE_URL away: peaceops brings its own.',
      )
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Reading the address can fail too, and the error of `URL` carries the text that it could not read, password and all. */
const clientOf = (admin: pg.ClientConfig): pg.Client => {
  try {
    return new pg.Client(admin)
  } catch {
    throw new Failure('DATABASE_URL cannot be read.', `${WRITTEN_LIKE} Signs like @ and / in a password are written %40 and %2F.`)
  }
}
