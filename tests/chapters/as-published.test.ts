import { beforeAll, describe, expect, it } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import { app } from '../../src/doors/http/app.tsx'
import type { ConcentrationRow } from '../../src/forces/archive/concentration.ts'
import type { ContributionRow } from '../../src/forces/archive/contributions.ts'
import type { FatalitiesRow } from '../../src/forces/archive/fatalities.ts'
import type { TimelineRow } from '../../src/forces/archive/timeline.ts'
import type { WomenRow } from '../../src/forces/archive/women.ts'
import { forces } from '../../src/forces/index.ts'
import type { StrengthAnswer } from '../../src/forces/strength.ts'
import { day } from '../../src/kernel/day.ts'
import type { ShareRow } from '../../src/reform/archive/share.ts'
import { reform } from '../../src/reform/index.ts'
import { archived } from '../archive/tables.ts'
import { build, peaceops } from '../doors/cli.ts'
import { mainOf, words } from '../pages/reading.ts'
import { asker } from './asking.ts'

// A table is published, and later corrected. Who asks by the day on which it stood gets what could be known then, and is told so; who names
// no day gets the last month that is held, and is told which. All of it invented, under the headings of the real tables.

const GENDER = `"","Date","Contributor","Contributor ISO-3","Mission",${['Individual Police', 'Formed Police Units', 'Experts on Mission', 'Troops', 'Total'].flatMap(h => ['Male', 'Female', 'Total'].map(s => `"${h} ${s}"`)).join(',')}`
const row = (n: number, on: string, state: string, code: string, men: number, women: number): string =>
  `"${n}",${on},"${state}","${code}","UNMIL",0,0,0,0,0,0,0,0,0,${men},${women},${men + women},${men},${women},${men + women}`
const gender = (women: number): string =>
  [
    GENDER,
    row(1, '2014-01-31', 'Gabon', 'GAB', 40, 10),
    row(2, '2014-02-28', 'Gabon', 'GAB', 40, women),
    row(3, '2014-02-28', 'Ghana', 'GHA', 30, 0),
    '',
  ].join('\n')
const DEATHS =
  'id,incident_date,casualty_id,mission_acronym,type_of_casualty,gender,casualty_nationality,casualty_personnel_type,type_of_incident,m49_code,isocode3,last_update'
const deaths = (n: number): string =>
  [
    DEATHS,
    ...Array.from(
      { length: n },
      (_, i) => `${i + 1},2013-03-0${1 + (i % 9)},X-${i + 1},UNMIL,Fatality,M,Gabon,Military,Illness,1.0,XXX,2014-01-01`,
    ),
    '',
  ].join('\n')

const { record, file } = archived()
const [ask, askReform] = [asker(record, forces), asker(record, reform)]
const THEN = { 'as-published': '2014-04-01' }
const cli = (...args: string[]) => peaceops(args, { PEACEOPS_HOME: record().fresh.home, DATABASE_URL: record().fresh.url })
const get = async (path: string) =>
  app(record()).request(path, { headers: { accept: path.startsWith('/api') ? 'application/json' : 'text/html' } })
const page = async (path: string): Promise<string> => mainOf(await (await get(path)).text())

beforeAll(async () => {
  build()
  const add = (dataset: string, text: string, asPublished: string) =>
    addSnapshot(
      { keeper: record().pools.keeper, ledger: record().ledger },
      { dataset, path: file(text), asPublished: day(asPublished), today: day('2026-11-24') },
    )
  for (const [table, then, later] of [
    ['ipi-gender', gender(0), gender(20)],
    ['un-fatalities', deaths(5), deaths(9)],
  ] as const)
    for (const [text, on] of [
      [then, '2014-03-24'],
      [later, '2014-06-01'],
    ] as const)
      expect(await add(table, text, on)).toMatchObject({ is: 'added' })
}, 180_000)

describe('as published then', () => {
  const STOOD = { snapshot: 1, stood: { day: '2014-03-24', by: 'published' } }
  const on = { on: '2014-02-15' }
  it('each question is answered from the snapshot that stood, and says so; as they stand, from the newest, and says nothing more', async () => {
    const now = (await ask<WomenRow>('women', { mission: 'UNMIL' }, on))[0]!
    expect(now).toMatchObject({ women: 20, cites: { snapshot: 2 } })
    expect(now.cites).not.toHaveProperty('stood')
    expect((await ask<WomenRow>('women', { mission: 'UNMIL', ...THEN }, on))[0]).toMatchObject({ women: 0, men: 70, cites: STOOD })
    const strength = (options: object) => ask<StrengthAnswer>('strength', { mission: 'UNMIL', by: 'state', ...options }, on)
    expect(await strength({})).toMatchObject([
      { of: 'GAB', persons: 60 },
      { of: 'GHA', persons: 30 },
    ])
    expect(await strength(THEN)).toMatchObject([
      { of: 'GAB', persons: 40, cites: STOOD },
      { of: 'GHA', persons: 30, cites: STOOD },
    ])
    expect(await ask<ConcentrationRow>('concentration', THEN, on)).toMatchObject([{ persons: 70, contributors: 2, cites: STOOD }])
    expect((await ask<ContributionRow>('contributions', { state: 'GAB', ...THEN }))[0]).toMatchObject({
      most: 50,
      mostIn: '2014-01',
      cites: STOOD,
    })
    expect((await ask<ContributionRow>('contributions', { state: 'GAB' }))[0]).toMatchObject({ most: 60, mostIn: '2014-02' })
    expect((await ask<TimelineRow>('timeline', { mission: 'UNMIL', ...THEN }, on)).length).toBe(0) // only tables with sides tell it
    expect((await askReform<ShareRow>('share', { states: 'GAB', ...THEN }, on))[0]).toMatchObject({ persons: 40, all: 70, cites: STOOD })
    for (const who of [{ public: true }, {}]) {
      expect(await ask<FatalitiesRow>('fatalities', THEN, who)).toMatchObject([{ of: '2013', deaths: 5, cites: STOOD }])
      expect(await ask<FatalitiesRow>('fatalities', {}, who)).toMatchObject([{ of: '2013', deaths: 9 }])
    }
    expect(await ask<FatalitiesRow>('fatalities', { by: 'cause', ...THEN })).toMatchObject([{ of: 'Illness', deaths: 5, cites: STOOD }])
  })
  it('one snapshot can be named; before the first, there is none, which is no figure', async () => {
    expect((await ask<WomenRow>('women', { mission: 'UNMIL', snapshot: 'ipi-gender:1' }, on))[0]).toMatchObject({ women: 0, cites: STOOD })
    expect(await ask<WomenRow>('women', { 'as-published': '2014-03-23' }, on)).toMatchObject([
      {
        women: null,
        says: 'ipi-gender is not on this record as published by 2014-03-23: its first snapshot that stands was published 2014-03-24.',
      },
    ])
  })
  it('is asked in the same words on the command line, over HTTP and on pages, and stays when one goes on', async () => {
    const asked = await cli('forces', 'women', '--mission', 'UNMIL', '--on', '2014-02-15', '--as-published', '2014-04-01')
    expect(asked.out).toContain('all: 0 women, 70 men, 0 %  [ipi-gender, snapshot 1 (published 2014-03-24), 2 rows]')
    const { items } = (await (await get('/api/v1/forces/women?mission=UNMIL&as-of=2014-02-15&as-published=2014-04-01')).json()) as {
      items: WomenRow[]
    }
    expect(items[0]).toMatchObject({ women: 0, cites: STOOD })
    const csv = await (await get('/api/v1/forces/women?mission=UNMIL&as-of=2014-02-15&as-published=2014-04-01&format=csv')).text()
    expect(csv).toMatch(/#date\+published/)
    const html = await page('/forces/women?mission=UNMIL&as-of=2014-02-15&as-published=2014-04-01')
    expect(words(html)).toContain('Published tables as they stood on 2014-04-01.')
    expect(words(html)).toContain('snapshot 1 (published 2014-03-24)')
    expect(html).toContain('name="as-published" value="2014-04-01"')
    expect(html).toMatch(
      /href="\/forces\/women\?[^"]*as-published=2014-04-01[^"]*mission=UNMIL|href="\/forces\/women\?[^"]*mission=UNMIL[^"]*as-published=2014-04-01/,
    )
    expect(words(await page('/forces/women?mission=UNMIL&as-of=2014-02-15'))).not.toContain('as they stood')
    expect(html).not.toMatch(/href="\/archive\/[^"]*as-published/)
    for (const [, path] of html.matchAll(/href="(\/[^"]*)"/g)) expect((await get(path!.replaceAll('&amp;', '&'))).status, path).toBe(200)
  }, 120_000)
  it('a day that is none, a snapshot of a table that the question does not ask: said at every door', async () => {
    for (const [option, value, says] of [
      ['as-published', '2014-02-30', /as-published.*a day of the calendar is wanted, as 2021-09-15/],
      ['snapshot', '1', /snapshot.*wanted is the name of a table and the number of its snapshot, such as ipi-gender:1/],
      ['snapshot', 'un-fatalities:1', /snapshot: this question asks .*ipi-gender.*, not un-fatalities/],
    ] as const) {
      const answer = await cli('forces', 'women', `--${option}`, value)
      expect([answer.code, answer.err]).toEqual([2, expect.stringMatching(says)])
      for (const door of ['/api/v1', '']) {
        const refused = await get(`${door}/forces/women?${option}=${value}`)
        expect(refused.status, `${door} ${option}`).toBe(400)
        expect(words(await refused.text())).toMatch(says)
      }
    }
  }, 120_000)
})

describe('where nobody names a day, and two tables end in two months', () => {
  const two = archived()
  it('each tells its last, and neither is held against the other', async () => {
    const add = (dataset: string, text: string) =>
      addSnapshot(
        { keeper: two.record().pools.keeper, ledger: two.record().ledger },
        { dataset, path: two.file(text), today: day('2026-11-24') },
      )
    const names = layoutsOf('ipi-missions')[0]!.columns.map(c => c.name)
    const months = [
      ['2014-02-28', '95'],
      ['2014-03-31', '97'],
    ].map(([on, n]) =>
      names.map(c => ({ Date: on, Mission: 'UNMIL', Troops: n, Police: '0', Observers: '0', Total: n })[c] ?? '').join(','),
    )
    expect(await add('ipi-missions', [names.join(','), ...months, ''].join('\n'))).toMatchObject({ is: 'added', rows: 2 })
    expect(await add('ipi-gender', gender(20))).toMatchObject({ is: 'added', rows: 3 })
    const strength = async (asked: object) =>
      (await asker(two.record, forces)<StrengthAnswer>('strength', { mission: 'UNMIL' }, asked)).map(r =>
        r.kind === 'counted' ? [r.cites.dataset, r.month, r.persons, r.differs] : r.kind,
      )
    expect(await strength({ on: '2026-11-24', byDefault: true })).toEqual([
      ['ipi-missions', '2014-03', 97, null],
      ['ipi-gender', '2014-02', 90, null],
    ])
    expect(await strength({ on: '2014-02-15' })).toEqual([
      ['ipi-missions', '2014-02', 95, 'ipi-gender says 90'],
      ['ipi-gender', '2014-02', 90, 'ipi-missions says 95'],
    ])
    const html = words(
      mainOf(await (await app(two.record()).request('/forces/strength?mission=UNMIL', { headers: { accept: 'text/html' } })).text()),
    )
    expect(html).toContain('The last month held: March 2014 in ipi-missions, February 2014 in ipi-gender.')
    for (const month of ['March 2014', 'February 2014']) expect(html).toContain(`Counted at the end of ${month}, UNMIL`)
  })
})

describe('where nobody names a day', () => {
  it('the last month held answers, and is named; a day that was named is kept to', async () => {
    const today = { on: '2026-11-24', byDefault: true }
    expect((await ask<WomenRow>('women', { mission: 'UNMIL' }, today))[0]).toMatchObject({ month: '2014-02', lastHeld: true, women: 20 })
    expect(await ask<WomenRow>('women', { mission: 'UNMIL' })).toMatchObject([{ month: '2026-11', lastHeld: false, women: null }])
    expect(await ask<ConcentrationRow>('concentration', {}, today)).toMatchObject([{ month: '2014-02', lastHeld: true, persons: 90 }])
    const strength = (options: object) => ask<StrengthAnswer>('strength', { mission: 'UNMIL', ...options }, today)
    expect(await strength({ by: 'state' })).toMatchObject([
      { of: 'GAB', persons: 60, month: '2014-02', on: '2014-02-28', lastHeld: true },
      { of: 'GHA', persons: 30, month: '2014-02', on: '2014-02-28', lastHeld: true },
    ])
    expect(await strength({ by: 'sex', ...THEN })).toMatchObject([
      { of: 'female', persons: 0, month: '2014-02', lastHeld: true },
      { of: 'male', persons: 70, month: '2014-02', lastHeld: true },
    ])
    expect(await ask<StrengthAnswer>('strength', { mission: 'UNMIL' })).toMatchObject([
      { kind: 'not on this record', month: '2026-11', lastHeld: false },
    ])
    // a table with nothing of that mission says so, of the month of the day
    expect(await ask<WomenRow>('women', { mission: 'MINUSCA' }, today)).toMatchObject([{ lastHeld: false, women: null }])
  })
  it('at every door', async () => {
    expect((await cli('forces', 'women', '--mission', 'UNMIL')).out).toMatch(/^UNMIL {2}2014-02 \(the last month held\) {2}all: 20 women/m)
    expect((await cli('forces', 'concentration')).out).toMatch(/^all missions {2}2014-02 \(the last month held\)/m)
    expect((await cli('forces', 'concentration', '--on', '2026-11-24')).out).toMatch(/2026-11 is not on this record/)
    expect((await cli('forces', 'strength', '--mission', 'UNMIL')).out).toMatch(/^UNMIL {2}2014-02 \(the last month held\) {2}90/m)
    expect((await cli('forces', 'strength', '--mission', 'UNMIL', '--on', '2026-11-24')).out).toMatch(/2026-11 is not on this record/)
    expect((await cli('forces', 'contributions', '--mission', 'UNMIL')).out).toMatch(/to 2014-02 or later, for the table ends then/)
    expect((await cli('forces', 'contributions')).err).toMatch(/Of which mission or State: --mission UNMIL/)
    const { items } = (await (await get('/api/v1/forces/women')).json()) as { items: WomenRow[] }
    expect(items[0]).toMatchObject({ month: '2014-02', lastHeld: true })
    for (const path of ['/forces/women', '/forces/concentration', '/forces/strength?mission=UNMIL'])
      expect(words(await page(path)), path).toContain(
        'The last month held: February 2014 in ipi-gender. What came later is not on this record.',
      )
    expect(words(await page('/forces/contributions?mission=UNMIL'))).toContain('The table ends with February 2014')
  }, 120_000)
})
