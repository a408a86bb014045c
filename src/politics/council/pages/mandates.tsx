import { InEnglish, NothingYet, NotOnRecord, SmallCited } from '../../../paper/cited.tsx'
import { edtfInWords, WhenEdtf } from '../../../paper/dates.tsx'
import { said } from '../../../paper/english.ts'
import { messagesFor } from '../../../paper/messages.ts'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { wordsOf } from '../../pages/words.ts'
import { CodedTasks } from '../archive/pages/coded-tasks.tsx'
import type { MandateRow } from '../mandates.ts'
import type { TaskRow, TaskSet } from '../tasks.ts'

export const mandates: QuestionPage<MandateRow> = {
  title: a => wordsOf(a.lang).mandates.title(a.rows.filter(r => r.inForce).length, a.rows.length),
  lede: a => wordsOf(a.lang).mandates.lede,
  Content: a => {
    const w = wordsOf(a.lang).mandates
    return a.rows.length ? (
      <TablePart
        lang={a.lang}
        title={w.byMission}
        heads={w.heads}
        rows={a.rows.map(r => [
          <>
            <bdi>
              <a href={a.to(`/cases/${r.subject}`)}>{r.mission}</a>, {r.symbol}
            </bdi>{' '}
            {r.inForce && <b>{w.inForce}</b>}
            <p class="small soft" lang="en" dir="auto">
              {r.says} <SmallCited lang={a.lang} source={r.source} />
            </p>
          </>,
          <>
            {said(w.what, r.what)} <WhenEdtf lang={a.lang} text={r.on} />
          </>,
          r.until ? <WhenEdtf lang={a.lang} text={r.until} /> : <NotOnRecord lang={a.lang} />,
          <InEnglish says={r.became} />,
          r.asks.length ? (
            r.asks.map(t => (
              <p>
                <InEnglish says={t} />
              </p>
            ))
          ) : (
            <NotOnRecord lang={a.lang} />
          ),
        ])}
      />
    ) : (
      <NothingYet lang={a.lang} />
    )
  },
}
export const tasks: QuestionPage<TaskRow> = {
  title: a => wordsOf(a.lang).tasks.title(a.rows.filter(r => r.is === 'set').length),
  lede: a => wordsOf(a.lang).tasks.lede,
  Content: a => (
    <>
      {!a.rows.length && <NothingYet lang={a.lang} />}
      {a.rows.map(
        r =>
          r.is === 'none' && (
            <p lang="en" dir="auto">
              {r.says}
            </p>
          ),
      )}
      <InSequence a={a} rows={a.rows.filter(r => r.is === 'set')} />
      <CodedTasks a={a} rows={a.rows.filter(r => r.is === 'coded')} />
    </>
  ),
}
const InSequence = ({ a, rows }: { a: Answered<TaskRow>; rows: readonly TaskSet[] }) => {
  const w = wordsOf(a.lang).tasks,
    on = (day: string): string => edtfInWords(a.lang, day, 'short')
  return (
    <TablePart
      lang={a.lang}
      title={w.byMission}
      heads={w.heads}
      rows={rows.map(r => [
        <>
          <a href={a.to(`/cases/${r.subject}`)} lang="en" dir="auto">
            {r.task}
          </a>
          <p class="small soft">
            <bdi>
              {r.mission}, {r.symbol}
              {r.paragraph && `, ${r.paragraph}`}
            </bdi>
            <br />
            <SmallCited lang={a.lang} source={r.source} />
          </p>
        </>,
        r.step ?? <NotOnRecord lang={a.lang} />,
        r.after ? (
          <>
            <bdi lang="en">{r.after.what}</bdi>
            {messagesFor(a.lang).colon}
            {r.after.come ? on(r.after.come) : w.notCome}
          </>
        ) : (
          w.nothingFirst
        ),
        r.from || r.until ? (
          [r.from && w.from(on(r.from)), r.until && w.until(on(r.until))].filter(Boolean).join(' ')
        ) : (
          <span class="soft">{w.noDay}</span>
        ),
        `${said(w.stands, r.stands)} ${r.since ? on(r.since) : ''}`,
      ])}
    />
  )
}
