import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Sql } from '../../kernel/database/pools.ts'
import { jcs } from '../../kernel/ledger/jcs.ts'
import { loadSubjects } from '../../kernel/ledger/load.ts'
import { derive, type Law } from '../../kernel/ledger/subject.ts'
import { findings as fold, type Ground } from '../../kernel/rules/finding.ts'
import { type Found, findingsOn, type Which } from '../findings.ts'
import { asDb, lawOf } from '../law.ts'
import { bookInForce } from '../rulebook.ts'

/** Findings as they were known at a position: subjects touched since are folded from a shorter ledger, exactly as the board does it. */
export const findingsKnown = async (db: Sql, which: Which, position: number | undefined): Promise<ReturnType<typeof findingsOn>> => {
  if (position === undefined) return aboutGroup(db, which)
  const law = await lawOf(db, position),
    now = await lawOf(db),
    book = bookInForce(law),
    all = books(now) !== books(law)
  const subjects = await db.executeQuery<{ subject: string; seen: boolean }>(
    CompiledQuery.raw(
      all
        ? 'select distinct subject, true as seen from entry where ledger = 1 and seq <= $1'
        : `select subject, false as seen from ground where ledger = 1 union select subject, true from entry where ledger = 1 and seq > $1`,
      [position],
    ),
  )
  const grounds: (Ground & { readonly finding: string; readonly subject: string })[] = [],
    names = [...new Set(subjects.rows.map(r => r.subject))].sort()
  for (let i = 0; i < names.length; i += 500)
    for (const [subject, s] of await loadSubjects(asDb(db), 1, names.slice(i, i + 500))) {
      const derived = derive(
        law,
        s.faces.filter(f => f.seq <= position),
      )
      grounds.push(...derived.grounds.map(g => ({ ...g, subject })))
    }
  const found = (book?.findings ?? [])
    .filter(rule => which.finding === undefined || rule.finding === which.finding)
    .flatMap(rule => foundUnder(rule, grounds, which))
    .sort((a, b) => (`${a.rule.finding}\n${about(a)}` < `${b.rule.finding}\n${about(b)}` ? -1 : 1))
  const after = which.after,
    page = after ? found.filter(f => f.rule.finding > after[0] || (f.rule.finding === after[0] && about(f) > after[1])) : found,
    limit = which.limit ?? 1_000,
    last = page[limit - 1]
  return { found: page.slice(0, limit), next: page.length > limit && last ? [last.rule.finding, about(last)] : undefined }
}
const books = (of: Law): string => of.adopted.map(a => a.seq).join(' ')
const MOST_PAGES = 10
/** Whom a finding is about stands in its group. The columns beside a ground are the subject's first State and mission: they serve the policies, and would hide a second State of one case. */
const aboutGroup = async (db: Sql, { state, mission, ...which }: Which): ReturnType<typeof findingsOn> => {
  if (state === undefined && mission === undefined) return findingsOn(db, which)
  const limit = which.limit ?? 1_000,
    found: Found[] = []
  let after = which.after
  for (let page = 0; page < MOST_PAGES; page++) {
    const { found: all, next } = await findingsOn(db, { ...which, limit: 1_000, ...(after ? { after } : {}) })
    found.push(...all.filter(f => (state === undefined || f.debtor === state) && (mission === undefined || f.mission === mission)))
    if (!next || found.length > limit) break
    after = next
  }
  const last = found[limit - 1]
  return { found: found.slice(0, limit), next: found.length > limit && last ? [last.rule.finding, about(last)] : undefined }
}
const about = (f: Found): string => `${f.debtor}|${f.mission}`

const foundUnder = (
  rule: Found['rule'],
  grounds: readonly (Ground & { readonly finding: string; readonly subject: string })[],
  which: Which,
): Found[] => {
  const mine = grounds.filter(g => g.finding === rule.finding && g.from <= which.on),
    spans = Map.groupBy(fold(rule, mine), s => s.group)
  return [...spans].flatMap(([group, of]): Found[] => {
    const now = of.findIndex(s => s.from <= which.on && which.on < s.to),
      [debtor = '?', mission = '?'] = group.split('|')
    if (now < 0 || (which.state && which.state !== debtor) || (which.mission && which.mission !== mission)) return []
    let first = now
    while (first > 0 && of[first - 1]!.to === of[first]!.from) first--
    const by = of[now]!.grounds
    return [
      {
        rule,
        debtor,
        mission,
        since: of[first]!.from,
        by,
        subjects: [...new Set(mine.filter(g => by.includes(g.by)).map(g => g.subject))].sort(),
        digest: createHash('sha256')
          .update(jcs([...by]))
          .digest('hex'),
      },
    ]
  })
}
