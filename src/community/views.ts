import type { Asked, Question } from '../kernel/chapter.ts'
import { fields, OWED_AT, sourceAt } from '../kernel/columns.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { addDays, type Day, toIso } from '../kernel/day.ts'
import type { Source } from '../kernel/ledger/entry.ts'
import { type OwedRow, owedOn, owedRow, type Standing as Stands } from '../kernel/ledger/owed.ts'
import { type Told, told } from '../kernel/ledger/told.ts'
import { byText } from '../kernel/order.ts'
import type { State } from '../kernel/rules/clock.ts'
import { standsAs } from '../paper/words.ts'
import { LEAST } from './decide.ts'
import { acknowledge, answer, duties, refer, tellBack, tellPlaceOutcome, tellPlaceOwnOutcome } from './duties.ts'
import { STEPS } from './entries.ts'

// Each query is named for the question that it answers. What belongs to one person is confidential, so the public is answered from what was
// published and from what places are owed; a mission that asks its own register also gets its levels, and may publish them.

export type Step = (typeof STEPS)[number]
/** How often a step was kept, of those whose day has passed or that were done. A share in whole per cent; withheld where fewer than five. */
export interface Kept {
  readonly step: Step
  readonly of: number | null
  readonly share: number | null
  /** Brought by testimony, and nothing said of it: neither kept nor late. */
  readonly notOnRecord: number | null
}
export interface Level {
  readonly is: 'level'
  readonly mission: string
  readonly month: string
  readonly received: number | null
  readonly withheld: string | null
  readonly kept: readonly Kept[]
  readonly source: Source
}
/** What somebody published: a level by a mission, or another figure. */
export interface Published {
  readonly is: 'published'
  readonly mission: string
  readonly period: string
  readonly what: string
  readonly step: Step | null
  readonly count: number
  readonly of: number | null
  readonly about: boolean
  /** The source says “over”. */
  readonly atLeast: boolean
  readonly says: string | null
  readonly told: string
  readonly subject: string
  readonly source: Source
}
export type ServiceRow = Level | Published | OwedRow

const OF_STEP: Readonly<Record<string, Step>> = {
  [acknowledge.duty]: 'acknowledged',
  [refer.duty]: 'referred',
  [answer.duty]: 'answered',
  [tellBack.duty]: 'told-back',
}
const TO_PLACES = [tellPlaceOutcome.duty, tellPlaceOwnOutcome.duty]
const MOST = 100_000
const OWN: Source = { title: 'Reckoned from this register', standing: 'ours' }
const FEW = `fewer than ${LEAST}`

/** The last day of the last month that is over: days within a month would single out, one asked after the other. */
export const lastMonthsEnd = (on: Day): Day => {
  const next = toIso(addDays(on, 1))
  return next.endsWith('-01') ? on : addDays(on, -Number(toIso(on).slice(8)))
}
// ---- levels ----------------------------------------------------------------------------------------------------------

const levels = async (db: Sql, on: Day, mission: string | undefined): Promise<Level[]> => {
  const end = lastMonthsEnd(on)
  const rows = await owedOn(db, { duties: Object.keys(OF_STEP), on: end, mission, most: MOST })
  if (rows.length >= MOST) return [] // a level of a part would be no level: ask for one mission
  const took = await told(db, { types: ['FeedbackWithdrawn'], chapters: ['community'], mission, on: end, most: MOST })
  if (!took) return []
  const withdrawn = new Set(took.map(e => e.face.subject))
  const received = new Map(
    rows.filter(r => r.duty === acknowledge.duty).map(r => [r.subject, `${r.mission} ${toIso(r.start).slice(0, 7)}`]),
  )
  return [...Map.groupBy(received.keys(), subject => received.get(subject)!)]
    .map(([key, subjects]): Level => {
      const its = new Set(subjects.filter(s => !withdrawn.has(s)))
      const few = subjects.length < LEAST
      return {
        is: 'level',
        mission: key.split(' ')[0]!,
        month: key.split(' ')[1]!,
        received: few ? null : subjects.length,
        withheld: few ? FEW : null,
        kept: few
          ? []
          : STEPS.map(step =>
              keptOf(
                step,
                rows.filter(r => OF_STEP[r.duty] === step && its.has(r.subject)),
              ),
            ),
        source: OWN,
      }
    })
    .sort((a, b) => byText(a.mission, b.mission) || byText(b.month, a.month))
}
const keptOf = (step: Step, rows: readonly Stands[]): Kept => {
  const n = (...states: State[]): number => rows.filter(r => states.includes(r.stands)).length
  const [met, of, notOnRecord] = [n('met'), n('met', 'met late', 'overdue'), n('silent')]
  const shown = of >= LEAST
  return {
    step,
    of: shown ? of : null,
    share: shown ? Math.round((100 * met) / of) : null,
    notOnRecord: notOnRecord === 0 || notOnRecord >= LEAST ? notOnRecord : null,
  }
}

// ---- what was published, and what places are owed ----------------------------------------------------------------------

const publishedOf = ({ face, on, written, body }: Told): Published => {
  const is = face.is
  const level = face.type === 'ServiceLevelReported'
  return {
    is: 'published',
    mission: String(is['mission'] ?? is['scope']),
    period: String(written.is['period']),
    what: level ? String(is['step']) : String(is['label']),
    step: level ? (is['step'] as Step) : null,
    count: Number(level ? is['inTime'] : is['count']),
    of: level ? Number(is['received']) : null,
    about: body?.data['approximate'] === true,
    atLeast: body?.data['atLeast'] === true,
    says: typeof body?.data['says'] === 'string' ? body.data['says'] : null,
    told: on,
    subject: face.subject,
    source: body?.source ?? { title: 'no source given', standing: 'remembered' },
  }
}
const rows = async (db: Sql, { on, options }: Asked): Promise<readonly ServiceRow[]> => {
  const mission = options['mission']
  const published = (
    (await told(db, { types: ['ServiceLevelReported', 'FigureReported'], chapters: ['community'], mission, on })) ?? []
  ).map(publishedOf)
  return [
    ...(await levels(db, on, mission)).slice(0, 300),
    ...published.filter(p => mission === undefined || p.mission === mission).slice(0, 300),
    ...(await owedOn(db, { duties: TO_PLACES, on, mission, most: 200 })).map(owedRow(duties)),
  ]
}
const ratio = ({ step, of, share }: Kept): string => `${step} in time ${of === null ? FEW : `${share} % of ${of}`}`
const line = (r: ServiceRow): string =>
  r.is === 'level'
    ? `${r.mission}  ${r.month}  received ${r.received ?? FEW}${r.kept.length ? `; ${r.kept.map(ratio).join('; ')}` : ''}`
    : r.is === 'published'
      ? `${r.mission}  ${r.period}  ${r.atLeast ? 'over ' : r.about ? 'about ' : ''}${r.count}${r.of === null ? '' : ` of ${r.of}`} ${r.what} (${r.source.title}, ${r.source.standing})`
      : `${r.mission ?? ''}  ${r.subject}  to ${r.act}: ${standsAs(r)} (${r.binding})`

/** Is what people tell a mission acknowledged, passed on, answered, told back; and what are places owed? */
export const service: Question<ServiceRow> = {
  name: 'service',
  says: 'How often what people told a mission was acknowledged, passed on, answered and told back in time, by month; and what places are owed.',
  columns: {
    ...fields('is', 'mission', 'month'),
    period: '#date+period',
    received: '#indicator+received+num',
    ...fields('withheld'),
    kept: '#indicator+kept',
    what: '#indicator+name',
    step: '#activity+step',
    count: '#indicator+num',
    of: '#indicator+of+num',
    ...fields('about'),
    atLeast: '#meta+at_least',
    ...fields('says'),
    told: '#date+told',
    ...OWED_AT,
    ...sourceAt(),
  },
  options: { mission: { value: 'NAME', says: 'one mission, by its acronym' } },
  rows,
  line,
}
