import type { Layout } from '../layout.ts'
import { loose } from '../names/named.ts'
import { type Heading, headingOf, type NoHeading } from './heading.ts'
import { isTotal } from './totals.ts'

// A table with a column for each year is the same table as one with a row for each: each cell of a year becomes a row of that year.

export interface Unfolded {
  /** The headings as the layout has them: what stands beside the years, then the year and its figure. */
  readonly names: readonly string[]
  /** As the file has them. */
  readonly width: number
  readonly says: readonly string[]
  /** A record as rows, one for each year in which something stands. */
  readonly rows: (cells: readonly string[]) => readonly (readonly string[])[]
  /** Of a record whose years do not add up to its own total: what does not. */
  readonly odd: (cells: readonly string[]) => string | undefined
}
const YEAR = /^(?:year |cy ?)?((?:19|20)\d\d)\s*(\*+|\([^)]*\))?$/i

/** `undefined`: these are no headings with years, or none of the rest is the layout's. */
export const unfolded = (header: readonly string[], layout: Layout): Unfolded | undefined => {
  const years = layout.file.form === 'csv' ? layout.file.years : undefined
  if (!years) return undefined
  const found = header.flatMap((h, at) => {
    const m = YEAR.exec(h.trim())
    return m ? [{ at, year: m[1]!, heading: h.trim(), mark: m[2] }] : []
  })
  const names = new Set(found.map(f => f.year))
  if (found.length < 2 || names.size < found.length) return undefined
  const figures = layout.columns.filter(c => c.name === years.of).flatMap(c => [c.name, ...(c.also ?? [])].map(loose))
  const sums = header.flatMap((h, at) => (isTotal(h) || figures.includes(loose(h)) ? [at] : []))
  const beside = header.flatMap((_, at) => (sums.includes(at) || found.some(f => f.at === at) ? [] : [at]))
  const known = new Set(
    layout.columns.filter(c => c.name !== years.in && c.name !== years.of).flatMap(c => [c.name, ...(c.also ?? [])].map(loose)),
  )
  if (!beside.some(at => known.has(loose(header[at]!)))) return undefined
  const [first, last] = [found[0]!.year, found.at(-1)!.year]
  return {
    names: [...beside.map(at => header[at]!), years.in, years.of],
    width: header.length,
    says: [
      `a column for each year, ${first} to ${last}: each cell read as a row of its year`,
      ...found.flatMap(f => (f.mark ? [`heading "${f.heading}" read as the year ${f.year}`] : [])),
      ...sums.map(at => `column "${header[at]!.trim()}" adds up the years: not kept, and checked against them`),
    ],
    rows: cells => found.flatMap(f => (cells[f.at]!.trim() === '' ? [] : [[...beside.map(at => cells[at]!), f.year, cells[f.at]!]])),
    odd: cells => {
      const parts = found.map(f => figure(cells[f.at]!)).reduce<number>((n, x) => n + (x ?? 0), 0)
      const wrong = sums.map(at => figure(cells[at]!)).find(total => total !== undefined && total !== parts)
      return wrong === undefined ? undefined : `its years add up to ${parts}, its total says ${wrong}`
    },
  }
}
const figure = (cell: string): number | undefined => (/^\s*\d+\s*$/.test(cell) ? Number(cell) : undefined)

/** A row of headings against the layout, with a column for each year or without. */
export const headOf = (header: readonly string[], layout: Layout): Heading | NoHeading =>
  headingOf(unfolded(header, layout)?.names ?? header, layout)
