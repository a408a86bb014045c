import { Asking } from '../../../paper/asking.tsx'
import { NotHeld } from '../../../paper/cited.tsx'
import { percent } from '../../../paper/geometry.ts'
import { inMonths, Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { ConcentrationRow } from '../concentration.ts'
import { LastHeld } from './last-held.tsx'

/** How much of a mission rests on how few. */
export const concentration: QuestionPage<ConcentrationRow> = {
  title: ({ asked, rows }) => `On how few ${asked.options['mission'] ?? 'all missions'} rested, ${rows[0]?.month ?? ''}`,
  lede: () =>
    'The largest contributors of the month, and what share of all they make up together. It says how much one departure would take away, nothing more.',
  Content: a => (
    <>
      <Asking lang={a.lang} action={a.to('/forces/concentration')} fields={[['mission', 'Of', a.asked.options['mission']]]} />
      <LastHeld rows={a.rows} />
      {a.rows.map(r =>
        r.persons === null ? (
          <NotHeld says={r.says} />
        ) : (
          <TablePart
            title={r.dataset}
            note={
              <>
                {number(a.lang, r.persons)} persons of {r.contributors} contributors.{' '}
                <Kept to={a.to} at={r.cites!} asked={inMonths({ mission: r.mission }, r.month)} />
              </>
            }
            heads={['State', 'Persons', 'All until here']}
            rows={r.largest.map(l => [
              l.state ? a.nameOf(l.state) : 'no State that the archive knows',
              number(a.lang, l.persons),
              <>
                <span lang="en" dir="ltr">
                  {l.untilHere} per cent
                </span>
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
