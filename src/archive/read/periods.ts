import { addDays, addMonths, type Day } from '../../kernel/day.ts'

// How long something is given for, in words: "for a further period of six months".

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  eighteen: 18,
}
const PERIOD =
  /\bfor (?:an? |the |its )?(?:(?:further|additional|initial|final|interim|new|another|limited|single)(?:,? (?:and )?(?:further|additional|final))* )?(?:(?:period|term)s? of )?(?:up to )?(?:(one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|\d{1,2})[ -](months?|years?|weeks?|days?))\b/gi

export interface Period {
  readonly at: number
  readonly end: number
  readonly months?: number
  /** The day that lies so long after another. */
  readonly after: (d: Day) => Day
}
export const periodsIn = (text: string): readonly Period[] =>
  [...text.matchAll(PERIOD)].map(m => {
    const n = WORDS[m[1]!.toLowerCase()] ?? Number(m[1])
    const unit = m[2]!.toLowerCase()
    const months = unit.startsWith('month') ? n : unit.startsWith('year') ? n * 12 : undefined
    const after = (d: Day): Day => (months === undefined ? addDays(d, unit.startsWith('week') ? n * 7 : n) : addMonths(d, months))
    return { at: m.index, end: m.index + m[0].length, after, ...(months !== undefined && { months }) }
  })
