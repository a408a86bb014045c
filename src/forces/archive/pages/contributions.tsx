import { Asking } from '../../../paper/asking.tsx'
import { NotHeld, NothingYet } from '../../../paper/cited.tsx'
import { edtfInWords, WhenEdtf } from '../../../paper/dates.tsx'
import { inMonths, Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { ContributionAnswer, ContributionRow } from '../contributions.ts'
import { held, isTableNotHeld } from '../not-held.ts'
import { tablesOf } from './words.ts'

/** From when until when each State was in a mission, a table a published table. */
export const contributions: QuestionPage<ContributionAnswer> = {
  title: ({ lang, asked: { options }, nameOf }) =>
    tablesOf(lang).contributions.title(options['state'] ? nameOf(options['state']) : undefined, options['mission']),
  lede: a => tablesOf(a.lang).contributions.lede,
  Content: a => {
    const { mission, state } = a.asked.options,
      w = tablesOf(a.lang).contributions
    return (
      <>
        <Asking
          lang={a.lang}
          action={a.to('/forces/contributions')}
          fields={[
            ['mission', w.to, mission],
            ['state', w.by, state],
          ]}
        />
        {a.rows.map(r => isTableNotHeld(r) && <NotHeld lang={a.lang} says={r.says} />)}
        {a.rows.length ? (
          [...Map.groupBy(held(a.rows), r => r.dataset)].map(([dataset, rows]) => <OfTable a={a} dataset={dataset} rows={rows} />)
        ) : mission || state ? (
          <NothingYet lang={a.lang} />
        ) : (
          <p>{w.ask}</p>
        )}
      </>
    )
  },
}
const OfTable = ({ a, dataset, rows }: { a: Answered<ContributionAnswer>; dataset: string; rows: readonly ContributionRow[] }) => {
  const { contributions: w, noState, noMission, where } = tablesOf(a.lang)
  return (
    <TablePart
      lang={a.lang}
      title={dataset}
      note={rows[0]!.tableEnds && w.ends(edtfInWords(a.lang, rows[0]!.tableEnds))}
      heads={[...w.heads, where]}
      rows={rows.map(r => [
        r.state ? a.nameOf(r.state) : noState,
        r.mission ?? noMission,
        <>
          {r.openBefore && `${w.before} `}
          <WhenEdtf lang={a.lang} text={r.first} />
        </>,
        <>
          <WhenEdtf lang={a.lang} text={r.last} />
          {r.openAfter && ` ${w.after}`}
          {r.gaps > 0 && <span class="small soft"> {w.gaps(r.gaps)}</span>}
        </>,
        <>
          {number(a.lang, r.most)}{' '}
          <span class="small soft">
            <WhenEdtf lang={a.lang} text={r.mostIn} />
          </span>
        </>,
        <Kept lang={a.lang} to={a.to} at={r.cites} asked={inMonths({ state: r.state, mission: r.mission }, r.first, r.last)} />,
      ])}
    />
  )
}
