import { plural } from '../../paper/english.ts'
import type { QuestionPage } from '../../paper/question-page.ts'
import type { Line, ProposalRow } from '../proposal.ts'
import { ToLookAt } from './to-look-at.tsx'
import { headingOf } from './words.ts'

const proposals = (lede: string, named: (line: Line) => string): QuestionPage<ProposalRow> => ({
  title: a => {
    const n = a.rows.filter(r => r.is === 'proposal').length
    return n ? `${plural(n, 'entry', 'entries')} proposed: nothing is written` : 'Nothing is proposed'
  },
  lede: () => lede,
  Content: a => (
    <div lang="en" dir="ltr">
      {a.rows.map(r =>
        r.is === 'none' ? (
          <p>{r.says}</p>
        ) : (
          <section class="stack">
            <h2>{named(r.line)}</h2>
            <p>
              {headingOf(r.line.type)}: <q>{r.line.data['says']?.replaceAll(/^“|”$/g, '')}</q>
            </p>
            <ToLookAt says={r.look} />
            <pre class="code scroll" tabindex={0}>
              {JSON.stringify(r.line)}
            </pre>
          </section>
        ),
      )}
    </div>
  ),
})
export const propose = proposals(
  'Lines of the interchange format, made from the words of the text. Read the paragraph, mend the line or leave it out, and import the rest.',
  line => line.source.title,
)
export const extend = proposals(
  'Lines of the interchange format, made from the months of the extension. Read the extension, mend the line or leave it out, and import the rest.',
  line => line.subject,
)
