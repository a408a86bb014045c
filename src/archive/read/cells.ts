import type { Column } from '../layout.ts'
import { gwState } from '../names/gw.ts'
import { mission } from '../names/missions.ts'
import type { Named } from '../names/named.ts'
import { state, stateOfTwo } from '../names/states.ts'
import { leftOpen, orderIn, spanOf } from './days.ts'
import { isOpen, numberOf } from './figures.ts'
import { meaning, type Understood, trimmed as withoutEdges } from './meaning.ts'

// One cell by its column: what it says, what was odd in it, or why it is not understood. The cell itself is never changed.

const NOTHING: Understood = { notes: [], missing: true }
/** Words for "not stated" in tables whose layout does not declare them: understood, and said. */
const UNSTATED = new Set(['na', 'n/a', 'nan', 'null', 'none', '-', '–', '—', '.', '..', '...', '?', 'unknown', 'not available', 'n.a.'])

/** Columns whose cells repeat are remembered: a month, a State, a mission is understood once. */
const REMEMBERED = 20_000

export const cellReader = (column: Column): ((cell: string) => Understood & { readonly means: string }) => {
  const memory = new Map<string, Understood & { readonly means: string }>()
  const missing = new Set(column.missing ?? [])
  return cell => {
    const had = memory.get(cell)
    if (had) return had
    const understood = understand(cell, column, missing)
    const read = { ...understood, means: meaning(cell, column, understood) }
    if (memory.size < REMEMBERED) memory.set(cell, read)
    return read
  }
}
const understand = (cell: string, column: Column, missing: ReadonlySet<string>): Understood => {
  if (cell === '' || missing.has(cell)) return NOTHING
  const trimmed = withoutEdges(cell)
  const notes: string[] = []
  const say = (note: string): void => void notes.push(`${column.name}: ${note}`)
  if (trimmed !== cell) say('blanks around the value')
  // A spreadsheet writes one before what it shall not reckon with; others leave one behind.
  const text = column.as === 'text' || column.as === 'symbol' ? trimmed : trimmed.replace(/^['‘’`]+|['‘’`]+$/g, '').trim()
  if (text !== trimmed) say('a stray apostrophe')
  if (text === '' || missing.has(text)) return { notes, missing: true }
  if (column.as !== 'text' && column.as !== 'place' && UNSTATED.has(text.toLowerCase())) {
    say(`"${text}" read as not stated`)
    return { notes, missing: true }
  }
  switch (column.as) {
    case 'whole':
    case 'number': {
      const n = numberOf(text, column, say)
      const open = isOpen(text, column) && OPEN
      if (n === undefined) return { notes, wrong: wrongNumber(text, column), ...open }
      if (column.as === 'whole' && !Number.isInteger(n)) return { notes, wrong: `not a whole number: "${short(text)}"`, ...open }
      return { notes, number: n, ...open }
    }
    case 'day':
    case 'month':
    case 'year': {
      const span = spanOf(text, column)
      const order = orderIn(text)
      const open = (order === 'either' || order === 'y/m/d') && OPEN
      if (!span)
        return {
          notes,
          wrong: `${open ? leftOpen(text) : `no ${column.as}:`} "${short(text)}"${open ? unsettled(column) : ''}`,
          ...open,
        }
      if (span.note) say(span.note)
      return { notes, span, ...open }
    }
    case 'yes':
      return /^(0|1|0\.0|1\.0|true|false|yes|no|y|n|t|f)$/i.test(text)
        ? { notes, number: /^(1|1\.0|true|yes|y|t)$/i.test(text) ? 1 : 0 }
        : { notes, wrong: `neither yes nor no: "${short(text)}"` }
    case 'state':
    case 'mission': {
      const named = column.as === 'mission' ? mission(text) : stateIn(text, column)
      if (named.is === 'unknown') {
        const otherwise = column.as === 'state' ? mission(text) : state(text)
        say(
          otherwise.is === 'unknown'
            ? `no ${column.as === 'state' ? 'State' : 'mission'} known as "${short(text)}"`
            : `"${short(text)}" is a ${column.as === 'state' ? 'mission' : 'State'}: columns swapped?`,
        )
      } else if (named.is === 'another') say(`${named.kind}: "${short(named.kind === 'several States' ? text : named.name)}"`)
      return { notes, named }
    }
    default:
      return { notes }
  }
}
const stateIn = (text: string, { codes }: Column): Named =>
  codes === 'gw' ? gwState(text) : codes === 'two letters' ? stateOfTwo(text) : state(text)
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const OPEN = { open: true } as const
/** Why a value that could be either was not read, where its column was asked. */
const unsettled = ({ settled }: Column): string =>
  settled === 'open'
    ? ': no value of the column settles it'
    : settled === 'both'
      ? ': some values of the column fit only the one, and some only the other'
      : settled === 'years'
        ? ': some values of the column begin with the year, and some end with it'
        : settled === ','
          ? ': other values of the column have a decimal comma'
          : ''
const wrongNumber = (text: string, column: Column): string =>
  /^[+-]?\d{1,3}[.,]\d{3}$/.test(text) ? `thousands or decimals? "${short(text)}"${unsettled(column)}` : `no number: "${short(text)}"`
/** A count as a table writes it: what is empty or no whole number is not stated, which is not nought. */
export const countIn = (cell: string): number | null => {
  const { number, wrong } = COUNT(cell)
  return wrong === undefined && number !== undefined ? number : null
}
const COUNT = cellReader({ name: '', as: 'whole' })

/** The items of a cell that holds a list. */
export const listed = (cell: string, column: Pick<Column, 'list'>): readonly string[] =>
  (column.list ? cell.split(column.list) : [cell]).map(s => s.trim()).filter(s => s !== '')
