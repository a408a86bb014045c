import { type AskedRow, type Cites, isNoAnswer, rows, type Sum, sums } from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import { citesAt } from '../kernel/columns.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, day, yearOf } from '../kernel/day.ts'
import { citedInWords } from './counted.ts'

// Who died in the service of a mission. One row of the table is one person, so rows are shown to nobody here, and one thing is counted at
// a time. By year and by mission the UN itself publishes totals: they are told as they are. By State or cause, a group of fewer than five
// could be a person whom others know: such groups are told together, and never a single one of them.

export interface FatalitiesRow {
  readonly by: 'year' | 'mission' | 'cause' | 'state'
  /** The year, mission, cause or State; `null`: none is stated, or several that are told together. */
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
const FATALITIES = 'un-fatalities'
const FEW = 5
const PAGE = 5_000
const BYS = ['year', 'mission', 'cause', 'state'] as const
type By = (typeof BYS)[number]
type Group = readonly [of: string | null, deaths: number, again?: number]

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
  },
  rows: async (db, { on, options: { by = 'year', mission } }) => {
    const none = (says: string): FatalitiesRow[] => [{ by: 'year', of: null, together: null, deaths: null, again: 0, says, cites: null }]
    if (!isBy(by)) return none(`deaths are counted by ${BYS.join(', ')}, not by ${JSON.stringify(by)}`)
    if (mission !== undefined && by !== 'year')
      return none('of one mission deaths are counted by year only: finer counts would single people out')
    const found = await groups(db, by, mission, endOfYear(on))
    if ('says' in found) return none(found.says)
    const whole = found.groups.toSorted(([a], [b]) => ((a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1))
    return (
      by === 'year' || by === 'mission' ? whole.map(([of, deaths, again = 0]) => ({ of, deaths, again, together: null })) : folded(whole)
    ).map(g => ({
      by,
      ...g,
      says: null,
      cites: { ...found.cites, rows: g.deaths },
    }))
  },
  line: r =>
    r.says ??
    `${r.together ? `${r.together} others, fewer than ${FEW} each` : (r.of ?? 'not stated')}: ${r.deaths?.toLocaleString('en-US')}${r.again ? ` (${againInWords(r.again)})` : ''}  [${citedInWords(r.cites!)}]`,
}
/** One person under two nationalities is one person. */
export const againInWords = (n: number): string =>
  n === 1 ? 'one more row names one of them again' : `${n} more rows name some of them again`
const isBy = (text: string): text is By => (BYS as readonly string[]).includes(text)
const endOfYear = (on: Day): Day => day(`${String(yearOf(on)).padStart(4, '0')}-12-31`)

interface Found {
  readonly groups: readonly Group[]
  readonly cites: Cites
}
type None = { readonly says: string }
const groups = (db: Sql, by: By, mission: string | undefined, to: Day): Promise<Found | None> =>
  by === 'cause' ? causes(db, to) : by === 'state' ? ofStates(db, to) : publicCounts(db, by, mission, to)

/** Years and missions: the counts that the archive keeps for everybody. */
const publicCounts = async (db: Sql, by: 'year' | 'mission', mission: string | undefined, to: Day): Promise<Found | None> => {
  const found = await sums(db, FATALITIES, { by: ['year', 'mission'], filters: { mission }, limit: 50_000 })
  if (isNoAnswer(found)) return found
  const upTo = found.sums.filter(s => !s.year || Number(s.year) <= yearOf(to))
  return {
    groups: [...Map.groupBy(upTo, s => s[by] ?? null)].map(([of, its]) => [of, total(its, 'rows'), total(its, 'repeated')]),
    cites: all(found),
  }
}
const total = (sums: readonly Sum[], what: 'rows' | 'repeated'): number => sums.reduce((n, s) => n + s[what], 0)
const ofStates = async (db: Sql, to: Day): Promise<Found | None> => {
  const found = await sums(db, FATALITIES, { by: ['state'], filters: { to }, limit: 5_000 })
  if (isNoAnswer(found)) return found
  return { groups: found.sums.map(s => [s.state ?? null, s.rows, s.repeated]), cites: all(found) }
}
/** The cause stands in no column that the archive sums by: a reader who may read the rows has them counted, page by page. */
const causes = async (db: Sql, to: Day): Promise<Found | None> => {
  const counts = new Map<string | null, [deaths: number, again: number]>()
  let cites: Cites | undefined
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof rows>> = await rows(db, FATALITIES, { filters: { to }, limit: PAGE, ...(after && { after }) })
    if (isNoAnswer(page)) return page
    cites ??= all(page)
    for (const r of page.rows.filter(r => !r.total)) {
      const count = counts.get(causeOf(r)) ?? [0, 0]
      count[r.repeat === 1 ? 0 : 1]++
      counts.set(causeOf(r), count)
    }
    if (page.next === null) return { groups: [...counts].map(([of, [deaths, again]]) => [of, deaths, again]), cites }
    after = page.next
  }
}
const causeOf = (r: AskedRow): string | null => r.cells['type_of_incident']?.trim() || null
const all = ({ dataset, snapshot, source }: { dataset: string; snapshot: number; source: string }): Cites => ({
  dataset,
  snapshot,
  source,
  rows: 0,
  since: null,
  line: null,
})
/** Small groups are told as one. Where there is only one of them, the next larger joins it, else the rest would tell it. */
export const folded = (groups: readonly Group[]): { of: string | null; deaths: number; again: number; together: number | null }[] => {
  const bySize = groups.toSorted(([, a], [, b]) => a - b)
  const small = bySize.filter(([, n]) => n < FEW).length
  const joined = new Set(bySize.slice(0, small === 1 ? 2 : small))
  const rest = groups.filter(g => !joined.has(g)).map(([of, deaths, again = 0]) => ({ of, deaths, again, together: null }))
  if (!joined.size) return rest
  const sum = (k: 1 | 2): number => [...joined].reduce((n, g) => n + (g[k] ?? 0), 0)
  return [...rest, { of: null, deaths: sum(1), again: sum(2), together: joined.size }]
}
