import { short } from './copy.ts'
import { named } from './datasets.ts'
import type { Column, Layout } from './layout.ts'
import { cellReader } from './read/cells.ts'
import { bare } from './read/meaning.ts'
import { UNIT } from './read/table.ts'
import { CAME } from './schema.ts'

// Two states of one row, cell by cell. Something that the older one states and the newer one does not is a loss, and no correction.

/** The layout of this file, and that by which each earlier snapshot was read. */
export interface Layouts {
  readonly now: Layout
  readonly at: (snapshot: number) => Layout
  /** Columns of the table as the latest snapshot has it. */
  readonly had: readonly string[] | undefined
  /** Columns that the table has only in one of the two, this file or the latest snapshot. Known once the headings are read. */
  readonly alone: () => Alone
  /** Columns that an earlier snapshot had, and the latest has not. */
  readonly once: Alone
}
/** Columns that came or went with the table as a whole: what a row says or no longer says in them is no word about the row. */
export type Alone = ReadonlySet<string>
/** How a snapshot keeps a column: by its name, where a layout declares it; else by a hash, for an undeclared heading may be anything, and is nobody's to read. */
export const kept = (layout: Layout, column: string): string => (layout.columns.some(c => c.name === column) ? column : short(column))
export const NONE: Alone = new Set()
/** None: nobody kept which columns it had. */
export const aloneIn = (one: readonly string[] = [], other: readonly string[] = []): Alone =>
  one.length && other.length ? new Set(one).symmetricDifference(new Set(other)) : NONE
export interface Cell {
  readonly column: string
  readonly before: string
  readonly after: string
  /** A value became missing. */
  readonly lost: boolean
}
export type Cells = { readonly [column: string]: string }

/** Cells that say another thing than before; each is read by the layout of its own snapshot. */
export const differing = (then: Layout, now: Layout, was: Cells, is: Cells, alone: Alone = NONE): Cell[] => {
  const [earlier, columns] = [columnsOf(then), columnsOf(now)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap(column => {
    if (alone.size && alone.has(earlier.has(column) || columns.has(column) ? column : short(column))) return []
    const [before, after] = [was[column] ?? '', is[column] ?? '']
    if (before === after || meant(before, earlier.get(column)) === meant(after, columns.get(column))) return []
    return [{ column, before, after, lost: states(before, columns.get(column)) && !states(after, columns.get(column)) }]
  })
}
const columnsOf = (layout: Layout): ReadonlyMap<string, Column> => new Map(layout.columns.map(c => [c.name, c]))
const meant = (cell: string, column: Column | undefined): string => (column ? cellReader(column)(cell).means : bare(cell))
const UNSTATED = /^(n\/?a|nan|null|none|-+|–|—|\.{1,3}|\?|unknown|not available|n\.a\.)$/i
/** Does this cell state anything? */
export const states = (cell: string, column: Column | undefined): boolean => {
  const text = cell.trim()
  return text !== '' && !column?.missing?.includes(text) && !(column && column.as !== 'text' && UNSTATED.test(text))
}

/** A row as it is kept: its open cells, and apart from them the closed ones. */
export interface Halves {
  readonly cells: string
  readonly closed: string | null
}
/**
 * How a row that stands instead of another comes. Its open cells decide, for everybody counts by it: they say less, or something else. Where
 * they say the same, the closed ones do, or only columns that came or went with the table.
 */
export const cameInstead = ({ now, at, alone, once }: Layouts, snapshot: number, was: Halves, is: Halves): number => {
  const [then, only] = [at(snapshot), alone()]
  if (!only.size && was.closed === null && is.closed === null) return saysLess(then, now, was.cells, is.cells) ? CAME.less : CAME.corrected
  const between = (beside: Alone, a: Cells, b: Cells): Cell[] => differing(then, now, a, b, beside)
  const [had, has] = [named(then, was.cells), named(now, is.cells)]
  const open = between(only, had, has)
  if (open.length) return open.some(c => c.lost) ? CAME.less : CAME.corrected
  const all = between(only, named(then, was.cells, was.closed), named(now, is.cells, is.closed))
  const aside = between(NONE, had, has)
  if (!aside.length) return !all.length ? CAME.closedAside : all.some(c => c.lost) ? CAME.closedLess : CAME.closed
  if (all.length) return CAME.mixed
  return aside.some(c => once.has(kept(now, c.column))) ? CAME.columnBack : 0
}
/** Whether a row says less than it did: asked of every row that is corrected, so most are answered without a list of their cells by name. */
const saysLess = (then: Layout, now: Layout, was: string, is: string): boolean => {
  const { columns } = now
  const inOrder = then === now || (then.columns.length === columns.length && columns.every((c, i) => c.name === then.columns[i]!.name))
  const [before, after] = [was.split(UNIT), is.split(UNIT)]
  if (!inOrder || before.length > columns.length) {
    const [had, has] = [named(then, was), named(now, is)]
    const byName = columnsOf(now)
    return Object.keys(had).some(name => states(had[name]!, byName.get(name)) && !states(has[name] ?? '', byName.get(name)))
  }
  return columns.some((c, i) => before[i] !== after[i] && !states(after[i] ?? '', c) && states(before[i] ?? '', c))
}
