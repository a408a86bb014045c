import { describe, expect, it } from 'vitest'
import { BoardRow, Book, Case, DiscrepancyRow, FindingRow, items, paged, WhatIfs } from '../../src/doors/http/shapes.ts'
import { line } from './files.ts'
import { type Page, served } from './http.ts'

// The record over HTTP, asked as anybody may ask: the same answers as on the command line, page by page.

const { bring, get, json } = served()
const board = (query: string) =>
  json<Page<{ duty: string; state: string; debtor: string; subject: string; due: string | null; on: string }>>(`/api/v1/board?${query}`)

describe('answers', () => {
  it.each([
    ['/board?as-of=2021-09-15', paged(BoardRow)],
    ['/board?known-at=3', paged(BoardRow)],
    ['/cases/GABON-2021', Case],
    ['/findings', paged(FindingRow)],
    ['/whatif?set=conduct.reply%3D5+working+days', WhatIfs],
    ['/reconcile', items(DiscrepancyRow)],
    ['/rulebook', Book],
  ])('%s has the shape that the document promises', async (path, shape) => {
    const answer = await get(`/api/v1${path}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(shape.safeParse(await answer.json()).error).toBeUndefined()
  })

  it('Gabon, day by day', async () => {
    const stand = async (on: string, duty: string) =>
      (await board(`state=GAB&as-of=${on}&duty=${duty}`)).items.find(r => r.subject === 'GABON-2021')
    expect(await stand('2021-09-14', 'conduct.name-investigator')).toMatchObject({ state: 'open', due: '2021-09-14', on: '2021-09-14' })
    expect(await stand('2021-09-15', 'conduct.name-investigator')).toMatchObject({ state: 'silent' })
    expect(await stand('2021-09-19', 'conduct.name-investigator')).toMatchObject({ state: 'met late' })
    expect(await stand('2021-09-15', 'conduct.reply')).toMatchObject({ state: 'met', due: '2021-09-21' })
  })

  it('the figures that do not add up are found, with the keys of the command line', async () => {
    const { items: found } = await json<Page>('/api/v1/reconcile')
    expect(found.map(d => Object.keys(d))).toEqual(found.map(() => ['rule', 'period', 'parts', 'total', 'difference', 'sources']))
    expect(found.some(d => d['parts'] === 46 && d['total'] === 54)).toBe(true)
  })

  it('what if the treaty said five days', async () => {
    const { items: rows } = await json<Page>('/api/v1/whatif?set=conduct.reply%3D5+working+days&state=GAB&as-of=2021-09-20')
    expect(rows.find(r => r['subject'] === 'GABON-2021')).toMatchObject({
      duty: 'conduct.reply',
      due: '2021-09-14',
      state: 'met late',
      was: { state: 'met', due: '2021-09-21' },
    })
  })
})

describe('pages of a list', () => {
  const walk = async (query: string, between?: (n: number) => Promise<unknown>) => {
    const keys: string[] = []
    for (let after: string | null = '', n = 0; after !== null; n++) {
      const page: Page = await json<Page>(`/api/v1/board?${query}${after ? `&after=${after}` : ''}`)
      keys.push(...page.items.map(r => [r['debtor'], r['duty'], r['subject'], r['opened'], r['due']].join(' ')))
      after = page.next
      await between?.(n)
    }
    return keys
  }
  const seen = async () => walk('as-of=2024-01-01&limit=500')

  it('the board is walked once, without gaps or doubles, whatever the size of a page', async () => {
    const whole = await seen()
    expect(whole.length).toBeGreaterThan(15)
    expect(new Set(whole).size).toBe(whole.length)
    for (const limit of [1, 7]) expect(await walk(`as-of=2024-01-01&limit=${limit}`)).toEqual(whole)
    expect((await board('as-of=2024-01-01&limit=1')).next).not.toBeNull()
  })

  it('the United Nations stand first, then other organisations, then States, each by alphabet', async () => {
    const debtors = [...new Set((await seen()).map(k => k.split(' ')[0]!))]
    const un = debtors.filter(d => d.startsWith('un.'))
    const others = debtors.filter(d => !d.startsWith('un.') && d.includes('.'))
    const states = debtors.filter(d => !d.includes('.'))
    expect(un.length && others.length && states.length).toBeGreaterThan(0)
    expect(debtors).toEqual([...un.sort(), ...others.sort(), ...states.sort()])
  })

  it('while others write, nothing that stood there is missed or told twice', async () => {
    const before = await seen()
    const during = await walk('as-of=2024-01-01&limit=3', n =>
      bring(line({ id: `w-${n}`, subject: `SIM-W-${n}`, occurredOn: '2023-05-01', data: { state: n % 2 ? 'XAH' : 'XAA' } })),
    )
    expect(new Set(during).size).toBe(during.length)
    expect(during.filter(k => !k.includes('SIM-W'))).toEqual(before)
  })

  it('as it was known at a position, the walk is the same too', async () => {
    const whole = await walk('as-of=2024-01-01&known-at=40&limit=500')
    expect(whole.length).toBeGreaterThan(3)
    expect(await walk('as-of=2024-01-01&known-at=40&limit=2')).toEqual(whole)
    expect(whole.length).toBeLessThan((await seen()).length)
  })

  it('the next page stands in a Link as well', async () => {
    const first = await get('/api/v1/board?as-of=2024-01-01&limit=2&state=GAB')
    const { next } = (await first.json()) as Page
    const link = /^<(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1]
    expect(link).toContain(`after=${next}`)
    expect(link).toContain('state=GAB')
    expect((await get(link!)).status).toBe(200)
  })

  it('findings are paged as well', async () => {
    const { items: all } = await json<Page>('/api/v1/findings?as-of=2016-02-01')
    expect(all.map(f => [f['finding'], f['debtor']])).toEqual([
      ['conduct.default', 'COD'],
      ['conduct.default', 'NER'],
    ])
    const one = await json<Page>('/api/v1/findings?as-of=2016-02-01&limit=1')
    expect(one.items).toEqual(all.slice(0, 1))
    const two = await json<Page>(`/api/v1/findings?as-of=2016-02-01&limit=1&after=${one.next}`)
    expect(two).toEqual({ items: all.slice(1), next: null })
  })
})
