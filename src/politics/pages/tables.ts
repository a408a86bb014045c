import { isLang, type Lang } from '../../paper/messages.ts'
import { ar } from './tables/ar.ts'
import { en, type Words } from './tables/en.ts'
import { fr } from './tables/fr.ts'

const WORDS: Readonly<Record<Lang, Words>> = { en, fr, ar }
/** What the pages say that rest on published tables and texts. */
export const tablesOf = (lang: string): Words => (isLang(lang) ? WORDS[lang] : en)
