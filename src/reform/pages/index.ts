import { promisesPage } from './promises.tsx'
import { sharePage } from './share-page.tsx'

export { typeWords } from './words.ts'
/** The page of each question, by its name. */
export const questions = { promises: promisesPage, share: sharePage }
