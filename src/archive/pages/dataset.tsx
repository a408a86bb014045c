import { number } from '../../paper/numbers.ts'
import { Source } from '../../paper/source.tsx'
import type { Dataset, Snapshot } from '../datasets.ts'
import { tagOf } from '../hxl.ts'
import { type Column, type Layout, unitOf } from '../layout.ts'
import { placesInWords } from '../noted.ts'
import { type Problem, placesOf } from '../problems.ts'
import { shortened } from '../told.ts'
import { Days, Span, Taken, type To } from './said.tsx'

const HOLDS: Readonly<Record<Column['as'], string>> = {
  text: 'text',
  whole: 'whole number',
  number: 'number',
  day: 'day',
  month: 'month',
  year: 'year',
  state: 'State',
  mission: 'mission',
  place: 'place',
  symbol: 'symbol of a document',
  yes: 'yes or no',
}
interface Props {
  lang: string
  to: To
  dataset: Dataset
  snapshots: readonly Snapshot[]
  layout: Layout
  problems: readonly Problem[]
}
/** One table: its snapshots, what changed from each to the next, what was odd in the latest, and how it reads. */
export const DatasetPage = ({ lang, to, dataset: d, snapshots, layout, problems }: Props) => (
  <>
    <section>
      <h2>Snapshots</h2>
      <div class="two">
        <div class="scroll" tabindex={0} role="region" aria-label="Snapshots">
          <table class="tbl stk">
            <thead>
              <tr>
                <th scope="col">Snapshot</th>
                <th scope="col">Reaches</th>
                <th scope="col" class="num">
                  Rows in the file
                </th>
                <th scope="col">Against the one before</th>
                <th scope="col">File</th>
              </tr>
            </thead>
            <tbody>
              {snapshots.map(s => (
                <tr id={`s${s.snapshot}`}>
                  <th scope="row">
                    {s.snapshot}{' '}
                    <span class="small soft">
                      <Days lang={lang} of={s} />
                    </span>
                    <Taken of={s.withdrawn} />
                  </th>
                  <td>
                    <Span lang={lang} from={s.from} to={s.to} />
                  </td>
                  <td class="num">
                    {number(lang, s.rows)}
                    {s.notUnderstood > 0 && <span class="small soft"> and {number(lang, s.notUnderstood)} not understood</span>}
                  </td>
                  <td>{s.snapshot === 1 ? <span class="soft">the first</span> : <Against lang={lang} to={to} s={s} />}</td>
                  <td class="small">
                    {s.file} <span class="code hash">SHA-256 {s.hash}</span>
                    {s.source !== null && (
                      <>
                        {' '}
                        <Source href={s.source} label="source" lang="en" />
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <aside>
          <p>{d.cite}</p>
          <p>
            One row: {d.row}.{layout.states?.length ? ' One that names several States is found, and counted, under each of them.' : ''}
          </p>
          <p>Licence: {d.licence ?? 'none stated'}.</p>
          {d.url !== null && (
            <p>
              <Source href={d.url} label={d.url} lang="en" />
            </p>
          )}
          <p>
            Feed of changes: <a href={`/archive/${d.dataset}/feed.atom`}>Atom</a>.{' '}
            {d.opens === 'rows' ? (
              <>
                The whole table: <a href={`/api/v1/archive/${d.dataset}/rows?format=csv`}>CSV</a>.
              </>
            ) : (
              <>
                Its rows are closed. Counts by year and State:{' '}
                <a href={`/api/v1/archive/${d.dataset}/sums?by=year,state&format=csv`}>CSV</a>.
              </>
            )}
          </p>
        </aside>
      </div>
    </section>
    <section>
      <h2>What was understood, and what was not</h2>
      {problems.length ? (
        <ul class="stack small">
          {problems.map(p => (
            <li lang="en">
              <b>{p.kind === 'bad' ? 'Not understood' : p.kind === 'check' ? 'Does not add up' : 'Understood'}</b>:{' '}
              {p.column !== null && `${p.column}: `}
              {shortened(p.says, 300)} <span class="soft">{placesInWords(p.rows, placesOf(p))}</span>
            </li>
          ))}
        </ul>
      ) : d.opens === 'closed' ? (
        <p class="soft">Of closed rows it is not published what was odd in them.</p>
      ) : (
        <p class="soft">Nothing odd was found in the latest snapshot.</p>
      )}
    </section>
    <section>
      <h2>How it reads</h2>
      <div class="scroll" tabindex={0} role="region" aria-label="Columns">
        <table class="tbl stk">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Holds</th>
              <th scope="col">HXL</th>
              <th scope="col">In words</th>
            </tr>
          </thead>
          <tbody>
            {layout.columns.slice(0, MOST_COLUMNS).map(c => (
              <tr>
                <th scope="row">
                  {c.name}
                  {layout.key.includes(c.name) && <span class="small soft"> names the row</span>}
                </th>
                <td>
                  {HOLDS[c.as]}
                  {unitOf(c) && `, ${unitOf(c)}`}
                  {c.closed && <span class="soft"> closed</span>}
                </td>
                <td class="code">{tagOf(layout, c)}</td>
                <td class="small">{c.says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {layout.columns.length > MOST_COLUMNS && (
        <p class="small soft">And {number(lang, layout.columns.length - MOST_COLUMNS)} columns more: peaceops archive layouts --json.</p>
      )}
    </section>
  </>
)
const MOST_COLUMNS = 60

const Against = ({ lang, to, s }: { lang: string; to: To; s: Snapshot }) =>
  s.added + s.changed + s.gone === 0 ? (
    <span class="soft">nothing differs</span>
  ) : (
    <a href={to(`/archive/${s.dataset}/changes`, { older: String(s.snapshot - 1), newer: String(s.snapshot) })}>
      {number(lang, s.added)} new, {number(lang, s.changed)} changed, {number(lang, s.gone)} gone
    </a>
  )
