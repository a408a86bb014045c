import type { Chapter } from '../kernel/chapter.ts'
import { events } from './archive/events.ts'
import { decide, doubts } from './decide.ts'
import { duties, FIRST_HOLDER } from './duties.ts'
import { entries } from './entries.ts'
import { rate } from './views.ts'

/** Protection of civilians: who warned, who answered, and how it ended. */
export const protection: Chapter = {
  name: 'protection',
  title: 'Protection of civilians',
  entries,
  duties,
  findings: [],
  firstHolders: [FIRST_HOLDER],
  decide,
  doubts,
  questions: [rate, events],
}
export * as protectionPages from './pages/index.ts'
