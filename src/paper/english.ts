import { edtfInWords } from './dates.tsx'

// What chapters say in English in every language, until somebody translates it: English is said rather than nothing.

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const plural = (n: number, what: string, many = `${what}s`): string => `${n} ${n === 1 ? what : many}`
/** A sentence of an answer, with its days as a page says them. */
export const withDays = (lang: string, text: string): string =>
  text.replace(/\b\d{4}-\d\d(-\d\d)?\b/g, day => edtfInWords(lang, day, 'short'))

/** A word of an answer, which is English there, in the language of the reader; as it is where nobody has said it. */
export const said = (words: Readonly<Record<string, string>>, english: string): string =>
  Object.hasOwn(words, english) ? words[english]! : english

/** What each type of entry is called: as a heading, and as one word on a calendar. */
export const typesInEnglish =
  <Type extends string>(types: Readonly<Record<Type, readonly [heading: string, verb: string]>>) =>
  (_lang: string, type: string): readonly [heading: string, verb: string] | undefined =>
    Object.hasOwn(types, type) ? types[type as Type] : undefined
