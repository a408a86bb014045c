import { LONG_AGO } from '../kernel/day.ts'
import type { Told } from '../kernel/ledger/told.ts'

/** Least and most days between two days of which a source may have known only the month; `null`: an end that nobody bounds. */
export type Days = readonly [least: number, most: number] | null
export const daysBetween = ({ face: a }: Told, { face: b }: Told): Days => {
  const bounds = [a.occurredOn, a.latest, b.occurredOn, b.latest]
  if (bounds.some(d => Math.abs(d) === -LONG_AGO)) return null
  return [Math.max(0, b.occurredOn - a.latest), Math.max(0, b.latest - a.occurredOn)]
}
export const daysInWords = (d: Days): string =>
  d === null ? 'days not known' : d[0] === d[1] ? `${d[0]} ${d[0] === 1 ? 'day' : 'days'}` : `${d[0]} to ${d[1]} days`
