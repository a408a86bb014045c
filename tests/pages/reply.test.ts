import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import { day } from '../../src/kernel/day.ts'
import { derive } from '../../src/kernel/ledger/subject.ts'
import type { Face } from '../../src/kernel/rules/face.ts'
import { SINCE_EVER, shippedBook } from '../../src/record/rulebook.ts'
import { line } from '../doors/files.ts'
import { h1Of, mainOf, type Reading, reading, under, words } from './reading.ts'

// Whoever owes something has the right of reply: in every chapter, with a line that is read in as it is printed, and without any clock being moved.

let r: Reading
const bare = { state: undefined, category: undefined, matter: undefined, mission: undefined }
beforeAll(async () => {
  r = await reading()
  await r.loadShipped()
  await r.tell([
    line({
      id: 'n-1',
      chapter: 'forces',
      type: 'RequirementIssued',
      subject: 'SIM-NEED',
      data: { ...bare, mission: 'SIM-M', capability: 'hospital' },
    }),
    line({
      id: 'c-1',
      type: 'ReportReceived',
      subject: 'SIM-POLICE',
      occurredOn: '2021-09',
      data: { state: undefined, category: 'civilian' },
    }),
    line({ id: 'c-3', type: 'ReportReceived', subject: 'SIM-UNNAMED', occurredOn: '2021-09', data: { state: undefined } }),
    line({
      id: 'r-1',
      chapter: 'politics',
      type: 'ReportRequested',
      subject: 'SIM-REPORT',
      data: { ...bare, mission: 'SIM-M', symbol: 'S/RES/0000 (SIMULATED)', known: 'seen', asks: 'by', by: '2021-12-01' },
    }),
  ])
})
afterAll(() => r.close())

/** What a page says to type, to the letter. */
const commands = (html: string): string[] =>
  [...mainOf(html).matchAll(/<pre[^>]*>(cat [\s\S]*?)<\/pre>/g)].map(m =>
    m[1]!.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  )
/** The lines that a page says to write, as JSON. */
const printed = (html: string): { readonly [key: string]: unknown }[] => commands(html).map(command => JSON.parse(command.split('\n')[1]!))
/** What the API says of a case, without its entries. */
const clocks = async (subject: string): Promise<unknown> => {
  const { obligations, history, holders } = await (await r.ask(`/api/v1/cases/${subject}`, 'application/json')).json()
  return { obligations, history, holders }
}

describe('the line that a page prints', () => {
  it.each([
    ['/states/GBR', 'StateAccount'],
    ['/states/GAB', 'StateAccount'],
    ['/states/CHN', 'StateAccount'],
    ['/cases/GABON-2021', 'StateAccount'],
    ['/cases/PLEDGE-GBR-SOMALIA', 'StateAccount'],
    ['/cases/SIM-REPORT', 'OfficeAccount'],
    ['/cases/A-70-357.M1', 'OfficeAccount'],
    ['/reply?debtor=united%20kingdom', 'StateAccount'],
    ['/reply?debtor=FRA&lang=fr', 'StateAccount'],
    ['/reply?debtor=un.sg', 'OfficeAccount'],
    ['/reply?subject=SIM-REPORT', 'OfficeAccount'],
  ])('on %s is read in as it stands, and moves no clock', async (path, type) => {
    const [first] = printed(await r.page(path))
    expect(first).toMatchObject({ type, marking: 'public' })
    const subject = String(first!['subject']),
      known = (await r.ask(`/api/v1/cases/${subject}`, 'application/json')).status === 200,
      before = known ? await clocks(subject) : undefined
    await r.tell([{ ...first, id: `reply ${path}` }])
    if (known) expect(await clocks(subject)).toEqual(before)
    expect(words(await r.page(`/cases/${subject}`))).toContain((first!['data'] as { says: string }).says)
  })
  it.each(['en', 'fr', 'ar'])('takes words with an apostrophe, as the shell reads it (%s)', async lang => {
    const [command] = commands(await r.page(`/reply?debtor=GAB&subject=GABON-2021&lang=${lang}`)),
      [says] = printed(await r.page(`/reply?debtor=GAB&subject=GABON-2021&lang=${lang}`)).map(l => (l['data'] as { says: string }).says),
      typed = command!
        .replace(says!, "L'État n'a pas tardé; $HOME et `date` restent (SIMULATED).")
        .replace(/\nnpx .*/, '\ncat account.ndjson'),
      folder = mkdtempSync(join(tmpdir(), 'peaceops-reply-'))
    const read = execFileSync('sh', ['-c', typed], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
    rmSync(folder, { recursive: true })
    expect(JSON.parse(read).data.says).toBe("L'État n'a pas tardé; $HOME et `date` restent (SIMULATED).")
  })
  it.each([
    ['en', 'the title of its source and its day in place of these; a " within them is written \\"'],
    ['fr', 'le titre de sa source et son jour à la place de ceux-ci ; un " s’y écrit \\"'],
    ['ar', 'وعنوان مصدره ويومه بدل هذه؛ وتُكتب " فيها \\"'],
  ])('is told with what of it is to be replaced (%s)', async (lang, says) =>
    expect(words(await r.page(`/reply?debtor=GAB&subject=GABON-2021&lang=${lang}`))).toContain(says),
  )
  it('is told before anybody has said whose, with what is wanted and to whom it goes, and no command to check', async () => {
    const html = await r.page('/reply')
    expect(words(mainOf(html))).toContain('What is wanted: the words of the account')
    expect(mainOf(html)).not.toContain('href="/reply?subject=ACCOUNT-"')
    expect(html).not.toContain('npx peaceops import')
  })
  it('is not made up where nobody has said whose account it is', async () => {
    expect(printed(await r.page('/reply'))).toEqual([])
    const unnamed = await r.page('/cases/SIM-UNNAMED')
    expect(printed(unnamed).map(l => l['type'])).not.toContain('StateAccount')
    expect(unnamed).toContain('href="/reply?subject=SIM-UNNAMED"')
  })
})

describe('an account of a debtor', () => {
  it('stands beside the pledge on its case, on the page of pledges, and in the State’s file', async () => {
    const says = 'The unit was offered and not asked for (SIMULATED).'
    await r.tell([
      line({
        id: 'account-gbr',
        chapter: 'forces',
        type: 'StateAccount',
        subject: 'PLEDGE-GBR-SOMALIA',
        occurredOn: '2016-10-01',
        data: { ...bare, state: 'GBR', says },
      }),
    ])
    expect(words(under(await r.page('/cases/PLEDGE-GBR-SOMALIA'), 'Two accounts'))).toMatch(
      new RegExp(`What United Kingdom of .* said.*${says.slice(0, 20)}`),
    )
    expect(h1Of(await r.page('/cases/PLEDGE-GBR-SOMALIA'))).toBe('Pledged on 28 September 2015; where the pledge stands in September 2016')
    for (const path of ['/forces/pledges', '/states/GBR', '/forces/pledges?state=GBR'])
      expect(words(await r.page(path)), path).toContain(says)
    expect(words(await r.page('/forces/pledges?as-of=2016-09-30'))).not.toContain(says)
  })
  it('of an office stands alone beside its clocks, where nobody stands opposite', async () => {
    const says = 'It was issued as a letter (SIMULATED).'
    await r.tell([
      line({
        id: 'account-un',
        chapter: 'politics',
        type: 'OfficeAccount',
        subject: 'SIM-REPORT',
        occurredOn: '2022-01-10',
        data: { ...bare, office: 'un.sg', says },
      }),
    ])
    const beside = under(await r.page('/cases/SIM-REPORT'), 'Its own account')
    expect(words(beside)).toContain(says)
    expect(words(beside)).toContain('Secretary-General, 10 Jan 2022')
    expect(words(under(await r.page('/cases/SIM-REPORT'), 'Entries'))).toContain('Account of the office, Secretary-General')
    expect(words(beside)).not.toContain('What A State said')
  })
  it('of another organisation or a party stands opposite the United Nations’, of one size', async () => {
    await r.tell([
      line({
        id: 'account-au',
        chapter: 'politics',
        type: 'OfficeAccount',
        subject: 'SIM-REPORT',
        data: { ...bare, office: 'au.psc', says: 'Ours (SIMULATED).' },
      }),
    ])
    expect(under(await r.page('/cases/SIM-REPORT'), 'Two accounts').match(/<blockquote/g)).toHaveLength(2)
  })
  it('gives nobody a case, not even under a book of before that listed it', () => {
    const book = shippedBook(),
      before = { ...book, firstHolders: book.firstHolders.map((h, i) => (i ? h : { ...h, types: [...h.types, 'StateAccount'] })) }
    const face = (seq: number, type: string): Face => {
      const on = day('2021-09-07')
      return { seq, id: `e${seq}`, type, subject: 'SIM-1', occurredOn: on, latest: on, door: 'testimony', is: { state: 'XAA' } }
    }
    const holders = (...types: string[]) =>
      derive(
        { adopted: [{ seq: 1, from: SINCE_EVER, book: before }], horizon: day('2027-12-31') },
        types.map((t, i) => face(i + 1, t)),
      ).holders
    expect(holders('PledgeMade', 'StateAccount').map(h => h.office)).toEqual(holders('PledgeMade').map(h => h.office))
    expect(holders('StateAccount')).toEqual([])
    expect(holders('MemberStateNotified').map(h => h.office)).toEqual(['un.cdt'])
  })
  it('is still read in where an office has closed the case', async () => {
    const [first] = printed(await r.page('/cases/GABON-2021'))
    await r.tell(
      [
        line({ id: 'reg-1', subject: 'SIM-REGISTER' }),
        line({ id: 'reg-2', subject: 'SIM-REGISTER', type: 'CaseClosed', occurredOn: '2021-10-01', data: { ...bare } }),
        {
          ...first,
          id: 'reg-3',
          subject: 'SIM-REGISTER',
          office: 'un.cdt',
          data: { state: 'XAA', mission: 'SIM-M', says: 'Ours (SIMULATED).' },
        },
      ],
      { office: 'un.cdt' },
    )
    expect(words(await r.page('/cases/SIM-REGISTER'))).toContain('Ours (SIMULATED).')
  })
})

describe('whoever keeps the copy', () => {
  it('is not invented where no address is given', async () => {
    for (const path of ['/', '/reply?debtor=GAB', '/archive', '/states/GBR', '/nowhere'])
      expect(words(await (await r.ask(path)).text()), path).toContain('This copy names no address of whoever keeps it.')
  })
  it('is named on every page where one is', async () => {
    const kept = app(r.record, { contact: 'record@example.org' })
    for (const path of ['/', '/reply?debtor=GAB', '/archive', '/cases/GABON-2021', '/forces/pledges', '/nowhere']) {
      const page = await (await kept.request(path, { headers: { accept: 'text/html' } })).text()
      expect(page, path).toContain('href="mailto:record@example.org"')
      expect(words(page), path).not.toContain('names no address')
    }
  })
})
it('every page leads to how to answer', async () => {
  for (const path of [
    '/',
    '/board',
    '/states',
    '/rulebook',
    '/instruments',
    '/archive',
    '/politics/calendar',
    '/reform/promises',
    '/protection/rate',
  ])
    expect(await r.page(path), path).toMatch(/href="(\/reply|#reply)[^"]*"/)
})
describe('whoever looks for where to answer', () => {
  const asked = async (query: string) => {
    const page = await r.ask(`/reply?${query}`),
      html = await page.text()
    return { status: page.status, html, says: words(mainOf(html)), lines: printed(html) }
  }
  it('writes the case in other capitals and is led there; one that is not there keeps what was written, with the names most like it', async () => {
    expect((await r.ask('/reply?subject=gabon-2021')).headers.get('location')).toBe('/reply?subject=GABON-2021')
    const { status, html, says } = await asked('subject=GABON-2012&debtor=gabon')
    expect(status).toBe(404)
    expect(says).toContain('There is no case “GABON-2012” on this record for the public. The names most like it: GABON-2021')
    expect(html).toContain('href="/reply?subject=GABON-2021&amp;debtor=gabon"')
    expect(html).toContain('name="debtor" value="gabon"')
    expect(html).toContain('name="subject" value="GABON-2012"')
    expect((await r.ask('/reply?subject=GABON-2012', '*/*')).headers.get('content-type')).toContain('application/problem+json')
  })
  it.each([
    ['debtor=African+Union', ['au.psc', 'au.commission']],
    ['debtor=the+African+Union', ['au.psc', 'au.commission']],
    ['debtor=union+africaine&lang=fr', ['au.psc', 'au.commission']],
    ['debtor=AUC', ['au.commission']],
    ['debtor=parties+to+agreements', ['party.all', 'party.government']],
    ['debtor=the+parties+to+the+agreement&subject=AGREEMENT-SSD-2018.ELECTIONS', ['party.all']],
    ['debtor=OIOS', ['un.oios']],
    ['debtor=Cameroun&lang=fr', ['CMR']],
  ])('is understood though it is no State, or named in another language: %s', async (query, codes) => {
    const { lines } = await asked(query)
    expect(lines.map(l => (l['data'] as { office?: string; state?: string }).office ?? (l['data'] as { state?: string }).state)).toEqual(
      codes,
    )
    for (const l of lines) expect(l['subject']).toMatch(/^(ACCOUNT-[A-Z.]+|AGREEMENT-SSD-2018\.ELECTIONS)$/)
  })
  it('and names a whole organisation, chooses the office; and names nobody, gets the name most like it', async () => {
    const un = await asked('debtor=United+Nations')
    expect([un.status, un.lines]).toEqual([200, []])
    expect(un.says).toContain('Of which office? An account is always one office’s own: Secretary-General')
    const nobody = await asked('debtor=Gabun')
    expect([nobody.status, nobody.lines]).toEqual([400, []])
    expect(nobody.says).toContain(
      '“Gabun” is no State, office or party that is known here. Choose one below, or write its name or its code. The names most like it: Gabon',
    )
  })
  it('chooses from lists, without a script: who may answer, and where whoever was named owes something or is named', async () => {
    const { html } = await asked('debtor=NER')
    expect(html).toContain('<option value="au.psc">Peace and Security Council of the African Union</option>')
    expect(html).toContain('list="debtor-choices"')
    expect(words(under(html, 'Where Niger owes something, or is named'))).toContain('MINUSCA-JAN2016')
    expect(under(html, 'Who may answer')).toContain('href="/reply?debtor=party.all"')
    expect((await asked('debtor=NER&as-of=2015-12-31')).says).not.toContain('MINUSCA-JAN2016')
  })
  it('is not shown, nor told of, a case that is not public', async () => {
    await r.tell([line({ id: 'h-1', subject: 'SIM-HIDDEN-1', marking: 'confidential' })])
    const hidden = await asked('subject=SIM-HIDDEN-1'),
      never = await asked('subject=SIM-HIDDEN-2')
    expect(hidden.html.replaceAll('SIM-HIDDEN-1', 'X')).toBe(never.html.replaceAll('SIM-HIDDEN-2', 'X'))
    expect(hidden.status).toBe(never.status)
  })
})
