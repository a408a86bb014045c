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
