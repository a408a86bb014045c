import { calendarPage } from './calendar.tsx'

export { typeWords, wordsOf } from './words.ts'
/** The page of each question, by its name. */
export const questions = { calendar: calendarPage }
