import type { Layout } from './layout.ts'
import { type By, type Sum, type Sums, UNDER_EACH } from './sums.ts'

/** What a spreadsheet would reckon is told to it as text, by the mark that it knows; a number with its sign is a number. Some read the wide forms of a sign as the sign. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
const NUMBER = /^[+-]?[\d.,]*%?$/
const guarded = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text)
/** A cell as RFC 4180 writes it. */
const cell = (text: string): string => {
  const safe = guarded(text)
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** Headings, and under them the row of tags of the Humanitarian Exchange Language, where the layout has any. */
export const csvHead = (layout: Layout, behind: readonly string[]): string => {
  const columns = layout.columns.filter(c => !c.closed)
  const tags = columns.map(c => c.hxl ?? '')
  return csvLine([...columns.map(c => c.name), ...behind]) + (tags.some(Boolean) ? csvLine([...tags, ...behind.map(() => '')]) : '')
}
export const csvRow = (layout: Layout, cells: { readonly [column: string]: string }, behind: readonly string[]): string =>
  csvLine([...layout.columns.flatMap(c => (c.closed ? [] : [cells[c.name] ?? ''])), ...behind])

/** `several`, where rows may name several States: how many of a State's rows are counted under others, too. */
export const csvSumsHead = (by: readonly By[], { counting }: Pick<Sums, 'counting'>): string =>
  csvLine([...by, 'rows', 'amount', 'repeated', ...(counting === UNDER_EACH ? ['several'] : []), 'snapshot'])
export const csvSum = (by: readonly By[], s: Sum, snapshot: number): string =>
  csvLine([
    ...by.map(b => s[b] ?? ''),
    `${s.rows}`,
    s.amount === null ? '' : `${s.amount}`,
    `${s.repeated}`,
    ...(s.several === undefined ? [] : [`${s.several}`]),
    `${snapshot}`,
  ])
