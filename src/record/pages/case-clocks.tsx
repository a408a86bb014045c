import { addDays, type Day, FOREVER } from '../../kernel/day.ts'
import { CaseCalendar, type CaseClock } from '../../paper/case-calendar.tsx'
import type { Drawn } from '../../paper/drawn.ts'
import type { Scale } from '../../paper/geometry.ts'
import { nameOf } from '../names.ts'
import type { Owed } from '../owed.ts'
import { actWords } from './chapters.ts'
import { daysOf, drawnOf, type Faces } from './drawing.ts'
import { Part } from './frame.tsx'
import { byName, capital, debtorOf, limitOf, type View } from './view.ts'
import { wordsOf } from './words.ts'

export const anchorOf = (o: Owed, all: readonly Owed[]): string => `why-${all.indexOf(o) + 1}`

/** Obligations by who owes them: the offices of the United Nations together and first, then each State by alphabet. */
export const byDebtor = (v: View, owed: readonly Owed[]): readonly (readonly [title: string, owed: readonly Owed[]])[] => {
  const offices = owed.filter(o => o.span.debtor.includes('.')),
    states = Map.groupBy(
      owed.filter(o => !o.span.debtor.includes('.')),
      o => o.span.debtor,
    )
  const inTime = (rows: readonly Owed[]): Owed[] => [...rows].sort((a, b) => a.span.begins - b.span.begins || a.span.due - b.span.due)
  const houses = Map.groupBy(offices, o => debtorOf(v.lang, o.span.debtor).name),
    un = wordsOf(v.lang).un
  return [
    ...[...houses].sort(([a], [b]) => Number(b === un) - Number(a === un)).map(([house, rows]) => [house, inTime(rows)] as const),
    ...[...states.keys()].sort(byName(v.lang)).map(code => [nameOf(code, v.lang), inTime(states.get(code)!)] as const),
  ]
}

/** All clocks of the case on one calendar; years of silence shrink behind a gap, since they would flatten the weeks. */
export const Clocks = ({ view: v, owed, faces }: { view: View; owed: readonly Owed[]; faces: Faces }) => {
  const w = wordsOf(v.lang)
  if (!owed.length) return <Part title={w.case.clocks}>{<p class="measure">{w.case.noClock}</p>}</Part>
  const drawns = owed.map(o => drawnOf(o, faces))
  const overdue = drawns.some(d => d.state === 'overdue')
  return (
    <Part title={w.case.clocks}>
      <CaseCalendar
        lang={v.lang}
        on={v.on}
        scale={scaleOf(drawns, v.on)}
        groups={byDebtor(v, owed).map(([title, rows]) => ({ title, clocks: rows.map(o => clock(v, o, faces, owed)) }))}
      />
      {!overdue && <p class="small soft">{w.case.nothingOverdue}</p>}
    </Part>
  )
}
const clock = (v: View, o: Owed, faces: Faces, all: readonly Owed[]): CaseClock => ({
  act: capital(v.lang, actWords(v.lang, o.span.duty, o.rule?.act ?? o.span.duty)),
  limit: [o.rule && limitOf(v.lang, o.rule), o.span.debtor.includes('.') ? debtorOf(v.lang, o.span.debtor, o.mission).code : undefined]
    .filter(x => x !== undefined)
    .join(' · '),
  sure: o.sure,
  drawn: drawnOf(o, faces),
  href: `#${anchorOf(o, all)}`,
})

/** From the first day to the last that matters. A silence at least twice as long as all before it is cut out. */
const scaleOf = (drawns: readonly Drawn[], on: Day): Scale => {
  const days = [...new Set(drawns.flatMap(d => daysOf(d, on)))].filter(d => d !== FOREVER).sort((a, b) => a - b),
    from = days[0] ?? on,
    to = (days.at(-1) ?? on) > from ? (days.at(-1) ?? on) : addDays(from, 30)
  const cut = days.find((d, i) => i > 0 && i < days.length - 1 && days[i + 1]! - d > 2 * (d - from + 10))
  return {
    from,
    to,
    ...(cut === undefined || to - from < 60 ? {} : { breakAfter: addDays(cut, Math.max(3, Math.ceil((cut - from) / 8))) }),
  }
}
