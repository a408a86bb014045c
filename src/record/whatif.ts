import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import { loadSubjects } from '../kernel/ledger/load.ts'
import { derive, whose } from '../kernel/ledger/subject.ts'
import type { State } from '../kernel/rules/clock.ts'
import { asOf } from '../kernel/rules/derive.ts'
import type { Limit, Rulebook } from '../kernel/rules/rulebook.ts'
import { validate } from '../kernel/rules/validate.ts'
import { type BoardRow, boardRow, type Owed, owedOf, publicIds, type Query } from './board.ts'
import { asDb, lawOf } from './law.ts'

/** Same acts, another limit. States might have acted otherwise: it is arithmetic, not history. */
export interface WhatIf extends BoardRow {
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

/** The rows of the board that would read otherwise, in the board's order. Only subjects that the duty has touched are folded. */
export const whatIf = async (
  db: Sql,
  changes: readonly { readonly duty: string; readonly within: Limit }[],
  q: Pick<Query, 'on' | 'state' | 'mission' | 'subject'>,
): Promise<readonly WhatIf[] | string> => {
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
  const values: unknown[] = [changes.map(c => c.duty)]
  const and = (['state', 'mission', 'subject'] as const).flatMap(c => (q[c] ? [` and ${c} = $${values.push(q[c])}`] : [])).join('')
  const touched = await db.executeQuery<{ subject: string }>(
    CompiledQuery.raw(`select distinct subject from obligation where ledger = 1 and duty = any ($1)${and} order by subject`, values),
  )
  const found: { readonly now: Owed; readonly was: Owed | undefined }[] = []
  for (let i = 0; i < touched.rows.length; i += 500) {
    const names = touched.rows.slice(i, i + 500).map(r => r.subject)
    for (const [, s] of await loadSubjects(asDb(db), 1, names)) {
      const [now, was] = [derive(then, s.faces), derive(law, s.faces)]
      for (const span of asOf(now.spans, q.on)) {
        const of = { ...whose(span.about, s.whose), holder: asOf(now.holders, q.on)[0]?.office ?? null }
        const old = asOf(was.spans, q.on).find(o => o.key === span.key)
        if (old && old.state === span.state && old.due === span.due) continue
        if ((q.state && of.state !== q.state) || (q.mission && of.mission !== q.mission)) continue
        found.push({ now: owedOf(then, span, of), was: old && owedOf(law, old, of) })
      }
    }
  }
  const ids = await publicIds(db, [...new Set(found.flatMap(f => f.now.span.grounds))])
  return found.map(({ now, was }) => {
    const before = was && boardRow(was, q.on, ids)
    return { ...boardRow(now, q.on, ids), was: { due: before?.due ?? null, state: before?.state ?? null } }
  })
}
