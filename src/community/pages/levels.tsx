import type { OwedRow } from '../../kernel/ledger/owed.ts'
import type { Limit } from '../../kernel/rules/rulebook.ts'
import { WhenEdtf } from '../../paper/dates.tsx'
import { FiguresTable } from '../../paper/figures-table.tsx'
import { number } from '../../paper/numbers.ts'
import { OwedTable } from '../../paper/owed-table.tsx'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { Source } from '../../paper/source.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { acknowledge, answer, refer, tellBack } from '../duties.ts'
import { STEPS } from '../entries.ts'
import type { Kept, Level, Published, ServiceRow, Step } from '../views.ts'
import { STEP } from './words.ts'

type A = Answered<ServiceRow>
const levels = (a: A): Level[] => a.rows.filter(r => r.is === 'level')
const published = (a: A): Published[] => a.rows.filter(r => r.is === 'published')
const owed = (a: A): OwedRow[] => a.rows.filter(r => r.is === 'owed')

/** The mission is the debtor on this page, and nobody else. */
export const service: QuestionPage<ServiceRow> = {
  title: a => {
    const open = owed(a).filter(o => o.state === 'silent' || o.state === 'elapsing' || o.state === 'overdue').length
    if (open === 1) return 'One outcome was reported; that its place was told is not on this record'
    if (open > 1) return `${number('en', open)} outcomes were reported; that their places were told is not on this record`
    return levels(a).length || published(a).some(p => p.step !== null)
      ? 'What people told the mission, and what they were told back'
      : 'No level of service is on this record'
  },
  lede: () =>
    'Who tells a mission something is owed four things by it: to hear that it arrived, to see it passed on by consent, an answer, and to be told. No text that we have read says within how long, so the days below are ours, and a mission may set others.',
  Content: a => (
    <div lang="en" dir="ltr">
      <Levels a={a} />
      <Places a={a} />
      <Assumed />
      <Figures a={a} />
      <Never />
    </div>
  ),
}

const Levels = ({ a }: { a: A }) => {
  const told = published(a).filter(p => p.step !== null)
  return (
    <section>
      <h2>By mission and month</h2>
      {levels(a).length + told.length === 0 ? (
        <p class="soft measure">
          None is published on this record. What people tell a mission is confidential: a mission asks its own register, and may publish the
          answer.
        </p>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="By mission and month">
          <table class="tbl">
            <thead>
              <tr>
                <th scope="col">Mission, month</th>
                <th scope="col" class="num">
                  Received
                </th>
                {STEPS.map(s => (
                  <th scope="col" class="num">
                    {STEP[s]} in time
                  </th>
                ))}
                <th scope="col">Source</th>
              </tr>
            </thead>
            <tbody>
              {levels(a).map(l => (
                <tr>
                  <th scope="row">
                    {l.mission}, <WhenEdtf lang="en" text={l.month} />
                  </th>
                  <td class="num">{l.received ?? <span class="soft">{l.withheld}</span>}</td>
                  {STEPS.map(s => (
                    <td class="num">
                      <Cell kept={l.kept.find(k => k.step === s)} />
                    </td>
                  ))}
                  <td class="small">{l.source.title}</td>
                </tr>
              ))}
              {[...Map.groupBy(told, p => `${p.mission} ${p.period} ${p.source.title}`).values()].map(its => (
                <tr>
                  <th scope="row">
                    {its[0]!.mission}, <WhenEdtf lang="en" text={its[0]!.period} />
                  </th>
                  <td class="num">{its[0]!.of}</td>
                  {STEPS.map(s => (
                    <td class="num">
                      <Reported its={its} step={s} />
                    </td>
                  ))}
                  <td class="small">
                    <Source href={its[0]!.source.url} label={its[0]!.source.title} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
const Cell = ({ kept: k }: { kept: Kept | undefined }) =>
  !k || k.share === null ? (
    <span class="soft">not shown</span>
  ) : (
    <>
      {k.share} % <span class="small soft">of {k.of}</span>
    </>
  )
const Reported = ({ its, step }: { its: readonly Published[]; step: Step }) => {
  const p = its.find(x => x.step === step)
  return p?.of ? (
    <>
      {Math.round((100 * p.count) / p.of)} % <span class="small soft">of {p.of}</span>
    </>
  ) : (
    <span class="soft">not published</span>
  )
}
const Places = ({ a }: { a: A }) => (
  <section>
    <h2>An outcome was reported: was the place told?</h2>
    {owed(a).length === 0 ? (
      <p class="soft">No outcome of a conduct case is on this record.</p>
    ) : (
      <OwedTable a={a} label="What places are owed" rows={owed(a)} />
    )}
    <p class="small soft measure">
      An outcome of a conduct case, reported by the State or by the United Nations, opens this. No place is named here, and what may be told
      there is not more than what may be told at all.
    </p>
  </section>
)
const Assumed = () => (
  <section>
    <h2>Within how long: four assumptions</h2>
    <table class="tbl stk">
      <thead>
        <tr>
          <th scope="col">The mission is to</th>
          <th scope="col">within</th>
          <th scope="col">by</th>
        </tr>
      </thead>
      <tbody>
        {[acknowledge, refer, answer, tellBack].map(d => (
          <tr>
            <th scope="row">{d.act}</th>
            <td>{(d.within as Limit).n} working days</td>
            <td>
              <BindingTag lang="en" binding={d.binding} standing={(d.within as Limit).standing} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
const Figures = ({ a }: { a: A }) => (
  <section>
    <h2>What was published</h2>
    <FiguresTable
      a={a}
      figures={published(a)
        .filter(p => p.step === null)
        .map(p => ({
          ...p,
          count: `${p.atLeast ? 'over ' : p.about ? 'about ' : ''}${number('en', p.count)}`,
          says: p.says ?? p.what,
        }))}
    />
  </section>
)
const Never = () => (
  <section>
    <h2>What this page will never show</h2>
    <ul class="stack small">
      <li>Who told the mission something, where, or on which day.</li>
      <li>
        A month in which fewer than five came <BindingTag lang="en" binding="assumption" standing="ours" />, or a month that is not over.
      </li>
      <li>What was taken back: it is received, and counts under no step.</li>
    </ul>
  </section>
)
