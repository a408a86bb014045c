import type { Question } from '../../kernel/chapter.ts'
import type { Told } from '../../kernel/ledger/told.ts'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { SECTIONS, type Section } from '../../paper/shell.tsx'
import { nameOf } from '../names.ts'
import { chapterTitle } from './chapters.ts'
import { Frame } from './frame.tsx'
import { OwnWords } from './own-words.tsx'
import { OfChapter } from './questions.tsx'
import { command, data, officeOf, to, type View } from './view.ts'

interface Props {
  view: View
  chapter: { readonly name: string; readonly title: string }
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
    to: (href, query) => to(v, href, query),
  }
  const words = asked.word === undefined ? [question.name] : [question.name, asked.word]
  const path = `/${chapter.name}/${words.map(encodeURIComponent).join('/')}`
  const title = page.title(answered),
    spoken = page.languages?.includes(v.lang) ? undefined : 'en'
  return (
    <Frame
      view={v}
      title={title}
      organ={chapterTitle(v.lang, chapter)}
      section={isSection(chapter.name) ? chapter.name : undefined}
      symbol={question.name.toUpperCase()}
      h1={<bdi lang={spoken}>{title}</bdi>}
      lede={page.lede && <bdi lang={spoken}>{page.lede(answered)}</bdi>}
      worldOnly
      command={command(v, chapter.name, words, asked.options)}
      data={[
        { href: data(v, path, asked.options), label: 'JSON' },
        { href: data(v, path, { ...asked.options, format: 'csv' }), label: 'CSV' },
      ]}
    >
      <OfChapter view={v} chapter={chapter} at={question.name} />
      {page.Content(answered)}
      <OwnWords view={v} accounts={accounts} />
    </Frame>
  )
}

const isSection = (name: string): name is Section => Object.hasOwn(SECTIONS, name)
