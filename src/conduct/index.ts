import type { Chapter } from '../kernel/chapter.ts'
import { decide, doubts } from './decide.ts'
import { duties, FIRST_HOLDER, findings } from './duties.ts'
import { entries } from './entries.ts'

/** Conduct and discipline: what is alleged of personnel, and what became of it. */
export const conduct: Chapter = {
  name: 'conduct',
  title: 'Conduct and discipline',
  entries,
  duties,
  findings,
  firstHolders: [FIRST_HOLDER],
  decide,
  doubts,
}
export * as conductPages from './pages/index.ts'
export { type Discrepancy, type Figure, reconcile } from './reconcile.ts'
export { figuresNaming, type Published, subjectsNaming } from './views.ts'
