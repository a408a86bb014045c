import { type As, type AsOf, type Cites, isNoAnswer, partsOf, rowNamed, spanOf } from '../../../archive/index.ts'
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
export const LIST = 'unsc-resolutions'
export const listedAs = async (db: Sql, symbol: string, as: AsOf): Promise<Listed | undefined> => {
  const row = await rowNamed(db, LIST, symbol, as(LIST))
  const cell = (column: string): string => row?.cells[column]?.trim() ?? ''
  return (
    row && { symbol, about: cell('Topic'), year: cell('Year'), on: spanOf(cell('Date'), { as: 'day' })?.from ?? null, cites: row.cites }
  )
}
/** As of when a table is asked, where it is not asked as it stands. */
export const thenInWords = ({ at, on }: As): string =>
  at !== undefined ? ` as of snapshot ${at}` : on !== undefined ? ` as published by ${toIso(on)}` : ''
/** That a text is not here, or was not then; what the list knows of it, and what puts it here. `dataset`: of the texts. */
export const notHeld = async (db: Sql, dataset: string, symbol: string, as: AsOf): Promise<string> => {
  const listed = await listedAs(db, symbol, as)
  const known = listed ? ` The list of resolutions has it, of ${listed.on === null ? listed.year : toIso(listed.on)}: ${listed.about}.` : ''
  const texts = await partsOf(db, dataset, [], as(dataset))
  const puts =
    isNoAnswer(texts) && texts.none === 'no such snapshot' ? texts.says : `peaceops archive add ${dataset} FOLDER puts texts there.`
  return `The text of ${symbol} is not on this record${thenInWords(as(dataset))}.${known} ${puts}`
}
