import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Figure, reconcile } from './reconcile.ts'

type Told = readonly [dimension: string, label: string, count: number, more?: Partial<Figure>]
const table = (...rows: readonly Told[]): Figure[] =>
  rows.map(([dimension, label, count, more], i) => ({
    ...{ id: `f${String(i).padStart(3, '0')}`, period: '2016', scope: 'peace operations', source: 'the report' },
    ...{ dimension, label, count },
    ...more,
  }))
const short = (figures: readonly Figure[]) => reconcile(figures).map(d => [d.rule, d.parts, d.total, d.difference])

describe('a breakdown against its total', () => {
  const personnel: Told[] = [
    ['total', 'allegations', 69],
    ['personnel_category', 'UN staff members or UN Volunteers', 15],
    ['personnel_category', 'military contingent members or military observers', 38],
    ['personnel_category', 'UN police, formed police units', 16],
  ]
  it('says nothing of a table that adds up', () => expect(reconcile(table(...personnel))).toEqual([]))
  it('finds what is missing, and names the sources once', () => {
    const [found] = reconcile(table(...personnel.slice(0, 3), ['personnel_category', 'UN police', 14]))
    expect(found).toMatchObject({ period: '2016', parts: 67, total: 69, difference: -2, sources: ['the report'] })
    expect(found?.says).toContain('67 against 69')
  })
  it('never adds in what was referred to a Member State', () =>
    expect(
      reconcile(table(['total', '', 5], ['status', 'pending', 3], ['status', 'closed', 2], ['status', 'referred to Member State', 4])),
    ).toEqual([]))
  it('leaves a part of a breakdown alone, until it is more than the whole', () => {
    const partial = { partial: true }
    expect(reconcile(table(['total', '', 54], ['status', 'a', 2, partial], ['status', 'b', 2, partial]))).toEqual([])
    expect(short(table(['total', '', 54], ['status', 'a', 52, partial], ['status', 'b', 5, partial]))).toEqual([
      ['status against the total', 57, 54, 3],
    ])
  })
  it('compares nothing with "over 300"', () =>
    expect(reconcile(table(['total', '', 300, { approximate: true }], ['nature', 'a', 200], ['nature', 'b', 90]))).toEqual([]))
  it('takes no comfort from a remainder that somebody counted, and does not ask for a row that no source prints', () => {
    const derived = { derived: true }
    expect(short(table(...personnel.slice(0, 3), ['personnel_category', 'other', 16, derived]))).toEqual([
      ['personnel_category against the total', 53, 69, -16],
    ])
    expect(
      reconcile(table(['total', '', 40], ['source', 'partners', 15], ['source', 'agencies', 10], ['source', 'peacekeeping', 15, derived])),
    ).toEqual([])
  })
  it('holds a status with a month against the one total there is', () => {
    const by = (month: string, open: number): Told[] => [
      ['status', `pending (as of ${month})`, open],
      ['status', `closed (as of ${month})`, 7],
    ]
    expect(short(table(['total', '', 12], ...by('2018-03', 5), ...by('2018-07', 6)))).toEqual([['status against the total', 13, 12, 1]])
    expect(
      reconcile(
        table(
          ['total', '', 12],
          ['status_2018-03', 'a', 5],
          ['status_2018-03', 'b', 7],
          ['status_2018-07', 'a', 4],
          ['status_2018-07', 'b', 8],
        ),
      ),
    ).toEqual([])
  })
  it('asks of an unknown dimension only if its rows come near the total', () => {
    expect(short(table(['total', '', 70], ['region', 'north', 40], ['region', 'south', 29]))).toEqual([
      ['region against the total', 69, 70, -1],
    ])
    expect(reconcile(table(['total', '', 70], ['measures', 'a', 12], ['measures', 'b', 4]))).toEqual([])
    expect(reconcile(table(['total', '', 70], ['victims', 'adults', 60], ['victims', 'children', 13]))).toEqual([])
  })
})

describe('across tables', () => {
  const nationality = (n: number): Told[] =>
    Array.from({ length: n }, (_, i) => ['nationality', `X${String.fromCharCode(65 + i)}A`, i === 0 ? 46 - n + 1 : 1])
  const categories: Told[] = [
    ['personnel_category', 'military contingent members or military observers', 38],
    ['personnel_category', 'UN police, formed police units, government-provided personnel', 16],
    ['personnel_category', 'UN staff members or UN Volunteers', 15],
  ]
  it('finds that 21 States sum to 46 against 38 and 16', () => {
    const [found, ...others] = reconcile(table(['total', '', 69], ...categories, ...nationality(21)))
    expect(others).toEqual([])
    expect(found).toMatchObject({ rule: 'nationality against uniformed personnel', parts: 46, total: 54, difference: -8 })
    expect(found?.says).toMatch(/21 States sum to 46 against 54.*\(38 and 16\).*neither 38 nor 16 alone/)
  })
  it('says so when the States come to one category alone', () =>
    expect(reconcile(table(...categories, ['nationality', 'XAA', 30], ['nationality', 'XBB', 8]))[0]?.says).toContain('alone'))
  it('allows for personnel of whom it is not known whether they wear a uniform', () =>
    expect(
      reconcile(table(...categories, ['personnel_category', 'unknown', 4], ['nationality', 'XAA', 50], ['nationality', 'XBB', 6])),
    ).toEqual([]))
  it('holds missions against what peacekeeping is said to have', () => {
    const scope = { scope: 'UN system', period: '2017Q3' }
    const missions: Told[] = [
      ['source', 'peacekeeping', 12, scope],
      ['peacekeeping_mission', 'A', 7, scope],
    ]
    expect(reconcile(table(...missions, ['peacekeeping_mission', 'B', 5, scope]))).toEqual([])
    expect(short(table(...missions, ['peacekeeping_mission', 'B', 6, scope]))).toEqual([
      ['peacekeeping_mission against peacekeeping', 13, 12, 1],
    ])
  })
  it('holds results against the inquiries completed, and with the pending ones against the total', () => {
    const results: Told[] = [
      ['investigation_completed_by_2016-01-31', 'completed', 17],
      ['investigation_result', 'substantiated', 7],
      ['investigation_result', 'unsubstantiated', 10],
    ]
    expect(reconcile(table(['total', '', 69], ...results, ['investigation_result', 'pending', 52]))).toEqual([])
    expect(short(table(['total', '', 69], ...results.slice(0, 2), ['investigation_result', 'unsubstantiated', 11]))).toEqual([
      ['investigation_result against investigations completed', 18, 17, 1],
    ])
  })
  it('holds the columns of a year against all, once the partners are there', () => {
    const year = (all: number): Told[] => [
      ['total', '', 66],
      ['total', '', 91, { scope: 'other UN personnel' }],
      ['total', '', all, { scope: 'all' }],
    ]
    const at2020 = (rows: readonly Told[]) => table(...rows).map(f => ({ ...f, period: '2020' }))
    expect(reconcile(at2020(year(384)))).toEqual([])
    expect(short(at2020([...year(384), ['total', '', 226, { scope: 'implementing partners' }]]))).toEqual([
      ['columns against all', 383, 384, -1],
    ])
  })
  it('holds four quarters against their year, and three against nothing', () => {
    const quarters = [1, 2, 3, 4].map((q): Told => ['total', 'allegations', 10, { period: `2018Q${q}` }])
    expect(short(table(['total', 'allegations', 41, { period: '2018' }], ...quarters))).toEqual([['quarters against the year', 40, 41, -1]])
    expect(reconcile(table(['total', 'allegations', 41, { period: '2018' }], ...quarters.slice(1)))).toEqual([])
  })
})

describe('source against source', () => {
  it('shows all that was told, from the lowest to the highest', () => {
    const told = (count: number, label: string, source: string): Told => ['victims_minors', label, count, { source }]
    const [found] = reconcile(table(told(22, 'claims at least', 'B'), told(23, 'allegations', 'C'), told(19, 'cases at least', 'A')))
    expect(found).toMatchObject({
      rule: 'source against source: victims_minors',
      parts: 23,
      total: 19,
      difference: 4,
      sources: ['A', 'B', 'C'],
    })
    expect(found?.says).toContain('19 (A), 22 (B), 23 (C)')
  })
  it('is content with two sources that agree, and adds the cell up once', () =>
    expect(reconcile(table(['total', '', 5], ['nature', 'a', 3], ['nature', 'a', 3, { source: 'B' }], ['nature', 'b', 2]))).toEqual([]))
  it('does not count their quarrel a second time in the sum', () =>
    expect(short(table(['total', '', 5], ['nature', 'a', 3], ['nature', 'a', 4, { source: 'B' }], ['nature', 'b', 2]))).toEqual([
      ['source against source: nature', 4, 3, 1],
    ]))
})

// ---- properties: whatever the numbers are ------------------------------------------------------------------------------
const DIMENSIONS = ['personnel_category', 'source', 'nature', 'status', 'incident_year'] as const
const LABELS = ['military contingent members', 'police', 'civilian staff']
const anyTable = fc.record({
  total: fc.integer({ min: 0, max: 500 }),
  rows: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...DIMENSIONS, 'nationality'), fc.constantFrom(...LABELS), fc.integer({ min: 0, max: 200 })),
    { selector: ([dimension, label]) => `${dimension} ${label}`, maxLength: 18 },
  ),
})
/** A total, divided anew in each dimension: States divide the uniformed ones. */
const soundTable = fc
  .array(fc.integer({ min: 0, max: 90 }), { minLength: 3, maxLength: 3 })
  .map(([military = 0, police = 0, civilian = 0]) => {
    const total = military + police + civilian
    return table(
      ['total', 'allegations', total],
      ...DIMENSIONS.flatMap(d => LABELS.map((label, i): Told => [d, label, [military, police, civilian][i]!])),
      ['nationality', 'XAA', police],
      ['nationality', 'XBB', military],
    )
  })

describe('whatever the numbers are', () => {
  it('agrees with plain loops', () =>
    fc.assert(
      fc.property(anyTable, ({ total, rows }) => {
        const expected: string[] = []
        for (const dimension of DIMENSIONS) {
          let [sum, n] = [0, 0]
          for (const [d, , count] of rows) if (d === dimension) [sum, n] = [sum + count, n + 1]
          if (n > 0 && sum !== total && (n > 1 || sum > total)) expected.push(`${dimension} against the total ${sum} ${total}`)
        }
        let [states, n, uniformed, categories] = [0, 0, -1, 0]
        for (const [d, label, count] of rows) {
          if (d === 'nationality') [states, n] = [states + count, n + 1]
          if (d === 'personnel_category') categories++
          if (d === 'personnel_category' && label !== 'civilian staff') uniformed = Math.max(uniformed, 0) + count
        }
        if (n > 0 && uniformed >= 0 && states !== uniformed && (n > 1 || states > uniformed))
          expected.push(`nationality against uniformed personnel ${states} ${uniformed}`)
        if (n > 0 && !categories && states > total) expected.push(`nationality against the total ${states} ${total}`)
        const found = reconcile(table(['total', '', total], ...rows)).map(d => `${d.rule} ${d.parts} ${d.total}`)
        expect(found.sort()).toEqual(expected.sort())
      }),
      { numRuns: 500 },
    ))
  it('finds nothing in a table that adds up', () =>
    fc.assert(fc.property(soundTable, figures => void expect(reconcile(figures)).toEqual([]))))
  it('finds exactly the cell that was shifted', () =>
    fc.assert(
      fc.property(soundTable, fc.nat(), fc.integer({ min: 1, max: 50 }), (figures, at, by) => {
        const cells = figures.filter(f => f.dimension !== 'total' && f.dimension !== 'personnel_category')
        const shifted = cells[at % cells.length]!
        const found = reconcile(figures.map(f => (f === shifted ? { ...f, count: f.count + by } : f)))
        expect(found.map(d => [d.rule.split(' ')[0], d.difference])).toEqual([[shifted.dimension, by]])
      }),
    ))
  it('does not mind the order', () =>
    fc.assert(
      fc.property(
        anyTable.chain(({ total, rows }) => {
          const figures = table(['total', '', total], ...rows)
          return fc.tuple(fc.constant(figures), fc.shuffledSubarray(figures, { minLength: figures.length }))
        }),
        ([figures, shuffled]) => void expect(reconcile(shuffled)).toEqual(reconcile(figures)),
      ),
    ))
  it('is moved by no number that somebody derived', () =>
    fc.assert(
      fc.property(anyTable, fc.constantFrom(...DIMENSIONS, 'total', 'nationality'), fc.nat(500), ({ total, rows }, dimension, count) => {
        const figures = table(['total', '', total], ...rows)
        const more: Figure = {
          ...figures[0]!,
          id: 'z',
          dimension,
          label: dimension === 'total' ? 'allegations' : 'others together',
          count,
          derived: true,
        }
        expect(reconcile([...figures, more])).toEqual(reconcile(figures))
      }),
    ))
})
