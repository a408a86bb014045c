import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../src/archive/csv.ts'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { uncovered } from '../chapters/asking.ts'
import { type Page, served } from './http.ts'

// Each question of a chapter as a table for machines: one row of headings, one of tags of the Humanitarian Exchange Language.

const { get, json } = served()
const WORDS: Readonly<Record<string, string>> = { agreement: '/AGREEMENT-SSD-2018', extend: '/AGREEMENT-SSD-2018', text: '/S-RES-2149' }
const ASKED = CHAPTERS.flatMap(c => (c.questions ?? []).map(q => [`${c.name}/${q.name}${WORDS[q.name] ?? ''}`, q] as const))
const table = async (path: string, init?: RequestInit): Promise<string[][]> => parse(await (await get(`/api/v1/${path}`, init)).text())

describe('the answer to a question as a table', () => {
  it.each(ASKED)('%s', async (path, question) => {
    const { items } = await json<Page<object>>(`/api/v1/${path}`)
    const [heads, tags, ...rows] = await table(`${path}?format=csv`)
    expect(heads).toEqual(Object.keys(question.columns))
    for (const tag of tags!) expect(tag).toMatch(/^#[a-z]+(\+[a-z_]+)*$/)
    expect(rows).toHaveLength(items.length)
    expect(uncovered(question, items), 'fields that the table would lose').toEqual([])
  })
  it('comes to whoever accepts CSV, too, under a name, and does not get mixed up with JSON', async () => {
    const answer = await get('/api/v1/forces/pledges', { headers: { accept: 'text/csv' } })
    expect(Object.fromEntries(['content-type', 'content-disposition', 'vary'].map(h => [h, answer.headers.get(h)]))).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'inline; filename="forces-pledges.csv"',
      vary: expect.stringContaining('Accept'),
    })
    expect((await get('/api/v1/forces/pledges?format=xml')).status).toBe(400)
  })
  it('lays a list flat in its order: the steps of a pledge and their days', async () => {
    const [heads, , ...rows] = await table('forces/pledges?state=CHN&format=csv')
    const row = Object.fromEntries(heads!.map((h, i) => [h, rows.find(r => r[0] === 'PLEDGE-CHN-8000')![i]!]))
    expect(row).toMatchObject({ state: 'CHN', promised: '8000', 'arrived.persons': '' })
    expect(row['steps.step']!.split('; ')).toHaveLength(row['steps.on']!.split('; ').length)
  })
})

describe('what a spreadsheet would reckon', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd|calc', "'+cmd|calc"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\n=1', `"'\n=1"`],
    ['＝1+1', "'＝1+1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
  ])('%j is told to it as text', (text, safe) => expect(csvLine([text])).toBe(`${safe}\r\n`))
  it.each(['-5', '+3.5', '-', '12 %', '2014', 'a=b', '#org+mission', '-1,234'])('%j stays as it is', text =>
    expect(parse(csvLine([text]))).toEqual([[text]]),
  )
})
