import { describe, expect, it } from 'vitest'
import { type Day, day, edtf, toIso } from '../kernel/day.ts'
import type { ObligationSpan } from '../kernel/rules/clock.ts'
import { asOf, obligations } from '../kernel/rules/derive.ts'
import type { Door, Face, Scalar } from '../kernel/rules/face.ts'
import { findings, groundsOf } from '../kernel/rules/finding.ts'
import { holders } from '../kernel/rules/holder.ts'
import { overdue } from '../kernel/rules/language.ts'
import type { Adopted, Rulebook } from '../kernel/rules/rulebook.ts'
import { validate } from '../kernel/rules/validate.ts'
import { why } from '../kernel/rules/why.ts'
import { nameInvestigator, nonResponse, reply } from './duties.ts'
import type { Conduct } from './entries.ts'
import { conduct } from './index.ts'

// Stories of the field, told in entries: what a reader of the record may conclude from them, and what not.

const book: Rulebook = {
  engine: 1,
  states: ['BDI', 'BGD', 'COD', 'GAB', 'MAR', 'NER', 'NPL', 'SEN'],
  offices: ['un.cdt', 'un.dmspc', 'un.oios', 'un.ovra'],
  duties: conduct.duties,
  findings: conduct.findings,
  calendars: { UNHQ: { name: 'UN Headquarters', weekend: [6, 0], years: {} } },
  firstHolders: conduct.firstHolders,
}
const inForce: readonly Adopted[] = [{ seq: 0, from: day('1990-01-01'), book }]

type Line = { [T in keyof Conduct]: readonly [on: string, type: T, is?: Partial<Conduct[T]>] }[keyof Conduct]
type Kernel = readonly [on: string, type: 'DeadlineExtended' | 'ClockStopped' | 'ClockRestarted' | 'DutyWaived', is: Record<string, Scalar>]
/** As the ledger reads a face: a text in the form of a day is a day. */
const read = (is: object): Face['is'] =>
  Object.fromEntries(Object.entries(is).map(([k, v]) => [k, typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v) ? day(v) : (v as Scalar)]))
const tell =
  (door: Door, always: Face['is'] = { category: 'contingent' }) =>
  (...lines: readonly (Line | Kernel)[]): Face[] =>
    lines.map(([on, type, is], i) => ({
      seq: i + 1,
      id: `${type} ${i + 1}`,
      type,
      subject: 'S',
      ...edtf(on),
      door,
      is: read({ mission: 'MINUSCA', state: 'GAB', ...always, ...is }),
    }))
const register = tell('command')
const sources = tell('testimony')

const derive = (faces: readonly Face[], books = inForce): ObligationSpan[] => obligations(books, faces, day('2030-01-01'))
/** The states of one duty, each with the first day on which it holds. */
const life = (faces: readonly Face[], duty: string, books = inForce): string =>
  derive(faces, books)
    .filter(s => s.duty === `conduct.${duty}`)
    .map(s => `${toIso(s.from)} ${s.state}${s.disputed ? ' (disputed)' : ''}`)
    .join(', ')
const found = (faces: readonly Face[], books = inForce): string[] =>
  book.findings.flatMap(rule =>
    findings(rule, groundsOf(rule, faces, derive(faces, books))).map(f => `${f.finding} ${f.group} ${toIso(f.from)}`),
  )
const owing = (faces: readonly Face[]): string[] => [...new Set(derive(faces).map(s => s.duty.replace('conduct.', '')))].sort()
const says = (faces: readonly Face[], duty: string, on: string): string =>
  why(asOf(derive(faces), day(on)).find(s => s.duty === `conduct.${duty}`)!, book).join(' ')

const notified = (on: string): Line => [on, 'MemberStateNotified', { matter: 'sea' }]
const unSaysNothingCame = (on: string): Line => [on, 'NoResponseReported', { statedBy: 'un' }]

it('the chapter’s rules may be adopted', () => {
  expect(validate(book)).toEqual([])
})
it('no finding rests on a text that nobody here has read or was told of', () => {
  for (const f of conduct.findings) {
    const duties = f.anyOf.flatMap(c => ('overdue' in c ? conduct.duties.filter(d => d.duty === c.overdue) : []))
    for (const rule of [f, ...duties]) expect(['seen', 'second-hand'], f.finding).toContain(rule.cites.standing)
  }
})
it('a face that obliges a State names its mission, too: every group of a finding has both', () => {
  for (const d of conduct.duties)
    if ('field' in d.owedBy && 'on' in d.arises)
      expect(Object.keys(conduct.entries[d.arises.on.type]!.face.shape), d.duty).toEqual(expect.arrayContaining(['mission', 'state']))
})

describe('the State’s reply', () => {
  it('is in time on the tenth working day, and past it the day after', () => {
    expect(life(register(notified('2018-01-02')), 'reply')).toBe('2018-01-02 open, 2018-01-17 overdue')
    const answered = (on: string) => life(register(notified('2018-01-02'), [on, 'MemberStateResponded', { answer: 'declines' }]), 'reply')
    expect(answered('2018-01-16')).toBe('2018-01-02 open, 2018-01-16 met')
    expect(answered('2018-01-17')).toBe('2018-01-02 open, 2018-01-17 met late')
  })
  it('is not given by an acknowledgement', () => {
    const acknowledged = register(notified('2018-01-02'), ['2018-01-05', 'MemberStateResponded', { answer: 'acknowledges' }])
    expect(life(acknowledged, 'reply')).toBe('2018-01-02 open, 2018-01-17 overdue')
  })
  it('is given by beginning: an investigator, or an inquiry, the State’s own or a joint one', () => {
    for (const by of ['state', 'joint'] as const) {
      expect(life(sources(notified('2018-01-02'), ['2018-01-05', 'InvestigatorNamed', { by }]), 'reply')).toMatch(/2018-01-05 met$/)
      expect(life(sources(notified('2018-01-02'), ['2018-01-05', 'InvestigationOpened', { by }]), 'reply')).toMatch(/2018-01-05 met$/)
    }
    expect(life(sources(notified('2018-01-02'), ['2018-01-05', 'InvestigationOpened', { by: 'un' }]), 'reply')).toMatch(
      /2018-01-17 silent$/,
    )
  })
  it('counts from the notice, not from the reminder', () => {
    expect(life(register(notified('2018-01-02'), notified('2018-01-12')), 'reply')).toBe('2018-01-02 open, 2018-01-17 overdue')
  })
  it('missed by the register, leaves it to the UN to investigate; missed on a public record, it does not', () => {
    expect(life(register(notified('2018-01-02')), 'un-investigates-instead')).toBe('2018-01-17 elapsing')
    expect(life(sources(notified('2018-01-02')), 'un-investigates-instead')).toBe('')
  })
})

describe('silence', () => {
  it('on a public record is no breach', () => {
    const story = sources(notified('2018-01-02'))
    expect(life(story, 'reply')).toBe('2018-01-02 open, 2018-01-17 silent')
    expect(found(story)).toEqual([])
    expect(says(story, 'reply', '2018-01-17')).toMatch(/no answer on this record\. That is not a breach\./)
  })
  it('that the UN states after the due day is overdue from that day on', () => {
    expect(life(sources(notified('2018-01-02'), unSaysNothingCame('2018-01-29')), 'reply')).toMatch(
      /2018-01-17 silent, 2018-01-29 overdue$/,
    )
  })
  it.each(['press', 'state', undefined] as const)('that %s states changes nothing', statedBy => {
    const is = statedBy ? { statedBy } : {}
    expect(found(sources(['2018-01-29', 'NoResponseReported', is]))).toEqual([])
    expect(life(sources(notified('2018-01-02'), ['2018-01-29', 'NoResponseReported', is]), 'reply')).toBe(
      '2018-01-02 open, 2018-01-17 silent',
    )
  })
  it('stated on the third day, or on a day that may still be the last one in time, turns nothing red', () => {
    for (const on of ['2018-01-05', '2018-01-16', '2018-01-16/2018-01-20', '2018-01'])
      expect(life(sources(notified('2018-01-02'), unSaysNothingCame(on)), 'reply'), on).toBe('2018-01-02 open, 2018-01-17 silent')
    // said early and answered late: late by its own date, never by the sentence
    const late = sources(notified('2018-01-02'), unSaysNothingCame('2018-01-05'), [
      '2018-01-22',
      'MemberStateResponded',
      { answer: 'declines' },
    ])
    expect(life(late, 'reply')).toBe('2018-01-02 open, 2018-01-17 silent, 2018-01-22 met late')
  })
  it('stated on a vague day counts from its latest', () => {
    expect(life(sources(notified('2018-01-02'), unSaysNothingCame('2018-01-17/2018-01-25')), 'reply')).toMatch(/2018-01-25 overdue$/)
  })
  it('must name whom it accuses', () => {
    const another = sources(notified('2018-01-02'), ['2018-01-29', 'NoResponseReported', { statedBy: 'un', state: 'BDI' }])
    expect(life(another, 'reply')).toBe('2018-01-02 open, 2018-01-17 silent')
    const nobody = sources(notified('2018-01-02'), unSaysNothingCame('2018-01-29')).map(
      (f): Face => (f.type === 'NoResponseReported' ? { ...f, is: { mission: 'MINUSCA', category: 'contingent', statedBy: 'un' } } : f),
    )
    expect(life(nobody, 'reply')).toBe('2018-01-02 open, 2018-01-17 silent')
  })
})

describe('service', () => {
  it('moves the start later, and never back', () => {
    expect(life(register(notified('2018-01-02'), ['2018-01-08', 'NoticeReceived']), 'reply')).toBe(
      '2018-01-02 open, 2018-01-08 open, 2018-01-23 overdue',
    )
    expect(life(register(notified('2018-01-08'), ['2018-01-02/2018-01-08', 'NoticeReceived']), 'reply')).toMatch(/2018-01-23 overdue$/)
  })
  it('counts once: the second receipt of the same notice gives no more time', () => {
    const twice = register(notified('2018-01-02'), ['2018-01-08', 'NoticeReceived'], ['2018-01-15', 'NoticeReceived'])
    expect(life(twice, 'reply')).toBe('2018-01-02 open, 2018-01-08 open, 2018-01-23 overdue')
  })
  it('that is disputed marks the days: they ground no finding and raise no duty, until a receipt', () => {
    const disputed = register(notified('2018-01-02'), ['2018-01-10', 'NoticeDisputed'])
    expect(life(disputed, 'reply')).toBe('2018-01-02 open, 2018-01-10 open (disputed), 2018-01-17 overdue (disputed)')
    expect(found(disputed)).toEqual([])
    expect(life(disputed, 'un-investigates-instead')).toBe('')
    expect(says(disputed, 'reply', '2018-01-20')).toMatch(/disputes that it was served: nothing is concluded from these days\./)
    const served = register(notified('2018-01-02'), ['2018-01-10', 'NoticeDisputed'], ['2018-01-22', 'NoticeReceived'])
    expect(life(served, 'reply')).toMatch(/2018-01-17 overdue \(disputed\), 2018-01-22 open, 2018-02-06 overdue$/)
    expect(life(served, 'un-investigates-instead')).toBe('2018-02-06 elapsing')
    expect(found(served)).toEqual(['conduct.default GAB|MINUSCA 2018-02-06', 'conduct.non-response GAB|MINUSCA 2018-02-06'])
  })
  it('after the due day sets the clock running again; the days before it stay on the board, for nobody knew', () => {
    const served = register(notified('2018-01-02'), ['2018-01-22', 'NoticeReceived'])
    expect(life(served, 'reply')).toBe('2018-01-02 open, 2018-01-17 overdue, 2018-01-22 open, 2018-02-06 overdue')
  })
  it('voids a silence that was stated before it', () => {
    const served = sources(notified('2018-01-02'), unSaysNothingCame('2018-01-18'), ['2018-01-22', 'NoticeReceived'])
    expect(life(served, 'reply')).toBe('2018-01-02 open, 2018-01-17 silent, 2018-01-18 overdue, 2018-01-22 open, 2018-02-06 silent')
  })
})

describe('a duty without a number', () => {
  const referred: Line = ['2016-12-05', 'ReferredForAccountability']
  it('runs days only where a register would know that it was done', () => {
    expect(life(sources(referred), 'report-outcome')).toBe('2016-12-05 silent')
    expect(life(register(referred), 'report-outcome')).toBe('2016-12-05 elapsing')
    expect(says(sources(referred), 'report-outcome', '2017-01-01')).toMatch(
      /so it is never overdue\. .*whether it was done is not on this record\. No days run\./,
    )
    expect(says(register(referred), 'report-outcome', '2017-01-01')).toMatch(/so the days are shown and it is never overdue\./)
  })
  it('is met by the State’s own word', () => {
    expect(life(sources(referred, ['2019-11-17', 'OutcomeReported', { by: 'state' }]), 'report-outcome')).toBe(
      '2016-12-05 silent, 2019-11-17 met',
    )
  })
  it.each<{ word: Line }>([
    { word: ['2019-11-17', 'OutcomeReported', { by: 'un' }] },
    { word: ['2019-11-17', 'OutcomeReported'] },
    { word: ['2019-11-17', 'StatusReported', { by: 'press' }] },
    { word: ['2019-11-17', 'StatusReported', { by: 'state' }] },
    { word: ['2019-11-17', 'ProgressReported', { by: 'state' }] },
  ])('is not met by what is no outcome told by the State: $word', ({ word }) => {
    const story = sources(referred, ['2016-12-06', 'LimitStated', { until: '2017-06-06' }], word)
    expect(life(story, 'report-outcome')).toBe('2016-12-05 silent')
    expect(life(story, 'keep-stated-limit')).toBe('2016-12-06 open, 2017-06-07 silent')
    expect(owing(story)).not.toContain('tell-complainant')
    expect(owing(story).includes('tell-complainant-own-outcome')).toBe(word[1] === 'OutcomeReported' && word[2] !== undefined)
  })
})

describe('the investigator asked for', () => {
  it.each([
    ['un', '2021-09-07 open, 2021-09-15 silent'],
    ['joint', '2021-09-07 open, 2021-09-10 met'],
    ['state', '2021-09-07 open, 2021-09-10 met'],
  ] as const)('named by %s', (by, wanted) => {
    expect(life(sources(['2021-09-07', 'InvestigatorRequested'], ['2021-09-10', 'InvestigatorNamed', { by }]), 'name-investigator')).toBe(
      wanted,
    )
  })
  it('is only asked for: its lapse grounds no finding, and the compiler says so first', () => {
    expect(found(register(['2021-09-07', 'InvestigatorRequested']))).toEqual([])
    overdue(reply)
    // @ts-expect-error  a request grounds no finding
    overdue(nameInvestigator)
  })
})

describe('the pathway stands in the category; what is not known raises nothing', () => {
  // every letter that a contingent’s State would get, and at the end the UN saying that nothing came
  const everyLetter: Line[] = [
    ['2021-09-01', 'ReportReceived', { matter: 'sea' }],
    notified('2021-09-07'),
    ['2021-09-07', 'InvestigatorRequested'],
    ['2021-09-07', 'InvestigationRequested', { gravity: 'grave' }],
    ['2021-09-07', 'InvestigationRequested', { gravity: 'ordinary' }],
    ['2021-09-08', 'LimitStated', { until: '2022-03-08' }],
    ['2021-09-09', 'ReferredForAccountability'],
    ['2021-09-10', 'ClaimSentToState'],
    unSaysNothingCame('2022-09-10'),
  ]
  const ofTheState = conduct.duties.filter(d => 'field' in d.owedBy).map(d => d.duty.replace('conduct.', ''))
  const doors = ['command', 'testimony'] as const

  it('seven duties are the State’s, each for contingents only', () => {
    expect(ofTheState).toHaveLength(7)
    for (const d of conduct.duties)
      if (ofTheState.includes(d.duty.replace('conduct.', '')) || d.duty === 'conduct.inform-state')
        expect('on' in d.arises && d.arises.on.is['category'], d.duty).toBe('contingent')
  })
  it.each(doors)('of a contingent, by %s, they all arise, and the silence grounds what it may', door => {
    const story = tell(door)(...everyLetter)
    expect(owing(story)).toEqual([...ofTheState, 'help-victim', 'inform-state', 'un-investigates-instead'].sort())
    expect(found(story)).toEqual(
      door === 'command'
        ? ['2021-09-22', '2022-09-10']
            .map(on => `conduct.default GAB|MINUSCA ${on}`)
            .concat(['2021-09-22', '2022-09-10'].map(on => `conduct.non-response GAB|MINUSCA ${on}`))
        : ['conduct.default GAB|MINUSCA 2022-09-10', 'conduct.non-response GAB|MINUSCA 2022-09-10'],
    )
  })
  it.each(doors)('the police story, by %s: a formed unit, and no State owes or is found anything; the UN investigates', door => {
    const story = tell(door, { category: 'formed-police' })(...everyLetter)
    expect(owing(story)).toEqual(['help-victim', 'un-investigates-formed-police'])
    expect(found(story)).toEqual([])
  })
  it.each(doors)('of an expert or a civilian, by %s, the UN investigates', door => {
    for (const category of ['expert', 'civilian'] as const) {
      const story = tell(door, { category })(...everyLetter)
      expect([owing(story), found(story)]).toEqual([['help-victim', `un-investigates-${category}`], []])
    }
  })
  it.each(doors)('of another force, or of nobody knows whom, by %s, only help is owed', door => {
    for (const is of [{ category: 'other-force' }, {}]) {
      const story = tell(door, is)(...everyLetter)
      expect([owing(story), found(story)]).toEqual([['help-victim'], []])
    }
  })
})

describe('the UN’s own inquiry', () => {
  const opened: Line = ['2016-01-29', 'InvestigationOpened', { by: 'un' }]
  it('has the UN’s own limit, whoever is investigated', () => {
    expect(life(tell('testimony', { category: 'formed-police' })(opened), 'un-concludes')).toBe('2016-01-29 open, 2016-07-30 silent')
    const own = tell('command', {})
    expect(life(own(opened, ['2016-05-02', 'InvestigationConcluded', { by: 'un' }]), 'un-concludes')).toBe(
      '2016-01-29 open, 2016-05-02 met',
    )
    expect(life(own(opened, ['2016-09-02', 'InvestigationConcluded', { by: 'joint' }]), 'un-concludes')).toBe(
      '2016-01-29 open, 2016-07-30 overdue, 2016-09-02 met late',
    )
  })
  it('is not concluded by the State, and a joint one is not the UN’s own', () => {
    expect(life(register(opened, ['2016-05-02', 'InvestigationConcluded', { by: 'state' }]), 'un-concludes')).toMatch(/overdue$/)
    expect(life(register(['2016-01-29', 'InvestigationOpened', { by: 'joint' }]), 'un-concludes')).toBe('')
  })
  it('whose outcome the UN reports has the complainant told', () => {
    const told = register(['2016-05-02', 'OutcomeReported', { by: 'un' }], ['2016-05-09', 'ComplainantTold'])
    expect(life(told, 'tell-complainant-own-outcome')).toBe('2016-05-02 elapsing, 2016-05-09 met')
    expect(life(told, 'tell-complainant')).toBe('')
  })
})

describe('a finding', () => {
  it('does not reach back before its instrument; the default has no such bound', () => {
    expect(found(sources(unSaysNothingCame('2016-01-29')))).toEqual(['conduct.default GAB|MINUSCA 2016-01-29'])
    expect(found(sources(unSaysNothingCame('2016-03-10')))).toEqual(['conduct.default GAB|MINUSCA 2016-03-10'])
    expect(found(sources(unSaysNothingCame('2016-03-11')))).toEqual([
      'conduct.default GAB|MINUSCA 2016-03-11',
      'conduct.non-response GAB|MINUSCA 2016-03-11',
    ])
    expect(found(sources(unSaysNothingCame('2016-03')))).toEqual(['conduct.default GAB|MINUSCA 2016-03-31']) // may have been said on the first of March
  })
  it('counts one lapse once: red since February, said again in April by the press, it began too early', () => {
    const early = register(notified('2016-01-18'), ['2016-04-04', 'NoResponseReported', { statedBy: 'press' }])
    expect(found(early)).toEqual(['conduct.default GAB|MINUSCA 2016-02-02'])
  })
  it('may rest on the UN’s statement of April though the lapse of February is too old', () => {
    const again = register(notified('2016-01-18'), unSaysNothingCame('2016-04-04'))
    expect(groundsOf(nonResponse, again, derive(again)).map(g => [g.by, toIso(g.from)])).toEqual([['NoResponseReported 2', '2016-04-04']])
  })
  it('rests on a lapse that began after the resolution, though the notice is older', () => {
    expect(found(register(notified('2016-03-01')))).toContain('conduct.non-response GAB|MINUSCA 2016-03-16')
  })
  it('ends when the State acts, and not when another does', () => {
    const until = (state: string) =>
      findings(
        nonResponse,
        groundsOf(
          nonResponse,
          sources(unSaysNothingCame('2018-01-29'), ['2018-02-05', 'MemberStateResponded', { answer: 'acknowledges', state }]),
          [],
        ),
      ).map(f => (f.to > day('2100-01-01') ? 'open' : toIso(f.to)))
    expect(until('GAB')).toEqual(['2018-02-05'])
    expect(until('BDI')).toEqual(['open'])
  })
  it('is not grounded by what the press or the State says of silence, nor by silence about police', () => {
    expect(found(tell('testimony', { category: 'formed-police' })(unSaysNothingCame('2018-01-29')))).toEqual([])
    expect(found(sources(['2018-01-29', 'NoResponseReported', { statedBy: 'press' }]))).toEqual([])
  })
})

describe('open dates', () => {
  const before = notified('../2018-04-23')
  it('a notice on or before a day starts the clock on that day', () => {
    expect(life(sources(before), 'reply')).toBe('2018-04-23 open, 2018-05-08 silent')
  })
  it('an act counts from its earliest possible day, but never before the start', () => {
    const named = (on: string) => life(sources(before, [on, 'InvestigatorNamed', { by: 'state' }]), 'reply')
    expect(named('../2018-04-30')).toBe('2018-04-23 met')
    expect(named('2018-04-25/..')).toBe('2018-04-23 open, 2018-04-25 met')
    const sureBefore = sources(notified('2018-04-23'), ['../2018-04-20', 'InvestigatorNamed', { by: 'state' }])
    expect(life(sureBefore, 'reply')).toBe('2018-04-23 open, 2018-05-08 silent')
  })
  it('what may never have come starts nothing and accuses nobody', () => {
    expect(life(register(notified('2018-04-23/..')), 'reply')).toBe('')
    expect(found(sources(unSaysNothingCame('2018-04-23/..')))).toEqual([])
  })
  it('served on a day without a last possible one, nothing can be counted', () => {
    const story = register(notified('2018-04-23'), ['2018-04-25/..', 'NoticeReceived'])
    expect(life(story, 'reply')).toBe('2018-04-23 open, 2018-04-25 elapsing')
    expect(says(story, 'reply', '2018-04-26')).toMatch(
      /^Served on a day of which no source knows the last possible one: nothing can be counted/,
    )
  })
  it('nobody held the case since ever', () => {
    const [first] = conduct.firstHolders
    expect(holders(first!.office, sources(before)).map(h => [toIso(h.from), h.office])).toEqual([['2018-04-23', 'un.cdt']])
  })
})

describe('the UN informs', () => {
  it('and who answers had been told', () => {
    const report: Line = ['2016-03', 'ReportReceived', { matter: 'sea' }]
    expect(life(sources(report, ['2016-04-05', 'MemberStateResponded', { answer: 'investigates' }]), 'inform-state')).toBe(
      '2016-03-31 silent, 2016-04-05 met',
    )
    expect(life(sources(report), 'help-victim')).toBe('2016-03-31 silent')
    expect(life(register(['2016-03-31', 'ReportReceived', { matter: 'serious' }]), 'help-victim')).toBe('')
  })
})

describe('two books adopted', () => {
  const five: Rulebook = {
    ...book,
    duties: book.duties.map(d => (d.duty === reply.duty ? { ...d, within: { n: 5, unit: 'working days', standing: 'ours' } } : d)),
  }
  const both: readonly Adopted[] = [...inForce, { seq: 40, from: day('2018-01-10'), book: five }]
  it('a clock keeps the book that was in force on the day on which it started', () => {
    expect(life(register(notified('2018-01-09')), 'reply', both)).toBe('2018-01-09 open, 2018-01-24 overdue')
    expect(life(register(notified('2018-01-10')), 'reply', both)).toBe('2018-01-10 open, 2018-01-18 overdue')
    expect(derive(register(notified('2018-01-09')), both).map(s => s.adopted)).toEqual([0, 0, 40]) // what the lapse raised is of the new book
  })
  it('a vague notice is read by the book of its latest day, on which its clock starts', () => {
    expect(life(register(notified('2018-01-08/2018-01-10')), 'reply', both)).toBe('2018-01-10 open, 2018-01-18 overdue')
  })
  it('of two from one day, the one adopted last holds', () => {
    const again: readonly Adopted[] = [...both, { seq: 41, from: day('2018-01-10'), book }]
    expect(life(register(notified('2018-01-10')), 'reply', again)).toBe('2018-01-10 open, 2018-01-25 overdue')
    expect(life(register(notified('2018-01-10')), 'reply', again.toReversed())).toBe('2018-01-10 open, 2018-01-25 overdue')
  })
  it('before the first of them, nothing is owed', () => {
    expect(life(register(notified('1989-12-29')), 'reply', both)).toBe('')
  })
})

describe('real cases, by testimony', () => {
  it('GABON-2021: the reply in time, the investigator late, the inquiry not on this record', () => {
    const gabon = sources(
      notified('2021-09-07'),
      ['2021-09-07', 'InvestigatorRequested'],
      ['2021-09-07', 'InvestigationRequested', { gravity: 'grave' }],
      ['2021-09-14', 'InvestigationOpened', { by: 'un' }],
      ['2021-09-15', 'MemberStateResponded', { answer: 'investigates' }],
      ['2021-09-19', 'InvestigatorNamed', { by: 'state' }],
    )
    expect(life(gabon, 'reply')).toBe('2021-09-07 open, 2021-09-15 met')
    expect(life(gabon, 'name-investigator')).toBe('2021-09-07 open, 2021-09-15 silent, 2021-09-19 met late')
    expect(life(gabon, 'conclude-grave')).toBe('2021-09-07 open, 2021-12-07 silent')
    expect(life(gabon, 'un-concludes')).toBe('2021-09-14 open, 2022-03-15 silent')
    expect(found(gabon)).toEqual([])
    // what if: five working days. Same acts, other limit
    const five: Rulebook = {
      ...book,
      duties: book.duties.map(d => (d.duty === reply.duty ? { ...d, within: { n: 5, unit: 'working days', standing: 'ours' } } : d)),
    }
    expect(life(gabon, 'reply', [{ ...inForce[0]!, book: five }])).toBe('2021-09-07 open, 2021-09-15 met late')
  })
  it('MINUSCA, January 2016: two States answered, two are said to be silent, one unit is police', () => {
    const of = (state: string, category: Conduct['ReportReceived']['category'] = 'contingent') => ({ state, category })
    const january = sources(
      ['2016-01-29', 'MemberStateResponded', { ...of('BGD'), answer: 'investigates' }],
      ['2016-01-29', 'MemberStateResponded', { ...of('MAR'), answer: 'investigates' }],
      ['2016-01-29', 'NoResponseReported', { ...of('COD'), statedBy: 'un' }],
      ['2016-01-29', 'NoResponseReported', { ...of('NER'), statedBy: 'un' }],
      ['2016-01-29', 'InvestigationOpened', { ...of('SEN', 'formed-police'), by: 'un' }],
    )
    expect(found(january)).toEqual(['conduct.default COD|MINUSCA 2016-01-29', 'conduct.default NER|MINUSCA 2016-01-29'])
    expect(owing(january)).toEqual(['un-concludes'])
    expect(life(january, 'un-concludes')).toBe('2016-01-29 open, 2016-07-30 silent')
  })
  it('MINUSCA, Burundi 2016: asked to conclude by June 2017, silent to this day; what the press told is no State’s word', () => {
    const burundi = tell('testimony', { category: 'contingent', state: 'BDI' })(
      ['2016-03', 'ReportReceived', { matter: 'sea' }],
      ['2016-05/2016-09', 'InvestigationOpened', { by: 'joint' }],
      ['2016-12-05', 'ReferredForAccountability'],
      ['2016-12-06', 'LimitStated', { by: 'un', until: '2017-06-06' }],
      ['2019-11-17', 'StatusReported', { by: 'press' }],
    )
    expect(life(burundi, 'keep-stated-limit')).toBe('2016-12-06 open, 2017-06-07 silent')
    expect(life(burundi, 'report-outcome')).toBe('2016-12-05 silent')
    expect(life(burundi, 'inform-state')).toBe('2016-03-31 silent')
    const due: Day[] = derive(burundi)
      .filter(s => s.duty === 'conduct.keep-stated-limit')
      .map(s => s.due)
    expect(due.map(toIso)).toEqual(['2017-06-06', '2017-06-06'])
  })
  it('UNMISS, Nepal 2018: notified by 23 April, an investigator the next day', () => {
    const nepal = tell('testimony', { category: 'contingent', state: 'NPL', mission: 'UNMISS' })(
      ['2018-04', 'ReportReceived', { matter: 'sea' }],
      notified('../2018-04-23'),
      ['../2018-04-23', 'InvestigationRequested', { gravity: 'grave' }],
      ['2018-04-24', 'InvestigatorNamed', { by: 'state' }],
    )
    expect(life(nepal, 'reply')).toBe('2018-04-23 open, 2018-04-24 met')
    expect(life(nepal, 'conclude-grave')).toBe('2018-04-23 open, 2018-07-23 silent')
    expect(life(nepal, 'inform-state')).toBe('2018-04-30 met')
  })
})
