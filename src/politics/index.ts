import type { Chapter } from '../kernel/chapter.ts'
import { agreement } from './agreements/agreement.ts'
import { agreements } from './agreements/archive/agreements.ts'
import { extend } from './agreements/extend.ts'
import { council } from './council/archive/council.ts'
import { mandate } from './council/archive/mandate.ts'
import { propose } from './council/archive/propose.ts'
import { text } from './council/archive/texts.ts'
import { calendar } from './council/calendar.ts'
import { mandates } from './council/mandates.ts'
import { tasks } from './council/tasks.ts'
import { decide, doubts } from './decide.ts'
import { duties, FIRST_HOLDERS } from './duties.ts'
import { entries } from './entries.ts'

/** Politics first: what the Council mandates and asks to be told, and what parties agreed with each other. */
export const politics: Chapter = {
  name: 'politics',
  title: 'Politics first',
  entries,
  duties,
  findings: [], // reports bind no State, and agreements are the parties’ own
  firstHolders: FIRST_HOLDERS,
  decide,
  doubts,
  questions: [calendar, mandates, mandate, propose, text, tasks, agreements, agreement, extend, council],
}
export * as politicsPages from './pages/index.ts'
