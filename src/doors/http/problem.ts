import type { Context } from 'hono'
import type { z } from 'zod'
import { coded } from '../../kernel/database/failure.ts'
import { nearest } from '../../record/spelling.ts'

/** RFC 9457. What went wrong, where, and what to do; never a stack, never what a reader may not see. */
export class Problem extends Error {
  readonly status: 400 | 404 | 500 | 503
  readonly field: string | undefined

  constructor(status: 400 | 404 | 500 | 503, says: string, field?: string) {
    super(says)
    this.status = status
    this.field = field
  }
}
export const NO_PAGE = 'There is no such page. / is where to begin, /api/v1/openapi.json what may be asked.'
const TITLES = {
  400: 'This cannot be asked so',
  404: 'Not on this record',
  405: 'Nothing is written over HTTP',
  500: 'Something went wrong on our side',
  503: 'The record cannot be read just now',
} as const

/** No connection, none left, or one that was cut: whoever asks again in a moment may get an answer. All else is a fault of ours. */
const OUT_OF_REACH = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08\d{3}|53300|57P0[123])$/
const unreachable = (error: unknown): boolean => {
  const e = coded(error)
  if (e?.code === 'ENOENT') return e.syscall === 'connect'
  return e?.code ? OUT_OF_REACH.test(e.code) : /^(Connection terminated|timeout expired)/.test(e?.message ?? '')
}
/** What went wrong on our side, for people who cannot mend it: no address, no login, no word of the database. */
export const fault = (error: unknown): Problem =>
  unreachable(error)
    ? new Problem(503, 'The database of this record cannot be reached just now. Nothing is lost; ask again in a minute.')
    : new Problem(500, 'Something went wrong that peaceops did not expect. Nothing is lost; please report what you asked.')

export const answer = (
  c: Context,
  p: { readonly status: keyof typeof TITLES; readonly message: string; readonly field?: string | undefined },
): Response =>
  c.body(
    JSON.stringify({
      type: 'about:blank',
      title: TITLES[p.status],
      status: p.status,
      detail: p.message,
      ...(p.field ? { field: p.field } : {}),
    }),
    p.status,
    { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  )
export const notAllowed = (c: Context): Response => {
  c.header('Allow', 'GET, HEAD')
  return answer(c, {
    status: 405,
    message: 'This door only answers questions: GET or HEAD. Lines are put on the record with peaceops import.',
  })
}

/** What people write for a day, a moment and a language elsewhere, by what it is called here. */
const CALLED_HERE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['on', 'asof', 'date', 'day', 'at', 'when'].map(word => [word, 'as-of'])),
  ...Object.fromEntries(['known', 'knownat', 'position'].map(word => [word, 'known-at'])),
  ...Object.fromEntries(['language', 'hl', 'locale'].map(word => [word, 'lang'])),
}
const meantBy = (key: string, known: readonly string[]): string => {
  const here = CALLED_HERE[key.toLowerCase().replace(/[^a-z]/g, '')]
  return here !== undefined && known.includes(here) ? ` (did you mean ${here}?)` : nearest(key, known)
}
/** What was asked wrongly. `known`: the names that this very question is asked with. */
export const wrong = (issues: readonly z.core.$ZodIssue[], known: readonly string[] = []): Problem => {
  const [i] = issues
  if (!i) return new Problem(400, 'This cannot be asked so.')
  if (i.code === 'unrecognized_keys')
    return new Problem(
      400,
      `Nobody here knows ${i.keys
        .slice(0, 3)
        .map(k => `${JSON.stringify(k.slice(0, 40))}${meantBy(k.slice(0, 40), known)}`)
        .join(
          ', ',
        )}. ${known.length ? `Here one asks with ${known.join(', ')}.` : 'Nothing can be asked of it.'} /api/v1/openapi.json lists all.`,
      i.keys[0]?.slice(0, 40),
    )
  const field = i.path.join('.')
  return new Problem(400, `${field}: ${said(i)}.`, field)
}
const said = (i: z.core.$ZodIssue): string => {
  if (i.code === 'invalid_value') return `wanted one of ${i.values.map(String).join(', ')}`
  if (i.code === 'invalid_type') return i.expected === 'string' ? 'wanted, once' : 'wanted as a whole number, once'
  if (i.code === 'too_big') return i.origin === 'string' ? `at most ${i.maximum} characters` : `at most ${i.maximum}`
  if (i.code === 'too_small') return i.origin === 'string' ? 'leave it out, or say it' : `at least ${i.minimum}`
  return i.message
}
