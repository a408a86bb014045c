import { type Day, day, FOREVER } from '../kernel/day.ts'
import type { Clock } from '../kernel/ledger/owed.ts'
import type { Sure } from '../kernel/rules/rulebook.ts'
import { type BoardRow, BoardTable } from './board-table.tsx'
import type { Drawn } from './drawn.ts'
import type { Answered } from './question-page.ts'

const dayOf = (text: string | null, otherwise: Day): Day => (text === null ? otherwise : day(text))
/** A clock as a question tells it, drawn with the shared line. */
export const drawnOf = (r: Omit<Clock, keyof Sure> & { readonly numbered?: boolean }, on: Day): Drawn => ({
  state: r.state,
  binding: r.binding,
  opened: dayOf(r.opened, on),
  start: dayOf(r.counted, FOREVER),
  due: dayOf(r.due, FOREVER),
  from: dayOf(r.since, on),
  numbered: r.numbered ?? true,
})
type Row = Clock & Pick<BoardRow, 'debtorName' | 'debtorHref' | 'act' | 'subject' | 'mission'> & { readonly numbered?: boolean }
interface Props {
  a: Pick<Answered, 'lang' | 'on' | 'to'>
  title: string
  /** Of what is owed: by default English, as the rulebook says it. */
  contentLang?: string | undefined
  rows: readonly Row[]
}
/** Clocks of a question, each leading to its case. */
export const ClockTable = ({ a, title, contentLang = 'en', rows }: Props) => (
  <BoardTable
    lang={a.lang}
    contentLang={contentLang}
    label={title}
    on={a.on}
    rows={rows.map(({ debtorName, debtorHref, act, subject, mission, standing, limit, ...r }) => ({
      ...{ debtorName, debtorHref, act, subject, mission, sure: { standing, limit } },
      href: a.to(`/cases/${encodeURIComponent(subject)}`),
      drawn: drawnOf(r, a.on),
    }))}
  />
)
/** The same as a part of a page; without any, none. */
export const Clocks = (p: Props) =>
  p.rows.length > 0 ? (
    <section>
      <h2>{p.title}</h2>
      <ClockTable {...p} />
    </section>
  ) : null
