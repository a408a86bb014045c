import type { Chapter, Question } from '../../kernel/chapter.ts'
import { capital } from '../../paper/english.ts'
import { CHAPTERS } from '../chapters.ts'
import { chapterTitle, questionPages } from './chapters.ts'
import { Part } from './frame.tsx'
import { to, type View } from './view.ts'
import { wordsOf } from './words.ts'

/** Questions that need no word beside them, and have a page. */
const pagesOf = (c: Pick<Chapter, 'name' | 'questions'>): readonly Question[] =>
  (c.questions ?? []).filter(q => !q.word && questionPages[c.name]?.[q.name])
const hrefOf = (v: View, chapter: string, q: Question): string => to(v, `/${chapter}/${q.name}`)

/** What else the same chapter answers, at the head of each of its pages. */
export const OfChapter = ({ view: v, chapter, at }: { view: View; chapter: Pick<Chapter, 'name' | 'title'>; at: string }) => {
  const questions = pagesOf(CHAPTERS.find(c => c.name === chapter.name) ?? chapter)
  return questions.length < 2 ? null : (
    <nav class="beside" aria-label={chapterTitle(v.lang, chapter)} lang="en">
      {questions.map(q => (
        <a href={hrefOf(v, chapter.name, q)} aria-current={q.name === at ? 'page' : undefined}>
          {capital(q.name)}
        </a>
      ))}
    </nav>
  )
}

/** Every page of every chapter, each with the question that it answers: nothing lies behind a page that nobody finds. */
export const EveryQuestion = ({ view: v }: { view: View }) => (
  <Part title={wordsOf(v.lang).today.asks}>
    <dl class="every" lang="en" dir="auto">
      {CHAPTERS.filter(c => pagesOf(c).length).map(c => (
        <div>
          <dt lang={v.lang}>{chapterTitle(v.lang, c)}</dt>
          {pagesOf(c).map(q => (
            <dd>
              <a href={hrefOf(v, c.name, q)}>{capital(q.name)}</a> <span class="small soft">{q.says}</span>
            </dd>
          ))}
        </div>
      ))}
      <div>
        <dt>Texts and tables</dt>
        <dd>
          <a href={to(v, '/instruments')}>Instruments</a>{' '}
          <span class="small soft">what each text asks, of whom, and what became of it</span>
        </dd>
        <dd>
          <a href={to(v, '/archive')}>Archive</a> <span class="small soft">published tables, and what they said before</span>
        </dd>
      </div>
    </dl>
  </Part>
)
