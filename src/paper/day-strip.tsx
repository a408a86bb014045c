import { addDays, type Day, toIso, weekday } from '../kernel/day.ts'
import { isWorkingDay } from '../kernel/rules/calendar.ts'
import type { Binding, Calendar } from '../kernel/rules/rulebook.ts'
import { dayInWords, weekdayInWords } from './dates.tsx'
import { messagesFor } from './messages.ts'

export interface StripDay {
  readonly day: Day
  readonly counted?: number | undefined // 0 is the day of the start; without it, the day does not count
  readonly off?: 'weekend' | 'holiday' | undefined // why it does not
  readonly act?: string | undefined // a verb: "asked", "answers"
  readonly edges?: readonly Binding[] | undefined // limits that end with this day
}

/** The days from a start to the last of its limits or acts, numbered by a calendar. */
export const stripDays = (
  start: Day,
  calendar: Calendar,
  edges: readonly { readonly day: Day; readonly binding: Binding }[],
  acts: readonly { readonly day: Day; readonly verb: string }[],
): StripDay[] => {
  const last = Math.max(start, ...edges.map(e => e.day), ...acts.map(a => a.day)) as Day
  const days: StripDay[] = []
  for (let t = start, n = 0; t <= last; t = addDays(t, 1)) {
    const counts = isWorkingDay(calendar, t)
    if (t > start && counts) n++
    days.push({
      day: t,
      counted: t === start ? 0 : counts ? n : undefined,
      off: counts || t === start ? undefined : calendar.weekend.includes(weekday(t)) ? 'weekend' : 'holiday',
      act:
        acts
          .filter(a => a.day === t)
          .map(a => a.verb)
          .join(', ') || undefined,
      edges: edges.filter(e => e.day === t).map(e => e.binding),
    })
  }
  return days
}

/** Firmest first: where two limits end with one day, its edge is the firmer one's and both are named. */
const FIRMEST: readonly Binding[] = ['treaty', 'resolution', 'self-commitment', 'request', 'assumption']

export const DayStrip = ({ lang, label, days }: { lang: string; label?: string | undefined; days: readonly StripDay[] }) => {
  const m = messagesFor(lang)
  return (
    <ol class="wd" aria-label={label}>
      {days.map(({ day, counted, off, act, edges = [] }, i) => {
        const firmest = FIRMEST.find(b => edges.includes(b))
        const first = i === 0 || toIso(day).endsWith('-01')
        return (
          <li class={[off && 'off', act && counted !== 0 && 'act', firmest && `e-${firmest}`].filter(Boolean).join(' ') || undefined}>
            <span>{weekdayInWords(lang, day)}</span>
            <b>
              <time datetime={toIso(day)}>{Number(toIso(day).slice(8))}</time>
              {first && <small> {monthOf(lang, day)}</small>}
            </b>
            <span>
              {counted !== undefined ? m.dayNumber(counted) : off === 'holiday' ? m.holiday : off === 'weekend' ? m.weekend : m.notCounted}
            </span>
            {act && <span class="verb">{act}</span>}
            {edges.length > 0 && <span class="edge">{edges.map(b => m.dueEdge[b]).join(m.comma)}</span>}
          </li>
        )
      })}
    </ol>
  )
}
const monthOf = (lang: string, d: Day): string => dayInWords(lang, d, 'tick').replace(/^\S+ /, '')
