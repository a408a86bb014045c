import type { KeptSubjects } from './kept-subjects.ts'
import type { Subject } from './load.ts'
import type { Made } from './make.ts'
import { changes, type Law, NO_ROWS, type Rows, rowsOf } from './subject.ts'

/** The rows of a batch. Of what is derived, only what changed travels. */
export const batchOf = (law: Law, made: readonly Made[], grown: ReadonlyMap<string, Subject>, kept: KeptSubjects) => {
  const rows = new Map<string, Rows>()
  const changed = [...grown].map(([name, s]) => {
    const before = kept.get(name)
    const now = rowsOf(law, name, s.faces, s.marking, s.whose)
    rows.set(name, now)
    return {
      ...changes(name, before?.rows ?? NO_ROWS, now),
      marked: before && before.marking !== s.marking ? [{ subject: name, marking: s.marking }] : [],
    }
  })
  const all = (what: keyof (typeof changed)[number]): object[] => changed.flatMap(c => c[what] as object[])
  return {
    rows,
    // Under the marking that is in force when the batch is written: a MarkingChanged among them counts for those beside it.
    entries: JSON.stringify(made.map(m => ({ ...m.row, marking: grown.get(m.draft.subject)!.marking }))),
    bodies: JSON.stringify(made.map(m => ({ ...m.body, marking: Math.max(grown.get(m.draft.subject)!.marking, m.said.marking) }))),
    derived: JSON.stringify(
      some({
        gone: all('gone'),
        spans: all('spans'),
        unheld: all('unheld'),
        holders: all('holders'),
        ungrounded: all('ungrounded'),
        groundings: all('groundings'),
        marked: all('marked'),
      }),
    ),
  }
}
const some = (lists: Readonly<Record<string, readonly object[]>>) => Object.fromEntries(Object.entries(lists).filter(([, l]) => l.length))
