import { type Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import { describeRoute, openAPIRouteHandler, resolver, validator } from 'hono-openapi'
import { z } from 'zod'
import type { Sql } from '../../kernel/database/pools.ts'
import { toIso } from '../../kernel/day.ts'
import { board, boardRows } from '../../record/board.ts'
import { caseJson, caseOf, exported } from '../../record/case.ts'
import { CHAPTERS } from '../../record/chapters.ts'
import { findingRows, findingsOn } from '../../record/findings.ts'
import { interchangeSchema } from '../../record/interchange.ts'
import { lawOf } from '../../record/law.ts'
import { positionAt } from '../../record/position.ts'
import { discrepancies } from '../../record/reconcile.ts'
import { PUBLIC, type Record } from '../../record/record.ts'
import { bookInForce, hashOf } from '../../record/rulebook.ts'
import { readChange, SAME_ACTS, whatIf } from '../../record/whatif.ts'
import { BoardQuery, boardPlace, CaseQuery, cursor, FindingsQuery, filtersOf, findingPlace, onDay, WhatIfQuery, When } from './asked.ts'
import { Problem, wrong } from './problem.ts'

// The same questions as on the command line, with the same answers, as the public: no sign-in, nothing is written.

const State = z.enum(['open', 'stopped', 'elapsing', 'overdue', 'silent', 'met', 'met late', 'waived', 'excused'])
const Binding = z.enum(['treaty', 'resolution', 'self-commitment', 'request', 'assumption'])
const Standing = z.enum(['seen', 'second-hand', 'remembered', 'ours'])
export const BoardRowShape = z.object({
  duty: z.string(),
  binding: Binding,
  standing: Standing.describe('how sure we are of the limit'),
  debtor: z.string(),
  holder: z.string().nullable(),
  subject: z.string(),
  mission: z.string().nullable(),
  opened: z.string().nullable().describe('the day from which the clock counts'),
  due: z.string().nullable().describe('the last day in time; null: there is none'),
  state: State,
  on: z.string(),
  disputed: z.boolean(),
  grounds: z.array(z.string()),
  why: z.array(z.string()),
})
const FindingShape = z.object({
  finding: z.string(),
  debtor: z.string(),
  mission: z.string(),
  since: z.string(),
  grounds: z.array(z.string()),
  digest: z.string(),
})
const DiscrepancyShape = z.object({
  rule: z.string(),
  period: z.string(),
  parts: z.number(),
  total: z.number(),
  difference: z.number(),
  sources: z.array(z.string()),
})
const paged = <T extends z.ZodType>(of: T) =>
  z.object({ items: z.array(of), next: z.string().nullable().describe('cursor of the next page') })

const ok = (what: string, schema: z.ZodType) =>
  describeRoute({
    description: what,
    responses: {
      200: { description: what, content: { 'application/json': { schema: resolver(schema) } } },
      400: { description: 'What was asked cannot be asked so (RFC 9457)', content: { 'application/problem+json': {} } },
    },
  })
const query = <S extends z.ZodType>(schema: S) =>
  validator('query', schema, result => {
    if (!result.success) throw wrong(result.error as readonly z.core.$ZodIssue[])
  })
const position = async (db: Sql, text: string | undefined): Promise<number | undefined> => {
  if (text === undefined) return undefined
  const at = await positionAt(db, text)
  if (typeof at === 'string') throw new Problem(400, `known-at: ${at}`, 'known-at')
  return at
}
const next = (c: Context, after: string | undefined): string | null => {
  if (after === undefined) return null
  const url = new URL(c.req.url)
  url.searchParams.set('after', after)
  c.header('Link', `<${url.pathname}${url.search}>; rel="next"`)
  return after
}

export const api = (record: Record): Hono => {
  const read = <T>(ask: (db: Sql) => Promise<T>): Promise<T> => record.read(PUBLIC, ask)
  const app = new Hono()

  app.get('/board', ok('Who owes what, to whom, by when', paged(BoardRowShape)), query(BoardQuery), async c => {
    const q = c.req.valid('query')
    const after = q.after === undefined ? undefined : boardPlace(q.after)
    if (q.after !== undefined && !after) throw new Problem(400, 'after: this is no cursor of ours', 'after')
    const on = onDay(q['as-of'])
    return read(async db => {
      const knownAt = await position(db, q['known-at'])
      const page = await board(db, PUBLIC, {
        on,
        ...filtersOf(q),
        limit: q.limit,
        ...(after ? { after } : {}),
        ...(knownAt === undefined ? {} : { knownAt }),
      })
      return c.json({ items: await boardRows(db, page.rows, on), next: next(c, cursor(page.next)) })
    })
  })
  app.get(
    '/cases/:subject',
    ok('One case whole', z.looseObject({ subject: z.string(), obligations: z.array(BoardRowShape) })),
    query(CaseQuery),
    async c => {
      const q = c.req.valid('query')
      const on = onDay(q['as-of'])
      return read(async db => {
        const found = await caseOf(db, c.req.param('subject').slice(0, 80), on, await position(db, q['known-at']))
        if (!found) throw new Problem(404, 'Nothing of that name is on this record for this reader.')
        return c.json(caseJson(found, on))
      })
    },
  )
  app.get('/findings', ok('What the rulebook concludes, and on what grounds', paged(FindingShape)), query(FindingsQuery), async c => {
    const q = c.req.valid('query')
    const after = q.after === undefined ? undefined : findingPlace(q.after)
    if (q.after !== undefined && !after) throw new Problem(400, 'after: this is no cursor of ours', 'after')
    return read(async db => {
      const { found, next: last } = await findingsOn(db, {
        on: onDay(q['as-of']),
        limit: q.limit,
        ...(q.state ? { state: q.state } : {}),
        ...(q.mission ? { mission: q.mission } : {}),
        ...(after ? { after } : {}),
      })
      return c.json({ items: await findingRows(db, found), next: next(c, cursor(last)) })
    })
  })
  app.get(
    '/whatif',
    ok('The board under another limit: same acts, other limit', z.object({ says: z.string(), items: z.array(BoardRowShape) })),
    query(WhatIfQuery),
    async c => {
      const q = c.req.valid('query')
      const changes = [q.set].flat().map(readChange)
      const bad = changes.find(x => typeof x === 'string')
      if (typeof bad === 'string') throw new Problem(400, `set: ${bad}`, 'set')
      return read(async db => {
        const rows = await whatIf(db, changes as Exclude<(typeof changes)[number], string>[], {
          on: onDay(q['as-of']),
          ...(q.state ? { state: q.state } : {}),
          ...(q.mission ? { mission: q.mission } : {}),
        })
        if (typeof rows === 'string') throw new Problem(400, `set: ${rows}`, 'set')
        return c.json({ says: SAME_ACTS, items: rows })
      })
    },
  )
  app.get('/reconcile', ok('Published figures that do not add up', z.object({ items: z.array(DiscrepancyShape) })), async c =>
    c.json({ items: await read(discrepancies) }),
  )
  app.get(
    '/rulebook',
    ok('The duties, findings and calendars in force, as they are hashed', z.looseObject({ hash: z.string() })),
    async c => {
      const law = await read(db => lawOf(db))
      const book = bookInForce(law)
      if (!book) throw new Problem(404, 'No rulebook is in force.')
      return c.json({ hash: hashOf(book), adopted: law.adopted.map(a => ({ from: toIso(a.from), hash: hashOf(a.book) })), book })
    },
  )
  app.get(
    '/export',
    describeRoute({
      description: 'Every public entry as an interchange line',
      responses: { 200: { description: 'NDJSON', content: { 'application/x-ndjson': {} } } },
    }),
    c => {
      c.header('Content-Type', 'application/x-ndjson; charset=utf-8')
      return stream(c, async out => {
        await read(async db => {
          for await (const line of exported(db)) await out.write(`${JSON.stringify(line)}\n`)
        })
      })
    },
  )
  app.get(
    '/schema/interchange.json',
    describeRoute({
      description: 'JSON Schema of one interchange line',
      responses: { 200: { description: 'JSON Schema', content: { 'application/schema+json': {} } } },
    }),
    c => c.body(JSON.stringify(interchangeSchema(), null, 2), 200, { 'Content-Type': 'application/schema+json' }),
  )
  for (const chapter of CHAPTERS) {
    for (const question of chapter.questions ?? []) {
      const asks = z.strictObject({
        'as-of': When['as-of'],
        ...Object.fromEntries(
          Object.entries(question.options).map(([o, { says }]) => [o, z.string().min(1).max(80).optional().describe(says)]),
        ),
      })
      app.get(
        `/${chapter.name}/${question.name}${question.word ? '/:word' : ''}`,
        ok(question.says, z.object({ items: z.array(z.looseObject({})) })),
        query(asks),
        async c => {
          const { 'as-of': on, ...given } = c.req.valid('query') as { 'as-of'?: string; [option: string]: string | undefined }
          const options = Object.fromEntries(Object.entries(given).filter((e): e is [string, string] => e[1] !== undefined))
          const word = question.word ? (c.req.param('word' as never) as string | undefined) : undefined
          return c.json({
            items: await read(db =>
              question.rows(db, { on: onDay(on), options, ...(word === undefined ? {} : { word: word.slice(0, 80) }) }),
            ),
          })
        },
      )
    }
  }
  app.get(
    '/openapi.json',
    openAPIRouteHandler(app, {
      documentation: {
        openapi: '3.1.0',
        info: { title: 'peaceops', version: '1', description: 'Who owes what in peace operations. Read-only; everything here is public.' },
        servers: [{ url: '/api/v1' }],
      },
    }),
  )
  return app
}
