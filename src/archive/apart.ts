import type pg from 'pg'
import type { Checks } from './checks.ts'
import { cameInstead, type Halves, type Layouts } from './compared.ts'
import { copyAll } from './copy.ts'
import { named } from './datasets.ts'
import type { Layout } from './layout.ts'
import type { Gathered, Place } from './noted.ts'
import { UNIT } from './read/table.ts'
import { CAME, OPEN } from './schema.ts'
import { alike, countedEach, countedOf, type Had, type Matched, matched, type Openly, type Settled, settled, type Twin } from './twins.ts'

// Rows whose name stands more than once are settled among themselves (`twins.ts`), name by name, a few names at a time: memory does not grow with them.

const NAMES_AT_ONCE = 500
const ROWS_AT_ONCE = 2_000

type Repeating = Twin & Place & { readonly k: string }
type Stood = Had & { readonly k: string; readonly from_snap: number }
/** `say`: why it is not counted. 1: it says the same; 2: another counts; 3: its own sums do not come out, and those of the other do. */
type Why = 0 | 1 | 2 | 3
const WHY: { readonly [W in 1 | 2 | 3]: string } = {
  1: 'the same row once more: kept apart, and not summed again',
  2: 'another row of the same name states as much or more, and is summed: kept apart, and not summed with it',
  3: 'its parts do not add up, and those of another row of the same name do: that one is summed, and not this',
}

/**
 * Says of the rows that were seen which stands where among those of its name, and which of them is counted. What must be written although
 * it was said before is staged. Comes before anything is ended. How many are not counted.
 */
export const keepApart = async (
  client: pg.PoolClient,
  dataset: number,
  layouts: Layouts,
  stood: boolean,
  noted: Gathered,
): Promise<number> => {
  const { rowCount } = await client.query(
    `create temp table twin on commit drop as select s.n, s.k, s.hash, s.fails, s.amount, s.total, s.file, s.line from seen s join (
       select k from seen group by k having count(*) > 1 union select k from archived where dataset = $1 and (again or repeat > 1)) q using (k)`,
    [dataset],
  )
  if (!rowCount) return 0
  for (const index of ['twin (k)', 'twin (n)', 'stage (n)']) await client.query(`create index on ${index}`)
  await client.query('analyze twin')
  await client.query(
    'create temp table settled (n int primary key, repeat int not null, again boolean not null, came smallint, why smallint not null) on commit drop',
  )
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows: names } = await client.query<{ k: string }>('select distinct k from twin where k > $1 order by k limit $2', [
      after,
      NAMES_AT_ONCE,
    ])
    if (!names.length) break
    after = names.at(-1)!.k
    await settle(
      client,
      dataset,
      layouts,
      stood,
      names.map(r => r.k),
    )
  }
  await client.query('analyze settled')
  await client.query(
    `insert into stage (n, cells, closed, from_day, to_day, state, mission, place, type, sex, named, came)
       select distinct on (s.n) s.n, a.cells, c.cells, a.from_day, a.to_day, a.state, a.mission, a.place, a.type, a.sex,
         coalesce((select string_agg(w.named, ',') from archived_state w where w.dataset = a.dataset and w.k = a.k and w.repeat = a.repeat and w.from_snap = a.from_snap), ''), 0
       from settled p join seen s using (n) join archived a on a.dataset = $1 and a.k = s.k and a.hash = s.hash and a.to_snap = ${OPEN}
       left join archived_closed c on c.dataset = a.dataset and c.k = a.k and c.repeat = a.repeat and c.from_snap = a.from_snap
       where p.came is not null and not exists (select from stage t where t.n = s.n)`,
    [dataset],
  )
  await client.query('update seen s set repeat = p.repeat, again = p.again from settled p where p.n = s.n and (p.repeat <> 1 or p.again)')
  await client.query('update stage t set came = p.came from settled p where p.n = t.n and p.came <> t.came')
  return told(client, noted)
}

const settle = async (
  client: pg.PoolClient,
  dataset: number,
  layouts: Layouts,
  stood: boolean,
  names: readonly string[],
): Promise<void> => {
  const { rows: twins } = await client.query<Repeating>(
    'select n, k, hash, fails, amount::float8 as amount, total, file, line from twin where k = any ($1::uuid[])',
    [names],
  )
  const { rows: had } = await client.query<Stood>(
    `select distinct on (k, repeat) k, repeat, hash, again, to_snap = ${OPEN} as stands, from_snap from archived
     where dataset = $1 and k = any ($2::uuid[]) order by k, repeat, from_snap desc`,
    [dataset, names],
  )
  const hadOf = Map.groupBy(had, h => h.k)
  const all = [...Map.groupBy(twins, t => t.k)].map(([k, its]) => {
    const before = hadOf.get(k) ?? []
    return { k, had: before, matched: matched(its, before) }
  })
  const cells = await cellsOf(client, dataset, all)
  const splits = new Map<string, readonly string[]>()
  const split = (text: string): readonly string[] => splits.get(text) ?? splits.set(text, text.split(UNIT)).get(text)!
  let lines = ''
  for (const { k, had, matched: m } of all) {
    splits.clear()
    const openly: Openly = {
      twin: twin => cells.twin.get(twin.n)?.cells ?? '',
      had: h => cells.had.get(`${k} ${h.repeat}`)?.cells ?? '',
    }
    const its = settled(m, (twin, h) => alike(split(openly.twin(twin)), split(openly.had(h))), openly)
    const counted = layouts.now.each ? countedEach(its, had) : [countedOf(its, had)]
    const places = new Map(had.map(h => [h.repeat, h]))
    for (const s of its) {
      const again = !counted.includes(s)
      const same = counted.some(c => c.twin.hash === s.twin.hash)
      const why: Why = !again ? 0 : same ? 1 : s.twin.fails > counted[0]!.twin.fails ? 3 : 2
      const was = places.get(s.repeat)
      const came = stood ? cameOf(s, was, again, layouts, cells) : 0
      lines += `${s.twin.n}\t${s.repeat}\t${again}\t${came ?? '\\N'}\t${why}\n`
    }
  }
  await copyAll(client, 'copy settled (n, repeat, again, came, why) from stdin', lines)
}
/** How it comes to stand; `undefined`: it stands as it stood, and is not written. */
const cameOf = (
  { twin, repeat, is }: Settled,
  was: Had | undefined,
  again: boolean,
  layouts: Layouts,
  cells: TheirCells,
): number | undefined => {
  if (is === 'same') return was!.again === again ? undefined : 0
  if (is !== 'instead') return was ? CAME.back : CAME.new
  const { k, from_snap } = was as Stood
  return cameInstead(layouts, from_snap, cells.had.get(`${k} ${repeat}`) ?? NOTHING, cells.twin.get(twin.n) ?? NOTHING)
}

interface TheirCells {
  readonly twin: ReadonlyMap<number, Halves>
  readonly had: ReadonlyMap<string, Halves>
}
const NOTHING: Halves = { cells: '', closed: null }
/** The cells of those of which it must be asked which is most like which. */
const cellsOf = async (
  client: pg.PoolClient,
  dataset: number,
  all: readonly { readonly k: string; readonly matched: Matched }[],
): Promise<TheirCells> => {
  const asked = all.filter(a => a.matched.left.length && a.matched.unsaid.length)
  if (!asked.length) return { twin: new Map(), had: new Map() }
  const { rows: twin } = await client.query<Halves & { n: number }>(
    // "limit" keeps each a walk of an index, as where rows are compared
    `select w.n, coalesce(t.cells, a.cells) as cells, case when t.cells is null then c.cells else t.closed end as closed
     from unnest($2::int[]) w(n) cross join lateral (select k, hash from twin s where s.n = w.n limit 1) s
     left join lateral (select cells, closed from stage t where t.n = w.n limit 1) t on true
     left join lateral (select cells, k, repeat, from_snap from archived a where t.cells is null and a.dataset = $1 and a.k = s.k and a.hash = s.hash and a.to_snap = ${OPEN} limit 1) a on true
     left join archived_closed c on c.dataset = $1 and c.k = a.k and c.repeat = a.repeat and c.from_snap = a.from_snap`,
    [dataset, asked.flatMap(a => a.matched.left.map(t => t.n))],
  )
  const { rows: had } = await client.query<Halves & { k: string; repeat: number }>(
    `select w.k, w.repeat, a.cells, c.cells as closed from unnest($2::uuid[], $3::int[]) w(k, repeat) cross join lateral (
       select cells, from_snap from archived a where a.dataset = $1 and a.k = w.k and a.repeat = w.repeat and a.to_snap = ${OPEN} limit 1) a
     left join archived_closed c on c.dataset = $1 and c.k = w.k and c.repeat = w.repeat and c.from_snap = a.from_snap`,
    [dataset, asked.flatMap(a => a.matched.unsaid.map(() => a.k)), asked.flatMap(a => a.matched.unsaid.map(h => h.repeat))],
  )
  return { twin: new Map(twin.map(t => [t.n, t])), had: new Map(had.map(h => [`${h.k} ${h.repeat}`, h])) }
}

const told = async (client: pg.PoolClient, noted: Gathered): Promise<number> => {
  const { rows } = await client.query<Place & { why: 1 | 2 | 3; rows: number }>(
    `select s.file, s.line, f.why, f.rows from (select why, count(*)::int as rows, (array_agg(n order by n))[:20] as ns from settled where again group by why) f
     cross join lateral unnest(f.ns) w(n) join seen s using (n) order by f.why desc, s.n`,
  )
  let again = 0
  for (const [why, its] of Map.groupBy(rows, r => r.why)) {
    const { rows: all } = its[0]!
    for (const [i, r] of its.entries()) noted.say('note', WHY[why], r, undefined, { rows: i === its.length - 1 ? all - its.length + 1 : 1 })
    again += all
  }
  return again
}

/** Takes what is not counted out of what was added up while the file was read; and of a total that stands twice, the one that is counted is the total. */
export const countedOnce = async (client: pg.PoolClient, dataset: number, layout: Layout, checks: Checks): Promise<void> => {
  if (!checks.adds) return
  for (let after = 0; ; ) {
    const { rows } = await client.query<Place & { n: number; again: boolean; cells: string; closed: string | null }>(
      `select s.n, s.file, s.line, s.again, coalesce(t.cells, a.cells) as cells, case when t.n is null then a.closed else t.closed end as closed
       from settled p join seen s using (n) left join stage t using (n) left join lateral (
         select a.cells, c.cells as closed from archived a
         left join archived_closed c on c.dataset = a.dataset and c.k = a.k and c.repeat = a.repeat and c.from_snap = a.from_snap
         where a.dataset = $1 and a.k = s.k and a.hash = s.hash and a.to_snap = ${OPEN} limit 1) a on t.n is null
       where p.n > $2 and (p.again or s.total) order by p.n limit $3`,
      [dataset, after, ROWS_AT_ONCE],
    )
    for (const r of rows) {
      const row = named(layout, r.cells, r.closed)
      checks.once(
        layout.columns.map(c => row[c.name] ?? ''),
        r,
        r.again,
      )
    }
    if (rows.length < ROWS_AT_ONCE) return
    after = rows.at(-1)!.n
  }
}
