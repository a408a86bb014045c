import { NotOnRecord, QuotedBelow } from '../../../../paper/cited.tsx'
import { Kept } from '../../../../paper/kept.tsx'
import type { Answered } from '../../../../paper/question-page.ts'
import { TablePart } from '../../../../paper/table.tsx'
import { ToLookAt } from '../../../../paper/to-look-at.tsx'
import { wordsOf } from '../../../pages/words.ts'
import type { CodedTask } from '../coded-tasks.ts'

/** Below the tasks of this record, those that others coded. */
export const CodedTasks = ({ a, rows }: { a: Answered<object>; rows: readonly CodedTask[] }) => {
  const w = wordsOf(a.lang).tasks
  return (
    <TablePart
      lang={a.lang}
      title={w.coded}
      note={w.codedNote}
      heads={w.codedHeads}
      rows={rows.map(r => [
        <>
          <bdi lang="en">{r.task}</bdi>
          <ToLookAt lang={a.lang} says={r.odd} />
        </>,
        r.words ? <QuotedBelow words={r.words} /> : <NotOnRecord lang={a.lang} />,
        <>
          <bdi>
            {r.mission}, {r.symbol}
            {r.paragraph && `, ${r.paragraph}`}
          </bdi>{' '}
          <Kept lang={a.lang} to={a.to} at={r.cites} />
        </>,
      ])}
    />
  )
}
