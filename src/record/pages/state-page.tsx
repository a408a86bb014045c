import { BoardTable } from '../../paper/board-table.tsx'
import { BindingTag } from '../../paper/tag.tsx'
import type { Shown } from '../case.ts'
import { nameOf } from '../names.ts'
import type { Owed } from '../owed.ts'
import { Both } from './accounts.tsx'
import { answered, chapterIn, matterOf, sideOf } from './chapters.ts'
import { type Faces, rowsOf } from './drawing.ts'
import { FindingOf, type Grounded } from './finding.tsx'
import { Frame, Part } from './frame.tsx'
import { Figures } from './plain-page.tsx'
import { Reply, type Replying } from './reply.tsx'
import { More } from './today-page.tsx'
import { command, data, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface StateView {
  readonly state: string
  readonly un: { readonly rows: readonly Owed[]; readonly more: boolean }
  readonly own: { readonly rows: readonly Owed[]; readonly more: boolean }
  readonly faces: Faces
  /** By subject, what stands and has happened by the day of the page. */
  readonly cases: readonly { readonly subject: string; readonly entries: readonly Shown[] }[]
  readonly moreCases: boolean
  readonly figures: readonly Shown[]
  readonly findings: readonly Grounded[]
}
/** A State's file: what the United Nations owes here first, then what the State was asked and answered, and both accounts. */
export const StatePage = ({ view: v, of: s }: { view: View; of: StateView }) => {
  const w = wordsOf(v.lang),
    name = nameOf(s.state, v.lang),
    foreign = v.lang === 'en' ? undefined : 'en',
    cases = s.cases.filter(c => c.entries.some(e => e.written.chapter === 'conduct')),
    answers = s.cases
      .flatMap(c => c.entries)
      .filter(e => answered(e) && e.face.type !== 'InvestigationOpened' && e.face.is['state'] === s.state).length,
    spoke = s.cases.some(c => c.entries.some(e => e.face.type === 'StateAccount' && e.face.is['state'] === s.state)),
    table = (label: string, rows: readonly Owed[], head: boolean) => (
      <BoardTable lang={v.lang} whyLang={foreign} label={label} on={v.on} head={head} rows={rowsOf(v, rows, s.faces)} />
    )
  const spoken = s.cases
    .map(c => ({ ...c, entries: c.entries.filter(e => e.face.is['state'] === undefined || e.face.is['state'] === s.state) }))
    .filter(c => c.entries.some(e => sideOf(e) === 'un' || sideOf(e) === 'state'))
  return (
    <Frame
      view={v}
      section="states"
      title={name}
      organ={w.states.file}
      symbol={s.state}
      h1={
        !cases.length && !answers && s.own.rows.length
          ? w.states.titleOwes(name, s.own.rows.length, s.own.more)
          : w.states.titleOf(name, cases.length, answers, spoke)
      }
      lede={w.states.lede1(name)}
      distr={[
        ...(cases.length ? [[w.states.distrCases, String(cases.length)] as const] : []),
        [w.states.distrFindings, s.findings.length ? String(s.findings.length) : w.states.none0],
      ]}
      command={command(v, 'board', [], { state: s.state })}
      data={[
        { href: data(v, '/board', { state: s.state }), label: 'JSON' },
        { href: data({ ...v, known: undefined }, '/findings', { state: s.state }), label: w.findings.title },
      ]}
      reply="#reply"
    >
      {s.un.rows.length > 0 && (
        <Part title={w.states.unOwesHere}>
          {table(w.states.unOwesHere, s.un.rows, true)}
          {s.un.more && <More href={to(v, '/board', { state: s.state, debtor: 'un' })} words={w.more} />}
        </Part>
      )}
      {s.own.rows.length > 0 && (
        <Part title={w.states.asked(name)}>
          {table(w.states.asked(name), s.own.rows, !s.un.rows.length)}
          {s.own.more && <More href={to(v, '/board', { debtor: s.state })} words={w.more} />}
          <p class="small soft measure">{w.states.boxNote}</p>
          <p class="small">
            <a href={to(v, '/whatif', { state: s.state })}>{w.whatif.link}</a>
          </p>
        </Part>
      )}
      {!s.un.rows.length && !s.own.rows.length && <p>{w.states.noObligation}</p>}
      <Part title={w.states.accounts} note={w.case.accountsNote}>
        {spoken.length === 0 && <Both view={v} entries={[]} state={s.state} reply="#reply" />}
        {spoken.map(c => (
          <>
            <h3 class="grp">
              <a href={caseHref(v, c.subject)}>{c.subject}</a> <small>{matterOf(c.entries).mission}</small>
            </h3>
            <Both view={v} entries={c.entries} state={s.state} reply="#reply" href={() => caseHref(v, c.subject)} />
          </>
        ))}
      </Part>
      {s.figures.length > 0 && (
        <Part title={w.states.published} aside={w.states.publishedNote}>
          <Figures view={v} entries={s.figures} />
        </Part>
      )}
      {s.findings.length > 0 && (
        <Part title={w.states.findings} note={w.findings.decideText}>
          {s.findings.map(f => (
            <FindingOf view={v} of={f} />
          ))}
        </Part>
      )}
      {s.cases.length > 0 && (
        <Part title={w.states.cases}>
          <ul class="keys">
            {s.cases.map(c => (
              <li>
                <a href={caseHref(v, c.subject)}>{c.subject}</a>
              </li>
            ))}
          </ul>
          {s.moreCases && <More href={to(v, '/board', { state: s.state })} words={w.more} />}
        </Part>
      )}
      <Part title={w.states.before}>
        <p class="note">
          {w.states.beforeText(name)} <BindingTag lang={v.lang} binding="assumption" sure={{ standing: 'ours' }} />
          {w.states.beforeText2}
        </p>
      </Part>
      <Reply view={v} of={replyingFor(s, cases[0] ?? s.cases[0])} />
    </Frame>
  )
}
/** Where a finding stands about the State, else where it is asked for something, else where it is named; else under a name of its own. */
const replyingFor = ({ state, own, cases, findings }: StateView, first: StateView['cases'][number] | undefined): Replying => {
  const asked = findings[0]?.found.subjects[0] ?? own.rows[0]?.span.subject,
    at = cases.find(c => c.subject === asked) ?? first
  return at
    ? { subject: at.subject, chapter: chapterIn(at), mission: matterOf(at.entries).mission, debtors: [state] }
    : { debtors: [state] }
}
const caseHref = (v: View, subject: string): string => to(v, `/cases/${encodeURIComponent(subject)}`)
