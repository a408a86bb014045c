import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { h1Of, mainOf, type Reading, reading, under, words } from './reading.ts'

// Invented cases of invented States: what must not be seen, what must not be believed, what must not be run.

let r: Reading
const source = { title: 'SIMULATED', standing: 'ours' } as const
const line = (type: string, subject: string, occurredOn: string, data: object, more: object = {}) => ({
  chapter: 'conduct',
  type,
  subject,
  occurredOn,
  marking: 'public',
  source,
  data: { mission: 'SIM-1', state: 'XAA', category: 'contingent', ...data },
  ...more,
})
const HOSTILE = `<img src=x onerror=alert(1)>"'</p><script>alert(2)</script>`

beforeAll(async () => {
  r = await reading()
  await r.tell([
    line('MemberStateNotified', 'SIM-SECRET', '2021-09-07', { matter: 'sea', says: 'SECRETWORD' }, { marking: 'confidential' }),
    line(
      'MemberStateNotified',
      'SIM-HOSTILE',
      '2021-09-07',
      { matter: 'sea', says: HOSTILE },
      {
        source: { title: `${HOSTILE} title`, url: 'https://example.org/?a="><script>', standing: 'seen', note: HOSTILE, conflict: true },
      },
    ),
    line('StateAccount', 'SIM-HOSTILE', '2021-09-09', { says: HOSTILE, officer: 'OTHERKEY' }),
    line('MemberStateNotified', 'SIM-CORRECTED', '2021-09-07', { matter: 'sea', says: 'First version.' }, { id: 'sim-corrected-1' }),
    line(
      'MemberStateResponded',
      'SIM-CORRECTED',
      '2021-09-10',
      { answer: 'investigates', says: 'Second line.' },
      { id: 'sim-corrected-2' },
    ),
  ])
  await r.tell([
    { type: 'EntrySuperseded', subject: 'SIM-CORRECTED', occurredOn: '2021-09-20', marking: 'public', data: { entry: 'sim-corrected-2' } },
  ])
  await r.tell(
    [
      line('MemberStateNotified', 'SIM-REGISTER', '2021-09-07', { matter: 'sea', state: 'XAB', says: 'Notified.' }),
      line('InvestigatorRequested', 'SIM-REGISTER', '2021-09-07', { state: 'XAB', says: 'Asked.' }),
    ],
    { office: 'un.cdt' },
  )
})
afterAll(() => r.close())

describe('what the public may not see', () => {
  it('has no page: the answer is, byte for byte, that for a name that never was', async () => {
    const [hidden, never] = [await r.ask('/cases/SIM-SECRET'), await r.ask('/cases/SIM-NEVER-WAS')]
    expect([hidden.status, never.status]).toEqual([404, 404])
    expect(await hidden.text()).toBe(await never.text())
    const [one, two] = [await r.ask('/cases/SIM-SECRET', '*/*'), await r.ask('/cases/SIM-NEVER-WAS', '*/*')]
    expect(await one.text()).toBe(await two.text())
    expect([...one.headers].sort()).toEqual([...two.headers].sort())
  })
  it('is on no list', async () => {
    for (const path of ['/', '/board', '/states', '/states/XAA', '/findings', '/rulebook'])
      expect(await r.page(path), path).not.toMatch(/SIM-SECRET|SECRETWORD/)
  })
  it('has no page of the kernel’s own subjects, and none of a State that is not on this record', async () => {
    for (const path of [
      '/cases/RULEBOOK',
      '/cases/HORIZON',
      '/states/FRA',
      '/states/fra',
      '/states/ZZZ',
      `/cases/${'x'.repeat(90)}`,
      '/nothing',
    ])
      expect((await r.ask(path)).status, path).toBe(404)
  })
})

describe('what somebody wrote into a line', () => {
  it('stays text: nothing of it becomes an element, an attribute or a link', async () => {
    for (const path of ['/cases/SIM-HOSTILE', '/states/XAA']) {
      const html = await r.page(path)
      expect(html).not.toMatch(/<script|<img/i)
      expect(html).toContain('&lt;script&gt;alert(2)&lt;/script&gt;')
      expect(html).not.toContain('href="javascript')
    }
  })
  it('is shown of a body only where it says so: no other key of it is on any page', async () => {
    for (const path of ['/cases/SIM-HOSTILE', '/states/XAA']) expect(await r.page(path)).not.toContain('OTHERKEY')
  })
})

describe('what is corrected', () => {
  it('is struck and readable, and the page is made as if it had never been', async () => {
    const html = await r.page('/cases/SIM-CORRECTED')
    expect(under(html, 'Corrected')).toMatch(/<del[\s\S]*Second line\./)
    expect(words(under(html, 'Entries'))).not.toContain('Second line.')
    expect(h1Of(html)).toContain('no answer is on this record')
  })
  it('was not yet corrected, as it was known before', async () => {
    const [row] = await r.record.fresh.asOwner<{ seq: string }>(`select min(seq) as seq from entry where type = 'EntrySuperseded'`)
    const html = await r.page(`/cases/SIM-CORRECTED?known-at=${Number(row!.seq) - 1}`)
    expect(words(under(html, 'Entries'))).toContain('Second line.')
    expect(under(html, 'Corrected')).toBe('')
    expect(html).toContain('class="past"')
    expect(words(html)).toContain('Read as it was known at position')
  })
})

describe('an office’s own register', () => {
  it('is red where a treaty’s day has passed, and not red where one was merely asked', async () => {
    const html = mainOf(await r.page('/cases/SIM-REGISTER'))
    const rows = html.split('class="r"')
    expect(rows.find(x => x.includes('Say whether it will investigate'))).toContain('s-overdue')
    const asked = rows.find(x => x.includes('Name a national investigator'))!
    expect(asked).not.toContain('s-overdue')
    expect(words(asked)).toContain('Past the date asked')
  })
  it('says how long after the day an entry was recorded', async () => {
    expect(words(under(await r.page('/cases/SIM-REGISTER'), 'Entries'))).toMatch(/recorded [\d,]+ days later/)
  })
  it('grounds a finding that names the obligation, and says that people decide', async () => {
    const html = await r.page('/findings?state=XAB')
    expect(words(html)).toContain('An obligation that is past its day: Say whether it will investigate (SIM-REGISTER)')
    expect(words(html)).toContain('people decide')
  })
  it('marks what is invented', async () => {
    expect(await r.page('/board')).toContain('class="sim"')
    expect(await r.page('/cases/SIM-REGISTER')).toContain('class="sim"')
  })
  it('pages by where a page ended, so that no row comes twice', async () => {
    const first = await r.page('/board?limit=2')
    const next = /rel="next" href="([^"]+)"/.exec(first)![1]!.replaceAll('&amp;', '&')
    const why = (html: string): number => html.match(/role="cell" class="what"/g)?.length ?? 0
    expect(why(first)).toBe(2)
    const second = await r.page(next)
    const acts = (html: string): string[] => [...html.matchAll(/class="what">[\s\S]*?<\/div>/g)].map(m => words(m[0]))
    expect(acts(second).some(a => acts(first).includes(a))).toBe(false)
  })
})
