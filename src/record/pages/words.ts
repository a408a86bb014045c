import { ar } from './words/ar.ts'
import { type Draft, en, type PageWords } from './words/en.ts'
import { fr } from './words/fr.ts'

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
