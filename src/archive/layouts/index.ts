import type { Layout } from '../layout.ts'
import { COUNCIL_LAYOUTS } from './council.ts'
import { GEO_PKO_LAYOUTS } from './geo-pko.ts'
import { idealPoints, idealPointsByYear } from './ideal-points.ts'
import { IPI_LAYOUTS } from './ipi.ts'
import { paxAgreements, paxTexts } from './pa-x.ts'
import { PACT_LAYOUTS } from './pact.ts'
import { adminAreas, pcodes } from './pcodes.ts'
import { PEMA_LAYOUTS } from './pema.ts'
import { resolutionTexts } from './resolution-texts.ts'
import { SEA_LAYOUTS } from './sea.ts'
import { UCDP_LAYOUTS } from './ucdp.ts'
import { UN_CONTRIBUTIONS_LAYOUTS } from './un-contributions.ts'
import { unFatalities } from './un-fatalities.ts'
import { UN_OPERATIONS_LAYOUTS } from './un-operations.ts'

/** Every layout that this version brings. A reader may bring more, as data. */
export const LAYOUTS: readonly Layout[] = [
  ...IPI_LAYOUTS,
  ...UN_CONTRIBUTIONS_LAYOUTS,
  unFatalities,
  ...UN_OPERATIONS_LAYOUTS,
  ...PEMA_LAYOUTS,
  ...COUNCIL_LAYOUTS,
  resolutionTexts,
  ...PACT_LAYOUTS,
  paxAgreements,
  paxTexts,
  ...UCDP_LAYOUTS,
  ...GEO_PKO_LAYOUTS,
  pcodes,
  adminAreas,
  idealPoints,
  idealPointsByYear,
  ...SEA_LAYOUTS,
]
export const layoutsOf = (dataset: string): readonly Layout[] => LAYOUTS.filter(l => l.dataset === dataset)
