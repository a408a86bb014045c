import { turns } from '../../paper/direction.ts'
import { hides, type Layout } from '../layout.ts'
import { decoded, isZip, peeked, whole } from './bytes.ts'
import { type Broken, type Cells, csvReader } from './csv.ts'
import { misnamed } from './file-name.ts'
import { type Heading, isTagRow, some, unknownIn } from './heading.ts'
import { readJson } from './json.ts'
import type { OwnReader } from './own.ts'
import { readResolution } from './resolution.ts'
import { type Bad, columnAt, type Odd, type Read, rowReader } from './row.ts'
import { MOST_PACKED, type Sheet, sheetsOf } from './xlsx.ts'
import { headOf, type Unfolded, unfolded } from './years.ts'

// A published file as rows of its layout. Streaming for text: memory does not grow with the file.
// What is odd is understood and said, by row or for the whole table; what is not understood is named by line and column.

export { type Bad, isBad, type Read, UNIT } from './row.ts'

/** Rows and broken rows, as they come. `told`: what is odd about the table as a whole; `headed`: the columns that it has, once, before its rows. */
export async function* readTable(
  layout: Layout,
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
  told: Tell = () => {},
  headed: Headed = () => {},
): AsyncGenerator<Read | Bad> {
  if (layout.file.form === 'read') {
    const reader = READERS[layout.file.reader]
    if (!reader) {
      yield { line: 1, column: undefined, says: `no reader named "${layout.file.reader}"` }
      return
    }
    const row = rowReader(layout, fileName, { nul: true, turns: true })
    for await (const r of reader(layout, bytes, fileName, told)) yield 'says' in r ? r : row(r.line, r.cells, [], r.notes ?? [])
    return
  }
  const file = layout.file
  const peek = await peeked(bytes)
  const zip = isZip(peek.head)
  if (zip && file.form === 'csv') told('a workbook, where the layout has a text table: read as a workbook')
  if (!zip && file.form === 'xlsx') told('a text table, where the layout has a workbook: read as text')
  const other = OTHERS.find(([bytes]) => bytes.every((b, i) => peek.head[i] === b))
  if (other) {
    yield { line: 1, column: undefined, says: other[1] }
    return
  }
  yield* zip ? workbook(layout, peek.bytes, fileName, told, headed) : text(layout, peek.bytes, fileName, told, headed)
}
/** `closed`: for cleared readers alone. */
export type Tell = (says: string, closed?: boolean) => void
type Headed = (columns: readonly string[]) => void

/** Files that are neither, by their first bytes. */
const OTHERS: readonly (readonly [bytes: readonly number[], says: string])[] = [
  [[0x1f, 0x8b], 'packed with gzip: unpack it first'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old workbook (.xls): save it as .xlsx or .csv'],
  [[0x5b, 0x7b], 'JSON: fetch the same table as CSV'], // [{
]
/** Readers of their own, by the name that a layout calls them. */
const READERS: Readonly<Record<string, OwnReader>> = { json: readJson, resolution: readResolution }

async function* workbook(
  layout: Layout,
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
  told: Tell,
  headed: Headed,
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
  const table = tableReader(layout, fileName, told, headed, { nul: true, turns: true })
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
        .map(r => headOf(r.cells, layout))
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
  told: Tell,
  headed: Headed,
): AsyncGenerator<Read | Bad> {
  const declared = (layout.file.form === 'csv' && layout.file.separator) || ','
  const comment = layout.file.form === 'csv' ? layout.file.comment : undefined
  const odd: Odd = { nul: false, turns: false }
  const table = tableReader(layout, fileName, told, headed, odd)
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
    odd.nul ||= s.includes('\0')
    odd.turns ||= turns(s)
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
          const h = headOf(r.cells, layout)
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

const tableReader = (layout: Layout, fileName: string, told: Tell, headed: Headed, odd: Odd) => {
  const headerAt = layout.file.form === 'read' ? undefined : layout.file.headerAt
  let heading: Heading | undefined
  let convert: ReturnType<typeof rowReader> | undefined
  let years: Unfolded | undefined
  let names: readonly string[] = []
  let unstated = 0
  let waiting: { readonly cells: readonly string[]; readonly line: number }[] = []
  let failed = false
  let rows = 0
  let western = 0
  let tagged = false
  let blank = 0
  const again: number[] = []
  let words: Cells[] = [] // what may be notes below the table: only its end can tell
  const tell = new Set<string>()
  const say: Tell = (s, closed) => {
    if (!tell.has(s)) told(s, closed)
    tell.add(s)
  }
  /** Words may stand under any column: under one that is not open they are as closed as its cells. */
  const closedIn = (cells: readonly string[]): boolean =>
    !years && cells.some((c, i) => c.trim() !== '' && hides(layout, columnAt(layout, heading!, i) ?? ''))
  const open = function* (): Generator<Bad> {
    const tries = waiting.map(w => ({ w, h: headOf(w.cells, layout) }))
    const good = tries.find(t => 'at' in t.h)
    const stranger = good && misnamed(layout, fileName)
    if (stranger) {
      failed = true
      yield { line: 1, ...stranger }
      return
    }
    if (good) {
      heading = good.h as Heading
      years = unfolded(good.w.cells, layout)
      names = years ? good.w.cells : heading.names
      for (const s of years?.says ?? []) say(s)
      convert = rowReader(layout, fileName, odd, heading)
      if (good !== tries[0]) say(`${waiting.indexOf(good.w)} rows above the headings left out`)
      for (const s of heading.says) say(s)
      const { at, extra } = heading
      headed([...layout.columns.filter((c, k) => at[k]! >= 0 || c.fileName).map(c => c.name), ...extra.map(e => e.name)])
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
    const unknown = unknownIn(best.h.unknown)
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
    if (r.cells[0] !== names[0] || !r.cells.every((c, i) => c.trim() === names[i]?.trim())) return false
    again.push(r.line)
    return true
  }
  const ofYears = function* (r: Cells, years: Unfolded, notes: readonly string[]): Generator<Read | Bad> {
    const { width } = years
    if (r.cells.length < width || r.cells.slice(width).some(c => c.trim() !== '')) {
      yield { line: r.line, column: undefined, says: `${r.cells.length} cells where the heading has ${width}` }
      return
    }
    const its = years.rows(r.cells)
    const odd = years.odd(r.cells)
    if (odd) say(`line ${r.line}: ${odd}`)
    if (!its.length) unstated++
    for (const cells of its) yield convert!(r.line, cells, cells, notes)
  }
  return {
    *row(r: Cells | Broken, notUtf8 = false): Generator<Read | Bad> {
      if (failed) return
      if ('says' in r) {
        const name = heading && !years && r.cell !== undefined ? columnAt(layout, heading, r.cell) : undefined
        yield { line: r.line, column: name, says: r.says }
        return
      }
      if (!heading || !convert) {
        waiting.push(r)
        const fits = 'at' in headOf(r.cells, layout)
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
      if (isWords(r.cells, years?.width ?? heading.width)) {
        words.push(r)
        return
      }
      for (const w of words)
        if (years) yield* ofYears(w, years, [])
        else yield convert(w.line, w.cells, w.cells, [])
      words = []
      rows++
      if (notUtf8 && western++ === 0) say('some lines are not UTF-8: read as Windows-1252')
      const notes = notUtf8 ? ['not UTF-8: read as Windows-1252'] : []
      if (years) yield* ofYears(r, years, notes)
      else yield convert(r.line, r.cells, r.cells, notes)
    },
    *end(): Generator<Bad> {
      if (!heading && !failed) yield* open()
      if (blank) say(`${blank} ${blank === 1 ? 'row' : 'rows'} of empty cells left out`)
      if (unstated) say(`${unstated} ${unstated === 1 ? 'row states' : 'rows state'} nothing of any year: left out`)
      if (again.length)
        say(
          `the headings stand once more, left out: line ${again.slice(0, 5).join(', ')}${again.length > 5 ? ` and ${again.length - 5} more` : ''}`,
        )
      for (const w of words) say(`line ${w.line} is words below the table, left out: "${shortened(w.cells)}"`, closedIn(w.cells))
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
