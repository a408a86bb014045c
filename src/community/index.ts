import type { Chapter } from '../kernel/chapter.ts'
import { decide, doubts } from './decide.ts'
import { duties, FIRST_HOLDER } from './duties.ts'
import { entries } from './entries.ts'
import { service } from './views.ts'

/** Answering to communities: what people told a mission, and what they were told back. */
export const community: Chapter = {
  name: 'community',
  title: 'Answering to communities',
  entries,
  duties,
  findings: [],
  firstHolders: [FIRST_HOLDER],
  decide,
  doubts,
  questions: [service],
}
export * as communityPages from './pages/index.ts'
