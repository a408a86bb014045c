import type { QuestionPage } from '../../paper/question-page.ts'
import { agreements } from '../agreements/archive/pages/agreements.tsx'
import { agreement, extend } from '../agreements/pages/agreement.tsx'
import { council } from '../council/archive/pages/council.tsx'
import { mandate } from '../council/archive/pages/mandate.tsx'
import { propose } from '../council/archive/pages/propose.tsx'
import { text } from '../council/archive/pages/text.tsx'
import { calendar } from '../council/pages/calendar.tsx'
import { mandates, tasks } from '../council/pages/mandates.tsx'

export { typeWords, wordsOf } from './words.ts'
/** The page of each question, by its name. */
export const questions: Readonly<Record<string, QuestionPage>> = {
  calendar,
  mandates,
  mandate,
  propose,
  text,
  council,
  tasks,
  agreements,
  agreement,
  extend,
}
