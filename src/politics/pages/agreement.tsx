import { Cited, NothingYet } from '../../paper/cited.tsx'
import { WhenEdtf } from '../../paper/dates.tsx'
import { Docket } from '../../paper/docket.tsx'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import { Tag } from '../../paper/tag.tsx'
import { type AgreementRow, became, counted, type Provision, type Step } from '../agreements.ts'
import { Board } from './clock.tsx'
import { headingOf, partyWords, plural, withDays } from './words.ts'

type A = Answered<AgreementRow>
const of = <K extends AgreementRow['kind']>(a: A, kind: K) => a.rows.filter((r): r is Extract<AgreementRow, { kind: K }> => r.kind === kind)
const cased = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const agreementPage: QuestionPage<AgreementRow> = {
  title: a => {
    const [c] = of(a, 'count')
    if (!c) return 'No such agreement is on this record on this day'
    return `${c.id}: ${plural(c.provisions, 'provision')} on this record, ${c.met} kept, ${c.extended} extended, ${c.unanswered} without an answer on this record`
  },
  lede: () =>
    'What the parties set each other. The days are theirs; the ratings are the monitors’ own. Nothing here rates a party, and no finding rests on it.',
  Content: a => {
    const [c] = of(a, 'count'),
      provisions = of(a, 'provision'),
      reported = of(a, 'reported')
    return c ? (
      <>
        <Life a={a} title="From talks to signature, and since" rows={of(a, 'step')} />
        <Provisions a={a} rows={provisions} />
        <Board
          a={a}
          title="The clocks"
          rows={provisions.flatMap(p =>
            p.clock ? [{ ...p.clock, subject: p.subject, debtorName: partyWords(p.party), act: p.says ?? p.subject }] : [],
          )}
        />
        <p class="small soft measure">{cased(counted(c))}. Unknown: no monitor’s rating is on this record, or the monitor says so.</p>
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
        ...(r.who ? { note: r.who } : {}),
        sentence: [r.says, r.source?.conflict ? '' : r.source?.note].filter(Boolean).join(' '),
        ...(r.source ? { source: { label: r.source.title, href: r.source.url }, standing: r.source.standing } : {}),
        ...(r.source?.conflict ? { conflict: r.source.note ?? true } : {}),
      }))}
    />
  </section>
)
const Provisions = ({ a, rows }: { a: A; rows: readonly Provision[] }) => {
  const when = (text: string) => <WhenEdtf lang={a.lang} text={text} />
  return (
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
          <span class="small">
            <Cited lang={a.lang} source={p.source} note />
          </span>
        </>,
        p.cycle
          ? `every ${p.cycle}; no clock runs`
          : p.dates.map((d, i) => (
              <p>
                {i < p.dates.length - 1 ? <del class="soft">{when(d.until)}</del> : <b>{when(d.until)}</b>}
                {i > 0 && (
                  <span class="small soft">
                    {' '}
                    extended, {when(d.since)}.{' '}
                    <span class="small">
                      <Cited lang={a.lang} source={d.source} note />
                    </span>
                  </span>
                )}
              </p>
            )),
        <>
          {p.cycle
            ? `told to have been done: ${p.kept === 0 ? 'not on this record' : plural(p.kept, 'time')}`
            : withDays(a.lang, cased(became(p)))}
          {p.met?.says && (
            <p class="small" lang="en">
              {p.met.says}{' '}
              <span class="small">
                <Cited lang={a.lang} source={p.met.source} note />
              </span>
            </p>
          )}
        </>,
        <>
          {p.disagree && <Tag>monitors disagree</Tag>}
          {p.ratings.map(r => (
            <p>
              <b>{r.rating}</b>{' '}
              <span class="small">
                {r.rater}, {r.scale}, {when(r.on)}
              </span>{' '}
              <span class="small">
                <Cited lang={a.lang} source={r.source} note />
              </span>
            </p>
          ))}
          {p.ratings.length === 0 && <span class="soft">rating unknown</span>}
        </>,
      ])}
    />
  )
}
