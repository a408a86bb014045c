import type { Cites } from '../../archive/index.ts'

// What is told of events: the sum, its parts, or why there is none.

export interface Count {
  readonly is: 'count'
  readonly by: string
  /** The year, the month, the type; of an area its p-code, or its name where none was found. null: the table names none. */
  readonly what: string | null
  /** As it is to be read: an area's name in the list of p-codes. */
  readonly name: string
  /** Of an area: the names under which the table has it, and how each was matched. */
  readonly as: readonly { readonly name: string; readonly how: string }[]
  readonly events: number
  /** The producer's best estimate; null: withheld, or none. */
  readonly deaths: number | null
  readonly withheld: string | null
  /** Rows of one name that were not counted twice. */
  readonly repeated: number
  readonly cites: Cites
}
export interface Total {
  readonly is: 'total'
  readonly country: string
  readonly name: string
  readonly by: string
  readonly events: number
  readonly deaths: number | null
  readonly from: string | null
  readonly to: string | null
  readonly said: readonly string[]
  readonly cites: Cites | null
}
export interface None {
  readonly is: 'none'
  readonly says: string
}
export type EventRow = Total | Count | None
