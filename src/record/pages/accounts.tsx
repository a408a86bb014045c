import type { Entry } from '../../kernel/ledger/entry.ts'
import { type Account, Accounts, OwnAccount } from '../../paper/accounts.tsx'
import { Group } from '../../paper/board-table.tsx'
import type { Lang } from '../../paper/messages.ts'
import { nameOf } from '../names.ts'
import { chapterWords, sideOf, statesOf } from './chapters.ts'
import { Quoted } from './told.tsx'
import { byName, officeOf, type View } from './view.ts'
import { wordsOf } from './words.ts'

interface BothProps {
  view: View
  entries: readonly Entry[]
  state: string | undefined
  /** Where an account may be put; none: nobody is asked for one. */
  reply: string | undefined
  href?: (e: Entry) => string
}
/** Has anybody who is concerned spoken here: the United Nations, a State, another organisation, or a party? */
export const isAccount = (e: Entry): boolean => ['un', 'state', 'other'].includes(sideOf(e) ?? '')

/** What one of them said; where nothing is on this record that is said, and how it is mended. */
const accountOf = (
  { view: v, reply, href }: Omit<BothProps, 'entries' | 'state'>,
  title: string,
  name: string,
  said: readonly Entry[],
): Account =>
  said.length
    ? { title, said: <Quoted lang={v.lang} entries={said} {...(href ? { href } : {})} /> }
    : {
        title,
        said: <span class="soft">{chapterWords(v.lang).noAccountOf(name)}</span>,
        ...(reply === undefined ? {} : { sources: <a href={reply}>{wordsOf(v.lang).case.howToAdd}</a> }),
      }
/** What the United Nations said, of one State or of all. */
const unSaid = (entries: readonly Entry[], state?: string): readonly Entry[] =>
  entries.filter(e => sideOf(e) === 'un' && (state === undefined || e.face.is['state'] === undefined || e.face.is['state'] === state))
const stateSaid = (entries: readonly Entry[], state: string | undefined): readonly Entry[] =>
  entries.filter(e => sideOf(e) === 'state' && (e.face.is['state'] === undefined || state === undefined || e.face.is['state'] === state))
const officeSaid = (entries: readonly Entry[], office: string): readonly Entry[] =>
  entries.filter(e => sideOf(e) === 'other' && e.face.is['office'] === office)

const ofTheUn = (p: Omit<BothProps, 'state'>, state?: string): Account =>
  accountOf(p, chapterWords(p.view.lang).unSaid, wordsOf(p.view.lang).theUn, unSaid(p.entries, state))
/** The United Nations and one State, side by side and of one size. What has nothing to say says so, and how that is mended. */
export const Both = ({ state, ...p }: BothProps) => {
  const { lang } = p.view,
    name = state === undefined ? wordsOf(lang).case.theState : nameOf(state, lang),
    said = stateSaid(p.entries, state)
  return <Accounts lang={lang} accounts={[ofTheUn(p, state), accountOf(p, chapterWords(lang).stateSaid(name), name, said)]} />
}
/** The United Nations and another organisation, or a party to an agreement. */
const WithOffice = ({ office, ...p }: Omit<BothProps, 'state'> & { office: string }) => {
  const { lang } = p.view,
    name = officeOf(lang, office),
    said = officeSaid(p.entries, office)
  return <Accounts lang={lang} accounts={[ofTheUn(p), accountOf(p, chapterWords(lang).otherSaid(name), name, said)]} />
}

/** Opposite whom the United Nations stand in a case: States by alphabet, then offices of other organisations and parties. */
const oppositeIn = (lang: Lang, entries: readonly Entry[], debtors: readonly string[] | undefined) => {
  const named = [...statesOf(entries)].sort(byName(lang)),
    spoken = named.filter(s => entries.some(e => e.face.is['state'] === s && (sideOf(e) === 'un' || sideOf(e) === 'state')))
  return {
    states: debtors
      ? [...new Set([...debtors.filter(d => !d.includes('.')), ...spoken])].sort(byName(lang))
      : spoken.length
        ? spoken
        : named.slice(0, 1),
    offices: [
      ...new Set([
        ...(debtors ?? []).filter(d => d.includes('.') && !d.startsWith('un.')),
        ...entries.filter(e => sideOf(e) === 'other').map(e => String(e.face.is['office'])),
      ]),
    ].sort(),
  }
}
/** Of whom no account stands in a case, a sentence each, as the pages say it. */
export const withoutAccount = (lang: Lang, entries: readonly Entry[], debtors?: readonly string[]): readonly string[] => {
  const { states, offices } = oppositeIn(lang, entries, debtors)
  const silent = [
    ...(unSaid(entries).length ? [] : [wordsOf(lang).theUn]),
    ...states.filter(s => !stateSaid(entries, s).length).map(s => nameOf(s, lang)),
    ...offices.filter(o => !officeSaid(entries, o).length).map(o => officeOf(lang, o)),
  ]
  return silent.map(name => chapterWords(lang).noAccountOf(name))
}

/**
 * A pair for each State, organisation and party that owes something or has spoken: States by alphabet. `debtors`: who owes in this case; in
 * a case of conduct nobody owes what is alleged, so there it is the States of which or by which something was said. Where the United
 * Nations alone owes, nobody stands opposite: its own account stands beside the clocks.
 */
export const AccountsOf = ({ debtors, ...p }: Omit<BothProps, 'state'> & { debtors?: readonly string[] }) => {
  const { lang } = p.view,
    { states, offices } = oppositeIn(lang, p.entries, debtors)
  if (!states.length && !offices.length)
    return debtors ? <OwnAccount lang={lang} account={ofTheUn(p)} /> : <Both {...p} state={undefined} />
  const pairs = [
    ...states.map(s => [nameOf(s, lang), <Both {...p} state={s} />] as const),
    ...offices.map(o => [officeOf(lang, o), <WithOffice {...p} office={o} />] as const),
  ]
  if (pairs.length === 1) return pairs[0]![1]
  return (
    <>
      {pairs.map(([name, pair]) => (
        <>
          <Group title={name} />
          {pair}
        </>
      ))}
    </>
  )
}
