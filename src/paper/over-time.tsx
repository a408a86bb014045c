import { percent } from './geometry.ts'

/** A line over time: points in order, each with its place on the axis (such as a count of months) and its height. */
export interface Line {
  readonly points: readonly (readonly [x: number, y: number])[]
  /** `there`: what is counted, thick. `limit`: what is allowed, in steps; `unsure`: what nobody knows to hold still, dashed. */
  readonly as: 'there' | 'limit' | 'unsure'
}
interface Props {
  lines: readonly Line[]
  from: number
  to: number
  ticks: readonly (readonly [x: number, label: string])[]
  /** The height of the drawing. */
  top: number
  dir?: 'ltr' | 'rtl' | undefined
  /** How heights are written at the side. */
  marks: readonly (readonly [y: number, label: string])[]
}
const CLASS = { there: 'cr', limit: 'g1', unsure: 'gq' } as const
const HIGH = 190
const ABOVE = 16
const BELOW = 26

/** Zero at the foot, in every chart. Drawn for the eye: the table beside it holds the same numbers in words. */
export const OverTime = ({ lines, from, to, ticks, top, marks, dir = 'ltr' }: Props) => {
  const along = (x: number): number => (to > from ? (1000 * (x - from)) / (to - from) : 500)
  const across = (x: number): number => (dir === 'rtl' ? 1000 - along(x) : along(x))
  const up = (y: number): number => 1000 - (1000 * y) / top
  const plot = HIGH - ABOVE - BELOW
  return (
    <div class="over">
      <svg width="100%" height={HIGH} aria-hidden="true">
        <g class="axis">
          {marks.map(([y, label]) => (
            <text class="first" x={dir === 'rtl' ? '100%' : '0'} y={ABOVE + 4 + (plot * up(y)) / 1000}>
              {label}
            </text>
          ))}
        </g>
      </svg>
      <svg width="100%" height={HIGH} aria-hidden="true">
        {marks.map(([y]) => (
          <line class="cgl" x1="0" x2="100%" y1={ABOVE + (plot * up(y)) / 1000} y2={ABOVE + (plot * up(y)) / 1000} />
        ))}
        <svg
          x="0"
          y={ABOVE}
          width="100%"
          height={plot}
          viewBox="0 0 1000 1000"
          preserveAspectRatio="none"
          overflow="visible"
          aria-hidden="true"
        >
          {lines.map(l => (
            <path class={CLASS[l.as]} vector-effect="non-scaling-stroke" d={pathOf(l, across, up)} />
          ))}
        </svg>
        <g class="axis">
          {ticks.map(([x, label], i) => (
            <text
              class={[edge(along(x)), i % 2 === 1 && ticks.length > 5 && 'wide'].filter(Boolean).join(' ') || undefined}
              x={percent(across(x) / 10)}
              y={HIGH - 6}
            >
              {label}
            </text>
          ))}
        </g>
      </svg>
    </div>
  )
}
const edge = (x: number): string | undefined => (x < 40 ? 'first' : x > 960 ? 'last' : undefined)
const round = (n: number): number => Math.round(n * 10) / 10
/** What is counted goes from point to point; what is allowed holds until it is changed. */
const pathOf = ({ points, as }: Line, across: (x: number) => number, up: (y: number) => number): string =>
  points
    .map(([x, y], i) => {
      const [a, b] = [round(across(x)), round(up(y))]
      return i === 0 ? `M${a} ${b}` : as === 'there' ? `L${a} ${b}` : `H${a}V${b}`
    })
    .join('')
