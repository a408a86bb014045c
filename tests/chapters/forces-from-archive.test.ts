import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import type { AuthorityRow } from '../../src/forces/archive/authority.ts'
import type { BasesRow } from '../../src/forces/archive/bases.ts'
import type { ConcentrationRow } from '../../src/forces/archive/concentration.ts'
import type { ContributionRow } from '../../src/forces/archive/contributions.ts'
import type { CountedRow, NotHeldRow } from '../../src/forces/archive/counted.ts'
import { type FatalitiesRow, folded } from '../../src/forces/archive/fatalities.ts'
import { tablesOf } from '../../src/forces/archive/pages/words.ts'
import type { TimelineRow } from '../../src/forces/archive/timeline.ts'
import type { WomenRow } from '../../src/forces/archive/women.ts'
import { forces, forcesPages } from '../../src/forces/index.ts'
import type { StrengthAnswer } from '../../src/forces/strength.ts'
import { day } from '../../src/kernel/day.ts'
import { archived } from '../archive/tables.ts'
import { DATA } from '../archive-reading/shared.ts'
import { asker, drawn, spoken } from './asking.ts'

// What the chapter of forces gets from published tables: once from small invented files, and once, where they are there, from the producers' own.

const TODAY = day('2026-11-24')
const isCounted = (r: StrengthAnswer): r is CountedRow => r.kind === 'counted'
const isNotHeld = (r: StrengthAnswer): r is NotHeldRow => r.kind === 'not on this record'

const GENDER = `"","Date","Contributor","Contributor ISO-3","Mission",${['Individual Police', 'Formed Police Units', 'Experts on Mission', 'Troops', 'Total'].flatMap(h => ['Male', 'Female', 'Total'].map(s => `"${h} ${s}"`)).join(',')}`
const MISSIONS = `"Date","Mission","Country of Mission","Country of Mission ISO-3","Mission HQ","Mission HQ Longitude","Mission HQ Latitude","Mission Continent","Mission Region","Mission - NAM","Mission - G77","Mission - AU","Mission - Arab League","Mission - OIC","Mission - CIS","Mission - G20","Mission - EU","Number of Contributors","Troops","Police","Observers","Total"`
const mission = (on: string, troops: string, police: string, observers: string, total: number): string =>
  `${on},"MINUSCA","Central African Republic","CAF","Bangui",4.3667,18.5833,"Africa","Middle Africa","1","1",NA,NA,NA,NA,NA,NA,2,${troops},${police},${observers},${total}`
const TEXT = `RESOLUTION 2149 (2014)
Adopted by the Security Council at its 7153rd meeting, on
10 April 2014
The Security Council,
Recalling its resolutions,
1. Decides that, as from 15 September 2014, MINUSCA will comprise up to 10,000 military personnel, including 240 military observers and 1,800 police personnel;
2. Authorizes MINUSCA to deploy from November 2014 up to 250 United Nations military personnel to guard a court elsewhere;
3. Expresses its intention to raise the level of MINUSCA to a maximum of 12,000 military personnel;
`
const LATER = `RESOLUTION 2150 (2014)
Adopted by the Security Council at its 7155th meeting, on
1 December 2014
The Security Council,
1. Authorizes an increase of the military component of MINUSCA by up to 750 additional military personnel;
`

describe('of small invented tables', () => {
  const { record, folder, file } = archived()
  const ask = asker(record, forces)
  const add = (dataset: string, path: string) =>
    addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset, path, today: TODAY })
  beforeAll(async () => {
    await add(
      'ipi-gender',
      file(
        [
          GENDER,
          '"1",2018-01-31,"Gabon","GAB","MINUSCA",0,0,0,0,0,0,2,1,3,40,7,47,42,8,50',
          '"2",2018-01-31,"Ghana","GHA","MINUSCA",10,10,20,0,0,0,0,0,0,NA,NA,NA,10,10,20',
          '"3",2018-02-28,"Gabon","GAB","MINUSCA",0,0,0,0,0,0,0,0,0,44,6,50,44,6,50',
          '"4",2018-04-30,"Gabon","GAB","MINUSCA",0,0,0,0,0,0,0,0,0,45,6,51,45,6,51\n',
        ].join('\n'),
      ),
    )
    await add(
      'ipi-missions',
      file(
        [
          MISSIONS,
          mission('2014-08-31', '700', '1', '15', 716),
          mission('2014-10-31', '6500', '1000', 'NA', 7500),
          `${mission('2018-01-31', '47', '21', '3', 71)}\n`,
        ].join('\n'),
      ),
    )
    const texts = join(folder, 'texts')
    mkdirSync(texts)
    writeFileSync(join(texts, 'S-RES-2149(2014).txt'), TEXT)
    writeFileSync(join(texts, 'S-RES-2150(2014).txt'), LATER)
    const added = await add('unsc-texts', texts)
    expect(added.is).toBe('added')
  })

  it('a later month is answered from a later file, by State, type and sex', async () => {
    const of = async (by: string) =>
      (await ask<StrengthAnswer>('strength', { mission: 'MINUSCA', by }, { on: '2018-01-15' }))
        .filter(isCounted)
        .map(r => [r.cites.dataset, r.of, r.persons])
    expect(await of('state')).toEqual([
      ['ipi-gender', 'GAB', 50],
      ['ipi-gender', 'GHA', 20],
    ])
    expect(await of('sex')).toEqual([
      ['ipi-gender', 'female', 18],
      ['ipi-gender', 'male', 52],
    ])
    expect(new Set((await of('type')).filter(([d]) => d === 'ipi-gender').map(([, type, n]) => `${type} ${n}`))).toEqual(
      new Set(['individual police 20', 'formed police units 0', 'experts on mission 3', 'troops 47']),
    )
  })
  it('two tables of one month stand side by side, each says what the other has, and nothing is added up', async () => {
    const rows = (await ask<StrengthAnswer>('strength', { mission: 'MINUSCA' }, { on: '2018-01-31' })).filter(isCounted)
    expect(rows.map(r => [r.cites.dataset, r.persons, r.military, r.police, r.differs])).toEqual([
      ['ipi-missions', 71, 50, 21, 'ipi-gender says 70'],
      ['ipi-gender', 70, 50, 20, 'ipi-missions says 71'],
    ])
  })
  it('a month that no file reaches is not on this record; one inside of a table is told as missing in it', async () => {
    const after = (await ask<StrengthAnswer>('strength', { mission: 'MINUSCA' }, { on: '2020-05-01' })).filter(isNotHeld)
    expect(after[0]!.says).toBe('ipi-missions reaches from 2014-08 to 2018-01: 2020-05 is not on this record')
    const inside = (await ask<StrengthAnswer>('strength', { mission: 'MINUSCA', by: 'state' }, { on: '2018-03-01' })).filter(isNotHeld)
    expect(inside[0]!.says).toBe('ipi-gender has no row of MINUSCA in 2018-03')
    expect((await ask<StrengthAnswer>('strength', { mission: 'MINUSCA', by: 'rank' })).map(r => (isNotHeld(r) ? r.says : ''))).toEqual([
      'it is counted by state, type or sex, not by "rank"',
    ])
  })
  it('a ceiling counts from the day that the text names, with its paragraph; a wish and a deployment elsewhere are none', async () => {
    const rows = await ask<AuthorityRow>('authority', { mission: 'MINUSCA' }, { on: '2014-12-31' })
    expect(rows.filter(r => r.inForce).map(r => [r.of, r.count, r.symbol, r.paragraph])).toEqual([
      ['military', 10_000, 'S/RES/2149 (2014)', '1'],
      ['police', 1_800, 'S/RES/2149 (2014)', '1'],
    ])
    expect(rows.find(r => r.count === 240)).toMatchObject({ partOf: true, inForce: false })
    expect(rows.filter(r => r.count === 250 || r.count === 12_000).map(r => r.inForce)).toEqual([false, false])
    expect((await ask<AuthorityRow>('authority', { mission: 'MINUSCA' }, { on: '2014-09-14' })).some(r => r.inForce)).toBe(false)
    expect(await ask('authority', { mission: 'MINUSCA' }, { on: '2014-04-09' })).toEqual([])
  })
  it('strength beside authority, month by month; what a later text adds stands beside, and is not worked in', async () => {
    const rows = await ask<TimelineRow>('timeline', { mission: 'MINUSCA' })
    expect(rows.map(r => [r.month, r.military, r.police, r.authorised?.military.limits.map(l => l.count) ?? null])).toEqual([
      ['2014-08', 715, 1, null],
      ['2014-10', 6_500, 1_000, [10_000]],
      ['2018-01', 50, 21, [10_000]],
    ])
    expect(rows[1]!.authorised?.military.changes).toEqual([])
    expect(rows[2]!.authorised?.military.changes).toMatchObject([{ count: 750, kind: 'more', symbol: 'S/RES/2150 (2014)', paragraph: '1' }])
    expect(rows[2]).toMatchObject({ authorised: { textsEnded: true }, differs: [{ dataset: 'ipi-gender', persons: 70 }] })
    const html = await drawn(forcesPages.questions['timeline']!, rows, { mission: 'MINUSCA' }, { on: '2018-12-31' })
    expect(html).toContain('/archive/ipi-missions/history?key=2014-10-31+%7C+MINUSCA"')
    expect(html).toContain('S/RES/2149 (2014)')
    expect(html).not.toMatch(/<script|\sstyle=|undefined|NaN/)
    for (const lang of ['ar', 'fr'] as const)
      expect(await drawn(forcesPages.questions['timeline']!, rows, { mission: 'MINUSCA' }, { lang })).not.toMatch(/undefined|NaN/)
  })
  it('each page says the same in French and in Arabic, and leaves no English of its own', async () => {
    const mission = 'MINUSCA',
      own = tablesOf('en'),
      pages = [
        ['strength', { mission }, [own.counted, forcesPages.wordsOf('en').strength], 'Effectif compté fin janvier 2018, MINUSCA'],
        ['strength', { mission, by: 'type' }, own.counted, 'unités de police constituées'],
        ['strength', { mission, by: 'state' }, own.counted, 'Ghana'],
        ['timeline', { mission }, own.timeline, ' sur 10\u202f000'],
        ['authority', { mission }, own.authority, 'jusqu’à <b>10\u202f000</b>'],
        ['contributions', { mission }, own.contributions, 'Le tableau s’arrête à avril 2018'],
        ['concentration', { mission }, own.concentration, '70 personnes de 2 contributeurs'],
        ['women', { mission }, own.women, 'toutes catégories'],
      ] as const
    for (const [name, options, words, said] of pages) {
      const rows = await ask<object>(name, options, { on: '2018-01-31' })
      expect(rows.length, name).toBeGreaterThan(0)
      const page = forcesPages.questions[name]!
      expect(await drawn(page, rows, options, { lang: 'fr' }), name).toContain(said)
      for (const lang of ['fr', 'ar'] as const) {
        const html = await drawn(page, rows, options, { lang })
        const common = [own.where, own.noState, own.noMission, own.bothStay, own.allMissions]
        for (const english of [...spoken(words), ...common]) expect(html, `${name} in ${lang}`).not.toContain(english)
        expect(html).not.toMatch(/undefined|NaN|, snapshot|> of </)
      }
    }
  })
  it('first and last month of a contribution, and the month between without a number', async () => {
    const rows = await ask<ContributionRow>('contributions', { mission: 'MINUSCA' })
    expect(rows).toMatchObject([
      { state: 'GAB', first: '2018-01', last: '2018-04', openBefore: true, openAfter: true, gaps: 1, most: 51, mostIn: '2018-04' },
      { state: 'GHA', first: '2018-01', last: '2018-01', openBefore: true, openAfter: false, gaps: 0, most: 20 },
    ])
    expect(await ask('contributions')).toEqual([])
    expect((await ask<ContributionRow>('contributions', { state: 'GAB' }, { on: '2018-02-10' }))[0]).toMatchObject({
      last: '2018-02',
      months: 2,
    })
  })
  it('women of a mission, and of each type; the largest contributors and what they make up', async () => {
    const rows = await ask<WomenRow>('women', { mission: 'MINUSCA' }, { on: '2018-01-31' })
    expect(rows.map(r => [r.type, r.women, r.men, r.percent])).toEqual([
      [null, 18, 52, 25.7],
      ['individual police', 10, 10, 50],
      ['experts on mission', 1, 2, 33.3],
      ['troops', 7, 40, 14.9],
    ])
    const [most] = await ask<ConcentrationRow>('concentration', { mission: 'MINUSCA' }, { on: '2018-01-31' })
    expect(most).toMatchObject({
      persons: 70,
      contributors: 2,
      largest: [
        { state: 'GAB', untilHere: 71.4 },
        { state: 'GHA', untilHere: 100 },
      ],
    })
  })
  it('nothing is answered from a table that is not there', async () => {
    expect(await ask('fatalities')).toMatchObject([
      { deaths: null, says: expect.stringMatching(/^No dataset un-fatalities is on this record\./) },
    ])
    expect(await ask('bases')).toMatchObject([{ kind: 'not on this record', dataset: 'geo-pko-bases' }])
    expect(forces.questions!.find(q => q.name === 'authority')!.nothing).toMatch(/archive add unsc-texts FOLDER/)
  })
  it('what an entry of this record sets later than the texts do stands in their place, and says so', async () => {
    const told = {
      ...{ chapter: 'forces', type: 'CeilingChanged', subject: 'MINUSCA-FORCE', occurredOn: '2016-02-09', marking: 'public' },
      source: { title: 'SIMULATED news', standing: 'second-hand' },
      data: { mission: 'MINUSCA', military: 10_750, symbol: 'S/RES/2160', says: 'SIMULATED: The Council set 10,750 military.' },
    }
    expect(await record().import(file(`${JSON.stringify({ id: 'sim-ceiling', ...told })}\n`, 'told.ndjson'), {})).toMatchObject({
      written: 1,
    })
    const [, october, later] = await ask<TimelineRow>('timeline', { mission: 'MINUSCA' })
    expect(october!.authorised?.military).toMatchObject({ limits: [{ count: 10_000 }], told: null })
    expect(later!.authorised).toMatchObject({
      military: { limits: [], changes: [], told: { count: 10_750, symbol: 'S/RES/2160', from: '2016-02-09' } },
      police: { limits: [{ count: 1_800 }], told: null },
    })
    const rows = await ask<AuthorityRow>('authority', { mission: 'MINUSCA' })
    expect(rows.filter(r => r.inForce || r.told).map(r => [r.of, r.count, r.inForce, r.told?.count ?? null])).toEqual([
      ['military', 10_000, false, 10_750],
      ['police', 1_800, true, null],
    ])
    expect(await drawn(forcesPages.questions['authority']!, rows, { mission: 'MINUSCA' })).toContain('as an entry of this record tells it')
  })
})

describe('a text that names a day before its own', () => {
  const { record, folder } = archived()
  const ask = asker(record, forces)
  it('sets nothing for the time before it was adopted', async () => {
    const texts = join(folder, 'texts')
    mkdirSync(texts)
    writeFileSync(join(texts, 'S-RES-2149(2014).txt'), TEXT)
    const renewed = TEXT.replace('2149 (2014)', '2301 (2016)').replace('10 April 2014', '26 July 2016').replace('10,000', '10,750')
    writeFileSync(join(texts, 'S-RES-2301(2016).txt'), renewed)
    await addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset: 'unsc-texts', path: texts, today: TODAY })
    const inForce = async (on: string) =>
      (await ask<AuthorityRow>('authority', { mission: 'MINUSCA' }, { on })).filter(r => r.inForce).map(r => [r.symbol, r.of, r.count])
    expect(await inForce('2014-12-31')).toEqual([
      ['S/RES/2149 (2014)', 'military', 10_000],
      ['S/RES/2149 (2014)', 'police', 1_800],
    ])
    expect(await inForce('2016-12-31')).toEqual([
      ['S/RES/2301 (2016)', 'military', 10_750],
      ['S/RES/2301 (2016)', 'police', 1_800],
    ])
  })
})

describe('those who died', () => {
  const { record, file } = archived()
  const ask = asker(record, forces)
  const HEAD =
    'id,incident_date,casualty_id,mission_acronym,type_of_casualty,gender,casualty_nationality,casualty_personnel_type,type_of_incident,m49_code,isocode3,last_update'
  const rows = (n: number, state: string, cause: string, year: number, from: number): string[] =>
    Array.from(
      { length: n },
      (_, i) => `${from + i},${year}-03-0${1 + (i % 9)},X-${from + i},MINUSCA,Fatality,M,${state},Military,${cause},1.0,XXX,2023-11-28`,
    )
  beforeAll(async () => {
    const lines = [
      HEAD,
      ...rows(6, 'Gabon', 'Illness', 2015, 1),
      ...rows(7, 'Ghana', 'Accident', 2016, 20),
      ...rows(1, 'Fiji', 'Unknown', 2016, 40),
    ]
    await addSnapshot(
      { keeper: record().pools.keeper, ledger: record().ledger },
      { dataset: 'un-fatalities', path: file(`${lines.join('\n')}\n`), today: TODAY },
    )
  })
  it('a single one is never told alone: it goes with the next larger group, or the rest would tell it', async () => {
    const told = (who: { public?: boolean }) => ask<FatalitiesRow>('fatalities', { by: 'state' }, who)
    expect((await told({})).map(r => [r.of, r.deaths, r.together])).toEqual([
      ['GHA', 7, null],
      [null, 7, 2],
    ])
    expect((await told({ public: true }))[0]!.says).toMatch(/closed/)
    expect((await ask<FatalitiesRow>('fatalities', { by: 'cause' })).map(r => [r.of, r.deaths])).toEqual([
      ['Accident', 7],
      [null, 7],
    ])
    expect(
      folded([
        ['A', 4],
        ['B', 3],
        ['C', 9],
      ]),
    ).toEqual([
      { of: 'C', deaths: 9, again: 0, together: null },
      { of: null, deaths: 7, again: 0, together: 2 },
    ])
    expect(folded([['A', 5]])).toEqual([{ of: 'A', deaths: 5, again: 0, together: null }])
  })
  it('is said in French and in Arabic, too', async () => {
    const page = forcesPages.questions['fatalities']!
    const rows = await ask<FatalitiesRow>('fatalities', { by: 'cause' })
    expect(await drawn(page, rows, { by: 'cause' }, { lang: 'fr' })).toContain('2 autres, moins de cinq chacun')
    for (const lang of ['fr', 'ar'] as const)
      for (const english of spoken(tablesOf('en').fatalities))
        expect(await drawn(page, rows, { by: 'cause' }, { lang })).not.toContain(english)
  })
  it('nothing is counted across: of one mission only by year, and the public gets no rows', async () => {
    expect((await ask<FatalitiesRow>('fatalities', { mission: 'MINUSCA' })).map(r => [r.of, r.deaths])).toEqual([
      ['2015', 6],
      ['2016', 8],
    ])
    expect((await ask<FatalitiesRow>('fatalities', { mission: 'MINUSCA', by: 'state' }))[0]).toMatchObject({ deaths: null })
    expect((await ask<FatalitiesRow>('fatalities', { by: 'cause' }, { public: true }))[0]!.says).toMatch(/closed/)
    expect((await ask<FatalitiesRow>('fatalities', { by: 'mission' }, { public: true })).map(r => [r.of, r.deaths])).toEqual([
      ['MINUSCA', 14],
    ])
    expect((await ask<FatalitiesRow>('fatalities', {}, { on: '2015-06-01', public: true })).map(r => [r.of, r.deaths])).toEqual([
      ['2015', 6],
    ])
  })
})

describe.skipIf(!DATA)('of the producers’ own files', () => {
  const { record } = archived()
  const ask = asker(record, forces)
  const at = (path: string): string => join(DATA!, path)
  /** A plain count of the raw file, by a tool that knows nothing of us. */
  const awk = (program: string, path: string): string => execFileSync('awk', ['-F,', program, at(path)], { encoding: 'utf8' }).trim()
  const GENDER_FILE = 'ipi-contributions/Gender.Full.csv'
  const MISSION_FILE = 'ipi-contributions/data_mission.csv'
  beforeAll(async () => {
    for (const [dataset, path] of [
      ['ipi-gender', GENDER_FILE],
      ['ipi-missions', MISSION_FILE],
      ['ipi-full', 'ipi-contributions/monthly-full-layout'],
      ['un-fatalities', 'un-fatalities/dppadposs-fatalities.csv'],
      ['geo-pko-bases', 'geo-pko/FrontMap.csv'],
      ['unsc-texts', 'unsc-mandate-texts/txt'],
    ] as const)
      await addSnapshot(
        { keeper: record().pools.keeper, ledger: record().ledger },
        { dataset, path: at(path), today: TODAY, keepGood: true },
      )
  }, 300_000)

  it('MINUSCA at the end of 2014 against S/RES/2149, in military and police, with the paragraph', async () => {
    const [troops, police, observers] = awk('$1=="2014-12-31" && $2=="\\"MINUSCA\\""{print $19,$20,$21}', MISSION_FILE)
      .split(' ')
      .map(Number)
    expect([troops, police, observers]).toEqual([7469, 1125, 91])
    const [row] = (await ask<StrengthAnswer>('strength', { mission: 'MINUSCA' }, { on: '2014-12-31', public: true })).filter(isCounted)
    expect(row).toMatchObject({
      month: '2014-12',
      military: troops! + observers!,
      police,
      authorised: {
        military: { limits: [{ count: 10_000, symbol: 'S/RES/2149 (2014)', paragraph: '20', from: '2014-09-15' }], changes: [] },
        police: { limits: [{ count: 1_800, symbol: 'S/RES/2149 (2014)', paragraph: '20' }], changes: [] },
      },
    })
    expect(row!.authorised!.military.limits[0]!.quote).toContain('up to 10,000 military personnel, including 240 military observers')
    const html = await drawn(forcesPages.questions['strength']!, [row!], { mission: 'MINUSCA' }, { on: '2014-12-31' })
    expect(html).toContain('7,560')
    expect(html).toContain('S/RES/2149 (2014)')
  })
  it('by State until June 2014, by sex until February 2014, and not on this record after', async () => {
    const counted = async (by: string, on: string) =>
      (await ask<StrengthAnswer>('strength', { mission: 'UNMIL', by }, { on })).filter(isCounted).length
    const june = awk('FNR>1 && $0~/,UNMIL,/{n++} END{print n}', 'ipi-contributions/monthly-full-layout/20140630.csv')
    expect([await counted('state', '2014-06-30'), await counted('state', '2014-07-01')]).toEqual([Number(june), 0])
    expect([await counted('sex', '2014-02-28'), await counted('sex', '2014-03-01')]).toEqual([2, 0])
  })
  it('UNMIL in December 2013: women, types and contributors as counted in the raw file', async () => {
    const [women, men] = awk('$2=="2013-12-31" && $5=="\\"UNMIL\\""{m+=$18;f+=$19} END{print f,m}', GENDER_FILE).split(' ').map(Number)
    const [all] = await ask<WomenRow>('women', { mission: 'UNMIL' }, { on: '2013-12-31' })
    expect(all).toMatchObject({ women, men, percent: 5.5 })
    const largest = awk('$2=="2013-12-31" && $5=="\\"UNMIL\\"" && $20>m{m=$20;s=$4} END{print s,m}', GENDER_FILE)
    const [most] = await ask<ConcentrationRow>('concentration', { mission: 'UNMIL' }, { on: '2013-12-31' })
    expect(`"${most!.largest[0]!.state}" ${most!.largest[0]!.persons}`).toBe(largest)
  })
  it('the two tables that disagree on UNMIS in January 2010 both stay', async () => {
    const rows = (await ask<StrengthAnswer>('strength', { mission: 'UNMIS' }, { on: '2010-01-31' })).filter(isCounted)
    const raw = [
      Number(awk('$1=="2010-01-31" && $2=="\\"UNMIS\\""{print $22}', MISSION_FILE)),
      Number(awk('$2=="2010-01-31" && $5=="\\"UNMIS\\""{n+=$20} END{print n}', GENDER_FILE)),
    ]
    expect(rows.map(r => r.persons)).toEqual(raw)
    expect(rows.map(r => r.differs)).toEqual([`ipi-gender says ${raw[1]}`, `ipi-missions says ${raw[0]}`])
  })
  it('deaths by mission and cause, bases by year, as plain tools count them', async () => {
    const deaths = await ask<FatalitiesRow>('fatalities', { by: 'mission' })
    expect(deaths.find(r => r.of === 'MINUSMA')?.deaths).toBe(
      Number(awk('$4~/^MINUSMA */{n++} END{print n}', 'un-fatalities/dppadposs-fatalities.csv')),
    )
    const causes = await ask<FatalitiesRow>('fatalities', { by: 'cause' })
    const ill = causes.find(r => r.of === 'Illness')!
    expect(ill.again).toBe(3) // one person, by the id, under a State of today and one of then
    expect((ill.deaths ?? 0) + ill.again).toBe(Number(awk('$9=="Illness"{n++} END{print n}', 'un-fatalities/dppadposs-fatalities.csv')))
    const bases = await ask<BasesRow>('bases', { host: 'CAF' }, { public: true })
    const counted = awk(
      '$2==2016 && $3=="Central African Republic"{k=$1","$4","$5","$6; if(!(k in s)){s[k]=1;n++} r++} END{print n,r-n}',
      'geo-pko/FrontMap.csv',
    )
    const of2016 = bases.find(r => r.year === '2016')!
    expect(`${of2016.bases} ${of2016.again}`).toBe(counted)
    expect(JSON.stringify(bases)).not.toMatch(/Bangui|latitude/i)
  })
  it('no number of one deployment, of a wish or of each unit is taken for what a mission may have', async () => {
    const inForce = async (mission: string, on: string) =>
      (await ask<AuthorityRow>('authority', { mission }, { on }))
        .filter(r => r.inForce)
        .map(r => `${r.of} ${r.count} ${r.symbol}, ${r.paragraph}`)
    expect(await inForce('UNMIL', '2006-06-30')).toEqual(['military 15000 S/RES/1509 (2003), 1', 'police 1115 S/RES/1509 (2003), 1'])
    expect(await inForce('UNMIL', '2012-12-31')).toEqual(['military 8202 S/RES/1885 (2009), 6', 'police 1795 S/RES/2066 (2012), 5'])
    expect(await inForce('UNAMID', '2013-12-31')).toEqual(['military 16200 S/RES/2113 (2013), 2', 'police 2310 S/RES/2113 (2013), 2'])
    // A smaller number, for which the text gave time, takes nothing before that time is over.
    expect(await inForce('UNAMID', '2013-07-29')).toEqual(['military 19555 S/RES/1769 (2007), 2', 'police 3772 S/RES/1769 (2007), 2'])
    expect(await inForce('UNOCI', '2014-06-29')).toEqual(['military 8837 S/RES/2062 (2012), 3', 'police 1555 S/RES/2112 (2013), 4'])
    expect(await inForce('UNOCI', '2014-06-30')).toEqual(['military 7137 S/RES/2112 (2013), 2', 'police 1555 S/RES/2112 (2013), 4'])
    expect(await inForce('MINUSMA', '2013-12-31')).toEqual(['military 11200 S/RES/2100 (2013), 12', 'police 1440 S/RES/2100 (2013), 12'])
  })
})
