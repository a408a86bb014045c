import { messagesFor } from '../../paper/messages.ts'
import type { Shown } from '../case.ts'
import { nameOf } from '../names.ts'
import { Both } from './accounts.tsx'
import { FindingOf, type Grounded, titleOf } from './finding.tsx'
import { Frame, Part } from './frame.tsx'
import { command, data, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface FindingsView {
  readonly findings: readonly (Grounded & { readonly entries: readonly Shown[]; readonly digest: string })[]
  readonly asked: Readonly<Record<'state' | 'mission', string | undefined>>
  readonly after: string | undefined
  readonly next: string | undefined
}
/** What the rulebook concludes, on what ground, and what the State says beside it. */
export const FindingsPage = ({ view: v, of: f }: { view: View; of: FindingsView }) => {
  const w = wordsOf(v.lang),
    more = f.next !== undefined || f.after !== undefined
  return (
    <Frame
      view={v}
      section="findings"
      title={w.findings.title}
      organ={w.findings.organ}
      symbol="FINDINGS"
      h1={f.findings.length ? (more ? w.findings.many : w.findings.h1(f.findings.length)) : w.findings.none}
      lede={w.findings.lede}
      command={command(v, 'findings', [], f.asked)}
      data={[{ href: data(v, '/findings', f.asked), label: 'JSON' }]}
      reply="#decide"
    >
      {f.findings.map(g => (
        <section class="stack">
          <h2>
            {titleOf(v, g.found)} <small class="code">{g.found.rule.finding}</small>
          </h2>
          <FindingOf view={v} of={g} head={false} />
          <h3>{w.case.accounts}</h3>
          <Both
            view={v}
            entries={g.entries}
            state={g.found.debtor}
            reply={to(v, `/states/${g.found.debtor}#reply`)}
            href={e => to(v, `/cases/${encodeURIComponent(e.face.subject)}`)}
          />
          <p class="small">
            <a href={to(v, `/states/${g.found.debtor}`)}>
              {w.states.file}
              {w.colon} {nameOf(g.found.debtor, v.lang)}
            </a>{' '}
            <span class="soft">
              {w.findings.digest}
              {w.colon} <code class="hash">{g.digest}</code>
            </span>
          </p>
        </section>
      ))}
      {more && (
        <nav class="pager" aria-label={messagesFor(v.lang).pages}>
          <span>{w.findings.pageOf(f.findings.length)}</span>
          {f.after !== undefined && <a href={to(v, '/findings', f.asked)}>{messagesFor(v.lang).first}</a>}
          {f.next !== undefined && (
            <a rel="next" href={to(v, '/findings', { ...f.asked, after: f.next })}>
              {messagesFor(v.lang).next}
            </a>
          )}
        </nav>
      )}
      <Part title={w.findings.against}>
        <ul class="stack measure">
          {w.findings.againstList.map(sentence => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Part>
      <Part id="decide" title={w.findings.decide}>
        <p class="note">{w.findings.decideText}</p>
      </Part>
    </Frame>
  )
}
