import { mkdirSync, writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { community, communityPages } from '../../src/community/index.ts'
import type { Chapter } from '../../src/kernel/chapter.ts'
import { day } from '../../src/kernel/day.ts'
import { protection, protectionPages } from '../../src/protection/index.ts'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { AnswerPage } from '../../src/record/pages/question-page.tsx'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { freshRecord } from '../database.ts'
for (const c of [community, protection]) if (!CHAPTERS.includes(c)) (CHAPTERS as Chapter[]).push(c)
it('shot', async () => {
  const r = await freshRecord()
  for (const f of ['conduct', 'figures', 'protection', 'community']) { const x = await r.import(new URL(`../../data/${f}.ndjson`, import.meta.url).pathname, { today: day('2026-11-24') }); if (x.problems.length) console.log(f, x.problems) }
  mkdirSync('/tmp/prot', { recursive: true })
  for (const [c, pages] of [[protection, protectionPages], [community, communityPages]] as const)
    for (const q of c.questions!) {
      const on = day('2026-11-24')
      const t0 = performance.now()
      const rows = await r.read(PUBLIC, db => q.rows(db, { on, options: {} }))
      console.log(q.name, rows.length, performance.now() - t0)
      for (const row of rows) console.log(q.line(row))
      for (const lang of ['en', 'ar'] as const)
      writeFileSync(`/tmp/prot/${q.name}-${lang}.html`, '<!doctype html>' + String(await AnswerPage({ view: { lang, on, today: on, path: `/${c.name}/${q.name}`, rest: {} }, chapter: c, question: q, page: (pages.questions as any)[q.name], asked: { options: {} }, rows })))
    }
  await r.close()
})
