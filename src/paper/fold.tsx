import type { Child } from 'hono/jsx'
import { messagesFor } from './messages.ts'

/** So many rows of a long list stand open; a few more are not worth a fold. */
const OPEN = 8
const FEW = 3

/** What stands open of a list, and what is folded under it. Nothing is left out: it opens without a script, is found by the search of the browser, and prints. */
export const inTwo = <Row,>(rows: readonly Row[]): readonly [open: readonly Row[], folded: readonly Row[]] =>
  rows.length > OPEN + FEW ? [rows.slice(0, OPEN), rows.slice(OPEN)] : [rows, []]

/** The same of rows of which some must not be folded: these, and of the others so many as come first by how they press. In the order in which they came. */
export const pressingFirst = <Row,>(
  rows: readonly Row[],
  rank: (row: Row) => number,
  open = 4,
): readonly [open: readonly Row[], folded: readonly Row[]] => {
  const first = new Set(rows.toSorted((a, b) => rank(a) - rank(b)).slice(0, open))
  const stays = (row: Row): boolean => rank(row) === 0 || first.has(row)
  return [rows.filter(stays), rows.filter(row => !stays(row))]
}

/** A part that is opened by whoever wants it. `label`: what it is, with how many. */
export const Fold = ({ label, children }: { label: Child; children: Child }) => (
  <details class="fold">
    <summary>{label}</summary>
    {children}
  </details>
)
/** The rest of a list, folded; none where nothing is left. */
export const Rest = <Row,>({ lang, rows, children }: { lang: string; rows: readonly Row[]; children: (rows: readonly Row[]) => Child }) =>
  rows.length ? <Fold label={messagesFor(lang).moreRows(rows.length)}>{children(rows)}</Fold> : null
