import { type AskedRow, asPublished, type Ending, isNoAnswer, mandateEnds, type ReportAsked, reportsAsked } from '../../../archive/index.ts'
import type { Asked } from '../../../kernel/chapter.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import { type Day, toIso } from '../../../kernel/day.ts'
import { text } from '../../../kernel/ledger/fields.ts'
import { type Told, told } from '../../../kernel/ledger/told.ts'
import { type Coded, codedOf, dated, MONTHS, missionOf, monthOf, TASKS } from './coded.ts'
import { lastGiven } from './given.ts'
import { notHeld, thenInWords } from './listed.ts'
import { laterCited, numbersIn, symbolOf, TEXTS, type Text, textsOf } from './texts.ts'

// What published tables, texts and this record's own entries say of a mission's mandate, read together once: its rows and its proposals rest
// on it. Whoever asks for it as published then gets each table as it stood on that day; entries are asked by their own days.

export interface Reading {
  readonly mission: string
  readonly name: string
  readonly on: Day
  readonly own: readonly Told[]
  readonly before: readonly Coded[]
  /** The number in force, and its text where it is on this record. */
  readonly number: number
  readonly symbol: string
  readonly adopted: Day | null
  readonly text: Text | undefined
  /** The text in which its end is looked for: its own, or the last before it that speaks of one. */
  readonly ending: Text | undefined
  readonly ends: readonly Ending[]
  /** `ending` came after the mandate, or is the last text that is coded for it, and only ends it. */
  readonly closed: boolean
  readonly month: AskedRow | string
  readonly texts: ReadonlyMap<number, Text>
  /** As of when the texts were asked, in words; empty: as they stand. */
  readonly asOf: string
  readonly odd: readonly string[]
}
const OWN = ['MandateAdopted', 'MandateRenewed', 'MandateEnded', 'ReportRequested', 'TaskMandated']
export const numberOf = (t: Told): number | undefined => numbersIn(text(t.face.is['symbol']) ?? '')[0]
export const gave = (t: Told): boolean => t.face.type === 'MandateAdopted' || t.face.type === 'MandateRenewed'

export const readingOf = async (db: Sql, { on, options }: Asked): Promise<Reading | string> => {
  const of = missionOf(options['mission'])
  if (typeof of === 'string') return of
  const { code: mission, name } = of
  const own = ((await told(db, { types: OWN, chapters: ['politics'], on, mission })) ?? []).filter(t => t.face.is['mission'] === mission)
  const as = asPublished(options)
  const coders = await codedOf(db, mission, as(TASKS))
  const table = isNoAnswer(coders) ? [] : coders
  const ownNumbers = own.filter(gave).flatMap(t => numberOf(t) ?? [])
  const { given, closing } = await lastGiven(db, mission, on, as(TEXTS))
  const numbers = table.flatMap(r => numbersIn(r.cells['Signature'] ?? ''))
  const texts = await textsOf(db, [...[given, closing].filter(n => n !== undefined), ...numbers, ...ownNumbers], as(TEXTS))
  const before = dated(table, texts).filter(c => c.adopted !== null && c.adopted <= on)
  const coded = before.at(-1)
  const ours = own.findLast(gave)
  const later = ours !== undefined && (!coded || (numberOf(ours) ?? 0) > (coded.numbers.at(-1) ?? 0)) ? ours : undefined
  const known = later ? numberOf(later) : coded?.numbers.at(-1)
  /** A text later than the table and the entries go, which sets this mission's last day by its own words. */
  const ofText = given !== undefined && given > (known ?? 0)
  const gives = ofText ? given : known
  /** That text, or one later still, which only ends it. */
  const closed = closing !== undefined && closing >= (gives ?? 0) && texts.has(closing)
  const number = gives ?? (closed ? closing : undefined)
  if (number === undefined)
    return isNoAnswer(coders)
      ? `No mandate of ${mission} is on this record, and no table of mandates. ${coders.says}`
      : `No mandate of ${mission} by this day is on this record${thenInWords(as(TASKS))}.`
  const its = texts.get(number)
  const last = closed ? texts.get(closing)! : undefined
  const [ending, ends, unread] = last ? [last, mandateEnds(last.paragraphs)] : endsOf(mission, number, before, texts)
  return {
    ...{ mission, name, on, own, before, number, texts, ending, ends, closed, asOf: thenInWords(as(TEXTS)) },
    symbol: its?.symbol ?? symbolOf(number),
    adopted: its?.adopted ?? later?.face.latest ?? coded?.adopted ?? null,
    text: its,
    month: await monthOf(db, mission, on, number, as(MONTHS)),
    odd: [
      ...(of.says ? [of.says] : []),
      ...(isNoAnswer(coders) && coders.none === 'no such snapshot' ? [coders.says] : []),
      ...(ofText
        ? [
            `${its?.symbol ?? symbolOf(number)} is not in the table of mandates: read from the text${known === undefined ? '' : `; the table and the entries of this record go no further than ${symbolOf(known)}`}`,
          ]
        : []),
      ...(!ofText && later && coded
        ? [`${symbolOf(number)} is on this record by its own entry; the table of mandates goes no further than ${coded.symbol}`]
        : []),
      ...(coded && !later && !ofText ? oddOf(coded) : []),
      ...(its
        ? laterCited(its).map(c => `paragraph ${c.paragraph} cites ${c.symbol}, which came later: “${c.quote}”`)
        : [`${await notHeld(db, TEXTS, symbolOf(number), as)} Without it, what it asks and when it ends cannot be read.`]),
      ...(unread !== undefined && unread !== number
        ? [
            `${its!.symbol} says nothing of an end, and the text of ${symbolOf(unread)} before it is not on this record${thenInWords(as(TEXTS))}`,
          ]
        : []),
      ...(last
        ? [
            gives === undefined
              ? `${last.symbol} only ends it: which text gave the mandate is not on this record`
              : closing === gives
                ? `${last.symbol} only ends it, by its own words: what stood until then is of the texts before it`
                : `${last.symbol} came after it and only ends it, by its own words: read from the text`,
          ]
        : []),
      ...(ending && !last && ending.number !== number
        ? [`${its!.symbol} says nothing of an end: the last that does is ${ending.symbol}`]
        : []),
    ],
  }
}
const oddOf = (c: Coded): string[] => [
  ...(c.spelt ? [`the table of mandates spells it ${c.spelt}`] : []),
  ...(c.refuted ? [`the table of mandates dates it ${c.refuted}; the text itself says ${toIso(c.adopted!)}`] : []),
]
/** Its end, or that which a text gives it where another takes over: for the successor that one is a trap. */
export const isIts = (e: Ending, mission: string): boolean =>
  (e.kind === 'mandate' && e.mission === undefined) || ((e.kind === 'mandate' || e.kind === 'predecessor') && e.mission === mission)
/** The text in force, or the last before it that speaks of this mandate's end. Past a text that nobody here can read, no further. */
const endsOf = (
  mission: string,
  number: number,
  before: readonly Coded[],
  texts: ReadonlyMap<number, Text>,
): readonly [Text | undefined, readonly Ending[], unread?: number] => {
  const own = texts.get(number)
  for (const n of [number, ...before.toReversed().flatMap(c => c.numbers.toReversed())]) {
    const text = texts.get(n)
    if (!text) return [own, own ? mandateEnds(own.paragraphs) : [], n]
    const ends = mandateEnds(text.paragraphs)
    if (ends.some(e => isIts(e, mission))) return [text, ends]
  }
  return [own, own ? mandateEnds(own.paragraphs) : []]
}
/** The days and periods that may be its end. */
export const candidatesOf = (r: Reading): readonly Ending[] => r.ends.filter(e => isIts(e, r.mission))
export const daysOf = (r: Reading): readonly Day[] => [...new Set(candidatesOf(r).flatMap(e => e.until ?? []))]

/** What the text in force asks of the United Nations about this mission. */
export const asksOf = (r: Reading): readonly ReportAsked[] =>
  r.text ? reportsAsked(r.text.paragraphs).filter(a => a.mission === undefined || a.mission === r.mission) : []
/** Has a person made an entry of what this paragraph asks? */
export const confirms = (t: Told, number: number, paragraph: string): boolean =>
  t.face.type === 'ReportRequested' &&
  numberOf(t) === number &&
  Number.parseInt(/\d+/.exec(text(t.face.is['paragraph']) ?? '')?.[0] ?? '', 10) === Number.parseInt(paragraph, 10)
/** In the words of the text. */
export const askedIn = (a: ReportAsked): string =>
  [a.within, a.cycle, a.within?.includes(a.anchor ?? '') ? undefined : a.anchor].filter(Boolean).join(', ') ||
  (a.loose ? `“${a.loose}”: no number` : 'no day in the words')

export const ofMission = { mission: { value: 'MINUSCA', says: 'of one mission' } }
