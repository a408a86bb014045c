import { ar } from './words/ar.ts'
import { en, type PageWords } from './words/en.ts'
import { fr } from './words/fr.ts'

/** A draft lays its sentences over the English ones, group by group; what it lacks is said in English. */
export type Draft = {
  readonly [K in keyof PageWords]?: PageWords[K] extends (...a: never[]) => unknown ? PageWords[K] : Partial<PageWords[K]>
}
const over = (draft: Draft): PageWords => {
  const laid: Record<string, unknown> = { ...en }
  for (const [key, value] of Object.entries(draft)) {
    const base = en[key as keyof PageWords]
    laid[key] = typeof value === 'object' && !Array.isArray(value) ? { ...(base as object), ...value } : value
  }
  return laid as PageWords
}
const catalogues: Readonly<Record<string, PageWords>> = { en, fr: over(fr), ar: over(ar) }
export const wordsOf = (lang: string): PageWords => (Object.hasOwn(catalogues, lang) ? catalogues[lang]! : en)
