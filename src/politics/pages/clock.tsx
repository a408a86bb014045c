import { addDays, type Day, day, FOREVER } from '../../kernel/day.ts'
import { type BoardRow, BoardTable } from '../../paper/board-table.tsx'
import { CalendarAxis } from '../../paper/calendar-axis.tsx'
import { dayInWords } from '../../paper/dates.tsx'
import { type Drawn, figureOf } from '../../paper/drawn.ts'
import { calendarAxis, percent } from '../../paper/geometry.ts'
import { type Mark, MarkAt, Upright } from '../../paper/marks.tsx'
import { dirOf } from '../../paper/messages.ts'
import type { Answered } from '../../paper/question-page.ts'
import type { AskedFor, ClockRow } from '../views.ts'

// Clocks as this chapter draws them: a part with the shared line, and a lane for the life of one text.

const dayOf = (text: string | null, otherwise: Day): Day => (text === null ? otherwise : day(text))
export const drawn = (r: ClockRow, on: Day): Drawn => ({
  state: r.state,
  binding: r.binding,
  opened: dayOf(r.opened, on),
  start: dayOf(r.counted, FOREVER),
  due: dayOf(r.due, FOREVER),
  from: dayOf(r.since, on),
  numbered: true,
})
type Row = ClockRow & Pick<BoardRow, 'debtorName' | 'act' | 'subject' | 'mission'>
export const Board = ({ a, title, rows }: { a: Answered; title: string; rows: readonly Row[] }) =>
  rows.length > 0 ? (
    <section>
      <h2>{title}</h2>
      <BoardTable
        lang={a.lang}
        contentLang="en"
        label={title}
        on={a.on}
        rows={rows.map(({ debtorName, act, subject, mission, standing, ...r }) => ({
          ...{ debtorName, act, subject, mission, standing },
          href: a.to(`/cases/${encodeURIComponent(subject)}`),
          drawn: drawn({ ...r, standing }, a.on),
        }))}
      />
    </section>
  ) : null

const MARK: Readonly<Record<string, Mark>> = { excused: 'waived', done: 'met', unknown: 'silent' }
const Ink = ({ of, x1, x2, dy = 0 }: { of: string; x1: number; x2: number; dy?: number }) =>
  x2 > x1 ? <line class={of} x1={percent(x1)} x2={percent(x2)} y1="50%" y2="50%" transform={dy ? `translate(0 ${dy})` : undefined} /> : null

/** One text’s life: its days above, as firm as they are, the reports below. Linear in days. */
export const Lane = ({ lang, on, rows }: { lang: string; on: Day; rows: readonly AskedFor[] }) => {
  const from = dayOf(rows[0]!.opened, on),
    papers = rows.flatMap(r => (r.issued ? [day(r.issued.on)] : [])),
    last = Math.max(...rows.map(r => dayOf(r.due, from)), ...papers),
    scale = { from, to: addDays(last as Day, Math.max(3, Math.round((last - from) * 0.04))) },
    { x } = calendarAxis(scale),
    few = rows.length < 4, // on a phone there is room for four labels
    axis = { scale, dir: dirOf(lang), notToScale: '' },
    said = (d: Day, whole: boolean) => ({ day: d, label: dayInWords(lang, d, whole ? 'short' : 'tick') })
  return (
    <div>
      <CalendarAxis
        {...axis}
        marks={[...(few ? [said(from, true)] : []), ...rows.map((r, i) => said(dayOf(r.due, on), few ? i === rows.length - 1 : i === 0))]}
      />
      <svg class="ck" aria-hidden="true">
        <line class="ca" x1={percent(x(from))} x2={percent(x(from))} y1="28%" y2="72%" />
        {rows.map((r, i) => {
          const figure = figureOf(drawn(r, on)),
            line = x(dayOf(r.due, on)),
            at = figure === 'open' ? x(on) : r.issued ? x(day(r.issued.on)) : line + 1.8,
            soft = figure === 'silent' || figure === 'waived'
          return (
            <>
              <Ink of={soft ? 'ct' : 'cr'} x1={x(i ? dayOf(rows[i - 1]!.due, on) : from)} x2={Math.min(at, line)} />
              {!soft && <Ink of="co" x1={at} x2={line} />}
              {(figure === 'late' || figure === 'asked') &&
                [-2.5, 2.5].map(dy => <Ink of={figure === 'late' ? 'cl' : 'cq'} x1={line} x2={at} dy={dy} />)}
              <Upright binding={r.binding} x={line} y={[10, 90]} />
              <MarkAt mark={MARK[figure] ?? (figure as Mark)} x={at} />
            </>
          )
        })}
      </svg>
      {papers.length > 0 && <CalendarAxis {...axis} marks={papers.map((d, i) => said(d, i === 0))} />}
    </div>
  )
}
