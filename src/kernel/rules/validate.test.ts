import { describe, expect, it } from 'vitest'
import { adopted, book, byADay, rolling, served } from '../../../tests/kernel/shapes.ts'
import { day } from '../day.ts'
import { duty, finding, office, ours, whenOverdue, workingDays } from './language.ts'
import { type Duty, inForce, type Rulebook } from './rulebook.ts'
import { inOrder, validate } from './validate.ts'

// A book is judged before it is adopted, in sentences for the person who wrote it.

const wrong = (changed: Partial<Rulebook>, before: readonly Rulebook[] = []): string[] => validate({ ...book, ...changed }, before)
const withDuty = (...d: readonly Duty[]): string[] => wrong({ duties: [...book.duties, ...d] })
const of = (d: Duty, changed: Partial<Duty>): Duty => ({ ...d, duty: 'r', ...changed })
const limit = (n: number) => ({ n, unit: 'days', standing: 'ours' }) as const
const draft = {
  act: '',
  owedBy: office('un.oios'),
  within: workingDays(5, 'seen'),
  metBy: { type: 'X', is: {} },
  binding: 'treaty',
  cites: ours(''),
} as const
const a = duty('a', { ...draft, arises: { whenOverdue: 'b' } })
const b = duty('b', { ...draft, arises: whenOverdue(a) })

it('a sound book has nothing wrong with it', () => {
  expect(validate(book)).toEqual([])
  expect(validate(book, [book])).toEqual([])
})

describe('a duty', () => {
  it('has a name of its own', () => {
    expect(withDuty(rolling)).toEqual(['Two duties have one name.'])
  })
  it('is owed by an office that the book lists', () => {
    expect(withDuty(of(rolling, { owedBy: office('un.dpo') }))).toEqual(['r: owed by un.dpo, an office that this book does not list.'])
  })
  it('arises from a duty that the book has', () => {
    expect(withDuty(of(a, { arises: { whenOverdue: 'nobody' } }))).toEqual(['r: arises from nobody, which this book does not have.'])
  })
  it('does not arise from itself, by whatever way', () => {
    expect(withDuty(a, b)).toEqual(['a: it arises from itself, by way of others.', 'b: it arises from itself, by way of others.'])
    expect(withDuty(of(a, { arises: { whenOverdue: 'r' } }))).toEqual(['r: it arises from itself, by way of others.'])
    // what hangs on a circle is not on it, and the search ends
    expect(withDuty(a, b, { ...a, duty: 'c', arises: { whenOverdue: 'a' } })).toHaveLength(2)
  })
  it('does not arise from itself over all books ever adopted: A from B in one, B from A in the next', () => {
    const root = { ...a, arises: { on: { type: 'Asked', is: {} } } }
    const one: Rulebook = { ...book, duties: [...book.duties, root, { ...b, arises: { whenOverdue: 'a' } }] }
    const two: Rulebook = { ...book, duties: [...book.duties, { ...b, arises: { on: { type: 'Asked', is: {} } } }, a] }
    expect([validate(one), validate(two)]).toEqual([[], []])
    expect(validate(two, [one])).toEqual(['b: it arises from itself, by way of others.', 'a: it arises from itself, by way of others.'])
  })
  it('has a limit of a whole number, at least one; on the day itself only where it comes back', () => {
    const says = ['r: its limit is not a whole number of days or months.']
    for (const n of [0, -1, 1.5, Number.NaN]) expect(withDuty(of(served, { within: limit(n) })), String(n)).toEqual(says)
    for (const n of [-1, 0.5]) expect(withDuty(of(rolling, { within: limit(n) })), String(n)).toEqual(says)
    expect(withDuty(of(served, { within: limit(1) }))).toEqual([])
    expect(withDuty(of(rolling, { within: limit(0) }))).toEqual([])
  })
  it('that comes back does so after some time, with a number, and by its grid', () => {
    const every = rolling.every!
    for (const n of [0, -3, 1.5])
      expect(withDuty(of(rolling, { every: { ...every, n } })), String(n)).toEqual(['r: it comes back after no time at all.'])
    for (const within of ['without delay', { until: 'until', standing: 'ours' }] as const)
      expect(withDuty(of(rolling, { within }))).toEqual(['r: what comes back needs a number.'])
    for (const service of ['startsAt', 'disputedBy'] as const)
      expect(withDuty(of(rolling, { [service]: { type: 'Received', is: {} } }))).toEqual([
        'r: what comes back runs by its grid, not by a receipt.',
      ])
  })
  it('that names its last day does not start by a receipt', () => {
    expect(withDuty(of(byADay, { startsAt: { type: 'Received', is: {} } }))).toEqual([
      'r: a limit that names its last day does not start by a receipt.',
    ])
  })
  it('can be met', () => {
    expect(withDuty(of(served, { metBy: [] }))).toEqual(['r: nothing can meet it.'])
  })
  it('comes back until an entry ends it, by its grid alone', () => {
    const { endedBy: _, ...endless } = of(rolling, {})
    expect(withDuty(endless)).toEqual(['r: what comes back needs an entry that ends it.'])
    expect(withDuty(of(rolling, { endedBy: [] }))).toEqual(['r: what comes back needs an entry that ends it.'])
    expect(withDuty(of(rolling, { notBefore: 'from' }))).toEqual(['r: what comes back names its first day by its grid.'])
  })
  it('names, in every pattern, only States and offices that the book lists', () => {
    const stranger = { type: 'Did', is: { state: 'XXX' } }
    const says = ['r: names XXX, which this book does not list.']
    expect(withDuty(of(served, { metBy: [stranger] }))).toEqual(says)
    expect(withDuty(of(served, { arises: { on: stranger } }))).toEqual(says)
    expect(withDuty(of(served, { silenceStatedBy: [stranger] }))).toEqual(says)
    expect(withDuty(of(served, { startsAt: stranger }))).toEqual(says)
    expect(withDuty(of(served, { disputedBy: stranger }))).toEqual(says)
    expect(withDuty(of(rolling, { endedBy: [stranger] }))).toEqual(says)
    expect(withDuty(of(served, { metBy: [{ type: 'Did', is: { state: 'GAB', office: 'un.sg' } }] }))).toEqual([])
    expect(withDuty(of(served, { metBy: [{ type: 'Did', is: { office: 'GAB' } }] }))).toEqual([
      'r: names GAB, which this book does not list.',
    ])
  })
})

describe('a finding', () => {
  const on = (anyOf: Parameters<typeof finding>[1]['anyOf']) =>
    wrong({ findings: [finding('weak', { says: '', about: ['state'], anyOf, cites: ours('') })] })
  it('rests on a treaty or a resolution, and on nothing weaker', () => {
    expect(on([{ overdue: 'in-months' }])).toEqual([
      'weak: rests on in-months, whose binding is request. A finding needs a treaty or a resolution.',
    ])
    expect(on([{ overdue: 'instead' }])).toEqual([
      'weak: rests on instead, whose binding is self-commitment. A finding needs a treaty or a resolution.',
    ])
    expect(on([{ overdue: 'served' }, { overdue: 'monthly' }])).toEqual([])
  })
  it('rests on a duty that the book has', () => {
    expect(on([{ overdue: 'nobody' }])).toEqual(['weak: rests on nobody, which this book does not have.'])
  })
  it('names only whom the book lists, in what is stated and in what ends it', () => {
    const stated = { type: 'SilenceStated', is: {} }
    const stranger = { type: 'SilenceStated', is: { office: 'un.dpo' } }
    const says = ['weak: names un.dpo, which this book does not list.']
    expect(on([{ stated: stranger, until: [] }])).toEqual(says)
    expect(on([{ stated, until: [stranger] }])).toEqual(says)
    expect(on([{ stated, until: [] }])).toEqual([])
  })
})

describe('codes and calendars', () => {
  it('the codes of States and offices have a form', () => {
    expect(wrong({ states: ['GAB', 'BDI', 'un.sg', 'Gabon'] })).toEqual([
      'un.sg: not the code of a State.',
      'Gabon: not the code of a State.',
    ])
    expect(wrong({ offices: ['un.oios', 'un.sg', 'Secretary-General'] })).toEqual(['Secretary-General: not the code of an office.'])
  })
  it('the first holder of a subject is an office that the book lists', () => {
    expect(wrong({ firstHolders: [{ office: 'un.dpo', types: [] }] })).toEqual([
      'un.dpo: first holder of a subject, and not an office that this book lists.',
    ])
  })
  it('a calendar is a listed State’s, or a duty names it', () => {
    expect(wrong({ states: ['BDI'] })).toEqual(['GAB: a calendar of no listed State, which no duty names.'])
    expect(wrong({ calendars: { ...book.calendars, NYC: book.calendars['UNHQ']! } })).toEqual([
      'NYC: a calendar of no listed State, which no duty names.',
    ])
  })
  it('a week has a working day', () => {
    const idle = { name: 'x', weekend: [0, 1, 2, 3, 4, 5, 6], years: {} }
    expect(wrong({ calendars: { GAB: idle } })).toEqual(['GAB: no day of the week is a working day.'])
    expect(wrong({ calendars: { GAB: { ...idle, weekend: [0, 0, 1, 2, 3, 4, 5] } } })).toEqual([])
  })
  it('a holiday is a day, and of the year under which it stands', () => {
    const off = (...days: string[]) => wrong({ calendars: { GAB: { name: 'x', weekend: [0], years: { 2021: days } } } })
    expect(off('2021-02-30')).toEqual(['GAB: 2021-02-30 is no day.'])
    expect(off('2021-2-3')).toEqual(['GAB: 2021-2-3 is no day.'])
    expect(off('2022-02-03')).toEqual(['GAB: 2022-02-03 is not in 2021.'])
    expect(off('2021-02-28')).toEqual([])
  })
  it('another engine’s book is not read', () => {
    expect(wrong({ engine: 2 as 1 })).toEqual(['Engine 2 is not the one that reads this book.'])
  })
})

describe('of the books adopted', () => {
  const d = day('2020-01-01')
  it('the one in force on a day is the last that began, and of two from one day the one adopted last', () => {
    const other: Rulebook = { ...book }
    const list = [
      { seq: 7, from: d, book: other },
      { seq: 3, from: d, book },
      { seq: 9, from: day('2021-01-01'), book },
    ]
    for (const some of [list, list.toReversed()]) {
      expect(inForce(some, d)?.seq).toBe(7)
      expect(inForce(some, day('2020-12-31'))?.seq).toBe(7)
      expect(inForce(some, day('2021-01-01'))?.seq).toBe(9)
      expect(inForce(some, day('2019-12-31'))).toBeUndefined()
    }
  })
  it('each duty is derived after the one from whose lapse it arises, wherever it stands', () => {
    const order = inOrder(adopted)
    expect(order).toHaveLength(book.duties.length)
    expect(order.indexOf('instead')).toBeGreaterThan(order.indexOf('served'))
    expect(order.indexOf('instead-soon')).toBeGreaterThan(order.indexOf('in-days'))
    expect(inOrder([{ seq: 1, from: d, book: { ...book, duties: [a, b] } }])).toHaveLength(2) // a circle ends, and is not adopted
  })
})
