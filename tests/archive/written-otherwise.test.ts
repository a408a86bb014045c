import { describe, expect, it } from 'vitest'
import { diff } from '../../src/archive/diff.ts'
import { history } from '../../src/archive/history.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { ipiGender } from '../../src/archive/layouts/ipi.ts'
import { called } from '../../src/archive/told.ts'
import { workbookOf } from '../archive-reading/workbook.ts'
import { archived, csv, named, type Rows, STRENGTH } from './tables.ts'

// Somebody opens a published table in another program and saves it. All of it is written otherwise, and nothing was corrected. SIMULATED throughout.

const { add, file, keeper, opened, rowCount } = archived()

const LAYOUT: Layout = {
  ...STRENGTH,
  columns: [
    { name: 'Code', as: 'text' },
    { name: 'On', as: 'day', is: 'from' },
    { name: 'Month', as: 'month' },
    { name: 'State', as: 'state', is: 'state' },
    { name: 'Mission', as: 'mission', is: 'mission' },
    { name: 'Latitude', as: 'number' },
    { name: 'Troops', as: 'whole', is: 'amount', missing: ['NA'] },
    { name: 'Armed', as: 'yes' },
    { name: 'Remark', as: 'text' },
  ],
  key: ['Code', 'On'],
  totals: [],
  checks: [],
}
type Row = readonly [
  code: string,
  on: string,
  month: string,
  state: string,
  mission: string,
  latitude: string,
  troops: string,
  armed: string,
  remark: string,
]
const FIRST: readonly Row[] = Array.from({ length: 60 }, (_, i): Row => {
  const month = `20${10 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
  const troops = i % 9 === 0 ? 'NA' : String(1100 + i * 37)
  return [`XA${i % 7}`, `${month}-28`, month, 'Eswatini', 'UNMISS', `${4 + i / 4}`, troops, String(i % 2), i % 3 ? `remark ${i}` : '']
})
const serial = (day: string): number => Date.parse(day) / 86_400_000 + 25_569
const dotted = (day: string): string => day.split('-').reverse().join('.')
const figures = (cell: string, change: (figures: string) => string): string => (/^\d/.test(cell) ? change(cell) : cell)
const text = (rows: Rows): string => csv(LAYOUT, rows)
const FORMS: Readonly<Record<string, (rows: readonly Row[]) => string | Uint8Array>> = {
  'serial days, points behind whole numbers, blanks behind everything': rows =>
    text(
      rows.map(([code, on, month, state, mission, latitude, troops, armed, remark]) =>
        [code, serial(on), serial(`${month}-01`), state, mission, latitude, figures(troops, n => `${n}.0`), `${armed}.0`, remark].map(
          c => `${c}  `,
        ),
      ),
    ),
  'days with points, a decimal comma, semicolons': rows =>
    text([]).replaceAll(',', ';') +
    rows
      .map(([code, on, month, state, mission, latitude, ...rest]) =>
        [code, dotted(on), dotted(`${month}-01`), state, mission, latitude.replace('.', ','), ...rest].join(';'),
      )
      .join('\r\n'),
  'an apostrophe before every cell': rows => text(rows.map(r => r.map(c => (c ? `'${c}` : c)))),
  'thousands set apart, hours of midnight, noughts behind the point': rows =>
    text(
      rows.map(([code, on, month, state, mission, latitude, troops, ...rest]) => [
        ...[code, `${on}T00:00:00`, `${month}-01 00:00:00`, state, mission, Number(latitude).toFixed(6)],
        ...[figures(troops, n => n.replace(/(\d{3})$/, ',$1')), ...rest],
      ]),
    ),
  'other spellings of a State and a mission, yes and no in words': rows =>
    text(
      rows.map(([code, on, month, , , latitude, troops, armed, remark]) => [
        ...[code, on, `${month}-28`, 'Swaziland', 'United Nations Mission in South Sudan', latitude, troops],
        ...[armed === '1' ? 'TRUE' : 'FALSE', remark],
      ]),
    ),
  'a workbook, its rows and columns turned round': rows =>
    workbookOf([
      {
        name: 'Sheet1',
        rows: [
          LAYOUT.columns.map(c => c.name).toReversed(),
          ...rows
            .map(([code, on, month, state, mission, latitude, troops, armed, remark]) =>
              [
                ...[code, { serial: serial(on) }, { serial: serial(`${month}-01`) }, state, mission, Number(latitude)],
                ...[troops === 'NA' ? troops : Number(troops), Number(armed), remark],
              ].toReversed(),
            )
            .toReversed(),
        ],
      },
    ]),
}
const CORRECTED = FIRST.map((r, i): Row => (i === 31 ? (r.with(6, '9999') as unknown as Row) : r))

describe('a table that is only written otherwise', () => {
  const ending = (bytes: string | Uint8Array, name: string): string => `${name}.${typeof bytes === 'string' ? 'csv' : 'xlsx'}`
  for (const [i, [form, written]] of Object.entries(FORMS).entries())
    it(`has no row corrected, new or gone; and one real correction stands alone in it: ${form}`, async () => {
      const layout: Layout = { ...LAYOUT, dataset: `sim-form-${i}`, layout: `sim-form-${i}/1` }
      await add(layout, file(text(FIRST)))
      const [again, corrected] = [written(FIRST), written(CORRECTED)]
      const saved = await add(layout, file(again, ending(again, `again-${i}`)))
      expect(saved).toMatchObject({ is: 'added', rows: FIRST.length, notUnderstood: 0, added: 0, changed: 0, gone: 0 })
      expect(await rowCount(layout)).toBe(FIRST.length)
      const added = await add(layout, file(corrected, ending(corrected, `corrected-${i}`)))
      expect(added).toMatchObject({ is: 'added', added: 0, changed: 1, gone: 0 })
      await keeper(async db => {
        const t = await opened(db, layout)
        expect((await diff(db, t, 1, 2, { limit: 100 })).changes).toEqual([])
        const { changes } = await diff(db, t, 1, 3, { limit: 100 })
        expect(changes.map(c => [c.what, c.lost, c.cells.map(x => x.column)])).toEqual([['changed', false, ['Troops']]])
      })
    })
  it('what says more or less than before is a correction: an hour, a figure behind the point, a nought before a code', async () => {
    const layout: Layout = { ...LAYOUT, dataset: 'sim-forms-more', layout: 'sim-forms-more/1' }
    const row: Row = ['XA1', '2010-01-28', '2010-01', 'Eswatini', 'UNMISS', '4.5', '1', '1', '07']
    const other = (at: number, cell: string) => (r: Row) => r.with(at, cell) as unknown as Row
    const steps = [other(1, '2010-01-28T10:30:00'), other(5, '4.51'), other(8, '7'), other(3, 'Lesotho'), other(6, 'NA')]
    await add(layout, file(text([row])))
    for (const step of steps) {
      expect(await add(layout, file(text([step(row)])))).toMatchObject({ added: 0, changed: 1, gone: 0 })
      expect(await add(layout, file(text([row])), { anyway: true })).toMatchObject({ added: 0, changed: 1, gone: 0 })
    }
  })
  it('codes in small letters and a blank within a symbol name the same row', async () => {
    const layout: Layout = {
      ...LAYOUT,
      dataset: 'sim-forms-codes',
      layout: 'sim-forms-codes/1',
      columns: [
        { name: 'ISO', as: 'text' },
        { name: 'Symbol', as: 'symbol' },
        { name: 'Id', as: 'text' },
        { name: 'Figure', as: 'whole', is: 'amount' },
      ],
      key: ['ISO', 'Symbol', 'Id'],
    }
    await add(layout, file(csv(layout, [['SWZ', 'S/RES/743', 'UNMISS-2014-01-7', 1]])))
    expect(await add(layout, file(csv(layout, [['swz', 'S/RES/ 743', 'unmiss-2014-01-7', 1]])))).toMatchObject({
      added: 0,
      changed: 0,
      gone: 0,
    })
    expect(await add(layout, file(csv(layout, [['swz', 'S/RES/743', 'unmiss-2014-01-7', 2]])))).toMatchObject({
      added: 0,
      changed: 1,
      gone: 0,
    })
    await keeper(async db => {
      const { changes } = await diff(db, await opened(db, layout), 2, 3, { limit: 10 })
      expect(changes.map(c => c.cells.map(x => x.column))).toEqual([['Figure']])
    })
  })
  it('a row that is told of is called by its month, in whatever form it was written', () => {
    const layout: Layout = {
      ...LAYOUT,
      columns: [
        { name: 'Day', as: 'day' },
        { name: 'Month', as: 'month' },
      ],
      key: ['Month'],
      totals: [],
    }
    const of = (key: string, cell: string) => called({ ...layout, key: [key] }, { [key]: cell })
    expect(['1999-02', '36219', '1999-02-28'].map(cell => of('Month', cell))).toEqual(['February 1999', 'February 1999', 'February 1999'])
    expect(['1999-02-28', '36219', '1999-02', 'n/a'].map(cell => of('Day', cell))).toEqual([
      '1999-02-28',
      '1999-02-28',
      'February 1999',
      'n/a',
    ])
  })
})

describe('saved once more', () => {
  const layout: Layout = {
    ...STRENGTH,
    columns: [
      { name: 'code', as: 'text' },
      { name: 'm49', as: 'text' },
      { name: 'n', as: 'whole', is: 'amount' },
    ],
    key: ['code'],
    totals: [],
    checks: [],
  }
  it('a code to which a spreadsheet gave a nought behind the point is the code, also as a row’s name and in a column that nobody declared', async () => {
    const its = named(layout, 'sim-pointed')
    await add(its, file('code,m49,n,more\n4,250,1,7\n5,007,1,\n6,1.2.0,1,x\n'))
    expect(await add(its, file('code,m49,n,more\n4.0,250.0,1.0,7.0\n5.0,007,1.0,\n6.0,1.2.0,1.0,x\n'))).toMatchObject({
      added: 0,
      changed: 0,
      gone: 0,
    })
    // a nought before a code, and one within it, count
    expect(await add(its, file('code,m49,n,more\n4,250,1,7\n5,7.0,1,\n6,1.2,1,x\n'))).toMatchObject({ added: 0, changed: 2, gone: 0 })
    expect(await keeper(async db => (await history(db, await opened(db, its), '4.0', 'm49'))!.stood.map(s => s.value))).toEqual(['250'])
  })
  it('columns that nobody declared may stand in any order, and blanks in them are nothing', async () => {
    const its = named(layout, 'sim-columns')
    await add(its, file('code,one,m49,two,n\na,1,250,2,1\nb,,250,y,1\n'))
    expect(await add(its, file('two,code,m49,n,one\n2,a,250,1,1\ny,b,250,1,  \n'))).toMatchObject({ added: 0, changed: 0, gone: 0 })
    expect(await add(its, file('two,code,m49,n,one\n1,a,250,1,2\ny,b,250,1,\n'))).toMatchObject({
      added: 0,
      changed: 0,
      closed: 1,
      gone: 0,
    })
  })
  it('a State’s code in the column of names, and its name in that of codes, is said, and is the row that it was', async () => {
    const its = { ...named(ipiGender, 'sim-gender') }
    const rows = (swapped: boolean): string =>
      csv(
        its,
        ['2013-12-31', '2014-01-31'].map(day => [day, ...(swapped ? ['NPL', 'Nepal'] : ['Nepal', 'NPL']), 'UNMISS', ...Array(15).fill(0)]),
      )
    await add(its, file(rows(false)))
    const later = await add(its, file(rows(true)))
    expect(later).toMatchObject({ added: 0, changed: 0, gone: 0 })
    expect(later.is === 'added' && later.said.map(s => [s.says, s.rows])).toEqual([
      ['Contributor holds codes and Contributor ISO-3 names: columns swapped?', 2],
    ])
  })
})
