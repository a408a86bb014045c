import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import { amount, text } from '../kernel/ledger/fields.ts'
import { type Told, told } from '../kernel/ledger/told.ts'

/** Numbers as a source gives them; what it does not say is `null`, never nought. */
export interface Numbers {
  readonly military: number | null
  readonly police: number | null
  /** Where a source gives only one number for all. */
  readonly persons: number | null
}
/** Individual officers and formed units are both police. */
export const numbersOf = ({ face: { is } }: Told): Numbers => {
  const [police, formed] = [amount(is['police']), amount(is['formedPolice'])]
  return {
    military: amount(is['military']),
    police: police === null && formed === null ? null : (police ?? 0) + (formed ?? 0),
    persons: amount(is['persons']),
  }
}
/** A resolution may set a number for a later day; until then the older one holds. */
export const countsFrom = ({ face }: Told): Day => (typeof face.is['from'] === 'number' ? (face.is['from'] as Day) : face.occurredOn)

/** A ceiling of a whole mission as an entry of this record tells it, whether or not its text is here. */
export interface CeilingTold extends Numbers {
  readonly mission: string
  readonly symbol: string | null
  readonly from: Day
}
/** In the order of the days from which they count. */
export const ceilingsTold = async (db: Sql, on: Day, mission?: string): Promise<readonly CeilingTold[]> =>
  ((await told(db, { types: ['CeilingChanged'], chapters: ['forces'], on, mission })) ?? [])
    .filter(t => t.face.is['part'] === undefined && (mission ?? t.face.is['mission']) === t.face.is['mission'])
    .map(t => ({ mission: String(t.face.is['mission']), symbol: text(t.face.is['symbol']), from: countsFrom(t), ...numbersOf(t) }))
    .sort((a, b) => a.from - b.from)
