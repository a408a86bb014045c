import { z } from 'zod'
import { MARKINGS } from '../../kernel/ledger/entry.ts'
import { statesSaid } from '../../record/states-said.ts'

// What the API answers, declared once: the OpenAPI document is made from it, and tests hold every answer against it.

export const aDay = z.string().describe('YYYY-MM-DD')
const dayOrNone = aDay.nullable()
export const State = z
  .enum(['open', 'stopped', 'elapsing', 'overdue', 'silent', 'met', 'met late', 'waived', 'excused'])
  .meta({ id: 'State', description: `where an obligation stands on the day. ${statesSaid}` })
export const Binding = z
  .enum(['treaty', 'resolution', 'self-commitment', 'request', 'assumption'])
  .meta({ id: 'Binding', description: 'how firmly it binds' })
export const Standing = z
  .enum(['seen', 'second-hand', 'remembered', 'ours'])
  .meta({ id: 'Standing', description: 'how sure we are of the words: read in the text named, read at second hand, remembered, or ours' })
const row = {
  duty: z.string().describe('the duty, such as conduct.reply'),
  binding: Binding,
  standing: Standing.describe('how sure we are of the words of the duty'),
  limit: Standing.nullable().describe('how sure we are of its limit; null: it has no number and no day'),
  debtor: z.string().describe('who owes it: a State (GAB) or an office (un.oios)'),
  holder: z.string().nullable().describe('the office that holds the case'),
  subject: z.string().describe('the case'),
  mission: z.string().nullable(),
  opened: dayOrNone.describe('the day from which the clock counts'),
  due: dayOrNone.describe('the last day in time; null: there is none'),
  state: State,
  on: aDay.describe('the day as of which this is told'),
  disputed: z.boolean().describe('the debtor says that it was never served: nothing is concluded'),
  grounds: z.array(z.string()).describe('ids of the entries on which it rests'),
  why: z.array(z.string()).describe('the arithmetic, in sentences'),
}
export const BoardRow = z.strictObject(row).meta({ id: 'BoardRow', description: 'One obligation on one day' })
export const WhatIfRow = z
  .strictObject({
    ...row,
    state: State.nullable().describe('null: it would not be owed'),
    was: z.strictObject({ due: dayOrNone, state: State.nullable() }).describe('as it stands'),
  })
  .meta({ id: 'WhatIfRow', description: 'One obligation as it would read under another limit' })
export const FindingRow = z
  .strictObject({
    finding: z.string(),
    debtor: z.string(),
    mission: z.string(),
    since: aDay,
    grounds: z.array(z.string()).describe('obligations and statements on which it rests'),
    digest: z.string().describe('SHA-256 of the JCS text of `grounds`: what a decision names'),
    notes: z.array(z.string()).describe('what is to be read with it, wherever it is told: the notes of the sources of the grounds'),
  })
  .meta({ id: 'FindingRow', description: 'What the rulebook concludes; people decide' })
export const DiscrepancyRow = z
  .strictObject({
    rule: z.string(),
    period: z.string(),
    parts: z.number(),
    total: z.number(),
    difference: z.number(),
    sources: z.array(z.string()),
  })
  .meta({ id: 'DiscrepancyRow', description: 'Published figures that do not add up: both stay' })
const EntryLine = z
  .looseObject({
    id: z.string(),
    chapter: z.string(),
    type: z.string(),
    subject: z.string(),
    occurredOn: z.string().describe('EDTF'),
    marking: z.enum(MARKINGS),
    recordedAt: z.string(),
    recordedAfterDays: z.number().int().describe('days between the day and its recording: late recording is not late acting'),
    superseded: z.literal(true).optional().describe('a later entry says that it never was'),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Entry', description: 'One entry, as an interchange line (see /schema/interchange.json)' })
export const Case = z
  .strictObject({
    subject: z.string(),
    marking: z.enum(MARKINGS),
    on: aDay,
    part: z.literal(true).optional().describe('this reader is cleared for some States or missions: entries about others may be missing'),
    obligations: z.array(BoardRow),
    history: z.array(
      z.strictObject({
        duty: z.string(),
        debtor: z.string(),
        spans: z.array(z.strictObject({ from: aDay, state: State, due: dayOrNone, disputed: z.boolean() })),
      }),
    ),
    holders: z.array(z.strictObject({ office: z.string(), from: aDay, to: dayOrNone })),
    doubts: z.array(z.strictObject({ entry: z.string(), says: z.string() })),
    entries: z.array(EntryLine),
  })
  .meta({ id: 'Case' })
export const Book = z
  .looseObject({
    hash: z.string().describe('SHA-256 of the JCS text of the book'),
    adopted: z.array(z.strictObject({ from: aDay, hash: z.string() })),
    book: z.looseObject({ engine: z.number().int(), duties: z.array(z.looseObject({ duty: z.string(), binding: Binding })) }),
  })
  .meta({ id: 'Rulebook' })
export const ProblemShape = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    field: z.string().optional().describe('the parameter that it is about'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

export const paged = <T extends z.ZodType>(of: T) =>
  z.strictObject({ items: z.array(of), next: z.string().nullable().describe('cursor of the next page; null: this is the last') })
export const items = <T extends z.ZodType>(of: T) => z.strictObject({ items: z.array(of) })
export const WhatIfs = z.strictObject({
  says: z.string(),
  items: z.array(WhatIfRow).describe('a page may be short, or empty, and not be the last'),
  next: z.string().nullable().describe('cursor of the next page; null: this is the last'),
})
