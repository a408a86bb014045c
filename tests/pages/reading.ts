import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from '../../src/doors/http/app.tsx'
import { type Record as Kept, loadShipped } from '../../src/record/record.ts'
import { freshRecord } from '../database.ts'

/** A reader with nothing but a browser: no sign-in, no script. */
export const reading = async () => {
  const record = await freshRecord(),
    served = app(record)
  const ask = (path: string, accept = 'text/html'): Promise<Response> => Promise.resolve(served.request(path, { headers: { accept } }))
  return {
    record,
    served,
    ask,
    page: async (path: string): Promise<string> => {
      const answer = await ask(path)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      return answer.text()
    },
    tell: (lines: readonly object[], how: { readonly office?: string } = {}) => tell(record, lines, how),
    loadShipped: () => loadShipped(record, () => undefined),
    close: () => record.close(),
  }
}
export type Reading = Awaited<ReturnType<typeof reading>>

const tell = async (record: Kept, lines: readonly object[], how: { readonly office?: string }): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'peaceops-pages-')),
    file = join(folder, 'told.ndjson')
  writeFileSync(file, lines.map(l => JSON.stringify(l)).join('\n'))
  const report = await record.import(file, how)
  rmSync(folder, { recursive: true })
  if (report.problems.length) throw new Error(JSON.stringify(report.problems))
}

/** What a person reads: the words of a page, or of a part of it. */
export const words = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(a|b|i|bdi|span|code|time|small|cite)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
export const mainOf = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
export const h1Of = (html: string): string => words(/<h1[\s\S]*?<\/h1>/.exec(html)?.[0] ?? '')
/** The part under a heading of the second rank. */
export const under = (html: string, heading: string): string =>
  mainOf(html)
    .split('<section')
    .find(part => words(/<h2[\s\S]*?<\/h2>/.exec(part)?.[0] ?? '').startsWith(heading)) ?? ''
