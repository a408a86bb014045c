import { SUM_TAGS, tagOf } from './hxl.ts'
import type { Layout } from './layout.ts'
import type { AskedRow } from './rows.ts'
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

/** Where a row was read stands behind its cells. */
const READ: Readonly<Record<string, string>> = { 'read in snapshot': '#meta+since+snapshot', line: '#meta+line+num' }
/** Headings, and under them the row of tags of the Humanitarian Exchange Language. */
export const csvHead = (layout: Layout): string => {
  const columns = layout.columns.filter(c => !c.closed)
  return (
    csvLine([...columns.map(c => c.name), ...Object.keys(READ)]) + csvLine([...columns.map(c => tagOf(layout, c)), ...Object.values(READ)])
  )
}
export const csvRow = (layout: Layout, { cells, cites }: Pick<AskedRow, 'cells' | 'cites'>): string =>
  csvLine([...layout.columns.flatMap(c => (c.closed ? [] : [cells[c.name] ?? ''])), `${cites.since}`, `${cites.line}`])

/** `several`, where rows may name several States: how many of a State's rows are counted under others, too. */
export const csvSumsHead = (by: readonly By[], { counting }: Pick<Sums, 'counting'>): string => {
  const heads = [...by, 'rows', 'amount', 'repeated', ...(counting === UNDER_EACH ? (['several'] as const) : []), 'snapshot'] as const
  return csvLine(heads) + csvLine(heads.map(h => SUM_TAGS[h]))
}
export const csvSum = (by: readonly By[], s: Sum, snapshot: number): string =>
  csvLine([
    ...by.map(b => s[b] ?? ''),
    `${s.rows}`,
    s.amount === null ? '' : `${s.amount}`,
    `${s.repeated}`,
    ...(s.several === undefined ? [] : [`${s.several}`]),
    `${snapshot}`,
  ])
