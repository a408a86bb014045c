import { z } from 'zod'
import { aDay, count, entry, type FacesOf, words } from '../kernel/ledger/entry-type.ts'

/** What can happen in the archive: somebody's published table was put on the record as it stood. */
export const entries = {
  SnapshotAdded: entry(
    'A published table was kept as it stood in one file; `hash`: SHA-256 of its bytes; `notUnderstood`: rows left out. Its rows do not travel with this entry.',
    {
      dataset: words,
      layout: words,
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'SHA-256 in hex')
        .describe('SHA-256, 64 hex digits'),
      rows: count,
      notUnderstood: count,
      asPublished: aDay.optional(),
      fetchedOn: aDay.optional(),
    },
  ),
}
export type Archived = FacesOf<typeof entries>
/** One subject for each table: its snapshots, in the order in which they were added. */
export const subjectOf = (dataset: string): string => `DATASET-${dataset}`
export const DATASET = /^[a-z0-9][a-z0-9-]{0,60}$/
