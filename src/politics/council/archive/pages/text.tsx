import { NotOnRecord } from '../../../../paper/cited.tsx'
import { WhenEdtf } from '../../../../paper/dates.tsx'
import { plural } from '../../../../paper/english.ts'
import { Kept } from '../../../../paper/kept.tsx'
import type { Answered, QuestionPage } from '../../../../paper/question-page.ts'
import { TablePart } from '../../../../paper/table.tsx'
import { ToLookAt } from '../../../../paper/to-look-at.tsx'
import { addressOf, type TextRow } from '../texts.ts'

type A = Answered<TextRow>
const head = (a: A) => a.rows.find(r => r.is === 'text')

export const text: QuestionPage<TextRow> = {
  title: a => {
    const t = head(a),
      p = a.asked.options['paragraph']
    return t ? `${t.symbol}${p === undefined ? '' : `, paragraph ${p}`}` : 'This text is not on this record'
  },
  lede: () => 'The words as the archive keeps them, without the furniture of the page. What the text does not number bears no number here.',
  Content: a => {
    const t = head(a)
    const parts = a.rows.filter(r => r.is === 'paragraph')
    return (
      <div lang="en" dir="ltr">
        {t && (
          <p>
            {t.about && (
              <>
                {t.about}. {t.listed?.stood && <Kept to={a.to} at={t.listed} />}{' '}
              </>
            )}
            Adopted {t.adopted ? <WhenEdtf lang={a.lang} text={t.adopted} /> : <NotOnRecord />}, {plural(t.paragraphs, 'paragraph')} on this
            record. <Kept to={a.to} at={t.cites} />
            {a.asked.options['paragraph'] !== undefined && (
              <>
                {' '}
                <a href={a.to(addressOf(t.symbol))}>the whole text</a>
              </>
            )}
          </p>
        )}
        {a.rows.map(r => r.is === 'none' && <p>{r.says}</p>)}
        <ToLookAt says={a.rows.flatMap(r => (r.is === 'paragraph' ? [] : r.odd))} />
        <TablePart
          untitled
          whole
          title="Paragraphs"
          heads={['Paragraph', 'Words', 'Where it stands']}
          rows={parts.map(p => [
            p.part === 'operative' ? (
              p.paragraph
            ) : (
              <span class="soft">{p.part === 'preamble' ? p.paragraph : `${p.part} ${p.paragraph}`}</span>
            ),
            <>
              {p.heading && <b>{p.heading} </b>}
              {p.text}
            </>,
            <Kept to={a.to} at={p.cites} row={`${p.symbol} | ${p.part} | ${p.paragraph}`} />,
          ])}
        />
      </div>
    )
  },
}
