import { events } from '../archive/pages/events.tsx'
import { rate } from './rate.tsx'

export { typeWords, wordsOf } from './words.ts'
/** The page of each question, by its name. */
export const questions = { rate, events }
