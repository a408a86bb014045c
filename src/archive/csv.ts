import type { Layout } from './layout.ts'

/** A cell as RFC 4180 writes it. */
const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** Headings, and under them the row of tags of the Humanitarian Exchange Language, where the layout has any. */
export const csvHead = (layout: Layout, behind: readonly string[]): string => {
  const columns = layout.columns.filter(c => !c.closed)
  const tags = columns.map(c => c.hxl ?? '')
  return csvLine([...columns.map(c => c.name), ...behind]) + (tags.some(Boolean) ? csvLine([...tags, ...behind.map(() => '')]) : '')
}
export const csvRow = (layout: Layout, cells: { readonly [column: string]: string }, behind: readonly string[]): string =>
  csvLine([...layout.columns.flatMap(c => (c.closed ? [] : [cells[c.name] ?? ''])), ...behind])
