import type { Chapter } from '../kernel/chapter.ts'
import { decide, doubts } from './decide.ts'
import { duties, FIRST_HOLDERS } from './duties.ts'
import { entries } from './entries.ts'
import { calendar } from './views.ts'

/** Partnerships: what the United Nations and regional organisations, above all the African Union, promised each other. */
export const partners: Chapter = {
  name: 'partners',
  title: 'Partnerships',
  entries,
  duties,
  findings: [], // nothing here binds a State by treaty or by a decision of the Council
  firstHolders: FIRST_HOLDERS,
  decide,
  doubts,
  questions: [calendar],
}
export * as partnersPages from './pages/index.ts'
