import { type Cites, isNoAnswer, rows, sums } from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import { citesAt } from '../kernel/columns.ts'
import { onRecord, reach } from './archive/held.ts'
import { monthOf } from './archive/month.ts'
import { BY_CONTRIBUTOR, countsOf, type Sex, type Sort } from './archive/tables.ts'
import { citedInWords } from './counted.ts'

/** Women among those counted in one month, of one type in one mission. */
export interface WomenRow {
  readonly dataset: string
  readonly mission: string | null
  readonly month: string
  /** `null`: all types together. */
  readonly type: Sort | null
  readonly women: number | null
  readonly men: number | null
  /** In tenths of a hundredth; `null`: nobody was counted, or the month is not on this record. */
  readonly percent: number | null
  readonly says: string | null
  readonly cites: Cites | null
}
const MOST = 5_000
const SEXED = BY_CONTRIBUTOR.filter(t => t.counts.some(c => c.sex))
/** A person of a small group is not to be found in it: counts are of a whole mission, as the UN itself publishes them, and never of a State. */
export const women: Question<WomenRow> = {
  name: 'women',
  says: 'Women’s share by mission and type in the month of the day, where a table gives sex.',
  columns: {
    dataset: '#meta+dataset+id',
    mission: '#org+mission',
    month: '#date+month',
    type: '#capacity+type',
    women: '#capacity+f+num',
    men: '#capacity+m+num',
    percent: '#indicator+f+pct',
    says: '#description',
    ...citesAt(),
  },
  options: { mission: { value: 'UNMIL', says: 'of one mission' } },
  rows: async (db, { on, options: { mission } }) => {
    const month = monthOf(on)
    const told: WomenRow[] = []
    for (const table of await onRecord(db, SEXED)) {
      const filters = { from: month.from, to: month.to, ...(mission && { mission }) }
      const found = await rows(db, table.dataset, { filters, limit: MOST })
      const none = {
        dataset: table.dataset,
        mission: mission ?? null,
        month: month.text,
        type: null,
        women: null,
        men: null,
        percent: null,
        cites: null,
      }
      if (isNoAnswer(found)) {
        told.push({ ...none, says: found.says })
        continue
      }
      if (!found.rows.length) {
        const span = await sums(db, table.dataset, { by: [], filters })
        told.push({ ...none, says: isNoAnswer(span) ? span.says : reach(table.dataset, span, month, mission) })
        continue
      }
      const missions = [...Map.groupBy(found.rows, r => r.mission ?? '')].sort(([a], [b]) => (a < b ? -1 : 1))
      for (const [name, its] of missions) {
        const counts = countsOf(table, its)
        const cites = { dataset: table.dataset, snapshot: found.snapshot, source: found.source, rows: its.length, since: null, line: null }
        const row = (type: Sort | null, female: number, male: number): WomenRow => ({
          ...{ dataset: table.dataset, mission: name || null, month: month.text, type, women: female, men: male, says: null, cites },
          percent: female + male ? Math.round((1000 * female) / (female + male)) / 10 : null,
        })
        told.push(row(null, counts.sexes.get('female') ?? 0, counts.sexes.get('male') ?? 0))
        const of = (sort: Sort, sex: Sex): number => counts.both.get(`${sort}|${sex}`) ?? 0
        for (const sort of counts.sorts.keys())
          if (of(sort, 'female') + of(sort, 'male') > 0) told.push(row(sort, of(sort, 'female'), of(sort, 'male')))
      }
    }
    return told
  },
  line: r =>
    `${r.mission ?? 'all missions'}  ${r.month}  ${
      r.says ??
      `${r.type ?? 'all'}: ${r.women} women, ${r.men} men${r.percent === null ? '' : `, ${r.percent} %`}  [${citedInWords(r.cites!)}]`
    }`,
}
