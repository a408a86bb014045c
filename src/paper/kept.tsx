import type { Stood } from './cites.ts'
import { edtfInWords } from './dates.tsx'
import { messagesFor } from './messages.ts'

/** Where a figure of somebody's published table stands. */
export interface KeptAt {
  readonly dataset: string
  readonly snapshot: number
  readonly rows: number
  /** Of one row: its line in the file. */
  readonly line: number | null
  readonly unread?: number
  /** Asked for as it stood then: its day. */
  readonly stood?: Stood
}
type Asked = Readonly<Record<string, string | null | undefined>>
/** The rows of one month, or of months one after another. A month is asked for up to its 28th: tables have its last day, or the month itself. */
export const inMonths = (of: Asked, first: string, last = first): Asked => ({ ...of, from: `${first}-01`, to: `${last}-28` })
type To = (href: string, query?: Readonly<Record<string, string | undefined>>) => string
interface Props {
  /** By default English. */
  lang?: string
  to: To
  at: KeptAt
  /** Of one row: the cells of its key, as the archive asks for it. */
  row?: string | undefined
  /** Of several rows that may be read: what they are asked by. */
  asked?: Asked | undefined
}
/** A figure leads to its table, its snapshot and its row; where it is a sum, to the rows that were summed. */
export const Kept = ({ lang = 'en', to, at, row, asked }: Props) => {
  const { comma, kept: m } = messagesFor(lang)
  const its = at.line === null ? undefined : m.line(at.line)
  return (
    <span class="small soft" lang={lang}>
      <bdi>
        <a href={kept(to, at.dataset)}>{at.dataset}</a>
      </bdi>
      {comma}
      {m.snapshot(at.snapshot)}
      {at.stood && ` (${m.stood(lang === 'en' ? at.stood : { ...at.stood, day: edtfInWords(lang, at.stood.day) })})`}
      {comma}
      {row !== undefined ? (
        <a href={kept(to, `${at.dataset}/history`, { key: row })}>{its ?? m.thisRow}</a>
      ) : asked ? (
        <a href={rowsOf(at, asked)}>{m.rows(at.rows)}</a>
      ) : (
        (its ?? m.rows(at.rows))
      )}
      {at.unread !== undefined && ` (${m.unread(at.unread)})`}
    </span>
  )
}
/** The archive is read as it is today, also from a page of the past: most tables were published long after the months they tell of. */
const kept = (to: To, path: string, query?: Readonly<Record<string, string>>): string => {
  const [page, asked] = to(`/archive/${path}`, query).split('?')
  const all = new URLSearchParams(asked)
  for (const then of ['as-of', 'known-at', 'as-published', 'snapshot']) all.delete(then)
  return all.size ? `${page}?${all}` : page!
}
/** The rows of a sum, as the table has them: with its headings, and HXL tags where it has any. */
export const rowsOf = (at: Pick<KeptAt, 'dataset' | 'snapshot'>, asked: Asked): string => {
  const given = Object.entries(asked).filter((e): e is [string, string] => typeof e[1] === 'string')
  return `/api/v1/archive/${at.dataset}/rows?${new URLSearchParams([...given, ['snapshot', String(at.snapshot)], ['format', 'csv']])}`
}
