import { type Cites, isNoAnswer, sums } from '../archive/index.ts'
import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import { type InMonth, inMonth, isSilent, onRecord, reach } from './archive/held.ts'
import { type Month, monthOf } from './archive/month.ts'
import { type StrengthTable, sidesOf, TABLES } from './archive/tables.ts'
import { type Change, changesOn, type Limit, limitOn, type Side, type Texts, textsOf } from './archive/texts.ts'

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
/** By the texts of resolutions. Two numbers for one side: both are told, none is chosen. */
export interface Authorised {
  readonly military: OfSide
  readonly police: OfSide
  /** The texts on this record end before that month: what has been decided since is not on it. */
  readonly textsEnded: boolean
}
export interface OfSide {
  readonly limits: readonly Limit[]
  /** What texts since then name as more, fewer, or for a time. */
  readonly changes: readonly Change[]
}
export interface NotHeldRow {
  readonly kind: 'not on this record'
  readonly mission: string | null
  readonly part: null
  readonly on: string
  readonly month: string
  readonly says: string
}
export type By = CountedRow['by']
const BYS: readonly string[] = ['all', 'state', 'type', 'sex']
export const isBy = (text: string): text is By => BYS.includes(text)

export interface CountedAsked {
  readonly mission: string | undefined
  readonly on: Day
  readonly by: By
}
/** The month of a day as each table has it. A table that does not reach so far says so. */
export const counted = async (db: Sql, asked: CountedAsked): Promise<readonly (CountedRow | NotHeldRow)[]> => {
  const month = monthOf(asked.on)
  const texts = asked.by === 'all' && asked.mission ? await textsOf(db) : undefined
  const told: (readonly (CountedRow | NotHeldRow)[])[] = []
  for (const table of await onRecord(
    db,
    TABLES.filter(t => tells(t, asked)),
  )) {
    if (asked.by === 'state') {
      told.push(await byState(db, table.dataset, month, asked))
      continue
    }
    const held = await inMonth(db, table, month, asked.mission)
    told.push(isSilent(held) ? [notHeld(asked, month, held.says)] : rowsOf(held, month, asked, texts))
  }
  return withDifferences(told.flat())
}
/** Whether a table can tell of what is asked: of one mission or of all, by State, type or sex. */
const tells = ({ grain, counts, sorts }: StrengthTable, { mission, by }: CountedAsked): boolean =>
  (mission ? grain === 'mission' || grain === 'contributor in a mission' : grain !== 'mission') &&
  (by !== 'state' || grain === 'contributor in a mission' || grain === 'contributor') &&
  (by !== 'type' || sorts !== undefined || counts.some(c => c.sort)) &&
  (by !== 'sex' || counts.some(c => c.sex))
const lastDay = (month: Month): string => `${month.text}-${String(1 + month.to - month.from).padStart(2, '0')}`
const notHeld = ({ mission }: CountedAsked, month: Month, says: string): NotHeldRow => ({
  kind: 'not on this record',
  mission: mission ?? null,
  part: null,
  on: lastDay(month),
  month: month.text,
  says,
})
const rowsOf = (held: InMonth, month: Month, asked: CountedAsked, texts: Texts | undefined): readonly CountedRow[] => {
  const row = (of: string | null, persons: number | null): CountedRow => ({
    kind: 'counted',
    mission: asked.mission ?? null,
    part: null,
    on: lastDay(month),
    month: month.text,
    by: asked.by,
    of,
    persons,
    military: null,
    police: null,
    authorised: null,
    differs: null,
    cites: held.cites,
  })
  if (asked.by === 'type') return [...held.counts.sorts].map(([sort, n]) => row(sort, n))
  if (asked.by === 'sex') return [...held.counts.sexes].sort().map(([sex, n]) => row(sex, n))
  return [{ ...row(null, held.persons), ...sidesOf(held.counts), authorised: authorisedIn(texts, asked.mission, month) }]
}
export const authorisedIn = (texts: Texts | undefined, mission: string | undefined, month: Month): Authorised | null => {
  if (!texts || !mission) return null
  const of = (side: Side): OfSide => {
    const limits = limitOn(texts, mission, side, month.to)
    return { limits, changes: limits[0] ? changesOn(texts, mission, side, limits[0].adopted, month.to) : [] }
  }
  const [military, police] = [of('military'), of('police')]
  return military.limits.length || police.limits.length ? { military, police, textsEnded: texts.until < month.from } : null
}
const byState = async (db: Sql, dataset: string, month: Month, asked: CountedAsked): Promise<readonly (CountedRow | NotHeldRow)[]> => {
  const { mission } = asked
  const found = await sums(db, dataset, { by: ['state'], filters: { from: month.from, to: month.to, ...(mission && { mission }) } })
  if (isNoAnswer(found)) return [notHeld(asked, month, found.says)]
  if (!found.sums.length) return [notHeld(asked, month, reach(dataset, found, month, mission))]
  return found.sums.map(s => ({
    kind: 'counted',
    mission: mission ?? null,
    part: null,
    on: lastDay(month),
    month: month.text,
    by: 'state',
    of: s.state ?? null,
    persons: s.amount,
    military: null,
    police: null,
    authorised: null,
    differs: null,
    cites: s.cites,
  }))
}
/** Where two tables tell of the same thing and differ, each row says what the other has. */
const withDifferences = (all: readonly (CountedRow | NotHeldRow)[]): readonly (CountedRow | NotHeldRow)[] =>
  all.map(r => {
    if (r.kind !== 'counted') return r
    const others = all.filter(
      (o): o is CountedRow => o.kind === 'counted' && o.cites.dataset !== r.cites.dataset && o.by === r.by && o.of === r.of,
    )
    const unlike = others.filter(o => o.persons !== r.persons)
    return unlike.length ? { ...r, differs: unlike.map(o => `${o.cites.dataset} says ${o.persons ?? 'nothing'}`).join('; ') } : r
  })
/** What is asked by something that no table counts by. */
export const noSuchCount = (by: string, on: Day): NotHeldRow => {
  const month = monthOf(on)
  return notHeld({ mission: undefined, on, by: 'all' }, month, `it is counted by state, type or sex, not by ${JSON.stringify(by)}`)
}
const n = (x: number | null): string => (x === null ? 'not stated' : x.toLocaleString('en-US'))
/** 10,000 (S/RES/2149 (2014), 20) */
export const limitsInWords = (limits: readonly Limit[]): string =>
  limits.map(l => `${n(l.count)}${limits.length > 1 ? ` ${l.who}` : ''} (${l.symbol}, ${l.paragraph})`).join(' and ')
/** Why they are not worked in: a text that says "by so many" does not say from which number. */
export const changesInWords = (changes: readonly Change[]): string =>
  changes.length ? `, and named since, but not worked in, for it does not say from which number: ${namedIn(changes)}` : ''
const namedIn = (changes: readonly Change[]): string => changes.map(c => `${n(c.count)} ${c.kind} (${c.symbol}, ${c.paragraph})`).join(', ')
export const citedInWords = (c: Cites): string =>
  `${c.dataset}, snapshot ${c.snapshot}${c.line === null ? `, ${c.rows} ${c.rows === 1 ? 'row' : 'rows'}` : `, line ${c.line}`}`
export const countedInWords = (r: CountedRow | NotHeldRow): string => {
  const where = `${r.mission ?? 'all missions'}  ${r.month}`
  if (r.kind === 'not on this record') return `${where}  ${r.says}`
  const side = (what: Side): string => {
    const { limits, changes } = r.authorised?.[what] ?? { limits: [], changes: [] }
    if (r[what] === null && !limits.length) return ''
    return `; ${what}: ${n(r[what])}${limits.length ? ` of ${limitsInWords(limits)}` : ''}${changesInWords(changes)}`
  }
  const of = r.by === 'all' ? '' : `${r.of ?? 'no State that is known'}: `
  return `${where}  ${of}${n(r.persons)}${side('military')}${side('police')}  [${citedInWords(r.cites)}]${r.differs ? `  differs: ${r.differs}` : ''}`
}
