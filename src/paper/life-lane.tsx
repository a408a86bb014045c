import { addDays, type Day, day, FOREVER } from '../kernel/day.ts'
import type { Clock } from '../kernel/ledger/owed.ts'
import { CalendarAxis } from './calendar-axis.tsx'
import { drawnOf } from './clocks.tsx'
import { dayInWords } from './dates.tsx'
import { figureOf } from './drawn.ts'
import { calendarAxis, percent } from './geometry.ts'
import { type Mark, MarkAt, Upright } from './marks.tsx'
import { dirOf } from './messages.ts'

const MARK: Readonly<Record<string, Mark>> = { excused: 'waived', done: 'met', unknown: 'silent' }
const Ink = ({ of, x1, x2, dy = 0 }: { of: string; x1: number; x2: number; dy?: number }) =>
  x2 > x1 ? <line class={of} x1={percent(x1)} x2={percent(x2)} y1="50%" y2="50%" transform={dy ? `translate(0 ${dy})` : undefined} /> : null

type Row = Clock & { readonly issued: { readonly on: string } | null }
/** The life of one text that asks again and again: its days above, as firm as they are, what was issued below. Linear in days. */
export const LifeLane = ({ lang, on, rows }: { lang: string; on: Day; rows: readonly Row[] }) => {
  const drawn = rows.map(r => drawnOf(r, on)),
    due = (i: number, otherwise = on): Day => (drawn[i]!.due === FOREVER ? otherwise : drawn[i]!.due),
    from = drawn[0]!.opened ?? on,
    papers = rows.flatMap(r => (r.issued ? [day(r.issued.on)] : [])),
    last = Math.max(...rows.map((_, i) => due(i, from)), ...papers),
    scale = { from, to: addDays(last as Day, Math.max(3, Math.round((last - from) * 0.04))) },
    { x } = calendarAxis(scale),
    few = rows.length < 4, // on a phone there is room for four labels
    axis = { scale, dir: dirOf(lang), notToScale: '' },
    said = (d: Day, whole: boolean) => ({ day: d, label: dayInWords(lang, d, whole ? 'short' : 'tick') })
  return (
    <div>
      <CalendarAxis
        {...axis}
        marks={[...(few ? [said(from, true)] : []), ...rows.map((_, i) => said(due(i), few ? i === rows.length - 1 : i === 0))]}
      />
      <svg class="ck" aria-hidden="true">
        <line class="ca" x1={percent(x(from))} x2={percent(x(from))} y1="28%" y2="72%" />
        {rows.map((r, i) => {
          const figure = figureOf(drawn[i]!),
            line = x(due(i)),
            at = figure === 'open' ? x(on) : r.issued ? x(day(r.issued.on)) : line + 1.8,
            soft = figure === 'silent' || figure === 'waived'
          return (
            <>
              <Ink of={soft ? 'ct' : 'cr'} x1={x(i ? due(i - 1) : from)} x2={Math.min(at, line)} />
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
