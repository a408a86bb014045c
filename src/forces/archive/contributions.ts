import {
  AS_PUBLISHED,
  asPublished,
  BY_CONTRIBUTOR,
  CONTRIBUTOR_NAMES,
  citedInWords,
  citesOf,
  isNoAnswer,
  monthCount,
  monthOf,
  type NoAnswer,
  type Sum,
  type Sums,
  sums,
} from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt, fields } from '../../kernel/columns.ts'
import { isTableNotHeld, type TableNotHeld, whyNone } from './not-held.ts'

/** Who contributed to which mission, from when until when, by one table. Where the table begins, it does not know what was before. */
const rowOf = (its: readonly Sum[], table: Sums) => {
  const there = its.filter(s => (s.amount ?? 0) > 0 && s.month)
  const [first, last] = [there[0], there.at(-1)]
  if (!first || !last) return []
  const most = there.reduce((a, b) => (b.amount! > a.amount! ? b : a))
  const row = {
    state: first.state ?? null,
    mission: first.mission ?? null,
    dataset: table.dataset,
    /** First and last month of the table in which somebody was there. */
    first: first.month!,
    last: last.month!,
    /** The table begins, or ends, with that month: it may have begun earlier, or gone on. */
    openBefore: first.month === table.from,
    openAfter: last.month === table.to,
    /** Months in between of which the table has no number, or nought. */
    gaps: 1 + monthCount(last.month!) - monthCount(first.month!) - there.length,
    most: most.amount!,
    mostIn: most.month!,
    months: there.length,
    /** The last month of which the table has rows: what came later cannot be told from it. */
    tableEnds: table.to,
    cites: citesOf(
      table,
      its.reduce((n, s) => n + s.rows, 0),
    ),
  }
  return [row]
}
export type ContributionRow = ReturnType<typeof rowOf>[number]
export type ContributionAnswer = ContributionRow | TableNotHeld

const GROUPS = 20_000
/** First and last month of each contribution. Each table stands by itself. */
export const contributions: Question<ContributionAnswer> = {
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
    tableEnds: '#date+table_ends',
    ...fields('kind', 'says'),
    ...citesAt(),
  },
  tables: CONTRIBUTOR_NAMES,
  options: {
    mission: { value: 'UNMIL', says: 'to one mission' },
    state: { value: 'BGD', says: 'by one State' },
    ...AS_PUBLISHED,
  },
  nothing:
    'Nothing on this record. Of which mission or State: --mission UNMIL, or --state BGD. By which table: peaceops archive add ipi-gender FILE.',
  rows: async (db, { on, options }) => {
    const { mission, state } = options
    const as = asPublished(options)
    if (mission === undefined && state === undefined) return []
    const told: ContributionRow[] = []
    const silent: [string, NoAnswer][] = []
    for (const { dataset } of BY_CONTRIBUTOR) {
      const filters = { mission, state, to: monthOf(on).to }
      const found = await sums(db, dataset, { ...as(dataset), by: ['state', 'mission', 'month'], filters, limit: GROUPS })
      if (isNoAnswer(found)) {
        silent.push([dataset, found])
        continue
      }
      const each = Map.groupBy(found.sums, s => `${s.state ?? ''}|${s.mission ?? ''}`)
      told.push(...[...each.values()].flatMap(its => rowOf(its, found)))
    }
    return told.length ? told : whyNone(silent, BY_CONTRIBUTOR.length)
  },
  line: r => {
    if (isTableNotHeld(r)) return r.says
    return `${r.mission ?? 'no mission that is known'}  ${r.state ?? 'no State that is known'}  ${r.openBefore ? 'by ' : ''}${r.first} to ${r.last}${r.openAfter ? ' or later, for the table ends then' : ''}${r.gaps ? `, ${r.gaps} months without` : ''}; most ${r.most.toLocaleString('en-US')} in ${r.mostIn}  [${citedInWords(r.cites)}]`
  },
}
