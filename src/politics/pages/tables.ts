import { inLanguages } from '../../paper/catalogue.ts'
import { ar } from './tables/ar.ts'
import { en, type Words } from './tables/en.ts'
import { fr } from './tables/fr.ts'

/** What the pages say that rest on published tables and texts. */
export const tablesOf = inLanguages<Words>({ en, fr, ar })
