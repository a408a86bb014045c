import { said } from '../../paper/english.ts'
import { isLang, type Lang, messagesFor } from '../../paper/messages.ts'
import { number } from '../../paper/numbers.ts'
import type { Days } from '../days-between.ts'
import { ar } from './words/ar.ts'
import { en, type Types, type Words } from './words/en.ts'
import { fr } from './words/fr.ts'

const WORDS: Readonly<Record<Lang, Words>> = { en, fr, ar }
export const wordsOf = (lang: string): Words => (isLang(lang) ? WORDS[lang] : en)

export const typeWords = (lang: string, type: string): readonly [heading: string, verb: string] | undefined => {
  const { types } = wordsOf(lang)
  return Object.hasOwn(types, type) ? types[type as keyof Types] : undefined
}
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
