import type { QuestionPage } from '../../paper/question-page.ts'
import { agreementPage } from './agreement.tsx'
import { agreementsPage } from './agreements.tsx'
import { calendarPage } from './calendar.tsx'
import { mandatePage, proposePage } from './mandate.tsx'
import { mandatesPage, tasksPage } from './mandates.tsx'
import { councilPage, textPage } from './text.tsx'

export { actWords, typeWords } from './words.ts'
/** The page of each question, by its name. */
export const questions: Readonly<Record<string, QuestionPage>> = {
  calendar: calendarPage as QuestionPage,
  mandates: mandatesPage as QuestionPage,
  mandate: mandatePage as QuestionPage,
  propose: proposePage as QuestionPage,
  text: textPage as QuestionPage,
  council: councilPage as QuestionPage,
  tasks: tasksPage as QuestionPage,
  agreements: agreementsPage as QuestionPage,
  agreement: agreementPage as QuestionPage,
}
