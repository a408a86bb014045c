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
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
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

export const spanOf = (text: string, column: Pick<Column, 'as' | 'written'>): Span | undefined => {
  const span = read(text, column.written)
  if (!span) return undefined
  if (column.as === 'month' && span.from === span.to) {
    const first = addDays(span.from, 1 - new Date(span.from * 86_400_000).getUTCDate())
    return { ...span, from: first, to: addDays(addMonths(first, 1), -1) }
  }
  return span
}
const read = (cell: string, written: Column['written']): Span | undefined => {
  const text = cell.replace(/(?<=\/\d{2,4}) 0?0:00(:00)?$/, '') // a spreadsheet's midnight
  let m = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.0+)?Z?)?$/.exec(text)
  if (m) {
    const on = exact(+m[1]!, +m[2]!, +m[3]!)
    return on && m[4] && !/^00:00(:00)?$/.test(m[4]) ? { ...on, note: 'a time of day, left out', partly: true } : on
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
  m = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{4}|\d\d)(?: 0?0:00(?::00)?)?$/.exec(text)
  if (m) return ordered(+m[1]!, +m[3]!, year(m[4]!), m[2] === '.' ? 'd/m/y' : written)
  m = /^(\d{1,2})(?:st|nd|rd|th)?[- ]([A-Za-z]{3,9})\.?,?[- ](\d{4}|\d\d)$/.exec(text)
  if (m && monthOf(m[2]!)) return noted(exact(year(m[3]!).y, monthOf(m[2]!), +m[1]!), year(m[3]!).note)
  m = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text)
  if (m && monthOf(m[1]!)) return exact(+m[3]!, monthOf(m[1]!), +m[2]!)
  m = /^([A-Za-z]{3,9})\.?[- ](\d{4}|\d\d)$/.exec(text)
  if (m && monthOf(m[1]!)) return noted(monthLong(year(m[2]!).y, monthOf(m[1]!)), year(m[2]!).note)
  m = /^(\d{5})(?:\.(\d+))?$/.exec(text)
  if (m && +m[1]! > 10_000 && +m[1]! < 60_000) {
    const on = addDays(day('1899-12-30'), +m[1]!)
    return {
      from: on,
      to: on,
      ...(written !== 'excel' && { note: 'a serial day of Excel' }),
      ...(Number(m[2] ?? 0) > 0 && { partly: true }),
    }
  }
  const several = text.match(/\b\d{4}-\d\d-\d\d\b/g)
  if (several && several.length > 1) {
    const spans = several.map(d => read(d, written))
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
const ordered = (a: number, b: number, y: { y: number; note?: string }, written: Column['written']): Span | undefined => {
  if (written === 'm/d/y' && a > 12) return noted(exact(y.y, b, a), 'day before month, against the rest of the column', y.note)
  if (written === 'd/m/y' && b > 12) return noted(exact(y.y, a, b), 'month before day, against the rest of the column', y.note)
  if (written === 'm/d/y') return noted(exact(y.y, a, b), y.note)
  if (written === 'd/m/y') return noted(exact(y.y, b, a), y.note)
  if (a > 12) return noted(exact(y.y, b, a), 'written d/m/y', y.note)
  if (b > 12) return noted(exact(y.y, a, b), 'written m/d/y', y.note)
  return a === b ? noted(exact(y.y, a, b), y.note) : undefined
}
const noted = (span: Span | undefined, ...notes: (string | undefined)[]): Span | undefined => {
  const all = notes.filter(n => n !== undefined)
  return span && all.length ? { ...span, note: all.join('; ') } : span
}
/** Days that could be read either way: said as such. */
export const isAmbiguous = (text: string): boolean => /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(text)
