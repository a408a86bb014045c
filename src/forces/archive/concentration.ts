import {
  AS_PUBLISHED,
  asPublished,
  BY_CONTRIBUTOR,
  type Cites,
  CONTRIBUTOR_NAMES,
  citedInWords,
  citesOf,
  isNoAnswer,
  monthHeld,
  monthInWords,
  onRecord,
  type Sums,
  sumsIn,
} from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt } from '../../kernel/columns.ts'
import { byText } from '../../kernel/order.ts'

/** How much of a mission the few largest contributors are. Arithmetic, no measure of merit. */
export interface ConcentrationRow extends Largest {
  readonly dataset: string
  readonly mission: string | null
  readonly month: string
  /** Nobody named a day: the last month that the table has. */
  readonly lastHeld: boolean
}
interface Largest {
  /** `null`: the month is not on this record; `says` tells why. */
  readonly persons: number | null
  readonly contributors: number
  /** The largest first, up to ten, with the share of all until there, in hundredths. */
  readonly largest: readonly { readonly state: string | null; readonly persons: number; readonly untilHere: number }[]
  readonly cites: Cites | null
  readonly says: string | null
}
const SHOWN = 10
const largestOf = (found: Sums): Largest => {
  const there = found.sums
    .filter(s => (s.amount ?? 0) > 0)
    .toSorted((a, b) => b.amount! - a.amount! || byText(a.state ?? '', b.state ?? ''))
  const persons = there.reduce((n, s) => n + s.amount!, 0)
  let sofar = 0
  const largest = there.slice(0, SHOWN).map(s => {
    sofar += s.amount!
    return { state: s.state ?? null, persons: s.amount!, untilHere: Math.round((1000 * sofar) / persons) / 10 }
  })
  const rows = found.sums.reduce((n, s) => n + s.rows, 0)
  return { persons, contributors: there.length, largest, cites: citesOf(found, rows), says: null }
}
const none = (says: string): Largest => ({ persons: null, contributors: 0, largest: [], cites: null, says })

export const concentration: Question<ConcentrationRow> = {
  name: 'concentration',
  says: 'The share of the largest contributors, of a mission or of all, in the month of the day.',
  columns: {
    dataset: '#meta+dataset+id',
    mission: '#org+mission',
    month: '#date+month',
    lastHeld: '#meta+last_held',
    persons: '#capacity+persons+num',
    contributors: '#country+num',
    'largest.state': '#country+code',
    'largest.persons': '#capacity+num',
    'largest.untilHere': '#indicator+pct',
    says: '#description',
    ...citesAt(),
  },
  tables: CONTRIBUTOR_NAMES,
  options: { mission: { value: 'MINUSMA', says: 'of one mission' }, ...AS_PUBLISHED },
  rows: async (db, asked) => {
    const { mission } = asked.options
    const as = asPublished(asked.options)
    const rows: ConcentrationRow[] = []
    for (const { dataset } of await onRecord(db, BY_CONTRIBUTOR)) {
      const { month, lastHeld } = await monthHeld(db, dataset, asked, as(dataset))
      const found = await sumsIn(db, dataset, month, mission, ['state'], as(dataset))
      rows.push({
        ...{ dataset, mission: mission ?? null, month: month.text, lastHeld },
        ...(isNoAnswer(found) ? none(found.says) : largestOf(found)),
      })
    }
    return rows
  },
  line: r => {
    const where = `${r.mission ?? 'all missions'}  ${monthInWords(r)}`
    if (r.persons === null) return `${where}  ${r.says}`
    const named = r.largest.map(l => `${l.state ?? 'no State that is known'} ${l.persons.toLocaleString('en-US')} (${l.untilHere} %)`)
    return `${where}  ${r.persons.toLocaleString('en-US')} of ${r.contributors} contributors; ${named.join(', ')}  [${citedInWords(r.cites!)}]`
  },
}
