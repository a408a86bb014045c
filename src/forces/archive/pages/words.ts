import { inLanguages } from '../../../paper/catalogue.ts'
import { ar } from './words/ar.ts'
import { en, type Words } from './words/en.ts'
import { fr } from './words/fr.ts'

/** What the pages say that rest on published tables and texts. */
export const tablesOf = inLanguages<Words>({ en, fr, ar })
