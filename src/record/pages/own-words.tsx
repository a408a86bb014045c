import type { Told } from '../../kernel/ledger/told.ts'
import { WhenEdtf } from '../../paper/dates.tsx'
import { nameOf } from '../names.ts'
import { chapterWords } from './chapters.ts'
import { Part } from './frame.tsx'
import { Cited } from './told.tsx'
import { officeOf, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

/** What debtors say of themselves in the cases of a page: as written, each with its case, its day and its source. Nothing, where nobody has spoken. */
export const OwnWords = ({ view: v, accounts }: { view: View; accounts: readonly Told[] }) => {
  const w = wordsOf(v.lang)
  if (!accounts.length) return null
  return (
    <Part title={w.case.ownWords} note={w.case.accountsNote}>
      <div class="stack">
        {accounts.map(({ face: { subject, is }, says, source, on }) => {
          const { stateSaid, otherSaid } = chapterWords(v.lang)
          const title =
            is['state'] === undefined ? otherSaid(officeOf(v.lang, String(is['office']))) : stateSaid(nameOf(String(is['state']), v.lang))
          return (
            <div>
              <h3>{title}</h3>
              <p lang="en" dir="auto">
                {says ?? <span lang={v.lang}>{w.case.sealed}</span>}
              </p>
              <p class="small soft">
                <a href={to(v, `/cases/${encodeURIComponent(subject)}`)}>{subject}</a>
                {w.comma}
                <WhenEdtf lang={v.lang} text={on} />. <Cited lang={v.lang} source={source ?? undefined} />
              </p>
            </div>
          )
        })}
      </div>
    </Part>
  )
}
