import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { h1Of, mainOf, type Reading, reading, under, words } from './reading.ts'

let r: Reading
beforeAll(async () => {
  r = await reading()
  await r.loadShipped()
})
afterAll(() => r.close())

const RED = /s-overdue|class="cb"|#m-overdue/
const PAGES = [
  '/',
  '/board',
  '/states',
  '/states/GAB',
  '/states/NER',
  '/findings',
  '/rulebook',
  '/cases/GABON-2021',
  '/cases/MINUSCA-JAN2016',
  '/cases/MINUSCA-2016-BDI',
  '/cases/UNMISS-NPL-2018',
  '/cases/MINUSTAH-PAK-2012',
  '/cases/S-RES-2272',
  '/cases/SEA-2015',
]

describe('a campaigner and a diplomat read GABON-2021', () => {
  it('says on the thirteenth what was asked, and that nothing is late', async () => {
    const html = await r.page('/cases/GABON-2021?as-of=2021-09-13')
    expect(h1Of(html)).toBe('Asked on 7 September 2021; no answer is on this record yet; the next date is 14 September 2021')
    expect(html).not.toMatch(RED)
    expect(html).toContain('class="past"')
  })
  it('tells nothing on the thirteenth of what came after', async () => {
    const text = words(mainOf(await r.page('/cases/GABON-2021?as-of=2021-09-13')))
    for (const later of ['450', 'battalion', 'spokesman', 'team of ten', 'Decision taken', 'Account of the State', 'Met, 6 days'])
      expect(text).not.toContain(later)
  })
  it('shows on the fifteenth that the request has no answer on this record, in grey', async () => {
    const html = await r.page('/cases/GABON-2021?as-of=2021-09-15')
    expect(h1Of(html)).toBe('Asked on 7 September 2021, answered on the 15th; the next date is 6 December 2021')
    const naming = mainOf(html)
      .split('class="r"')
      .find(row => row.includes('Name a national investigator'))!
    expect(words(naming)).toContain('No answer on this record')
    expect(naming).toContain('s-silent')
    expect(html).not.toMatch(RED)
  })
  it('says on the twentieth that it was answered after the date asked, without colour', async () => {
    const html = await r.page('/cases/GABON-2021?as-of=2021-09-20')
    expect(words(html)).toContain('Answered after the date asked, by 5 days')
    expect(html).not.toMatch(RED)
    expect(html).not.toContain('s-late')
  })
  it('gives both accounts today, and a title that both sides accept', async () => {
    const html = await r.page('/cases/GABON-2021')
    expect(h1Of(html)).toBe('Asked on 7 September 2021, answered on the 15th and the 19th; no outcome is on this record')
    const [un, gabon] = under(html, 'Two accounts').split('What Gabon said')
    expect(words(un!)).toContain('no timely investigations')
    expect(words(gabon!)).toContain('military courts')
  })
  it('names the command that makes the page again', async () => {
    expect(words(await r.page('/cases/GABON-2021?as-of=2021-09-20'))).toContain('npx peaceops case GABON-2021 --as-of 2021-09-20 --public')
  })
})

describe('the United Nations is the first debtor', () => {
  it('stands before any State on the board', async () => {
    const text = words(mainOf(await r.page('/board?limit=500')))
    expect(text.indexOf('DMSPC')).toBeGreaterThan(0)
    expect(text.indexOf('DMSPC')).toBeLessThan(text.indexOf('Burundi BDI'))
    expect(text.lastIndexOf('OVRA')).toBeLessThan(text.indexOf('Burundi BDI'))
  })
  it('stands before the State on a State’s own page', async () => {
    const text = words(await r.page('/states/GAB'))
    expect(text.indexOf('What the United Nations owes here')).toBeLessThan(text.indexOf('What Gabon was asked, and answered'))
  })
  it('stands first among the duties read aloud', async () => {
    const text = words(mainOf(await r.page('/rulebook')))
    expect(text).toContain(
      'When the UN informs a State of misconduct by members of a contingent, the State must say whether it will investigate within 10 working days',
    )
    expect(text.indexOf('conduct.inform-state')).toBeLessThan(text.indexOf('conduct.reply'))
  })
})

describe('fairness in words', () => {
  it('has no page that says breached, violated, guilty or ignored in its own voice', async () => {
    for (const path of PAGES) {
      const own = words(
        mainOf(await r.page(path))
          .replace(/<p lang="en"[\s\S]*?<\/p>/g, '')
          .replace(/“[^”]*”/g, ''),
      )
      for (const never of [
        'breach of',
        'breached',
        'violated',
        'in violation',
        'failed',
        'ignored',
        'defaulted',
        'guilty',
        'perpetrator',
        'offender',
      ])
        expect(`${path}: ${own}`).not.toContain(never)
    }
  })
  it('quotes of Niger and of the Congo that the UN said so, as reported by Reuters', async () => {
    for (const state of ['NER', 'COD']) {
      const text = words(under(await r.page(`/states/${state}`), 'Findings'))
      expect(text).toContain('The United Nations said so, as reported by Reuters via Dhaka Tribune 30 Jan 2016 (second-hand)')
      expect(text).toContain('“after those states failed to respond”')
      expect(text).toContain('is not a wrong')
    }
    expect(words(under(await r.page('/states/NER'), 'Findings'))).not.toContain('Democratic Republic')
  })
  it('says wherever these findings or their facts are shown that the sentence as quoted names no State', async () => {
    const note = 'The sentence as quoted names no State'
    for (const path of ['/findings', '/states/NER', '/states/COD', '/cases/MINUSCA-JAN2016'])
      expect(words(await r.page(path)), path).toContain(note)
    expect(words(under(await r.page('/states/NER'), 'Findings'))).toContain(`To be read with this ${note}`)
    const entries = await r.page('/cases/MINUSCA-JAN2016')
    expect(words(under(entries, 'Entries')).split(note)).toHaveLength(3) // of each of the two
    const { items } = (await (await r.ask('/api/v1/findings', '*/*')).json()) as { items: { notes: string[] }[] }
    expect(items.map(f => f.notes[0])).toEqual([expect.stringContaining(note), expect.stringContaining(note)])
  })
  it('says where a State has no account here, and how one is added', async () => {
    const part = under(await r.page('/states/NER'), 'Two accounts')
    expect(words(part)).toContain('No account of Niger is on this record.')
    expect(part).toContain('href="#reply"')
  })
  it('does not call a press story an answer', async () => {
    const html = await r.page('/cases/MINUSCA-2016-BDI')
    const beside = words(under(html, 'Told beside'))
    expect(beside).toContain('Radio France Internationale reported')
    expect(words(under(html, 'Two accounts'))).not.toContain('Radio France Internationale')
    expect(h1Of(html)).toContain('no outcome is on this record')
    expect(words(under(html, 'The clocks of this case'))).not.toContain('Met')
  })
  it('counts on the board what was merely asked for by its own words, not as late', async () => {
    const keys = words(/<ul class="keys">[\s\S]*?<\/ul>/.exec(await r.page('/board?debtor=GAB'))![0])
    expect(keys).toContain('Answered after the date asked 1')
    expect(keys).not.toContain('Met late')
  })
  it('lists States by alphabet, each with words and none with a score', async () => {
    const html = await r.page('/states')
    const names = [...html.matchAll(/<th scope="row"><a href="[^"]*">([^<]+)<\/a>/g)].map(m => m[1]!)
    expect(names.length).toBeGreaterThan(10)
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')))
    expect(words(html)).toContain('met 1 · answered after the date asked 1')
  })
  it('does not say that nothing is owed where a finding stands', async () => {
    const row = /<tr><th scope="row"><a href="\/states\/NER">[\s\S]*?<\/tr>/.exec(await r.page('/states'))![0]
    expect(words(row)).toContain('1 finding of the rulebook')
    expect(words(row)).not.toContain('no obligation arises')
  })
  it('says in its own words what a provision sets and what was promised, in each language, and folds what is long', async () => {
    for (const lang of ['en', 'fr', 'ar']) {
      expect(words(await r.page(`/board?debtor=party.all&lang=${lang}`))).toContain('“Elections are held.”')
      expect(await r.page(`/board?debtor=un&limit=500&lang=${lang}`)).toContain(
        '<span class="says" lang="en" dir="auto">“Deploy light teams of experts.”</span>',
      )
    }
    const [long] = /<details class="says"[\s\S]*?<\/details>/.exec(await r.page('/board?limit=500'))!
    expect(words(long)).toMatch(
      /^Remembered: A limit of six months .* … Remembered: A limit of six months .*$|^The agenda takes forward .* … The agenda takes forward .* to the end of 2016\.$/,
    )
  })
  it('says no more firmly than it is sure that somebody owes: what is only remembered is said to be, is not quoted, and is no debt of the front page', async () => {
    const aloud = words(mainOf(await r.page('/rulebook')))
    expect(aloud).toContain('the State, as we remember and have not read, must grant the visas')
    expect(aloud).toContain('as we remember and have not read, has promised to refer those concerned to help')
    const board = words(mainOf(await r.page('/board?debtor=un&limit=500')))
    expect(board).toContain('Remembered: Mandates in sequence, or in two stages')
    expect(board).not.toContain('“Mandates in sequence')
    const owed = (on: string) => r.page(`/${on}`).then(html => under(html, 'What the United Nations owes'))
    for (const on of ['', '?as-of=2017-01-01', '?as-of=2022-01-01']) expect(await owed(on)).not.toContain('u-remembered')
  })
  it('says first what falls due next, and by which text; a party to an agreement has a name and no code', async () => {
    const html = await r.page('/?as-of=2026-11-24')
    expect(h1Of(html)).toBe('Next due: Security Council, to review the implementation of the resolution, in 27 days (S/RES/2719)')
    expect(words(html)).toContain('The parties to the agreement')
    expect(words(html)).not.toContain('party.all')
  })
  it('of a case no section of the record is said to be the page', async () =>
    expect(await r.page('/cases/GABON-2021')).not.toContain('aria-current="page"'))
  it('has a small picture of its own', async () => {
    for (const path of ['/favicon.svg', '/favicon.ico']) {
      const icon = await r.ask(path)
      expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    }
  })
  it('owes a State nothing of a case of police but the words that the UN investigates', async () => {
    const html = await r.page('/cases/MINUSTAH-PAK-2012')
    expect(h1Of(html)).toBe('The State’s withdrawal of personnel was reported on 9 March 2012; court-martial ended on 12 March 2012')
    expect(words(html)).toContain('the State owes no investigator')
  })
  it('denies no outcome that another page tells', async () => {
    expect(words(await r.page('/cases/MINUSTAH-PAK-2012'))).toContain('court-martial ended')
    const service = words(await r.page('/community/service'))
    expect(service).toContain('That an outcome of a conduct case was reported is not on this record.')
    expect(service).not.toContain('No outcome of a conduct case')
  })
  it('says no more of a State than its source: asked is not owed, assumed is neither, and a State of which nothing was asked is not counted', async () => {
    const gabon = words(await r.page('/cases/GABON-2021'))
    expect(gabon).toContain('By 14 September 2021 Gabon was asked to name a national investigator')
    expect(gabon).toContain('By 21 September 2021 Gabon was to say whether it will investigate')
    expect(words(await r.page('/cases/MINUSMA-RATE-2531'))).toContain('By 30 June 2021, as we assume, the mission was to publish')
    expect(h1Of(await r.page('/cases/MINUSCA-JAN2016'))).toBe(
      'Of four States, two answered; the United Nations said on 29 January 2016 that two had not answered; one more is named, with no request on this record',
    )
    expect(words(await r.page('/cases/HRDDP-MONUSCO'))).not.toContain('Allegations are counted by report received') // a figure of another chapter
  })
  it('takes the estimate of an official for no promise: no clock of the United Nations runs', async () => {
    const text = words(await r.page('/cases/UNMISS-SURGE-2013'))
    expect(text).toContain('“could take up to eight weeks”')
    expect(text).not.toContain('Reach what was stated')
  })
  it('keeps what published figures do not share: both stay, each with its source', async () => {
    const text = words(await r.page('/cases/SEA-2015'))
    expect(text).toContain('They are neither persons nor those concerned')
    expect(text).toContain('A/70/729')
  })
})

describe('every page', () => {
  it('has one h1, a language, a direction, and no script', async () => {
    for (const path of PAGES)
      for (const lang of ['en', 'fr', 'ar']) {
        const html = await r.page(`${path}?lang=${lang}`)
        expect(html.match(/<h1/g)?.length, path).toBe(1)
        expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`)
        expect(html).not.toMatch(/<script|javascript:|\son\w+=/i)
        expect(html).not.toContain('undefined')
        expect(html).not.toContain('[object')
      }
  })
  it('keeps the day and the language on its links', async () => {
    const links = [...mainOf(await r.page('/board?as-of=2021-09-20&lang=fr')).matchAll(/href="(\/(?:cases|states|board)[^"]*)"/g)].map(
      m => m[1]!,
    )
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) expect(link).toMatch(/as-of=2021-09-20.*lang=fr/)
  })
  it('is read strictly: what nobody knows is said, as a page to people and as a problem to machines', async () => {
    const people = await r.ask('/board?debters=un')
    expect(people.status).toBe(400)
    expect(words(await people.text())).toContain('Nobody here knows "debters"')
    for (const path of ['/', '/board', '/cases/GABON-2021', '/states/GAB', '/rulebook', '/archive', '/politics/calendar', '/reply'])
      expect(words(await (await r.ask(`${path}?on=2021-09-15`)).text()), path).toContain('"on" (did you mean as-of?)')
    const machine = await r.ask('/board?debters=un', '*/*')
    expect(machine.headers.get('content-type')).toContain('application/problem+json')
    for (const path of ['/?as-of=2021-02-30', '/board?after=zzz', '/board?known-at=yesterday', '/findings?state=gabun'])
      expect((await r.ask(path)).status, path).toBe(400)
  })
  it('asks a question on the day of the page and in its language, whatever else is asked', async () => {
    const form = /<form class="sentence"[\s\S]*?<\/form>/.exec(await r.page('/forces/strength?mission=UNMISS&as-of=2016-12-31&lang=fr'))![0]
    expect(form).toContain('action="/forces/strength"')
    expect(form).toContain('<input type="hidden" name="as-of" value="2016-12-31"/>')
    expect(form).toContain('<input type="hidden" name="lang" value="fr"/>')
    expect(form.match(/name="lang"/g)).toHaveLength(1)
  })
  it('can be travelled: what the form of the days sends, the page takes', async () => {
    const questions = CHAPTERS.flatMap(c => (c.questions ?? []).filter(q => !q.word).map(q => `/${c.name}/${q.name}`))
    for (const path of ['/', '/board', '/states/GAB', '/cases/GABON-2021', ...questions]) {
      const html = await r.page(path)
      const form = html.slice(html.indexOf('class="travel"'), html.indexOf('</form>', html.indexOf('class="travel"')))
      const fields = [...form.matchAll(/name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [name!, value!])
      expect(fields.length, path).toBeGreaterThan(0)
      await r.page(`${path}?${new URLSearchParams(fields)}`)
    }
  })
  it('takes an empty field of a form for no question', async () => {
    expect((await r.ask('/board?in=&debtor=&mission=&binding=&duty=')).status).toBe(200)
  })
})

describe('on a slow line', () => {
  it('is a page and its stylesheet in less than 30,720 bytes, compressed', async () => {
    const { gzipSync } = await import('node:zlib')
    const css = gzipSync(await (await r.ask('/paper.css')).text(), { level: 6 }).length
    for (const path of PAGES) expect(gzipSync(await r.page(path), { level: 6 }).length + css, path).toBeLessThan(30_720)
  })
})
