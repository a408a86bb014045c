import { Asking } from '../../../paper/asking.tsx'
import { Kept } from '../../../paper/kept.tsx'
import { dirOf } from '../../../paper/messages.ts'
import { number } from '../../../paper/numbers.ts'
import { OverTime } from '../../../paper/over-time.tsx'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { Count, EventRow } from '../views.ts'

type A = Answered<EventRow>
const counts = (a: A) => a.rows.filter(r => r.is === 'count')
const total = (a: A) => a.rows.find(r => r.is === 'total')
const HEADS: Readonly<Record<string, string>> = { year: 'Year', month: 'Month', adm1: 'Area', type: 'Kind' }

/** Counts of events: a country's years for everybody, months and areas for who is cleared. */
export const events: QuestionPage<EventRow> = {
  title: a => {
    const t = total(a)
    return t
      ? `${t.name}: ${number('en', t.events)} events of organised violence on this record, ${t.from} to ${t.to}`
      : 'Events of organised violence, counted by country and year'
  },
  lede: () =>
    'As the Uppsala Conflict Data Program publishes them; deaths are its best estimate. For everybody by country and year: a month with an area says where people are in danger.',
  Content: a => {
    const t = total(a)
    const by = a.asked.options['by'] ?? 'year'
    return (
      <div lang="en" dir="ltr">
        <Asking
          lang={a.lang}
          action={a.to('/protection/events', { by: a.asked.options['by'] })}
          fields={[['country', 'In', a.asked.options['country']]]}
        />
        {a.rows.map(r => r.is === 'none' && <p>{r.says}</p>)}
        {t && (
          <>
            {(by === 'year' || by === 'month') && <Chart a={a} by={by} rows={counts(a)} />}
            <TablePart
              untitled
              title={`Events by ${by}`}
              heads={[HEADS[by] ?? by, 'Events', 'Deaths, best estimate', 'Where it stands']}
              rows={counts(a).map(r => [
                <Named row={r} />,
                number(a.lang, r.events),
                r.deaths === null ? <span class="soft">{r.withheld ?? 'no estimate'}</span> : number(a.lang, r.deaths),
                <Kept to={a.to} at={r.cites} />,
              ])}
            />
            {t.said.map(s => (
              <p class="small soft">{s}</p>
            ))}
            <p class="small soft measure">
              Outside of {t.from} to {t.to} nothing is on this record. A year without a row is a year of which the table names no event,
              which does not mean that nothing happened.
            </p>
          </>
        )}
      </div>
    )
  },
}
const Named = ({ row: r }: { row: Count }) => (
  <>
    {r.what ?? <span class="soft">{r.name}</span>} {r.what !== null && r.name}
    {r.as.map(x => (
      <p class="small soft">
        as “{x.name}”: {x.how}
      </p>
    ))}
  </>
)
const placeOf = (by: string, what: string): number =>
  by === 'year' ? Number(what) : Number(what.slice(0, 4)) * 12 + Number(what.slice(5)) - 1
/** A month or year of which the table has nothing stands at zero between those that it has. */
const Chart = ({ a, by, rows }: { a: A; by: 'year' | 'month'; rows: readonly Count[] }) => {
  const at = new Map(rows.flatMap(r => (r.what === null ? [] : [[placeOf(by, r.what), r.events] as const])))
  if (at.size < 3) return null
  const [from, to] = [Math.min(...at.keys()), Math.max(...at.keys())]
  const top = Math.max(...at.values())
  const years = by === 'year' ? [from, to] : [Math.ceil(from / 12), Math.floor(to / 12)]
  const every = Math.max(1, Math.ceil((years[1]! - years[0]!) / 6))
  const ticks = Array.from({ length: years[1]! - years[0]! + 1 }, (_, i) => years[0]! + i).filter((_, i) => i % every === 0)
  return (
    <figure>
      <figcaption class="small soft">Events, by {by}. The table below holds the same numbers.</figcaption>
      <OverTime
        lines={[{ as: 'there', points: Array.from({ length: to - from + 1 }, (_, i) => [from + i, at.get(from + i) ?? 0] as const) }]}
        {...{ from, to, top }}
        ticks={ticks.map(y => [by === 'year' ? y : y * 12, String(y)] as const)}
        marks={[
          [0, '0'],
          [top, number(a.lang, top)],
        ]}
        dir={dirOf('en')}
      />
    </figure>
  )
}
