import { WhenEdtf } from '../../../../paper/dates.tsx'
import { plural } from '../../../../paper/english.ts'
import { Kept } from '../../../../paper/kept.tsx'
import type { QuestionPage } from '../../../../paper/question-page.ts'
import { TablePart } from '../../../../paper/table.tsx'
import type { CouncilRow } from '../council.ts'

export const council: QuestionPage<CouncilRow> = {
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
        {a.rows.map(
          r =>
            r.is === 'said' && (
              <p class="soft">
                {r.says} {r.cites && <Kept to={a.to} at={r.cites} />}
              </p>
            ),
        )}
      </div>
    )
  },
}
