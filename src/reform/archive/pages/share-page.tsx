import { monthCount } from '../../../archive/index.ts'
import { Asking } from '../../../paper/asking.tsx'
import { NotHeld } from '../../../paper/cited.tsx'
import { WhenEdtf } from '../../../paper/dates.tsx'
import { inMonths, Kept } from '../../../paper/kept.tsx'
import { messagesFor } from '../../../paper/messages.ts'
import { number } from '../../../paper/numbers.ts'
import { OverTime } from '../../../paper/over-time.tsx'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { wordsOf } from '../../pages/words.ts'
import type { ShareRow } from '../share.ts'

type A = Answered<ShareRow>
const MONTHS = 60

/** What a set of States holds of all who are deployed. */
export const sharePage: QuestionPage<ShareRow> = {
  title: ({ lang, rows: [first] }) => {
    const { share: w } = wordsOf(lang)
    return first ? w.title(first.set, first.set.includes('-'), first.mission) : w.untold
  },
  lede: a => wordsOf(a.lang).share.lede,
  Content: a => {
    const { share: w } = wordsOf(a.lang)
    return (
      <>
        <Asking
          lang={a.lang}
          action={a.to('/reform/share')}
          fields={[
            ['states', w.states, a.asked.options['states'], 24],
            ['commitment', w.commitment, a.asked.options['commitment'], 20],
            ['mission', w.mission, a.asked.options['mission']],
          ]}
        />
        {a.rows[0] ? <Told a={a} /> : <p>{w.how}</p>}
      </>
    )
  },
}
const Told = ({ a }: { a: A }) => {
  const { share: w } = wordsOf(a.lang),
    { comma } = messagesFor(a.lang),
    [first] = a.rows
  const none = a.rows.filter(r => r.kind === 'not on this record')
  return (
    <>
      {first!.states.length > 0 && <p class="measure">{first!.states.map(s => a.nameOf(s)).join(comma)}.</p>}
      {none.map(r => (
        <WhyNone a={a} row={r} />
      ))}
      {[
        ...Map.groupBy(
          a.rows.filter(r => r.kind === 'share'),
          r => r.dataset ?? '',
        ),
      ].map(([dataset, rows]) => (
        <section class="stack">
          <h2>{dataset}</h2>
          <Drawing a={a} rows={rows} />
          <TablePart
            untitled
            lang={a.lang}
            title={w.table(dataset)}
            heads={w.heads}
            rows={rows.slice(0, MONTHS).map(r => [
              <>
                <WhenEdtf lang={a.lang} text={r.month} /> {r.asked && <b>{w.asked}</b>}
              </>,
              number(a.lang, r.persons ?? 0),
              number(a.lang, r.all ?? 0),
              r.percent === null ? null : w.percent(number(a.lang, r.percent)),
              <span class="small">
                {r.theirs.map((t, i) => (
                  <>
                    {i > 0 && comma}
                    <bdi>{`${t.state} ${number(a.lang, t.persons)}`}</bdi>
                  </>
                ))}
                {!r.theirs.length && w.noRow}
                {r.unknown ? w.unknown(number(a.lang, r.unknown)) : ''}
              </span>,
              <Kept lang={a.lang} to={a.to} at={r.cites!} asked={inMonths({ mission: r.mission }, r.month)} />,
            ])}
          />
        </section>
      ))}
    </>
  )
}
/** That nobody is named, this page says itself; the rest is told by the table, in English. */
const WhyNone = ({ a, row: r }: { a: A; row: ShareRow }) =>
  r.dataset === null && !r.states.length ? (
    <NotHeld lang={a.lang} says={`${wordsOf(a.lang).share.noneNamed(r.set)}.`} saysLang={a.lang} />
  ) : (
    <NotHeld lang={a.lang} says={`${r.says}.`} />
  )
const Drawing = ({ a, rows }: { a: A; rows: readonly ShareRow[] }) => {
  const points = rows.flatMap(r => (r.percent === null ? [] : [[monthCount(r.month), r.percent] as const])).toSorted(([x], [y]) => x - y)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return null
  const most = Math.max(...points.map(([, y]) => y))
  const top = [1, 2, 5, 10, 20, 50, 100].find(t => t >= most) ?? 100
  const years = Array.from(
    { length: Math.floor(last[0] / 12) - Math.floor(first[0] / 12) },
    (_, i) => 12 * (Math.floor(first[0] / 12) + 1 + i),
  )
  return (
    <OverTime
      lines={[{ points, as: 'there' }]}
      from={first[0]}
      to={last[0]}
      top={top}
      marks={[0, top].map(y => [y, `${y} %`])}
      ticks={years.map(x => [x, `${x / 12}`])}
      dir={a.lang === 'ar' ? 'rtl' : 'ltr'}
    />
  )
}
