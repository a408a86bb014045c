import { type AskedRow, type Cites, isNoAnswer, rows, sums } from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import { citesAt } from '../kernel/columns.ts'
import { monthNamed, monthOf } from './archive/month.ts'
import { BY_CONTRIBUTOR, countsOf, sidesOf, TABLES } from './archive/tables.ts'
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
  /** The row in the table, as the archive asks for it. */
  readonly key: string
  readonly cites: Cites
}
const OF_MISSIONS = TABLES.find(t => t.grain === 'mission')!
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
    const found = await rows(db, OF_MISSIONS.dataset, { filters, limit: MONTHS })
    if (isNoAnswer(found)) return []
    const texts = await textsOf(db)
    const others: { month: string; dataset: string; persons: number | null; cites: Cites }[] = []
    for (const dataset of BY_CONTRIBUTOR) {
      const theirs = await sums(db, dataset, { by: ['month'], filters, limit: MONTHS })
      if (!isNoAnswer(theirs)) others.push(...theirs.sums.map(s => ({ month: s.month ?? '', dataset, persons: s.amount, cites: s.cites })))
    }
    const counted = found.rows.filter(
      (r): r is AskedRow & { from: NonNullable<AskedRow['from']> } => r.from !== null && r.repeat === 1 && !r.total,
    )
    return counted.map(r => {
      const month = monthOf(r.from)
      return {
        mission,
        month: month.text,
        ...sidesOf(countsOf(OF_MISSIONS, [r])),
        persons: r.amount,
        authorised: authorisedIn(texts, mission, monthNamed(month.text)),
        differs: others
          .filter(o => o.month === month.text && o.persons !== r.amount)
          .map(({ dataset, persons, cites }) => ({ dataset, persons, cites })),
        key: `${r.cells['Date']?.trim()} | ${r.cells['Mission']?.trim()}`,
        cites: r.cites,
      }
    })
  },
  line: r =>
    `${r.month}  military ${side(r, 'military')}; police ${side(r, 'police')}  [${citedInWords(r.cites)}]${r.differs.map(d => `  ${d.dataset} has ${d.persons ?? 'nothing'} in all, not ${r.persons}`).join('')}`,
}
const side = (r: TimelineRow, what: 'military' | 'police'): string => {
  const { limits, changes } = r.authorised?.[what] ?? { limits: [], changes: [] }
  return `${r[what]?.toLocaleString('en-US') ?? 'not stated'}${limits.length ? ` of ${limitsInWords(limits)}` : ''}${changesInWords(changes)}`
}
