import type { Chapter, Question } from '../../kernel/chapter.ts'
import { capital } from '../../paper/english.ts'
import { Fold } from '../../paper/fold.tsx'
import type { Lang } from '../../paper/messages.ts'
import { CHAPTERS } from '../chapters.ts'
import { chapterTitle, questionPages } from './chapters.ts'
import { Part } from './frame.tsx'
import { to, type View } from './view.ts'
import { QUESTIONS } from './words/questions.ts'
import { wordsOf } from './words.ts'

/** Questions that need no word beside them, and have a page. */
const pagesOf = (c: Pick<Chapter, 'name' | 'questions'>): readonly Question[] =>
  (c.questions ?? []).filter(q => !q.word && questionPages[c.name]?.[q.name])
const hrefOf = (v: View, chapter: string, q: Question): string => to(v, `/${chapter}/${q.name}`)

interface Said {
  readonly lang: string
  readonly name: string
  readonly asks: string
}
/** What a page is called and asks, in the language of the reader where somebody has said it. */
const calledOf = (lang: Lang, chapter: string, q: Question): Said => {
  const of = `${chapter}/${q.name}`
  const theirs = lang !== 'en' && Object.hasOwn(QUESTIONS[lang], of) ? QUESTIONS[lang][of] : undefined
  return theirs ? { lang, name: theirs[0], asks: theirs[1] } : { lang: 'en', name: capital(q.name), asks: q.says }
}

/** What else the same chapter answers, at the head of each of its pages. */
export const OfChapter = ({ view: v, chapter, at }: { view: View; chapter: Pick<Chapter, 'name' | 'title'>; at: string }) => {
  const questions = pagesOf(CHAPTERS.find(c => c.name === chapter.name) ?? chapter)
  return questions.length < 2 ? null : (
    <nav class="beside" aria-label={chapterTitle(v.lang, chapter)}>
      {questions.map(q => {
        const { lang, name } = calledOf(v.lang, chapter.name, q)
        return (
          <a href={hrefOf(v, chapter.name, q)} aria-current={q.name === at ? 'page' : undefined} lang={lang}>
            {name}
          </a>
        )
      })}
    </nav>
  )
}

type Page = readonly [href: string, said: Said]
/** Every page of every chapter, each with the question that it answers: nothing lies behind a page that nobody finds. */
export const EveryQuestion = ({ view: v }: { view: View }) => {
  const { asks } = wordsOf(v.lang)
  const page = (of: string, [name, says]: readonly [name: string, says: string]): Page => [to(v, of), { lang: v.lang, name, asks: says }]
  return (
    <Part title={wordsOf(v.lang).today.asks}>
      <div class="every">
        {CHAPTERS.filter(c => pagesOf(c).length).map(c => (
          <Group title={chapterTitle(v.lang, c)} pages={pagesOf(c).map(q => [hrefOf(v, c.name, q), calledOf(v.lang, c.name, q)])} />
        ))}
        <Group
          title={asks.texts}
          pages={[page('/instruments', asks.instruments), page('/archive', asks.archive), page('/reconcile', asks.reconcile)]}
        />
        <Group title={asks.trying} pages={[page('/whatif', asks.whatif), page('/reply', asks.reply)]} />
      </div>
    </Part>
  )
}
/** Folded on a phone, open where there is room. */
const Group = ({ title, pages }: { title: string; pages: readonly Page[] }) => (
  <Fold label={`${title} (${pages.length})`}>
    <ul>
      {pages.map(([href, { lang, name, asks }]) => (
        <li lang={lang} dir="auto">
          <a href={href}>{name}</a> <span class="small soft">{asks}</span>
        </li>
      ))}
    </ul>
  </Fold>
)
