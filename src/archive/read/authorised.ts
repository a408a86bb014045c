import type { Day } from '../../kernel/day.ts'
import { around } from './cited.ts'
import { spanOf } from './days.ts'
import { type Counted, countedIn } from './headcounts.ts'
import type { Paragraph } from './paragraph.ts'
import { type Clause, clauses, missionsIn, type Named, outsideAsides } from './sentences.ts'

// Ceilings of strength as a text gives them, each with its paragraph and its words. What the text does not say is not worked out here:
// a change "by" so many is a change, not a ceiling; a part ("including 240 military observers") stays a part. A number is a ceiling only
// where the words set the whole of a side of a mission; every other number is only named, and a person may read more in it.

export interface Strength {
  readonly paragraph: string
  readonly mission: string | undefined
  /**
   * `ceiling`: the whole of a side, set or restated. `change`: by so many more. `lower`: by so many fewer, a withdrawal of so many.
   * `mentioned`: a wish, one deployment, the size of each unit, a partner's force, or words that do not say that it is authorised.
   */
  readonly kind: 'ceiling' | 'change' | 'lower' | 'mentioned'
  readonly of: 'military' | 'police' | 'uniformed'
  /** As the text calls them. */
  readonly who: string
  readonly count: number
  /** One number for several kinds of personnel: how many of each the text does not say. */
  readonly joint?: true
  /** It is part of another number: "including", or a unit of so many. */
  readonly part: boolean
  /** Not for good: "temporary", "for the duration of the present mandate", more of them "until" a day. */
  readonly temporary: boolean
  /** The day from which, or by which, the text has it so. */
  readonly from?: Day
  /** Or the months that it gives for it to become so, the most of them. */
  readonly months?: number
  readonly quote: string
}

export const authorised = (paragraphs: readonly Paragraph[]): readonly Strength[] => {
  const out: Strength[] = []
  const heads = new Map(paragraphs.filter(p => p.part === 'operative').map(p => [p.paragraph, p.text]))
  const named = new Set(paragraphs.flatMap(p => (p.part === 'operative' ? missionsIn(p.text).flatMap(m => (m.un ? m.code : [])) : [])))
  let last = named.size === 1 ? [...named][0] : undefined
  for (const p of paragraphs) {
    if (p.part === 'preamble') continue
    const { text } = p
    const missions = missionsIn(text)
    const own = clauses(text)
    const wished = WISH.test(headOf(p.paragraph, heads))
    let family: Strength | undefined
    let including = false
    let listed: Strength['kind'] = 'mentioned'
    let when: When = {}
    let end = -1
    for (const c of countedIn(text)) {
      const before = text.slice(Math.max(0, c.at - NEAR), c.at),
        after = text.slice(c.end, c.end + 120),
        gap = end < 0 ? '' : text.slice(end, c.at)
      // "including" and "of whom" open the parts of what stands before them; another side, or the next sentence, closes them.
      if (end < 0 || /;/.test(gap) || gap.length > 200) {
        including = false
        family = undefined
        listed = 'mentioned'
        when = {}
      }
      if (family && INCLUDING.test(gap)) including = true
      if (including && family!.of !== 'uniformed' && c.of !== family!.of) including = false
      // A total of all sides with the most that each may have: each of these is a ceiling of its side.
      const side = including && family!.of === 'uniformed' && family!.kind === 'ceiling'
      const unit =
        UNIT.test(before.slice(-90)) || /^[^;]{0,60}\bwithin (?:the|its) [^;,]{0,40}\b(?:ceiling|strength|levels?)\b/i.test(after)
      const part = (including && !side) || unit
      const [mission, un] = whose(text, c, own, missions, last)
      // What stands in one list is of one kind.
      const kind = kindOf(before, after, c.words)
      const said: Strength['kind'] = part && listed !== 'mentioned' ? listed : kind === 'mentioned' && end >= 0 ? listed : kind
      const decided = un && !wished && isDecided(text, c, own)
      const one = decided && (said !== 'ceiling' || isWhole(before, after)) ? said : 'mentioned'
      const sentence = before.slice(before.lastIndexOf(';') + 1) + text.slice(c.at, c.at + NEAR).split(';', 1)[0]
      when = whenOf(before.slice(-160), after) ?? when
      const strength: Strength = {
        ...{
          paragraph: p.paragraph,
          mission,
          kind: unit ? 'mentioned' : one,
          of: c.of,
          who: c.who,
          count: c.count,
          part,
          ...(c.joint && { joint: c.joint }),
        },
        temporary:
          /\btemporar|\bfor the duration of (?:the|its) (?:present|current|existing)\b/.test(sentence) ||
          (one === 'change' && /^[^;,.]{0,60}\buntil\b/.test(after)),
        ...when,
        quote: around(text, c.at, c.end, 90),
      }
      out.push(strength)
      if (!part && !side) family = strength
      listed = said
      end = c.end
    }
    last = missions.filter(m => m.un).at(-1)?.code ?? last
  }
  return out
}
/** No sentence of the Council is longer; and a text that is no such sentence costs no more than one. */
const NEAR = 2_000
const INCLUDING = /\b(including|includes|inclusive of|of whom|of which|composed of|comprising|among them)\b/i
/** "an advance team of not more than sixty", "a battalion of up to 850": a unit of the mission, and not its side. */
const UNIT =
  /\b(?:teams?|battalions?|brigades?|compan(?:y|ies)|reserve|guard|units?|detachments?|contingents?|(?:reaction|protection|reserve) forces?)\b[^,;.]{0,40}\b(?:of|compris\w+|consisting of|composed of|with) (?:(?:up to|not more than|a maximum of|a strength of|approximately) )*$/i
/** Words of the Council that decide nothing. */
const WISH =
  /^\W*(?:(?:also|further|and|in this regard|to this end|in this context),?\s+)*(?:(?:welcom|not|tak|express|stress|recogni[sz]|encourag|urg|invit|look|support|underlin|underscor|emphasi[sz]|consider|call|commend|acknowledg|intend|affirm|reaffirm|reiterat|recall)(?:e?s)|requests [^;]*? to (?:consider|study|plan|report|review|submit|provide|present|examine|prepare|assess|recommend))\b/i

const headOf = (paragraph: string, heads: ReadonlyMap<string, string>): string => {
  const number = /^\S+(?= \()/.exec(paragraph)?.[0]
  return number === undefined ? '' : (heads.get(number) ?? '')
}
/** Whose force it is, where the Council authorizes others. */
const OTHERS = /\b[Aa]uthoriz\w+ (?:the )?(?:[Mm]ember States|African Union|European Union|Economic Community|French|France)\b/
/** The mission whose number it is: the last named before it, but not in a clause that only says more of another. */
const whose = (
  text: string,
  c: Counted,
  own: readonly Clause[],
  missions: readonly Named[],
  last: string | undefined,
): readonly [code: string | undefined, un: boolean] => {
  if (OTHERS.test(clauseBefore(text, c, own))) return [undefined, false]
  const named = outsideAsides(text, missions).findLast(m => m.at < c.at)
  if (named) return [named.code, named.un]
  return [missions.find(m => m.un)?.code ?? last, true]
}
/** The Council decides it here, or restates what it decided. */
const isDecided = (text: string, c: Counted, own: readonly Clause[]): boolean => {
  const words = clauseBefore(text, c, own)
  return (
    (!WISH.test(words) || /\b(?:decisions?|decided|authorized)\b/.test(words)) &&
    !/\b(intention|intends?|whether|recommend(?:ed|s|ing)? that)\b[^;]*$/i.test(words)
  )
}
/** The words of its clause that stand before it. */
const clauseBefore = (text: string, c: Counted, own: readonly Clause[]): string => {
  const { at } = own.findLast(x => x.at <= c.at)!
  return text.slice(at, Math.min(c.at, at + NEAR))
}
/** The words set the whole of a side. */
const isWhole = (before: string, after: string): boolean =>
  /\b(consist|compris|compos|strength|ceiling|component|level|total|maximum|continu|includ|deployment within|expansion of [^,;]* to )/i.test(
    before,
  ) &&
  !/\bapproximately\b[^;]*$/i.test(before) &&
  !/\bfrom (?:the|its) (?:current|present|actual)\b[^;]{0,80}$|\bfrom the [\w ]{0,20}level of $/i.test(before) &&
  !/^[^;,]{0,40}\beach\b/.test(after) &&
  !/^ set out (?:in|at) paragraph/.test(after) // it stands there, and is told from there
const UP = '(?:increas|strengthen|reinforc|augment|expan|rais)'
const kindOf = (before: string, after: string, words: string): Strength['kind'] => {
  const near = before.slice(-70)
  const less = /\b(reduc|decreas|lower)\w*\b[^;]*$/i.test(before)
  const setTo = /\b(?:ceiling|maximum|total|level|strength) of (?:up to )?$/i.test(near)
  if (/\b(additional|further|more)\b/i.test(words) || /\bby (?:up to |a maximum of |a further |an additional |another )*$/i.test(near))
    return less ? 'lower' : 'change'
  if (/\b(withdraw(al|ing)?|repatriat\w+|redeploy\w*|drawdown|removal) (of |by )?(up to |a further |the )?[^.;]{0,30}$/i.test(near))
    return 'lower'
  if (/\b(?:reduction|decrease) (?:of|in [^;.]{0,60} of) (?:up to |an additional |a further |another )*$/i.test(before)) return 'lower'
  if (
    /\b(additional|further|extra)\b[^;.]{0,25}$/i.test(near) ||
    /^\s*(?:more|additional|be added)\b/i.test(after) ||
    (!setTo &&
      new RegExp(
        String.raw`\b${UP}\w*\b(?:(?!\bto (?:an? |the )?(?:total|maximum|ceiling|level|new|strength|up to|consist)\b)[^;.])*\bby (?:up to |an? )(?:(?!\bto (?:an? )?(?:total|maximum)\b)[^;.])*$`,
        'i',
      ).test(before)) ||
    (!setTo && /\b(?:an?|the) increases? (?:of|in [^;.]{0,80} of) (?:up to )?(?:[\d,]+ [a-z ]{3,40}(?:, and|,| and) )*$/i.test(before))
  )
    return less ? 'lower' : 'change'
  if (/\bfrom (?:the current |a maximum of )?$/i.test(near) || /\bredeploy\w*\b[^;]*$/i.test(before)) return 'mentioned'
  if (
    /\b(up to|maximum|ceiling|not (?:to )?exceed|exceeding|consist(?:s|ing)? of|compris\w+|strength (?:of|to|at)|level (?:of|to|up to)|levels? (?:of|to)|limit of|total of|to a total|strength)\b[^;]{0,160}$/i.test(
      before,
    )
  )
    return 'ceiling'
  if (/\b(increas\w*|reduc\w*|expan\w*|adjust\w*|rais\w*|strengthen\w*|decreas\w*)\b[^;.]{0,100}\bto (?:a )?[^;.]{0,20}$/i.test(before))
    return 'ceiling'
  if (/\b(authoriz\w+|approv\w+|decid\w+|endors\w+)\b/i.test(before)) return 'ceiling'
  return 'mentioned'
}
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const BY_DAY = new RegExp(
  String.raw`\b(?:as (?:from|of)|by|with effect from|effective(?: from)?|from) (\d{1,2} (?:${MONTHS}) \d{4})\b(?=[^;]*$)`,
  'g',
)
/** "from October 2009 to May 2010", "by July 2015"; "between October 2012 and September 2013", behind it. */
const BETWEEN = new RegExp(`^ between (?:${MONTHS}) \\d{4} and ((?:${MONTHS}) \\d{4})\\b`)
const PHASE = new RegExp(`\\b(?:from (?:${MONTHS}) \\d{4} to|by) ((?:${MONTHS}) \\d{4})\\b(?=[^;]*$)`)
type When = Pick<Strength, 'from' | 'months'>
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
/** "as from 15 September 2014", "shall be reconfigured by 30 June 2014 so that", "within three months", "over a period of 12 to 18 months". */
const whenOf = (before: string, after: string): When | undefined => {
  const at = [...before.matchAll(BY_DAY)].at(-1)
  const from = at && spanOf(at[1]!, { as: 'day' })?.from
  if (from !== undefined) return { from }
  const phase = BETWEEN.exec(after) ?? PHASE.exec(before)
  const until = phase ? spanOf(phase[1]!, { as: 'month' })?.to : undefined
  if (until !== undefined) return { from: until }
  const months =
    /^ within (\w+) months\b/.exec(after) ?? /\bover (?:a period of )?(?:\w+ to )?(\w+) months\b[^;]*$/.exec(before) ?? undefined
  const n = months && (NUMBERS.indexOf(months[1]!) + 1 || Number(months[1]))
  return n ? { months: n } : undefined
}
