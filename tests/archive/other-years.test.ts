import { describe, expect, it } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import { adminRows } from '../../src/archive/layouts/pcodes.ts'
import { rows } from '../../src/archive/rows.ts'
import { sums } from '../../src/archive/sums.ts'
import { counted } from '../../src/forces/archive/counted.ts'
import { day } from '../../src/kernel/day.ts'
import { workbookOf } from '../archive-reading/workbook.ts'
import { archived } from './tables.ts'

// The published tables as other years have them: their headings are known from public programs that read them. The rows are SIMULATED.

const { record, file, keeper, visitor } = archived()
const add = (dataset: string, path: string) =>
  addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset, path, today: day('2026-11-24') })
const table = (head: string, ...lines: readonly string[]): string => file(`${head}\n${lines.join('\n')}\n`)
const found = (dataset: string) =>
  keeper(async db => {
    const answer = await rows(db, dataset, {})
    return 'rows' in answer ? answer.rows : []
  })
const GED =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'
const ged = (cells: Readonly<Record<string, string>>, head = GED): string =>
  head
    .split(',')
    .map(c => cells[c] ?? '')
    .join(',')
const EVENT = {
  ...{ id: '900001', year: '2024', type_of_violence: '1', where_prec: '1', adm_1: 'Northland', latitude: '4.85', longitude: '31.6' },
  ...{ country: 'South Sudan', date_start: '2024-01-03 00:00:00.000', date_end: '2024-01-03 00:00:00.000' },
  ...{ deaths_a: '0', deaths_b: '1', deaths_civilians: '2', deaths_unknown: '0', best: '3', high: '4', low: '3' },
}

describe('the Council', () => {
  it('vetoes under the headings of 2025: the same columns of the five, a blank where one did not, a check against the number of members', async () => {
    const added = await add(
      'un-vetoes',
      table(
        'id,draft_res#,date,record,agenda,short_agenda,#_of_pms,china,russian_federation_ussr,france,united_states,united_kingdom,url_for_res#,last_update',
        '1,S/2024/1,2024-02-20,9552,SIMULATED,SIMULATED,1,,,,1,,,2025-10-01',
        '2,S/2024/2,2024-03-22,9584,SIMULATED,SIMULATED,3,1,1,,,,,2025-10-01',
      ),
    )
    expect(added).toMatchObject({ is: 'added', rows: 2, notUnderstood: 0 })
    expect('said' in added && added.said.filter(s => s.kind === 'check').map(s => s.at)).toEqual([[{ file: 1, line: 3 }]])
    expect((await found('un-vetoes')).map(r => [r.cells['draft_resolution_number'], r.cells['united_states_of_america']])).toEqual([
      ['S/2024/1', '1'],
      ['S/2024/2', ''],
    ])
  })
  it('its members, as the UN spells those of then', async () => {
    const added = await add(
      'un-council-members',
      table(
        'id,security_council_member,year',
        '1,USSR (Union of Soviet Socialist Republics),1985',
        '2,Ukrainian SSR (Ukrainian Soviet Socialist Republic),1985',
        '3,German FR (German Federal Republic),1988',
        '4,German DR (German Democratic Republic),1981',
      ),
    )
    expect('said' in added && added.said.filter(s => s.says.startsWith('no State'))).toEqual([])
    expect((await found('un-council-members')).map(r => r.state)).toEqual(expect.arrayContaining(['UKR', 'DEU']))
  })
})

describe('personnel before 2010, by the UN’s hub', () => {
  it('stands under the headings of IPI, of which some may be absent, and answers for the strength of a mission', async () => {
    const path = table(
      'ID,Date,Contributor,Contributor_ISO-3,Mission,Mission_Country,Mission_Country_ISO-3,Troops',
      '1,1999-01-31,Ghana,GHA,UNIFIL,Lebanon,LBN,651',
      '2,1999-02-28,Ghana,GHA,UNIFIL,Lebanon,LBN,650',
    )
    await expect(add('ipi-full', path)).rejects.toMatchObject({
      remedy: expect.stringMatching(/^It reads as un-contributions-before-2010/),
    })
    expect(await add('un-contributions-before-2010', path)).toMatchObject({ is: 'added', rows: 2, notUnderstood: 0 })
    const asked = { mission: 'UNIFIL', on: day('1999-01-31'), by: 'state', as: () => ({}) } as const
    expect(await keeper(db => counted(db, asked))).toMatchObject([{ cites: { dataset: 'un-contributions-before-2010' } }])
  })
})

describe('conflict', () => {
  it('events of an early version: best_est is the estimate that later ones call best', async () => {
    const head =
      'id,year,active_year,type_of_violence,conflict_id,conflict_name,dyad_id,dyad_name,side_a_id,gwnoa,side_a,side_b_id,gwnob,side_b,where_prec,adm_1,adm_2,latitude,longitude,country,region,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best_est,high_est,low_est'
    const old = { ...EVENT, year: '2014', date_start: '2014-05-03', date_end: '2014-05-03', best_est: '3', high_est: '4', low_est: '3' }
    expect(await add('ucdp-ged', table(head, ged(old, head)))).toMatchObject({ is: 'added', rows: 1, notUnderstood: 0 })
    const answer = await keeper(db => sums(db, 'ucdp-ged', { by: ['year'] }))
    expect('sums' in answer && answer.sums.map(s => [s.year, s.amount])).toEqual([['2014', 3]])
  })
  it('a month of candidates without a row of headings is told apart from another table', async () => {
    await expect(add('ucdp-ged-candidate', table(ged(EVENT), ged({ ...EVENT, id: '900002' })))).rejects.toMatchObject({
      remedy: expect.stringMatching(
        /^None of its headings is known\. If its first row is data, put the headings of an earlier file above it/,
      ),
    })
    const added = await add('ucdp-ged-candidate', table(GED, ged(EVENT)))
    expect(added).toMatchObject({ is: 'added', rows: 1, notUnderstood: 0 })
    // The file's own order is the layout's: nothing is to be said of it.
    expect('said' in added && added.said.map(s => s.says)).toEqual([])
  })
  it('terminations of version 4: by dyad as before, by conflict in a table of its own, an outcome only where an episode ended', async () => {
    const dyads = table(
      'location,side_a,side_b,conflict_id,dyad_id,year,type_of_conflict,gwno_loc,start_date,d_epid,d_epterm,d_outcome,d_ependdate,version',
      'Somalia,SIMULATED,SIMULATED,337,746,1990,3,520,1986-05-01,74601,0,,,4.2024002',
      'Somalia,SIMULATED,SIMULATED,337,746,1991,3,520,1986-05-01,74601,1,4,1991-01-26,4.2024002',
    )
    expect(await add('ucdp-terminations', dyads)).toMatchObject({ is: 'added', rows: 2, notUnderstood: 0 })
    expect((await found('ucdp-terminations')).map(r => [r.state, r.cells['outcome'], r.cells['ependdate']])).toEqual([
      ['SOM', '', ''],
      ['SOM', '4', '1991-01-26'],
    ])
    const conflicts = table(
      'conflict_id,location,year,type_of_conflict,start_date,gwno_loc,c_epid,c_epterm,c_outcome,c_ependdate',
      '337,Somalia,1996,3,1982-01-31,520,33701,1,5,1996-12-31',
    )
    await expect(add('ucdp-terminations', conflicts)).rejects.toMatchObject({
      remedy: expect.stringMatching(/^It reads as ucdp-terminations-by-conflict/),
    })
    expect(await add('ucdp-terminations-by-conflict', conflicts)).toMatchObject({ is: 'added', rows: 1, notUnderstood: 0 })
  })
})

describe('places', () => {
  it('a State’s workbook of 2025: the names in its other languages are numbered, and each is a name of the area', async () => {
    const head = 'adm1_name,adm1_name1,adm1_pcode,adm0_name,adm0_name1,adm0_pcode,valid_on,valid_to,lang,lang1'.split(',')
    const book = workbookOf([
      { name: 'admin0', rows: [head.slice(3), ['Mali', 'Mali', 'ML', '2024-01-01', '', 'en', 'fr']] },
      { name: 'admin1', rows: [head, ['Northland', 'Pays du nord', 'ML01', 'Mali', 'Mali', 'ML', '2024-01-01', '', 'en', 'fr']] },
    ])
    expect(await add('ocha-cod-ab', file(book, 'mli_admin_boundaries.xlsx'))).toMatchObject({ is: 'added', rows: 1, notUnderstood: 0 })
    const [row] = await found('ocha-cod-ab')
    expect(row!.state).toBe('MLI')
    expect(adminRows('MLI', row!.cells).map(p => [p.code, p.name])).toEqual([
      ['ML01', 'Northland'],
      ['ML01', 'Pays du nord'],
    ])
  })
})

describe('bases and votes', () => {
  it('a map of Geo-PKO 1: contributors in columns that are numbered otherwise, and closed all the same', async () => {
    const added = await add(
      'geo-pko-deployments',
      table(
        'Source,Mission,year,month,location,latitude,longitude,country,No.troops,No.TCC,name.of.TCC1,No.troops.per.TCC1,name.of.TCC2,No.troops.per.TCC2,HQ',
        '4001,UNMISS,2018,4,Northtown,4.85,31.6,South Sudan,150,2,Kenya,100,Nepal,unknown,3',
      ),
    )
    expect(added).toMatchObject({ is: 'added', rows: 1, notUnderstood: 0 })
    expect('said' in added && added.said.filter(s => /not in the layout/.test(s.says))).toEqual([])
  })
  it('ideal points of 2024, by session: the name of each column says of which votes', async () => {
    const added = await add(
      'unga-ideal-points',
      table(
        ',ccode,session,NVotesAll,IdealPointAll,Q5%All,Q50%All,Q95%All,ChinaAgree,USAgree,iso3c,Countryname',
        '1,640,77,80,0.4,0.2,0.4,0.6,0.5,0.2,TUR,Turkey',
      ),
    )
    expect(added).toMatchObject({ is: 'added', rows: 1, notUnderstood: 0 })
    expect((await found('unga-ideal-points')).map(r => [r.state, r.cells['IdealPoint'], r.cells['Q50%']])).toEqual([['TUR', '0.4', '0.4']])
  })
})

it('the hub’s tables bear the day of the copy in each row: a later copy that says nothing new is no correction', async () => {
  const copy = (on: string, more = ''): string => table('id,security_council_member,year,last_update', `1,Ghana,2023,${on}${more}`)
  await add('un-council-members', copy('2025-01-01'))
  expect(await add('un-council-members', copy('2025-10-01', '\n2,Guyana,2024,2025-10-01'))).toMatchObject({ added: 1, changed: 0, gone: 0 })
})
it('the same table as JSON, as the hub gives it beside, is told from a table without headings', async () => {
  expect(await add('un-operations', file('[{"mission_acronym":"UNMISS"}]', 'operations.json'))).toMatchObject({
    is: 'refused',
    bad: [{ says: 'JSON: fetch the same table as CSV' }],
  })
})
it('a number and a year are anybody’s: a table with many other headings is not taken for one that wants no more', async () => {
  const path = table('id,year,Town,Rain,Snow,Wind', '1,2001,Northtown,12,0,3')
  await expect(add('pa-x', path)).rejects.toMatchObject({ remedy: expect.stringMatching(/^None of its headings is known/) })
  await expect(add('pa-x', table('ID,Year,Nationality', '1,2016,Ghana'))).rejects.toMatchObject({
    remedy: expect.stringMatching(/^It reads as un-sea-allegations/),
  })
})
it('the texts of PA-X, under the headings of two of its versions: one row for each agreement, and its words for cleared readers; SIMULATED', async () => {
  const words = '"Done by us, the signatories.\n\n1. The ceasefire begins ""at once""."'
  const first = `\ufeffAgreementId,Name,Region,Country,Peace Process,Peace Process Name,Stage,Signed Date,Agreement/Conflict Level,Conflict Nature,Agreement Status,Agreement Text\n7,Accord,Africa,Mali/Niger,3,North,Cea,2001-02-03,Intra,Gov,Signed,${words}\n`
  expect(await add('pa-x-texts', file(first, 'corpus-first.csv'))).toMatchObject({ is: 'added', rows: 1, notUnderstood: 0 })
  const later = `AgtId,Agt,year,stage_label,Con,PPName,Dat,Agreement text\n7,Accord,2001,Cea,Mali/Niger,North,2001-02-03,${words}\n8,Second accord,2002,Imp,Mali,North,2002-02-03,Words\n`
  expect(await add('pa-x-texts', file(later, 'corpus-later.csv'))).toMatchObject({ is: 'added', rows: 2, added: 1, gone: 0 })
  const seen = await visitor(db => rows(db, 'pa-x-texts', { filters: { named: 'NER' } }))
  expect('rows' in seen && seen.rows.map(r => [r.cells['Agt'], r.cells['Agreement text']])).toEqual([['Accord', '']])
  const cleared = await keeper(db => rows(db, 'pa-x-texts', { filters: { named: 'NER' } }))
  expect('rows' in cleared && cleared.rows[0]!.cells['Agreement text']).toContain('begins "at once"')
})
