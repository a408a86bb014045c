import type { QuestionPage } from '../../paper/question-page.ts'
import { authority } from '../archive/pages/authority.tsx'
import { bases } from '../archive/pages/bases.tsx'
import { concentration } from '../archive/pages/concentration.tsx'
import { contributions } from '../archive/pages/contributions.tsx'
import { fatalities } from '../archive/pages/fatalities.tsx'
import { timeline } from '../archive/pages/timeline.tsx'
import { women } from '../archive/pages/women.tsx'
import { drawdown } from './drawdown.tsx'
import { pledges } from './pledges.tsx'
import { strength } from './strength.tsx'

export { typeWords, wordsOf } from './words.ts'
/** The page of each question, by its name. */
export const questions: Readonly<Record<string, QuestionPage>> = {
  ...{ pledges, strength, drawdown },
  ...{ authority, timeline, contributions, concentration, women, fatalities, bases },
}
