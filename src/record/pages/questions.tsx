import type { Chapter, Question } from '../../kernel/chapter.ts'
import { capital } from '../../paper/english.ts'
import { Fold } from '../../paper/fold.tsx'
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
export const EveryQuestion = ({ view: v }: { view: View }) => {
  const { asks } = wordsOf(v.lang)
  return (
    <Part title={wordsOf(v.lang).today.asks}>
      <div class="every">
        {CHAPTERS.filter(c => pagesOf(c).length).map(c => (
          <Group title={chapterTitle(v.lang, c)} lang="en" pages={pagesOf(c).map(q => [hrefOf(v, c.name, q), capital(q.name), q.says])} />
        ))}
        <Group
          title={asks.texts}
          pages={[
            [to(v, '/instruments'), ...asks.instruments],
            [to(v, '/archive'), ...asks.archive],
            [to(v, '/reconcile'), ...asks.reconcile],
          ]}
        />
        <Group
          title={asks.trying}
          pages={[
            [to(v, '/whatif'), ...asks.whatif],
            [to(v, '/reply'), ...asks.reply],
          ]}
        />
      </div>
    </Part>
  )
}
/** Folded on a phone, open where there is room. */
interface GroupProps {
  title: string
  pages: readonly (readonly [href: string, name: string, says: string])[]
  /** Of the names and sentences, where it is not that of the page. */
  lang?: string
}
const Group = ({ title, pages, lang }: GroupProps) => (
  <Fold label={`${title} (${pages.length})`}>
    <ul lang={lang} dir={lang === undefined ? undefined : 'auto'}>
      {pages.map(([href, name, says]) => (
        <li>
          <a href={href}>{name}</a> <span class="small soft">{says}</span>
        </li>
      ))}
    </ul>
  </Fold>
)
