import type { Discrepancy } from '../../conduct/index.ts'
import { messagesFor } from '../../paper/messages.ts'
import { number } from '../../paper/numbers.ts'
import { Frame } from './frame.tsx'
import { command, data, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface ReconcileView {
  readonly found: readonly Discrepancy[]
  /** The first of this page, counted from nought, and how many there are in all. */
  readonly from: number
  readonly all: number
}
export const EACH = 50

/** Published figures that do not add up. Both stay, each with its source; nothing is corrected here. */
export const ReconcilePage = ({ view: v, of: f }: { view: View; of: ReconcileView }) => {
  const w = wordsOf(v.lang).reconcile,
    m = messagesFor(v.lang)
  return (
    <Frame
      view={v}
      title={w.title}
      organ={w.organ}
      symbol="RECONCILE"
      h1={f.all ? w.h1(f.all) : w.none}
      lede={w.lede}
      command={command(v, 'reconcile')}
      data={[{ href: data(v, '/reconcile'), label: 'JSON' }]}
      worldOnly
    >
      <section>
        {f.found.length > 0 && (
          <div class="scroll" tabindex={0} role="region" aria-label={w.title}>
            <table class="tbl stk">
              <thead>
                <tr>
                  <th scope="col">{wordsOf(v.lang).case.period}</th>
                  <th scope="col">{w.what}</th>
                  <th scope="col" class="num">
                    {w.difference}
                  </th>
                  <th scope="col">{wordsOf(v.lang).source}</th>
                </tr>
              </thead>
              <tbody>
                {f.found.map(d => (
                  <tr>
                    <th scope="row">
                      <bdi>{d.period}</bdi>
                    </th>
                    <td>
                      <b lang="en" dir="auto">
                        {d.rule.replaceAll('_', ' ')}
                      </b>
                      <p lang="en" dir="auto">
                        {d.says}
                      </p>
                    </td>
                    <td class="num" data-head={w.difference}>
                      <bdi dir="ltr">{number(v.lang, d.difference)}</bdi>
                    </td>
                    <td class="small" lang="en" dir="auto">
                      {d.sources.join('; ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {f.all > f.found.length && (
          <nav class="pager" aria-label={m.pages}>
            <span>{m.shown(f.from + 1, f.from + f.found.length, f.all)}</span>
            {f.from > 0 && <a href={to(v, '/reconcile')}>{m.first}</a>}
            {f.from + f.found.length < f.all && (
              <a rel="next" href={to(v, '/reconcile', { after: String(f.from + f.found.length) })}>
                {m.next}
              </a>
            )}
          </nav>
        )}
      </section>
    </Frame>
  )
}
