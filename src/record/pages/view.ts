import { type Day, day, FOREVER, toIso } from '../../kernel/day.ts'
import type { Entry } from '../../kernel/ledger/entry.ts'
import type { Duty } from '../../kernel/rules/rulebook.ts'
import { withQuery } from '../../paper/address.ts'
import type { Lang } from '../../paper/messages.ts'
import type { Travel } from '../../paper/traveller.tsx'
import { nameOf } from '../names.ts'
import { bornOn } from './chapters.ts'
import { wordsOf } from './words.ts'

/** How a page is read: in which language, as it stood on which day, as it was known when. */
export interface View {
  readonly lang: Lang
  readonly on: Day
  readonly today: Day
  /** The position up to which the ledger is read, and how it was asked for; neither where all is read. */
  readonly knownAt?: number | undefined
  readonly known?: string | undefined
  /** Where whoever keeps this copy can be written to: an e-mail address, or a page on the web. */
  readonly contact?: string | undefined
  /** This page's own path, and what else its address says. */
  readonly path: string
  readonly rest: Readonly<Record<string, string>>
}
export const when = (v: View) => ({ on: v.on, ...(v.knownAt === undefined ? {} : { knownAt: v.knownAt }) })
export const isPast = (v: View): boolean => v.on !== v.today || v.knownAt !== undefined

const travelled = (v: View): Record<string, string | undefined> => ({
  'as-of': v.on === v.today ? undefined : toIso(v.on),
  'known-at': v.known,
})
/** Another page of ours, read on the same day and in the same language. */
export const to = (v: View, href: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
  withQuery(href, { ...travelled(v), lang: v.lang === 'en' ? undefined : v.lang, ...query })
/** The same from the API: the same days, no language. */
export const data = (v: View, path: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
  withQuery(`/api/v1${path}`, { ...travelled(v), ...query })
/** This page, with all that its address says: the languages link to it. */
export const here = (v: View): string => withQuery(v.path, { ...v.rest, ...travelled(v) })

const A_DAY = /^\d{4}-\d\d-\d\d$/
export const travelOf = (v: View, marks: Travel['marks'] = []): Travel => {
  const hidden = { ...v.rest, ...(v.lang === 'en' ? {} : { lang: v.lang }) }
  const byDay = v.known === undefined || A_DAY.test(v.known)
  return {
    asOf: v.on,
    today: v.today,
    action: v.path,
    ...(byDay ? { knownAt: v.known === undefined ? v.today : day(v.known), hidden } : { hidden: { ...hidden, 'known-at': v.known } }),
    marks,
  }
}
/** A word as a shell takes it. */
export const shell = (text: string): string => (/^[\w.,:/=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
/** What makes this page again on the reader's machine, as the public sees it. */
export const command = (
  v: View,
  name: string,
  words: readonly string[] = [],
  options: Readonly<Record<string, string | undefined>> = {},
): string =>
  [
    'npx peaceops',
    name,
    ...words.map(shell),
    ...Object.entries({ ...options, ...travelled(v) }).flatMap(([o, value]) => (value === undefined ? [] : [`--${o} ${shell(value)}`])),
    '--public',
  ].join(' ')

/** What has happened by the day of the page, as far as this record knows. Nothing later leaks in. */
export const visible = <E extends Entry>(entries: readonly E[], on: Day): E[] =>
  entries.filter(e => bornOn(e) <= on && bornOn(e) !== FOREVER).sort((a, b) => bornOn(a) - bornOn(b) || a.face.seq - b.face.seq)

/** The office that is a mission: which one, the row says. */
export const MISSION = 'un.mission'
/** Who owes: the organisation first, then which office of it. */
export const debtorOf = (lang: string, code: string, mission?: string | null): { readonly name: string; readonly code?: string } => {
  const w = wordsOf(lang),
    [house, ...office] = code.split('.')
  if (!office.length) return { name: nameOf(code, lang), code }
  if (house !== 'un' && house !== 'au') return { name: capital(lang, officeOf(lang, code)) } // a party to an agreement is no house with offices
  return {
    name: house === 'un' ? w.un : w.au,
    code: code === MISSION && mission ? mission : office.join('.').toUpperCase(),
  }
}
export const officeOf = (lang: string, code: string): string => {
  const { offices } = wordsOf(lang)
  return (Object.hasOwn(offices, code) ? offices[code] : undefined) ?? nameOf(code, lang)
}
export const limitOf = (lang: string, { within }: Pick<Duty, 'within'>): string => {
  const { limit } = wordsOf(lang)
  if (within === 'without delay') return limit.withoutDelay
  if ('until' in within) return limit.stated
  return within.n === 0 ? limit.onTheDay : limit[within.unit](within.n)
}
export const capital = (lang: string, text: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)
export const uncapital = (lang: string, text: string): string => text.charAt(0).toLocaleLowerCase(lang) + text.slice(1)
export const byName =
  (lang: string) =>
  (a: string, b: string): number =>
    nameOf(a, lang).localeCompare(nameOf(b, lang), lang)
