import { turnsShown } from '../paper/direction.ts'
import type { Layout } from './layout.ts'
import { cellReader } from './read/cells.ts'
import { inKey } from './read/row.ts'

// What changed, in words. The same sentence on a terminal, in the feed and on the page.

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
/** 1999-02 as February 1999. */
export const monthWords = (month: string): string => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
const LONGEST = 120
export const shortened = (text: string, most = LONGEST): string => {
  const flat = turnsShown(text.replace(/\s+/g, ' ').trim())
  return flat.length > most ? `${flat.slice(0, most)}…` : flat
}
/** As much before and after what changed as tells where it stands. */
const AROUND = 40
/**
 * Two texts as they are shown side by side: whole where they are short; else the part that differs, between some words of what they have
 * in common. Where only blanks differ, that is said.
 */
export const sideBySide = (before: string, after: string, most = LONGEST): readonly [before: string, after: string] => {
  const [a, b] = [before, after].map(t => turnsShown(t.replace(/\s+/g, ' ').trim())) as [string, string]
  if (a === b) return [`${shortened(a, most)} (only blanks or ends of lines differ)`, shortened(b, most)]
  if (!a || !b || (a.length <= most && b.length <= most)) return [shortened(a, most), shortened(b, most)]
  const least = Math.min(a.length, b.length)
  let start = 0
  while (start < least && a[start] === b[start]) start++
  let end = 0
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const from = wordAt(a, Math.max(0, start - AROUND), start)
  return [a, b].map(t => {
    const to = t.length - end
    const behind = to + AROUND >= t.length ? t.length : t.lastIndexOf(' ', to + AROUND) > to ? t.lastIndexOf(' ', to + AROUND) : to + AROUND
    const until = Math.min(behind, Math.max(from + most, start + AROUND))
    return `${from > 0 ? '… ' : ''}${t.slice(from, until).trim()}${until < t.length ? ' …' : ''}`
  }) as [string, string]
}
/** The start of a word, so that none is cut. */
const wordAt = (text: string, from: number, most: number): number => {
  if (from === 0) return 0
  const at = text.indexOf(' ', from)
  return at >= 0 && at < most ? at + 1 : from
}

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
  readonly unread?: number
  /** Another row of its name says the same. */
  readonly double?: boolean
  /** So many rows of its name stand beside it, or after it. */
  readonly beside?: number
}
const MOST_CELLS = 8
const number = (n: number): string => n.toLocaleString('en')
/** Of a row that is not found in a snapshot of which rows were not understood. */
export const amongUnread = (n: number): string => `among the ${n === 1 ? 'one row that was' : `${number(n)} rows that were`} not understood`
/** "Bangladesh, February 1999, experts: 27 became 29." What is no longer stated comes before what was corrected. */
export const sentence = (
  layout: Layout,
  row: { readonly [column: string]: string },
  { what, cells, unread, double, beside = 0 }: Told,
): string => {
  const who = called(layout, row)
  if (double)
    return `${who}: ${what === 'added' ? 'the same row once more.' : 'one of the rows that say the same is there no more; another is.'}`
  if (what === 'added') return `${who}: ${beside ? 'one more row of this name' : 'a new row'}.`
  if (what === 'gone') {
    if (unread) return `${who}: ${beside ? 'one of the rows of this name' : 'the row'} was not found. It may be ${amongUnread(unread)}.`
    return beside
      ? `${who}: one of the rows of this name is gone; ${beside === 1 ? 'one stands' : `${number(beside)} stand`}.`
      : `${who}: the row is gone. Not zero: gone.`
  }
  const parts = cells
    .toSorted((a, b) => Number(b.lost) - Number(a.lost))
    .slice(0, MOST_CELLS)
    .map(c => {
      if (c.lost) return `${c.column}: ${shortened(c.before)} is no longer stated${c.after.trim() ? ` (${shortened(c.after)})` : ''}`
      const [before, after] = sideBySide(c.before, c.after)
      return `${c.column}: ${before || 'nothing'} became ${after || 'nothing'}`
    })
  return `${who}, ${parts.join('; ')}${cells.length > MOST_CELLS ? `; and ${cells.length - MOST_CELLS} cells more` : ''}.`
}

/** "United States, December 2009: all 6 rows are gone …" Where fewer rows were not understood than are gone, the rest is gone for sure. */
export const LOSS = (
  state: string,
  month: string | null,
  {
    rows,
    moved,
    amount,
    unread,
  }: { readonly rows: number; readonly moved: number; readonly amount: number | null; readonly unread: number },
  layout: Layout,
): string => {
  const when = month === null ? '' : month.length === 4 ? month : monthWords(month)
  const what = [state, when].filter(Boolean).join(', ') || 'Rows without a day'
  const of = layout.columns.find(c => c.is === 'amount')?.name ?? layout.adds?.join(' and ')
  const sum = amount === null || of === undefined ? '' : ` A sum of ${of} is ${number(amount)} smaller for it.`
  if (unread >= rows)
    return `${what}: ${rows === 1 ? 'its one row was' : `all ${number(rows)} rows were`} not found. ${rows === 1 ? 'It' : 'They'} may be ${amongUnread(unread)}.${sum}`
  const some = unread ? ` At most ${number(unread)} of them may be ${amongUnread(unread)}.` : ''
  const place = `and nothing stands in ${rows === 1 ? 'its' : 'their'} place`
  if (moved)
    return `${what}: ${rows === 1 ? 'one row is' : `${number(rows)} rows are`} gone, ${place}; ${number(moved)} more ${moved === 1 ? 'stands' : 'stand'} elsewhere now, corrected.${some}${sum}`
  return `${what}: ${rows === 1 ? 'its one row is gone' : `all ${number(rows)} rows are gone`}, ${place}.${some}${sum}`
}

/** How many rows differ between two snapshots, by kind. */
export interface Counted {
  readonly gone: number
  readonly less: number
  readonly corrected: number
  readonly added: number
  /** Of rows that stood more than once in the same words, those that do no longer: no loss. */
  readonly double: number
  /** There are more of a kind than are counted. */
  readonly more: boolean
  /** So many of the rows that are gone may be among those that were not understood. */
  readonly unread: number
  /** Columns that the table as a whole has no more, or has anew. What rows said in them, or say, is told here alone. */
  readonly columns: Columns
  /** How many rows the table has in each of the two. */
  readonly rows: { readonly older: number; readonly newer: number }
}
/** Those that a layout declares by their names; of others, which may be anything, how many. */
export interface Columns {
  readonly gone: readonly string[]
  readonly come: readonly string[]
  readonly undeclared: { readonly gone: number; readonly come: number }
}
/** "Columns gone: GeSo. Columns new: Ver, and 1 that no layout declares." */
export const columnsInShort = ({ gone, come, undeclared }: Columns): string => {
  const of = (what: string, names: readonly string[], others: number): string => {
    if (!names.length && !others) return ''
    const more = others ? [`${number(others)} that no layout declares`] : []
    return `${names.length + others === 1 ? 'Column' : 'Columns'} ${what}: ${[...names.slice(0, MOST_CELLS), ...(names.length > MOST_CELLS ? [`${names.length - MOST_CELLS} more`] : []), ...more].join(', ')}. `
  }
  return `${of('gone', gone, undeclared.gone)}${of('new', come, undeclared.come)}`
}
/** How many rows differ, losses first: "2 rows gone, 1 row states less, 3 corrected, 1 new. The table has 95 rows, 1 fewer than before." */
export const inShort = ({ gone, less, corrected, added, double, more, unread, columns, rows }: Counted): string => {
  const parts = [
    ...(gone
      ? [
          `${number(gone)} ${gone === 1 ? 'row' : 'rows'} gone${unread ? ` (${unread === gone ? '' : `${number(unread)} of them `}perhaps among the rows that were not understood)` : ''}`,
        ]
      : []),
    ...(less ? [`${number(less)} ${less === 1 ? 'row states' : 'rows state'} less than before`] : []),
    ...(corrected ? [`${number(corrected)} corrected`] : []),
    ...(added ? [`${number(added)} new`] : []),
    ...(double ? [`${number(double)} that stood more than once in the same words`] : []),
  ]
  const shorter = rows.older - rows.newer
  const length =
    shorter > 0 ? ` The table has ${number(rows.newer)} ${rows.newer === 1 ? 'row' : 'rows'}, ${number(shorter)} fewer than before.` : ''
  return `${columnsInShort(columns)}${parts.length ? `${more ? 'At least ' : ''}${parts.join(', ')}` : 'No row differs'}.${length}`
}
