import type { Day } from '../../kernel/day.ts'
import { spanOf } from './days.ts'
import type { Paragraph } from './paragraph.ts'
import { clauses, missionsIn } from './sentences.ts'

/** A report that a text asks for. Proposed: a person confirms it before it is anybody's duty. */
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
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
const DATE = new RegExp(String.raw`\b(\d{1,2} (?:${MONTH}) \d{4})`)
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  nine: 9,
  twelve: 12,
  second: 2,
  third: 3,
  fourth: 4,
  sixth: 6,
}
const REPORTS =
  /\b(reports?|reporting|inform|informed|update|updates|brief|briefing|briefings|recommendations|assessments?|keep the (?:Security )?Council|assessment)\b/i
const ASKS =
  /\b(requests?|asks?|invites?|requesting|calls upon|decides to (?:receive|review)|requested)\b[^;]{0,90}?\b(Secretary-General|Special Representative|United Nations|UN[A-Z]{3,}|M[IO]N[A-Z]{3,}|SRSG|him|mission|Chairperson|African Union|Member States|leadership)\b/i

export const reportsAsked = (paragraphs: readonly Paragraph[]): readonly ReportAsked[] => {
  const out: ReportAsked[] = []
  let mission: string | undefined
  for (const p of paragraphs) {
    const here = missionsIn(p.text).find(m => m.un)?.code
    mission ??= here
    if (p.part !== 'operative') continue
    for (const c of clauses(p.text)) {
      const asks = ASKS.exec(c.text)
      if (!asks) continue
      const asked = c.text.slice(asks.index)
      if (!REPORTS.test(asked)) continue
      if (
        !/\b(report(?:s)?(?: \w+){0,6} to|to report|submit|provide|present|keep|inform|update|brief|include\w* in|reports?\b)/i.test(asked)
      )
        continue
      if (!/\bCouncil\b/.test(asked) && !/Secretary-General|Special Representative/.test(asks[0])) continue
      const cycle =
        /\b(?:(?:and )?then )?(every (?:\w+ )?(?:months?|days?|weeks?|year|quarter)|quarterly|monthly|weekly|annually|semi-annually|each (?:month|quarter|year)|at (?:\w+[- ])?(?:month(?:ly)?|intervals of \w+ months?) intervals?|at intervals of \w+ (?:months?|days?)|at least (?:once )?every \w+ (?:months?|days?)|(?:two|three|four|six)-monthly|on a (?:monthly|quarterly|regular|six-monthly|three-monthly) basis|\d+[- ]day intervals)\b/i.exec(
          asked,
        )
      const within =
        /\b(within|no later than|not later than|in no more than) ((?:\w+|\d+)[ -](?:days|months|weeks|month)(?: (?:of|from|after|following) (?:the )?(?:adoption|date|start|end|expir\w+|establishment|deployment)[^,;.]{0,60})?|(?:\w+ )?(?:days|months|weeks) (?:before|prior to) [^,;.]{0,60})/i.exec(
          asked,
        )
      const dated = new RegExp(
        String.raw`\b(?:by|before|no later than|not later than|on|beginning|until|starting(?: on)?|at the latest by|prior to) (?:the end of |mid-|the )?${DATE.source}`,
      ).exec(asked)
      const anchor =
        /\b(from (?:that date|the date of [^,;.]{0,60}|the adoption of [^,;.]{0,40})|(?:of|from|after|following) the adoption of (?:this|the present) resolution|thereafter|from then on|until the end of (?:its|the) mandate)\b/i.exec(
          asked,
        )
      const loose =
        /\b(regularly|as appropriate|without delay|as soon as possible|promptly|periodically|on a regular basis|at regular intervals|in a timely manner|as necessary|immediately|in due course|as required|fully informed|regular reports?|before the expir\w+ of [^,;.]{0,60}|prior to the expir\w+ of [^,;.]{0,60}|before the end of [^,;.]{0,60})\b/i.exec(
          asked,
        )
      const months = cycle ? monthsOf(cycle[1]!) : undefined
      const days = cycle ? daysOf(cycle[1]!) : undefined
      const list = dated ? /^(?:[^;]*?\d{4})(?:(?:,| and|, and) \d{1,2} [A-Z][a-z]+ \d{4})*/.exec(asked.slice(dated.index))![0] : ''
      const on = [...list.matchAll(new RegExp(DATE, 'g'))].flatMap(m => spanOf(m[1]!, { as: 'day' })?.from ?? [])
      out.push({
        paragraph: p.paragraph,
        mission: here ?? mission,
        ...(cycle && { cycle: cycle[1]! }),
        ...(months !== undefined && { months }),
        ...(days !== undefined && { days }),
        ...(dated ? { anchor: dated[0] } : anchor ? { anchor: anchor[0] } : {}),
        ...(within && { within: within[0].trim() }),
        ...(on.length && { by: on }),
        ...(loose && !cycle && !within && !on.length && { loose: loose[0] }),
        quote: asked.replace(/[,;]?\s*(?:and)?$/, ''),
      })
    }
  }
  return out
}
const monthsOf = (cycle: string): number | undefined => {
  if (/quarter/i.test(cycle)) return 3
  if (/^monthly|each month|every month|a monthly/i.test(cycle)) return 1
  if (/annually|year/i.test(cycle) && !/semi/i.test(cycle)) return 12
  if (/semi-annually/i.test(cycle)) return 6
  const m = /(one|two|three|four|six|nine|twelve|\d+)[- ]month/i.exec(cycle)
  if (m) return NUMBERS[m[1]!.toLowerCase()] ?? Number(m[1])
  return undefined
}
const daysOf = (cycle: string): number | undefined => {
  const m = /(\d+|ninety|sixty|thirty)[- ]days?/i.exec(cycle)
  return m ? ({ ninety: 90, sixty: 60, thirty: 30 }[m[1]!.toLowerCase()] ?? Number(m[1])) : undefined
}
