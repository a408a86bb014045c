import {
  AS_PUBLISHED,
  type AsOf,
  asPublished,
  type By,
  citesOf,
  isNoAnswer,
  type Named,
  type Sum,
  stateNamed,
  sums,
} from '../../archive/index.ts'
import type { Question } from '../../kernel/chapter.ts'
import { citesAt, fields } from '../../kernel/columns.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, day, yearOf } from '../../kernel/day.ts'
import { byText } from '../../kernel/order.ts'
import { plural } from '../../paper/english.ts'
import { areas, inArea } from './areas.ts'
import type { Count, EventRow } from './views.ts'

// Events of organised violence as UCDP publishes them, counted. The public gets a country's years: a month with an area says where people
// are in danger now, and with few events in it, who they were. Deaths are the producer's best estimate; where a year has fewer than five
// events the public gets no sum of them, since it would be the estimate of one event. What was asked is answered as far as the table goes:
// outside of it nothing is on this record, which is not the same as no event.

const EVENTS = 'ucdp-ged'
/** What UCDP publishes before the year is done. It is never added to the other. */
const CANDIDATES = 'ucdp-ged-candidate'
/** Ours. */
export const LEAST = 5
const BY: Readonly<Record<string, readonly By[]>> = { year: ['year'], month: ['month'], adm1: ['place'], type: ['type'] }
const TYPES: Readonly<Record<string, string>> = { 1: 'State-based', 2: 'non-State', 3: 'one-sided' }

const rowsIn = (these: readonly { readonly rows: number }[]): number => these.reduce((n, s) => n + s.rows, 0)
const none = (says: string): readonly EventRow[] => [{ is: 'none', says }]

export const events: Question<EventRow> = {
  name: 'events',
  says: 'Events of organised violence in a country by UCDP: by year for everybody, by month, area or type for cleared readers.',
  columns: {
    ...fields('is'),
    country: '#country+code',
    name: '#loc+name',
    by: '#meta+by',
    what: '#indicator+name',
    as: '#loc+alt',
    events: '#indicator+events+num',
    deaths: '#indicator+deaths+num',
    ...fields('withheld'),
    repeated: '#meta+repeated+num',
    ...fields('from', 'to'),
    said: '#description',
    says: '#description+none',
    ...citesAt(),
  },
  options: {
    country: { value: 'CAF', says: 'the country, by name or code' },
    by: { value: 'year', says: 'year (default), month, adm1 or type' },
    year: { value: '2014', says: 'one year' },
    area: { value: 'CF31', says: 'one area of the first level, by p-code or name: for cleared readers' },
    ...AS_PUBLISHED,
  },
  tables: [EVENTS, CANDIDATES],
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
    const as = asPublished(options)
    const { dataset, beyond } = await reaching(db, code, year, yearOf(on), as)
    const area = options['area']
    const asked = { by: groups, filters: { state: code, ...within(by, year, on) }, limit: 2_000, ...as(dataset) }
    const found = area === undefined ? { counted: await sums(db, dataset, asked), names: [] } : await inArea(db, dataset, code, area, asked)
    if ('unknown' in found) return none(found.unknown)
    const { counted, names } = found
    if (isNoAnswer(counted))
      return none(
        counted.none === 'closed'
          ? `By ${area === undefined ? by : 'area'} this table is for cleared readers: where and when people are in danger is not published. By year it is for everybody.`
          : counted.says,
      )
    const open = !isNoAnswer(await sums(db, dataset, { ...as(dataset), by: ['type'], filters: { state: code }, limit: 1 }))
    const these = counted.sums.filter(
      s => by !== 'year' || (s.year !== null && (year === undefined ? Number(s.year) <= yearOf(on) : s.year === year)),
    )
    if (!these.length)
      return none(
        `No event in ${area === undefined ? '' : `${area}, `}${nameOf(state)}${year === undefined ? '' : ` in ${year}`} is on this record: ${await covered(db, dataset, code, nameOf(state))} That does not mean that nothing happened.`,
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
          ...(dataset === CANDIDATES
            ? [
                `these are candidate events, published before the year was done: ${EVENTS} does not reach ${year ?? 'so far'} on this record`,
              ]
            : []),
          ...(beyond === undefined
            ? []
            : [`candidate events of ${beyond} are on this record, and not among these: --year ${beyond} tells them`]),
          ...(area === undefined ? [] : [`of one area, which the table calls ${names.map(n => `“${n}”`).join(', ')}`]),
          ...(repeated ? [`${repeated} rows of one name stand twice in the table and were counted once`] : []),
          ...(by === 'month'
            ? ['an event of which the table knows only the year or the month stands in the first month in which it may have begun']
            : []),
          ...(counted.next !== null ? ['there are more groups than are shown'] : []),
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
            `${r.name}: ${plural(r.events, 'event')}${r.deaths === null ? '' : `, best estimate ${plural(r.deaths, 'death')}`}, by ${r.by}; the table goes from ${r.from ?? '?'} to ${r.to ?? '?'}`,
            ...r.said.map(s => `  to look at: ${s}`),
          ].join('\n')
        : `${(r.what ?? 'not named').padEnd(9)} · ${r.name ? `${r.name} · ` : ''}${plural(r.events, 'event')} · ${r.deaths === null ? (r.withheld ?? 'no estimate') : plural(r.deaths, 'death')}${r.as.length ? ` · as ${r.as.map(a => `“${a.name}” (${a.how})`).join(', ')}` : ''}`,
}
/** The yearly dataset; of a year that it does not reach, the candidates, where they do. `beyond`: the last year that only they have. */
const reaching = async (
  db: Sql,
  state: string,
  year: string | undefined,
  until: number,
  as: AsOf,
): Promise<{ dataset: string; beyond: string | undefined }> => {
  const last = async (dataset: string): Promise<string | undefined> => {
    const years = await sums(db, dataset, { ...as(dataset), by: ['year'], filters: { state } })
    return isNoAnswer(years) ? undefined : (years.sums.findLast(s => Number(s.year) <= until)?.year ?? undefined)
  }
  const [theirs, ours] = [await last(CANDIDATES), await last(EVENTS)]
  const later = theirs !== undefined && (ours === undefined || theirs > ours) ? theirs : undefined
  if (later !== undefined && (year === undefined ? ours === undefined : year > (ours ?? '')))
    return { dataset: CANDIDATES, beyond: undefined }
  return { dataset: EVENTS, beyond: year === undefined ? later : undefined }
}
/** So many countries are each named. */
const MOST_NAMED = 5
/** Of which countries, and of which years of this one, the table has anything. */
const covered = async (db: Sql, dataset: string, code: string, name: string): Promise<string> => {
  const all = await sums(db, dataset, { by: ['state'], limit: 300 })
  if (isNoAnswer(all)) return all.says
  const countries = all.sums.flatMap(s => s.state ?? [])
  const reach = `from ${all.from ?? 'no month'} to ${all.to ?? 'no month'}`
  if (!countries.includes(code)) {
    const named = countries.map(c => nameOf(stateNamed(c))).sort((a, b) => byText(a, b))
    return named.length > MOST_NAMED
      ? `the table has events of ${named.length} countries, ${reach}, and ${name} is none of them.`
      : `the table has events of ${named.join(', ') || 'no country that is known'} alone, ${reach}.`
  }
  const years = await sums(db, dataset, { by: ['year'], filters: { state: code } })
  const its = isNoAnswer(years) ? [] : years.sums.flatMap(s => s.year ?? [])
  return `the table goes ${reach}, and has events there${its.length ? ` from ${its[0]} to ${its.at(-1)}` : ''}.`
}
/** The counts of the public are kept by whole years; a cleared reader's rows are asked for by their days. None is of a day to come. */
const within = (by: string, year: string | undefined, on: Day) => {
  if (by === 'year') return {}
  const end = year === undefined ? on : day(`${year}-12-31`)
  return { ...(year !== undefined && { from: day(`${year}-01-01`) }), to: end < on ? end : on }
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
