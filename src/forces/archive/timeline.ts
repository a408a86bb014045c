import {
  AS_PUBLISHED,
  type AsOf,
  asPublished,
  citedInWords,
  citesOf,
  countsOf,
  isNoAnswer,
  monthNamed,
  monthOf,
  type NoAnswer,
  rows,
  type Sort,
  type StrengthTable,
  type Sum,
  sortOf,
  sums,
  TABLES,
} from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt, fields } from '../../kernel/columns.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, toIso } from '../../kernel/day.ts'
import { byText } from '../../kernel/order.ts'
import { type CeilingTold, ceilingsTold } from '../ceilings.ts'
import { isTableNotHeld, type TableNotHeld, tableNotHeld, whyNone } from './not-held.ts'
import { sidesOf } from './sides.ts'
import { authorisedIn, sideInWords, TEXTS, type Texts, textsOf } from './texts.ts'

const MONTHS = 2_000
interface Asked {
  readonly mission: string
  readonly to: Day
}
/** Of a table with one row a month of a mission. */
const byRow = async (db: Sql, table: StrengthTable, filters: Asked, as: AsOf) => {
  const found = await rows(db, table.dataset, { ...as(table.dataset), filters, limit: MONTHS })
  if (isNoAnswer(found)) return found
  return found.rows
    .filter(r => r.from !== null && r.repeat === 1 && !r.total)
    .map(r => ({
      month: toIso(r.from as Day).slice(0, 7),
      ...sidesOf(countsOf(table, [r])),
      persons: r.amount,
      /** The row in the table, as the archive asks for it; null: several rows. */
      key: `${r.cells['Date']?.trim()} | ${r.cells['Mission']?.trim()}`,
      cites: r.cites,
    }))
}
/** Of a table of contributors: all of them together, and by side where each of its rows is of one sort. */
const byMonth = async (db: Sql, table: StrengthTable, filters: Asked, as: AsOf) => {
  const found = await sums(db, table.dataset, {
    ...as(table.dataset),
    by: table.sorts ? ['month', 'type'] : ['month'],
    filters,
    limit: MONTHS * 10,
  })
  if (isNoAnswer(found)) return found
  const pair = (s: Sum): [Sort, number][] => {
    const sort = sortOf(table, s.type)
    return sort === undefined || s.amount === null ? [] : [[sort, s.amount]]
  }
  return [...Map.groupBy(found.sums, s => s.month ?? '')].map(([month, its]) => ({
    month,
    ...sidesOf({ sorts: new Map(its.flatMap(pair)) }),
    persons: its.reduce<number | null>((n, s) => (s.amount === null ? n : (n ?? 0) + s.amount), null),
    key: null,
    cites: citesOf(
      found,
      its.reduce((n, s) => n + s.rows, 0),
    ),
  }))
}
type InTable = Exclude<Awaited<ReturnType<typeof byRow | typeof byMonth>>, NoAnswer>[number]

/** One month of a mission: how many were there, beside how many might have been. Other tables that have another number stand beside. */
const rowOf = (
  mission: string,
  first: InTable,
  others: readonly InTable[],
  texts: Texts | undefined,
  ceilings: readonly CeilingTold[],
) => ({
  mission,
  ...first,
  authorised: authorisedIn(texts, ceilings, mission, monthNamed(first.month)),
  differs: others.filter(o => o.persons !== first.persons).map(o => ({ dataset: o.cites.dataset, persons: o.persons, cites: o.cites })),
})
export type TimelineRow = ReturnType<typeof rowOf>
export type TimelineAnswer = TimelineRow | TableNotHeld

const OF_A_MISSION = TABLES.filter(t => t.grain === 'mission' || t.grain === 'contributor in a mission')
export const timeline: Question<TimelineAnswer> = {
  name: 'timeline',
  says: 'A mission month by month, up to the day: military and police there, beside what the texts authorise.',
  columns: {
    mission: '#org+mission',
    month: '#date+month',
    persons: '#capacity+persons+num',
    military: '#capacity+military+num',
    police: '#capacity+police+num',
    'authorised.military.limits': '#capacity+authorised+military',
    'authorised.military.changes': '#capacity+authorised+military+changes',
    'authorised.military.told': '#capacity+authorised+military+told',
    'authorised.police.limits': '#capacity+authorised+police',
    'authorised.police.changes': '#capacity+authorised+police+changes',
    'authorised.police.told': '#capacity+authorised+police+told',
    'authorised.textsEnded': '#meta+texts_ended',
    differs: '#meta+differs',
    key: '#meta+id',
    ...fields('kind', 'dataset', 'says'),
    ...citesAt(),
  },
  tables: [...OF_A_MISSION.map(t => t.dataset), TEXTS],
  options: { mission: { value: 'MINUSCA', says: 'which mission' }, ...AS_PUBLISHED },
  nothing: 'Nothing on this record. Of which mission: --mission MINUSCA. By which table: peaceops archive add ipi-missions FILE.',
  rows: async (db, { on, options }) => {
    const { mission } = options
    if (mission === undefined) return []
    const filters = { mission, to: monthOf(on).to }
    const as = asPublished(options)
    const [told, beside]: [InTable[], InTable[]] = [[], []]
    const silent: [string, NoAnswer][] = []
    for (const table of OF_A_MISSION) {
      const one = table.grain === 'mission',
        its = one ? await byRow(db, table, filters, as) : await byMonth(db, table, filters, as)
      if (isNoAnswer(its)) silent.push([table.dataset, its])
      else for (const t of its) (one || table.sorts ? told : beside).push(t)
    }
    if (!told.length) return whyNone(silent, OF_A_MISSION.length)
    const [found, ceilings] = [await textsOf(db, as(TEXTS)), await ceilingsTold(db, filters.to, mission)]
    const texts = isNoAnswer(found) ? undefined : found
    // A month is told by the first table that has both sides of it; what the others have of it stands beside.
    const months = [...Map.groupBy(told, t => t.month)]
      .sort(([a], [b]) => byText(a, b))
      .map(([month, [first, ...others]]) => rowOf(mission, first!, [...others, ...beside.filter(b => b.month === month)], texts, ceilings))
    return isNoAnswer(found) && found.none === 'no such snapshot' ? [...months, tableNotHeld(TEXTS, found)] : months
  },
  line: r => {
    if (isTableNotHeld(r)) return r.says
    const [military, police] = (['military', 'police'] as const).map(side => sideInWords(r[side], r.authorised?.[side]))
    const differs = r.differs.map(d => `  ${d.dataset} has ${d.persons ?? 'nothing'} in all, not ${r.persons}`)
    return `${r.month}  military ${military}; police ${police}  [${citedInWords(r.cites)}]${differs.join('')}`
  },
}
