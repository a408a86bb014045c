import { AS_PUBLISHED, asPublished, TABLE_NAMES } from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import { citesAt, fields, sourceAt } from '../kernel/columns.ts'
import { type Day, LONG_AGO, toIso } from '../kernel/day.ts'
import { amount, text } from '../kernel/ledger/fields.ts'
import { subjectsWith, type Told, toldOf } from '../kernel/ledger/told.ts'
import { byText } from '../kernel/order.ts'
import { messagesFor } from '../paper/messages.ts'
import { number } from '../paper/numbers.ts'
import { type CountedRow, counted, countedInWords, isBy, type NotHeldRow, noSuchCount } from './archive/counted.ts'
import { tablesOf } from './archive/pages/words.ts'
import { TEXTS } from './archive/texts.ts'
import { countsFrom, type Numbers, numbersOf } from './ceilings.ts'
import { wordsOf } from './pages/words.ts'

/** `authority`: the Council says how many may be there. `reported`: somebody says how many are. `delay`: what it waits for. */
const KIND = { CeilingChanged: 'authority', StrengthReported: 'reported', TransferOfAuthority: 'reported', DelayReported: 'delay' } as const
const TYPES = Object.keys(KIND)

const rowOf = (e: Told, its: readonly Told[]) => {
  const { type, is } = e.face,
    kind = KIND[type as keyof typeof KIND],
    there = kind === 'reported' ? numbersOf(e) : null,
    ceiling = kind === 'authority' ? e : inForce(its, e),
    authorised = ceiling ? { ...numbersOf(ceiling), symbol: text(ceiling.face.is['symbol']), since: sinceOf(ceiling) } : null
  return {
    mission: String(is['mission']),
    part: text(is['part']),
    kind,
    on: e.on,
    there,
    /** What was authorised on that day by the entries of this record; `null`: none is on it. */
    authorised,
    /** What the source itself sets beside its number. */
    of: amount(is['of']),
    /** There, of what was authorised, in hundredths, rounded, under one is nought; `null` where the two are not of one kind. */
    percent: there && authorised ? share(there, authorised) : null,
    waitsFor: text(is['waitsFor']),
    says: e.says ?? '',
    source: e.source,
  }
}
export type StrengthRow = ReturnType<typeof rowOf>
export type StrengthAnswer = StrengthRow | CountedRow | NotHeldRow

/** How many are there beside how many may be: as entries tell it, by mission and part, and as published tables count it in the month of the day. */
export const strength: Question<StrengthAnswer> = {
  name: 'strength',
  says: 'Reported strength beside the authority of the day; of a mission, also as published tables count it in that month, or else in the last that they hold.',
  columns: {
    ...fields('kind', 'mission'),
    part: '#org+part',
    ...fields('on', 'month'),
    lastHeld: '#meta+last_held',
    by: '#meta+by',
    of: '#capacity+of',
    ...fields('persons', 'military', 'police'),
    'there.persons': '#capacity+told+num',
    'there.military': '#capacity+told+military+num',
    'there.police': '#capacity+told+police+num',
    'authorised.persons': '#capacity+authorised+num',
    'authorised.military': '#capacity+authorised+military',
    'authorised.police': '#capacity+authorised+police',
    'authorised.symbol': '#meta+text+id',
    'authorised.since': '#date+start',
    'authorised.textsEnded': '#meta+texts_ended',
    ...fields('percent'),
    waitsFor: '#status+waits_for',
    differs: '#meta+differs',
    ...fields('says'),
    ...sourceAt(),
    ...citesAt(),
  },
  options: {
    mission: { value: 'UNMISS', says: 'of one mission' },
    by: { value: 'state|type|sex', says: 'what published tables count in the month of the day, of a mission or of all' },
    ...AS_PUBLISHED,
  },
  nothing:
    'Nothing on this record. As published tables count it: --mission MINUSCA, or --by state. By which table: peaceops archive add ipi-missions FILE, or ipi-gender FILE.',
  tables: [...TABLE_NAMES, TEXTS],
  rows: async (db, { on, byDefault = false, options }) => {
    const { mission, by } = options
    const as = asPublished(options)
    if (by !== undefined) return isBy(by) ? counted(db, { mission, on, byDefault, by, as }) : [noSuchCount(by, on)]
    const told = (await toldOf(db, await subjectsWith(db, TYPES, { mission }), on)).filter(
      e => TYPES.includes(e.face.type) && (mission ?? e.face.is['mission']) === e.face.is['mission'],
    )
    const entries = [...Map.groupBy(told, e => `${e.face.is['mission']}|${e.face.is['part'] ?? ''}`)]
      .sort(([a], [b]) => byText(a, b))
      .flatMap(([, its]) => its.map(e => rowOf(e, its)))
    return mission === undefined ? entries : [...entries, ...(await counted(db, { mission, on, byDefault, by: 'all', as }))]
  },
  line: r => {
    if (r.kind === 'counted' || r.kind === 'not on this record') return countedInWords(r)
    const where = `${r.mission}${r.part ? ` (${r.part})` : ''}  ${r.on}  `
    if (r.kind === 'delay') return `${where}waits for ${r.waitsFor}`
    const since = r.authorised && r.authorised.since !== r.on ? ` from ${r.authorised.since}` : ''
    if (r.kind === 'authority') return `${where}authorised: ${numbersInWords(r.authorised)}${since}`
    const of = r.authorised ? numbersInWords(r.authorised) : 'an authority that is not on this record'
    const share = r.percent !== null ? ` (${percentInWords(r.percent)})` : r.authorised ? ` (${wordsOf('en').strength.notCompared})` : ''
    return `${where}there: ${numbersInWords(r.there)}, of ${of}${share}`
  },
}
export const numbersInWords = (n: Numbers | null, lang = 'en'): string => {
  const w = wordsOf(lang).strength
  const say = (x: number | null, what: string): string[] => (x === null ? [] : [`${number(lang, x)}${what}`])
  return n
    ? [...say(n.persons, ''), ...say(n.military, ` ${w.military}`), ...say(n.police, ` ${w.police}`)].join(messagesFor(lang).comma)
    : ''
}
/** Under one is nought. */
export const percentInWords = (p: number, lang = 'en'): string => (p === 0 ? wordsOf(lang).strength.underOne : tablesOf(lang).perCent(p))

const sinceOf = (e: Told): string => (typeof e.face.is['from'] === 'number' ? toIso(e.face.is['from'] as Day) : e.on)
const inForce = (its: readonly Told[], { face: { occurredOn, latest } }: Told): Told | undefined => {
  const day = occurredOn === LONG_AGO ? latest : occurredOn
  return its
    .filter(e => e.face.type === 'CeilingChanged' && countsFrom(e) <= day)
    .sort((a, b) => countsFrom(a) - countsFrom(b))
    .at(-1)
}
/** One number for all is set beside all that is authorised; a number of police beside police. Military alone is not set beside military and police. */
const share = (there: Numbers, of: Numbers): number | null => {
  const [have, may] =
    there.persons !== null
      ? [there.persons, of.persons ?? (of.military ?? 0) + (of.police ?? 0)]
      : (['military', 'police'] as const).reduce(
          ([a, b], k) => (there[k] === null || of[k] === null ? [a, b] : [a + there[k], b + of[k]]),
          [0, 0],
        )
  const percents = (100 * have) / may
  return may > 0 ? (percents < 1 ? 0 : Math.round(percents)) : null
}
