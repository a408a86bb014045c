import { type Day, edtf, FOREVER, LONG_AGO } from '../../kernel/day.ts'
import { type Entry, edtfOf } from '../../kernel/ledger/entry.ts'
import { typesIn } from '../../paper/catalogue.ts'
import { edtfInWords } from '../../paper/dates.tsx'
import { ar } from './words/ar.ts'
import { en, type Words } from './words/en.ts'
import { fr } from './words/fr.ts'

const catalogues: Readonly<Record<string, Words>> = { en, fr: { ...en, ...fr }, ar: { ...en, ...ar } }
/** A missing sentence is said in English rather than not at all. */
export const wordsFor = (lang: string): Words => (Object.hasOwn(catalogues, lang) ? catalogues[lang]! : en)

/** The heading of an entry, and the one word for it on a calendar. */
export const typeWords = typesIn(wordsFor)
/** What is owed, in the reader's language where this chapter has words for it. */
export const actWords = (lang: string, duty: string, act: string): string => {
  const { acts } = wordsFor(lang)
  return Object.hasOwn(acts, duty) ? acts[duty]! : act
}

/** The day on which an entry is first on the page: the earliest on which it can have happened, or, where nobody bounds that, the latest. */
export const bornOn = ({ face: f }: Pick<Entry, 'face'>): Day => (f.occurredOn === LONG_AGO ? f.latest : f.occurredOn)

/** The days of an entry as its source knew them: from month to month where they are whole months. */
export const edtfText = (e: Pick<Entry, 'written'>): string => {
  const text = edtfOf(e.written),
    [from, to] = text.split('/') as [string, string?]
  if (to === undefined || from.length < 10 || to.length < 10 || !from.endsWith('-01')) return text
  return edtf(to.slice(0, 7)).latest === edtf(to).latest ? `${from.slice(0, 7)}/${to.slice(0, 7)}` : text
}
/** When it happened, with its preposition: on 7 September 2021; in April 2018; on or before 23 April 2018. */
export const whenOf = (lang: string, e: Entry): string => {
  const text = edtfText(e),
    said = edtfInWords(lang, text, 'long')
  if (e.face.occurredOn === LONG_AGO && e.face.latest === FOREVER) return said
  return wordsFor(lang).at(said, text.includes('/') ? 'range' : text.length === 10 ? 'day' : 'month')
}
