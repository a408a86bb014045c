import { CompiledQuery } from 'kysely'
import { stateNamed } from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import { citesAt, sourceAt } from '../kernel/columns.ts'
import type { Sql } from '../kernel/database/pools.ts'
import type { Source } from '../kernel/ledger/entry.ts'
import { owedOn, type Standing as Stands } from '../kernel/ledger/owed.ts'
import { type Told, told, toldOf } from '../kernel/ledger/told.ts'
import { standsAs } from '../paper/words.ts'
import { type InTable, type NotAsked, type Published, publishedOf } from './archive/published-agreements.ts'
import { keepProvision } from './duties.ts'
import { byText, type ClockRow, clockOf, iso, text } from './views.ts'

// What parties set each other: each provision with its days, the old ones too, what became of it, and how each monitor rates it. No rating is ours.

export interface Rating {
  readonly rater: string
  readonly scale: string
  readonly rating: string
  readonly on: string
  readonly source: Source | null
}
export interface Provision {
  readonly kind: 'provision'
  readonly subject: string
  readonly party: string
  readonly paragraph: string | null
  readonly says: string | null
  /** What comes back has no day on this record: its cycle, and how often it is told to have been done. */
  readonly cycle: string | null
  readonly kept: number
  /** Each last day that it had, the first one first, and since when. */
  readonly dates: readonly { readonly until: string; readonly since: string; readonly source: Source | null }[]
  /** `null`: no clock runs, or it is owed no more. */
  readonly clock: ClockRow | null
  readonly met: { readonly on: string; readonly says: string | null; readonly source: Source | null } | null
  readonly dropped: string | null
  /** The newest word of each monitor, side by side. */
  readonly ratings: readonly Rating[]
  /** Two monitors use one scale and say different things. Across scales nothing is compared. */
  readonly disagree: boolean
  readonly source: Source | null
}
export interface Step {
  readonly kind: 'step' | 'reported'
  readonly subject: string
  readonly type: string
  readonly on: string
  readonly who: string | null
  readonly says: string | null
  readonly source: Source | null
}
/** Of all provisions. Unknown: no monitor rated it, or one rated it "unknown". */
export interface Counts {
  readonly kind: 'count'
  readonly id: string
  readonly provisions: number
  readonly met: number
  readonly unanswered: number
  readonly extended: number
  readonly rated: number
  readonly disagree: number
  readonly unknown: number
}
export type AgreementRow = Step | Provision | Counts

const LIFE = /^(ProcessOpened|MediatorNamed|TalksHeld|PeriodExtended|Agreement[A-Z].*)$/
const SET = ['ProvisionWithLimit', 'ProvisionRecurring']

/** An agreement and its provisions: the subject itself, and what stands after a dot. Along the unique index of subjects. */
const subjectsOf = async (db: Sql, id: string): Promise<readonly string[]> => {
  const { rows } = await db.executeQuery<{ subject: string }>(
    CompiledQuery.raw(
      `select subject from entry where ledger = 1 and subject = $1 and nth = 1
       union all (select subject from entry where ledger = 1 and subject > $1 || '.' and subject < $1 || '/' and nth = 1 order by subject limit 500)`,
      [id],
    ),
  )
  return rows.map(r => r.subject)
}
const stepOf = (t: Told, kind: Step['kind']): Step => ({
  kind,
  subject: t.face.subject,
  type: t.face.type,
  on: t.on,
  who: text(t.face.is['parties'] ?? t.face.is['by'] ?? t.face.is['document']),
  says: t.says,
  source: t.source,
})
/** The newest word of each monitor, on each scale that it uses. */
const ratingsOf = (its: readonly Told[]): Rating[] => {
  const newest = new Map<string, Rating>()
  for (const { face, on, source } of its) {
    const [rater, scale, rating] = [String(face.is['rater']), String(face.is['scale']), String(face.is['rating'])]
    if (face.type === 'ProvisionRated') newest.set(`${rater}|${scale}`, { rater, scale, rating, on, source })
  }
  return [...newest.values()].sort((a, b) => byText(a.rater, b.rater))
}
const provisionOf = (set: Told, all: readonly Told[], owed: readonly Stands[]): Provision => {
  const { is, subject, type, id } = set.face,
    its = all.filter(t => t.face.subject === subject),
    clock = owed.find(o => (JSON.parse(o.grounds) as string[])[0] === id),
    met = its.findLast(t => t.face.type === 'ProvisionMet'),
    first = iso(is['until']),
    ratings = ratingsOf(its)
  return {
    kind: 'provision',
    subject,
    party: String(is['party']),
    paragraph: text(is['paragraph']),
    says: set.says,
    cycle: type === 'ProvisionRecurring' ? String(is['cycle']) : null,
    kept: its.filter(t => t.face.type === 'ProvisionKept').length,
    dates: [
      ...(first ? [{ until: first, since: set.on, source: set.source }] : []),
      ...its.flatMap(t => {
        const until = t.face.type === 'DeadlineExtended' && t.face.is['duty'] === keepProvision.duty ? iso(t.face.is['until']) : null
        return until ? [{ until, since: t.on, source: t.source }] : []
      }),
    ],
    clock: clock ? clockOf(clock, keepProvision) : null,
    met: met ? { on: met.on, says: met.says, source: met.source } : null,
    dropped: its.find(t => t.face.type === 'ProvisionDropped' || t.face.type === 'AgreementReplaced')?.on ?? null,
    ratings,
    disagree: ratings.some(a => ratings.some(b => a.scale === b.scale && a.rating.toLowerCase() !== b.rating.toLowerCase())),
    source: set.source,
  }
}
const isUnknown = (p: Provision): boolean => p.ratings.every(r => r.rating.toLowerCase() === 'unknown')
const countsOf = (id: string, all: readonly Provision[]): Counts => ({
  kind: 'count',
  id,
  provisions: all.length,
  met: all.filter(p => p.met).length,
  unanswered: all.filter(p => p.clock?.state === 'silent' || p.clock?.state === 'overdue').length,
  extended: all.filter(p => p.dates.length > 1).length,
  rated: all.filter(p => !isUnknown(p)).length,
  disagree: all.filter(p => p.disagree).length,
  unknown: all.filter(isUnknown).length,
})
export const agreement: Question<AgreementRow> = {
  name: 'agreement',
  word: 'ID',
  says: 'One agreement: signed, transmitted, each provision with its days and the old ones, what became of it, and how monitors rate it.',
  columns: {
    kind: '#meta+type',
    id: '#event+id',
    subject: '#meta+id',
    type: '#event+type',
    on: '#date',
    who: '#org+name',
    party: '#org+debtor+code',
    paragraph: '#meta+text+paragraph',
    says: '#description',
    cycle: '#date+cycle',
    kept: '#indicator+kept',
    'dates.until': '#date+due',
    'dates.since': '#date+since',
    ...sourceAt('dates.source'),
    'clock.opened': '#date+start',
    'clock.counted': '#date+counted',
    'clock.due': '#date+clock+due',
    'clock.state': '#status',
    'clock.since': '#date+clock+since',
    'clock.binding': '#meta+binding',
    'clock.standing': '#meta+standing',
    met: '#indicator+met',
    dropped: '#date+dropped',
    ratings: '#indicator+rating',
    disagree: '#meta+disagree',
    provisions: '#indicator+provisions+num',
    unanswered: '#indicator+unanswered+num',
    extended: '#indicator+extended+num',
    rated: '#indicator+rated+num',
    unknown: '#indicator+unknown+num',
    ...sourceAt(),
  },
  options: {},
  rows: async (db, asked) => {
    const id = asked.word ?? '',
      subjects = await subjectsOf(db, id),
      all = await toldOf(db, subjects, asked.on),
      owed = await owedOn(db, { duties: [keepProvision.duty], on: asked.on, subjects, most: 10_000 })
    if (!all.length) return []
    const provisions = all
      .filter(t => SET.includes(t.face.type))
      .map(t => provisionOf(t, all, owed))
      .sort((a, b) => byText(a.dates[0]?.until ?? '9', b.dates[0]?.until ?? '9') || byText(a.subject, b.subject))
    return [
      countsOf(id, provisions),
      ...all.filter(t => LIFE.test(t.face.type)).map(t => stepOf(t, 'step')),
      ...provisions,
      ...all.filter(t => t.face.type === 'ViolationReported').map(t => stepOf(t, 'reported')),
    ]
  },
  line: r => {
    if (r.kind === 'count') return `${r.id}: ${counted(r)}`
    if (r.kind !== 'provision') return `${r.on} · ${r.type} · ${r.who ?? ''} · ${r.says ?? ''}`
    const days = r.cycle ? `every ${r.cycle}, no clock` : r.dates.map((d, i) => (i ? `then ${d.until}` : `by ${d.until}`)).join(', ')
    return `${r.subject} · ${r.party} · ${r.says ?? ''} · ${days} · ${became(r)} · ${r.ratings.map(x => `${x.rater}: ${x.rating} (${x.scale})`).join(' / ') || 'rating unknown'}`
  },
}
export const became = ({ met, dropped, clock }: Provision): string => {
  if (met) return `kept, ${met.on}`
  if (dropped) return `owed no more since ${dropped}`
  return clock ? standsAs(clock) : 'no clock'
}
export const counted = (c: Counts): string =>
  [
    `${c.provisions} provisions`,
    `${c.met} kept`,
    `${c.unanswered} without an answer on this record`,
    `${c.extended} extended`,
    `rating: ${c.rated} known, ${c.unknown} unknown${c.disagree ? `, ${c.disagree} on which monitors disagree` : ''}`,
  ].join(', ')

/** Of an agreement of this record the subject alone tells the country: AGREEMENT-SSD-2018. One that names another is left out. */
const concerns = (subject: string, country: string): boolean => {
  const codes = subject.split(/[-.]/).flatMap(word => {
    const named = stateNamed(word)
    return 'code' in named && named.code ? [named.code] : []
  })
  const asked = stateNamed(country)
  return !codes.length || !('code' in asked) || codes.includes(asked.code ?? '')
}
export const agreements: Question<Step | Published | NotAsked> = {
  name: 'agreements',
  says: 'The agreements on this record, by day; of one country also those that PA-X and UCDP have, side by side, by process.',
  columns: {
    kind: '#meta+type',
    subject: '#meta+id',
    type: '#event+type',
    on: '#date',
    who: '#org+name',
    says: '#description',
    ...sourceAt(),
    process: '#event+process',
    apart: '#indicator+days_apart',
    'pax.id': '#event+pax+id',
    'pax.name': '#event+pax+name',
    'pax.stage': '#event+pax+stage',
    'pax.on': '#date+pax',
    ...citesAt('pax.cites'),
    'ucdp.id': '#event+ucdp+id',
    'ucdp.name': '#event+ucdp+name',
    'ucdp.stage': '#event+ucdp+stage',
    'ucdp.on': '#date+ucdp',
    ...citesAt('ucdp.cites'),
  },
  options: {
    country: { value: 'MLI', says: 'of one country, by name or code: with what published tables have' },
    process: { value: 'TEXT', says: 'published ones whose process bears this in its name' },
    stage: { value: 'ceasefire', says: 'published ones of this stage or type' },
  },
  rows: async (db, { on, options }) => {
    const { country, process, stage } = options
    const own = (await told(db, { types: ['AgreementSigned'], chapters: ['politics'], on, most: 500 })) ?? []
    return [
      ...own.filter(t => country === undefined || concerns(t.face.subject, country)).map(t => stepOf(t, 'step')),
      ...(country === undefined ? [] : await publishedOf(db, country, { process, stage }, on)),
    ]
  },
  line: r => {
    if (r.kind === 'none') return r.says
    if (r.kind !== 'published') return `${r.on} · ${r.subject} · ${r.who}`
    const one = (name: string, t: InTable | null) => t && `${name} ${t.on ?? 'no day'}: ${t.name} (${t.stage})`
    return `${r.process} · ${[one('PA-X', r.pax), one('UCDP', r.ucdp)].filter(Boolean).join(' · ')}${r.apart === null ? '' : ` · the two are ${r.apart} days apart`}`
  },
}
