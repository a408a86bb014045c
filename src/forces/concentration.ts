import { type Cites, isNoAnswer, sums } from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import { citesAt } from '../kernel/columns.ts'
import { onRecord, reach } from './archive/held.ts'
import { monthOf } from './archive/month.ts'
import { BY_CONTRIBUTOR } from './archive/tables.ts'
import { citedInWords } from './counted.ts'

/** How much of a mission the few largest contributors are. Arithmetic, no measure of merit. */
export interface ConcentrationRow {
  readonly dataset: string
  readonly mission: string | null
  readonly month: string
  /** `null`: the month is not on this record; `says` tells why. */
  readonly persons: number | null
  readonly contributors: number
  /** The largest first, up to ten, with the share of all until there, in hundredths. */
  readonly largest: readonly { readonly state: string | null; readonly persons: number; readonly untilHere: number }[]
  readonly says: string | null
  readonly cites: Cites | null
}
const SHOWN = 10
export const concentration: Question<ConcentrationRow> = {
  name: 'concentration',
  says: 'The share of the largest contributors, of a mission or of all, in the month of the day.',
  columns: {
    dataset: '#meta+dataset+id',
    mission: '#org+mission',
    month: '#date+month',
    persons: '#capacity+persons+num',
    contributors: '#country+num',
    'largest.state': '#country+code',
    'largest.persons': '#capacity+num',
    'largest.untilHere': '#indicator+pct',
    says: '#description',
    ...citesAt(),
  },
  options: { mission: { value: 'MINUSMA', says: 'of one mission' } },
  rows: async (db, { on, options: { mission } }) => {
    const month = monthOf(on)
    const rows: ConcentrationRow[] = []
    for (const { dataset } of await onRecord(db, BY_CONTRIBUTOR)) {
      const found = await sums(db, dataset, { by: ['state'], filters: { from: month.from, to: month.to, ...(mission && { mission }) } })
      const none = { dataset, mission: mission ?? null, month: month.text, persons: null, contributors: 0, largest: [], cites: null }
      if (isNoAnswer(found)) rows.push({ ...none, says: found.says })
      else if (!found.sums.length) rows.push({ ...none, says: reach(dataset, found, month, mission) })
      else {
        const there = found.sums
          .filter(s => (s.amount ?? 0) > 0)
          .toSorted((a, b) => b.amount! - a.amount! || ((a.state ?? '') < (b.state ?? '') ? -1 : 1))
        const persons = there.reduce((n, s) => n + s.amount!, 0)
        let sofar = 0
        const largest = there.slice(0, SHOWN).map(s => {
          sofar += s.amount!
          return { state: s.state ?? null, persons: s.amount!, untilHere: Math.round((1000 * sofar) / persons) / 10 }
        })
        const cites = { ...found.sums[0]!.cites, rows: found.sums.reduce((n, s) => n + s.cites.rows, 0), since: null, line: null }
        rows.push({ ...none, persons, contributors: there.length, largest, says: null, cites })
      }
    }
    return rows
  },
  line: r =>
    r.persons === null
      ? `${r.mission ?? 'all missions'}  ${r.month}  ${r.says}`
      : `${r.mission ?? 'all missions'}  ${r.month}  ${r.persons.toLocaleString('en-US')} of ${r.contributors} contributors; ${r.largest.map(l => `${l.state ?? 'no State that is known'} ${l.persons.toLocaleString('en-US')} (${l.untilHere} %)`).join(', ')}  [${citedInWords(r.cites!)}]`,
}
