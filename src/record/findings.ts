import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, toIso } from '../kernel/day.ts'
import { jcs } from '../kernel/ledger/jcs.ts'
import { findings as fold, type Ground } from '../kernel/rules/finding.ts'
import type { Finding } from '../kernel/rules/rulebook.ts'
import { publicIds } from './board.ts'
import { lawOf } from './law.ts'
import { bookInForce } from './rulebook.ts'

/** What the rulebook concludes over a group on a day: about whom, since when, on what grounds. The record may recommend; people decide. */
export interface Found {
  readonly rule: Finding
  readonly debtor: string
  readonly mission: string
  readonly since: Day
  /** Keys of obligations and ids of statements. */
  readonly by: readonly string[]
  readonly subjects: readonly string[]
  /** SHA-256 of the grounds: a decision names it, so that one can see later what was known when it was taken. */
  readonly digest: string
}
export interface Which {
  readonly on: Day
  readonly finding?: string
  readonly state?: string
  readonly mission?: string
  readonly limit?: number
  /** `finding` and group after which the page begins. */
  readonly after?: readonly [finding: string, about: string]
}

interface Row extends Omit<Ground, 'group' | 'grounds' | 'from' | 'to'> {
  readonly finding: string
  readonly about: string
  readonly subject: string
  readonly since: Day
  readonly until: Day
}

export const findingsOn = async (
  db: Sql,
  which: Which,
): Promise<{ readonly found: readonly Found[]; readonly next: readonly [string, string] | undefined }> => {
  const book = bookInForce(await lawOf(db))
  const limit = which.limit ?? 1_000
  const values: unknown[] = [Number(which.on)]
  const put = (v: unknown): string => `$${values.push(v)}`
  const and = [
    ...(which.finding ? [`finding = ${put(which.finding)}`] : []),
    ...(which.state ? [`state = ${put(which.state)}`] : []),
    ...(which.mission ? [`mission = ${put(which.mission)}`] : []),
    ...(which.after ? [`(finding, about) > (${put(which.after[0])}, ${put(which.after[1])})`] : []),
  ].map(c => ` and ${c}`)
  const { rows } = await db.executeQuery<Row>(
    CompiledQuery.raw(
      `select g.finding, g.about, g.subject, g.by, g.since, g.until from ground g
       join (select distinct finding, about from ground where ledger = 1 and since <= $1 and until > $1${and.join('')} order by finding, about limit ${limit + 1}) now
         on now.finding = g.finding and now.about = g.about
       where g.ledger = 1 and g.since <= $1 order by g.finding, g.about, g.since, g.by`,
      values,
    ),
  )
  const groups = [...Map.groupBy(rows, r => `${r.finding}\n${r.about}`).values()]
  const found = groups.slice(0, limit).flatMap((of): Found[] => {
    const rule = book?.findings.find(f => f.finding === of[0]!.finding)
    if (!rule) return []
    const spans = fold(
      rule,
      of.map(r => ({ group: r.about, by: r.by, from: r.since, to: r.until, grounds: [] })),
    )
    const now = spans.findIndex(s => s.from <= which.on && which.on < s.to)
    if (now < 0) return []
    let first = now
    while (first > 0 && spans[first - 1]!.to === spans[first]!.from) first--
    const [debtor = '?', mission = '?'] = of[0]!.about.split('|')
    const by = spans[now]!.grounds
    return [
      {
        rule,
        debtor,
        mission,
        since: spans[first]!.from,
        by,
        subjects: [...new Set(of.filter(r => by.includes(r.by)).map(r => r.subject))].sort(),
        digest: createHash('sha256')
          .update(jcs([...by]))
          .digest('hex'),
      },
    ]
  })
  const last = groups[limit - 1]?.[0]
  return { found, next: groups.length > limit && last ? [last.finding, last.about] : undefined }
}

export interface FindingRow {
  readonly finding: string
  readonly debtor: string
  readonly mission: string
  readonly since: string
  readonly grounds: readonly string[]
  readonly digest: string
}
export const findingRows = async (db: Sql, found: readonly Found[]): Promise<FindingRow[]> => {
  const ids = await publicIds(db, [...new Set(found.flatMap(f => f.by.filter(b => !b.includes('|'))))])
  return found.map(f => ({
    finding: f.rule.finding,
    debtor: f.debtor,
    mission: f.mission,
    since: toIso(f.since),
    grounds: f.by.map(b => ids.get(b) ?? b),
    digest: f.digest,
  }))
}
