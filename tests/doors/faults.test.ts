import { describe, expect, it, vi } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import { Failure } from '../../src/kernel/database/failure.ts'
import type { Record } from '../../src/record/record.ts'

// What goes wrong on our side: 503 where the database cannot be reached, 500 for the rest; a problem document, and nothing of the machine in it.

const SECRET = '/var/lib/secret peaceops_public_1f2e 10.1.2.3'
const coded = (code: string, more: object = {}) => Object.assign(new Error(`${code} ${SECRET}`), { code, ...more })
const asked = async (error: unknown, path: string, accept = '*/*') => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  try {
    const broken = { read: () => Promise.reject(error) } as unknown as Record
    const answer = await app(broken).request(path, { headers: { accept } })
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text(), log: log.mock.calls.join('\n') }
  } finally {
    log.mockRestore()
  }
}

describe('a fault of ours', () => {
  it.each([
    coded('ECONNREFUSED', { address: '10.1.2.3', port: 5432 }),
    coded('ENOENT', { syscall: 'connect', path: '/var/lib/secret' }),
    coded('57P01'),
    coded('53300'),
    new Error('Connection terminated unexpectedly'),
    new Failure('There is no PostgreSQL server at /var/lib/secret.', 'Start it.', coded('ECONNREFUSED')),
  ])('503 where the database cannot be reached: %s', async error => {
    const { status, type, text } = await asked(error, '/api/v1/board')
    expect(status).toBe(503)
    expect(type).toBe('application/problem+json')
    expect(JSON.parse(text)).toMatchObject({ status: 503, detail: expect.stringContaining('cannot be reached just now') })
    expect(text).not.toMatch(/secret|10\.1\.2\.3|peaceops_public/)
  })
  it.each([
    new TypeError(`x is not a function ${SECRET}`),
    coded('42703'),
    coded('XX001'),
    coded('53100'),
    coded('ENOENT', { syscall: 'open', path: '/var/lib/secret' }),
    new Error(SECRET),
  ])('500 for the rest: %s', async error => {
    const { status, type, text, log } = await asked(error, '/api/v1/cases/HIDDEN-NAME?as-of=2021-09-15')
    expect(status).toBe(500)
    expect(type).toBe('application/problem+json')
    expect(JSON.parse(text)).toEqual({
      type: 'about:blank',
      title: 'Something went wrong on our side',
      status: 500,
      detail: expect.stringContaining('did not expect'),
    })
    expect(text).not.toMatch(/secret|10\.1\.2\.3|peaceops_public|TypeError/)
    expect(log).not.toContain('HIDDEN-NAME')
  })
  it('a person gets a page that says the same', async () => {
    const broken = await asked(new TypeError(SECRET), '/board', 'text/html')
    expect([broken.status, broken.text.includes('Something went wrong on our side')]).toEqual([500, true])
    const away = await asked(coded('ECONNREFUSED'), '/board?lang=fr', 'text/html')
    expect([away.status, away.text.includes('hors d’atteinte')]).toEqual([503, true])
    expect(broken.text + away.text).not.toContain('secret')
  })
})
