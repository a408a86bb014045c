import { number } from '../../paper/numbers.ts'
import type { Dataset } from '../datasets.ts'
import { Days, Span, Taken, type To } from './said.tsx'

interface Props {
  lang: string
  to: To
  datasets: readonly Dataset[]
  told: readonly { readonly dataset: string; readonly entries: number; readonly lastTold: string }[]
}
/** Every table that is kept: whose it is, how far it reaches, and when it was last kept. */
export const Datasets = ({ lang, to, datasets, told }: Props) => (
  <>
    <section>
      <h2>Tables that are kept</h2>
      {datasets.length ? (
        <div class="scroll" tabindex={0} role="region" aria-label="Tables that are kept">
          <table class="tbl stk">
            <thead>
              <tr>
                <th scope="col">Table</th>
                <th scope="col">Producer</th>
                <th scope="col">Reaches</th>
                <th scope="col" class="num">
                  Rows
                </th>
                <th scope="col">Latest snapshot</th>
              </tr>
            </thead>
            <tbody>
              {datasets.map(d => (
                <tr>
                  <th scope="row">
                    <a href={to(`/archive/${d.dataset}`)}>{d.title}</a> <span class="code">{d.dataset}</span>
                  </th>
                  <td class="small">{d.producer}</td>
                  <td>
                    <Span lang={lang} from={d.latest.from} to={d.latest.to} />
                  </td>
                  <td class="num">
                    {number(lang, d.latest.rows)}
                    {d.opens === 'closed' && <span class="small soft"> closed</span>}
                  </td>
                  <td class="small">
                    {number(lang, d.latest.snapshot)}, <Days lang={lang} of={d.latest} />
                    <Taken of={d.latest.withdrawn} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p>No table is kept on this record on this day.</p>
      )}
      {datasets.some(d => d.opens === 'closed') && (
        <p class="small soft measure">
          Closed: rows could single out a place or a person. The public gets counts by year and State, or mission.
        </p>
      )}
    </section>
    {told.length > 0 && (
      <section>
        <h2>Told by another record</h2>
        <p class="small soft measure">
          An entry tells that another record keeps these tables. Rows do not travel with entries: they are not here.
        </p>
        <ul>
          {told.map(t => (
            <li>
              <span class="code">{t.dataset}</span> {t.entries === 1 ? 'one entry' : `${number(lang, t.entries)} entries`}, the last of{' '}
              {t.lastTold}
            </li>
          ))}
        </ul>
      </section>
    )}
    <section>
      <h2>Why an archive</h2>
      <div class="two">
        <p class="lede">
          The United Nations says of its own published tables that{' '}
          <q>statistics may change on a regular basis, including those for years prior</q>. It is right to say so. Somebody should remember
          what they were.
        </p>
        <aside>
          <p>
            A correction is a good thing; this record only keeps what was corrected. A snapshot is one file as it was published, with the
            fingerprint of its bytes on the ledger.
          </p>
        </aside>
      </div>
    </section>
  </>
)
