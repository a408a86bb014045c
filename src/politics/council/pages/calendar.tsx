import type { Child } from 'hono/jsx'
import { day } from '../../../kernel/day.ts'
import { InEnglish, NothingYet, NotOnRecord, SmallCited } from '../../../paper/cited.tsx'
import { Clocks, drawnOf } from '../../../paper/clocks.tsx'
import { When, WhenEdtf } from '../../../paper/dates.tsx'
import { capital, said } from '../../../paper/english.ts'
import { LifeLane } from '../../../paper/life-lane.tsx'
import { messagesFor } from '../../../paper/messages.ts'
import { number } from '../../../paper/numbers.ts'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { type Cells, TablePart } from '../../../paper/table.tsx'
import { BindingTag } from '../../../paper/tag.tsx'
import { stateWords } from '../../../paper/words.ts'
import { wordsOf } from '../../pages/words.ts'
import type { AskedFor, CalendarRow, Issued, NoDay } from '../calendar.ts'
import { REPORT } from '../duties.ts'

type A = Answered<CalendarRow>
const of = (a: A) => wordsOf(a.lang).calendar
const asked = (a: A) => a.rows.filter(r => r.kind === 'asked')
const isOpen = (r: AskedFor): boolean => r.state === 'open' || r.state === 'stopped'
const owed = (a: A, r: AskedFor) => ({
  ...r,
  debtorName: capital(a.nameOf(REPORT.owedBy.office)),
  act: `${capital(a.actOf(r.duty, REPORT.act))}${messagesFor(a.lang).colon}${r.symbol}`,
})

export const calendar: QuestionPage<CalendarRow> = {
  title: a => {
    const w = of(a),
      firm = asked(a).filter(r => r.binding === 'resolution' && r.due !== null)
    if (!firm.length) return w.none
    const parts = [
      [firm.filter(r => r.after !== null && r.after <= 0).length, w.inTime],
      [firm.filter(r => (r.after ?? 0) > 0).length, w.after],
      [firm.filter(r => !r.issued && !isOpen(r)).length, w.missing],
      [firm.filter(isOpen).length, w.open],
    ] as const
    return w.title(firm.length, parts.flatMap(([n, says]) => (n > 0 ? [says(n)] : [])).join(messagesFor(a.lang).comma))
  },
  lede: a => of(a).lede,
  Content: a =>
    a.rows.length ? (
      <>
        <Due a={a} title={of(a).next} rows={asked(a).filter(isOpen)} />
        <Lanes a={a} />
        <Due a={a} title={of(a).unanswered} rows={asked(a).filter(r => !r.issued && !isOpen(r) && r.binding === 'resolution')} />
        <Each a={a} />
      </>
    ) : (
      <NothingYet lang={a.lang} />
    ),
}
const Due = ({ a, title, rows }: { a: A; title: string; rows: readonly AskedFor[] }) => (
  <Clocks a={a} title={title} contentLang={a.lang} rows={rows.map(r => owed(a, r))} />
)
const Asked = ({ a, row: r }: { a: A; row: AskedFor | NoDay }) => (
  <>
    <bdi>
      <a href={a.to(`/cases/${encodeURIComponent(r.subject)}`)}>{r.mission}</a>, {r.symbol}
      {r.paragraph && `, ${r.paragraph}`}
    </bdi>
    <br />
    <span class="soft small">
      <InEnglish says={r.asked} />
    </span>{' '}
    {r.kind === 'asked' && <BindingTag lang={a.lang} binding={r.binding} sure={r} />}
  </>
)
const Lanes = ({ a }: { a: A }) => (
  <section>
    <h2>{of(a).reports}</h2>
    <div class="cal">
      {[...Map.groupBy([...asked(a), ...a.rows.filter(r => r.kind === 'no day')], r => r.entry).values()].map(its => (
        <div class="r">
          <div>
            <Asked a={a} row={its[0]!} /> <SmallCited lang={a.lang} source={its[0]!.source} />
          </div>
          {its[0]!.kind === 'asked' ? (
            <LifeLane lang={a.lang} on={a.on} rows={its.filter(r => r.kind === 'asked')} />
          ) : (
            <p class="soft">{of(a).noDay}</p>
          )}
        </div>
      ))}
    </div>
    <p class="small soft measure">{of(a).lanes}</p>
  </section>
)
/** Each day and each document: what answers what, and the three dates of a document. */
const Each = ({ a }: { a: A }) => {
  const w = of(a)
  const papers = a.rows.filter(r => r.kind === 'document')
  const when = (text: string | null) => (text === null ? <NotOnRecord lang={a.lang} /> : <WhenEdtf lang={a.lang} text={text} />)
  const stands = (r: AskedFor) => stateWords(a.lang, drawnOf(r, a.on), a.on)
  const dated = (p: Issued): Child[] => {
    const interval = papers.find(q => q.document === p.document)?.interval
    return [
      <bdi>{p.document}</bdi>,
      when(p.on),
      when(p.distributed),
      when(p.considered),
      interval === undefined || interval === null ? '–' : number(a.lang, interval),
    ]
  }
  return (
    <TablePart
      lang={a.lang}
      title={w.each}
      note={w.eachNote}
      heads={w.heads}
      rows={[
        ...asked(a).map(
          (r): Cells => [
            <Asked a={a} row={r} />,
            <span class="small">
              {when(r.anchor.day)} <span class="soft">{said(w.by, r.anchor.by)}</span>
            </span>,
            <>
              {r.due ? <When lang={a.lang} day={day(r.due)} /> : <NotOnRecord lang={a.lang} />}{' '}
              <span class={`small ${stands(r).class}`}>{stands(r).text}</span>
            </>,
            ...(r.issued ? dated(r.issued) : [<NotOnRecord lang={a.lang} />, '', '', '', '']),
          ],
        ),
        ...papers
          .filter(p => !p.answers.length)
          .map(
            (p): Cells => [
              <>
                <bdi>{p.mission}</bdi> <span class="small soft">{p.what === 'letter' ? w.letter : w.answersNone}</span>
              </>,
              ...['', ''],
              ...dated(p),
            ],
          ),
      ]}
    />
  )
}
