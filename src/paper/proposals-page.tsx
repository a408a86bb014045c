import { InEnglish, Quoted } from './cited.tsx'
import { messagesFor } from './messages.ts'
import type { Line, ProposalRow } from './proposal.ts'
import type { QuestionPage } from './question-page.ts'
import { ToLookAt } from './to-look-at.tsx'

interface Says {
  readonly lede: (lang: string) => string
  /** What a line is called, and what its type is. */
  readonly named: (line: Line) => string
  readonly headingOf: (lang: string, type: string) => string
}
/** What a person is to check and import, line by line. The words of a line are English. */
export const proposalsPage = ({ lede, named, headingOf }: Says): QuestionPage<ProposalRow> => ({
  title: a => messagesFor(a.lang).proposed(a.rows.filter(r => r.is === 'proposal').length),
  lede: a => lede(a.lang),
  Content: a =>
    a.rows.map(r =>
      r.is === 'none' ? (
        <p>
          <InEnglish says={r.says} />
        </p>
      ) : (
        <section class="stack">
          <h2>
            <bdi>{named(r.line)}</bdi>
          </h2>
          <p>
            {headingOf(a.lang, r.line.type)}
            {messagesFor(a.lang).colon}
            <Quoted words={r.line.data['says']?.replaceAll(/^“|”$/g, '') ?? ''} />
          </p>
          <ToLookAt lang={a.lang} says={r.look} />
          <pre class="code scroll" tabindex={0}>
            {JSON.stringify(r.line)}
          </pre>
        </section>
      ),
    ),
})
