import type { Figure } from '../../paper/drawn.ts'
import { number } from '../../paper/numbers.ts'
import { figureName } from '../../paper/words.ts'
import { nameOf } from '../names.ts'
import type { Counted } from '../states.ts'
import { Frame } from './frame.tsx'
import { byName, command, data, to, uncapital, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface StatesView {
  readonly states: readonly string[]
  /** Named by nothing but a published figure. */
  readonly byFiguresOnly: readonly string[]
  readonly counted: readonly Counted[]
  /** How many findings of the rulebook are about a State. */
  readonly findings: ReadonlyMap<string, number>
}
/** The States of this record, by alphabet. Counts are by the words that may be said, and never made into one number. */
export const StatesPage = ({ view: v, of: s }: { view: View; of: StatesView }) => {
  const w = wordsOf(v.lang),
    all = [...s.states, ...s.byFiguresOnly].sort(byName(v.lang))
  return (
    <Frame
      view={v}
      section="states"
      title={w.states.title}
      organ={w.states.organ}
      symbol="STATES"
      h1={all.length ? w.states.h1(all.length) : w.states.none}
      lede={w.states.lede}
      command={command(v, 'board')}
      data={[{ href: data(v, '/board', { limit: '500' }), label: 'JSON' }]}
    >
      {all.length > 0 && (
        <section>
          <h2 class="vh">{w.states.title}</h2>
          <table class="tbl stk">
            <thead>
              <tr>
                <th scope="col">{w.states.state}</th>
                <th scope="col">{w.states.owes}</th>
              </tr>
            </thead>
            <tbody>
              {all.map(code => (
                <tr>
                  <th scope="row">
                    <a href={to(v, `/states/${code}`)}>{nameOf(code, v.lang)}</a> <span class="code">{code}</span>
                  </th>
                  <td>
                    {words(v, s, code)}
                    {s.findings.has(code) && (
                      <>
                        {words(v, s, code) && ' · '}
                        <a href={to(v, '/findings', { state: code })}>{w.states.withFindings(s.findings.get(code)!)}</a>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Frame>
  )
}
const words = (v: View, s: StatesView, code: string): string => {
  const w = wordsOf(v.lang),
    by = new Map<Figure, number>()
  if (s.byFiguresOnly.includes(code)) return w.states.figuresOnly
  for (const c of s.counted) if (c.debtor === code) by.set(figureFor(c), (by.get(figureFor(c)) ?? 0) + c.n)
  if (!by.size) return s.findings.has(code) ? '' : w.states.noObligation // a finding may rest on the word of the United Nations alone
  return [...by]
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([figure, n]) => `${uncapital(v.lang, figureName(v.lang, figure))} ${n > 1000 ? w.board.rows(n) : number(v.lang, n)}`)
    .join(' · ')
}
/** What was kept first, what is not known last: an order of words, not of States. */
const ORDER: readonly Figure[] = [
  'met',
  'done',
  'asked',
  'late',
  'open',
  'stopped',
  'elapsing',
  'waived',
  'excused',
  'past',
  'overdue',
  'silent',
  'unknown',
]
const figureFor = ({ stands, soft, undated, disputed }: Counted): Figure => {
  switch (stands) {
    case 'met':
      return undated ? 'done' : 'met'
    case 'met late':
      return soft ? 'asked' : 'late'
    case 'overdue':
      return soft || disputed ? 'past' : 'overdue'
    case 'silent':
      return undated ? 'unknown' : 'silent'
    default:
      return stands
  }
}
