import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import { loadSubjects, type Subject } from '../kernel/ledger/load.ts'
import { derive, type Law, whose } from '../kernel/ledger/subject.ts'
import type { State } from '../kernel/rules/clock.ts'
import { asOf } from '../kernel/rules/derive.ts'
import type { Face } from '../kernel/rules/face.ts'
import type { Limit, Rulebook } from '../kernel/rules/rulebook.ts'
import { validate } from '../kernel/rules/validate.ts'
import type { Query } from './board.ts'
import { type BoardRow, boardRow, publicIds } from './board-row.ts'
import { asDb, lawOf } from './law.ts'
import { type Owed, owedOf } from './owed.ts'

/** Same acts, another limit. States might have acted otherwise: it is arithmetic, not history. `state` null: it would not be owed. */
export interface WhatIf extends Omit<BoardRow, 'state'> {
  readonly state: State | null
  readonly was: { readonly due: string | null; readonly state: State | null }
}
export const SAME_ACTS = 'Same acts, other limit; whoever owed might have acted otherwise.'

/** `conduct.reply=5 working days` → the duty and its limit; a sentence where it is not one. */
export const readChange = (text: string): { readonly duty: string; readonly within: Limit } | string => {
  const at = /^\s*([a-z0-9.-]+)\s*=\s*(\d{1,4})\s+(working days?|days?|months?)\s*$/.exec(text)
  if (!at) return `${JSON.stringify(text)} is not of the form conduct.reply="5 working days" (or days, or months)`
  const [, duty, n, unit] = at as unknown as [string, string, string, string]
  return { duty, within: { n: Number(n), unit: (unit.endsWith('s') ? unit : `${unit}s`) as Limit['unit'], standing: 'ours' } }
}

/** Where a page ends: in which subject, behind which obligation of it; no obligation: behind all of them. */
export type Reached = readonly [subject: string, key: string]
export interface WhatIfs {
  readonly rows: readonly WhatIf[]
  /** A page may be short, or empty, and yet not be the last: so much is looked at, and no more. */
  readonly next: Reached | undefined
}
/** Spans that are walked for one page; with them at most so many cases are derived anew. */
const WALKED = 1_000

/** What of the board would read otherwise, case by case: other days, another state, obligations that would arise, and those that would not. */
export const whatIf = async (
  db: Sql,
  changes: readonly { readonly duty: string; readonly within: Limit }[],
  q: Pick<Query, 'on' | 'state' | 'mission' | 'subject'> & { readonly limit?: number; readonly after?: Reached },
): Promise<WhatIfs | string> => {
  const law = await lawOf(db)
  const other = (book: Rulebook): Rulebook => ({
    ...book,
    duties: book.duties.map(d => {
      const change = changes.find(c => c.duty === d.duty)
      return change ? { ...d, within: change.within } : d
    }),
  })
  const unknown = changes.find(c => !law.adopted.some(a => a.book.duties.some(d => d.duty === c.duty)))
  if (unknown) return `no duty ${unknown.duty} in the rulebook: peaceops rulebook lists them`
  const then = { ...law, adopted: law.adopted.map(a => ({ ...a, book: other(a.book) })) }
  const wrong = then.adopted.flatMap(a => validate(a.book))
  if (wrong[0]) return wrong[0]
  const { subjects, upTo } = await touchedBy(db, [...new Set(changes.map(c => c.duty))], q)
  const found: Differs[] = []
  const page = await loadSubjects(asDb(db), 1, subjects)
  for (const subject of subjects) {
    const s = page.get(subject)
    if (s) found.push(...differing(law, then, s, q).filter(d => !q.after || subject !== q.after[0] || keyOf(d) > q.after[1]))
  }
  const limit = q.limit ?? 500
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1)! : undefined
  const ids = await publicIds(db, [...new Set(shown.flatMap(f => (f.now ?? f.was!).span.grounds))])
  return {
    rows: shown.map(f => rowOf(f, q.on, ids)),
    next: last ? [(last.now ?? last.was!).span.subject, keyOf(last)] : upTo === undefined ? undefined : [upTo, ''],
  }
}
/** All of it, page by page: memory stays flat. */
export async function* wholeWhatIf(
  db: Sql,
  changes: Parameters<typeof whatIf>[1],
  q: Omit<Parameters<typeof whatIf>[2], 'limit' | 'after'>,
): AsyncGenerator<WhatIf, string | undefined> {
  for (let after: Reached | undefined; ; ) {
    const page = await whatIf(db, changes, { ...q, ...(after ? { after } : {}) })
    if (typeof page === 'string') return page
    yield* page.rows
    if (!page.next) return undefined
    after = page.next
  }
}

interface Differs {
  readonly now: Owed | undefined
  readonly was: Owed | undefined
}
const keyOf = ({ now, was }: Differs): string => (now ?? was!).span.key
const owedBy = (law: Law, faces: Subject['faces'], s: Pick<Subject, 'whose'>, on: Query['on']): ReadonlyMap<string, Owed> => {
  const { spans, holders } = derive(law, faces)
  const holder = asOf(holders, on)[0]?.office ?? null
  return new Map(asOf(spans, on).map(span => [span.key, owedOf(law, span, { ...whose(span.about, s.whose), holder })]))
}
const differing = (law: Law, then: Law, s: Subject, q: Pick<Query, 'on' | 'state' | 'mission'>): Differs[] =>
  between(owedBy(then, s.faces, s, q.on), owedBy(law, s.faces, s, q.on), q)
const between = (now: ReadonlyMap<string, Owed>, was: ReadonlyMap<string, Owed>, q: Pick<Query, 'state' | 'mission'> = {}): Differs[] => {
  return [...new Set([...now.keys(), ...was.keys()])]
    .sort()
    .map(key => ({ now: now.get(key), was: was.get(key) }))
    .filter(({ now: a, was: b }) => a?.span.state !== b?.span.state || a?.span.due !== b?.span.due)
    .filter(({ now: a, was: b }) => (!q.state || (a ?? b)!.state === q.state) && (!q.mission || (a ?? b)!.mission === q.mission))
}
/**
 * The clocks of one case, if what meets a duty had come on a day: as they would stand then, or on the day asked for where that is later. The act is
 * told as the duty tells it, by whoever owes it; nothing is written. A sentence, where the case holds no such obligation.
 */
export const ifActed = async (
  db: Sql,
  subject: string,
  act: { readonly duty: string; readonly day: Day },
  on: Day,
): Promise<{ readonly on: Day; readonly rows: readonly WhatIf[] } | string> => {
  const law = await lawOf(db),
    s = (await loadSubjects(asDb(db), 1, [subject])).get(subject),
    then = act.day > on ? act.day : on
  const was = s ? owedBy(law, s.faces, s, then) : new Map<string, Owed>(),
    owed = [...was.values()].filter(o => o.span.duty === act.duty)
  if (!s || !owed.length) return `nothing is owed under ${act.duty} in this case on that day`
  const acts = owed.flatMap((o, i): Face[] => {
    const trigger = s.faces.find(f => f.id === o.span.grounds[0]),
      [pattern] = o.rule?.metBy ?? []
    if (!trigger || !pattern) return []
    const seq = Math.max(...s.faces.map(f => f.seq)) + 1 + i
    return [
      {
        ...trigger,
        ...{ seq, id: `what-if-${i}`, type: pattern.type, occurredOn: act.day, latest: act.day },
        is: { ...trigger.is, ...pattern.is },
      },
    ]
  })
  const now = owedBy(law, [...s.faces, ...acts], s, then),
    ids = await publicIds(db, [...new Set([...was.values()].flatMap(o => o.span.grounds))])
  return { on: then, rows: between(now, was).map(d => rowOf(d, then, ids)) }
}

const GONE = 'Under the other limit this obligation does not arise, or not by this day.'
const rowOf = ({ now, was }: Differs, on: Query['on'], ids: ReadonlyMap<string, string>): WhatIf => {
  const before = was && boardRow(was, on, ids)
  const row = now ? boardRow(now, on, ids) : { ...before!, due: null, state: null, why: [GONE] }
  return { ...row, was: { due: before?.due ?? null, state: before?.state ?? null } }
}

/**
 * Only subjects that one of the duties has touched are derived. The key of an obligation begins with its duty and its subject, so each duty is
 * walked along the primary key, from the subject where the last page ended; `upTo`: the last subject of this page, where there may be more.
 */
const touchedBy = async (
  db: Sql,
  duties: readonly string[],
  { state, mission, subject, after }: Pick<Query, 'state' | 'mission' | 'subject'> & { readonly after?: Reached },
): Promise<{ readonly subjects: readonly string[]; readonly upTo: string | undefined }> => {
  if (subject !== undefined) return { subjects: !after || after[0] === subject ? [subject] : [], upTo: undefined }
  const [from, key] = after ?? ['', '']
  const start = from === '' ? '|' : key === '' ? `|${from}}` : `|${from}|` // `}` comes right behind `|`: behind all keys of this subject
  const { rows } = await db.executeQuery<{ duty: string; subject: string; state: string | null; mission: string | null }>(
    CompiledQuery.raw(
      `select d.duty, o.* from unnest($1::text[]) d(duty) cross join lateral (
         select o.subject, o.state, o.mission from obligation o where o.ledger = 1 and o.key > d.duty || $2 and o.key < d.duty || '}' order by o.key limit ${WALKED}) o`,
      [duties, start],
    ),
  )
  const cut = [...Map.groupBy(rows, r => r.duty).values()]
    .filter(of => of.length === WALKED)
    .map(of => of.at(-1)!.subject)
    .sort(inOrder)[0]
  const wanted = rows.filter(r => (!state || r.state === state) && (!mission || r.mission === mission)).map(r => r.subject)
  const subjects = [...new Set(wanted)].filter(s => cut === undefined || inOrder(s, cut) <= 0).sort(inOrder)
  return { subjects, upTo: cut }
}
/** As the keys of obligations lie: behind each subject stands `|`, so that `A1` comes before `A`. */
const inOrder = (a: string, b: string): number => (`${a}|` < `${b}|` ? -1 : a === b ? 0 : 1)
