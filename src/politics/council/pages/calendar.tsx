import type { Child } from 'hono/jsx'
import { day } from '../../../kernel/day.ts'
import { NothingYet, NotOnRecord, SmallCited } from '../../../paper/cited.tsx'
import { Clocks, drawnOf } from '../../../paper/clocks.tsx'
import { When, WhenEdtf } from '../../../paper/dates.tsx'
import { plural, withDays } from '../../../paper/english.ts'
import { LifeLane } from '../../../paper/life-lane.tsx'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { type Cells, TablePart } from '../../../paper/table.tsx'
import { BindingTag } from '../../../paper/tag.tsx'
import { stateWords } from '../../../paper/words.ts'
import type { AskedFor, CalendarRow, Issued, NoDay } from '../calendar.ts'

type A = Answered<CalendarRow>
const asked = (a: A) => a.rows.filter(r => r.kind === 'asked')
const isOpen = (r: AskedFor): boolean => r.state === 'open' || r.state === 'stopped'
const owed = (r: AskedFor) => ({ ...r, debtorName: 'Secretary-General', act: `Report to the Council: ${r.symbol}` })

export const calendar: QuestionPage<CalendarRow> = {
  title: a => {
    const firm = asked(a).filter(r => r.binding === 'resolution' && r.due !== null)
    if (!firm.length) return 'No report whose day the Council’s text sets is on this record'
    const parts = [
      [firm.filter(r => r.after !== null && r.after <= 0).length, 'came on it or before'],
      [firm.filter(r => (r.after ?? 0) > 0).length, 'came after it'],
      [firm.filter(r => !r.issued && !isOpen(r)).length, 'not on this record'],
      [firm.filter(isOpen).length, 'not yet due'],
    ] as const
    const said = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)
    return `${plural(firm.length, 'report')} had a day set in the text: ${said.join(', ')}`
  },
  lede: () =>
    'A firm line stands only where the Council’s words set the day; a dotted one is ours. Between other reports days are counted, and nothing is late.',
  Content: a =>
    a.rows.length ? (
      <>
        <Clocks a={a} title="Falls due next" rows={asked(a).filter(isOpen).map(owed)} />
        <Lanes a={a} />
        <Clocks
          a={a}
          title="Asked for by a day in the text, no report on this record"
          rows={asked(a)
            .filter(r => !r.issued && !isOpen(r) && r.binding === 'resolution')
            .map(owed)}
        />
        <Each a={a} />
      </>
    ) : (
      <NothingYet />
    ),
}
const Asked = ({ a, row: r }: { a: A; row: AskedFor | NoDay }) => (
  <>
    <a href={a.to(`/cases/${encodeURIComponent(r.subject)}`)}>{r.mission}</a>, {r.symbol}
    {r.paragraph && `, ${r.paragraph}`}
    <br />
    <span class="soft small">{withDays(a.lang, r.asked)}</span>{' '}
    {r.kind === 'asked' && <BindingTag lang={a.lang} binding={r.binding} sure={r} />}
  </>
)
const Lanes = ({ a }: { a: A }) => (
  <section>
    <h2>Reports of the Secretary-General</h2>
    <div class="cal">
      {[...Map.groupBy([...asked(a), ...a.rows.filter(r => r.kind === 'no day')], r => r.entry).values()].map(its => (
        <div class="r">
          <div>
            <Asked a={a} row={its[0]!} /> <SmallCited lang={a.lang} source={its[0]!.source} />
          </div>
          {its[0]!.kind === 'asked' ? (
            <LifeLane lang={a.lang} on={a.on} rows={its.filter(r => r.kind === 'asked')} />
          ) : (
            <p class="soft">No day to be late by.</p>
          )}
        </div>
      ))}
    </div>
    <p class="small soft measure">
      Above each line the days that follow from the text, or from our reading of it; below it the reports. A long interval between two
      reports alone is not lateness.
    </p>
  </section>
)
/** Each day and each document: what answers what, and the three dates of a document. */
const Each = ({ a }: { a: A }) => {
  const papers = a.rows.filter(r => r.kind === 'document')
  const when = (text: string | null) => (text === null ? <NotOnRecord /> : <WhenEdtf lang={a.lang} text={text} />)
  const stands = (r: AskedFor) => stateWords(a.lang, drawnOf(r, a.on), a.on)
  const dated = (p: Issued): Child[] => {
    const interval = papers.find(q => q.document === p.document)?.interval
    return [p.document, when(p.on), when(p.distributed), when(p.considered), interval ?? '–']
  }
  return (
    <TablePart
      title="Each report, its day, and the three dates of its document"
      note="One report answers one day: the nearest. “No answer on this record” does not mean that no report was made."
      heads={[
        'Asked for',
        'Counts from',
        'Due',
        'Document',
        'Dated',
        'Distributed',
        'Considered',
        'Days since the one before on this record',
      ]}
      rows={[
        ...asked(a).map(
          (r): Cells => [
            <Asked a={a} row={r} />,
            <span class="small">
              {when(r.anchor.day)} <span class="soft">{r.anchor.by === 'the text' ? 'by the text' : 'our reading'}</span>
            </span>,
            <>
              {r.due ? <When lang={a.lang} day={day(r.due)} /> : <NotOnRecord />}{' '}
              <span class={`small ${stands(r).class}`}>{stands(r).text}</span>
            </>,
            ...(r.issued ? dated(r.issued) : [<NotOnRecord />, '', '', '', '']),
          ],
        ),
        ...papers
          .filter(p => !p.answers.length)
          .map(
            (p): Cells => [
              <>
                {p.mission} <span class="small soft">{p.what === 'letter' ? 'a letter' : 'no day on this record that it answers'}</span>
              </>,
              ...['', ''],
              ...dated(p),
            ],
          ),
      ]}
    />
  )
}
