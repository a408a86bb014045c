import { type Day, FOREVER, LONG_AGO } from '../kernel/day.ts'
import type { Binding } from '../kernel/rules/rulebook.ts'
import { actedOn, type Drawn, type Figure, figureOf, isVague } from './drawn.ts'
import { type Axis, CAP, calendarAxis, DUE, elapsedAxis, elapsedX, gapX, percent, type Scale, sharedAxis, TRIGGER } from './geometry.ts'
import { type Mark, MarkAt, Upright } from './marks.tsx'

type Beyond = 'cb' | 'cl' | 'cq' | 'cp' | 'cs' | 'ct'
interface Recipe {
  readonly run: 'cr' | 'ct' | 'cc' | 'cs'
  readonly reaches: 'now' | 'act' | 'stop' // the day on which the mark stands
  readonly rest?: true // dots from the mark on to the line: time left
  readonly beyond?: Beyond // from the line on to the mark
  readonly mark: Mark
}
/** Geometry first, colour fourth. Every figure is told apart without colour. */
const RECIPES: Readonly<Record<Figure, Recipe>> = {
  open: { run: 'cr', reaches: 'now', rest: true, mark: 'open' },
  stopped: { run: 'cr', reaches: 'stop', rest: true, mark: 'stopped' },
  elapsing: { run: 'cc', reaches: 'now', mark: 'elapsing' },
  done: { run: 'cc', reaches: 'act', mark: 'met' },
  overdue: { run: 'cr', reaches: 'now', beyond: 'cb', mark: 'overdue' },
  past: { run: 'cr', reaches: 'now', beyond: 'cp', mark: 'past' },
  silent: { run: 'ct', reaches: 'now', beyond: 'cs', mark: 'silent' },
  unknown: { run: 'cs', reaches: 'now', mark: 'silent' },
  met: { run: 'cr', reaches: 'act', rest: true, mark: 'met' },
  late: { run: 'cr', reaches: 'act', beyond: 'cl', mark: 'late' },
  asked: { run: 'cr', reaches: 'act', beyond: 'cq', mark: 'asked' },
  waived: { run: 'ct', reaches: 'act', mark: 'waived' },
  excused: { run: 'cr', reaches: 'act', beyond: 'ct', mark: 'waived' },
}
/** Two rails where it was done after the day; the wider ones, of what was only asked for, end in a hollow arrow. */
const RAILS: Partial<Record<Beyond, number>> = { cl: 2.5, cq: 2.5, cp: 4 }
/** No days run where nobody would know that it was done: a stub, always as long. */
const STUB = 8

const Stretch = ({ of, x1, x2, dy = 0 }: { of: string; x1: number; x2: number; dy?: number }) => (
  <line class={of} x1={percent(x1)} x2={percent(x2)} y1="50%" y2="50%" transform={dy ? `translate(0 ${dy})` : undefined} />
)
const Box = ({ x1, x2 }: { x1: number; x2: number }) => (
  <rect class="cv" x={percent(x1)} width={percent(Math.max(0.6, x2 - x1))} y="50%" height="12" transform="translate(0 -6)" />
)
const Trigger = ({ x, disputed }: { x: number; disputed: boolean | undefined }) =>
  disputed ? <MarkAt mark="disputed" x={Math.max(1.2, x)} /> : <line class="ca" x1={percent(x)} x2={percent(x)} y1="30%" y2="70%" />

interface InkProps {
  drawn: Drawn
  on: Day
  axis: Axis
  lineAt: number | undefined // where the due line stands, if there is one
  stub?: number | undefined // how far dots go where no days run
}
/** Ink from the trigger towards the line. Boxes first, so that the ink lies over what is not known. */
export const Ink = ({ drawn, on, axis, lineAt, stub = STUB }: InkProps) => {
  const figure = figureOf(drawn),
    { run, reaches, rest, beyond, mark } = RECIPES[figure],
    begins =
      drawn.start === FOREVER ? axis.x(drawn.from) : Math.max(TRIGGER, Math.min(axis.x(drawn.start), axis.x(drawn.opened ?? drawn.start))),
    end =
      figure === 'unknown'
        ? begins + stub
        : Math.max(begins, axis.x(reaches === 'now' ? on : reaches === 'act' ? earliestAct(drawn) : drawn.from)),
    turn = beyond && lineAt !== undefined ? Math.min(lineAt, end) : end
  return (
    <>
      {isVague(drawn.startRange) && <Box x1={drawn.startRange[0] === LONG_AGO ? axis.begins : axis.x(drawn.startRange[0])} x2={begins} />}
      {isVague(drawn.actRange) && <Box x1={end} x2={drawn.actRange[1] === FOREVER ? CAP : Math.max(end, axis.x(drawn.actRange[1]))} />}
      <Trigger x={begins} disputed={drawn.disputed} />
      {turn > begins && <Stretch of={run} x1={run === 'cc' ? begins + 1 : begins} x2={turn} />}
      {rest && lineAt !== undefined && lineAt > end && <Stretch of="co" x1={end} x2={lineAt} />}
      {beyond && end > turn && <Past of={beyond} x1={turn} x2={end} />}
      {earlierDues(drawn).map(t => (
        <line class="co" x1={percent(axis.x(t))} x2={percent(axis.x(t))} y1="15%" y2="85%" />
      ))}
      <MarkAt mark={mark} x={end} />
    </>
  )
}
const Past = ({ of, x1, x2 }: { of: Beyond; x1: number; x2: number }) => {
  const apart = RAILS[of]
  return apart ? (
    <>
      <Stretch of={of} x1={x1} x2={x2} dy={-apart} />
      <Stretch of={of} x1={x1} x2={x2} dy={apart} />
    </>
  ) : (
    <Stretch of={of} x1={x1} x2={x2} />
  )
}
/** The doubt goes to the debtor: an act stands at its earliest possible day. */
const earliestAct = (d: Drawn): Day => {
  const acted = actedOn(d)
  return d.actRange && d.actRange[0] !== LONG_AGO && d.actRange[0] < acted ? d.actRange[0] : acted
}
const earlierDues = ({ due, dues }: Drawn): Day[] => [...new Set(Object.values(dues ?? {}))].filter(t => due !== FOREVER && t < due)

const hasLine = (d: Drawn): boolean => d.due !== FOREVER || d.state === 'stopped'
const isComb = (f: Figure, d: Drawn): boolean =>
  f === 'elapsing' || f === 'done' || f === 'unknown' || (f === 'waived' && d.due === FOREVER)

/** A row of the board: the due day at half the width, whatever its date. The words beside it carry the meaning. */
export const SharedLine = ({ drawn, on }: { drawn: Drawn; on: Day }) => {
  if (isComb(figureOf(drawn), drawn)) return <Comb drawn={drawn} on={on} />
  const gate = drawn.state === 'waived'
  return (
    <svg class="ck" aria-hidden="true">
      <use href="#m-grid" />
      <Ink drawn={drawn} on={on} axis={sharedAxis(drawn)} lineAt={hasLine(drawn) && !gate ? DUE : undefined} />
      {gate ? (
        <>
          <Upright binding={drawn.binding} x={DUE} y={[0, 20]} />
          <Upright binding={drawn.binding} x={DUE} y={[80, 100]} />
        </>
      ) : (
        hasLine(drawn) && <use href={`#m-${drawn.binding}`} />
      )}
    </svg>
  )
}

/** A duty without a number: days by their logarithm over the whole width, and no line. */
export const Comb = ({ drawn, on }: { drawn: Drawn; on: Day }) => (
  <svg class="ck" aria-hidden="true">
    <Ink drawn={drawn} on={on} axis={elapsedAxis(drawn)} lineAt={undefined} />
  </svg>
)

/** A clock of one case on the calendar that all clocks of the case share. */
export const CalendarLine = ({ drawn, on, scale }: { drawn: Drawn; on: Day; scale: Scale }) => {
  const axis = calendarAxis(scale),
    lineAt = drawn.due === FOREVER ? undefined : axis.x(drawn.due),
    gap = gapX(scale),
    waived = drawn.state === 'waived'
  return (
    <svg class="ck" aria-hidden="true">
      <Ink drawn={drawn} on={on} axis={axis} lineAt={waived ? undefined : lineAt} />
      {lineAt !== undefined &&
        (waived ? [[10, 26] as const, [74, 90] as const] : [[10, 90] as const]).map(y => (
          <Upright binding={drawn.binding} x={lineAt} y={y} />
        ))}
      {gap !== undefined && <line class="cz" x1={percent(gap)} x2={percent(gap)} y1="15%" y2="85%" />}
    </svg>
  )
}

/** All obligations of one duty as end marks on one axis. What would lie on another mark steps aside. */
export const Strip = ({ binding, drawns, on }: { binding: Binding; drawns: readonly Drawn[]; on: Day }) => {
  const combs = drawns.length > 0 && drawns.every(d => isComb(figureOf(d), d))
  const placed = drawns
    .map(d => {
      const figure = figureOf(d),
        { reaches, mark } = RECIPES[figure],
        axis = isComb(figure, d) ? elapsedAxis(d) : sharedAxis(d)
      return { mark, x: figure === 'unknown' ? STUB : axis.x(reaches === 'now' ? on : reaches === 'act' ? earliestAct(d) : d.from) }
    })
    .sort((a, b) => a.x - b.x)
  let before = -9,
    aside = 0
  return (
    <svg class="ck strip" aria-hidden="true">
      {!combs && <use href="#m-grid" />}
      <Stretch of={combs ? 'cc' : 'co'} x1={TRIGGER} x2={combs ? Math.max(elapsedX(0), ...placed.map(p => p.x)) : 98} />
      {!combs && <use href={`#m-${binding}`} />}
      {placed.map(({ mark, x }) => {
        aside = x - before < 2 ? aside + 1 : 0
        before = x
        return <MarkAt mark={mark} x={x} y={[50, 24, 76][aside % 3]!} />
      })}
    </svg>
  )
}
