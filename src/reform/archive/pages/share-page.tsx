import { monthCount } from '../../../archive/index.ts'
import { Asking } from '../../../paper/asking.tsx'
import { NotHeld } from '../../../paper/cited.tsx'
import { WhenEdtf } from '../../../paper/dates.tsx'
import { inMonths, Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import { OverTime } from '../../../paper/over-time.tsx'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { ShareRow } from '../share.ts'

type A = Answered<ShareRow>
const MONTHS = 60

/** What a set of States holds of all who are deployed. */
export const sharePage: QuestionPage<ShareRow> = {
  title: ({ rows }) =>
    rows[0]
      ? `What ${rows[0].set.includes('-') ? `those named in ${rows[0].set}` : rows[0].set} hold of those deployed${rows[0].mission ? ` in ${rows[0].mission}` : ''}`
      : 'What a set of States holds of those deployed',
  lede: () =>
    'Persons of these States, of all who are counted at the end of the month. A share is arithmetic: it says what would leave with them, not what they are worth.',
  Content: a => (
    <>
      <Asking
        lang={a.lang}
        action={a.to('/reform/share')}
        fields={[
          ['states', 'States', a.asked.options['states'], 24],
          ['commitment', 'or a commitment', a.asked.options['commitment'], 20],
          ['mission', 'in', a.asked.options['mission']],
        ]}
      />
      {a.rows[0] ? <Told a={a} /> : <p lang="en">Name States by their codes (GBR,USA), or a commitment, such as LEADERS-SUMMIT-2015.</p>}
    </>
  ),
}
const Told = ({ a }: { a: A }) => {
  const [first] = a.rows
  const none = a.rows.filter(r => r.kind === 'not on this record')
  return (
    <>
      {first!.states.length > 0 && <p class="measure">{first!.states.map(s => a.nameOf(s)).join(', ')}.</p>}
      {none.map(r => (
        <NotHeld says={r.says} />
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
            title={`Share by month, ${dataset}`}
            heads={['End of', 'Theirs', 'Of all', 'Share', 'Of whom', 'Where it stands']}
            rows={rows.slice(0, MONTHS).map(r => [
              <>
                <WhenEdtf lang={a.lang} text={r.month} /> {r.asked && <b>asked</b>}
              </>,
              number(a.lang, r.persons ?? 0),
              number(a.lang, r.all ?? 0),
              r.percent === null ? null : `${r.percent} per cent`,
              <span class="small">
                {r.theirs.map(t => `${t.state} ${number(a.lang, t.persons)}`).join(', ') || 'no row of theirs'}
                {r.unknown ? `; ${number(a.lang, r.unknown)} stand under a name that is no State known here` : ''}
              </span>,
              <Kept to={a.to} at={r.cites!} asked={inMonths({ mission: r.mission }, r.month)} />,
            ])}
          />
        </section>
      ))}
    </>
  )
}
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
