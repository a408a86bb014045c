import { day } from '../../kernel/day.ts'
import { Cited, NothingYet, NotOnRecord } from '../../paper/cited.tsx'
import { When, WhenEdtf } from '../../paper/dates.tsx'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { stateWords } from '../../paper/words.ts'
import type { AskedFor, CalendarRow, NoDay } from '../views.ts'
import { Board, drawn, Lane } from './clock.tsx'
import { plural, withDays } from './words.ts'

type A = Answered<CalendarRow>
const of = <K extends CalendarRow['kind']>(a: A, kind: K) => a.rows.filter((r): r is Extract<CalendarRow, { kind: K }> => r.kind === kind)
const isOpen = (r: AskedFor): boolean => r.state === 'open' || r.state === 'stopped'
const owed = (r: AskedFor) => ({ ...r, debtorName: 'Secretary-General', act: `Report to the Council: ${r.symbol}` })

export const calendarPage: QuestionPage<CalendarRow> = {
  title: a => {
    const firm = of(a, 'asked').filter(r => r.binding === 'resolution' && r.due !== null)
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
  Content: a => {
    const asked = of(a, 'asked')
    return a.rows.length ? (
      <>
        <Board a={a} title="Falls due next" rows={asked.filter(isOpen).map(owed)} />
        <Lanes a={a} rows={asked} noDay={of(a, 'no day')} />
        <Board
          a={a}
          title="Asked for by a day in the text, no report on this record"
          rows={asked.filter(r => !r.issued && !isOpen(r) && r.binding === 'resolution').map(owed)}
        />
        <Each a={a} asked={asked} />
      </>
    ) : (
      <NothingYet />
    )
  },
}
const Asked = ({ a, row: r }: { a: A; row: AskedFor | NoDay }) => (
  <>
    <a href={a.to(`/cases/${encodeURIComponent(r.subject)}`)}>{r.mission}</a>, {r.symbol}
    {r.paragraph && `, ${r.paragraph}`}
    <br />
    <span class="soft small">{withDays(a.lang, r.asked)}</span>{' '}
    {r.kind === 'asked' && <BindingTag lang={a.lang} binding={r.binding} standing={r.standing} />}
  </>
)
const Lanes = ({ a, rows, noDay }: { a: A; rows: readonly AskedFor[]; noDay: readonly NoDay[] }) => (
  <section>
    <h2>Reports of the Secretary-General</h2>
    <div class="cal">
      {[...Map.groupBy([...rows, ...noDay], r => r.entry).values()].map(its => (
        <div class="r">
          <div>
            <Asked a={a} row={its[0]!} />{' '}
            <span class="small">
              <Cited lang={a.lang} source={its[0]!.source} note />
            </span>
          </div>
          {its[0]!.kind === 'asked' ? (
            <Lane lang={a.lang} on={a.on} rows={its.filter(r => r.kind === 'asked')} />
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
const Each = ({ a, asked }: { a: A; asked: readonly AskedFor[] }) => {
  const when = (text: string | null) => (text === null ? <NotOnRecord /> : <WhenEdtf lang={a.lang} text={text} />)
  const stands = (r: AskedFor) => stateWords(a.lang, drawn(r, a.on), a.on)
  const papers = of(a, 'document')
  const interval = (document: string) => papers.find(p => p.document === document)?.interval
  const heads = ['Asked for', 'Counts from', 'Due', 'Document', 'Dated', 'Distributed', 'Considered', 'Days since the report before']
  return (
    <TablePart
      title="Each report, its day, and the three dates of its document"
      note="One report answers one day: the nearest. “No answer on this record” does not mean that no report was made."
      heads={heads}
      rows={[
        ...asked.map(
          r =>
            [
              <Asked a={a} row={r} />,
              <span class="small">
                {when(r.anchor.day)} <span class="soft">{r.anchor.by === 'the text' ? 'by the text' : 'our reading'}</span>
              </span>,
              <>
                {r.due ? <When lang={a.lang} day={day(r.due)} /> : <NotOnRecord />}{' '}
                <span class={`small ${stands(r).class}`}>{stands(r).text}</span>
              </>,
              ...(r.issued
                ? [
                    r.issued.document,
                    when(r.issued.on),
                    when(r.issued.distributed),
                    when(r.issued.considered),
                    interval(r.issued.document) ?? '–',
                  ]
                : [<NotOnRecord />, '', '', '', '']),
            ] as const,
        ),
        ...papers
          .filter(p => !p.answers.length)
          .map(
            p =>
              [
                <>
                  {p.mission} <span class="small soft">{p.what === 'letter' ? 'a letter' : 'no day on this record that it answers'}</span>
                </>,
                ...['', '', p.document],
                ...[when(p.on), when(p.distributed), when(p.considered)],
                p.interval ?? '–',
              ] as const,
          ),
      ]}
    />
  )
}
