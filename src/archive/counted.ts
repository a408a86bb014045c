import type { Sql } from '../kernel/database/pools.ts'
import { columnsAt, columnsBetween } from './columns.ts'
import { ask } from './datasets.ts'
import { type Change, diff } from './diff.ts'
import { CAME, WENT } from './schema.ts'
import type { Table } from './table.ts'
import type { Counted } from './told.ts'

// How many rows of a published table differ between two of its snapshots, by kind.

/** How many differ of each kind, up to a bound: a count beyond it is not made. */
export const counted = async (db: Sql, t: Table, older: number, newer: number, most = 10_000): Promise<Counted> => {
  const kinds = newer - older === 1 ? await countedByMark(db, t, newer, most) : await countedOneByOne(db, t, older, newer)
  const [rows] = await ask<{ older: number; newer: number }>(
    db,
    'select coalesce(sum(added - gone) filter (where nth <= $2), 0)::int as older, coalesce(sum(added - gone) filter (where nth <= $3), 0)::int as newer from snapshot where dataset = $1',
    [t.id, older, newer],
  )
  return {
    ...kinds,
    unread: Math.min(kinds.gone, t.unreadIn(newer)),
    columns: columnsBetween(t, older, newer, await columnsAt(db, t, older, newer)),
    rows: rows!,
  }
}
const countedByMark = async (db: Sql, t: Table, newer: number, most: number) => {
  const of = (where: string): string => `(select count(*) from (select from archived a where a.dataset = $1 and ${where} limit $3) x)::int`
  const [n] = await ask<{ gone: number; less: number; corrected: number; added: number; back: number; double: number }>(
    db,
    `select ${of(`a.went = ${WENT.gone} and a.to_snap = $2`)} as gone, ${of(`a.went = ${WENT.double} and a.to_snap = $2`)} as double, ${(
      ['less', 'corrected', 'new', 'back'] as const
    )
      .map(m => `${of(`a.came = ${CAME[m]} and a.from_snap = $2`)} as ${m === 'new' ? 'added' : m}`)
      .join(', ')}`,
    [t.id, newer, most],
  )
  const { back, ...kinds } = { ...n!, added: Math.min(most, n!.added + n!.back) }
  return { ...kinds, more: [...Object.values(kinds), back].some(n => n >= most) }
}
/** Over several snapshots no mark tells it: each is looked at. */
const countedOneByOne = async (db: Sql, t: Table, older: number, newer: number) => {
  const { changes, next } = await diff(db, t, older, newer, { limit: MOST_LOOKED_AT })
  const of = (kind: Change['kind']): number => changes.filter(c => c.kind === kind).length
  return {
    gone: of('gone'),
    less: of('less'),
    corrected: of('corrected'),
    added: of('added'),
    double: of('double'),
    more: next !== undefined,
  }
}
const MOST_LOOKED_AT = 2_000
