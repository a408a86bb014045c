import type { Entry } from '../../kernel/ledger/entry.ts'
import { Accounts } from '../../paper/accounts.tsx'
import { Group } from '../../paper/board-table.tsx'
import { nameOf } from '../names.ts'
import { chapterWords, sideOf, statesOf } from './chapters.ts'
import { Quoted } from './told.tsx'
import { byName, type View } from './view.ts'
import { wordsOf } from './words.ts'

interface BothProps {
  view: View
  entries: readonly Entry[]
  state: string | undefined
  /** Where an account may be put; none: no State is concerned, and nobody is asked for one. */
  reply: string | undefined
  href?: (e: Entry) => string
}
/** The United Nations and one State, side by side and of one size. What has nothing to say says so, and how that is mended. */
export const Both = ({ view: v, entries, state, reply, href }: BothProps) => {
  const w = wordsOf(v.lang),
    c = chapterWords(v.lang),
    name = state === undefined ? w.case.theState : nameOf(state, v.lang),
    of = (side: 'un' | 'state') =>
      entries.filter(e => sideOf(e) === side && (e.face.is['state'] === undefined || state === undefined || e.face.is['state'] === state))
  const account = (said: readonly Entry[], of: string) =>
    said.length
      ? { said: <Quoted lang={v.lang} entries={said} {...(href ? { href } : {})} /> }
      : {
          said: <span class="soft">{c.noAccountOf(of)}</span>,
          ...(reply === undefined ? {} : { sources: <a href={reply}>{w.case.howToAdd}</a> }),
        }
  return (
    <Accounts
      lang={v.lang}
      accounts={[
        { title: c.unSaid, ...account(of('un'), w.theUn) },
        { title: c.stateSaid(name), ...account(of('state'), name) },
      ]}
    />
  )
}
/** A pair for each State of which or by which something was said, by alphabet. */
export const AccountsOf = ({ view: v, entries, reply, href }: Omit<BothProps, 'state'>) => {
  const states = [...statesOf(entries)].sort(byName(v.lang))
  const spoken = states.filter(s => entries.some(e => e.face.is['state'] === s && (sideOf(e) === 'un' || sideOf(e) === 'state')))
  const shown = spoken.length ? spoken : states.slice(0, 1)
  if (shown.length <= 1) return <Both view={v} entries={entries} state={shown[0]} reply={reply} {...(href ? { href } : {})} />
  return (
    <>
      {shown.map(state => (
        <>
          <Group title={nameOf(state, v.lang)} />
          <Both view={v} entries={entries} state={state} reply={reply} {...(href ? { href } : {})} />
        </>
      ))}
    </>
  )
}
