import { isLang, type Lang } from './messages.ts'

// What is said in each language this house speaks.

/** The words of the reader's language; of any other, the English. */
export const inLanguages =
  <W>(words: Readonly<Record<Lang, W>>) =>
  (lang: string): W =>
    isLang(lang) ? words[lang] : words.en

type Called = readonly [heading: string, verb: string]
/** What each type of entry is called in it: as a heading, and as one word on a calendar. */
export const typesIn =
  (wordsOf: (lang: string) => { readonly types: Readonly<Record<string, Called>> }) =>
  (lang: string, type: string): Called | undefined => {
    const { types } = wordsOf(lang)
    return Object.hasOwn(types, type) ? types[type] : undefined
  }
