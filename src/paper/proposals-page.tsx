import { plural } from './english.ts'
import type { Line, ProposalRow } from './proposal.ts'
import type { QuestionPage } from './question-page.ts'
import { ToLookAt } from './to-look-at.tsx'

interface Says {
  readonly lede: string
  /** What a line is called, and what its type is. */
  readonly named: (line: Line) => string
  readonly headingOf: (type: string) => string
}
/** What a person is to check and import, line by line. */
export const proposalsPage = ({ lede, named, headingOf }: Says): QuestionPage<ProposalRow> => ({
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
