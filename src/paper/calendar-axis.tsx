import type { Day } from '../kernel/day.ts'
import { calendarAxis, gapX, percent, type Scale } from './geometry.ts'

export interface AxisMark {
  readonly day: Day
  readonly label: string
}
interface Placed {
  readonly x: number
  readonly label: string
  readonly anchor: 'first' | 'last' | undefined
}
/** From where to where a label reaches, in per cent of the drawing, where a letter is as wide as this. */
const reach = ({ x, label, anchor }: Placed, letter: number): readonly [number, number] => {
  const wide = (label.length + 2) * letter
  return anchor === 'first' ? [x, x + wide] : anchor === 'last' ? [x - wide, x] : [x - wide / 2, x + wide / 2]
}
const DESK = 0.85,
  PHONE = 1.9
const apart = (p: Placed, row: readonly Placed[], letter: number): boolean => {
  const [a, b] = reach(p, letter)
  return row.every(q => b < reach(q, letter)[0] || a > reach(q, letter)[1])
}
/** The first and the last day keep their places; the others stand on two levels where they find room. */
const levels = (places: readonly Placed[]): readonly (readonly Placed[])[] => {
  const rows: Placed[][] = [[], []]
  for (const p of [places[0], places.at(-1), ...places.slice(1, -1)])
    if (p && !rows.flat().includes(p)) rows.find(row => apart(p, row, DESK))?.push(p)
  return rows
}
/** Those of a level that find room on a phone: it stands where it stood, for the drawing is the same. */
const onAPhone = (row: readonly Placed[]): readonly Placed[] => {
  const kept: Placed[] = []
  for (const p of row) if (apart(p, kept, PHONE)) kept.push(p)
  return kept
}
/** The days above the calendar's rows. Text is not mirrored, so its places are. */
export const CalendarAxis = ({ scale, marks, dir = 'ltr', notToScale }: CalendarAxisProps) => {
  const axis = calendarAxis(scale),
    gap = gapX(scale)
  const places = [...marks]
    .sort((a, b) => a.day - b.day)
    .map(({ day, label }): Placed => {
      const x = axis.x(day)
      return { x, label, anchor: x < 8 ? 'first' : x > 90 ? 'last' : undefined }
    })
  if (gap !== undefined) places.splice(-1, 0, { x: gap, label: `// ${notToScale}`, anchor: undefined })
  return (
    <svg class="axis" aria-hidden="true">
      {levels(places).map((row, level) => {
        const narrow = onAPhone(row)
        return row.map(p => (
          <text
            class={[p.anchor, !narrow.includes(p) && 'wide'].filter(Boolean).join(' ') || undefined}
            x={percent(dir === 'rtl' ? 100 - p.x : p.x)}
            y={level ? '40%' : '90%'}
          >
            {p.label}
          </text>
        ))
      })}
    </svg>
  )
}
interface CalendarAxisProps {
  scale: Scale
  marks: readonly AxisMark[]
  dir?: 'ltr' | 'rtl' | undefined
  notToScale: string // the words for the gap
}
