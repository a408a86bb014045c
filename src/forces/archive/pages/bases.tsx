import { Asking } from '../../../paper/asking.tsx'
import { NotHeld, NothingYet } from '../../../paper/cited.tsx'
import { Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { BasesAnswer } from '../bases.ts'
import { held, isTableNotHeld } from '../not-held.ts'

/** How many bases a year. No place: a list of places is a list of targets. */
export const bases: QuestionPage<BasesAnswer> = {
  title: a => `Number of bases by year${a.asked.options['host'] ? `, ${a.nameOf(a.asked.options['host'])}` : ''}`,
  lede: () =>
    'As Geo-PKO counts them from maps of missions. Where they were is not told here. A year without a row is not a year without bases.',
  Content: a => (
    <>
      <Asking lang={a.lang} action={a.to('/forces/bases')} fields={[['host', 'In (a code, such as CAF)', a.asked.options['host']]]} />
      {a.rows.map(r => isTableNotHeld(r) && <NotHeld says={r.says} />)}
      {a.rows.length ? (
        <TablePart
          untitled
          title="Bases by year"
          heads={['Year', 'Bases', 'Where it stands']}
          rows={held(a.rows).map(r => [
            r.year,
            <>
              {number(a.lang, r.bases)}
              {r.again > 0 && <span class="small soft"> ({r.again} more rows tell another strength of one of them)</span>}
            </>,
            <Kept to={a.to} at={r.cites} />,
          ])}
        />
      ) : (
        <NothingYet />
      )}
    </>
  ),
}
