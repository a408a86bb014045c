import { NothingYet, NotOnRecord, SmallCited } from '../../../paper/cited.tsx'
import { WhenEdtf } from '../../../paper/dates.tsx'
import { plural, withDays } from '../../../paper/english.ts'
import type { QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { CodedTasks } from '../archive/pages/coded-tasks.tsx'
import type { MandateRow } from '../mandates.ts'
import type { TaskRow } from '../tasks.ts'

export const mandates: QuestionPage<MandateRow> = {
  title: a => {
    const n = a.rows.filter(r => r.inForce).length
    return `${plural(n, 'mandate')} in force on this day, of ${plural(a.rows.length, 'text')} on this record`
  },
  lede: () =>
    'What each text gave, until when, what it asks for, and how it ended. A mandate of which nothing follows on this record may well have been renewed.',
  Content: a =>
    a.rows.length ? (
      <TablePart
        title="Mandates, by mission"
        heads={['Text', 'Given', 'Until', 'How it ended', 'Reports that it asks for']}
        rows={a.rows.map(r => [
          <>
            <a href={a.to(`/cases/${r.subject}`)}>{r.mission}</a>, {r.symbol} {r.inForce && <b>in force</b>}
            <p class="small soft" lang="en">
              {r.says} <SmallCited lang={a.lang} source={r.source} />
            </p>
          </>,
          <>
            {r.what} <WhenEdtf lang={a.lang} text={r.on} />
          </>,
          r.until ? <WhenEdtf lang={a.lang} text={r.until} /> : <NotOnRecord />,
          withDays(a.lang, r.became),
          r.asks.length ? r.asks.map(t => <p>{withDays(a.lang, t)}</p>) : <NotOnRecord />,
        ])}
      />
    ) : (
      <NothingYet />
    ),
}
const SAID = { waits: 'waits for what must come first', 'not on this record': 'what became of it is not on this record' } as const
export const tasks: QuestionPage<TaskRow> = {
  title: a => `${plural(a.rows.filter(r => r.is === 'set').length, 'task')} that the Council set, in sequence`,
  lede: () =>
    'Each with the paragraph, its place, and what must come first in the words of the text. No clock runs here: what is handed over at the end is kept by the chapter of forces.',
  Content: a => {
    const set = a.rows.filter(r => r.is === 'set')
    return (
      <>
        {!a.rows.length && <NothingYet />}
        {a.rows.map(r => r.is === 'none' && <p lang="en">{r.says}</p>)}
        {set.length > 0 && (
          <TablePart
            title="Tasks, by mission and text"
            heads={['Task', 'Place', 'What must come first', 'Between', 'Where it stands']}
            rows={set.map(r => [
              <>
                <a href={a.to(`/cases/${r.subject}`)} lang="en">
                  {r.task}
                </a>
                <p class="small soft">
                  {r.mission}, {r.symbol}
                  {r.paragraph && `, ${r.paragraph}`} <SmallCited lang={a.lang} source={r.source} />
                </p>
              </>,
              r.step ?? <NotOnRecord />,
              r.after ? withDays(a.lang, `${r.after.what}: ${r.after.come ?? 'that it has come is not on this record'}`) : 'nothing named',
              withDays(a.lang, [r.from && `from ${r.from}`, r.until && `until ${r.until}`].filter(Boolean).join(' ')) || (
                <span class="soft">no day named</span>
              ),
              withDays(a.lang, `${Object.hasOwn(SAID, r.stands) ? SAID[r.stands as keyof typeof SAID] : r.stands} ${r.since ?? ''}`),
            ])}
          />
        )}
        <CodedTasks a={a} rows={a.rows.filter(r => r.is === 'coded')} />
      </>
    )
  },
}
