import { NothingYet, SmallCited } from '../../../paper/cited.tsx'
import { Clocks } from '../../../paper/clocks.tsx'
import { WhenEdtf } from '../../../paper/dates.tsx'
import { citedIn, Docket } from '../../../paper/docket.tsx'
import { capital, said, withDays } from '../../../paper/english.ts'
import { messagesFor } from '../../../paper/messages.ts'
import { proposalsPage } from '../../../paper/proposals-page.tsx'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { Tag } from '../../../paper/tag.tsx'
import { tablesOf } from '../../pages/tables.ts'
import { headingOf, wordsOf } from '../../pages/words.ts'
import type { AgreementRow, Step } from '../agreement.ts'
import { became, extendedInWords, fairClock, type Provision } from '../provision.ts'

type A = Answered<AgreementRow>
const of = (a: A) => wordsOf(a.lang).agreement

export const agreement: QuestionPage<AgreementRow> = {
  title: a => {
    const c = a.rows.find(r => r.kind === 'count')
    return c ? of(a).title(c.id, c) : of(a).none
  },
  lede: a => of(a).lede,
  Content: a => {
    const w = of(a),
      c = a.rows.find(r => r.kind === 'count'),
      provisions = a.rows.filter(r => r.kind === 'provision'),
      reported = a.rows.filter(r => r.kind === 'reported')
    return c ? (
      <>
        <Life a={a} title={w.life} rows={a.rows.filter(r => r.kind === 'step')} />
        <Provisions a={a} id={c.id} rows={provisions} />
        <Clocks
          a={a}
          title={wordsOf(a.lang).clocks}
          rows={provisions.flatMap(p => {
            const clock = fairClock(p)
            return clock ? [{ ...clock, subject: p.subject, debtorName: capital(a.nameOf(p.party)), act: p.says ?? p.subject }] : []
          })}
        />
        <p class="small soft measure">
          {capital(w.counted(c))}. {w.unknown}
        </p>
        {reported.length > 0 && <Life a={a} title={headingOf(a.lang, 'ViolationReported')} rows={reported} />}
      </>
    ) : (
      <NothingYet lang={a.lang} />
    )
  },
}
const Life = ({ a, title, rows }: { a: A; title: string; rows: readonly Step[] }) => (
  <section>
    <h2>{title}</h2>
    <Docket
      lang={a.lang}
      titleLang={a.lang}
      contentLang="en"
      entries={rows.map(r => ({
        day: r.on,
        title: headingOf(a.lang, r.type),
        note: r.who ?? undefined,
        sentence: r.says ?? '',
        ...citedIn(r.source),
      }))}
    />
  </section>
)
const Provisions = ({ a, id, rows }: { a: A; id: string; rows: readonly Provision[] }) => {
  const w = of(a)
  return (
    <>
      <TablePart
        lang={a.lang}
        title={w.set}
        note={w.setNote}
        heads={w.heads}
        rows={rows.map(p => [
          <>
            <a href={a.to(`/cases/${p.subject}`)} lang="en" dir="auto">
              {p.says ?? p.subject}
            </a>
            <br />
            <span class="small soft">
              {capital(a.nameOf(p.party))}
              {p.paragraph && (
                <>
                  {messagesFor(a.lang).comma}
                  <bdi lang="en">{p.paragraph}</bdi>
                </>
              )}
            </span>{' '}
            <SmallCited lang={a.lang} source={p.source} />
          </>,
          p.cycle ? w.every(said(w.cycles, p.cycle)) : <Days a={a} of={p} />,
          <>
            {p.cycle ? w.told(p.kept) : withDays(a.lang, capital(became(p, a.lang)))}
            {p.met?.says && (
              <p class="small" lang="en" dir="auto">
                {p.met.says} <SmallCited lang={a.lang} source={p.met.source} />
              </p>
            )}
          </>,
          <Ratings a={a} of={p} />,
        ])}
      />
      {rows.some(p => p.extensions.length) && (
        <p class="small">
          <a href={a.to(`/politics/extend/${encodeURIComponent(id)}`)}>{w.lines}</a>
        </p>
      )}
    </>
  )
}
/** Each last day that it had. The one that counts is firm, unless the whole timetable was extended since. */
const Days = ({ a, of: p }: { a: A; of: Provision }) => (
  <>
    {p.dates.map((d, i) => {
      const until = <WhenEdtf lang={a.lang} text={d.until} />
      return (
        <p>
          {i < p.dates.length - 1 || p.extensions.length ? <del class="soft">{until}</del> : <b>{until}</b>}
          {i > 0 && (
            <span class="small soft">
              {' '}
              {of(a).extended}
              {messagesFor(a.lang).comma}
              <WhenEdtf lang={a.lang} text={d.since} />. <SmallCited lang={a.lang} source={d.source} />
            </span>
          )}
        </p>
      )
    })}
    {p.extensions.length > 0 && (
      <p class="small">
        {capital(withDays(a.lang, extendedInWords(p, a.lang)))}. <SmallCited lang={a.lang} source={p.extensions.at(-1)!.source} />
      </p>
    )}
  </>
)
const Ratings = ({ a, of: p }: { a: A; of: Provision }) => (
  <>
    {p.disagree && <Tag>{of(a).disagree}</Tag>}
    {p.ratings.map(r => (
      <p>
        <b lang="en">{r.rating}</b>{' '}
        <span class="small">
          <bdi lang="en">
            {r.rater}, {r.scale}
          </bdi>
          {messagesFor(a.lang).comma}
          <WhenEdtf lang={a.lang} text={r.on} />
        </span>{' '}
        <SmallCited lang={a.lang} source={r.source} />
      </p>
    ))}
    {p.ratings.length === 0 && <span class="soft">{of(a).notRated}</span>}
  </>
)

export const extend = proposalsPage({ lede: lang => tablesOf(lang).extend, named: line => line.subject, headingOf })
