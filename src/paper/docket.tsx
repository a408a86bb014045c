import type { Source as From } from '../kernel/ledger/entry.ts'
import type { Standing } from '../kernel/rules/rulebook.ts'
import { WhenEdtf } from './dates.tsx'
import { messagesFor } from './messages.ts'
import { Source } from './source.tsx'
import { StandingWord, Tag } from './tag.tsx'

export interface DocketEntry {
  readonly id?: string | undefined // an anchor
  readonly day: string // as the source knew it: 2021-09-07, 2021-10, 2016-05/2016-09
  readonly n?: number | undefined // its number in the ledger
  readonly note?: string | undefined // what it does: "opens 3 clocks", "meets the treaty limit"
  readonly title: string
  readonly sentence: string
  readonly source?: { readonly label: string; readonly href?: string | undefined } | undefined
  readonly standing?: Standing | undefined
  readonly conflict?: boolean | undefined // sources disagree: both stay
  readonly sourceNote?: string | undefined // what is to be read with it: what is not sure, or how sources disagree
}
export interface DocketProps {
  lang: string
  contentLang?: string | undefined
  titleLang?: string | undefined // of the headings alone, where they are translated and the sentences are not
  entries: readonly DocketEntry[]
}

/** Where an entry comes from, and what is to be read with it. */
export const citedIn = (source: From | null | undefined): Pick<DocketEntry, 'source' | 'standing' | 'conflict' | 'sourceNote'> =>
  source
    ? {
        source: { label: source.title, href: source.url },
        standing: source.standing,
        conflict: source.conflict,
        sourceNote: source.note,
      }
    : {}

/** Entries in the order of their days. */
export const Docket = ({ lang, contentLang, titleLang = contentLang, entries }: DocketProps) => {
  const m = messagesFor(lang)
  if (!entries.length) return <p class="soft">{m.noEntries}</p>
  return (
    <ol class="docket">
      {entries.map(e => (
        <li id={e.id}>
          <div>
            <WhenEdtf lang={lang} text={e.day} />
            {e.n !== undefined && <span class="n">{m.entryNumber(e.n)}</span>}
            {e.note && <span class="n">{e.note}</span>}
          </div>
          <div>
            <b lang={titleLang}>{e.title}</b> {e.conflict && <Tag>{m.contested}</Tag>}
            <p lang={contentLang} dir={contentLang && contentLang !== lang ? 'auto' : undefined}>
              {e.sentence}{' '}
              <span class="small">
                {e.source && <Source href={e.source.href} label={e.source.label} />}
                {e.standing && (
                  <>
                    {' '}
                    <StandingWord lang={lang} standing={e.standing} />
                  </>
                )}
              </span>
            </p>
            {e.sourceNote && (
              <p class="small soft" lang={contentLang} dir={contentLang && contentLang !== lang ? 'auto' : undefined}>
                {e.sourceNote}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
