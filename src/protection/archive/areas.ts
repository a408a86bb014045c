import {
  adminRows,
  citesOf,
  gazetteer,
  isNoAnswer,
  type Named,
  type NoAnswer,
  placeRow,
  rows,
  type Sum,
  type Sums,
  sums,
} from '../../archive/index.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import type { Count } from './views.ts'

// Areas of the first level: what a table of events calls them, and their p-codes in the list of OCHA.

const PCODES = 'ocha-pcodes'
/** The workbook of one State, where the global list has none of its areas. */
const AREAS = 'ocha-cod-ab'
type Match = (country: string, level: number, text: string) => Named
/** `undefined`: no list of p-codes is on this record. */
const matcher = async (db: Sql, country: string): Promise<Match | undefined> => {
  // A later list goes down to villages: only the two upper levels are wanted.
  const [list, second] = [await rows(db, PCODES, upper(country, '1')), await rows(db, PCODES, upper(country, '2'))]
  if (!isNoAnswer(list) && list.rows.length)
    return gazetteer([...list.rows, ...(isNoAnswer(second) ? [] : second.rows)].map(r => placeRow(Object.values(r.cells))))
  const areas = await rows(db, AREAS, { filters: { state: country }, limit: 5_000 })
  if (!isNoAnswer(areas)) return gazetteer(areas.rows.flatMap(r => adminRows(country, r.cells)))
  return isNoAnswer(list) ? undefined : gazetteer([])
}
const upper = (state: string, type: string) => ({ filters: { state, type }, limit: 5_000 })
const codeOf = (named: Named | undefined): string | undefined => (named?.is === 'matched' || named?.is === 'alias' ? named.code : undefined)

type Asked = Omit<Parameters<typeof sums>[2], 'filters'> & { readonly filters: NonNullable<Parameters<typeof sums>[2]['filters']> }
/** The counts of one area, by its p-code or any of its names: those of all names that mean it are put together. */
export const inArea = async (
  db: Sql,
  dataset: string,
  country: string,
  area: string,
  asked: Asked,
): Promise<{ readonly counted: Sums | NoAnswer; readonly names: readonly string[] } | { readonly unknown: string }> => {
  const all = await sums(db, dataset, { by: ['place'], filters: { state: country }, at: asked.at, on: asked.on, limit: 2_000 })
  if (isNoAnswer(all)) return { counted: all, names: [] }
  const match = await matcher(db, country)
  const code = codeOf(match?.(country, 1, area))
  const named = all.sums.flatMap(s => s.place ?? [])
  const names = named.filter(n => n === area || (code !== undefined && codeOf(match?.(country, 1, n)) === code))
  if (!names.length)
    return { unknown: `${area} is no area that the table names, nor one that the list of p-codes on this record puts to one of its names.` }
  const found: Sums[] = []
  for (const place of names) {
    const one = await sums(db, dataset, { ...asked, filters: { ...asked.filters, place } })
    if (isNoAnswer(one)) return { counted: one, names }
    found.push(one)
  }
  const groups = Map.groupBy(
    found.flatMap(f => f.sums),
    s => asked.by.map(b => s[b] ?? '').join('|'),
  )
  return { names, counted: { ...found[0]!, sums: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, its]) => together(its)) } }
}
const together = (its: readonly Sum[]): Sum =>
  its.length === 1
    ? its[0]!
    : {
        ...its[0]!,
        rows: its.reduce((n, s) => n + s.rows, 0),
        amount: its.reduce<number | null>((n, s) => (s.amount === null ? n : (n ?? 0) + s.amount), null),
        repeated: its.reduce((n, s) => n + s.repeated, 0),
        cites: citesOf(
          its[0]!.cites,
          its.reduce((n, s) => n + s.rows, 0),
        ),
      }
/** Areas of the first level under their p-codes: names that the list has otherwise are put to the code that they mean, and stay on the row. */
export const areas = async (db: Sql, country: string, these: readonly Sum[]): Promise<readonly Count[]> => {
  const match = await matcher(db, country)
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
      const [one] = its
      return {
        ...{ is: 'count', by: 'adm1', what: one!.what, name: one!.name, withheld: null },
        as: its.flatMap(m => (m.how === undefined ? [] : [{ name: m.s.place!, how: m.how }])),
        events: its.reduce((n, m) => n + m.s.rows, 0),
        deaths: its.reduce((n, m) => n + (m.s.amount ?? 0), 0),
        repeated: its.reduce((n, m) => n + m.s.repeated, 0),
        cites:
          its.length === 1
            ? one!.s.cites
            : citesOf(
                one!.s.cites,
                its.reduce((n, m) => n + m.s.rows, 0),
              ),
      }
    })
    .sort((a, b) => (a.what === null ? 1 : b.what === null ? -1 : a.what.localeCompare(b.what)))
}
