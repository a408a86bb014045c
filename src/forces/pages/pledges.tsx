import { NothingYet, NotOnRecord } from '../../paper/cited.tsx'
import { WhenEdtf } from '../../paper/dates.tsx'
import { citedIn, Docket } from '../../paper/docket.tsx'
import { capital, said } from '../../paper/english.ts'
import { messagesFor } from '../../paper/messages.ts'
import { number } from '../../paper/numbers.ts'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import { type PledgeRow, type Step, toldAgain } from '../pledges.ts'
import { daysSaid, stepWords, wordsOf } from './words.ts'

type Asked = Answered<PledgeRow>
const of = (a: Asked) => wordsOf(a.lang).pledges

/** Promised beside arrived; of one State, each road with the days of its steps. */
export const pledges: QuestionPage<PledgeRow> = {
  title: a => (a.asked.options['state'] ? of(a).titleOf(named(a, a.asked.options['state'])) : of(a).title),
  lede: a => of(a).lede(a.rows.length, a.rows.filter(r => r.arrived).length),
  Content: a =>
    a.rows.length ? (
      <>
        <Overview a={a} />
        {a.asked.options['state'] === undefined ? <p class="small soft">{of(a).choose}</p> : a.rows.map(r => <Road a={a} row={r} />)}
        <Owed a={a} />
      </>
    ) : (
      <NothingYet lang={a.lang} />
    ),
}
const named = (a: Asked, state: string): string => {
  const name = a.nameOf(state)
  return a.lang === 'en' && /^United (Kingdom|States|Republic)/.test(name) ? `the ${name}` : name
}

const Overview = ({ a }: { a: Asked }) => (
  <section>
    <h2>{of(a).beside}</h2>
    <TablePart
      untitled
      lang={a.lang}
      title={of(a).beside}
      heads={of(a).heads}
      rows={a.rows.map(r => [
        <>
          <a href={a.to('/forces/pledges', { state: r.state })}>{a.nameOf(r.state)}</a> <bdi class="code">{r.state}</bdi>
        </>,
        <>
          <a href={a.to(`/cases/${r.pledge}`)} lang="en">
            {capital(r.capability)}
          </a>{' '}
          <bdi class="code" lang="en">
            {r.mission ?? r.summit}
          </bdi>
        </>,
        <Promised a={a} row={r} />,
        r.arrived ? (
          <>
            {number(a.lang, r.arrived.persons)} <span class="small soft">({<WhenEdtf lang={a.lang} text={r.arrived.on} />})</span>
          </>
        ) : (
          <NotOnRecord lang={a.lang} />
        ),
        <span class="small">{soFar(a.lang, r.steps)}</span>,
        <span class="small">{waits(a, r)}</span>,
      ])}
    />
    <p class="small soft measure">
      <BindingTag lang={a.lang} binding="self-commitment" /> {of(a).binds}
    </p>
  </section>
)
/** How many, and of what. What was promised is in the words of its source. */
const Promised = ({ a, row: r }: { a: Asked; row: PledgeRow }) => {
  const { upTo, or, units } = of(a)
  if (!r.promised.length && r.unit === null) return <bdi lang="en">{r.capability}</bdi>
  return (
    <>
      {r.upTo && `${upTo} `}
      {r.promised.map(n => number(a.lang, n)).join(` ${or} `)}{' '}
      {r.unit !== null && (said(units, r.unit) === r.unit ? <bdi lang="en">{r.unit}</bdi> : said(units, r.unit))}
    </>
  )
}
const waits = (a: Asked, { waitsFor, ended }: PledgeRow): string => {
  const w = of(a)
  return waitsFor ? w.waits(said(w.what, waitsFor.what), said(w.who, waitsFor.who)) : ended ? w.ended : w.came
}
/** Each step once, on the first day that a source gives it. */
const soFar = (lang: string, steps: readonly Step[]) =>
  steps
    .filter((s, i) => s.step !== 'status told' && steps.findIndex(t => t.step === s.step) === i)
    .map((s, i) => (
      <>
        {i > 0 && messagesFor(lang).comma}
        {stepWords(lang, s.step)} <WhenEdtf lang={lang} text={s.on} />
      </>
    ))

const Road = ({ a, row: r }: { a: Asked; row: PledgeRow }) => {
  const w = of(a)
  const noted = (s: Step, i: number): string =>
    [
      i === 0 || s.sincePledge?.[1] === 0 ? w.dayNought : w.later(daysSaid(a.lang, s.sincePledge)),
      ...(s.sinceStep?.[1] ? [w.afterStep(daysSaid(a.lang, s.sinceStep))] : []),
    ].join(messagesFor(a.lang).comma)
  return (
    <section>
      <h2>
        <bdi lang="en">{capital(r.capability)}</bdi>
      </h2>
      <p class="measure">
        {w.promised} <Promised a={a} row={r} />. {r.arrived ? w.arrived(number(a.lang, r.arrived.persons)) : w.notTold}{' '}
        {w.waitsFor(waits(a, r))}{' '}
        <a class="code" href={a.to(`/cases/${r.pledge}`)}>
          {r.pledge}
        </a>
      </p>
      <Docket
        lang={a.lang}
        titleLang={a.lang}
        contentLang="en"
        entries={r.steps.map((s, i) => ({
          day: s.on,
          note: noted(s, i),
          title: `${capital(stepWords(a.lang, s.step))}${toldAgain(r.steps, i) ? w.again : ''}`,
          sentence: s.says,
          ...citedIn(s.source),
        }))}
      />
    </section>
  )
}

/** The first debtor: what the UN had to do in between, and what of it nobody told. */
const Owed = ({ a }: { a: Asked }) => {
  const held = a.rows.filter(r => r.waitsFor?.un),
    w = of(a)
  return (
    <section>
      <h2>{w.owed}</h2>
      <p class="small measure">
        {w.owes} {held.length ? w.held(held.length) : w.heldNone}
        {held.map((r, i) => (
          <>
            {i > 0 ? messagesFor(a.lang).comma : ' '}
            <bdi>{r.pledge}</bdi>
          </>
        ))}
        {held.length > 0 && '.'} {w.shared}
      </p>
    </section>
  )
}
