import type { Day } from '../../kernel/day.ts'
import { around } from './cited.ts'
import { CLOSES, CLOSES_ON, predecessors } from './closings.ts'
import { spanOf } from './days.ts'
import type { Paragraph } from './paragraph.ts'
import { type Period, periodsIn } from './periods.ts'
import { clauses, missionsIn, type Named, outsideAsides, REFERENCE } from './sentences.ts'
import { isRecital, someoneElses } from './whose-mandate.ts'

// Days on which something ends, as candidates. Which of them is the end of a mandate is a person's word: this only sorts what the text says,
// and says why. A predecessor's end, a partner's mission and the host's own calendar are never the mandate's end here.

export interface Ending {
  readonly paragraph: string
  /** `mandate`: the words speak of a United Nations mission's mandate or deployment. The other kinds are traps, or other matters. */
  readonly kind: 'mandate' | 'predecessor' | 'partner' | 'host' | 'sanctions' | 'report' | 'step' | 'review'
  readonly mission: string | undefined
  readonly until: Day | undefined
  /** "for a further period of six months": how long, from a day that the words leave to the reader. */
  readonly months?: number
  /** "from the date of adoption": the words leave no day to the reader. */
  readonly from?: 'adoption'
  readonly quote: string
  readonly because: string
}
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
const DATE = String.raw`((?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH}),? \d{4}|(?:${MONTH}) \d{1,2}, \d{4})`
const UNTIL = new RegExp(
  String.raw`\b(until|through|to|till|up to|ending(?: on)?|end(?:s)? on|expir(?:es|ing|e)(?: on)?|terminat(?:es|ing|e)(?: on)?|no later than|not later than|not beyond|beyond|by|before|on|ending by|effective(?: on| from)?|with effect from|as (?:of|from)) (?:the end of |midnight on |midnight )?${DATE}`,
  'g',
)
/** "until 31 March": a day of which the words give no year. */
const YEARLESS = new RegExp(
  String.raw`\b(until|through|till|to|ending(?: on)?) (?:the end of |midnight on )?((?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH}))\b(?!,? ?\d)(?! (?:and|or|to|until) \d{1,2} (?:${MONTH}),? \d{4})`,
  'g',
)
/** No sentence of the Council is longer; and a text that is no such sentence costs no more than one. */
const NEAR = 2_000
/** Something ends effective of such a day, where it is withdrawn, terminated or closed. */
const FROM = /^(?:effective(?: on| from)?|with effect from|as (?:of|from))$/
const FROM_ADOPTION = /^,? (?:beginning |starting )?from the (?:date of (?:the )?)?adoption\b/
interface Found extends Pick<Period, 'at' | 'end'>, Partial<Pick<Period, 'after' | 'months'>> {
  readonly word: string
  readonly until?: Day
  /** A day without its year. */
  readonly yearless?: string
}

export const mandateEnds = (paragraphs: readonly Paragraph[]): readonly Ending[] => {
  const out: Ending[] = []
  const successors = predecessors(paragraphs)
  let subject: string | undefined
  for (const p of paragraphs) {
    if (p.part !== 'operative') continue
    const all = missionsIn(p.text)
    const task = isTask(p, paragraphs)
    let carried: string | undefined
    for (const c of clauses(p.text)) {
      const here = missionsIn(c.text)
      const found: Found[] = []
      for (const m of c.text.matchAll(UNTIL)) {
        const on = spanOf(
          m[2]!
            .replace(/^the /, '')
            .replace(/(\d)(?:st|nd|rd|th)?(?: of)?(?= )/, '$1')
            .replace(/(?<=[a-z]),/, ''),
          { as: 'day' },
        )?.from
        // A day "on" which something happened is no end.
        if (
          m[1]!.toLowerCase() === 'on' &&
          !CLOSES_ON.test(c.text.slice(Math.max(0, m.index - NEAR), m.index)) &&
          !/\b(expir\w*|terminat\w*|ends?|cease|conclude[sd]?|withdrawn|completed|closed?|transfer\w*|take place)\s*$/i.test(
            c.text.slice(0, m.index),
          )
        )
          continue
        // Nor is one as from which something begins.
        if (FROM.test(m[1]!) && !/\b(?:withdraw\w*|terminat\w*|closed|closing|ends?|ending)\b[^;]*$/i.test(c.text.slice(0, m.index)))
          continue
        if (on !== undefined) found.push({ at: m.index, end: m.index + m[0].length, word: m[1]!.toLowerCase(), until: on })
      }
      for (const m of c.text.matchAll(YEARLESS)) found.push({ at: m.index, end: m.index + m[0].length, word: m[1]!, yearless: m[2]! })
      found.push(...periodsIn(c.text).map(p => ({ ...p, word: 'for' })))
      found.sort((a, b) => a.at - b.at)
      for (const [i, f] of found.entries()) {
        if (f.word === 'for' && f.months === undefined && !/mandate|deploy/i.test(c.text)) continue
        // "for a further period of six months, until 30 April": one end, told twice.
        const next = found[i + 1]
        if (f.word === 'for' && next?.until !== undefined && next.at - f.end < 40) continue
        const before = c.text.slice(Math.max(0, f.at - NEAR), f.at)
        const prev = found[i - 1]
        const period = f.until !== undefined && prev?.word === 'for' && f.at - prev.end < 40 ? prev : undefined
        const months = f.months ?? period?.months
        // "for six months beyond 30 April": that day is the end as it was.
        const until = f.word === 'beyond' && f.until !== undefined && period?.after ? period.after(f.until) : f.until
        const rest = c.text.slice(f.end, f.end + NEAR)
        let named = ofMandate(c.text, here) ?? nearest(c.text, here, f.at)
        // "the mandates of UNOCI and of the French forces which support it": both end, and the mission is the subject.
        if (named && !named.un) {
          const first = here
            .filter(m => m.un && m.at < named!.at && named!.at - m.at < 90 && /\band\b/.test(c.text.slice(m.at, named!.at)))
            .at(-1)
          if (first && /\bmandates?\b/.test(c.text.slice(0, first.at))) named = first
        }
        const mission = named?.code ?? carried ?? all.find(m => m.un)?.code ?? subject
        const un = named ? named.un : true
        const sorted = sort(c.text, before.replace(REFERENCE, ' '), rest, f.word, until, mission, un, successors)
        const [kind, because] =
          sorted[0] === 'mandate' || sorted[0] === 'predecessor'
            ? (otherwise(c.text, f, before, rest, task && sorted[0] === 'mandate') ?? sorted)
            : sorted
        if (f.yearless !== undefined && kind !== 'mandate') continue
        out.push({
          paragraph: p.paragraph,
          kind,
          mission,
          until,
          ...(months !== undefined && { months }),
          ...(until === undefined && FROM_ADOPTION.test(rest) && { from: 'adoption' as const }),
          quote: around(c.text, f.at, f.end, 110),
          because:
            f.yearless === undefined ? because : `said of ${mission ?? 'no mission by name'}: "${f.word} ${f.yearless}", without a year`,
        })
      }
      carried = here.filter(m => m.un).at(-1)?.code ?? carried
    }
    subject ??= all.find(m => m.un)?.code
  }
  return out
}
/** What looks like an end, and is somebody else's, an earlier one, or that of a task. */
const otherwise = (
  clause: string,
  f: Found,
  before: string,
  after: string,
  task: boolean,
): readonly [Ending['kind'], string] | undefined => {
  const other = someoneElses(clause, f.at)
  if (other) return [other.kind, `it speaks of the mandate of ${other.who}, not of a mission of the United Nations`]
  if (/^(?:expir|end|terminat)/.test(f.word) && isRecital(before, after)) return ['step', 'the end as it was before this text']
  return task ? ['step', 'it is said of one task, not of the mandate'] : undefined
}
/** "the mandate of UNMIBH, which includes the IPTF": whose mandate it is, where the words say it. */
const ofMandate = (clause: string, here: readonly Named[]): Named | undefined => {
  const its = here.filter(
    m =>
      /\bmandates? of (?:the )?(?:United Nations [^,;()]{3,120}\()?$/.test(clause.slice(0, m.at)) ||
      /^[A-Z][A-Za-z]+(?: I+)?['’](?:s)? (?:existing |current |present )?mandate\b/.test(clause.slice(m.at)),
  )
  return new Set(its.map(m => m.code)).size === 1 ? its[0] : undefined
}
const nearest = (clause: string, here: readonly Named[], at: number): Named | undefined => {
  const own = outsideAsides(clause, here)
  return own.findLast(m => m.at < at) ?? own[0]
}
/** A sub-paragraph of a list of tasks: a day in it is that of the one task. */
const isTask = (p: Paragraph, all: readonly Paragraph[]): boolean => {
  if (!p.paragraph.includes(' (')) return false
  const head = all.find(h => h.part === 'operative' && h.paragraph === p.paragraph.slice(0, p.paragraph.indexOf(' (')))
  return (
    /\b(?:mandate of|mandate shall|following (?:mandate|tasks|priority|additional)|tasks?)\b[^;]*$/.test(head?.text ?? '') &&
    !/\bextend\w*\b[^;]*\bmandate of\b/.test(p.text)
  )
}
const sort = (
  clause: string,
  before: string,
  after: string,
  word: string,
  until: Day | undefined,
  mission: string | undefined,
  un: boolean,
  successors: ReadonlySet<string>,
): readonly [Ending['kind'], string] => {
  const near = before.slice(-200)
  if (
    /\bmandates? of (?:the )?(?:High Representative|Prime Minister|President|National Assembly|Mediator|International Working Group|Special (?:Envoy|Representative|Rapporteur))/.test(
      clause,
    )
  )
    return ['host', 'it speaks of the mandate of a person or a body, not of a mission']
  if (/\b(when considering|possible renewal|consider\w* (?:the )?(?:possible )?(?:renewal|extension))\b/i.test(near))
    return ['review', 'a renewal is considered, not decided']
  const closes =
    (/^(?:by|before|(?:no|not) later than|ending by)$/.test(word) && CLOSES.test(before)) || (word === 'on' && CLOSES_ON.test(before))
  const open =
    (/^(not|no) later than/.test(word) && /\buntil\b[^;]*\bbut $/.test(before)) ||
    /^(until|through|for|to|till|up to|ending|ends?|expir\w*|terminat\w*|not beyond|beyond|on)/.test(word) ||
    FROM.test(word) ||
    closes
  const extending =
    /\b(extend|renew|prolong)\w*\b/i.test(before) &&
    (/\bmandates?\b/i.test(before) || /^,?\s*(?:the|its) (?:existing |current |present )?mandates?\b/i.test(after))
  if (/\b(intention (?:not )?to|intends to|with a view to subsequently) [^;]{0,40}(extend|renew|continu)\w*[^;]*$/i.test(before))
    return ['step', 'an intention, not a decision']
  if (/^expir/.test(word) && /^,?\s*(?:until|for|to)\b/.test(after)) return ['step', 'the end as it was, which these words move']
  if (
    /\b(Panel|Group) of Experts|Monitoring (?:Group|Team)|Panel of Experts|arms embargo|measures (?:imposed|on|set out|contained|in paragraphs?)|Sanctions Committee|the Committee\b|travel ban|assets? freeze|diamonds|Tribunal|ban on|all States shall/i.test(
      clause,
    ) &&
    !/\bmandate of (?:the )?(?:United Nations|UN[A-Z]|M[IO]N)/.test(clause)
  )
    return ['sanctions', 'it speaks of sanctions, experts or a tribunal']
  if (
    !(extending && open) &&
    /\b(report|reports|recommendations?|assessment|brief|update|inform|submit)\b[^;]{0,140}$/i.test(near) &&
    !/\b(extend\w*|renew\w*|deployed|established?)\b[^;]{0,120}$/i.test(near) &&
    /\b(by|before|no later than|not later than|until|on|for)\b/.test(word)
  )
    return ['report', 'it is the day of a report']
  if (
    /\b(elections?|electoral|referendum|transitional (?:period|government|authorit)|transition(?:al)? (?:process|phase)|constitution|ceasefire|cease-fire|disarm|cantonment)\b/i.test(
      near,
    ) &&
    !/\b(mandate of|extend|renew|deploy)/i.test(near)
  )
    return ['host', 'it is a day in the host’s own calendar']
  if (!un) return ['partner', `${mission} is not a mission of the United Nations`]
  if (word === 'beyond' && /^,? only (?:if|upon|after)\b/.test(after)) return ['review', 'it goes on only if the Council finds so']
  if (
    (/\b(review|consider|re-examine|keep under|examine)\b/i.test(near) && !extending) ||
    (!open && /\breview\b/i.test(near + after.slice(0, 30)))
  )
    return ['review', 'it is the day of a review']
  if (
    /\b(multinational|Member States (?:co-?operating|participating|acting)|African Union(?!-)|European Union|EUFOR|French|coalition|ECOWAS)\b/.test(
      near,
    ) &&
    !/\bmandates? of (?:the )?(?:UN|United Nations|M[IO]N)/.test(near)
  )
    return ['partner', 'it speaks of forces that are not the United Nations’']
  if (!open) return ['step', 'something is to be done by that day']
  if (
    /\bperiod of (?:such )?withdrawal\b|\bdeployment of (?:an? |the |up to )?(?:additional|further|\d)|\bestablish\w*\b[^;]{0,60}\ban? (?:[a-z]+ )?(?:team|group|unit) of\b/.test(
      before,
    )
  )
    return ['step', 'it speaks of personnel or units, not of the mandate']
  if (
    !(extending && /^,?\s*(?:the|its) (?:existing |current |present )?mandates?\b/i.test(after)) &&
    /\b(troops|battalions?|guard unit|contingents?|personnel|helicopters?|capabilit\w+|enablers|units?)\b[^;]{0,80}$/i.test(near) &&
    !/\b(mandate|extend\w*|renew\w*)\b/i.test(before.replace(/\b(in line with|as) [^,]{0,40}mandate/gi, ''))
  )
    return ['step', 'it speaks of personnel or units, not of the mandate']
  const speaks = [
    /\b(extend|renew|prolong|continu|maintain)\w*\b[^;]*\b(mandates?|period|stationing|presence|deployment|authorizations?|mission|operation|force|[A-Z]{4,})\b/,
    /\b(establish|set up|constitute)\w*\b/i,
    /\bmandates?\b[^;]*\b(expir|terminat|end|conclud|be)\w*\b/,
    /\bdeployed\b/,
    /\bauthoriz\w+ the (?:\w+ )?mandates?\b/i,
    /\bshall have the following mandate\b/i,
    /\b(authorizes?|decides that) [^;]*\b(remain|continue|operate|maintained|stay)\b/i,
  ]
  const isOf =
    extending ||
    speaks.some(r => r.test(before)) ||
    (word === 'for' && /\bmandate\b/i.test(before)) ||
    (/^(expir|terminat|end)/.test(word) && /\b(mandate|period)\b/i.test(before)) ||
    FROM.test(word) ||
    closes
  if (isOf && !/\btransfer\w*\b[^;]{0,60}$/i.test(near)) {
    if (/\b(election|referendum|transition)/i.test(near.slice(-60)) && !/\bmandate\b/i.test(near))
      return ['host', 'it is a day in the host’s own calendar']
    if (word === 'to' && !/\b(mandate|extend\w*|period|renew\w*)\b/i.test(near))
      return ['step', 'from a day to a day, and not said of a mandate']
    if (mission && successors.has(mission)) return ['predecessor', `this text ends, renames or hands over ${mission}`]
    return [
      'mandate',
      `${mission ? `said of ${mission}` : 'said of no mission by name'}: ${until === undefined ? 'a period' : `"${word}"`}${/\bmandate\b/i.test(clause) ? ', of the mandate' : ''}`,
    ]
  }
  return ['step', 'the words do not speak of a mandate’s end']
}
