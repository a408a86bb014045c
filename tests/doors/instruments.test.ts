import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Instrument, InstrumentRow } from '../../src/doors/http/instrument-shapes.ts'
import { items } from '../../src/doors/http/shapes.ts'
import { build, inOne, openFolder } from './cli.ts'
import { served } from './http.ts'

// The texts that oblige or promise, through each door: the same answers.

const { get, json } = served()
type Told = {
  readonly paragraphs: readonly { as: string | null }[]
  readonly became: { readonly obligations: readonly { duty: string; state: string }[]; says: string | null }
}
const page = async (path: string): Promise<string> => (await get(path, { headers: { accept: 'text/html' } })).text()

describe('over HTTP', () => {
  it('lists every text, and tells each whole, in the shape that the document promises', async () => {
    const list = await json<{ items: { code: string }[] }>('/api/v1/instruments')
    expect(items(InstrumentRow).safeParse(list).error).toBeUndefined()
    expect(list.items.length).toBeGreaterThan(30)
    for (const { code } of list.items) expect(Instrument.safeParse(await json(`/api/v1/instruments/${code}`)).error, code).toBeUndefined()
  })
  it('tells what became of resolution 2719 on the day of its review', async () => {
    const { became } = await json<Told>('/api/v1/instruments/S-RES-2719?as-of=2026-12-21')
    expect(became.obligations[0]).toMatchObject({ duty: 'partners.review', state: 'open' })
  })
  it('knows no other text, and no other question', async () => {
    for (const code of ['S-RES-9999', 'constructor', '%00']) expect((await get(`/api/v1/instruments/${code}`)).status, code).toBe(404)
    expect((await get('/api/v1/instruments?state=GAB')).status).toBe(400)
    expect((await get('/instruments/S-RES-9999', { headers: { accept: 'text/html' } })).status).toBe(404)
  })
})

describe('on a page', () => {
  it('says of a quoted limit who quotes it, and of a remembered paragraph that it is remembered', async () => {
    expect(await page('/instruments/MOU')).toContain('As quoted by a thesis, in French; a spokesman said “10 days” in March 2016')
    const html = await page('/instruments/S-RES-2272')
    expect(html).toContain('As UN News paraphrased it')
    expect(await page('/instruments/VICTIM-ASSISTANCE-PROTOCOL')).toContain('As we remember it, not checked against the text')
    expect(html).toContain('What of it we have not read')
  })
  it('says in those words where there is nothing on this record', async () => {
    expect(await page('/instruments/MISSION-JUSTICE')).toContain('Nothing on this record')
    expect(await page('/instruments/MISSION-JUSTICE?lang=fr')).toContain('Rien dans ce registre')
    expect(await page('/instruments/MISSION-JUSTICE?lang=ar')).toContain('لا شيء في هذا السجل')
  })
  it('is reached from the rulebook’s head, from each cite in it, and from a case', async () => {
    const rulebook = await page('/rulebook')
    expect(rulebook).toContain('href="/instruments"')
    expect(rulebook).toContain('href="/instruments/MOU"')
    expect(await page('/cases/GABON-2021')).toContain('href="/instruments/NOTICES-MINUSCA"')
    expect(await page('/findings?as-of=2016-02-15')).toContain('href="/instruments/MOU?as-of=2016-02-15"')
  })
  it('keeps the day and the language from page to page', async () =>
    expect(await page('/rulebook?lang=fr&as-of=2021-09-15')).toContain('href="/instruments/MOU?as-of=2021-09-15&amp;lang=fr"'))
  it('names no State where a finding rests on it: that is read with both accounts', async () => {
    const html = await page('/instruments/MOU?as-of=2016-02-15')
    expect(html).toMatch(/findings? stands? that rests? on it/)
  })
})

describe('on the command line', () => {
  const { dir, remove } = openFolder()
  beforeAll(build)
  afterAll(remove)
  it('lists, tells one, and answers machines; a misspelt code is said before anything is opened', async () => {
    const [list, one, machine, wrong] = await inOne(
      [
        ['instruments', '--json'],
        ['instruments', 'S-RES-2272', '--as-of', '2026-11-24'],
        ['instruments', 'MISSION-JUSTICE', '--json', '--public'],
        ['instruments', 'S-RES-2727'],
      ],
      { PEACEOPS_HOME: dir },
    )
    expect(items(InstrumentRow).safeParse({ items: JSON.parse(list!.out) }).error).toBeUndefined()
    expect(one!.out).toContain('para. 2, of the Secretary-General: as UN News paraphrased it')
    expect(one!.out).toContain('Nothing on this record.')
    expect(Instrument.safeParse(JSON.parse(machine!.out)).error).toBeUndefined()
    expect((JSON.parse(machine!.out) as Told).became.says).toBe('Nothing on this record')
    expect(wrong).toMatchObject({ code: 2 })
    expect(wrong!.err).toContain('There is no text "S-RES-2727" (did you mean S-RES-2272?)')
  })
})
