import { existsSync, readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { type Reading, reading } from './reading.ts'

// In a real browser, where there is one (CI installs it): axe finds nothing, and nothing runs over the edge of a phone.

const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  p => p && existsSync(p),
)
const HEADLESS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const PATHS = [
  '/',
  '/board',
  '/states',
  '/states/GAB',
  '/findings',
  '/rulebook',
  '/instruments',
  '/instruments/MOU?lang=ar',
  '/instruments/S-RES-2719?as-of=2026-12-21',
  '/cases/GABON-2021',
  '/cases/GABON-2021?as-of=2021-09-15',
  '/cases/GABON-2021?lang=ar',
  '/cases/MINUSCA-JAN2016',
  '/cases/SEA-2015',
  '/politics/calendar',
  '/politics/agreement/AGREEMENT-SSD-2018',
  '/partners/calendar?as-of=2026-12-21',
  '/forces/pledges?state=GBR',
  '/protection/rate?lang=ar',
  '/community/service',
  '/reform/promises',
  '/archive',
  '/archive?lang=ar',
  '/states/COD?lang=fr',
  '/findings?lang=ar',
  '/whatif?duty=conduct.reply&n=5&unit=working+days',
  '/whatif?subject=GABON-2021&act=conduct.conclude-grave&day=2021-12-01&lang=ar',
  '/reconcile',
  '/reply?debtor=NER',
  '/nothing',
]

/** The page of each question of each chapter that is asked without a word. */
const QUESTIONS = CHAPTERS.flatMap(c => (c.questions ?? []).filter(q => !q.word).map(q => `/${c.name}/${q.name}`))

describe.skipIf(!CHROMIUM)('in a browser', () => {
  let r: Reading
  let browser: Browser
  let address: string
  let server: ReturnType<typeof serve>
  const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
  beforeAll(async () => {
    r = await reading()
    await r.loadShipped()
    address = await new Promise<string>(done => {
      server = serve({ fetch: r.served.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => done(`http://127.0.0.1:${port}`))
    })
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: HEADLESS })
  })
  afterAll(async () => {
    await browser?.close()
    await new Promise(done => server?.close(done))
    await r?.close()
  })

  it('no word of a day is broken on a phone, in any language', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
    for (const lang of ['en', 'fr', 'ar']) {
      await page.goto(`${address}/cases/GABON-2021?lang=${lang}`)
      const broken = await page.evaluate(() =>
        [...document.querySelectorAll('.wd .verb, .wd .edge')].flatMap(({ firstChild: text }) =>
          [...text!.textContent!.matchAll(/\S+/g)].flatMap(word => {
            const range = document.createRange()
            range.setStart(text!, word.index)
            range.setEnd(text!, word.index + word[0].length)
            return range.getClientRects().length > 1 ? [word[0]] : []
          }),
        ),
      )
      expect(broken, lang).toEqual([])
    }
    await page.close()
  })
  it('no heading stands over nothing on a phone', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
    await page.goto(`${address}/politics/calendar`)
    const empty = page.locator('td[data-head]:empty')
    expect(await empty.count()).toBeGreaterThan(0)
    for (const cell of await empty.all()) expect(await cell.isVisible()).toBe(false)
    await page.close()
  })
  it('English about a source stands in lines of its own under an Arabic word of how sure we are', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${address}/protection/rate?lang=ar`)
    const below = await page.evaluate(() =>
      [...document.querySelectorAll('main .u + bdi')].map(note => {
        const [u, n] = [note.previousElementSibling!.getClientRects()[0]!, note.getClientRects()[0]!]
        return n.height === 0 || n.top >= u.bottom - 4
      }),
    )
    expect(below.length).toBeGreaterThan(2)
    expect(below).not.toContain(false)
    await page.close()
  })
  it('nothing on any page is refused by its own content policy: no style stands in an attribute', async () => {
    const context = await browser.newContext({ extraHTTPHeaders: { accept: 'text/html' } })
    const page = await context.newPage()
    const refused: string[] = []
    page.on('console', m => m.type() === 'error' && /Content.Security.Policy/i.test(m.text()) && refused.push(`${page.url()} ${m.text()}`))
    for (const path of [...PATHS, ...QUESTIONS]) {
      const answer = await page.goto(address + path)
      expect(answer!.headers()['content-security-policy']).not.toContain('unsafe-inline')
      expect(await answer!.text(), path).not.toMatch(/<[^>]+\sstyle=/)
    }
    expect(refused).toEqual([])
    await context.close()
  })

  for (const path of PATHS)
    it(`is read by everybody, and fits on a phone: ${path}`, async () => {
      for (const [width, colorScheme] of [
        [360, 'light'],
        [1440, 'dark'],
      ] as const) {
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          colorScheme,
          bypassCSP: true,
          extraHTTPHeaders: { accept: 'text/html' },
        })
        const page = await context.newPage()
        await page.goto(address + path)
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${path} at ${width}`).toBeLessThanOrEqual(0)
        await page.evaluate(axe)
        const found = (await page.evaluate(
          `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))`,
        )) as string[]
        expect(found, `${path} at ${width}`).toEqual([])
        await context.close()
      }
    })
})
describe.skipIf(CHROMIUM)('in a browser', () => {
  it.skip('there is no Chromium here: set CHROMIUM to its path, or install it', () => undefined)
})
