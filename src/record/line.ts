import { createHash } from 'node:crypto'
import { z } from 'zod'
import { addDays, type Day, day, edtf, FOREVER, LONG_AGO, yearOf } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import { MARKINGS, type Marking, type Source, SUBJECT } from '../kernel/ledger/entry.ts'
import type { EntryType } from '../kernel/ledger/entry-type.ts'
import { type Json, jcs } from '../kernel/ledger/jcs.ts'
import { HORIZON, RULEBOOK } from '../kernel/ledger/load.ts'
import type { Door, Scalar } from '../kernel/rules/face.ts'
import { CHAPTERS, chapterOf, typeNames, typeOf } from './chapters.ts'
import { complain, type Problem, placeOf, quote, type Say } from './complaint.ts'
import { exposing, namesTheDay, tellsAge } from './exposure.ts'
import { readJson } from './json.ts'
import { isState } from './names.ts'
import { near, nearest } from './spelling.ts'

// One line of the interchange format: read strictly, refused by place and remedy. The forms that leave the record are the forms that enter it.

const name = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, 'no control characters: take them out')
const marking = z.enum(MARKINGS)
export const Line = z.strictObject({
  id: name(200).optional().describe('the name of this line at its origin; the same name is never written twice'),
  origin: name(80).optional().describe('the system that named it; default: interchange'),
  chapter: z.string().max(40).optional().describe('the chapter of the type; may be left out'),
  type: z.string().max(80).describe('what happened: one of the types of docs/interchange.md'),
  v: z.literal(1).optional().describe('version of the type'),
  subject: z
    .string()
    .regex(SUBJECT, 'a subject is 1 to 80 letters, digits, dots, hyphens or underscores, such as GABON-2021')
    .describe('the case that it belongs to'),
  occurredOn: z.string().max(40).describe('when it happened, EDTF: 2021-09-19, 2016-05, 2016, 2014/2015-06, ../2018-04-23, 2021-09-07/..'),
  marking: marking.optional().describe('of the whole subject; a new subject without one is strictly confidential'),
  bodyMarking: marking.optional().describe('of what is not on the face; default: that of the subject'),
  source: z
    .strictObject({
      title: z.string().min(1).max(500),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .optional(),
      standing: z.enum(['seen', 'second-hand', 'remembered', 'ours']),
      conflict: z.literal(true).optional(),
      note: z.string().max(1000).optional(),
    })
    .optional()
    .describe('who says so: the title, where it can be read, and how it was seen'),
  office: name(80).optional().describe('office that entered it'),
  door: z.enum(['command', 'testimony']).optional().describe('how it came to the record that exported it; an import is always testimony'),
  recordedAt: z.string().max(40).optional().describe('when the record that exported it learned of it'),
  data: z.record(z.string(), z.json()).optional().describe('the fields of the type; every other name goes to the body'),
})
export type Line = z.infer<typeof Line>

export interface Read {
  readonly line: number
  readonly draft: Draft
  readonly notice?: string
}
export interface Reading {
  readonly line: number
  readonly today: Day
  readonly door: Door
  readonly office?: string
  /** How often this very line has been read before in this file: two equal lines may be two events. */
  readonly ordinal: (digest: string) => number
}

export const readLine = (text: string, how: Reading): Read | readonly Problem[] => {
  const json = readJson(text)
  if (!('value' in json)) return json.map(f => ({ line: how.line, column: f.at + 1, field: f.field, says: f.says }))
  const problems: Problem[] = []
  const say = (field: string, says: string): unknown =>
    problems.push({ line: how.line, column: placeOf(json.places, field) + 1, field: field.slice(0, 80), says })
  const parsed = Line.safeParse(json.value)
  if (!parsed.success) {
    for (const i of parsed.error.issues)
      complain(say, '', i, json.value, Object.keys(Line.shape), ': what is not one of ours belongs into data')
    return problems
  }
  const line = parsed.data
  const data = (line.data ?? {}) as { readonly [key: string]: Json }
  const known = typeOf(line.type)
  if (!known)
    say('type', `unknown entry type ${quote(line.type)}${nearest(line.type, typeNames())}. The types stand in docs/interchange.md`)
  const when = dayOf(line.occurredOn, how.today)
  if (typeof when === 'string') say('occurredOn', when)
  kept(say, line, how)
  const is = known && faceOf(say, line.type, known.type, data)
  if (line.chapter !== undefined && line.chapter !== 'kernel' && !chapterOf(line.chapter))
    say(
      'chapter',
      `there is no chapter ${quote(line.chapter)}${nearest(
        line.chapter,
        CHAPTERS.map(c => c.name),
      )}: leave it out, the type tells it`,
    )
  else if (known && known.chapter !== 'kernel' && line.chapter !== undefined && line.chapter !== known.chapter)
    say('chapter', `${line.type} belongs to the chapter ${known.chapter}: write that, or leave it out`)
  if (!known || !is || typeof when === 'string') return problems
  if (line.marking === 'public' && namesTheDay({ type: line.type, ...when }))
    say(
      'occurredOn',
      `the day of a report could single out who reported: on a public subject give at most its month (${line.occurredOn.slice(0, 7)})`,
    )

  const rest = Object.fromEntries(Object.entries(data).filter(([k]) => !Object.hasOwn(known.type.face.shape, k)))
  const exposed = exposedIn(line, rest)
  if (exposed && line.bodyMarking === 'public')
    say(exposed, `${exposed} could single somebody out and is never public: leave it out, or write "bodyMarking": "confidential"`)
  if (problems.length) return problems
  const hide =
    exposed !== undefined && (line.bodyMarking === undefined ? rankOf(line.marking ?? 'public') < 2 : rankOf(line.bodyMarking) < 2)
  const digest = createHash('sha256').update(jcs(json.value)).digest('hex')
  const office = line.office ?? how.office
  return {
    line: how.line,
    ...(hide ? { notice: `line ${how.line}: ${exposed} could single somebody out: the body of this line is marked confidential` } : {}),
    draft: {
      chapter: known.chapter === 'kernel' ? (line.chapter ?? 'kernel') : known.chapter,
      type: line.type,
      v: 1,
      subject: line.subject,
      ...when,
      door: how.door,
      is,
      marking: line.marking && rankOf(line.marking),
      expect: 'any',
      body: {
        marking: hide ? 2 : line.bodyMarking && rankOf(line.bodyMarking),
        data: rest,
        origin: line.id
          ? { system: line.origin ?? 'interchange', id: line.id }
          : { system: 'sha256', id: `${digest}#${how.ordinal(digest)}` },
        ...(line.source ? { source: tidy(line.source) } : {}),
        ...(office ? { office } : {}),
      },
    },
  }
}
/** What peaceops keeps to itself, and what an office may say in its own register. */
const kept = (say: Say, line: Line, how: Reading): void => {
  if (line.type === 'RulebookAdopted' || line.type === 'HorizonMoved')
    say('type', `${line.type} is written by peaceops itself and cannot be imported: take the line out`)
  if (line.subject === RULEBOOK || line.subject === HORIZON)
    say('subject', `${line.subject} is kept by peaceops itself: give the case another name`)
  if (line.origin === 'sha256') say('origin', 'sha256 names lines that brought no id: leave origin out')
  if (how.office !== undefined && line.office !== undefined && line.office !== how.office)
    say(
      'office',
      `this is the register of ${how.office}, and the line says ${quote(line.office)}: record it as that office, or leave office out`,
    )
}

const faceOf = (
  say: Say,
  typeName: string,
  type: EntryType,
  data: { readonly [key: string]: Json },
): Record<string, Scalar> | undefined => {
  const fields = Object.keys(type.face.shape)
  const missing = fields.filter(f => !Object.hasOwn(data, f))
  const slips = Object.keys(data).flatMap(k => {
    const meant = fields.includes(k) ? undefined : near(k, missing)
    return meant === undefined ? [] : [[k, meant] as const]
  })
  for (const [slip, meant] of slips)
    say(`data.${slip}`, `${typeName} has no field ${quote(slip)} (did you mean ${meant}?): a name of your own must be less like it`)
  const face = type.face.safeParse(data)
  if (!face.success) {
    for (const i of face.error.issues) if (!slips.some(([, meant]) => meant === i.path[0])) complain(say, 'data.', i, data, fields, '')
    return undefined
  }
  const is = Object.fromEntries(Object.entries(face.data).filter(([, v]) => v !== undefined)) as Record<string, Scalar>
  if (typeof is['state'] === 'string' && !isState(is['state']))
    say('data.state', `unknown State ${quote(is['state'])}: ISO 3166-1 alpha-3 is wanted, such as GAB`)
  if (is['state'] !== undefined && is['mission'] === undefined && namesBoth(type))
    say('data.state', 'an entry that names a State names its mission too: add data.mission')
  return is
}
/** A State is named of something in a mission, so both are named. Where the State is the one who acts, and the mission may be left out (a pledge), it may be. */
export const namesBoth = ({ face: { shape } }: EntryType): boolean =>
  shape['mission'] !== undefined && shape['state'] !== undefined && !(mayLack(shape['mission']) && !mayLack(shape['state']))
const mayLack = (field: z.core.$ZodType): boolean => z.safeParse(field, undefined).success
const exposedIn = (line: Line, rest: { readonly [key: string]: Json }): string | undefined => {
  const key = exposing(rest)
  if (key !== undefined) return `data.${key.slice(0, 40)}`
  return [line.source?.title, line.source?.note].some(t => t !== undefined && tellsAge(t)) ? 'source' : undefined
}
const tidy = (o: NonNullable<Line['source']>): Source =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined)) as unknown as Source
const rankOf = (of: (typeof MARKINGS)[number]): Marking => MARKINGS.indexOf(of) as Marking

const DATES = 'Days are written 2021-09-19, 2016-05, 2016, 2014/2015-06, ../2018-04-23 or 2021-09-07/..'
const EARLIEST = day('1800-01-01')
/** The days of a text in EDTF, or why they are none. What has happened lies not in the future; a month or a year that has begun may. */
const dayOf = (text: string, today: Day): { occurredOn: Day; latest: Day } | string => {
  try {
    const when = edtf(text)
    const ends = when.latest === FOREVER ? when.occurredOn : when.latest
    const begins = when.occurredOn === LONG_AGO ? when.latest : when.occurredOn
    if (when.occurredOn > addDays(today, 1) || yearOf(ends) > yearOf(addDays(today, 1)))
      return `${text} lies in the future: the record holds what has happened. Is the year right?`
    if (begins < EARLIEST) return `${text} lies before 1800: is the year right?`
    return when
  } catch (error) {
    return `${(error as Error).message}. ${DATES}`
  }
}
