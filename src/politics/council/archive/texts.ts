import {
  AS_PUBLISHED,
  type As,
  type AskedRow,
  asPublished,
  type Cited,
  type Cites,
  citedInWords,
  citesOf,
  isNoAnswer,
  type Paragraph,
  type Problem,
  paragraphOf,
  partsOf,
  previousCited,
  problems,
  snapshots,
} from '../../../archive/index.ts'
import type { Question } from '../../../kernel/chapter.ts'
import { citesAt } from '../../../kernel/columns.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import { type Day, toIso } from '../../../kernel/day.ts'
import { LIST, listedAs, notHeld } from './listed.ts'

// The texts of resolutions that the archive keeps, by symbol: each paragraph under its number, with where it stands.

export const TEXTS = 'unsc-texts'

export interface Part extends Paragraph {
  readonly cites: Cites
}
export interface Text {
  readonly number: number
  /** As its own head has it: S/RES/2149 (2014). */
  readonly symbol: string
  readonly adopted: Day | null
  readonly paragraphs: readonly Part[]
}
/** Resolutions that a cell or a word names: `S/RES/758 AND S/RES/761`, `S-RES-2149(2014)`, `2149`. */
export const numbersIn = (text: string): readonly number[] => {
  const named = [...text.matchAll(/S[-/ ]*RES[-/ ]*0*(\d{1,4})(?!\d)/gi)].map(m => Number(m[1]))
  const bare = /^\s*0*(\d{1,4})(?:\s*\(\d{4}\))?\s*$/.exec(text)
  return named.length ? named : bare ? [Number(bare[1])] : []
}
export const symbolOf = (number: number): string => `S/RES/${number}`
/** As it goes into an address: a stroke in a path is a trap. */
export const addressOf = (symbol: string): string => `/politics/text/S-RES-${numbersIn(symbol)[0] ?? encodeURIComponent(symbol)}`

/** A symbol bears its year, and who asks rarely knows it: every year since the first resolution is a name to look under. */
const YEARS = Array.from({ length: 120 }, (_, i) => 1946 + i)
const namesOf = (n: number): string[] => [symbolOf(n), ...YEARS.map(y => `${symbolOf(n)} (${y})`)]
/** Texts at once: no mission has had so many resolutions. */
const MOST = 150
const rank: Readonly<Record<string, number>> = { preamble: 0, operative: 1, annex: 2 }
const first = (p: Paragraph): number => Number(/\d+/.exec(p.paragraph)?.[0] ?? 0)

/** The texts of these resolutions, as far as they are on this record; several under one number, where two symbols bear it. */
export const textsOf = async (db: Sql, numbers: readonly number[], as: As): Promise<ReadonlyMap<number, Text>> => {
  const found = await partsOf(db, TEXTS, [...new Set(numbers)].slice(0, MOST).flatMap(namesOf), as)
  if (isNoAnswer(found)) return new Map()
  const texts = new Map<number, Text>()
  for (const [symbol, rows] of Map.groupBy(found.rows, r => r.cells['Symbol'] ?? '')) {
    const text = textOf(symbol, rows)
    if (text) texts.set(text.number, text)
  }
  return texts
}
/** Texts on this record whose number differs from this one by a slip: a figure that is another, or two that are turned round. */
const heldNear = async (db: Sql, number: number, as: As): Promise<readonly string[]> => {
  const text = String(number),
    others = [...text].flatMap((_, i) => [
      ...Array.from({ length: 10 }, (_, d) => `${text.slice(0, i)}${d}${text.slice(i + 1)}`),
      `${text.slice(0, i)}${text[i + 1] ?? ''}${text[i]}${text.slice(i + 2)}`,
    ])
  const held = await textsOf(db, others.map(Number), as)
  return [...held.keys()].sort((a, b) => a - b).map(symbolOf)
}
export const textOf = (symbol: string, rows: readonly AskedRow[]): Text | undefined => {
  const number = numbersIn(symbol)[0]
  return number === undefined
    ? undefined
    : { number, symbol, adopted: rows[0]!.from, paragraphs: rows.map(r => ({ ...paragraphOf(r), cites: r.cites })).sort(inOrder) }
}
/** Of a text of which only some rows changed with a later snapshot, lines are of two files: its own numbers go first. */
const inOrder = (a: Part, b: Part): number => rank[a.part]! - rank[b.part]! || first(a) - first(b) || a.line - b.line
/** A paragraph and what stands under it: 16 with 16 (a) and 16 (a) (i). */
export const within = (text: Text, paragraph: string): readonly Part[] =>
  text.paragraphs.filter(p => p.part === 'operative' && (p.paragraph === paragraph || p.paragraph.startsWith(`${paragraph} (`)))
/** What stands above it: of 16 (a) (i) the words of 16 (a) and of 16. */
export const above = (text: Text, paragraph: string): readonly Part[] =>
  text.paragraphs.filter(p => p.part === 'operative' && paragraph.startsWith(`${p.paragraph} (`))
/** `16`, `16a(i)`, `para. 16 (a)` and `P3` as the archive names them. */
export const paragraphNamed = (text: string): string | undefined => {
  const m = /^(?:paras?(?:graph)?\.? *)?(?:(P\d{1,3})|(\d{1,3}) *(?:\(?([a-z])\)?)? *(?:\(?([ivx]{1,5})\)?)?)$/i.exec(text.trim())
  if (!m) return undefined
  return m[1]?.toUpperCase() ?? [m[2], m[3] && `(${m[3]!.toLowerCase()})`, m[4] && `(${m[4]!.toLowerCase()})`].filter(Boolean).join(' ')
}

// ---- what is odd about a text -------------------------------------------------------------------------------------------

/** Resolutions that it cites as if they stood before it, and that came after. */
export const laterCited = (text: Text): readonly Cited[] =>
  previousCited(text.paragraphs, { number: text.number, year: Number(/\((\d{4})\)/.exec(text.symbol)?.[1] ?? 9999) }).filter(c => c.later)
/** By its words, or as one of a few files: where more are meant than are named, it is said of none. */
const names = (number: number, { says, files, rows }: Problem): boolean =>
  [says.replaceAll('\u00a0', ' '), ...(files.length < rows ? [] : files)].some(t => numbersIn(t).includes(number))
/** What the archive said when it read a file that bears this number, by name or by its words. */
const oddities = async (db: Sql, number: number, as: As, found?: Text): Promise<readonly string[]> => {
  const read = found
    ? found.paragraphs.flatMap(p => p.cites.since ?? [])
    : (await snapshots(db, TEXTS, as.at === undefined ? undefined : as.at + 1, 20, as.at === undefined ? { on: as.on } : {})).flatMap(s =>
        s.withdrawn ? [] : [s.snapshot],
      )
  const said: string[] = []
  for (const snapshot of [...new Set(read)].slice(0, 20))
    for (const p of await problems(db, TEXTS, snapshot, { limit: 500 }))
      if (names(number, p) && !p.says.includes('later resolution')) said.push(p.says)
  return [...new Set(said)]
}

// ---- the question -------------------------------------------------------------------------------------------------------

export type TextRow =
  | {
      readonly is: 'text'
      readonly symbol: string
      readonly adopted: string | null
      /** Its subject, by the list of resolutions. */
      readonly about: string | null
      /** Where that list says so. */
      readonly listed: Cites | null
      readonly paragraphs: number
      /** What is odd: another resolution's text, a later one cited as previous. */
      readonly odd: readonly string[]
      readonly cites: Cites
    }
  | {
      readonly is: 'paragraph'
      readonly symbol: string
      readonly part: Part['part']
      readonly paragraph: string
      readonly heading: string
      readonly text: string
      readonly cites: Cites
    }
  | { readonly is: 'none'; readonly symbol: string; readonly says: string; readonly odd: readonly string[] }

export const text: Question<TextRow> = {
  name: 'text',
  word: 'SYMBOL',
  says: 'A resolution of the Council, paragraph by paragraph, as the archive keeps its text.',
  columns: {
    is: '#meta+type',
    symbol: '#meta+text+id',
    adopted: '#date+start',
    about: '#event+name',
    paragraphs: '#meta+paragraphs+num',
    part: '#meta+text+part',
    paragraph: '#meta+text+paragraph',
    heading: '#meta+text+heading',
    text: '#description',
    odd: '#meta+odd',
    says: '#description+none',
    ...citesAt('listed'),
    ...citesAt(),
  },
  tables: [TEXTS, LIST],
  near: async (db, word, { options }) =>
    (
      await Promise.all(
        numbersIn(word)
          .slice(0, 1)
          .map(n => heldNear(db, n, asPublished(options)(TEXTS))),
      )
    ).flat(),
  options: {
    paragraph: { value: '16', says: 'one paragraph, with what stands under it: 16, 16a, 16 (a) (i)' },
    ...AS_PUBLISHED,
  },
  rows: async (db, { word = '', options, on }) => {
    const number = numbersIn(word)[0],
      as = asPublished(options),
      then = as(TEXTS)
    const none = async (symbol: string, says: string): Promise<TextRow[]> => [
      { is: 'none', symbol, says, odd: number === undefined ? [] : await oddities(db, number, then) },
    ]
    if (number === undefined) return none(word, `${word.slice(0, 40)} is no symbol of a resolution: S/RES/2100 is wanted.`)
    const found = (await textsOf(db, [number], then)).get(number)
    const symbol = found?.symbol ?? symbolOf(number)
    if (!found) return none(symbol, await notHeld(db, TEXTS, symbol, as))
    const listed = await listedAs(db, symbolOf(number), as)
    if (found.adopted !== null && found.adopted > on)
      return none(symbol, `${symbol} was adopted on ${toIso(found.adopted)}: not yet on this day.`)
    const year = /\((\d{4})\)/.exec(word)?.[1]
    const asked = options['paragraph'] === undefined ? undefined : paragraphNamed(options['paragraph'])
    const parts =
      options['paragraph'] === undefined
        ? found.paragraphs
        : asked?.startsWith('P')
          ? found.paragraphs.filter(p => p.part === 'preamble' && p.paragraph === asked)
          : asked
            ? within(found, asked)
            : []
    const last = found.paragraphs.findLast(p => p.part === 'operative' && /^\d+$/.test(p.paragraph))?.paragraph
    return [
      {
        is: 'text',
        symbol,
        adopted: found.adopted === null ? null : toIso(found.adopted),
        about: listed?.about || null,
        listed: listed?.about ? listed.cites : null,
        paragraphs: found.paragraphs.length,
        odd: [
          ...(year && !symbol.includes(`(${year})`) ? [`asked for as of ${year}; its own head says ${symbol}`] : []),
          ...(listed && listed.on !== null && found.adopted !== null && listed.on !== found.adopted
            ? [`the list of resolutions dates it ${toIso(listed.on)}; the text itself says ${toIso(found.adopted)}`]
            : []),
          ...laterCited(found).map(c => `paragraph ${c.paragraph} cites ${c.symbol}, which came later: “${c.quote}”`),
          ...(await oddities(db, number, then, found)),
        ],
        cites: citesOf(found.paragraphs[0]!.cites, found.paragraphs.length),
      },
      ...parts.map((p): TextRow => ({ is: 'paragraph', symbol, ...shownOf(p) })),
      ...(parts.length
        ? []
        : await none(
            symbol,
            `No paragraph ${options['paragraph']} is in the text of ${symbol} on this record${last ? `: it is numbered to ${last}` : ''}.`,
          )),
    ]
  },
  line: r =>
    r.is === 'none'
      ? [r.says, ...r.odd].join('\n')
      : r.is === 'text'
        ? [
            `${r.symbol}${r.about ? ` · ${r.about}${r.listed?.stood ? ` [${citedInWords(r.listed)}]` : ''}` : ''} · adopted ${r.adopted ?? 'on a day not on this record'} · ${citedInWords(r.cites)}`,
            ...r.odd.map(o => `  to look at: ${o}`),
          ].join('\n')
        : `${r.heading ? `[${r.heading}]\n` : ''}${r.part === 'operative' ? '' : `${r.part} `}${r.paragraph}. ${r.text}`,
}
const shownOf = ({ part, paragraph, heading, text, cites }: Part) => ({ part, paragraph, heading, text, cites })
