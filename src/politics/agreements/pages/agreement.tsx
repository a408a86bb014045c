import { NothingYet, SmallCited } from '../../../paper/cited.tsx'
import { Clocks } from '../../../paper/clocks.tsx'
import { WhenEdtf } from '../../../paper/dates.tsx'
import { citedIn, Docket } from '../../../paper/docket.tsx'
import { capital, plural, withDays } from '../../../paper/english.ts'
import { proposalsPage } from '../../../paper/proposals-page.tsx'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { Tag } from '../../../paper/tag.tsx'
import { headingOf, partyWords } from '../../pages/words.ts'
import { type AgreementRow, counted, type Step } from '../agreement.ts'
import { became, extendedInWords, fairClock, type Provision } from '../provision.ts'

type A = Answered<AgreementRow>

export const agreement: QuestionPage<AgreementRow> = {
  title: a => {
    const c = a.rows.find(r => r.kind === 'count')
    if (!c) return 'No such agreement is on this record on this day'
    return `${c.id}: ${plural(c.provisions, 'provision')} on this record, ${c.met} kept, ${c.extended} extended, ${c.unanswered} without an answer on this record`
  },
  lede: () =>
    'What the parties set each other. The days are theirs; the ratings are the monitors’ own. Nothing here rates a party, and no finding rests on it.',
  Content: a => {
    const c = a.rows.find(r => r.kind === 'count'),
      provisions = a.rows.filter(r => r.kind === 'provision'),
      reported = a.rows.filter(r => r.kind === 'reported')
    return c ? (
      <>
        <Life a={a} title="From talks to signature, and since" rows={a.rows.filter(r => r.kind === 'step')} />
        <Provisions a={a} id={c.id} rows={provisions} />
        <Clocks
          a={a}
          title="The clocks"
          rows={provisions.flatMap(p => {
            const clock = fairClock(p)
            return clock ? [{ ...clock, subject: p.subject, debtorName: partyWords(p.party), act: p.says ?? p.subject }] : []
          })}
        />
        <p class="small soft measure">{capital(counted(c))}. Unknown: no monitor’s rating is on this record, or the monitor says so.</p>
        {reported.length > 0 && <Life a={a} title="Reported as against the agreement" rows={reported} />}
      </>
    ) : (
      <NothingYet />
    )
  },
}
const Life = ({ a, title, rows }: { a: A; title: string; rows: readonly Step[] }) => (
  <section>
    <h2>{title}</h2>
    <Docket
      lang={a.lang}
      contentLang="en"
      entries={rows.map(r => ({
        day: r.on,
        title: headingOf(r.type),
        note: r.who ?? undefined,
        sentence: [r.says, r.source?.conflict ? '' : r.source?.note].filter(Boolean).join(' '),
        ...citedIn(r.source),
      }))}
    />
  </section>
)
const Provisions = ({ a, id, rows }: { a: A; id: string; rows: readonly Provision[] }) => (
  <>
    <TablePart
      title="What they set each other"
      note="Where a timetable was extended, the old last days stay, struck through. A monitor’s rating stands with its scale and its day; two monitors stand side by side."
      heads={['Provision', 'Last day', 'What became of it', 'As monitors rate it']}
      rows={rows.map(p => [
        <>
          <a href={a.to(`/cases/${p.subject}`)} lang="en">
            {p.says ?? p.subject}
          </a>
          <br />
          <span class="small soft">
            {partyWords(p.party)}
            {p.paragraph && `, ${p.paragraph}`}
          </span>{' '}
          <SmallCited lang={a.lang} source={p.source} />
        </>,
        p.cycle ? `every ${p.cycle}; no clock runs` : <Days a={a} of={p} />,
        <>
          {p.cycle
            ? `told to have been done: ${p.kept === 0 ? 'not on this record' : plural(p.kept, 'time')}`
            : withDays(a.lang, capital(became(p)))}
          {p.met?.says && (
            <p class="small" lang="en">
              {p.met.says} <SmallCited lang={a.lang} source={p.met.source} />
            </p>
          )}
        </>,
        <Ratings a={a} of={p} />,
      ])}
    />
    {rows.some(p => p.extensions.length) && (
      <p class="small">
        <a href={a.to(`/politics/extend/${encodeURIComponent(id)}`)}>The days that the extension makes, as lines to check and import</a>
      </p>
    )}
  </>
)
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
              extended, <WhenEdtf lang={a.lang} text={d.since} />. <SmallCited lang={a.lang} source={d.source} />
            </span>
          )}
        </p>
      )
    })}
    {p.extensions.length > 0 && (
      <p class="small">
        {capital(withDays(a.lang, extendedInWords(p)))}. <SmallCited lang={a.lang} source={p.extensions.at(-1)!.source} />
      </p>
    )}
  </>
)
const Ratings = ({ a, of: p }: { a: A; of: Provision }) => (
  <>
    {p.disagree && <Tag>monitors disagree</Tag>}
    {p.ratings.map(r => (
      <p>
        <b>{r.rating}</b>{' '}
        <span class="small">
          {r.rater}, {r.scale}, <WhenEdtf lang={a.lang} text={r.on} />
        </span>{' '}
        <SmallCited lang={a.lang} source={r.source} />
      </p>
    ))}
    {p.ratings.length === 0 && <span class="soft">rating unknown</span>}
  </>
)

export const extend = proposalsPage({
  lede: 'Lines of the interchange format, made from the months of the extension. Read the extension, mend the line or leave it out, and import the rest.',
  named: line => line.subject,
  headingOf,
})
