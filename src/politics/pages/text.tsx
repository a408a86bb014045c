import { NotOnRecord } from '../../paper/cited.tsx'
import { WhenEdtf } from '../../paper/dates.tsx'
import { Kept } from '../../paper/kept.tsx'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { Tag } from '../../paper/tag.tsx'
import type { CouncilRow } from '../archive/council.ts'
import { addressOf, type TextRow } from '../archive/texts.ts'
import { plural } from './words.ts'

// A resolution by its paragraphs; and the Council on a day.

type A = Answered<TextRow>
const head = (a: A) => a.rows.find(r => r.is === 'text')

export const textPage: QuestionPage<TextRow> = {
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
            {t.about && <>{t.about}. </>}Adopted {t.adopted ? <WhenEdtf lang={a.lang} text={t.adopted} /> : <NotOnRecord />},{' '}
            {plural(t.paragraphs, 'paragraph')} on this record. <Kept to={a.to} at={t.cites} />
            {a.asked.options['paragraph'] !== undefined && (
              <>
                {' '}
                <a href={a.to(addressOf(t.symbol))}>the whole text</a>
              </>
            )}
          </p>
        )}
        {a.rows
          .filter(r => r.is === 'none')
          .map(r => (
            <p>{r.says}</p>
          ))}
        {a.rows
          .flatMap(r => (r.is === 'paragraph' ? [] : r.odd))
          .map(o => (
            <p class="small">
              <Tag>to be looked at</Tag> {o}
            </p>
          ))}
        {parts.length > 0 && (
          <TablePart
            untitled
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
        )}
      </div>
    )
  },
}

export const councilPage: QuestionPage<CouncilRow> = {
  title: a => {
    const n = a.rows.filter(r => r.is === 'seat').length
    return n ? `${plural(n, 'member')} of the Council on this day` : 'Who sat on the Council on this day is not on this record'
  },
  lede: () => 'Members by calendar year, and the vetoes of the year up to the day, as published tables have them.',
  Content: a => {
    const vetoes = a.rows.filter(r => r.is === 'veto')
    const seats = a.rows.filter(r => r.is === 'seat')
    return (
      <div lang="en" dir="ltr">
        {seats.length > 0 && (
          <TablePart
            title="Members"
            heads={['Member', 'Seat', 'Years', 'Where it stands']}
            rows={seats.map(r => [
              r.state ? a.nameOf(r.state) : r.name,
              r.seat,
              `${r.from ?? ''} to ${r.to ?? ''}`,
              <Kept to={a.to} at={r.cites} row={`${r.name} | ${r.from}`} />,
            ])}
          />
        )}
        {vetoes.length > 0 && (
          <TablePart
            title="Vetoes of the year, up to this day"
            note="As the table has them: a draft put to the vote in parts stands more than once."
            heads={['Day', 'Draft', 'About', 'Vetoed by', 'Where it stands']}
            rows={vetoes.map(r => [
              <WhenEdtf lang={a.lang} text={r.on} />,
              <>
                {r.draft}
                {r.part > 1 && <p class="small soft">row {r.part} of this name</p>}
                {r.odd && <p class="small soft">{r.odd}</p>}
              </>,
              r.about,
              r.by.join(', '),
              <Kept to={a.to} at={r.cites} />,
            ])}
          />
        )}
        {a.rows
          .filter(r => r.is === 'said')
          .map(r => (
            <p class="soft">{r.says}</p>
          ))}
      </div>
    )
  },
}
