import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Layout } from '../../src/archive/layout.ts'
import { type Bad, isBad, type Read, readTable } from '../../src/archive/read/table.ts'

// Files of other producers are read in place and never copied: beside the repository, or where PEACEOPS_DATA says.

const PLACES = [process.env['PEACEOPS_DATA'], join(import.meta.dirname, '../../../shared/data')]
export const DATA = PLACES.find((p): p is string => p !== undefined && existsSync(join(p, 'ipi-contributions')))
if (!DATA) console.warn('skipped what reads the producers’ own files: neither ../shared/data nor PEACEOPS_DATA is there')

export const raw = (file: string): Buffer => readFileSync(join(DATA ?? '', file))
export async function* chunks(bytes: Uint8Array | string, size = 65_536): AsyncGenerator<Uint8Array> {
  const b = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  for (let i = 0; i < b.length; i += size) yield b.subarray(i, i + size)
}
export interface Table {
  readonly rows: readonly Read[]
  readonly bad: readonly Bad[]
  readonly told: readonly string[]
}
export const tableOf = async (layout: Layout, bytes: Uint8Array | string, fileName = 'table.csv', size?: number): Promise<Table> => {
  const told: string[] = []
  const rows: Read[] = []
  const bad: Bad[] = []
  for await (const r of readTable(layout, chunks(bytes, size), fileName, s => told.push(s))) {
    if (isBad(r)) bad.push(r)
    else rows.push(r)
  }
  return { rows, bad, told }
}
/** A cell by the heading of its column. */
export const cell = (layout: Layout, row: Read, name: string): string => row.cells[layout.columns.findIndex(c => c.name === name)]!
