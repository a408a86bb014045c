import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldAgain } from '../../src/forces/pledges.ts'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { shippedBook } from '../../src/record/rulebook.ts'
import { h1Of, mainOf, type Reading, reading, under, words } from './reading.ts'

// Somebody who has read the first page of the project and nothing else opens the published record.

let r: Reading
beforeAll(async () => {
  r = await reading()
  await r.loadShipped()
})
afterAll(() => r.close())

const rows = async (path: string): Promise<{ readonly [key: string]: unknown }[]> =>
  (await (await r.ask(`/api/v1${path}`, 'application/json')).json()).items

describe('the sections', () => {
  it('lead to each chapter that answers questions, from every page, and say where one is', async () => {
    for (const path of ['/', '/board', '/cases/GABON-2021', '/archive', '/reply']) {
      const nav = /<nav class="nav" [\s\S]*?<\/nav>/.exec(await r.page(path))![0]
      for (const { name } of CHAPTERS.filter(c => c.questions?.length))
        expect(nav, `${path}: ${name}`).toMatch(new RegExp(`href="/${name}/`))
    }
    for (const path of ['/partners/calendar', '/politics/mandates', '/forces/drawdown'])
      expect(await r.page(path)).toMatch(new RegExp(`href="/${path.split('/')[1]}/[a-z]+" aria-current="page"`))
  })
})

describe('what is long', () => {
  it('is folded and whole: each row of the calendar is on its page, the first of them open', async () => {
    const part = under(await r.page('/politics/calendar'), 'Each report, its day')
    const told = await rows('/politics/calendar')
    const expected =
      told.filter(x => x['kind'] === 'asked').length + told.filter(x => x['kind'] === 'document' && !(x['answers'] as []).length).length
    expect(expected).toBeGreaterThan(12)
    expect(part.match(/<th scope="row"/g)).toHaveLength(expected)
    const [open] = part.split('<details')
    expect(open!.match(/<th scope="row"/g)).toHaveLength(8)
    expect(words(part)).toContain(`${expected - 8} more`)
  })
  it('of few rows is not', async () => expect(mainOf(await r.page('/forces/drawdown'))).not.toContain('class="fold"'))
  it('the rulebook stands chapter by chapter, each duty once, in words before its code', async () => {
    const page = mainOf(await r.page('/rulebook'))
    for (const { duty } of shippedBook().duties) expect(page.split(`<article id="${duty}"`), duty).toHaveLength(2)
    expect(page.match(/<details class="fold"/g)!.length).toBeGreaterThan(8)
    const article = words(page.split('<article id="conduct.reply"')[1]!)
    expect(article.indexOf('Say whether it will investigate')).toBeLessThan(article.indexOf('conduct.reply'))
  })
})

it('no limit is read as no days, and no month as one of several', async () => {
  for (const path of ['/', '/rulebook', '/board', '/instruments/S-RES-2719'])
    expect(words(await r.page(path)), path).not.toMatch(/[^\d.,]0 (working )?days\b|every 1 /)
  expect(words(await r.page('/rulebook'))).toContain('every month, on the day itself')
})
it('a State’s file has no heading over nothing, and is called by what it holds', async () => {
  expect(h1Of(await r.page('/states/GBR'))).toMatch(/: 3 obligations on this record$/)
  expect(h1Of(await r.page('/states/GAB'))).toMatch(/: \d+ cases?, \d+ answers? on this record$/)
  const page = mainOf(await r.page('/states/GBR'))
  expect(words(page)).not.toMatch(/No finding|No obligation of the United Nations/)
  for (const part of page.split('<section').slice(1)) expect(words(part.replace(/<h2[\s\S]*?<\/h2>/, '')).length).toBeGreaterThan(20)
})
it('a case says when it was last told of', async () => {
  expect(words(await r.page('/cases/UNMISS-RPF'))).toMatch(/Last told 15 May 2017/)
  expect(words(await r.page('/cases/UNMISS-RPF?as-of=2016-12-01'))).toMatch(/Last told 12 Aug 2016/)
})
it('two numbers that are of two States say so', async () => {
  expect(words(await r.page('/cases/MINUSCA-2016-BDI'))).toContain('The 68 in MINUSCA-2016-GAB are another State’s.')
  expect(words(await r.page('/cases/MINUSCA-2016-GAB'))).toContain('The 69 in MINUSCA-2016-BDI are another State’s.')
})
describe('pledges', () => {
  it('of money wait for no registration', async () => {
    const waiting = (await rows('/forces/pledges')).map(p => [p['pledge'], (p['waitsFor'] as { what: string } | null)?.what])
    expect(Object.fromEntries(waiting)).toMatchObject({
      'PLEDGE-CHN-AU': 'word that it was paid',
      'PLEDGE-IND-TROOPS': 'registration, or word of it',
    })
  })
  it('told twice are called two reports of the same', async () => {
    const page = words(await r.page('/forces/pledges?state=GBR'))
    expect(page).toContain('Pledged, by another report of the same')
    const twice = (step: string): boolean => toldAgain([{ step }, { step }], 1)
    expect(['pledged', 'main body', 'more arrived', 'status told'].filter(twice)).toEqual(['pledged', 'main body'])
  })
})
it('the promises that the title counts, and those that it does not, are all that stand below', async () => {
  const actions = (await rows('/reform/promises')).filter(p => p['kind'] === 'action')
  const page = words(await r.page('/reform/promises'))
  const [, counted] = /Of (\d+) promises of 2015/.exec(page)!
  expect(page).toContain(
    'Below stand also, not counted above: one that was asked of many, with nobody named; 5 that are remembered and not checked.',
  )
  expect(Number(counted) + 1 + 5).toBe(actions.length)
})
