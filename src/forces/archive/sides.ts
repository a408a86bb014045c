import type { Counts, Sort } from '../../archive/index.ts'

/** What is counted together with what: a military ceiling holds observers and staff officers, a police ceiling units and individuals. */
export const SIDE: Readonly<Record<Sort, 'military' | 'police'>> = {
  troops: 'military',
  'staff officers': 'military',
  'experts on mission': 'military',
  police: 'police',
  'formed police units': 'police',
  'individual police': 'police',
}
/** Military and police as ceilings count them; `null`: the table tells nothing of that side. */
export interface Sides {
  readonly military: number | null
  readonly police: number | null
}
export const sidesOf = ({ sorts }: Pick<Counts, 'sorts'>): Sides => {
  const of = (side: keyof Sides): number | null => {
    const theirs = [...sorts].filter(([sort]) => SIDE[sort] === side)
    return theirs.length ? theirs.reduce((sum, [, n]) => sum + n, 0) : null
  }
  return { military: of('military'), police: of('police') }
}
