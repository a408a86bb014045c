import type { OwedRow } from '../kernel/ledger/owed.ts'
import { ClockTable } from './clocks.tsx'
import type { Answered } from './question-page.ts'

/** What a mission owes, as a board. */
interface Props {
  a: Pick<Answered, 'lang' | 'on' | 'nameOf' | 'to'>
  label: string
  contentLang?: string | undefined
  rows: readonly OwedRow[]
}
export const OwedTable = ({ a, label, contentLang, rows }: Props) => (
  <ClockTable
    a={a}
    title={label}
    contentLang={contentLang}
    rows={rows.map(({ mission, ...o }) => ({ ...o, numbered: false, debtorName: mission ?? a.nameOf('un.mission') }))}
  />
)
