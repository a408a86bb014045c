import type { QuestionPage } from '../../paper/question-page.ts'
import { agreement, extend } from '../agreements/pages/agreement.tsx'
import { agreements } from '../archive/pages/agreements.tsx'
import { council } from '../archive/pages/council.tsx'
import { mandate } from '../archive/pages/mandate.tsx'
import { propose } from '../archive/pages/propose.tsx'
import { text } from '../archive/pages/text.tsx'
import { calendar } from '../council/pages/calendar.tsx'
import { mandates, tasks } from '../council/pages/mandates.tsx'

export { typeWords } from './words.ts'
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
