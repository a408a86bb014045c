import { day } from '../../kernel/day.ts'
import { edtfInWords, When, WhenEdtf } from '../../paper/dates.tsx'
import type { Snapshot } from '../datasets.ts'
import { type Withdrawn, withdrawnInWords } from '../withdrawn.ts'
import { wordsOf } from './words.ts'

/** Another page of ours, read on the same day and in the same language. */
export type To = (href: string, query?: Readonly<Record<string, string | undefined>>) => string

/** From a month to a month, as a table reaches. */
export const Span = ({ lang, from, to }: { lang: string; from: string | null; to: string | null }) =>
  from === null || to === null ? (
    <span class="soft">{wordsOf(lang).noDays}</span>
  ) : (
    <>
      <WhenEdtf lang={lang} text={from} />
      {to !== from && (
        <>
          {` ${wordsOf(lang).to} `}
          <WhenEdtf lang={lang} text={to} />
        </>
      )}
    </>
  )

/** When a snapshot was published, as far as this record knows; else when it was fetched, or put here. */
export const Days = ({ lang, of: s }: { lang: string; of: Snapshot }) =>
  s.asPublished !== null ? (
    <>
      {wordsOf(lang).published} <When lang={lang} day={day(s.asPublished)} />
    </>
  ) : s.fetchedOn !== null ? (
    <>
      {wordsOf(lang).fetched} <When lang={lang} day={day(s.fetchedOn)} />
    </>
  ) : (
    <>
      {wordsOf(lang).on} <When lang={lang} day={day(s.recordedAt.slice(0, 10))} />
    </>
  )
/** That a snapshot was taken back, and why: beside whatever is told of it. */
export const Taken = ({ of }: { of: Withdrawn | null | undefined }) =>
  of ? (
    <span class="small">
      {' '}
      <b>{withdrawnInWords(of)}</b>
    </span>
  ) : null
/** The same in words alone. */
export const daysOf = (lang: string, s: Pick<Snapshot, 'asPublished' | 'fetchedOn' | 'recordedAt'>): string =>
  s.asPublished !== null
    ? `published ${edtfInWords(lang, s.asPublished, 'short')}`
    : s.fetchedOn !== null
      ? `fetched ${edtfInWords(lang, s.fetchedOn, 'short')}`
      : `kept ${edtfInWords(lang, s.recordedAt.slice(0, 10), 'short')}`
