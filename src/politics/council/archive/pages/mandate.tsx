import { Asking } from '../../../../paper/asking.tsx'
import { Cited, InEnglish, NotOnRecord, QuotedBelow } from '../../../../paper/cited.tsx'
import { WhenEdtf } from '../../../../paper/dates.tsx'
import { keptWhole } from '../../../../paper/direction.ts'
import { capital } from '../../../../paper/english.ts'
import { Facts } from '../../../../paper/facts.tsx'
import { Kept } from '../../../../paper/kept.tsx'
import { messagesFor } from '../../../../paper/messages.ts'
import type { Answered, QuestionPage } from '../../../../paper/question-page.ts'
import { TablePart } from '../../../../paper/table.tsx'
import { ToLookAt } from '../../../../paper/to-look-at.tsx'
import { tablesOf } from '../../../pages/tables.ts'
import { headingOf } from '../../../pages/words.ts'
import type { TaskGiven } from '../coded.ts'
import type { End, InForce, InForceRow, Report, Said } from '../mandate.ts'
import { addressOf, numbersIn, symbolOf } from '../texts.ts'

// A mandate: its paragraphs with their tasks and their own words, how the archive understood them, and what a person has confirmed.

type A = Answered<InForceRow>
const of = (a: A) => tablesOf(a.lang).mandate
const head = (a: A) => a.rows.find(r => r.is === 'mandate')
/** The row of a paragraph, as the archive names it. */
const paragraphKey = (symbol: string, paragraph: string): string => `${symbol} | operative | ${paragraph}`

export const mandate: QuestionPage<InForceRow> = {
  title: a => {
    const m = head(a),
      w = of(a)
    return m
      ? [
          m.mission,
          `${keptWhole(a.lang, m.symbol)}${messagesFor(a.lang).colon}${m.inForce === null ? w.unknown : m.inForce ? w.inForce : w.notInForce}`,
        ].join(messagesFor(a.lang).comma)
      : w.title
  },
  lede: a => (head(a) ? of(a).tasks(new Set(a.rows.filter(r => r.is === 'task').map(t => t.task)).size) : of(a).lede),
  Content: a => {
    const m = head(a)
    return (
      <>
        <Asking lang={a.lang} action={a.to('/politics/mandate')} fields={[['mission', tablesOf(a.lang).of, a.asked.options['mission']]]} />
        {a.rows.map(
          r =>
            r.is === 'none' && (
              <p>
                <bdi lang="en">{r.says}</bdi>
              </p>
            ),
        )}
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
      </>
    )
  },
}
const textLink = (a: Answered<object>, symbol: string, paragraph?: string) => (
  <a href={a.to(addressOf(symbol), paragraph === undefined ? {} : { paragraph: paragraph.replaceAll(/[ ()]/g, '') })}>
    <bdi>{paragraph === undefined ? symbol : paragraph}</bdi>
  </a>
)
const Head = ({ a, m }: { a: A; m: InForce }) => {
  const w = of(a)
  return (
    <section class="stack">
      <Facts
        facts={[
          [w.mission, <bdi lang="en">{m.name}</bdi>],
          [w.text, textLink(a, m.symbol)],
          [w.adopted, m.adopted ? <WhenEdtf lang={a.lang} text={m.adopted} /> : <NotOnRecord lang={a.lang} />],
          [w.stands, <InEnglish says={capital(m.stands)} />],
          [
            w.lastDay,
            m.until ? (
              <>
                <WhenEdtf lang={a.lang} text={m.until} /> <span class="small soft">{w.byEntry}</span>
              </>
            ) : (
              <span class="soft">{w.noneConfirmed}</span>
            ),
          ],
          [
            w.readIn,
            m.from.map(c => (
              <p>
                <Kept lang={a.lang} to={a.to} at={c} />
              </p>
            )),
          ],
        ]}
      />
      <ToLookAt lang={a.lang} says={m.odd} />
    </section>
  )
}
const Ends = ({ a, rows }: { a: A; rows: readonly End[] }) => {
  const w = of(a)
  return (
    <TablePart
      lang={a.lang}
      title={w.ends}
      note={w.endsNote}
      heads={w.endsHeads}
      rows={rows.map(r => [
        r.until ? (
          <WhenEdtf lang={a.lang} text={r.until} />
        ) : r.months === null ? (
          <NotOnRecord lang={a.lang} />
        ) : (
          tablesOf(a.lang).months(r.months)
        ),
        <>
          {r.kind === 'mandate' ? <b>{w.kinds[r.kind]}</b> : w.kinds[r.kind]}
          {r.kind === 'mandate' && (
            <span class="small soft">
              {messagesFor(a.lang).comma}
              {r.confirmed ? w.confirmed : w.candidate}
            </span>
          )}
          <p class="small soft">
            <bdi lang="en">{r.because}</bdi>
          </p>
        </>,
        <QuotedBelow words={r.quote} />,
        <>
          {textLink(a, r.symbol, r.paragraph)}{' '}
          {r.cites && <Kept lang={a.lang} to={a.to} at={r.cites} row={paragraphKey(r.symbol, r.paragraph)} />}
        </>,
      ])}
    />
  )
}

/** `main`: the row of the coders that the head of the page names; another one is named where it is used. */
const Paragraphs = ({ a, rows, main }: { a: A; rows: readonly TaskGiven[]; main: number | null }) => {
  const w = of(a)
  return (
    <TablePart
      lang={a.lang}
      title={w.paragraphs}
      note={w.paragraphsNote}
      heads={w.paragraphsHeads}
      rows={[...Map.groupBy(rows, r => `${r.symbol}|${r.paragraph ?? r.coded}`).values()].toSorted(byParagraph).map(its => {
        const r = its[0]!
        return [
          <>
            {r.paragraph === null ? <bdi>{r.coded || '–'}</bdi> : textLink(a, r.symbol, r.paragraph)}
            <p class="small soft">{r.symbol}</p>
            {r.text && <Kept lang={a.lang} to={a.to} at={r.text} row={paragraphKeyOf(r)} />}
          </>,
          r.words === null ? <NotOnRecord lang={a.lang} /> : <QuotedBelow words={r.words} />,
          <>
            {its.map(t => (
              <Task a={a} task={t} />
            ))}
            {r.cites.line !== main && <Kept lang={a.lang} to={a.to} at={r.cites} />}
          </>,
        ]
      })}
    />
  )
}
const Task = ({ a, task: t }: { a: A; task: TaskGiven }) => (
  <p>
    <bdi lang="en">
      {t.says} <span class="soft">{t.way}</span>
    </bdi>
    {t.coded && t.coded !== t.paragraph?.replaceAll(/[ ]/g, '').replace(/^(\d+)\(([a-z])\)/, '$1$2') && (
      <span class="small soft">
        {messagesFor(a.lang).comma}
        {of(a).coded} <bdi>“{t.coded}”</bdi>
      </span>
    )}
    <ToLookAt lang={a.lang} says={t.odd} />
  </p>
)
/** The table of texts names a resolution with its year, the coders without. */
const paragraphKeyOf = (r: TaskGiven): string | undefined => (r.paragraph && r.in ? paragraphKey(r.in, r.paragraph) : undefined)
const byParagraph = ([a]: readonly TaskGiven[], [b]: readonly TaskGiven[]): number =>
  (numbersIn(b!.symbol)[0] ?? 0) - (numbersIn(a!.symbol)[0] ?? 0) ||
  (a!.paragraph ?? `zz${a!.coded}`).localeCompare(b!.paragraph ?? `zz${b!.coded}`, 'en', { numeric: true })

const Reports = ({ a, rows, mission }: { a: A; rows: readonly Report[]; mission: string }) => {
  const w = of(a)
  return rows.length ? (
    <>
      <TablePart
        lang={a.lang}
        title={w.reports}
        note={w.reportsNote}
        heads={w.reportsHeads}
        rows={rows.map(r => [
          <>
            {textLink(a, r.symbol, r.paragraph)}{' '}
            {r.cites && <Kept lang={a.lang} to={a.to} at={r.cites} row={paragraphKey(r.symbol, r.paragraph)} />}
          </>,
          <InEnglish says={r.asked} />,
          <QuotedBelow words={r.quote} />,
          r.confirmed ? (
            <>
              <a href={a.to(`/cases/${r.confirmed.subject}`)}>{r.confirmed.subject}</a>{' '}
              <span class="small soft">
                <InEnglish says={r.confirmed.asked} />
              </span>
            </>
          ) : (
            <span class="soft">{w.proposed}</span>
          ),
        ])}
      />
      <p class="small">
        <a href={a.to('/politics/propose', { mission })}>{w.lines}</a>
      </p>
    </>
  ) : null
}
const OnRecord = ({ a, rows }: { a: A; rows: readonly Said[] }) => (
  <TablePart
    lang={a.lang}
    title={of(a).onRecord}
    heads={of(a).onRecordHeads}
    rows={rows.map(r => [
      <WhenEdtf lang={a.lang} text={r.on} />,
      <>
        <a href={a.to(`/cases/${r.subject}`)}>{headingOf(a.lang, r.type)}</a>
        {r.symbol && (
          <>
            {messagesFor(a.lang).comma}
            <bdi>{symbolOf(numbersIn(r.symbol)[0] ?? 0)}</bdi>
          </>
        )}
        <p class="small soft">
          <InEnglish says={r.what} />
        </p>
      </>,
      <Cited lang={a.lang} source={r.source} />,
    ])}
  />
)
