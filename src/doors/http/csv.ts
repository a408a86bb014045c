import type { Context } from 'hono'
import { z } from 'zod'

// The same answer as a table: asked for by ?format=csv, or by what the reader accepts.

export const format = z
  .enum(['json', 'csv'])
  .optional()
  .describe('csv: as a table, with a row of HXL tags where its fields have them; so does Accept: text/csv')
export const wantsCsv = (c: Context, asked: 'json' | 'csv' | undefined): boolean =>
  asked === 'csv' || (asked === undefined && /^text\/csv\b/.test(c.req.header('accept') ?? ''))
export const csvHeaders = (c: Context, name: string): void => {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `inline; filename="${name}.csv"`)
  c.header('Vary', 'Accept')
}
/** A table is read whole, unless somebody says how much of it. */
export const limitGiven = (c: Context, limit: number): number | undefined => (c.req.query('limit') === undefined ? undefined : limit)
/** A table has no place for where it goes on: RFC 8288 has one beside it. */
export const goesOn = (c: Context, next: string | null): void => {
  if (next === null) return
  const asked = new URL(c.req.url).searchParams
  asked.set('after', next)
  c.header('Link', `<?${asked}>; rel="next"`)
}
