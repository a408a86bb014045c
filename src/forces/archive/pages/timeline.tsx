import { monthCount } from '../../../archive/index.ts'
import { Asking } from '../../../paper/asking.tsx'
import { NotHeld, NothingYet, NotOnRecord } from '../../../paper/cited.tsx'
import { WhenEdtf } from '../../../paper/dates.tsx'
import { inMonths, Kept, rowsOf } from '../../../paper/kept.tsx'
import { messagesFor } from '../../../paper/messages.ts'
import { number } from '../../../paper/numbers.ts'
import { type Line, OverTime } from '../../../paper/over-time.tsx'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { held, isTableNotHeld } from '../not-held.ts'
import type { TimelineAnswer, TimelineRow } from '../timeline.ts'
import { Beside, paragraphs, TextOf } from './counted.tsx'
import { tablesOf } from './words.ts'

type A = Answered<TimelineRow>
const of = (lang: string) => tablesOf(lang).timeline
/** So many months are told one by one; of a longer time, the last of each year, and every month in the drawing and the file. */
const ONE_BY_ONE = 48

/** Strength beside authority over time: the drawing, its table, and the paragraphs that set the line. */
export const timeline: QuestionPage<TimelineAnswer> = {
  title: ({ lang, asked: { options } }) => (options['mission'] ? of(lang).titleOf(options['mission']) : of(lang).title),
  lede: a => of(a.lang).lede,
  Content: a => (
    <>
      <Asking lang={a.lang} action={a.to('/forces/timeline')} fields={[['mission', tablesOf(a.lang).of, a.asked.options['mission']]]} />
      {a.rows.map(r => isTableNotHeld(r) && <NotHeld lang={a.lang} says={r.says} />)}
      <Months a={{ ...a, rows: held(a.rows) }} none={!a.rows.length} />
    </>
  ),
}
/** `none`: nor does any table say why. */
const Months = ({ a, none }: { a: A; none: boolean }) =>
  a.rows.length ? (
    <Course a={a} />
  ) : !none ? null : a.asked.options['mission'] ? (
    <NothingYet lang={a.lang} />
  ) : (
    <p>{tablesOf(a.lang).nameMission('MINUSCA')}</p>
  )
const Course = ({ a }: { a: A }) => {
  const { rows } = a,
    w = of(a.lang)
  const texts = paragraphs(rows.flatMap(r => [...(r.authorised?.military.limits ?? []), ...(r.authorised?.police.limits ?? [])]))
  return (
    <>
      {(['military', 'police'] as const).map(side => (
        <section class="stack">
          <h2>{tablesOf(a.lang)[side]}</h2>
          <Drawing a={a} side={side} />
        </section>
      ))}
      <p class="small soft measure">
        {w.drawn} <a href={a.to('/forces/authority', { mission: rows[0]!.mission })}>{w.cited}</a>.
      </p>
      <EachMonth a={a} />
      <section class="stack">
        <h2>{w.sets}</h2>
        {texts.length ? (
          texts.map(l => (
            <p class="small measure">
              <WhenEdtf lang={a.lang} text={l.adopted} />
              {messagesFor(a.lang).colon}
              <TextOf a={a} limit={l} />
            </p>
          ))
        ) : (
          <p class="small soft">{w.none}</p>
        )}
      </section>
    </>
  )
}
const EachMonth = ({ a }: { a: A }) => {
  const { rows } = a,
    tables = tablesOf(a.lang),
    w = tables.timeline,
    [first, last] = [rows[0]!, rows.at(-1)!]
  const shown = rows.length <= ONE_BY_ONE ? rows : rows.filter((r, i) => rows[i + 1]?.month.slice(0, 4) !== r.month.slice(0, 4))
  return (
    <TablePart
      lang={a.lang}
      title={shown === rows ? w.months : w.years}
      note={
        <>
          {shown !== rows && `${w.lastOfYear} `}
          <a href={rowsOf(first.cites, inMonths({ mission: first.mission }, first.month, last.month))}>{w.every}</a>
        </>
      }
      heads={[w.endOf, tables.military, tables.police, tables.inAll, tables.where]}
      rows={shown.map(r => [
        <WhenEdtf lang={a.lang} text={r.month} />,
        <Beside lang={a.lang} there={r.military} of={r.authorised?.military} />,
        <Beside lang={a.lang} there={r.police} of={r.authorised?.police} />,
        <>
          {r.persons === null ? <NotOnRecord lang={a.lang} /> : number(a.lang, r.persons)}
          {r.differs.map(d => (
            <p class="small">
              {tables.inTable(d.persons === null ? w.nothing : number(a.lang, d.persons), '')}
              <Kept lang={a.lang} to={a.to} at={d.cites} asked={inMonths({ mission: r.mission }, r.month)} />. {tables.bothStay}
            </p>
          ))}
        </>,
        r.key === null ? (
          <Kept lang={a.lang} to={a.to} at={r.cites} asked={{ mission: r.mission, from: `${r.month}-01`, to: `${r.month}-28` }} />
        ) : (
          <Kept lang={a.lang} to={a.to} at={r.cites} row={r.key} />
        ),
      ])}
    />
  )
}
/** A round number above the highest. */
const roundAbove = (n: number): number => {
  const step = 10 ** Math.floor(Math.log10(Math.max(n, 10)))
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map(k => k * step).find(k => k >= n)!
}
const Drawing = ({ a, side }: { a: A; side: 'military' | 'police' }) => {
  const there = a.rows.flatMap(r => (r[side] === null ? [] : [[monthCount(r.month), r[side]] as const]))
  const most = Math.max(1, ...there.map(([, y]) => y), ...a.rows.flatMap(r => countsOf(r, side)))
  const top = roundAbove(most)
  const [from, to] = [monthCount(a.rows[0]!.month), monthCount(a.rows.at(-1)!.month)]
  if (!there.length)
    return (
      <p class="small soft">
        <NotOnRecord lang={a.lang} />
      </p>
    )
  const years = Array.from({ length: Math.floor(to / 12) - Math.floor(from / 12) }, (_, i) => (Math.floor(from / 12) + 1 + i) * 12)
  const every = Math.ceil(years.length / 8)
  return (
    <OverTime
      lines={[...limitLines(a.rows, side), ...pieces(there).map(points => ({ points, as: 'there' }) satisfies Line)]}
      from={from}
      to={to}
      top={top}
      marks={[0, top / 2, top].map(y => [y, number(a.lang, y)])}
      ticks={(years.length ? years.filter((_, i) => i % every === 0) : [from]).map(x => [x, years.length ? `${x / 12}` : a.rows[0]!.month])}
      dir={a.lang === 'ar' ? 'rtl' : 'ltr'}
    />
  )
}
/** A month that is missing leaves a hole: nobody draws a line through what is not known. */
const pieces = (points: readonly (readonly [number, number])[]): (readonly (readonly [number, number])[])[] => {
  const out: (readonly [number, number])[][] = []
  for (const p of points) {
    const last = out.at(-1)
    if (last && p[0] - last.at(-1)![0] === 1) last.push(p)
    else out.push([p])
  }
  return out.map(o => (o.length === 1 ? [o[0]!, [o[0]![0] + 0.5, o[0]![1]]] : o))
}
const countsOf = (r: TimelineRow, side: 'military' | 'police'): readonly number[] => {
  const { limits, told } = r.authorised?.[side] ?? { limits: [], told: null }
  return told ? [told.count] : limits.map(l => l.count)
}
/** The steps of each number in force, sure and unsure apart. */
const limitLines = (rows: readonly TimelineRow[], side: 'military' | 'police'): readonly Line[] => {
  const most = Math.max(0, ...rows.map(r => countsOf(r, side).length))
  return Array.from({ length: most }, (_, k) =>
    (['limit', 'unsure'] as const).flatMap((as): Line[] => {
      const points = rows.flatMap(r => {
        const count = countsOf(r, side)[k]
        const { changes, told } = r.authorised?.[side] ?? { changes: [], told: null }
        const unsure = !told && (r.authorised?.textsEnded || changes.length > 0)
        return count !== undefined && (unsure ? 'unsure' : 'limit') === as ? [[monthCount(r.month), count] as const] : []
      })
      const end = monthCount(rows.at(-1)!.month)
      return pieces(points).map(p => ({ points: [...p, [Math.min(end, p.at(-1)![0] + 1), p.at(-1)![1]] as const], as }))
    }),
  ).flat()
}
