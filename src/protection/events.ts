import {
  type By,
  type Cites,
  citesOf,
  gazetteer,
  isNoAnswer,
  type Named,
  placeRow,
  rows,
  type Sum,
  stateNamed,
  sums,
} from '../archive/index.ts'
import type { Question } from '../kernel/chapter.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, day, yearOf } from '../kernel/day.ts'

// Events of organised violence as UCDP publishes them, counted. The public gets a country's years: a month with an area says where people
// are in danger now, and with few events in it, who they were. Deaths are the producer's best estimate; where a year has fewer than five
// events the public gets no sum of them, since it would be the estimate of one event. What was asked is answered as far as the table goes:
// outside of it nothing is on this record, which is not the same as no event.

const EVENTS = 'ucdp-ged'
const PCODES = 'ocha-pcodes'
/** Ours. */
export const LEAST = 5
const BY: Readonly<Record<string, readonly By[]>> = { year: ['year'], month: ['month'], adm1: ['place'], type: ['type'] }
const TYPES: Readonly<Record<string, string>> = { 1: 'State-based', 2: 'non-State', 3: 'one-sided' }

export interface Count {
  readonly is: 'count'
  readonly by: string
  /** The year, the month, the type; of an area its p-code, or its name where none was found. null: the table names none. */
  readonly what: string | null
  /** As it is to be read: an area's name in the list of p-codes. */
  readonly name: string
  /** Of an area: the names under which the table has it, and how each was matched. */
  readonly as: readonly { readonly name: string; readonly how: string }[]
  readonly events: number
  /** The producer's best estimate; null: withheld, or none. */
  readonly deaths: number | null
  readonly withheld: string | null
  /** Rows of one name that were not counted twice. */
  readonly repeated: number
  readonly cites: Cites
}
export interface Total {
  readonly is: 'total'
  readonly country: string
  readonly name: string
  readonly by: string
  readonly events: number
  readonly deaths: number | null
  readonly from: string | null
  readonly to: string | null
  readonly said: readonly string[]
  readonly cites: Cites | null
}
export interface None {
  readonly is: 'none'
  readonly says: string
}
export type EventRow = Total | Count | None

const rowsIn = (these: readonly { readonly rows: number }[]): number => these.reduce((n, s) => n + s.rows, 0)
const none = (says: string): readonly EventRow[] => [{ is: 'none', says }]

export const events: Question<EventRow> = {
  name: 'events',
  says: 'Events of organised violence in a country by UCDP: by year for everybody, by month, area or type for cleared readers.',
  options: {
    country: { value: 'CAF', says: 'the country, by name or code' },
    by: { value: 'year', says: 'year (default), month, adm1 or type' },
    year: { value: '2014', says: 'one year' },
    published: { value: 'DAY', says: 'as the table had been published by that day' },
  },
  rows: async (db, { on, options }) => {
    const by = options['by'] ?? 'year',
      groups = Object.hasOwn(BY, by) ? BY[by]! : undefined,
      state = options['country'] === undefined ? undefined : stateNamed(options['country']),
      code = state && 'code' in state ? state.code : undefined,
      year = options['year']
    if (!groups) return none(`Events are counted by ${Object.keys(BY).join(', ')}, not by ${by}.`)
    if (!state || code === undefined)
      return none(
        options['country'] === undefined
          ? 'Which country? --country CAF names one.'
          : `${options['country']} is no country that this version knows.`,
      )
    if (year !== undefined && !/^(19|20)\d\d$/.test(year)) return none(`${year} is no year.`)
    const published = options['published'] === undefined ? undefined : dayIn(options['published'])
    if (published === null) return none(`${options['published']} is no day: write it as 2021-09-15.`)
    const counted = await sums(db, EVENTS, { by: groups, filters: { state: code, ...within(by, year, on) }, limit: 2_000, on: published })
    if (isNoAnswer(counted))
      return none(
        counted.none === 'closed'
          ? `By ${by} this table is for cleared readers: where and when people are in danger is not published. By year it is for everybody.`
          : counted.says,
      )
    const open = !isNoAnswer(await sums(db, EVENTS, { by: ['type'], filters: { state: code }, limit: 1 }))
    const these = counted.sums.filter(
      s => by !== 'year' || (s.year !== null && (year === undefined ? Number(s.year) <= yearOf(on) : s.year === year)),
    )
    if (!these.length)
      return none(
        `No event in ${nameOf(state)}${year === undefined ? '' : ` in ${year}`} is on this record: the table goes from ${counted.from ?? 'no month'} to ${counted.to ?? 'no month'}. That does not mean that nothing happened.`,
      )
    const lines = by === 'adm1' ? await areas(db, code, these) : these.map(s => countOf(by, s, open))
    const repeated = these.reduce((n, s) => n + s.repeated, 0)
    return [
      {
        ...{ is: 'total', country: code, name: nameOf(state), by, from: counted.from, to: counted.to },
        events: rowsIn(these),
        deaths: open || lines.every(l => l.withheld === null) ? these.reduce((n, s) => n + (s.amount ?? 0), 0) : null,
        said: [
          ...(state.is === 'alias' ? [`asked for as ${options['country']}: ${state.source}`] : []),
          ...(repeated ? [`${repeated} rows of one name stand twice in the table and were counted once`] : []),
          ...(by === 'month'
            ? ['an event of which the table knows only the year or the month stands in the first month in which it may have begun']
            : []),
          ...(counted.more ? ['there are more groups than are shown'] : []),
        ],
        cites: citesOf(counted, rowsIn(these)),
      },
      ...lines,
    ]
  },
  line: r =>
    r.is === 'none'
      ? r.says
      : r.is === 'total'
        ? [
            `${r.name}: ${r.events} events${r.deaths === null ? '' : `, best estimate ${r.deaths} deaths`}, by ${r.by}; the table goes from ${r.from ?? '?'} to ${r.to ?? '?'}`,
            ...r.said.map(s => `  to look at: ${s}`),
          ].join('\n')
        : `${(r.what ?? 'not named').padEnd(9)} · ${r.name ? `${r.name} · ` : ''}${r.events} events · ${r.deaths === null ? (r.withheld ?? 'no estimate') : `${r.deaths} deaths`}${r.as.length ? ` · as ${r.as.map(a => `“${a.name}” (${a.how})`).join(', ')}` : ''}`,
}
/** The counts of the public are kept by whole years; a cleared reader's rows are asked for by their days. None is of a day to come. */
const within = (by: string, year: string | undefined, on: Day) => {
  if (by === 'year') return {}
  const end = year === undefined ? on : day(`${year}-12-31`)
  return { ...(year !== undefined && { from: day(`${year}-01-01`) }), to: end < on ? end : on }
}
const dayIn = (text: string): Day | null => {
  try {
    return day(text)
  } catch {
    return null
  }
}
const nameOf = (n: Named): string => ('name' in n ? n.name : n.text)

const countOf = (by: string, s: Sum, open: boolean): Count => {
  const few = !open && s.rows < LEAST
  const what = s.year ?? s.month ?? s.type ?? null
  return {
    ...{
      is: 'count',
      by,
      what,
      name: by === 'type' && what !== null ? (TYPES[what] ?? '') : '',
      as: [],
      events: s.rows,
      repeated: s.repeated,
    },
    deaths: few ? null : s.amount,
    withheld: few ? `withheld: fewer than ${LEAST} events` : null,
    cites: s.cites,
  }
}
/** Areas of the first level under their p-codes: names that the list has otherwise are put to the code that they mean, and stay on the row. */
const areas = async (db: Sql, country: string, these: readonly Sum[]): Promise<readonly Count[]> => {
  const list = await rows(db, PCODES, { filters: { state: country }, limit: 5_000 })
  const match = isNoAnswer(list) ? undefined : gazetteer(list.rows.map(r => placeRow(Object.values(r.cells))))
  const matched = these.map(s => {
    const published = s.place ?? null
    if (published === null) return { s, what: null, name: 'no area named by the table', how: undefined }
    const n = match?.(country, 1, published)
    if (n === undefined) return { s, what: published, name: '', how: 'no list of p-codes is on this record' }
    if (n.is === 'matched' || n.is === 'alias')
      return { s, what: n.code, name: n.name, how: n.is === 'matched' ? 'the name itself' : n.source }
    return { s, what: published, name: '', how: n.is === 'another' ? `another kind of thing: ${n.kind}` : 'unknown: no p-code' }
  })
  return [...Map.groupBy(matched, m => m.what).values()]
    .map((its): Count => {
      const [one] = its,
        events = rowsIn(its.map(m => m.s))
      return {
        ...{ is: 'count', by: 'adm1', what: one!.what, name: one!.name, withheld: null },
        as: its.flatMap(m => (m.how === undefined ? [] : [{ name: m.s.place!, how: m.how }])),
        events,
        deaths: its.reduce((n, m) => n + (m.s.amount ?? 0), 0),
        repeated: its.reduce((n, m) => n + m.s.repeated, 0),
        cites: its.length === 1 ? one!.s.cites : citesOf(one!.s.cites, events),
      }
    })
    .sort((a, b) => (a.what === null ? 1 : b.what === null ? -1 : a.what.localeCompare(b.what)))
}
