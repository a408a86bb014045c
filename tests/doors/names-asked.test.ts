import { describe, expect, it } from 'vitest'
import { stateMeant } from '../../src/record/meant.ts'
import { type Page, served } from './http.ts'

// Whoever writes a name otherwise than the record does is understood, or told the nearest: at every door in one way.

const { bring, get, json } = served()
const board = (query: string) => json<Page>(`/api/v1/board?as-of=2021-09-15&${query}`)
const problem = async (path: string) => {
  const answer = await get(path)
  return [answer.status, ((await answer.json()) as { detail: string }).detail]
}

describe('what a person meant', () => {
  it.each([
    ['state=gab', 'state=GAB'],
    ['state=Gabon', 'state=GAB'],
    ['state=c%C3%B4te+d%27Ivoire', 'state=CIV'],
    ['state=UK', 'state=GBR'],
    ['mission=minusca', 'mission=MINUSCA'],
    ['mission=Minusca', 'mission=MINUSCA'],
    ['debtor=OIOS', 'debtor=un.oios'],
    ['debtor=Gabon', 'debtor=GAB'],
    ['debtor=UN', 'debtor=un'],
    ['debtor=The+United+Nations', 'debtor=un'],
    ['debtor=African+Union', 'debtor=au'],
  ])('%s is %s', async (written, code) => expect(await board(written)).toEqual(await board(code)))
  it('a house is all of its offices, and no other’s', async () => {
    const { items } = await json<Page>('/api/v1/board?debtor=African+Union')
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(i => String(i['debtor']).startsWith('au.'))).toBe(true)
  })
  it('a territory is no State, and that is said', () =>
    expect(stateMeant('Kosovo')).toEqual({
      says: 'Kosovo is another kind of thing (territory; no code in ISO 3166; under S/RES/1244 (1999))',
    }))
  it('a State that is no more is asked for by its own code, as tables of its time have it', () =>
    expect(stateMeant('Yugoslavia')).toEqual({ code: 'YUG', as: 'Yugoslavia, former State (YUG)' }))
  it('MINURCA is never taken for MINUSCA', async () => expect((await board('mission=MINURCA')).items).toEqual([]))
  it('a mission of this record that no list knows is asked for as it is written there', async () => {
    await bring({
      id: 'own-mission',
      type: 'MemberStateNotified',
      subject: 'SIM-OWN-1',
      occurredOn: '2021-09-07',
      marking: 'public',
      data: { mission: 'SIMMISS', state: 'XAA', matter: 'sea', category: 'contingent', says: 'SIMULATED' },
    })
    expect((await board('mission=SIMMISS')).items.length).toBeGreaterThan(0)
  })
})

describe('what nobody knows', () => {
  it.each([
    [
      'board?state=Gabun',
      'state: no State is known by this name (did you mean Gabon?), wanted is its name or its ISO 3166-1 code, such as GAB.',
    ],
    [
      'board?mission=minuscaa',
      'mission: no mission is known by this name (did you mean MINUSCA?), wanted is its acronym, such as MINUSCA.',
    ],
    [
      'findings?mission=MINUSCAA',
      'mission: no mission is known by this name (did you mean MINUSCA?), wanted is its acronym, such as MINUSCA.',
    ],
    [
      'forces/strength?mission=MINUSCAA',
      'mission: no mission is known by this name (did you mean MINUSCA?), wanted is its acronym, such as MINUSCA.',
    ],
    [
      'forces/pledges?state=Gabun',
      'state: no State is known by this name (did you mean Gabon?), wanted is its name or its ISO 3166-1 code, such as GAB.',
    ],
    [
      'reform/share?states=GBR,Gabun',
      'states: no State is known by this name (did you mean Gabon?), wanted is its name or its ISO 3166-1 code, such as GAB.',
    ],
    ['board?duty=conduct.replies', 'duty: no rulebook has this duty, peaceops rulebook lists them.'],
    ['board?duty=conduct.repli', 'duty: no rulebook has this duty (did you mean conduct.reply?), peaceops rulebook lists them.'],
  ])('%s', async (path, says) => expect(await problem(`/api/v1/${path}`)).toEqual([400, says]))
  it('a page says the same', async () => {
    const answer = await get('/forces/strength?mission=MINUSCAA', { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('did you mean MINUSCA?')
  })
})

describe('a case', () => {
  it('is found in any capitals, and has one address', async () => {
    expect(await json('/api/v1/cases/gabon-2021')).toEqual(await json('/api/v1/cases/GABON-2021'))
    const page = await get('/cases/gabon-2021?as-of=2021-09-15')
    expect([page.status, page.headers.get('location')]).toEqual([302, '/cases/GABON-2021?as-of=2021-09-15'])
  })
  it('that is not there: the nearest that this reader may see', async () =>
    expect(await problem('/api/v1/cases/GABON-2012')).toEqual([
      404,
      'Nothing of that name is on this record for this reader. Did you mean GABON-2021?',
    ]))
  it('and so is an agreement that is not there; a text that is not held has a page that says how it is put there', async () => {
    expect(await problem('/api/v1/politics/agreement/AGREEMENT-SSD-2081')).toEqual([
      404,
      'Nothing of that name is on this record for this reader. Did you mean AGREEMENT-SSD-2018?',
    ])
    expect((await get('/politics/extend/NOPE', { headers: { accept: 'text/html' } })).status).toBe(404)
    expect((await get('/politics/text/S-RES-9999')).status).toBe(200)
  })
  it('a thing that a question names is found in any capitals, and so is a text by its symbol', async () => {
    const named = '/api/v1/politics/agreement/AGREEMENT-SSD-2018'
    expect((await json<Page>(named)).items.length).toBeGreaterThan(1)
    expect(await json(named.replace('AGREEMENT-SSD', 'agreement-ssd'))).toEqual(await json(named))
    expect(await json('/api/v1/instruments/s-res-2719')).toEqual(await json('/api/v1/instruments/S-RES-2719'))
    expect((await get('/instruments/s-res-2719')).headers.get('location')).toBe('/instruments/S-RES-2719')
    expect((await get('/instruments/nothing')).status).toBe(404)
    expect((await get('/politics/agreement/a%00b')).status).toBe(404)
  })
  it('a State’s page is found by its name', async () => {
    expect((await get('/states/gabon')).headers.get('location')).toBe('/states/GAB')
    expect((await get('/states/FJI')).status).toBe(404)
    expect((await get('/states/nowhere')).status).toBe(404)
  })
})
