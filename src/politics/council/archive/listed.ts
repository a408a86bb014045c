import { type Cites, rowNamed, spanOf } from '../../../archive/index.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import { type Day, toIso } from '../../../kernel/day.ts'

// What the list of resolutions says of one whose text may not be on this record: that it exists, its subject, and, where it has one, its day.

export interface Listed {
  readonly symbol: string
  readonly about: string
  readonly year: string
  /** The list has days only for its last ones. */
  readonly on: Day | null
  readonly cites: Cites
}
export const listedAs = async (db: Sql, symbol: string): Promise<Listed | undefined> => {
  const row = await rowNamed(db, 'unsc-resolutions', symbol)
  const cell = (column: string): string => row?.cells[column]?.trim() ?? ''
  return (
    row && { symbol, about: cell('Topic'), year: cell('Year'), on: spanOf(cell('Date'), { as: 'day' })?.from ?? null, cites: row.cites }
  )
}
/** That a text is not here, what the list knows of it, and what puts it here. */
export const notHeld = async (db: Sql, symbol: string): Promise<string> => {
  const listed = await listedAs(db, symbol)
  const known = listed ? ` The list of resolutions has it, of ${listed.on === null ? listed.year : toIso(listed.on)}: ${listed.about}.` : ''
  return `The text of ${symbol} is not on this record.${known} peaceops archive add unsc-texts FOLDER puts texts there.`
}
