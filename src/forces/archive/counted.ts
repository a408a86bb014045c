import {
  type As,
  type AskedRow,
  type AsOf,
  type Cites,
  citedInWords,
  countsOf,
  type Held,
  isNoAnswer,
  type Month,
  monthHeld,
  monthInWords,
  monthOf,
  type NoAnswer,
  onRecord,
  rows,
  type StrengthTable,
  sumsIn,
  TABLES,
} from '../../archive/index.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, toIso } from '../../kernel/day.ts'
import { ceilingsTold } from '../ceilings.ts'
import { type Sides, sidesOf } from './sides.ts'
import { type Authorised, authorisedIn, sideInWords, TEXTS, type Texts, textsOf } from './texts.ts'

// Strength as published tables count it at the end of a month. Each table stands by itself, its figures are never added to another's.

export interface CountedRow {
  readonly kind: 'counted'
  readonly mission: string | null
  readonly part: null
  /** The last day of the month. */
  readonly on: string
  readonly month: string
  /** Nobody named a day: the last month that the table has. */
  readonly lastHeld: boolean
  readonly by: 'all' | 'state' | 'type' | 'sex'
  /** The State (its code; null: none that the archive knows), the type or the sex that is counted. */
  readonly of: string | null
  readonly persons: number | null
  readonly military: number | null
  readonly police: number | null
  readonly authorised: Authorised | null
  /** What another table says of the same month. Both stay. */
  readonly differs: string | null
  readonly cites: Cites
}
export interface NotHeldRow {
  readonly kind: 'not on this record'
  readonly mission: string | null
  readonly part: null
  readonly on: string
  readonly month: string
  readonly lastHeld: boolean
  readonly says: string
}
type Answer = CountedRow | NotHeldRow
const BYS = ['all', 'state', 'type', 'sex'] as const
export const isBy = (text: string): text is CountedRow['by'] => BYS.some(by => by === text)

interface Asked {
  readonly mission: string | undefined
  readonly on: Day
  /** Nobody named a day: of each table, the last month that it has. */
  readonly byDefault?: boolean
  readonly by: CountedRow['by']
  readonly as: AsOf
}
type Of = Pick<Asked, 'mission'> & Held
const head = ({ mission, month: { text: month, to }, lastHeld }: Of) => ({
  ...{ mission: mission ?? null, part: null, on: toIso(to), month, lastHeld },
})
const notHeld = (of: Of, says: string): NotHeldRow => ({ kind: 'not on this record', ...head(of), says })
const row = (
  asked: Of & Pick<Asked, 'by'>,
  of: string | null,
  persons: number | null,
  cites: Cites,
  beside?: Sides & Pick<CountedRow, 'authorised'>,
): CountedRow => ({
  ...{ kind: 'counted', ...head(asked), by: asked.by, of, persons },
  ...(beside ?? { military: null, police: null, authorised: null }),
  differs: null,
  cites,
})
const MOST = 5_000
/** What one table says of one mission, or of all, in one month: few rows, for a table of years is never read whole. */
export const inMonth = async (
  db: Sql,
  { dataset }: StrengthTable,
  month: Month,
  mission: string | undefined,
  as: As,
): Promise<{ readonly persons: number | null; readonly cites: Cites; readonly rows: readonly AskedRow[] } | NoAnswer> => {
  const total = await sumsIn(db, dataset, month, mission, [], as)
  if (isNoAnswer(total)) return total
  const found = await rows(db, dataset, { ...as, filters: { from: month.from, to: month.to, mission }, limit: MOST })
  const [sum] = total.sums
  return isNoAnswer(found) ? found : { persons: sum!.amount, cites: sum!.cites, rows: found.rows }
}
const ofTable = async (db: Sql, table: StrengthTable, asked: Asked, texts: Texts | undefined): Promise<readonly Answer[]> => {
  const { mission, by, as } = asked
  const options = mission === undefined ? {} : { mission }
  const held = await monthHeld(db, table.dataset, { on: asked.on, byDefault: asked.byDefault === true, options }, as(table.dataset))
  const of = { mission, by, ...held },
    { month } = held
  if (by === 'state') {
    const found = await sumsIn(db, table.dataset, month, mission, ['state'], as(table.dataset))
    return isNoAnswer(found) ? [notHeld(of, found.says)] : found.sums.map(s => row(of, s.state ?? null, s.amount, s.cites))
  }
  const there = await inMonth(db, table, month, mission, as(table.dataset))
  if (isNoAnswer(there)) return [notHeld(of, there.says)]
  const counts = countsOf(table, there.rows)
  if (by === 'type') return [...counts.sorts].map(([sort, n]) => row(of, sort, n, there.cites))
  if (by === 'sex') return [...counts.sexes].sort().map(([sex, n]) => row(of, sex, n, there.cites))
  const authorised = mission === undefined ? null : authorisedIn(texts, await ceilingsTold(db, month.to, mission), mission, month)
  return [row(of, null, there.persons, there.cites, { ...sidesOf(counts), authorised })]
}
/** Whether a table can tell of what is asked: of one mission or of all, by State, type or sex. */
const tells = ({ grain, counts, sorts }: StrengthTable, { mission, by }: Asked): boolean =>
  (mission ? grain === 'mission' || grain === 'contributor in a mission' : grain !== 'mission') &&
  (by !== 'state' || grain === 'contributor in a mission' || grain === 'contributor') &&
  (by !== 'type' || sorts !== undefined || counts.some(c => c.sort)) &&
  (by !== 'sex' || counts.some(c => c.sex))
/**
 * The month of a day as each table has it, or, where nobody named a day, the last that it has. A table that does not reach so far says so,
 * and so do texts that had not been published by the day that is asked.
 */
export const counted = async (db: Sql, asked: Asked): Promise<readonly Answer[]> => {
  const told: (readonly Answer[])[] = []
  const tables = TABLES.filter(t => tells(t, asked))
  const texts = asked.mission === undefined || asked.by !== 'all' ? undefined : await textsOf(db, asked.as(TEXTS))
  const held = texts === undefined || isNoAnswer(texts) ? undefined : texts
  for (const table of await onRecord(db, tables)) told.push(await ofTable(db, table, asked, held))
  if (texts && isNoAnswer(texts) && texts.none === 'no such snapshot')
    told.push([notHeld({ ...asked, month: monthOf(asked.on), lastHeld: false }, texts.says)])
  return withDifferences(told.flat())
}
/** Where two tables tell of the same thing and differ, each row says what the other has. */
const withDifferences = (all: readonly Answer[]): readonly Answer[] =>
  all.map(r => {
    if (r.kind !== 'counted') return r
    const unlike = all.filter(
      o => o.kind === 'counted' && o.cites.dataset !== r.cites.dataset && o.of === r.of && o.month === r.month && o.persons !== r.persons,
    ) as CountedRow[]
    return unlike.length ? { ...r, differs: unlike.map(o => `${o.cites.dataset} says ${o.persons ?? 'nothing'}`).join('; ') } : r
  })
/** What is asked by something that no table counts by. */
export const noSuchCount = (by: string, on: Day): NotHeldRow =>
  notHeld({ mission: undefined, month: monthOf(on), lastHeld: false }, `it is counted by state, type or sex, not by ${JSON.stringify(by)}`)

export const countedInWords = (r: Answer): string => {
  const where = `${r.mission ?? 'all missions'}  ${monthInWords(r)}`
  if (r.kind === 'not on this record') return `${where}  ${r.says}`
  const side = (what: keyof Sides): string =>
    r[what] === null && !r.authorised?.[what].limits.length && !r.authorised?.[what].told
      ? ''
      : `; ${what}: ${sideInWords(r[what], r.authorised?.[what])}`
  const of = r.by === 'all' ? '' : `${r.of ?? 'no State that is known'}: `
  const persons = r.persons?.toLocaleString('en-US') ?? 'not stated'
  return `${where}  ${of}${persons}${side('military')}${side('police')}  [${citedInWords(r.cites)}]${r.differs ? `  differs: ${r.differs}` : ''}`
}
