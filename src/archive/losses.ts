import type { Sql } from '../kernel/database/pools.ts'
import { ask, monthText, named } from './datasets.ts'
import type { Page } from './diff.ts'
import { NO_MONTH } from './schema.ts'
import type { Table } from './table.ts'
import { LOSS } from './told.ts'

// What of a published table is gone as a whole.

export interface Gone {
  readonly state: string
  /** A month as 1999-02, a whole year as 1999; null: of all months, or without a day. */
  readonly month: string | null
  readonly rows: number
  /** So many more are not gone: their day or State was corrected, and each is told as that. */
  readonly moved?: number
  readonly amount: number | null
  /** So many of them may be among the rows that were not understood. */
  readonly unread?: number
  readonly says: string
}
/**
 * Whole years, months and States that the older snapshot has and the newer one has not: a loss, not a correction. A row that only moved to
 * another day or State is no loss, and where all of them did, nothing is told here.
 */
export const losses = async (db: Sql, t: Table, older: number, newer: number, limit = 200): Promise<readonly Gone[]> => {
  const went = 'a.dataset = $1 and a.to_snap > $2 and a.to_snap <= $3 and a.to_snap < 2147483647 and a.from_snap <= $2'
  const rows = await ask<{
    state: string
    month: number
    rows: number
    moved: number
    amount: number | null
    k: string | null
    whole: 'year' | 'month' | 'state' | 'both'
    cells: string
    from_snap: number
  }>(
    db,
    `with went as materialized (
       select a.state, a.month, count(*)::int as rows, ${AMOUNT}, min(a.k::text) as k from archived a where ${went} group by 1, 2),
     months as (
       select month, not exists (select from archived b where b.dataset = $1 and b.month = m.month and b.from_snap <= $3 and b.to_snap > $3) as by_month,
         not exists (select from archived b where b.dataset = $1 and b.month between m.month / 12 * 12 and m.month / 12 * 12 + 11 and b.from_snap <= $3 and b.to_snap > $3) as by_year
       from (select distinct month from went where month <> ${NO_MONTH}) m),
     whole as (
       select w.*, coalesce(m.by_month, false) as by_month, coalesce(m.by_year, false) as by_year,
         w.state <> '' and not exists (select from archived b where b.dataset = $1 and b.state = w.state and b.from_snap <= $3 and b.to_snap > $3) as by_state,
         w.state <> '' and not exists (select from archived b where b.dataset = $1 and b.state = w.state and b.month = w.month and b.from_snap <= $3 and b.to_snap > $3) as by_both
       from went w left join months m using (month)),
     kinds as (
       select *, case when by_state then 'state' when by_year then 'year' when by_month then 'month' else 'both' end as whole from whole where by_state or by_both or by_month),
     grouped as (
       select w.whole, case when w.whole in ('year', 'month') then '' else w.state end as state,
         case w.whole when 'state' then ${NO_MONTH} when 'year' then w.month / 12 * 12 else w.month end as month,
         sum(w.rows - m.rows)::int as rows, sum(m.rows)::int as moved, sum(case when w.rows > m.rows then w.amount - coalesce(m.amount, 0) end) as amount, min(w.k) as k
       from kinds w cross join lateral (select count(*)::int as rows, ${AMOUNT} from archived a where ${went} and a.state = w.state and a.month = w.month${
         newer - older === 1 ? ` and a.went = 0` : ''
       } and exists (
         select from archived b where b.dataset = $1 and b.k = a.k and b.repeat = a.repeat and b.from_snap <= $3 and b.to_snap > $3)) m
       group by 1, 2, 3 having sum(w.rows - m.rows) > 0)
     select g.state, g.month, g.rows, g.moved, g.amount, g.whole, a.cells, a.from_snap from grouped g cross join lateral (
       select cells, from_snap from archived x where x.dataset = $1 and x.k = g.k::uuid and x.from_snap <= $2 and x.to_snap > $2 limit 1) a
     order by g.rows desc, g.state, g.month limit $4`,
    [t.id, older, newer, limit],
  )
  const unreadThere = t.unreadIn(newer)
  return rows.map(r => {
    const layout = t.layoutOf(r.from_snap)
    const month = r.month === NO_MONTH ? null : r.whole === 'year' ? monthText(r.month).slice(0, 4) : monthText(r.month)
    const column = layout.columns.find(c => c.is === 'state')
    const state = r.whole === 'month' || r.whole === 'year' ? '' : (column && named(layout, r.cells)[column.name]?.trim()) || r.state
    const unread = Math.min(r.rows, unreadThere)
    return {
      ...{ state, month, rows: r.rows, amount: r.amount, ...(r.moved ? { moved: r.moved } : {}), ...(unread ? { unread } : {}) },
      says: LOSS(state, month, { rows: r.rows, moved: r.moved, amount: r.amount, unread: unreadThere }, layout),
    }
  })
}
const AMOUNT = 'sum(a.amount) filter (where not a.total and not a.again)::float8 as amount'
/** A part that is one row is told by that row, where all that changed is told beside it. */
export const beyondRows = (lost: readonly Gone[], beside: Page): readonly Gone[] =>
  beside.next === undefined ? lost.filter(l => l.rows + (l.moved ?? 0) > 1) : lost
