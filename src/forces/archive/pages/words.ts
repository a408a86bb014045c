import { isLang, type Lang } from '../../../paper/messages.ts'
import { ar } from './words/ar.ts'
import { en, type Words } from './words/en.ts'
import { fr } from './words/fr.ts'

const WORDS: Readonly<Record<Lang, Words>> = { en, fr, ar }
/** What the pages say that rest on published tables and texts. */
export const tablesOf = (lang: string): Words => (isLang(lang) ? WORDS[lang] : en)
