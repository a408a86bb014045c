import { Asking } from '../../../../paper/asking.tsx'
import { Cited, NotOnRecord } from '../../../../paper/cited.tsx'
import { WhenEdtf } from '../../../../paper/dates.tsx'
import { capital, plural, withDays } from '../../../../paper/english.ts'
import { Facts } from '../../../../paper/facts.tsx'
import { Kept } from '../../../../paper/kept.tsx'
import type { Answered, QuestionPage } from '../../../../paper/question-page.ts'
import { TablePart } from '../../../../paper/table.tsx'
import { ToLookAt } from '../../../../paper/to-look-at.tsx'
import { headingOf } from '../../../pages/words.ts'
import type { TaskGiven } from '../coded.ts'
import type { End, InForce, InForceRow, Report, Said } from '../mandate.ts'
import { addressOf, numbersIn, symbolOf } from '../texts.ts'

// A mandate: its paragraphs with their tasks and their own words, how the archive understood them, and what a person has confirmed.

type A = Answered<InForceRow>
const head = (a: A) => a.rows.find(r => r.is === 'mandate')
/** The row of a paragraph, as the archive names it. */
const paragraphKey = (symbol: string, paragraph: string): string => `${symbol} | operative | ${paragraph}`

export const mandate: QuestionPage<InForceRow> = {
  title: a => {
    const m = head(a)
    if (!m) return 'The mandate in force on a day'
    return `${m.mission}, ${m.symbol}: ${m.inForce === null ? 'whether it is in force is not on this record' : m.inForce ? 'in force on this day' : 'not in force on this day'}`
  },
  lede: a => {
    const m = head(a)
    return m
      ? `${capital(withDays(a.lang, m.stands))}. ${plural(new Set(a.rows.filter(r => r.is === 'task').map(t => t.task)).size, 'task')} by the coders of PEMA, each with the words of its paragraph.`
      : 'What the Council gave a mission, read from published tables and from the texts themselves.'
  },
  Content: a => {
    const m = head(a)
    return (
      <div lang="en" dir="ltr">
        <Asking lang={a.lang} action={a.to('/politics/mandate')} fields={[['mission', 'Of', a.asked.options['mission']]]} />
        {a.rows.map(r => r.is === 'none' && <p>{r.says}</p>)}
        {m && (
          <>
            <Head a={a} m={m} />
            <Ends a={a} rows={a.rows.filter(r => r.is === 'end')} />
            <Paragraphs
              a={a}
              rows={a.rows.filter(r => r.is === 'task')}
              main={m.from.find(c => c.dataset === 'pema-tasks')?.line ?? null}
            />
            <Reports a={a} rows={a.rows.filter(r => r.is === 'report')} mission={m.mission} />
            <OnRecord a={a} rows={a.rows.filter(r => r.is === 'said')} />
          </>
        )}
      </div>
    )
  },
}
const textLink = (a: Answered<object>, symbol: string, paragraph?: string) => (
  <a href={a.to(addressOf(symbol), paragraph === undefined ? {} : { paragraph: paragraph.replaceAll(/[ ()]/g, '') })}>
    {paragraph === undefined ? symbol : paragraph}
  </a>
)
const Head = ({ a, m }: { a: A; m: InForce }) => (
  <section class="stack">
    <Facts
      facts={[
        ['Mission', m.name],
        ['Text', textLink(a, m.symbol)],
        ['Adopted', m.adopted ? <WhenEdtf lang={a.lang} text={m.adopted} /> : <NotOnRecord />],
        [
          'Last day',
          m.until ? (
            <>
              <WhenEdtf lang={a.lang} text={m.until} /> <span class="small soft">by this record’s own entry</span>
            </>
          ) : (
            <span class="soft">nobody has confirmed one</span>
          ),
        ],
        [
          'Read in',
          m.from.map(c => (
            <p>
              <Kept to={a.to} at={c} />
            </p>
          )),
        ],
      ]}
    />
    <ToLookAt says={m.odd} />
  </section>
)
const KINDS: Readonly<Record<End['kind'], string>> = {
  mandate: 'may be its end',
  'another mission': 'another mission’s',
  predecessor: 'a predecessor’s end',
  partner: 'a partner’s mission',
  host: 'the host’s own calendar',
  sanctions: 'sanctions, experts, a tribunal',
  report: 'a report’s day',
  step: 'a step on the way',
  review: 'a review',
}
const Ends = ({ a, rows }: { a: A; rows: readonly End[] }) => (
  <TablePart
    title="Days and periods in the text"
    note="Only the first kind may be the mandate’s end, and it is so once a person has said it. The others stand here so that nobody takes them for it."
    heads={['Day', 'What it is', 'The words', 'Where']}
    rows={rows.map(r => [
      r.until ? <WhenEdtf lang={a.lang} text={r.until} /> : r.months === null ? <NotOnRecord /> : plural(r.months, 'month'),
      <>
        {r.kind === 'mandate' ? <b>{KINDS[r.kind]}</b> : KINDS[r.kind]}
        {r.kind === 'mandate' && <span class="small soft">, {r.confirmed ? 'confirmed on this record' : 'a candidate'}</span>}
        <p class="small soft">{r.because}</p>
      </>,
      <p class="small measure">
        <q>{r.quote}</q>
      </p>,
      <>
        {textLink(a, r.symbol, r.paragraph)} {r.cites && <Kept to={a.to} at={r.cites} row={paragraphKey(r.symbol, r.paragraph)} />}
      </>,
    ])}
  />
)

/** `main`: the row of the coders that the head of the page names; another one is named where it is used. */
const Paragraphs = ({ a, rows, main }: { a: A; rows: readonly TaskGiven[]; main: number | null }) => (
  <TablePart
    title="Paragraphs, and the tasks that PEMA’s coders read in them"
    note="The tasks are PEMA’s; the words are the text’s. Where the two do not fit it is said, and nothing is corrected. No task here has a number of days: none can be late."
    heads={['Paragraph', 'Its words', 'Tasks']}
    rows={[...Map.groupBy(rows, r => `${r.symbol}|${r.paragraph ?? r.coded}`).values()].toSorted(byParagraph).map(its => {
      const r = its[0]!
      return [
        <>
          {r.paragraph === null ? r.coded || '–' : textLink(a, r.symbol, r.paragraph)}
          <p class="small soft">{r.symbol}</p>
          {r.text && <Kept to={a.to} at={r.text} row={paragraphKeyOf(r)} />}
        </>,
        r.words === null ? (
          <NotOnRecord />
        ) : (
          <p class="small measure">
            <q>{r.words}</q>
          </p>
        ),
        <>
          {its.map(t => (
            <p>
              {t.says} <span class="soft">{t.way}</span>
              {t.coded && t.coded !== t.paragraph?.replaceAll(/[ ]/g, '').replace(/^(\d+)\(([a-z])\)/, '$1$2') && (
                <span class="small soft">, coded “{t.coded}”</span>
              )}
              <ToLookAt says={t.odd} />
            </p>
          ))}
          {r.cites.line !== main && <Kept to={a.to} at={r.cites} />}
        </>,
      ]
    })}
  />
)
/** The table of texts names a resolution with its year, the coders without. */
const paragraphKeyOf = (r: TaskGiven): string | undefined => (r.paragraph && r.in ? paragraphKey(r.in, r.paragraph) : undefined)
const byParagraph = ([a]: readonly TaskGiven[], [b]: readonly TaskGiven[]): number =>
  (numbersIn(b!.symbol)[0] ?? 0) - (numbersIn(a!.symbol)[0] ?? 0) ||
  (a!.paragraph ?? `zz${a!.coded}`).localeCompare(b!.paragraph ?? `zz${b!.coded}`, 'en', { numeric: true })

const Reports = ({ a, rows, mission }: { a: A; rows: readonly Report[]; mission: string }) =>
  rows.length ? (
    <>
      <TablePart
        title="Reports that the text asks for"
        note="Proposed: nobody owes a report by this page. A person who has read the paragraph makes an entry of it, and only then a day is counted."
        heads={['Paragraph', 'When, in the words of the text', 'The words', 'On this record']}
        rows={rows.map(r => [
          <>
            {textLink(a, r.symbol, r.paragraph)} {r.cites && <Kept to={a.to} at={r.cites} row={paragraphKey(r.symbol, r.paragraph)} />}
          </>,
          r.asked,
          <p class="small measure">
            <q>{r.quote}</q>
          </p>,
          r.confirmed ? (
            <>
              <a href={a.to(`/cases/${r.confirmed.subject}`)}>{r.confirmed.subject}</a>{' '}
              <span class="small soft">{withDays(a.lang, r.confirmed.asked)}</span>
            </>
          ) : (
            <span class="soft">proposed</span>
          ),
        ])}
      />
      <p class="small">
        <a href={a.to('/politics/propose', { mission })}>The proposals as lines to check and import</a>
      </p>
    </>
  ) : null
const OnRecord = ({ a, rows }: { a: A; rows: readonly Said[] }) => (
  <TablePart
    title="What a person has put on this record"
    heads={['Day', 'What', 'By which source']}
    rows={rows.map(r => [
      <WhenEdtf lang={a.lang} text={r.on} />,
      <>
        <a href={a.to(`/cases/${r.subject}`)}>{headingOf('en', r.type)}</a>, {r.symbol && symbolOf(numbersIn(r.symbol)[0] ?? 0)}
        <p class="small soft">{withDays(a.lang, r.what)}</p>
      </>,
      <Cited lang={a.lang} source={r.source} note />,
    ])}
  />
)
