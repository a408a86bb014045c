import type { Chapter } from '../kernel/chapter.ts'
import { authority } from './archive/authority.ts'
import { bases } from './archive/bases.ts'
import { concentration } from './archive/concentration.ts'
import { contributions } from './archive/contributions.ts'
import { fatalities } from './archive/fatalities.ts'
import { timeline } from './archive/timeline.ts'
import { women } from './archive/women.ts'
import { decide, doubts } from './decide.ts'
import { drawdown } from './drawdown.ts'
import { duties, FIRST_HOLDERS } from './duties.ts'
import { entries } from './entries.ts'
import { pledges } from './pledges.ts'
import { strength } from './strength.ts'

/** Forces: who was promised, who came, who left, and to whom each thing was handed. */
export const forces: Chapter = {
  name: 'forces',
  title: 'Forces',
  entries,
  duties,
  findings: [],
  firstHolders: FIRST_HOLDERS,
  decide,
  doubts,
  questions: [
    ...[pledges, strength, drawdown], // what its own entries tell
    ...[authority, timeline, contributions, concentration, women, fatalities, bases], // what published tables and texts tell
  ],
}
// ---- what another chapter may ask of strength by month
export { BY_CONTRIBUTOR, CONTRIBUTOR_NAMES, onRecord } from './archive/tables.ts'
export * as forcesPages from './pages/index.ts'
