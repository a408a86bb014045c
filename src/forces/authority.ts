import type { Cites } from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import { citesAt } from '../kernel/columns.ts'
import { toIso } from '../kernel/day.ts'
import { type Ceiling, limitOn, textsOf } from './archive/texts.ts'

/** One number of one paragraph, as the text gives it. */
export interface AuthorityRow {
  readonly mission: string
  readonly symbol: string
  readonly adopted: string
  readonly paragraph: string
  readonly kind: Ceiling['kind']
  readonly of: Ceiling['of']
  readonly who: string
  readonly count: number
  /** Of the number before it: "including". */
  readonly partOf: boolean
  readonly temporary: boolean
  readonly quote: string
  /** What the texts on this record set last for this side, by the day. */
  readonly inForce: boolean
  /** The last day on which a text of this record was adopted: what came later cannot be told. */
  readonly textsUntil: string
  readonly cites: Cites
}
const MOST = 1_000
export const authority: Question<AuthorityRow> = {
  name: 'authority',
  says: 'Authorised strength by the texts of resolutions: the paragraph and its words, and what was set last by the day.',
  columns: {
    mission: '#org+mission',
    symbol: '#meta+text+id',
    adopted: '#date+start',
    paragraph: '#meta+text+paragraph',
    kind: '#meta+type',
    of: '#capacity+of',
    who: '#capacity+name',
    count: '#capacity+authorised+num',
    partOf: '#meta+part',
    temporary: '#meta+temporary',
    quote: '#description',
    inForce: '#status',
    textsUntil: '#date+texts_until',
    ...citesAt(),
  },
  options: { mission: { value: 'MINUSCA', says: 'of one mission' } },
  nothing: 'No such number is on this record. peaceops archive add unsc-texts FOLDER puts texts of resolutions there.',
  rows: async (db, { on, options }) => {
    const texts = await textsOf(db)
    if (!texts) return []
    const asked = options['mission']
    const theirs = texts.ceilings.filter(
      c => c.mission !== undefined && c.adopted <= on && (asked === undefined ? c.whole : c.mission === asked),
    )
    const inForce = (c: Ceiling): boolean =>
      c.whole && c.of !== 'uniformed' && limitOn(texts, c.mission!, c.of, on).some(l => l.symbol === c.symbol && l.count === c.count)
    const rows = theirs.map(c => ({
      mission: c.mission!,
      symbol: c.symbol,
      adopted: toIso(c.adopted),
      paragraph: c.paragraph,
      kind: c.kind,
      of: c.of,
      who: c.who,
      count: c.count,
      partOf: c.part,
      temporary: c.temporary,
      quote: c.quote,
      inForce: inForce(c),
      textsUntil: toIso(texts.until),
      cites: c.cites,
    }))
    return (asked === undefined ? rows.filter(r => r.inForce) : rows)
      .toSorted((a, b) => (a.mission < b.mission ? -1 : a.mission > b.mission ? 1 : 0))
      .slice(0, MOST)
  },
  line: r =>
    `${r.inForce ? '* ' : '  '}${r.mission}  ${r.symbol}, ${r.paragraph}  ${r.adopted}  ${r.partOf ? 'including ' : ''}${KINDS[r.kind]} ${r.count.toLocaleString('en-US')} ${r.who}${r.temporary ? ', for a time' : ''}: "${r.quote}"`,
}
/** As the text puts it. A change is not added to a ceiling here, and a withdrawal not taken from it. */
export const KINDS: Readonly<Record<Ceiling['kind'], string>> = {
  ceiling: 'up to',
  change: 'more:',
  lower: 'fewer:',
  mentioned: 'named:',
}
