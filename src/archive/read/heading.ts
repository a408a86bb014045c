import type { Column, Layout } from '../layout.ts'
import { loose } from '../names/named.ts'

// A row of headings against the columns of a layout: which cell is which column, what is missing, what nobody declared.

export interface Heading {
  /** For each column of the layout, the position of its cell; -1: an optional column that is absent, or the file's name. */
  readonly at: readonly number[]
  /** Columns of the file that the layout does not know. They are kept, under their own name, and in its order: where they stand in the file does not matter. */
  readonly extra: readonly { readonly name: string; readonly at: number }[]
  /** As the file has them. */
  readonly names: readonly string[]
  readonly width: number
  readonly says: readonly string[]
}
export type NoHeading = { readonly missing: readonly string[]; readonly unknown: readonly string[]; readonly fits: number }

/** What is said of a column that no layout declares. */
export const NOT_KNOWN = 'is not in the layout: kept under its own name'
export const LEFT_OUT = 'is not in the layout: left out'
const UNKNOWN_HERE = ', which the layout does not know'
/** "; the file has "Remark", which the layout does not know" */
export const unknownIn = (names: readonly string[]): string => (names.length ? `; the file has ${some(names)}${UNKNOWN_HERE}` : '')
/** Whether a sentence about a file names a column that no layout declares. */
export const namesUndeclared = (says: string): boolean => [NOT_KNOWN, LEFT_OUT, UNKNOWN_HERE].some(end => says.endsWith(end))
/** So many absent columns are each told apart. */
const MANY = 3
/** Headings that repeat are numbered from the second on: `Total`, `Total (2)`. */
export const numbered = (header: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return header.map(h => {
    const n = (seen.get(h) ?? 0) + 1
    seen.set(h, n)
    return n === 1 || h.trim() === '' ? h : `${h} (${n})`
  })
}
export const headingOf = (header: readonly string[], layout: Layout): Heading | NoHeading => {
  const names = numbered(header)
  const says: string[] = []
  const free = new Map<number, string>(names.map((n, i) => [i, n]))
  const exact = new Map(names.map((n, i) => [n, i]))
  const near = new Map<string, number>()
  for (const [i, n] of names.entries()) if (loose(n) !== '' && !near.has(loose(n))) near.set(loose(n), i)
  const at = layout.columns.map(() => -1)
  const take = (k: number, i: number | undefined, odd?: (name: string) => string): void => {
    if (at[k]! >= 0 || i === undefined || !free.has(i)) return
    if (odd) says.push(odd(free.get(i)!))
    at[k] = i
    free.delete(i)
  }
  // Exact names first, so that a loosely written heading never takes a column from its own.
  for (const [k, c] of layout.columns.entries()) if (!c.fileName) take(k, exact.get(c.name))
  for (const p of layout.passed ?? []) {
    const i = exact.get(p.name) ?? (p.name === '' ? undefined : near.get(loose(p.name)))
    if (i === undefined || !free.delete(i)) continue
    says.push(`column ${p.name === '' ? 'without a heading' : `"${p.name}"`} not kept: ${p.because}`)
  }
  const odd = (c: Column) => (n: string) =>
    n.replace(/\s+/g, ' ').trim() === c.name ? `heading "${c.name}" has other blanks` : `heading "${n}" read as "${c.name}"`
  for (const [k, c] of layout.columns.entries()) if (!c.fileName) take(k, near.get(loose(c.name)), odd(c))
  for (const [k, c] of layout.columns.entries()) for (const also of c.also ?? []) take(k, near.get(loose(also)), odd(c))
  const tags = new Map([...free].flatMap(([i, n]) => (n.startsWith('#') ? [[tag(n), i] as const] : [])))
  for (const [k, c] of layout.columns.entries())
    if (c.hxl && tags.size) take(k, tags.get(tag(c.hxl)), n => `HXL tag "${n}" read as "${c.name}"`)
  const missing = [
    ...layout.columns.filter((c, k) => at[k]! < 0 && !c.optional && !c.fileName).map(c => c.name),
    ...(layout.without ?? []).filter(name => near.has(loose(name))).map(name => `no ${name}`),
  ]
  const extra = [...free]
    .filter(([, name]) => name.trim() !== '')
    .map(([i, name]) => ({ name, at: i }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  if (missing.length) return { missing, unknown: extra.map(e => e.name), fits: at.filter(i => i >= 0).length }
  for (const [i, n] of names.entries())
    if (n !== header[i]) says.push(`a heading stands twice: read as "${n}"${free.has(i) ? UNKNOWN_HERE : ''}`)
  const nameless = free.size - extra.length
  if (nameless) says.push(`${nameless} ${nameless === 1 ? 'column' : 'columns'} without a heading not kept`)
  for (const e of extra) says.push(`column "${e.name}" ${NOT_KNOWN}`)
  const order = at.filter(i => i >= 0)
  if (order.some((i, k) => k > 0 && i < order[k - 1]!)) says.push('columns stand in another order than in the layout')
  const absent = layout.columns.filter((c, k) => at[k]! < 0 && c.optional).map(c => c.name)
  if (absent.length > MANY) says.push(`columns ${some(absent)} are absent`)
  else for (const name of absent) says.push(`column "${name}" is absent`)
  return { at, extra, names: header, width: header.length, says }
}
/** Attributes of a tag may stand in any order. */
const tag = (text: string): string => {
  const [name, ...attributes] = text.toLowerCase().replace(/\s+/g, '').split('+')
  return [name, ...attributes.sort()].join('+')
}
const TAG = /^#[a-z][a-z0-9_]*(\s*\+\s*[a-z][a-z0-9_]*)*$/i
/** The row of tags that HXL puts under the headings. */
export const isTagRow = (cells: readonly string[]): boolean => {
  const full = cells.filter(c => c.trim() !== '')
  return full.length > 0 && full.filter(c => TAG.test(c.trim())).length * 2 > full.length
}

/** Which layout of a dataset reads a file with these headings. None: what each would need, the nearest first. */
export const recognise = (
  header: readonly string[],
  layouts: readonly Layout[],
):
  | Layout
  | {
      readonly says: string
      readonly nearest: string | undefined
      readonly missing: readonly string[]
      readonly unknown: readonly string[]
    } => {
  let best: { layout: Layout; fits: number; missing: readonly string[]; unknown: readonly string[] } | undefined
  let whole: { layout: Layout; score: number } | undefined
  for (const layout of layouts) {
    if (layout.file.form === 'read') continue
    const h = headingOf(header, layout)
    if ('at' in h) {
      const score = h.at.filter(i => i >= 0).length * 2 - h.extra.length
      if (!whole || score > whole.score) whole = { layout, score }
    } else if (!best || h.fits - h.missing.length > best.fits - best.missing.length) best = { layout, ...h }
  }
  if (whole) return whole.layout
  return best
    ? {
        nearest: best.layout.layout,
        missing: best.missing,
        unknown: best.unknown,
        says: `no layout reads these headings. Nearest is ${best.layout.layout}, which wants ${some(best.missing)}${best.unknown.length ? `; the file has ${some(best.unknown)} instead` : ''}`,
      }
    : { nearest: undefined, missing: [], unknown: header, says: 'no layout reads this kind of file by its headings' }
}
export const some = (names: readonly string[]): string =>
  `${names
    .slice(0, 8)
    .map(n => `"${n}"`)
    .join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`
