import { createHash } from 'node:crypto'
import { z } from 'zod'
import { addDays, type Day, edtf } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import { MARKINGS, type Marking, type Source, SUBJECT } from '../kernel/ledger/entry.ts'
import { composed, flaws, type Json, jcs } from '../kernel/ledger/jcs.ts'
import type { Door, Scalar } from '../kernel/rules/face.ts'
import { typeNames, typeOf } from './chapters.ts'
import { exposing } from './exposure.ts'
import { isState } from './names.ts'

// One line of the interchange format: read strictly, refused by place and remedy. The forms that leave the record are the forms that enter it.

const marking = z.enum(MARKINGS)
export const Line = z.strictObject({
  id: z.string().min(1).max(200).optional().describe('the name of this line at its origin; the same name is never written twice'),
  origin: z.string().min(1).max(80).optional().describe('the system that named it; default: interchange'),
  chapter: z.string().max(40).optional(),
  type: z.string().max(80),
  v: z.literal(1).optional().describe('version of the type'),
  subject: z.string().regex(SUBJECT, 'a subject is 1 to 80 letters, digits, dots, hyphens or underscores, such as GABON-2021'),
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
    .optional(),
  office: z.string().max(80).optional().describe('office that entered it'),
  door: z.enum(['command', 'testimony']).optional().describe('how it came to the record that exported it; an import is always testimony'),
  recordedAt: z.string().max(40).optional().describe('when the record that exported it learned of it'),
  data: z.record(z.string(), z.json()).optional(),
})
export type Line = z.infer<typeof Line>

/** What is wrong with a line: where, and why. Lines and columns count from 1. */
export interface Problem {
  readonly line: number
  readonly column: number
  readonly field: string
  readonly says: string
}
export interface Read {
  readonly line: number
  readonly draft: Draft
  readonly notice?: string
}
/** Larger than any entry should be: what does not fit here belongs beside the record, with its hash in it. */
export const LONGEST_LINE = 256 * 1024

export interface Reading {
  readonly line: number
  readonly today: Day
  readonly door: Door
  readonly office?: string
  /** How often this very line has been read before in this file: two equal lines may be two events. */
  readonly ordinal: (digest: string) => number
}

export const readLine = (text: string, how: Reading): Read | readonly Problem[] => {
  const say = (field: string, says: string, column = columnOf(text, field)): Problem => ({ line: how.line, column, field, says })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return [say('', `not JSON: ${(error as Error).message}`, placeOf(error as Error, text))]
  }
  const wrong = flaws(value)
  if (wrong.length) return wrong.map(w => say(w.slice(0, w.indexOf(':')), `${w.slice(w.indexOf(':') + 2)}`))
  const parsed = Line.safeParse(value)
  if (!parsed.success) return parsed.error.issues.map(i => say(i.path.join('.') || keysOf(i), said(i)))
  const line = composed(parsed.data as Json) as Line
  const known = typeOf(line.type)
  if (!known)
    return [
      say('type', `unknown entry type ${quote(line.type)}${nearest(line.type, typeNames())}. The types stand in docs/interchange.md.`),
    ]
  if (line.chapter !== undefined && known.chapter !== 'kernel' && line.chapter !== known.chapter)
    return [say('chapter', `${line.type} belongs to the chapter ${known.chapter}, not to ${quote(line.chapter)}`)]
  if (line.type === 'RulebookAdopted' || line.type === 'HorizonMoved')
    return [say('type', `${line.type} is written by peaceops itself and cannot be imported`)]
  const face = known.type.face.safeParse(line.data ?? {})
  if (!face.success) return face.error.issues.map(i => say(['data', ...i.path].join('.'), said(i)))
  const is = Object.fromEntries(Object.entries(face.data).filter(([, v]) => v !== undefined)) as Record<string, Scalar>
  if (typeof is['state'] === 'string' && !isState(is['state']))
    return [say('data.state', `unknown State ${quote(is['state'])}: ISO 3166-1 alpha-3 is wanted, such as GAB`)]
  if (is['state'] !== undefined && is['mission'] === undefined && 'mission' in known.type.face.shape)
    return [say('data.state', 'an entry that names a State names its mission too: add data.mission')]
  const when = dayOf(line.occurredOn)
  if (typeof when === 'string') return [say('occurredOn', when)]
  if (when.occurredOn > addDays(how.today, 1))
    return [say('occurredOn', `${line.occurredOn} lies in the future: the record holds what has happened`)]
  if (line.type === 'ReportReceived' && line.marking === 'public' && when.latest - when.occurredOn < 27)
    return [
      say(
        'occurredOn',
        `the day of a report could single out who reported: on a public subject give at most its month (${line.occurredOn.slice(0, 7)})`,
      ),
    ]

  const rest = Object.fromEntries(Object.entries(line.data ?? {}).filter(([k]) => !Object.hasOwn(known.type.face.shape, k))) as Record<
    string,
    Json
  >
  const exposed = exposing(rest)
  if (exposed && line.bodyMarking === 'public')
    return [
      say(
        `data.${exposed}`,
        `${exposed} could single somebody out and is never public: leave it out, or write "bodyMarking": "confidential"`,
      ),
    ]
  const hide = exposed !== undefined && rankOf(line.bodyMarking ?? line.marking) < 2
  const digest = createHash('sha256')
    .update(jcs(line as unknown as Json))
    .digest('hex')
  return {
    line: how.line,
    ...(hide
      ? {
          notice: `line ${how.line}: data.${exposed} could single somebody out: the body is marked confidential, the face stays ${line.marking ?? 'as it is'}`,
        }
      : {}),
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
        ...((line.office ?? how.office) ? { office: (line.office ?? how.office)! } : {}),
      },
    },
  }
}
const tidy = (o: NonNullable<Line['source']>): Source =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined)) as unknown as Source
const rankOf = (name: (typeof MARKINGS)[number] | undefined): Marking => (name === undefined ? 3 : (MARKINGS.indexOf(name) as Marking))
const dayOf = (text: string): { occurredOn: Day; latest: Day } | string => {
  try {
    return edtf(text)
  } catch (error) {
    return `${(error as Error).message}. Days are written 2021-09-19, 2016-05, 2016, 2014/2015-06, ../2018-04-23 or 2021-09-07/..`
  }
}

// ---- the place and the words of a problem ----------------------------------------------------------------------------

const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
const said = (i: z.core.$ZodIssue): string => {
  if (i.code === 'unrecognized_keys')
    return `unknown ${i.keys.length > 1 ? 'keys' : 'key'} ${i.keys.map(quote).join(', ')}: what is not one of ours belongs into data`
  if (i.code === 'invalid_value') return `wanted one of ${i.values.map(String).join(', ')}`
  return i.message
}
const keysOf = (i: z.core.$ZodIssue): string => (i.code === 'unrecognized_keys' ? (i.keys[0] ?? '') : '')
/** The column where the field stands in the text, from 1; of a field that is missing, the end of the line. */
const columnOf = (text: string, field: string): number => {
  let from = 0
  for (const name of field.split('.')) {
    const at = text.indexOf(`${JSON.stringify(name)}`, from)
    if (at < 0) return field === '' ? 1 : from + 1
    from = at
  }
  return from + 1
}
const placeOf = (error: Error, text: string): number => {
  const at = /position (\d+)/.exec(error.message)
  return at ? Number(at[1]) + 1 : text.length
}
const nearest = (wrong: string, known: readonly string[]): string => {
  const close = known.find(k => k.toLowerCase() === wrong.toLowerCase() || distance(k, wrong) < 3)
  return close ? ` (did you mean ${close}?)` : ''
}
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
