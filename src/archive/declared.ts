import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Failure } from '../kernel/database/failure.ts'
import { turnsIn } from '../paper/direction.ts'
import { DATASET } from './entries.ts'
import type { Layout } from './layout.ts'
import { UNIT } from './read/row.ts'

// A layout that somebody brings as JSON: no code is needed for an unknown table. What is wrong is named by its field.

/** Of what is said in words no character is a command, or turns what is drawn beside it. */
const PLAIN = (says: string): boolean => !/\p{Cc}/u.test(says) && turnsIn(says) === undefined
const words = (most: number) =>
  z.string().max(most).refine(PLAIN, 'a control character, or one that turns what is drawn beside it: leave it out')
const text = words(500).min(1)
/** A heading may go over several lines. What separates the cells of a row, and what no database text can hold, is in none. */
const name = z
  .string()
  .min(1)
  .max(300)
  .refine(says => !says.includes('\0') && !says.includes(UNIT), 'no heading: the control characters NUL and U+001F are in none')
const names = z.array(name).max(400)
const column = z.strictObject({
  name,
  as: z.enum(['text', 'whole', 'number', 'day', 'month', 'year', 'state', 'mission', 'place', 'symbol', 'yes']),
  is: z.enum(['from', 'to', 'state', 'mission', 'place', 'type', 'sex', 'amount']).optional(),
  written: z.enum(['d/m/y', 'm/d/y', 'excel', 'd Month y']).optional(),
  decimal: z.literal(',').optional(),
  missing: z.array(z.string().max(100)).max(50).optional(),
  list: z.enum([';', ',', '\n']).optional(),
  hxl: z
    .string()
    .max(200)
    .regex(/^#[a-z][a-z0-9_]*(\s*\+[a-z][a-z0-9_]*)*$/i, 'a tag of the Humanitarian Exchange Language, such as #date+start')
    .optional(),
  unit: words(60).min(1).optional(),
  says: text.optional(),
  closed: z.boolean().optional(),
  also: names.optional(),
  optional: z.boolean().optional(),
  fileName: z.boolean().optional(),
  codes: z.enum(['gw', 'two letters']).optional(),
  counts: z.strictObject({ type: text.optional(), sex: z.enum(['female', 'male']).optional() }).optional(),
})
const check = z.discriminatedUnion('check', [
  z.strictObject({ check: z.literal('one State'), name, code: name }),
  z.strictObject({ check: z.literal('sum'), parts: names.min(1), total: name }),
  z.strictObject({ check: z.literal('rows'), of: name, by: names, total: z.strictObject({ column: name, is: z.string().max(300) }) }),
])
const file = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('csv'),
    separator: z.enum([',', ';', '\t']).optional(),
    comment: z.string().min(1).max(10).optional(),
    headerAt: z.number().int().min(1).max(1000).optional(),
    years: z.strictObject({ in: name, of: name }).optional(),
  }),
  z.strictObject({ form: z.literal('xlsx'), sheet: text.optional(), headerAt: z.number().int().min(1).max(1000).optional() }),
  z.strictObject({ form: z.literal('read'), reader: text }),
])
const Declared = z
  .strictObject({
    dataset: z.string().regex(DATASET, 'small letters, digits and hyphens, such as ucdp-ged'),
    layout: words(100).min(1),
    title: text,
    producer: text,
    cite: words(2000).min(1),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    licence: words(500).nullable(),
    row: text,
    file,
    columns: z.array(column).min(1).max(1000),
    key: names.min(1),
    part: names.optional(),
    adds: names.min(1).optional(),
    states: names.min(1).optional(),
    each: z.boolean().optional(),
    totals: z
      .array(z.strictObject({ column: name, is: z.array(z.string().max(300)).max(100) }))
      .max(50)
      .optional(),
    checks: z.array(check).max(100).optional(),
    passed: z
      .array(z.strictObject({ name: z.string().max(300), because: text }))
      .max(400)
      .optional(),
    where: z
      .array(z.strictObject({ latitude: name, longitude: name, in: name }))
      .max(20)
      .optional(),
    opens: z.enum(['rows', 'closed']),
    countedBy: z.enum(['state', 'mission']).optional(),
  })
  .superRefine((l, say) => {
    for (const says of oddities(l as Layout)) say.addIssue({ code: 'custom', message: says.says, path: says.at })
  })

interface Oddity {
  readonly at: (string | number)[]
  readonly says: string
}
/** What no single field shows: names that no column bears, a role given twice, a key that is closed. Asked of every layout, whoever wrote it. */
export const oddities = (l: Layout): readonly Oddity[] => {
  const found: Oddity[] = []
  const has = new Map(l.columns.toReversed().map(c => [c.name, c]))
  const known = (at: (string | number)[], column: string): void => {
    if (!has.has(column)) found.push({ at, says: `no column is named ${JSON.stringify(column)}` })
  }
  const roles = new Set<string>()
  for (const [i, c] of l.columns.entries()) {
    if (has.get(c.name) !== c) found.push({ at: ['columns', i, 'name'], says: `${JSON.stringify(c.name)} stands twice` })
    if (c.is && roles.has(c.is)) found.push({ at: ['columns', i, 'is'], says: `two columns are ${c.is}: at most one may be` })
    if (c.is && c.closed && l.opens === 'rows')
      found.push({ at: ['columns', i, 'is'], says: `a closed column cannot be asked by: leave "is" or "closed" out` })
    if (c.is) roles.add(c.is)
  }
  for (const [i, k] of l.key.entries()) {
    known(['key', i], k)
    if (has.get(k)?.closed && l.opens === 'rows')
      found.push({ at: ['key', i], says: `${k} is closed, and names the row: somebody could test a guess against it` })
  }
  if (l.file.form === 'csv' && l.file.years) for (const f of ['in', 'of'] as const) known(['file', 'years', f], l.file.years[f])
  const closed = (column: string): boolean => l.opens === 'rows' && has.get(column)?.closed === true
  if (l.file.form === 'csv' && l.file.years && closed(l.file.years.of))
    found.push({ at: ['file', 'years', 'of'], says: `${l.file.years.of} is closed: everybody would see which of its cells are filled` })
  for (const [i, p] of (l.part ?? []).entries()) {
    known(['part', i], p)
    if (closed(p))
      found.push({ at: ['part', i], says: `${p} is closed, and names a part of the table: somebody could test a guess against it` })
  }
  for (const [i, s] of (l.states ?? []).entries()) {
    known(['states', i], s)
    if (has.get(s)?.closed) found.push({ at: ['states', i], says: `${s} is closed: no row is found by it` })
  }
  for (const [i, a] of (l.adds ?? []).entries()) {
    known(['adds', i], a)
    if (closed(a)) found.push({ at: ['adds', i], says: `${a} is closed: everybody would read it in the sum` })
  }
  if (l.adds && roles.has('amount')) found.push({ at: ['adds'], says: 'a column is the amount already: nothing is added up beside it' })
  for (const [i, t] of (l.totals ?? []).entries()) {
    known(['totals', i, 'column'], t.column)
    if (closed(t.column))
      found.push({ at: ['totals', i, 'column'], says: `${t.column} is closed: everybody would see which rows are totals` })
  }
  for (const [i, w] of (l.where ?? []).entries()) for (const f of ['latitude', 'longitude', 'in'] as const) known(['where', i, f], w[f])
  for (const [i, c] of (l.checks ?? []).entries()) {
    if (c.check === 'sum')
      for (const [j, p] of [...c.parts, c.total].entries()) known(['checks', i, j < c.parts.length ? 'parts' : 'total'], p)
    else for (const p of c.check === 'rows' ? [c.of, ...c.by, c.total.column] : [c.name, c.code]) known(['checks', i], p)
  }
  return found
}

const LARGEST = 128 * 1024
/** Reads a declared layout, or says which field is wrong, and how. */
export const readLayout = (path: string): Layout => {
  let read: string
  try {
    read = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Failure(`The layout ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`, 'Check its name.', error)
  }
  if (Buffer.byteLength(read) > LARGEST)
    throw new Failure(
      `The layout ${path} is larger than ${LARGEST / 1024} KiB.`,
      'It goes on the ledger with the snapshot: shorten what it says.',
    )
  let json: unknown
  try {
    json = JSON.parse(read)
  } catch (error) {
    throw new Failure(`The layout ${path} is no JSON: ${(error as Error).message}.`, 'Mend it; docs/archive.md shows one.')
  }
  const parsed = Declared.safeParse(json)
  if (parsed.success) return parsed.data as Layout
  const says = parsed.error.issues.slice(0, 5).map(i => `${i.path.map(String).join('.') || 'the whole'}: ${told(i)}`)
  throw new Failure(`The layout ${path} cannot be used. ${says.join('; ')}.`, 'Mend these fields; docs/archive.md shows a layout.')
}
const told = (i: z.core.$ZodIssue): string =>
  i.code === 'unrecognized_keys'
    ? `nobody here knows ${i.keys
        .slice(0, 3)
        .map(k => JSON.stringify(k.slice(0, 40)))
        .join(', ')}`
    : i.code === 'invalid_value'
      ? `wanted one of ${i.values.map(String).join(', ')}`
      : i.code === 'invalid_type' && i.input === undefined
        ? 'is missing'
        : i.message.replace(/^Invalid input: /, '')
