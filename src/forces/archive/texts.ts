import {
  type AskedRow,
  authorised,
  type Cites,
  citedInWords,
  type Month,
  paragraphOf,
  readOnce,
  type Strength,
} from '../../archive/index.ts'
import { addMonths, type Day, day, later, toIso } from '../../kernel/day.ts'
import type { CeilingTold } from '../ceilings.ts'
import { tablesOf } from './pages/words.ts'

// Ceilings of strength as the texts of resolutions give them. A text never changes, so what a snapshot of them holds is read once.

export const TEXTS = 'unsc-texts'
/** One number in one paragraph of one resolution. */
export interface Ceiling extends Strength {
  readonly symbol: string
  readonly adopted: Day
  /** The whole of a side of the mission, for good: no part, and nothing that passes. */
  readonly whole: boolean
  /** The day from which the number counts: that which the text names, or the last that it gives for it to become so; else its own, and never a day before. */
  readonly since: Day
  readonly cites: Cites
}
export interface Texts {
  readonly ceilings: readonly Ceiling[]
  /** The last day on which a resolution of this record was adopted: what came later cannot be told from it. */
  readonly until: Day
  readonly snapshot: number
}
const ceilingsOf = (all: readonly AskedRow[], snapshot: number): Texts => {
  const dated = all.filter(r => r.from !== null && r.repeat === 1)
  const resolutions = [...Map.groupBy(dated, r => r.cells['Symbol'] ?? '')]
  const ceilings = resolutions.flatMap(([symbol, its]) => {
    const inOrder = its.toSorted(
      (a, b) => (a.cites.line ?? 0) - (b.cites.line ?? 0) || order(a).localeCompare(order(b), 'en', { numeric: true }),
    )
    return authorised(inOrder.map(paragraphOf)).map(s => {
      const row = inOrder.find(r => order(r) === s.paragraph)!
      return {
        ...s,
        symbol,
        adopted: row.from!,
        whole: s.kind === 'ceiling' && !s.part && !s.temporary,
        since: later(row.from!, s.from ?? addMonths(row.from!, s.months ?? 0)),
        cites: row.cites,
      }
    })
  })
  return {
    ceilings: ceilings.toSorted((a, b) => a.adopted - b.adopted || a.symbol.localeCompare(b.symbol, 'en', { numeric: true })),
    until: dated.reduce((last, r) => later(r.from!, last), 0 as Day),
    snapshot,
  }
}
const order = (r: AskedRow): string => r.cells['Paragraph'] ?? ''
/** What the texts on this record say of strength, in the order of their days, as of any snapshot of them; or why there are none. */
export const textsOf = readOnce(TEXTS, { type: 'operative' }, ceilingsOf)

export type Side = 'military' | 'police'
/** One number that was authorised on a day, and where it is written. */
export interface Limit {
  readonly count: number
  /** As the text calls them. */
  readonly who: string
  readonly symbol: string
  readonly paragraph: string
  readonly adopted: string
  readonly from: string
  readonly quote: string
  readonly cites: Cites
}
/**
 * What the texts set last, of one side, by that day. Parts ("including") and passing additions are none; "by so many more" is not added up:
 * it stands among the changes. Where one text names two numbers, both are told and none is chosen.
 */
export const limitOn = (texts: Texts, mission: string, side: Side, on: Day): readonly Limit[] => {
  const set = texts.ceilings.filter(c => c.mission === mission && c.of === side && c.whole && c.since <= on)
  const last = set.at(-1)
  if (!last) return []
  const theirs = set.filter(c => c.symbol === last.symbol)
  return theirs.filter((c, i) => theirs.findIndex(d => d.count === c.count) === i).map(limitOf)
}
const limitOf = (c: Ceiling): Limit => ({
  count: c.count,
  who: c.who,
  symbol: c.symbol,
  paragraph: c.paragraph,
  adopted: toIso(c.adopted),
  from: toIso(c.since),
  quote: c.quote,
  cites: c.cites,
})
/** More or fewer by later texts, and numbers for a time: they are told beside what was set, and not worked into it. */
export const changesOn = (texts: Texts, mission: string, side: Side, since: string, on: Day): readonly Change[] =>
  texts.ceilings
    .filter(c => c.mission === mission && c.of === side && !c.part && (c.kind === 'change' || c.kind === 'lower' || c.temporary))
    .filter(c => c.adopted > day(since) && c.since <= on)
    .map(c => ({ ...limitOf(c), kind: c.temporary ? 'for a time' : c.kind === 'lower' ? 'fewer' : 'more' }))
export interface Change extends Limit {
  readonly kind: 'more' | 'fewer' | 'for a time'
}

/** By the texts of resolutions. Two numbers for one side: both are told, none is chosen. */
export interface Authorised {
  readonly military: OfSide
  readonly police: OfSide
  /** The texts on this record end before that month: what has been decided since is not on it. */
  readonly textsEnded: boolean
}
export interface ToldLimit {
  readonly count: number
  readonly symbol: string | null
  readonly from: string
}
export interface OfSide {
  readonly limits: readonly Limit[]
  /** What texts since then name as more, fewer, or for a time. */
  readonly changes: readonly Change[]
  /** What an entry of this record sets later than the texts that are here do: it stands in their place. */
  readonly told: ToldLimit | null
}
/** What an entry of this record sets for a side by that day, later than the texts do. */
export const toldSince = (told: readonly CeilingTold[], side: Side, limits: readonly Limit[], on: Day): ToldLimit | null => {
  const last = told.findLast(t => t[side] !== null && t.from <= on && limits.every(l => t.from > day(l.from)))
  return last ? { count: last[side]!, symbol: last.symbol, from: toIso(last.from) } : null
}
/** `told`: what entries set for this mission. */
export const authorisedIn = (texts: Texts | undefined, told: readonly CeilingTold[], mission: string, month: Month): Authorised | null => {
  const of = (side: Side): OfSide => {
    const limits = texts ? limitOn(texts, mission, side, month.to) : []
    const since = toldSince(told, side, limits, month.to)
    if (since) return { limits: [], changes: [], told: since }
    return { limits, changes: texts && limits[0] ? changesOn(texts, mission, side, limits[0].adopted, month.to) : [], told: null }
  }
  const [military, police] = [of('military'), of('police')]
  const textsEnded = texts !== undefined && texts.until < month.from
  return [military, police].some(s => s.limits.length || s.told) ? { military, police, textsEnded } : null
}
export const toldInWords = (t: ToldLimit, lang = 'en'): string => tablesOf(lang).told(t.from, t.symbol)
/** Of a text that was asked for as it stood then: by which snapshot. */
const then = ({ cites }: Limit): string => (cites.stood ? `; ${citedInWords(cites)}` : '')
/** 6,500 of 10,000 (S/RES/2149 (2014), 20), and named since: 750 more. A text that says "by so many" does not say from which number. */
export const sideInWords = (there: number | null, of: OfSide | undefined): string => {
  const { limits, changes, told } = of ?? { limits: [], changes: [], told: null }
  const n = (x: number | null): string => x?.toLocaleString('en-US') ?? 'not stated'
  const set = limits.map(l => `${n(l.count)}${limits.length > 1 ? ` ${l.who}` : ''} (${l.symbol}, ${l.paragraph}${then(l)})`)
  const since = changes.map(c => `${n(c.count)} ${c.kind} (${c.symbol}, ${c.paragraph}${then(c)})`)
  if (told) return `${n(there)} of ${n(told.count)} (${toldInWords(told)})`
  return `${n(there)}${set.length ? ` of ${set.join(' and ')}` : ''}${since.length ? `, and named since, but not worked in, for it does not say from which number: ${since.join(', ')}` : ''}`
}
