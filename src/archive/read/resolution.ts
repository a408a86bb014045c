import { type Day, toIso, yearOf } from '../../kernel/day.ts'
import { decoded, whole } from './bytes.ts'
import { previousCited } from './cited.ts'
import { spanOf } from './days.ts'
import type { OwnReader } from './own.ts'
import type { Paragraph } from './paragraph.ts'

// The text of a resolution as numbered paragraphs. The furniture of the page goes, the words stay: nothing is corrected,
// and what the text itself does not number is not numbered as if it were.

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
  /** The text is another resolution's than the file's name says. */
  readonly another: boolean
}

const FURNITURE = [
  /^S\/(RES\/)?\d+ ?\(\d{4}\)\)?\*?( English)?( Page \d+)?$/i,
  /^S\/\d{4}\/\d+( English)?( Page \d+)?$/i,
  /^(English )?Page \d+$/i,
  /^\d{1,3}$/,
  /^\d{1,2}\/\d{1,2}( \d\d-\d{5})?$/,
  /^(\d{1,2} )?\d\d-\d{5}\*? ?(\d{1,2})?( ?\(E\))?[ `]*(\*?\d{5,8}\*?)?[ `]*$/,
  /^\*?\d{6,8}\*?$/,
  /^(\/\.\.\.|\/…|-{3,}|_{3,}|\*{1,3}|`+)$/,
  /^\* Reissued for technical reasons.*$/,
  /^(UNITED NATIONS|United Nations|Security Council|S)$/,
  /^Distr\. ?:? ?GENERAL.*$/i,
  /^ORIGINAL: ENGLISH$/i,
]
const furniture = (line: string): boolean => FURNITURE.some(f => f.test(line))
/** A line of furniture that tells a page: of what goes before it, or of what comes after. */
const pageIn = (line: string): { readonly after?: number; readonly before?: number } | undefined => {
  const top = /Page (\d+)$/i.exec(line)
  if (top) return { after: Number(top[1]) }
  const foot =
    /^(\d{1,2})\/\d{1,2}(?: \d\d-\d{5})?$/.exec(line) ?? /^(\d{1,2})(?: \d\d-\d{5})?$/.exec(line) ?? /^\d\d-\d{5} (\d{1,2})$/.exec(line)
  return foot ? { before: Number(foot[1]) } : undefined
}

const PREAMBLE =
  'Recalling|Reaffirming|Reconfirming|Having|Noting|Welcoming|Expressing|Emphasizing|Stressing|Acting|Determining|Determined|Commending|Concerned|Deeply|Gravely|Convinced|Bearing|Taking|Recognizing|Acknowledging|Underlining|Underscoring|Reiterating|Condemning|Supporting|Urging|Calling|Encouraging|Considering|Mindful|Aware|Alarmed|Affirming|Further|Also|Strongly|Appreciating|Desiring|Desirous|Paying|Remaining|Conscious|Guided|Looking|Regretting|Deploring|Concurring|Believing|Fully|Approving|Observing|Resolved|Respecting|Sharing|Cognizant|Firmly|Profoundly|Endorsing|Expecting|Highlighting|Responding|Confident|Disturbed|Seriously|Particularly|Extremely|Praising|Hopeful|Hoping|Continuing|Again|Once again|Realizing|Remembering|Stating|Anticipating|Seeking|Insisting|Applauding|Anxious|Mourning|Rejecting|Pending|Following|Adopting|Dismayed|Satisfied|Thanking'
const OPERATIVE =
  'Decides|Requests|Authorizes|Approves|Calls|Demands|Extends|Endorses|Renews|Expresses|Urges|Welcomes|Reaffirms|Invites|Condemns|Declares|Stresses|Notes|Takes|Supports|Recalls|Encourages|Commends|Emphasizes|Reiterates|Further|Also|Strongly|Agrees|Affirms|Underlines|Confirms|Establishes|Acknowledges|Recognizes|Acting|Determines|Appeals|Accepts|Concurs|Pays|Deplores|Directs|Looks|Expects|Adopts|Instructs|Intends|Undertakes|Insists|Recommends|Resolves|Regrets|Considers|Shares|Warns|Underscores|Highlights|Remains|Appreciates|Again|Once|Regards|Reminds|Asks|In|To|Pending|With|Being|Continues|Denounces|Designates|Directs|Exempts|Lifts|Modifies|Proclaims|Strengthens|Terminates|Imposes|Applauds|Tasks|Is'

const MOST = 5 * 2 ** 20
const symbolOf = (number: number, year: number): string => `S/RES/${number} (${year})`
const HEAD =
  /\bRESOLUTION\s+(\d{1,4})\s*\((\d{4})\)\s*\*?\s*(?:\d+\s+)?Adopted\s+(?:unanimously\s+)?by\s+the\s+Security\s+Council\s+at\s+its\s+[\dlI]+\s*(?:st|nd|rd|th)?\s+meeting,?\s*(?:held\s+)?(?:on\s+)?(\d{1,2}\s+[A-Z][a-z]+\s+\d{4})/gi

export const resolutionOf = (raw: string, fileName = ''): Resolution => {
  const says: string[] = []
  const text = raw.replace(/\r*\n|\r/g, '\n').replace(/[\u00a0\u2007\u202f]/g, ' ')
  const file = /S[-_ ]?RES[-_ ]?(\d{1,4})[-_ ]?\(?(\d{4})\)?/i.exec(fileName)
  const named = file ? symbolOf(Number(file[1]), Number(file[2])) : undefined

  const start = /\bThe\s+Security\s+Council\s*,/.exec(afterRefworld(text))
  const offset = start ? text.length - afterRefworld(text).length + start.index : -1
  const above = offset < 0 ? text : text.slice(0, offset)
  const heads = [...above.matchAll(HEAD)].map(h => ({
    number: Number(h[1]),
    symbol: symbolOf(Number(h[1]), Number(h[2])),
    on: spanOf(h[3]!.replace(/\s+/g, ' '), { as: 'day' })?.from,
  }))
  let own = heads.at(-1)
  if (!own) {
    const bare = [...above.matchAll(/\b(?:RESOLUTION|S\/RES\/)\s*(\d{1,4})\s*\((\d{4})\)/gi)].at(-1)
    const dated = [...above.replace(/\[accessed [^\]]*\]/g, '').matchAll(/\b(\d{1,2}\s+[A-Z][a-z]+\s+\d{4})\b/g)].at(-1)
    if (bare) own = { number: Number(bare[1]), symbol: symbolOf(Number(bare[1]), Number(bare[2])), on: undefined }
    const on = dated && spanOf(dated[1]!.replace(/\s+/g, ' '), { as: 'day' })?.from
    if (own && on !== undefined) {
      own = { ...own, on }
      says.push('the head does not say on which day it was adopted: the day printed above it is taken')
    }
  }
  const another = own !== undefined && named !== undefined && own.symbol !== named
  if (another) says.push(`the file is named ${named}, and its text is ${own!.symbol}`)
  for (const h of heads.slice(0, -1))
    if (h.symbol !== own!.symbol)
      says.push(
        `a title above the text names ${h.symbol}${h.on === undefined ? '' : ` of ${toIso(h.on)}`}: the text itself is headed ${own!.symbol}`,
      )
  if (own?.on !== undefined && Math.abs(yearOf(own.on) - Number(own.symbol.slice(-5, -1))) > 0)
    says.push(`its number is of ${own.symbol.slice(-5, -1)} and its day of ${yearOf(own.on)}`)
  if (text.includes('\ufffd')) says.push('letters were lost before this text was published: they stand as \ufffd')
  if (offset < 0)
    return {
      symbol: own?.symbol,
      number: own?.number,
      adopted: own?.on,
      named,
      paragraphs: [],
      says: [...says, 'no "The Security Council," in it'],
      another,
    }

  const flow = cleaned(text, offset)
  const paragraphs = split(flow, says)
  const numbers = paragraphs.filter(p => p.part === 'operative' && /^\d+$/.test(p.paragraph)).map(p => Number(p.paragraph))
  for (let n = 1; n <= Math.max(0, ...numbers); n++)
    if (!numbers.includes(n)) says.push(`paragraph ${n} not found: its text stands with the one before it`)
  if (!paragraphs.some(p => p.part === 'operative')) says.push('no operative paragraph found')
  for (const c of previousCited(paragraphs, own?.number)) if (c.later) says.push(`it cites a later resolution, ${c.number} (${c.year})`)
  return { symbol: own?.symbol, number: own?.number, adopted: own?.on, named, paragraphs, says: [...new Set(says)], another }
}
/** Copies from Refworld begin with a page of their own, which may carry another title. */
const afterRefworld = (text: string): string => {
  const end = /\[accessed [^\]]*\]/.exec(text)
  return end ? text.slice(end.index + end[0].length) : text
}

interface Flow {
  readonly text: string
  /** For each place in the text, the page and the line that hold from there on. */
  readonly marks: readonly { readonly at: number; page: string; readonly line: number }[]
}
const cleaned = (text: string, offset: number): Flow => {
  const marks: { at: number; page: string; line: number }[] = []
  let out = ''
  let line = text.slice(0, offset).split('\n').length
  let page = ''
  let since = 0 // the first mark whose page is still to be told by a foot
  for (const raw of text.slice(offset).split('\n')) {
    const l = raw.replace(/\s+$/, '').replace(/^\s+/, '')
    const inside = l.replace(/ {2,}/g, ' ')
    if (inside === '' || furniture(inside)) {
      const told = pageIn(inside)
      if (told?.before !== undefined) {
        for (let i = since; i < marks.length; i++) marks[i]!.page = String(told.before)
        since = marks.length
        page = ''
      } else if (told?.after !== undefined) {
        page = String(told.after)
        since = marks.length
      }
    } else {
      marks.push({ at: out.length, page, line })
      out += `${l}\n`
    }
    line++
  }
  return { text: out, marks }
}
const markAt = (flow: Flow, at: number): Flow['marks'][number] | undefined => {
  let found: Flow['marks'][number] | undefined
  for (const m of flow.marks) {
    if (m.at > at) break
    found = m
  }
  return found
}

const split = (flow: Flow, says: string[]): Paragraph[] => {
  const { text } = flow
  const body = /^[\s\S]*?The\s+Security\s+Council\s*,\s*/.exec(text)![0].length
  const annexAt = /\n(?:ANNEX|Annex)(?: [IVX\d]+)?\n/.exec(text)
  const end = annexAt ? annexAt.index + 1 : text.length
  const starts: { readonly n: number; readonly at: number; readonly from: number }[] = []
  let at = body
  for (let n = 1; n < 200; ) {
    const next = [n, n + 1, n + 2].map(k => numberAt(text, k, at, end)).filter(s => s !== undefined)
    const one =
      n === 1 ? next[0] : next.reduce<(typeof next)[number] | undefined>((a, b) => (a && (a.n === n || a.at < b.at) ? a : b), undefined)
    if (!one) break
    starts.push(one)
    at = one.from
    n = one.n + 1
  }
  const out: Paragraph[] = []
  const add = (part: Paragraph['part'], paragraph: string, heading: string, from: number, chunk: string): void => {
    const words = flat(chunk)
    if (words === '') return
    const mark = markAt(flow, from)
    out.push({ part, paragraph, heading, page: mark?.page ?? '', line: mark?.line ?? 1, text: words })
  }
  // Without numbers, the operative part begins with its first verb in the present.
  const unnumbered = starts.length
    ? undefined
    : new RegExp(
        `(^|\\n|[,;.]\\s+)(?=(?:${OPERATIVE.replace('|Further|Also|Strongly', '').replace('|Acting', '').replace('|In|To|Pending|With|Being', '').replace('|Is', '').replace('|Again|Once', '')})\\b)`,
      ).exec(text.slice(body, end))
  const operativeAt = starts[0]?.at ?? (unnumbered ? body + unnumbered.index + unnumbered[0].length : end)
  let heading = ''
  const preamble = withoutHeading(text.slice(body, operativeAt))
  heading = preamble.heading
  let p = 0
  for (const piece of pieces(preamble.text, new RegExp(`(?<=[,;.:])\\s+(?=(?:${PREAMBLE})\\b)`, 'g')))
    add('preamble', `P${++p}`, '', body + piece.at, piece.text)
  if (unnumbered) {
    let u = 0
    for (const piece of pieces(text.slice(operativeAt, end), new RegExp(`(?<=[;.])\\s*\\n(?=(?:${OPERATIVE})\\b)`, 'g'))) {
      subs(piece.text, `unnumbered ${++u}`, (name, k, chunk) => add('operative', name, heading, operativeAt + piece.at + k, chunk))
    }
    if (u) says.push('its operative paragraphs bear no number')
  }
  for (const [i, s] of starts.entries()) {
    const chunk = withoutHeading(text.slice(s.from, starts[i + 1]?.at ?? end))
    // A part "B" may begin with a preamble of its own.
    const part = /\n([A-E]|I{1,3}|IV|V)\n/.exec(chunk.text)
    subs(part ? chunk.text.slice(0, part.index) : chunk.text, String(s.n), (name, k, words) =>
      add('operative', name, heading, s.from + k, words),
    )
    if (part) {
      heading = part[1]!
      const at = part.index + part[0].length
      for (const piece of pieces(chunk.text.slice(at), new RegExp(`(?<=[,;.:])\\s+(?=(?:${PREAMBLE})\\b)`, 'g')))
        add('preamble', `P${++p}`, heading, s.from + at + piece.at, piece.text)
    }
    if (chunk.heading) heading = chunk.heading
  }
  if (annexAt) add('annex', 'A1', 'Annex', end, text.slice(annexAt.index + annexAt[0].length))
  return out
}
/** The number of an operative paragraph: at the start of a line, or within one behind the end of the paragraph before. */
const numberAt = (
  text: string,
  n: number,
  from: number,
  end: number,
): { readonly n: number; readonly at: number; readonly from: number } | undefined => {
  const at = new RegExp(
    `(?:(^|\\n)|(?<=[;,.:"”])\\s+)(${n})(?:\\s*[.]\\s*(?=["“\\[]?[A-Z]|\\([ai]\\))|(?:\\s*,\\s+|(?<=\\n\\d{1,3})\\s+)(?=["“\\[(]?(?:${OPERATIVE})\\b))`,
    'g',
  )
  at.lastIndex = Math.max(0, from - 1)
  const m = at.exec(text)
  if (!m || m.index >= end) return undefined
  return { n, at: m.index + (m[1] ?? '').length, from: m.index + m[0].length }
}
/** A short line without an end, behind one that ends: the heading of what follows. */
const withoutHeading = (chunk: string): { readonly text: string; readonly heading: string } => {
  const all = chunk.replace(/\s+$/, '').split('\n')
  let k = all.length
  while (
    k > 1 &&
    all.length - k < 2 &&
    all[k - 1]!.length < 130 &&
    !/[.,;:]$/.test(all[k - 1]!) &&
    /^["“A-Z(]/.test(all[k - 1]!) &&
    /[.,;:]["”]?$/.test(all[k - 2]!)
  )
    k--
  return { text: all.slice(0, k).join('\n'), heading: all.slice(k).join(' ') }
}
const pieces = (text: string, at: RegExp): { readonly at: number; readonly text: string }[] => {
  const out: { at: number; text: string }[] = []
  let from = 0
  for (const m of text.matchAll(at)) {
    out.push({ at: from, text: text.slice(from, m.index) })
    from = m.index + m[0].length
  }
  out.push({ at: from, text: text.slice(from) })
  return out
}
const ROMAN = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
]
/** Sub-paragraphs stand in order: (a), (b); (i), (ii). A letter out of order is a word of the text. */
const subs = (chunk: string, name: string, add: (name: string, at: number, text: string) => void): void => {
  const label = /(^|\n|[;:,.]\s+(?:and\s+|or\s+)?|(?<=[a-z])\s+(?=\([a-z]\)\s+To\b))\(?([a-z]{1,5}|1)\)\s+/g
  let outer = '' // the last label of the first level
  let roman = false // the first level is numbered (i), (ii)
  let inner = -1
  let from = 0
  let now = name
  for (const m of chunk.matchAll(label)) {
    const l = m[2] === '1' ? (outer === 'k' ? 'l' : '') : m[2]! // scans read the letter l as the figure 1
    if (l === '') continue
    const open = chunk[m.index + m[1]!.length] === '('
    if (!open && !(m[1] === '' || m[1]!.endsWith('\n'))) continue
    const r = ROMAN.indexOf(l)
    let next: string | undefined
    if (outer === '' && (l === 'a' || l === 'i')) {
      roman = l === 'i'
      outer = l
      inner = -1
      next = `${name} (${l})`
    } else if (
      outer !== '' &&
      !roman &&
      l.length === 1 &&
      l.charCodeAt(0) === outer.charCodeAt(0) + 1 &&
      !(inner >= 0 && r === inner + 1)
    ) {
      outer = l
      inner = -1
      next = `${name} (${l})`
    } else if (outer !== '' && roman && r === ROMAN.indexOf(outer) + 1) {
      outer = l
      inner = -1
      next = `${name} (${l})`
    } else if (outer !== '' && !roman && r === inner + 1) {
      inner = r
      next = `${name} (${outer}) (${l})`
    } else if (outer !== '' && roman && l.length === 1 && l.charCodeAt(0) === 98 + inner) {
      inner++
      next = `${name} (${outer}) (${l})`
    }
    if (next === undefined) continue
    const keep = m[1]!.replace(/\s+$/, '')
    add(now, from, chunk.slice(from, m.index) + keep)
    now = next
    from = m.index + m[0].length
  }
  add(now, from, chunk.slice(from))
}
const flat = (chunk: string): string =>
  chunk
    .replace(/(\w)-\s*\n\s*(?=[A-Za-z])/g, '$1-')
    .replace(/\s+/g, ' ')
    .trim()

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
  if (western) told('not UTF-8: read as Windows-1252')
  const r = resolutionOf(text, fileName)
  for (const s of r.says) told(s)
  if (r.another) yield { line: 1, column: 'Symbol', says: `the file is named ${r.named}, and its text is ${r.symbol}` }
  if (!r.symbol) yield { line: 1, column: 'Symbol', says: 'no number of a resolution above its words' }
  if (!r.paragraphs.length) yield { line: 1, column: 'Text', says: 'no paragraph found' }
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
