import {
  AS_PUBLISHED,
  type As,
  type AskedRow,
  asPublished,
  type Cites,
  citedInWords,
  citesOf,
  everyRow,
  isNoAnswer,
  type NoAnswer,
  sums,
} from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt } from '../../kernel/columns.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, day, yearOf } from '../../kernel/day.ts'
import { byText } from '../../kernel/order.ts'
import { tablesOf } from './pages/words.ts'

// Who died in the service of a mission. One row of the table is one person, so rows are shown to nobody here, and one thing is counted at
// a time. By year and by mission the UN itself publishes totals: they are told as they are. By State or cause, a group of fewer than five
// could be a person whom others know: such groups are told together, and never a single one of them.

const FATALITIES = 'un-fatalities'
const FEW = 5
const BYS = ['year', 'mission', 'cause', 'state'] as const
type By = (typeof BYS)[number]
/** A year, mission, cause or State; `null`: none is stated. `again`: rows that name somebody who is counted already. */
type Group = readonly [of: string | null, deaths: number, again?: number]

export interface FatalitiesRow {
  readonly by: By
  /** `null`: none is stated, or several that are told together. */
  readonly of: string | null
  /** How many groups are told together in this row, because each has fewer than five. */
  readonly together: number | null
  readonly deaths: number | null
  /** Rows that name somebody who is counted already. */
  readonly again: number
  /** Why there is no figure. */
  readonly says: string | null
  readonly cites: Cites | null
}
const none = (says: string): FatalitiesRow[] => [{ by: 'year', of: null, together: null, deaths: null, again: 0, says, cites: null }]

export const fatalities: Question<FatalitiesRow> = {
  name: 'fatalities',
  says: 'Deaths in the service of missions, as counts up to the end of the year of the day; one thing at a time, and no small group alone.',
  columns: {
    by: '#meta+by',
    of: '#meta+of',
    together: '#meta+together+num',
    deaths: '#indicator+deaths+num',
    again: '#meta+repeated+num',
    says: '#description',
    ...citesAt(),
  },
  options: {
    by: { value: BYS.join('|'), says: 'what is counted (default: year)' },
    mission: { value: 'MINUSMA', says: 'of one mission, by year' },
    ...AS_PUBLISHED,
  },
  tables: [FATALITIES],
  rows: async (db, { on, options }) => {
    const { by = 'year', mission } = options
    if (!isBy(by)) return none(`deaths are counted by ${BYS.join(', ')}, not by ${JSON.stringify(by)}`)
    if (mission !== undefined && by !== 'year')
      return none('of one mission deaths are counted by year only: finer counts would single people out')
    const found = await groupsBy(db, by, mission, endOfYear(on), asPublished(options)(FATALITIES))
    if (isNoAnswer(found)) return none(found.says)
    const whole = found.groups.toSorted(([a], [b]) => byText(a ?? '\uffff', b ?? '\uffff'))
    const told = by === 'year' || by === 'mission' ? whole.map(alone) : folded(whole)
    return told.map(g => ({ by, ...g, says: null, cites: citesOf(found, g.deaths) }))
  },
  line: r => {
    if (r.says !== null) return r.says
    const of = r.together ? `${r.together} others, fewer than ${FEW} each` : (r.of ?? 'not stated')
    return `${of}: ${r.deaths?.toLocaleString('en-US')}${r.again ? ` (${tablesOf('en').fatalities.again(r.again)})` : ''}  [${citedInWords(r.cites!)}]`
  },
}
const isBy = (text: string): text is By => BYS.some(by => by === text)
const endOfYear = (on: Day): Day => day(`${String(yearOf(on)).padStart(4, '0')}-12-31`)

type Groups = Parameters<typeof citesOf>[0] & { readonly groups: readonly Group[] }
/** Years and missions: the counts that the archive keeps for everybody. States: as its sums have them. */
const groupsBy = async (db: Sql, by: By, mission: string | undefined, to: Day, as: As): Promise<Groups | NoAnswer> => {
  if (by === 'cause') return causes(db, to, as)
  const ofState = by === 'state'
  const found = await sums(db, FATALITIES, {
    ...as,
    by: ofState ? ['state'] : ['year', 'mission'],
    filters: ofState ? { to } : { mission },
    limit: 50_000,
  })
  if (isNoAnswer(found)) return found
  const within = found.sums.filter(s => !s.year || Number(s.year) <= yearOf(to))
  return { ...found, groups: counted(within.map(s => [s[by] ?? null, s.rows, s.repeated])) }
}
/** The cause stands in no column that the archive sums by: a reader who may read the rows has them counted, page by page. */
const causes = async (db: Sql, to: Day, as: As): Promise<Groups | NoAnswer> => {
  const all = await everyRow(db, FATALITIES, { ...as, filters: { to } })
  return isNoAnswer(all) ? all : { ...all, groups: counted(all.rows.filter(r => !r.total).map(causeOf)) }
}
const causeOf = ({ cells, repeat }: AskedRow): Group => [
  cells['type_of_incident']?.trim() || null,
  repeat === 1 ? 1 : 0,
  repeat === 1 ? 0 : 1,
]
const sum = (groups: Iterable<Group>, what: 1 | 2): number => [...groups].reduce((n, g) => n + (g[what] ?? 0), 0)
const counted = (all: readonly Group[]): readonly Group[] =>
  [...Map.groupBy(all, ([of]) => of)].map(([of, its]) => [of, sum(its, 1), sum(its, 2)])
const alone = ([of, deaths, again = 0]: Group) => ({ of, deaths, again, together: null })
/** Small groups are told as one. Where there is only one of them, the next larger joins it, else the rest would tell it. */
export const folded = (groups: readonly Group[]): { of: string | null; deaths: number; again: number; together: number | null }[] => {
  const bySize = groups.toSorted(([, a], [, b]) => a - b)
  const small = bySize.filter(([, n]) => n < FEW).length
  const joined = new Set(bySize.slice(0, small === 1 ? 2 : small))
  const rest = groups.filter(g => !joined.has(g)).map(alone)
  return joined.size ? [...rest, { of: null, deaths: sum(joined, 1), again: sum(joined, 2), together: joined.size }] : rest
}
