import type { Asked, Question } from '../kernel/chapter.ts'
import { fields, OWED_AT, sourceAt } from '../kernel/columns.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { addDays, type Day, day, FOREVER, LONG_AGO, toIso, yearOf } from '../kernel/day.ts'
import type { Source } from '../kernel/ledger/entry.ts'
import { amount, text } from '../kernel/ledger/fields.ts'
import { type OwedRow, owedOn, owedRow } from '../kernel/ledger/owed.ts'
import { type Told, told } from '../kernel/ledger/told.ts'
import { byText } from '../kernel/order.ts'
import type { Face } from '../kernel/rules/face.ts'
import { standsAs } from '../paper/words.ts'
import { isWarning, LEAST } from './decide.ts'
import { duties, recordRate, yearlyTable } from './duties.ts'
import { DEFINITIONS, GUARDED } from './entries.ts'

// Warnings are confidential, so the public is answered from what was published; a mission that asks its own register also gets its rates,
// and may publish them. Years that are over, by mission, and no place; answers count up to the end of the last month.

export type Definition = (typeof DEFINITIONS)[number]

const MOST = 100_000
const OWN: Source = { title: 'Reckoned from this register', standing: 'ours' }
const NO_SOURCE: Source = { title: 'no source given', standing: 'remembered' }
const FEW = `fewer than ${LEAST}`
const PUBLISHED = ['FigureReported', 'ResponseRateReported']

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
export const yearsOf = (faces: readonly Face[], on: Day) => {
  const cases = [...Map.groupBy(faces, f => f.subject).values()].flatMap(its => {
    const warning = its.filter(isWarning).sort((a, b) => a.latest - b.latest)[0]
    const year = warning && yearIn(warning)
    return year !== undefined && day(`${year}-12-31`) <= on ? [{ key: `${warning!.is['mission']} ${year}`, warning: warning!, its }] : []
  })
  return [...Map.groupBy(cases, c => c.key)]
    .map(([key, all]) => {
      const judged = (d: Definition): boolean[] => all.map(c => JUDGE[d](c.warning, c.its)).filter(x => x !== undefined)
      return {
        is: 'year' as const,
        mission: key.split(' ')[0]!,
        year: key.split(' ')[1]!,
        warnings: all.length,
        rates: DEFINITIONS.map(d => rateOf(d, judged(d))),
        source: OWN,
      }
    })
    .sort((a, b) => byText(a.mission, b.mission) || byText(b.year, a.year))
}
export type Year = ReturnType<typeof yearsOf>[number]
/** Of how many: not every warning names a day, not every threat has ended. In whole per cent. */
const rateOf = (definition: Definition, judged: readonly boolean[]) => {
  if (judged.length < LEAST) return { definition, of: null, answered: null, share: null, withheld: FEW }
  const answered = judged.filter(Boolean).length
  return { definition, of: judged.length, answered, share: Math.round((100 * answered) / judged.length), withheld: null }
}
const lastMonthsEnd = (on: Day): Day => (toIso(addDays(on, 1)).endsWith('-01') ? on : addDays(on, -Number(toIso(on).slice(8))))

// ---- beside it: what was published, and what a resolution asks -----------------------------------------------------------

/** A figure that somebody published, with its own definition. None may be divided by another. */
const publishedOf = ({ face: { is, type, subject }, on, written, body }: Told) => {
  const rate = type === 'ResponseRateReported'
  return {
    is: 'published' as const,
    mission: String(is['mission'] ?? is['scope']),
    period: String(written.is['period']),
    counts: rate ? 'rate of response' : String(is['dimension']),
    what: String(rate ? is['definition'] : is['label']),
    definition: rate ? (is['definition'] as Definition) : null,
    count: rate ? Math.round((100 * Number(is['answered'])) / Math.max(1, Number(is['warnings']))) : Number(is['count']),
    unit: rate || body?.data['unit'] === 'per cent' ? ('per cent' as const) : ('count' as const),
    of: rate ? Number(is['warnings']) : amount(body?.data['of']),
    about: body?.data['approximate'] === true,
    /** “40 or more”. */
    atLeast: body?.data['atLeast'] === true,
    says: text(body?.data['says']),
    told: on,
    subject,
    source: body?.source ?? NO_SOURCE,
  }
}
export type Published = ReturnType<typeof publishedOf>
export type RateRow = Year | Published | OwedRow

const rows = async (db: Sql, { on, options: { mission } }: Asked): Promise<readonly RateRow[]> => {
  const warnings = await told(db, {
    types: [...GUARDED, 'FeedbackReceived', 'FeedbackAcknowledged'],
    chapters: ['protection', 'community'],
    ...{ mission, most: MOST, on: lastMonthsEnd(on) },
  })
  const published = (await told(db, { types: PUBLISHED, chapters: ['protection'], mission, on })) ?? []
  const faces = (warnings ?? []).map(e => e.face) // a rate of a part of the warnings would be no rate: with too many, ask for one mission
  return [
    ...yearsOf(faces, on).slice(0, 300),
    ...published
      .map(publishedOf)
      .filter(p => mission === undefined || p.mission === mission)
      .sort((a, b) => byText(b.unit, a.unit) || byText(a.mission, b.mission) || byText(b.period, a.period))
      .slice(0, 300),
    ...(await owedOn(db, { duties: [recordRate.duty, yearlyTable.duty], on, mission, most: 200 })).map(owedRow(duties)),
  ]
}
const ratio = (r: Year['rates'][number]): string => `${r.definition} ${r.share === null ? r.withheld : `${r.share} % of ${r.of}`}`
const line = (r: RateRow): string =>
  r.is === 'year'
    ? `${r.mission}  ${r.year}  ${r.warnings} warnings; ${r.rates.map(ratio).join('; ')}`
    : r.is === 'published'
      ? `${r.mission}  ${r.period}  ${r.atLeast ? 'at least ' : r.about ? 'about ' : ''}${r.count}${r.unit === 'per cent' ? ' %' : ''}${r.of === null ? '' : ` of ${r.of}`} ${r.what} (${r.source.title}, ${r.source.standing})`
      : `${r.mission ?? ''}  ${r.subject}  to ${r.act}: ${standsAs(r)} (${r.binding}, ${r.source.title})`

/** How many warnings were answered: by whose count, by whose answer? */
export const rate: Question<RateRow> = {
  name: 'rate',
  says: 'The rate of response to warnings, under every definition side by side, by mission and year, beside the rates that were published.',
  columns: {
    ...fields('is', 'mission', 'year'),
    warnings: '#indicator+warnings+num',
    'rates.definition': '#indicator+definition',
    'rates.of': '#indicator+of+num',
    'rates.answered': '#indicator+answered+num',
    'rates.share': '#indicator+pct',
    'rates.withheld': '#meta+withheld',
    period: '#date+period',
    counts: '#indicator+counts',
    what: '#indicator+name',
    definition: '#indicator+published+definition',
    count: '#indicator+num',
    unit: '#indicator+unit',
    of: '#indicator+published+of',
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
