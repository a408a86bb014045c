import { type AskedRow, citedInWords, isNoAnswer, monthNamed, monthOf, rows, type Sum, sums } from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { type Day, toIso } from '../../kernel/day.ts'
import { BY_CONTRIBUTOR, countsOf, sidesOf, TABLES } from './tables.ts'
import { authorisedIn, sideInWords, type Texts, textsOf } from './texts.ts'

const OF_MISSIONS = TABLES.find(t => t.grain === 'mission')!
/** One month of a mission: how many were there, beside how many might have been. */
const rowOf = (mission: string, r: AskedRow, texts: Texts | undefined, others: readonly Sum[]) => {
  const month = toIso(r.from as Day).slice(0, 7)
  return {
    mission,
    month,
    ...sidesOf(countsOf(OF_MISSIONS, [r])),
    persons: r.amount,
    authorised: authorisedIn(texts, mission, monthNamed(month)),
    /** Other tables that have another number for the month. */
    differs: others
      .filter(o => o.month === month && o.amount !== r.amount)
      .map(({ amount, cites }) => ({ dataset: cites.dataset, persons: amount, cites })),
    /** The row in the table, as the archive asks for it. */
    key: `${r.cells['Date']?.trim()} | ${r.cells['Mission']?.trim()}`,
    cites: r.cites,
  }
}
export type TimelineRow = ReturnType<typeof rowOf>

const MONTHS = 2_000
export const timeline: Question<TimelineRow> = {
  name: 'timeline',
  says: 'A mission month by month, up to the day: military and police there, beside what the texts authorise.',
  options: { mission: { value: 'MINUSCA', says: 'which mission' } },
  rows: async (db, { on, options: { mission } }) => {
    if (mission === undefined) return []
    const filters = { mission, to: monthOf(on).to }
    const found = await rows(db, OF_MISSIONS.dataset, { filters, limit: MONTHS })
    if (isNoAnswer(found)) return []
    const texts = await textsOf(db)
    const others: Sum[] = []
    for (const dataset of BY_CONTRIBUTOR) {
      const theirs = await sums(db, dataset, { by: ['month'], filters, limit: MONTHS })
      if (!isNoAnswer(theirs)) others.push(...theirs.sums)
    }
    return found.rows.filter(r => r.from !== null && r.repeat === 1 && !r.total).map(r => rowOf(mission, r, texts, others))
  },
  line: r => {
    const [military, police] = (['military', 'police'] as const).map(side => sideInWords(r[side], r.authorised?.[side]))
    const differs = r.differs.map(d => `  ${d.dataset} has ${d.persons ?? 'nothing'} in all, not ${r.persons}`)
    return `${r.month}  military ${military}; police ${police}  [${citedInWords(r.cites)}]${differs.join('')}`
  },
}
