import { type Cites, datasets, isNoAnswer, rows, sums } from '../../archive/index.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import type { Month } from './month.ts'
import { type Counts, countsOf, type StrengthTable } from './tables.ts'

/** What one table says of one mission, or of all, in one month. */
export interface InMonth {
  readonly table: StrengthTable
  readonly persons: number | null
  readonly counts: Counts
  readonly cites: Cites
}
/** Why a table tells nothing of the month, in a sentence. */
export interface Silent {
  readonly says: string
}
export const isSilent = (x: InMonth | Silent): x is Silent => 'says' in x

/** Those of these tables that are on this record. Where none is, all: each then says that it is not here. */
export const onRecord = async (db: Sql, tables: readonly StrengthTable[]): Promise<readonly StrengthTable[]> => {
  const names = new Set((await datasets(db)).map(d => d.dataset))
  const here = tables.filter(t => names.has(t.dataset))
  return here.length ? here : tables
}

const MOST = 5_000
/** Rows of one month are few; a table of years is never read whole. */
export const inMonth = async (db: Sql, table: StrengthTable, month: Month, mission: string | undefined): Promise<InMonth | Silent> => {
  const filters = { from: month.from, to: month.to, ...(mission && { mission }) }
  const total = await sums(db, table.dataset, { by: [], filters })
  if (isNoAnswer(total)) return { says: total.says }
  const [sum] = total.sums
  if (!sum?.rows) return { says: reach(table.dataset, total, month, mission) }
  const found = await rows(db, table.dataset, { filters, limit: MOST })
  if (isNoAnswer(found)) return { says: found.says }
  return { table, persons: sum.amount, counts: countsOf(table, found.rows), cites: sum.cites }
}
/** A month outside of a table is not on this record; one inside of it, in which the mission does not stand, is told as that. */
export const reach = (
  dataset: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  month: Month,
  mission: string | undefined,
): string =>
  from !== null && to !== null && month.text >= from && month.text <= to
    ? `${dataset} has no row ${mission ? `of ${mission} ` : ''}in ${month.text}`
    : `${dataset} reaches from ${from ?? 'no month'} to ${to ?? 'no month'}: ${month.text} is not on this record`
