import { type Day, FOREVER } from '../kernel/day.ts'
import type { State } from '../kernel/rules/clock.ts'
import type { Binding } from '../kernel/rules/rulebook.ts'
import type { Drawn, Figure } from './drawn.ts'
import { Ink } from './due-line.tsx'
import { Upright } from './marks.tsx'
import { number } from './numbers.ts'
import { figureName } from './words.ts'

/** A specimen: its days are per cents of the drawing. */
type Specimen = readonly [state: State, binding: Binding, mark: number, line?: number]
const SPECIMENS: Readonly<Record<Figure, Specimen>> = {
  open: ['open', 'resolution', 46, 88],
  stopped: ['stopped', 'resolution', 46, 88],
  elapsing: ['elapsing', 'treaty', 88],
  done: ['met', 'treaty', 70],
  overdue: ['overdue', 'resolution', 78, 50],
  past: ['overdue', 'request', 78, 50],
  silent: ['silent', 'request', 88, 50],
  unknown: ['silent', 'treaty', 40],
  met: ['met', 'resolution', 58, 88],
  late: ['met late', 'resolution', 84, 50],
  asked: ['met late', 'request', 84, 50],
  waived: ['waived', 'resolution', 36, 84],
  excused: ['excused', 'resolution', 82, 50],
}
/** In the order in which a legend names them: what runs, what is not known, how it ended. */
export const FIGURES = Object.keys(SPECIMENS) as readonly Figure[]

/** One figure, small, beside its name: the legend cannot drift from the drawing, since the same hand draws both. */
export const Sample = ({ figure }: { figure: Figure }) => {
  const [state, binding, mark, line] = SPECIMENS[figure]
  const drawn: Drawn = {
    state,
    binding,
    start: 0.6 as Day,
    from: mark as Day,
    due: (state === 'stopped' ? FOREVER : (line ?? FOREVER)) as Day,
  }
  const gate = state === 'waived'
  return (
    <svg class="ck" aria-hidden="true">
      <Ink drawn={drawn} on={mark as Day} axis={{ begins: 0.6, x: t => t }} lineAt={gate ? undefined : line} stub={mark} />
      {line !== undefined &&
        (gate ? [[0, 24] as const, [76, 100] as const] : [[0, 100] as const]).map(y => <Upright binding={binding} x={line} y={y} />)}
    </svg>
  )
}

export interface KeyProps {
  lang: string
  figure: Figure
  count?: number | undefined
  href?: string | undefined
  current?: boolean | undefined
}
export const Key = ({ lang, figure, count, href, current }: KeyProps) => {
  const words = (
    <>
      <Sample figure={figure} />
      {figureName(lang, figure)}
      {count === undefined ? null : <span class="soft"> {number(lang, count)}</span>}
    </>
  )
  return href ? (
    <a class="key" href={href} aria-current={current ? 'true' : undefined}>
      {words}
    </a>
  ) : (
    <span class="key">{words}</span>
  )
}
export const Keys = ({ lang, keys }: { lang: string; keys: readonly Omit<KeyProps, 'lang'>[] }) => (
  <ul class="keys">
    {keys.map(k => (
      <li>
        <Key lang={lang} {...k} />
      </li>
    ))}
  </ul>
)
