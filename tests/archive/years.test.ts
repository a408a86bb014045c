import { expect, test } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import { sums } from '../../src/archive/sums.ts'
import { day } from '../../src/kernel/day.ts'
import { workbookOf } from '../archive-reading/workbook.ts'
import { archived } from './tables.ts'

// The UN's tables of allegations, with a row for each year and, the year after, with a column for each. SIMULATED.
const { record, file, visitor } = archived()
const add = (path: string) =>
  addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset: 'un-sea', path, today: day('2026-11-24') })
const byYear = async () => {
  const found = await visitor(db => sums(db, 'un-sea', { by: ['year'] }))
  return 'sums' in found ? found.sums.map(s => [s.year, s.amount]) : found
}

test('no figure doubles when the years come to stand as columns; a year more, a correction and a loss are told', async () => {
  expect(await add(file('Year,Mission,Allegations\n2014,MINUSCA,3\n2015,MINUSCA,15\n2014,MONUSCO,2\n2015,MONUSCO,4\n'))).toMatchObject({
    added: 4,
  })
  const wide = 'Mission,2014,2015,2016\nMINUSCA,3,16,22\nMONUSCO,2,,5\n'
  expect(await add(file(wide))).toMatchObject({ is: 'added', layout: 'un-sea/counts', rows: 5, added: 2, changed: 1, gone: 1 })
  expect(await byYear()).toEqual([
    ['2014', 5],
    ['2015', 16],
    ['2016', 27],
  ])
  const book = workbookOf([
    { name: 'Notes', rows: [['SIMULATED']] },
    {
      name: 'Table',
      rows: [
        ['Mission', 2014, 2015, 2016],
        ['MINUSCA', 3, 16, 22],
        ['MONUSCO', 2, '', 5],
      ],
    },
  ])
  expect(await add(file(book, 'table.xlsx'))).toMatchObject({ is: 'added', added: 0, changed: 0, gone: 0 })
})
