import { type Day, FOREVER, LONG_AGO } from '../kernel/day.ts'
import { dayInWords } from './dates.tsx'
import { messagesFor } from './messages.ts'

export interface Held {
  readonly office: string // an office, never a person
  readonly from: Day // LONG_AGO where the record does not know since when
  readonly to: Day // exclusive; FOREVER: holds it
  readonly note?: string | undefined
}
export interface BatonProps {
  lang: string
  contentLang?: string | undefined
  on: Day
  held: readonly Held[] // in order; `to` after `on` is not yet known, and not shown
  /** No entry passed it: it follows from the rules. Then no days are counted: that nothing was told of a file since is nobody's delay. */
  derived?: boolean | undefined
  /** The last day of which anything is told. Days since are not counted as held: nobody knows who had it. */
  told?: Day | undefined
}

/** Who has held it. Outlined: held it; solid: holds it now. */
export const Baton = ({ lang, contentLang, on, held, derived, told = on }: BatonProps) => {
  const m = messagesFor(lang),
    shown = held.filter(h => h.from <= on),
    until = (h: Held, now: boolean): Day => (now ? (Math.max(Math.min(on, told), h.from) as Day) : h.to)
  return (
    <>
      <ol class="baton">
        {shown.map((h, i) => {
          const now = h.to > on
          return (
            <li class={`d${derived ? 2 : size(h.from, until(h, now))}`} aria-current={now ? 'true' : undefined}>
              <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <path d={i ? 'M0 0H100L97 10H-3Z' : 'M0 0H100L97 10H0Z'} />
              </svg>
              <b>
                <bdi lang={contentLang}>{h.office}</bdi>
              </b>
              <small>
                {span(lang, h, now)}
                {!derived && h.from !== LONG_AGO && (
                  <>
                    {m.comma}
                    {m.days(until(h, now) - h.from)}
                  </>
                )}
                {now && told < on && (
                  <>
                    <br />
                    {m.nothingSince(dayInWords(lang, told))}
                  </>
                )}
                {now && (
                  <span class="vh">
                    {m.comma}
                    {m.holdsNow}
                  </span>
                )}
                {h.note && (
                  <>
                    <br />
                    {h.note}
                  </>
                )}
              </small>
            </li>
          )
        })}
      </ol>
      <p class="tiny soft measure">{derived ? m.batonDerived : m.batonNote}</p>
    </>
  )
}
const span = (lang: string, { from, to }: Held, now: boolean): string => {
  const m = messagesFor(lang)
  if (now || to === FOREVER) return from === LONG_AGO ? m.dayNotOnRecord : m.since(dayInWords(lang, from))
  return from === LONG_AGO ? m.untilDay(dayInWords(lang, to)) : m.fromTo(dayInWords(lang, from), dayInWords(lang, to))
}
/** Ten lengths, one for each ten days: beyond a hundred it is not to scale, and the note says so. */
const size = (from: Day, to: Day): number => (from === LONG_AGO ? 2 : Math.min(10, Math.max(1, Math.ceil((to - from) / 10))))

/** In a row: the same shape before the office's name. */
export const Holder = ({
  lang,
  contentLang,
  name,
  done,
}: {
  lang: string
  contentLang?: string | undefined
  name: string
  done?: boolean | undefined
}) => {
  const m = messagesFor(lang)
  return (
    <>
      <svg class={done ? 'hold done' : 'hold'} viewBox="0 0 24 10" aria-hidden="true">
        <path d="M0 0H20L24 10H4Z" />
      </svg>
      <span class="vh">{done ? m.held : m.holds} </span>
      <bdi lang={contentLang}>{name}</bdi>
    </>
  )
}
