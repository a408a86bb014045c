import { describe, expect, it } from 'vitest'
import { adopted, HORIZON } from '../../../tests/kernel/shapes.ts'
import { day, edtf, FOREVER, toIso } from '../day.ts'
import type { ObligationSpan } from './clock.ts'
import { asOf, obligations } from './derive.ts'
import { type Face, knownAt, standing } from './face.ts'
import { findings, groundsOf } from './finding.ts'
import { holders } from './holder.ts'
import type { Finding } from './rulebook.ts'

// Edges that histories drawn by lot seldom meet: each was once a mistake, in the engine or in the oracle, that luck alone would find.

type Told = readonly [on: string, type: string, is?: Face['is'], door?: Face['door']]
const faces = (...told: readonly Told[]): Face[] =>
  told.map(([on, type, is = {}, door = 'testimony'], i) => ({ seq: i + 1, id: `e${i + 1}`, type, subject: 'S', ...edtf(on), door, is }))
const derive = (...told: readonly Told[]): ObligationSpan[] => obligations(adopted, faces(...told), HORIZON)
const on = (spans: readonly ObligationSpan[], iso: string): string[] =>
  asOf(spans, day(iso)).map(s => `${s.key} ${s.state} due ${s.due === FOREVER ? 'none' : toIso(s.due)}`)
const life = (spans: readonly ObligationSpan[]): string[] => spans.map(s => `${toIso(s.from)} ${s.state}`)

const GAB = { state: 'GAB' }
const BDI = { state: 'BDI' }
const asked = (shape: string, when: string, is: Face['is'] = GAB, door: Face['door'] = 'testimony'): Told => [
  when,
  'Asked',
  { shape, ...is },
  door,
]
const grid = (when: string): Told => [when, 'Asked', { shape: 'on-grid' }] // every fourteen days, two days after

describe('a request that names its period', () => {
  const march = asked('in-a-month', '2021-01-10', { ...GAB, startingOn: day('2021-03-01'), until: day('2021-03-31') })
  const report = (when: string): Told => [when, 'Did', { shape: 'in-a-month', ...GAB }]
  it('is not answered by what was surely done before it', () => {
    expect(on(derive(march, report('2021-02-28')), '2021-03-15')).toEqual(['in-a-month|S|GAB|0 open due 2021-03-31'])
    expect(on(derive(march, report('2021-03-01')), '2021-03-15')).toEqual(['in-a-month|S|GAB|0 met due 2021-03-31'])
    expect(on(derive(march, report('2021-02/2021-03')), '2021-03-15')).toEqual(['in-a-month|S|GAB|0 met due 2021-03-31']) // may have come in March
  })
  it('that gives no first day is answered by whatever comes after it', () => {
    const words = asked('in-a-month', '2021-01-10', { ...GAB, startingOn: 'in March', until: day('2021-03-31') })
    expect(on(derive(words, report('2021-01-11')), '2021-01-11')).toEqual(['in-a-month|S|GAB|0 met due 2021-03-31'])
  })
  it('is owed no more once it was taken away; what was past due stays, and another State’s is another', () => {
    expect(on(derive(march, ['2021-02-01', 'Replaced', GAB]), '2021-02-01')).toEqual([])
    expect(on(derive(march, ['2021-02-01', 'Replaced', BDI]), '2021-02-01')).toEqual(['in-a-month|S|GAB|0 open due 2021-03-31'])
    expect(on(derive(march, ['2021-01-10', 'Replaced', GAB]), '2021-02-01')).toEqual(['in-a-month|S|GAB|0 open due 2021-03-31']) // of the one before
    expect(on(derive(march, ['2021-04-01', 'Replaced', GAB]), '2021-04-01')).toEqual(['in-a-month|S|GAB|0 silent due 2021-03-31'])
  })
  it('can be made again when it was taken away', () => {
    const again = asked('in-a-month', '2021-02-01', { ...GAB, until: day('2021-04-30') })
    expect(on(derive(march, ['2021-02-01', 'Ended', { shape: 'in-a-month' }], again), '2021-02-01')).toEqual([
      'in-a-month|S|GAB|1 open due 2021-04-30',
    ])
  })
})

describe('a clock that stood', () => {
  it('before the receipt, and went on after it: only the days from the receipt on are given back', () => {
    const spans = derive(
      asked('in-days', '2021-01-01'),
      ['2021-01-03', 'ClockStopped', { duty: 'in-days' }],
      ['2021-01-10', 'Received', GAB],
      ['2021-01-15', 'ClockRestarted', { duty: 'in-days' }],
    )
    expect(on(spans, '2021-01-16')).toEqual(['in-days|S|GAB|0 open due 2021-01-27'])
  })
  it('from Tuesday to Wednesday: Tuesday counts, Wednesday does not, nor Monday the 18th, a holiday', () => {
    const spans = derive(
      asked('served', '2021-01-11', BDI),
      ['2021-01-12', 'ClockStopped', { duty: 'served' }],
      ['2021-01-13', 'ClockRestarted', { duty: 'served' }],
    )
    expect(on(spans, '2021-01-13')).toEqual(['served|S|BDI|0 open due 2021-01-21'])
  })
  it('stands once: a restart of what runs, and a stop of what has no last day, are nothing', () => {
    expect(life(derive(asked('in-days', '2021-01-01'), ['2021-01-03', 'ClockRestarted', { duty: 'in-days' }]))).toEqual([
      '2021-01-01 open',
      '2021-01-14 silent',
    ])
    expect(life(derive(asked('soon', '2021-01-01'), ['2021-01-03', 'ClockStopped', { duty: 'soon' }]))).toEqual(['2021-01-01 silent'])
  })
  it('of another debtor, or of another duty, stands there and not here', () => {
    for (const is of [{ duty: 'in-days', debtor: 'BDI' }, { duty: 'served' }, {}])
      expect(life(derive(asked('in-days', '2021-01-01'), ['2021-01-03', 'ClockStopped', is]))).toEqual([
        '2021-01-01 open',
        '2021-01-14 silent',
      ])
  })
})

describe('an extension', () => {
  const extended = (...until: readonly unknown[]) =>
    derive(
      asked('in-days', '2021-01-01'),
      ...until.map(
        (u): Told => ['2021-01-05', 'DeadlineExtended', { duty: 'in-days', ...(u === undefined ? {} : { until: u as string }) }],
      ),
    )
  it('holds to the furthest day that was promised', () => {
    expect(on(extended(day('2021-02-01'), day('2021-01-20')), '2021-01-06')).toEqual(['in-days|S|GAB|0 open due 2021-02-01'])
    expect(on(extended(day('2021-01-04')), '2021-01-06')).toEqual(['in-days|S|GAB|0 open due 2021-01-13'])
  })
  it('to no day, or to words, is none', () => {
    expect(on(extended(undefined, 'soon'), '2021-01-06')).toEqual(['in-days|S|GAB|0 open due 2021-01-13'])
    expect(life(extended(undefined))).toEqual(['2021-01-01 open', '2021-01-14 silent'])
  })
  it('of what has no last day gives it none', () => {
    expect(
      life(derive(asked('soon', '2021-01-01'), ['2021-01-03', 'DeadlineExtended', { duty: 'soon', until: day('2021-01-09') }])),
    ).toEqual(['2021-01-01 silent'])
  })
})

describe('a turn of a duty that comes back', () => {
  it('begins on the board when the last period ends, and is counted from the end of its own', () => {
    const [first, second] = derive(grid('2021-01-10')).filter(s => s.state === 'open')
    expect([first!.begins, first!.start, first!.due].map(toIso)).toEqual(['2021-01-10', '2021-01-24', '2021-01-26'])
    expect([second!.begins, second!.start, second!.due].map(toIso)).toEqual(['2021-01-24', '2021-02-07', '2021-02-09'])
  })
  it('is not answered by a report that is nearer to a date that the mandate’s end took away', () => {
    const stray = derive(grid('2021-01-10'), ['2021-01-30', 'Ended', { shape: 'on-grid' }], ['2021-02-05', 'Did', { shape: 'on-grid' }])
    expect(on(stray, '2021-02-05')).toEqual(['on-grid|S|un.sg|0.1 silent due 2021-01-26'])
  })
  it('is answered by a report as near to it as to the first date that the end took away', () => {
    const late = derive(grid('2021-01-10'), ['2021-01-30', 'Ended', { shape: 'on-grid' }], ['2021-01-31', 'Did', { shape: 'on-grid' }])
    expect(on(late, '2021-01-31')).toEqual(['on-grid|S|un.sg|0.1 met late due 2021-01-26'])
  })
  it('of two equally near is the older', () => {
    const between = derive(grid('2021-01-10'), ['2021-01-31', 'Did', { shape: 'on-grid' }]) // seven days from the 24th, seven from 7 February
    expect(on(between, '2021-01-31')).toEqual(['on-grid|S|un.sg|0.1 met late due 2021-01-26', 'on-grid|S|un.sg|0.2 open due 2021-02-09'])
  })
  it('is the one that the report names, however far', () => {
    const named = derive(grid('2021-01-10'), ['2021-02-08', 'Did', { shape: 'on-grid', nth: 1 }])
    expect(on(named, '2021-02-08')).toEqual([
      'on-grid|S|un.sg|0.1 met late due 2021-01-26',
      'on-grid|S|un.sg|0.2 open due 2021-02-09',
      'on-grid|S|un.sg|0.3 open due 2021-02-23',
    ])
  })
  it('is not begun by an old mandate’s end, and a renewal on the day of the end begins anew', () => {
    expect(on(derive(['2021-01-10', 'Ended', { shape: 'on-grid' }], grid('2021-01-10')), '2021-01-12')).toEqual([
      'on-grid|S|un.sg|0.1 open due 2021-01-26',
    ])
    expect(on(derive(grid('2021-01-10'), ['2021-01-20', 'Ended', { shape: 'on-grid' }], grid('2021-01-20')), '2021-01-20')).toEqual([
      'on-grid|S|un.sg|1.1 open due 2021-02-05',
    ])
  })
  it('does not begin on the day on which the mandate ends, in whatever order that day is told', () => {
    const report = (on: string): Told => [on, 'Did', { shape: 'on-grid' }]
    const ended: Told = ['2021-01-24', 'Ended', { shape: 'on-grid' }]
    // the first date, 24 January, was answered on the 20th: a second report on the day of the end answers nothing that is still owed
    for (const last of [[report('2021-01-24'), ended] as const, [ended, report('2021-01-24')] as const])
      expect(on(derive(grid('2021-01-10'), report('2021-01-20'), ...last), '2021-01-24')).toEqual([
        'on-grid|S|un.sg|0.1 met due 2021-01-26',
      ])
  })
  it('that the end took away is counted from the anchor, like all: the 31st comes back after February', () => {
    const told = (reported: string) =>
      derive(
        ['2020-12-31', 'Asked', { shape: 'monthly' }],
        ['2021-02-26', 'Did', { shape: 'monthly', nth: 2 }], // 28 February is answered, 31 January is not
        ['2021-02-27', 'Ended', { shape: 'monthly' }], // takes away 31 March. From 28 February a step would land on the 28th
        [reported, 'Did', { shape: 'monthly' }],
      ).filter(s => s.key.endsWith('.1'))
    expect(life(told('2021-03-01')).at(-1)).toBe('2021-03-01 met late') // 29 days after 31 January, 30 before 31 March
    expect(life(told('2021-03-02')).at(-1)).toBe('2021-02-01 silent')
  })
  it('begins no more from the horizon on', () => {
    const last = derive(grid('2021-01-10')).at(-1)!
    expect(last.begins).toBeLessThan(HORIZON)
    expect(last.start).toBeGreaterThanOrEqual(HORIZON)
  })
})

describe('a sentence of silence', () => {
  it('counts once: said again, it is no news', () => {
    const said: Told = ['2021-01-20', 'SilenceStated', GAB]
    const again: Told = ['2021-01-25', 'SilenceStated', GAB]
    const spans = derive(asked('in-days', '2021-01-01'), said, again)
    expect(life(spans.filter(s => s.duty === 'in-days'))).toEqual(['2021-01-01 open', '2021-01-14 silent', '2021-01-20 overdue'])
    expect(spans.find(s => s.state === 'overdue')!.grounds).toEqual(['e1', 'e2'])
  })
})

describe('whose it is', () => {
  it('two States, two letters, two clocks; an act that names nobody may be anybody’s', () => {
    const two = [asked('in-days', '2021-01-01', GAB), asked('in-days', '2021-01-02', BDI)] as const
    expect(on(derive(...two, ['2021-01-05', 'Did', { shape: 'in-days', ...BDI }]), '2021-01-05')).toEqual([
      'in-days|S|GAB|0 open due 2021-01-13',
      'in-days|S|BDI|0 met due 2021-01-14',
    ])
    expect(on(derive(...two, ['2021-01-05', 'Did', { shape: 'in-days' }]), '2021-01-05')).toEqual([
      'in-days|S|GAB|0 met due 2021-01-13',
      'in-days|S|BDI|0 met due 2021-01-14',
    ])
  })
  it('a letter that names no State obliges one that is unnamed', () => {
    expect(on(derive(asked('soon', '2021-01-01', {})), '2021-01-05')).toEqual(['soon|S|unnamed|0 silent due none'])
  })
})

describe('on the closing day', () => {
  it('a second letter opens a new clock, which the same act meets at once', () => {
    const spans = derive(asked('in-days', '2021-01-01'), ['2021-01-05', 'Did', { shape: 'in-days' }], asked('in-days', '2021-01-05'))
    expect(on(spans, '2021-01-05')).toEqual(['in-days|S|GAB|0 met due 2021-01-13', 'in-days|S|GAB|1 met due 2021-01-17'])
  })
})

describe('knowledge', () => {
  const told = faces(
    asked('in-days', '2021-01-01'),
    ['2021-01-05', 'Did', { shape: 'in-days' }],
    ['2021-02-01', 'EntrySuperseded', { entry: 'e2' }],
  )
  it('is a shorter ledger', () => {
    expect(knownAt(told, 2).map(f => f.id)).toEqual(['e1', 'e2'])
  })
  it('of a correction that is itself corrected corrects nothing', () => {
    expect(standing(told).map(f => f.id)).toEqual(['e1'])
    const back: Face = { ...told[2]!, seq: 4, id: 'e4', is: { entry: 'e3' } }
    expect(standing([back, ...told.toReversed()]).map(f => f.id)).toEqual(['e1', 'e2'])
  })
})

describe('the baton', () => {
  it('is with the first holder, then with whom it was surely passed to, until the case is closed', () => {
    const held = holders(
      'un.cdt',
      faces(
        ['2021-01-04/2021-01-06', 'Asked'],
        ['2021-01-10/2021-01-14', 'BatonPassed', { office: 'un.oios' }],
        ['2021-02-01', 'CaseClosed'],
        ['2021-02-02', 'BatonPassed', { office: 'un.ovra' }],
      ),
    )
    expect(held.map(h => [toIso(h.from), toIso(h.to), h.office, h.grounds, h.subject])).toEqual([
      ['2021-01-04', '2021-01-14', 'un.cdt', ['e1'], 'S'],
      ['2021-01-14', '2021-02-01', 'un.oios', ['e2'], 'S'],
    ])
    expect(holders('un.cdt', [])).toEqual([])
  })
  it('that may never have been passed was not', () => {
    const held = holders('un.cdt', faces(['2021-01-04', 'Asked'], ['2021-01-10/..', 'BatonPassed', { office: 'un.oios' }]))
    expect(held.map(h => [toIso(h.from), h.to, h.office])).toEqual([['2021-01-04', FOREVER, 'un.cdt']])
  })
  it('passed twice on one day is where it was passed last', () => {
    const held = holders(
      'un.cdt',
      faces(
        ['2021-01-04', 'Asked'],
        ['2021-01-10', 'BatonPassed', { office: 'un.oios' }],
        ['2021-01-10', 'BatonPassed', { office: 'un.ovra' }],
      ),
    )
    expect(held.map(h => [toIso(h.from), h.office])).toEqual([
      ['2021-01-04', 'un.cdt'],
      ['2021-01-10', 'un.ovra'],
    ])
  })
})

describe('a finding by State and mission', () => {
  const rule: Finding = {
    finding: 'quiet',
    says: '',
    about: ['state', 'mission'],
    anyOf: [{ stated: { type: 'SilenceStated', is: {} }, until: [{ type: 'Did', is: {} }] }],
    cites: { instrument: 'x', standing: 'ours' },
  }
  const days = (...told: readonly Told[]) =>
    findings(rule, groundsOf(rule, faces(...told), [])).map(f => [
      f.group,
      toIso(f.from),
      f.to === FOREVER ? 'open' : toIso(f.to),
      f.grounds,
    ])
  const said: Told = ['2021-01-20', 'SilenceStated', { state: 'GAB', mission: 'MINUSCA' }]
  it('an answer that leaves a field out speaks for any; one that names another State, or is surely older, does not', () => {
    expect(days(said, ['2021-02-01', 'Did'])).toEqual([['GAB|MINUSCA', '2021-01-20', '2021-02-01', ['e1']]])
    expect(days(said, ['2021-02-01', 'Did', { state: 'BDI' }], ['2021-01-19', 'Did'])).toEqual([
      ['GAB|MINUSCA', '2021-01-20', 'open', ['e1']],
    ])
  })
  it('of several answers the first possible day ends it, and an answer on the very day leaves nothing', () => {
    expect(days(said, ['2021-03-01', 'Did'], ['2021-02-01/2021-02-09', 'Did'])).toEqual([
      ['GAB|MINUSCA', '2021-01-20', '2021-02-01', ['e1']],
    ])
    expect(days(said, ['2021-01-20', 'Did'])).toEqual([])
  })
  it('is cut where a ground comes or goes, and goes on', () => {
    const again: Told = ['2021-01-25', 'SilenceStated', { state: 'GAB', mission: 'MINUSCA' }]
    expect(days(said, again)).toEqual([
      ['GAB|MINUSCA', '2021-01-20', '2021-01-25', ['e1']],
      ['GAB|MINUSCA', '2021-01-25', 'open', ['e1', 'e2']],
    ])
  })
})
