import type { Entry } from '../../kernel/ledger/entry.ts'
import { Group } from '../../paper/board-table.tsx'
import { When } from '../../paper/dates.tsx'
import { Facts } from '../../paper/facts.tsx'
import { messagesFor } from '../../paper/messages.ts'
import type { Found } from '../findings.ts'
import { nameOf } from '../names.ts'
import type { Owed } from '../owed.ts'
import { actWords, chapterWords } from './chapters.ts'
import { CiteOf } from './cite.tsx'
import { Quoted } from './told.tsx'
import { capital, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

/** A finding with what it rests on: statements as told and by whom, and obligations that are certainly past. */
export interface Grounded {
  readonly found: Found
  readonly statements: readonly Entry[]
  readonly obligations: readonly Owed[]
  /** The notes of the sources of these. */
  readonly notes: readonly string[]
}
export const titleOf = (v: View, found: Found): string => wordsOf(v.lang).findings.of(nameOf(found.debtor, v.lang), found.mission)

export const FindingOf = ({
  view: v,
  of: { found, statements, obligations, notes },
  head = true,
}: {
  view: View
  of: Grounded
  head?: boolean
}) => {
  const w = wordsOf(v.lang),
    { rule } = found,
    note = chapterWords(v.lang).follows[rule.finding],
    concludes = chapterWords(v.lang).concludes[rule.finding]
  return (
    <div class="stack">
      {head && <Group title={titleOf(v, found)} note={<code>{rule.finding}</code>} />}
      <Facts
        facts={[
          [
            w.findings.says,
            concludes === undefined || v.lang === 'en' ? (
              <span lang="en" dir="auto">
                {rule.says}
              </span>
            ) : (
              concludes
            ),
          ],
          [w.findings.since, <When lang={v.lang} day={found.since} style="long" />],
          [w.findings.rule, <CiteOf view={v} cite={rule.cites} />],
          [
            w.findings.grounds,
            <div class="stack">
              {statements.map(s => (
                <>
                  <p>
                    <b>{w.findings.statedBy[String(s.face.is['statedBy'] ?? 'nobody')]}</b>
                    {s.body?.source && (
                      <>
                        {w.comma}
                        {w.findings.asReportedBy(s.body.source.title, messagesFor(v.lang).standing[s.body.source.standing])}
                      </>
                    )}
                  </p>
                  <Quoted lang={v.lang} entries={[s]} note={false} href={() => to(v, `/cases/${encodeURIComponent(s.face.subject)}`)} />
                </>
              ))}
              {obligations.map(o => (
                <p>
                  {w.findings.obligation}
                  {w.colon}{' '}
                  <a href={to(v, `/cases/${encodeURIComponent(o.span.subject)}`)}>
                    {capital(v.lang, actWords(v.lang, o.span.duty, o.rule?.act ?? o.span.duty))} ({o.span.subject})
                  </a>
                </p>
              ))}
            </div>,
          ],
          ...(notes.length
            ? [
                [
                  messagesFor(v.lang).readWith,
                  notes.map(note => (
                    <p class="measure" lang="en" dir="auto">
                      {note}
                    </p>
                  )),
                ] as const,
              ]
            : []),
        ]}
      />
      {note && <p class="small soft measure">{note}</p>}
    </div>
  )
}
