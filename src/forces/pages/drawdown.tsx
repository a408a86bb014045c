import { day } from '../../kernel/day.ts'
import { AsTold, NothingYet, NotOnRecord } from '../../paper/cited.tsx'
import { When, WhenEdtf } from '../../paper/dates.tsx'
import { capital } from '../../paper/english.ts'
import type { QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { daysInWords } from '../days-between.ts'
import { type DrawdownRow, standsIn } from '../drawdown.ts'

const WHAT: Readonly<Record<string, string>> = { case: 'an open case', file: 'files' }
const whatInWords = ({ what, ends }: DrawdownRow): string =>
  ends ? what : what === 'area' ? 'Leave an area' : `Hand over ${WHAT[what] ?? `a ${what}`}`

/** What ends, and who takes it on: a table a mission. */
export const drawdown: QuestionPage<DrawdownRow> = {
  title: ({ asked }) =>
    asked.options['mission'] ? `Draw-down of ${asked.options['mission']}` : 'Draw-down: what ends, and who takes it on',
  lede: () =>
    'A resolution sets a day to cease, to withdraw or to leave. That each base, task, file, open case and claim then has a receiver by name is what this page looks for, and no text that we have read. What a mission has not told cannot be seen to be missing.',
  Content: a =>
    a.rows.length ? (
      [...Map.groupBy(a.rows, r => r.mission)].map(([mission, rows]) => (
        <section>
          <h2>{mission}</h2>
          <TablePart
            untitled
            title={`Draw-down: ${mission}`}
            heads={['What', 'Due', 'Done', 'To whom', 'As it was told']}
            rows={rows.map(r => [
              <>
                <a href={a.to(`/cases/${r.subject}`)}>{whatInWords(r)}</a> <span class="code">{r.symbol}</span>{' '}
                {r.rule && <BindingTag lang={a.lang} binding={r.rule.binding} sure={r.rule} />}
              </>,
              r.due ? <When lang={a.lang} day={day(r.due)} /> : <span class="soft">no day is named</span>,
              <>
                <b>{capital(standsIn(r))}</b> {r.done && <WhenEdtf lang={a.lang} text={r.done} />}
                {r.late && <span class="small">, {daysInWords(r.late)} after the date</span>}
              </>,
              r.ends || r.what === 'area' ? (r.receiver ?? null) : (r.receiver ?? <NotOnRecord />),
              <>
                <AsTold lang={a.lang} says={r.says} source={r.source} />
                {r.doneSays && <AsTold lang={a.lang} says={r.doneSays} source={r.doneSource} />}
              </>,
            ])}
          />
        </section>
      ))
    ) : (
      <NothingYet />
    ),
}
