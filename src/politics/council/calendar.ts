import type { Asked, Question } from '../../kernel/chapter.ts'
import { clockAt, fields, sourceAt } from '../../kernel/columns.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, FOREVER, toIso } from '../../kernel/day.ts'
import { iso, text } from '../../kernel/ledger/fields.ts'
import { clockOf, groundsOf, owedOn, type Standing } from '../../kernel/ledger/owed.ts'
import { type Told, told } from '../../kernel/ledger/told.ts'
import { byText } from '../../kernel/order.ts'
import { standsAs } from '../../paper/words.ts'
import { duties } from './duties.ts'

// The Council’s calendar: each report that it asked for, with its paragraph, its anchor, the day that follows, what was issued. Late is only
// what came after its own day; between two reports days are counted, and that count judges nothing.

/** What was asked, in the words of its text and not in ours: "every 4 months, starting on 2014-08-01". */
export const inWords = ({ is }: Told['face']): string => {
  const starting = iso(is['startingOn'])
  if (is['asks'] === 'every') return `every ${is['cycle']}${starting ? `, starting on ${starting}` : ', from the adoption'}`
  if (is['asks'] === 'every-from-adoption') return `every ${is['cycle']}; from which day is our reading`
  if (is['asks'] === 'within') return `within ${is['within']} of the adoption`
  if (is['asks'] !== 'by') return 'no day in the text'
  const [from, by] = [iso(is['from']), iso(is['by'])]
  if (!from || !by) return `by ${by ?? 'a day not on this record'}`
  return from.slice(0, 7) === by.slice(0, 7) ? `in ${by.slice(0, 7)}` : `from ${from} to ${by}`
}
const requestOf = (t: Told) => ({
  mission: String(t.face.is['mission']),
  subject: t.face.subject,
  symbol: String(t.face.is['symbol']),
  paragraph: text(t.face.is['paragraph']),
  asked: inWords(t.face),
  askedOn: t.on,
  says: t.says,
  source: t.source,
  entry: t.face.id,
})
/** A document and its three dates, as far as they have come by the day. */
const issuedOf = ({ face: { is }, on: dated }: Told, on: Day) => {
  const come = (d: unknown): string | null => (typeof d === 'number' && d <= on ? toIso(d as Day) : null)
  return { document: String(is['document']), on: dated, distributed: come(is['distributed']), considered: come(is['considered']) }
}
export type Issued = ReturnType<typeof issuedOf>
const askedFor = (o: Standing, request: Told, all: readonly Told[], on: Day) => {
  const d = duties.find(x => x.duty === o.duty)!,
    report = all.find(t => t.face.type === 'ReportIssued' && groundsOf(o).includes(t.face.id))
  return {
    kind: 'asked' as const,
    ...requestOf(request),
    duty: o.duty,
    /** From this day the text counts, and who says so: the text, or we. */
    anchor: {
      day: iso(request.face.is['startingOn']) ?? iso(request.face.latest),
      by: d.binding === 'assumption' ? 'our reading' : 'the text',
    },
    nth: Number(o.key.split('|')[3]!.split('.')[1] ?? 1),
    ...clockOf(o, d),
    issued: report ? issuedOf(report, on) : null,
    /** Days from its own day to the report: none or fewer is in time. */
    after: report && o.due !== FOREVER ? report.face.occurredOn - o.due : null,
  }
}
export type AskedFor = ReturnType<typeof askedFor>
/** Asked for without a day, or in a form that this rulebook does not count. Never late. */
const noDay = (t: Told) => ({ kind: 'no day' as const, ...requestOf(t) })
export type NoDay = ReturnType<typeof noDay>

const isReport = (t: Told): boolean => t.face.type === 'ReportIssued'
/** `before`: the documents that came earlier. Days since the report before are counted; a long interval alone is not lateness. */
const paperOf = (t: Told, before: readonly Told[], asked: readonly AskedFor[], on: Day) => {
  const issued = issuedOf(t, on),
    last = isReport(t) ? before.findLast(p => isReport(p) && p.face.is['mission'] === t.face.is['mission']) : undefined
  return {
    kind: 'document' as const,
    mission: String(t.face.is['mission']),
    subject: t.face.subject,
    what: isReport(t) ? ('report' as const) : ('letter' as const),
    ...issued,
    interval: last ? t.face.occurredOn - last.face.occurredOn : null,
    answers: asked.filter(a => a.subject === t.face.subject && a.issued?.document === issued.document).map(a => `${a.symbol}: ${a.due}`),
    source: t.source,
  }
}
export type Paper = ReturnType<typeof paperOf>
export type CalendarRow = AskedFor | NoDay | Paper

const TYPES = ['ReportRequested', 'ReportIssued', 'LetterSent']
const rows = async (db: Sql, { on, options: { mission } }: Asked): Promise<readonly CalendarRow[]> => {
  const all = (await told(db, { types: TYPES, chapters: ['politics'], on, mission })) ?? [],
    requests = all.filter(t => t.face.type === 'ReportRequested'),
    papers = all.filter(t => t.face.type !== 'ReportRequested'),
    byId = new Map(requests.map(t => [t.face.id, t]))
  const owed = await owedOn(db, {
    duties: duties.map(d => d.duty),
    on,
    ...(mission === undefined ? { most: 500, newest: true } : { most: 10_000, subjects: [...new Set(requests.map(t => t.face.subject))] }),
  })
  const asked = owed.flatMap(o => {
    const request = byId.get(groundsOf(o)[0]!)
    return request ? [askedFor(o, request, all, on)] : []
  })
  const counted = new Set(asked.map(a => a.entry))
  return [
    ...asked.sort(
      (a, b) => byText(a.mission, b.mission) || byText(a.due ?? '9', b.due ?? '9') || byText(a.subject, b.subject) || a.nth - b.nth,
    ),
    ...requests.filter(t => !counted.has(t.face.id)).map(noDay),
    ...papers.map((t, i) => paperOf(t, papers.slice(0, i), asked, on)).sort((a, b) => byText(a.mission, b.mission) || byText(a.on, b.on)),
  ]
}

/** In time, after, or not on this record: by its own day. */
const stoodBy = ({ issued, after, ...asked }: AskedFor): string => {
  if (!issued) return standsAs(asked)
  const far = after === null ? '' : after > 0 ? ` (${after} days after)` : after === 0 ? ' (on the day)' : ` (${-after} days before)`
  return `${issued.document}, ${issued.on}${far}`
}
export const calendar: Question<CalendarRow> = {
  name: 'calendar',
  says: 'The reports that the Council asked for: paragraph, anchor, day, what was issued. Late by its own day, never by an interval.',
  columns: {
    ...fields('kind', 'mission', 'subject', 'symbol', 'paragraph'),
    asked: '#activity',
    askedOn: '#date+start',
    ...fields('duty'),
    'anchor.day': '#date+anchor',
    'anchor.by': '#meta+anchor',
    nth: '#meta+nth',
    ...clockAt(),
    'issued.document': '#event+document',
    'issued.on': '#date+issued',
    'issued.distributed': '#date+distributed',
    'issued.considered': '#date+considered',
    after: '#indicator+days_after',
    what: '#event+type',
    document: '#event+id',
    ...fields('on'),
    distributed: '#date+paper+distributed',
    considered: '#date+paper+considered',
    interval: '#indicator+days_between',
    answers: '#meta+answers',
    ...fields('says'),
    entry: '#meta+entry+id',
    ...sourceAt(),
  },
  options: { mission: { value: 'UNMISS', says: 'of one mission' } },
  rows,
  line: r => {
    if (r.kind === 'document')
      return `${r.on} · ${r.mission} · ${r.what} ${r.document} · considered: ${r.considered ?? 'not on this record'}${r.interval === null ? '' : ` · ${r.interval} days after the one before it on this record`}`
    const where = `${r.mission} · ${r.symbol}${r.paragraph ? `, ${r.paragraph}` : ''} · ${r.asked}`
    if (r.kind === 'no day') return `no day     · ${where} · no day to be late by`
    return `${r.due ?? 'no day    '} · ${where}${r.anchor.by === 'the text' ? '' : ' (the day is ours)'} · ${stoodBy(r)}`
  },
}
