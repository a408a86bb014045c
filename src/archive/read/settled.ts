import type { Column, Layout } from '../layout.ts'
import { orderIn, yearIn } from './days.ts'
import { settingOf } from './figures.ts'
import { isBad, readTable } from './table.ts'

// What a column settles where single values could be either: 3/4/2014 by the days beside it, 4,957 by the figures beside it. A column is
// asked whole, of all files of a table, and only where a value of it could be either.

export interface Source {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}
interface Found {
  /** Values that fit only this: days before months, decimal commas. */
  one: number
  /** Values that fit only the other: months before days, decimal points. */
  other: number
  either: number
  /** Of days: values that begin with a year of two figures, and such that end with their year. */
  readonly year: { first: number; last: number }
}
const asked = (c: Column): 'day' | 'figure' | undefined =>
  c.fileName || (c.written !== undefined && c.written !== 'd/m/y' && c.written !== 'm/d/y')
    ? undefined
    : c.as === 'day' || c.as === 'month'
      ? 'day'
      : (c.as === 'whole' || c.as === 'number') && c.decimal === undefined
        ? 'figure'
        : undefined

/** The layout with what its columns settle in these files. No row is understood here: cells are looked at as texts. */
export const settled = async (layout: Layout, files: Iterable<Source>): Promise<Layout> => {
  const { where: _where, checks: _checks, part: _part, adds: _adds, totals: _totals, ...rest } = layout
  const texts: Layout = { ...rest, columns: layout.columns.map(({ is: _is, ...c }) => (c.fileName ? c : { ...c, as: 'text' })) }
  const found = layout.columns.map((): Found => ({ one: 0, other: 0, either: 0, year: { first: 0, last: 0 } }))
  const degrees = new Set((layout.where ?? []).flatMap(w => [w.latitude, w.longitude]))
  const looked = layout.columns.flatMap((c, k) => {
    const what = asked(c)
    return what ? [{ k, c, what, count: found[k]!, degree: degrees.has(c.name) }] : []
  })
  for (const f of files)
    for await (const row of readTable(texts, f.bytes, f.name))
      if (!isBad(row))
        for (const l of looked) {
          const cell = row.cells[l.k]!.trim().replace(/^['‘’`]+|['‘’`]+$/g, '')
          if (cell === '') continue
          const is = l.what === 'day' ? orderIn(cell) : l.degree ? inDegrees(cell, l.c) : settingOf(cell, l.c.as)
          const year = l.what === 'day' ? yearIn(cell) : undefined
          if (year) l.count.year[year]++
          if (is === 'y/m/d') continue
          if (is === 'either') l.count.either++
          else if (is === 'd/m/y' || is === ',') l.count.one++
          else if (is !== undefined) l.count.other++
        }
  const columns = layout.columns.map((c, k): Column => {
    const l = looked.find(x => x.k === k)
    return l ? { ...c, ...byEvidence(l.count, l.what, c.written) } : c
  })
  return { ...layout, columns }
}
/** No degree goes beyond 180: 4,957 of a latitude has a decimal comma, and 4.957 a decimal point. */
const inDegrees = (cell: string, c: Column): ',' | '.' | 'either' | undefined => {
  const m = /^[+-]?\d{1,3}([.,])\d+$/.exec(cell)
  return m ? (m[1] as ',' | '.') : settingOf(cell, c.as)
}
const byEvidence = ({ one, other, either, year }: Found, what: 'day' | 'figure', written: Column['written']): Pick<Column, 'settled'> => {
  if (year.first) return { settled: year.last ? 'years' : 'y/m/d' }
  if (!one && !other && !either) return {}
  // A layout that says which comes first is believed, unless no value of the column fits only that.
  if (what === 'day' && written !== undefined) {
    const against = written === 'm/d/y' ? one : other,
      fits = written === 'm/d/y' ? other : one
    return against && !fits ? { settled: written === 'm/d/y' ? 'd/m/y' : 'm/d/y' } : {}
  }
  if (one && other) return { settled: 'both' }
  if (one) return { settled: what === 'day' ? 'd/m/y' : ',' }
  if (other) return { settled: what === 'day' ? 'm/d/y' : '.' }
  return { settled: 'open' }
}
