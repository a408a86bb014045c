import { type Day, day } from '../../kernel/day.ts'
import { dayInWords, WhenEdtf } from '../../paper/dates.tsx'
import { citedIn, Docket, type DocketEntry } from '../../paper/docket.tsx'
import type { Case, Shown } from '../case.ts'
import { edtfText, typeWords } from './chapters.ts'
import { Part } from './frame.tsx'
import { Cited, Quoted, saysOf, speakerOf } from './told.tsx'
import type { View } from './view.ts'
import { wordsOf } from './words.ts'

export const entryId = (e: Pick<Shown, 'name'>): string => `e-${e.name.replace(/[^\w.-]/g, '_')}`
const ENDED = new Set(['met', 'met late', 'waived', 'excused'])

/** All entries that stand, in the order of their days, each with its source. */
export const Entries = ({ view: v, found, entries }: { view: View; found: Case; entries: readonly Shown[] }) => {
  const w = wordsOf(v.lang)
  return (
    <Part title={w.case.entries} aside={<Beside view={v} entries={entries} />}>
      <Docket lang={v.lang} contentLang="en" titleLang={v.lang} entries={entries.map(e => docketEntry(v, found, e))} />
    </Part>
  )
}
const docketEntry = (v: View, found: Case, e: Shown): DocketEntry => {
  const w = wordsOf(v.lang),
    source = e.body?.source
  const opens = found.owed.filter(o => o.span.grounds[0] === e.face.id).length,
    ends = found.owed.filter(o => ENDED.has(o.span.state) && o.span.grounds.at(-1) === e.face.id)
  const notes = [
    ...(opens ? [w.case.opensClocks(opens)] : []),
    ...(ends.length ? [ends.some(o => o.span.state.startsWith('met')) ? w.case.meets : w.case.endsOne] : []),
    ...(e.face.door === 'command' && e.lag > 0 ? [w.case.recordedLater(e.lag)] : []),
  ]
  return {
    id: entryId(e),
    day: edtfText(e),
    ...(notes.length ? { note: notes.join(w.comma) } : {}),
    title: [typeWords(v.lang, e.face.type)[0], speakerOf(v.lang, e)].filter(Boolean).join(w.comma),
    sentence: saysOf(e) ?? w.case.sealed,
    ...citedIn(source),
    ...(source?.conflict && !source.note ? { sourceNote: w.case.sourcesDisagree } : {}),
  }
}
const Beside = ({ view: v, entries }: { view: View; entries: readonly Shown[] }) => {
  const w = wordsOf(v.lang),
    testimony = entries.filter(e => e.face.door === 'testimony'),
    days = [...new Set(testimony.map(e => e.recordedAt.slice(0, 10)))].sort().map(d => dayInWords(v.lang, day(d) as Day, 'long'))
  return (
    <>
      {testimony.length > 0 && (
        <p>{testimony.length < entries.length ? w.case.someTestimony : w.case.testimony(days.slice(0, 3).join(w.comma))}</p>
      )}
      <p>{w.case.nobodySingledOut}</p>
    </>
  )
}

/** What this record tells and that is hard to believe as it stands. */
export const Doubts = ({
  view: v,
  found,
  entries,
  doubts,
}: {
  view: View
  found: Case
  entries: readonly Shown[]
  doubts: Case['doubts']
}) => {
  const w = wordsOf(v.lang)
  if (!doubts.length) return null
  return (
    <Part title={w.case.doubts}>
      <ul class="stack measure">
        {doubts.map(d => {
          const e = entries.find(x => x.face.id === d.entry)
          return (
            <li>
              {e && (
                <a href={`#${entryId(e)}`}>
                  {typeWords(v.lang, e.face.type)[0]}, <WhenEdtf lang={v.lang} text={edtfText(e)} />
                </a>
              )}
              {e ? ': ' : ''}
              <span lang="en" dir="auto">
                {d.says}
              </span>
              {!e && <span class="vh"> {found.subject}</span>}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

/** Entries that a later one says never were: struck, and readable. */
export const Corrected = ({ view: v, entries }: { view: View; entries: readonly Shown[] }) => {
  const w = wordsOf(v.lang)
  if (!entries.length) return null
  return (
    <Part id="corrected" title={w.case.corrected} note={w.case.correctedNote}>
      <ol class="docket">
        {entries.map(e => (
          <li id={entryId(e)}>
            <div>
              <WhenEdtf lang={v.lang} text={edtfText(e)} />
            </div>
            <del class="soft">
              <b>{typeWords(v.lang, e.face.type)[0]}</b>
              <p lang="en" dir="auto">
                {saysOf(e) ?? ''} <Cited lang={v.lang} source={e.body?.source} />
              </p>
            </del>
          </li>
        ))}
      </ol>
    </Part>
  )
}

/** Press statuses and reports of overseers: beside the accounts, not among them. */
export const ToldBeside = ({ view: v, entries }: { view: View; entries: readonly Shown[] }) => {
  const w = wordsOf(v.lang)
  if (!entries.length) return null
  return (
    <Part title={w.case.beside} note={w.case.besideNote}>
      <Quoted lang={v.lang} entries={entries} href={e => `#${entryId(e as Shown)}`} />
    </Part>
  )
}
