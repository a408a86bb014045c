import type pg from 'pg'
import type { Record } from '../dist/record/record.js'

export interface Bench {
  readonly smoke: boolean
  /** A fresh record in a database of its own. */
  fresh(name: string): Promise<{ readonly record: Record; readonly owner: pg.Pool }>
  say(line: string): void
}
