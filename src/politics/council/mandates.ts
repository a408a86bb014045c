import type { Question } from '../../kernel/chapter.ts'
import { fields, sourceAt } from '../../kernel/columns.ts'
import { type Day, toIso } from '../../kernel/day.ts'
import { iso } from '../../kernel/ledger/fields.ts'
import { type Told, told } from '../../kernel/ledger/told.ts'
import { byText } from '../../kernel/order.ts'
import { inWords } from './calendar.ts'

const WHAT: Readonly<Record<string, string>> = { shortened: 'shortened', technical: 'rolled over' }
const whatOf = ({ face: { type, is } }: Told): string => (type === 'MandateAdopted' ? 'adopted' : (WHAT[String(is['how'])] ?? 'renewed'))
const GIVEN = ['MandateAdopted', 'MandateRenewed']

/** How it ended, or that nothing of it is on this record. */
const becameOf = (next: Told | undefined, until: Day | undefined, inForce: boolean): string => {
  if (next?.face.type === 'MandateEnded') return `ended on ${next.on}`
  if (next) return `${whatOf(next)} by ${String(next.face.is['symbol'])}, ${next.on}`
  if (until === undefined) return 'no last day on this record'
  return inForce ? `runs until ${toIso(until)}` : `ran until ${toIso(until)}; what followed is not on this record`
}
const mandateOf = (t: Told, all: readonly Told[], on: Day) => {
  const { is, subject } = t.face,
    until = typeof is['until'] === 'number' ? (is['until'] as Day) : undefined
  const next = all.slice(all.indexOf(t) + 1).find(n => n.face.subject === subject && n.face.type !== 'ReportRequested'),
    followed = next && (until === undefined || next.face.occurredOn <= until + 1) ? next : undefined,
    inForce = !followed && (until === undefined || until >= on)
  return {
    mission: String(is['mission']),
    subject,
    symbol: String(is['symbol']),
    what: whatOf(t),
    on: t.on,
    until: iso(until),
    inForce,
    became: becameOf(followed, until, inForce),
    asks: all
      .filter(r => r.face.type === 'ReportRequested' && r.face.is['mission'] === is['mission'] && r.face.is['symbol'] === is['symbol'])
      .map(r => `report ${inWords(r.face)}${r.face.is['paragraph'] === undefined ? '' : ` (${r.face.is['paragraph']})`}`),
    says: t.says,
    source: t.source,
  }
}
export type MandateRow = ReturnType<typeof mandateOf>

export const mandates: Question<MandateRow> = {
  name: 'mandates',
  says: 'The mandates on this record: in force on the day or not, what each asks, how it ended.',
  columns: {
    ...fields('mission', 'subject', 'symbol'),
    what: '#event+type',
    on: '#date+start',
    ...fields('until'),
    inForce: '#status',
    became: '#description+became',
    asks: '#activity',
    ...fields('says'),
    ...sourceAt(),
  },
  options: { mission: { value: 'MINUSMA', says: 'of one mission' } },
  rows: async (db, { on, options: { mission } }) => {
    const all = (await told(db, { types: [...GIVEN, 'MandateEnded', 'ReportRequested'], chapters: ['politics'], on, mission })) ?? []
    return all
      .filter(t => GIVEN.includes(t.face.type))
      .map(t => mandateOf(t, all, on))
      .sort((a, b) => byText(a.mission, b.mission) || byText(a.on, b.on))
  },
  line: r =>
    `${r.on} · ${r.mission} · ${r.symbol} ${r.what} · ${r.inForce ? 'in force: ' : ''}${r.became} · ${r.asks.join('; ') || 'no report asked for on this record'}`,
}
