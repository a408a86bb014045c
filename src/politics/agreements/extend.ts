import type { Question } from '../../kernel/chapter.ts'
import { toIso } from '../../kernel/day.ts'
import { edtfInWords } from '../../paper/dates.tsx'
import { type ProposalRow, proposedColumns, proposedLine } from '../../paper/proposal.ts'
import { agreementOf } from './agreement.ts'
import { keepProvision } from './duties.ts'
import type { Reach } from './extension.ts'

const none = (says: string): ProposalRow => ({ is: 'none', says })
const proposed = (subject: string, { by, months, from, until, sure }: Reach): ProposalRow => {
  if (!sure)
    return none(`${subject}: that it was set before the extension of ${by.on} is not on this record, so its months are not counted.`)
  if (until === null)
    return none(
      `${subject}: the extension of ${by.on} ${months === null ? 'names no months' : 'follows another that names none'}, so no day can be counted.`,
    )
  return {
    is: 'proposal',
    line: {
      id: `proposed-${subject.toLowerCase()}-extended-${by.on.replace(/[^0-9]+/g, '-')}`,
      ...{ chapter: 'politics', type: 'DeadlineExtended', subject, occurredOn: by.on },
      source: {
        title: by.source?.title ?? 'no source given',
        ...(by.source?.url !== undefined && { url: by.source.url }),
        standing: 'ours',
        note: [by.source?.note, 'The new day is counted by us from the months of the extension.'].filter(Boolean).join(' '),
      },
      data: {
        duty: keepProvision.duty,
        until: toIso(until),
        says: `${months} months beyond ${edtfInWords('en', toIso(from))}.`,
      },
    },
    look: ['only who has read the extension can say that it holds for this provision'],
  }
}
export const extend: Question<ProposalRow> = {
  name: 'extend',
  word: 'ID',
  says: 'The days that an extension of the whole agreement makes, as lines that a person checks and imports. Nothing is written.',
  columns: proposedColumns,
  options: {},
  rows: async (db, { word: id = '', on }) => {
    const { extensions, provisions } = await agreementOf(db, id, on)
    const rows = provisions.flatMap(p => p.reached.map(r => proposed(p.set.face.subject, r)))
    if (rows.length) return rows
    return [
      extensions.length
        ? none('Nothing to propose: what the extension moves has a new day of its own, or is kept, or is owed no more.')
        : none(`Nothing to propose: no extension of the whole of ${id.slice(0, 80)} is on this record on this day.`),
    ]
  },
  line: proposedLine,
}
