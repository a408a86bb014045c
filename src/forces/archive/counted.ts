import {
  type As,
  type AskedRow,
  type AsOf,
  type Cites,
  citedInWords,
  countsOf,
  isNoAnswer,
  type Month,
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
import { type Authorised, authorisedIn, sideInWords, textsOf } from './texts.ts'

// Strength as published tables count it at the end of a month. Each table stands by itself, its figures are never added to another's.

export interface CountedRow {
  readonly kind: 'counted'
  readonly mission: string | null
  readonly part: null
  /** The last day of the month. */
  readonly on: string
  readonly month: string
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
  readonly says: string
}
type Answer = CountedRow | NotHeldRow
const BYS = ['all', 'state', 'type', 'sex'] as const
export const isBy = (text: string): text is CountedRow['by'] => BYS.some(by => by === text)

interface Asked {
  readonly mission: string | undefined
  readonly on: Day
  readonly by: CountedRow['by']
  readonly as: AsOf
}
const head = ({ mission, on }: Pick<Asked, 'mission' | 'on'>) => {
  const { text: month, to } = monthOf(on)
  return { mission: mission ?? null, part: null, on: toIso(to), month }
}
const notHeld = (asked: Pick<Asked, 'mission' | 'on'>, says: string): NotHeldRow => ({ kind: 'not on this record', ...head(asked), says })
const row = (
  asked: Asked,
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
const ofTable = async (db: Sql, table: StrengthTable, asked: Asked): Promise<readonly Answer[]> => {
  const { mission, by, as } = asked,
    month = monthOf(asked.on)
  if (by === 'state') {
    const found = await sumsIn(db, table.dataset, month, mission, ['state'], as(table.dataset))
    return isNoAnswer(found) ? [notHeld(asked, found.says)] : found.sums.map(s => row(asked, s.state ?? null, s.amount, s.cites))
  }
  const held = await inMonth(db, table, month, mission, as(table.dataset))
  if (isNoAnswer(held)) return [notHeld(asked, held.says)]
  const counts = countsOf(table, held.rows)
  if (by === 'type') return [...counts.sorts].map(([sort, n]) => row(asked, sort, n, held.cites))
  if (by === 'sex') return [...counts.sexes].sort().map(([sex, n]) => row(asked, sex, n, held.cites))
  const authorised =
    mission === undefined ? null : authorisedIn(await textsOf(db), await ceilingsTold(db, month.to, mission), mission, month)
  return [row(asked, null, held.persons, held.cites, { ...sidesOf(counts), authorised })]
}
/** Whether a table can tell of what is asked: of one mission or of all, by State, type or sex. */
const tells = ({ grain, counts, sorts }: StrengthTable, { mission, by }: Asked): boolean =>
  (mission ? grain === 'mission' || grain === 'contributor in a mission' : grain !== 'mission') &&
  (by !== 'state' || grain === 'contributor in a mission' || grain === 'contributor') &&
  (by !== 'type' || sorts !== undefined || counts.some(c => c.sort)) &&
  (by !== 'sex' || counts.some(c => c.sex))
/** The month of a day as each table has it. A table that does not reach so far says so. */
export const counted = async (db: Sql, asked: Asked): Promise<readonly Answer[]> => {
  const told: (readonly Answer[])[] = []
  const tables = TABLES.filter(t => tells(t, asked))
  for (const table of await onRecord(db, tables)) told.push(await ofTable(db, table, asked))
  return withDifferences(told.flat())
}
/** Where two tables tell of the same thing and differ, each row says what the other has. */
const withDifferences = (all: readonly Answer[]): readonly Answer[] =>
  all.map(r => {
    if (r.kind !== 'counted') return r
    const unlike = all.filter(
      o => o.kind === 'counted' && o.cites.dataset !== r.cites.dataset && o.of === r.of && o.persons !== r.persons,
    ) as CountedRow[]
    return unlike.length ? { ...r, differs: unlike.map(o => `${o.cites.dataset} says ${o.persons ?? 'nothing'}`).join('; ') } : r
  })
/** What is asked by something that no table counts by. */
export const noSuchCount = (by: string, on: Day): NotHeldRow =>
  notHeld({ mission: undefined, on }, `it is counted by state, type or sex, not by ${JSON.stringify(by)}`)

export const countedInWords = (r: Answer): string => {
  const where = `${r.mission ?? 'all missions'}  ${r.month}`
  if (r.kind === 'not on this record') return `${where}  ${r.says}`
  const side = (what: keyof Sides): string =>
    r[what] === null && !r.authorised?.[what].limits.length && !r.authorised?.[what].told
      ? ''
      : `; ${what}: ${sideInWords(r[what], r.authorised?.[what])}`
  const of = r.by === 'all' ? '' : `${r.of ?? 'no State that is known'}: `
  const persons = r.persons?.toLocaleString('en-US') ?? 'not stated'
  return `${where}  ${of}${persons}${side('military')}${side('police')}  [${citedInWords(r.cites)}]${r.differs ? `  differs: ${r.differs}` : ''}`
}
