import { Asking } from '../../paper/asking.tsx'
import { NothingYet } from '../../paper/cited.tsx'
import { WhenEdtf } from '../../paper/dates.tsx'
import { plural } from '../../paper/english.ts'
import type { Answered, QuestionPage } from '../../paper/question-page.ts'
import { TablePart } from '../../paper/table.tsx'
import type { Step } from '../agreements/agreement.ts'
import { PublishedPart, tablesInWords } from '../archive/pages/published.tsx'
import type { NotAsked, Published } from '../archive/published-agreements.ts'

type A = Answered<Step | Published | NotAsked>
const published = (a: A) => a.rows.filter(r => r.kind === 'published')
const own = (a: A) => a.rows.filter(r => r.kind === 'step' || r.kind === 'reported')

/** The record's own agreements, and beside them those that two tables have. */
export const agreements: QuestionPage<Step | Published | NotAsked> = {
  title: a => {
    const [mine, theirs] = [plural(new Set(own(a).map(r => r.subject)).size, 'agreement'), published(a)]
    return `${mine} on this record${theirs.length ? `, ${tablesInWords(theirs)}` : ''}`
  },
  lede: () =>
    'What a text sets is counted only where it is on this record. PA-X and UCDP count different things: both stay, and neither corrects the other.',
  Content: a => (
    <div lang="en" dir="ltr">
      <Asking
        lang={a.lang}
        action="/politics/agreements"
        fields={[
          ['country', 'Of', a.asked.options['country']],
          ['process', 'in the process', a.asked.options['process']],
          ['stage', 'at the stage', a.asked.options['stage']],
        ]}
      />
      <TablePart
        title="Signed, on this record"
        heads={['Agreement', 'Day', 'By whom']}
        rows={own(a).map(r => [
          <a href={a.to(`/politics/agreement/${encodeURIComponent(r.subject)}`)}>{r.subject}</a>,
          <WhenEdtf lang={a.lang} text={r.on} />,
          r.who,
        ])}
      />
      <PublishedPart a={a} rows={published(a)} />
      {a.rows.map(r => r.kind === 'none' && <p class="soft">{r.says}</p>)}
      {a.rows.length === 0 && <NothingYet />}
      {published(a).length > 0 && (
        <p class="small soft measure">
          PA-X is asked by the first country that it gives; it names the agreement of UCDP by number, and where it names none the two are
          not matched by us.
        </p>
      )}
    </div>
  ),
}
