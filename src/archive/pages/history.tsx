import type { History } from '../history.ts'
import type { Layout } from '../layout.ts'
import { amongUnread, shortened } from '../told.ts'
import type { Withdrawn } from '../withdrawn.ts'
import { daysOf, Taken, type To } from './said.tsx'

interface Props {
  lang: string
  to: To
  dataset: string
  layout: Layout
  history: History
  withdrawn: ReadonlyMap<number, Withdrawn>
  /** Rows of the latest snapshot's file that were not understood. */
  unread: number
}
/** What one cell, or one row, said from snapshot to snapshot, the latest first; and the cells of the row, to look at another. */
export const HistoryPage = ({ lang, to, dataset, layout, history: h, withdrawn, unread }: Props) => {
  const last = h.stood.at(-1)!
  return (
    <>
      <section>
        <h2>{h.column === null ? 'The row, snapshot by snapshot' : `${h.column}, snapshot by snapshot`}</h2>
        <div class="scroll" tabindex={0} role="region" aria-label="History">
          <table class="tbl stk">
            <thead>
              <tr>
                <th scope="col">Since</th>
                <th scope="col">Until</th>
                <th scope="col">{h.column ?? 'What it said'}</th>
                <th scope="col">Read in</th>
              </tr>
            </thead>
            <tbody>
              {[...h.stood].reverse().map(s => (
                <tr>
                  <th scope="row">
                    snapshot {s.from} <span class="small soft">{daysOf(lang, { ...s, fetchedOn: null })}</span>
                    <Taken of={withdrawn.get(s.from)} />
                  </th>
                  <td class={s.until === null ? undefined : 'soft'}>
                    {s.until === null
                      ? 'it stands'
                      : `snapshot ${s.until}, which ${h.stood.some(next => next.from === s.until) ? 'says otherwise' : 'has no such row'}`}
                  </td>
                  <td lang="en" dir="auto">
                    {s.value === null ? (
                      <Whole layout={layout} row={s.row} />
                    ) : s.until === null ? (
                      <b>{s.value.trim() || 'nothing'}</b>
                    ) : (
                      <span class="was">{s.value.trim() || 'nothing'}</span>
                    )}
                    {s.repeat > 1 && <span class="small soft"> row {s.repeat} of this name</span>}
                  </td>
                  <td class="small">line {s.line}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {last.until !== null && (
          <p class="small soft measure">
            The latest snapshot has no such row. {unread ? `It may be ${amongUnread(unread)}.` : 'Not zero: gone.'}
          </p>
        )}
      </section>
      <section>
        <h2>Cells of this row</h2>
        <p class="small measure">
          {layout.columns
            .filter(c => !c.closed && !layout.key.includes(c.name))
            .slice(0, 100)
            .map((c, i) => (
              <>
                {i > 0 && ' · '}
                <a
                  href={to(`/archive/${dataset}/history`, { key: h.key, column: c.name })}
                  aria-current={c.name === h.column ? 'true' : undefined}
                >
                  {c.name}
                </a>
              </>
            ))}
        </p>
        <p class="small">
          <a href={to(`/archive/${dataset}`)}>The whole table</a>
        </p>
      </section>
    </>
  )
}
const Whole = ({ layout, row }: { layout: Layout; row: { readonly [column: string]: string } }) => (
  <span class="small">
    {Object.entries(row)
      .filter(([column, cell]) => cell.trim() && !layout.key.includes(column))
      .slice(0, 40)
      .map(([column, cell]) => `${column}: ${shortened(cell, 80)}`)
      .join('; ')}
  </span>
)
