import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { line } from '../doors/files.ts'
import { h1Of, mainOf, type Reading, reading, under, words } from './reading.ts'

// A State's adviser tries out another limit, an answer on another day, and holds published figures against each other. Nothing is written.

let r: Reading
beforeAll(async () => {
  r = await reading()
  await r.loadShipped()
})
afterAll(() => r.close())
const said = async (path: string): Promise<string> => words(mainOf(await r.page(path)))
const size = async (): Promise<string> => (await r.record.pools.keeper.query('select size from ledger where ledger = 1')).rows[0].size

describe('what if', () => {
  const five = '/whatif?duty=conduct.reply&n=5&unit=working+days&state=gabon&as-of=2021-09-15'
  it('the treaty said five working days: the same as the API and the command say', async () => {
    const html = await r.page(five)
    expect(h1Of(html)).toBe('One obligation would read otherwise')
    expect(words(mainOf(html))).toContain('met (due 2021-09-21) met late (due 2021-09-14)')
    expect(words(html)).toContain("npx peaceops whatif --set 'conduct.reply=5 working days' --state GAB --as-of 2021-09-15 --public")
    const { items } = (await (
      await r.ask('/api/v1/whatif?set=conduct.reply%3D5+working+days&state=GAB&as-of=2021-09-15', '*/*')
    ).json()) as {
      items: { due: string; state: string }[]
    }
    expect(items.map(i => [i.state, i.due])).toEqual([['met late', '2021-09-14']])
  })
  it.each([
    ['en', 'had to be done within', 'met late (due 2021-09-14)'],
    ['fr', 'pour ce qui concerne', 'tenu en retard (échéance 2021-09-14)'],
    ['ar', 'في غضون', '(الأجل 2021-09-14)'],
  ])('is asked and answered in the language of the page (%s)', async (lang, asked, answer) => {
    const text = await said(`${five}&lang=${lang}`)
    expect(text).toContain(asked)
    expect(text).toContain(answer)
  })
  it('an answer came on another day: in time, or late; as it would stand then, where that day has not come', async () => {
    const at = (day: string, act = 'conduct.conclude-grave') => said(`/whatif?subject=gabon-2021&act=${act}&day=${day}&as-of=2021-12-31`)
    expect(await at('2021-12-01')).toContain('no answer on this record (due 2021-12-06) met (due 2021-12-06)')
    expect(await at('2021-12-08')).toContain('no answer on this record (due 2021-12-06) answered after the date asked (due 2021-12-06)')
    expect(await at('2022-01-10')).toContain('As it would stand on 10 January 2022')
    expect(await at('2021-09-15', 'conduct.reply')).not.toContain('would read otherwise (')
  })
  it('first names the case, then chooses among what is owed in it', async () => {
    const html = under(await r.page('/whatif?subject=GABON-2021'), 'An act on another day')
    expect([...html.matchAll(/<option value="([^"]*)"/g)].map(m => m[1])).toEqual(
      expect.arrayContaining(['conduct.reply', 'conduct.conclude-grave']),
    )
    expect(html).not.toContain('value="forces.withdraw"')
    expect(under(await r.page('/whatif'), 'An act on another day')).not.toContain('<select')
  })
  it('is told what cannot be asked, with what was written kept', async () => {
    for (const [query, says] of [
      ['duty=conduct.nothing&n=3', 'No duty conduct.nothing in the rulebook'],
      ['subject=GABON-2021&act=forces.withdraw&day=2021-10-01', 'Nothing is owed under forces.withdraw in this case'],
    ]) {
      const answer = await r.ask(`/whatif?${query}`)
      expect([answer.status, words(await answer.text())]).toEqual([400, expect.stringContaining(says!)])
    }
    expect((await r.ask('/whatif?subject=GABON-2012')).status).toBe(404)
    expect((await r.ask('/whatif?known-at=3')).status).toBe(400)
  })
  it('writes nothing, concludes nothing, and is found where an adviser looks', async () => {
    const before = await size()
    await r.page('/whatif?subject=MINUSCA-MAR2016&act=conduct.reply&day=2016-04-20')
    expect(await size()).toBe(before)
    expect(await said('/cases/MINUSCA-MAR2016')).toContain('No answer on this record')
    expect(await said('/whatif')).toContain('No finding is made from it')
    expect(await r.page('/states/GAB')).toContain('href="/whatif?state=GAB"')
    expect(await r.page('/cases/GABON-2021')).toContain('href="/whatif?subject=GABON-2021"')
    for (const path of ['/', '/rulebook']) expect(await r.page(path)).toContain('href="/whatif"')
  })
})

describe('published figures that do not add up', () => {
  it('stay both, each with its source; on a day before they were published nothing is told', async () => {
    expect(h1Of(await r.page('/reconcile'))).toBe('1 published figure does not add up')
    expect(await said('/reconcile')).toContain('21 States sum to 46 against 54')
    expect(h1Of(await r.page('/reconcile?as-of=2016-01-01'))).toBe('All published figures on this record add up')
    expect(await r.page('/cases/SEA-2015')).toContain('href="/reconcile"')
    const { items } = (await (await r.ask('/api/v1/reconcile?as-of=2016-01-01', '*/*')).json()) as { items: unknown[] }
    expect(items).toEqual([])
  })
  it('are counted and paged', async () => {
    const figure = (year: number, source: string, count: number) =>
      line({
        id: `f-${year}-${source}`,
        type: 'FigureReported',
        subject: `SIM-FIGURE-${year}`,
        occurredOn: '2020-01-01',
        source: { title: `Invented ${source} (SIMULATED)`, standing: 'ours' },
        data: {
          ...{ mission: undefined, state: undefined, category: undefined, matter: undefined },
          ...{ period: String(year), scope: 'peace operations', dimension: 'total', label: 'allegations', count },
        },
      })
    await r.tell(Array.from({ length: 60 }, (_, i) => 1900 + i).flatMap(year => [figure(year, 'A', 1), figure(year, 'B', 2)]))
    const first = await r.page('/reconcile')
    expect(h1Of(first)).toBe('61 published figures do not add up')
    expect(first.match(/<th scope="row">/g)).toHaveLength(50)
    expect(words(first)).toContain('1 to 50 of 61')
    expect((await r.page(/rel="next" href="([^"]*)"/.exec(first)![1]!)).match(/<th scope="row">/g)).toHaveLength(11)
  })
})
