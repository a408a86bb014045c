import { type Cites, isNoAnswer, sums } from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import { citesAt } from '../kernel/columns.ts'
import { yearOf } from '../kernel/day.ts'
import { citedInWords } from './counted.ts'

/** How many bases in a year. Where they were is never public: this is the count that the archive gives to everybody. */
export interface BasesRow {
  readonly year: string
  readonly host: string | null
  readonly bases: number
  /** Rows that tell another strength of a base that is counted already. */
  readonly again: number
  readonly cites: Cites
}
const BASES = 'geo-pko-bases'
export const bases: Question<BasesRow> = {
  name: 'bases',
  says: 'Number of bases by year and host, up to the day. Their places are not told.',
  columns: {
    year: '#date+year',
    host: '#country+host+code',
    bases: '#indicator+bases+num',
    again: '#meta+repeated+num',
    ...citesAt(),
  },
  options: { host: { value: 'CAF', says: 'in one country' } },
  rows: async (db, { on, options: { host } }) => {
    const found = await sums(db, BASES, { by: host === undefined ? ['year'] : ['year', 'state'], filters: { state: host }, limit: 5_000 })
    if (isNoAnswer(found)) return []
    return found.sums
      .filter(s => s.year && Number(s.year) <= yearOf(on))
      .map(s => ({ year: s.year!, host: s.state ?? null, bases: s.rows, again: s.repeated, cites: s.cites }))
  },
  line: r =>
    `${r.year}  ${r.host ?? 'all hosts'}  ${r.bases} bases${r.again ? ` (${r.again} more rows tell another strength of one of them)` : ''}  [${citedInWords(r.cites)}]`,
}
