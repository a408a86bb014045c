import { addDays, addMonths, type Day, day, toIso } from '../../kernel/day.ts'

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
