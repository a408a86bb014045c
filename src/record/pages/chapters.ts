import { archivePages } from '../../archive/index.ts'
import { communityPages } from '../../community/index.ts'
import { conductPages } from '../../conduct/index.ts'
import { forcesPages } from '../../forces/index.ts'
import type { Chapter } from '../../kernel/chapter.ts'
import type { Entry } from '../../kernel/ledger/entry.ts'
import type { CaseTold, CaseWords } from '../../paper/case-title.ts'
import { isLang, messagesFor } from '../../paper/messages.ts'
import type { QuestionPage } from '../../paper/question-page.ts'
import { partnersPages } from '../../partners/index.ts'
import { politicsPages } from '../../politics/index.ts'
import { protectionPages } from '../../protection/index.ts'
import { reformPages } from '../../reform/index.ts'
import { ACTS } from './words/acts.ts'
import { wordsOf } from './words.ts'

// What the chapters say on pages. A chapter more is a line more.

const PAGES = [conductPages, communityPages, forcesPages, protectionPages, politicsPages, partnersPages, reformPages, archivePages] as const

/** The heading of an entry and the one word for it on a calendar, whoever's type it is. */
export const typeWords = (lang: string, type: string): readonly [heading: string, verb: string] =>
  PAGES.map(p => p.typeWords(lang, type)).find(w => w !== undefined) ?? wordsOf(lang).kernelTypes[type] ?? [type, type]
export const { bornOn, changesOf, edtfText, ledeOf, matterOf, ofTheCase, sideOf, statesOf, whenOf, answered } = conductPages
const SAYING: Readonly<{ [chapter: string]: CaseWords }> = {
  conduct: conductPages,
  community: communityPages,
  forces: forcesPages,
  protection: protectionPages,
  politics: politicsPages,
  partners: partnersPages,
  reform: reformPages,
}
/** The title of a case: as its chapter says it, else the general one. */
export const titleOf = (told: CaseTold, chapter: string | undefined, saying = SAYING): string => {
  const own = chapter !== undefined && Object.hasOwn(saying, chapter) ? saying[chapter]?.titleOf?.(told) : undefined
  return own ?? conductPages.titleOf(told)
}
export const chapterWords = conductPages.wordsFor
/** Whose case it is: the chapter of its first entry that is of a chapter at all. */
export const chapterIn = (of: { readonly entries: readonly Pick<Entry, 'written'>[] }): string | undefined =>
  of.entries.find(e => e.written.chapter !== 'kernel')?.written.chapter

/** What is owed, in the language of the reader where somebody has said it. */
export const actWords = (lang: string, duty: string, act: string): string => {
  const own = conductPages.actWords(lang, duty, act)
  const theirs = communityPages.wordsOf(lang).acts
  if (own !== act || !isLang(lang) || lang === 'en') return own
  return (Object.hasOwn(theirs, duty) ? theirs[duty] : undefined) ?? (Object.hasOwn(ACTS[lang], act) ? ACTS[lang][act] : undefined) ?? act
}
/** What a chapter calls itself in this language; in English where nobody has said it. */
export const chapterTitle = (lang: string, { name, title }: Pick<Chapter, 'name' | 'title'>): string => TITLES[name]?.(lang) ?? title
const TITLES: Readonly<{ [chapter: string]: (lang: string) => string }> = {
  conduct: lang => chapterWords(lang).chapter,
  community: lang => communityPages.wordsOf(lang).chapter,
  forces: lang => forcesPages.wordsOf(lang).chapter,
  politics: lang => politicsPages.wordsOf(lang).chapter,
  partners: lang => partnersPages.wordsOf(lang).chapter,
  protection: lang => protectionPages.wordsOf(lang).chapter,
  reform: lang => reformPages.wordsOf(lang).chapter,
  archive: lang => messagesFor(lang).section.archive,
}

/** The page of each question, by chapter and name. */
export const questionPages: Readonly<{ [chapter: string]: Readonly<{ [question: string]: QuestionPage }> }> = {
  community: communityPages.questions,
  forces: forcesPages.questions,
  protection: protectionPages.questions,
  politics: politicsPages.questions,
  partners: partnersPages.questions,
  reform: reformPages.questions,
}
