import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { line } from '../doors/files.ts'
import { mainOf, type Reading, reading, under, words } from './reading.ts'

// Long lists are folded, so that a phone shows what presses first. Nothing is left out, and what is overdue is never folded away.

let r: Reading
const many = Array.from({ length: 14 }, (_, i) => String(i + 10))
beforeAll(async () => {
  r = await reading()
  // Fourteen reports: the advocate owes in each what has no date. Fourteen late reports of the Secretary-General, of which the office's register says nothing.
  await r.tell(many.map(i => line({ id: `told-${i}`, type: 'ReportReceived', subject: `SIM-${i}`, occurredOn: '2021-09' })))
  await r.tell(
    many.map(i =>
      line({
        id: `asked-${i}`,
        chapter: 'politics',
        type: 'ReportRequested',
        subject: `SIM-REPORT-${i}`,
        office: 'un.cdt',
        data: {
          ...{ state: undefined, category: undefined, matter: undefined, mission: 'SIM-M' },
          ...{ symbol: 'S/RES/0000 (SIMULATED)', known: 'seen', asks: 'by', by: '2021-12-01' },
        },
      }),
    ),
    { office: 'un.cdt' },
  )
})
afterAll(() => r.close())

/** What stands open of a part of a page, and what is folded. Why a day was counted so is asked row by row. */
const parted = (html: string) => {
  const folded = [
    ...html.matchAll(/<details class="fold">[\s\S]*?(?=<details class="fold">|<nav class="pager"|<p class="pager"|<\/section>|$)/g),
  ].map(m => m[0])
  return { open: folded.reduce((rest, f) => rest.replace(f, ''), html), folded: folded.join('') }
}
const late = (html: string): number => html.match(/class="st s-overdue"/g)?.length ?? 0

describe.each(['en', 'fr', 'ar'])('in %s', lang => {
  it('the front page folds what the United Nations owes, and nothing that is overdue', async () => {
    const html = await r.page(`/?lang=${lang}`)
    const { open, folded } = parted(mainOf(html).split('<section')[2]!)
    expect(late(open)).toBe(10)
    expect(late(folded)).toBe(0)
  })
  it('the board keeps open what has a day, and counts what is folded', async () => {
    const { open, folded } = parted(mainOf(await r.page(`/board?debtor=un&limit=500&lang=${lang}`)))
    expect(late(open)).toBe(14)
    expect(late(folded)).toBe(0)
    for (const i of many) {
      expect(open).toContain(`/cases/SIM-REPORT-${i}`)
      expect(folded).toMatch(new RegExp(`/cases/SIM-${i}["?]`))
    }
    expect(words(folded)).toMatch(/^\d+ /)
  })
})
it('a board on which nothing has a day is not folded to nothing', async () => {
  const { open } = parted(mainOf(await r.page('/board?duty=conduct.help-victim')))
  expect(open.match(/\/cases\/SIM-\d+/g)!.length).toBeGreaterThan(4)
})
it('every question of every chapter stands on the front page, under the name of its chapter', async () => {
  const html = under(await r.page('/'), 'What can be asked of this record')
  expect(words(html)).toMatch(/Forces \(\d+\)/)
  expect(html).toContain('href="/forces/pledges"')
})
