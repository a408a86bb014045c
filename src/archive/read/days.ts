import { addDays, addMonths, type Day, day } from '../../kernel/day.ts'
import type { Column } from '../layout.ts'

// A day as a table writes it. What is ambiguous is not guessed: 3/4/2014 needs a layout that says which comes first.

export interface Span {
  readonly from: Day
  readonly to: Day
  /** What was understood of an odd form. */
  readonly note?: string
  /** The cell says more than this: a time of day, days between the first and the last. */
  readonly partly?: true
}
/** The months as three languages name and shorten them. What two of them share is the first's. */
const NAMES: readonly (readonly [language: string, names: string])[] = [
  [
    'English',
    'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
  ],
  ['French', 'janvier|janv fevrier|fevr|fev mars avril|avr mai juin juillet|juil aout|aou septembre octobre novembre decembre'],
  ['Spanish', 'enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|set octubre noviembre diciembre|dic'],
]
const MONTHS = new Map<string, { readonly n: number; readonly note?: string }>()
for (const [language, names] of NAMES)
  for (const [i, month] of names.split(' ').entries())
    for (const name of month.split('|'))
      if (!MONTHS.has(name)) MONTHS.set(name, { n: i + 1, ...(language !== 'English' && { note: `a month named in ${language}` }) })
const monthOf = (name: string): { readonly n: number; readonly note?: string } | undefined =>
  MONTHS.get(name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
/** Two figures for a year: from 46 on, of the twentieth century. The United Nations began in 1945. */
const PIVOT = 45

const pad = (n: number): string => String(n).padStart(2, '0')
const exact = (y: number, m: number, d: number, note?: string): Span | undefined => {
  try {
    const on = day(`${String(y).padStart(4, '0')}-${pad(m)}-${pad(d)}`)
    return { from: on, to: on, ...(note && { note }) }
  } catch {
    return undefined
  }
}
const monthLong = (y: number, m: number, note?: string): Span | undefined => {
  const first = exact(y, m, 1)?.from
  return first === undefined ? undefined : { from: first, to: addDays(addMonths(first, 1), -1), ...(note && { note }) }
}
const year = (text: string): { readonly y: number; readonly note?: string } => {
  const n = Number(text)
  if (text.length > 2) return { y: n }
  const y = n > PIVOT ? 1900 + n : 2000 + n
  return { y, note: 'two figures for the year: 46 to 99 read as 19.., 00 to 45 as 20..' }
}

/** A spreadsheet's midnight. */
const MIDNIGHT = /(?<=[/.-]\d{1,4}) (?:0?0:00(:00)?|12:00(:00)? ?AM)$/i
const WEEKDAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\.?,? (?=\p{N}|\p{L}+ \p{N})/iu

type Dated = Pick<Column, 'as' | 'written' | 'settled'>
export const spanOf = (text: string, column: Dated): Span | undefined => {
  const span = read(text, column)
  if (!span) return undefined
  if (column.as === 'month' && span.from === span.to) {
    const first = addDays(span.from, 1 - new Date(span.from * 86_400_000).getUTCDate())
    return { ...span, from: first, to: addDays(addMonths(first, 1), -1) }
  }
  return span
}
const read = (cell: string, column: Dated): Span | undefined => {
  const of = WEEKDAY.exec(cell)?.[0].length
  if (of) return noted(read(cell.slice(of), column), 'a day of the week, left out')
  const text = cell.replace(MIDNIGHT, '')
  let m = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)( ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?$/.exec(text)
  if (m) {
    const on = exact(+m[1]!, +m[2]!, +m[3]!)
    const elsewhere = m[5] !== undefined && /[1-9]/.test(m[5])
    if (!on || !m[4] || (/^00:00(:00(\.0+)?)?$/.test(m[4]) && !elsewhere)) return on
    return {
      ...on,
      note: elsewhere ? 'a time of day and its zone, left out: the day as it is written' : 'a time of day, left out',
      partly: true,
    }
  }
  m = /^(\d{4})(?:\.0)?$/.exec(text)
  if (m) {
    const first = exact(+m[1]!, 1, 1)?.from
    return first === undefined ? undefined : { from: first, to: addDays(addMonths(first, 12), -1) }
  }
  m = /^(\d{4})-(\d{1,2})$/.exec(text) ?? /^(\d{4})m(\d{1,2})$/.exec(text)
  if (m) return monthLong(+m[1]!, +m[2]!)
  m = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (m && m[1]! > '1899') return exact(+m[1]!, +m[2]!, +m[3]!, 'a day without hyphens')
  m = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (m) return exact(+m[1]!, +m[3]!, +m[4]!, `written y${m[2]}m${m[2]}d`)
  m = /^(\d{1,2})([/.-])(\d{4})$/.exec(text)
  if (m) return monthLong(+m[3]!, +m[1]!, `written m${m[2]}y`)
  m = /^(\d{1,2})([/-])(\d{1,2})\2(\d\d)$/.exec(text)
  if (m) return short(m, column)
  m = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{4}|\d\d)$/.exec(text) ?? /^(\d{1,2})(-)(\d{1,2})-(\d{4})$/.exec(text)
  if (m) return ordered(+m[1]!, +m[3]!, year(m[4]!), m[2] === '.' ? { written: 'd/m/y' } : column, m[2]!)
  m = /^(\d{1,2})(?:st|nd|rd|th|er|º|°)?(?:[- ]| de )(\p{L}{3,10})\.?,?(?:[- ]| de | del )(\d{4}|\d\d)$/u.exec(text)
  let month = m ? monthOf(m[2]!) : undefined
  if (m && month) return noted(exact(year(m[3]!).y, month.n, +m[1]!), month.note, year(m[3]!).note)
  m = /^(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text)
  month = m ? monthOf(m[1]!) : undefined
  if (m && month) return noted(exact(+m[3]!, month.n, +m[2]!), month.note)
  m = /^(\p{L}{3,10})\.?(?:[- ]| de | del )(\d{4}|\d\d)$/u.exec(text)
  month = m ? monthOf(m[1]!) : undefined
  if (m && month) return noted(monthLong(year(m[2]!).y, month.n), month.note, year(m[2]!).note)
  m = /^(\d{5})(?:\.(\d+))?$/.exec(text)
  if (m && +m[1]! > 10_000 && +m[1]! < 60_000) {
    const on = addDays(day('1899-12-30'), +m[1]!)
    return {
      from: on,
      to: on,
      ...(column.written !== 'excel' && { note: 'a serial day of Excel' }),
      ...(Number(m[2] ?? 0) > 0 && { partly: true }),
    }
  }
  const several = text.match(/\b\d{4}-\d\d-\d\d\b/g)
  if (several && several.length > 1) {
    const spans = several.map(d => read(d, column))
    if (spans.every(s => s !== undefined))
      return {
        from: Math.min(...spans.map(s => s.from)) as Day,
        to: Math.max(...spans.map(s => s.to)) as Day,
        note: 'several days in one cell: from the first to the last',
        partly: true,
      }
  }
  return undefined
}
/**
 * Two figures for the year: 88/06/15 begins with it, and 15-06-88 ends with it. Between hyphens a year may stand at either end: 15-06-08 is
 * read only as its layout, or other values of its column, settle it.
 */
const short = ([, a = '', mark = '', b = '', c = '']: RegExpExecArray, column: Dated): Span | undefined => {
  const { written, settled } = column
  const first = (note: string): Span | undefined => noted(exact(year(a).y, +b, +c), note, year(a).note)
  if (isYear(a)) return first(form('y/m/d', mark))
  if (mark === '/' ? isYear(c) || !settled?.startsWith('y') : isYear(c)) return ordered(+a, +b, year(c), column, mark)
  if (settled === 'y/m/d') return first('year before month, as other values of the column settle it')
  const order = settled ?? written
  if (order !== 'd/m/y' && order !== 'm/d/y') return undefined
  const [d, m] = order === 'd/m/y' ? [+a, +b] : [+b, +a]
  return noted(exact(year(c).y, m, d), settled && (order === 'd/m/y' ? DAY_FIRST : MONTH_FIRST), year(c).note)
}
const DAY_FIRST = 'day before month, as other values of the column settle it'
const MONTH_FIRST = 'month before day, as other values of the column settle it'
/** Two figures that can be no day. */
const isYear = (two: string): boolean => two.length === 2 && (+two > 31 || +two === 0)
const ordered = (
  a: number,
  b: number,
  y: { readonly y: number; readonly note?: string },
  { written, settled }: Pick<Column, 'written' | 'settled'>,
  mark: string,
): Span | undefined => {
  const dayFirst = (...notes: (string | undefined)[]) => noted(exact(y.y, b, a), ...notes, y.note)
  const monthFirst = (...notes: (string | undefined)[]) => noted(exact(y.y, a, b), ...notes, y.note)
  if (a > 12) return dayFirst(written === 'm/d/y' ? 'day before month, against the layout' : written ? undefined : form('d/m/y', mark))
  if (b > 12) return monthFirst(written === 'd/m/y' ? 'month before day, against the layout' : written ? undefined : form('m/d/y', mark))
  if (a === b) return dayFirst()
  if (settled === 'd/m/y') return dayFirst(DAY_FIRST)
  if (settled === 'm/d/y') return monthFirst(MONTH_FIRST)
  if (settled !== undefined) return undefined
  return written === 'm/d/y' ? monthFirst() : written === 'd/m/y' ? dayFirst() : undefined
}
const form = (order: string, mark: string): string => `written ${order.replaceAll('/', mark)}`
const noted = (span: Span | undefined, ...notes: (string | undefined)[]): Span | undefined => {
  const all = notes.filter(n => n !== undefined)
  return span && all.length ? { ...span, note: all.join('; ') } : span
}
/** Whether a day is written in figures of which the first two could be day and month, and which of them is which, where the figures tell. */
export const orderIn = (text: string): 'd/m/y' | 'm/d/y' | 'y/m/d' | 'either' | undefined => {
  const m = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)$/.exec(text.replace(MIDNIGHT, ''))
  if (!m) return undefined
  const [, first = '', mark, second = '', last = ''] = m
  if (last.length === 2 && isYear(first)) return 'y/m/d'
  const [a, b] = [+first, +second]
  if (mark === '-' && last.length === 2 && !isYear(last)) return 'either'
  return first === second || (a > 12 && b > 12) ? undefined : a > 12 ? 'd/m/y' : b > 12 ? 'm/d/y' : a === b ? undefined : 'either'
}
/** Where its year stands, if its figures tell. */
export const yearIn = (text: string): 'first' | 'last' | undefined => {
  const m = /^(\d{1,2})([/-])\d{1,2}\2(\d{4}|\d\d)(?: |$)/.exec(text)
  return !m ? undefined : m[3]!.length === 4 || isYear(m[3]!) ? 'last' : isYear(m[1]!) ? 'first' : undefined
}
/** What a day that could be several leaves open. */
export const leftOpen = (text: string): string =>
  /^\d{1,2}-\d{1,2}-\d\d$/.test(text) ? 'day, month or year first?' : 'day or month first?'
