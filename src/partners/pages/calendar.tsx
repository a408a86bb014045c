import { day } from '../../kernel/day.ts'
import { Clocks, drawnOf } from '../../paper/clocks.tsx'
import { dayInWords, When, WhenEdtf } from '../../paper/dates.tsx'
import { citedIn, Docket } from '../../paper/docket.tsx'
import { capital } from '../../paper/english.ts'
import { messagesFor } from '../../paper/messages.ts'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { Source } from '../../paper/source.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { stateWords } from '../../paper/words.ts'
import { review } from '../duties.ts'
import type { CalendarRow, Due, NoInstance, NoReceiver, Said } from '../views.ts'
import { typeWords, wordsOf } from './words.ts'

type A = Answered<CalendarRow>
const of = <K extends CalendarRow['kind']>(a: A, kind: K) => a.rows.filter((r): r is Extract<CalendarRow, { kind: K }> => r.kind === kind)
const named = (a: A, code: string): string => capital(a.nameOf(code))
const what = (a: A, r: Due | NoInstance): string => capital(a.actOf(r.duty, r.act))
const stands = (a: A, r: Due) => stateWords(a.lang, drawnOf({ ...r, numbered: r.limit !== null }, a.on), a.on)

/** One page that is right on any day, and on 21 December 2026 above all. */
export const calendarPage: QuestionPage<CalendarRow> = {
  title: a => {
    const { title } = wordsOf(a.lang)
    const asked = of(a, 'due').find(r => r.duty === review.duty)
    if (!asked?.due) return a.rows.length ? title.other : title.none
    const due = day(asked.due),
      said = dayInWords(a.lang, due, 'long')
    if (asked.state === 'open') return due === a.on ? title.today : title.open(said, due - a.on)
    return asked.state === 'silent' ? title.silent(said) : asked.issued.length ? title.met : title.other
  },
  lede: a => wordsOf(a.lang).lede,
  Content: a => {
    const w = wordsOf(a.lang),
      due = of(a, 'due'),
      none = of(a, 'no instance'),
      dropped = of(a, 'no receiver'),
      told = of(a, 'told')
    return (
      <>
        {due.length > 0 && (
          <section class="stack">
            <h2>{w.asked}</h2>
            <p class="small soft measure">{w.askedNote}</p>
            <Asked a={a} due={due} none={none} />
          </section>
        )}
        <Clocks a={a} title={w.clocks} contentLang={a.lang} rows={due.map(r => clock(a, r))} />
        {dropped.length > 0 && <Dropped a={a} rows={dropped} />}
        {told.length > 0 && <Beside a={a} rows={told} />}
      </>
    )
  },
}

const clock = (a: A, r: Due) => ({
  ...r,
  debtorName: named(a, r.debtor),
  debtorHref: r.debtor.includes('.') ? undefined : a.to(`/states/${r.debtor}`),
  act: what(a, r),
  mission: r.mission ?? undefined,
  numbered: r.limit !== null,
})

const Asked = ({ a, due, none }: { a: A; due: readonly Due[]; none: readonly NoInstance[] }) => {
  const w = wordsOf(a.lang)
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={w.asked}>
      <table class="tbl stk">
        <thead>
          <tr>
            <th scope="col">{w.paragraph}</th>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.on}</th>
            <th scope="col">{w.issued}</th>
          </tr>
        </thead>
        <tbody>
          {due.map(r => (
            <tr>
              <Cited a={a} row={r} />
              <td>
                <a href={a.to(`/cases/${encodeURIComponent(r.subject)}`)}>{what(a, r)}</a>
                <br />
                <span class="small soft">
                  {named(a, r.debtor)}, {r.mission ?? r.subject}
                </span>
              </td>
              <td>
                {r.due ? <When lang={a.lang} day={day(r.due)} /> : <span class="soft">{w.noDay}</span>}
                <br />
                <span class={`small ${stands(a, r).class}`}>{stands(a, r).text}</span>
              </td>
              <td class="small">
                {r.issued.length === 0 && <span class="soft">{messagesFor(a.lang).nothing}</span>}
                {r.issued.map(i => (
                  <p>
                    {i.document ?? i.says} <WhenEdtf lang={a.lang} text={i.on} />{' '}
                    {i.source && <Source href={i.source.url} label={i.source.title} />}
                  </p>
                ))}
              </td>
            </tr>
          ))}
          {none.map(r => (
            <tr>
              <Cited a={a} row={r} />
              <td>
                {what(a, r)}
                <br />
                <span class="small soft">{named(a, r.debtor)}</span>
              </td>
              <td>
                <b>{w.noInstance}</b>
              </td>
              <td class="small soft">{w.noOperation}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
const Cited = ({ a, row }: { a: A; row: Due | NoInstance }) => {
  const w = wordsOf(a.lang)
  return (
    <th scope="row">
      {row.instrument}
      <br />
      <span class="small">
        <span class="soft">{row.paragraph ?? w.notRead}</span> <BindingTag lang={a.lang} binding={row.binding} sure={row} />
      </span>
    </th>
  )
}

const Dropped = ({ a, rows }: { a: A; rows: readonly NoReceiver[] }) => {
  const w = wordsOf(a.lang)
  return (
    <section>
      <h2>{w.dropped}</h2>
      <ul>
        {rows.map(r => (
          <li>
            <a href={a.to(`/cases/${encodeURIComponent(r.subject)}`)}>{r.subject}</a>, {a.actOf(r.duty, r.duty)}, {named(a, r.debtor)}:{' '}
            {w.becameOf(r.from, r.to)}
          </li>
        ))}
      </ul>
    </section>
  )
}
const Beside = ({ a, rows }: { a: A; rows: readonly Said[] }) => {
  const w = wordsOf(a.lang)
  return (
    <section class="stack">
      <h2>{w.told}</h2>
      <p class="small soft measure">{w.toldNote}</p>
      <Docket
        lang={a.lang}
        titleLang={a.lang}
        contentLang="en"
        entries={rows.map(r => ({
          day: r.on,
          title: typeWords(a.lang, r.type)?.[0] ?? r.type,
          note: r.subject,
          sentence: r.says ?? '',
          ...citedIn(r.source),
        }))}
      />
    </section>
  )
}
