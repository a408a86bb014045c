import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import { asTold } from '../kernel/ledger/told.ts'
import { subjectOf } from './entries.ts'

// An entry that tells of a snapshot may be superseded like any other: added under a wrong name or day, or a file that was none of the
// producer's. Its rows stay, marked, and nobody is answered from them who does not ask for that very snapshot.

export interface Withdrawn {
  /** The place of the superseding entry on the ledger. */
  readonly position: number
  readonly on: string
  /** Why, where it says so and this reader may see it. */
  readonly says: string | null
}
const [FIRST, BEHIND] = [subjectOf(''), 'DATASET.']

/** By the id of a snapshot's entry: what took it back. A correction can itself be corrected. Of one table, or of all. */
export const withdrawals = async (
  db: Sql,
  { dataset, knownAt }: { readonly dataset?: string | undefined; readonly knownAt?: number | undefined },
): Promise<ReadonlyMap<string, Withdrawn>> => {
  const [where, values] =
    dataset === undefined ? ['e.subject > $2 and e.subject < $3', [FIRST, BEHIND]] : ['e.subject = $2', [subjectOf(dataset)]]
  const { rows } = await db.executeQuery<{ seq: number; face: string; json: string | null }>(
    CompiledQuery.raw(
      `select e.seq, e.face, b.json from entry e left join lateral (select json from body where ledger = 1 and seq = e.seq offset 0) b on true
       where e.ledger = 1 and ${where} and e.type = 'EntrySuperseded' and e.seq <= $1 order by e.seq desc limit 10000`,
      [knownAt ?? Number.MAX_SAFE_INTEGER, ...values],
    ),
  )
  const gone = new Map<string, Withdrawn>()
  for (const { face, on, says } of rows.map(asTold))
    if (!gone.has(face.id)) gone.set(String(face.is['entry']), { position: face.seq, on, says })
  return gone
}
export const withdrawnInWords = ({ position, on, says }: Withdrawn): string =>
  `withdrawn by entry ${position}, on ${on}: ${says ?? 'no reason is given'}`
