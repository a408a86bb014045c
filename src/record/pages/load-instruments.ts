import { PUBLIC } from '../../kernel/access/reader.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { inForce, type Rulebook } from '../../kernel/rules/rulebook.ts'
import { became, type Instrument, instrumentOf, instruments } from '../instruments.ts'
import { lawOf } from '../law.ts'
import { facesBehind } from './drawing.ts'
import type { InstrumentView } from './instrument-page.tsx'
import type { View } from './view.ts'

// What the pages of texts need, asked as the public, under the book of the day of the page.

const bookOf = async (db: Sql, v: View): Promise<Rulebook | undefined> => inForce((await lawOf(db, v.knownAt)).adopted, v.on)?.book

export const loadInstruments = async (db: Sql, v: View): Promise<readonly Instrument[] | undefined> => {
  const book = await bookOf(db, v)
  return book && instruments(book)
}
export const loadInstrument = async (db: Sql, v: View, code: string): Promise<InstrumentView | undefined> => {
  const book = await bookOf(db, v),
    text = book && instrumentOf(code, book)
  if (!text) return undefined
  const then = await became(db, PUBLIC, code, v.on, v.knownAt)
  return { text, became: then, faces: await facesBehind(db, then.owed) }
}
