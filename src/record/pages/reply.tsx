import { toIso } from '../../kernel/day.ts'
import { nameOf } from '../names.ts'
import { Part } from './frame.tsx'
import type { View } from './view.ts'
import { wordsOf } from './words.ts'

/** How an account is put beside these lines: one line of the interchange format, and the command that reads it in. */
export const Reply = ({
  view: v,
  subject,
  mission,
  state,
}: {
  view: View
  subject: string
  mission: string | undefined
  state: string | undefined
}) => {
  const w = wordsOf(v.lang)
  const line = {
    chapter: 'conduct',
    type: 'StateAccount',
    subject,
    occurredOn: toIso(v.today),
    marking: 'public',
    source: { title: '…', url: 'https://…', standing: 'seen' },
    data: { mission: mission ?? '…', state: state ?? '…', says: '…' },
  }
  return (
    <Part id="reply" title={w.case.reply}>
      <div class="stack">
        <p class="measure">{w.case.replyText(state === undefined ? w.case.theState : nameOf(state, v.lang))}</p>
        <pre tabindex={0}>{`echo '${JSON.stringify(line)}' > account.ndjson\nnpx peaceops import account.ndjson`}</pre>
      </div>
    </Part>
  )
}
