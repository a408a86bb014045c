import { type Check, hides, type Layout } from './layout.ts'
import { state } from './names/states.ts'
import type { Gathered, Place } from './noted.ts'
import { cellReader } from './read/cells.ts'
import { inKey, UNIT } from './read/row.ts'
import { isTotal, namesInKey, type Total, totalsOf } from './read/totals.ts'

// Parts against the total that their own row gives, or another row. What does not add up is said, and nothing is mended.

interface Group {
  parts: number | undefined
  stated: number | undefined
  /** What the row of the total calls itself. */
  as: string
  /** Of what it is the total, as published. */
  of: string
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
  const hidden: Hidden = name => hides(layout, name)
  /** A cell by its meaning: a month is the same in whatever form. */
  const meant: Meant = (cells, k) => inKey(cells[k] ?? '', layout.columns[k]!, readers[k]!)
  const declared = layout.checks ?? []
  const checks: One[] = declared.map(c =>
    c.check === 'sum'
      ? inRow(c, at, figure, hidden, noted)
      : c.check === 'rows'
        ? amongRows(c, at, figure, meant, repeatsOthers, hidden, noted)
        : oneState(c, at, repeatsOthers, hidden, noted),
  )
  if (!declared.some(c => c.check === 'rows')) checks.push(overNames(layout, at, figure, meant, repeatsOthers, noted))
  return {
    /** How many of the sums over its own cells do not come out. */
    row: (cells: readonly string[], place: Place): number => {
      let fails = 0
      for (const c of checks) if (c.row(cells, place)) fails++
      return fails
    },
    /** Whether rows are added up at all. */
    adds: checks.some(c => c.again !== undefined),
    /** A row of a name that stands more than once. `again`: it is not counted, and is taken out; else it is, and of totals of one name it is the total. */
    once: (cells: readonly string[], place: Place, again: boolean): void => {
      for (const c of checks) c.again?.(cells, place, again)
    },
    end: (): void => {
      for (const c of checks) c.end()
    },
  }
}
export type Checks = ReturnType<typeof checking>
interface One {
  /** True: a sum over the cells of this row does not come out. */
  row(cells: readonly string[], place: Place): boolean | undefined
  again?: ((cells: readonly string[], place: Place, again: boolean) => void) | undefined
  end(): void
}
type At = (name: string) => number
/** Whether what is said of this column is for cleared readers alone. */
type Hidden = (name: string) => boolean
/** A cell as the number that its column reads in it. */
type Figure = (cells: readonly string[], k: number) => number | undefined
type Meant = (cells: readonly string[], k: number) => string
type RepeatsOthers = (cells: readonly string[]) => Total | undefined

const inRow = (check: Extract<Check, { check: 'sum' }>, at: At, figure: Figure, hidden: Hidden, noted: Gathered) => {
  const parts = check.parts.map(at)
  const total = at(check.total)
  const says = `${check.parts.join(' + ')} is not ${check.total}`
  const closed = [...check.parts, check.total].some(hidden)
  return {
    row(cells: readonly string[], place: Place): boolean {
      const stated = figure(cells, total)
      const found = parts.map(p => figure(cells, p))
      if (stated === undefined || found.every(f => f === undefined)) return false
      const sum = found.reduce<number>((sum, f) => sum + (f ?? 0), 0)
      if (same(sum, stated)) return false
      noted.say('check', says, place, check.total, { closed })
      return !closed // or which row of a name is counted would tell of the closed cell
    },
    end: (): void => undefined,
  }
}

/** A name and a code that are not of one State, or that stand in each other's column. */
const oneState = (check: Extract<Check, { check: 'one State' }>, at: At, repeatsOthers: RepeatsOthers, hidden: Hidden, noted: Gathered) => {
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
    row(cells: readonly string[], place: Place): undefined {
      const [named, coded] = [cells[name]?.trim() ?? '', cells[code]?.trim() ?? '']
      if (!named || !coded) return
      const pair = `${named}\u001f${coded}`
      if (!known.has(pair) && known.size < MOST_GROUPS) known.set(pair, saysOf(named, coded))
      const says = known.get(pair)
      if (says !== undefined && !repeatsOthers(cells))
        noted.say('note', says, place, check.code, { closed: hidden(check.name) || hidden(check.code) })
    },
    end: (): void => undefined,
  }
}
const CODE = /^[A-Z]{3}$/

/** Parts and the total that is stated of them, by what they are of. */
const tally = (of: string, noted: Gathered, closed = false) => {
  const groups = new Map<string, Group>()
  let full = false
  const group = (key: string): Group | undefined => {
    const there = groups.get(key)
    if (there) return there
    if (groups.size >= MOST_GROUPS) {
      full = true
      return undefined
    }
    const one: Group = { parts: undefined, stated: undefined, as: '', of: '', place: undefined }
    groups.set(key, one)
    return one
  }
  return {
    part(key: string, n: number | undefined, again = false): void {
      const g = n === undefined ? undefined : group(key)
      if (g) g.parts = (g.parts ?? 0) + (again ? -n! : n!)
    },
    total(key: string, stated: Omit<Group, 'parts'>): void {
      Object.assign(group(key) ?? {}, stated)
    },
    end(): void {
      for (const g of groups.values()) {
        if (g.stated === undefined || (g.parts !== undefined && same(g.parts, g.stated))) continue
        if (g.parts === undefined) {
          noted.say('note', `the row ${g.as} is taken for a total, and not one of its parts stands beside it`, g.place, of, { closed })
          continue
        }
        noted.say('check', `rows of ${of} add up to another figure than the row ${g.as} gives`, g.place, of, { closed })
        noted.say('check', `${g.of}: the parts are ${g.parts}, the total says ${g.stated}`, g.place, of, { closed })
      }
      if (full)
        noted.say('check', `more than ${MOST_GROUPS.toLocaleString('en')} totals: the rest was not checked`, undefined, of, {
          rows: 0,
          closed,
        })
    },
  }
}

const amongRows = (
  check: Extract<Check, { check: 'rows' }>,
  at: At,
  figure: Figure,
  meant: Meant,
  repeatsOthers: RepeatsOthers,
  hidden: Hidden,
  noted: Gathered,
) => {
  const of = at(check.of)
  const by = check.by.map(at)
  const total = at(check.total.column)
  const sums = tally(check.of, noted, [check.of, ...check.by, check.total.column].some(hidden))
  const counts = (cells: readonly string[], place: Place, again?: boolean): undefined => {
    const key = by.map(b => meant(cells, b)).join(UNIT)
    const as = cells[total]?.trim() ?? ''
    if (as === check.total.is || isTotal(as)) {
      if (!again) sums.total(key, { stated: figure(cells, of), as: `"${as}"`, of: by.map(b => cells[b]).join(', '), place })
    } else if (again !== false && !repeatsOthers(cells)) sums.part(key, figure(cells, of), again)
  }
  return { row: (cells: readonly string[], place: Place) => counts(cells, place), again: counts, end: sums.end }
}

/** A row over all States, over all missions, or over both, against the rows of its month that name them. */
const overNames = (layout: Layout, at: At, figure: Figure, meant: Meant, repeatsOthers: RepeatsOthers, noted: Gathered) => {
  const names = namesInKey(layout)
  const amount = layout.columns.findIndex(c => c.is === 'amount')
  const amounts = amount >= 0 ? [amount] : (layout.adds ?? []).map(at)
  const sums = tally(amounts.map(k => layout.columns[k]!.name).join(' + '), noted)
  /** Of each sum over names, one bit each, the rest of the key. */
  const rest = Array.from({ length: 1 << names.length }, (_, over) =>
    layout.key.map(at).filter(k => !names.some((n, i) => over & (1 << i) && n.at.includes(k))),
  )
  const counts = (cells: readonly string[], place: Place, again?: boolean): undefined => {
    if (!names.length) return
    const found = amounts.flatMap(k => figure(cells, k) ?? [])
    const n = found.length ? found.reduce((sum, f) => sum + f, 0) : undefined
    const key = (over: number): string => `${over}${UNIT}${rest[over]!.map(k => meant(cells, k)).join(UNIT)}`
    const total = repeatsOthers(cells)
    if (!total) {
      if (again !== false) for (let over = 1; over < rest.length; over++) sums.part(key(over), n, again)
    } else if (total.over && !again) {
      const over = names.filter((_, i) => total.over & (1 << i))
      const as = over.map(o => (cells[o.at[0]!]!.trim() ? `"${cells[o.at[0]!]!.trim()}"` : `without a ${o.of}`)).join(', ')
      sums.total(key(total.over), { stated: n, as, of: rest[total.over]!.map(k => cells[k]).join(', '), place })
    }
  }
  return {
    row: (cells: readonly string[], place: Place) => counts(cells, place),
    again: names.length ? counts : undefined,
    end: sums.end,
  }
}
