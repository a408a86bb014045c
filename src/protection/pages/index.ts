import { events } from './events.tsx'
import { rate } from './rate.tsx'

export { actWords, typeWords } from './words.ts'
/** The page of each question, by its name. */
export const questions = { rate, events }
