import type { Asked, Question } from '../kernel/chapter.ts'
import { sourceAt } from '../kernel/columns.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, FOREVER, LONG_AGO, toIso } from '../kernel/day.ts'
import type { Source } from '../kernel/ledger/entry.ts'
import { owedOn, type Standing as Stands } from '../kernel/ledger/owed.ts'
import { type Told, told } from '../kernel/ledger/told.ts'
import type { State } from '../kernel/rules/clock.ts'
import type { Scalar } from '../kernel/rules/face.ts'
import type { Binding, Duty, Standing } from '../kernel/rules/rulebook.ts'
import { standsAs } from '../paper/words.ts'
import { duties, reports } from './duties.ts'

// The Council’s calendar: each report that it asked for, with its paragraph, its anchor, the day that follows, what was issued. Late is only
// what came after its own day; between two reports days are counted, and that count judges nothing.

export interface Issued {
  readonly document: string
  readonly on: string
  readonly distributed: string | null
  readonly considered: string | null
}
/** One obligation on the day asked about, in ISO days; `null`: no day. */
export interface ClockRow {
  readonly opened: string | null
  readonly counted: string | null
  readonly due: string | null
  readonly state: State
  readonly since: string | null
  readonly binding: Binding
  readonly standing: Standing
}
interface Request {
  readonly mission: string
  readonly subject: string
  readonly symbol: string
  readonly paragraph: string | null
  /** What was asked, in words: "every 4 months, starting on 2014-08-01". */
  readonly asked: string
  readonly askedOn: string
  readonly says: string | null
  readonly source: Source | null
  readonly entry: string
}
export interface AskedFor extends Request, ClockRow {
  readonly kind: 'asked'
  readonly duty: string
  /** From this day the text counts, and who says so: the text, or we. */
  readonly anchor: { readonly day: string | null; readonly by: 'the text' | 'our reading' }
  readonly nth: number
  readonly issued: Issued | null
  /** Days from its own day to the report: none or fewer is in time. */
  readonly after: number | null
  readonly limit: Standing | null
}
/** Asked for without a day, or in a form that this rulebook does not count. Never late. */
export interface NoDay extends Request {
  readonly kind: 'no day'
}
/** One document, and its three dates. */
export interface Paper extends Issued {
  readonly kind: 'document'
  readonly mission: string
  readonly subject: string
  readonly what: 'report' | 'letter'
  /** Days since the report before. A long interval alone is not lateness. */
  readonly interval: number | null
  readonly answers: readonly string[]
  readonly source: Source | null
}
export type CalendarRow = AskedFor | NoDay | Paper

export const text = (value: Scalar | undefined): string | null => (typeof value === 'string' ? value : null)
export const iso = (d: Scalar | undefined): string | null =>
  typeof d !== 'number' || d === FOREVER || d === LONG_AGO ? null : toIso(d as Day)
/** A day that is known by now. */
const come = (d: Scalar | undefined, on: Day): string | null => (typeof d === 'number' && d <= on ? toIso(d as Day) : null)
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const TYPES = ['ReportRequested', 'ReportIssued', 'LetterSent']
export const ofMission = (options: Asked['options']) => (options['mission'] === undefined ? {} : { mission: options['mission'] })

/** What was asked, in the words of its text and not in ours. */
export const inWords = ({ is }: Told['face']): string => {
  const starting = iso(is['startingOn'])
  if (is['asks'] === 'every') return `every ${is['cycle']}${starting ? `, starting on ${starting}` : ', from the adoption'}`
  if (is['asks'] === 'every-from-adoption') return `every ${is['cycle']}; from which day was not read`
  if (is['asks'] === 'within') return `within ${is['within']} of the adoption`
  if (is['asks'] !== 'by') return 'no day in the text'
  const [from, by] = [iso(is['from']), iso(is['by'])]
  if (!from || !by) return `by ${by ?? 'a day not on this record'}`
  return from.slice(0, 7) === by.slice(0, 7) ? `in ${by.slice(0, 7)}` : `from ${from} to ${by}`
}
const requestOf = (t: Told): Request => ({
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
const issuedOf = ({ face: { is }, on: dated }: Told, on: Day): Issued => ({
  document: String(is['document']),
  on: dated,
  distributed: come(is['distributed'], on),
  considered: come(is['considered'], on),
})
export const clockOf = (o: Stands, d: Duty): ClockRow => ({
  opened: iso(o.begins),
  counted: iso(o.start),
  due: iso(o.due),
  state: o.stands,
  since: iso(o.since),
  binding: d.binding,
  standing: d.cites.standing,
})
const askedFor = (o: Stands, request: Told, all: readonly Told[], on: Day): AskedFor => {
  const d = duties.find(x => x.duty === o.duty)!,
    grounds = JSON.parse(o.grounds) as string[],
    report = all.find(t => t.face.type === 'ReportIssued' && grounds.includes(t.face.id))
  return {
    kind: 'asked',
    ...requestOf(request),
    duty: o.duty,
    anchor: {
      day: iso(request.face.is['startingOn']) ?? iso(request.face.latest),
      by: d.binding === 'assumption' ? 'our reading' : 'the text',
    },
    nth: Number(o.key.split('|')[3]!.split('.')[1] ?? 1),
    ...clockOf(o, d),
    issued: report ? issuedOf(report, on) : null,
    after: report && o.due !== FOREVER ? report.face.occurredOn - o.due : null,
    limit: d.within === 'without delay' ? null : d.within.standing,
  }
}

const rows = async (db: Sql, { on, options }: Asked): Promise<readonly CalendarRow[]> => {
  const mission = options['mission'],
    all = (await told(db, { types: TYPES, chapters: ['politics'], on, ...ofMission(options) })) ?? [],
    requests = all.filter(t => t.face.type === 'ReportRequested'),
    names = reports.map(d => d.duty)
  const owed = await owedOn(db, {
    duties: names,
    on,
    ...(mission === undefined ? { most: 500, newest: true } : { most: 10_000, subjects: [...new Set(requests.map(t => t.face.subject))] }),
  })
  const byId = new Map(requests.map(t => [t.face.id, t]))
  const asked = owed.flatMap((o): AskedFor[] => {
    const request = byId.get((JSON.parse(o.grounds) as string[])[0]!)
    return request ? [askedFor(o, request, all, on)] : []
  })
  const counted = new Set(asked.map(a => a.entry))
  const papers = all.filter(t => t.face.type === 'ReportIssued' || t.face.type === 'LetterSent')
  return [
    ...asked.sort(
      (a, b) => byText(a.mission, b.mission) || byText(a.due ?? '9', b.due ?? '9') || byText(a.subject, b.subject) || a.nth - b.nth,
    ),
    ...requests.filter(t => !counted.has(t.face.id)).map((t): NoDay => ({ kind: 'no day', ...requestOf(t) })),
    ...papers
      .map((t, i): Paper => {
        const issued = issuedOf(t, on),
          is = (p: Told) => p.face.type === 'ReportIssued' && p.face.is['mission'] === t.face.is['mission'],
          before = is(t) ? papers.slice(0, i).findLast(is) : undefined
        return {
          kind: 'document',
          mission: String(t.face.is['mission']),
          subject: t.face.subject,
          what: t.face.type === 'ReportIssued' ? 'report' : 'letter',
          ...issued,
          interval: before ? t.face.occurredOn - before.face.occurredOn : null,
          answers: asked
            .filter(a => a.subject === t.face.subject && a.issued?.document === issued.document)
            .map(a => `${a.symbol}: ${a.due}`),
          source: t.source,
        }
      })
      .sort((a, b) => byText(a.mission, b.mission) || byText(a.on, b.on)),
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
    kind: '#meta+type',
    mission: '#org+mission',
    subject: '#meta+id',
    symbol: '#meta+text+id',
    paragraph: '#meta+text+paragraph',
    asked: '#activity',
    askedOn: '#date+start',
    duty: '#activity+id',
    'anchor.day': '#date+anchor',
    'anchor.by': '#meta+anchor',
    nth: '#meta+nth',
    opened: '#date+start',
    counted: '#date+counted',
    due: '#date+due',
    state: '#status',
    since: '#date+since',
    binding: '#meta+binding',
    standing: '#meta+standing',
    limit: '#meta+limit+standing',
    'issued.document': '#event+document',
    'issued.on': '#date+issued',
    'issued.distributed': '#date+distributed',
    'issued.considered': '#date+considered',
    after: '#indicator+days_after',
    what: '#event+type',
    document: '#event+id',
    on: '#date',
    distributed: '#date+paper+distributed',
    considered: '#date+paper+considered',
    interval: '#indicator+days_between',
    answers: '#meta+answers',
    says: '#description',
    entry: '#meta+entry+id',
    ...sourceAt(),
  },
  options: { mission: { value: 'UNMISS', says: 'of one mission' } },
  rows,
  line: r => {
    const where = (q: Request) => `${q.mission} · ${q.symbol}${q.paragraph ? `, ${q.paragraph}` : ''} · ${q.asked}`
    if (r.kind === 'asked')
      return `${r.due ?? 'no day    '} · ${where(r)}${r.anchor.by === 'the text' ? '' : ' (the day is ours)'} · ${stoodBy(r)}`
    if (r.kind === 'no day') return `no day     · ${where(r)} · no day to be late by`
    return `${r.on} · ${r.mission} · ${r.what} ${r.document} · considered: ${r.considered ?? 'not on this record'}${r.interval === null ? '' : ` · ${r.interval} days after the one before`}`
  },
}
