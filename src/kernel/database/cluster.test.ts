import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { binariesFor, findPackage } from './binaries.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { explain, Failure } from './failure.ts'
import { openDatabase } from './place.ts'
import { PORT } from './postmaster.ts'
import { secret } from './secrets.ts'
import { as, chooseUser } from './user.ts'

const root = process.getuid?.() === 0
let world: string
let seed: string
const said: string[] = []
const say = (sentence: string): unknown => said.push(sentence)
const commons = (): string => join(world, 'commons')
const open = (home: string, mustOwn = false): Promise<Cluster> => openCluster({ home, mustOwn, commons: commons(), say })

const query = async <T extends pg.QueryResultRow>(
  { socketDir: host, port, user, password, database }: Cluster,
  sql: string,
): Promise<T[]> => {
  const client = new pg.Client({ host, port, user, password, database })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Bounded: half a minute is far more than anything here takes on a busy machine. */
const eventually = async (what: () => boolean): Promise<void> => {
  const until = Date.now() + 25_000
  while (!what()) {
    if (Date.now() > until) throw new Error('did not come about')
    await new Promise(done => setTimeout(done, 20))
  }
}
const lives = (data: string): boolean => fs.existsSync(join(data, 'postmaster.pid'))
const pidOf = (data: string): number => Number.parseInt(fs.readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10)

/** Another peaceops: opens the folder in a process of its own, prints what became of it, closes when its input ends. */
const another = (
  home: string,
  mustOwn = false,
): { process: ChildProcess; told: () => Promise<{ owner?: boolean; failure?: string; version?: string }> } => {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openCluster } from ${JSON.stringify(join(import.meta.dirname, 'cluster.ts'))}
       const [home, commons, mustOwn] = process.argv.slice(1)
       const opened = await openCluster({ home, commons, mustOwn: mustOwn === 'true', say: () => {} }).catch(error => ({ error }))
       console.log(JSON.stringify(opened.error ? { failure: opened.error.message } : { owner: opened.owner }))
       process.stdin.resume().on('end', () => opened.close?.())`,
      home,
      commons(),
      String(mustOwn),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  const told = once(child.stdout!.setEncoding('utf8'), 'data')
  return { process: child, told: async () => JSON.parse(String((await told)[0])) }
}
const leave = async (child: ChildProcess): Promise<void> => {
  const exit = once(child, 'exit')
  child.stdin!.end()
  expect(await exit).toEqual([0, null])
}

/** A home with a finished cluster in it, copied from one that was made once: preparing takes longer than all the rest. */
const homeWithCluster = (): string => {
  const home = join(fs.mkdtempSync(join(world, 'home-')), 'peaceops')
  fs.cpSync(seed, home, { recursive: true })
  const { uid, gid } = fs.statSync(join(seed, 'postgresql'))
  for (const name of [
    'postgresql',
    ...fs.readdirSync(join(seed, 'postgresql'), { recursive: true, encoding: 'utf8' }).map(n => join('postgresql', n)),
  ]) {
    fs.chownSync(join(home, name), uid, gid)
  }
  fs.chmodSync(join(home, '..'), 0o755)
  return home
}

beforeAll(async () => {
  world = fs.mkdtempSync(join(tmpdir(), 'peaceops-test-'))
  fs.chmodSync(world, 0o755)
  seed = join(world, 'seed')
  const cluster = await open(seed)
  await cluster.close()
})
afterEach(() => {
  said.length = 0
})
afterAll(async () => {
  // Whatever a failed test left running lies inside our own folder; each such process is ended by its number.
  for (const file of fs.readdirSync(world, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('postmaster.pid'))) {
    const data = join(world, file, '..')
    process.kill(pidOf(data), 'SIGQUIT')
    await eventually(() => !lives(data))
  }
  fs.rmSync(world, { recursive: true, force: true })
})

describe('a folder of one’s own', () => {
  it('is opened, opens no network port, and is closed without a trace of a process', async () => {
    const cluster = await open(homeWithCluster(), true)
    expect(cluster.owner).toBe(true)
    const shown = await query<{ name: string; setting: string }>(
      cluster,
      `select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'data_checksums', 'jit', 'max_connections', 'server_encoding') order by name`,
    )
    expect(Object.fromEntries(shown.map(r => [r.name, r.setting]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      jit: 'off',
      listen_addresses: '',
      max_connections: '100',
      server_encoding: 'UTF8',
    })
    expect(fs.statSync(cluster.socketDir).mode & 0o777).toBe(0o700)
    const pid = pidOf(cluster.dataDir)
    await cluster.close()
    await cluster.close()
    expect(lives(cluster.dataDir)).toBe(false)
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  it('keeps its secrets to itself', () => {
    expect(fs.statSync(join(seed, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(fs.statSync(join(seed, 'postgresql.log')).mode & 0o777).toBe(0o600)
    expect(fs.readFileSync(join(seed, 'postgresql.log'), 'utf8')).not.toContain(secret(seed, 'postgres'))
  })

  it('is joined by a second command, which leaves PostgreSQL running', async () => {
    const home = homeWithCluster()
    const server = await open(home, true)
    const command = another(home)
    expect(await command.told()).toEqual({ owner: false })
    await leave(command.process)
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.close()
  })

  it('refuses a second server, naming the first', async () => {
    const home = homeWithCluster()
    const server = await open(home, true)
    const second = another(home, true)
    expect(await second.told()).toEqual({ failure: `peaceops already runs from this folder (${home}, process ${process.pid}).` })
    await leave(second.process)
    await server.close()
  })

  it('waits for a command that is still inside before it stops', async () => {
    const home = homeWithCluster()
    const server = await open(home)
    const command = another(home)
    await command.told()
    const closing = server.close()
    await eventually(() => said.some(s => s.startsWith('Waiting up to 10 seconds')))
    expect(lives(server.dataDir)).toBe(true)
    await leave(command.process)
    await closing
    expect(lives(server.dataDir)).toBe(false)
  })

  it('has one owner when two come at the same moment, even at the very first start', async () => {
    const home = join(world, 'both')
    const [one, two] = [another(home), another(home)]
    const owners = [await one.told(), await two.told()]
    expect(owners.map(o => o.owner).sort()).toEqual([false, true])
    const [owner, guest] = owners[0]?.owner ? [one, two] : [two, one]
    await leave(guest.process)
    await leave(owner.process)
    expect(lives(join(home, 'postgresql'))).toBe(false)
    expect(fs.readdirSync(home).sort()).toEqual(['postgresql', 'postgresql.log', 'secrets.json', 'socket'])
  })

  it('opens again for one who comes while it is being closed', async () => {
    const home = homeWithCluster()
    const first = await open(home)
    const [, second] = await Promise.all([first.close(), open(home)])
    expect(second.owner).toBe(true)
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.close()
  })
})

describe('after a mishap', () => {
  it('adopts the PostgreSQL of a process that was killed', async () => {
    const home = homeWithCluster()
    const killed = another(home, true)
    await killed.told()
    const pid = pidOf(join(home, 'postgresql'))
    killed.process.kill('SIGKILL')
    await once(killed.process, 'exit')
    const heir = await open(home, true)
    expect(heir.owner).toBe(true)
    expect(pidOf(heir.dataDir)).toBe(pid)
    await heir.close()
    expect(lives(heir.dataDir)).toBe(false)
  })

  it('comes back when PostgreSQL breaks down, and stays the owner', async () => {
    const cluster = await open(homeWithCluster(), true)
    const broken = pidOf(cluster.dataDir)
    process.kill(broken, 'SIGQUIT')
    const file = join(cluster.dataDir, 'postmaster.pid')
    const text = (): string => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '')
    await eventually(() => Number.parseInt(text(), 10) !== broken && /\nready\s*$/.test(text()))
    expect(said).toContain('PostgreSQL broke down and is being started again.')
    expect(await query(cluster, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(cluster.owner).toBe(true)
    await cluster.close()
    expect(lives(cluster.dataDir)).toBe(false)
  })

  it('can be closed in the middle of a breakdown, and leaves nothing running', async () => {
    const cluster = await open(homeWithCluster(), true)
    process.kill(pidOf(cluster.dataDir), 'SIGQUIT')
    await eventually(() => said.some(s => s.startsWith('PostgreSQL broke down')))
    await cluster.close()
    expect(lives(cluster.dataDir)).toBe(false)
  })

  it.runIf(root && process.platform === 'linux')(
    'is not blocked by locks of a crash whose process number another process has by now',
    async () => {
      const home = homeWithCluster()
      const data = join(home, 'postgresql')
      const { uid, gid } = fs.statSync(data)
      const stranger = spawn('/bin/sleep', ['60'], { uid, gid, cwd: '/', stdio: 'ignore' })
      onTestFinished(() => void stranger.kill())
      const socket = join(home, 'socket')
      fs.mkdirSync(socket, { recursive: true })
      const stale = `${stranger.pid}\n${data}\n1700000000\n${PORT}\n${socket}\n\n  1234567 890\nready\n`
      for (const file of [join(data, 'postmaster.pid'), join(socket, `.s.PGSQL.${PORT}.lock`)]) {
        fs.writeFileSync(file, stale, { mode: 0o600 })
        fs.chownSync(file, uid, gid)
      }
      const cluster = await open(home, true)
      expect(pidOf(data)).not.toBe(stranger.pid)
      await cluster.close()
      expect(stranger.exitCode ?? stranger.signalCode).toBe(null)
    },
  )

  it('does not take the original for its copy', async () => {
    const original = await open(homeWithCluster(), true)
    const copied = homeWithCluster()
    const { uid, gid } = fs.statSync(original.dataDir)
    fs.cpSync(join(original.dataDir, 'postmaster.pid'), join(copied, 'postgresql', 'postmaster.pid'))
    fs.chownSync(join(copied, 'postgresql', 'postmaster.pid'), uid, gid)
    const copy = await open(copied, true)
    expect(await query(copy, 'show data_directory')).toEqual([{ data_directory: join(copied, 'postgresql') }])
    await Promise.all([copy.close(), original.close()])
  })

  it('says in one sentence why PostgreSQL does not start', async () => {
    const home = homeWithCluster()
    fs.appendFileSync(join(home, 'postgresql', 'postgresql.conf'), 'shared_buffers = 1\n')
    const failure = await open(home).catch(e => e)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure.message).toMatch(/^PostgreSQL did not start: 1 8kB is outside the valid range for parameter "shared_buffers"/)
  })

  it('refuses data of another version, and secrets that are not theirs', async () => {
    const home = homeWithCluster()
    const version = join(home, 'postgresql', 'PG_VERSION')
    fs.writeFileSync(version, '17\n')
    await expect(open(home)).rejects.toThrow(`${join(home, 'postgresql')} was written by PostgreSQL 17; this peaceops brings 18.`)
    fs.writeFileSync(version, '18\n')
    fs.rmSync(join(home, 'secrets.json'))
    await expect(open(home)).rejects.toThrow('PostgreSQL refused the login peaceops_owner: wrong name or password.')
    fs.writeFileSync(join(home, 'secrets.json'), '{"postgres": "abc')
    await expect(open(home)).rejects.toThrow(`${join(home, 'secrets.json')} is damaged.`)
    expect(lives(join(home, 'postgresql'))).toBe(false)
  })
})

describe('where it lies', () => {
  it('copies the programs once when they lie where nobody may enter, and without the links that npm was told not to make', () => {
    const closed = join(fs.mkdtempSync(join(world, 'package-')), 'package') // 0700
    fs.cpSync(findPackage(), closed, { recursive: true, verbatimSymlinks: true })
    const lib = join(closed, 'native', 'lib')
    for (const name of fs.readdirSync(lib)) if (fs.lstatSync(join(lib, name)).isSymbolicLink()) fs.rmSync(join(lib, name))
    const user = chooseUser()
    const shelf = join(world, 'shelf')
    const place = binariesFor(user, [shelf], say, closed)
    expect(place.startsWith(join(shelf, 'postgresql-18'))).toBe(true)
    expect(as(user, '"$1/bin/postgres" -V', place).said).toMatch(/^postgres \(PostgreSQL\) 18/)
    expect(binariesFor(user, [shelf], say, closed)).toBe(place)
    expect(fs.readdirSync(shelf)).toHaveLength(1)
    expect(said.filter(s => s.includes('were copied to'))).toHaveLength(1)
  })

  it.runIf(root)('goes where PostgreSQL’s user can go when root’s folder is closed, and is found there again', async () => {
    const closed = join(world, 'closed')
    fs.mkdirSync(closed, { mode: 0o700 })
    const home = join(closed, 'peaceops')
    const first = await open(home)
    expect(first.dataDir.startsWith(commons())).toBe(true)
    expect(said).toContain(`The database lies in ${first.dataDir}: PostgreSQL runs as the user postgres, who may not enter ${home}.`)
    await query(first, 'create table kept ()')
    await first.close()
    const second = await open(home)
    expect(second.dataDir).toBe(first.dataDir)
    expect(await query(second, `select to_regclass('kept') is not null as kept`)).toEqual([{ kept: true }])
    await second.close()
    fs.renameSync(first.dataDir, `${first.dataDir}-gone`)
    await expect(open(home)).rejects.toThrow(`The database of ${home} should lie in ${first.dataDir}, and it is not there.`)
  })

  it('takes a short path for the socket when its own is too long, the same each time', async () => {
    const deep = join(fs.mkdtempSync(join(world, 'deep-')), 'x'.repeat(90))
    fs.chmodSync(join(deep, '..'), 0o755)
    fs.renameSync(homeWithCluster(), deep)
    const first = await open(deep)
    onTestFinished(() => fs.rmSync(first.socketDir, { recursive: true, force: true }))
    expect(first.socketDir.startsWith(tmpdir())).toBe(true)
    await first.close()
    const second = await open(deep)
    expect(second.socketDir).toBe(first.socketDir)
    await second.close()
  })
})

describe('DATABASE_URL', () => {
  const refused = (url: string): Promise<Failure> =>
    openDatabase({ home: '/nowhere', url, say }).then(
      () => Promise.reject(new Error(`not refused: ${url}`)),
      error => error,
    )

  it('is understood or refused in a sentence, and its password never told', async () => {
    const cluster = await open(homeWithCluster(), true)
    const host = `host=${encodeURIComponent(cluster.socketDir)}`
    const login = `${cluster.user}:${cluster.password}`
    const place = await openDatabase({ home: '/nowhere', url: `postgres://${login}@/peaceops?${host}`, say })
    await query(cluster, `create role reader login password 'p@ss/word?'`)
    const reader = new pg.Client(place.connect('reader', 'p@ss/word?'))
    await reader.connect()
    expect((await reader.query('select current_user as me, current_database() as here')).rows).toEqual([{ me: 'reader', here: 'peaceops' }])
    await reader.end()
    await place.close()

    const refusals: [url: string, message: string][] = [
      [`postgres://${login}@/elsewhere?${host}`, 'The database elsewhere does not exist on this server.'],
      [`postgres://reader:hush-hush@/peaceops?${host}`, 'PostgreSQL refused the login reader: wrong name or password.'],
      ['postgres://reader:hush-hush@127.0.0.1:1/peaceops', 'There is no PostgreSQL server at 127.0.0.1:1.'],
      ['postgres://reader:hush-hush@localhost:1/peaceops', 'There is no PostgreSQL server at'],
      ['postgres://reader:hush-hush@/peaceops?host=/nowhere', 'There is no PostgreSQL server at /nowhere/.s.PGSQL.5432.'],
      ['postgres://reader:hush-hush@localhost', 'DATABASE_URL names no database.'],
      ['postgres://reader:hush-hush@[::/peaceops', 'DATABASE_URL cannot be read.'],
      ['mysql://reader:hush-hush@localhost/peaceops', 'DATABASE_URL is not the address of a PostgreSQL server.'],
    ]
    for (const [url, message] of refusals) {
      const failure = await refused(url)
      expect(failure).toBeInstanceOf(Failure)
      expect(failure.message).toContain(message)
      expect(failure.message + failure.remedy).not.toContain('hush-hush')
    }
    await cluster.close()
  })
})

describe('secrets', () => {
  it('are the same for two processes that ask at once', async () => {
    const home = fs.mkdtempSync(join(world, 'secrets-'))
    const ask = `import { secret } from ${JSON.stringify(join(import.meta.dirname, 'secrets.ts'))}
      process.stdin.once('data', () => { console.log([...Array(20).keys()].map(n => secret(process.argv[1], 'name' + n)).join()); process.exit() })
      console.log('ready')`
    const asking = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', ask, home], { stdio: ['pipe', 'pipe', 'inherit'] }),
    )
    await Promise.all(asking.map(child => once(child.stdout.setEncoding('utf8'), 'data')))
    const answers = asking.map(child => once(child.stdout, 'data'))
    for (const child of asking) child.stdin.write('go\n')
    const [first, ...others] = (await Promise.all(answers)).map(String)
    expect(first!.split(',')).toHaveLength(20)
    expect(others).toEqual([first, first])
    expect(fs.readdirSync(home)).toEqual(['secrets.json'])
  })

  it('are made although a process died in the middle of making them', () => {
    const home = fs.mkdtempSync(join(world, 'secrets-'))
    fs.writeFileSync(join(home, 'secrets.json.lock'), '')
    fs.utimesSync(join(home, 'secrets.json.lock'), 1, 1)
    expect(secret(home, 'key')).toMatch(/^[\w-]{43}$/)
    expect(secret(home, 'key')).toBe(secret(home, 'key'))
  })
})

describe('explain', () => {
  it('leaves bugs alone and translates the machine’s troubles', () => {
    const told = (code: string, message = 'm', more = {}): string | undefined =>
      explain(Object.assign(new Error(message), { code, ...more }))?.message
    expect(explain(new TypeError('x is not a function'))).toBeUndefined()
    expect(told('42703', 'column "x" does not exist')).toBeUndefined()
    expect(told('ENOENT', 'no such file', { syscall: 'open', path: '/x' })).toBeUndefined()
    expect(told('53100')).toMatch(/^No space is left/)
    expect(told('XX001', 'invalid page in block 7')).toContain('invalid page in block 7')
    expect(told('EADDRINUSE', 'listen', { syscall: 'listen', port: 2015 })).toBe('Port 2015 is taken by another program.')
    expect(told('42501', 'permission denied to create role')).toContain('permission denied to create role')
    expect(explain(new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'ENOSPC' }) }))?.exit).toBe(1)
  })
})
