import type { Day } from '../../kernel/day.ts'
import type { Column } from '../layout.ts'
import type { Named } from '../names/named.ts'
import { state } from '../names/states.ts'
import type { Span } from './days.ts'

// What a cell says, in one form however it is written. By this, and not by its letters, a row is told to be corrected: a table that was
// saved once more in another program is no correction. Where a cell says more than was understood of it, its letters stand.

/** What was understood of a cell. */
export interface Understood {
  readonly span?: Span
  readonly number?: number
  readonly named?: Named
  readonly notes: readonly string[]
  /** Why it is not understood. */
  readonly wrong?: string
  /** It states nothing. */
  readonly missing?: true
  /** By itself it could be read otherwise: the other values of its column may settle how. */
  readonly open?: true
}

export const meaning = (cell: string, column: Pick<Column, 'as'>, { span, number, named }: Understood): string => {
  if (span && !span.partly) {
    const [from, to] = [isoOf(span.from), isoOf(span.to)]
    if (from === to || (column.as === 'month' && from.slice(0, 7) === to.slice(0, 7))) return to
    return from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31` ? from.slice(0, 4) : `${from}/${to}`
  }
  if (number !== undefined) return figures(number, cell)
  if (named?.is === 'matched' || named?.is === 'alias') return named.code
  return column.as === 'symbol' ? bare(cell).replace(/\/\s+/g, '/') : bare(cell)
}
/** Figures with a point at most, in one form. Nearly every cell has it: then nothing is reckoned. */
export const plainly = (cell: string, whole: boolean): string => {
  const first = cell.charCodeAt(0)
  const last = cell.charCodeAt(cell.length - 1)
  const inForm = first > 48 && first <= 57 && cell.length < 16 && (whole || (last > 48 && last <= 57))
  return inForm || cell === '0' ? cell : figures(Number(cell), cell)
}
/** A number beyond what is reckoned exactly may be the name of something: its letters stand. */
const figures = (n: number, cell: string): string => (Number.isFinite(n) && Math.abs(n) <= Number.MAX_SAFE_INTEGER ? String(n) : bare(cell))

/** Without what is drawn as nothing at its ends: blanks, and those without a width that web pages leave behind. */
export const trimmed = (text: string): string => text.replace(/^[\s\u200b\u2060]+|[\s\u200b\u2060]+$/g, '')
/** A text without the blanks around it, and without the apostrophe that a spreadsheet puts before it. */
export const bare = (cell: string): string =>
  coded(isEdge(cell.charCodeAt(0)) || isEdge(cell.charCodeAt(cell.length - 1)) ? trimmed(cell).replace(/^['‘’`]\s*/, '') : cell)
/**
 * A State's three letters, and letters before numbers that are set apart by hyphens (minusca-2014-01-7), are codes: in capitals.
 * A whole number to which a spreadsheet gave a nought behind the point (250.0) is the number; what has a nought before it is none.
 */
export const coded = (text: string): string => {
  const first = text.charCodeAt(0)
  if (!(first >= 97 && first <= 122)) return isPointed(text) && /^-?(0|[1-9]\d{0,14})\.0$/.test(text) ? text.slice(0, -2) : text
  if (text.length === 3) return /^[a-z]+$/.test(text) && state(text.toUpperCase()).is === 'matched' ? text.toUpperCase() : text
  const last = text.charCodeAt(text.length - 1)
  return last >= 48 && last <= 57 && /^[a-z]+(-\d+)+$/.test(text) ? text.toUpperCase() : text
}
const isPointed = (text: string): boolean => text.charCodeAt(text.length - 1) === 48 && text.charCodeAt(text.length - 2) === 46
/** A blank or an apostrophe, at either end. Letters and figures are told at once: every cell of every row is asked. */
export const isEdge = (c: number): boolean =>
  c < 40
    ? c <= 32 || c === 39
    : c >= 96 &&
      (c === 96 ||
        (c >= 160 && (c === 160 || c === 0x2018 || c === 0x2019 || c === 0x200b || c === 0x202f || c === 0x2060 || c === 0xfeff)))

const iso = new Map<Day, string>()
export const isoOf = (d: Day): string => {
  let text = iso.get(d)
  if (text === undefined) {
    text = new Date(d * 86_400_000).toISOString().slice(0, 10)
    if (iso.size < 100_000) iso.set(d, text)
  }
  return text
}
