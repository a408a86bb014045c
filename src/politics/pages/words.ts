import { isLang, type Lang } from '../../paper/messages.ts'
import { ar } from './words/ar.ts'
import { en, type Types, type Words } from './words/en.ts'
import { fr } from './words/fr.ts'

const WORDS: Readonly<Record<Lang, Words>> = { en, fr, ar }
export const wordsOf = (lang: string): Words => (isLang(lang) ? WORDS[lang] : en)

export const typeWords = (lang: string, type: string): readonly [heading: string, verb: string] | undefined => {
  const { types } = wordsOf(lang)
  return Object.hasOwn(types, type) ? types[type as keyof Types] : undefined
}
export const headingOf = (lang: string, type: string): string =>
  typeWords(lang, type)?.[0] ?? (type === 'DeadlineExtended' ? wordsOf(lang).moreTime : type)
