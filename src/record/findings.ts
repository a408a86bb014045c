import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, toIso } from '../kernel/day.ts'
import { jcs } from '../kernel/ledger/jcs.ts'
import { loadSubjects } from '../kernel/ledger/load.ts'
import { derive, type Law } from '../kernel/ledger/subject.ts'
import { findings as fold, type Ground } from '../kernel/rules/finding.ts'
import type { Finding, Rulebook } from '../kernel/rules/rulebook.ts'
import { publicIds } from './board-row.ts'
import { asDb, lawOf, touchedSince } from './law.ts'
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
}
export interface Which {
  readonly on: Day
  /** A position of the ledger: what was concluded from what was known then. */
  readonly knownAt?: number
  readonly finding?: string
  readonly state?: string
  readonly mission?: string
  readonly limit?: number
  /** `finding` and group after which the page begins. */
  readonly after?: readonly [finding: string, about: string]
}

interface Row extends Pick<Ground, 'by'> {
  readonly finding: string
  readonly about: string
  readonly subject: string
  readonly since: Day
  readonly until: Day
}
interface Page {
  readonly found: readonly Found[]
  readonly next: readonly [finding: string, about: string] | undefined
}

export const findingsOn = async (db: Sql, which: Which): Promise<Page> => {
  const law = await lawOf(db, which.knownAt)
  const limit = which.limit ?? 1_000
  const rows = which.knownAt === undefined ? await stored(db, which, limit) : await foldedAt(db, law, which, which.knownAt)
  const groups = [...Map.groupBy(rows, r => `${r.finding}\n${r.about}`).values()]
  const found = groups.slice(0, limit).flatMap(of => foundIn(bookInForce(law), of, which.on))
  const last = groups[limit - 1]?.[0]
  return { found, next: groups.length > limit && last ? [last.finding, last.about] : undefined }
}
/** What one rule concludes over the grounds of one group: nothing, or one finding, with the day since which it stands without a break. */
const foundIn = (book: Rulebook | undefined, of: readonly Row[], on: Day): Found[] => {
  const rule = book?.findings.find(f => f.finding === of[0]!.finding)
  if (!rule) return []
  const spans = fold(
    rule,
    of.map(r => ({ group: r.about, by: r.by, from: r.since, to: r.until, grounds: [] })),
  )
  const now = spans.findIndex(s => s.from <= on && on < s.to)
  if (now < 0) return []
  let first = now
  while (first > 0 && spans[first - 1]!.to === spans[first]!.from) first--
  const [debtor = '?', mission = '?'] = of[0]!.about.split('|')
  const by = spans[now]!.grounds
  const subjects = [...new Set(of.filter(r => by.includes(r.by)).map(r => r.subject))].sort()
  return [{ rule, debtor, mission, since: spans[first]!.from, by, subjects }]
}

/** The groups of one page that stand on the day, each with all its grounds up to then. */
const stored = async (db: Sql, which: Which, limit: number): Promise<readonly Row[]> => {
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
  return rows
}
/** The same as it was known: subjects touched since are folded from a shorter ledger, exactly as the board does it. */
const foldedAt = async (db: Sql, law: Law, which: Which, position: number): Promise<readonly Row[]> => {
  const { all, subjects } = await touchedSince(db, law, position)
  const grounds: Row[] = []
  if (!all) {
    const kept =
      'select finding, about, subject, by, since, until from ground where ledger = 1 and since <= $1 and subject <> all ($2::text[])'
    grounds.push(...(await db.executeQuery<Row>(CompiledQuery.raw(kept, [Number(which.on), subjects]))).rows)
  }
  for (let i = 0; i < subjects.length; i += 500)
    for (const [subject, s] of await loadSubjects(asDb(db), 1, subjects.slice(i, i + 500)))
      for (const g of derive(
        law,
        s.faces.filter(f => f.seq <= position),
      ).grounds)
        if (g.from <= which.on) grounds.push({ finding: g.finding, about: g.group, subject, by: g.by, since: g.from, until: g.to })
  const { finding, state, mission, after } = which
  const wanted = [...Map.groupBy(grounds, g => `${g.finding}\n${g.about}`).values()].filter(of => {
    const [{ finding: rule, about }] = of as [Row]
    const [debtor, where] = about.split('|')
    return (
      of.some(g => g.since <= which.on && g.until > which.on) &&
      (!finding || rule === finding) &&
      (!state || debtor === state) &&
      (!mission || where === mission) &&
      (!after || rule > after[0] || (rule === after[0] && about > after[1]))
    )
  })
  const place = (of: readonly Row[]): string => `${of[0]!.finding}\n${of[0]!.about}`
  return wanted.sort((a, b) => (place(a) < place(b) ? -1 : 1)).flat()
}

/**
 * What is to be read with each finding: the notes of the sources beside the statements, and beside the entries of the obligations on which
 * it rests. Whoever reads that a State did something reads here what of it the source does not say.
 */
export const notesOf = async (db: Sql, found: readonly Found[], knownAt = Number.MAX_SAFE_INTEGER): Promise<(readonly string[])[]> => {
  const by = new Set(found.flatMap(f => f.by)),
    keys = [...by].filter(b => b.includes('|'))
  if (!by.size) return found.map(() => [])
  const owed = await db.executeQuery<{ key: string; grounds: string }>(
    CompiledQuery.raw('select key, grounds from obligation where ledger = 1 and key = any ($1::text[])', [keys]),
  )
  const behind = Map.groupBy(owed.rows, r => r.key)
  const entriesOf = (b: string): readonly string[] =>
    b.includes('|') ? (behind.get(b) ?? []).flatMap(r => JSON.parse(r.grounds) as string[]) : [b]
  const { rows } = await db.executeQuery<{ seq: number; id: string; note: string | null }>(
    CompiledQuery.raw(
      `select e.seq, e.id, b.json::json->'source'->>'note' as note from entry e
       left join lateral (select json from body where ledger = 1 and seq = e.seq offset 0) b on true
       where e.ledger = 1 and e.id = any ($1::uuid[]) and e.seq <= $2`,
      [[...new Set([...by].flatMap(entriesOf))], knownAt],
    ),
  )
  const noted = new Map(rows.map(r => [r.id, r]))
  return found.map(f => {
    const its = [...new Set(f.by.flatMap(entriesOf))].flatMap(id => noted.get(id) ?? []).sort((a, b) => a.seq - b.seq)
    return [...new Set(its.flatMap(r => r.note ?? []))]
  })
}

export interface FindingRow {
  readonly finding: string
  readonly debtor: string
  readonly mission: string
  readonly since: string
  readonly grounds: readonly string[]
  /** SHA-256 of the grounds by their public names, the same in every record that holds them: a decision names it, so that one can see later what was known when it was taken. */
  readonly digest: string
  /** What is to be read with it: the notes of the sources of the grounds. */
  readonly notes: readonly string[]
}
export const findingRows = async (db: Sql, found: readonly Found[], knownAt?: number): Promise<FindingRow[]> => {
  const ids = await publicIds(db, [...new Set(found.flatMap(f => f.by.filter(b => !b.includes('|'))))])
  const notes = await notesOf(db, found, knownAt)
  return found.map((f, i) => {
    const grounds = f.by.map(b => ids.get(b) ?? b).sort()
    return {
      finding: f.rule.finding,
      debtor: f.debtor,
      mission: f.mission,
      since: toIso(f.since),
      grounds,
      digest: createHash('sha256').update(jcs(grounds)).digest('hex'),
      notes: notes[i]!,
    }
  })
}
