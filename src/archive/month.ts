import type { Sql } from '../kernel/database/pools.ts'
import { addDays, addMonths, type Day, day, toIso } from '../kernel/day.ts'
import { type By, type Sums, sums } from './sums.ts'
import { isNoAnswer, type NoAnswer } from './table.ts'

/** The month in which a day lies: tables of strength give the last day of each. */
export interface Month {
  /** 2014-12 */
  readonly text: string
  readonly from: Day
  readonly to: Day
}
export const monthOf = (on: Day): Month => monthNamed(toIso(on).slice(0, 7))
export const monthNamed = (text: string): Month => {
  const from = day(`${text}-01`)
  return { text, from, to: addDays(addMonths(from, 1), -1) }
}
/** Months one after another differ by one. */
export const monthCount = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1

/** A month outside of a table is not on this record; one inside of it, in which the mission does not stand, is told as that. */
export const reach = ({ dataset, from, to }: Pick<Sums, 'dataset' | 'from' | 'to'>, month: Month, mission: string | undefined): string =>
  from !== null && to !== null && month.text >= from && month.text <= to
    ? `${dataset} has no row ${mission ? `of ${mission} ` : ''}in ${month.text}`
    : `${dataset} reaches from ${from ?? 'no month'} to ${to ?? 'no month'}: ${month.text} is not on this record`

/** What one table sums up of one month, of one mission or of all; or why it tells nothing of it. */
export const sumsIn = async (
  db: Sql,
  dataset: string,
  month: Month,
  mission: string | undefined,
  by: readonly By[] = [],
): Promise<Sums | NoAnswer> => {
  const found = await sums(db, dataset, { by, filters: { from: month.from, to: month.to, mission } })
  return isNoAnswer(found) || found.sums.some(s => s.rows) ? found : { none: 'not in it', says: reach(found, month, mission) }
}
