import { describe, expect, it } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import { diff } from '../../src/archive/diff.ts'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import { table } from '../../src/archive/table.ts'
import { day } from '../../src/kernel/day.ts'
import { politics } from '../../src/politics/index.ts'
import { archived } from '../archive/tables.ts'
import { workbookOf } from '../archive-reading/workbook.ts'
import { asker } from './asking.ts'

// Agreements, members and vetoes as later versions have them. SIMULATED: nobody signed, sat or vetoed so.

type Row = Readonly<Record<string, string>>
/** A version of PA-X as text: some codes no more, a new column, the order another. */
const PAX = [
  'Con',
  'Contp',
  'PP',
  'PPName',
  'Reg',
  'AgtId',
  'Ver',
  'Agt',
  'Dat',
  'Status',
  'Lgt',
  'Agtp',
  'Stage',
  'StageSub',
  'Loc1ISO',
  'Loc2ISO',
  'Loc1GWNO',
  'Loc2GWNO',
  'UcdpAgr',
  'GCh',
  'Wgg',
  'ImUN',
]
const quoted = (c: string): string => (/[",\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)
const csv = (head: readonly string[], rows: readonly Row[]): string =>
  `\ufeff${[head, ...rows.map(r => head.map(h => r[h] ?? ''))].map(r => r.map(quoted).join(',')).join('\r\n')}\r\n`
const agreement = (id: number, more: Row): Row => ({
  ...{ AgtId: String(id), Contp: 'Government', PP: '1', PPName: 'SIMULATED process', Agt: `SIMULATED agreement ${id}`, Dat: '2021-03-01' },
  ...{ Stage: 'Cea', Loc1GWNO: '', Loc2GWNO: '', Status: 'Multiparty Signed/Agreed', GCh: '0' },
  ...more,
})
const { record, file, keeper } = archived()
const add = (dataset: string, path: string) =>
  addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset, path, today: day('2026-11-24') })

interface Published {
  readonly kind: string
  readonly pax: { readonly id: string } | null
}
describe('a later version of PA-X', () => {
  const ask = asker(record, politics)
  const of = async (country: string): Promise<readonly string[]> =>
    (await ask<Published>('agreements', { country })).flatMap(r => (r.kind === 'published' && r.pax ? [r.pax.id] : []))
  const FIRST = [
    agreement(1, { Con: 'South Sudan/Sudan/(Abyei)', Loc1ISO: 'SSD', Loc2ISO: 'SDN', Agt: 'SIMULATED agreement,\nwith its "title" twice' }),
    agreement(2, { Con: 'Burundi/Rwanda/Uganda/(African Great Lakes)' }),
    agreement(3, { Con: 'Sudan/Darfur', Loc1ISO: 'SDN' }),
    agreement(4, { Con: 'Mali/(Azawad)', Loc1ISO: 'MLI', Dat: '2021-04-01' }),
  ]
  it('is read from text as from a workbook, and what it codes no more, or anew, is said', async () => {
    const added = await add('pa-x', file(csv(PAX, FIRST)))
    expect(added).toMatchObject({ is: 'added', rows: 4, notUnderstood: 0 })
    const said = 'said' in added ? added.said.map(s => s.says) : []
    expect(said).toEqual(
      expect.arrayContaining([
        'a text table, where the layout has a workbook: read as text',
        'column "Ver" is not in the layout: kept under its own name',
        'column "Wgg" is not in the layout: kept under its own name',
        expect.stringMatching(/^columns "N_characters", .* and \d+ more are absent$/),
      ]),
    )
  })
  it('an agreement of several States is found under each of them, once', async () => {
    expect(await of('Sudan')).toEqual(['1', '3'])
    expect(await of('SSD')).toEqual(['1'])
    for (const country of ['Burundi', 'RWA', 'Uganda']) expect(await of(country), country).toEqual(['2'])
    expect(await of('Kenya')).toEqual([])
  })
  it('the next version is matched by the agreements’ numbers: one day corrected, one row twice, one lost', async () => {
    const next = [FIRST[0]!, FIRST[1]!, { ...FIRST[3]!, Dat: '44288', PP: '88' }, { ...FIRST[3]!, Dat: '44288', PP: '88' }]
    const book = workbookOf([
      { name: 'About', rows: [['SIMULATED']] },
      { name: 'v9', rows: [PAX, ...next.map(r => PAX.map(h => r[h] ?? ''))] },
    ])
    expect(await add('pa-x', file(book, 'pax.xlsx'))).toMatchObject({ is: 'added', rows: 4, added: 1, changed: 1, gone: 1, repeated: 1 })
    await keeper(async db => {
      const { changes } = await diff(db, (await table(db, 'pa-x'))!, 1, 2, { limit: 10 })
      expect(changes.filter(c => c.what === 'gone').map(c => c.key)).toEqual(['3'])
      expect(changes.find(c => c.what === 'changed')!.cells.map(c => [c.column, c.before, c.after])).toEqual([
        ['PP', '1', '88'],
        ['Dat', '2021-04-01', '44288'],
      ])
    })
    expect(await of('MLI')).toEqual(['4'])
    expect(await of('Sudan')).toEqual(['1'])
  })
})

describe('two tables that do not link an agreement', () => {
  const kept = archived()
  const ask = asker(kept.record, politics)
  const put = (dataset: string, text: string) =>
    addSnapshot(
      { keeper: kept.record().pools.keeper, ledger: kept.record().ledger },
      { dataset, path: kept.file(text), today: day('2026-11-24') },
    )
  const UCDP = layoutsOf('ucdp-agreements')[0]!.columns.flatMap(c => (c.optional ? [] : [c.name]))
  const ucdp = (paid: number, pa_name: string, pa_date: string, conflict_name: string): Row => ({
    ...{ paid: String(paid), gwno: '432', pa_name, pa_date, conflict_name, year: '2021', pa_type: '2', ended: '0' },
  })
  const shown = async () =>
    (
      await ask<Published & { ucdp: { id: string } | null; apart: number | null; matched: string | null }>('agreements', { country: 'MLI' })
    ).flatMap(r => (r.kind === 'published' ? [[r.pax?.id ?? '-', r.ucdp?.id ?? '-', r.apart, r.matched]] : []))
  it('are one disagreement on its day where name, process and day fit, and two agreements where one of these does not', async () => {
    const mali = (id: number, Agt: string, Dat: string, more: Row = {}) =>
      agreement(id, { Con: 'Mali/(Azawad)', Loc1ISO: 'MLI', PPName: 'Mali-Azawad process', Agt, Dat, ...more })
    await put(
      'pa-x',
      csv(PAX, [
        mali(1, 'SIMULATED Northtown Declaration of Principles', '2021-03-01'),
        mali(2, 'SIMULATED Eastvale Roadmap', '2021-05-01'),
        mali(3, 'SIMULATED Westford Charter', '2021-06-01'),
        mali(4, 'SIMULATED Southmere Covenant', '2021-07-01'),
        mali(5, 'SIMULATED Lakeside Memorandum', '2021-08-01', { UcdpAgr: '95' }),
        mali(6, 'SIMULATED Midway Communique, first part', '2021-09-01'),
        mali(7, 'SIMULATED Midway Communique, second part', '2021-09-01'),
      ]),
    )
    await put(
      'ucdp-agreements',
      csv(UCDP, [
        ucdp(91, 'The SIMULATED Northtown Declaration on Principles', '3/4/2021', 'Mali: Azawad'),
        ucdp(92, 'SIMULATED Eastvale Roadmap', '7/28/2021', 'Mali: Azawad'), // too late
        ucdp(93, 'SIMULATED Westford Statute', '6/2/2021', 'Mali: Azawad'), // another name
        ucdp(94, 'SIMULATED Southmere Covenant', '7/2/2021', 'Mali: Oldland'), // another process
        ucdp(95, 'SIMULATED Harbour Text', '8/9/2021', 'Mali: Azawad'),
        ucdp(96, 'SIMULATED Midway Communique', '9/2/2021', 'Mali: Government'), // of two that are alike neither
      ]),
    )
    expect((await shown()).toSorted()).toEqual(
      [
        ['1', '91', 3, 'name'],
        ['5', '95', 8, 'number'],
        ...['2', '3', '4', '6', '7'].map(id => [id, '-', null, null]),
        ...['92', '93', '94', '96'].map(id => ['-', id, null, null]),
      ].toSorted(),
    )
  })
})

interface Sat {
  readonly is: string
  readonly state?: string | null
  readonly says?: string
  readonly on?: string
  readonly by?: readonly string[]
  readonly cites?: { readonly dataset: string }
}
describe('the Council after the last list of one producer', () => {
  const ask = asker(record, politics)
  const NAMES =
    'China,France,Russian Federation,United Kingdom,United States,Türkiye,Eswatini,Cabo Verde,North Macedonia,DR Congo,Viet Nam,Republic of Korea,Guyana,Malta,Ecuador'.split(
      ',',
    )
  it('a year that it does not have whole is told by the UN’s own list, and each seat says which', async () => {
    await add(
      'unsc-members',
      file('country_org,start_year,end_year,seat,note\n# SIMULATED\nChina,1992,2030,permanent,\nTurkey,2023,2024,elected,\n'),
    )
    const rows = await ask<Sat>('council', {}, { on: '2024-05-01' })
    expect(rows.filter(r => r.is === 'seat').map(r => r.cites!.dataset)).toEqual(['unsc-members', 'unsc-members'])
    const list = `\ufeffid,security_council_member,year\r\n${NAMES.map((n, i) => `${i},${n} ,2024`).join('\r\n')}\r\n15,Total,15\r\n`
    expect(await add('un-council-members', file(list))).toMatchObject({ is: 'added', rows: 16, notUnderstood: 0 })
    const seats = (await ask<Sat>('council', {}, { on: '2024-05-01' })).filter(r => r.is === 'seat')
    expect(seats.map(r => r.state).sort()).toEqual('CHN COD CPV ECU FRA GBR GUY KOR MKD MLT RUS SWZ TUR USA VNM'.split(' '))
    expect(new Set(seats.map(r => r.cites!.dataset))).toEqual(new Set(['un-council-members']))
  })
  it('a veto after its end is told by the UN’s own list, by the columns of the five', async () => {
    const HEAD =
      'Year,Date,draft_resolution_number,record,agenda,topic,china,france,russian_federation_or_USSR,united_kingdom_of_great_britain_and_northern_ireland,united_states_of_america,number_of_vetoes,url_for_record,url_for_resolution'
    const rows = [
      '2024,2024-02-20,S/2024/0001,S/PV.9001,SIMULATED,SIMULATED,1,0,1,0,0,2,,',
      '2024,21/03/2024,S/2024/0002,S/PV.9002,SIMULATED,SIMULATED,0,0,0,0,1,2,,',
    ]
    const added = await add('un-vetoes', file(`${HEAD}\n${rows.join('\n')}\n`))
    expect(added).toMatchObject({ is: 'added', rows: 2 })
    expect('said' in added && added.said.filter(s => s.kind === 'check').map(s => s.at)).toEqual([[{ file: 1, line: 3 }]])
    const told = await ask<Sat>('council', {}, { on: '2024-05-01' })
    expect(told.filter(r => r.is === 'veto').map(r => [r.on, r.by])).toEqual([
      ['2024-02-20', ['China', 'Russian Federation or USSR']],
      ['2024-03-21', ['United States']],
    ])
  })
})
