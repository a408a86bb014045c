import { citedInWords, type ReportAsked } from '../../../archive/index.ts'
import type { Question } from '../../../kernel/chapter.ts'
import { addDays, addMonths, type Day, toIso } from '../../../kernel/day.ts'
import { type Proposal, type ProposalRow, proposedColumns, proposedLine } from '../../../paper/proposal.ts'
import { CYCLES, LIMITS } from '../entries.ts'
import { shortened } from './coded.ts'
import { asksOf, confirms, daysOf, gave, isIts, numberOf, ofMission, type Reading, readingOf } from './reading.ts'
import { symbolOf } from './texts.ts'

type Data = { readonly [field: string]: string }
/** The forms in which this rulebook counts; what the text asks in another form has no day here, and that is said. */
const formsOf = (a: ReportAsked, end: Day | undefined): readonly (readonly [Data, look: readonly string[]])[] => {
  const forms: (readonly [Data, readonly string[]])[] = []
  const cycle = a.months !== undefined ? counted(a.months, 'months') : a.days !== undefined ? counted(a.days, 'days') : undefined
  const known = CYCLES.find(c => c === cycle)
  const limit = a.limit?.of === 'adoption' ? LIMITS.find(l => l === counted(a.limit!.n, a.limit!.unit)) : undefined
  if (a.cycle !== undefined) {
    const [starts, ...more] = a.by ?? []
    const adoption = /adoption/.test(a.anchor ?? '') || (/adoption/.test(a.within ?? '') && !limit)
    if (!known) forms.push([{ asks: 'no-day' }, [`“${a.cycle}”: this rulebook counts ${CYCLES.join(', ')}`]])
    else if (starts !== undefined && !more.length) forms.push([{ asks: 'every', cycle: known, startingOn: toIso(starts) }, []])
    else if (adoption) forms.push([{ asks: 'every', cycle: known }, []])
    else
      forms.push([
        { asks: 'every-from-adoption', cycle: known },
        ['from which day the cycle counts was not read: counting from the adoption is an assumption'],
      ])
    if (more.length) for (const by of a.by!) forms.push([{ asks: 'by', by: toIso(by) }, []])
  } else for (const by of a.by ?? []) forms.push([{ asks: 'by', by: toIso(by) }, []])
  if (limit) forms.push([{ asks: 'within', within: limit }, []])
  else if (a.limit?.of === 'expiry' && end !== undefined) {
    const by = a.limit.unit === 'days' ? addDays(end, -a.limit.n) : addMonths(end, -a.limit.n)
    forms.push([{ asks: 'by', by: toIso(by) }, [`“${a.within}”: counted back from ${toIso(end)}, on which this text ends the mandate`]])
  } else if (!forms.length)
    forms.push([{ asks: 'no-day' }, a.within ? [`“${a.within}”: this rulebook counts ${LIMITS.join(', ')} from the adoption`] : []])
  return forms
}
const counted = (n: number, unit: 'days' | 'months'): string => `${n} ${n === 1 ? unit.slice(0, -1) : unit}`

/** The subject under which this mission's mandate is kept, or would be. */
const subjectOf = (r: Reading): string => {
  const kept =
    r.own.findLast(gave)?.face.subject ??
    r.own.findLast(t => t.face.type === 'ReportRequested' && t.face.subject.endsWith('-SG-REPORTS'))?.face.subject
  return kept ?? `${r.mission.replace(/[^A-Za-z0-9._-]+/g, '-')}-SG-REPORTS`
}
/** A text that only ends the mandate is proposed as its end once the day has come: before it nothing has ended. */
const endedOf = (r: Reading): readonly Proposal[] => {
  const [day, ...more] = daysOf(r)
  const end = r.ends.find(e => e.until === day && isIts(e, r.mission))
  if (!r.closed || !end || day === undefined || more.length || day > r.on || r.own.some(t => t.face.type === 'MandateEnded')) return []
  const { symbol, number, paragraphs } = r.ending!
  const p = paragraphs.find(x => x.part === 'operative' && x.paragraph === end.paragraph)
  return [
    {
      is: 'proposal',
      line: {
        id: `proposed-${r.mission.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${number}-ended`,
        ...{ chapter: 'politics', type: 'MandateEnded', subject: subjectOf(r), occurredOn: toIso(day), marking: 'public' },
        source: {
          title: `${symbol}, para. ${end.paragraph}`,
          standing: 'seen',
          note: `Proposed from the words on this record (${p ? citedInWords(p.cites) : 'the archive'}).`,
        },
        data: { mission: r.mission, symbol: symbolOf(number), says: `“${shortened(end.quote, 400)}”` },
      },
      look: ['the day is a candidate: only who has read the paragraph can say that the mandate ended on it'],
    },
  ]
}
const linesOf = (r: Reading): readonly Proposal[] => {
  if (!r.text || r.adopted === null) return endedOf(r)
  const { number, mission } = r,
    subject = subjectOf(r),
    occurredOn = toIso(r.adopted)
  const where = (paragraph: string): string => {
    const p = r.text!.paragraphs.find(x => x.part === 'operative' && x.paragraph === paragraph)
    return `Proposed from the words on this record (${p ? citedInWords(p.cites) : 'the archive'}).`
  }
  const line = (
    type: string,
    nth: string,
    paragraph: string | undefined,
    quote: string,
    data: Data,
    look: readonly string[],
  ): Proposal => ({
    is: 'proposal',
    line: {
      ...{
        id: `proposed-${mission.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${number}-${nth}`,
        chapter: 'politics',
        type,
        subject,
        occurredOn,
      },
      marking: 'public',
      source: {
        title: paragraph === undefined ? r.text!.symbol : `${r.text!.symbol}, para. ${paragraph}`,
        standing: 'seen',
        note: where(paragraph ?? ''),
      },
      data: {
        mission,
        symbol: symbolOf(number),
        ...(paragraph !== undefined && type === 'ReportRequested' && { paragraph: `para. ${paragraph}` }),
        ...data,
        says: `“${shortened(quote, 400)}”`,
      },
    },
    look,
  })
  const days: readonly Day[] = daysOf(r)
  const end = r.ends.find(e => e.until !== undefined && e.until === days[0])
  const renews = r.before.some(c => !c.numbers.includes(number)) || r.own.some(t => gave(t) && numberOf(t) !== number)
  return [
    ...endedOf(r),
    ...(!r.closed && r.ending?.number === number && days.length === 1 && end && !r.own.some(t => gave(t) && numberOf(t) === number)
      ? [
          line(renews ? 'MandateRenewed' : 'MandateAdopted', 'mandate', end.paragraph, end.quote, { until: toIso(days[0]!) }, [
            'the day is a candidate: only who has read the paragraph can say that it is the mandate’s end',
          ]),
        ]
      : []),
    ...asksOf(r)
      .filter(a => !r.own.some(t => confirms(t, number, a.paragraph)))
      .flatMap((a, i) =>
        formsOf(a, r.ending?.number === number && days.length === 1 ? days[0] : undefined).map(([data, look], k) =>
          line(
            'ReportRequested',
            `${a.paragraph.replace(/[^0-9a-z]+/gi, '-').replace(/-$/, '')}-${i + 1}${k ? `-${k + 1}` : ''}`,
            a.paragraph,
            a.quote,
            { known: 'seen', ...data },
            [
              ...look,
              ...(a.by ?? [])
                .filter(d => d < r.adopted!)
                .map(d => `${toIso(d)} lies before its adoption: a misprint, or words of another text`),
            ],
          ),
        ),
      ),
  ]
}
export const propose: Question<ProposalRow> = {
  name: 'propose',
  says: 'What the mandate in force asks for, as lines that a person checks and imports. Nothing is written.',
  columns: proposedColumns,
  options: ofMission,
  rows: async (db, asked) => {
    const r = await readingOf(db, asked)
    if (typeof r === 'string') return [{ is: 'none', says: r }]
    const lines = linesOf(r)
    return lines.length
      ? lines
      : [
          {
            is: 'none',
            says: r.text
              ? `Nothing to propose: what ${r.symbol} asks is on this record already, or it asks for no report.`
              : `Nothing to propose: the text of ${r.symbol} is not on this record.`,
          },
        ]
  },
  line: proposedLine,
}
