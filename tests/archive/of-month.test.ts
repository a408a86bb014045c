import { expect, test } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { archived, csv, named, STRENGTH } from './tables.ts'

// A file of one month under the name of another: it is added, for who knows which is wrong, and it is said. SIMULATED.
const { file, add } = archived()
const rows = (...months: string[]) =>
  csv(
    STRENGTH,
    months.flatMap(m => [
      ['XXA', m, 1, 2, 3],
      ['XXB', m, 1, 2, 3],
    ]),
  )
const monthSaid = async (dataset: string, name: string, text: string, published?: string): Promise<readonly string[]> => {
  const added = await add(named(STRENGTH, dataset), file(text, name), published === undefined ? {} : { asPublished: day(published) })
  expect(added.is).toBe('added')
  return 'said' in added ? added.said.flatMap(s => (s.says.includes('that was meant') ? [s.says] : [])) : []
}

test('the name of another month is said, in figures and in words', async () => {
  const june = rows('2014-06')
  const other = ['the file’s name says 2014-08, and all its rows are of 2014-06: is it the file that was meant?']
  expect(await monthSaid('sim-month-a', '20140831.csv', june)).toEqual(other)
  expect(await monthSaid('sim-month-b', 'strength_2014-08.csv', june)).toEqual(other)
  expect(await monthSaid('sim-month-c', 'August 2014.csv', june)).toEqual(other)
  expect(await monthSaid('sim-month-d', 'août_2014.csv', june)).toEqual(other)
})
test('its own month, no month, or a table of several months: nothing is said', async () => {
  expect(await monthSaid('sim-month-e', '20140630.csv', rows('2014-06'))).toEqual([])
  expect(await monthSaid('sim-month-f', 'table 31072.csv', rows('2014-06'))).toEqual([])
  expect(await monthSaid('sim-month-g', '20140831-all.csv', rows('2014-05', '2014-06'))).toEqual([])
})
test('a publication before its month, or long after it, is said', async () => {
  const june = rows('2014-06')
  expect(await monthSaid('sim-month-h', 'h.csv', june, '2014-07-15')).toEqual([])
  expect(await monthSaid('sim-month-i', 'i.csv', june, '2014-05-31')).toEqual([
    'said to be published on 2014-05-31, and all its rows are of 2014-06: is it the file that was meant?',
  ])
  expect(await monthSaid('sim-month-j', 'j.csv', june, '2014-10-01')).toHaveLength(1)
})
