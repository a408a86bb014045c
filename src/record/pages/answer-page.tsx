import { AS_PUBLISHED } from '../../archive/index.ts'
import type { Chapter, Question } from '../../kernel/chapter.ts'
import type { Told } from '../../kernel/ledger/told.ts'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { SECTIONS, type Section } from '../../paper/shell.tsx'
import { noSuchTable } from '../meant.ts'
import { nameOf } from '../names.ts'
import { actWords, chapterTitle } from './chapters.ts'
import { Frame } from './frame.tsx'
import { OwnWords } from './own-words.tsx'
import { OfChapter } from './questions.tsx'
import { command, data, officeOf, to, type View } from './view.ts'

interface Props {
  view: View
  chapter: Pick<Chapter, 'name' | 'title' | 'questions'>
  question: Question
  page: QuestionPage
  asked: Answered['asked']
  rows: readonly object[]
  /** What debtors say of themselves in the cases of these rows. */
  accounts: readonly Told[]
}
/** The page of one question of a chapter: the chapter says what stands on it, the house puts head, traveller and foot around it. */
export const AnswerPage = ({ view: v, chapter, question, page, asked, rows, accounts }: Props) => {
  const answered: Answered = {
    lang: v.lang,
    on: v.on,
    asked,
    rows,
    nameOf: code => (code.includes('.') ? officeOf(v.lang, code) : nameOf(code, v.lang)),
    actOf: (duty, act) => actWords(v.lang, duty, act),
    to: (href, query) => to(v, href, { ...pastOf(chapter, href, asked.options), ...query }),
  }
  const words = asked.word === undefined ? [question.name] : [question.name, asked.word]
  const path = `/${chapter.name}/${words.map(encodeURIComponent).join('/')}`
  const title = page.title(answered)
  return (
    <Frame
      view={v}
      title={title}
      organ={chapterTitle(v.lang, chapter)}
      section={isSection(chapter.name) ? chapter.name : undefined}
      symbol={question.name.toUpperCase()}
      h1={<bdi>{title}</bdi>}
      lede={page.lede && <bdi>{page.lede(answered)}</bdi>}
      worldOnly
      command={command(v, chapter.name, words, asked.options)}
      data={[
        { href: data(v, path, asked.options), label: 'JSON' },
        { href: data(v, path, { ...asked.options, format: 'csv' }), label: 'CSV' },
      ]}
    >
      <OfChapter view={v} chapter={chapter} at={question.name} />
      <AsPublished options={asked.options} />
      {page.Content(answered)}
      <OwnWords view={v} accounts={accounts} />
    </Frame>
  )
}

const isSection = (name: string): name is Section => Object.hasOwn(SECTIONS, name)
/** Whoever looks at tables as they stood then goes on to look at them so, where the next question rests on them. */
const pastOf = (chapter: Props['chapter'], href: string, options: Answered['asked']['options']): { readonly [option: string]: string } => {
  const next = chapter.questions?.find(q => {
    const [path] = href.split('?')
    return q.word ? path!.startsWith(`/${chapter.name}/${q.name}/`) : path === `/${chapter.name}/${q.name}`
  })
  if (!next || noSuchTable(next, options) !== undefined) return {}
  return Object.fromEntries(
    Object.keys(AS_PUBLISHED).flatMap(o => (o in next.options && options[o] !== undefined ? [[o, options[o]]] : [])),
  )
}
const AsPublished = ({ options }: Pick<Answered['asked'], 'options'>) => {
  const { 'as-published': on, snapshot } = options
  if (on === undefined && snapshot === undefined) return null
  return (
    <p class="measure" lang="en" dir="ltr">
      {snapshot !== undefined && `The table ${snapshot.replace(':', ' as of its snapshot ')}. `}
      {on !== undefined && `Published tables as they stood on ${on}. `}
      What was published later is not in these figures.
    </p>
  )
}
