import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Day, day, FOREVER } from '../kernel/day.ts'
import { linkable, withQuery } from './address.ts'
import { Baton } from './baton.tsx'
import { type BoardRow, BoardTable } from './board-table.tsx'
import { keptWhole, turns, turnsIn, turnsShown } from './direction.ts'
import { Docket } from './docket.tsx'
import { type Drawn, figureOf } from './drawn.ts'
import { SharedLine, Strip } from './due-line.tsx'
import { Gallery } from './gallery.tsx'
import { pastX } from './geometry.ts'
import { Fragment, jsx } from './jsx/jsx-runtime.ts'
import { FIGURES, Keys } from './key.tsx'
import type { Lang } from './messages.ts'
import { Shell } from './shell.tsx'
import { SPECIMENS } from './specimens.ts'

const TODAY = day('2026-11-24')
const drawn = (name: string): Drawn => SPECIMENS.find(([n]) => n === name)![1]
const line = (d: Drawn): string => String(<SharedLine drawn={d} on={TODAY} />)
const gallery = async (lang: Lang = 'en', asOf = TODAY): Promise<string> => String(await Gallery({ lang, asOf }))
const row = (over: Partial<BoardRow> = {}): BoardRow => ({
  debtorName: 'XA',
  href: '/cases/SIM-1',
  act: 'say whether it will investigate',
  subject: 'SIM-1',
  drawn: drawn('open'),
  ...over,
})
const board = (...rows: BoardRow[]): string => String(<BoardTable lang="en" label="All" on={TODAY} rows={rows} />)
const rowsOf = (html: string): string[] => html.split('<div role="row">').slice(1)
const RED = /s-overdue|m-overdue|class="cb"/

describe('the due line', () => {
  it('stands at half the width in every row, and days past it are counted by their logarithm', () => {
    expect(line(drawn('met on the last day'))).toContain('<use href="#m-met" x="50%" y="50%"')
    expect([7, 30, 365, 3650, 9999].map(d => Math.round(pastX(d) * 10) / 10)).toEqual([61.7, 69.3, 83.1, 96, 96])
  })
  it.each(SPECIMENS)('ends in a mark that is defined once: %s', async (_, d) => {
    const mark = /<use href="#(m-[a-z]+)" x=/.exec(line(d))?.[1]
    expect(mark).toBeDefined()
    expect((await gallery()).split(`<g id="${mark}">`)).toHaveLength(2)
  })
  it('tells figures apart without colour: no two drawings are the same strokes and mark', () => {
    const shapes = new Map<string, string>()
    for (const [, d] of SPECIMENS.filter(([, d]) => !d.disputed && !d.startRange && !d.actRange && !d.dues)) {
      const shape = [
        ...line(d)
          .replaceAll(/c[lq]"/g, 'rail"')
          .matchAll(/class="(c[a-z]+|rail)"|href="#m-(?!grid|treaty|resolution|self|request|assumption)([a-z]+)"/g),
      ]
        .map(m => m[0])
        .join(' ')
      const figure = figureOf(d),
        other = shapes.get(shape)
      expect(other === undefined || other === figure, `${figure} looks like ${other}`).toBe(true)
      shapes.set(shape, figure)
    }
  })
  it('is red for nothing but what is certain and binds', () => {
    for (const [name, d] of SPECIMENS) expect(RED.test(line(d)), name).toBe(figureOf(d) === 'overdue')
  })
  it('leaves a hole where no date was set, and a gate where the duty was waived', () => {
    expect(line(drawn('silent, without a number'))).not.toContain('#m-treaty')
    expect(line(drawn('waived'))).toMatch(/y1="0%" y2="20%".*y1="80%" y2="100%"/s)
  })
  it('starts at the latest edge of what is not known, and puts the act at its earliest', () => {
    expect(line(drawn('start not known'))).toMatch(/<rect class="cv" x="0.6%" width="(\d+\.\d)%".*class="ca" x1="(?!0\.6)/s)
    expect(line(drawn('act not known'))).toMatch(/class="cv" x="([\d.]+%)".*#m-met" x="\1"/s)
  })
  it('shows a disputed start as a zigzag, and the earlier of two calendars beside the later', () => {
    expect(line(drawn('disputed'))).toContain('#m-disputed')
    expect(line(drawn('two calendars'))).toContain('y1="15%" y2="85%"')
  })
  it('draws a needle only on a clock that certainly runs', () => {
    for (const name of ['silent', 'stopped', 'met', 'waived', 'excused'])
      expect(line(drawn(name)), name).not.toMatch(/#m-(open|elapsing|overdue|past)"/)
  })
  it('lets marks on one axis step aside', () => {
    const html = String(<Strip binding="treaty" drawns={[drawn('met'), drawn('met'), drawn('met')]} on={TODAY} />)
    expect(new Set([...html.matchAll(/#m-met" x="[^"]+" y="([^"]+)"/g)].map(m => m[1])).size).toBe(3)
  })
})

describe('the board', () => {
  it('never turns silence red, whatever the binding and however old', () => {
    for (const binding of ['treaty', 'resolution', 'self-commitment', 'request', 'assumption'] as const)
      for (const due of [day('2016-01-01'), day('2026-11-23'), FOREVER]) {
        const html = board(row({ drawn: { state: 'silent', binding, start: day('2015-01-01'), due, from: day('2016-01-02') } }))
        expect(html).not.toMatch(RED)
        expect(html).toMatch(/o answer on this record|ot on this record/)
      }
  })
  it('gives each row as many cells as its head has columns', () => {
    const html = board(row({ why: ['The day of the start does not count.'], whyId: 'w' }))
    expect(html.split('role="columnheader"')).toHaveLength(7)
    expect(rowsOf(html)[0]!.split('role="cell"')).toHaveLength(7)
    expect(html).toContain('<details id="w"><summary>')
  })
  it('names the state, the binding and the day beside every drawing', () => {
    const html = board(row({ drawn: drawn('answered after the date asked'), sure: { standing: 'second-hand', limit: 'second-hand' } }))
    expect(html).toContain('<b>Answered after the date asked</b>')
    expect(html).toContain('<b>request</b>')
    expect(html).toContain('second-hand')
    expect(html).toMatch(/<time datetime="2026-09-21">asked for by 21 Sep 2026/)
  })
  it('says that nothing is on the record rather than showing an empty table', () =>
    expect(board()).toContain('Nothing here is on this record.'))
})

describe('hostile text', () => {
  const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`
  it('stays text in every place that takes it', async () => {
    const html = String(
      await (
        <Shell
          lang="en"
          title={evil}
          organ={evil}
          symbol={evil}
          h1={evil}
          lede={evil}
          distr={[[evil, evil]]}
          path={`/?q=${evil}`}
          command={evil}
          data={[{ href: '/x', label: evil }]}
          travel={{ asOf: TODAY, today: TODAY, action: '/', hidden: { q: evil }, marks: [{ day: day('2021-09-07'), label: evil }] }}
        >
          <BoardTable
            lang="en"
            label={evil}
            on={TODAY}
            rows={[
              row({
                debtorName: evil,
                debtorCode: evil,
                act: evil,
                subject: evil,
                mission: evil,
                holderName: evil,
                why: [evil],
                whyId: evil,
              }),
            ]}
          />
          <Docket
            lang="en"
            entries={[
              {
                day: '2021',
                title: evil,
                sentence: evil,
                note: evil,
                conflict: true,
                sourceNote: evil,
                source: { label: evil, href: evil },
              },
            ]}
          />
        </Shell>
      ),
    )
    expect(html).not.toMatch(/<script|<img/i)
  })
  it.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', '//evil.example', ' javascript:alert(1)'])(
    'is no link: %s',
    href => {
      expect(linkable(href)).toBeUndefined()
      expect(
        String(<Docket lang="en" entries={[{ day: '2021', title: 't', sentence: 's', source: { label: 'l', href } }]} />),
      ).not.toContain('href=')
      expect(board(row({ href }))).not.toContain('script:')
    },
  )
})

describe('the baton', () => {
  it('counts the days to the last of which anything is told, and says since when nothing is', () => {
    const held = [{ office: 'The mission', from: day('2016-03-01'), to: FOREVER }]
    const baton = (told?: Day) => String(<Baton lang="en" on={day('2026-11-24')} held={held} told={told} />)
    expect(baton()).toContain('3,920 days')
    expect(baton(day('2016-03-11'))).toContain('10 days')
    expect(baton(day('2016-03-11'))).toContain('nothing on this record since 11 Mar 2016')
    expect(baton(day('2016-03-11'))).not.toContain('3,920')
  })
})

describe('the page', () => {
  it('carries no script, no style attribute and no handler: the strictest policy holds', async () => {
    for (const lang of ['en', 'fr', 'ar'] as const)
      expect(await gallery(lang)).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i)
  })
  it('runs from right to left in Arabic, with the languages in their own names', async () => {
    const html = await gallery('ar')
    expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
    expect(html).toContain('hreflang="fr">Français')
    expect(html).not.toMatch(/[٠-٩]/)
  })
  it('keeps the rest of the address when the language or the day changes', () => {
    expect(withQuery('/board?state=open&as-of=2021-09-20#why', { lang: 'fr', 'as-of': undefined })).toBe('/board?state=open&lang=fr#why')
  })
  it('looks different when it is not of today, and shows the way back', async () => {
    expect(await gallery()).not.toContain('class="past"')
    const html = await gallery('en', day('2021-09-13'))
    expect(html).toContain('<body class="past">')
    expect(html).toContain('Entries of the 1,898 days since are hidden.')
    expect(html).toContain('href="/board?state=open">Return to today')
  })
  it('has one h1, a skip link to its main, and ids that are unique', async () => {
    const html = await gallery(),
      ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(m => m[1])
    expect(html.split('<h1>')).toHaveLength(2)
    expect(html).toContain('href="#main"')
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('names every figure in its legend', () => {
    const html = String(<Keys lang="en" keys={FIGURES.map(figure => ({ figure }))} />)
    expect(html.split('<li>')).toHaveLength(FIGURES.length + 1)
    expect(html).toContain('Answered after the date asked')
  })
  it('weighs less than 30,720 bytes, stylesheet and all', async () => {
    const css = readFileSync(new URL('paper.css', import.meta.url))
    expect(gzipSync(await gallery()).length + gzipSync(css).length).toBeLessThan(30_720)
  })
})

describe('characters that turn the order of what is drawn', () => {
  it('are shown by their names; the letters of Arabic keep the marks that are ordinary among them', () => {
    expect(turnsShown('31\u202e21\u202c Mali')).toBe('31‹U+202E›21‹U+202C› Mali')
    expect(turnsIn('31\u202e21\u202e')).toBe('U+202E (right-to-left override)')
    expect(turnsShown('12\u200f-34')).toBe('12‹U+200F›-34')
    for (const plain of ['مالي\u200f (2014)', 'Mali', '2014']) {
      expect(turnsShown(plain)).toBe(plain)
      expect(turnsIn(plain)).toBeUndefined()
    }
    expect(turnsShown('مالي\u202e')).toBe('مالي‹U+202E›')
    expect([turns('a\u2067b'), turns('ab')]).toEqual([true, false])
  })
  it('reach no page: no element draws a text with one of them', () => {
    expect(String(jsx('td', { lang: 'en', children: ['A', [' 31\u202e21'], jsx('b', { children: '\u2066x' })] }))).toBe(
      '<td lang="en">A 31‹U+202E›21<b>‹U+2066›x</b></td>',
    )
    expect(String(jsx(Fragment, { children: '\u202e<i>' }))).toBe('‹U+202E›&lt;i&gt;')
    expect(String(jsx('input', { value: 'a\u202eb' }))).toContain('a\u202eb')
  })
})
it('a symbol that ends with a bracket keeps it among Arabic letters, and is drawn as it is', () => {
  const title = `${keptWhole('ar', 'S/RES/2149 (2014)')}: سارية`
  expect(title).toBe('S/RES/2149 (2014)\u200e: سارية')
  expect(turnsShown(title)).toBe(title)
  expect(keptWhole('fr', 'S/RES/2149 (2014)')).toBe('S/RES/2149 (2014)')
})
