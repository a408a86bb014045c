import { type Day, toIso } from '../kernel/day.ts'

const months = new Map<Day, number>()
/** Twelve times the year, plus the month, from 0. */
export const monthIndex = (d: Day): number => {
  const known = months.get(d)
  if (known !== undefined) return known
  const [y, m] = toIso(d).split('-').map(Number) as [number, number]
  if (months.size > 100_000) months.clear()
  months.set(d, y * 12 + m - 1)
  return y * 12 + m - 1
}
