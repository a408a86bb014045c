import { day } from '../../kernel/day.ts'
import { AsTold, NothingYet, NotOnRecord } from '../../paper/cited.tsx'
import { When, WhenEdtf } from '../../paper/dates.tsx'
import { capital, said } from '../../paper/english.ts'
import type { QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { type DrawdownRow, standsSaid } from '../drawdown.ts'
import { daysSaid, wordsOf } from './words.ts'

/** What ends, and who takes it on: a table a mission. */
export const drawdown: QuestionPage<DrawdownRow> = {
  title: ({ lang, asked }) => {
    const w = wordsOf(lang).drawdown
    return asked.options['mission'] ? w.titleOf(asked.options['mission']) : w.title
  },
  lede: ({ lang }) => wordsOf(lang).drawdown.lede,
  Content: a => {
    const w = wordsOf(a.lang).drawdown
    return a.rows.length ? (
      [...Map.groupBy(a.rows, r => r.mission)].map(([mission, rows]) => (
        <section>
          <h2>{mission}</h2>
          <TablePart
            untitled
            lang={a.lang}
            title={w.titleOf(mission)}
            heads={w.heads}
            rows={rows.map(r => [
              <>
                <a href={a.to(`/cases/${r.subject}`)}>{said(w.what, r.what)}</a> <bdi class="code">{r.symbol}</bdi>{' '}
                {r.rule && <BindingTag lang={a.lang} binding={r.rule.binding} sure={r.rule} />}
              </>,
              r.due ? <When lang={a.lang} day={day(r.due)} /> : <span class="soft">{w.noDay}</span>,
              <>
                <b>{capital(standsSaid(a.lang, r))}</b> {r.done && <WhenEdtf lang={a.lang} text={r.done} />}
                {r.late && <span class="small">{w.late(daysSaid(a.lang, r.late))}</span>}
              </>,
              r.receiver ? <bdi lang="en">{r.receiver}</bdi> : r.ends || r.what === 'area' ? null : <NotOnRecord lang={a.lang} />,
              <>
                <AsTold lang={a.lang} says={r.says} source={r.source} />
                {r.doneSays && <AsTold lang={a.lang} says={r.doneSays} source={r.doneSource} />}
              </>,
            ])}
          />
        </section>
      ))
    ) : (
      <NothingYet lang={a.lang} />
    )
  },
}
