import { Asking } from '../../../paper/asking.tsx'
import { NotHeld } from '../../../paper/cited.tsx'
import { edtfInWords } from '../../../paper/dates.tsx'
import { percent } from '../../../paper/geometry.ts'
import { inMonths, Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { ConcentrationRow } from '../concentration.ts'
import { LastHeld } from './last-held.tsx'
import { tablesOf } from './words.ts'

/** How much of a mission rests on how few. */
export const concentration: QuestionPage<ConcentrationRow> = {
  title: ({ lang, asked, rows }) => {
    const w = tablesOf(lang)
    return w.concentration.title(asked.options['mission'] ?? w.allMissions, rows[0] ? edtfInWords(lang, rows[0].month) : '')
  },
  lede: a => tablesOf(a.lang).concentration.lede,
  Content: a => (
    <>
      <Asking
        lang={a.lang}
        action={a.to('/forces/concentration')}
        fields={[['mission', tablesOf(a.lang).of, a.asked.options['mission']]]}
      />
      <LastHeld lang={a.lang} rows={a.rows} />
      {a.rows.map(r =>
        r.persons === null ? (
          <NotHeld lang={a.lang} says={r.says} />
        ) : (
          <TablePart
            lang={a.lang}
            title={r.dataset}
            note={
              <>
                {tablesOf(a.lang).concentration.of(number(a.lang, r.persons), r.contributors)}{' '}
                <Kept lang={a.lang} to={a.to} at={r.cites!} asked={inMonths({ mission: r.mission }, r.month)} />
              </>
            }
            heads={tablesOf(a.lang).concentration.heads}
            rows={r.largest.map(l => [
              l.state ? a.nameOf(l.state) : tablesOf(a.lang).noState,
              number(a.lang, l.persons),
              <>
                {tablesOf(a.lang).perCent(l.untilHere)}
                <svg class="ck share" aria-hidden="true">
                  <line class="cr" x1="0" x2={percent(l.untilHere)} y1="50%" y2="50%" />
                  <line class="co" x1={percent(l.untilHere)} x2="100%" y1="50%" y2="50%" />
                </svg>
              </>,
            ])}
          />
        ),
      )}
    </>
  ),
}
