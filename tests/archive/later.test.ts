import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Adding, addSnapshot } from '../../src/archive/add.ts'
import { diff } from '../../src/archive/diff.ts'
import { losses } from '../../src/archive/losses.ts'
import { rows } from '../../src/archive/rows.ts'
import { sums } from '../../src/archive/sums.ts'
import { table } from '../../src/archive/table.ts'
import { day } from '../../src/kernel/day.ts'
import { workbookOf } from '../archive-reading/workbook.ts'
import { archived } from './tables.ts'

// The other tables, as later versions and other programs have them, added after an earlier one. SIMULATED throughout.

const { record, file, keeper, visitor } = archived()
const add = (dataset: string, path: string, how: Partial<Adding> = {}) =>
  addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset, path, today: day('2026-11-24'), ...how })
const said = (a: Awaited<ReturnType<typeof add>>): readonly string[] => ('said' in a ? a.said.map(s => s.says) : [])
const changed = (dataset: string, older: number, newer: number) =>
  keeper(async db => (await diff(db, (await table(db, dataset))!, older, newer, { limit: 100 })).changes)
const sumsOf = (dataset: string, by: 'month' | 'year' | 'state' | 'mission') =>
  keeper(async db => {
    const found = await sums(db, dataset, { by: [by] })
    return 'sums' in found ? found.sums.map(s => [s[by], s.rows, s.amount, s.repeated]) : found
  })

describe('missions by month', () => {
  const HEAD = [
    'Date',
    'Mission',
    'Country of Mission',
    'Country of Mission ISO-3',
    'Mission HQ',
    'Mission HQ Longitude',
    'Mission HQ Latitude',
    'Mission Continent',
    'Mission Region',
    ...'NAM,G77,AU,Arab League,OIC,CIS,G20,EU'.split(',').map(f => `Mission - ${f}`),
    'Number of Contributors',
    'Troops',
    'Police',
    'Observers',
    'Total',
  ]
  const row = (on: string, mission: string, troops: string, police: string, observers: string, total: string): readonly string[] =>
    HEAD.map(
      h =>
        ({
          Date: on,
          Mission: mission,
          Troops: troops,
          Police: police,
          Observers: observers,
          Total: total,
          'Mission HQ Longitude': '31.6',
          'Mission HQ Latitude': '4.85',
        })[h] ?? 'NA',
    )
  it('a file of a Western spreadsheet with totals among the months: the same rows, one month lost, one figure corrected', async () => {
    await add(
      'ipi-missions',
      file(
        `${[HEAD, row('2018-01-31', 'UNMISS', '1200', '100', 'NA', '1300'), row('2018-01-31', 'UNIFIL', '900', 'NA', 'NA', '900'), row('2018-02-28', 'UNIFIL', '900', 'NA', 'NA', '900')].map(r => r.join(',')).join('\n')}\n`,
      ),
    )
    const later = [
      ['SIMULATED. Uniformed personnel by mission'],
      [...HEAD].reverse(),
      ...[
        row('31/01/2018', 'UNMISS\u00a0', '1.200', '100', '', '1.300'),
        row('31/01/2018', 'UNIFIL', "'901", 'NA', 'NA', '901'),
        row('31/01/2018', 'Total', '2.101', '100', 'NA', '2.201'),
        row('Total général', '', '2.101', '100', 'NA', '2.202'),
      ].map(r => r.toReversed()),
      [],
      ['Note : chiffres arrêtés à la fin du mois; révisés'],
    ]
    const added = await add('ipi-missions', file(Buffer.from(later.map(r => r.join(';')).join('\r\n'), 'latin1')))
    expect(added).toMatchObject({ is: 'added', rows: 4, notUnderstood: 0, gone: 1 })
    expect(said(added)).toEqual(
      expect.arrayContaining([
        'separated by ";", where the layout has ","',
        'columns stand in another order than in the layout',
        '1 rows above the headings left out',
        'Mission: blanks around the value',
        'Troops: thousands set apart by points',
        'Troops: a stray apostrophe',
      ]),
    )
    expect(await sumsOf('ipi-missions', 'month')).toEqual([['2018-01', 2, 2201, 0]])
    const changes = await changed('ipi-missions', 1, 2)
    expect(changes.filter(c => c.what === 'gone').map(c => c.says)).toEqual(['UNIFIL, February 2018: the row is gone. Not zero: gone.'])
    await keeper(async db => {
      const lost = await losses(db, (await table(db, 'ipi-missions'))!, 1, 2)
      expect(lost.map(l => [l.month, l.rows, l.amount])).toEqual([['2018-02', 1, 900]])
    })
  })
})

describe('contributors in missions, a month a file, and then the whole database in one', () => {
  const row = (on: string, troops: number): Readonly<Record<string, string>> => ({
    ...{
      Date: on,
      Contributor: 'Ghana',
      'Contributor ISO-3': 'GHA',
      Mission: 'UNMISS',
      'Mission Country': 'South Sudan',
      'Mission Country ISO-3': 'SSD',
    },
    ...{
      'Formed Police Units': '0',
      'Inidividual Police': '2',
      'Civilian Police': '2',
      Troops: String(troops),
      Observers: '1',
      Total: String(troops + 3),
    },
    'Contributor - P5, G4 or A3': 'None',
  })
  const PLAIN =
    'Date,Contributor,Contributor ISO-3,Contributor Capital,Contributor Capital Latitude,Contributor Capital Longitude,Contributor Continent,Contributor Region,Mission,Mission Country,Mission Country ISO-3,Mission HQ,Mission HQ Longitude,Mission HQ Latitude,Mission Continent,Mission Region,Experts on Mission,Formed Police Units,Inidividual Police,Civilian Police,Troops,Observers,Total'.split(
      ',',
    )
  const table = (head: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string =>
    `${[head, ...rows.map(r => head.map(h => r[h] ?? ''))].map(r => r.map(c => (c.includes(',') ? `"${c}"` : c)).join(',')).join('\n')}\n`
  it('spells its headings out, and takes the place of the months that stood', async () => {
    await add('ipi-full', file(table(PLAIN, [row('2014-06-30', 100)])))
    const whole = [...PLAIN.slice(0, 8), 'Contributor - P5, G4 or A3', ...PLAIN.slice(8), 'Distance']
    const added = await add('ipi-full', file(table(whole, [row('2014-05-31', 90), row('2014-06-30', 101), row('2014-07-31', 110)])))
    expect(added).toMatchObject({ is: 'added', rows: 3, notUnderstood: 0, added: 2, changed: 1, gone: 0 })
    expect(said(added)).toEqual(
      expect.arrayContaining([
        'heading "Contributor - P5, G4 or A3" read as "Contributor_P5G4A3"',
        'column "Distance" is not in the layout: kept under its own name',
      ]),
    )
    expect(await sumsOf('ipi-full', 'month')).toEqual([
      ['2014-05', 1, 93, 0],
      ['2014-06', 1, 104, 0],
      ['2014-07', 1, 113, 0],
    ])
  })
})

describe('lists of areas', () => {
  it('a later global list, tagged, with an area renamed and one gone', async () => {
    const HEAD = 'Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n'
    await add('ocha-pcodes', file(`${HEAD}SSD,1,SS01,Northland,SSD,2020-01-01\nSSD,1,SS02,Southland,SSD,2020-01-01\n`))
    const later = `\ufeff${HEAD}#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent,#date+start\nSSD,1,SS01,Norðland,SSD,45292\nSSD,2,SS0101,Northtown,SS01,45292\n`
    const added = await add('ocha-pcodes', file(later.replaceAll('\n', '\r\n')))
    expect(added).toMatchObject({ is: 'added', rows: 2, added: 1, changed: 1, gone: 1 })
    expect(said(added)).toEqual(
      expect.arrayContaining(['a row of HXL tags under the headings: read as tags', 'Valid from date: a serial day of Excel']),
    )
  })
  it('a State’s workbook with a sheet for each level: the first level is read, names in each language stay, another State’s stand', async () => {
    const book = (two: string, names: readonly (readonly string[])[]): Buffer =>
      workbookOf([
        { name: 'READ ME', rows: [['SIMULATED']] },
        {
          name: 'ADM2',
          rows: [
            ['ADM2_FR', 'ADM2_PCODE', 'ADM1_EN', 'ADM1_FR', 'ADM1_PCODE', 'ADM0_PCODE', 'validOn'],
            ['Ville', `${two}0101`, 'x', 'x', `${two}01`, two, { serial: 44197 }],
          ],
        },
        {
          name: 'ADM1',
          rows: [
            ['ADM1_EN', 'ADM1_FR', 'ADM1_PCODE', 'ADM0_PCODE', 'validOn', 'validTo'],
            ...names.map(([en, fr], i) => [en!, fr!, `${two}0${i + 1}`, two, { serial: 44197 }, '']),
          ],
        },
        { name: 'ADM0', rows: [['ADM0_PCODE'], [two]] },
      ])
    const added = await add(
      'ocha-cod-ab',
      file(
        book('CF', [
          ['Ouham Pende', 'Ouham-Pendé'],
          ['Kemo', 'Kémo'],
        ]),
        'caf.xlsx',
      ),
    )
    expect(added).toMatchObject({ is: 'added', rows: 2 })
    expect(said(added)).toContain('read from the sheet "ADM1"; not from "READ ME", "ADM2", "ADM0"')
    expect(await add('ocha-cod-ab', file(book('ML', [['Northland', 'Pays du nord']]), 'mli.xlsx'))).toMatchObject({ added: 1, gone: 0 })
    const caf = await keeper(db => rows(db, 'ocha-cod-ab', { filters: { state: 'CAF' } }))
    expect('rows' in caf && caf.rows.map(r => [r.place, r.cells['ADM1_FR']])).toEqual([
      ['CF01', 'Ouham-Pendé'],
      ['CF02', 'Kémo'],
    ])
  })
})

describe('bases and deployments', () => {
  it('an unknown size is not zero, and of a base that moved columns nothing doubles', async () => {
    const HEAD = 'mission,year,country,location,latitude,longitude,Infantry,NoTroops,Reserve,hq,UNPOL,Med,Av,UNMO,ave.no.troops'
    await add('geo-pko-bases', file(`${HEAD}\nUNMISS,2018,South Sudan,Northtown,4.85,31.6,1,200,0,0,0,0,0,0,200\n`))
    const later =
      'location;latitude;longitude;mission;year;country;iso3c;ave.no.troops\nNorthtown;4,85;31,6;UNMISS;2018;South Sudan;SSD;size unknown\nSouthtown;31,6;4,85;UNMISS;2018;South Sudan;SSD;100\n'
    const added = await add('geo-pko-bases', file(later))
    expect(added).toMatchObject({ is: 'added', rows: 2, added: 1, changed: 1, gone: 0 })
    expect(said(added)).toEqual(
      expect.arrayContaining(['latitude: decimal comma', 'latitude and longitude: swapped: they fit the other way round']),
    )
    expect(await sumsOf('geo-pko-bases', 'year')).toEqual([['2018', 2, 100, 0]])
  })
  it('the dataset itself has contributors in numbered columns, and a map twice in a year', async () => {
    const HEAD =
      'source,mission,year,month,location,country,latitude,longitude,battalion,no.troops,no.tcc,nameoftcc_1,notroopspertcc_1,nameoftcc_2,notroopspertcc_2,hq'
    const added = await add(
      'geo-pko-deployments',
      file(
        `${HEAD}\n4001,UNMISS,2018,3,Northtown,South Sudan,4.85,31.6,1,unknown,2,Ghana,650,Nepal,unknown,0\n4002,UNMISS,2018,9,Northtown,South Sudan,4.85,31.6,1,700,1,Ghana,700,,,0\n`,
      ),
    )
    expect(added).toMatchObject({ is: 'added', rows: 2, notUnderstood: 0, repeated: 0 })
  })
})

describe('operations, allegations, ideal points', () => {
  it('a later list of operations: renumbered, re-dated, one ended', async () => {
    const HEAD =
      'id,mission_acronym,mission_name,lead_department,mission_isactive,start_date,end_date,mission_location,mission_longitude,mission_latitude,last_update\n'
    await add(
      'un-operations',
      file(
        `${HEAD}1,UNMISS,SIMULATED,DPO,Yes,2011-07-09,,Juba,"31,6","4,85",2024-02-19\n2,MINUSMA,SIMULATED,DPO,Yes,2013-04-25,,Bamako,"-8","12,65",2024-02-19\n`,
      ),
    )
    const added = await add(
      'un-operations',
      file(
        `${HEAD}7,UNMISS,SIMULATED,DPO,Yes,2011-07-09,,Juba,"31,6","4,85",2025-01-01\n9,MINUSMA,SIMULATED,DPO,No,2013-04-25,2023-12-31,Bamako,"-8","12,65",2025-01-01\n`,
      ),
    )
    expect(added).toMatchObject({ is: 'added', added: 0, changed: 1, gone: 0 })
    expect((await changed('un-operations', 1, 2))[0]!.cells.map(c => c.column)).toEqual(['mission_isactive', 'end_date'])
  })
  it('allegations counted, with totals of years and of missions, in a workbook with notes', async () => {
    const book = workbookOf([
      { name: 'Notes', rows: [['SIMULATED: allegations are not persons']] },
      {
        name: 'Data',
        rows: [
          ['Reporting year', 'Field mission', 'Personnel category', 'Nationality', 'Number of allegations'],
          [2018, 'UNMISS', 'Military', 'Ghana', 3],
          [2018, 'UNMISS', 'Police', 'Türkiye ', 1],
          [2018, 'UNMISS', 'Sub-total', '', 4],
          [2018, 'GRAND TOTAL', '', '', 5],
          ['Total', '', '', '', 4],
          ['Source: a table that nobody published', '', '', '', ''],
        ],
      },
    ])
    const added = await add('un-sea', file(book, 'sea.xlsx'))
    expect(added).toMatchObject({ is: 'added', rows: 5, notUnderstood: 0 })
    expect('said' in added && added.said.filter(s => s.kind === 'check').map(s => s.says)).toEqual([
      'rows of Allegations add up to another figure than the row "GRAND TOTAL" gives',
      '2018: the parts are 4, the total says 5',
    ])
    const HEAD = 'Year,Mission,Age group,Allegations'
    await expect(add('un-sea', file(`${HEAD}\n2018,UNMISS,Child,1\n`))).rejects.toMatchObject({
      message: expect.stringContaining('which wants "no Age group"'),
      remedy: expect.stringMatching(/^It reads as un-sea-by-age/),
    })
    expect(await add('un-sea-by-age', file(`${HEAD}\n2018,UNMISS,Child,1\n2018,UNMISS,Adult,2\n2018,UNMISS,All,3\n`))).toMatchObject({
      rows: 3,
    })
    expect(await visitor(db => rows(db, 'un-sea-by-age', {}))).toMatchObject({ none: 'closed' })
    const victims = `Year reported;Entity;Number of victims\r\n2018;UNMISS;"1.002"\r\n2018;UNMIL;3\r\n2018;Total:;1.006\r\n`
    const counted = await add('un-sea-victims', file(victims))
    expect('said' in counted && counted.said.filter(s => s.kind === 'check').map(s => s.says)).toContain(
      '2018: the parts are 1005, the total says 1006',
    )
    expect(await sumsOf('un-sea-victims', 'year')).toEqual([['2018', 2, 1005, 0]])
    expect(await sumsOf('un-sea', 'year')).toEqual([['2018', 2, 4, 0]])
    expect(await sumsOf('un-sea', 'state')).toEqual([
      ['GHA', 1, 3, 0],
      ['TUR', 1, 1, 0],
    ])
  })
  it('ideal points by calendar year are another table, tab by tab, and a file of them is told from the old one', async () => {
    const tab = `\ufeff${['ccode', 'session', 'year', 'iso3c', 'Countryname', 'IdealPointFP', 'NVotesFP', 'Q5%FP', 'Q95%FP'].join('\t')}\n${['640', '78', '2023', 'TUR', 'Turkey', '0,25', '90', '0,1', '0,4'].join('\t')}\n`
    await expect(add('unga-ideal-points', file(tab))).rejects.toMatchObject({
      remedy: expect.stringMatching(/^It reads as unga-ideal-points-by-year/),
    })
    expect(await add('unga-ideal-points-by-year', file(tab))).toMatchObject({ is: 'added', rows: 1, notUnderstood: 0 })
    expect(await sumsOf('unga-ideal-points-by-year', 'state')).toEqual([['TUR', 1, 0.25, 0]])
  })
})

describe('a part that comes again', () => {
  it('the same month in another form of its day, a State under its new name: they take the place of what stood, and nothing doubles', async () => {
    const HEAD = 'isocode3,contributing_country,female_personnel,male_personnel,total_uniformed_personnel,last_reporting_date\n'
    await add('un-contributors', file(`${HEAD}SWZ,Swaziland,3,43,46,2018-01-31\nGHA,Ghana,3,43,46,2018-01-31\n`))
    await add('un-contributors', file(`${HEAD}SWZ,Eswatini,3,44,47,2018-02-28\n`))
    expect(await add('un-contributors', file(`${HEAD}SWZ,Eswatini,3,44,47,31/01/2018\n`))).toMatchObject({ added: 0, changed: 1, gone: 1 })
    expect(await sumsOf('un-contributors', 'month')).toEqual([
      ['2018-01', 1, 47, 0],
      ['2018-02', 1, 47, 0],
    ])
    const months = (troops: number): string => `"Date","Troops","Police","Experts"\n2018-01-31,${troops},NA,3\n`
    await add('ipi-countries', file(months(40), 'Cape Verde.csv'))
    await add('ipi-countries', file(months(41), 'Togo.csv'))
    expect(await add('ipi-countries', file(months(50), 'Cabo Verde.csv'))).toMatchObject({ added: 0, changed: 1, gone: 0 })
    expect(await sumsOf('ipi-countries', 'state')).toEqual([
      ['CPV', 1, 53, 0],
      ['TGO', 1, 44, 0],
    ])
  })
})

describe('a folder of one file a State', () => {
  const months = (troops: number): string => `"Date","Troops","Police","Experts"\n2019-01-31,${troops},NA,3\n`
  const folder = (name: string, files: Readonly<Record<string, string>>): string => {
    const path = join(dirname(file('')), name)
    mkdirSync(path)
    for (const [f, text] of Object.entries(files)) file(text, join(name, f))
    return path
  }
  const ofThatMonth = () =>
    keeper(async db => {
      const found = await sums(db, 'ipi-countries', { by: ['state'], filters: { from: day('2019-01-01'), to: day('2019-01-31') } })
      return 'sums' in found ? found.sums.map(s => [s.state, s.rows, s.amount, s.repeated]) : found
    })
  it('a copy beside its original is read once and said; two States of the same figures are two', async () => {
    const added = await add(
      'ipi-countries',
      folder('copied', { 'Kenya (1).csv': months(40), 'Kenya.csv': months(40), 'Togo.csv': months(40), 'Ghana.csv': months(41) }),
    )
    expect(added).toMatchObject({ is: 'added', rows: 3, notUnderstood: 0 })
    expect(said(added)).toContain('"Kenya (1).csv" has the same bytes as "Kenya.csv": read once')
    expect(await ofThatMonth()).toEqual([
      ['GHA', 1, 44, 0],
      ['KEN', 1, 43, 0],
      ['TGO', 1, 43, 0],
    ])
  })
  it('a file whose name is no State is named, with what to do, and nothing is written; kept out, the others stand', async () => {
    const path = folder('strangers', { 'Northland final v2.csv': months(50), 'Nepal.csv': months(51) })
    const says = 'no State is known by the file’s name, "Northland final v2": name the file by its State'
    expect(await add('ipi-countries', path)).toMatchObject({
      is: 'refused',
      notUnderstood: 1,
      bad: [{ file: 'Northland final v2.csv', line: 1, column: 'Contributor', says }],
    })
    expect(await add('ipi-countries', path, { keepGood: true })).toMatchObject({ is: 'added', rows: 1, notUnderstood: 1 })
    expect(await ofThatMonth()).toContainEqual(['NPL', 1, 54, 0])
  })
  it('a month that stands twice in a folder of months is read once', async () => {
    const row = (on: string): string =>
      `isocode3,contributing_country,female_personnel,male_personnel,total_uniformed_personnel,last_reporting_date\nGHA,Ghana,3,43,46,${on}\n`
    const added = await add(
      'un-contributors',
      folder('months', { 'january - copy.csv': row('2019-01-31'), 'january.csv': row('2019-01-31'), 'february.csv': row('2019-02-28') }),
    )
    expect(added).toMatchObject({ is: 'added', rows: 2, repeated: 0 })
    expect(said(added)).toContain('"january - copy.csv" has the same bytes as "january.csv": read once')
  })
})
