import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Added, type Adding, addSnapshot } from '../../src/archive/add.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { type Table, table } from '../../src/archive/table.ts'
import type { Sql } from '../../src/kernel/database/pools.ts'
import { day } from '../../src/kernel/day.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { freshRecord } from '../database.ts'

/** A small table in the manner of the large ones: contributors' personnel by month and type. Invented; the States are those that ISO leaves to its users. */
export const STRENGTH: Layout = {
  dataset: 'sim-strength',
  layout: 'sim-strength/1',
  title: 'SIMULATED strength by State and month',
  producer: 'Nobody',
  cite: 'Nobody, SIMULATED',
  url: 'https://example.org/strength',
  licence: null,
  row: 'one State’s personnel in one month',
  file: { form: 'csv' },
  columns: [
    { name: 'State', as: 'text', is: 'type', hxl: '#country+name' },
    { name: 'Month', as: 'month', is: 'from', hxl: '#date+month' },
    { name: 'Police', as: 'whole', missing: ['NA'], hxl: '#capacity+police' },
    { name: 'Troops', as: 'whole', missing: ['NA'] },
    { name: 'Total', as: 'whole', is: 'amount', missing: ['NA'] },
  ],
  key: ['State', 'Month'],
  totals: [{ column: 'State', is: ['All States'] }],
  checks: [
    { check: 'sum', parts: ['Police', 'Troops'], total: 'Total' },
    { check: 'rows', of: 'Total', by: ['Month'], total: { column: 'State', is: 'All States' } },
  ],
  opens: 'rows',
}
/** Events with a place: closed, but for counts. */
export const EVENTS: Layout = {
  ...STRENGTH,
  dataset: 'sim-events',
  layout: 'sim-events/1',
  title: 'SIMULATED events',
  row: 'one event',
  columns: [
    { name: 'id', as: 'text' },
    { name: 'date', as: 'day', is: 'from' },
    { name: 'country', as: 'state', is: 'state' },
    { name: 'place', as: 'place', is: 'place', closed: true },
    { name: 'best', as: 'whole', is: 'amount' },
  ],
  key: ['id'],
  totals: [],
  checks: [],
  opens: 'closed',
}
export type Rows = readonly (readonly (string | number)[])[]
const quoted = (cell: string | number): string => (/[",\n\r]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell))
export const csv = (layout: Layout, rows: Rows): string =>
  `${[layout.columns.map(c => c.name), ...rows].map(r => r.map(quoted).join(',')).join('\n')}\n`

/** A record of its own for a file of tests, and a folder for what is added to it. */
export const archived = () => {
  const folder = mkdtempSync(join(tmpdir(), 'peaceops-archive-'))
  let record: Awaited<ReturnType<typeof freshRecord>> | undefined
  let n = 0
  beforeAll(async () => {
    record = await freshRecord()
  })
  afterAll(async () => {
    await record?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const file = (text: string | Uint8Array, name = `file-${++n}.csv`): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const add = (layout: Layout, path: string, how: Partial<Adding> = {}): Promise<Added> =>
    addSnapshot(
      { keeper: record!.pools.keeper, ledger: record!.ledger },
      { dataset: layout.dataset, path, layout, today: day('2026-11-24'), ...how },
    )
  return {
    record: () => record!,
    folder,
    file,
    add,
    /** Rows become a file, and the file a snapshot. */
    put: (layout: Layout, rows: Rows, how: Partial<Adding> = {}) => add(layout, file(csv(layout, rows)), how),
    keeper: <T>(ask: (db: Sql) => Promise<T>): Promise<T> => record!.read(OPERATOR, ask),
    visitor: <T>(ask: (db: Sql) => Promise<T>): Promise<T> => record!.read(PUBLIC, ask),
    opened: async (db: Sql, layout: Layout): Promise<Table> => (await table(db, layout.dataset))!,
    /** What stands in the tables, asked past everything. */
    rowCount: async (layout: Layout): Promise<number> =>
      Number(
        (
          await record!.fresh.asOwner<{ n: string }>(
            'select count(*) as n from archived a join dataset d on d.id = a.dataset where d.name = $1',
            [layout.dataset],
          )
        )[0]!.n,
      ),
  }
}
/** Each test its own dataset, so that they do not wait for one another. */
export const named = (layout: Layout, dataset: string): Layout => ({ ...layout, dataset, layout: `${dataset}/1` })
