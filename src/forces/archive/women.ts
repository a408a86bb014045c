import {
  AS_PUBLISHED,
  asPublished,
  BY_CONTRIBUTOR,
  type Cites,
  citedInWords,
  citesOf,
  countsOf,
  isNoAnswer,
  monthHeld,
  monthInWords,
  onRecord,
  type Sex,
  type Sort,
} from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt } from '../../kernel/columns.ts'
import { byText } from '../../kernel/order.ts'
import { inMonth } from './counted.ts'

/** Women among those counted in one month, of one type in one mission. */
export interface WomenRow {
  readonly dataset: string
  readonly mission: string | null
  readonly month: string
  /** Nobody named a day: the last month that the table has. */
  readonly lastHeld: boolean
  /** `null`: all types together. */
  readonly type: Sort | null
  readonly women: number | null
  readonly men: number | null
  /** In tenths of a hundredth; `null`: nobody was counted, or the month is not on this record. */
  readonly percent: number | null
  readonly says: string | null
  readonly cites: Cites | null
}
const SEXED = BY_CONTRIBUTOR.filter(t => t.counts.some(c => c.sex))
const shareOf = (women: number, men: number): number | null => (women + men ? Math.round((1000 * women) / (women + men)) / 10 : null)

/** A person of a small group is not to be found in it: counts are of a whole mission, as the UN itself publishes them, and never of a State. */
export const women: Question<WomenRow> = {
  name: 'women',
  says: 'Women’s share by mission and type in the month of the day, where a table gives sex.',
  columns: {
    dataset: '#meta+dataset+id',
    mission: '#org+mission',
    month: '#date+month',
    lastHeld: '#meta+last_held',
    type: '#capacity+type',
    women: '#capacity+f+num',
    men: '#capacity+m+num',
    percent: '#indicator+f+pct',
    says: '#description',
    ...citesAt(),
  },
  tables: SEXED.map(t => t.dataset),
  options: { mission: { value: 'UNMIL', says: 'of one mission' }, ...AS_PUBLISHED },
  rows: async (db, asked) => {
    const { mission } = asked.options
    const as = asPublished(asked.options)
    const told: WomenRow[] = []
    for (const table of await onRecord(db, SEXED)) {
      const { dataset } = table
      const { month, lastHeld } = await monthHeld(db, dataset, asked, as(dataset))
      const held = await inMonth(db, table, month, mission, as(dataset))
      if (isNoAnswer(held)) {
        const none = { type: null, women: null, men: null, percent: null, cites: null, says: held.says }
        told.push({ dataset, mission: mission ?? null, month: month.text, lastHeld, ...none })
        continue
      }
      for (const [name, its] of [...Map.groupBy(held.rows, r => r.mission ?? '')].sort(([a], [b]) => byText(a, b))) {
        const { sexes, sorts, both } = countsOf(table, its)
        const row = (type: Sort | null, of: (sex: Sex) => number | undefined): WomenRow => {
          const [female, male] = [of('female') ?? 0, of('male') ?? 0]
          return {
            ...{ dataset, mission: name || null, month: month.text, lastHeld, type, women: female, men: male, says: null },
            cites: citesOf(held.cites, its.length),
            percent: shareOf(female, male),
          }
        }
        const byType = [...sorts.keys()].map(sort => row(sort, sex => both.get(`${sort}|${sex}`)))
        told.push(
          row(null, sex => sexes.get(sex)),
          ...byType.filter(r => r.percent !== null),
        )
      }
    }
    return told
  },
  line: r => {
    const where = `${r.mission ?? 'all missions'}  ${monthInWords(r)}  `
    if (r.says !== null) return where + r.says
    return `${where}${r.type ?? 'all'}: ${r.women} women, ${r.men} men${r.percent === null ? '' : `, ${r.percent} %`}  [${citedInWords(r.cites!)}]`
  },
}
