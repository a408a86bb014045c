import {
  AS_PUBLISHED,
  type AskedRow,
  asPublished,
  type Cites,
  citedInWords,
  type Ending,
  isNoAnswer,
  type ReportAsked,
  rows,
} from '../../../archive/index.ts'
import type { Asked, Question } from '../../../kernel/chapter.ts'
import { citesAt, sourceAt } from '../../../kernel/columns.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import { type Day, toIso } from '../../../kernel/day.ts'
import { iso, text } from '../../../kernel/ledger/fields.ts'
import type { Told } from '../../../kernel/ledger/told.ts'
import type { None } from '../../../paper/proposal.ts'
import { inWords } from '../calendar.ts'
import { MONTHS, TASKS, type TaskGiven, tasksOf } from './coded.ts'
import { LIST } from './listed.ts'
import { askedIn, asksOf, candidatesOf, confirms, daysOf, gave, isIts, numberOf, ofMission, type Reading, readingOf } from './reading.ts'
import { TEXTS, type Text } from './texts.ts'

// The mandate in force on a day, from published tables and texts, beside what a person has put on this record. What a text says of an end
// is a candidate: it becomes the mandate's last day only by a person's word, and a day of another kind never does.

interface Stood {
  /** null: this record cannot tell. */
  readonly inForce: boolean | null
  readonly stands: string
  /** Its last day, by a person's word. */
  readonly until: string | null
}
const stood = (r: Reading, life: AskedRow | undefined): Stood => {
  const ended = r.own.findLast(t => t.face.type === 'MandateEnded')
  const last = r.own.findLast(gave)
  if (ended && (!last || ended.face.latest >= last.face.latest))
    return { inForce: false, stands: `ended on ${ended.on}, by this record`, until: null }
  const word = r.own.findLast(
    t => gave(t) && (numberOf(t) === r.ending?.number || numberOf(t) === r.number) && t.face.is['until'] !== undefined,
  )
  const until = word ? (word.face.is['until'] as Day) : undefined
  // A later text that only ends it is not passed over for what was said before it.
  if (until !== undefined && !(r.closed && daysOf(r).length && numberOf(word!) !== r.ending!.number))
    return {
      inForce: until >= r.on,
      stands: until >= r.on ? `in force until ${toIso(until)}` : `ran until ${toIso(until)}; what followed is not on this record`,
      until: toIso(until),
    }
  if (life?.to != null && life.to < r.on)
    return { inForce: false, stands: `the list of operations ends the mission on ${toIso(life.to)}`, until: null }
  const days = daysOf(r),
    counted = typeof r.month !== 'string'
  if (days.length > 1)
    return {
      inForce: counted || null,
      stands: `${days.length} days stand in the text, ${days.map(toIso).join(' and ')}: which is its end is a person’s word`,
      until: null,
    }
  const [day] = days
  if (day !== undefined)
    return {
      inForce: day >= r.on ? true : counted ? null : false,
      stands: `${day >= r.on ? 'in force' : 'it ran'} until ${toIso(day)} by the words of ${r.ending!.symbol}, which nobody has confirmed${day < r.on && !r.closed ? '; what followed is not on this record' : ''}`,
      until: null,
    }
  const given = candidatesOf(r).find(e => e.months !== undefined)
  return {
    inForce: counted || null,
    stands: `${counted ? 'in force by the table of months; ' : ''}${given ? `given for ${given.months} months${given.from ? ' from its adoption' : ', and from which day they count the words leave open'}` : 'its last day is not on this record'}`,
    until: null,
  }
}

/** No month to go by, and the mandate is in force: the tasks that its own text names are told, and no others. */
const ofItself = (r: Reading, lives: Stood): boolean =>
  typeof r.month === 'string' && lives.inForce === true && r.before.at(-1)?.numbers.includes(r.number) === true
const OF_ITSELF =
  'The tasks are those that its own text names: which earlier ones go on is not on this record. peaceops archive add pema-months FILE tells it.'
/** The day of an entry stands, whatever a later file of the text says; and that is said. */
const saysOther = (r: Reading, { until }: Stood): readonly string[] => {
  const days = daysOf(r).map(toIso)
  const before = r.closed ? iso(r.own.findLast(t => gave(t) && t.face.is['until'] !== undefined)?.face.is['until']) : undefined
  if (before && until === null) return [`an entry of this record says ${before}, by a text before that one`]
  return until === null || r.ending?.number !== r.number || !days.length || days.includes(until)
    ? []
    : [`an entry of this record says ${until}; the text on this record now says ${days.join(' and ')}`]
}
const codedIn = (r: Reading) => r.before.findLast(c => c.numbers.includes(r.number))
const monthIn = ({ month }: Reading): AskedRow | undefined => (typeof month === 'string' ? undefined : month)
const mandateOf = (r: Reading, lives: Stood, life: AskedRow | undefined) => ({
  ...{ is: 'mandate' as const, mission: r.mission, name: r.name, symbol: r.symbol },
  adopted: r.adopted === null ? null : toIso(r.adopted),
  ...lives,
  odd: [...r.odd, ...saysOther(r, lives), ...(typeof r.month === 'string' ? [r.month] : []), ...(ofItself(r, lives) ? [OF_ITSELF] : [])],
  /** The row of the coders, or the text where it is not in their table; the row of the month, the row of the list of operations: as far as there are such. */
  from: [codedIn(r)?.row.cites ?? r.text?.paragraphs[0]?.cites, monthIn(r)?.cites, life?.cites].filter(c => c !== undefined),
})
export type InForce = ReturnType<typeof mandateOf>

const citesIn = (t: Text | undefined, paragraph: string): Cites | null =>
  t?.paragraphs.find(p => p.part === 'operative' && p.paragraph === paragraph)?.cites ?? null
const endOf = (e: Ending, r: Reading, confirmed: string | null) => {
  const until = e.until === undefined ? null : toIso(e.until),
    /** `mandate`: may be its end. Every other kind is a trap, or another matter. */
    kind: Ending['kind'] | 'another mission' = isIts(e, r.mission) ? 'mandate' : e.kind === 'mandate' ? 'another mission' : e.kind
  return {
    ...{ is: 'end' as const, symbol: r.ending!.symbol, kind, mission: e.mission ?? null, until, months: e.months ?? null },
    ...{ paragraph: e.paragraph, quote: e.quote, because: e.because },
    /** A person has put this very day on the record. */
    confirmed: kind === 'mandate' && until !== null && until === confirmed,
    cites: citesIn(r.ending, e.paragraph),
  }
}
export type End = ReturnType<typeof endOf>

const reportOf = (a: ReportAsked, r: Reading) => {
  const by = r.own.find(t => confirms(t, r.number, a.paragraph))
  return {
    ...{ is: 'report' as const, symbol: r.symbol, paragraph: a.paragraph, asked: askedIn(a), quote: a.quote },
    /** What a person made of it; null: proposed, and nobody owes it yet. */
    confirmed: by ? { subject: by.face.subject, asked: inWords(by.face) } : null,
    cites: citesIn(r.text, a.paragraph),
  }
}
export type Report = ReturnType<typeof reportOf>

/** What a person put on this record about this mandate. */
const saidOf = ({ face, on, says, source }: Told) => {
  const until = iso(face.is['until'])
  return {
    ...{ is: 'said' as const, type: face.type, on, symbol: text(face.is['symbol']) ?? '', subject: face.subject, source },
    what: face.type === 'ReportRequested' ? `a report ${inWords(face)}` : (says ?? (until ? `until ${until}` : face.type)),
  }
}
export type Said = ReturnType<typeof saidOf>
export type InForceRow = InForce | End | TaskGiven | Report | Said | None

const given = (r: Reading, lives: Stood): readonly TaskGiven[] => tasksOf(monthIn(r), monthIn(r) || ofItself(r, lives) ? r.before : [], r)
/** The tasks in force on the day, as coded. */
export const tasksIn = (r: Reading): readonly TaskGiven[] => given(r, stood(r, undefined))

const OPERATIONS = 'un-operations'
const rowsOf = async (db: Sql, asked: Asked): Promise<readonly InForceRow[]> => {
  const found = await readingOf(db, asked)
  if (typeof found === 'string') return [{ is: 'none', says: found }]
  const list = await rows(db, OPERATIONS, { ...asPublished(asked.options)(OPERATIONS), filters: { mission: found.mission }, limit: 1 })
  const r = isNoAnswer(list) && list.none === 'no such snapshot' ? { ...found, odd: [...found.odd, list.says] } : found
  const life = isNoAnswer(list) ? undefined : list.rows[0],
    lives = stood(r, life)
  return [
    mandateOf(r, lives, life),
    ...r.ends.map(e => endOf(e, r, lives.until)).sort((a, b) => Number(b.kind === 'mandate') - Number(a.kind === 'mandate')),
    ...given(r, lives),
    ...asksOf(r).map(a => reportOf(a, r)),
    ...r.own.filter(t => numberOf(t) === r.number || t.face.type === 'MandateEnded').map(saidOf),
  ]
}
const where = (c: Cites | null): string => (c ? `  [${citedInWords(c)}]` : '')
const says = (r: InForceRow): string => {
  switch (r.is) {
    case 'none':
      return r.says
    case 'mandate':
      return [
        `${r.mission} · ${r.symbol}, adopted ${r.adopted ?? 'on a day not on this record'} · ${r.stands}`,
        ...r.odd.map(o => `  to look at: ${o}`),
        ...r.from.map(c => `  from: ${citedInWords(c)}`),
      ].join('\n')
    case 'end':
      return `end · ${r.kind === 'mandate' ? (r.confirmed ? 'confirmed' : 'candidate') : `not its end: ${r.kind}`} · ${r.until ?? (r.months === null ? 'no day' : `${r.months} months`)} · ${r.symbol}, ${r.paragraph} · ${r.because} · “${r.quote}”${where(r.cites)}`
    case 'task':
      return [
        `task · ${r.says} ${r.way} · ${r.symbol}, ${r.paragraph ?? (r.coded || 'no paragraph')}${r.words ? ` · “${r.words}”${where(r.text)}` : ''}${where(r.cites)}`,
        ...r.odd.map(o => `  to look at: ${o}`),
      ].join('\n')
    case 'report':
      return `report · ${r.symbol}, ${r.paragraph} · ${r.asked} · ${r.confirmed ? `on this record: ${r.confirmed.subject}, ${r.confirmed.asked}` : 'proposed: peaceops politics propose'} · “${r.quote}”${where(r.cites)}`
    case 'said':
      return `on this record · ${r.on} · ${r.type} · ${r.symbol} · ${r.subject} · ${r.what}`
  }
}
export const mandate: Question<InForceRow> = {
  name: 'mandate',
  says: 'The mandate of a mission in force on a day: its tasks with the words of their paragraphs, its end, the reports it asks for, what a person has confirmed.',
  columns: {
    is: '#meta+type',
    mission: '#org+mission',
    name: '#org+name',
    symbol: '#meta+text+id',
    adopted: '#date+start',
    inForce: '#status',
    stands: '#description+stands',
    until: '#date+end',
    kind: '#meta+end+type',
    months: '#indicator+months+num',
    paragraph: '#meta+text+paragraph',
    quote: '#description',
    because: '#meta+because',
    confirmed: '#status+confirmed',
    asked: '#activity+asked',
    task: '#activity+code',
    says: '#activity',
    way: '#activity+way',
    coded: '#meta+coded',
    words: '#description+coded',
    holds: '#meta+holds',
    in: '#meta+text+in',
    type: '#event+type',
    on: '#date',
    subject: '#meta+id',
    what: '#event',
    ...sourceAt(),
    odd: '#meta+odd',
    ...citesAt(),
    ...citesAt('from'),
    ...citesAt('text'),
  },
  tables: [TASKS, MONTHS, TEXTS, LIST, OPERATIONS],
  options: { ...ofMission, ...AS_PUBLISHED },
  rows: rowsOf,
  line: says,
}
