import { NothingYet, NotOnRecord } from '../../paper/cited.tsx'
import { WhenEdtf } from '../../paper/dates.tsx'
import { citedIn, Docket } from '../../paper/docket.tsx'
import { capital, plural } from '../../paper/english.ts'
import { number } from '../../paper/numbers.ts'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { daysInWords } from '../days-between.ts'
import { type PledgeRow, promisedInWords, type Step, toldAgain } from '../pledges.ts'

type Asked = Answered<PledgeRow>

/** Promised beside arrived; of one State, each road with the days of its steps. */
export const pledges: QuestionPage<PledgeRow> = {
  title: a =>
    a.asked.options['state'] ? `What ${named(a, a.asked.options['state'])} pledged, and what came` : 'What was pledged, and what came',
  lede: ({ rows }) =>
    `${plural(rows.length, 'pledge')} on this record, by alphabet. How many came is on it for ${rows.filter(r => r.arrived).length || 'none'} of them. A pledge has no date, so none of these is late.`,
  Content: a =>
    a.rows.length ? (
      <>
        <Overview a={a} />
        {a.asked.options['state'] === undefined ? (
          <p class="small soft">Choose a State to read its road, step by step, with the days of each.</p>
        ) : (
          a.rows.map(r => <Road a={a} row={r} />)
        )}
        <Owed rows={a.rows} />
      </>
    ) : (
      <NothingYet />
    ),
}
const named = (a: Asked, state: string): string => {
  const name = a.nameOf(state)
  return a.lang === 'en' && /^United (Kingdom|States|Republic)/.test(name) ? `the ${name}` : name
}

const Overview = ({ a }: { a: Asked }) => (
  <section>
    <h2>Promised beside arrived</h2>
    <TablePart
      untitled
      title="Promised beside arrived"
      heads={['State', 'What', 'Promised', 'Arrived', 'The way so far', 'Waits for']}
      rows={a.rows.map(r => [
        <>
          <a href={a.to('/forces/pledges', { state: r.state })}>{a.nameOf(r.state)}</a> <span class="code">{r.state}</span>
        </>,
        <>
          <a href={a.to(`/cases/${r.pledge}`)}>{capital(r.capability)}</a> <span class="code">{r.mission ?? r.summit}</span>
        </>,
        promisedInWords(r),
        r.arrived ? (
          <>
            {number(a.lang, r.arrived.persons)} <span class="small soft">({<WhenEdtf lang={a.lang} text={r.arrived.on} />})</span>
          </>
        ) : (
          <NotOnRecord />
        ),
        <span class="small">{soFar(a.lang, r.steps)}</span>,
        <span class="small">{waits(r)}</span>,
      ])}
    />
    <p class="small soft measure">
      <BindingTag lang={a.lang} binding="self-commitment" /> A pledge binds the State that made it, and nothing else does. Arrived is the
      largest number that a source gives; “not on this record” does not mean that nobody came.
    </p>
  </section>
)
const waits = (r: PledgeRow): string =>
  r.waitsFor ? `${r.waitsFor.what}, with ${r.waitsFor.who}` : r.ended ? 'nothing: it ended' : 'nothing: they came'
/** Each step once, on the first day that a source gives it. */
const soFar = (lang: string, steps: readonly Step[]) =>
  steps
    .filter((s, i) => s.step !== 'status told' && steps.findIndex(t => t.step === s.step) === i)
    .map((s, i) => (
      <>
        {i > 0 && ', '}
        {s.step} <WhenEdtf lang={lang} text={s.on} />
      </>
    ))

const Road = ({ a, row: r }: { a: Asked; row: PledgeRow }) => (
  <section>
    <h2>{capital(r.capability)}</h2>
    <p class="measure">
      Promised: {promisedInWords(r)}.{' '}
      {r.arrived ? `Arrived: ${number(a.lang, r.arrived.persons)}.` : 'How many came is not on this record.'} Waits for {waits(r)}.{' '}
      <a class="code" href={a.to(`/cases/${r.pledge}`)}>
        {r.pledge}
      </a>
    </p>
    <Docket
      lang={a.lang}
      contentLang="en"
      entries={r.steps.map((s, i) => ({
        day: s.on,
        note: i === 0 || s.sincePledge?.[1] === 0 ? 'day 0' : `${daysInWords(s.sincePledge)} on`,
        title: `${capital(s.step)}${toldAgain(r.steps, i) ? ', by another report of the same' : ''}`,
        sentence: [
          s.says,
          s.sinceStep?.[1] ? `${capital(daysInWords(s.sinceStep))} after the step before.` : '',
          s.source?.conflict ? '' : (s.source?.note ?? ''),
        ]
          .filter(Boolean)
          .join(' '),
        ...citedIn(s.source),
      }))}
    />
  </section>
)

/** The first debtor: what the UN had to do in between, and what of it nobody told. */
const Owed = ({ rows }: { rows: readonly PledgeRow[] }) => {
  const held = rows.filter(r => r.waitsFor?.un)
  return (
    <section>
      <h2>What the United Nations owed meanwhile</h2>
      <p class="small measure">
        To visit, to select, to agree the memorandum; and with the host State, visas and land.{' '}
        {held.length
          ? `By this record it has the next step of ${plural(held.length, 'pledge')}: ${held.map(r => r.pledge).join(', ')}.`
          : 'No step that is open by this record is with the United Nations.'}{' '}
        Where none of these days is on this record, nobody can say from it how the time was shared between a capital, New York and the host
        State.
      </p>
    </section>
  )
}
