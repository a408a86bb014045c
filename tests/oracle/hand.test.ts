// Examples worked by hand from kernel.md (2d and the traps of 1a). Every day below was counted on a calendar, not by the oracle.
import assert from 'node:assert/strict'
import { it } from 'vitest'
import { walk } from './oracle.ts'
import type { Adopted, Calendar, Day, Duty, Face, Pattern, Rulebook, Scalar } from './types.ts'
import { FOREVER, LONG_AGO } from './types.ts'

const day = (iso: string) => (Date.parse(`${iso}T00:00:00Z`) / 86_400_000) as Day
const iso = (d: number) => new Date(d * 86_400_000).toISOString().slice(0, 10)
const span = (when: string): [Day, Day] => {
  if (when.startsWith('../')) return [LONG_AGO, day(when.slice(3))]
  if (when.endsWith('/..')) return [day(when.slice(0, -3)), FOREVER]
  const [a = when, b = a] = when.split('/')
  return [day(a), day(b)]
}
const on = (type: string, is: Record<string, Scalar> = {}): Pattern => ({ type, is })
const duty = (name: string, rest: Partial<Duty> & Pick<Duty, 'arises' | 'within' | 'metBy'>): Duty => ({
  ...{ duty: name, act: name, binding: 'treaty', cites: { instrument: 'x', standing: 'ours' }, owedBy: { field: 'state' }, calendars: [] },
  ...rest,
})
const n = (count: number, unit: 'working days' | 'days' | 'months') => ({ n: count, unit, standing: 'ours' }) as const
const bookOf = (duties: Duty[], calendars: Record<string, Calendar> = {}): Rulebook => {
  return { engine: 1, states: [], offices: [], duties, findings: [], calendars }
}
const adopt = (book: Rulebook, from = '2000-01-01', seq = 0): Adopted => ({ seq, from: day(from), book })
type Told = [when: string, type: string, is?: Record<string, Scalar>, door?: 'command' | 'testimony']
const history = (...told: Told[]): Face[] =>
  told.map(([when, type, is = {}, door = 'testimony'], i) => {
    const [occurredOn, latest] = span(when)
    return { seq: i + 1, id: `e${i + 1}`, type, v: 1, subject: 'S', occurredOn, latest, door, is }
  })

/** The board as a story: for each key, the day and the words of every change, with due days as dates. */
function story(adopted: Adopted[] | Duty[], faces: Face[], first: string, last: string, horizon = '2030-01-01'): Record<string, string[]> {
  const books = adopted.map(a => ('book' in a ? a : undefined)).filter(a => a !== undefined)
  const board = walk(books.length ? books : [adopt(bookOf(adopted as Duty[]))], faces, day(first), day(last), day(horizon))
  assert.equal(board.size, day(last) - day(first) + 1)
  const told: Record<string, string[]> = {}
  const before = new Map<string, string>()
  for (const [d, lines] of board) {
    const today = new Map(lines.map(line => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]))
    for (const key of new Set([...before.keys(), ...today.keys()])) {
      const words = (today.get(key) ?? 'gone').replace(/due (-?\d+)/, (_, due) => `due ${iso(Number(due))}`)
      if (before.get(key) !== words && !(words === 'gone' && !before.has(key))) {
        told[key] ??= []
        told[key].push(`${iso(d)} ${words}`)
      }
      before.set(key, words)
    }
  }
  return told
}

// ---- the rules of the field
const GAB = { state: 'GAB', category: 'contingent' }
const reply = duty('conduct.reply', {
  arises: { on: on('MemberStateNotified', { category: 'contingent' }) },
  startsAt: on('NoticeReceived'),
  disputedBy: on('NoticeDisputed'),
  within: n(10, 'working days'),
  calendars: ['UNHQ'],
  metBy: [on('MemberStateResponded', { answer: 'investigates' }), on('InvestigatorNamed', { by: 'state' })],
  silenceStatedBy: [on('NoResponseReported', { statedBy: 'un' })],
})
const plain = (within: Duty['within'], rest: Partial<Duty> = {}) =>
  duty('d', { arises: { on: on('Asked') }, within, metBy: [on('Done')], ...rest })
const report = (every: number, rest: Partial<NonNullable<Duty['every']>> = {}, within: Duty['within'] = n(0, 'days')) =>
  duty('report', {
    owedBy: { office: 'un.sg' },
    arises: { on: on('ReportRequested') },
    every: { n: every, unit: 'months', from: 'anchor', starting: 'startingOn', ...rest },
    endedBy: [on('MandateEnded')],
    within,
    metBy: [on('ReportIssued')],
  })

// ---- 2d
it('GABON-2021: reply met in time, investigator named three working days late, conclusion never', () => {
  const name = duty('name', {
    arises: { on: on('InvestigatorRequested') },
    within: n(5, 'working days'),
    calendars: ['UNHQ'],
    metBy: [on('InvestigatorNamed', { by: 'state' })],
  })
  const conclude = duty('conclude', { arises: { on: on('InvestigationRequested') }, within: n(90, 'days'), metBy: [] })
  const unConcludes = duty('un-concludes', {
    owedBy: { office: 'un.oios' },
    arises: { on: on('InvestigationOpened', { by: 'un' }) },
    within: n(6, 'months'),
    metBy: [],
  })
  const faces = history(
    ['2021-09-07', 'MemberStateNotified', GAB],
    ['2021-09-07', 'InvestigatorRequested', GAB],
    ['2021-09-07', 'InvestigationRequested', GAB],
    ['2021-09-14', 'InvestigationOpened', { ...GAB, by: 'un' }],
    ['2021-09-15', 'MemberStateResponded', { ...GAB, answer: 'investigates' }],
    ['2021-09-19', 'InvestigatorNamed', { ...GAB, by: 'state' }],
  )
  const unhq = { UNHQ: { name: 'UNHQ', weekend: [0, 6], years: { 2020: ['2020-09-07'] } } }
  assert.deepEqual(story([adopt(bookOf([reply, name, conclude, unConcludes], unhq))], faces, '2021-09-01', '2022-04-01'), {
    'conduct.reply|S|GAB|0': ['2021-09-07 open due 2021-09-21', '2021-09-15 met due 2021-09-21'],
    'name|S|GAB|0': ['2021-09-07 open due 2021-09-14', '2021-09-15 silent due 2021-09-14', '2021-09-19 met late due 2021-09-14'],
    'conclude|S|GAB|0': ['2021-09-07 open due 2021-12-06', '2021-12-07 silent due 2021-12-06'],
    'un-concludes|S|un.oios|0': ['2021-09-14 open due 2022-03-14', '2022-03-15 silent due 2022-03-14'],
  })
})
it('MINUSCA-MAR2016: notified on or before 28 March', () => {
  const faces = history(['../2016-03-28', 'MemberStateNotified', { state: 'BDI', category: 'contingent' }])
  assert.deepEqual(story([reply], faces, '2016-03-20', '2016-05-01'), {
    'conduct.reply|S|BDI|0': ['2016-03-28 open due 2016-04-11', '2016-04-12 silent due 2016-04-11'],
  })
})
it('UNMISS-NPL-2018: named the next day', () => {
  const NPL = { state: 'NPL', category: 'contingent' }
  const faces = history(['../2018-04-23', 'MemberStateNotified', NPL], ['2018-04-24', 'InvestigatorNamed', { ...NPL, by: 'state' }])
  assert.deepEqual(story([reply], faces, '2018-04-01', '2018-08-01'), {
    'conduct.reply|S|NPL|0': ['2018-04-23 open due 2018-05-07', '2018-04-24 met due 2018-05-07'],
  })
})
it('a limit that the entry names; and a number that nobody gave', () => {
  const faces = history(['2016-12-06', 'Asked', { state: 'BDI', until: day('2017-06-06') }])
  const named = plain({ until: 'until', standing: 'second-hand' })
  assert.deepEqual(story([named], faces, '2016-12-01', '2017-07-01'), {
    'd|S|BDI|0': ['2016-12-06 open due 2017-06-06', '2017-06-07 silent due 2017-06-06'],
  })
  const none = history(['2016-12-05', 'Asked', { state: 'BDI' }], ['2016-12-09', 'Done'])
  for (const within of ['without delay', { until: 'until', standing: 'ours' }] as const)
    assert.deepEqual(story([plain(within)], none, '2016-12-01', '2016-12-20'), {
      'd|S|BDI|0': ['2016-12-05 silent due none', '2016-12-09 met due none'],
    })
  const byCommand = history(['2016-12-05', 'Asked', { state: 'BDI' }, 'command'])
  assert.deepEqual(story([plain('without delay')], byCommand, '2016-12-01', '2018-01-01'), {
    'd|S|BDI|0': ['2016-12-05 elapsing due none'],
  })
})
it('MINUSMA 2019-20: every three months, each report to the nearest date; the end takes the fifth off the board', () => {
  const faces = history(
    ['2019-06-28', 'ReportRequested'],
    ...(['2019-10-01', '2019-12-30', '2020-03-20', '2020-06-02'] as const).map((d): Told => [d, 'ReportIssued']),
    ['2020-06-30', 'MandateEnded'],
  )
  assert.deepEqual(story([report(3)], faces, '2019-06-01', '2020-12-31'), {
    'report|S|un.sg|0.1': ['2019-06-28 open due 2019-09-28', '2019-09-29 silent due 2019-09-28', '2019-10-01 met late due 2019-09-28'],
    'report|S|un.sg|0.2': ['2019-09-28 open due 2019-12-28', '2019-12-29 silent due 2019-12-28', '2019-12-30 met late due 2019-12-28'],
    'report|S|un.sg|0.3': ['2019-12-28 open due 2020-03-28', '2020-03-20 met due 2020-03-28'],
    'report|S|un.sg|0.4': ['2020-03-28 open due 2020-06-28', '2020-06-02 met due 2020-06-28'],
    'report|S|un.sg|0.5': ['2020-06-28 open due 2020-09-28', '2020-06-30 gone'],
  })
})
it('MINUSCA 2014-15: every four months from 1 August; one gap does not make the later reports late', () => {
  const faces = history(
    ['2014-04-10', 'ReportRequested', { startingOn: day('2014-08-01') }],
    ['2014-11-28', 'ReportIssued'],
    ['2015-04-01', 'ReportIssued'],
    ['2015-04-30', 'MandateEnded'],
  )
  assert.deepEqual(story([report(4)], faces, '2014-04-01', '2015-06-01'), {
    'report|S|un.sg|0.1': ['2014-04-10 open due 2014-08-01', '2014-08-02 silent due 2014-08-01'],
    'report|S|un.sg|0.2': ['2014-08-01 open due 2014-12-01', '2014-11-28 met due 2014-12-01'],
    'report|S|un.sg|0.3': ['2014-12-01 open due 2015-04-01', '2015-04-01 met due 2015-04-01'],
    'report|S|un.sg|0.4': ['2015-04-01 open due 2015-08-01', '2015-04-30 gone'],
  })
})
it('UNMISS 2015: within 45 days, met on the day', () => {
  const faces = history(['2015-10-09', 'Asked', { state: 'SSD' }], ['2015-11-23', 'Done'])
  assert.deepEqual(story([plain(n(45, 'days'))], faces, '2015-10-01', '2015-12-01'), {
    'd|S|SSD|0': ['2015-10-09 open due 2015-11-23', '2015-11-23 met due 2015-11-23'],
  })
})

// ---- the traps (March 2021: the 1st is a Monday)
const A = { state: 'AAA' }
const five = plain(n(5, 'working days'))
it('T11: stopped on the last day; the restart day does not count and breaches nobody', () => {
  const faces = history(
    ['2021-03-01', 'Asked', A, 'command'],
    ['2021-03-08', 'ClockStopped', { duty: 'd' }],
    ['2021-03-10', 'ClockRestarted', { duty: 'd', debtor: 'AAA' }],
    ['2021-03-11', 'ClockStopped', { duty: 'd' }], // past due: too late
  )
  assert.deepEqual(story([five], faces, '2021-03-01', '2021-03-20'), {
    'd|S|AAA|0': [
      '2021-03-01 open due 2021-03-08',
      '2021-03-08 stopped due none',
      '2021-03-10 open due 2021-03-10',
      '2021-03-11 overdue due 2021-03-10',
    ],
  })
})
it('a stop before the last day: three days stood, and the counter goes on from where it was', () => {
  const faces = history(
    ['2021-03-01', 'Asked', A, 'command'],
    ['2021-03-03', 'ClockStopped', { duty: 'd' }], // 2 and 3 March are counted
    ['2021-03-08/2021-03-09', 'ClockRestarted', { duty: 'd' }], // vague: from its latest day
  )
  assert.deepEqual(story([five], faces, '2021-03-09', '2021-03-12'), { 'd|S|AAA|0': ['2021-03-09 open due 2021-03-12'] })
  assert.deepEqual(story([plain(n(10, 'days'))], faces, '2021-03-09', '2021-03-12'), { 'd|S|AAA|0': ['2021-03-09 open due 2021-03-17'] })
})
// As first written, under the reading that the last extension told holds. kernel.md 2e leaves it not open ("an extension never shortens"), and the
// oracle was changed. It stands, and must fail: an engine under which it passes has taken back days that were promised. The next one says what holds.
it.fails('T12: an extension in time holds, one too late does not; an excuse ends it', () => {
  const faces = history(
    ['2021-03-01', 'Asked', A, 'command'],
    ['2021-03-02', 'DeadlineExtended', { duty: 'd', until: day('2021-03-15') }],
    ['2021-03-03', 'DeadlineExtended', { duty: 'd', until: day('2021-03-12') }], // the latest one holds
    ['2021-03-04', 'DeadlineExtended', { duty: 'd', until: day('2021-03-30'), debtor: 'BBB' }], // another's
    ['2021-03-13', 'DeadlineExtended', { duty: 'd', until: day('2021-04-30') }],
    ['2021-03-15', 'DutyWaived', { duty: 'd' }],
  )
  assert.deepEqual(story([five], faces, '2021-03-01', '2021-03-20'), {
    'd|S|AAA|0': [
      '2021-03-01 open due 2021-03-08',
      '2021-03-02 open due 2021-03-15',
      '2021-03-03 open due 2021-03-12',
      '2021-03-13 overdue due 2021-03-12',
      '2021-03-15 excused due 2021-03-12',
    ],
  })
})
it('T12: of several extensions in time the furthest holds, one too late does not; an excuse ends it', () => {
  const faces = history(
    ['2021-03-01', 'Asked', A, 'command'],
    ['2021-03-02', 'DeadlineExtended', { duty: 'd', until: day('2021-03-15') }],
    ['2021-03-03', 'DeadlineExtended', { duty: 'd', until: day('2021-03-12') }], // no shorter than what was promised
    ['2021-03-04', 'DeadlineExtended', { duty: 'd', until: day('2021-03-30'), debtor: 'BBB' }], // another's
    ['2021-03-16', 'DeadlineExtended', { duty: 'd', until: day('2021-04-30') }],
    ['2021-03-17', 'DutyWaived', { duty: 'd' }],
  )
  assert.deepEqual(story([five], faces, '2021-03-01', '2021-03-20'), {
    'd|S|AAA|0': [
      '2021-03-01 open due 2021-03-08',
      '2021-03-02 open due 2021-03-15',
      '2021-03-16 overdue due 2021-03-15',
      '2021-03-17 excused due 2021-03-15',
    ],
  })
})
it('T11: a last day that had passed when the clock began is no breach on the first day', () => {
  const faces = history(['2021-03-04', 'Asked', { ...A, until: day('2021-03-01') }, 'command'])
  assert.deepEqual(story([plain({ until: 'until', standing: 'seen' })], faces, '2021-03-01', '2021-03-10'), {
    'd|S|AAA|0': ['2021-03-04 open due 2021-03-04', '2021-03-05 overdue due 2021-03-04'],
  })
})
it('T13: months are counted from the anchor and clipped', () => {
  const faces = history(['2021-01-31', 'ReportRequested'])
  const told = story([report(1)], faces, '2021-01-01', '2021-04-01', '2021-03-31')
  assert.deepEqual(
    Object.values(told).map(words => words[0]),
    ['2021-01-31 open due 2021-02-28', '2021-02-28 open due 2021-03-31'],
  )
  assert.deepEqual(story([plain(n(1, 'months'))], history(['2021-01-31', 'Asked', A]), '2021-01-31', '2021-02-28'), {
    'd|S|AAA|0': ['2021-01-31 open due 2021-02-28'],
  })
})
it('T15: rolling, the next turn begins when the last was closed', () => {
  const faces = history(['2020-08-01', 'ReportRequested'], ['2020-11-08', 'ReportIssued'], ['2021-03-06', 'ReportIssued'])
  const told = story([report(3, { from: 'last' })], faces, '2020-08-01', '2021-03-10')
  assert.deepEqual(told['report|S|un.sg|0.2'], [
    '2020-11-08 open due 2021-02-08',
    '2021-02-09 silent due 2021-02-08',
    '2021-03-06 met late due 2021-02-08', // 26 days late, as T15 says
  ])
  assert.deepEqual(told['report|S|un.sg|0.3'], ['2021-03-06 open due 2021-06-06'])
})
it('T16: two calendars, the later day counts; unknown names are passed over', () => {
  const calendars = {
    UNHQ: { name: 'UNHQ', weekend: [0, 6], years: { 2021: ['2021-03-02'] } },
    BGD: { name: 'BGD', weekend: [5, 6], years: {} },
  }
  // UNHQ: 3 4 5 8 9 March. Dhaka (Friday and Saturday off): 2 3 4 7 8 March. Plain weekends: 2 3 4 5 8.
  const due = (names: Duty['calendars']) =>
    story(
      [adopt(bookOf([plain(n(5, 'working days'), { calendars: names })], calendars))],
      history(['2021-03-01', 'Asked', { state: 'BGD' }]),
      '2021-03-01',
      '2021-03-01',
    )['d|S|BGD|0']?.[0]
  assert.equal(due(['UNHQ', { field: 'state' }]), '2021-03-01 open due 2021-03-09')
  assert.equal(due(['XXX', { field: 'state' }]), '2021-03-01 open due 2021-03-08')
  assert.equal(due([{ field: 'capital' }]), '2021-03-01 open due 2021-03-08')
})
it('T8: a reminder is ignored, a trigger on the closing day opens a new clock', () => {
  const faces = history(
    ['2021-03-01', 'Asked', A],
    ['2021-03-03', 'Asked', A], // a reminder
    ['2021-03-04', 'Done', A],
    ['2021-03-04', 'Asked', A], // met at once by the same act
    ['2021-03-05', 'Asked', A],
  )
  assert.deepEqual(story([five], faces, '2021-03-01', '2021-03-06'), {
    'd|S|AAA|0': ['2021-03-01 open due 2021-03-08', '2021-03-04 met due 2021-03-08'],
    'd|S|AAA|1': ['2021-03-04 met due 2021-03-11'],
    'd|S|AAA|2': ['2021-03-05 open due 2021-03-12'],
  })
})
it('T20, T21, T22: a silence stated early says nothing; stated late it is overdue; service voids it; a dispute marks', () => {
  const no = { state: 'AAA', statedBy: 'un' }
  const faces = history(
    ['2021-03-01', 'MemberStateNotified', { state: 'AAA', category: 'contingent' }], // ten working days: 15 March
    ['2021-03-15/2021-03-16', 'NoResponseReported', no], // may have been said in time
    ['2021-03-17', 'NoResponseReported', { statedBy: 'un' }], // names nobody
    ['2021-03-17/2021-03-18', 'NoResponseReported', no], // counts, from the 18th
    ['2021-03-19', 'NoticeDisputed', A],
    ['2021-03-22/2021-03-24', 'NoticeReceived', A], // ten working days from 24 March: 7 April
    ['2021-03-26', 'NoticeReceived', A], // neither the first nor after a dispute
  )
  assert.deepEqual(story([reply], faces, '2021-03-01', '2021-04-10'), {
    'conduct.reply|S|AAA|0': [
      '2021-03-01 open due 2021-03-15',
      '2021-03-16 silent due 2021-03-15',
      '2021-03-18 overdue due 2021-03-15',
      '2021-03-19 overdue disputed due 2021-03-15',
      '2021-03-22 open due 2021-04-07',
      '2021-04-08 silent due 2021-04-07',
    ],
  })
})
it('a receipt with an open end leaves no day to count from', () => {
  const faces = history(
    ['2021-03-01', 'MemberStateNotified', { state: 'AAA', category: 'contingent' }, 'command'],
    ['2021-03-05/..', 'NoticeReceived', A],
  )
  assert.deepEqual(story([reply], faces, '2021-03-01', '2021-04-10'), {
    'conduct.reply|S|AAA|0': ['2021-03-01 open due 2021-03-15', '2021-03-05 elapsing due none'],
  })
})
it('T3: a correction rewrites the past, and a correction of the correction restores it', () => {
  const told: Told[] = [
    ['2021-03-01', 'Asked', A],
    ['2021-03-02', 'Done', A],
    ['2021-05-01', 'EntrySuperseded', { entry: 'e2' }],
    ['2021-06-01', 'EntrySuperseded', { entry: 'e3' }],
  ]
  assert.deepEqual(story([five], history(...told.slice(0, 3)), '2021-03-01', '2021-03-05'), {
    'd|S|AAA|0': ['2021-03-01 open due 2021-03-08'],
  })
  assert.deepEqual(story([five], history(...told), '2021-03-01', '2021-03-05'), {
    'd|S|AAA|0': ['2021-03-01 open due 2021-03-08', '2021-03-02 met due 2021-03-08'],
  })
})
it('T23: a vague act helps from its earliest day, one that is surely older does not', () => {
  const faces = history(
    ['2021-03-02/2021-03-04', 'Asked', A],
    ['2021-03-01', 'Done', A], // before the earliest asking
    ['2021-02-01/2021-03-02', 'Done', { state: 'BBB' }], // another's
    ['2021-03-06/2021-03-20', 'Done'], // may be anybody's, may be in time
  )
  assert.deepEqual(story([five], faces, '2021-03-01', '2021-03-15'), {
    'd|S|AAA|0': ['2021-03-04 open due 2021-03-11', '2021-03-06 met due 2021-03-11'],
  })
})
it('T25: after the end a report answers an old date only if the date taken away is not nearer', () => {
  // grid 1 April, 1 July, 1 October; the end on 10 July takes away 1 October. The middle of 1 July and 1 October is 16 August.
  const told = (issued: string) =>
    story(
      [report(3, {}, n(5, 'days'))],
      history(['2021-01-01', 'ReportRequested'], ['2021-07-10', 'MandateEnded'], [issued, 'ReportIssued']),
      '2021-01-01',
      '2021-12-31',
    )
  assert.deepEqual(told('2021-08-16')['report|S|un.sg|0.2'], [
    '2021-04-01 open due 2021-07-06',
    '2021-07-07 silent due 2021-07-06',
    '2021-08-16 met late due 2021-07-06',
  ])
  assert.equal(told('2021-08-17')['report|S|un.sg|0.2']?.length, 2)
  assert.deepEqual(told('2021-08-17')['report|S|un.sg|0.3'], ['2021-07-01 open due 2021-10-06', '2021-07-10 gone'])
})
it('a renewal on the day of the end opens a new run; nth names a turn', () => {
  const faces = history(
    ['2021-01-01', 'ReportRequested', {}, 'command'],
    ['2021-04-20', 'ReportIssued', { nth: 2 }],
    ['2021-05-01', 'MandateEnded'],
    ['2021-05-01', 'ReportRequested', {}, 'command'],
  )
  assert.deepEqual(story([report(3)], faces, '2021-01-01', '2021-06-01'), {
    'report|S|un.sg|0.1': ['2021-01-01 open due 2021-04-01', '2021-04-02 overdue due 2021-04-01'],
    'report|S|un.sg|0.2': ['2021-04-01 open due 2021-07-01', '2021-04-20 met due 2021-07-01'],
    'report|S|un.sg|1.1': ['2021-05-01 open due 2021-08-01'],
  })
})
it('a stop lengthens the period first, then the limit; the next turn keeps the grid', () => {
  const faces = history(
    ['2021-03-01', 'ReportRequested', {}, 'command'],
    ['2021-03-05', 'ClockStopped', { duty: 'report' }],
    ['2021-03-08', 'ClockRestarted', { duty: 'report' }],
  )
  // period to 11 March, three days stood: 14 March; then five working days after Sunday 14 March: Friday 19 March
  const told = story([report(10, { unit: 'days' }, n(5, 'working days'))], faces, '2021-03-01', '2021-03-20')
  assert.deepEqual(told['report|S|un.sg|0.1'], [
    '2021-03-01 open due 2021-03-18', // after Thursday 11 March: 12 15 16 17 18
    '2021-03-05 stopped due none',
    '2021-03-08 open due 2021-03-19',
    '2021-03-20 overdue due 2021-03-19',
  ])
  assert.deepEqual(told['report|S|un.sg|0.2'], ['2021-03-11 open due 2021-03-26']) // after Sunday 21 March: 22 .. 26
})
it('a limit in months is counted from the lengthened end of the period', () => {
  const faces = history(
    ['2021-01-20', 'ReportRequested'],
    ['2021-01-25', 'ClockStopped', { duty: 'report' }],
    ['2021-01-27', 'ClockRestarted', { duty: 'report' }],
  )
  // period to 30 January, two days stood: 1 February; one month after: 1 March (from 30 January it would be 28 February + 2 = 2 March)
  const told = story([report(10, { unit: 'days' }, n(1, 'months'))], faces, '2021-01-27', '2021-01-27')
  assert.deepEqual(told['report|S|un.sg|0.1'], ['2021-01-27 open due 2021-03-01'])
})
it('rolling: a late report on the day of the end closes its turn and begins no other', () => {
  const faces = history(['2021-01-01', 'ReportRequested'], ['2021-04-10', 'MandateEnded'], ['2021-04-10', 'ReportIssued'])
  assert.deepEqual(story([report(3, { from: 'last' })], faces, '2021-04-01', '2021-04-30'), {
    'report|S|un.sg|0.1': ['2021-04-01 open due 2021-04-01', '2021-04-02 silent due 2021-04-01', '2021-04-10 met late due 2021-04-01'],
  })
})
it('a lapse raises a duty on its day, under the book of that day; a disputed lapse raises none', () => {
  const instead = (within: Duty['within']) =>
    duty('instead', {
      owedBy: { office: 'un.oios' },
      arises: { whenOverdue: 'd' },
      within,
      metBy: [on('InvestigationOpened')],
    })
  const old = plain(n(5, 'working days'), { disputedBy: on('Disputed') })
  const books = [
    adopt(bookOf([instead('without delay'), old])),
    adopt(bookOf([plain(n(1, 'days')), instead(n(3, 'days'))]), '2021-03-05', 9),
  ]
  const asked: Told = ['2021-03-01', 'Asked', A, 'command']
  assert.deepEqual(story(books, history(asked, ['2021-03-10', 'InvestigationOpened']), '2021-03-01', '2021-03-12'), {
    'd|S|AAA|0': ['2021-03-01 open due 2021-03-08', '2021-03-09 overdue due 2021-03-08'], // keeps the book of its start
    'instead|S|un.oios|0': ['2021-03-09 open due 2021-03-12', '2021-03-10 met due 2021-03-12'],
  })
  assert.deepEqual(story(books, history(asked, ['2021-03-04', 'Disputed']), '2021-03-01', '2021-03-12'), {
    'd|S|AAA|0': [
      '2021-03-01 open due 2021-03-08',
      '2021-03-04 open disputed due 2021-03-08',
      '2021-03-09 overdue disputed due 2021-03-08',
    ],
  })
})
it('is total and quiet where there is nothing to say', () => {
  assert.deepEqual(story([five], history(['2021-03-01/..', 'Asked', A], ['2021-03-01', 'Done']), '2021-03-01', '2021-03-31'), {})
  assert.deepEqual(
    [...walk([], [], 3 as Day, 4 as Day, FOREVER)],
    [
      [3, []],
      [4, []],
    ].map(([d, l]) => [d, l]),
  )
  assert.deepEqual(story([five], history(['2021-03-01', 'Asked']), '2021-03-01', '2021-03-02'), {
    'd|S|unnamed|0': ['2021-03-01 open due 2021-03-08'],
  })
})
