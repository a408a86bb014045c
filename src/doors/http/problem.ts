import type { Context } from 'hono'
import type { z } from 'zod'

/** RFC 9457. What went wrong, where, and what to do; never a stack, never what a reader may not see. */
export class Problem extends Error {
  readonly status: 400 | 404 | 503
  readonly field: string | undefined

  constructor(status: 400 | 404 | 503, says: string, field?: string) {
    super(says)
    this.status = status
    this.field = field
  }
}
const TITLES = { 400: 'This cannot be asked so', 404: 'Not on this record', 503: 'The record cannot be read just now' } as const

export const answer = (c: Context, p: Problem): Response =>
  c.body(
    JSON.stringify({
      type: 'about:blank',
      title: TITLES[p.status],
      status: p.status,
      detail: p.message,
      ...(p.field ? { field: p.field } : {}),
    }),
    p.status,
    {
      'Content-Type': 'application/problem+json',
    },
  )

export const wrong = (issues: readonly z.core.$ZodIssue[]): Problem => {
  const [i] = issues
  if (!i) return new Problem(400, 'This cannot be asked so.')
  if (i.code === 'unrecognized_keys')
    return new Problem(
      400,
      `Nobody here knows ${i.keys.map(k => JSON.stringify(k.slice(0, 40))).join(', ')}. /api/v1/openapi.json lists what may be asked.`,
      i.keys[0]?.slice(0, 40),
    )
  return new Problem(400, `${i.path.join('.')}: ${i.message}`, i.path.join('.'))
}
