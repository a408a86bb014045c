import type { QuestionPage } from '../../paper/question-page.ts'
import { authorityPage } from './authority-page.tsx'
import { basesPage } from './bases-page.tsx'
import { concentrationPage } from './concentration-page.tsx'
import { contributionsPage } from './contributions-page.tsx'
import { drawdownPage } from './drawdown-page.tsx'
import { fatalitiesPage } from './fatalities-page.tsx'
import { pledgesPage } from './pledges-page.tsx'
import { strengthPage } from './strength-page.tsx'
import { timelinePage } from './timeline-page.tsx'
import { womenPage } from './women-page.tsx'

export { typeWords } from './words.ts'
/** A page for each question, by its name. */
export const questions: Readonly<Record<string, QuestionPage>> = {
  pledges: pledgesPage as QuestionPage,
  strength: strengthPage as QuestionPage,
  drawdown: drawdownPage as QuestionPage,
  authority: authorityPage as QuestionPage,
  timeline: timelinePage as QuestionPage,
  contributions: contributionsPage as QuestionPage,
  concentration: concentrationPage as QuestionPage,
  women: womenPage as QuestionPage,
  fatalities: fatalitiesPage as QuestionPage,
  bases: basesPage as QuestionPage,
}
