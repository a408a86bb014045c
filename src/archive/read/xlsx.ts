import { inflateRawSync } from 'node:zlib'
import readSheets from 'read-excel-file/node'
import type { Cells } from './csv.ts'

// A workbook's sheets as rows of text. Bounded before it is unpacked: a workbook is a zip, and a small zip can hold a large one.

export const MOST_PACKED = 50 * 2 ** 20
export const MOST_UNPACKED = 150 * 2 ** 20

export interface Sheet {
  readonly name: string
  readonly rows: readonly Cells[]
}
export const sheetsOf = async (file: Buffer): Promise<readonly Sheet[] | { readonly says: string }> => {
  const size = unpackedSize(file)
  if (size === undefined) return { says: 'not a workbook that can be read: its list of contents is broken' }
  if (size > MOST_UNPACKED) return { says: `a workbook that unpacks to more than ${MOST_UNPACKED / 2 ** 20} MB` }
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

/** What the zip unpacks to, by unpacking it under the bound: sizes that a zip states of itself may lie. */
const unpackedSize = (file: Buffer): number | undefined => {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > file.length) return undefined
  let at = file.readUInt32LE(end + 16)
  let size = 0
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return undefined
    const method = file.readUInt16LE(at + 10)
    const packed = file.readUInt32LE(at + 20)
    const local = file.readUInt32LE(at + 42)
    if (local + 30 > file.length) return undefined
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    if (method === 0) size += packed
    else
      try {
        size += inflateRawSync(file.subarray(from, from + packed), {
          maxOutputLength: MOST_UNPACKED + 1 - Math.min(size, MOST_UNPACKED),
        }).length
      } catch (e) {
        return (e as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? MOST_UNPACKED + 1 : undefined
      }
    if (size > MOST_UNPACKED) return size
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return size
}
