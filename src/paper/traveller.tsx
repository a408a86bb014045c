import { type Day, toIso } from '../kernel/day.ts'
import { withQuery } from './address.ts'
import { dayInWords, weekdayInWords } from './dates.tsx'
import { messagesFor } from './messages.ts'

export interface Travel {
  readonly asOf: Day
  readonly knownAt?: Day | undefined
  readonly today: Day
  readonly action: string // the path of this page
  readonly hidden?: Readonly<Record<string, string>> | undefined // what else the address says, and must keep saying
  readonly marks?: readonly { readonly day: Day; readonly label: string }[] | undefined
}
export const isElsewhere = (t: Travel): boolean => t.asOf !== t.today || (t.knownAt ?? t.today) !== t.today

/** Text fields in ISO: a browser's own date field writes 11/24 or 24/11, and a record must not. */
export const Traveller = ({ lang, travel }: { lang: string; travel: Travel }) => {
  const { asOf, knownAt, today, action, hidden = {}, marks = [] } = travel,
    m = messagesFor(lang)
  const kept = { ...hidden, 'known-at': knownAt !== undefined && knownAt !== today ? toIso(knownAt) : undefined }
  return (
    <div class="travel">
      <div class="wrap">
        <form method="get" action={action}>
          {Object.entries(hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <DayField lang={lang} name="as-of" label={m.asItStoodOn} day={asOf} />
          {knownAt !== undefined && <DayField lang={lang} name="known-at" label={m.asKnownOn} day={knownAt} />}
          <button type="submit" class="btn plain">
            {m.travel}
          </button>
          <span class="tiny soft">{m.daysOfNewYork}</span>
          <datalist id="changed">
            {[...marks, { day: today, label: m.today }].map(({ day, label }) => (
              <option value={toIso(day)}>{label}</option>
            ))}
          </datalist>
        </form>
        {isElsewhere(travel) && <Elsewhere lang={lang} travel={travel} />}
        {marks.length > 0 && <Ruler lang={lang} travel={travel} kept={kept} />}
      </div>
    </div>
  )
}

const DayField = ({ lang, name, label, day }: { lang: string; name: string; label: string; day: Day }) => (
  <label>
    {label}{' '}
    <input
      type="text"
      inputmode="numeric"
      pattern="[0-9]{4}-[0-9]{2}-[0-9]{2}"
      title={messagesFor(lang).isoDay}
      size={10}
      dir="ltr"
      name={name}
      value={toIso(day)}
      list="changed"
      autocomplete="off"
    />{' '}
    <span aria-hidden="true">{weekdayInWords(lang, day)}</span>
  </label>
)

const Elsewhere = ({ lang, travel: { asOf, knownAt, today, action, hidden = {} } }: { lang: string; travel: Travel }) => {
  const m = messagesFor(lang)
  return (
    <p class="elsewhere">
      {asOf < today && <strong>{m.past(today - asOf)} </strong>}
      {asOf > today && <strong>{m.future} </strong>}
      {knownAt !== undefined && knownAt !== today && <strong>{m.knownThen(dayInWords(lang, knownAt, 'long'))} </strong>}
      <a href={withQuery(action, hidden)}>{m.returnToToday}</a>
    </p>
  )
}

/** One step for each day of change, as far apart as fingers need: an order, not a scale. */
const Ruler = ({ lang, travel, kept }: { lang: string; travel: Travel; kept: Readonly<Record<string, string | undefined>> }) => {
  const { asOf, today, action, marks = [] } = travel,
    m = messagesFor(lang)
  const known = [...marks.filter(s => s.day !== today), { day: today, label: m.today }]
  const here = known.some(s => s.day === asOf) ? [] : [{ day: asOf, label: dayInWords(lang, asOf) }]
  const steps = [...known, ...here].sort((a, b) => a.day - b.day)
  return (
    <nav class={steps.length > 9 ? 'days many' : 'days'} aria-label={m.changedDays}>
      <ol>
        {steps.map(({ day, label }) => (
          <li>
            <a
              href={withQuery(action, { ...kept, 'as-of': day === today ? undefined : toIso(day) })}
              title={toIso(day)}
              aria-current={day === asOf ? 'date' : undefined}
            >
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
