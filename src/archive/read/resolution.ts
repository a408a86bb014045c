import { type Day, toIso, yearOf } from '../../kernel/day.ts'
import { decoded, whole } from './bytes.ts'
import { previousCited } from './cited.ts'
import { spanOf } from './days.ts'
import { endOfText, lettersLost, otherKind, outOfHtml } from './foreign-text.ts'
import { paragraphsIn } from './numbered-paragraphs.ts'
import type { OwnReader } from './own.ts'
import { cleaned } from './page-furniture.ts'
import type { Paragraph } from './paragraph.ts'

// The text of a resolution: which it is, of what day, and its numbered paragraphs. The furniture of the page goes, the words stay: nothing is
// corrected in silence, and what is no resolution is not read as one.

export interface Resolution {
  /** By the head that stands right above its words. */
  readonly symbol: string | undefined
  readonly number: number | undefined
  readonly adopted: Day | undefined
  /** By the name of the file. */
  readonly named: string | undefined
  readonly paragraphs: readonly Paragraph[]
  /** What is odd about it. */
  readonly says: readonly string[]
  /** Why it cannot stand as it is: another kind of document, another resolution than the file's name says, two of them in one file. */
  readonly wrong: readonly string[]
}

const MOST = 5 * 2 ** 20
const LONGEST = 50_000
const symbolOf = (number: number, year: number): string => `S/RES/${number} (${year})`
const HEAD =
  /\bRESOLUTION\s+(\d{1,4})\s*\((\d{4})\)\s*\*?\s*(?:\d+\s+)?Adopted\s+(?:unanimously\s+)?by\s+the\s+Security\s+Council\s+at\s+its\s+[\dlI]+\s*(?:st|nd|rd|th)?\s+meeting,?\s*(?:held\s+)?(?:on\s+)?(\d{1,2}\s+[A-Z][a-z]+\s+\d{4})/gi

export const resolutionOf = (raw: string, fileName = ''): Resolution => {
  const says: string[] = [],
    wrong: string[] = []
  const text = outOfHtml(raw.replace(/\r*\n|\r|\f/g, '\n').replace(/[\u00a0\u2007\u202f]/g, ' '), says)
  const file = /S[-_ ]?RES[-_ ]?(\d{1,4})[-_ ]?\(?(\d{4})\)?/i.exec(fileName)
  const named = file ? symbolOf(Number(file[1]), Number(file[2])) : undefined

  const start = /\bThe\s+Security\s+Council\s*,/.exec(afterRefworld(text))
  const offset = start ? text.length - afterRefworld(text).length + start.index : -1
  const above = offset < 0 ? text : text.slice(0, offset)
  const kind = otherKind(above)
  if (kind) return { symbol: undefined, number: undefined, adopted: undefined, named, paragraphs: [], says, wrong: [kind] }
  const own = headOf(above, says)
  if (own && named !== undefined && own.symbol !== named) wrong.push(`the file is named ${named}, and its text is ${own.symbol}`)
  if (own?.on !== undefined && Math.abs(yearOf(own.on) - own.year) > 0)
    says.push(`its number is of ${own.year} and its day of ${yearOf(own.on)}`)
  lettersLost(text, says)
  const about = { symbol: own?.symbol, number: own?.number, adopted: own?.on, named }
  if (!own) wrong.push('no number of a resolution above its words')
  if (offset < 0) return { ...about, paragraphs: [], says, wrong: [...wrong, 'no “The Security Council,” in it: no paragraph found'] }

  const second = [...text.slice(offset).matchAll(HEAD)][0]
  if (second)
    wrong.push(
      `a second resolution, ${symbolOf(Number(second[1]), Number(second[2]))}, begins at line ${lineAt(text, offset + second.index)}: each wants a file of its own`,
    )
  const end = endOfText(text, offset, says)
  const flow = cleaned(text.slice(0, Math.min(end, second ? offset + second.index : text.length)), offset, says)
  const all = paragraphsIn(flow, says)
  const paragraphs = all.filter(p => p.part === 'annex' || p.text.length <= LONGEST)
  for (const p of all)
    if (!paragraphs.includes(p)) wrong.push(`paragraph ${p.paragraph} has ${p.text.length} characters: the Council writes none so long`)
  const numbers = paragraphs.filter(p => p.part === 'operative' && /^\d+$/.test(p.paragraph)).map(p => Number(p.paragraph))
  for (const [i, n] of numbers.entries()) {
    const before = numbers[i - 1] ?? 0
    if (n - before > 3) continue // the text itself goes on so far: that was said
    for (let k = before + 1; k < n; k++) says.push(`paragraph ${k} not found: its text stands with the one before it`)
  }
  if (!paragraphs.length) wrong.push('no paragraph found')
  else if (!paragraphs.some(p => p.part === 'operative')) says.push('no operative paragraph found')
  for (const c of previousCited(paragraphs, own)) if (c.later) says.push(`it cites a later resolution, ${c.number} (${c.year})`)
  return { ...about, paragraphs, says: [...new Set(says)], wrong }
}
const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length

interface Head {
  readonly number: number
  readonly year: number
  readonly symbol: string
  readonly on: Day | undefined
}
/** The head that stands right above the words; a title further above may be another resolution's. */
const headOf = (above: string, says: string[]): Head | undefined => {
  const of = (number: string, year: string, day: string | undefined): Head => ({
    ...{ number: Number(number), year: Number(year), symbol: symbolOf(Number(number), Number(year)) },
    on: day === undefined ? undefined : spanOf(day.replace(/\s+/g, ' '), { as: 'day' })?.from,
  })
  const heads = [...above.matchAll(HEAD)].map(h => of(h[1]!, h[2]!, h[3]))
  const own = heads.at(-1)
  for (const h of heads.slice(0, -1))
    if (h.symbol !== own!.symbol)
      says.push(
        `a title above the text names ${h.symbol}${h.on === undefined ? '' : ` of ${toIso(h.on)}`}: the text itself is headed ${own!.symbol}`,
      )
  if (own) return own
  const bare = [...above.matchAll(/\b(?:RESOLUTION|S\/RES\/)\s*(\d{1,4})\s*\((\d{4})\)/gi)].at(-1)
  if (!bare) return undefined
  const dated = [...above.replace(/\[accessed [^\]]*\]/g, '').matchAll(/\b(\d{1,2}\s+[A-Z][a-z]+\s+\d{4})\b/g)].at(-1)
  const head = of(bare[1]!, bare[2]!, dated?.[1])
  if (head.on !== undefined) says.push('the head does not say on which day it was adopted: the day printed above it is taken')
  return head
}
/** Copies from Refworld begin with a page of their own, which may carry another title. */
const afterRefworld = (text: string): string => {
  const end = /\[accessed [^\]]*\]/.exec(text)
  return end ? text.slice(end.index + end[0].length) : text
}

export const readResolution: OwnReader = async function* (_layout, bytes, fileName, told) {
  const file = await whole(bytes, MOST)
  if (!file) {
    yield { line: 1, column: undefined, says: `more than ${MOST / 2 ** 20} MB of text` }
    return
  }
  let text = ''
  let western = false
  for await (const piece of decoded(one(file))) {
    text += piece.text
    western ||= piece.was === 'windows-1252'
  }
  if (text.includes('\0')) {
    yield { line: 1, column: undefined, says: 'it holds empty bytes: no plain text, or UTF-16 without its mark; save it as UTF-8' }
    return
  }
  if (western) told('not UTF-8: read as Windows-1252')
  const r = resolutionOf(text, fileName)
  for (const s of r.says) told(s)
  for (const s of r.wrong) yield { line: 1, column: 'Symbol', says: s }
  if (!r.symbol) return
  for (const p of r.paragraphs)
    yield {
      line: p.line,
      cells: [r.symbol, r.adopted === undefined ? '' : toIso(r.adopted), p.part, p.paragraph, p.heading, p.page, p.text],
    }
}
async function* one(b: Uint8Array): AsyncGenerator<Uint8Array> {
  yield b
}
