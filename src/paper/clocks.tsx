import { type Day, day, FOREVER } from '../kernel/day.ts'
import type { Clock } from '../kernel/ledger/owed.ts'
import { type BoardRow, BoardTable } from './board-table.tsx'
import type { Drawn } from './drawn.ts'
import type { Answered } from './question-page.ts'

const dayOf = (text: string | null, otherwise: Day): Day => (text === null ? otherwise : day(text))
/** A clock as a question tells it, drawn with the shared line. */
export const drawnOf = (r: Clock, on: Day): Drawn => ({
  state: r.state,
  binding: r.binding,
  opened: dayOf(r.opened, on),
  start: dayOf(r.counted, FOREVER),
  due: dayOf(r.due, FOREVER),
  from: dayOf(r.since, on),
  numbered: true,
})
type Row = Clock & Pick<BoardRow, 'debtorName' | 'act' | 'subject' | 'mission'>
/** A part of a page with clocks; without any, none. */
export const Clocks = ({ a, title, rows }: { a: Answered; title: string; rows: readonly Row[] }) =>
  rows.length > 0 ? (
    <section>
      <h2>{title}</h2>
      <BoardTable
        lang={a.lang}
        contentLang="en"
        label={title}
        on={a.on}
        rows={rows.map(r => ({
          ...{ debtorName: r.debtorName, act: r.act, subject: r.subject, mission: r.mission, standing: r.standing },
          href: a.to(`/cases/${encodeURIComponent(r.subject)}`),
          drawn: drawnOf(r, a.on),
        }))}
      />
    </section>
  ) : null
