import { beforeAll, describe, expect, it } from 'vitest'
import { type Adding, addSnapshot } from '../../src/archive/add.ts'
import { diff } from '../../src/archive/diff.ts'
import { sums } from '../../src/archive/sums.ts'
import { table } from '../../src/archive/table.ts'
import type { CountedRow, NotHeldRow } from '../../src/forces/archive/counted.ts'
import type { FatalitiesRow } from '../../src/forces/archive/fatalities.ts'
import type { TimelineRow } from '../../src/forces/archive/timeline.ts'
import type { WomenRow } from '../../src/forces/archive/women.ts'
import { forces, forcesPages } from '../../src/forces/index.ts'
import type { StrengthAnswer } from '../../src/forces/strength.ts'
import { day } from '../../src/kernel/day.ts'
import { archived } from '../archive/tables.ts'
import { asker, drawn } from './asking.ts'

// What the UN published after the other producer had stopped: its own tables of contributions, downloaded twice. SIMULATED figures throughout.

const isCounted = (r: StrengthAnswer): r is CountedRow => r.kind === 'counted'
const isNotHeld = (r: StrengthAnswer): r is NotHeldRow => r.kind === 'not on this record'

const { record, file, keeper } = archived()
const ask = asker(record, forces)
const add = (dataset: string, path: string, how: Partial<Adding> = {}) =>
  addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset, path, today: day('2026-11-24'), ...how })

/** As the peacekeeping site gave it: days the European way. */
const FIRST = `ISOCode3,M49_Code,Contributing_Country,Mission_Acronym,Personnel_Type,Female_Personnel,Male_Personnel,Last_Reporting_Date,contribution_ID
SWZ,748,Swaziland,UNMISS,Troops,2,40,31/01/2018,1
SWZ,748,Swaziland,UNMISS,Staff Officer,1,3,31/01/2018,2
TUR,792,Turkey,UNMISS,Individual Police,4,6,31/01/2018,3
TUR,792,Turkey,UNMISS,Experts on Mission,0,5,31/01/2018,4
SWZ,748,Swaziland,UNMISS,Troops,2,44,28/02/2018,5
`
/** The same from the data hub a year later: other headings and order, other names, a month more, a figure corrected, and a spreadsheet's dirt. */
const LATER = [
  '\ufefflast_reporting_date,contribution_id,mission_acronym,personnel_type,contributing_country,isocode3,m49_code,male_personnel,female_personnel,remarks',
  '2018-01-31,901,UNMISS ,Troops,Eswatini,SWZ,748,40,2,',
  '2018-01-31,902,UNMISS,Staff Officer,Eswatini,SWZ,748,3,1,',
  '2018-01-31T00:00:00,903,UNMISS,Individual Police,Türkiye,TUR,792,6,4,',
  '2018-01-31,904,UNMISS,Experts on Mission,Türkiye,TUR,792,6,0,',
  '2018-01-31,905,UNMISS,Experts on Mission,Türkiye,TUR,792,6,0,',
  '2018-01-31,,Grand Total,,,,,55,7,',
  '2018-02-28,906,UNMISS,Troops,Eswatini,SWZ,748,44,2,',
  'last_reporting_date,contribution_id,mission_acronym,personnel_type,contributing_country,isocode3,m49_code,male_personnel,female_personnel,remarks',
  '43190,907,UNMISS,Troops,Eswatini,SWZ,748,"1,044",\'6,',
  '2018-03-31,908,UNMISS,Formed Police Units,Cabo Verde,CPV,132,100,20,',
  ',,,,,,,,,',
  'Source: a table that nobody published. SIMULATED.',
  '',
].join('\r\n')
const GENDER = `"","Date","Contributor","Contributor ISO-3","Mission",${['Individual Police', 'Formed Police Units', 'Experts on Mission', 'Troops', 'Total'].flatMap(h => ['Male', 'Female', 'Total'].map(s => `"${h} ${s}"`)).join(',')}`

describe('the UN’s own table of contributions, twice', () => {
  beforeAll(async () => {
    expect(await add('un-contributions', file(FIRST))).toMatchObject({ is: 'added', rows: 5, notUnderstood: 0 })
    await add('ipi-gender', file(`${GENDER}\n"1",2018-01-31,"Swaziland","SWZ","UNMISS",0,0,0,0,0,0,0,0,0,43,3,46,43,3,46\n`))
  })
  it('the later file is matched row by row: names, ids, order and the form of days do not make it another table', async () => {
    const added = await add('un-contributions', file(LATER))
    expect(added).toMatchObject({ is: 'added', rows: 9, notUnderstood: 0, added: 4, gone: 0, repeated: 1 })
    const said = 'said' in added ? added.said.map(s => `${s.says} ${s.at.map(p => p.line).join()}`) : []
    for (const s of [
      'the headings stand once more, left out: line 9 0',
      '1 row of empty cells left out 0',
      'line 13 is words below the table, left out: "Source: a table that nobody published. SIMULATED." 0',
      'a total: it repeats other rows, and is never summed with them 7',
      'the same row once more: kept apart, and not summed again 6',
      'last_reporting_date: a serial day of Excel 10',
      'female_personnel: a stray apostrophe 10',
      'male_personnel: thousands set apart 10',
      'column "contribution_id" not kept: a row number, which may change with every copy of the file 0',
    ])
      expect(said).toContain(s)
    await keeper(async db => {
      const t = (await table(db, 'un-contributions'))!
      const { changes } = await diff(db, t, 1, 2, { limit: 100 })
      const figures = changes.flatMap(c =>
        c.cells.filter(x => x.column.endsWith('personnel')).map(x => `${c.what} ${x.column} ${x.before} ${x.after}`),
      )
      expect(figures).toEqual(['changed male_personnel 5 6'])
      expect(changes.filter(c => c.lost)).toEqual([])
    })
  })
  it('no figure doubles: the month is what its parts add up to', async () => {
    const found = await keeper(db => sums(db, 'un-contributions', { by: ['month'] }))
    expect('sums' in found && found.sums.map(s => [s.month, s.amount, s.repeated])).toEqual([
      ['2018-01', 62, 1],
      ['2018-02', 46, 0],
      ['2018-03', 1170, 0],
    ])
  })
  it('it answers by State, type and sex, also for months that the other producer never had', async () => {
    const of = async (by: string, on: string) =>
      (await ask<StrengthAnswer>('strength', { mission: 'UNMISS', by }, { on }))
        .filter(isCounted)
        .map(r => [r.cites.dataset, r.of, r.persons])
    expect(await of('state', '2018-03-31')).toEqual([
      ['un-contributions', 'CPV', 120],
      ['un-contributions', 'SWZ', 1050],
    ])
    expect(await of('type', '2018-01-31')).toEqual(
      expect.arrayContaining([
        ['un-contributions', 'troops', 42],
        ['un-contributions', 'staff officers', 4],
        ['un-contributions', 'experts on mission', 6],
        ['un-contributions', 'individual police', 10],
      ]),
    )
    expect(await of('sex', '2018-01-31')).toEqual([
      ['un-contributions', 'female', 7],
      ['un-contributions', 'male', 55],
      ['ipi-gender', 'female', 3],
      ['ipi-gender', 'male', 43],
    ])
    const [women] = await ask<WomenRow>('women', { mission: 'UNMISS' }, { on: '2018-03-31' })
    expect(women).toMatchObject({ dataset: 'un-contributions', women: 26, men: 1144 })
  })
  it('of one month two producers stand side by side: each says what the other has, and nothing is added up', async () => {
    const rows = (await ask<StrengthAnswer>('strength', { mission: 'UNMISS' }, { on: '2018-01-31' })).filter(isCounted)
    expect(rows.map(r => [r.cites.dataset, r.persons, r.military, r.police, r.differs])).toEqual([
      ['un-contributions', 62, 52, 10, 'ipi-gender says 46'],
      ['ipi-gender', 46, 46, 0, 'un-contributions says 62'],
    ])
    for (const by of [undefined, 'state', 'type', 'sex']) {
      const asked = { mission: 'UNMISS', ...(by && { by }) }
      const answers = await ask<StrengthAnswer>('strength', asked, { on: '2018-01-31' })
      const html = await drawn(forcesPages.questions['strength']!, answers, asked, { on: '2018-01-31' })
      expect(html, by).toContain('un-contributions')
      expect(html, by).not.toMatch(/undefined|NaN/)
    }
    const after = (await ask<StrengthAnswer>('strength', { mission: 'UNMISS' }, { on: '2019-01-31' })).filter(isNotHeld)
    expect(after.map(r => r.says)).toEqual([
      'un-contributions reaches from 2018-01 to 2018-03: 2019-01 is not on this record',
      'ipi-gender reaches from 2018-01 to 2018-01: 2019-01 is not on this record',
    ])
  })
  it('month by month the mission goes on in the UN’s own table, and the page leads to its rows', async () => {
    const rows = await ask<TimelineRow>('timeline', { mission: 'UNMISS' })
    expect(rows.map(r => [r.month, r.cites.dataset, r.military, r.police, r.persons])).toEqual([
      ['2018-01', 'un-contributions', 52, 10, 62],
      ['2018-02', 'un-contributions', 46, null, 46],
      ['2018-03', 'un-contributions', 1050, 120, 1170],
    ])
    expect(rows[0]!.differs).toMatchObject([{ dataset: 'ipi-gender', persons: 46 }])
    const html = await drawn(forcesPages.questions['timeline']!, rows, { mission: 'UNMISS' })
    expect(html).toContain('/api/v1/archive/un-contributions/rows?mission=UNMISS')
    expect(html).not.toMatch(/undefined|NaN/)
  })
})

describe('contributors over all missions', () => {
  const SPREAD = ['Troop', 'Police', 'EOM', 'Total'].flatMap(h => [
    `"${h} Contributions"`,
    `"Average ${h} Contribution"`,
    `"Median ${h} Contribution"`,
    `"${h} Contributions - SD"`,
  ])
  const spread = (troops: string, police: string, eom: string, total: string): string =>
    [troops, police, eom, total].map(n => `${n},1.5,1,0.7`).join(',')
  it('the file of each State, the file of all of them and the UN’s latest month are told beside one another', async () => {
    await add('ipi-countries', file('"Date","Troops","Police","Experts"\n2018-01-31,40,NA,3\n', 'Swaziland.csv'))
    expect(
      await add(
        'ipi-contributors',
        file(
          `"Date","Contributor","Contributor ISO-3",${SPREAD.join(',')}\n1/31/2018,"Swaziland","SWZ",${spread('40', 'NA', '4', '44')}\n1/31/2018,"Total","",${spread('40', 'NA', '4', '44')}\n`,
        ),
      ),
    ).toMatchObject({ is: 'added', rows: 2, notUnderstood: 0 })
    const HEAD =
      'id,isocode3,m49_code,contributing_country,female_personnel,male_personnel,total_uniformed_personnel,personnel_contribution_rank,last_reporting_date\n'
    await add('un-contributors', file(`${HEAD}1,SWZ,748,Eswatini,3,43,46,1,2018-01-31\n`))
    // The next month comes in a file of its own, and the month before stays.
    expect(await add('un-contributors', file(`${HEAD}1,SWZ,748,Eswatini,3,44,47,1,2018-02-28\n`))).toMatchObject({ added: 1, gone: 0 })
    const rows = (await ask<StrengthAnswer>('strength', { by: 'state' }, { on: '2018-01-31' })).filter(isCounted)
    expect(rows.filter(r => r.of === 'SWZ').map(r => [r.cites.dataset, r.persons])).toEqual([
      ['un-contributions', 46],
      ['ipi-gender', 46],
      ['ipi-contributors', 44],
      ['ipi-countries', 43],
      ['un-contributors', 46],
    ])
    expect(rows.find(r => r.cites.dataset === 'ipi-countries')!.differs).toContain('un-contributors says 46')
  })
})

describe('those who died, in two copies of the UN’s list', () => {
  const { record, file, keeper } = archived()
  const ask = asker(record, forces)
  const add = (path: string) =>
    addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset: 'un-fatalities', path, today: day('2026-11-24') })
  const HEAD =
    'id,incident_date,casualty_id,mission_acronym,type_of_casualty,gender,casualty_nationality,casualty_personnel_type,type_of_incident,m49_code,isocode3,last_update'
  const row = (id: number, n: number, year: number, more: { mission?: string; on?: string; state?: string; kind?: string } = {}): string =>
    `${id},${more.on ?? `${year}-02-${10 + n}`},SIM-${year}-${n},${more.mission ?? 'UNMISS'},Fatality,M,${more.state ?? 'Ghana'},${more.kind ?? 'Military'},Illness,288.0,GHA`
  const dated = (rows: readonly string[], day: string): string => `${[HEAD, ...rows.map(r => `${r},${day}`)].join('\n')}\n`
  const first = [0, 1, 2, 3, 4, 5].map(n => row(n + 1, n, 2016))
  it('a death of an earlier year that comes late moves the row numbers, and not one other row', async () => {
    await add(file(dated(first, '2017-01-01')))
    const later = [row(1, 9, 2015), ...first.map((r, i) => r.replace(/^\d+/, String(i + 2)))]
    expect(await add(file(dated(later, '2018-01-01')))).toMatchObject({ is: 'added', rows: 7, added: 1, changed: 0, gone: 0 })
  })
  it('a dirtier copy: tagged, semicolons, serial days, blanks, a person under two States, a line of totals, one lost', async () => {
    const tags = '#meta+id;#date+incident;#id;#org+mission;#x;#gender;#country+name;#x;#x;#x;#x;#date'
    const rows = [
      row(1, 9, 2015, { on: '42044' }),
      ...first.slice(1).map(r => r.replace('UNMISS', 'UNMISS ')),
      row(8, 5, 2016, { state: "Cote d'Ivoire" }),
      row(9, 7, 2016, { on: '2/20/2016', kind: 'Local ' }),
      ',,Total,,,,,,,,',
    ]
    const text = dated(rows, '2019-01-01').replaceAll(',', ';').replace('\n', `\r\n${tags}\r\n`)
    const added = await add(file(Buffer.concat([Buffer.from('\ufeff'), Buffer.from(text, 'latin1')])))
    expect(added).toMatchObject({ is: 'added', rows: 9, notUnderstood: 0, gone: 1, repeated: 1 })
    expect((await ask<FatalitiesRow>('fatalities', {}, { public: true })).map(r => [r.of, r.deaths, r.again])).toEqual([
      ['2015', 1, 0],
      ['2016', 6, 1],
    ])
    expect(forces.questions!.find(q => q.name === 'fatalities')!.line((await ask<FatalitiesRow>('fatalities', {}))[1]!)).toContain(
      '2016: 6 (one more row names one of them again)',
    )
    await keeper(async db => {
      const { changes } = await diff(db, (await table(db, 'un-fatalities'))!, 2, 3, { limit: 100 })
      expect(changes.filter(c => c.lost).map(c => [c.what, c.key])).toEqual([['gone', 'SIM-2016-0']])
    })
  })
})
