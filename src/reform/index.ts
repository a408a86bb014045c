import type { Chapter } from '../kernel/chapter.ts'
import { share } from './archive/share.ts'
import { decide, doubts } from './decide.ts'
import { duties, FIRST_HOLDERS } from './duties.ts'
import { entries } from './entries.ts'
import { promises } from './views.ts'

/** Reform: what was promised, who signed, and what is on record since. */
export const reform: Chapter = {
  name: 'reform',
  title: 'Reform',
  entries,
  duties,
  findings: [], // self-commitments ground none
  firstHolders: FIRST_HOLDERS,
  decide,
  doubts,
  questions: [promises, share],
}
export * as reformPages from './pages/index.ts'
