import { day } from '../day.ts'
import type { Pattern } from './face.ts'
import type { Adopted, Binding, Duty, Rulebook } from './rulebook.ts'

const BINDS: ReadonlySet<Binding> = new Set<Binding>(['treaty', 'resolution'])

/** What is wrong with a book, in sentences, before it is adopted. An empty list: adopt it. Unknown entry types cannot come here: the language refuses them. */
export const validate = (book: Rulebook, before: readonly Rulebook[] = []): string[] => {
  const wrong: string[] = [],
    named = new Map(book.duties.map(d => [d.duty, d])),
    states = new Set(book.states),
    offices = new Set(book.offices)
  if (book.engine !== 1) wrong.push(`Engine ${String(book.engine)} is not the one that reads this book.`)
  if (named.size < book.duties.length) wrong.push('Two duties have one name.')
  for (const d of book.duties) {
    const say = (what: string) => wrong.push(`${d.duty}: ${what}`)
    const { within: w, every: e, arises: a, owedBy: o } = d
    if ('office' in o && !offices.has(o.office)) say(`owed by ${o.office}, an office that this book does not list.`)
    if ('whenOverdue' in a && !named.has(a.whenOverdue)) say(`arises from ${a.whenOverdue}, which this book does not have.`)
    if (typeof w === 'object' && 'n' in w && !(Number.isSafeInteger(w.n) && w.n >= (e ? 0 : 1)))
      say('its limit is not a whole number of days or months.')
    if (e && !(Number.isSafeInteger(e.n) && e.n >= 1)) say('it comes back after no time at all.')
    if (e && (typeof w !== 'object' || 'until' in w)) say('what comes back needs a number.')
    if (e && !d.endedBy?.length) say('what comes back needs an entry that ends it.')
    if (e && d.notBefore !== undefined) say('what comes back names its first day by its grid.')
    if (e && (d.startsAt || d.disputedBy)) say('what comes back runs by its grid, not by a receipt.')
    if (d.startsAt && typeof w === 'object' && 'until' in w) say('a limit that names its last day does not start by a receipt.')
    if (d.metBy.length === 0) say('nothing can meet it.')
    if (hangsOnItself(d.duty, [book, ...before])) say('it arises from itself, by way of others.')
  }
  for (const h of book.firstHolders)
    if (!offices.has(h.office)) wrong.push(`${h.office}: first holder of a subject, and not an office that this book lists.`)
  for (const code of states) if (!/^[A-Z]{3}$/.test(code)) wrong.push(`${code}: not the code of a State.`)
  for (const code of offices) if (!/^[a-z]+(\.[a-z0-9-]+)+$/.test(code)) wrong.push(`${code}: not the code of an office.`)
  for (const [where, p] of patterns(book))
    for (const [known, is] of [
      [states, p.is['state']],
      [offices, p.is['office']],
    ] as const)
      if (is !== undefined && !known.has(String(is))) wrong.push(`${where}: names ${String(is)}, which this book does not list.`)
  for (const f of book.findings)
    for (const cause of f.anyOf)
      if ('overdue' in cause) {
        const d = named.get(cause.overdue)
        if (!d) wrong.push(`${f.finding}: rests on ${cause.overdue}, which this book does not have.`)
        else if (!BINDS.has(d.binding))
          wrong.push(`${f.finding}: rests on ${d.duty}, whose binding is ${d.binding}. A finding needs a treaty or a resolution.`)
      }
  const fixed = new Set(book.duties.flatMap(d => d.calendars))
  for (const [key, c] of Object.entries(book.calendars)) {
    if (!states.has(key) && !fixed.has(key)) wrong.push(`${key}: a calendar of no listed State, which no duty names.`)
    if (new Set(c.weekend).size > 6) wrong.push(`${key}: no day of the week is a working day.`)
    for (const [year, days] of Object.entries(c.years))
      for (const iso of days) {
        try {
          if (!iso.startsWith(`${year}-`)) wrong.push(`${key}: ${iso} is not in ${year}.`)
          day(iso)
        } catch {
          wrong.push(`${key}: ${iso} is no day.`)
        }
      }
  }
  return wrong
}

const patterns = (book: Rulebook): (readonly [where: string, pattern: Pattern])[] => [
  ...book.duties.flatMap(d =>
    [
      ...('on' in d.arises ? [d.arises.on] : []),
      ...d.metBy,
      ...(d.endedBy ?? []),
      ...(d.silenceStatedBy ?? []),
      ...[d.startsAt, d.disputedBy].filter(p => p !== undefined),
    ].map(p => [d.duty, p] as const),
  ),
  ...book.findings.flatMap(f => f.anyOf.flatMap(c => ('stated' in c ? [c.stated, ...c.until] : [])).map(p => [f.finding, p] as const)),
]

const causesOf = (duty: string, books: readonly Rulebook[]): string[] =>
  books.flatMap(b => b.duties.filter(d => d.duty === duty).flatMap(d => ('whenOverdue' in d.arises ? [d.arises.whenOverdue] : [])))

const hangsOnItself = (duty: string, books: readonly Rulebook[]): boolean => {
  const seen = new Set<string>(),
    look = [...causesOf(duty, books)]
  for (let d = look.pop(); d !== undefined; d = look.pop()) {
    if (d === duty) return true
    if (!seen.has(d)) {
      seen.add(d)
      look.push(...causesOf(d, books))
    }
  }
  return false
}

const orders = new WeakMap<readonly Adopted[], readonly string[]>()
/** All duties of all books, each after the one from whose lapse it arises. So one pass over a subject is enough. */
export const inOrder = (adopted: readonly Adopted[]): readonly string[] => {
  const known = orders.get(adopted)
  if (known) return known
  const books = adopted.map(a => a.book),
    order = new Set<string>(),
    visiting = new Set<string>()
  const visit = (d: Duty['duty']): void => {
    if (order.has(d) || visiting.has(d)) return
    visiting.add(d)
    causesOf(d, books).forEach(visit)
    order.add(d)
  }
  for (const b of books) for (const d of b.duties) visit(d.duty)
  const list = [...order]
  orders.set(adopted, list)
  return list
}
