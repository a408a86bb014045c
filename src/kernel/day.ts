/** A civil date as an integer: days since 1970-01-01. No zone, no clock, no library: arithmetic that cannot change under us. */
export type Day = number & { readonly _: 'Day' }
export const FOREVER = 2_147_483_647 as Day
export const LONG_AGO = -FOREVER as Day // `../D`: on or before. No earlier bound is known

export const day = (iso: string): Day => {
  const [y, m, d] = iso.split('-').map(Number) as [number, number, number]
  const n = fromCivil(y, m, d)
  if (toIso(n) !== iso || iso.length !== 10) throw new RangeError(`no such day: "${iso}"`) // years have four digits
  return n
}
export const toIso = (n: Day): string => {
  const [y, m, d] = civil(n)
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}
export const yearOf = (n: Day): number => civil(n)[0]
export const weekday = (n: Day): number => (((n + 4) % 7) + 7) % 7 // 0 is Sunday
export const later = (a: Day, b: Day): Day => (a > b ? a : b)
export const addDays = (n: Day, k: number): Day => (n + k) as Day

/** k months later, clipped to the month's end. ALWAYS from the anchor (31 Jan + 2 months = 31 Mar), never step by step. */
export const addMonths = (anchor: Day, k: number): Day => {
  const [y, m, d] = civil(anchor),
    months = y * 12 + (m - 1) + k
  const yy = Math.floor(months / 12),
    mm = (months % 12) + 1
  return fromCivil(yy, mm, Math.min(d, lastOf(yy, mm)))
}

/** What a source knew: `2021-09-19`, `2016-05`, `2016`, from one to another (`2014/2015-06`), on or before (`../2018-04-23`), on or after (`2021-09-07/..`). Both ends are possible days. */
export const edtf = (text: string): { readonly occurredOn: Day; readonly latest: Day } => {
  const [from, to = from, ...more] = text.split('/') as [string, ...string[]]
  if (more.length) throw new RangeError(`has more than two ends: "${text}"`)
  if (from === '..' && to === '..') throw new RangeError(`says nothing: "${text}"`)
  const first = from === '..' ? LONG_AGO : day(from.length === 4 ? `${from}-01-01` : from.length === 7 ? `${from}-01` : from)
  const last =
    to === '..' ? FOREVER : to.length === 4 ? day(`${to}-12-31`) : to.length === 7 ? addDays(addMonths(day(`${to}-01`), 1), -1) : day(to)
  if (last < first) throw new RangeError(`ends before it begins: "${text}"`)
  return { occurredOn: first, latest: last }
}

const lastOf = (y: number, m: number): number =>
  m === 2 ? (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28) : m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31
// Hinnant's civil calendar: exact, integers only.
const fromCivil = (y0: number, m: number, d: number): Day => {
  const y = m <= 2 ? y0 - 1 : y0,
    era = Math.floor(y / 400),
    yoe = y - era * 400
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return (era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468) as Day
}
const civil = (n: Day): [number, number, number] => {
  const z = n + 719468,
    era = Math.floor(z / 146097),
    doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100)),
    mp = Math.floor((5 * doy + 2) / 153)
  const m = mp < 10 ? mp + 3 : mp - 9
  return [yoe + era * 400 + (m <= 2 ? 1 : 0), m, doy - Math.floor((153 * mp + 2) / 5) + 1]
}
