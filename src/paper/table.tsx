import type { Child } from 'hono/jsx'
import { inTwo, Rest } from './fold.tsx'

/** The first cell of a row is its head. */
export type Cells = readonly [Child, ...Child[]]
interface Props {
  /** What it is called: the heading of its part, or only its name for who cannot see it. */
  title: string
  untitled?: boolean
  note?: Child
  heads: readonly string[]
  rows: readonly Cells[]
  /** Which columns hold numbers, counted from nought. */
  numbers?: readonly number[]
  /** It stays a table on a phone, too: of many narrow columns. */
  wide?: boolean
  /** It is read from top to bottom, as a text is: nothing of it is folded. */
  whole?: boolean
  lang?: string
}
/** A part of a page with its table: on a phone the cells of a row stand one under another, each under its heading. Without rows, no part. */
export const TablePart = ({ title, untitled, note, heads, rows, numbers = [], wide, whole, lang = 'en' }: Props) => {
  if (!rows.length) return null
  const num = (column: number) => (numbers.includes(column) ? 'num' : undefined)
  const tableOf = (shown: readonly Cells[]) => (
    <div class="scroll" tabindex={0} role="region" aria-label={title}>
      <table class={wide ? 'tbl' : 'tbl stk'}>
        <thead>
          <tr>
            {heads.map((h, i) => (
              <th scope="col" class={num(i)}>
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([head, ...cells]) => (
            <tr>
              <th scope="row">{head}</th>
              {cells.map((c, i) => (
                <td class={num(i + 1)} data-head={c === null ? undefined : heads[i + 1]}>
                  {c}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  const [open, folded] = wide || whole ? [rows, []] : inTwo(rows)
  const table = (
    <>
      {tableOf(open)}
      <Rest lang={lang} rows={folded}>
        {tableOf}
      </Rest>
    </>
  )
  return untitled ? (
    table
  ) : (
    <section class="stack">
      <h2>{title}</h2>
      {note && <p class="small soft measure">{note}</p>}
      {table}
    </section>
  )
}
