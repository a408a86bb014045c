// Where a page ended, in the order of an index, as a text that whoever asked gives back for the next.

export type Place = readonly (string | number)[]
/** In place of the key of a row: before every row. */
export const NO_ROW = '00000000-0000-0000-0000-000000000000'

export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')
/**
 * The place that a cursor names, read strictly: as many parts as `start` has, and each of the same kind. None: the start.
 * @throws RangeError where it is no cursor of ours.
 */
export const placeAfter = <P extends Place>(after: string | undefined, start: P): P => {
  if (after === undefined) return start
  const place = parsed(after)
  if (Array.isArray(place) && place.length === start.length && start.every((s, i) => isLike(s, place[i]))) return place as unknown as P
  throw new RangeError('no cursor of ours')
}
const parsed = (after: string): unknown => {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString())
  } catch {
    return undefined
  }
}
const isLike = (start: string | number, part: unknown): boolean =>
  typeof start === 'number'
    ? Number.isInteger(part) && Math.abs(part as number) < 2 ** 31
    : typeof part === 'string' && !part.includes('\0') && (start !== NO_ROW || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part))
