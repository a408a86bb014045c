import { AS_PUBLISHED, asPublished, citedInWords, isNoAnswer, type Sum, sums } from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt, fields } from '../../kernel/columns.ts'
import { yearOf } from '../../kernel/day.ts'
import { isTableNotHeld, type TableNotHeld, tableNotHeld } from './not-held.ts'

/** How many bases in a year. Where they were is never public: this is the count that the archive gives to everybody. */
const rowOf = (s: Sum) => ({
  year: s.year ?? '',
  host: s.state ?? null,
  bases: s.rows,
  /** Rows that tell another strength of a base that is counted already. */
  again: s.repeated,
  cites: s.cites,
})
export type BasesRow = ReturnType<typeof rowOf>
export type BasesAnswer = BasesRow | TableNotHeld

const BASES = 'geo-pko-bases'

export const bases: Question<BasesAnswer> = {
  name: 'bases',
  says: 'Number of bases by year and host, up to the day. Their places are not told.',
  columns: {
    year: '#date+year',
    host: '#country+host+code',
    bases: '#indicator+bases+num',
    again: '#meta+repeated+num',
    ...fields('kind', 'dataset', 'says'),
    ...citesAt(),
  },
  tables: [BASES],
  options: { host: { value: 'CAF', says: 'in one country' }, ...AS_PUBLISHED },
  rows: async (db, { on, options }) => {
    const { host } = options
    const found = await sums(db, BASES, {
      ...asPublished(options)(BASES),
      by: host === undefined ? ['year'] : ['year', 'state'],
      filters: { state: host },
      limit: 5_000,
    })
    return isNoAnswer(found) ? [tableNotHeld(BASES, found)] : found.sums.filter(s => s.year && Number(s.year) <= yearOf(on)).map(rowOf)
  },
  line: r =>
    isTableNotHeld(r)
      ? r.says
      : `${r.year}  ${r.host ?? 'all hosts'}  ${r.bases} bases${r.again ? ` (${r.again} more rows tell another strength of one of them)` : ''}  [${citedInWords(r.cites)}]`,
}
