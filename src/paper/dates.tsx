import { addDays, type Day, FOREVER, LONG_AGO, toIso } from '../kernel/day.ts'
import { messagesFor } from './messages.ts'

/** `long` in titles and sentences, `short` in tables, `tick` on axes, where the year is known from beside it. */
export type Style = 'long' | 'short' | 'tick'
/** Earliest and latest possible day, both included. */
export type Range = readonly [Day, Day]

const AT_NOON = 43_200_000
const formats = new Map<string, Intl.DateTimeFormat>()
const part = (lang: string, options: Intl.DateTimeFormatOptions, d: Day): string => {
  const tag = lang === 'en' ? 'en-US' : lang // British English writes "Sept"; the word alone, so the order stays ours
  const key = tag + JSON.stringify(options)
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' })
  formats.set(key, format)
  return format.format(d * 86_400_000 + AT_NOON)
}

/** A year, a month or a day, as a source knew it. */
interface Piece {
  readonly y: number
  readonly m?: number | undefined
  readonly d?: number | undefined
}
const piece = (iso: string): Piece => {
  const [y, m, d] = iso.split('-').map(Number) as [number, number?, number?]
  return { y, m, d }
}
const month = (lang: string, m: number, style: Style): string => {
  const own = messagesFor(lang).months?.[m - 1]
  if (own) return style === 'tick' ? own.split('/')[0]! : own
  return part(lang, { month: style === 'long' ? 'long' : 'short' }, Math.floor(Date.UTC(2020, m - 1, 15) / 86_400_000) as Day)
}
/** `without` leaves out what the other end of a range says already. */
const said = (lang: string, { y, m, d }: Piece, style: Style, without: 'nothing' | 'year' | 'month' = 'nothing'): string => {
  const words: string[] = []
  if (d) words.push(lang === 'fr' && d === 1 ? '1er' : String(d))
  if (m && without !== 'month') words.push(month(lang, m, style))
  if ((without === 'nothing' && style !== 'tick') || !m) words.push(String(y))
  return words.join(' ')
}
const between = (lang: string, a: Piece, b: Piece, style: Style): string => {
  const without = a.y !== b.y ? 'nothing' : a.d && b.d && a.m === b.m ? 'month' : a.m && b.m ? 'year' : 'nothing'
  return messagesFor(lang).between(said(lang, a, style, without), said(lang, b, style))
}

/** 7 Sep 2021. A day without a bound is said, never drawn as a number. */
export const dayInWords = (lang: string, d: Day, style: Style = 'short'): string =>
  d === FOREVER || d === LONG_AGO ? messagesFor(lang).dayNotOnRecord : said(lang, piece(toIso(d)), style)

/** What a source knew, in words: `../2018-04-23`, `2018-04`, `2016-05/2016-09`. The text must have passed the kernel's `edtf`. */
export const edtfInWords = (lang: string, text: string, style: Style = 'long'): string => {
  const m = messagesFor(lang),
    [from, to] = text.split('/') as [string, string?]
  if (to === undefined || from === to) return said(lang, piece(from), style)
  if (from === '..') return m.onOrBefore(said(lang, piece(to), style))
  if (to === '..') return m.onOrAfter(said(lang, piece(from), style))
  return between(lang, piece(from), piece(to), style)
}

/** The same from two days: a whole month is said as a month, a whole year as a year. */
export const rangeInWords = (lang: string, [a, b]: Range, style: Style = 'short'): string => {
  if (a === LONG_AGO && b === FOREVER) return messagesFor(lang).dayNotOnRecord
  if (a === LONG_AGO || b === FOREVER)
    return edtfInWords(lang, `${a === LONG_AGO ? '..' : toIso(a)}/${b === FOREVER ? '..' : toIso(b)}`, style)
  const from = toIso(a),
    to = toIso(b),
    wholeMonths = from.endsWith('-01') && toIso(addDays(b, 1)).endsWith('-01'),
    keep = !wholeMonths ? 10 : from.endsWith('-01-01') && to.endsWith('-12-31') ? 4 : 7
  return edtfInWords(lang, `${from.slice(0, keep)}/${to.slice(0, keep)}`, style)
}

/** Tue. */
export const weekdayInWords = (lang: string, d: Day, width: 'short' | 'long' = 'short'): string => part(lang, { weekday: width }, d)

/** A day on the page: words for the reader, the exact day for machines and for the pointer. */
export const When = ({ lang, day, style = 'short' }: { lang: string; day: Day; style?: Style }) =>
  day === FOREVER || day === LONG_AGO ? (
    <span>{dayInWords(lang, day)}</span>
  ) : (
    <time datetime={toIso(day)} title={toIso(day)}>
      {dayInWords(lang, day, style)}
    </time>
  )

/** What a source knew, on the page. HTML has no element for a range: its title keeps what the source wrote. */
export const WhenEdtf = ({ lang, text, style = 'short' }: { lang: string; text: string; style?: Style }) =>
  text.includes('/') ? (
    <span title={text}>{edtfInWords(lang, text, style)}</span>
  ) : (
    <time datetime={text} title={text}>
      {edtfInWords(lang, text, style)}
    </time>
  )
