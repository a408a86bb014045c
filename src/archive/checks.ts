import type { Check, Layout } from './layout.ts'
import { state } from './names/states.ts'
import type { Gathered, Place } from './noted.ts'
import { cellReader } from './read/cells.ts'
import { isTotal, totalsOf } from './read/totals.ts'

// Parts against the total that their own row gives, or another row. What does not add up is said, and nothing is mended.

interface Group {
  parts: number | undefined
  stated: number | undefined
  /** What the row of the total calls itself. */
  as: string
  place: Place | undefined
}
/** Figures are decimals: 0.1 + 0.2 is 0.3 here. */
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
const MOST_GROUPS = 200_000

/** One pass over the rows of a file. */
export const checking = (layout: Layout, noted: Gathered) => {
  const at = (name: string): number => layout.columns.findIndex(c => c.name === name)
  const readers = layout.columns.map(cellReader)
  /** `undefined`: it states none. */
  const figure: Figure = (cells, k) => readers[k]?.(cells[k] ?? '').number
  const repeatsOthers = totalsOf(layout, readers)
  const checks = (layout.checks ?? []).map(c =>
    c.check === 'sum'
      ? inRow(c, at, figure, noted)
      : c.check === 'rows'
        ? amongRows(c, at, figure, repeatsOthers, noted)
        : oneState(c, at, repeatsOthers, noted),
  )
  return {
    row: (cells: readonly string[], place: Place): void => {
      for (const c of checks) c.row(cells, place)
    },
    end: (): void => {
      for (const c of checks) c.end()
    },
  }
}
type At = (name: string) => number
/** A cell as the number that its column reads in it. */
type Figure = (cells: readonly string[], k: number) => number | undefined

const inRow = (check: Extract<Check, { check: 'sum' }>, at: At, figure: Figure, noted: Gathered) => {
  const parts = check.parts.map(at)
  const total = at(check.total)
  const says = `${check.parts.join(' + ')} is not ${check.total}`
  return {
    row(cells: readonly string[], place: Place): void {
      const stated = figure(cells, total)
      const found = parts.map(p => figure(cells, p))
      if (stated === undefined || found.every(f => f === undefined)) return
      if (
        !same(
          found.reduce<number>((sum, f) => sum + (f ?? 0), 0),
          stated,
        )
      )
        noted.say('check', says, place, check.total)
    },
    end: (): void => undefined,
  }
}

/** A name and a code that are not of one State, or that stand in each other's column. */
const oneState = (
  check: Extract<Check, { check: 'one State' }>,
  at: At,
  repeatsOthers: (cells: readonly string[]) => boolean,
  noted: Gathered,
) => {
  const [name, code] = [at(check.name), at(check.code)]
  /** Names and codes repeat: each pair is looked at once. */
  const known = new Map<string, string | undefined>()
  const saysOf = (named: string, coded: string): string | undefined => {
    const [a, b] = [state(named), state(coded)]
    if (!('code' in a) || !('code' in b) || a.code === undefined || b.code === undefined) return undefined
    if (a.code !== b.code) return `${check.name} and ${check.code} are not one State`
    return CODE.test(named) && !CODE.test(coded) ? `${check.name} holds codes and ${check.code} names: columns swapped?` : undefined
  }
  return {
    row(cells: readonly string[], place: Place): void {
      const [named, coded] = [cells[name]?.trim() ?? '', cells[code]?.trim() ?? '']
      if (!named || !coded) return
      const pair = `${named}\u001f${coded}`
      if (!known.has(pair) && known.size < MOST_GROUPS) known.set(pair, saysOf(named, coded))
      const says = known.get(pair)
      if (says !== undefined && !repeatsOthers(cells)) noted.say('note', says, place, check.code)
    },
    end: (): void => undefined,
  }
}
const CODE = /^[A-Z]{3}$/

const amongRows = (
  check: Extract<Check, { check: 'rows' }>,
  at: At,
  figure: Figure,
  repeatsOthers: (cells: readonly string[]) => boolean,
  noted: Gathered,
) => {
  const of = at(check.of)
  const by = check.by.map(at)
  const total = at(check.total.column)
  const groups = new Map<string, Group>()
  let full = false
  return {
    row(cells: readonly string[], place: Place): void {
      const key = by.map(b => cells[b]).join('\u001f')
      let group = groups.get(key)
      if (!group) {
        if (groups.size >= MOST_GROUPS) {
          full = true
          return
        }
        group = { parts: undefined, stated: undefined, as: '', place: undefined }
        groups.set(key, group)
      }
      const n = figure(cells, of)
      const as = cells[total]?.trim() ?? ''
      if (as === check.total.is || isTotal(as)) {
        group.stated = n
        group.as = as
        group.place = place
      } else if (repeatsOthers(cells)) return
      else if (n !== undefined) group.parts = (group.parts ?? 0) + n
    },
    end(): void {
      for (const [key, g] of groups) {
        if (g.stated === undefined || g.parts === undefined || same(g.parts, g.stated)) continue
        noted.say('check', `rows of ${check.of} add up to another figure than the row "${g.as}" gives`, g.place, check.of)
        noted.say('check', `${key.replaceAll('\u001f', ', ')}: the parts are ${g.parts}, the total says ${g.stated}`, g.place, check.of)
      }
      if (full) noted.say('check', `more than ${MOST_GROUPS.toLocaleString('en')} totals: the rest was not checked`, undefined, check.of, 0)
    },
  }
}
