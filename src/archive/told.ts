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
/**
 * "Bangladesh, February 1999": who, then when. Where the key has a State's code, its name stands for it, as the row itself gives it. A row
 * that is the total of others says so: it may have no name but its month.
 */
export const called = (layout: Layout, row: { readonly [column: string]: string }, total = false): string => {
  const state = layout.columns.find(c => c.is === 'state')?.name
  const name = state === undefined || layout.key.includes(state) ? '' : shortened(row[state] ?? '')
  const dated = (column: string): boolean => ['month', 'day', 'year'].includes(layout.columns.find(c => c.name === column)?.as ?? '')
  const of = (columns: readonly string[]): string[] => columns.map(k => spoken(layout, k, row[k] ?? '')).filter(Boolean)
  const [named, when] = [of(layout.key.filter(k => !dated(k))), of(layout.key.filter(dated))]
  const who = named.map(p => (name && /^[A-Z]{3}$/.test(p) ? name : p))
  const whole = [...who, ...when].join(', ')
  if (!total || /\btotals?\b/i.test(whole)) return whole || 'A row without a name'
  return `${who.length ? 'The total row' : 'The table’s total row'}${whole && ` of ${whole}`}`
}

interface Told {
  readonly what: 'added' | 'changed' | 'gone'
  readonly cells: readonly { readonly column: string; readonly before: string; readonly after: string; readonly lost: boolean }[]
  readonly unread?: number
  /** It is a total of others. */
  readonly total: boolean
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
  { what, cells, unread, total, double, beside = 0 }: Told,
): string => {
  const who = called(layout, row, total)
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
  /** Rows of which only closed cells say something else: counted for readers who see them, and for nobody else. */
  readonly closed: number
  readonly added: number
  /** Of those that are new: so many at least are of a name that another row has, which is counted in their place. A row that stands twice is no news. */
  readonly again: number
  /** Of rows that stood more than once in the same words, those that do no longer: no loss. */
  readonly double: number
  /** Of these kinds there are as many as are counted, or more. */
  readonly atLeast: readonly CountedKind[]
  /** So many of the rows that are gone may be among those that were not understood. */
  readonly unread: number
  /** Columns that the table as a whole has no more, or has anew. What rows said in them, or say, is told here alone. */
  readonly columns: Columns
  /** How many rows the table has in each of the two. */
  readonly rows: { readonly older: number; readonly newer: number }
  /** Of two that were added against the order of their publication: that what reads as lost may have come later. */
  readonly against?: string
  /** What this reader sees of it: all; of each row what is open to everybody; or no row. */
  readonly seen: 'all' | 'open cells' | 'none'
}
export type CountedKind = 'gone' | 'less' | 'corrected' | 'closed' | 'added' | 'double'
/** Those that a layout declares by their names; of others, which may be anything, how many. */
export interface Columns {
  readonly gone: readonly string[]
  readonly come: readonly string[]
  readonly undeclared: { readonly gone: number; readonly come: number }
}
/** "Columns gone: GeSo." "Columns new: Ver, and 1 that no layout declares." */
const columnsOf = (what: string, names: readonly string[], others: number): readonly string[] => {
  if (!names.length && !others) return []
  const more = others ? [`${number(others)} that no layout declares`] : []
  return [
    `${names.length + others === 1 ? 'Column' : 'Columns'} ${what}: ${[...names.slice(0, MOST_CELLS), ...(names.length > MOST_CELLS ? [`${names.length - MOST_CELLS} more`] : []), ...more].join(', ')}.`,
  ]
}
/** Whether anything differs, as far as this reader sees. */
export const differs = (n: Counted): boolean =>
  n.gone + n.less + n.corrected + n.closed + n.added + n.double > 0 ||
  n.columns.gone.length + n.columns.come.length + n.columns.undeclared.gone + n.columns.undeclared.come > 0 ||
  n.rows.newer < n.rows.older
/** "2 rows gone, at least 2,000 corrected": losses first. */
const kindsOf = ({ atLeast, unread, again, ...n }: Counted): readonly string[] => {
  const among = `${unread === n.gone ? '' : `${number(unread)} of them `}perhaps among the rows that were not understood`
  const words: { readonly [K in CountedKind]: string } = {
    gone: `gone${unread ? ` (${among})` : ''}`,
    less: n.less === 1 ? 'states less than before' : 'state less than before',
    corrected: 'corrected',
    closed: 'otherwise in closed cells alone',
    added: `new${again ? ` (${again === n.added ? '' : `${number(again)} of them `}of a name that is counted already)` : ''}`,
    double: 'that stood more than once in the same words',
  }
  const found = (Object.keys(words) as CountedKind[]).filter(k => n[k] > 0)
  return found.map((k, i) => {
    const rows = i === 0 || k === 'less' ? ` ${n[k] === 1 ? 'row' : 'rows'}` : ''
    return `${atLeast.includes(k) ? 'at least ' : ''}${number(n[k])}${rows} ${words[k]}`
  })
}
const NOTHING = { all: 'No row differs', 'open cells': 'No row differs in what is public', none: 'Its rows are closed' } as const
const sentenceOf = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}.`
/** "2 columns gone, 2 rows gone, 3 corrected, 1 column new": what a page and a feed are headed by. */
export const headline = (n: Counted): string => {
  const columns = (what: string, many: number): readonly string[] =>
    many ? [`${number(many)} ${many === 1 ? 'column' : 'columns'} ${what}`] : []
  const { gone, come, undeclared } = n.columns
  const all = [...columns('gone', gone.length + undeclared.gone), ...kindsOf(n), ...columns('new', come.length + undeclared.come)]
  return sentenceOf(all.join(', ') || NOTHING[n.seen]).slice(0, -1)
}
/** Which columns, and how much shorter the table is. */
const columnsAndLength = ({ columns: { gone, come, undeclared }, rows }: Counted) => {
  const shorter = rows.older - rows.newer
  return {
    gone: columnsOf('gone', gone, undeclared.gone),
    come: columnsOf('new', come, undeclared.come),
    length:
      shorter > 0
        ? [`The table has ${number(rows.newer)} ${rows.newer === 1 ? 'row' : 'rows'}, ${number(shorter)} fewer than before.`]
        : [],
  }
}
const against = (n: Counted): readonly string[] => (n.against === undefined ? [] : [n.against])
/** What a headline has no room for. */
export const besides = (n: Counted): string => {
  const { gone, come, length } = columnsAndLength(n)
  return [...against(n), ...gone, ...length, ...come].join(' ')
}
/** What differs, losses first: "Column gone: GeSo. 2 rows gone, 3 corrected. The table has 95 rows, 1 fewer than before. Column new: Ver." */
export const inShort = (n: Counted): string => {
  const { gone, come, length } = columnsAndLength(n)
  return [...against(n), ...gone, sentenceOf(kindsOf(n).join(', ') || NOTHING[n.seen]), ...length, ...come].join(' ')
}
