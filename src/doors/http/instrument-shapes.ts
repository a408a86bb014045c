import { z } from 'zod'
import { codeMeant, KINDS } from '../../record/instruments.ts'
import { aDay, Binding, BoardRow, Standing, State } from './shapes.ts'

// What the API answers of texts that oblige or promise.

export const InstrumentPath = z.strictObject({
  code: z
    .string()
    .refine(code => codeMeant(code) !== undefined)
    .overwrite(code => codeMeant(code) ?? code)
    .describe('the text, such as S-RES-2719; /instruments lists them'),
})
const row = {
  code: z.string().describe('its name here, such as S-RES-2719: also the subject on which it is told of, where it is'),
  name: z.string(),
  symbol: z.string().nullable(),
  kind: z.enum(KINDS).describe('`none`: no text, an assumption of this rulebook'),
  each: z.boolean().describe('not one text, but each that an entry names'),
  binds: z.string().describe('who is bound, and how'),
  standing: Standing.describe('how sure we are of its text as a whole'),
  notRead: z.string().describe('what of it we have not read'),
  duties: z.array(z.string()).describe('duties of the rulebook that cite it'),
  findings: z.array(z.string()).describe('findings of the rulebook that cite it'),
}
export const InstrumentRow = z
  .strictObject({ ...row, paragraphs: z.number().int().describe('how many of its paragraphs are typed here') })
  .meta({ id: 'InstrumentRow', description: 'A text that obliges or promises' })
const Limit = z.strictObject({
  n: z.number(),
  unit: z.enum(['working days', 'days', 'months', 'per cent']),
  standing: Standing.describe('how sure we are of the number'),
  every: z.boolean().describe('the period of what comes back'),
})
const Paragraph = z.strictObject({
  at: z.string().nullable().describe('its number in the text; null: not read, or none'),
  of: z.string().describe('of whom it asks'),
  asks: z.string().describe('what it asks, in words of ours'),
  limit: Limit.nullable(),
  as: z.string().nullable().describe('through whom we know it, where the text itself was not read'),
  quote: z.string().nullable().describe('its words, as the source prints them'),
  binding: Binding,
  standing: Standing.describe('how sure we are of its words'),
  source: z.strictObject({ title: z.string(), url: z.string().optional() }),
  rules: z.array(z.string()),
  duties: z.array(z.string()),
  findings: z.array(z.string()),
})
const Told = z.strictObject({
  subject: z.string(),
  type: z.string(),
  on: z.string().describe('EDTF'),
  says: z.string().nullable().describe('null: there is no sentence, or it is not public'),
  source: z.strictObject({ title: z.string(), standing: Standing, url: z.string().optional() }).nullable(),
})
export const Instrument = z
  .strictObject({
    ...row,
    paragraphs: z.array(Paragraph).describe('what it asks; of the United Nations first'),
    became: z.strictObject({
      on: aDay,
      says: z.string().nullable().describe('“Nothing on this record”, which is not failure; null: there is something'),
      counts: z.partialRecord(State, z.number().int()).describe('obligations by where they stand; 1001: more than 1,000'),
      obligations: z.array(BoardRow).describe('the first 50, in the order of the board'),
      more: z.boolean().describe('there are more: /board?duty= walks them'),
      findings: z.number().int().describe('findings that stand and rest on it; /findings has them. 51: more than 50'),
      told: z.array(Told).describe('what is told of the text itself'),
    }),
  })
  .meta({ id: 'Instrument', description: 'What a text asks, of whom, and what became of it' })
