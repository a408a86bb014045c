import { describe, expect, it } from 'vitest'
import { counted } from '../../src/archive/counted.ts'
import { diff } from '../../src/archive/diff.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { paxAgreements } from '../../src/archive/layouts/pa-x.ts'
import { ucdpAgreements } from '../../src/archive/layouts/ucdp.ts'
import { rows as rowsOf } from '../../src/archive/rows.ts'
import { inShort } from '../../src/archive/told.ts'
import { archived, named, STRENGTH } from './tables.ts'

// A producer drops a column of a table, and adds another. That is one change of the table, and none of its rows. SIMULATED throughout.

const { add, file, keeper, visitor, opened, record } = archived()
const layout: Layout = {
  ...named(STRENGTH, 'sim-columns'),
  columns: [...STRENGTH.columns, { name: 'Staff', as: 'whole', optional: true }, { name: 'Women', as: 'whole', optional: true }],
}
const HEAD = 'State,Month,Police,Troops,Total'
const rows = (more: (i: number) => string, troops: (i: number) => number = i => i) =>
  Array.from({ length: 40 }, (_, i) => `Land ${i},1999-01,1,${troops(i)},${troops(i) + 1}${more(i)}`).join('\n')
const told = async (older: number, newer: number, of: Layout = layout) =>
  keeper(async db => {
    const t = await opened(db, of)
    const { changes } = await diff(db, t, older, newer, { limit: 100 })
    return { changes: changes.map(c => c.says), short: inShort(await counted(db, t, older, newer)) }
  })

describe('columns that come and go with the table', () => {
  it('are told once, and what was corrected besides stands out', async () => {
    await add(layout, file(`${HEAD},Staff\n${rows(i => `,${i + 5}`)}\n`))
    const second = await add(
      layout,
      file(
        `${HEAD},Women\n${rows(
          () => ',3',
          i => (i === 7 ? 70 : i),
        )}\n`,
      ),
    )
    expect(second).toMatchObject({ is: 'added', added: 0, changed: 1, gone: 0 })
    expect(await told(1, 2)).toEqual({
      changes: ['Land 7, January 1999, Troops: 7 became 70; Total: 8 became 71.'],
      short: 'Column gone: Staff. 1 row corrected. Column new: Women.',
    })
  })
  it('nothing else may have changed at all', async () => {
    await add(
      layout,
      file(
        `${HEAD},Women\n${rows(
          () => ',3',
          i => (i === 7 ? 70 : i),
        )}\n`,
      ),
      { anyway: true },
    )
    await add(
      layout,
      file(
        `${HEAD}\n${rows(
          () => '',
          i => (i === 7 ? 70 : i),
        )}\n`,
      ),
    )
    expect(await told(3, 4)).toEqual({ changes: [], short: 'Column gone: Women. No row differs.' })
  })
  it('a column that is back may say something else than it did: its rows are looked at', async () => {
    await add(
      layout,
      file(
        `${HEAD},Staff\n${rows(
          i => `,${i === 3 ? 99 : i + 5}`,
          i => (i === 7 ? 70 : i),
        )}\n`,
      ),
    )
    expect(await told(4, 5)).toMatchObject({ changes: [], short: 'No row differs. Column new: Staff.' })
    expect((await told(1, 5)).changes).toEqual([
      'Land 7, January 1999, Troops: 7 became 70; Total: 8 became 71.',
      'Land 3, January 1999, Staff: 8 became 99.',
    ])
  })
  it('a cell of a column that both have, and that is emptied, is a loss as before', async () => {
    await add(layout, file(`${HEAD},Women\n${rows(i => (i === 9 ? ',' : ',3'))}\n`))
    await add(layout, file(`${HEAD},Women,Staff\n${rows(i => (i === 11 ? ',,1' : i === 9 ? ',,1' : ',3,1'))}\n`))
    expect((await told(6, 7)).changes).toEqual(['Land 11, January 1999, Women: 3 is no longer stated.'])
  })
  it('a cell that is filled in after its column came is told as any other', async () => {
    const its = { ...layout, ...named(layout, 'sim-columns-later') }
    await add(its, file(`${HEAD}\n${rows(() => '')}\n`))
    await add(its, file(`${HEAD},Women\n${rows(i => (i === 9 ? ',' : ',3'))}\n`))
    await add(its, file(`${HEAD},Women\n${rows(() => ',3')}\n`))
    expect(await told(2, 3, its)).toEqual({ changes: ['Land 9, January 1999, Women: nothing became 3.'], short: '1 row corrected.' })
  })
  it('of one that no layout declares nobody is told the name, and its cells stay closed', async () => {
    const plain = named(STRENGTH, 'sim-columns-undeclared')
    await add(plain, file(`${HEAD}\n${rows(() => '')}\n`))
    await add(
      plain,
      file(
        `${HEAD},Remark\n${rows(
          () => ',seen',
          i => (i === 2 ? 9 : i),
        )}\n`,
      ),
    )
    const { changes, short } = await told(1, 2, plain)
    expect(changes).toEqual(['Land 2, January 1999, Troops: 2 became 9; Total: 3 became 10.'])
    expect(short).toBe('1 row corrected. Column new: 1 that no layout declares.')
    const kept = await record().fresh.asOwner<{ columns: string[] }>('select columns from snapshot where columns is not null')
    expect(JSON.stringify(kept)).not.toContain('Remark')
    await add(
      plain,
      file(
        `${HEAD},Remark\n${rows(
          i => (i === 4 ? ',doubted' : ',seen'),
          i => (i === 2 ? 9 : i),
        )}\n`,
      ),
    )
    expect((await told(2, 3, plain)).changes).toEqual(['Land 4, January 1999, Remark: seen became doubted.'])
    expect(await visitor(async db => (await diff(db, await opened(db, plain), 2, 3, { limit: 9 })).changes)).toEqual([])
  })
})

describe('names of persons in a published table', () => {
  it.each([
    [
      paxAgreements,
      'Part',
      'Con,PPName,AgtId,Agt,Dat,Stage,Loc1ISO,Part',
      ['XAA', 'SIMULATED process', '1', 'SIMULATED accord', '2001-05-03', 'Pre', 'MLI'],
    ],
    [
      ucdpAgreements,
      'pa_sign',
      'paid,gwno,conflict_name,pa_name,year,pa_date,pa_type,pa_sign',
      ['1', '432', 'SIMULATED', 'SIMULATED accord', '2001', '2001-05-03', '1'],
    ],
  ])('who signed, as the table names them, is not for the public: $dataset', async (its, column, head, cells) => {
    await add(its, file(`${head}\n${cells.join(',')},On behalf of one side\n`))
    await add(its, file(`${head}\n${cells.join(',')},On behalf of both sides\n`))
    const answered = (ask: typeof visitor) => ask(db => rowsOf(db, its.dataset, {}))
    expect(JSON.stringify(await answered(keeper))).toContain('On behalf of both sides')
    expect(JSON.stringify(await answered(visitor))).not.toContain('On behalf')
    const changes = (ask: typeof visitor) => ask(async db => (await diff(db, await opened(db, its), 1, 2, { limit: 9 })).changes)
    expect((await changes(keeper)).map(c => c.cells[0]?.column)).toEqual([column])
    expect(await changes(visitor)).toEqual([])
  })
})
