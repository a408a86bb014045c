import type { Chapter } from '../kernel/chapter.ts'
import { decide, doubts } from './decide.ts'
import { duties, FIRST_HOLDERS } from './duties.ts'
import { entries } from './entries.ts'
import { questions } from './views.ts'

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
  questions,
}
// ---- what another chapter may ask of strength by month
export { onRecord, reach } from './archive/held.ts'
export { monthOf } from './archive/month.ts'
export { BY_CONTRIBUTOR } from './archive/tables.ts'
export * as forcesPages from './pages/index.ts'
