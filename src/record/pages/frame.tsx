import type { Child } from 'hono/jsx'
import { toIso } from '../../kernel/day.ts'
import { withQuery } from '../../paper/address.ts'
import { When } from '../../paper/dates.tsx'
import { type Section, Shell, type ShellProps } from '../../paper/shell.tsx'
import type { Travel } from '../../paper/traveller.tsx'
import { here, isPast, to, travelOf, type View } from './view.ts'
import { wordsOf } from './words.ts'

export interface FrameProps {
  view: View
  title: string
  organ: string
  symbol: string
  h1: Child
  lede?: Child
  distr?: readonly (readonly [label: string, node: Child])[]
  section?: Section | undefined
  marks?: Travel['marks']
  command?: string // what makes this page again; none: it is no answer of the record
  data: readonly { readonly href: string; readonly label: string }[]
  /** Its days are of the world only: what this page tells cannot be asked as known at an earlier time. */
  worldOnly?: boolean
  reply?: string // where an account may be put beside this page
  children: Child
}
/** One page of the record: its head, the days on which it is read, and how to make it again. */
export const Frame = ({ view: v, marks, reply, distr = [], worldOnly, children, ...page }: FrameProps) => {
  const w = wordsOf(v.lang)
  const shell: Omit<ShellProps, 'children'> = {
    ...page,
    lang: v.lang,
    path: here(v),
    travel: { ...travelOf(v, marks ?? []), ...(worldOnly ? { knownAt: undefined } : {}) },
    past: isPast(v),
    contact: v.contact,
    cite: citedAt(v, worldOnly === true),
    answer: reply ?? to(v, '/reply'),
    send: reply,
    distr: [[w.distr, w.public], ...distr, [w.asItStands, <When lang={v.lang} day={v.on} />]],
  }
  return (
    <Shell {...shell}>
      {v.known !== undefined && /^\d+$/.test(v.known) && (
        <p class="note">
          {w.knownNote(v.known)} <a href={backToNow(v)}>{w.back}</a>
        </p>
      )}
      {children}
    </Shell>
  )
}
/** Read again, it says what it says on this day: the day of the world, and that of the record where it can be asked for. */
const citedAt = (v: View, worldOnly: boolean): string =>
  withQuery(v.path, {
    ...v.rest,
    'as-of': toIso(v.on),
    'known-at': worldOnly ? undefined : (v.known ?? toIso(v.today)),
    lang: v.lang === 'en' ? undefined : v.lang,
  })
const backToNow = (v: View): string => {
  const query = new URLSearchParams({
    ...v.rest,
    ...(v.lang === 'en' ? {} : { lang: v.lang }),
    ...(v.on === v.today ? {} : { 'as-of': toIso(v.on) }),
  })
  return `${v.path}${query.size ? `?${query}` : ''}`
}

/** A heading and what stands under it, with words beside where there are any. */
export const Part = ({ id, title, note, aside, children }: { id?: string; title: Child; note?: Child; aside?: Child; children: Child }) => (
  <section id={id} class={note ? 'stack' : undefined}>
    <h2>{title}</h2>
    {note && <p class="small soft measure">{note}</p>}
    {aside ? (
      <div class="two">
        <div>{children}</div>
        <aside>{aside}</aside>
      </div>
    ) : (
      children
    )}
  </section>
)
