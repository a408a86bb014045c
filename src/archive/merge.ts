import type pg from 'pg'
import { countedOnce, keepApart } from './apart.ts'
import type { Checks } from './checks.ts'
import type { Layouts } from './compared.ts'
import { type CountedBy, countedBy } from './layout.ts'
import type { Gathered } from './noted.ts'
import { CAME, CONFIDENTIAL, FEW, NO_MONTH, OPEN, WENT } from './schema.ts'

// What was laid out beside the table is compared with what stands, and only what differs is written.

export interface Merged {
  readonly added: number
  /** What everybody may see of them says something else … */
  readonly changed: number
  /** … or only their closed cells do: for cleared readers. */
  readonly closed: number
  /** Copies of a row that stands among them. */
  readonly gone: number
  /** Row-versions that were written: those that only differ in what came or went with the table, too. */
  readonly written: number
  /** Rows that are not counted, because another of their name is. */
  readonly repeated: number
  /** Of parts that this file does not hold: they stand as they stood. */
  readonly stayed: { readonly rows: number; readonly parts: number }
  /** From the first month up to the one after the last; `empty`: no row has a day. */
  readonly months: string
  /** Months from the first to the last of the row that spans most: 0, where none leaves its month. */
  readonly longest: number
}
const COLUMNS = 'from_day, to_day, mission, state, place, type, sex, amount, total, cells, again, came'

/** Compares what was seen with what stood before, and writes what differs as snapshot `nth`, each with what became of it. */
export const merge = async (
  client: pg.PoolClient,
  dataset: number,
  nth: number,
  layouts: Layouts,
  noted: Gathered,
  checks: Checks,
): Promise<Merged> => {
  const layout = layouts.now
  await client.query(`set local work_mem = '64MB'`)
  await client.query('analyze seen')
  const stood = (await client.query('select from archived where dataset = $1 limit 1', [dataset])).rowCount === 1
  const repeated = await keepApart(client, dataset, layouts, stood, noted)
  if (repeated) await countedOnce(client, dataset, layout, checks)
  checks.end()
  const marking = layout.opens === 'closed' ? CONFIDENTIAL : 0
  let gone = 0
  if (stood)
    gone = (
      await client.query<{ gone: number }>(
        `with went as (update archived a set to_snap = $2, went = o.went from (
             select o.ctid as at, case when s.k is not null then 0 when exists (select from twin t where t.k = o.k and t.hash = o.hash) then ${WENT.double} else ${WENT.gone} end as went
             from archived o left join seen s on s.k = o.k and s.repeat = o.repeat
             where o.dataset = $1 and o.to_snap = ${OPEN} ${layout.part?.length ? 'and o.part in (select part from seen)' : ''}
               and (s.k is null or s.hash <> o.hash or s.again <> o.again)) o
           where a.ctid = o.at returning a.went)
         select count(*) filter (where went > 0)::int as gone from went`,
        [dataset, nth],
      )
    ).rows[0]!.gone
  const [written] = (
    await client.query<Pick<Merged, 'added' | 'changed' | 'closed' | 'written'>>(
      `with came as (insert into archived (dataset, k, repeat, from_snap, to_snap, marking, file, line, hash, part, month, ${COLUMNS})
         select $1, k, repeat, $2, ${OPEN}, $3, file, line, hash, part, month, ${COLUMNS} from stage join seen using (n) returning came)
       select count(*)::int as written, count(*) filter (where came in (${CAME.less}, ${CAME.corrected}))::int as changed, count(*) filter (where came in (${CAME.mixed}, ${CAME.closedLess}, ${CAME.closed}))::int as closed,
         count(*) filter (where came in (${CAME.new}, ${CAME.back}) ${stood ? '' : 'or true'})::int as added from came`,
      [dataset, nth, marking],
    )
  ).rows
  await client.query(
    `insert into archived_closed (dataset, k, repeat, from_snap, marking, mission, state, cells)
     select $1, s.k, s.repeat, $2, $3, t.mission, t.state, t.closed from stage t join seen s using (n) where t.closed is not null`,
    [dataset, nth, CONFIDENTIAL],
  )
  if (layout.states?.length)
    await client.query(
      `insert into archived_state (dataset, named, k, repeat, from_snap, marking, mission, state)
       select $1, w.named, s.k, s.repeat, $2, $3, t.mission, t.state from stage t join seen s using (n) cross join unnest(string_to_array(t.named, ',')) w(named) where t.named <> ''`,
      [dataset, nth, marking],
    )
  if (layout.opens === 'closed')
    await count(
      client,
      dataset,
      nth,
      countedBy(layout),
      layout.columns.some(c => c.is === 'amount' && c.closed),
    )
  const { rows } = await client.query<{ months: string; longest: number }>(
    `select coalesce(int4range(min(month), max(month) + 1), 'empty') as months, coalesce(max(span), 0) as longest from seen where month <> ${NO_MONTH}`,
  )
  const stayed = layout.part?.length && stood ? await others(client, dataset) : { rows: 0, parts: 0 }
  return { ...written!, gone, repeated, stayed, ...rows[0]! }
}
/** Of parts that were not seen: they stand as they stood. */
export const others = async (client: pg.PoolClient, dataset: number): Promise<Merged['stayed']> =>
  (
    await client.query<Merged['stayed']>(
      `select coalesce(sum(rows), 0)::int as rows, count(*)::int as parts from (
         select part, count(*) as rows from archived where dataset = $1 and to_snap = ${OPEN} and part is not null group by part) p
       where part not in (select part from seen where part is not null)`,
      [dataset],
    )
  ).rows[0]!
/** Of closed rows the public gets counts by year and State, or mission; they are kept as row-versions, too. */
const count = async (client: pg.PoolClient, dataset: number, nth: number, whom: CountedBy, amountClosed: boolean): Promise<void> => {
  await client.query(
    `create temp table counted on commit drop as
     select case when month = ${NO_MONTH} then 0 else month / 12 end as year, ${whom} as whom, count(*) filter (where not again)::int as rows, ${amountClosed ? 'null::numeric' : `case when count(*) filter (where not again) >= ${FEW} then sum(amount) filter (where not again) end`} as amount,
       count(*) filter (where again)::int as repeated
     from archived where dataset = $1 and from_snap <= $2 and to_snap > $2 and not total group by 1, 2`,
    [dataset, nth],
  )
  await client.query(
    `update archived_count c set to_snap = $2 where dataset = $1 and to_snap = ${OPEN} and not exists (select from counted n where n.year = c.year and n.whom = c.whom
       and n.rows = c.rows and n.amount is not distinct from c.amount and n.repeated = c.repeated)`,
    [dataset, nth],
  )
  await client.query(
    `insert into archived_count (dataset, year, whom, from_snap, to_snap, rows, amount, repeated)
     select $1, year, whom, $2, ${OPEN}, rows, amount, repeated from counted n
     where not exists (select from archived_count c where c.dataset = $1 and c.year = n.year and c.whom = n.whom and c.to_snap = ${OPEN})`,
    [dataset, nth],
  )
}
