import type { Layout } from './layout.ts'
import { cellReader } from './read/cells.ts'
import { inKey } from './read/row.ts'

// What changed, in words. The same sentence on a terminal, in the feed and on the page.

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
/** 1999-02 as February 1999. */
export const monthWords = (month: string): string => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
const LONGEST = 120
export const shortened = (text: string, most = LONGEST): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > most ? `${flat.slice(0, most)}…` : flat
}
const said = (cell: string): string => (cell.trim() === '' ? 'nothing' : shortened(cell))

/** A cell of a key as people say it: a day that stands for its month is that month, in whatever form it was written. */
const spoken = (layout: Layout, name: string, cell: string): string => {
  const column = layout.columns.find(c => c.name === name)
  if (column?.as !== 'month' && column?.as !== 'day') return shortened(cell)
  const meant = inKey(cell, column, cellReader(column))
  const [, month, day, more] = /^(\d{4}-\d\d)(-\d\d)?(\/.*)?$/.exec(meant) ?? []
  if (month === undefined) return shortened(cell)
  const whole = column.as === 'month' || day === undefined || (day === '-01' && more?.startsWith(`/${month}-`))
  return whole ? monthWords(month) : meant
}
/** "Bangladesh, February 1999": who, then when. Where the key has a State's code, its name stands for it, as the row itself gives it. */
export const called = (layout: Layout, row: { readonly [column: string]: string }): string => {
  const state = layout.columns.find(c => c.is === 'state')?.name
  const name = state === undefined || layout.key.includes(state) ? '' : shortened(row[state] ?? '')
  const when = (column: string): boolean => ['month', 'day', 'year'].includes(layout.columns.find(c => c.name === column)?.as ?? '')
  const parts = [...layout.key.filter(k => !when(k)), ...layout.key.filter(when)].map(k => spoken(layout, k, row[k] ?? ''))
  return parts
    .map(p => (name && /^[A-Z]{3}$/.test(p) ? name : p))
    .filter(Boolean)
    .join(', ')
}

interface Told {
  readonly what: 'added' | 'changed' | 'gone'
  readonly cells: readonly { readonly column: string; readonly before: string; readonly after: string; readonly lost: boolean }[]
}
const MOST_CELLS = 8
/** "Bangladesh, February 1999, experts: 27 became 29." */
export const sentence = (layout: Layout, row: { readonly [column: string]: string }, { what, cells }: Told): string => {
  const who = called(layout, row)
  if (what === 'added') return `${who}: a new row.`
  if (what === 'gone') return `${who}: the row is gone. Not zero: gone.`
  const parts = cells
    .slice(0, MOST_CELLS)
    .map(
      c =>
        `${c.column}: ${c.lost ? `${said(c.before)} is no longer stated${c.after.trim() ? ` (${said(c.after)})` : ''}` : `${said(c.before)} became ${said(c.after)}`}`,
    )
  return `${who}, ${parts.join('; ')}${cells.length > MOST_CELLS ? `; and ${cells.length - MOST_CELLS} cells more` : ''}.`
}

const number = (n: number): string => n.toLocaleString('en')
/** "United States, December 2009: six rows are gone …" */
export const LOSS = (state: string, month: string | null, rows: number, amount: number | null, layout: Layout): string => {
  const what = [state, month === null ? '' : monthWords(month)].filter(Boolean).join(', ') || 'Rows without a day'
  const of = layout.columns.find(c => c.is === 'amount')?.name ?? layout.adds?.join(' and ')
  const sum = amount === null || of === undefined ? '' : ` A sum of ${of} is ${number(amount)} smaller for it.`
  return `${what}: ${rows === 1 ? 'its one row is gone' : `all ${number(rows)} rows are gone`}, and nothing stands in their place.${sum}`
}
