import { type Day, FOREVER } from '../../kernel/day.ts'
import type { Entry } from '../../kernel/ledger/entry.ts'
import { WEEKENDS, yearsWithoutList } from '../../kernel/rules/calendar.ts'
import type { Calendar } from '../../kernel/rules/rulebook.ts'
import { Group } from '../../paper/board-table.tsx'
import { dayInWords } from '../../paper/dates.tsx'
import { DayStrip, stripDays } from '../../paper/day-strip.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { Why } from '../../paper/why.tsx'
import { stateWords } from '../../paper/words.ts'
import type { Case } from '../case.ts'
import { nameOf } from '../names.ts'
import type { Owed } from '../owed.ts'
import { anchorOf, byDebtor } from './case-clocks.tsx'
import { actWords, typeWords } from './chapters.ts'
import { CiteOf } from './cite.tsx'
import { drawnOf, type Faces } from './drawing.ts'
import { Part } from './frame.tsx'
import { capital, command, limitOf, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

interface WhyOfProps {
  view: View
  found: Case
  entries: readonly Entry[]
  faces: Faces
  reply: string | undefined
}
/** How the days were counted, debtor by debtor: enough to count again by hand. */
export const WhyOf = ({ view: v, found, entries, faces, reply }: WhyOfProps) => {
  const w = wordsOf(v.lang)
  if (!found.owed.length) return null
  return (
    <Part title={w.case.why}>
      {byDebtor(v, found.owed).map(([title, owed]) => (
        <>
          <Group title={title} />
          <Counted view={v} found={found} entries={entries} faces={faces} owed={owed} reply={reply} />
        </>
      ))}
    </Part>
  )
}
const isCounted = (o: Owed): boolean => {
  const within = o.rule?.within
  return typeof within === 'object' && 'n' in within && within.unit === 'working days' && o.span.due !== FOREVER && o.span.start !== FOREVER
}
const Counted = ({ view: v, found, entries, faces, owed, reply }: WhyOfProps & { owed: readonly Owed[] }) => {
  const w = wordsOf(v.lang),
    counted = Map.groupBy(owed.filter(isCounted), o => o.span.start)
  const known = [...counted].filter(([start]) => owed.length > 0 && start !== FOREVER)
  return (
    <Why
      lang={v.lang}
      open={known.length > 0}
      sum={
        known.length
          ? known
              .map(([start, of]) => `${w.case.sameStart(dayInWords(v.lang, start, 'long'))} ${of.map(o => sum(v, o)).join(' ')}`)
              .join(' ')
          : undefined
      }
      strips={
        <>
          {known.map(([start, of]) => (
            <Strips view={v} found={found} entries={entries} start={start} owed={of} />
          ))}
          {owed.map(o => {
            const drawn = drawnOf(o, faces)
            return (
              <div id={anchorOf(o, found.owed)}>
                <p>
                  <b>{capital(v.lang, actWords(v.lang, o.span.duty, o.rule?.act ?? o.span.duty))}</b>{' '}
                  <BindingTag lang={v.lang} binding={o.binding} sure={o.sure} /> {o.cites && <CiteOf view={v} cite={o.cites} bare />}{' '}
                  <span class={stateWords(v.lang, drawn, v.on).class}>{stateWords(v.lang, drawn, v.on).text}</span>
                </p>
                <ul class="small" lang="en" dir={v.lang === 'en' ? undefined : 'auto'}>
                  {o.why.map(sentence => (
                    <li>{sentence}</li>
                  ))}
                </ul>
              </div>
            )
          })}
        </>
      }
      facts={[
        ...(known.length ? [[w.case.calendars, <Calendars view={v} found={found} owed={known.flatMap(([, of]) => of)} />] as const] : []),
        [w.case.whoMet, w.case.whoMeetsState],
        [w.whatif.title, <a href={to(v, '/whatif', { subject: found.subject })}>{w.whatif.link}</a>],
        ...(owed.some(o => o.span.state === 'silent')
          ? [
              [
                w.case.endsGrey,
                <>
                  {w.case.endsGreyText} {reply !== undefined && <a href={reply}>{w.case.howToAdd}</a>}
                </>,
              ] as const,
            ]
          : []),
      ]}
      command={command(v, 'case', [found.subject])}
    />
  )
}
const sum = (v: View, o: Owed): string =>
  `${o.rule ? capital(v.lang, limitOf(v.lang, o.rule)) : o.span.duty}: ${dayInWords(v.lang, o.span.due, 'long')}.`

/** A strip for each calendar, one above the other; limits that share a start share a strip. */
const Strips = ({
  view: v,
  found,
  entries,
  start,
  owed,
}: {
  view: View
  found: Case
  entries: readonly Entry[]
  start: Day
  owed: readonly Owed[]
}) => {
  const names = [...new Set(owed.flatMap(o => Object.keys(o.span.dues)))]
  const acts = actsFrom(v, entries, start, Math.max(...owed.map(o => o.span.due)) as Day, owed[0]!.span.debtor)
  return (
    <>
      {names.map(name => {
        const calendar = calendarOf(found, owed[0]!, name)
        return (
          <DayStrip
            lang={v.lang}
            label={nameOf(calendar.name, v.lang)}
            days={stripDays(
              start,
              calendar,
              owed.map(o => ({ day: o.span.dues[name] ?? o.span.due, binding: o.binding })),
              acts,
            )}
          />
        )
      })}
    </>
  )
}
/** What was done on days that a source gave exactly, between the start and the last due day. */
const actsFrom = (v: View, entries: readonly Entry[], start: Day, last: Day, debtor: string): { day: Day; verb: string }[] => {
  const acts = new Map<string, { day: Day; verb: string }>()
  for (const e of entries) {
    const { occurredOn: day, latest, is, type } = e.face
    if (day !== latest || day < start || day > last || (is['state'] !== undefined && is['state'] !== debtor)) continue
    const verb = typeWords(v.lang, type)[1]
    acts.set(`${day} ${verb}`, { day, verb })
  }
  return [...acts.values()]
}
const calendarOf = (found: Case, o: Owed, name: string): Calendar =>
  found.law.adopted.find(a => a.seq === o.span.adopted)?.book.calendars[name] ?? WEEKENDS

/** The day by each calendar that is known; of one that is not, that it is not. */
const Calendars = ({ view: v, found, owed }: { view: View; found: Case; owed: readonly Owed[] }) => {
  const w = wordsOf(v.lang),
    said = new Map<string, string[]>()
  for (const o of owed) {
    for (const [name, due] of Object.entries(o.span.dues)) {
      const calendar = calendarOf(found, o, name),
        years = yearsWithoutList(calendar, o.span.start, due)
      said.set(calendar.name, [...(said.get(calendar.name) ?? []), dayInWords(v.lang, due)])
      if (years.length) said.set(`${calendar.name}\n${years.join(', ')}`, [])
    }
    for (const c of o.rule?.calendars ?? []) {
      const code = typeof c === 'string' ? c : String(o.span.about[c.field] ?? '')
      if (code && typeof c !== 'string' && !(code in o.span.dues)) said.set(`\n${code}`, [])
    }
  }
  return (
    <>
      {[...said].map(([key, days]) => {
        const [name = '', what] = key.split('\n') as [string, string?]
        return (
          <p>
            {what === undefined
              ? w.case.calendarKnown(name, [...new Set(days)].join(', '))
              : name
                ? w.case.calendarNoYear(name, what)
                : w.case.calendarMissing(nameOf(what, v.lang))}
          </p>
        )
      })}
    </>
  )
}
