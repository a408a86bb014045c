// Where a figure stands: every answer from a published table says it.

/** How the day of a snapshot is known: its producer said it, it was fetched on it, or all that is known is when it was put on the record. */
export type DayBy = 'published' | 'fetched' | 'put on the record'
/** The day of a snapshot that was asked for although a later one stands, or by a day. */
export interface Stood {
  readonly day: string
  readonly by: DayBy
}
/** Where a figure stands: in whose table, as of which snapshot, and, where it is one row, in which snapshot and line that row was read. */
export interface Cites {
  readonly dataset: string
  /** As of this snapshot. */
  readonly snapshot: number
  readonly source: string
  /** How many rows it rests on. */
  readonly rows: number
  /** Of one row: the snapshot in which it was read first as it stands, and its line there. */
  readonly since: number | null
  readonly line: number | null
  /** Of a row: the file in which it was read. */
  readonly file?: string
  /** So many rows of that snapshot's file were not understood, and are not in the figure. None: it is not said. */
  readonly unread?: number
  /** Not the newest, or asked for by its day: when it was published. */
  readonly stood?: Stood
}
export type OfTable = Pick<Cites, 'dataset' | 'snapshot' | 'source' | 'unread' | 'stood'>
/** Of several rows of one table. */
export const citesOf = ({ dataset, snapshot, source, unread, stood }: OfTable, rows: number): Cites => ({
  ...{ dataset, snapshot, source, rows, ...(unread === undefined ? {} : { unread }), ...(stood === undefined ? {} : { stood }) },
  since: null,
  line: null,
})
/** In short, on a terminal. */
export const citedInWords = (c: Cites): string =>
  `${c.dataset}, snapshot ${c.snapshot}${c.stood ? ` (${stoodInWords(c.stood)})` : ''}${c.line === null ? `, ${c.rows} ${c.rows === 1 ? 'row' : 'rows'}` : `, line ${c.line}`}${c.unread ? `; ${unreadInWords(c.unread)}` : ''}`
export const stoodInWords = ({ day, by }: Stood): string => `${by} ${by === 'put on the record' ? 'on ' : ''}${day}`
export const unreadInWords = (n: number): string =>
  n === 1 ? '1 row of its file was not understood, and is not in it' : `${n} rows of its file were not understood, and are not in it`
