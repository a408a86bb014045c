import type { Day } from '../../kernel/day.ts'
import { spanOf } from './days.ts'
import type { Paragraph } from './paragraph.ts'
import { clauses, missionsIn, REFERENCE } from './sentences.ts'

/**
 * A report to the Council that a text asks of the United Nations. Proposed: a person confirms it before it is anybody's duty. What is asked
 * of States, of parties, of a panel or of a committee is not among them.
 */
export interface ReportAsked {
  readonly paragraph: string
  readonly mission: string | undefined
  /** Words of the text, each as it stands: "every four months", "from that date", "1 August 2014", "within 45 days of the adoption of this resolution". */
  readonly cycle?: string
  readonly months?: number
  readonly days?: number
  readonly anchor?: string
  readonly within?: string
  /** Each day that the words give for a report. */
  readonly by?: readonly Day[]
  /** "regularly", "as appropriate", "without delay": no number. */
  readonly loose?: string
  readonly quote: string
}

export const reportsAsked = (paragraphs: readonly Paragraph[]): readonly ReportAsked[] => {
  const out: ReportAsked[] = []
  let mission: string | undefined
  let lead: { readonly of: string; readonly words: string } | undefined
  for (const p of paragraphs) {
    const here = missionsIn(p.text).find(m => m.un)?.code
    mission ??= here
    if (p.part !== 'operative') continue
    if (lead && !p.paragraph.startsWith(`${lead.of} (`)) lead = undefined
    const own = clauses(p.text)
    for (const c of own) {
      const asks = ASKS.exec(c.text)
      const words = asks ? c.text.slice(asks.index) : lead && c.at === 0 ? `${lead.words} ${c.text}` : ''
      if (words === '' || !ofTheUnited.test(words)) continue
      // "requests the Secretary-General to:": what stands under it is asked of him, too.
      if (!reports(words)) {
        if (/:$/.test(words) && !p.paragraph.includes('(')) lead = { of: p.paragraph, words: words.replace(/:$/, '') }
        continue
      }
      out.push({
        paragraph: p.paragraph,
        mission: here ?? mission,
        ...when(referred(words)),
        quote: (asks ? words : c.text).replace(/[,;]?\s*(?:and)?$/, ''),
      })
    }
  }
  return out
}
const ASKS = /\b(?:requests?|asks|invites?|requesting|calls upon|requested)\b(?! (?:for|of|by|from|contained)\b)/i
const UNITED = String.raw`(?:Secretary-? ?General|Secretariat|Special Representative|SRSG|United Nations|UN[A-Z]{3,}|M[IO]N[A-Z]{3,}|him|the [Mm]ission)\b`
/** Of whom it is asked first: "the Member States concerned, the Secretary-General and UNPROFOR" is asked of States. */
const ofTheUnited = new RegExp(
  String.raw`^\w+ (?:upon )?(?:also |further |again |accordingly |therefore |in that connection |in this regard,? |once more )*(?:that )?(?:(?!\b(?:States|parties|Governments?|authorities|Panel|Group of Experts|Monitoring Group|Committee|France|African Union|European Union|Economic Community|High Representative)\b)[^;]){0,160}?${UNITED}`,
)
/** Without what it only refers to. */
const referred = (words: string): string =>
  words
    .replace(REFERENCE, ' ')
    .replace(/\b(?:receipt|light|basis|context) of (?:the|that|his) reports?\b/gi, ' ')
    .replace(
      /\b(?:in accordance with|pursuant to|(?:as )?(?:set out|outlined|described|recommended|proposed|indicated|contained|raised|specified|requested|mentioned) in) [^,;]*?(?=[,;]| and (?:to|further|no later|not later)\b|$)/gi,
      ' ',
    )
const reports = (words: string): boolean => {
  const asked = referred(words)
  return (
    /\b(?:report(?:s|ing)?|inform(?:ed)?|brief(?:ed|ings?)?|updates?|updated|apprised?|advise the (?:Security )?Council|recommend|recommendations?|proposals?|options|views)\b|\breview (?:due|in)\b|\b(?:provide|present|submit)\b[^;]{0,120}\b(?:assessments?|reviews?|plan|workplan|strategy|benchmarks)\b/i.test(
      asked.replace(/\bmonitoring(?:, analysis)? and reporting\b/gi, ''),
    ) &&
    /\b(?:report(?:s|ed|ing)?(?= )|submit|provide|present|keep|inform|update|brief|include|including|apprise|advise|recommend|make)\b/i.test(
      asked,
    ) &&
    (/\b(?:Security )?Council\b/.test(asked) || !/\b(?:General Assembly|Committee)\b/.test(asked))
  )
}

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
const NUMBER =
  'one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|eighteen|twenty|twenty-one|thirty|forty-five|sixty|ninety|one hundred and twenty|second|third|fourth|sixth'
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12 },
  ...{ fourteen: 14, fifteen: 15, eighteen: 18, twenty: 20, 'twenty-one': 21 },
  ...{ thirty: 30, 'forty-five': 45, sixty: 60, ninety: 90, 'one hundred and twenty': 120 },
  ...{ second: 2, third: 3, fourth: 4, sixth: 6 },
}
const CYCLE = new RegExp(
  String.raw`\b(?:(?:and )?then )?(every (?:(?:${NUMBER}|\w+) )?(?:months?|days?|weeks?|year|quarter)|quarterly|monthly|weekly|annually|semi-annually|twice a year|each (?:month|quarter|year)|at (?:least )?(?:\w+[- ])?(?:monthly|month|day) intervals?|at intervals of \w+ (?:months?|days?)|(?:two|three|four|six)-monthly|on a (?:monthly|quarterly|six-monthly|three-monthly) basis|\d+[- ]day intervals)\b`,
  'i',
)
const SPAN = String.raw`(?:${NUMBER}|\d+)[ -](?:days?|months?|weeks?)`
const FROM = `(?:(?:the )?(?:date of )?(?:the |its )?adoption(?: of (?:this|the present) resolution)?|[^,;.]{0,60})`
const WITHIN = new RegExp(
  [
    String.raw`\b(?:within|no later than|not later than|in no more than|after) ${SPAN}(?: (?:of|from|after|following|before|prior to) ${FROM})?`,
    String.raw`\b${SPAN} (?:after|from|following|before|prior to) (?=(?:the )?(?:date of )?(?:the )?(?:adoption|this resolution|passage|expir\w+|end|deployment|establishment))${FROM}`,
    String.raw`\breport in ${SPAN}`,
  ].join('|'),
  'i',
)
const DATE = String.raw`(\d{1,2} (?:${MONTH}) \d{4})`
const DATED = new RegExp(
  String.raw`\b(?:by|before|no later than|not later than|on|beginning|starting(?: on)?|at the latest by|prior to) (?:the end of |mid-|the )?${DATE}((?:(?:,| and|, and) ${DATE})*)`,
  'g',
)
/** Words before a day that make it the day of something else. */
const OTHER =
  /\b(?:with a view to|expir\w+|completing|completion|withdraw\w*|transition|transfer\w*|elections?|held)\b(?:(?!\b(?:report|submit|present|provide)\b)[^,;]){0,60}$/i
/** "on" a day a report may be due, or a letter was written. */
const DUE_ON = /\b(?:report(?:s|ing)?(?: to (?:it|the (?:Security )?Council))?|again|update),? $/i
const isOther = (before: string, words: string): boolean => OTHER.test(before) || (words.startsWith('on ') && !DUE_ON.test(before))
/** A second day that is again that of a report. */
const AGAIN =
  /^,? ?(?:and )?(?:again|then|(?:to (?:submit|provide) )?(?:an?|the) [^,;]{0,40}\b(?:report|update|review|assessment|briefing)s?)? $/i
const daysIn = (asked: string): { readonly on: readonly Day[]; readonly words: string | undefined } => {
  const on: Day[] = []
  let words: string | undefined
  let end = -1
  for (const m of asked.matchAll(DATED)) {
    if (end < 0 ? isOther(asked.slice(0, m.index), m[0]) : !AGAIN.test(asked.slice(end, m.index))) continue
    words ??= m[0]
    end = m.index + m[0].length
    for (const d of m[0].matchAll(new RegExp(DATE, 'g')))
      on.push(...(spanOf(d[1]!, { as: 'day' }) ? [spanOf(d[1]!, { as: 'day' })!.from] : []))
  }
  return { on, words }
}
const when = (asked: string): Pick<ReportAsked, 'cycle' | 'months' | 'days' | 'anchor' | 'within' | 'by' | 'loose'> => {
  const cycle = CYCLE.exec(asked)?.[1]
  const within = WITHIN.exec(cycle ? asked.replace(cycle, c => ' '.repeat(c.length)) : asked)?.[0].trim()
  const { on, words } = daysIn(asked)
  const anchor =
    /\b(from (?:that date|the date of [^,;.]{0,60}|the adoption of [^,;.]{0,40})|(?:of|from|after|following) the adoption of (?:this|the present) resolution|thereafter|from then on|until the end of (?:its|the) mandate)\b/i.exec(
      asked,
    )?.[0]
  const loose =
    /\b(regularly|as appropriate|without delay|as soon as possible|promptly|periodically|on a regular basis|at regular intervals|in a timely manner|as necessary|immediately|in due course|as required|fully informed|regular reports?|before the expir\w+ of [^,;.]{0,60}|prior to the expir\w+ of [^,;.]{0,60}|before the end of [^,;.]{0,60})\b/i.exec(
      asked,
    )?.[0]
  const months = cycle && monthsOf(cycle),
    days = cycle && daysOf(cycle)
  return {
    ...(cycle && { cycle }),
    ...(months && { months }),
    ...(days && { days }),
    ...(words ? { anchor: words } : anchor && { anchor }),
    ...(within && { within }),
    ...(on.length && { by: on }),
    ...(loose && !cycle && !within && !on.length && { loose }),
  }
}
const monthsOf = (cycle: string): number | undefined => {
  if (/quarter/i.test(cycle)) return 3
  if (/semi-annually|twice a year/i.test(cycle)) return 6
  if (
    /\b(?:two|three|four|six)[- ]month/i.test(cycle) ||
    /\b(?:\w+) months?\b/i.test(cycle.replace(/\b(?:every|each|least|at) month/i, ''))
  ) {
    const m = new RegExp(String.raw`\b(${NUMBER}|\d+)[- ]month`, 'i').exec(cycle)
    return m ? (NUMBERS[m[1]!.toLowerCase()] ?? Number(m[1])) : undefined
  }
  if (/month/i.test(cycle)) return 1
  return /annually|year/i.test(cycle) ? 12 : undefined
}
const daysOf = (cycle: string): number | undefined => {
  const m = new RegExp(String.raw`\b(${NUMBER}|\d+)[- ]days?\b`, 'i').exec(cycle)
  return m ? (NUMBERS[m[1]!.toLowerCase()] ?? Number(m[1])) : undefined
}
