import type { Day } from '../../kernel/day.ts'
import { FOREVER } from '../../kernel/day.ts'
import { Baton, Holder } from '../../paper/baton.tsx'
import { WhenEdtf } from '../../paper/dates.tsx'
import type { Lang } from '../../paper/messages.ts'
import { Simulated } from '../../paper/tag.tsx'
import { stateWords } from '../../paper/words.ts'
import type { Case, Shown } from '../case.ts'
import { chapterOf } from '../chapters.ts'
import { isSimulated, nameOf } from '../names.ts'
import { AccountsOf, isAccount } from './accounts.tsx'
import { Clocks } from './case-clocks.tsx'
import { Corrected, Doubts, Entries, entryId, ToldBeside } from './case-entries.tsx'
import { WhyOf } from './case-why.tsx'
import {
  actWords,
  bornOn,
  changesOf,
  chapterIn,
  chapterTitle,
  chapterWords,
  edtfText,
  ledeOf,
  matterOf,
  sideOf,
  titleOf,
  typeWords,
} from './chapters.ts'
import { Decisions, type Then } from './decisions.tsx'
import { drawnOf, type Faces } from './drawing.ts'
import { FindingOf, type Grounded } from './finding.tsx'
import { Frame, Part } from './frame.tsx'
import { PlainPage } from './plain-page.tsx'
import { Reply, replyingIn } from './reply.tsx'
import { command, data, officeOf, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface CaseView {
  readonly found: Case
  /** What has happened by the day of the page and stands, in the order of its days; and what is said never to have been. */
  readonly entries: readonly Shown[]
  readonly corrected: readonly Shown[]
  readonly doubts: Case['doubts']
  readonly findings: readonly Grounded[]
  readonly decisions: readonly Then[]
}
const OPEN = new Set(['open', 'stopped'])

export const CasePage = ({ view: v, of: c }: { view: View; of: CaseView }) => {
  const w = wordsOf(v.lang),
    { found, entries } = c,
    faces: Faces = new Map(found.entries.map(e => [e.face.id, e.face])),
    href = (e: { readonly face: { readonly id: string } }) => `#${entryId(found.entries.find(x => x.face.id === e.face.id)!)}`
  const head = headOf(v, c, faces)
  if (!found.owed.length && entries.every(e => e.face.is['mission'] === undefined))
    return <PlainPage view={v} subject={found.subject} entries={entries} corrected={c.corrected} title={head.title} lede={head.lede} />
  const beside = entries.filter(e => sideOf(e) === 'beside'),
    reply = '#reply',
    chapter = chapterOf(chapterIn(found) ?? ''),
    ofConduct = chapter?.name === 'conduct',
    owing = [...new Set(found.owed.map(o => o.span.debtor))]
  return (
    <Frame
      view={v}
      title={found.subject}
      organ={`${w.case.organ} · ${chapter ? chapterTitle(v.lang, chapter) : ''}`}
      symbol={found.subject}
      h1={
        <>
          {head.title} {isSimulated(found.subject) && <Simulated lang={v.lang} />}
        </>
      }
      lede={head.lede}
      distr={distr(v, c)}
      marks={changesOf(
        v.lang,
        found.entries.filter(e => !e.superseded && bornOn(e) !== FOREVER),
        v.on,
        t => typeWords(v.lang, t)[1],
      ).filter(m => m.day !== v.today)}
      command={command(v, 'case', [found.subject])}
      data={[{ href: data(v, `/cases/${encodeURIComponent(found.subject)}`), label: 'JSON' }]}
      reply={reply}
    >
      <Clocks view={v} owed={found.owed} faces={faces} />
      {(ofConduct || owing.length > 0 || entries.some(isAccount)) && (
        <Part title={ofConduct || stateOrOther(owing, entries) ? w.case.accounts : w.case.ownAccount} note={w.case.accountsNote}>
          <AccountsOf view={v} entries={entries} reply={reply} href={href} {...(ofConduct ? {} : { debtors: owing })} />
        </Part>
      )}
      <WhyOf view={v} found={found} entries={entries} faces={faces} reply={reply} />
      {found.holders.length > 0 && (
        <Part title={w.case.baton}>
          <Held view={v} of={c} />
        </Part>
      )}
      {c.findings.length > 0 && (
        <Part title={w.case.findings} note={w.findings.decideText}>
          {c.findings.map(f => (
            <FindingOf view={v} of={f} />
          ))}
        </Part>
      )}
      <Decisions view={v} decisions={c.decisions} faces={faces} />
      <ToldBeside view={v} entries={beside} />
      <Entries view={v} found={found} entries={entries} />
      <Doubts view={v} found={found} entries={entries} doubts={c.doubts} />
      <Corrected view={v} entries={c.corrected} />
      <Reply view={v} of={replyingIn(found, entries)} />
    </Frame>
  )
}
/** Does anybody but the United Nations owe here, or speak? */
const stateOrOther = (owing: readonly string[], entries: readonly Shown[]): boolean =>
  owing.some(d => !d.startsWith('un.')) || entries.some(e => sideOf(e) === 'state' || sideOf(e) === 'other')
/** Made for the day of the page from what stood on it. */
const headOf = (v: View, c: CaseView, faces: Faces): { title: string; lede: string } => {
  const owed = c.found.owed.map(o => ({ o, drawn: drawnOf(o, faces) }))
  const told = {
    lang: v.lang,
    entries: c.entries,
    open: owed.filter(x => OPEN.has(x.o.span.state) && x.o.span.due !== FOREVER).map(x => ({ debtor: x.o.span.debtor, due: x.o.span.due })),
    nameOf: (code: string) => (code.includes('.') ? officeOf(v.lang, code) : nameOf(code, v.lang)),
    heading: (type: string) => typeWords(v.lang, type)[0],
  }
  const dated = owed
    .filter(x => x.o.span.due !== FOREVER)
    .map(({ o, drawn }) => ({
      act: actWords(v.lang, o.span.duty, o.rule?.act ?? o.span.duty),
      debtor: o.span.debtor,
      due: o.span.due,
      binding: o.binding,
      open: OPEN.has(o.span.state),
      words: stateWords(v.lang as Lang, drawn, v.on).text,
    }))
  return { title: titleOf(told, chapterIn(c.found)), lede: ledeOf(told, dated, c.found.owed.length > 0) }
}

const distr = (v: View, { found, entries }: CaseView) => {
  const w = wordsOf(v.lang),
    c = chapterWords(v.lang),
    { mission, matter, categories } = matterOf(entries),
    holder = heldOn(found, v.on),
    last = entries.at(-1) // in the order of their days
  return [
    ...(mission === undefined ? [] : [[w.case.distr.mission, mission] as const]),
    ...(matter === undefined
      ? []
      : [
          [
            w.case.distr.matter,
            <>
              {c.matter[matter] ?? matter}
              {w.comma}
              <b>{c.alleged}</b>
            </>,
          ] as const,
        ]),
    ...(categories.length ? [[w.case.distr.personnel, categories.map(x => c.category[x] ?? x).join(w.comma)] as const] : []),
    ...(found.holders.length
      ? [
          [
            v.on === v.today ? w.case.distr.holderNow : w.case.distr.holderThen,
            holder === undefined ? w.case.distr.nobody : <Holder lang={v.lang} name={officeOf(v.lang, holder)} />,
          ] as const,
        ]
      : []),
    ...(last ? [[w.case.distr.last, <WhenEdtf lang={v.lang} text={edtfText(last)} />] as const] : []),
  ]
}
const heldOn = (found: Case, on: Day): string | undefined => found.holders.find(h => h.from <= on && on < h.to)?.office

/** An office that keeps its own register tells of each step, so its days go on; of what others tell, the last day is the last that is known. */
const lastTold = (entries: readonly Shown[]): Day | undefined => {
  const last = entries.at(-1) // in the order of their days
  return !last || entries.some(e => e.face.door === 'command') ? undefined : bornOn(last)
}
const Held = ({ view: v, of: { found, entries } }: { view: View; of: CaseView }) => {
  const w = wordsOf(v.lang),
    held = found.holders.filter(h => h.from <= v.on)
  if (!held.length) return <p>{w.case.nobodyHolds}</p>
  return (
    <Baton
      lang={v.lang}
      on={v.on}
      derived={!entries.some(e => e.face.type === 'BatonPassed')}
      told={lastTold(entries)}
      held={held.map(h => ({ office: officeOf(v.lang, h.office), from: h.from, to: h.to }))}
    />
  )
}
