import type { QuestionPage } from '../../paper/question-page.ts'
import { agreements } from '../archive/pages/agreements.tsx'
import { council } from '../archive/pages/council.tsx'
import { mandate } from '../archive/pages/mandate.tsx'
import { propose } from '../archive/pages/propose.tsx'
import { text } from '../archive/pages/text.tsx'
import { agreement, extend } from './agreement.tsx'
import { calendar } from './calendar.tsx'
import { mandates, tasks } from './mandates.tsx'

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
