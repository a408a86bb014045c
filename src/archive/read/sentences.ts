import { MISSIONS } from '../names/missions.ts'

/** Clauses of a paragraph: it is one sentence, whose parts begin with verbs of the Council. */
const CLAUSE =
  /(?:,|;|\band\b|,\s+and)\s+(?=(?:(?:also|further|in this regard|to this end|in this context|therefore|accordingly),?\s+)*(?:decides|requests|authorizes|approves|calls|urges|endorses|extends|welcomes|notes|expresses|stresses|reiterates|encourages|recalls|reaffirms|affirms|supports|demands|invites|underlines|emphasizes|agrees|renews|intends|undertakes|looks|expects|commends|concurs|recognizes|takes note)\b)/gi

export interface Clause {
  readonly text: string
  readonly at: number
}
export const clauses = (text: string): readonly Clause[] => {
  const out: Clause[] = []
  let from = 0
  for (const m of text.matchAll(CLAUSE)) {
    out.push({ text: text.slice(from, m.index + m[0].length).trim(), at: from })
    from = m.index + m[0].length
  }
  out.push({ text: text.slice(from).trim(), at: from })
  return out
}
export interface Named {
  readonly code: string
  readonly at: number
  /** A mission of the United Nations, and not of a partner. */
  readonly un: boolean
}
const ACRONYM = /\b[A-Z][A-Za-z0-9]*(?:-[A-Z0-9]+)*(?: I{1,3}\b)?/g
/** A text without accents, with straight apostrophes and plain blanks; and where a letter of it stands in the text as it was. */
function folded(text: string): { readonly text: string; readonly at: (i: number) => number } {
  const plain = text
    .replace(/[\u00c0-\u024f]/g, c => c.normalize('NFD')[0]!)
    .replace(/[’‘]/g, "'")
    .replaceAll('\u00a0', ' ')
  if (!/\p{M}/u.test(plain)) return { text: plain, at: i => i }
  const places = [...plain.matchAll(/\P{M}/gu)].map(m => m.index)
  return { text: plain.replace(/\p{M}/gu, ''), at: i => places[i] ?? text.length }
}
/** By name, the longest first: "Mission in the Central African Republic and Chad" begins with another mission's whole name. Numbered missions need their number. */
const NAMES = [...MISSIONS.values()]
  .filter(m => !m.name.includes('no number') && !/ I{1,3}$/.test(m.name))
  .flatMap(m =>
    [m.name, ...(m.also ?? []).map(a => a.as)].map(name => ({ code: m.code, name, un: m.kind !== 'not a United Nations mission' })),
  )
  .filter(n => n.name.length > 20 && !/ I{1,3}$/.test(n.name))
  .map(n => ({ ...n, name: folded(n.name).text }))
  .sort((a, b) => b.name.length - a.name.length)
const PARTNERS =
  /\b(French (?:f|F)orces|African Union (?:f|F)orces?|the European Union operation|EU (?:f|F)orce|multinational force|Multinational Force|(?<!, )the stabilization force|member States of the African Union|Member States participating in)\b/g

/** Words that only say more of a mission, or from whom to whom authority goes: a number or a day beside them is said of another. */
const ASIDE = /, which [^,;]*,|\btransfer(?: of)? authority from [^,;]*|\bauthority be transferred from [^,;]*/g
export const outsideAsides = (text: string, missions: readonly Named[]): readonly Named[] => {
  const asides = [...text.matchAll(ASIDE)].map(m => [m.index, m.index + m[0].length] as const)
  return missions.filter(m => !asides.some(([from, to]) => m.at > from && m.at < to))
}
/** Missions that a text names, by acronym or by name, in order. */
export const missionsIn = (text: string): readonly Named[] => {
  const out: Named[] = []
  for (const m of text.matchAll(ACRONYM)) {
    const one = MISSIONS.get(m[0]) ?? MISSIONS.get(m[0].replace(/ I+$/, ''))
    if (one) out.push({ code: one.code, at: m.index, un: one.kind !== 'not a United Nations mission' })
  }
  const taken: [from: number, to: number][] = []
  const fold = folded(text)
  for (const n of NAMES) {
    const found = fold.text.indexOf(n.name)
    const at = found < 0 ? -1 : fold.at(found)
    if (at < 0 || taken.some(([from, to]) => at >= from && at < to)) continue
    taken.push([at, at + n.name.length])
    if (!out.some(o => o.code === n.code)) out.push({ code: n.code, at, un: n.un })
  }
  for (const m of text.matchAll(PARTNERS)) out.push({ code: m[1]!, at: m.index, un: false })
  return out.sort((a, b) => a.at - b.at)
}

/** A report that the words only refer to: a day in its name is no limit, and it is not asked for. */
export const REFERENCE =
  /\b(?:(?:the |his )?(?:\w+ )?reports? of the Secretary-? ?General|the Secretary-? ?General['’]s (?:\w+ )?reports?)(?: (?:of|dated) \d{1,2} [A-Z][a-z]+ \d{4})?/gi
