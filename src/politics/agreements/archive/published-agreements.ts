import {
  type AskedRow,
  type AsOf,
  type Cites,
  citedInWords,
  gwState,
  isNoAnswer,
  rows,
  stateNamed,
  statesIn,
} from '../../../archive/index.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import { type Day, toIso } from '../../../kernel/day.ts'
import { byText } from '../../../kernel/order.ts'
import { alike } from './alike.ts'

// Peace agreements as two datasets have them, side by side by the number with which one names the other's; else by name, process and day. They count different things
// (PA-X every document of a process, UCDP what settles a conflict), so neither is a correction of the other, and where their days differ
// both stay.

export const PAX = 'pa-x'
export const UCDP = 'ucdp-agreements'
export interface InTable {
  readonly name: string
  readonly on: string | null
  /** As the table has it: a stage of PA-X, a type of UCDP. */
  readonly stage: string
  readonly id: string
  readonly cites: Cites
}
export interface Published {
  readonly kind: 'published'
  readonly process: string
  readonly pax: InTable | null
  readonly ucdp: InTable | null
  /** Days between the two; null: they agree, or only one of them has it. */
  readonly apart: number | null
  /** `number`: PA-X names the agreement of UCDP. `name`: by name, process and day, by this program alone. null: only one of them has it. */
  readonly matched: 'number' | 'name' | null
}
export interface NotAsked {
  readonly kind: 'none'
  readonly says: string
}
const STAGES: Readonly<Record<string, string>> = {
  Pre: 'before talks',
  Cea: 'ceasefire',
  SubPar: 'framework, in part',
  SubComp: 'framework, whole',
  Imp: 'implementation',
  Ren: 'renewal',
  Oth: 'other',
}
const TYPES: Readonly<Record<string, string>> = { 1: 'full', 2: 'partial', 3: 'process' }
/** One line of a name: a title and its translations stand in one cell. */
const named = (cell: string | undefined): string => (cell ?? '').split(/\r?\n/)[0]!.trim()
const entryOf = (r: AskedRow, id: string, name: string, stage: string): InTable => ({
  ...{ id, name: named(r.cells[name]), stage, cites: r.cites },
  on: r.from === null ? null : toIso(r.from),
})
const pax = (r: AskedRow): InTable =>
  entryOf(r, r.cells['AgtId']?.trim() ?? '', 'Agt', STAGES[r.cells['Stage']?.trim() ?? ''] ?? r.cells['Stage'] ?? '')
const ucdp = (r: AskedRow): InTable =>
  entryOf(r, r.cells['paid']?.trim() ?? '', 'pa_name', TYPES[r.cells['pa_type']?.trim() ?? ''] ?? r.cells['pa_type'] ?? '')
/** PA-X names the agreement of UCDP by its number. */
const linked = (r: AskedRow): readonly string[] => (r.cells['UcdpAgr'] ?? '').split(/[;,\s]+/).filter(n => /^\d+$/.test(n))
const daysApart = (a: Day | null, b: Day | null): number | null => (a === null || b === null || a === b ? null : Math.abs(a - b))

/** The agreements of one country, by process and day: of both tables, or of the one that is on this record. */
export const publishedOf = async (
  db: Sql,
  country: string,
  { process, stage }: { readonly process?: string | undefined; readonly stage?: string | undefined },
  on: Day,
  as: AsOf,
): Promise<readonly (Published | NotAsked)[]> => {
  const state = stateNamed(country)
  const code = 'code' in state ? state.code : undefined
  if (code === undefined)
    return [{ kind: 'none', says: `${country} is no State that this version knows: write its name or its code, such as MLI.` }]
  const filters = { to: on }
  const [left, right] = [
    await rows(db, PAX, { ...as(PAX), filters: { ...filters, named: code }, limit: 5_000 }),
    await rows(db, UCDP, { ...as(UCDP), filters, limit: 5_000 }),
  ]
  const theirs = new Map((isNoAnswer(right) ? [] : right.rows).filter(once).map(r => [r.cells['paid']?.trim() ?? '', r]))
  const ours = isNoAnswer(left) ? [] : left.rows.filter(r => once(r) && countriesOf(r).includes(code))
  const twins = new Map(ours.map(r => [r, linked(r).flatMap(n => theirs.get(n) ?? [])]))
  const told = new Set([...twins.values()].flat())
  // One between States stands in UCDP under the numbers of all of them, in one cell.
  const unlinked = [...theirs.values()].filter(r => !told.has(r) && (r.state === code || several(r).includes(code)))
  const matched = alike(
    ours.filter(r => !twins.get(r)!.length),
    unlinked,
  )
  const by = new Map([...matched].map(([u, p]) => [p, u]))
  const processOf = (r: AskedRow): string => r.cells['PPName']?.trim() ?? ''
  const pair = (r: AskedRow, t: AskedRow, matched: 'number' | 'name'): Published => ({
    ...{ kind: 'published', process: processOf(r), pax: pax(r), ucdp: ucdp(t), apart: daysApart(r.from, t.from), matched },
  })
  const all = [
    ...ours.flatMap((r): Published[] => {
      const named = by.get(r)
      const both = [...twins.get(r)!.map(t => pair(r, t, 'number')), ...(named ? [pair(r, named, 'name')] : [])]
      return both.length ? both : [{ kind: 'published', process: processOf(r), pax: pax(r), ucdp: null, apart: null, matched: null }]
    }),
    ...unlinked
      .filter(r => !matched.has(r))
      .map(
        (r): Published => ({
          ...{ kind: 'published', process: r.cells['conflict_name']?.trim() ?? '', pax: null, ucdp: ucdp(r), apart: null, matched: null },
        }),
      ),
  ]
  const has = (value: string, part: string): boolean => value.toLowerCase().includes(part.toLowerCase())
  return [
    ...[left, right].flatMap(t => (isNoAnswer(t) ? [{ kind: 'none', says: t.says } as const] : [])),
    ...all
      .filter(p => process === undefined || has(p.process, process))
      .filter(p => stage === undefined || [p.pax, p.ucdp].some(t => t && has(t.stage, stage)))
      .sort((a, b) => byText(a.process, b.process) || byText(dayOf(a), dayOf(b)) || byText(idOf(a), idOf(b))),
  ]
}
/** A row that stands twice is one agreement. */
const once = (r: AskedRow): boolean => r.repeat === 1 && !r.total
/** An agreement of two States, or of a region, is one of each of them: PA-X names them all in one cell, and puts codes to two at most. */
const countriesOf = (r: AskedRow): readonly string[] => statesIn([r.cells['Loc1ISO'], r.cells['Loc2ISO'], r.cells['Con']].join('/'))
const several = (r: AskedRow): readonly string[] => {
  const named = gwState(r.cells['gwno']?.trim() ?? '')
  return named.is === 'another' ? (named.of ?? []) : []
}
const dayOf = (p: Published): string => p.pax?.on ?? p.ucdp?.on ?? '9'
export const publishedInWords = (p: Published): string => {
  const one = (name: string, t: InTable | null): string[] =>
    t ? [`${name} ${t.on ?? 'no day'}: ${t.name} (${t.stage})  [${citedInWords(t.cites)}]`] : []
  const apart = [
    ...(p.apart === null ? [] : [`the two are ${p.apart} ${p.apart === 1 ? 'day' : 'days'} apart`]),
    ...(p.matched === 'name' ? ['matched by name, process and day: neither table links them'] : []),
  ]
  return [p.process, ...one('PA-X', p.pax), ...one('UCDP', p.ucdp), ...apart].join(' · ')
}
const idOf = (p: Published): string => p.pax?.id ?? p.ucdp?.id ?? ''
