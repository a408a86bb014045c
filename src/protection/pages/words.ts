import { inLanguages, typesIn } from '../../paper/catalogue.ts'
import { ar } from './words/ar.ts'
import { en, type Words } from './words/en.ts'
import { fr } from './words/fr.ts'

export const wordsOf = inLanguages<Words>({ en, fr, ar })

export const typeWords = typesIn(wordsOf)
