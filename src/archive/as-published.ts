import { day } from '../kernel/day.ts'
import type { As } from './table.ts'

// Whoever asks a question that rests on published tables may ask it of the tables as they stood then. One pair of options for all.

export const AS_PUBLISHED = {
  'as-published': { value: 'DAY', says: 'by the tables as they had been published on that day; default: as they stand' },
  snapshot: { value: 'TABLE:N', says: 'by this table as of its snapshot N, such as ipi-gender:1' },
} as const
export const SNAPSHOT = /^([a-z0-9][a-z0-9-]{0,60}):([1-9]\d{0,8})$/

/** As of which snapshot a table is asked. */
export type AsOf = (dataset: string) => As
/** `options`: as the doors have read them. */
export const asPublished = (options: { readonly [option: string]: string }): AsOf => {
  const published = options['as-published']
  const on = published === undefined ? undefined : day(published)
  const [, named, nth] = SNAPSHOT.exec(options['snapshot'] ?? '') ?? []
  return dataset => (dataset === named ? { at: Number(nth) } : { on })
}
