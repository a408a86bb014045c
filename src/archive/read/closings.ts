import type { Paragraph } from './paragraph.ts'
import { missionsIn } from './sentences.ts'

// Which missions a text itself ends, renames or hands over.

const CLOSING = String.raw`\b[Dd]ecides,? (?:(?:also|further|therefore|accordingly),? )?to (?:terminate|end|close|conclude) (?:the )?(?:(?:present |current |existing )?mandates? of (?:the )?|operations? of (?:the )?)?(?=[A-Z]{3}|United Nations )`
const CLOSED = new RegExp(CLOSING, 'g')
/** Words that end in "decides to terminate the mandate of UNX …": the day by which it is done is its last. */
export const CLOSES = new RegExp(`${CLOSING}[^;,]{0,160}$`)
/** The mission and nothing behind it: then the day on which it is done is its last, and not one of a report or a letter. */
export const CLOSES_ON = new RegExp(
  String.raw`${CLOSING}(?:[A-Z]{3,}(?: I{1,3})?|United Nations (?:(?:[A-Z][\p{L}'’-]*|in|for|of|and|the) )*[A-Z][\p{L}'’-]*)(?: \([A-Z]{3,}\))?(?: at midnight)? $`,
  'u',
)

/** Missions that this text itself ends, renames or hands over. */
export const predecessors = (paragraphs: readonly Paragraph[]): ReadonlySet<string> => {
  const out = new Set<string>()
  for (const p of paragraphs) {
    if (p.part !== 'operative') continue
    const ms = missionsIn(p.text)
    const before = (at: number): string | undefined => ms.filter(m => m.at < at).at(-1)?.code
    const after = (at: number): string | undefined => ms.find(m => m.at >= at)?.code
    for (const m of p.text.matchAll(
      /\bbear the title\b|\bshall be succeeded by\b|\bfollow-on mission\b|\bsubsume the presence of\b|\btransfer of authority from\b|\btransition from\b|\bterminate the mandate of\b|\bliquidation of\b|\btake over from\b/gi,
    )) {
      const backwards = /bear the title|succeeded|follow-on/i.test(m[0])
      // "the transfer of authority from X to Y": both stand there, or nothing is handed over.
      const around = new Set(ms.filter(x => x.at >= m.index && x.at < m.index + 200).map(x => x.code))
      if (
        /from$|subsume/i.test(m[0]) &&
        (around.size < 2 || /\bto\b/.test(p.text.slice(m.index + m[0].length, ms.find(x => x.at >= m.index)?.at)))
      )
        continue
      const code = backwards ? before(m.index) : after(m.index)
      if (code) out.add(code)
    }
    for (const m of p.text.matchAll(CLOSED)) {
      const code = after(m.index)
      if (code) out.add(code)
    }
  }
  return out
}
