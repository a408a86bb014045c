import { NotOnRecord } from '../../../../paper/cited.tsx'
import { Kept } from '../../../../paper/kept.tsx'
import type { Answered } from '../../../../paper/question-page.ts'
import { TablePart } from '../../../../paper/table.tsx'
import { ToLookAt } from '../../../../paper/to-look-at.tsx'
import type { CodedTask } from '../coded-tasks.ts'

/** Below the tasks of this record, those that others coded. */
export const CodedTasks = ({ a, rows }: { a: Answered<object>; rows: readonly CodedTask[] }) =>
  rows.length ? (
    <TablePart
      title="Tasks as coded by PEMA"
      note="What its coders read in the texts: which tasks were given, and neither in which order nor what became of them."
      heads={['Task', 'The words', 'Where']}
      rows={rows.map(r => [
        <>
          {r.task}
          <ToLookAt says={r.odd} />
        </>,
        r.words ? (
          <p class="small measure">
            <q>{r.words}</q>
          </p>
        ) : (
          <NotOnRecord />
        ),
        <>
          {r.mission}, {r.symbol}
          {r.paragraph && `, ${r.paragraph}`} <Kept to={a.to} at={r.cites} />
        </>,
      ])}
    />
  ) : null
