import type { OwedRow } from '../kernel/ledger/owed.ts'
import { ClockTable } from './clocks.tsx'
import type { Answered } from './question-page.ts'

/** What a mission owes, as a board. */
export const OwedTable = ({ a, label, rows }: { a: Pick<Answered, 'lang' | 'on' | 'to'>; label: string; rows: readonly OwedRow[] }) => (
  <ClockTable
    a={a}
    title={label}
    rows={rows.map(({ mission, ...o }) => ({ ...o, numbered: false, debtorName: mission ?? 'the mission' }))}
  />
)
