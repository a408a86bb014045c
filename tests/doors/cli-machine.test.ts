import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Fresh, freshDatabase } from '../database.ts'
import { build, NO_TRACE, openFolder, peaceops, running } from './cli.ts'
import { oldPostgres } from './old-postgres.ts'

// Where the machine does not do as it should: one clear sentence, what to do, an exit code, and nothing left running.

const { dir, remove } = openFolder()
let fresh: Fresh
beforeAll(async () => {
  build()
  fresh = await freshDatabase()
}, 120_000)
afterAll(async () => {
  await fresh.drop()
  remove()
})
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
const postmasterOf = (home: string): number => {
  const [pidFile] = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('postmaster.pid'))
  return pidFile ? Number.parseInt(readFileSync(join(home, pidFile), 'utf8'), 10) : 0
}

describe('a database that cannot be used', () => {
  const elsewhere = (url: string, more: object = {}) =>
    peaceops(['board'], { PEACEOPS_HOME: join(dir, 'elsewhere'), DATABASE_URL: url, ...more })
  it.each([
    ['nonsense', /^DATABASE_URL is not the address of a PostgreSQL server\.\nWrite it like postgres:\/\//],
    ['postgres://localhost:5432', /^DATABASE_URL names no database\.\n/],
    ['postgres://u:s3cret@no-such-host.invalid/db', /^The host named in DATABASE_URL is not known\.\nCorrect the host name/],
    ['postgres://u:s3cret@127.0.0.1:1/db', /^There is no PostgreSQL server at 127\.0\.0\.1:1\.\nStart it, or correct DATABASE_URL/],
  ])('%s', async (url, says) => {
    const { code, out, err } = await elsewhere(url)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(says)
    expect(err).toMatch(NO_TRACE)
    expect(err).not.toContain('s3cret')
  })
  it('a database that is not there is named, and a wrong password is not repeated', async () => {
    const none = await elsewhere(fresh.url.replace(/[^/]*$/, 'no_such_database'))
    expect(none).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^The database no_such_database does not exist on this server\.\nCreate it/),
    })
    const wrong = await elsewhere(fresh.url.replace(/\/\/([^:]+):[^@]+@/, '//$1:wr0ng-secret@'))
    expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^PostgreSQL refused the login/) })
    expect(wrong.err).not.toContain('wr0ng')
  })
  it('PostgreSQL 17 is too old, and is told so', async () => {
    const server = await oldPostgres(170_004, '17.4')
    try {
      const { code, out, err } = await elsewhere(`postgres://u:p@127.0.0.1:${server.port}/db`)
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/^PostgreSQL 18 or newer is needed; this server is 17\.4\.\nUpgrade it, or leave DATABASE_URL away/)
    } finally {
      server.close()
    }
  })
})

describe('a folder that cannot be used', () => {
  it.each([
    [
      'a file',
      () => {
        writeFileSync(join(dir, 'a-file'), '')
        return join(dir, 'a-file')
      },
    ],
    ['below a file', () => join(dir, 'a-file', 'home')],
    ['in a place where nothing can be made', () => '/proc/peaceops'],
  ])('%s', async (_, home) => {
    const { code, out, err } = await peaceops(['board'], { PEACEOPS_HOME: home() })
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(NO_TRACE)
    expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(3)
  })
})

describe('a server', () => {
  const home = () => join(dir, 'server')
  it('a port that is none, and one that is taken, by a program or by the other stack of the same machine', async () => {
    for (const port of ['http', '70000', '-1', '80.5', '1e3'])
      expect(await peaceops(['start'], { PEACEOPS_HOME: home(), PORT: port })).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining(`PORT=${port} is no port.`),
      })
    for (const contact of ['nobody', 'javascript:alert(1)', 'a b@example.org'])
      expect(await peaceops(['start'], { PEACEOPS_HOME: home(), PEACEOPS_CONTACT: contact })).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining(`${contact} is neither an e-mail address nor a page on the web.`),
      })
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(done => other.once('listening', done))
    const { port } = other.address() as { port: number }
    const { code, out, err } = await peaceops(['start'], {
      PEACEOPS_HOME: join(dir, 'elsewhere'),
      DATABASE_URL: fresh.url,
      PORT: String(port),
    })
    other.close()
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`Port ${port} is taken by another program.\nStop it, or choose another port: PORT=${port + 1}.`)
    expect(err).toMatch(NO_TRACE)
  })

  it('a second one in the same folder is refused; a signal ends the first one cleanly, and its PostgreSQL with it', async () => {
    const first = running(['start'], { PEACEOPS_HOME: home(), PORT: '0' })
    const [, url] = await first.says(/peaceops is at (http:\S+)/)
    const second = await peaceops(['start'], { PEACEOPS_HOME: home(), PORT: '0' })
    expect(second).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(new RegExp(`peaceops already runs from this folder .*process ${first.pid}`)),
    })
    expect((await fetch(`${url}/api/v1/board`)).status).toBe(200)
    const postmaster = postmasterOf(home())
    expect(alive(postmaster)).toBe(true)
    first.kill('SIGINT')
    first.kill('SIGINT') // a terminal and npm both send it
    const ended = await first.done
    expect(ended.code).toBe(0)
    expect(ended.err).toMatch(NO_TRACE)
    expect(alive(postmaster)).toBe(false)
    await expect(fetch(`${url}/api/v1/board`)).rejects.toThrow()
    // and what was loaded once is there again, and not doubled
    const again = await peaceops(['rebuild', '--check'], { PEACEOPS_HOME: home() })
    expect(again).toMatchObject({ code: 0, err: expect.stringMatching(/entries of \d+ subjects\. The tables are what follows/) })
  })

  const old = process.env['PATH']
    ?.split(':')
    .map(p => join(p, 'node'))
    .find(p => existsSync(p) && !p.includes('node_modules'))
  it.skipIf(!old)('called with the Node of the system, it hands on to its own, and passes on the signal', async () => {
    const server = running(['start'], { PEACEOPS_HOME: home(), PORT: '0' }, { node: old! })
    const [, url] = await server.says(/peaceops is at (http:\S+)/)
    server.kill('SIGTERM')
    expect((await server.done).code).toBe(0)
    await expect(fetch(`${url}/api/v1/board`)).rejects.toThrow()
    expect((await peaceops(['bord'], {}, { node: old! })).code).toBe(2)
  })
})
