import type { QuestionPage } from '../../paper/question-page.ts'
import { drawdownPage } from './drawdown-page.tsx'
import { pledgesPage } from './pledges-page.tsx'
import { strengthPage } from './strength-page.tsx'

export { actWords, typeWords } from './words.ts'
/** A page for each question, by its name. */
export const questions: Readonly<Record<string, QuestionPage>> = {
  pledges: pledgesPage as QuestionPage,
  strength: strengthPage as QuestionPage,
  drawdown: drawdownPage as QuestionPage,
}
