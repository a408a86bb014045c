import { type Flow, markAt } from './page-furniture.ts'
import type { Paragraph } from './paragraph.ts'

// The words of a resolution as numbered paragraphs. What the text itself does not number is not numbered as if it were.

const PREAMBLE =
  'Recalling|Reaffirming|Reconfirming|Having|Noting|Welcoming|Expressing|Emphasizing|Stressing|Acting|Determining|Determined|Commending|Concerned|Deeply|Gravely|Convinced|Bearing|Taking|Recognizing|Acknowledging|Underlining|Underscoring|Reiterating|Condemning|Supporting|Urging|Calling|Encouraging|Considering|Mindful|Aware|Alarmed|Affirming|Further|Also|Strongly|Appreciating|Desiring|Desirous|Paying|Remaining|Conscious|Guided|Looking|Regretting|Deploring|Concurring|Believing|Fully|Approving|Observing|Resolved|Respecting|Sharing|Cognizant|Firmly|Profoundly|Endorsing|Expecting|Highlighting|Responding|Confident|Disturbed|Seriously|Particularly|Extremely|Praising|Hopeful|Hoping|Continuing|Again|Once again|Realizing|Remembering|Stating|Anticipating|Seeking|Insisting|Applauding|Anxious|Mourning|Rejecting|Pending|Following|Adopting|Dismayed|Satisfied|Thanking'
const OPERATIVE =
  'Decides|Requests|Authorizes|Approves|Calls|Demands|Extends|Endorses|Renews|Expresses|Urges|Welcomes|Reaffirms|Invites|Condemns|Declares|Stresses|Notes|Takes|Supports|Recalls|Encourages|Commends|Emphasizes|Reiterates|Further|Also|Strongly|Agrees|Affirms|Underlines|Confirms|Establishes|Acknowledges|Recognizes|Acting|Determines|Appeals|Accepts|Concurs|Pays|Deplores|Directs|Looks|Expects|Adopts|Instructs|Intends|Undertakes|Insists|Recommends|Resolves|Regrets|Considers|Shares|Warns|Underscores|Highlights|Remains|Appreciates|Again|Once|Regards|Reminds|Asks|In|To|Pending|With|Being|Continues|Denounces|Designates|Directs|Exempts|Lifts|Modifies|Proclaims|Strengthens|Terminates|Imposes|Applauds|Tasks|Is'

export const paragraphsIn = (flow: Flow, says: string[]): Paragraph[] => {
  const { text } = flow
  const body = /^[\s\S]*?The\s+Security\s+Council\s*,\s*/.exec(text)![0].length
  const annexAt = /\n(?:ANNEX|Annex|APPENDIX|Appendix)(?: [A-Z\d]{1,4})?\n/.exec(text)
  const broken = brokenWords(text)
  const end = annexAt ? annexAt.index + 1 : text.length
  const starts: { readonly n: number; readonly at: number; readonly from: number }[] = []
  let at = body
  for (let n = 1; n < 200; ) {
    const next = [n, n + 1, n + 2].map(k => numberAt(text, k, at, end)).filter(s => s !== undefined)
    const one =
      n === 1 ? next[0] : next.reduce<(typeof next)[number] | undefined>((a, b) => (a && (a.n === n || a.at < b.at) ? a : b), undefined)
    const jump = one ? undefined : numberFurther(text, n + 2, at, end)
    if (jump) says.push(`its numbers go from ${n - 1} to ${jump.n}: what stands between is not in this text`)
    const start = one ?? jump
    if (!start) break
    starts.push(start)
    at = start.from
    n = start.n + 1
  }
  const out: Paragraph[] = []
  const add = (part: Paragraph['part'], paragraph: string, heading: string, from: number, chunk: string): void => {
    const words = flat(chunk, broken)
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
  if (broken.size) says.push(`words broken at the end of a line are joined: ${[...broken.values()].slice(0, 5).join(', ')}`)
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
    `(?:(^|\\n)|(?<=[;,.:"”])\\s+|(?<=[A-Za-z)][;,.:])(?=\\d+\\s*[.]\\s*(?:${OPERATIVE})\\b))(${n})(?:\\s*[.]\\s*(?=["“\\[]?[A-Z]|\\([ai]\\))|(?:\\s*,\\s+|(?<=\\n\\d{1,3})\\s+)(?=["“\\[(]?(?:${OPERATIVE})\\b))`,
    'g',
  )
  at.lastIndex = Math.max(0, from - 1)
  const m = at.exec(text)
  if (!m || m.index >= end) return undefined
  return { n, at: m.index + (m[1] ?? '').length, from: m.index + m[0].length }
}
/** Of an excerpt: the next number above `past`, at the start of a line and before a word that decides; else it would be read into the paragraph before. */
const numberFurther = (
  text: string,
  past: number,
  from: number,
  end: number,
): { readonly n: number; readonly at: number; readonly from: number } | undefined => {
  if (past < 3) return undefined // without a first paragraph nothing is numbered
  for (const m of text
    .slice(from, end)
    .matchAll(/(?<=\n)(\d{1,3})\s*[.]\s*(?=(?:Decides|Requests|Authorizes|Calls|Extends|Renews|Demands|Approves)\b)/g))
    if (Number(m[1]) > past && Number(m[1]) < 200) return { n: Number(m[1]), at: from + m.index, from: from + m.index + m[0].length }
  return undefined
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
  const label =
    /(^|\n|[;:,.]\s+(?:and\s+|or\s+)?|(?<=[a-z])\s+(?=\([a-z]\)\s+To\b)|(?<=\([a-z]\)\s{0,2}))\(?([a-z]{1,5}|1)\)(?:\s+|(?=[A-Za-z(]))/g
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
/** A word broken at the end of a line is joined where the text has it whole in another place; else its hyphen stays. */
const BROKEN = /([A-Za-z]+)-[ \t]*\n\s*([a-z]+)/g
const brokenWords = (text: string): ReadonlyMap<string, string> => {
  const known = new Set(
    text
      .replace(BROKEN, ' ')
      .match(/[A-Za-z]+(?:-[A-Za-z]+)*/g)
      ?.map(w => w.toLowerCase()),
  )
  return new Map(
    [...text.matchAll(BROKEN)]
      .filter(m => known.has(`${m[1]}${m[2]}`.toLowerCase()) && !known.has(`${m[1]}-${m[2]}`.toLowerCase()))
      .map(m => [`${m[1]}-${m[2]}`, `${m[1]}${m[2]}`]),
  )
}
const flat = (chunk: string, broken: ReadonlyMap<string, string>): string =>
  chunk
    .replace(/(\w+)-[ \t]*\n\s*(?=[A-Za-z])([A-Za-z]+)/g, (_, a: string, b: string) => broken.get(`${a}-${b}`) ?? `${a}-${b}`)
    .replace(/\s+/g, ' ')
    .trim()
