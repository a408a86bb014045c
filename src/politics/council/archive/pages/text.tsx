import { NotOnRecord } from '../../../../paper/cited.tsx'
import { WhenEdtf } from '../../../../paper/dates.tsx'
import { Kept } from '../../../../paper/kept.tsx'
import { messagesFor } from '../../../../paper/messages.ts'
import type { Answered, QuestionPage } from '../../../../paper/question-page.ts'
import { TablePart } from '../../../../paper/table.tsx'
import { ToLookAt } from '../../../../paper/to-look-at.tsx'
import { tablesOf } from '../../../pages/tables.ts'
import { addressOf, type TextRow } from '../texts.ts'

type A = Answered<TextRow>
const head = (a: A) => a.rows.find(r => r.is === 'text')

export const text: QuestionPage<TextRow> = {
  title: a => {
    const t = head(a),
      w = tablesOf(a.lang).text
    return t ? w.title(t.symbol, a.asked.options['paragraph']) : w.none
  },
  lede: a => tablesOf(a.lang).text.lede,
  Content: a => {
    const t = head(a),
      { text: w, paragraph, where } = tablesOf(a.lang)
    return (
      <>
        {t && <Head a={a} text={t} />}
        {a.rows.map(
          r =>
            r.is === 'none' && (
              <p>
                <bdi lang="en">{r.says}</bdi>
              </p>
            ),
        )}
        <ToLookAt lang={a.lang} says={a.rows.flatMap(r => (r.is === 'paragraph' ? [] : r.odd))} />
        <TablePart
          untitled
          whole
          lang={a.lang}
          title={w.table}
          heads={[paragraph, w.words, where]}
          rows={a.rows
            .filter(r => r.is === 'paragraph')
            .map(p => [
              p.part === 'operative' ? (
                <bdi>{p.paragraph}</bdi>
              ) : (
                <span class="soft">{p.part === 'preamble' ? p.paragraph : `${w.annex} ${p.paragraph}`}</span>
              ),
              <div lang="en" dir="auto">
                {p.heading && <b>{p.heading} </b>}
                {p.text}
              </div>,
              <Kept lang={a.lang} to={a.to} at={p.cites} row={`${p.symbol} | ${p.part} | ${p.paragraph}`} />,
            ])}
        />
      </>
    )
  },
}
const Head = ({ a, text: t }: { a: A; text: NonNullable<ReturnType<typeof head>> }) => {
  const w = tablesOf(a.lang).text
  return (
    <p>
      {t.about && (
        <>
          <bdi lang="en">{t.about}</bdi>. {t.listed?.stood && <Kept lang={a.lang} to={a.to} at={t.listed} />}{' '}
        </>
      )}
      {w.adopted} {t.adopted ? <WhenEdtf lang={a.lang} text={t.adopted} /> : <NotOnRecord lang={a.lang} />}
      {messagesFor(a.lang).comma}
      {w.paragraphs(t.paragraphs)} <Kept lang={a.lang} to={a.to} at={t.cites} />
      {a.asked.options['paragraph'] !== undefined && (
        <>
          {' '}
          <a href={a.to(addressOf(t.symbol))}>{w.whole}</a>
        </>
      )}
    </p>
  )
}
