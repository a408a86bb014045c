import { Asking } from '../../../paper/asking.tsx'
import { NotHeld, NothingYet, Quoted } from '../../../paper/cited.tsx'
import { WhenEdtf } from '../../../paper/dates.tsx'
import { withDays } from '../../../paper/english.ts'
import { Kept } from '../../../paper/kept.tsx'
import { messagesFor } from '../../../paper/messages.ts'
import { number } from '../../../paper/numbers.ts'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { AuthorityAnswer, AuthorityRow } from '../authority.ts'
import { held, isTableNotHeld } from '../not-held.ts'
import { toldInWords } from '../texts.ts'
import { tablesOf } from './words.ts'

type A = Answered<AuthorityAnswer>
const numbers = (a: A) => held(a.rows)
const of = (a: A) => tablesOf(a.lang).authority

/** Each number in its paragraph, in its words. */
export const authority: QuestionPage<AuthorityAnswer> = {
  title: a => (a.asked.options['mission'] ? of(a).titleOf(a.asked.options['mission']) : of(a).title),
  lede: a => of(a).lede,
  Content: a => {
    const last = numbers(a)[0]
    return (
      <>
        <Asking lang={a.lang} action={a.to('/forces/authority')} fields={[['mission', tablesOf(a.lang).of, a.asked.options['mission']]]} />
        {a.rows.map(r => isTableNotHeld(r) && <NotHeld lang={a.lang} says={r.says} />)}
        {a.rows.length ? (
          [...Map.groupBy(numbers(a), r => r.mission)].map(([mission, rows]) => <OfMission a={a} mission={mission} rows={rows} />)
        ) : (
          <NothingYet lang={a.lang} />
        )}
        {last && (
          <p class="small soft">
            {of(a).until} <WhenEdtf lang={a.lang} text={last.textsUntil} />.
          </p>
        )}
      </>
    )
  },
}
const OfMission = ({ a, mission, rows }: { a: A; mission: string; rows: readonly AuthorityRow[] }) => {
  const w = of(a)
  return (
    <section class="stack">
      <h2>
        {mission} <a href={a.to('/forces/timeline', { mission })}>{w.beside}</a>
      </h2>
      <TablePart
        untitled
        lang={a.lang}
        title={w.table(mission)}
        heads={w.heads}
        rows={rows.map(r => [
          <>
            <bdi>
              {r.symbol}, {r.paragraph}
            </bdi>
            <p class="small soft">
              <WhenEdtf lang={a.lang} text={r.adopted} />
            </p>
          </>,
          <>
            {r.partOf ? w.including : w.kinds[r.kind]} <b>{number(a.lang, r.count)}</b>
            {r.temporary && <span class="small">{w.forATime}</span>}
          </>,
          <>
            <bdi lang="en">{r.who}</bdi> {r.joint && w.together}
            {r.inForce && <p class="small">{w.setLast[r.of]}</p>}
            {r.told && (
              <p class="small">
                {w.sinceThen} <b>{number(a.lang, r.told.count)}</b>
                {messagesFor(a.lang).comma}
                {withDays(a.lang, toldInWords(r.told, a.lang))}
              </p>
            )}
          </>,
          <p class="small">
            <Quoted words={r.quote.replace(/^…\s*|\s*…$/g, '')} />{' '}
            <Kept lang={a.lang} to={a.to} at={r.cites} row={`${r.symbol} | operative | ${r.paragraph}`} />
          </p>,
        ])}
      />
    </section>
  )
}
