import { messagesFor } from './messages.ts'

export interface PagerProps {
  lang: string
  from: number // of the first row shown, counted from 1
  to: number
  total: number
  more?: boolean | undefined // the count stopped at `total`: "of more than 1,000"
  first?: string | undefined
  next?: string | undefined
}
/** Forward by key, back to the start. A count beyond the limit is not made, and the words say so. */
export const Pager = ({ lang, from, to, total, more, first, next }: PagerProps) => {
  const m = messagesFor(lang)
  return (
    <nav class="pager" aria-label={m.pages}>
      <span>{more ? m.shownOfMore(from, to, total) : m.shown(from, to, total)}</span>
      {first && (
        <a href={first} rel="first">
          {m.first}
        </a>
      )}
      {next && (
        <a href={next} rel="next">
          {m.next}
        </a>
      )}
    </nav>
  )
}
