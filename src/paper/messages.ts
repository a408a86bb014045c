import { ar } from './messages/ar.ts'
import { en, type Messages } from './messages/en.ts'
import { fr } from './messages/fr.ts'

export type Lang = 'en' | 'fr' | 'ar'
export type Dir = 'ltr' | 'rtl'
/** Every language that has messages, in its own name; a language without them is not offered. */
export const LANGUAGES: Readonly<Record<Lang, string>> = { en: 'English', fr: 'Français', ar: 'العربية' }
export const isLang = (text: string | undefined): text is Lang => text !== undefined && Object.hasOwn(LANGUAGES, text)
export const dirOf = (lang: string): Dir => (lang === 'ar' ? 'rtl' : 'ltr')

const catalogues: Readonly<Record<Lang, Messages>> = { en, fr: { ...en, ...fr }, ar: { ...en, ...ar } }
/** A missing sentence is said in English rather than not at all. */
export const messagesFor = (lang: string): Messages => (isLang(lang) ? catalogues[lang] : en)
