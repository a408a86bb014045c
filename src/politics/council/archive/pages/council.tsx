import { InEnglish } from '../../../../paper/cited.tsx'
import { WhenEdtf } from '../../../../paper/dates.tsx'
import { said } from '../../../../paper/english.ts'
import { Kept } from '../../../../paper/kept.tsx'
import type { QuestionPage } from '../../../../paper/question-page.ts'
import { TablePart } from '../../../../paper/table.tsx'
import { tablesOf } from '../../../pages/tables.ts'
import type { CouncilRow } from '../council.ts'

export const council: QuestionPage<CouncilRow> = {
  title: a => {
    const n = a.rows.filter(r => r.is === 'seat').length,
      w = tablesOf(a.lang).council
    return n ? w.title(n) : w.none
  },
  lede: a => tablesOf(a.lang).council.lede,
  Content: a => {
    const { council: w, where } = tablesOf(a.lang)
    return (
      <>
        <TablePart
          lang={a.lang}
          title={w.members}
          heads={[...w.heads, where]}
          rows={a.rows
            .filter(r => r.is === 'seat')
            .map(r => [
              r.state ? a.nameOf(r.state) : <bdi lang="en">{r.name}</bdi>,
              said(w.seats, r.seat),
              w.years(r.from, r.to),
              <Kept lang={a.lang} to={a.to} at={r.cites} row={`${r.name} | ${r.from}`} />,
            ])}
        />
        <TablePart
          lang={a.lang}
          title={w.vetoes}
          note={w.vetoesNote}
          heads={[...w.vetoHeads, where]}
          rows={a.rows
            .filter(r => r.is === 'veto')
            .map(r => [
              <WhenEdtf lang={a.lang} text={r.on} />,
              <>
                <bdi>{r.draft}</bdi>
                {r.part > 1 && <p class="small soft">{w.part(r.part)}</p>}
                {r.odd && (
                  <p class="small soft">
                    <InEnglish says={r.odd} />
                  </p>
                )}
              </>,
              <bdi lang="en">{r.about}</bdi>,
              <bdi lang="en">{r.by.join(', ')}</bdi>,
              <Kept lang={a.lang} to={a.to} at={r.cites} />,
            ])}
        />
        {a.rows.map(
          r =>
            r.is === 'said' && (
              <p class="soft">
                <bdi lang="en">{r.says}</bdi> {r.cites && <Kept lang={a.lang} to={a.to} at={r.cites} />}
              </p>
            ),
        )}
      </>
    )
  },
}
