import type { Asked, Question } from '../kernel/chapter.ts'
import { sourceAt } from '../kernel/columns.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, toIso } from '../kernel/day.ts'
import type { Source } from '../kernel/ledger/entry.ts'
import { type Told, told } from '../kernel/ledger/told.ts'
import { byText, inWords, iso, ofMission, text } from './views.ts'

// Mandates in force on a day, what each asks and how it ended; and the tasks that they set, in their order.

export interface MandateRow {
  readonly mission: string
  readonly subject: string
  readonly symbol: string
  readonly what: 'adopted' | 'renewed' | 'shortened' | 'rolled over'
  readonly on: string
  readonly until: string | null
  readonly inForce: boolean
  /** How it ended, or that nothing of it is on this record. */
  readonly became: string
  readonly asks: readonly string[]
  readonly says: string | null
  readonly source: Source | null
}
const WHAT = { renewed: 'renewed', shortened: 'shortened', technical: 'rolled over' } as const
const whatOf = ({ face: { type, is } }: Told): MandateRow['what'] =>
  type === 'MandateAdopted' ? 'adopted' : WHAT[(text(is['how']) ?? 'renewed') as keyof typeof WHAT]
const GIVEN = ['MandateAdopted', 'MandateRenewed']
const mission = { mission: { value: 'MINUSMA', says: 'of one mission' } }
const read = async (db: Sql, { on, options }: Asked, types: readonly string[]): Promise<readonly Told[]> =>
  (await told(db, { types, chapters: ['politics'], on, ...ofMission(options) })) ?? []

const becameOf = (next: Told | undefined, until: Day | undefined, inForce: boolean): string => {
  if (next?.face.type === 'MandateEnded') return `ended on ${next.on}`
  if (next) return `${whatOf(next)} by ${String(next.face.is['symbol'])}, ${next.on}`
  if (until === undefined) return 'no last day on this record'
  return inForce ? `runs until ${toIso(until)}` : `ran until ${toIso(until)}; what followed is not on this record`
}
const mandateOf = (t: Told, all: readonly Told[], on: Day): MandateRow => {
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
    until: iso(is['until']),
    inForce,
    became: becameOf(followed, until, inForce),
    asks: all
      .filter(r => r.face.type === 'ReportRequested' && r.face.is['mission'] === is['mission'] && r.face.is['symbol'] === is['symbol'])
      .map(r => `report ${inWords(r.face)}${r.face.is['paragraph'] === undefined ? '' : ` (${r.face.is['paragraph']})`}`),
    says: t.says,
    source: t.source,
  }
}
export const mandates: Question<MandateRow> = {
  name: 'mandates',
  says: 'The mandates on this record: in force on the day or not, what each asks, how it ended.',
  columns: {
    mission: '#org+mission',
    subject: '#meta+id',
    symbol: '#meta+text+id',
    what: '#event+type',
    on: '#date+start',
    until: '#date+end',
    inForce: '#status',
    became: '#description+became',
    asks: '#activity',
    says: '#description',
    ...sourceAt(),
  },
  options: mission,
  rows: async (db, asked) => {
    const all = await read(db, asked, [...GIVEN, 'MandateEnded', 'ReportRequested'])
    return all
      .filter(t => GIVEN.includes(t.face.type))
      .map(t => mandateOf(t, all, asked.on))
      .sort((a, b) => byText(a.mission, b.mission) || byText(a.on, b.on))
  },
  line: r =>
    `${r.on} · ${r.mission} · ${r.symbol} ${r.what} · ${r.inForce ? 'in force: ' : ''}${r.became} · ${r.asks.join('; ') || 'no report asked for on this record'}`,
}

export interface TaskRow {
  readonly mission: string
  readonly subject: string
  readonly symbol: string
  readonly paragraph: string | null
  readonly step: number | null
  readonly task: string
  /** What must come first: a task of this record, or in words; and whether that has come. */
  readonly after: { readonly what: string; readonly come: string | null } | null
  readonly from: string | null
  readonly until: string | null
  readonly stands: 'done' | 'ended' | 'begun' | 'waits' | 'may begin' | 'not on this record'
  readonly since: string | null
  readonly source: Source | null
}
const STANDS: Readonly<Record<string, TaskRow['stands']>> = { TaskDone: 'done', TaskEnded: 'ended', TaskBegun: 'begun' }
const taskOf = (t: Told, all: readonly Told[], on: Day): TaskRow => {
  const { is, subject } = t.face,
    its = (of: string, ...types: string[]) => all.findLast(o => o.face.subject === of && types.includes(o.face.type))
  const after = text(is['after']),
    come = after === null ? undefined : (its(subject, 'ConditionMet') ?? its(after, 'TaskDone')),
    last = its(subject, 'TaskDone', 'TaskEnded') ?? its(subject, 'TaskBegun'),
    waits = (after !== null && !come) || (typeof is['from'] === 'number' && is['from'] > on)
  return {
    mission: String(is['mission']),
    subject,
    symbol: String(is['symbol']),
    paragraph: text(is['paragraph']),
    step: typeof is['step'] === 'number' ? is['step'] : null,
    task: t.says ?? subject,
    after: after === null ? null : { what: after, come: come?.on ?? null },
    from: iso(is['from']),
    until: iso(is['until']),
    stands: last ? STANDS[last.face.type]! : waits ? 'waits' : after !== null ? 'may begin' : 'not on this record',
    since: last?.on ?? null,
    source: t.source,
  }
}
export const tasks: Question<TaskRow> = {
  name: 'tasks',
  says: 'The tasks that the Council set a mission, in sequence, with what must come first. A task without a day is never past.',
  columns: {
    mission: '#org+mission',
    subject: '#meta+id',
    symbol: '#meta+text+id',
    paragraph: '#meta+text+paragraph',
    step: '#activity+step',
    task: '#activity',
    'after.what': '#activity+after',
    'after.come': '#date+after',
    from: '#date+start',
    until: '#date+end',
    stands: '#status',
    since: '#date+since',
    ...sourceAt(),
  },
  options: mission,
  rows: async (db, asked) => {
    const all = await read(db, asked, ['TaskMandated', 'ConditionMet', 'TaskBegun', 'TaskDone', 'TaskEnded'])
    return all
      .filter(t => t.face.type === 'TaskMandated')
      .map(t => taskOf(t, all, asked.on))
      .sort(
        (a, b) =>
          byText(a.mission, b.mission) || byText(a.symbol, b.symbol) || (a.step ?? 99) - (b.step ?? 99) || byText(a.subject, b.subject),
      )
  },
  line: r =>
    `${r.mission} · ${r.symbol}${r.paragraph ? `, ${r.paragraph}` : ''} · ${r.step ?? '-'} · ${r.task} · ${r.after ? `after ${r.after.what}${r.after.come ? ` (${r.after.come})` : ''} · ` : ''}${r.stands}`,
}
