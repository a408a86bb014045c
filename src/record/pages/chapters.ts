import { conductPages } from '../../conduct/index.ts'
import type { QuestionPage } from '../../paper/question-page.ts'
import { wordsOf } from './words.ts'

// What the chapters say on pages. A chapter more is a line more.

const PAGES = [conductPages] as const

/** The heading of an entry and the one word for it on a calendar, whoever's type it is. */
export const typeWords = (lang: string, type: string): readonly [heading: string, verb: string] =>
  PAGES.map(p => p.typeWords(lang, type)).find(w => w !== undefined) ?? wordsOf(lang).kernelTypes[type] ?? [type, type]
export const actWords = (lang: string, duty: string, act: string): string => conductPages.actWords(lang, duty, act)
export const { bornOn, changesOf, ledeOf, matterOf, sideOf, statesOf, titleOf, whenOf, answered } = conductPages
export const chapterWords = conductPages.wordsFor

/** The page of each question, by chapter and name. */
export const questionPages: Readonly<{ [chapter: string]: Readonly<{ [question: string]: QuestionPage }> }> = {}
