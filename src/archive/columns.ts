import type { Sql } from '../kernel/database/pools.ts'
import { aloneIn } from './compared.ts'
import { ask } from './datasets.ts'
import type { Table } from './table.ts'
import type { Columns } from './told.ts'

// Columns that came or went with a published table between two of its snapshots.

export type Both = readonly [older: readonly string[], newer: readonly string[]]
/** The columns of the table in each; none: nobody kept them. */
export const columnsAt = async (db: Sql, t: Table, older: number, newer: number): Promise<Both> => {
  const rows = await ask<{ nth: number; columns: readonly string[] | null }>(
    db,
    'select nth, columns from snapshot where dataset = $1 and nth in ($2, $3)',
    [t.id, older, newer],
  )
  const of = (n: number): readonly string[] => rows.find(r => r.nth === n)?.columns ?? []
  return [of(older), of(newer)]
}
export const columnsIn = async (db: Sql, t: Table, at: number): Promise<readonly string[]> => (await columnsAt(db, t, at, at))[0]
/** `closed`: one of them has a column that no layout declares. */
export const columnsBetween = (
  t: Table,
  older: number,
  newer: number,
  both: Both,
): { readonly told: Columns; readonly closed: boolean } => {
  const alone = aloneIn(...both)
  const declared = new Set([older, newer].flatMap(n => t.layoutOf(n).columns.map(c => c.name)))
  const [gone, come] = both.map(its => its.filter(c => alone.has(c))) as [string[], string[]]
  const [ours, others] = [
    (names: string[]) => names.filter(c => declared.has(c)),
    (names: string[]) => names.filter(c => !declared.has(c)).length,
  ]
  return {
    told: { gone: ours(gone), come: ours(come), undeclared: { gone: others(gone), come: others(come) } },
    closed: both.some(its => its.some(c => !declared.has(c))),
  }
}
