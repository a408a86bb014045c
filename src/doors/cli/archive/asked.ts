import { datasets } from '../../../archive/datasets.ts'
import { type Table, table } from '../../../archive/table.ts'
import { type Withdrawn, withdrawnInWords } from '../../../archive/withdrawn.ts'
import { Failure } from '../../../kernel/database/failure.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import { nearest } from '../../../record/spelling.ts'
import { text } from '../asking.ts'
import { type Call, Usage } from '../command.ts'

// What all that is asked of the archive reads from the call, and how it says so much of so many.

export type Sub = (call: Call, words: readonly string[]) => Promise<number>

export const none = (words: readonly string[]): void => {
  if (words.length) throw new Usage(`Unexpected: ${words.join(' ').slice(0, 80)}.`)
}
export const oneDataset = (words: readonly string[], most: number): string => {
  if (words[0] === undefined || words.length > most) throw new Usage('One dataset is wanted.')
  return words[0]
}
export const opened = async (db: Sql, dataset: string): Promise<Table> => {
  const t = await table(db, dataset)
  if (!t) throw await unknown(db, dataset)
  return t
}
export const unknown = async (db: Sql, dataset: string): Promise<Failure> =>
  new Failure(
    `No dataset ${JSON.stringify(dataset.slice(0, 80))} is on this record${nearest(
      dataset,
      (await datasets(db)).map(d => d.dataset),
    )}.`,
    'peaceops archive list names those that are; peaceops archive add puts one there.',
  )
export const snapshotNumber = (word: string, t: Table): number => {
  if (!/^[1-9]\d{0,8}$/.test(word) || Number(word) > t.latest)
    throw new Usage(`${JSON.stringify(word.slice(0, 40))} is no snapshot of ${t.dataset}: it has 1 to ${t.latest}.`)
  return Number(word)
}
export const numbered = (call: Call, option: string, most: number): number | undefined => {
  const value = text(call, option)
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(value) || Number(value) > most) throw new Usage(`--${option} ${value}: a number from 1 to ${most} is wanted.`)
  return Number(value)
}
export const limit = (call: Call): number => numbered(call, 'limit', 100_000) ?? 100
/** What somebody typed and cannot be read is a wrong call. */
export const cursorHeld = async <T>(ask: () => Promise<T>, such: () => Promise<string> = async () => ''): Promise<T> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof RangeError) throw new Usage(`${error.message[0]!.toUpperCase()}${error.message.slice(1)}.${await such()}`)
    throw error
  }
}
export const n = (x: number): string => x.toLocaleString('en')
export const rowsOf = (x: number): string => `${n(x)} ${x === 1 ? 'row' : 'rows'}`
export const taken = (w: Withdrawn | null | undefined): string => (w ? `  (${withdrawnInWords(w)})` : '')
