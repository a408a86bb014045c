import type { Sql } from '../kernel/database/pools.ts'
import { columnsAt, columnsBetween } from './columns.ts'
import { ask } from './datasets.ts'
import { diff, KINDS } from './diff.ts'
import { CAME, WENT } from './schema.ts'
import type { Table } from './table.ts'
import type { Counted, CountedKind } from './told.ts'

// How many rows of a published table differ between two of its snapshots, by kind.

type Kinds = { readonly [K in CountedKind]: number }
/** So many of each, and of which there are more. */
interface Found {
  readonly kinds: Kinds
  /** Of those that are new. */
  readonly again: number
  readonly atLeast: readonly CountedKind[]
}
/** How many differ of each kind, the earlier snapshot first, up to a bound: a count beyond it is not made, and is said to be one. */
export const counted = async (db: Sql, t: Table, older: number, newer: number, most = MOST): Promise<Counted> => {
  const [rows] = await ask<Counted['rows']>(
    db,
    'select coalesce(sum(added - gone) filter (where nth <= $2), 0)::int as older, coalesce(sum(added - gone) filter (where nth <= $3), 0)::int as newer from snapshot where dataset = $1',
    [t.id, older, newer],
  )
  const found =
    newer - older === 1 ? await countedByMark(db, t, newer, most.ofMarks) : await countedOneByOne(db, t, older, newer, most.lookedAt)
  const { kinds, again, atLeast } = t.opens === 'rows' ? asRowsTell(found, rows!) : found
  const columns = columnsBetween(t, older, newer, await columnsAt(db, t, older, newer))
  const hides = columns.closed || [older, newer].some(n => t.layoutOf(n).columns.some(c => c.closed))
  return {
    ...kinds,
    ...{ again, atLeast },
    unread: Math.min(kinds.gone, t.unreadIn(newer)),
    columns: columns.told,
    rows: rows!,
    ...against(t, older, newer),
    seen: t.cleared ? 'all' : t.opens === 'closed' ? 'none' : hides ? 'open cells' : 'all',
  }
}
/** A whole table that was published before the one that stands here as the earlier. A file of a part may be of any day. */
const against = (t: Table, older: number, newer: number): { readonly against?: string } => {
  const [a, b] = [t.stoodFrom(older), t.stoodFrom(newer)]
  if (a?.by !== 'published' || b?.by !== 'published' || b.day >= a.day || t.layoutOf(newer).part?.length) return {}
  return {
    against: `Snapshot ${newer} was published on ${b.day}, before snapshot ${older} (${a.day}): what reads as lost here may have come later.`,
  }
}
/** Marks are counted in an index; over several snapshots each row must be looked at. */
const MOST = { ofMarks: 10_000, lookedAt: 2_000 }

const countedByMark = async (db: Sql, t: Table, newer: number, most: number): Promise<Found> => {
  const of = (where: string): string => `(select count(*) from (select from archived a where a.dataset = $1 and ${where} limit $3) x)::int`
  const came = (...marks: readonly (keyof typeof CAME)[]): string =>
    marks.map(m => of(`a.came = ${CAME[m]} and a.from_snap = $2`)).join(' + ')
  // Who sees no closed cell is told of none.
  const seen = 'exists (select from archived_closed c where c.dataset = a.dataset and c.k = a.k and c.repeat = a.repeat)'
  const closed = (['mixed', 'closedLess', 'closed'] as const)
    .map(m => of(`a.came = ${CAME[m]} and a.from_snap = $2 and ${seen}`))
    .join(' + ')
  const [found] = await ask<Kinds & { readonly again: number }>(
    db,
    `select ${of(`a.went = ${WENT.gone} and a.to_snap = $2`)} as gone, ${of(`a.went = ${WENT.double} and a.to_snap = $2`)} as double, ${came('less')} as less,
       ${came('corrected')} as corrected, ${t.cleared ? closed : 0} as closed, ${came('new', 'back')} as added,
       ${of(`a.came in (${CAME.new}, ${CAME.back}) and a.from_snap = $2 and a.again`)} as again`,
    [t.id, newer, most],
  )
  const { again, ...kinds } = found!
  return { kinds, again, atLeast: (Object.keys(kinds) as CountedKind[]).filter(k => kinds[k] >= most) }
}
/** Over several snapshots no mark tells it: each is looked at, so many of each kind. What went is looked at only where what came does not tell it. */
const countedOneByOne = async (db: Sql, t: Table, older: number, newer: number, most: number): Promise<Found> => {
  const kinds = { gone: 0, less: 0, corrected: 0, closed: 0, added: 0, double: 0 }
  const atLeast: CountedKind[] = []
  let again = 0
  for (const kind of KINDS.toReversed()) {
    if (kind === 'gone' && t.opens === 'rows' && !atLeast.includes('added') && !atLeast.includes('double')) {
      atLeast.push('gone')
      continue
    }
    const { changes, next } = await diff(db, t, older, newer, { limit: most, kind })
    for (const c of changes) {
      kinds[c.closed ? 'closed' : c.kind]++
      if (c.again) again++
    }
    if (next !== undefined) atLeast.push(kind)
  }
  return { kinds, again, atLeast }
}
/** How many rows the table has in each tells how many more came than went: what was counted to its end tells the other to its end. */
const asRowsTell = ({ kinds, again, atLeast }: Found, rows: Counted['rows']): Found => {
  if (atLeast.includes('double')) return { kinds, again, atLeast }
  const fewer = rows.older - rows.newer - kinds.double
  const [gone, added] = [atLeast.includes('gone'), atLeast.includes('added')]
  return {
    again,
    kinds: {
      ...kinds,
      ...(gone && { gone: Math.max(kinds.gone, kinds.added + fewer) }),
      ...(added && { added: Math.max(kinds.added, kinds.gone - fewer) }),
    },
    atLeast: gone && added ? atLeast : atLeast.filter(k => k !== 'gone' && k !== 'added'),
  }
}
