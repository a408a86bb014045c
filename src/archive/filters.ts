import { addDays, type Day, toIso } from '../kernel/day.ts'
import { monthIndex } from './month-index.ts'
import { NO_MONTH } from './schema.ts'
import type { Table } from './table.ts'

// By what rows and sums of a published table may be asked.

export interface Filters {
  readonly state?: string | undefined
  readonly mission?: string | undefined
  readonly place?: string | undefined
  readonly type?: string | undefined
  readonly sex?: string | undefined
  /** Rows that lie in these days, at least with one of them. */
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}
/**
 * What stands as of a snapshot. `+ 0`: the number of a snapshot narrows no walk of an index, and as a condition of one it would make the
 * database search again for each group that stands before it in the index.
 */
export const standing = (at: string): string => `a.from_snap + 0 <= ${at} and a.to_snap > ${at}`
/** The conditions, each on a plain column of the indexes. `longest`: over how many months a row may reach, so that an earlier one is found, too. */
export const conditions = (f: Filters, longest: number, values: unknown[]): string => {
  const plain = (['state', 'mission', 'place', 'type', 'sex'] as const).flatMap(c =>
    f[c] === undefined ? [] : [` and a.${c} = $${values.push(f[c])}`],
  )
  const months = [
    ...(f.from === undefined ? [] : [` and a.month >= $${values.push(monthIndex(f.from) - longest)}`]),
    ...(f.to === undefined ? [] : [` and a.month <= $${values.push(monthIndex(f.to))} and a.month <> ${NO_MONTH}`]),
  ]
  // Whole months of a table whose rows keep to theirs: the month says it all, and the index has it.
  if (longest === 0 && (f.from === undefined || startsMonth(f.from)) && (f.to === undefined || startsMonth(addDays(f.to, 1))))
    return [...plain, ...months].join('')
  const days = [
    ...(f.from === undefined ? [] : [` and coalesce(a.to_day, a.from_day) >= $${values.push(Number(f.from))}`]),
    ...(f.to === undefined ? [] : [` and coalesce(a.from_day, a.to_day) <= $${values.push(Number(f.to))}`]),
  ]
  return [...plain, ...months, ...days].join('')
}
const startsMonth = (d: Day): boolean => toIso(d).endsWith('-01')
/** Whether each row is found under every State that it names: so in every snapshot up to this one, for a row of any of them may stand. */
export const ofSeveral = (t: Pick<Table, 'layoutOf'>, at: number): boolean => {
  for (let n = 1; n <= at; n++) if (!t.layoutOf(n).states?.length) return false
  return true
}
/** The condition that a row names this State. */
export const naming = (state: string, values: unknown[]): string =>
  ` and (a.k, a.repeat, a.from_snap) in (select w.k, w.repeat, w.from_snap from archived_state w where w.dataset = $1 and w.named = $${values.push(state)})`
