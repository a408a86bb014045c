import type { Child } from 'hono/jsx'

interface Props {
  /** What it is called: the heading of its part, or only its name for who cannot see it. */
  title: string
  untitled?: boolean
  note?: Child
  heads: readonly string[]
  /** The first cell of a row is its head. */
  rows: readonly (readonly [Child, ...Child[]])[]
}
/** A part of a page with its table: on a phone the cells of a row stand one under another. Without rows, no part. */
export const TablePart = ({ title, untitled, note, heads, rows }: Props) => {
  if (!rows.length) return null
  const table = (
    <div class="scroll" tabindex={0} role="region" aria-label={title}>
      <table class="tbl stk">
        <thead>
          <tr>
            {heads.map(h => (
              <th scope="col">{h}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr>
              <th scope="row">{head}</th>
              {cells.map(c => (
                <td>{c}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
