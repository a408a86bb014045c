import type { Snapshot } from '../datasets.ts'
import type { Change } from '../diff.ts'
import type { Gone } from '../losses.ts'
import { besides, type Counted, headline, sideBySide } from '../told.ts'
import { daysOf, Taken, type To } from './said.tsx'

interface Props {
  lang: string
  to: To
  dataset: string
  cite: string
  older: Snapshot
  newer: Snapshot
  lost: readonly Gone[]
  changes: readonly Change[]
  counted: Counted
  next: string | undefined
  first: boolean
  closed: boolean
}
/** Two files of one table side by side: what was lost first, counted, then what was corrected and what is new, in words and as a table. */
export const Changes = ({ lang, to, dataset, cite, older, newer, lost, changes, counted, next, first, closed }: Props) => {
  const here = { older: String(older.snapshot), newer: String(newer.snapshot) }
  const losing = changes.filter(c => c.kind === 'gone' || c.kind === 'less')
  const others = changes.filter(c => !losing.includes(c))
  const inWords = (c: Change) => (
    <li lang="en">
      {c.lost && <b>Lost: </b>}
      {c.says}{' '}
      <a
        class="small"
        href={to(`/archive/${dataset}/history`, { key: c.key, column: c.cells.length === 1 ? c.cells[0]!.column : undefined })}
      >
        {c.cells.length === 1 ? 'History of this cell' : 'History of this row'}
      </a>
    </li>
  )
  return (
    <>
      {[older, newer].map(
        s =>
          s.withdrawn && (
            <p class="note">
              Snapshot {s.snapshot}: <Taken of={s.withdrawn} />
            </p>
          ),
      )}
      {besides(counted) && (
        <section>
          <p class="lede">
            <b>{besides(counted)}</b>
          </p>
        </section>
      )}
      {(lost.length > 0 || losing.length > 0) && (
        <section>
          <h2>What is lost</h2>
          <ul class="stack">
            {lost.map(l => (
              <li lang="en">
                {l.unread === undefined && <b>Lost: </b>}
                {l.says} {l.unread === undefined && <span class="soft">Not zero: gone.</span>}
              </li>
            ))}
            {losing.map(inWords)}
          </ul>
        </section>
      )}
      <section>
        <h2>What changed, in words</h2>
        {others.length ? (
          <ul class="stack">{others.map(inWords)}</ul>
        ) : (
          <p class="soft">
            {closed && !changes.length
              ? 'The rows of this table are closed: nothing of them is shown here.'
              : losing.length
                ? next === undefined
                  ? 'Nothing beside what is lost.'
                  : 'What is lost comes first: the next pages go on.'
                : `${headline(counted)}.`}
          </p>
        )}
        <p class="small soft measure">
          We know of no published reason unless one is given with the snapshot. A correction is a good thing; this page only keeps what was
          corrected. Rows that are equal in both are not listed.
        </p>
      </section>
      {changes.length > 0 && (
        <section>
          <h2>The same as a table</h2>
          <div class="two">
            <div class="scroll" tabindex={0} role="region" aria-label="What changed between two snapshots">
              <table class="tbl stk">
                <thead>
                  <tr>
                    <th scope="col">Row</th>
                    <th scope="col">Column</th>
                    <th scope="col">In snapshot {older.snapshot}</th>
                    <th scope="col">In snapshot {newer.snapshot}</th>
                    <th scope="col">What happened</th>
                  </tr>
                </thead>
                <tbody>{changes.flatMap(c => rowsOf(c))}</tbody>
              </table>
            </div>
            <aside>
              <p>
                Snapshot {older.snapshot}: {older.file}, {daysOf(lang, older)}. Snapshot {newer.snapshot}: {newer.file},{' '}
                {daysOf(lang, newer)}.
              </p>
              <p>Compared by the name of the row and by column, cell by cell, as published.</p>
              <p>{cite}</p>
            </aside>
          </div>
        </section>
      )}
      <nav class="pager" aria-label="Pages">
        <span>{headline(counted)}</span>
        {!first && (
          <a href={to(`/archive/${dataset}/changes`, here)} rel="first">
            First page
          </a>
        )}
        {next !== undefined && (
          <a href={to(`/archive/${dataset}/changes`, { ...here, after: next })} rel="next">
            Next page
          </a>
        )}
      </nav>
    </>
  )
}
const rowsOf = (c: Change) =>
  c.cells.length
    ? c.cells
        .map(cell => ({ ...cell, shown: sideBySide(cell.before, cell.after) }))
        .map((cell, i) => (
          <tr>
            <th scope="row">{i === 0 ? c.called : <span class="soft">{c.called}</span>}</th>
            <td>{cell.column}</td>
            <td>
              <span class="was">{cell.shown[0] || 'nothing'}</span>
            </td>
            <td class={cell.lost ? 'gone' : undefined}>
              <b>{cell.shown[1] || 'nothing'}</b>
            </td>
            <td>{cell.lost ? 'no longer stated' : 'changed'}</td>
          </tr>
        ))
    : [
        <tr>
          <th scope="row">{c.called}</th>
          <td>whole row</td>
          <td>{c.what === 'added' ? <span class="soft">no row</span> : <span class="was">line {c.line}</span>}</td>
          <td class={c.what === 'gone' && c.lost ? 'gone' : undefined}>{c.what === 'gone' ? 'no row' : <b>line {c.line}</b>}</td>
          <td>{c.what === 'added' ? 'new' : c.lost ? 'gone' : c.unread ? 'not found, perhaps not understood' : 'stands once less'}</td>
        </tr>,
      ]
