import { CompiledQuery } from 'kysely'
import { type Discrepancy, type Figure, reconcile } from '../conduct/index.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, FOREVER } from '../kernel/day.ts'
import { type Body, readFace, type WrittenFace } from '../kernel/ledger/entry.ts'
import { bornOn } from '../kernel/ledger/told.ts'
import { standing } from '../kernel/rules/face.ts'

interface Row {
  readonly seq: number
  readonly id: string
  readonly face: string
  readonly json: string | null
  readonly name: string
}
const FLAGS = ['derived', 'partial', 'overlaps', 'approximate'] as const

/** Published figures as this reader may see them, those that were published by this day; a corrected one is gone. */
export const figures = async (db: Sql, on: Day = FOREVER): Promise<Figure[]> => {
  const rows = new Map<string, Row>()
  for (let last = 0, full = true; full; ) {
    const page = await db.executeQuery<Row>(
      CompiledQuery.raw(
        `select e.seq, e.id, e.face, b.json, coalesce(e.origin_id, e.id::text) as name from entry e left join body b using (ledger, seq)
         where e.ledger = 1 and e.marking between 0 and 3 and e.type in ('FigureReported', 'EntrySuperseded') and e.seq > $1 order by e.seq limit 2000`,
        [last],
      ),
    )
    for (const r of page.rows) rows.set(r.id, r)
    full = page.rows.length === 2000
    last = page.rows.at(-1)?.seq ?? last
  }
  const faces = [...rows.values()].map(r => readFace(r.seq, JSON.parse(r.face) as WrittenFace))
  const published = standing(faces).filter(f => bornOn(f) <= on)
  return published.map(f => {
    const row = rows.get(f.id)!
    const { data = {}, source } = (row.json === null ? {} : JSON.parse(row.json)) as Partial<Body>
    const is = f.is as { period: string; scope: string; dimension: string; label: string; count: number }
    return {
      id: row.name,
      period: is.period,
      scope: is.scope,
      dimension: is.dimension,
      label: is.label,
      count: is.count,
      source: source?.title ?? 'no source given',
      ...Object.fromEntries(FLAGS.filter(name => data[name] === true).map(name => [name, true])),
    }
  })
}
export const discrepancies = async (db: Sql, on?: Day): Promise<readonly Discrepancy[]> => reconcile(await figures(db, on))
