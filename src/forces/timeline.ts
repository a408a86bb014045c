import { type Cites, isNoAnswer, rows, sums } from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import { citesAt } from '../kernel/columns.ts'
import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import { monthNamed, monthOf } from './archive/month.ts'
import { countsOf, type Sort, type StrengthTable, sidesOf, sortOf, TABLES } from './archive/tables.ts'
import { textsOf } from './archive/texts.ts'
import { type Authorised, authorisedIn, changesInWords, citedInWords, limitsInWords } from './counted.ts'

/** One month of a mission: how many were there, beside how many might have been. */
export interface TimelineRow {
  readonly mission: string
  readonly month: string
  readonly military: number | null
  readonly police: number | null
  readonly persons: number | null
  readonly authorised: Authorised | null
  /** Other tables that have another number for the month. */
  readonly differs: readonly { readonly dataset: string; readonly persons: number | null; readonly cites: Cites }[]
  /** The row in the table, as the archive asks for it; null: several rows. */
  readonly key: string | null
  readonly cites: Cites
}
const OF_A_MISSION = TABLES.filter(t => t.grain === 'mission' || t.grain === 'contributor in a mission')
const MONTHS = 2_000
export const timeline: Question<TimelineRow> = {
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
    'authorised.police.limits': '#capacity+authorised+police',
    'authorised.police.changes': '#capacity+authorised+police+changes',
    'authorised.textsEnded': '#meta+texts_ended',
    differs: '#meta+differs',
    key: '#meta+id',
    ...citesAt(),
  },
  options: { mission: { value: 'MINUSCA', says: 'which mission' } },
  rows: async (db, { on, options: { mission } }) => {
    if (mission === undefined) return []
    const filters = { mission, to: monthOf(on).to }
    const [told, beside]: [InTable[], InTable[]] = [[], []]
    for (const table of OF_A_MISSION) {
      const tellsSides = table.grain === 'mission' || table.sorts !== undefined
      ;(tellsSides ? told : beside).push(...(await (table.grain === 'mission' ? byRow : byMonth)(db, table, filters)))
    }
    const texts = await textsOf(db)
    // A month is told by the first table that has both sides of it; what the others have of it stands beside.
    return [...Map.groupBy(told, t => t.month)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, [first, ...others]]) => ({
        mission,
        ...first!,
        authorised: authorisedIn(texts, mission, monthNamed(month)),
        differs: [...others, ...beside.filter(b => b.month === month)]
          .filter(o => o.persons !== first!.persons)
          .map(({ cites, persons }) => ({ dataset: cites.dataset, persons, cites })),
      }))
  },
  line: r =>
    `${r.month}  military ${side(r, 'military')}; police ${side(r, 'police')}  [${citedInWords(r.cites)}]${r.differs.map(d => `  ${d.dataset} has ${d.persons ?? 'nothing'} in all, not ${r.persons}`).join('')}`,
}
type InTable = Pick<TimelineRow, 'month' | 'military' | 'police' | 'persons' | 'key' | 'cites'>
interface Asked {
  readonly mission: string
  readonly to: Day
}
/** Of a table with one row a month of a mission. */
const byRow = async (db: Sql, table: StrengthTable, filters: Asked): Promise<readonly InTable[]> => {
  const found = await rows(db, table.dataset, { filters, limit: MONTHS })
  if (isNoAnswer(found)) return []
  return found.rows.flatMap(r =>
    r.from === null || r.repeat !== 1 || r.total
      ? []
      : [
          {
            month: monthOf(r.from).text,
            ...sidesOf(countsOf(table, [r])),
            persons: r.amount,
            key: `${r.cells['Date']?.trim()} | ${r.cells['Mission']?.trim()}`,
            cites: r.cites,
          },
        ],
  )
}
/** Of a table of contributors: all of them together, and by side where each of its rows is of one sort. */
const byMonth = async (db: Sql, table: StrengthTable, filters: Asked): Promise<readonly InTable[]> => {
  const found = await sums(db, table.dataset, { by: table.sorts ? ['month', 'type'] : ['month'], filters, limit: MONTHS * 10 })
  if (isNoAnswer(found)) return []
  return [...Map.groupBy(found.sums, s => s.month ?? '')].map(([month, its]) => ({
    month,
    ...sidesOf({ sorts: new Map(its.flatMap(s => pairOf(sortOf(table, s.type), s.amount))) }),
    persons: its.reduce<number | null>((n, s) => (s.amount === null ? n : (n ?? 0) + s.amount), null),
    key: null,
    cites: { ...its[0]!.cites, rows: its.reduce((n, s) => n + s.cites.rows, 0), since: null, line: null },
  }))
}
const pairOf = (sort: Sort | undefined, n: number | null): [Sort, number][] => (sort === undefined || n === null ? [] : [[sort, n]])
const side = (r: TimelineRow, what: 'military' | 'police'): string => {
  const { limits, changes } = r.authorised?.[what] ?? { limits: [], changes: [] }
  return `${r[what]?.toLocaleString('en-US') ?? 'not stated'}${limits.length ? ` of ${limitsInWords(limits)}` : ''}${changesInWords(changes)}`
}
