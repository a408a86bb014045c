import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { ProblemShape } from './shapes.ts'

// What the OpenAPI document says of each route, beside what its query and its answer say of themselves.

export const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'peaceops',
    version: '1',
    summary: 'Who owes what in peace operations, to whom, by when, and what became of it.',
    description:
      'Read-only; everything here is public, and what is not public is not here. The same questions as on the command line, with the same answers.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/api/v1' }],
}
const problem = (what: string) => ({ description: what, content: { 'application/problem+json': { schema: resolver(ProblemShape) } } })
const route = (what: string, type: string, schema?: z.ZodType, more: object = {}) =>
  describeRoute({
    summary: what,
    description: `${what}.`,
    responses: {
      200: { description: what, content: { [type]: schema ? { schema: resolver(schema) } : {}, ...more } },
      304: { description: 'As you have it already (If-None-Match)' },
      400: problem('What was asked cannot be asked so'),
      404: problem('Nothing of that name is on this record for this reader'),
      500: problem('Something went wrong on our side'),
      503: problem('The database of this record cannot be reached just now'),
    },
  } satisfies DescribeRouteOptions)

/** A route that answers JSON of this shape. */
export const answers = (what: string, schema: z.ZodType) => route(what, 'application/json', schema)
/** The same, and as a table for whoever asks for one. */
export const tables = (what: string, schema: z.ZodType) => route(what, 'application/json', schema, { 'text/csv': {} })
/** A route that answers with something else than JSON of a shape of ours. */
export const streams = (what: string, type: string) => route(what, type)
