import { DATASET } from '../../archive/entries.ts'
import { isNoAnswer, type NoAnswer, type Table, table } from '../../archive/table.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { nowhere } from './asked.ts'
import { Problem } from './problem.ts'

// What of the archive was asked for, or the problem that says why it is not there.

export const tableOf = async (db: Sql, dataset: string): Promise<Table> => {
  const t = DATASET.test(dataset) ? await table(db, dataset) : undefined
  if (!t) throw nowhere()
  return t
}
export const answered = <T extends object>(answer: T | NoAnswer): T => {
  if (!isNoAnswer(answer)) return answer
  throw new Problem(answer.none === 'no such dataset' ? 404 : 400, answer.says)
}
/** A snapshot that stands, or a problem with the name of the field. */
export const snapshotIn = (t: Table, n: number | undefined, field: string, otherwise: number): number => {
  if (n === undefined) return otherwise
  if (n > t.latest) throw new Problem(400, `${field}: ${t.dataset} has snapshots 1 to ${t.latest}.`, field)
  return n
}
/** What was typed and cannot be read is a wrong call. */
export const typed = async <T>(field: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RangeError) throw new Problem(400, `${field}: ${error.message}.`, field)
    throw error
  }
}
