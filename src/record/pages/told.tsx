import type { Entry, Source as From } from '../../kernel/ledger/entry.ts'
import { ACCOUNTS } from '../../kernel/ledger/own.ts'
import { Cited as OfSource } from '../../paper/cited.tsx'
import { WhenEdtf } from '../../paper/dates.tsx'
import type { Lang } from '../../paper/messages.ts'
import { nameOf } from '../names.ts'
import { edtfText } from './chapters.ts'
import { officeOf } from './view.ts'
import { wordsOf } from './words.ts'

/** What an entry says. Of a body only this is ever shown, and its source: whatever else it holds stays where it is. */
export const saysOf = (e: Entry): string | undefined => {
  const says = e.body?.data['says']
  return typeof says === 'string' && says ? says : undefined
}

/** Who gives an own account: a State, an office, or a party. Nobody, of an entry that is no such account. */
export const speakerOf = (lang: Lang, { face: { type, is } }: Entry): string | undefined => {
  if (!ACCOUNTS.has(type)) return undefined
  return is['office'] === undefined ? nameOf(String(is['state']), lang) : officeOf(lang, String(is['office']))
}

/** A source as it stands under a sentence; that there is none is said. */
export const Cited = ({ lang, source, note }: { lang: Lang; source: From | undefined; note?: boolean }) =>
  source ? (
    <OfSource lang={lang} source={source} {...(note === undefined ? {} : { note })} />
  ) : (
    <span class="soft">{wordsOf(lang).noSource}</span>
  )

interface QuotedProps {
  lang: Lang
  entries: readonly Entry[]
  href?: (e: Entry) => string
  note?: boolean
}
/** What was said, one paragraph each, with day and source: as told, never rewritten. `note` false: the notes of the sources stand beside it. */
export const Quoted = ({ lang, entries, href, note = true }: QuotedProps) => (
  <div class="stack">
    {entries.map(e => (
      <div>
        <p lang="en" dir="auto">
          {saysOf(e) ?? <span lang={lang}>{wordsOf(lang).case.sealed}</span>}
        </p>
        <p class="small soft">
          {e.face.type === 'OfficeAccount' && `${speakerOf(lang, e)}${wordsOf(lang).comma}`}
          <Dated lang={lang} entry={e} href={href?.(e)} />. <Cited lang={lang} source={e.body?.source} note={note} />
        </p>
      </div>
    ))}
  </div>
)
const Dated = ({ lang, entry, href }: { lang: Lang; entry: Entry; href: string | undefined }) => {
  const when = <WhenEdtf lang={lang} text={edtfText(entry)} />
  return href ? <a href={href}>{when}</a> : <span>{when}</span>
}
