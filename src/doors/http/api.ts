import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import { openAPIRouteHandler } from 'hono-openapi'
import { z } from 'zod'
import type { Sql } from '../../kernel/database/pools.ts'
import { toIso } from '../../kernel/day.ts'
import type { Rulebook } from '../../kernel/rules/rulebook.ts'
import { board } from '../../record/board.ts'
import { boardRows } from '../../record/board-row.ts'
import { caseJson, caseOf, exported } from '../../record/case.ts'
import { CHAPTERS } from '../../record/chapters.ts'
import { findingRows, findingsOn } from '../../record/findings.ts'
import { became, instrumentJson, instrumentOf, instrumentRow, instruments } from '../../record/instruments.ts'
import { interchangeSchema } from '../../record/interchange.ts'
import { lawOf } from '../../record/law.ts'
import { answered, tellsOfNothing } from '../../record/meant.ts'
import { discrepancies } from '../../record/reconcile.ts'
import { PUBLIC, type Record } from '../../record/record.ts'
import { bookInForce, hashOf } from '../../record/rulebook.ts'
import { asCsv } from '../../record/table.ts'
import { readChange, SAME_ACTS, whatIf } from '../../record/whatif.ts'
import { momentOf } from '../moment.ts'
import { archiveApi } from './archive.ts'
import {
  BoardQuery,
  boardPlace,
  CasePath,
  CaseQuery,
  caseNamed,
  cursor,
  FindingsQuery,
  filtersOf,
  knownHere,
  NothingAsked,
  nowhere,
  OnDay,
  ofItsTables,
  onDay,
  pairPlace,
  pathOf,
  placeIn,
  query,
  queryOf,
  thingHere,
  WhatIfQuery,
  wordPath,
} from './asked.ts'
import { csvHeaders, wantsCsv } from './csv.ts'
import { Instrument, InstrumentPath, InstrumentRow } from './instrument-shapes.ts'
import { ABOUT, answers, streams, tables } from './openapi.ts'
import { notAllowed, Problem } from './problem.ts'
import { BoardRow, Book, Case, DiscrepancyRow, FindingRow, items, paged, WhatIfs } from './shapes.ts'

// The same questions as on the command line, with the same answers, as the public: no sign-in, nothing is written.

const position = async (db: Sql, text: string | undefined): Promise<number | undefined> => {
  if (text === undefined) return undefined
  const at = await momentOf(db, text)
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
const texts = (all: object): { [name: string]: string } => Object.fromEntries(Object.entries(all).filter(([, v]) => typeof v === 'string'))
/** Only what was given: an absent filter is no filter. */
const given = <T extends object>(all: T) =>
  Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }

export const api = (record: Record): Hono => {
  const read = <T>(ask: (db: Sql) => Promise<T>): Promise<T> => record.read(PUBLIC, ask)
  const app = new Hono()

  app.get('/board', answers('Who owes what, to whom, by when', paged(BoardRow)), query(BoardQuery), c => {
    const q = c.req.valid('query')
    const after = placeIn(q.after, boardPlace)
    const on = onDay(q['as-of'])
    return read(async db => {
      const knownAt = await position(db, q['known-at'])
      const page = await board(db, PUBLIC, { on, ...filtersOf(q), limit: q.limit, ...given({ after, knownAt }) })
      if (!page.rows.length) await knownHere(db, q)
      return c.json({ items: await boardRows(db, page.rows, on), next: next(c, cursor(page.next)) })
    })
  })
  app.get(
    '/cases/:subject',
    answers('One case whole: its clocks, its entries, who holds it', Case),
    pathOf(CasePath),
    query(CaseQuery),
    c => {
      const q = c.req.valid('query')
      const { subject } = c.req.valid('param')
      const on = onDay(q['as-of'])
      return read(async db => {
        const knownAt = await position(db, q['known-at'])
        const found = (await caseOf(db, subject, on, knownAt)) ?? (await caseOf(db, await caseNamed(db, subject), on, knownAt))
        if (!found) throw nowhere()
        return c.json(caseJson(found, on))
      })
    },
  )
  app.get('/findings', answers('What the rulebook concludes, and on what grounds', paged(FindingRow)), query(FindingsQuery), c => {
    const { limit, state, mission, ...q } = c.req.valid('query')
    const after = placeIn(q.after, pairPlace)
    return read(async db => {
      const knownAt = await position(db, q['known-at'])
      const { found, next: last } = await findingsOn(db, { on: onDay(q['as-of']), limit, ...given({ state, mission, after, knownAt }) })
      if (!found.length) await knownHere(db, { mission })
      return c.json({ items: await findingRows(db, found, knownAt), next: next(c, cursor(last)) })
    })
  })
  app.get('/whatif', answers('The board under another limit: same acts, other limit', WhatIfs), query(WhatIfQuery), c => {
    const { set, state, mission, limit, ...q } = c.req.valid('query')
    const after = placeIn(q.after, pairPlace)
    const changes = [set].flat().map(readChange)
    const bad = changes.find(x => typeof x === 'string')
    if (typeof bad === 'string') throw new Problem(400, `set: ${bad}`, 'set')
    return read(async db => {
      const page = await whatIf(
        db,
        changes.filter(x => typeof x !== 'string'),
        { on: onDay(q['as-of']), limit, ...given({ state, mission, after }) },
      )
      if (typeof page === 'string') throw new Problem(400, `set: ${page}`, 'set')
      if (!page.rows.length) await knownHere(db, { mission })
      return c.json({ says: SAME_ACTS, items: page.rows, next: next(c, cursor(page.next)) })
    })
  })
  app.get('/reconcile', answers('Published figures that do not add up', items(DiscrepancyRow)), query(OnDay), async c =>
    c.json({ items: (await read(db => discrepancies(db, onDay(c.req.valid('query')['as-of'])))).map(({ says: _, ...row }) => row) }),
  )
  app.get('/rulebook', answers('The duties, findings and calendars in force, as they are hashed', Book), query(NothingAsked), async c => {
    const law = await read(db => lawOf(db))
    const book = bookInForce(law)
    if (!book) throw new Problem(404, 'No rulebook is in force.')
    return c.json({ hash: hashOf(book), adopted: law.adopted.map(a => ({ from: toIso(a.from), hash: hashOf(a.book) })), book })
  })
  const bookOf = async (db: Sql, knownAt?: number): Promise<Rulebook> => {
    const book = bookInForce(await lawOf(db, knownAt))
    if (!book) throw new Problem(404, 'No rulebook is in force.')
    return book
  }
  app.get('/instruments', answers('The texts that oblige or promise', items(InstrumentRow)), query(NothingAsked), async c =>
    c.json({ items: await read(async db => instruments(await bookOf(db)).map(instrumentRow)) }),
  )
  app.get(
    '/instruments/:code',
    answers('One text: what it asks, of whom, and what became of it', Instrument),
    pathOf(InstrumentPath),
    query(CaseQuery),
    c => {
      const { code } = c.req.valid('param'),
        q = c.req.valid('query'),
        on = onDay(q['as-of'])
      return read(async db => {
        const knownAt = await position(db, q['known-at'])
        const text = instrumentOf(code, await bookOf(db, knownAt))!
        return c.json(await instrumentJson(db, text, await became(db, PUBLIC, code, on, knownAt), on))
      })
    },
  )
  app.get(
    '/export',
    streams('Every public entry as an interchange line, in the order of the ledger', 'application/x-ndjson'),
    query(NothingAsked),
    c => {
      c.header('Content-Type', 'application/x-ndjson; charset=utf-8')
      c.header('Cache-Control', 'no-store')
      c.header('ETag', `W/"${randomUUID()}"`) // a tag of the content would have to hold all of it in memory first
      if (c.req.method === 'HEAD') return c.body(null)
      return stream(c, out =>
        read(async db => {
          for await (const line of exported(db)) {
            if (out.aborted) return
            await out.write(`${JSON.stringify(line)}\n`)
          }
        }),
      )
    },
  )
  app.get('/schema/interchange.json', streams('JSON Schema of one interchange line', 'application/schema+json'), query(NothingAsked), c =>
    c.body(JSON.stringify(interchangeSchema(), null, 2), 200, { 'Content-Type': 'application/schema+json' }),
  )
  app.route('/archive', archiveApi(record))
  for (const chapter of CHAPTERS)
    for (const question of chapter.questions ?? []) {
      const here = `/${chapter.name}/${question.name}${question.word ? '/:word' : ''}`
      const says = tables(question.says.replace(/\.$/, ''), items(z.looseObject({})))
      app.get(here, says, pathOf(question.word ? wordPath(question.word) : NothingAsked), query(queryOf(question)), async c => {
        const { 'as-of': on, format, ...options } = c.req.valid('query')
        const { word } = c.req.valid('param') as { word?: string }
        const asked = { on: onDay(on), byDefault: on === undefined, options: texts(options), ...given({ word }) }
        ofItsTables(question, asked.options)
        return read(async db => {
          const items = await answered(db, question, asked)
          if (tellsOfNothing(items)) await knownHere(db, { mission: asked.options['mission'] })
          await thingHere(db, question, asked, items)
          if (!wantsCsv(c, format)) return c.json({ items })
          csvHeaders(c, `${chapter.name}-${question.name}`)
          return c.body(asCsv(question, items))
        })
      })
    }
  app.get('/openapi.json', openAPIRouteHandler(app, { documentation: ABOUT, excludeStaticFile: false }))
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '*', notAllowed)
  return app
}
