import type { Child } from 'hono/jsx'
import { type Day, yearOf } from '../kernel/day.ts'
import type { Sure } from '../kernel/rules/rulebook.ts'
import { type AxisMark, CalendarAxis } from './calendar-axis.tsx'
import { dayInWords } from './dates.tsx'
import { type Drawn, figureOf } from './drawn.ts'
import { CalendarLine } from './due-line.tsx'
import type { Scale } from './geometry.ts'
import { dirOf, messagesFor } from './messages.ts'
import { BindingTag, Tag } from './tag.tsx'
import { dueWords, stateWords } from './words.ts'

export interface CaseClock {
  readonly act: string
  readonly limit?: string | undefined // "10 working days", "without delay"
  readonly sure?: Sure | undefined
  readonly drawn: Drawn
  readonly note?: Child
  readonly href?: string | undefined // to how its days were counted
}
export interface CaseCalendarProps {
  lang: string
  contentLang?: string | undefined
  on: Day
  scale: Scale
  marks?: readonly AxisMark[] | undefined // by default: each start, due day and act, and the day of the page
  groups: readonly { readonly title: string; readonly clocks: readonly CaseClock[] }[] // the United Nations first
}

/** All clocks of a case on one calendar, each with its own line at its own date. */
export const CaseCalendar = ({ lang, contentLang, on, scale, marks, groups }: CaseCalendarProps) => (
  <div class="cal">
    <div class="r">
      <div />
      <CalendarAxis
        scale={scale}
        dir={dirOf(lang)}
        notToScale={messagesFor(lang).notToScale}
        marks={
          marks ??
          daysOf(
            lang,
            on,
            scale,
            groups.flatMap(g => g.clocks),
          )
        }
      />
    </div>
    {groups.map(({ title, clocks }) => (
      <>
        <h3 class="grp">
          <bdi lang={contentLang}>{title}</bdi>
        </h3>
        {clocks.map(clock => (
          <Clock lang={lang} contentLang={contentLang} on={on} scale={scale} clock={clock} />
        ))}
      </>
    ))}
  </div>
)

const Clock = ({
  lang,
  contentLang,
  on,
  scale,
  clock,
}: {
  lang: string
  contentLang: string | undefined
  on: Day
  scale: Scale
  clock: CaseClock
}) => {
  const { act, limit, sure, drawn, note, href } = clock,
    said = stateWords(lang, drawn, on)
  return (
    <div class="r">
      <div>
        <b lang={contentLang}>{href ? <a href={href}>{act}</a> : act}</b>
        <br />
        {limit && (
          <bdi class="soft" lang={contentLang}>
            {limit}
          </bdi>
        )}{' '}
        <BindingTag lang={lang} binding={drawn.binding} sure={sure} />
        <br />
        <span class={said.class}>{said.text}</span>{' '}
        {drawn.disputed && figureOf(drawn) !== 'past' && <Tag>{messagesFor(lang).startDisputed}</Tag>}
        <div class="soft">{dueWords(lang, drawn).text}</div>
        {note && <div class="soft">{note}</div>}
      </div>
      <CalendarLine drawn={drawn} on={on} scale={scale} />
    </div>
  )
}

/** Without its year only a day of the first year: a label may fall away, and the next must not borrow a year from it. */
const daysOf = (lang: string, on: Day, scale: Scale, clocks: readonly CaseClock[]): AxisMark[] => {
  const wanted = clocks.flatMap(({ drawn: d }) => [d.start, d.due, ...(d.state === 'open' || d.state === 'silent' ? [] : [d.from])])
  const inside = [...new Set([on, ...wanted])].filter(t => t >= scale.from && t <= scale.to).sort((a, b) => a - b)
  const first = inside[0] ?? on
  return inside.map(day => ({ day, label: dayInWords(lang, day, day !== first && yearOf(day) === yearOf(first) ? 'tick' : 'short') }))
}
