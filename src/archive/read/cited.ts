import type { Paragraph } from './paragraph.ts'

export interface Cited {
  readonly symbol: string
  readonly number: number
  readonly year: number | undefined
  readonly paragraph: string
  /** The words it rests on. */
  readonly quote: string
  /** A resolution cannot recall one that came after it: the text, or a number in it, is wrong. */
  readonly later: boolean
}
/** Between "its previous resolutions" and the first number. */
const AMONG = String.raw`(?:[^.;:()\d]{0,60}\b(?:in particular|including|especially|notably|namely|most recently)(?: its)?(?: resolutions?)?:? )?`
const RUN = new RegExp(
  String.raw`(?<!Assembly )\bresolutions?,?\s+${AMONG}((?:\d{1,4}\s*\(\d{4}\)(?:\s+of\s+\d{1,2}\s+[A-Z][a-z]+\s+\d{4})?(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)?(?:resolution\s+)?)+)`,
  'gi',
)
/** Resolutions that a text cites, each where it is first cited. `own`: the number of the text itself, and its year. */
export const previousCited = (
  paragraphs: readonly Paragraph[],
  own?: { readonly number: number; readonly year: number },
): readonly Cited[] => {
  const seen = new Map<string, Cited>()
  for (const p of paragraphs)
    for (const run of p.text.matchAll(RUN))
      for (const m of run[1]!.matchAll(/(\d{1,4})\s*\((\d{4})\)/g)) {
        const number = Number(m[1])
        const symbol = `S/RES/${number} (${m[2]})`
        if (number !== own?.number && !seen.has(symbol))
          seen.set(symbol, {
            symbol,
            number,
            year: Number(m[2]),
            paragraph: p.paragraph,
            quote: around(p.text, run.index, run.index + run[0].length, 60),
            later: own !== undefined && (number > own.number || Number(m[2]) > own.year),
          })
      }
  return [...seen.values()]
}
/** Words with a little around them, cut at blanks. */
export const around = (text: string, from: number, to: number, more: number): string => {
  let a = Math.max(0, from - more)
  let b = Math.min(text.length, to + more)
  while (a > 0 && text[a - 1] !== ' ') a--
  while (b < text.length && text[b] !== ' ') b++
  return `${a > 0 ? '… ' : ''}${text.slice(a, b).trim()}${b < text.length ? ' …' : ''}`
}
