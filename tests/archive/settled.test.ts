import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diff } from '../../src/archive/diff.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { problems } from '../../src/archive/problems.ts'
import { rows } from '../../src/archive/rows.ts'
import { toIso } from '../../src/kernel/day.ts'
import { archived, named, STRENGTH } from './tables.ts'

// A table comes back from another office's spreadsheet: its days and figures are set in that office's way. SIMULATED.
const { folder, file, add, put, keeper, opened } = archived()
const DAILY: Layout = { ...STRENGTH, columns: STRENGTH.columns.map(c => (c.name === 'Month' ? { ...c, as: 'day' as const } : c)) }
const HEAD = 'State,Month,Police,Troops,Total\n'

test('the same table with days written day first is no correction, though its first days could be either', async () => {
  const layout = named(DAILY, 'sim-settled')
  await put(layout, [
    ['XXA', '2014-03-04', 1, 2, 3],
    ['XXA', '2014-04-25', 1, 2, 3],
    ['XXB', '2014-03-04', 1, 2, 3],
  ])
  const later = await add(layout, file(`${HEAD}XXA,04/03/2014,1,2,3\nXXA,25/04/2014,1,2,3\nXXB,04/03/2014,2,2,4\n`), { layout: undefined })
  expect(later).toMatchObject({ is: 'added', rows: 3, notUnderstood: 0, added: 0, changed: 1, gone: 0 })
  const t = await keeper(db => opened(db, layout))
  const { changes } = await keeper(db => diff(db, t, 1, 2, { limit: 10 }))
  expect(changes.map(c => c.says)).toEqual(['XXB, 2014-03-04, Police: 1 became 2; Total: 3 became 4.'])
  const said = await keeper(db => problems(db, layout.dataset, 2, { limit: 50 }))
  expect(said.filter(s => s.kind === 'note').map(s => [s.says, s.rows])).toEqual([
    ['Month: day before month, as other values of the column settle it', 2],
    ['Month: written d/m/y', 1],
  ])
  // What one file settled says nothing of the next.
  const open = await add(layout, file(`${HEAD}XXA,04/03/2014,1,2,3\n`), { layout: undefined })
  expect(open).toMatchObject({
    is: 'refused',
    bad: [{ line: 2, column: 'Month', says: 'day or month first? "04/03/2014": no value of the column settles it' }],
  })
})
test('a folder is one table: the days of one file settle those of another', async () => {
  const layout = named(DAILY, 'sim-settled-folder')
  mkdirSync(join(folder, 'both'))
  file(`${HEAD}XXA,04/03/2014,1,2,3\n`, 'both/a.csv')
  file(`${HEAD}XXA,25/04/2014,1,2,3\n`, 'both/b.csv')
  expect(await add(layout, join(folder, 'both'))).toMatchObject({ is: 'added', rows: 2, notUnderstood: 0 })
})
test('rows that were laid out before the first open value came are not laid out twice', async () => {
  const layout = named(DAILY, 'sim-settled-late')
  const rows = Array.from({ length: 5_000 }, (_, i) => `X${i},2014-01-31,1,2,3\n`)
  const added = await add(layout, file(`${HEAD}${rows.join('')}XXA,04/03/2014,1,2,3\nXXA,25/04/2014,"1,000",2,"1,002"\n`))
  expect(added).toMatchObject({ is: 'added', rows: 5_002, added: 5_002, repeated: 0 })
})

test('two figures for the year: the column settles which of the three is which, and the century is said', async () => {
  const CENTURY = 'two figures for the year: 46 to 99 read as 19.., 00 to 45 as 20..'
  const read = async (dataset: string, ...days: string[]) => {
    const layout = named(DAILY, dataset)
    const added = await add(layout, file(`${HEAD}${days.map((d, i) => `X${i},${d},1,2,3\n`).join('')}`))
    if (added.is !== 'added') return 'bad' in added ? added.bad.map(b => b.says) : added.is
    const found = await keeper(db => rows(db, dataset, {}))
    const said = await keeper(db => problems(db, dataset, 1, { limit: 50 }))
    expect(said.some(s => s.says.includes(CENTURY))).toBe(true)
    return 'rows' in found ? found.rows.map(r => `${r.cells['Month']} ${toIso(r.from!)}`).toSorted() : found.says
  }
  expect(await read('sim-two-day', '02/03/05', '15/06/88')).toEqual(['02/03/05 2005-03-02', '15/06/88 1988-06-15'])
  expect(await read('sim-two-month', '02/03/05', '06/15/88')).toEqual(['02/03/05 2005-02-03', '06/15/88 1988-06-15'])
  expect(await read('sim-two-hyphen', '02-03-05', '15-06-88', '16-07-09')).toEqual([
    '02-03-05 2005-03-02',
    '15-06-88 1988-06-15',
    '16-07-09 2009-07-16',
  ])
  // 88 is no day: such a column begins with the year, and 15/06/08 in it is of 2015.
  expect(await read('sim-two-year', '88/06/15', '02/03/05', '15/06/08')).toEqual([
    '02/03/05 2002-03-05',
    '15/06/08 2015-06-08',
    '88/06/15 1988-06-15',
  ])
  expect(await read('sim-two-open', '02-03-05', '16-07-09')).toEqual([
    'day, month or year first? "02-03-05": no value of the column settles it',
    'day, month or year first? "16-07-09": no value of the column settles it',
  ])
  expect(await read('sim-two-both', '88-06-15', '15-06-88', '02-03-05')).toEqual([
    'day, month or year first? "02-03-05": some values of the column begin with the year, and some end with it',
  ])
})
