/** One published count. `period` and `scope` as the table prints them: "2015", "2017Q4"; "peace operations", "UN system". */
export interface Figure {
  readonly id: string
  readonly period: string
  readonly scope: string
  readonly dimension: string
  readonly label: string
  readonly count: number
  readonly source: string
  /** Counted by somebody, printed by no source: not evidence. */
  readonly derived?: boolean | undefined
  /** A part of the breakdown: less than the total is no discrepancy, more is. */
  readonly partial?: boolean | undefined
  /** Lies across the other rows: never added in. */
  readonly overlaps?: boolean | undefined
  /** "Over 300": no number to compare. */
  readonly approximate?: boolean | undefined
}
export interface Discrepancy {
  readonly rule: string
  readonly period: string
  readonly parts: number
  readonly total: number
  /** parts − total */
  readonly difference: number
  readonly sources: readonly string[]
  readonly says: string
}

// ---- what adds up to what, in the words of the published tables: a new kind of table is a new line here --------------
interface Pick {
  readonly dimension: RegExp
  readonly label?: RegExp
  readonly not?: RegExp
  readonly scope?: RegExp
  readonly period?: RegExp
}
interface Sum {
  readonly of: string
  readonly parts: Pick
  readonly whole: Pick
  /** Parts and whole share period and scope, unless the parts are the scopes, the quarters, or the rows beside an "all". */
  readonly across?: 'scopes' | 'quarters' | 'own'
  /** Without all of these the breakdown is known in part only. From that year, where one is given. */
  readonly needs?: readonly { readonly like: RegExp; readonly from?: number }[]
  /** Rows of the whole that surely belong to it; the others may. */
  readonly sure?: RegExp
  /** Speaks only where the table has none of these. */
  readonly without?: Pick
  /** Not known to be a breakdown: taken for one if the parts come within a fifth of the total. */
  readonly near?: true
  /** Lists that are seldom whole: short by more than a fifth, they are taken for known in part. */
  readonly listed?: true
  /** A total may well be greater than these parts. */
  readonly atMost?: true
  readonly hint?: string
}
const TOTAL: Pick = { dimension: /^total$/, label: /^allegations$/ }
const PERSONNEL = /^personnel(_category)?$/
const NATIONALITY = /^(nationality|iso3|country)$/
const MISSION = /^(peacekeeping_)?missions?$/
const RESULT = /^(investigation_)?results?$/
const PENDING = /pending|ongoing|open|progress/
const UNIFORMED = /military|contingent|troop|soldier|observer|police|uniformed|government[- ]provided/
const EXCEED = 'Sums by nationality can exceed or fall short of reports: a report that names several States counts once for each.'
export const SUMS: readonly Sum[] = [
  { of: 'the total', parts: { dimension: PERSONNEL }, whole: TOTAL },
  { of: 'the total', parts: { dimension: /^(source|nature|status|incident_year)$/ }, whole: TOTAL },
  { of: 'the total', parts: { dimension: MISSION, scope: /^(?!all$)/ }, whole: TOTAL, listed: true },
  { of: 'peacekeeping', parts: { dimension: MISSION, scope: /^all$/ }, whole: { dimension: /^source$/, label: /^peacekeeping/ } },
  { of: 'the total', parts: { dimension: RESULT }, whole: TOTAL, needs: [{ like: PENDING }] },
  { of: 'investigations completed', parts: { dimension: RESULT, not: PENDING }, whole: { dimension: /^investigations?_completed$/ } },
  {
    of: 'uniformed personnel', // civilians have no nationality in these tables
    parts: { dimension: NATIONALITY },
    whole: { dimension: PERSONNEL, not: /staff|volunteer|civilian|contractor|consultant/ },
    sure: UNIFORMED,
    hint: EXCEED,
  },
  { of: 'the total', parts: { dimension: NATIONALITY }, whole: TOTAL, without: { dimension: PERSONNEL }, atMost: true, hint: EXCEED },
  {
    of: 'all',
    parts: { ...TOTAL, scope: /^(peace operations|other un personnel|implementing partners|non-un forces)$/ },
    whole: { ...TOTAL, scope: /^all$/ },
    across: 'scopes',
    needs: [{ like: /^peace/ }, { like: /^other/ }, { like: /^implementing/, from: 2017 }], // partners are counted from then on
  },
  {
    of: 'the year',
    parts: { ...TOTAL, period: /^\d{4}[- ]?Q[1-4]$/ },
    whole: { ...TOTAL, period: /^\d{4}$/ },
    across: 'quarters',
    needs: [{ like: /1$/ }, { like: /2$/ }, { like: /3$/ }, { like: /4$/ }],
  },
  {
    of: 'its own total',
    parts: { dimension: /^(?!total$)/ },
    whole: { dimension: /^(?!total$)/, label: /^(all|total|overall)\b/ },
    across: 'own',
  },
]
/** Counts of persons, of claims, of measures: no parts of the allegations. */
const APART =
  /victim|complainant|survivor|perpetrator|accused|person(?!nel)|child|minor|adult|\bage|_age|sex|gender|paternity|overlay|interim|fund|request/
/** One number, however the label puts it. */
const ONE_NUMBER = /^(victims?_(minors|children|adults)|investigations?_completed)$/
const SAME_SCOPE: Readonly<Record<string, string>> = {
  'un system': 'all',
  peacekeeping: 'peace operations',
  'peacekeeping and spm': 'peace operations',
  'field missions': 'peace operations',
}
/** A total counts allegations, unless its label says otherwise. */
const COUNTED = /victim|complainant|person(?!nel)|perpetrator|paternity|substantiated|investigation|^reports?\b/
const OVERLAY = /^referred to /
const REMAINDER = /^(other|rest\b|remain|unknown|difference|not named)/
const REGARDS_AS_OF =
  /^(.+?)[\s_,(]*(?:(?:as[\s_]of|as[\s_]at|by|on|until)[\s_]+((?:\d{1,2} )?[a-z]+ \d{4}|\d{4}-\d\d(?:-\d\d)?)|(\d{4}-\d\d(?:-\d\d)?))\)?$/i

// ---- cells: what a table says at one place, by all who tell it ---------------------------------------------------------
interface Cell {
  readonly key: string
  readonly period: string
  readonly scope: string
  readonly dimension: string
  readonly label: string
  readonly asOf: string
  readonly told: readonly Figure[]
  readonly exact: readonly Figure[]
  readonly least: number
  readonly most: number
}
const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
const dated = (text: string): [name: string, asOf: string] => {
  const found = REGARDS_AS_OF.exec(text.trim())
  return found ? [found[1]!, plain(found[2] ?? found[3]!)] : [text, '']
}
const placeOf = (f: Figure) => {
  const [named, byThen] = dated(f.dimension)
  const [label, asOf] = dated(f.label)
  const dimension = plain(named).replaceAll(' ', '_')
  const scope = plain(f.scope)
  const words = plain(label)
  const told = dimension === 'total' ? (COUNTED.exec(words)?.[0] ?? 'allegations') : ONE_NUMBER.test(dimension) ? '' : words
  return { period: f.period.trim(), scope: SAME_SCOPE[scope] ?? scope, dimension, label: told, asOf: byThen || asOf }
}
const grouped = <T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const [key, group] = [by(one), groups.get(by(one))]
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
const cellsOf = (figures: readonly Figure[]): Cell[] =>
  [...grouped(figures, f => JSON.stringify(placeOf(f)))].map(([key, told]) => {
    const exact = told.filter(f => !f.approximate)
    const counts = exact.map(f => f.count)
    return { key, ...placeOf(told[0]!), told, exact, least: Math.min(...counts), most: Math.max(...counts) }
  })

// ---- what does not add up ----------------------------------------------------------------------------------------------
const OWN = /^(all|total|overall)\b/
const isOwnTotal = (c: Cell): boolean => c.dimension !== 'total' && OWN.test(c.label)
const overlaps = (c: Cell): boolean => OVERLAY.test(c.label) || c.told.some(f => f.overlaps)
const picks = (p: Pick, c: Cell): boolean =>
  p.dimension.test(c.dimension) &&
  (p.label?.test(c.label) ?? true) &&
  !p.not?.test(c.label) &&
  (p.scope?.test(c.scope) ?? true) &&
  (p.period?.test(c.period) ?? true)
/** Where parts and whole of a rule meet. */
const meets = ({ across }: Sum, c: Cell): string =>
  JSON.stringify([
    across === 'quarters' ? c.period.slice(0, 4) : c.period,
    across === 'scopes' ? '' : c.scope,
    across === 'own' ? c.dimension : '',
  ])
const isPart = (sum: Sum, c: Cell): boolean => picks(sum.parts, c) && !isOwnTotal(c) && !overlaps(c)
const isWhole = (sum: Sum, c: Cell): boolean => picks(sum.whole, c) && isOwnTotal(c) === (sum.across === 'own') && !overlaps(c)
const total = (cells: readonly Cell[], count: 'least' | 'most'): number => cells.reduce((n, c) => n + c[count], 0)
const sources = (cells: readonly Cell[]): string[] => [...new Set(cells.flatMap(c => c.exact.map(f => f.source)))].sort()

/** Known in part only: then less than the total says nothing. */
const isOpen = (sum: Sum, parts: readonly Cell[], solid: readonly Cell[], derived: readonly Cell[]): boolean =>
  sum.atMost === true ||
  solid.length < 2 ||
  solid.length < parts.length ||
  parts.some(c => c.told.some(f => f.partial)) ||
  derived.some(d => MISSION.test(d.dimension) || !REMAINDER.test(d.label)) || // a remainder that somebody counted explains nothing
  (sum.needs ?? []).some(
    ({ like, from }) =>
      !(from && Number.parseInt(parts[0]!.period, 10) < from) &&
      !solid.some(c => like.test(sum.across === 'scopes' ? c.scope : sum.across === 'quarters' ? c.period : c.label)),
  )

const against = (sum: Sum, parts: readonly Cell[], wholes: readonly Cell[], derived: readonly Cell[]): Discrepancy[] => {
  const solid = parts.filter(c => c.exact.length > 0)
  if (!solid.length || wholes.some(c => !c.exact.length || (sum.sure && c.told.some(f => f.partial)))) return []
  const sure = wholes.filter(c => sum.sure?.test(c.label) ?? true)
  if (!sure.length) return []
  const open = isOpen(sum, parts, solid, derived)
  // Where sources tell a cell differently, whatever they leave possible is no discrepancy here: it is one of its own.
  const [from, to, low, high] = [total(solid, 'least'), total(solid, 'most'), total(sure, 'least'), total(wholes, 'most')]
  const [is, should] = from > high ? [from, high] : [to, low]
  if ((from <= high && to >= low) || (open && from <= high)) return []
  const far = Math.abs(is - should) > Math.max(1, should / 5)
  if ((sum.near && (open || far)) || (sum.listed && far && is < should)) return []
  const [{ dimension, told }, { period }] = [parts[0]!, wholes[0]!]
  const unit =
    sum.across === 'scopes'
      ? 'columns'
      : sum.across === 'quarters'
        ? 'quarters'
        : NATIONALITY.test(dimension)
          ? 'States'
          : `rows of ${plain(dimension)}`
  const alone = sure.length > 1 ? sure.map(c => (c.least === c.most ? `${c.least}` : `${c.least} to ${c.most}`)) : []
  const only = alone.length ? sure.filter(c => is >= c.least && is <= c.most) : []
  const says = [
    `${sum.across === 'scopes' ? '' : `${told[0]!.scope}, `}${period}: ${solid.length} ${unit} sum to ${is} against ${should} for ${sum.of}${alone.length ? ` (${alone.join(' and ')})` : ''}. The sources do not say why.`,
    alone.length
      ? only.length
        ? `It equals “${only[0]!.told[0]!.label}” alone.`
        : alone.length === 2
          ? `It equals neither ${alone.join(' nor ')} alone.`
          : 'It equals none of these alone.'
      : '',
    open && !sum.atMost ? 'Only a part of the breakdown is on this record.' : '',
    sum.near ? 'Whether these rows are meant to divide the total is not known.' : '',
    sum.hint ?? '',
  ]
  const rule = `${sum.across === 'scopes' ? 'columns' : sum.across === 'quarters' ? 'quarters' : dimension} against ${sum.of}`
  return [
    {
      rule,
      period,
      parts: is,
      total: should,
      difference: is - should,
      sources: sources([...solid, ...wholes]),
      says: says.filter(Boolean).join(' '),
    },
  ]
}

const checked = (sum: Sum, cells: readonly Cell[], derived: readonly Cell[]): Discrepancy[] => {
  const wholes = grouped(
    cells.filter(c => isWhole(sum, c)),
    c => meets(sum, c),
  )
  const told = new Set(cells.map(c => c.key))
  const counted = derived.filter(d => !told.has(d.key))
  const elsewhere = new Set(sum.without ? cells.filter(c => picks(sum.without!, c)).map(c => meets(sum, c)) : [])
  return [
    ...grouped(
      cells.filter(c => isPart(sum, c)),
      c => JSON.stringify([meets(sum, c), c.dimension, c.asOf]),
    ),
  ].flatMap(([, parts]) => {
    const [{ asOf, dimension }, at] = [parts[0]!, meets(sum, parts[0]!)]
    const here = wholes.get(at) ?? []
    // A table with a date of its own is held against the total of that date, or else against the only one there is.
    const dated = here.filter(c => c.asOf === asOf)
    const whole = dated.length || new Set(here.map(c => c.asOf)).size > 1 ? dated : here
    if (!whole.length || elsewhere.has(at) || counted.some(d => isWhole(sum, d) && meets(sum, d) === at && !REMAINDER.test(d.label)))
      return []
    return against(
      sum,
      parts,
      whole,
      counted.filter(d => isPart(sum, d) && meets(sum, d) === at && d.dimension === dimension && d.asOf === asOf),
    )
  })
}

/** The same cell, told with different counts. Parts is the highest of them, total the lowest. */
const retold = (c: Cell): Discrepancy[] => {
  if (!c.exact.length || c.least === c.most) return []
  const tellings = [...c.exact].sort((a, b) => a.count - b.count || (a.source < b.source ? -1 : 1)).map(f => `${f.count} (${f.source})`)
  const where = [c.told[0]!.scope, c.period, plain(c.dimension), ...(c.label ? [c.label] : [])].join(', ')
  return [
    {
      rule: `source against source: ${c.dimension}`,
      period: c.period,
      parts: c.most,
      total: c.least,
      difference: c.most - c.least,
      sources: sources([c]),
      says: `${where}: ${[...new Set(tellings)].join(', ')}. The sources do not say why; all of them stay.`,
    },
  ]
}

const UNKNOWN: Sum = {
  of: 'the total',
  parts: { dimension: new RegExp(`^(?!total$)(?!.*(${APART.source}))`) },
  whole: TOTAL,
  near: true,
}
const isKnown = (c: Cell): boolean =>
  ONE_NUMBER.test(c.dimension) || SUMS.some(({ parts, across }) => across !== 'own' && parts.dimension.test(c.dimension))

/** What does not add up, and nothing that does. Parts against totals, source against source. The order of the figures does not matter. */
export const reconcile = (figures: readonly Figure[]): Discrepancy[] => {
  const sorted = [...figures].sort((a, b) => compare(a.id, b.id))
  const cells = cellsOf(sorted.filter(f => !f.derived))
  const derived = cellsOf(sorted.filter(f => f.derived))
  const unknown = cells.filter(c => !isKnown(c) || c.dimension === 'total')
  return [...cells.flatMap(retold), ...SUMS.flatMap(sum => checked(sum, cells, derived)), ...checked(UNKNOWN, unknown, derived)].sort(
    (a, b) => compare(a.period, b.period) || compare(a.rule, b.rule) || compare(a.says, b.says),
  )
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
