import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { counted } from '../../archive/counted.ts'
import { csvHead, csvRow, csvSum, csvSumsHead } from '../../archive/csv.ts'
import { datasets, filesOf, snapshots, toldOnly } from '../../archive/datasets.ts'
import { diff, earlierFirst } from '../../archive/diff.ts'
import { DATASET } from '../../archive/entries.ts'
import type { Filters } from '../../archive/filters.ts'
import { type History, history, keysLike } from '../../archive/history.ts'
import { losses } from '../../archive/losses.ts'
import { problems } from '../../archive/problems.ts'
import { rows } from '../../archive/rows.ts'
import { BY, type By, sums } from '../../archive/sums.ts'
import { pairOf, type Table } from '../../archive/table.ts'
import { inShort } from '../../archive/told.ts'
import { withdrawnInWords } from '../../archive/withdrawn.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { day } from '../../kernel/day.ts'
import { PUBLIC, type Record } from '../../record/record.ts'
import { answered, snapshotIn, tableOf, typed } from './archive-found.ts'
import { called, knownHere, NOWHERE, nowhere, pathOf, placeIn, query, When } from './asked.ts'
import { csvHeaders, format, goesOn, limitGiven, wantsCsv } from './csv.ts'
import { answers, tables } from './openapi.ts'
import { Problem } from './problem.ts'

// The archive over HTTP, as the public: what a table says, what it said before, and what changed. As JSON, or as CSV with its HXL tags.

const text = (says: string, most = 300) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, 'no control characters')
    .optional()
    .describe(says)
const number = (says: string) => z.coerce.number().int().min(1).max(2_147_483_647).optional().describe(says)
const MOST_SUMS = 10_000
const page = (most: number) => ({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(most)
    .default(100)
    .describe(`how many at most, 1 to ${most}; as CSV, where nobody says: all rows, ${MOST_SUMS.toLocaleString('en')} sums`),
  after: z.string().max(2_000).optional().describe('cursor: where the page before ended, as `next` gave it'),
})
const as = {
  snapshot: number('as of this snapshot; default: the latest'),
  'as-published': When['as-of'].describe('as of the last snapshot published by that day'),
}
const which = {
  state: called('state').optional().describe('rows of this State, by its ISO 3166-1 code or its name'),
  mission: called('mission').optional().describe('rows of this mission, by its acronym'),
  place: text('rows of this place, as published'),
  type: text('rows of this type, as published'),
  sex: text('rows of this sex, as published'),
  from: When['as-of'].describe('rows that reach to this day, or lie after it'),
  to: When['as-of'].describe('rows that lie on or before this day'),
}
const Path = z.strictObject({ dataset: z.string().regex(DATASET).describe('the table, such as ipi-gender') })
const Nothing = z.strictObject({})
const Paged = z.strictObject(page(500))
const RowsQuery = z.strictObject({ ...as, ...which, ...page(5_000), format })
const SumsQuery = z.strictObject({
  ...as,
  ...which,
  by: z
    .string()
    .max(100)
    .default('year')
    .describe(`by what, with commas between: ${BY.join(', ')}`),
  ...page(MOST_SUMS),
  format,
})
const DiffQuery = z.strictObject({
  older: number('the earlier of the two; default: the one before the latest'),
  newer: number('default: the latest'),
  ...page(1_000),
})
const HistoryQuery = z.strictObject({
  key: z
    .string()
    .min(1)
    .max(2_000)
    .describe('the name of a row: the cells of its key in order, with | between, such as 2009-12 | USA | UNMIL'),
  column: text('one column; default: the whole row'),
})
const ProblemsQuery = z.strictObject({
  snapshot: as.snapshot,
  limit: page(500).limit,
  after: z.coerce.number().int().min(0).max(2_147_483_647).optional().describe('where the page before ended, as `next` gave it'),
})

const path = pathOf(Path)
const looseItems = z.strictObject({ items: z.array(z.looseObject({})) })
const loosePage = z.looseObject({ items: z.array(z.looseObject({})), next: z.union([z.string(), z.number()]).nullable() })
/** The history of a row or a cell; where there is none of this name, the names that are most like it, and the columns. */
export const historyOf = async (db: Sql, t: Table, key: string, column: string | undefined): Promise<History> => {
  const { columns, key: name } = t.layoutOf(t.latest)
  if (column !== undefined && !columns.some(c => c.name === column))
    throw new Problem(400, `column: ${t.dataset} has no such column. It has ${columns.map(c => c.name).join(', ')}.`, 'column')
  const found = await typed('key', () => history(db, t, key, column))
  if (found) return found
  const like = (await keysLike(db, t, key)).map(k => JSON.stringify(k)).join(', ')
  throw new Problem(404, `${NOWHERE} A row is named by ${name.join(' | ')}${like && `, such as ${like}`}.`)
}
const filtersOf = (q: z.infer<typeof RowsQuery> | z.infer<typeof SumsQuery>): Filters => ({
  state: q.state,
  mission: q.mission,
  place: q.place,
  type: q.type,
  sex: q.sex,
  from: q.from === undefined ? undefined : day(q.from),
  to: q.to === undefined ? undefined : day(q.to),
})
const asOf = (q: { readonly snapshot?: number | undefined; readonly 'as-published'?: string | undefined }) => {
  const { snapshot: at, 'as-published': on } = q
  if (at !== undefined && on !== undefined) throw new Problem(400, 'snapshot and as-published: one of the two.', 'as-published')
  return { at, on: on === undefined ? undefined : day(on) }
}
export const archiveApi = (record: Record): Hono => {
  const read = <T>(ask: (db: Sql) => Promise<T>): Promise<T> => record.read(PUBLIC, ask)
  const app = new Hono()
  app.get('/', answers('The published tables that are kept, each with its latest snapshot', looseItems), query(Nothing), async c =>
    c.json({
      items: [
        ...(await read(db => datasets(db))),
        ...(await read(toldOnly)).map(t => ({ ...t, says: 'told by entries of another record: its rows are not here' })),
      ],
    }),
  )
  app.get('/:dataset', answers('One published table with its snapshots, the latest first', z.looseObject({})), path, query(Paged), c => {
    const { dataset } = c.req.valid('param')
    const q = c.req.valid('query')
    const before = placeIn(q.after, after => (/^\d{1,9}$/.test(after) ? Number(after) : undefined))
    return read(async db => {
      const [found] = await datasets(db, { dataset })
      if (!found) throw nowhere()
      const items = await snapshots(db, dataset, before, q.limit)
      return c.json({
        ...found,
        files: await filesOf(db, dataset, found.latest.snapshot),
        items,
        next: items.length === q.limit ? String(items.at(-1)!.snapshot) : null,
      })
    })
  })
  app.get(
    '/:dataset/rows',
    tables('Rows as of a snapshot, each with the snapshot and line in which it was read', loosePage),
    path,
    query(RowsQuery),
    c => {
      const { dataset } = c.req.valid('param')
      const q = c.req.valid('query')
      const how = { ...asOf(q), filters: filtersOf(q) }
      if (wantsCsv(c, q.format)) return csvOfRows(c, record, dataset, { ...how, after: q.after }, limitGiven(c, q.limit))
      return read(async db => {
        const { rows: items, ...rest } = answered(await typed('after', () => rows(db, dataset, { ...how, limit: q.limit, after: q.after })))
        if (!items.length) await knownHere(db, { mission: q.mission })
        return c.json({ ...rest, items })
      })
    },
  )
  app.get(
    '/:dataset/sums',
    tables('Counts and sums as of a snapshot; of a closed table by year and State', z.looseObject({ items: z.array(z.looseObject({})) })),
    path,
    query(SumsQuery),
    c => {
      const { dataset } = c.req.valid('param')
      const q = c.req.valid('query')
      const by = q.by.split(',').map(b => b.trim())
      const odd = by.find(b => !BY.includes(b as By))
      if (odd !== undefined || new Set(by).size !== by.length)
        throw new Problem(400, `by: wanted some of ${BY.join(', ')}, each once.`, 'by')
      const csv = wantsCsv(c, q.format)
      const limit = csv ? (limitGiven(c, q.limit) ?? MOST_SUMS) : q.limit
      return read(async db => {
        const { sums: items, ...rest } = answered(
          await typed('after', () => sums(db, dataset, { ...asOf(q), by: by as By[], filters: filtersOf(q), limit, after: q.after })),
        )
        if (!items.length) await knownHere(db, { mission: q.mission })
        if (!csv) return c.json({ ...rest, items })
        csvHeaders(c, `${dataset}-${by.join('-')}`)
        goesOn(c, rest.next)
        return c.body(csvSumsHead(by as By[], rest) + items.map(s => csvSum(by as By[], s, rest.snapshot)).join(''))
      })
    },
  )
  app.get(
    '/:dataset/diff',
    answers('What one snapshot says and another does not: losses first, counted, then corrections, then what is new', loosePage),
    path,
    query(DiffQuery),
    c => {
      const { dataset } = c.req.valid('param')
      const q = c.req.valid('query')
      return read(async db => {
        const t = await tableOf(db, dataset)
        const [before, newer] = pairOf(t, q.newer && snapshotIn(t, q.newer, 'newer', t.latest))
        const older = snapshotIn(t, q.older, 'older', before)
        await typed('older', async () => earlierFirst(older, newer))
        if (older < 1) return c.json({ dataset, older: null, newer, counted: null, lost: [], items: [], next: null })
        const found = await typed('after', () => diff(db, t, older, newer, { limit: q.limit, after: q.after }))
        const n = await counted(db, t, older, newer)
        return c.json({
          dataset,
          older,
          newer,
          withdrawn: [older, newer].flatMap(n =>
            t.withdrawn.has(n) ? [{ snapshot: n, says: withdrawnInWords(t.withdrawn.get(n)!) }] : [],
          ),
          says: inShort(n),
          counted: n,
          lost: await losses(db, t, older, newer),
          items: found.changes,
          next: found.next ?? null,
        })
      })
    },
  )
  app.get(
    '/:dataset/history',
    answers('What one row, or one cell, said from snapshot to snapshot', z.looseObject({ stood: z.array(z.looseObject({})) })),
    path,
    query(HistoryQuery),
    c => {
      const { dataset } = c.req.valid('param')
      const q = c.req.valid('query')
      return read(async db => {
        const t = await tableOf(db, dataset)
        return c.json({ dataset, ...(await historyOf(db, t, q.key, q.column)) })
      })
    },
  )
  app.get(
    '/:dataset/problems',
    answers('What was not understood in a snapshot, and what was understood and is said', loosePage),
    path,
    query(ProblemsQuery),
    c => {
      const { dataset } = c.req.valid('param')
      const q = c.req.valid('query')
      return read(async db => {
        const t = await tableOf(db, dataset)
        const snapshot = snapshotIn(t, q.snapshot, 'snapshot', t.newest ?? t.latest)
        const items = await problems(db, dataset, snapshot, { limit: q.limit, after: q.after })
        return c.json({ dataset, snapshot, items, next: items.length === q.limit ? items.at(-1)!.n : null })
      })
    },
  )
  return app
}

type Asked = Parameters<typeof rows>[2]
/** The whole table, page by page: it is written as fast as it is read, and never held. */
const csvOfRows = async (c: Context, record: Record, dataset: string, how: Asked, most: number | undefined): Promise<Response> => {
  const first = await record.read(PUBLIC, async db =>
    answered(await typed('after', () => rows(db, dataset, { ...how, limit: most ?? 2_000 }))),
  )
  csvHeaders(c, `${dataset}-${first.snapshot}`)
  if (most !== undefined) goesOn(c, first.next)
  c.header('Cache-Control', 'no-store')
  c.header('ETag', `W/"${randomUUID()}"`) // a tag of the content would have to hold all of it in memory first
  if (c.req.method === 'HEAD') return c.body(null)
  return stream(c, out =>
    record.read(PUBLIC, async db => {
      const layout = (await tableOf(db, dataset)).layoutOf(first.snapshot)
      await out.write(csvHead(layout))
      for (
        let page = first;
        ;
        page = answered(await rows(db, dataset, { ...how, at: first.snapshot, on: undefined, limit: 2_000, after: page.next! }))
      ) {
        if (out.aborted) return
        await out.write(page.rows.map(r => csvRow(layout, r)).join(''))
        if (page.next === null || most !== undefined) return
      }
    }),
  )
}
