import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diff } from '../../src/archive/diff.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { problems } from '../../src/archive/problems.ts'
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
