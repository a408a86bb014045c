import { Hono } from 'hono'
import { z } from 'zod'
import type { Sql } from '../../kernel/database/pools.ts'
import { day } from '../../kernel/day.ts'
import { board } from '../../record/board.ts'
import { lawOf } from '../../record/law.ts'
import { EACH, ReconcilePage } from '../../record/pages/reconcile-page.tsx'
import type { View } from '../../record/pages/view.ts'
import { changeOf, UNITS, WhatIfPage, type WhatIfView } from '../../record/pages/whatif-page.tsx'
import { discrepancies } from '../../record/reconcile.ts'
import { PUBLIC, type Record } from '../../record/record.ts'
import { bookInForce } from '../../record/rulebook.ts'
import { ifActed, readChange, whatIf } from '../../record/whatif.ts'
import type { Reading } from './archive-pages.tsx'
import { BoardQuery, caseNamed, civil, cursor, knownHere, pairPlace, placeIn, Which, word } from './asked.ts'

// Pages that try something out, and write nothing: another limit, an act on another day, published figures held against each other.

const LIMIT = 100
export const trialHtml = <Plain extends z.ZodObject>(record: Record, { plain, read, view }: Reading<Plain>): Hono => {
  const app = new Hono()
  const ask = <T,>(question: (db: Sql) => Promise<T>): Promise<T> => record.read(PUBLIC, question)

  const Asked = plain.omit({ 'known-at': true }).extend({
    ...Which,
    duty: word.optional(),
    n: z
      .string()
      .regex(/^\d{1,4}$/, 'a whole number from 0 to 9999')
      .optional(),
    unit: z.enum(UNITS).optional(),
    subject: word.optional(),
    act: word.optional(),
    day: civil.optional(),
    after: BoardQuery.shape.after,
  })
  app.get('/whatif', c => {
    const q = read(c, Asked) as z.infer<typeof Asked> & z.infer<Plain> & { readonly [option: string]: string | undefined }
    const { duty, n, unit, state, mission, subject, act, day: on, after } = q
    const asked = { duty, n, unit, state, mission, subject, act, day: on }
    const place = placeIn(after, pairPlace)
    return ask(async db => {
      const v = await view(db, c, q, Object.fromEntries(Object.entries(asked).filter((e): e is [string, string] => e[1] !== undefined)))
      const duties = bookInForce(await lawOf(db))?.duties ?? []
      const named = subject === undefined ? undefined : await caseNamed(db, subject)
      const owed = named === undefined ? undefined : (await board(db, PUBLIC, { on: v.on, subject: named, limit: 100 })).rows
      const found = named === undefined ? await otherLimit(db, v, asked, place) : await otherDay(db, v, named, asked)
      const view_ = { asked, duties, after, ...(owed ? { owed: duties.filter(d => owed.some(o => o.span.duty === d.duty)) } : {}) }
      if (found.rows && !found.rows.length) await knownHere(db, { mission })
      return c.html(<WhatIfPage view={v} of={{ ...view_, ...found }} />, found.wrong === undefined ? 200 : 400)
    })
  })
  app.get('/reconcile', c => {
    const q = read(
      c,
      plain.omit({ 'known-at': true }).extend({ after: z.coerce.number().int().min(0).max(1_000_000).optional() }),
    ) as z.infer<Plain> & {
      after?: number
    }
    return ask(async db => {
      const v = await view(db, c, q),
        all = await discrepancies(db, v.on),
        from = q.after ?? 0
      return c.html(<ReconcilePage view={v} of={{ found: all.slice(from, from + EACH), from, all: all.length }} />)
    })
  })
  return app
}
type Found = Pick<WhatIfView, 'wrong' | 'rows' | 'next' | 'on'>
const otherLimit = async (db: Sql, v: View, asked: WhatIfView['asked'], after: readonly [string, string] | undefined): Promise<Found> => {
  const set = changeOf(asked)
  if (set === undefined) return {}
  const change = readChange(set)
  if (typeof change === 'string') return { wrong: change }
  const { state, mission } = asked
  const found = await whatIf(db, [change], {
    on: v.on,
    limit: LIMIT,
    ...(state === undefined ? {} : { state }),
    ...(mission === undefined ? {} : { mission }),
    ...(after ? { after } : {}),
  })
  return typeof found === 'string' ? { wrong: found } : { rows: found.rows, next: cursor(found.next) }
}
const otherDay = async (db: Sql, v: View, subject: string, { act, day: on }: WhatIfView['asked']): Promise<Found> => {
  if (act === undefined || on === undefined) return {}
  const found = await ifActed(db, subject, { duty: act, day: day(on) }, v.on)
  return typeof found === 'string' ? { wrong: found } : found
}
