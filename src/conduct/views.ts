import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import { entries } from './entries.ts'

// Each query is named for the question that it answers. All ask as the public: the row policies decide what exists.

export interface Where {
  readonly on: Day
  readonly knownAt?: number | undefined
}
/** The types of this chapter that may name a State; a house with more chapters gives more. */
const NAMING: readonly string[] = Object.entries(entries).flatMap(([type, { face }]) => ('state' in face.shape ? [type] : []))
const POSITION = Number.MAX_SAFE_INTEGER
/** A day of the kernel as SQL knows it; what began on an unknown day is there from its latest. */
const HAPPENED = `(case when e.occurred_on = '-infinity' then e.latest else e.occurred_on end) <= date '1970-01-01' + $2::int`

/** In which subjects has this State been spoken of, or has it spoken, by this day? By alphabet. */
export const subjectsNaming = async (
  db: Sql,
  state: string,
  { on, knownAt }: Where,
  limit: number,
  types = NAMING,
): Promise<readonly string[]> => {
  const { rows } = await db.executeQuery<{ subject: string }>(
    CompiledQuery.raw(
      `select distinct subject from entry e where e.ledger = 1 and e.marking = 0 and e.type = any ($1) and e.state = $3 and e.seq <= $4 and ${HAPPENED} order by subject limit ${limit}`,
      [types, Number(on), state, knownAt ?? POSITION],
    ),
  )
  return rows.map(r => r.subject)
}

export interface Published {
  readonly subject: string
  readonly face: string
  readonly json: string | null
}
/** Which published figures name this State, by nationality? Without one: which States do they name? */
export const figuresNaming = async (
  db: Sql,
  state: string | undefined,
  { on, knownAt }: Where,
  limit: number,
): Promise<readonly Published[]> => {
  const { rows } = await db.executeQuery<Published>(
    CompiledQuery.raw(
      `select e.subject, e.face, b.json from entry e left join body b using (ledger, seq)
       where e.ledger = 1 and e.marking = 0 and e.type = 'FigureReported' and e.seq <= $1 and ${HAPPENED}
         and e.face::json->'is'->>'dimension' in ('nationality', 'iso3', 'country') and ($3::text is null or e.face::json->'is'->>'label' = $3)
         and not exists (select 1 from entry x where x.ledger = 1 and x.subject = e.subject and x.type = 'EntrySuperseded' and x.seq <= $1 and x.face::json->'is'->>'entry' = e.id::text)
       order by e.seq limit ${limit}`,
      [knownAt ?? POSITION, Number(on), state ?? null],
    ),
  )
  return rows
}
