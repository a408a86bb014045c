import type { Asked, Question } from '../kernel/chapter.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { addDays, type Day, day, FOREVER, LONG_AGO, toIso, yearOf } from '../kernel/day.ts'
import type { Source } from '../kernel/ledger/entry.ts'
import { owedOn } from '../kernel/ledger/owed.ts'
import { type Told, told } from '../kernel/ledger/told.ts'
import { byText } from '../kernel/order.ts'
import type { State } from '../kernel/rules/clock.ts'
import type { Face } from '../kernel/rules/face.ts'
import type { Binding } from '../kernel/rules/rulebook.ts'
import { isWarning, LEAST } from './decide.ts'
import { duties, recordRate, yearlyTable } from './duties.ts'
import { DEFINITIONS, GUARDED } from './entries.ts'

// Warnings are confidential, so the public is answered from what was published; a mission that asks its own register also gets its rates,
// and may publish them. Years that are over, by mission, and no place; answers count up to the end of the last month.

export type Definition = (typeof DEFINITIONS)[number]
export interface Rate {
  readonly definition: Definition
  /** Of how many: not every warning names a day, not every threat has ended. */
  readonly of: number | null
  readonly answered: number | null
  /** In whole per cent. */
  readonly share: number | null
  readonly withheld: string | null
}
/** The yearly table of one mission: the same warnings, under every definition. */
export interface Year {
  readonly is: 'year'
  readonly mission: string
  readonly year: string
  readonly warnings: number
  readonly rates: readonly Rate[]
  readonly source: Source
}
/** A figure that somebody published, with its own definition. None may be divided by another. */
export interface Published {
  readonly is: 'published'
  readonly mission: string
  readonly period: string
  readonly counts: string
  readonly what: string
  readonly definition: Definition | null
  readonly count: number
  readonly unit: 'per cent' | 'count'
  readonly of: number | null
  readonly about: boolean
  readonly says: string | null
  readonly told: string
  readonly subject: string
  readonly source: Source
}
/** What a resolution asks of a mission. */
export interface Owed {
  readonly is: 'owed'
  readonly duty: string
  readonly act: string
  readonly debtor: string
  readonly mission: string | null
  readonly subject: string
  readonly state: State
  readonly opened: string
  readonly since: string
  readonly due: string | null
  readonly binding: Binding
  readonly source: Source
}
export type RateRow = Year | Published | Owed

const MOST = 100_000
const OWN: Source = { title: 'Reckoned from this register', standing: 'ours' }
const FEW = `fewer than ${LEAST}`
const PUBLISHED = ['FigureReported', 'ResponseRateReported']

interface Where {
  readonly mission: string | undefined
  readonly on: Day
}

// ---- the yearly table --------------------------------------------------------------------------------------------------

const byTheMission = (f: Face): boolean => f.type === 'ResponseGiven' && (f.is['by'] === 'mission' || f.is['by'] === 'joint')
const LOOKED_INTO = new Set(['AlertVerified', 'ThreatAssessed', 'ProtectionDecided', 'WarnerTold', 'FeedbackAcknowledged'])
const is = (type: string) => (f: Face) => f.type === type
/** Of one warning and what followed on its subject: does it count under this definition, and is it kept? `undefined`: it does not count. */
const JUDGE: Readonly<Record<Definition, (warning: Face, faces: readonly Face[]) => boolean | undefined>> = {
  acknowledged: (_, faces) => faces.some(f => LOOKED_INTO.has(f.type) || byTheMission(f)),
  'by-the-mission': (_, faces) => faces.some(byTheMission),
  'by-anyone': (_, faces) => faces.some(is('ResponseGiven')),
  'in-time': ({ is: w }, faces) =>
    w['until'] === undefined ? undefined : faces.some(f => f.type === 'ResponseGiven' && f.occurredOn <= Number(w['until'])),
  'told-back': (_, faces) => faces.some(is('WarnerTold')),
  'without-harm': (_, faces) => {
    const ended = faces.filter(is('ThreatEnded')) // no harm is stated, never taken from silence
    return ended.length ? ended.some(f => f.is['harm'] === 'none') && !faces.some(is('HarmReported')) : undefined
  },
}
/** The year in which it was surely given; over two years, none. */
const yearIn = (f: Face): string | undefined =>
  f.occurredOn !== LONG_AGO && f.latest !== FOREVER && yearOf(f.occurredOn) === yearOf(f.latest) ? String(yearOf(f.latest)) : undefined

/** By mission and year: of its warnings, how many were answered, by each definition? Years that are over on that day. Pure. */
export const yearsOf = (faces: readonly Face[], on: Day): Year[] => {
  const cases = [...Map.groupBy(faces, f => f.subject).values()].flatMap(its => {
    const warning = its.filter(isWarning).sort((a, b) => a.latest - b.latest)[0]
    const year = warning && yearIn(warning)
    return year !== undefined && day(`${year}-12-31`) <= on ? [{ key: `${warning!.is['mission']} ${year}`, warning: warning!, its }] : []
  })
  return [...Map.groupBy(cases, c => c.key)]
    .map(([key, all]): Year => {
      const judged = (d: Definition): boolean[] => all.map(c => JUDGE[d](c.warning, c.its)).filter(x => x !== undefined)
      return {
        is: 'year',
        mission: key.split(' ')[0]!,
        year: key.split(' ')[1]!,
        warnings: all.length,
        rates: DEFINITIONS.map(d => rateOf(d, judged(d))),
        source: OWN,
      }
    })
    .sort((a, b) => byText(a.mission, b.mission) || byText(b.year, a.year))
}
const rateOf = (definition: Definition, judged: readonly boolean[]): Rate => {
  if (judged.length < LEAST) return { definition, of: null, answered: null, share: null, withheld: FEW }
  const answered = judged.filter(Boolean).length
  return { definition, of: judged.length, answered, share: Math.round((100 * answered) / judged.length), withheld: null }
}
const lastMonthsEnd = (on: Day): Day => (toIso(addDays(on, 1)).endsWith('-01') ? on : addDays(on, -Number(toIso(on).slice(8))))

// ---- beside it: what was published, and what a resolution asks -----------------------------------------------------------

const publishedOf = ({ face: { is, type, subject }, on, written, body }: Told): Published => {
  const rate = type === 'ResponseRateReported'
  return {
    is: 'published',
    mission: String(is['mission'] ?? is['scope']),
    period: String(written.is['period']),
    counts: rate ? 'rate of response' : String(is['dimension']),
    what: String(rate ? is['definition'] : is['label']),
    definition: rate ? (is['definition'] as Definition) : null,
    count: rate ? Math.round((100 * Number(is['answered'])) / Math.max(1, Number(is['warnings']))) : Number(is['count']),
    unit: rate || body?.data['unit'] === 'per cent' ? 'per cent' : 'count',
    of: rate ? Number(is['warnings']) : typeof body?.data['of'] === 'number' ? body.data['of'] : null,
    about: body?.data['approximate'] === true,
    says: typeof body?.data['says'] === 'string' ? body.data['says'] : null,
    told: on,
    subject,
    source: body?.source ?? { title: 'no source given', standing: 'remembered' },
  }
}
/** What does a resolution ask of a mission, and how does it stand on this day? */
const asked = async (db: Sql, { mission, on }: Where): Promise<Owed[]> => {
  const rows = await owedOn(db, { duties: [recordRate.duty, yearlyTable.duty], on, mission, most: 200 })
  return rows.map(o => {
    const rule = duties.find(d => d.duty === o.duty)!
    return {
      is: 'owed',
      duty: o.duty,
      act: rule.act,
      debtor: 'un.mission',
      mission: o.mission,
      subject: o.subject,
      state: o.stands,
      opened: toIso(o.start),
      since: toIso(o.since),
      due: o.due === FOREVER ? null : toIso(o.due),
      binding: o.binding,
      source: { title: [rule.cites.instrument, rule.cites.at].filter(Boolean).join(', '), standing: rule.cites.standing },
    }
  })
}
const rows = async (db: Sql, { on, options }: Asked): Promise<readonly RateRow[]> => {
  const where: Where = { mission: options['mission'], on }
  const warnings = await told(db, {
    types: [...GUARDED, 'FeedbackReceived', 'FeedbackAcknowledged'],
    chapters: ['protection', 'community'],
    most: MOST,
    ...where,
    on: lastMonthsEnd(on),
  })
  const published = ((await told(db, { types: PUBLISHED, chapters: ['protection'], ...where })) ?? []).map(publishedOf)
  return [
    // A rate of a part of the warnings would be no rate: with too many of them, ask for one mission.
    ...yearsOf(
      (warnings ?? []).map(e => e.face),
      on,
    ).slice(0, 300),
    ...published
      .filter(p => where.mission === undefined || p.mission === where.mission)
      .sort((a, b) => byText(b.unit, a.unit) || byText(a.mission, b.mission) || byText(b.period, a.period))
      .slice(0, 300),
    ...(await asked(db, where)),
  ]
}
const ratio = (r: Rate): string => `${r.definition} ${r.share === null ? r.withheld : `${r.share} % of ${r.of}`}`
const line = (r: RateRow): string =>
  r.is === 'year'
    ? `${r.mission}  ${r.year}  ${r.warnings} warnings; ${r.rates.map(ratio).join('; ')}`
    : r.is === 'published'
      ? `${r.mission}  ${r.period}  ${r.about ? 'about ' : ''}${r.count}${r.unit === 'per cent' ? ' %' : ''}${r.of === null ? '' : ` of ${r.of}`} ${r.what} (${r.source.title}, ${r.source.standing})`
      : `${r.mission ?? ''}  ${r.subject}  to ${r.act}: ${r.state === 'silent' ? 'not on this record' : r.state} (${r.binding}, ${r.source.title})`

/** How many warnings were answered: by whose count, by whose answer? */
export const rate: Question<RateRow> = {
  name: 'rate',
  says: 'The rate of response to warnings, under every definition side by side, by mission and year, beside the rates that were published.',
  options: { mission: { value: 'NAME', says: 'one mission, by its acronym' } },
  rows,
  line,
}
