import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { h1Of, mainOf, type Reading, reading, under, words } from './reading.ts'

// A diplomat of a State of which a finding stands answers it; a campaigner cites a page; a liaison reads no English. What they read holds.

let r: Reading
beforeAll(async () => {
  r = await reading()
  await r.loadShipped()
})
afterAll(() => r.close())
const lines = (html: string): { readonly [key: string]: unknown }[] =>
  [...mainOf(html).matchAll(/<pre[^>]*>cat &gt; [\s\S]*?\n([\s\S]*?)\nEND/g)].map(m => JSON.parse(m[1]!.replaceAll('&quot;', '"')))
const citing = (html: string): string => /<a href="([^"]*)">To cite: /.exec(html)![1]!.replaceAll('&amp;', '&')

describe('a State of which a finding stands', () => {
  const about = async (name: string) => words(under(await r.page('/findings'), name))
  it('reads what the finding says in its own language', async () => {
    expect(words(await r.page('/findings?lang=fr'))).toContain('n’a pas dit à temps s’il enquêterait')
    expect(words(await r.page('/findings?lang=ar'))).toContain('لم تقل الدولة في الأجل هل ستحقق')
    for (const lang of ['fr', 'ar']) expect(await r.page(`/findings?lang=${lang}`)).not.toContain('did not say in time')
  })
  it('is given the line of an answer beside that of an account, in the case of the finding', async () => {
    const [account, answer, ...more] = lines(await r.page('/states/COD'))
    expect(more).toEqual([])
    expect(account).toMatchObject({ type: 'StateAccount', subject: 'MINUSCA-JAN2016' })
    expect(answer).toMatchObject({
      type: 'MemberStateResponded',
      subject: 'MINUSCA-JAN2016',
      data: { state: 'COD', answer: 'investigates' },
    })
  })
  it('that gave its account has a title that says so, and the finding stands', async () => {
    expect(h1Of(await r.page('/states/COD'))).toBe('Democratic Republic of the Congo: 2 cases, no answer on this record')
    const [account] = lines(await r.page('/states/COD'))
    await r.tell([{ ...account, id: 'SIM-account', occurredOn: '2016-02-01' }])
    expect(h1Of(await r.page('/states/COD'))).toBe(
      'Democratic Republic of the Congo: 2 cases, its own account and no answer on this record',
    )
    expect(await about('Democratic Republic of the Congo')).toContain('It says')
  })
  it('answered before the word of the United Nations: that stands beside the finding; an answer after it ends it, as the page says', async () => {
    const [, answer] = lines(await r.page('/states/COD'))
    expect(words(await r.page('/findings'))).toContain(
      'an answer from before the day on which the United Nations said that none came stands beside that word, and does not end it',
    )
    await r.tell([{ ...answer, id: 'SIM-before', occurredOn: '2016-01-20' }])
    expect(await about('Democratic Republic of the Congo')).toMatch(
      /What Democratic Republic of the Congo said What was answered\. 20 Jan 2016/,
    )
    await r.tell([{ ...answer, id: 'SIM-after', occurredOn: '2016-02-10' }])
    expect(await about('Democratic Republic of the Congo')).toBe('')
    expect(words(await r.page('/findings?as-of=2016-02-09'))).toContain('2 findings stand')
  })
})

describe('whoever cites', () => {
  const questions = CHAPTERS.flatMap(c => (c.questions ?? []).filter(q => !q.word).map(q => `/${c.name}/${q.name}`))
  it.each([
    '/',
    '/board?duty=conduct.reply',
    '/states',
    '/states/GAB',
    '/findings',
    '/cases/GABON-2021',
    '/rulebook',
    '/instruments/MOU',
    '/archive',
    '/reconcile',
    '/whatif?duty=conduct.reply&n=5&unit=days',
    '/reply?debtor=GAB',
    ...questions,
  ])('has an address of %s that names its day and says the same', async path => {
    const html = await r.page(path),
      cited = citing(html)
    expect(cited).toContain('as-of=')
    expect(h1Of(await r.page(cited))).toBe(h1Of(html))
    expect(citing(await r.page(cited))).toBe(cited)
  })
  it('reads the whole digest of a finding', async () =>
    expect(words(await r.page('/findings'))).toMatch(/Digest of the grounds: [0-9a-f]{64}/))
  it('is not told that a part of the board is all of it', async () => {
    expect(h1Of(await r.page('/board'))).toMatch(/^Everything owed/)
    expect(h1Of(await r.page('/board?duty=conduct.reply'))).toMatch(/^What is owed on this record, as chosen below/)
  })
  it('is not told that a word would be another where only a date is', async () =>
    expect(h1Of(await r.page('/whatif?duty=conduct.reply&n=5&unit=working+days'))).toBe(
      'One obligation would read otherwise; of 2 more only the date',
    ))
  it('finds the mission by name that kept its word', async () => {
    const kept = words(under(await r.page('/'), 'What was kept'))
    expect(kept).toContain('United Nations MONUSCO')
    expect(kept).not.toContain('United Nations MISSION')
  })
})

describe('whoever reads no English', () => {
  it('reads a difference as a number, whichever way the page is written', async () =>
    expect(await r.page('/reconcile?lang=ar')).toContain('<bdi dir="ltr">-8</bdi>'))
  it.each([
    ['fr', 'Un jour s’écrit 2021-09-20'],
    ['ar', 'ويُكتب اليوم هكذا: 2021-09-20'],
  ])('is told how a day is written (%s)', async (lang, remedy) => {
    const answer = await r.ask(`/board?as-of=15/09/2021&lang=${lang}`)
    expect([answer.status, words(await answer.text())]).toEqual([400, expect.stringContaining(remedy)])
  })
  it('is told what a report that names several States counts for', async () => {
    expect(words(await r.page('/states/GAB?lang=fr'))).toContain('un signalement qui nomme plusieurs États compte pour chacun')
    expect(words(await r.page('/states/GAB?lang=ar'))).toContain('والبلاغ الذي يسمي عدة دول يُعدّ لكل منها')
  })
  it('finds what lies behind no entry of the head, and how to answer', async () => {
    const asks = under(await r.page('/?lang=fr'), 'Ce que l’on peut demander')
    for (const page of ['/reconcile', '/whatif', '/reply', '/instruments']) expect(asks).toContain(`href="${page}?lang=fr"`)
    expect(words(asks)).toContain('Rapprochement quels chiffres publiés ne concordent pas')
  })
  it.each([
    ['fr', 'Ce que des tableaux publiés disaient avant', 'Les pages de chaque tableau sont en anglais.'],
    ['ar', 'ما كانت تقوله جداول منشورة من قبل', 'صفحات كل جدول بالإنجليزية.'],
  ])('is told in the archive which pages are in English, and how a table is brought (%s)', async (lang, title, english) => {
    const html = await r.page(`/archive?lang=${lang}`)
    expect(h1Of(html)).toBe(title)
    expect(words(mainOf(html))).toContain(english)
    expect(words(mainOf(html))).toContain('npx peaceops archive add DATASET FILE')
    expect(words(mainOf(html))).not.toContain('Why an archive')
  })
})
