import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day, toIso } from '../day.ts'
import { dueOn, isWorkingDay, moved, periods, type Stop, WEEKENDS, yearsWithoutList } from './calendar.ts'
import { days, months, workingDays } from './language.ts'
import type { Calendar } from './rulebook.ts'

const lots = { numRuns: Number(process.env['RUNS'] ?? 1000), ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) }
const due = (n: number, from: string, c: Calendar, stops: readonly Stop[] = []): string =>
  toIso(dueOn(workingDays(n, 'seen'), day(from), stops, c))

// How `dueOn` corresponds to numpy.busday_offset, whose rule is "first roll to a valid day, then step in valid days":
//
//   n working days after a start, the day of the start not counted  =  busday_offset(start, n, roll='backward'), for n of 1 or more.
//
// Rolled backward, a start on a Sunday becomes the Friday before, and the first step lands on Monday: the first day that counts after
// the start. (Rolled forward it would become Monday, and the first step land on Tuesday: the State would be given a day.) So a published
// example with roll='forward' and offset n is n + 1 working days after the day BEFORE its date: its own day may then be the first.

/** numpy's weekmask: Monday first, 1 for a valid day. */
const masked = (weekmask: string, holidays: readonly string[] = []): Calendar => ({
  name: weekmask,
  weekend: [...weekmask].flatMap((valid, i) => (valid === '0' ? [(i + 1) % 7] : [])),
  years: Object.fromEntries(Map.groupBy(holidays, iso => iso.slice(0, 4))),
})
const dayBefore = (iso: string): string => toIso(addDays(day(iso), -1))

describe('working days, by the published examples of numpy.busday_offset', () => {
  it.each([
    // "First business day in October 2011 (not accounting for holidays)": busday_offset('2011-10', 0, roll='forward')
    ['2011-10-01', 0, '1111100', '2011-10-03'],
    // "Third Wednesday in January 2011": busday_offset('2011-01', 2, roll='forward', weekmask='Wed')
    ['2011-01-01', 2, '0010000', '2011-01-19'],
    // "2012 Mother's Day in Canada and the U.S.": busday_offset('2012-05', 1, roll='forward', weekmask='Sun')
    ['2012-05-01', 1, '0000001', '2012-05-13'],
    // "First business day on or after a date"
    ['2011-03-20', 0, '1111100', '2011-03-21'],
    ['2011-03-22', 0, '1111100', '2011-03-22'],
    // Datetimes and Timedeltas, "np.busday_offset": a date that falls on a Saturday
    ['2011-06-25', 0, '1111100', '2011-06-27'],
    ['2011-06-25', 2, '1111100', '2011-06-29'],
  ])('%s rolled forward, %i on, weekmask %s: %s', (date, n, weekmask, wanted) => {
    expect(due(n + 1, dayBefore(date), masked(weekmask))).toBe(wanted)
  })
  it.each([
    // "First business day after a date"
    ['2011-03-20', 1, '2011-03-21'],
    ['2011-03-22', 1, '2011-03-23'],
    // Datetimes and Timedeltas
    ['2011-06-23', 1, '2011-06-24'],
    ['2011-06-23', 2, '2011-06-27'],
    ['2011-06-25', 2, '2011-06-28'],
  ])('%s rolled backward, %i on: %s', (date, n, wanted) => {
    expect(due(n, date, masked('1111100'))).toBe(wanted)
  })
  it('the examples of numpy.is_busday: a Friday that is a holiday, a Saturday, a Monday', () => {
    const c = masked('1111100', ['2011-07-01', '2011-07-04', '2011-07-17'])
    expect(['2011-07-01', '2011-07-02', '2011-07-18'].map(d => isWorkingDay(c, day(d)))).toEqual([false, false, true])
  })
})

describe('working days, by a table that numpy 2.4.6 computed', () => {
  const holidays = [
    ...['2021-01-01', '2021-01-18', '2021-02-15', '2021-04-02', '2021-05-31'],
    ...['2021-07-05', '2021-09-06', '2021-11-25', '2021-12-27'],
  ]
  // np.busday_offset(start, n, roll='backward', weekmask=weekmask, holidays=holidays if off else [])
  it.each([
    ['2021-06-03', 2, '1111100', true, '2021-06-07'],
    ['2021-07-10', 14, '1111100', true, '2021-07-29'],
    ['2021-01-13', 1, '1111100', true, '2021-01-14'],
    ['2021-09-20', 1, '1111100', true, '2021-09-21'],
    ['2021-06-25', 10, '1111100', false, '2021-07-09'],
    ['2021-01-18', 10, '1111100', false, '2021-02-01'],
    ['2021-04-08', 1, '1111100', false, '2021-04-09'],
    ['2021-02-02', 5, '1111100', false, '2021-02-09'],
    ['2021-07-22', 1, '1111001', true, '2021-07-25'],
    ['2021-04-22', 1, '1111001', true, '2021-04-25'],
    ['2021-09-28', 5, '1111001', true, '2021-10-05'],
    ['2021-01-19', 30, '1111001', true, '2021-03-03'],
    ['2021-10-05', 1, '1111001', false, '2021-10-06'],
    ['2021-04-13', 14, '1111001', false, '2021-05-03'],
    ['2021-11-06', 10, '1111001', false, '2021-11-18'],
    ['2021-01-20', 10, '1111001', false, '2021-02-03'],
    ['2021-10-15', 5, '1111110', true, '2021-10-21'],
    ['2021-01-14', 2, '1111110', true, '2021-01-16'],
    ['2021-01-12', 10, '1111110', true, '2021-01-25'],
    ['2021-02-26', 3, '1111110', true, '2021-03-02'],
    ['2021-07-22', 2, '1111110', false, '2021-07-24'],
    ['2021-09-22', 1, '1111110', false, '2021-09-23'],
    ['2021-10-08', 3, '1111110', false, '2021-10-12'],
    ['2021-10-02', 30, '1111110', false, '2021-11-06'],
    ['2021-12-04', 2, '0010000', true, '2021-12-15'],
    ['2021-02-10', 10, '0010000', true, '2021-04-21'],
    ['2021-10-08', 14, '0010000', true, '2022-01-12'],
    ['2021-03-26', 3, '0010000', true, '2021-04-14'],
    ['2021-02-07', 10, '0010000', false, '2021-04-14'],
    ['2021-12-19', 1, '0010000', false, '2021-12-22'],
    ['2021-10-04', 1, '0010000', false, '2021-10-06'],
    ['2021-11-01', 2, '0010000', false, '2021-11-10'],
    ['2021-08-31', 14, '1110100', true, '2021-09-27'],
    ['2021-09-18', 5, '1110100', true, '2021-09-27'],
    ['2021-05-29', 5, '1110100', true, '2021-06-08'],
    ['2021-10-15', 5, '1110100', true, '2021-10-25'],
    ['2021-06-23', 3, '1110100', false, '2021-06-29'],
    ['2021-04-26', 30, '1110100', false, '2021-06-16'],
    ['2021-03-22', 14, '1110100', false, '2021-04-14'],
    ['2021-04-23', 1, '1110100', false, '2021-04-26'],
  ])('%s, %i on, weekmask %s, holidays %s: %s', (start, n, weekmask, off, wanted) => {
    expect(due(n, start, masked(weekmask, off ? holidays : []))).toBe(wanted)
  })
})

describe('working days, by a plain walk over the platform’s Date', () => {
  it('for any week, any holidays, any start', () => {
    const calendar = fc.record({
      weekend: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
      off: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 20 }),
    })
    fc.assert(
      fc.property(calendar, fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 25 }), ({ weekend, off }, start, n) => {
        const iso = (t: number) => new Date(t * 86_400_000).toISOString().slice(0, 10)
        const first = Date.UTC(2020, 11, 20) / 86_400_000
        const holidays = off.map(k => iso(first + k))
        let walked = first + start
        for (let left = n; left > 0; ) {
          walked++
          if (!weekend.includes(new Date(walked * 86_400_000).getUTCDay()) && !holidays.includes(iso(walked))) left--
        }
        const c: Calendar = { name: 'x', weekend, years: Object.fromEntries(Map.groupBy(holidays, d => d.slice(0, 4))) }
        expect(toIso(dueOn(workingDays(n, 'seen'), (first + start) as Day, [], c))).toBe(iso(walked))
      }),
      lots,
    )
  })
})

describe('a holiday', () => {
  const unhq: Calendar = { name: 'UN Headquarters', weekend: [6, 0], years: { 2017: ['2017-07-04'] } }
  it('does not count in a year whose list is known, and counts as a plain Wednesday in one whose list is not', () => {
    expect(due(5, '2017-06-30', unhq)).toBe('2017-07-10')
    expect(due(5, '2018-06-29', unhq)).toBe('2018-07-06')
  })
  it('belongs to its calendar: Dhaka rests on Friday and Saturday', () => {
    const dhaka: Calendar = { name: 'Dhaka', weekend: [5, 6], years: {} }
    expect(due(5, '2021-09-07', WEEKENDS)).toBe('2021-09-14')
    expect(due(5, '2021-09-07', dhaka)).toBe('2021-09-14')
    expect(due(5, '2021-09-09', dhaka)).toBe('2021-09-16')
    expect(due(2, '2021-09-09', dhaka)).toBe('2021-09-13')
    expect(due(2, '2021-09-09', WEEKENDS)).toBe('2021-09-13')
    expect(due(1, '2021-09-09', dhaka)).toBe('2021-09-12')
  })
  it('that is no day closes no day, and nothing throws', () => {
    expect(due(5, '2021-09-07', { name: 'x', weekend: [6, 0], years: { 2021: ['2021-02-30x', 'soon'] } })).toBe('2021-09-14')
  })
  it('of a year without a list is a year that is named, both ends included', () => {
    expect(yearsWithoutList(unhq, day('2016-12-30'), day('2018-01-02'))).toEqual([2016, 2018])
    expect(yearsWithoutList(unhq, day('2017-01-01'), day('2017-12-31'))).toEqual([])
    expect(yearsWithoutList(WEEKENDS, day('2021-12-31'), day('2022-01-01'))).toEqual([2021, 2022])
  })
})

describe('a clock that stood', () => {
  const stop = (from: string, to: string): Stop => [day(from), day(to)]
  it('counts again from the day after the restart', () => {
    expect(due(6, '2021-01-11', WEEKENDS, [stop('2021-01-12', '2021-01-13')])).toBe('2021-01-20') // 12, 14, 15, 18, 19, 20
    expect(due(1, '2021-01-11', WEEKENDS, [stop('2021-01-11', '2021-01-15')])).toBe('2021-01-18')
    expect(toIso(dueOn(days(10, 'seen'), day('2021-03-01'), [stop('2021-03-03', '2021-03-09')], WEEKENDS))).toBe('2021-03-17')
    expect(toIso(dueOn(months(1, 'seen'), day('2021-01-31'), [stop('2021-02-03', '2021-02-05')], WEEKENDS))).toBe('2021-03-02')
  })
  it('and the next stop is held against the date that the first one moved', () => {
    expect(toIso(moved(day('2021-01-10'), day('2021-01-01'), [stop('2021-01-05', '2021-01-08'), stop('2021-01-12', '2021-01-14')]))).toBe(
      '2021-01-15',
    )
  })
  it('before the start, or after the date, moves nothing; across the start, only by what lies after it', () => {
    expect(toIso(moved(day('2021-01-20'), day('2021-01-10'), [stop('2021-01-02', '2021-01-08')]))).toBe('2021-01-20')
    expect(toIso(moved(day('2021-01-20'), day('2021-01-10'), [stop('2021-01-20', '2021-01-25')]))).toBe('2021-01-20')
    expect(toIso(moved(day('2021-01-20'), day('2021-01-10'), [stop('2021-01-02', '2021-01-12')]))).toBe('2021-01-22')
  })
})

it('the k-th period is counted from the anchor, never stepped', () => {
  const monthly = { n: 1, unit: 'months', from: 'anchor' } as const
  expect([1, 2, 3].map(k => toIso(periods(day('2021-01-31'), k, monthly)))).toEqual(['2021-02-28', '2021-03-31', '2021-04-30'])
  expect(toIso(periods(day('2021-01-31'), 3, { ...monthly, n: 14, unit: 'days' }))).toBe('2021-03-14')
})
