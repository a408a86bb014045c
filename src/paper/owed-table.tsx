import { day, FOREVER } from '../kernel/day.ts'
import type { OwedRow } from '../kernel/ledger/owed.ts'
import { BoardTable } from './board-table.tsx'
import type { Answered } from './question-page.ts'

/** What a mission owes, as a board. */
export const OwedTable = ({ a, label, rows }: { a: Pick<Answered, 'lang' | 'on' | 'to'>; label: string; rows: readonly OwedRow[] }) => (
  <BoardTable
    lang={a.lang}
    contentLang="en"
    label={label}
    on={a.on}
    rows={rows.map(o => ({
      debtorName: o.mission ?? 'the mission',
      href: a.to(`/cases/${o.subject}`),
      act: o.act,
      subject: o.subject,
      standing: o.source.standing,
      drawn: {
        state: o.state,
        binding: o.binding,
        start: day(o.opened),
        from: day(o.since),
        due: o.due === null ? FOREVER : day(o.due),
      },
    }))}
  />
)
