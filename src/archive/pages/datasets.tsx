import { number } from '../../paper/numbers.ts'
import type { Dataset } from '../datasets.ts'
import { Days, Span, Taken, type To } from './said.tsx'
import { wordsOf } from './words.ts'

interface Props {
  lang: string
  to: To
  datasets: readonly Dataset[]
  told: readonly { readonly dataset: string; readonly entries: number; readonly lastTold: string }[]
}
/** Every table that is kept: whose it is, how far it reaches, and when it was last kept. */
export const Datasets = ({ lang, to, datasets, told }: Props) => {
  const w = wordsOf(lang)
  return (
    <>
      <section>
        <h2>{w.kept}</h2>
        {datasets.length ? (
          <div class="scroll" tabindex={0} role="region" aria-label={w.kept}>
            <table class="tbl stk">
              <thead>
                <tr>
                  {w.heads.map((head, i) => (
                    <th scope="col" class={i === ROWS ? 'num' : undefined}>
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {datasets.map(d => (
                  <tr>
                    <th scope="row">
                      <a href={to(`/archive/${d.dataset}`)} lang="en">
                        {d.title}
                      </a>{' '}
                      <span class="code">{d.dataset}</span>
                    </th>
                    <td class="small" lang="en" dir="auto" data-head={w.heads[1]}>
                      {d.producer}
                    </td>
                    <td data-head={w.heads[2]}>
                      <Span lang={lang} from={d.latest.from} to={d.latest.to} />
                    </td>
                    <td class="num" data-head={w.heads[ROWS]}>
                      {number(lang, d.latest.rows)}
                      {d.opens === 'closed' && <span class="small soft"> {w.closed}</span>}
                    </td>
                    <td class="small" data-head={w.heads[4]}>
                      {number(lang, d.latest.snapshot)}
                      {w.comma}
                      <Days lang={lang} of={d.latest} />
                      <Taken of={d.latest.withdrawn} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          <>
            <p>{w.none}</p>
            <pre tabindex={0}>{'npx peaceops archive layouts\nnpx peaceops archive add DATASET FILE'}</pre>
          </>
        )}
        {datasets.some(d => d.opens === 'closed') && <p class="small soft measure">{w.closedNote}</p>}
      </section>
      {told.length > 0 && (
        <section>
          <h2>{w.told}</h2>
          <p class="small soft measure">{w.toldNote}</p>
          <ul lang="en" dir="auto">
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
        <h2>{w.why}</h2>
        <div class="two">
          <p class="lede">
            {w.whyText[0]} <q lang="en">statistics may change on a regular basis, including those for years prior</q>. {w.whyText[1]}
          </p>
          <aside>
            <p>{w.aside}</p>
            {w.english && <p>{w.english}</p>}
          </aside>
        </div>
      </section>
    </>
  )
}
/** The column of figures. */
const ROWS = 3
