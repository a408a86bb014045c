import { Asking } from '../../../paper/asking.tsx'
import { NotHeld, NothingYet } from '../../../paper/cited.tsx'
import { WhenEdtf } from '../../../paper/dates.tsx'
import { Kept } from '../../../paper/kept.tsx'
import { number } from '../../../paper/numbers.ts'
import type { Answered, QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import { type AuthorityAnswer, KINDS } from '../authority.ts'
import { held, isTableNotHeld } from '../not-held.ts'
import { toldInWords } from '../texts.ts'

const numbers = (a: Answered<AuthorityAnswer>) => held(a.rows)

/** Each number in its paragraph, in its words. */
export const authority: QuestionPage<AuthorityAnswer> = {
  title: ({ asked }) =>
    asked.options['mission'] ? `What the texts authorise for ${asked.options['mission']}` : 'What the texts authorise, by mission',
  lede: () =>
    'Every number of military and police in the operative paragraphs, as the text has it. A number “more” is not added to a ceiling here, and a part stays a part. What was set last is marked; a text that is not on this record may have changed it.',
  Content: a => (
    <>
      <Asking lang={a.lang} action={a.to('/forces/authority')} fields={[['mission', 'Of', a.asked.options['mission']]]} />
      {a.rows.map(r => isTableNotHeld(r) && <NotHeld says={r.says} />)}
      {a.rows.length ? (
        [...Map.groupBy(numbers(a), r => r.mission)].map(([mission, rows]) => (
          <section class="stack">
            <h2>
              {mission} <a href={a.to('/forces/timeline', { mission })}>beside those who were there</a>
            </h2>
            <TablePart
              untitled
              title={`Authorised: ${mission}`}
              heads={['Text', 'Number', 'Of whom', 'In its words']}
              rows={rows.map(r => [
                <>
                  {r.symbol}, {r.paragraph}
                  <p class="small soft">
                    <WhenEdtf lang={a.lang} text={r.adopted} />
                  </p>
                </>,
                <>
                  {r.partOf ? 'including' : KINDS[r.kind]} <b>{number(a.lang, r.count)}</b>
                  {r.temporary && <span class="small">, for a time</span>}
                </>,
                <>
                  <span lang="en">{r.joint ? `${r.who} together` : r.who}</span>
                  {r.inForce && <p class="small">set last, of {r.of}</p>}
                  {r.told && (
                    <p class="small" lang="en">
                      since then <b>{number(a.lang, r.told.count)}</b>, {toldInWords(r.told)}
                    </p>
                  )}
                </>,
                <p class="small">
                  <q lang="en">{r.quote.replace(/^…\s*|\s*…$/g, '')}</q>{' '}
                  <Kept to={a.to} at={r.cites} row={`${r.symbol} | operative | ${r.paragraph}`} />
                </p>,
              ])}
            />
          </section>
        ))
      ) : (
        <NothingYet />
      )}
      {numbers(a)[0] && (
        <p class="small soft">
          The texts on this record end on <WhenEdtf lang={a.lang} text={numbers(a)[0]!.textsUntil} />.
        </p>
      )}
    </>
  ),
}
