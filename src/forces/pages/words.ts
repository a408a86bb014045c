import { inLanguages, typesIn } from '../../paper/catalogue.ts'
import { said } from '../../paper/english.ts'
import { messagesFor } from '../../paper/messages.ts'
import { number } from '../../paper/numbers.ts'
import type { Days } from '../days-between.ts'
import { ar } from './words/ar.ts'
import { en, type Types, type Words } from './words/en.ts'
import { fr } from './words/fr.ts'

export const wordsOf = inLanguages<Words>({ en, fr, ar })

export const typeWords = typesIn(wordsOf)
const TYPES = Object.keys(en.types) as readonly (keyof Types)[]
/** A step of the road, which an answer tells by its verb. */
export const stepWords = (lang: string, step: string): string => {
  const { arrivals, types } = wordsOf(lang),
    type = TYPES.find(t => en.types[t][1] === step)
  return type ? types[type][1] : said(arrivals, step)
}
/** Days between two days, least and most. */
export const daysSaid = (lang: string, d: Days): string => {
  const m = messagesFor(lang)
  return d === null ? m.daysUnknown : d[0] === d[1] ? m.days(d[0]) : wordsOf(lang).fromTo(number(lang, d[0]), m.days(d[1]))
}
