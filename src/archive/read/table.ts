import type { Day } from '../../kernel/day.ts'
import type { Column, Layout, Role } from '../layout.ts'
import { MISSIONS } from '../names/missions.ts'
import type { Named } from '../names/named.ts'
import { BOUNDS } from '../names/states.ts'
import { decoded, isZip, peeked, whole } from './bytes.ts'
import { cellReader, type Understood } from './cells.ts'
import { type Broken, type Cells, csvReader } from './csv.ts'
import { type Heading, headingOf, isTagRow, some } from './heading.ts'
import { readJson } from './json.ts'
import type { OwnReader } from './own.ts'
import { readResolution } from './resolution.ts'
import { isTotal, totalsOf } from './totals.ts'
import { MOST_PACKED, type Sheet, sheetsOf } from './xlsx.ts'

// A published file as rows of its layout. Streaming for text: memory does not grow with the file.
// What is odd is understood and said, by row or for the whole table; what is not understood is named by line and column.

export interface Read {
  readonly line: number
  /**
   * As published, in the order of `layout.columns`. Behind them, what stood in columns that the layout does not know, where it was
   * not empty: `name` + UNIT + text. An empty cell of an unknown column is left out, so that a new column changes only the rows that use it.
   */
  readonly cells: readonly string[]
  /** `layout.key` cells joined by UNIT: as published, without blanks and stray marks around them; days and numbers in one form. Names are not resolved. */
  readonly key: string
  readonly asked: Asked
  /** It repeats others as a sum. */
  readonly total: boolean
  readonly notes: readonly string[]
}
export interface Asked {
  readonly from?: Day
  readonly to?: Day
  readonly state?: string
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
}
export const UNIT = '\u001f'
export const isBad = (row: Read | Bad): row is Bad => 'says' in row

/** Rows and broken rows, as they come. `told`: what is odd about the table as a whole. */
export async function* readTable(
  layout: Layout,
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
  told: (says: string) => void = () => {},
): AsyncGenerator<Read | Bad> {
  if (layout.file.form === 'read') {
    const reader = READERS[layout.file.reader]
    if (!reader) {
      yield { line: 1, column: undefined, says: `no reader named "${layout.file.reader}"` }
      return
    }
    const row = rowReader(layout, fileName, { seen: true })
    for await (const r of reader(layout, bytes, fileName, told)) yield 'says' in r ? r : row(r.line, r.cells, [], r.notes ?? [])
    return
  }
  const file = layout.file
  const peek = await peeked(bytes)
  const zip = isZip(peek.head)
  if (zip && file.form === 'csv') told('a workbook, where the layout has a text table: read as a workbook')
  if (!zip && file.form === 'xlsx') told('a text table, where the layout has a workbook: read as text')
  if (peek.head[0] === 0x1f && peek.head[1] === 0x8b) {
    yield { line: 1, column: undefined, says: 'packed with gzip: unpack it first' }
    return
  }
  yield* zip ? workbook(layout, peek.bytes, fileName, told) : text(layout, peek.bytes, fileName, told)
}

/** Readers of their own, by the name that a layout calls them. */
const READERS: Readonly<Record<string, OwnReader>> = { json: readJson, resolution: readResolution }

async function* workbook(
  layout: Layout,
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
  told: (says: string) => void,
): AsyncGenerator<Read | Bad> {
  const packed = await whole(bytes, MOST_PACKED)
  const sheets = packed ? await sheetsOf(packed) : { says: `a workbook of more than ${MOST_PACKED / 2 ** 20} MB` }
  const sheet = 'says' in sheets ? sheets : sheetFor(layout, sheets)
  if ('says' in sheet) {
    yield { line: 1, column: undefined, says: sheet.says }
    return
  }
  const others = (sheets as readonly Sheet[]).filter(s => s !== sheet)
  if (others.length) told(`read from the sheet ${JSON.stringify(sheet.name)}; not from ${some(others.map(o => o.name))}`)
  const table = tableReader(layout, fileName, told, { seen: true })
  for (const r of sheet.rows) if (r.cells.some(c => c !== '')) yield* table.row(r)
  yield* table.end()
}

/** The sheet that the layout names; else the one with its headings and the fewest others: a title page may stand before it, finer tables beside. */
const sheetFor = (layout: Layout, sheets: readonly Sheet[]): Sheet | { readonly says: string } => {
  const name = layout.file.form === 'xlsx' ? layout.file.sheet : undefined
  if (name !== undefined) return sheets.find(s => s.name === name) ?? { says: `no sheet named "${name}" in the workbook` }
  const full = sheets.filter(s => s.rows.some(r => r.cells.some(c => c !== '')))
  const extra = (s: Sheet): number =>
    Math.min(
      ...s.rows
        .slice(0, HEADING_WITHIN)
        .map(r => headingOf(r.cells, layout))
        .map(h => ('at' in h ? h.extra.length : Number.POSITIVE_INFINITY)),
    )
  const [best] = full.map(s => ({ s, extra: extra(s) })).sort((a, b) => (a.extra === b.extra ? 0 : a.extra - b.extra))
  return best?.s ?? { says: 'an empty file' }
}

const SEPARATORS = [',', ';', '\t', '|']
async function* text(
  layout: Layout,
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
  told: (says: string) => void,
): AsyncGenerator<Read | Bad> {
  const declared = (layout.file.form === 'csv' && layout.file.separator) || ','
  const comment = layout.file.form === 'csv' ? layout.file.comment : undefined
  const nul = { seen: false }
  const table = tableReader(layout, fileName, told, nul)
  const western: [from: number, to: number][] = []
  let csv: ReturnType<typeof csvReader> | undefined
  let ahead = 1 // the first line of the piece that comes next
  let oldMac: boolean | undefined
  let pieces = ''
  const separatorIn = (start: string): string => {
    const best = mostFitting(layout, start, comment, declared)
    if (best !== declared)
      told(`separated by ${best === '\t' ? 'tabs' : `"${best}"`}, where the layout has ${declared === '\t' ? 'tabs' : `"${declared}"`}`)
    return best
  }
  const take = function* (records: readonly (Cells | Broken)[]): Generator<Read | Bad> {
    for (const r of records) {
      while (western.length && western[0]![1] < r.line) western.shift()
      yield* table.row(r, western.length > 0 && western[0]![0] <= r.line)
    }
  }
  for await (const piece of decoded(bytes)) {
    if (piece.was === 'utf-16' && ahead === 1) told('UTF-16')
    let s = piece.text
    nul.seen ||= s.includes('\0')
    oldMac ??= s.length > 0 ? !s.includes('\n') && /\r(?!\n)/.test(s) : undefined
    if (oldMac) s = s.replaceAll('\r', '\n')
    const first = ahead
    for (let n = s.indexOf('\n'); n >= 0; n = s.indexOf('\n', n + 1)) ahead++
    if (piece.was === 'windows-1252') western.push([first, s.endsWith('\n') ? ahead - 1 : ahead])
    if (!csv) {
      pieces += s
      if (pieces.length < 4096 && !pieces.includes('\n')) continue
      csv = csvReader(separatorIn(pieces), comment)
      s = pieces
    }
    yield* take(csv.push(s, false))
  }
  csv ??= csvReader(separatorIn(pieces), comment)
  yield* take(csv.push(ahead === 1 && !pieces.includes('\n') ? pieces : '', true))
  if (csv.comments) told(`${csv.comments} lines of comment left out`)
  if (csv.blank) told(`${csv.blank} blank lines left out`)
  yield* table.end()
}
/** The separator under which one of the first lines fits the layout best. */
const mostFitting = (layout: Layout, start: string, comment: string | undefined, declared: string): string => {
  const fits = (separator: string): number =>
    Math.max(
      0,
      ...csvReader(separator, comment)
        .push(start, true)
        .slice(0, HEADING_WITHIN)
        .map(r => {
          if ('says' in r) return 0
          const h = headingOf(r.cells, layout)
          return 'at' in h ? 10_000 : h.fits
        }),
    )
  let best = declared
  let most = fits(declared)
  if (most >= 10_000) return best
  for (const s of SEPARATORS)
    if (fits(s) > most) {
      best = s
      most = fits(s)
    }
  return best
}
/** A heading stands within so many rows: titles and notes may stand above it. */
const HEADING_WITHIN = 20
/** So many missing columns are each told apart; of more, it is another table. */
const MANY_MISSING = 3

const tableReader = (layout: Layout, fileName: string, told: (says: string) => void, nul: { seen: boolean }) => {
  const headerAt = layout.file.form === 'read' ? undefined : layout.file.headerAt
  let heading: Heading | undefined
  let convert: ReturnType<typeof rowReader> | undefined
  let waiting: { readonly cells: readonly string[]; readonly line: number }[] = []
  let failed = false
  let rows = 0
  let western = 0
  let tagged = false
  let blank = 0
  const again: number[] = []
  let words: Cells[] = [] // what may be notes below the table: only its end can tell
  const tell = new Set<string>()
  const say = (s: string): void => {
    if (!tell.has(s)) told(s)
    tell.add(s)
  }
  const open = function* (): Generator<Bad> {
    const tries = waiting.map(w => ({ w, h: headingOf(w.cells, layout) }))
    const good = tries.find(t => 'at' in t.h)
    if (good) {
      heading = good.h as Heading
      convert = rowReader(layout, fileName, nul, heading)
      if (good !== tries[0]) say(`${waiting.indexOf(good.w)} rows above the headings left out`)
      for (const s of heading.says) say(s)
      return
    }
    failed = true
    const best = tries.reduce<(typeof tries)[number] | undefined>(
      (a, b) => (!a || (b.h as { fits: number }).fits > (a.h as { fits: number }).fits ? b : a),
      undefined,
    )
    if (!best || 'at' in best.h) {
      yield { line: 1, column: undefined, says: 'an empty file' }
      return
    }
    const unknown = best.h.unknown.length ? `; the file has ${some(best.h.unknown)}, which the layout does not know` : ''
    const { missing } = best.h
    const { line } = best.w
    if (missing.length > MANY_MISSING)
      yield { line, column: undefined, says: `the columns ${some(missing)} are missing${unknown}`, missing }
    else for (const name of missing) yield { line, column: name, says: `the column "${name}" is missing${unknown}`, missing }
  }
  const noRow = (r: Cells): boolean => {
    if (r.cells.every(c => c.trim() === '')) {
      blank++
      return true
    }
    const { names } = heading!
    if (r.cells[0] !== names[0] || !r.cells.every((c, i) => c.trim() === names[i]?.trim())) return false
    again.push(r.line)
    return true
  }
  return {
    *row(r: Cells | Broken, notUtf8 = false): Generator<Read | Bad> {
      if (failed) return
      if ('says' in r) {
        const name = heading && r.cell !== undefined ? columnAt(layout, heading, r.cell) : undefined
        yield { line: r.line, column: name, says: r.says }
        return
      }
      if (!heading || !convert) {
        waiting.push(r)
        const fits = 'at' in headingOf(r.cells, layout)
        if (fits || waiting.length >= (headerAt ?? HEADING_WITHIN)) {
          yield* open()
          waiting = []
        }
        return
      }
      if (rows === 0 && !tagged && isTagRow(r.cells)) {
        tagged = true
        say('a row of HXL tags under the headings: read as tags')
        return
      }
      if (noRow(r)) return
      if (isWords(r.cells, heading.width)) {
        words.push(r)
        return
      }
      for (const w of words) yield convert(w.line, w.cells, w.cells, [])
      words = []
      rows++
      if (notUtf8 && western++ === 0) say('some lines are not UTF-8: read as Windows-1252')
      yield convert(r.line, r.cells, r.cells, notUtf8 ? ['not UTF-8: read as Windows-1252'] : [])
    },
    *end(): Generator<Bad> {
      if (!heading && !failed) yield* open()
      if (blank) say(`${blank} ${blank === 1 ? 'row' : 'rows'} of empty cells left out`)
      if (again.length)
        say(
          `the headings stand once more, left out: line ${again.slice(0, 5).join(', ')}${again.length > 5 ? ` and ${again.length - 5} more` : ''}`,
        )
      for (const w of words) say(`line ${w.line} is words below the table, left out: "${shortened(w.cells)}"`)
    },
  }
}
/** "Source: United Nations", "* with staff officers": of a row next to nothing is there, and what is there is a sentence. */
const isWords = (cells: readonly string[], width: number): boolean => {
  const most = width > 3 ? Math.min(3, width / 3) : 0
  let filled = 0
  for (const c of cells) if (c.trim() !== '' && ++filled > most) return false
  return /\p{L}{2}.*\s\S/u.test(cells[0]!)
}
const shortened = (cells: readonly string[]): string => cells.join(',').replace(/,+$/, '').slice(0, 120)
const columnAt = (layout: Layout, heading: Heading, at: number): string | undefined => {
  const k = heading.at.indexOf(at)
  return k >= 0 ? layout.columns[k]!.name : heading.extra.find(e => e.at === at)?.name
}

const DATED: ReadonlySet<Column['as']> = new Set(['day', 'month', 'year'])
/** A record as a row of the layout. Compiled once: what needs no look is not looked at. */
const rowReader = (layout: Layout, fileName: string, nul: { seen: boolean }, heading?: Heading) => {
  const columns = layout.columns
  const at = heading?.at ?? columns.map((_, k) => k)
  const own = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const straight = heading !== undefined && !heading.extra.length && at.every((i, k) => i === k) && heading.width === columns.length
  const indexOf = (name: string): number => columns.findIndex(c => c.name === name)
  const byRole = new Map<Role, number>()
  for (const [k, c] of columns.entries()) if (c.is) byRole.set(c.is, k)
  const looked = columns.flatMap((c, k) =>
    c.as !== 'text' ? [{ k, c, plain: c.as === 'whole' || c.as === 'number', dated: DATED.has(c.as), read: cellReader(c) }] : [],
  )
  const readers = columns.map(c => cellReader(c))
  for (const l of looked) readers[l.k] = l.read
  const keys = layout.key.map(indexOf)
  const repeatsOthers = totalsOf(layout, readers)
  const where = (layout.where ?? []).map(w => ({ ...w, lat: indexOf(w.latitude), lon: indexOf(w.longitude), at: indexOf(w.in) }))
  const [from, to, state, mission, place, type, sex, amount] = (
    ['from', 'to', 'state', 'mission', 'place', 'type', 'sex', 'amount'] as const
  ).map(r => byRole.get(r) ?? -1) as [number, number, number, number, number, number, number, number]

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
        for (const e of heading.extra) if (raw[e.at] !== '') ordered.push(`${e.name}${UNIT}${raw[e.at]}`)
        out = ordered
      }
    }
    let notes: string[] | undefined = notes0.length ? [...notes0] : undefined
    const say = (note: string): void => {
      if (notes) notes.push(note)
      else notes = [note]
    }
    if (nul.seen)
      for (let k = 0; k < out.length; k++)
        if (out[k]!.includes('\0')) return { line, column: columns[k]?.name ?? out[k]!.split(UNIT)[0], says: 'a NUL character' }
    const total = repeatsOthers(out)
    for (const l of looked) {
      const cell = out[l.k]!
      if (cell === '' || (l.plain && isPlain(cell, l.c.as === 'whole'))) continue
      const u = l.read(cell)
      if (u.wrong && total && l.dated) {
        // A total over all months names itself, or counts them, where a month should stand.
        if (!isTotal(cell)) say(`${l.c.name}: ${u.wrong}`)
        continue
      }
      if (u.wrong) return { line, column: l.c.name, says: u.wrong }
      for (const n of u.notes) say(n)
    }
    if (total) say('a total: it repeats other rows, and is never summed with them')
    for (const w of where) {
      const s = swapped(readers[w.lat]!(out[w.lat]!), readers[w.lon]!(out[w.lon]!), readers[w.at]!(out[w.at]!).named)
      if (s) say(`${w.latitude} and ${w.longitude}: ${s}`)
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
      key += (i ? UNIT : '') + keyOf(out[k]!, columns[k]!, readers[k]!)
    }
    return { line, cells: out, key, asked, total, notes: notes ?? NONE }
  }
}
const NONE: readonly string[] = []
const keyOf = (cell: string, column: Column, read: (cell: string) => Understood): string => {
  if (column.as === 'day' || column.as === 'month') {
    const span = read(cell).span
    return span ? isoOf(span.from) + (span.to === span.from || column.as === 'month' ? '' : `/${isoOf(span.to)}`) : cell.trim()
  }
  if (column.as === 'whole' || column.as === 'number') {
    const n = isPlain(cell, true) ? undefined : read(cell).number
    return n === undefined ? cell.trim() : String(n)
  }
  const first = cell.charCodeAt(0)
  const last = cell.charCodeAt(cell.length - 1)
  return isEdge(first) || isEdge(last) ? cell.replace(/^[\s\u00a0'‘’`]+|[\s\u00a0'‘’`]+$/g, '') : cell
}
const isEdge = (c: number): boolean => c <= 32 || c === 160 || c === 39 || c === 96 || c === 0x2018 || c === 0x2019
const iso = new Map<Day, string>()
const isoOf = (d: Day): string => {
  let text = iso.get(d)
  if (text === undefined) {
    text = new Date(d * 86_400_000).toISOString().slice(0, 10)
    if (iso.size < 100_000) iso.set(d, text)
  }
  return text
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
