import type { Check, Column, Layout } from './layout.ts'
import type { Gathered, Place } from './noted.ts'

// Parts against the total that their own row gives, or another row. What does not add up is said, and nothing is mended.

/** A cell as a number, as its column writes numbers; `undefined`: it states none. */
export const figure = (cell: string, column: Column): number | undefined => {
  const text = cell.replace(/[\s'‘’\u00a0\u202f]/g, '')
  if (!text || column.missing?.includes(cell) || column.missing?.includes(text)) return undefined
  const n = Number(
    column.decimal === ','
      ? text.replaceAll('.', '').replace(',', '.')
      : /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)
        ? text.replaceAll(',', '')
        : text,
  )
  return Number.isFinite(n) ? n : undefined
}
/** Figures are decimals: 0.1 + 0.2 is 0.3 here. */
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
const MOST_GROUPS = 200_000

/** One pass over the rows of a file. */
export const checking = (layout: Layout, noted: Gathered) => {
  const at = (name: string): number => layout.columns.findIndex(c => c.name === name)
  const checks = (layout.checks ?? []).map(c => (c.check === 'sum' ? inRow(layout, c, at, noted) : amongRows(layout, c, at, noted)))
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

const inRow = (layout: Layout, check: Extract<Check, { check: 'sum' }>, at: At, noted: Gathered) => {
  const parts = check.parts.map(at)
  const total = at(check.total)
  const says = `${check.parts.join(' + ')} is not ${check.total}`
  return {
    row(cells: readonly string[], place: Place): void {
      const stated = figure(cells[total] ?? '', layout.columns[total]!)
      const found = parts.map(p => figure(cells[p] ?? '', layout.columns[p]!))
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

const amongRows = (layout: Layout, check: Extract<Check, { check: 'rows' }>, at: At, noted: Gathered) => {
  const of = at(check.of)
  const by = check.by.map(at)
  const total = at(check.total.column)
  const groups = new Map<string, { parts: number | undefined; stated: number | undefined; place: Place | undefined }>()
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
        group = { parts: undefined, stated: undefined, place: undefined }
        groups.set(key, group)
      }
      const n = figure(cells[of] ?? '', layout.columns[of]!)
      if (cells[total]?.trim() === check.total.is) {
        group.stated = n
        group.place = place
      } else if (n !== undefined) group.parts = (group.parts ?? 0) + n
    },
    end(): void {
      for (const [key, g] of groups) {
        if (g.stated === undefined || g.parts === undefined || same(g.parts, g.stated)) continue
        noted.say('check', `rows of ${check.of} add up to another figure than the row "${check.total.is}" gives`, g.place, check.of)
        noted.say('check', `${key.replaceAll('\u001f', ', ')}: the parts are ${g.parts}, the total says ${g.stated}`, g.place, check.of)
      }
      if (full) noted.say('check', `more than ${MOST_GROUPS.toLocaleString('en')} totals: the rest was not checked`, undefined, check.of, 0)
    },
  }
}
