import { around } from './cited.ts'
import type { Paragraph } from './paragraph.ts'
import { missionsIn } from './sentences.ts'

// Ceilings of strength as a text gives them, each with its paragraph and its words. What the text does not say is not worked out here:
// a change "by" so many is a change, not a ceiling; a part ("including 240 military observers") stays a part.

export interface Strength {
  readonly paragraph: string
  readonly mission: string | undefined
  /**
   * `ceiling`: up to, a maximum, shall consist of, to so many. `change`: by so many more or fewer. `lower`: a withdrawal of so many.
   * `mentioned`: the words do not say that it is authorised.
   */
  readonly kind: 'ceiling' | 'change' | 'lower' | 'mentioned'
  readonly of: 'military' | 'police' | 'uniformed'
  /** As the text calls them. */
  readonly who: string
  readonly count: number
  /** It is part of the one before it that is none: "including". */
  readonly part: boolean
  /** Not for good: the text says "temporary". */
  readonly temporary: boolean
  readonly quote: string
}

const COUNT = String.raw`(\d{1,3}(?:[, ]\d{3})+|\d{1,5})`
const MILITARY =
  'military personnel|military contingent personnel|military observers|military liaison officers|military liaison and staff officers|military liaison personnel|military staff officers|military experts|military support personnel|military medical personnel|military advisers|military|troops|soldiers|infantry personnel|staff officers|liaison officers|observers|ground troops|combat troops|peacekeepers|other ranks|all ranks|contingent personnel|logistic personnel|logistic support personnel|support personnel|personnel of all ranks'
const POLICE =
  'police personnel|police officers|police advisers|police monitors|police observers|police trainers|civilian police personnel|civilian police officers|civilian police observers|civilian police monitors|civilian police advisers|civilian police|individual police officers|individual police|formed police unit personnel|formed police personnel|personnel in formed units|personnel in formed police units|personnel of formed police units|police in formed units|police|formed police units|police units'
const UNIFORMED = 'uniformed personnel|personnel'
const FILL = `(?:(?:additional|further|United Nations|UN|total|deployed|authorized|unarmed|armed|international|of its|of the|new|more|qualified|trained|experienced) )*`
const ITEM = new RegExp(
  String.raw`\b${COUNT}(?: strong)?,? ${FILL}(?:(${MILITARY})|(${POLICE})|(${UNIFORMED}))\b(?!-(?:contribut|contributing))`,
  'gi',
)
export const authorised = (paragraphs: readonly Paragraph[]): readonly Strength[] => {
  const out: Strength[] = []
  let last: string | undefined
  for (const p of paragraphs) {
    if (p.part === 'preamble') continue
    const text = p.text
    const missions = missionsIn(text).filter(m => m.un)
    let family: Strength['of'] | undefined
    let including = false
    let listed: Strength['kind'] = 'mentioned'
    let end = -1
    for (const m of text.matchAll(ITEM)) {
      const before = text.slice(Math.max(0, m.index - 160), m.index)
      // "a police component of up to 1,323 personnel"
      const component = m[4] ? /\b(military|police)\b[^;]{0,90}$/i.exec(before)?.[1]?.toLowerCase() : undefined
      if (
        m[4]?.toLowerCase() === 'personnel' &&
        (!component || /\b(civilian|humanitarian|judicial|corrections?) (component )?[^,;]{0,20}$/i.test(before))
      )
        continue
      const of: Strength['of'] = m[2] || component === 'military' ? 'military' : m[3] || component === 'police' ? 'police' : 'uniformed'
      const who = (m[2] ?? m[3] ?? m[4])!.toLowerCase()
      const count = Number(m[1]!.replace(/[, ]/g, ''))
      if (
        count >= 1990 &&
        count <= 2030 &&
        /\b(?:of|in|since|January|February|March|April|May|June|July|August|September|October|November|December) $/.test(before)
      )
        continue
      if (/\b(?:resolution|paragraph|paragraphs|article|page|nos?\.) $/i.test(before)) continue
      if (/^(formed )?police units$/.test(who)) continue // units are no persons
      // "including" and "of whom" open the parts of what stands before them; another kind of personnel closes them.
      const gap = end >= 0 ? text.slice(end, m.index) : ''
      if (end < 0 || /[;]/.test(gap) || gap.length > 200) {
        including = false
        family = undefined
        listed = 'mentioned'
      }
      if (/\b(including|includes|inclusive of|of whom|of which|composed of|comprising|among them)\b/i.test(gap))
        including = family !== undefined
      if (including && of !== family && family !== 'uniformed') including = false
      const part = including
      if (!part) family = of
      end = m.index + m[0].length
      const mission = missions.filter(x => x.at < m.index).at(-1)?.code ?? missions[0]?.code
      const after = text.slice(end, end + 80)
      // What stands in one list is of one kind.
      const own = kindOf(before, after, m[0])
      const kind: Strength['kind'] = own === 'mentioned' || part ? (end < 0 || listed === 'mentioned' ? own : listed) : own
      listed = kind
      out.push({
        paragraph: p.paragraph,
        mission: mission ?? last,
        kind,
        of,
        who,
        count,
        part,
        temporary: /\btemporar/i.test(text),
        quote: around(text, m.index, end, 90),
      })
    }
    if (missions.length) last = missions.at(-1)!.code
  }
  return out
}
const kindOf = (before: string, after: string, item: string): Strength['kind'] => {
  const near = before.slice(-70)
  const less = /\b(reduc|decreas|lower)\w*\b[^;]*$/i.test(before)
  if (/\b(additional|further|more)\b/i.test(item) || /\bby (?:up to |a maximum of |a further |an additional )?$/i.test(near))
    return less ? 'lower' : 'change'
  if (/\b(withdraw(al|ing)?|repatriat\w+|redeploy\w*|drawdown|removal) (of |by )?(up to |a further |the )?[^.;]{0,30}$/i.test(near))
    return 'lower'
  if (
    /\b(additional|further|extra)\b[^;.]{0,25}$/i.test(near) ||
    /^\s*(?:more|additional)\b/i.test(after) ||
    /\b(increas\w*|rais\w*|expan\w*|reduc\w*|decreas\w*|lower\w*)\b[^;.]{0,60}\bby (?:up to |a maximum of )?[^;.]{0,12}$/i.test(before)
  )
    return less ? 'lower' : 'change'
  if (/\bfrom (?:the current |a maximum of )?$/i.test(near)) return 'mentioned'
  if (
    /\b(up to|maximum|ceiling|not (?:to )?exceed|exceeding|consist(?:s|ing)? of|compris\w+|strength (?:of|to)|level (?:of|to|up to)|levels? (?:of|to)|limit of|total of|to a total|strength)\b[^;]{0,160}$/i.test(
      before,
    )
  )
    return 'ceiling'
  if (/\b(increas\w*|reduc\w*|expan\w*|adjust\w*|rais\w*|strengthen\w*|decreas\w*)\b[^;.]{0,100}\bto (?:a )?[^;.]{0,20}$/i.test(before))
    return 'ceiling'
  if (/\b(authoriz\w+|approv\w+|decid\w+|endors\w+)\b/i.test(before)) return 'ceiling'
  return 'mentioned'
}
