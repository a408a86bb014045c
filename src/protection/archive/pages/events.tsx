import { Asking } from '../../../paper/asking.tsx'
import { edtfInWords, WhenEdtf } from '../../../paper/dates.tsx'
import { Kept } from '../../../paper/kept.tsx'
import { dirOf } from '../../../paper/messages.ts'
import { number } from '../../../paper/numbers.ts'
import { OverTime } from '../../../paper/over-time.tsx'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { wordsOf } from '../../pages/words.ts'
import { LEAST } from '../events.ts'
import type { Count, EventRow, Total } from '../views.ts'

type A = Answered<EventRow>
const counts = (a: A) => a.rows.filter(r => r.is === 'count')
const total = (a: A) => a.rows.find(r => r.is === 'total')
const its = (a: A) => wordsOf(a.lang).events
/** As the heading of a column, and inside a sentence. */
const called = (a: A, by: string): readonly [head: string, word: string] => (Object.hasOwn(its(a).by, by) ? its(a).by[by]! : [by, by])
/** A month that the table reaches. */
const month = (a: A, text: string | null): string => (text === null ? its(a).noMonth : edtfInWords(a.lang, text))
/** The first month that the table has, and the last. */
const reach = (a: A, t: Total): readonly [from: string, to: string] => [month(a, t.from), month(a, t.to)]

/** Counts of events: a country's years for everybody, months and areas for who is cleared. */
export const events: QuestionPage<EventRow> = {
  title: a => {
    const t = total(a)
    return t ? its(a).title(a.lang === 'en' ? t.name : a.nameOf(t.country), number(a.lang, t.events), ...reach(a, t)) : its(a).untold
  },
  lede: a => its(a).lede,
  Content: a => {
    const t = total(a)
    const w = its(a)
    const by = a.asked.options['by'] ?? 'year'
    return (
      <>
        <Asking
          lang={a.lang}
          action={a.to('/protection/events', { by: a.asked.options['by'] })}
          fields={[['country', w.in, a.asked.options['country']]]}
        />
        {a.asked.options['country'] === undefined ? (
          <p>{w.which}</p>
        ) : (
          a.rows.map(
            r =>
              r.is === 'none' && (
                <p lang="en" dir="ltr">
                  {r.says}
                </p>
              ),
          )
        )}
        {t && (
          <>
            {(by === 'year' || by === 'month') && <Chart a={a} by={by} rows={counts(a)} />}
            <TablePart
              untitled
              lang={a.lang}
              title={w.table(called(a, by)[1])}
              heads={[called(a, by)[0], ...w.heads]}
              rows={counts(a).map(r => [
                <Named a={a} row={r} />,
                number(a.lang, r.events),
                r.deaths === null ? (
                  <span class="soft">{r.withheld === null ? w.noEstimate : w.withheld(LEAST)}</span>
                ) : (
                  number(a.lang, r.deaths)
                ),
                <Kept lang={a.lang} to={a.to} at={r.cites} />,
              ])}
            />
            {t.said.map(s => (
              <p class="small soft" lang="en" dir="ltr">
                {s}
              </p>
            ))}
            <p class="small soft measure">{w.outside(...reach(a, t))}</p>
          </>
        )}
      </>
    )
  },
}
const Named = ({ a, row: r }: { a: A; row: Count }) => {
  const { as, kinds, noArea } = its(a)
  const name = r.by === 'type' && r.what !== null && Object.hasOwn(kinds, r.what) ? kinds[r.what] : r.name
  return (
    <>
      {r.what === null ? (
        <span class="soft">{r.by === 'adm1' ? noArea : r.name}</span>
      ) : r.by === 'month' ? (
        <WhenEdtf lang={a.lang} text={r.what} />
      ) : (
        <>
          <bdi>{r.what}</bdi> {name}
        </>
      )}
      {r.as.map(x => (
        <p class="small soft">
          {as(x.name)} <bdi lang="en">{x.how}</bdi>
        </p>
      ))}
    </>
  )
}
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
      <figcaption class="small soft">{its(a).chart(called(a, by)[1])}</figcaption>
      <OverTime
        lines={[{ as: 'there', points: Array.from({ length: to - from + 1 }, (_, i) => [from + i, at.get(from + i) ?? 0] as const) }]}
        {...{ from, to, top }}
        ticks={ticks.map(y => [by === 'year' ? y : y * 12, String(y)] as const)}
        marks={[
          [0, '0'],
          [top, number(a.lang, top)],
        ]}
        dir={dirOf(a.lang)}
      />
    </figure>
  )
}
