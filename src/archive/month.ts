import type { Asked } from '../kernel/chapter.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { addDays, addMonths, type Day, day, toIso } from '../kernel/day.ts'
import { type By, type Sums, sums } from './sums.ts'
import { type As, isNoAnswer, type NoAnswer } from './table.ts'

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

export interface Held {
  readonly month: Month
  /** Nobody named a day: the last month by then of which the table has rows. */
  readonly lastHeld: boolean
}
/** How far back one looks first: a table that is kept up to date has rows in its last months. */
const LATELY = 36
/** The month of the day that was asked. Where nobody named one, the last that a table has, of that mission where one is asked. */
export const monthHeld = async (
  db: Sql,
  dataset: string,
  { on, byDefault, options: { mission } }: Pick<Asked, 'on' | 'byDefault' | 'options'>,
  as: As = {},
): Promise<Held> => {
  const month = monthOf(on)
  if (!byDefault) return { month, lastHeld: false }
  for (const from of [addMonths(month.from, -LATELY), undefined]) {
    const found = await sums(db, dataset, { ...as, by: ['month'], filters: { mission, from, to: month.to } })
    const last = isNoAnswer(found) ? undefined : found.sums.findLast(s => s.month && s.rows)?.month
    if (last) return { month: monthNamed(last), lastHeld: last !== month.text }
  }
  return { month, lastHeld: false }
}
export const monthInWords = ({ month, lastHeld }: { readonly month: string; readonly lastHeld: boolean }): string =>
  lastHeld ? `${month} (the last month held)` : month

/** What one table sums up of one month, of one mission or of all; or why it tells nothing of it. */
export const sumsIn = async (
  db: Sql,
  dataset: string,
  month: Month,
  mission: string | undefined,
  by: readonly By[] = [],
  as: As = {},
): Promise<Sums | NoAnswer> => {
  const found = await sums(db, dataset, { ...as, by, filters: { from: month.from, to: month.to, mission } })
  return isNoAnswer(found) || found.sums.some(s => s.rows) ? found : { none: 'not in it', says: reach(found, month, mission) }
}
