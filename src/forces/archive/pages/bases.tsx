import { Asking } from '../../../paper/asking.tsx'
import { NotHeld, NothingYet } from '../../../paper/cited.tsx'
import { Kept } from '../../../paper/kept.tsx'
import { messagesFor } from '../../../paper/messages.ts'
import { number } from '../../../paper/numbers.ts'
import type { QuestionPage } from '../../../paper/question-page.ts'
import { TablePart } from '../../../paper/table.tsx'
import type { BasesAnswer } from '../bases.ts'
import { held, isTableNotHeld } from '../not-held.ts'
import { tablesOf } from './words.ts'

/** How many bases a year. No place: a list of places is a list of targets. */
export const bases: QuestionPage<BasesAnswer> = {
  title: a =>
    [tablesOf(a.lang).bases.title, ...(a.asked.options['host'] ? [a.nameOf(a.asked.options['host'])] : [])].join(messagesFor(a.lang).comma),
  lede: a => tablesOf(a.lang).bases.lede,
  Content: a => (
    <>
      <Asking lang={a.lang} action={a.to('/forces/bases')} fields={[['host', tablesOf(a.lang).bases.host, a.asked.options['host']]]} />
      {a.rows.map(r => isTableNotHeld(r) && <NotHeld lang={a.lang} says={r.says} />)}
      {a.rows.length ? (
        <TablePart
          untitled
          lang={a.lang}
          title={tablesOf(a.lang).bases.title}
          heads={[...tablesOf(a.lang).bases.heads, tablesOf(a.lang).where]}
          rows={held(a.rows).map(r => [
            r.year,
            <>
              {number(a.lang, r.bases)}
              {r.again > 0 && <span class="small soft"> ({tablesOf(a.lang).bases.again(r.again)})</span>}
            </>,
            <Kept lang={a.lang} to={a.to} at={r.cites} />,
          ])}
        />
      ) : (
        <NothingYet lang={a.lang} />
      )}
    </>
  ),
}
