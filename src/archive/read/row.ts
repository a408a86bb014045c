import type { Day } from '../../kernel/day.ts'
import { turnsIn } from '../../paper/direction.ts'
import { type Column, hides, type Layout, type Role } from '../layout.ts'
import { MISSIONS } from '../names/missions.ts'
import type { Named } from '../names/named.ts'
import { BOUNDS, statesIn } from '../names/states.ts'
import { cellReader } from './cells.ts'
import { ownName } from './file-name.ts'
import type { Heading } from './heading.ts'
import { bare, coded, isEdge, isoOf, plainly, type Understood } from './meaning.ts'
import { isTotal, totalsOf } from './totals.ts'

// A record as a row of its layout: its cells in order, its name, what can be asked of it, and what is odd about it.

export interface Read {
  readonly line: number
  /**
   * As published, in the order of `layout.columns`. Behind them, what stood in columns that the layout does not know, where it was
   * not empty: `name` + UNIT + text. An empty cell of an unknown column is left out, so that a new column changes only the rows that use it.
   */
  readonly cells: readonly string[]
  /** What they say, in one form however they are written; the same list where that is how they are written. */
  readonly means: readonly string[]
  /** `layout.key` cells joined by UNIT: without blanks and stray marks around them; days and numbers in one form, States and missions by their code where one is known. */
  readonly key: string
  readonly asked: Asked
  /** Of a layout with parts: which one, whatever the form of its day and the name of its State. */
  readonly part?: string
  /** It repeats others as a sum. */
  readonly total: boolean
  readonly notes: readonly string[]
  /** Of closed columns: for cleared readers alone. */
  readonly closedNotes: readonly string[]
  /** A cell of it could be read otherwise, had its column not been asked. */
  readonly open?: true
}
export interface Asked {
  readonly from?: Day
  readonly to?: Day
  readonly state?: string
  /** Of a layout with several States: all of which it is found under. */
  readonly states?: readonly string[]
  readonly mission?: string
  /** As published, trimmed: p-codes are another table's. */
  readonly place?: string
  readonly type?: string
  readonly sex?: string
  readonly amount?: number
}
export interface Bad {
  readonly line: number
  readonly column: string | undefined
  readonly says: string
  /** Of a file whose headings are not those of the layout: what it wants. */
  readonly missing?: readonly string[]
  /** Its cell could be read, if its column settles how. */
  readonly open?: true
}
export const UNIT = '\u001f'
export const isBad = (row: Read | Bad): row is Bad => 'says' in row

export const columnAt = (layout: Layout, heading: Heading, at: number): string | undefined => {
  const k = heading.at.indexOf(at)
  return k >= 0 ? layout.columns[k]!.name : heading.extra.find(e => e.at === at)?.name
}

/** A figure with a point is what it seems, unless its column has decimal commas. */
const isFigure = (c: Column): boolean => (c.as === 'whole' || c.as === 'number') && c.settled === undefined
const DATED: ReadonlySet<Column['as']> = new Set(['day', 'month', 'year'])
/** Characters that stand somewhere in the file, and are then looked for in each cell. */
export interface Odd {
  nul: boolean
  turns: boolean
  /** Of columns of numbers that are no degrees: figures with a point and three figures behind it, and with any other number of them. */
  readonly points?: Map<string, { three: number; other: number }>
}
/** A record as a row of the layout. Compiled once: what needs no look is not looked at. */
export const rowReader = (layout: Layout, fileName: string, odd: Odd, heading?: Heading) => {
  const columns = layout.columns
  const at = heading?.at ?? columns.map((_, k) => k)
  const own = ownName(fileName)
  const straight = heading !== undefined && !heading.extra.length && at.every((i, k) => i === k) && heading.width === columns.length
  const indexOf = (name: string): number => columns.findIndex(c => c.name === name)
  const byRole = new Map<Role, number>()
  for (const [k, c] of columns.entries()) if (c.is) byRole.set(c.is, k)
  const looked = columns.flatMap((c, k) =>
    c.as !== 'text' ? [{ k, c, plain: isFigure(c), dated: DATED.has(c.as), hidden: hides(layout, c.name), read: cellReader(c) }] : [],
  )
  const readers = columns.map(c => cellReader(c))
  for (const l of looked) readers[l.k] = l.read
  const degrees = new Set((layout.where ?? []).flatMap(w => [w.latitude, w.longitude]))
  const points = columns.map(c => {
    if (!odd.points || c.as !== 'number' || c.decimal !== undefined || degrees.has(c.name)) return undefined
    const count = odd.points.get(c.name) ?? { three: 0, other: 0 }
    odd.points.set(c.name, count)
    return count
  })
  const keys = layout.key.map(indexOf)
  const parts = (layout.part ?? []).map(indexOf)
  const repeatsOthers = totalsOf(layout, readers)
  const where = (layout.where ?? []).map(w => ({
    ...w,
    lat: indexOf(w.latitude),
    lon: indexOf(w.longitude),
    at: indexOf(w.in),
    hidden: [w.latitude, w.longitude, w.in].some(c => hides(layout, c)),
  }))
  const [from, to, state, mission, place, type, sex, amount] = (
    ['from', 'to', 'state', 'mission', 'place', 'type', 'sex', 'amount'] as const
  ).map(r => byRole.get(r) ?? -1) as [number, number, number, number, number, number, number, number]

  const several = (layout.states ?? []).map(indexOf)
  const amounts = amount >= 0 ? [amount] : (layout.adds ?? []).map(indexOf)

  return (line: number, cells: readonly string[], raw: readonly string[], notes0: readonly string[]): Read | Bad => {
    let out: readonly string[] = cells
    if (heading) {
      if (raw.length !== heading.width) {
        // Empty cells behind the last heading, or left out at the end, are no damage.
        const more = raw.length > heading.width
        if (!more || !raw.slice(heading.width).every(c => c.trim() === ''))
          return {
            line,
            column: more ? undefined : columnAt(layout, heading, raw.length),
            says: `${raw.length} cells where the heading has ${heading.width}`,
          }
        notes0 = [...notes0, 'empty cells behind the last column']
      }
      if (!straight || raw.length !== heading.width) {
        const ordered: string[] = new Array(columns.length)
        for (let k = 0; k < columns.length; k++) ordered[k] = at[k]! >= 0 ? raw[at[k]!]! : columns[k]!.fileName ? own : ''
        for (const e of heading.extra) if (raw[e.at]!.trim() !== '') ordered.push(`${e.name}${UNIT}${raw[e.at]}`)
        out = ordered
      }
    }
    let notes: string[] | undefined = notes0.length ? [...notes0] : undefined
    const say = (note: string): void => {
      if (notes) notes.push(note)
      else notes = [note]
    }
    let closedNotes: string[] | undefined
    const sayOf = (closed: boolean, note: string): void => {
      if (!closed) say(note)
      else if (closedNotes) closedNotes.push(note)
      else closedNotes = [note]
    }
    if (odd.nul)
      for (let k = 0; k < out.length; k++)
        if (out[k]!.includes('\0')) return { line, column: columns[k]?.name ?? out[k]!.split(UNIT)[0], says: 'a NUL character' }
    if (odd.turns)
      for (const [k, cell] of out.entries()) {
        const turned = turnsIn(cell)
        const name = columns[k]?.name ?? cell.split(UNIT)[0]!
        if (turned) sayOf(hides(layout, name), `${name}: holds ${turned}, which turns what is drawn beside it: shown by that name`)
      }
    const total = repeatsOthers(out)
    let open = false
    let means: string[] | undefined
    const mean = (k: number, meant: string): void => {
      means ??= [...out]
      means[k] = meant
    }
    for (const l of looked) {
      const cell = out[l.k]!
      if (cell === '') continue
      if (l.plain && isPlain(cell, l.c.as === 'whole')) {
        const count = points[l.k]
        if (count && cell.includes('.')) count[THREE.test(cell) ? 'three' : 'other']++
        const meant = plainly(cell, l.c.as === 'whole')
        if (meant !== cell) mean(l.k, meant)
        continue
      }
      const u = l.read(cell)
      if (u.open && l.c.settled === undefined) open = true
      if (u.means !== cell) mean(l.k, u.means)
      if (u.wrong && total && l.dated) {
        // A total over all months names itself, or counts them, where a month should stand.
        if (!isTotal(cell)) sayOf(l.hidden, `${l.c.name}: ${u.wrong}`)
        continue
      }
      if (u.wrong) return { line, column: l.c.name, says: u.wrong, ...(open && { open }) }
      for (const n of u.notes) sayOf(l.hidden, n)
    }
    for (let k = 0; k < out.length; k++) {
      if (k < columns.length && columns[k]!.as !== 'text') continue
      const cell = out[k]!
      const at = k < columns.length ? 0 : cell.indexOf(UNIT) + 1
      const meant = at ? cell.slice(0, at) + bare(cell.slice(at)) : bare(cell)
      if (meant !== cell) mean(k, meant)
    }
    if (total) say(total.says)
    for (const w of where) {
      const s = swapped(readers[w.lat]!(out[w.lat]!), readers[w.lon]!(out[w.lon]!), readers[w.at]!(out[w.at]!).named)
      if (s) sayOf(w.hidden, `${w.latitude} and ${w.longitude}: ${s}`)
    }
    const asked: { -readonly [K in keyof Asked]: Asked[K] } = {}
    if (from >= 0) {
      const span = readers[from]!(out[from]!).span
      if (span) {
        asked.from = span.from
        if (to < 0) asked.to = span.to
      }
    }
    if (to >= 0) {
      const span = readers[to]!(out[to]!).span
      if (span) asked.to = span.to
      if (span && asked.from !== undefined && span.to < asked.from) say('it ends before it begins')
    }
    if (state >= 0) codeInto(asked, 'state', readers[state]!(out[state]!), columns[state]!)
    if (several.length) asked.states = [...new Set(several.flatMap(k => namedIn(out[k]!, columns[k]!, readers[k]!)))]
    if (mission >= 0) codeInto(asked, 'mission', readers[mission]!(out[mission]!), columns[mission]!)
    if (place >= 0 && out[place]!.trim()) asked.place = out[place]!.trim()
    if (type >= 0 && out[type]!.trim()) asked.type = out[type]!.trim()
    if (sex >= 0 && out[sex]!.trim()) asked.sex = out[sex]!.trim()
    for (const k of amounts) {
      const cell = out[k]!
      const n = isPlain(cell, true) ? Number(cell) : readers[k]!(cell).number
      if (n !== undefined) asked.amount = (asked.amount ?? 0) + n
    }
    let key = ''
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i]!
      key += (i ? UNIT : '') + inKey(out[k]!, columns[k]!, readers[k]!)
    }
    const part = parts.map(k => partOf(out[k]!, columns[k]!, readers[k]!(out[k]!))).join(UNIT)
    return {
      ...{ line, cells: out, means: means ?? out, key, asked, ...(parts.length && { part }) },
      ...{ total: total !== undefined, notes: notes ?? NONE, closedNotes: closedNotes ?? NONE, ...(open && { open }) },
    }
  }
}
const NONE: readonly string[] = []
const THREE = /^-?[1-9]\d{0,2}\.\d{3}$/
const partOf = (cell: string, column: Column, { span, named }: Understood): string =>
  span ? isoOf(column.as === 'month' ? span.to : span.from) : named?.is === 'matched' || named?.is === 'alias' ? named.code : cell
/** A cell as it stands in the name of its row. A State that was Swaziland and is Eswatini keeps its rows. */
export const inKey = (cell: string, column: Column, read: (cell: string) => Understood): string => {
  if (column.as === 'day' || column.as === 'month') {
    const span = read(cell).span
    return span ? isoOf(span.from) + (span.to === span.from || column.as === 'month' ? '' : `/${isoOf(span.to)}`) : cell.trim()
  }
  if (column.as === 'whole' || column.as === 'number') {
    const n = isPlain(cell, true) ? undefined : read(cell).number
    return n === undefined ? cell.trim() : String(n)
  }
  if (column.as === 'state' || column.as === 'mission') {
    const named = read(cell).named
    if (named?.is === 'matched' || named?.is === 'alias') return named.code
  }
  const first = cell.charCodeAt(0)
  const last = cell.charCodeAt(cell.length - 1)
  const text = isEdge(first) || isEdge(last) ? cell.replace(/^[\s\u200b\u2060'‘’`]+|[\s\u200b\u2060'‘’`]+$/g, '') : cell
  return column.as === 'symbol' ? text.replace(/\/\s+/g, '/') : coded(text)
}
/** Figures only, with a point at most: the common case, without a regular expression. */
const isPlain = (s: string, whole: boolean): boolean => {
  let i = s.charCodeAt(0) === 45 ? 1 : 0
  if (i === s.length) return false
  let points = whole ? 1 : 0
  for (; i < s.length; i++) {
    const c = s.charCodeAt(i)
    if (c === 46 && points === 0 && i > 0) points = 1
    else if (c < 48 || c > 57) return false
  }
  return true
}
/** The States that a cell names: by its column's own codes, or by their names with strokes between. */
const namedIn = (cell: string, column: Column, read: (cell: string) => Understood): readonly string[] => {
  if (column.as !== 'state') return statesIn(cell)
  const named = cell.trim() === '' ? undefined : read(cell).named
  return named && 'code' in named && named.code !== undefined ? [named.code] : named?.is === 'another' ? (named.of ?? []) : []
}
const codeInto = (asked: { state?: string; mission?: string }, role: 'state' | 'mission', u: Understood, column: Column): void => {
  const n = u.named
  if (!n || !('code' in n) || n.code === undefined) return
  if (column.as === role) asked[role] = n.code
}
/** Coordinates that lie outside the country as they stand, and inside it the other way round. */
const swapped = (latitude: Understood, longitude: Understood, named: Named | undefined): string | undefined => {
  const [lat, lon] = [latitude.number, longitude.number]
  if (lat === undefined || lon === undefined || !named || named.is === 'unknown') return undefined
  if (lat === 0 && lon === 0) return 'zero and zero, which is no place'
  const code = 'code' in named ? named.code : undefined
  const hosts = (code && MISSIONS.get(code)?.hosts) || (code ? [code] : 'of' in named ? (named.of ?? []) : [])
  const inside = (a: number, b: number): boolean =>
    hosts.some(h => {
      const box = BOUNDS[h]
      return box !== undefined && a >= box[0] && a <= box[2] && b >= box[1] && b <= box[3]
    })
  if (!hosts.some(h => BOUNDS[h])) return Math.abs(lat) > 90 ? 'no latitude goes beyond 90: swapped?' : undefined
  if (inside(lat, lon)) return undefined
  return inside(lon, lat) ? 'swapped: they fit the other way round' : undefined
}
