import type { Day } from '../day.ts'
import type { Door, Scalar } from '../rules/face.ts'
import type { Body, Marking } from './entry.ts'
import type { Refusal } from './refusal.ts'

/** One fact on its way to the ledger. Days of the world are integers; dates among the fields of the face are text. */
export interface Draft {
  readonly chapter: string
  readonly type: string
  readonly v: number
  readonly subject: string
  readonly occurredOn: Day
  readonly latest: Day
  readonly door: Door
  readonly is: Readonly<Record<string, Scalar>>
  /** Its marking, where none is given, is that of the subject. */
  readonly body: Omit<Body, 'marking'> & { readonly marking?: Marking | undefined }
  /** The subject's marking, as the writer believes it to be. A new subject takes it; a new one without a marking is strictly confidential. */
  readonly marking?: Marking | undefined
  /** How many entries the writer has seen on this subject; `any`: it does not matter. */
  readonly expect: number | 'any'
}
export interface Receipt {
  readonly id: string
  readonly seq: number
  readonly leaf: string
  readonly recordedAt: string
  /** It stood on the record already, with the same content: nothing was written. */
  readonly repeated: boolean
}
export type Outcome =
  | { readonly ok: true; readonly receipts: readonly Receipt[] }
  | { readonly ok: false; readonly refusal: Refusal; readonly index: number }
