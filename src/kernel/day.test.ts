import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, type Day, day, edtf, FOREVER, LONG_AGO, later, toIso, weekday, yearOf } from './day.ts'

const numRuns = Number(process.env['RUNS'] ?? 1000)
const lots = { numRuns, ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) }
/** Any day of the years 0001 to 9999, most of them near a month's end, where the mistakes live. */
const aDay: fc.Arbitrary<Day> = fc
  .record({
    y: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1890, max: 2110 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 9900 }) },
    ),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.oneof(fc.integer({ min: 28, max: 31 }), fc.integer({ min: 1, max: 31 })),
  })
  .map(({ y, m, d }) => dayOf(Temporal.PlainDate.from({ year: y, month: m, day: d }, { overflow: 'constrain' })))
const EPOCH = Temporal.PlainDate.from('1970-01-01')
const dayOf = (date: Temporal.PlainDate): Day => EPOCH.until(date, { largestUnit: 'days' }).days as Day
const plain = (d: Day): Temporal.PlainDate => EPOCH.add({ days: d })

describe('a day is an integer, and the platform’s calendar agrees', () => {
  it('both ways, with its year and its day of the week', () => {
    fc.assert(
      fc.property(aDay, d => {
        const date = plain(d)
        expect(toIso(d)).toBe(date.toString())
        expect(day(date.toString())).toBe(d)
        expect(yearOf(d)).toBe(date.year)
        expect(weekday(d)).toBe(date.dayOfWeek % 7) // ISO counts Monday as 1 and Sunday as 7
      }),
      lots,
    )
  })
  it('on days later and earlier', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -4000, max: 4000 }), (d, k) => {
        expect(addDays(d, k)).toBe(dayOf(plain(d).add({ days: k })))
        expect(later(d, addDays(d, k))).toBe(k > 0 ? addDays(d, k) : d)
      }),
      lots,
    )
  })
  it('on months, clipped to the end of the month', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -400, max: 400 }), (d, k) => {
        const wanted = plain(d).add({ months: k }, { overflow: 'constrain' })
        if (wanted.year >= 1 && wanted.year <= 9999) expect(toIso(addMonths(d, k))).toBe(wanted.toString())
      }),
      lots,
    )
  })
  it('on each day of four hundred years, one after the other', () => {
    let date = Temporal.PlainDate.from('1896-12-31')
    for (let d = day('1896-12-31'); d <= day('2297-01-01'); d = addDays(d, 1), date = date.add({ days: 1 }))
      if (toIso(d) !== date.toString() || day(date.toString()) !== d) expect(toIso(d)).toBe(date.toString())
  })
})

describe('a month later, as published', () => {
  it.each([
    // java.time.LocalDate.plusMonths, in its own documentation
    ['2007-03-31', 1, '2007-04-30'],
    // examples told of it elsewhere: geeksforgeeks.org, qiita
    ['2018-08-31', 1, '2018-09-30'],
    ['2018-12-31', 9, '2019-09-30'],
    ['2020-01-28', 1, '2020-02-28'],
    ['2020-01-29', 1, '2020-02-29'],
    ['2020-01-30', 1, '2020-02-29'],
    ['2020-01-31', 1, '2020-02-29'],
    // dateutil.relativedelta, as its author’s list answered "what is 2005-01-31 plus one month?"
    ['2005-01-31', 1, '2005-02-28'],
    // monthdelta (Python), first examples of its documentation
    ['2008-01-30', 1, '2008-02-29'],
    ['2008-01-30', 2, '2008-03-30'],
    ['2012-01-31', 1, '2012-02-29'],
    ['2012-01-31', 3, '2012-04-30'],
    ['2012-02-29', 12, '2013-02-28'],
    // clamped at the end of the month, by the rule that they all state
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2000-01-31', 1, '2000-02-29'],
    ['2100-01-31', 1, '2100-02-28'],
    ['2021-03-31', 1, '2021-04-30'],
    ['2021-08-31', 6, '2022-02-28'],
    ['2019-08-31', 6, '2020-02-29'],
    ['2020-12-31', 2, '2021-02-28'],
    ['2021-12-31', 12, '2022-12-31'],
    ['2021-03-31', -1, '2021-02-28'],
    ['2021-01-31', -2, '2020-11-30'],
    ['2021-01-15', 0, '2021-01-15'],
  ])('%s and %i months: %s', (from, months, to) => {
    expect(toIso(addMonths(day(from), months))).toBe(to)
  })
  it('is counted from the anchor, so that the 31st comes back after February', () => {
    const anchor = day('2021-01-31')
    expect([1, 2, 3, 4].map(k => toIso(addMonths(anchor, k)))).toEqual(['2021-02-28', '2021-03-31', '2021-04-30', '2021-05-31'])
    expect(toIso(addMonths(addMonths(anchor, 1), 1))).toBe('2021-03-28') // what stepping would give
  })
})

describe('what a source knew', () => {
  const read = (text: string) => {
    const { occurredOn, latest } = edtf(text)
    return [occurredOn === LONG_AGO ? 'open' : toIso(occurredOn), latest === FOREVER ? 'open' : toIso(latest)]
  }
  it.each([
    ['2021-09-19', '2021-09-19', '2021-09-19'],
    ['2016-05', '2016-05-01', '2016-05-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2015-02', '2015-02-01', '2015-02-28'],
    ['2016-12', '2016-12-01', '2016-12-31'],
    ['2016', '2016-01-01', '2016-12-31'],
    ['2014/2015', '2014-01-01', '2015-12-31'],
    ['2014/2015-06', '2014-01-01', '2015-06-30'],
    ['2004/2007-10', '2004-01-01', '2007-10-31'],
    ['2016-05/2016-09', '2016-05-01', '2016-09-30'],
    ['2016-05-03/2016-05', '2016-05-03', '2016-05-31'],
    ['2016-05-03/2016-05-03', '2016-05-03', '2016-05-03'],
    ['../2018-04-23', 'open', '2018-04-23'],
    ['../2016', 'open', '2016-12-31'],
    ['2021-09-07/..', '2021-09-07', 'open'],
    ['2021-09/..', '2021-09-01', 'open'],
  ])('%s: from %s to %s', (text, first, last) => {
    expect(read(text)).toEqual([first, last])
  })
  it.each([
    ['', 'no such day: ""'],
    [' 2021', 'no such day: " 2021"'],
    ['2021-09-07 ', 'no such day: "2021-09-07 "'],
    ['2021-09-07\n', 'no such day: "2021-09-07\n"'],
    ['20210907', 'no such day: "20210907"'],
    ['2021-9', 'no such day: "2021-9"'],
    ['2021-9-7', 'no such day: "2021-9-7"'],
    ['2021-02-30', 'no such day: "2021-02-30"'],
    ['2021-02-29', 'no such day: "2021-02-29"'],
    ['1900-02-29', 'no such day: "1900-02-29"'],
    ['2021-13', 'no such day: "2021-13-01"'],
    ['2021-00', 'no such day: "2021-00-01"'],
    ['2021-21', 'no such day: "2021-21-01"'], // EDTF’s spring: not ours
    ['2021-09-XX', 'no such day: "2021-09-XX"'],
    ['202X', 'no such day: "202X-01-01"'],
    ['2021~', 'no such day: "2021~"'],
    ['0x7e', 'no such day: "0x7e-01-01"'],
    ['-2021-01-01', 'no such day: "-2021-01-01"'],
    ['12021-01-01', 'no such day: "12021-01-01"'], // a fifth digit is a slip of the hand, not the year 12021
    ['2021-09-07T00:00', 'no such day: "2021-09-07T00:00"'],
    ['２０２１', 'no such day: "２０２１-01-01"'],
    ['today', 'no such day: "today"'],
    ['/', 'no such day: ""'],
    ['2021/', 'no such day: ""'],
    ['/2021', 'no such day: ""'],
    ['../', 'no such day: ""'],
    ['2014/2015/2016', 'has more than two ends: "2014/2015/2016"'],
    ['../2021/..', 'has more than two ends: "../2021/.."'],
    ['2021-09-07/../', 'has more than two ends: "2021-09-07/../"'],
    ['..', 'says nothing: ".."'],
    ['../..', 'says nothing: "../.."'],
    ['2016/2015', 'ends before it begins: "2016/2015"'],
    ['2016-05-04/2016-05-03', 'ends before it begins: "2016-05-04/2016-05-03"'],
  ])('refuses %j, and says why', (text, says) => {
    expect(() => edtf(text)).toThrow(new RangeError(says))
  })
  it('reads nothing that it could not have written, and throws nothing but a RangeError', () => {
    const piece = fc.oneof(
      fc.constantFrom('2021', '-', '09', '07', '/', '..', '0', ' ', '2', '31', '02', '/2020', 'T', '−'),
      fc.string({ maxLength: 2 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const text = pieces.join('')
        try {
          const { occurredOn, latest } = edtf(text)
          expect(text).toMatch(/^(\.\.|\d{4}(-\d\d(-\d\d)?)?)(\/(\.\.|\d{4}(-\d\d(-\d\d)?)?))?$/)
          expect(occurredOn).toBeLessThanOrEqual(latest)
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
        }
      }),
      lots,
    )
  })
})
