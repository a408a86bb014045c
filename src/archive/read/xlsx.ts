import { inflateRawSync } from 'node:zlib'
import readSheets from 'read-excel-file/node'
import type { Cells } from './csv.ts'

// A workbook's sheets as rows of text. Bounded before it is unpacked: a workbook is a zip, and a small zip can hold a large one.

export const MOST_PACKED = 50 * 2 ** 20
export const MOST_UNPACKED = 150 * 2 ** 20
const MOST_CELLS = 20_000_000

export interface Sheet {
  readonly name: string
  readonly rows: readonly Cells[]
}
export const sheetsOf = async (file: Buffer): Promise<readonly Sheet[] | { readonly says: string }> => {
  const { size, cells = 0 } = unpacked(file) ?? {}
  if (size === undefined) return { says: 'not a workbook that can be read: its list of contents is broken' }
  if (size > MOST_UNPACKED) return { says: `a workbook that unpacks to more than ${MOST_UNPACKED / 2 ** 20} MB` }
  if (cells > MOST_CELLS) return { says: `a workbook with a sheet that reaches over more than ${MOST_CELLS.toLocaleString('en')} cells` }
  if (!file.includes('xl/workbook')) return { says: 'a zip that holds no workbook: unpack it first' }
  try {
    // Numbers stay as the file has them; cells that Excel shows as days become days.
    const sheets = await readSheets<string>(file, { trim: false, parseNumber: (n: string) => n })
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((cells, i) => ({ line: i + 1, cells: cells.map(written) })) }))
  } catch (e) {
    return { says: `not a workbook that can be read: ${e instanceof Error ? e.message : String(e)}` }
  }
}
const written = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    const iso = cell.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
  }
  if (typeof cell === 'string') return /^-?\d+\.\d{12,}$/.test(cell) ? String(Number(cell)) : cell
  return String(cell)
}

/**
 * How many cells a sheet reaches over, from its first to the last that holds anything: each is a cell to who reads it, and two of them in
 * far corners are many.
 */
const reach = (sheet: Buffer): number => {
  if (!sheet.includes('sheetData')) return 0
  let [columns, rows] = [0, 0]
  for (const [, letters, row] of sheet.toString('latin1').matchAll(CELL)) {
    rows = Math.max(rows, Number(row))
    columns = Math.max(
      columns,
      [...letters!].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0),
    )
  }
  return columns * rows
}
/** A cell that is not empty. */
const CELL = /<(?:\w{1,20}:)?c\s(?:[^<>]{0,200}\s)?r=["']([A-Z]{1,9})(\d{1,12})["'][^<>]{0,200}(?<!\/)>/g

/** What the zip unpacks to, by unpacking it under the bound: sizes that a zip states of itself may lie. And how far its widest sheet reaches. */
const unpacked = (file: Buffer): { readonly size: number; readonly cells: number } | undefined => {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > file.length) return undefined
  let at = file.readUInt32LE(end + 16)
  let [size, cells] = [0, 0]
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return undefined
    const method = file.readUInt16LE(at + 10)
    const packed = file.readUInt32LE(at + 20)
    const local = file.readUInt32LE(at + 42)
    if (local + 30 > file.length) return undefined
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    let its = file.subarray(from, from + packed)
    if (method !== 0)
      try {
        its = inflateRawSync(its, { maxOutputLength: MOST_UNPACKED + 1 - Math.min(size, MOST_UNPACKED) })
      } catch (e) {
        return (e as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? { size: MOST_UNPACKED + 1, cells } : undefined
      }
    size += its.length
    if (size > MOST_UNPACKED) return { size, cells }
    cells = Math.max(cells, reach(its))
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return { size, cells }
}
