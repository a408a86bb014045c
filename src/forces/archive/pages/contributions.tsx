import { Asking } from '../../../paper/asking.tsx'
import { NotHeld, NothingYet } from '../../../paper/cited.tsx'
import { WhenEdtf } from '../../../paper/dates.tsx'
import { inMonths, Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { ContributionAnswer } from '../contributions.ts'
import { held, isTableNotHeld } from '../not-held.ts'

/** From when until when each State was in a mission, a table a published table. */
export const contributions: QuestionPage<ContributionAnswer> = {
  title: a => {
    const { mission, state } = a.asked.options
    return `First and last month of each contribution${state ? ` of ${a.nameOf(state)}` : ''}${mission ? ` to ${mission}` : ''}`
  },
  lede: () =>
    'By the tables that tell of both contributor and mission. Where a table begins or ends with a contribution, it may have begun earlier or gone on.',
  Content: a => (
    <>
      <Asking
        lang={a.lang}
        action={a.to('/forces/contributions')}
        fields={[
          ['mission', 'To', a.asked.options['mission']],
          ['state', 'by', a.asked.options['state']],
        ]}
      />
      {a.rows.map(r => isTableNotHeld(r) && <NotHeld says={r.says} />)}
      {a.rows.length ? (
        [...Map.groupBy(held(a.rows), r => r.dataset)].map(([dataset, rows]) => (
          <TablePart
            title={dataset}
            note={rows[0]!.tableEnds && `The table ends with ${rows[0]!.tableEnds}: what came later is not in it.`}
            heads={['State', 'Mission', 'First month', 'Last month', 'Most', 'Where it stands']}
            rows={rows.map(r => [
              r.state ? a.nameOf(r.state) : 'no State that the archive knows',
              r.mission ?? 'no mission that the archive knows',
              <>
                {r.openBefore && 'in or before '}
                <WhenEdtf lang={a.lang} text={r.first} />
              </>,
              <>
                <WhenEdtf lang={a.lang} text={r.last} />
                {r.openAfter && ' or later'}
                {r.gaps > 0 && <span class="small soft"> {r.gaps === 1 ? 'one month' : `${r.gaps} months`} between without a number</span>}
              </>,
              <>
                {number(a.lang, r.most)}{' '}
                <span class="small soft">
                  <WhenEdtf lang={a.lang} text={r.mostIn} />
                </span>
              </>,
              <Kept to={a.to} at={r.cites} asked={inMonths({ state: r.state, mission: r.mission }, r.first, r.last)} />,
            ])}
          />
        ))
      ) : a.asked.options['mission'] || a.asked.options['state'] ? (
        <NothingYet />
      ) : (
        <p lang="en">Name a mission, such as UNMIL, or a State by its code, such as BGD.</p>
      )}
    </>
  ),
}
