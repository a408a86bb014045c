import type { QuestionPage } from '../../paper/question-page.ts'
import { agreementPage, agreementsPage } from './agreement.tsx'
import { calendarPage } from './calendar.tsx'
import { mandatesPage, tasksPage } from './mandates.tsx'

export { actWords, typeWords } from './words.ts'
/** The page of each question, by its name. */
export const questions: Readonly<Record<string, QuestionPage>> = {
  calendar: calendarPage as QuestionPage,
  mandates: mandatesPage as QuestionPage,
  tasks: tasksPage as QuestionPage,
  agreements: agreementsPage as QuestionPage,
  agreement: agreementPage as QuestionPage,
}
