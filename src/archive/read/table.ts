import { turns } from '../../paper/direction.ts'
import type { Layout } from '../layout.ts'
import { decoded, isZip, peeked, whole } from './bytes.ts'
import { type Broken, type Cells, csvReader } from './csv.ts'
import { some } from './heading.ts'
import { readJson } from './json.ts'
import type { OwnReader } from './own.ts'
import { readResolution } from './resolution.ts'
import { type Bad, type Odd, type Read, rowReader } from './row.ts'
import { HEADING_WITHIN, type Headed, type Tell, tableReader } from './under-headings.ts'
import { MOST_PACKED, type Sheet, sheetsOf } from './xlsx.ts'
import { headOf } from './years.ts'

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
    const reader = READERS.get(layout.file.reader)
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
/** Files that are neither, by their first bytes. */
const OTHERS: readonly (readonly [bytes: readonly number[], says: string])[] = [
  [[0x1f, 0x8b], 'packed with gzip: unpack it first'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old workbook (.xls): save it as .xlsx or .csv'],
  [[0x5b, 0x7b], 'JSON: fetch the same table as CSV'], // [{
]
/** Readers of their own, by the name that a layout calls them. */
const READERS: ReadonlyMap<string, OwnReader> = new Map([
  ['json', readJson],
  ['resolution', readResolution],
])

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
  const table = tableReader(layout, fileName, told, headed, { nul: true, turns: true, points: new Map() })
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
  const odd: Odd = { nul: false, turns: false, points: new Map() }
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
