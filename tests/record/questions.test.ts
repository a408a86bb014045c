import { expect, it } from 'vitest'
import { CHAPTERS } from '../../src/record/chapters.ts'
import { questionPages } from '../../src/record/pages/chapters.ts'
import { QUESTIONS } from '../../src/record/pages/words/questions.ts'

it.each(['fr', 'ar'] as const)('each question that has a page is called in %s, and nothing else is', lang => {
  const pages = CHAPTERS.flatMap(c =>
    (c.questions ?? []).filter(q => !q.word && questionPages[c.name]?.[q.name]).map(q => `${c.name}/${q.name}`),
  )
  expect(Object.keys(QUESTIONS[lang]).sort()).toEqual(pages.toSorted())
})
