import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { explain } from '../../kernel/database/failure.ts'
import { ICON } from '../../paper/icon.ts'
import type { Record } from '../../record/record.ts'
import { api } from './api.ts'
import { type Keeper, pages, problemPage, wantsPage } from './pages.tsx'
import { answer, fault, NO_PAGE, Problem } from './problem.ts'

const css = readFileSync(new URL('../../paper/paper.css', import.meta.url), 'utf8')

export const app = (record: Record, keeper: Keeper = {}): Hono => {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  )
  app.use(compress())
  app.use('*', etag())
  app.get('/paper.css', c => c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }))
  for (const path of ['/favicon.svg', '/favicon.ico'])
    app.get(path, c => c.body(ICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }))
  app.route('/api/v1', api(record))
  app.route('/', pages(record, keeper))
  app.onError((error, c) => {
    const say = (p: Problem) => (wantsPage(c) ? problemPage(c, p, keeper) : answer(c, p))
    if (error instanceof Problem) return say(error)
    // No path, no query: names of cases stay out of the log. What a person can mend about the machine is said there, and there only.
    console.error(`${c.req.method} ${c.req.routePath}: ${explain(error)?.message ?? error.name}`)
    return say(fault(error))
  })
  app.notFound(c => {
    const nowhere = new Problem(404, NO_PAGE)
    return wantsPage(c) ? problemPage(c, nowhere, keeper) : answer(c, nowhere)
  })
  return app
}
