import { describe, expect, it } from 'vitest'
import { adopted, book, HORIZON, rolling } from '../../../tests/kernel/shapes.ts'
import { day, edtf } from '../day.ts'
import type { ObligationSpan } from './clock.ts'
import { asOf, obligations } from './derive.ts'
import type { Face } from './face.ts'
import { days, duty, language, months, seen, workingDays } from './language.ts'
import type { Duty, Rulebook } from './rulebook.ts'
import { said, why } from './why.ts'

// The arithmetic in words: what binds, from where it counts, what did not count, and what this record does not know.

const { on, the } = language<{ Asked: { state: string; until: number }; Received: { state: string }; Named: { state: string } }>()
const name = duty('name', {
  act: 'name a national investigator',
  owedBy: the('state'),
  arises: on('Asked'),
  startsAt: on('Received'),
  within: workingDays(5, 'seen'),
  metBy: on('Named'),
  binding: 'request',
  cites: seen('The notices', 'page 2'),
})
const unhq = { name: 'UN Headquarters', weekend: [6, 0], years: { 2017: ['2017-07-04'] } }
const bookOf = (d: Duty, calendars: Rulebook['calendars'] = { UNHQ: unhq }): Rulebook => ({ ...book, duties: [d], findings: [], calendars })

type Told = readonly [on: string, type: string, is?: Face['is'], door?: Face['door']]
const history = (...told: readonly Told[]): Face[] =>
  told.map(([when, type, is = {}, door = 'testimony'], i) => {
    const whose: Face['is'] = type === 'Asked' || type === 'Received' ? { state: 'GAB', ...is } : is
    return { seq: i + 1, id: `e${i + 1}`, type, subject: 'S', ...edtf(when), door, is: whose }
  })
const says = (d: Duty, asOfDay: string, told: readonly Told[], calendars?: Rulebook['calendars']): string => {
  const b = bookOf(d, calendars)
  const spans = obligations([{ seq: 0, from: day('2000-01-01'), book: b }], history(...told), day('2023-01-01'))
  return why(asOf(spans, day(asOfDay))[0]!, b).join(' ')
}
const asked: Told = ['2021-09-07', 'Asked']

describe('why says', () => {
  it('what is counted from where, what is not known of the holidays, and on what it rests', () => {
    expect(says(name, '2021-09-13', [asked])).toBe(
      '5 working days after Tue 7 Sep 2021: Tue 14 Sep 2021. The day of the start does not count. ' +
        'UN Headquarters has no holiday list for 2021 on this record: weekends only. ' +
        'Asked for, not binding: The notices, page 2 (read in the text named; the limit: read in the text named).',
    )
  })
  it('each year without a list, and none that has one: nothing is guessed', () => {
    const listed = { UNHQ: { ...unhq, years: { 2021: ['2021-12-31'] } } }
    expect(says(name, '2021-12-29', [['2021-12-28', 'Asked']], listed)).toMatch(
      /Holidays at UN Headquarters: Fri 31 Dec 2021\. UN Headquarters has no holiday list for 2022 on this record: weekends only\./,
    )
    expect(says(name, '2021-12-29', [['2021-12-28', 'Asked']])).toMatch(/no holiday list for 2021 and 2022 on this record: weekends only\./)
    expect(says(name, '2017-06-30', [['2017-06-30', 'Asked']])).not.toMatch(/no holiday list/)
  })
  it('which holidays did not count, but not those that fell on a weekend', () => {
    const listed = { UNHQ: { ...unhq, years: { 2021: ['2021-09-08', '2021-09-11', '2021-09-30'] } } }
    expect(says(name, '2021-09-08', [asked], listed)).toMatch(
      /^5 working days after Tue 7 Sep 2021: Wed 15 Sep 2021\. .*Holidays at UN Headquarters: Wed 8 Sep 2021\. Asked/,
    )
  })
  it('that of two calendars the later day counts, and shows both', () => {
    const both = {
      UNHQ: { ...unhq, years: { 2021: ['2021-09-10'] } },
      GAB: { name: 'Libreville', weekend: [6, 0], years: { 2021: ['2021-09-08', '2021-09-09'] } },
    }
    expect(says(name, '2021-09-15', [asked], both)).toMatch(
      /by the calendar of UN Headquarters: Wed 15 Sep 2021\. 5 .* by the calendar of Libreville: Thu 16 Sep 2021\. The later day counts: Thu 16 Sep 2021\..*Holidays at UN Headquarters: Fri 10 Sep 2021\. Holidays at Libreville: Wed 8 Sep 2021, Thu 9 Sep 2021\./,
    )
  })
  it('that without any calendar there are only weekends', () => {
    expect(says(name, '2021-09-08', [asked], {})).toMatch(/Weekends has no holiday list for 2021 on this record: weekends only\./)
  })
  it('that silence on a record is no breach', () => {
    expect(says(name, '2021-09-15', [asked])).toMatch(
      /We know of this from a source, not from the register: no answer on this record\. That is not a breach\./,
    )
    expect(says(name, '2021-09-15', [['2021-09-07', 'Asked', {}, 'command']])).not.toMatch(/We know of this from a source/)
  })
  it('to when it was extended, and so the last day in time', () => {
    const extended: Told = ['2021-09-10', 'DeadlineExtended', { duty: 'name', until: day('2021-09-20') }]
    expect(says(name, '2021-09-13', [asked, extended])).toMatch(
      /: Tue 14 Sep 2021\..* Extended to Mon 20 Sep 2021\. So the last day in time is Mon 20 Sep 2021\./,
    )
  })
  it('from when to when the clock stood', () => {
    const stood: Told[] = [asked, ['2021-09-08', 'ClockStopped', { duty: 'name' }], ['2021-09-10', 'ClockRestarted', { duty: 'name' }]]
    expect(says(name, '2021-09-09', stood)).toMatch(
      /^The clock stands: no day is due until it starts again\. The clock stood from Wed 8 Sep 2021\. /,
    )
    expect(says(name, '2021-09-10', stood)).toMatch(/The clock stood from Wed 8 Sep 2021 to Fri 10 Sep 2021\./)
    // a limit in days: the arithmetic says the day that the stop made of it
    expect(says({ ...name, within: days(5, 'seen') }, '2021-09-10', stood)).toMatch(/^5 days after Tue 7 Sep 2021: Tue 14 Sep 2021\. /)
  })
  it('the restart day, where the clock stood on the last day', () => {
    const stood: Told[] = [asked, ['2021-09-14', 'ClockStopped', { duty: 'name' }], ['2021-09-17', 'ClockRestarted', { duty: 'name' }]]
    expect(says(name, '2021-09-17', stood)).toMatch(/: Tue 14 Sep 2021\. .*So the last day in time is Fri 17 Sep 2021\./)
  })
  it('that the start is the day of the receipt', () => {
    expect(says(name, '2021-09-09', [asked, ['2021-09-09', 'Received']])).toMatch(/^5 working days after Thu 9 Sep 2021: Thu 16 Sep 2021\./)
    expect(says(name, '2021-09-09', [asked, ['2021-09-09/..', 'Received']])).toMatch(
      /^Served on a day of which no source knows the last possible one: nothing can be counted, so it is never overdue\./,
    )
  })
  it('one month as one month', () => {
    expect(says({ ...name, within: months(1, 'second-hand') }, '2021-09-09', [asked])).toMatch(
      /^1 month after Tue 7 Sep 2021: Thu 7 Oct 2021\. .*the limit: read at second hand\)\.$/,
    )
  })
  it('that no number stands in the text, and what this means by either door', () => {
    const soon: Duty = { ...name, within: 'without delay', binding: 'treaty' }
    expect(says(soon, '2021-09-09', [asked])).toBe(
      'Without delay, from Tue 7 Sep 2021: no number of days stands in the text, so it is never overdue. ' +
        'We know of this from a source, not from the register: whether it was done is not on this record. No days run. ' +
        'The treaty binds: The notices, page 2 (read in the text named).',
    )
    expect(says(soon, '2021-09-09', [['2021-09-07', 'Asked', {}, 'command']])).toMatch(
      /so the days are shown and it is never overdue\. The treaty binds/,
    )
  })
  it('that the entry names the last day, or that it does not', () => {
    const byADay: Duty = { ...name, within: { until: 'until', standing: 'ours' } }
    expect(says(byADay, '2021-09-09', [['2021-09-07', 'Asked', { until: day('2021-10-01') }]])).toMatch(
      /^The entry itself names the last day: Fri 1 Oct 2021\. .*the limit: ours: no text gives it\)\.$/,
    )
    expect(says(byADay, '2021-09-09', [asked])).toMatch(/^The entry names no last day, so it is never overdue\./)
  })
  it('the first day of the period that the entry asks for', () => {
    const inMarch: Duty = { ...name, within: { until: 'until', standing: 'ours' }, notBefore: 'from' }
    expect(says(inMarch, '2021-09-09', [['2021-09-07', 'Asked', { from: day('2021-10-01'), until: day('2021-10-31') }]])).toMatch(
      /names the last day: Sun 31 Oct 2021\. What was done before Fri 1 Oct 2021 does not answer it: the entry names that day\. /,
    )
    expect(says(inMarch, '2021-09-09', [['2021-09-07', 'Asked', { from: 'October', until: day('2021-10-31') }]])).not.toMatch(
      /does not answer/,
    )
  })
  it('the day that the entry names as the entry names it, whatever moved it since', () => {
    const byADay: Duty = { ...name, within: { until: 'until', standing: 'ours' } }
    const named: Told = ['2021-09-07', 'Asked', { until: day('2021-09-14') }]
    const extended: Told = ['2021-09-10', 'DeadlineExtended', { duty: 'name', until: day('2021-09-20') }]
    expect(says(byADay, '2021-09-13', [named, extended])).toMatch(
      /^The entry itself names the last day: Tue 14 Sep 2021\. Extended to Mon 20 Sep 2021\. So the last day in time is Mon 20 Sep 2021\./,
    )
    expect(says(byADay, '2021-09-16', [['2021-09-16', 'Asked', { until: day('2021-09-14') }]])).toMatch(
      /^The entry itself names the last day: Tue 14 Sep 2021\. So the last day in time is Thu 16 Sep 2021\./,
    )
  })
  it('that a period ends, where a duty comes back', () => {
    const faces = history(['2021-01-11', 'Asked', { shape: 'monthly' }], ['2021-01-11', 'Asked', { shape: 'rolling' }])
    const first = (d: string) => why(obligations(adopted, faces, HORIZON).find((s: ObligationSpan) => s.duty === d)!, book)[0]
    expect(first('monthly')).toBe('Owed on the day on which the period ends: Thu 11 Feb 2021.')
    expect(first(rolling.duty)).toBe('2 working days after Thu 21 Jan 2021: Mon 25 Jan 2021.')
  })
  it('that the book does not have the duty', () => {
    const s = obligations(adopted, history(['2021-01-11', 'Asked', { shape: 'served' }]), HORIZON)[0]!
    expect(why(s, { ...book, duties: [] })).toEqual(['This rulebook has no served.'])
  })
})

it('says a day as people do', () => {
  expect([said(day('2021-09-07')), said(day('2024-02-29'))]).toEqual(['Tue 7 Sep 2021', 'Thu 29 Feb 2024'])
})
