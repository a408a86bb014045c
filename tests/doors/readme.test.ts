import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, inOne, MAIN, openFolder, peaceops, type Running, running } from './cli.ts'
import { line, ndjson } from './files.ts'

// Somebody has the README and nothing else, and types what it prints, in its order, on a home of their own.

const { dir, remove } = openFolder(),
  readme = readFileSync('README.md', 'utf8'),
  env = { PEACEOPS_HOME: join(dir, 'home'), PORT: '0' }
const under = (heading: string): string => readme.split('\n## ').find(part => part.startsWith(heading)) ?? ''
let server: Running, url: string
beforeAll(async () => {
  build()
  server = running(['start'], env)
  url = (await server.says(/peaceops is at (\S+)/))[1]!
}, 120_000)
afterAll(async () => {
  server.kill('SIGINT')
  await server.done
  remove()
})

describe('what the README prints', () => {
  it('works in five minutes as it stands, each command after the one before', () => {
    const bin = join(dir, 'bin'),
      block = /```sh\n([\s\S]*?)```/.exec(under('Five minutes'))![1]!
    mkdirSync(bin)
    writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec '${process.execPath}' '${MAIN}' "$@"\n`)
    chmodSync(join(bin, 'npx'), 0o755)
    expect(block.trim().split('\n').length).toBeGreaterThan(8)
    const typed = block
      .trim()
      .split('\n')
      .map((command, i) => `${command}\n[ $? = 0 ] || echo "ended otherwise: line ${i + 1}" >&2`)
    const { stderr } = spawnSync('sh', ['-c', typed.join('\n')], {
      cwd: dir,
      env: { ...process.env, ...env, PATH: `${bin}:${process.env['PATH']}` },
      encoding: 'utf8',
    })
    expect(stderr).not.toContain('ended otherwise')
  }, 120_000)
  it('of the promises is answered on the command line and on its page, and not with nothing', async () => {
    const rows = under('The nine promises')
        .split('\n')
        .filter(row => row.includes('`peaceops ')),
      commands = rows.flatMap(row => [...row.matchAll(/`peaceops ([^`]+)`/g)].map(m => m[1]!.split(' '))),
      pages = rows.flatMap(row => [...row.matchAll(/`(\/[^`]+)`/g)].map(m => m[1]!))
    expect(rows).toHaveLength(10)
    const answers = await inOne(commands, env)
    expect(answers.map(({ code }, i) => [commands[i]!.join(' '), code])).toEqual(commands.map(c => [c.join(' '), 0]))
    for (const [i, { out }] of answers.entries()) expect(out.trim().split('\n').length, commands[i]!.join(' ')).toBeGreaterThan(1)
    for (const page of pages) expect((await fetch(url + page, { headers: { accept: 'text/html' } })).status, page).toBe(200)
  }, 60_000)
})

it('An account is told with whose it is: of a State, and of an office', async () => {
  const lines = join(dir, 'accounts.ndjson'),
    account = { subject: 'GABON-2021', occurredOn: '2021-09-15' }
  writeFileSync(
    lines,
    ndjson(
      line({
        ...account,
        id: 'of-state',
        type: 'StateAccount',
        data: { state: 'GAB', category: undefined, matter: undefined, says: 'Ours (SIMULATED).' },
      }),
      line({
        ...account,
        id: 'of-office',
        type: 'OfficeAccount',
        data: { state: undefined, category: undefined, matter: undefined, office: 'un.oios', says: 'The office’s (SIMULATED).' },
      }),
    ),
  )
  expect(await peaceops(['import', lines], env)).toMatchObject({ code: 0 })
  const { out } = await peaceops(['case', 'GABON-2021'], env)
  expect(out.indexOf('Ours (SIMULATED)'), 'by day, not as the lines came').toBeLessThan(out.indexOf('2021-10-01'))
  expect(out).toContain('Account of the State, Gabon\n    Ours (SIMULATED).')
  expect(out).toContain('Account of the office, Office of Internal Oversight Services\n    The office’s (SIMULATED).')
})
