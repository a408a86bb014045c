import type { Standing } from '../kernel/rules/rulebook.ts'
import { withDays } from './english.ts'
import { messagesFor } from './messages.ts'
import { Source } from './source.tsx'
import { StandingWord, Tag } from './tag.tsx'

interface From {
  readonly title: string
  readonly url?: string | undefined
  readonly standing: Standing
  readonly conflict?: boolean | undefined
  readonly note?: string | undefined
}
/** A source within sight of what it says: its title, how sure we are, whether others disagree, and its note. `note` false: the note stands beside it. */
export const Cited = ({ lang, source, note = true }: { lang: string; source: From | null; note?: boolean }) =>
  source ? (
    <>
      <Source href={source.url} label={source.title} lang="en" /> <StandingWord lang={lang} standing={source.standing} />
      {source.conflict && (
        <>
          {' '}
          <Tag>{messagesFor(lang).contested}</Tag>
        </>
      )}
      {note && source.note && (
        <>
          {' '}
          <bdi class="apart soft" lang="en">
            {source.note}
          </bdi>
        </>
      )}
    </>
  ) : null
/** The same in small letters, beside what is larger. */
export const SmallCited = ({ lang, source }: { lang: string; source: From | null }) => (
  <span class="small">
    <Cited lang={lang} source={source} />
  </span>
)

/** As it was told, in the words of the record, with its source and its note. */
export const AsTold = ({ lang, says, source }: { lang: string; says: string; source: From | null }) => (
  <p class="small" lang="en" dir="auto">
    {says} <Cited lang={lang} source={source} />
  </p>
)
/** A sentence of an answer, which is English in every language. */
export const InEnglish = ({ says }: { says: string }) => <bdi lang="en">{withDays('en', says)}</bdi>
/** Words of a text that is English, between English marks. */
export const Quoted = ({ words }: { words: string }) => (
  <bdi lang="en">
    <q>{words}</q>
  </bdi>
)
/** The same in lines of its own. */
export const QuotedBelow = ({ words }: { words: string }) => (
  <p class="small measure" lang="en" dir="auto">
    <q>{words}</q>
  </p>
)
export const NotOnRecord = ({ lang = 'en' }: { lang?: string }) => (
  <span class="soft" lang={lang}>
    {messagesFor(lang).unknown.toLowerCase()}
  </span>
)
/** Why a figure is not here, as who looked for it says; `saysLang`: in which language. */
export const NotHeld = ({ lang = 'en', says, saysLang = 'en' }: { lang?: string; says: string | null; saysLang?: string }) => (
  <p class="small soft">
    <NotOnRecord lang={lang} />
    {messagesFor(lang).colon}
    <bdi lang={saysLang}>{says?.replace(/\.+$/, '')}.</bdi>
  </p>
)
export const NothingYet = ({ lang = 'en' }: { lang?: string }) => <p lang={lang}>{messagesFor(lang).nothingYet}</p>
