import type { Layout } from '../layout.ts'

/** A reader of its own: a file that is no table with headings. It gives cells in the order of its layout's columns. */
export type OwnReader = (
  layout: Layout,
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
  told: (says: string) => void,
) => AsyncIterable<OwnRow | { readonly line: number; readonly column: string | undefined; readonly says: string }>
export interface OwnRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly notes?: readonly string[]
}
