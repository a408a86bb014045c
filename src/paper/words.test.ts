import { describe, expect, it } from 'vitest'
import { addDays, day, FOREVER, LONG_AGO } from '../kernel/day.ts'
import { dayInWords, edtfInWords, rangeInWords } from './dates.tsx'
import type { Drawn } from './drawn.ts'
import { LANGUAGES } from './messages.ts'
import { SPECIMENS } from './specimens.ts'
import { dueWords, standsAs, stateWords } from './words.ts'

const on = day('2021-09-20')
const reply: Drawn = { state: 'open', binding: 'treaty', start: day('2021-09-07'), due: day('2021-09-21'), from: day('2021-09-07') }
const saying = (d: Drawn, lang = 'en') => stateWords(lang, d, on).text

describe('what may be said', () => {
  it('counts what is left, and says when it is the last day', () => {
    expect(saying(reply)).toBe('Open, 1 day left')
    expect(saying({ ...reply, due: on })).toBe('Open, today is the last day')
    expect(saying({ ...reply, due: day('2021-10-17') })).toBe('Open, 27 days left')
  })
  it('calls it so on a terminal, too: by the very word of the page, inside a sentence', () => {
    expect(standsAs({ state: 'silent', binding: 'treaty', due: '2021-09-14' })).toBe('no answer on this record')
    expect(standsAs({ state: 'silent', binding: 'treaty', due: null })).toBe('not on this record')
    expect(standsAs({ state: 'met', binding: 'treaty', due: FOREVER })).toBe('done')
    expect(standsAs({ state: 'overdue', binding: 'request', due: '2021-09-14' })).toBe('past the date asked')
    expect(standsAs({ state: 'overdue', binding: 'treaty', due: '2021-09-14' })).toBe('overdue')
  })
  it('says how long before the day it was met', () => {
    expect(saying({ ...reply, state: 'met', from: day('2021-09-15') })).toBe('Met, 6 days before')
    expect(saying({ ...reply, state: 'met', from: day('2021-09-21') })).toBe('Met, on the last day')
  })
  it('calls no answer to a request late', () => {
    const named: Drawn = { ...reply, state: 'met late', binding: 'request', due: day('2021-09-14'), from: day('2021-09-19') }
    expect(saying(named)).toBe('Answered after the date asked, by 5 days')
    expect(saying({ ...named, binding: 'treaty' })).toBe('Met late, 5 days late')
  })
  it('says overdue of what binds, and on whose word', () => {
    const over: Drawn = { ...reply, state: 'overdue', due: day('2021-09-14') }
    expect(saying(over)).toBe('Overdue by 6 days')
    expect(saying({ ...over, stated: day('2021-09-18') })).toBe('Overdue, as the UN said on 18 Sep 2021')
    expect(saying({ ...over, binding: 'request' })).toBe('Past the date asked, by 6 days')
    expect(stateWords('en', { ...over, disputed: true }, on).class).toBe('s-past')
  })
  it('says of silence that the record does not know', () => {
    expect(saying({ ...reply, state: 'silent', due: day('2021-09-14') })).toBe('No answer on this record')
    expect(saying({ ...reply, state: 'silent', due: FOREVER })).toBe('Not on this record')
  })
  it('counts days where no number stands, and subtracts nothing from a day that is not known', () => {
    expect(saying({ ...reply, state: 'elapsing', due: FOREVER, start: addDays(on, -1892) })).toBe('Elapsing, 1,892 days')
    const done: Drawn = { ...reply, state: 'met', due: FOREVER, start: addDays(on, -725), from: on }
    expect(saying(done)).toBe('Done, in 725 days')
    expect(saying({ ...done, startRange: [LONG_AGO, done.start] })).toBe('Done, days not known')
    expect(saying({ ...reply, state: 'met', actRange: [day('2021-09-10'), day('2021-09-12')] })).toBe('Met, between 10 and 12 Sep 2021')
  })
  it('says of every state something, in every language', () => {
    for (const lang of Object.keys(LANGUAGES)) for (const [, d] of SPECIMENS) expect(stateWords(lang, d, on).strong).not.toBe('')
  })
})

describe('until when', () => {
  it('is as firm as the promise', () => {
    expect(dueWords('en', reply)).toEqual({ text: 'due 21 Sep 2021', iso: '2021-09-21' })
    expect(dueWords('en', { ...reply, binding: 'request' }).text).toBe('asked for by 21 Sep 2021')
    expect(dueWords('en', { ...reply, binding: 'assumption' }).text).toBe('by our assumption 21 Sep 2021')
    expect(dueWords('en', { ...reply, startRange: [day('2021-09-01'), day('2021-09-07')] }).text).toBe('due by 21 Sep 2021 at the latest')
  })
  it('says why there is no day', () => {
    expect(dueWords('en', { ...reply, due: FOREVER }).text).toBe('no date in the text')
    expect(dueWords('en', { ...reply, due: FOREVER, numbered: true }).text).toBe('due day not on this record')
    expect(dueWords('en', { ...reply, state: 'stopped', due: FOREVER }).text).toBe('no day until the clock starts again')
  })
})

describe('days in words', () => {
  it('says them as the United Nations writes them, with Western digits', () => {
    expect(dayInWords('en', on)).toBe('20 Sep 2021')
    expect(dayInWords('fr', day('2021-09-01'), 'long')).toBe('1er septembre 2021')
    expect(dayInWords('ar', on)).toBe('20 أيلول/سبتمبر 2021')
    expect(dayInWords('ar', on, 'tick')).toBe('20 أيلول')
    expect(saying({ ...reply, state: 'elapsing', due: FOREVER, start: addDays(on, -1897) }, 'ar')).toContain('1,897 يومًا')
  })
  it.each([
    ['2021-09-19', '19 September 2021'],
    ['2018-04', 'April 2018'],
    ['../2018-04-23', 'on or before 23 April 2018'],
    ['2021-09-07/..', 'on or after 7 September 2021'],
    ['2016-05/2016-09', 'between May and September 2016'],
    ['2016-04-01/2016-04-03', 'between 1 and 3 April 2016'],
    ['2016-06-05/2017-06-06', 'between 5 June 2016 and 6 June 2017'],
    ['2014/2015-06', 'between 2014 and June 2015'],
    ['2016', '2016'],
  ])('reads %s as %s', (text, words) => expect(edtfInWords('en', text)).toBe(words))
  it('says a whole month as a month, a whole year as a year', () => {
    expect(rangeInWords('en', [day('2016-05-01'), day('2016-05-31')])).toBe('May 2016')
    expect(rangeInWords('en', [day('2016-05-01'), day('2016-09-30')])).toBe('between May and Sep 2016')
    expect(rangeInWords('en', [day('2016-01-01'), day('2016-12-31')])).toBe('2016')
    expect(rangeInWords('en', [on, on])).toBe('20 Sep 2021')
    expect(rangeInWords('en', [LONG_AGO, FOREVER])).toBe('day not on this record')
  })
})
