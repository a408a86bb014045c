import type { Sql } from '../kernel/database/pools.ts'
import { columnsIn } from './columns.ts'
import type { Column } from './layout.ts'
import type { Table } from './table.ts'

// Rows may be asked by what no column of a table tells. The answer is then empty, or stands under no name, and says why.

/** What rows are found by, or summed by. */
type Asked = 'state' | 'mission' | 'place' | 'type' | 'sex' | 'month' | 'year' | 'from' | 'to'
const DAYS: ReadonlySet<Asked> = new Set(['month', 'year', 'from', 'to'])
const tellsOf = (asked: Asked) => (c: Column) => (DAYS.has(asked) ? c.is === 'from' || c.is === 'to' : c.is === asked)

/**
 * "sim-strength has no column that tells sex: its rows stand under none." A table without days has no month and no year, and a column that
 * files may lack tells nothing where this snapshot's lack it. `undefined`: each is told.
 */
export const untold = async (
  db: Sql,
  t: Table,
  at: number,
  { by = [], filters = {} }: { readonly by?: readonly Asked[]; readonly filters?: { readonly [A in Asked]?: unknown } },
): Promise<string | undefined> => {
  const { columns } = t.layoutOf(at)
  const found = (Object.keys(filters) as Asked[]).filter(f => filters[f] !== undefined)
  const all = [...by, ...found]
  const mayLack = all.some(a => columns.filter(tellsOf(a)).some(c => c.optional))
  const has = mayLack ? await columnsIn(db, t, at) : []
  const there = (c: Column): boolean => !(c.optional && has.length) || has.includes(c.name)
  const lacks = (asked: readonly Asked[]): readonly Asked[] => asked.filter(a => !columns.some(c => tellsOf(a)(c) && there(c)))
  const says = (asked: readonly Asked[], then: string): readonly string[] =>
    asked.length ? [`${t.dataset} has no column that tells ${asked.join(' or ')}: ${then}.`] : []
  const sentences = [...says(lacks(by), 'its rows stand under none'), ...says(lacks(found), 'no row is found by it')]
  return sentences.length ? sentences.join(' ') : undefined
}
