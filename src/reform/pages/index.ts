import { sharePage } from '../archive/pages/share-page.tsx'
import { promisesPage } from './promises.tsx'

export { typeWords, wordsOf } from './words.ts'
/** The page of each question, by its name. */
export const questions = { promises: promisesPage, share: sharePage }
