import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ProblemShape } from '../../src/doors/http/shapes.ts'
import { served } from './http.ts'

// How the door behaves to whoever asks wrongly, again, or with ill will.

const { get, json } = served()
const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const NUL = '%00'

describe('a wrong question is answered with a problem (RFC 9457)', () => {
  it.each([
    ['board?as-of=2021-02-30', 400, 'as-of: no such day in the calendar.'],
    ['board?as-of=yesterday', 400, 'as-of: a day as YYYY-MM-DD.'],
    ['board?as-of=', 400, 'as-of: a day as YYYY-MM-DD.'],
    ['board?as-of=2021-09-14&as-of=2021-09-15', 400, 'as-of: wanted, once.'],
    ['board?known-at=2021-02-30', 400, 'known-at: a position of the ledger, a day'],
    ['board?known-at=2021-02-30T00:00Z', 400, 'known-at: a position'],
    ['board?known-at=0000-01-01', 400, 'known-at: a position'],
    ['board?known-at=2021-01-01T00:00%2B23:59', 400, 'known-at: a position'],
    ['board?known-at=-1', 400, 'known-at: a position'],
    ['board?known-at=1e9', 400, 'known-at: a position'],
    ['board?state=XXX', 400, 'state: no State is known by this name, wanted is its name or its ISO 3166-1 code, such as GAB.'],
    ['board?debtor=un.none', 400, 'debtor: neither a State (GAB) nor an office (un.sg'],
    ['board?in=late', 400, 'in: wanted one of open, stopped'],
    ['board?binding=law', 400, 'binding: wanted one of treaty'],
    ['board?limit=0', 400, 'limit: at least 1.'],
    ['board?limit=501', 400, 'limit: at most 500.'],
    ['board?limit=-1', 400, 'limit: at least 1.'],
    ['board?limit=ten', 400, 'limit: wanted as a whole number, once.'],
    ['board?limit=1.5', 400, 'limit: wanted as a whole number, once.'],
    ['board?limit=1&limit=2', 400, 'limit: wanted as a whole number, once.'],
    [`board?mission=${'x'.repeat(81)}`, 400, 'mission: at most 80 characters.'],
    [`board?mission=A${NUL}`, 400, 'mission: no control characters.'],
    [
      'board?sort=due',
      400,
      'Nobody here knows "sort". Here one asks with as-of, known-at, state, mission, debtor, duty, binding, in, limit, after. /api/v1/openapi.json lists all.',
    ],
    ['board?on=2021-09-15', 400, 'Nobody here knows "on" (did you mean as-of?)'],
    ['politics/calendar?date=2021-09-15', 400, 'Nobody here knows "date" (did you mean as-of?)'],
    ['politics/calendar?misson=UNMISS', 400, 'Nobody here knows "misson" (did you mean mission?)'],
    ['board?knownAt=3', 400, 'Nobody here knows "knownAt" (did you mean known-at?)'],
    ['archive?on=2021-09-15', 400, 'Nobody here knows "on". '],
    [`board?${'k'.repeat(5_000)}=1`, 400, `Nobody here knows "${'k'.repeat(40)}"`],
    ['board?__proto__=1', 400, 'Nobody here knows'],
    ['board?after=x', 400, 'after: this is no cursor of ours'],
    [`board?after=${'A'.repeat(401)}`, 400, 'after: at most 400 characters.'],
    ['cases/NOWHERE-1', 404, 'Nothing of that name is on this record for this reader.'],
    ['cases/a%2Fb', 404, 'Nothing of that name'],
    [`cases/GABON-2021${NUL}`, 404, 'Nothing of that name'],
    [`cases/${'GABON-2021'.padEnd(5_000, 'x')}`, 404, 'Nothing of that name'],
    ['cases/%ff', 404, 'Nothing of that name'],
    ['cases/RULEBOOK?as-of=x', 400, 'as-of: a day'],
    ['findings?after=x', 400, 'after: this is no cursor of ours'],
    ['findings?duty=conduct.reply', 400, 'Nobody here knows "duty"'],
    ['whatif', 400, 'set: wanted, such as conduct.reply=5 working days'],
    ['whatif?set=conduct.reply', 400, 'set: "conduct.reply" is not of the form'],
    ['whatif?set=conduct.none%3D5+days', 400, 'set: no duty conduct.none in the rulebook'],
    [`whatif?${'set=conduct.reply%3D5+days&'.repeat(21)}`, 400, 'set: wanted'],
    ['reconcile?x=1', 400, 'Nobody here knows "x"'],
    ['rulebook?x=1', 400, 'Nobody here knows "x"'],
    ['export?x=1', 400, 'Nobody here knows "x"'],
    ['nowhere', 404, 'There is no such page.'],
    ['', 404, 'There is no such page.'],
  ])('%s', async (path, status, says) => {
    const answer = await get(`/api/v1/${path}`)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const problem = ProblemShape.parse(await answer.json())
    expect([answer.status, problem.status]).toEqual([status, status])
    expect(problem.detail.startsWith(says), problem.detail).toBe(true)
    expect(problem.detail.length).toBeLessThan(300)
    expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:|select |at Object/)
  })

  it.each([
    cursor([0, 'un.cdt', 1]),
    cursor([0, 'un.cdt', 1, 'x', 'y']),
    cursor(['0', 'un.cdt', 1, 'x']),
    cursor([1e12, 'un.cdt', 1, 'x']),
    cursor([0, 'un.cdt', 1e12, 'x']),
    cursor([0, 'un.cdt', 1.5, 'x']),
    cursor([0, 'un\u0000', 1, 'x']),
    cursor([0, 'x'.repeat(350), 1, 'x']),
    cursor({ length: 4 }),
    cursor(null),
    "' or 1=1 --",
    '%00',
    '\u202e',
  ])('a cursor that somebody made up is refused or finds a place: %s', async after => {
    const answer = await get(`/api/v1/board?after=${encodeURIComponent(after)}`)
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as { detail: string }).detail).toMatch(/^after: /)
  })
  it('a well-formed cursor of a place that is none goes on from there', async () => {
    for (const after of [cursor([0, "un' or 1=1 --", 1, 'x']), cursor([9, 'ZZZ', 2_147_483_647, '~'])])
      expect((await get(`/api/v1/board?after=${after}`)).status).toBe(200)
  })
  it('words of SQL are words', async () => {
    for (const word of ["'; drop table entry; --", '\\', '%', '$1', '{}', '😀'])
      expect(await json(`/api/v1/board?mission=${encodeURIComponent(word)}`)).toMatchObject({
        status: 400,
        detail: 'mission: no mission is known by this name, wanted is its acronym, such as MINUSCA.',
      })
  })
})

describe('methods and headers', () => {
  it('nothing is written over HTTP', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['board', 'cases/GABON-2021', 'nowhere']) {
        const answer = await get(`/api/v1/${path}`, { method })
        expect(answer.status).toBe(405)
        expect(answer.headers.get('allow')).toBe('GET, HEAD')
        expect(ProblemShape.parse(await answer.json()).detail).toContain('peaceops import')
      }
  })
  it('HEAD is GET without the answer', async () => {
    for (const path of ['board', 'cases/GABON-2021', 'export', 'openapi.json', 'rulebook']) {
      const answer = await get(`/api/v1/${path}`, { method: 'HEAD' })
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe('')
    }
    expect((await get('/api/v1/cases/NOWHERE', { method: 'HEAD' })).status).toBe(404)
  })
  it('what has not changed is not sent again', async () => {
    for (const path of ['board?as-of=2021-09-15', 'rulebook', 'openapi.json']) {
      const first = await get(`/api/v1/${path}`)
      const tag = first.headers.get('etag')!
      const again = await get(`/api/v1/${path}`, { headers: { 'If-None-Match': tag } })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect((await get(`/api/v1/${path}`, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
    }
  })
  it('long answers are compressed for whoever asks for it', async () => {
    const plain = await get('/api/v1/rulebook')
    const packed = await get('/api/v1/rulebook', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toMatch(/accept-encoding/i)
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(await plain.text())
  })
  it('every answer is closed to scripts and frames, and says nothing about the machine', async () => {
    for (const path of ['/api/v1/board', '/api/v1/nowhere', '/api/v1/export', '/', '/board', '/nowhere']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy'), path).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    }
  })
})
