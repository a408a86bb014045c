import type { Face } from '../../kernel/rules/face.ts'
import { messagesFor } from '../../paper/messages.ts'
import { stateWords } from '../../paper/words.ts'
import type { Shown } from '../case.ts'
import type { Owed } from '../owed.ts'
import { actWords, chapterWords, whenOf } from './chapters.ts'
import { drawnOf, type Faces } from './drawing.ts'
import { Part } from './frame.tsx'
import { saysOf } from './told.tsx'
import { capital, debtorOf, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

/** A decision that names what was known: the obligations of its day as they were known then, and as they are known now. */
export interface Then {
  readonly entry: Shown
  readonly position: number
  readonly known: readonly Owed[]
  readonly now: readonly Owed[]
}
export const Decisions = ({ view: v, decisions, faces }: { view: View; decisions: readonly Then[]; faces: Faces }) => {
  const w = wordsOf(v.lang),
    c = chapterWords(v.lang)
  if (!decisions.length) return null
  return (
    <Part title={w.case.decisions}>
      {decisions.map(({ entry: e, position, known, now }) => (
        <div class="stack">
          <p>
            <b>{capital(v.lang, c.decision[String(e.face.is['decision'])] ?? e.face.type)}</b>
            {w.comma}
            {whenOf(v.lang, e)}
            {typeof e.face.is['finding'] === 'string' && (
              <>
                {' '}
                <code>{e.face.is['finding']}</code>
              </>
            )}
          </p>
          <p class="measure" lang="en" dir="auto">
            {saysOf(e)}
          </p>
          <div class="accounts">
            <Stood
              view={v}
              title={w.case.asKnownThen(String(position))}
              owed={known}
              faces={faces}
              on={e.face}
              href={to(v, `/cases/${encodeURIComponent(e.face.subject)}`, { 'known-at': String(position) })}
            />
            <Stood view={v} title={w.case.asKnownNow} owed={now} faces={faces} on={e.face} />
          </div>
        </div>
      ))}
    </Part>
  )
}
interface StoodProps {
  view: View
  title: string
  owed: readonly Owed[]
  faces: Faces
  on: Face
  href?: string
}
const Stood = ({ view: v, title, owed, faces, on, href }: StoodProps) => (
  <div>
    <h3>{href ? <a href={href}>{title}</a> : title}</h3>
    {owed.length === 0 && <p class="soft">{messagesFor(v.lang).nothingOwed}</p>}
    <ul class="small stack">
      {owed.map(o => {
        const said = stateWords(v.lang, drawnOf(o, faces), on.latest),
          debtor = debtorOf(v.lang, o.span.debtor)
        return (
          <li>
            {debtor.name}: {actWords(v.lang, o.span.duty, o.rule?.act ?? o.span.duty)}: <span class={said.class}>{said.text}</span>
          </li>
        )
      })}
    </ul>
  </div>
)
