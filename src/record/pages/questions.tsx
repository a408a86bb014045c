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
export const EveryQuestion = ({ view: v }: { view: View }) => (
  <Part title={wordsOf(v.lang).today.asks}>
    <div class="every" lang="en" dir="auto">
      {CHAPTERS.filter(c => pagesOf(c).length).map(c => (
        <Group lang={v.lang} title={chapterTitle(v.lang, c)} pages={pagesOf(c).map(q => [hrefOf(v, c.name, q), capital(q.name), q.says])} />
      ))}
      <Group
        title="Texts and tables"
        pages={[
          [to(v, '/instruments'), 'Instruments', 'what each text asks, of whom, and what became of it'],
          [to(v, '/archive'), 'Archive', 'published tables, and what they said before'],
          [to(v, '/reconcile'), 'Reconcile', 'which published figures do not add up'],
        ]}
      />
      <Group
        title="To try out"
        pages={[[to(v, '/whatif'), 'What if', 'another limit held, or an act came on another day; nothing is written']]}
      />
    </div>
  </Part>
)
/** Folded on a phone, open where there is room. */
const Group = ({
  lang = 'en',
  title,
  pages,
}: {
  lang?: string
  title: string
  pages: readonly (readonly [href: string, name: string, says: string])[]
}) => (
  <Fold
    label={
      <span lang={lang}>
        {title} ({pages.length})
      </span>
    }
  >
    <ul>
      {pages.map(([href, name, says]) => (
        <li>
          <a href={href}>{name}</a> <span class="small soft">{says}</span>
        </li>
      ))}
    </ul>
  </Fold>
)
