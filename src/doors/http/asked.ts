import { validator } from 'hono-openapi'
import { z } from 'zod'
import type { Asked, Question } from '../../kernel/chapter.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, day } from '../../kernel/day.ts'
import { SUBJECT } from '../../kernel/ledger/entry.ts'
import type { Query } from '../../record/board.ts'
import { caseMeant, meant, noDuty, noMission, noSuchTable, noThing } from '../../record/meant.ts'
import type { Place } from '../../record/owed.ts'
import { today } from '../../record/record.ts'
import { isMoment, MOMENTS } from '../moment.ts'
import { format } from './csv.ts'
import { Problem, wrong } from './problem.ts'

// What may be asked over HTTP, read strictly: an unknown name is a mistake that is said, not passed over.

export const civil = z
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
export const word = z
  .string()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u, 'no control characters')
const page = {
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('how many at most, 1 to 500'),
  after: z.string().max(400).optional().describe('cursor: where the page before ended, as `next` gave it'),
}

/** What an option of this name may be asked with, read as its code: a State or mission by any name that the lists have. */
export const called = (option: string) =>
  word
    .refine(text => 'code' in meant(option, text), {
      error: ({ input }) => {
        const m = meant(option, String(input))
        return 'says' in m ? m.says : ''
      },
    })
    .overwrite(text => {
      const m = meant(option, text)
      return 'code' in m ? m.code : text
    })
export const When = {
  'as-of': civil.optional().describe('as it stood on that day; default: today in New York'),
  'known-at': z
    .string()
    .min(1)
    .max(40)
    .refine(isMoment, MOMENTS)
    .optional()
    .describe('as it was known at that time, at the end of that day, or at that position of the ledger'),
}
export const Which = {
  state: called('state').optional().describe('what concerns this State, whoever owes it; its ISO 3166-1 code, or its name'),
  mission: called('mission').optional().describe('in this mission, by its acronym'),
}
export const BoardQuery = z.strictObject({
  ...When,
  ...Which,
  debtor: called('debtor').optional().describe('owed by this State or office; un: all of the United Nations, au: of the African Union'),
  duty: word.optional().describe('under this duty, such as conduct.reply'),
  binding: z.enum(['treaty', 'resolution', 'self-commitment', 'request', 'assumption']).optional().describe('how firmly it binds'),
  in: z
    .enum(['open', 'stopped', 'elapsing', 'overdue', 'silent', 'met', 'met late', 'waived', 'excused'])
    .optional()
    .describe('where it stands'),
  ...page,
})
export const CaseQuery = z.strictObject(When)
export const CasePath = z.strictObject({ subject: z.string().regex(SUBJECT).describe('the case, such as GABON-2021') })
export const FindingsQuery = z.strictObject({ ...When, ...Which, ...page })
export const WhatIfQuery = z.strictObject({
  set: z
    .union([z.string().max(120), z.array(z.string().max(120)).max(20)], 'wanted, such as conduct.reply=5 working days, at most 20 times')
    .describe('a duty and the limit that it would have had, such as conduct.reply=5 working days; may be repeated'),
  'as-of': When['as-of'],
  ...Which,
  ...page,
})
/** What a question of a chapter may be asked with. */
export const queryOf = ({ options }: { readonly options: Readonly<{ [option: string]: { readonly says: string } }> }) =>
  z.strictObject({
    'as-of': When['as-of'],
    format,
    ...Object.fromEntries(Object.entries(options).map(([o, { says }]) => [o, called(o).optional().describe(says)])),
  })
export const wordPath = (means: string) =>
  z.strictObject({ word: word.describe(`${means} of the thing asked about, as it stands on the record`) })
export const OnDay = z.strictObject({ 'as-of': When['as-of'] })
export const NothingAsked = z.strictObject({})

/** A question is asked of the tables on which it rests, and of no other. */
export const ofItsTables = (question: Pick<Question, 'tables'>, options: { readonly [option: string]: string }): void => {
  const says = noSuchTable(question, options)
  if (says !== undefined) throw new Problem(400, `snapshot: ${says}.`, 'snapshot')
}
/** Nothing was found: of a mission that nobody knows, or under a duty that no book has, that is a wrong question and no good news. */
export const knownHere = async (
  db: Sql,
  asked: { readonly mission?: string | undefined; readonly duty?: string | undefined },
): Promise<void> => {
  for (const [field, says] of [
    ['mission', await noMission(db, asked.mission)],
    ['duty', await noDuty(db, asked.duty)],
  ] as const)
    if (says !== undefined) throw new Problem(400, `${field}: ${says}.`, field)
}
/** A question about one case that is not there is answered as the case itself is. A text that is not held has a page of its own, which says how it is put there. */
export const thingHere = async (db: Sql, question: Question, asked: Asked, rows: readonly object[]): Promise<void> => {
  const none = question.near ? undefined : await noThing(db, question, asked, rows)
  if (none) throw new Problem(404, `${NOWHERE}${none.like.length ? ` Did you mean ${none.like[0]}?` : ''}`)
}
/** A case under the name that it has, where it was asked for in other capitals; else the problem, with the name that is most like it. */
export const caseNamed = async (db: Sql, text: string): Promise<string> => {
  const { subject, like } = await caseMeant(db, text)
  if (subject !== undefined) return subject
  throw new Problem(404, `${NOWHERE}${like === undefined ? '' : ` Did you mean ${like}?`}`)
}
export const NOWHERE = 'Nothing of that name is on this record for this reader.'
export const nowhere = (): Problem => new Problem(404, NOWHERE)

/** What is asked, in a form that the OpenAPI document tells of; else a problem with its field. */
export const query = <S extends z.ZodObject>(schema: S) =>
  validator('query', schema, result => {
    if (!result.success) throw wrong(result.error as readonly z.core.$ZodIssue[], Object.keys(schema.shape))
  })
export const pathOf = <S extends z.ZodType>(schema: S) =>
  validator('param', schema, result => {
    if (!result.success) throw nowhere()
  })
/** Where a page is to go on: what `next` gave, read back. */
export const placeIn = <P>(after: string | undefined, read: (text: string) => P | undefined): P | undefined => {
  const place = after === undefined ? undefined : read(after)
  if (after !== undefined && place === undefined) throw new Problem(400, 'after: this is no cursor of ours, give what `next` gave', 'after')
  return place
}

export const onDay = (text: string | undefined): Day => (text === undefined ? today() : day(text))

/** A cursor says where a page ended, in the order of the index, and nothing about what the reader may not see. */
export const cursor = (place: readonly (string | number)[] | undefined): string | undefined =>
  place && Buffer.from(JSON.stringify(place)).toString('base64url')
const text = z
  .string()
  .max(300)
  .regex(/^\P{Cc}*$/u)
const dayNumber = z.number().int().min(-2_147_483_648).max(2_147_483_647)
const PlaceShape = z.tuple([z.number().int().min(0).max(9), text, dayNumber, text])
const PairShape = z.tuple([text, text])
const decoded = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
export const boardPlace = (cursor: string): Place | undefined => PlaceShape.safeParse(decoded(cursor)).data
/** Where a page of findings ended (finding and group), or one of what-if (case and obligation). */
export const pairPlace = (cursor: string): readonly [string, string] | undefined => PairShape.safeParse(decoded(cursor)).data

type Filters = Pick<Query, 'state' | 'mission' | 'debtor' | 'duty' | 'binding' | 'stands'>
export const filtersOf = (q: z.infer<typeof BoardQuery>): Filters =>
  Object.fromEntries(
    Object.entries({ state: q.state, mission: q.mission, debtor: q.debtor, duty: q.duty, binding: q.binding, stands: q.in }).filter(
      ([, v]) => v !== undefined,
    ),
  ) as Filters
