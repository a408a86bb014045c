import { CompiledQuery, type QueryResult } from 'kysely'
import type { Reader } from '../../src/kernel/access/reader.ts'
import type { Sql } from '../../src/kernel/database/pools.ts'
import type { Record } from '../../src/record/record.ts'

// A plan is looked at, not a clock.

export interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Index Cond'?: string
  readonly 'Heap Fetches'?: number
  readonly Plans?: readonly Node[]
}
export const nodes = (n: Node): Node[] => [n, ...(n.Plans ?? []).flatMap(nodes)]
export interface Planned {
  readonly text: string
  readonly plan: Node
}
/** Asks as this reader, and looks at the plan of each query on the way. */
export const planned = async (record: Pick<Record, 'read'>, reader: Reader, ask: (db: Sql) => Promise<unknown>): Promise<Planned[]> => {
  const plans: Planned[] = []
  await record.read(reader, async db => {
    const spy = {
      executeQuery: async (q: CompiledQuery): Promise<QueryResult<unknown>> => {
        const { rows } = await db.executeQuery<{ 'QUERY PLAN': [{ Plan: Node }] }>(
          CompiledQuery.raw(`explain (analyze, format json) ${q.sql}`, [...q.parameters]),
        )
        plans.push({ text: q.sql, plan: rows[0]!['QUERY PLAN'][0].Plan })
        return db.executeQuery(q)
      },
    }
    await ask(spy as unknown as Sql)
  })
  return plans
}
