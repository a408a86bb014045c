import { z } from 'zod'
import { type Day, day } from '../../kernel/day.ts'
import type { Place, Query } from '../../record/board.ts'
import { today } from '../../record/record.ts'

// What may be asked over HTTP, read strictly: an unknown name is a mistake that is said, not passed over.

const civil = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'a day as YYYY-MM-DD')
  .refine(text => dayOf(text) !== undefined, 'no such day in the calendar')
const dayOf = (text: string): Day | undefined => {
  try {
    return day(text)
  } catch {
    return undefined
  }
}
const word = z.string().min(1).max(80)

export const When = {
  'as-of': civil.optional().describe('as it stood on that day; default: today in New York'),
  'known-at': z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe('as it was known at that time, at the end of that day, or at that position of the ledger'),
}
export const Which = {
  state: z
    .string()
    .regex(/^[A-Z]{3}$/, 'a State by its ISO 3166-1 alpha-3 code')
    .optional()
    .describe('what concerns this State'),
  mission: word.optional(),
}
export const BoardQuery = z.strictObject({
  ...When,
  ...Which,
  debtor: word.optional().describe('owed by this State or office; un: all of the United Nations'),
  duty: word.optional(),
  binding: z.enum(['treaty', 'resolution', 'self-commitment', 'request', 'assumption']).optional(),
  in: z.enum(['open', 'stopped', 'elapsing', 'overdue', 'silent', 'met', 'met late', 'waived', 'excused']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: z.string().max(400).optional().describe('cursor: where the page before ended'),
})
export const CaseQuery = z.strictObject(When)
export const FindingsQuery = z.strictObject({
  'as-of': When['as-of'],
  ...Which,
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: z.string().max(400).optional(),
})
export const WhatIfQuery = z.strictObject({
  set: z.union([z.string().max(120), z.array(z.string().max(120)).max(20)]).describe('conduct.reply=5 working days; may be repeated'),
  'as-of': When['as-of'],
  ...Which,
})

export const onDay = (text: string | undefined): Day => (text === undefined ? today() : day(text))

/** A cursor says where a page ended, in the order of the index, and nothing about what the reader may not see. */
export const cursor = (place: readonly (string | number)[] | undefined): string | undefined =>
  place && Buffer.from(JSON.stringify(place)).toString('base64url')
const PlaceShape = z.tuple([z.number().int(), z.string(), z.number().int(), z.string()])
const PairShape = z.tuple([z.string(), z.string()])
const decoded = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}
export const boardPlace = (text: string): Place | undefined => PlaceShape.safeParse(decoded(text)).data
export const findingPlace = (text: string): readonly [string, string] | undefined => PairShape.safeParse(decoded(text)).data

type Filters = Pick<Query, 'state' | 'mission' | 'debtor' | 'duty' | 'binding' | 'stands'>
export const filtersOf = (q: z.infer<typeof BoardQuery>): Filters =>
  Object.fromEntries(
    Object.entries({ state: q.state, mission: q.mission, debtor: q.debtor, duty: q.duty, binding: q.binding, stands: q.in }).filter(
      ([, v]) => v !== undefined,
    ),
  ) as Filters
