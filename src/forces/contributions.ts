import { type Cites, isNoAnswer, type Sum, sums } from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import { citesAt } from '../kernel/columns.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { monthNamed, monthOf } from './archive/month.ts'
import { BY_CONTRIBUTOR } from './archive/tables.ts'
import { citedInWords } from './counted.ts'

/** Who contributed to which mission, from when until when, by one table. */
export interface ContributionRow {
  readonly state: string | null
  readonly mission: string | null
  readonly dataset: string
  /** First and last month of the table in which somebody was there. */
  readonly first: string
  readonly last: string
  /** The table begins, or ends, with that month: it may have begun earlier, or gone on. */
  readonly openBefore: boolean
  readonly openAfter: boolean
  /** Months in between of which the table has no number, or nought. */
  readonly gaps: number
  readonly most: number
  readonly mostIn: string
  readonly months: number
  readonly cites: Cites
}
/** First and last month of each contribution. Each table stands by itself: where one begins, it does not know what was before. */
export const contributions: Question<ContributionRow> = {
  name: 'contributions',
  says: 'First and last month of each contribution, of a mission or of a State, by the tables that tell of both.',
  columns: {
    state: '#country+code',
    mission: '#org+mission',
    dataset: '#meta+dataset+id',
    first: '#date+start',
    last: '#date+end',
    openBefore: '#meta+open_before',
    openAfter: '#meta+open_after',
    gaps: '#indicator+gaps+num',
    most: '#capacity+most+num',
    mostIn: '#date+most',
    months: '#indicator+months+num',
    ...citesAt(),
  },
  options: {
    mission: { value: 'UNMIL', says: 'to one mission' },
    state: { value: 'BGD', says: 'by one State' },
  },
  rows: async (db, { on, options }) => {
    const { mission, state } = options
    if (mission === undefined && state === undefined) return []
    const told: ContributionRow[] = []
    for (const { dataset } of BY_CONTRIBUTOR) told.push(...(await ofTable(db, dataset, { mission, state, to: monthOf(on).to })))
    return told
  },
  line: r =>
    `${r.mission ?? 'no mission that is known'}  ${r.state ?? 'no State that is known'}  ${r.openBefore ? 'by ' : ''}${r.first} to ${r.last}${r.openAfter ? ' or later' : ''}${r.gaps ? `, ${r.gaps} months without` : ''}; most ${r.most.toLocaleString('en-US')} in ${r.mostIn}  [${citedInWords(r.cites)}]`,
}
const GROUPS = 20_000
type Asked = NonNullable<Parameters<typeof sums>[2]['filters']>
const ofTable = async (db: Sql, dataset: string, filters: Asked): Promise<readonly ContributionRow[]> => {
  const found = await sums(db, dataset, { by: ['state', 'mission', 'month'], filters, limit: GROUPS })
  if (isNoAnswer(found)) return []
  return [...Map.groupBy(found.sums, s => `${s.state ?? ''}|${s.mission ?? ''}`).values()].flatMap(its => rowOf(its, found) ?? [])
}
const rowOf = (its: readonly Sum[], { from, to }: { from: string | null; to: string | null }): ContributionRow | undefined => {
  const there = its.filter(s => (s.amount ?? 0) > 0 && s.month)
  const [first, last] = [there[0], there.at(-1)]
  if (!first || !last) return undefined
  const most = there.reduce((a, b) => (b.amount! > a.amount! ? b : a))
  return {
    state: first.state ?? null,
    mission: first.mission ?? null,
    dataset: first.cites.dataset,
    first: first.month!,
    last: last.month!,
    openBefore: first.month === from,
    openAfter: last.month === to,
    gaps: 1 + between(first.month!, last.month!) - there.length,
    most: most.amount!,
    mostIn: most.month!,
    months: there.length,
    cites: { ...first.cites, rows: its.reduce((n, s) => n + s.cites.rows, 0), since: null, line: null },
  }
}
const between = (a: string, b: string): number => {
  const [x, y] = [monthNamed(a).text, monthNamed(b).text].map(t => Number(t.slice(0, 4)) * 12 + Number(t.slice(5)))
  return y! - x!
}
