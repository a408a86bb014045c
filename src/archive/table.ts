import type { Sql } from '../kernel/database/pools.ts'
import { type Day, toIso } from '../kernel/day.ts'
import { type DayBy, type OfTable, type Stood, stoodInWords } from '../paper/cites.ts'
import { ask } from './datasets.ts'
import { subjectOf } from './entries.ts'
import type { CountedBy, Layout } from './layout.ts'
import { layoutsOf } from './layouts/index.ts'
import { type Withdrawn, withdrawals, withdrawnInWords } from './withdrawn.ts'

// One table opened for questions: its snapshots, what their cells mean, what was withdrawn, and what this reader may see of it.

export interface Table {
  readonly id: number
  readonly dataset: string
  readonly opens: 'rows' | 'closed'
  readonly countedBy: CountedBy
  /** The highest number of a snapshot. */
  readonly latest: number
  /** The newest that stands; `undefined`: all were withdrawn. */
  readonly newest: number | undefined
  readonly withdrawn: ReadonlyMap<number, Withdrawn>
  /** Whether this reader sees closed cells of any row. */
  readonly cleared: boolean
  /** How many rows of a snapshot's file were not understood, and are not in it. */
  unreadIn(snapshot: number): number
  /** The layout by which a snapshot was read. */
  layoutOf(snapshot: number): Layout
  /** The entry that stands for a snapshot on the ledger. */
  entryOf(snapshot: number): string
  /** When a snapshot was published, as far as that is known. */
  stoodFrom(snapshot: number): Stood | undefined
  /** First and last month of which a snapshot has rows, or, of a table in parts, any up to it: twelve times the year plus the month; null: no row has a day. */
  monthsAt(snapshot: number): { readonly first: number | null; readonly last: number | null }
  /** The first snapshot that stands; `undefined`: all were withdrawn. */
  readonly oldest: number | undefined
  /** The last snapshot that stands and had been published, or fetched, or else put on the record, by the end of that day; `undefined`: none yet. */
  publishedBy(on: Day): number | undefined
  /** What its rows may be cited by. */
  readonly source: string
  /** Months over which the row reaches that reaches over most. */
  readonly longest: number
}
/** What never changes of a snapshot. */
interface Facts {
  readonly nth: number
  readonly entry: string
  /** Hash of its layout. */
  readonly layout: string
  readonly longest: number
  readonly unread: number
  readonly first: number | null
  readonly last: number | null
  readonly day: string
  readonly by: DayBy
}
interface Found {
  readonly id: number
  readonly opens: 'rows' | 'closed'
  readonly countedBy: CountedBy
  readonly latest: number
  readonly tier: number
  readonly everything: boolean
  readonly superseded: boolean
  readonly facts: readonly Facts[]
}
/** One question for all that stands beside a figure: as many small ones would cost more than the figure. */
const OPENING = `select d.id, d.opens, d.counted_by as "countedBy", d.latest, tier() as tier, everything() as everything,
  exists (select from entry e where e.ledger = 1 and e.subject = $2 and e.type = 'EntrySuperseded') as superseded,
  (select json_agg(json_build_object('nth', s.nth, 'entry', s.entry, 'layout', encode(s.layout, 'hex'), 'longest', s.longest, 'unread', s.not_understood,
     'first', lower(s.months), 'last', upper(s.months) - 1, 'day', coalesce(s.as_published, s.fetched_on, (s.recorded_at at time zone 'America/New_York')::date),
     'by', case when s.as_published is not null then 'published' when s.fetched_on is not null then 'fetched' else 'put on the record' end) order by s.nth)
   from (select * from snapshot s where s.dataset = d.id order by s.nth limit 10000) s) as facts
  from dataset d where d.name = $1`

const opening = async (db: Sql, dataset: string): Promise<{ readonly t: Table; readonly found: Found } | undefined> => {
  const [found] = await ask<Found>(db, OPENING, [dataset, subjectOf(dataset)])
  if (!found?.facts) return undefined
  const { id, opens, countedBy, latest, facts } = found
  const layouts = await layoutsBy(db, new Set(facts.map(f => f.layout)))
  const gone = found.superseded ? await withdrawals(db, { dataset }) : new Map<string, Withdrawn>()
  const at = new Map(facts.map(f => [f.nth, f]))
  const layoutOf = (n: number): Layout => layouts.get((at.get(n) ?? at.get(latest)!).layout)!
  const standing = facts.filter(f => !gone.has(f.entry))
  const t: Table = {
    ...{ id, dataset, opens, countedBy, latest, layoutOf, cleared: found.tier >= 2 },
    newest: standing.at(-1)?.nth,
    oldest: standing[0]?.nth,
    withdrawn: new Map(facts.flatMap(f => (gone.has(f.entry) ? [[f.nth, gone.get(f.entry)!]] : []))),
    source: layoutOf(latest).cite,
    longest: Math.max(0, ...facts.map(f => f.longest)),
    unreadIn: n => at.get(n)?.unread ?? 0,
    entryOf: n => (at.get(n) ?? at.get(latest)!).entry,
    stoodFrom: n => {
      const its = at.get(n)
      return its && { day: its.day, by: its.by }
    },
    monthsAt: n => {
      const whole = !layoutOf(n).part?.length
      const months = facts.flatMap(f => (f.nth > n || (whole && f.nth < n) || f.first === null || f.last === null ? [] : [f.first, f.last]))
      return months.length ? { first: Math.min(...months), last: Math.max(...months) } : { first: null, last: null }
    },
    publishedBy: on => standing.findLast(f => f.day <= toIso(on))?.nth,
  }
  return { t, found }
}
/** Read once: a layout stands under the hash of its own words, and every reader may read it. */
const read = new Map<string, Layout>()
const MOST_READ = 1_000
const layoutsBy = async (db: Sql, hashes: ReadonlySet<string>): Promise<ReadonlyMap<string, Layout>> => {
  const known = new Map([...hashes].flatMap(h => (read.has(h) ? [[h, read.get(h)!] as const] : [])))
  if (known.size === hashes.size) return known
  const rows = await ask<{ hash: string; json: string }>(
    db,
    `select encode(hash, 'hex') as hash, json from layout where hash = any (array(select decode(h, 'hex') from unnest($1::text[]) h))`,
    [[...hashes].filter(h => !known.has(h))],
  )
  if (read.size > MOST_READ) read.clear()
  for (const { hash, json } of rows) {
    const layout = JSON.parse(json) as Layout
    read.set(hash, layout)
    known.set(hash, layout)
  }
  return known
}
export const table = async (db: Sql, dataset: string): Promise<Table | undefined> => (await opening(db, dataset))?.t

/** Which two are compared where nobody says: the newest that stands, and the one before it that does. 0: there is none. */
export const pairOf = (t: Table, newer = t.newest ?? t.latest): readonly [older: number, newer: number] => {
  let older = newer - 1
  while (t.withdrawn.has(older)) older--
  return [older, newer]
}

// ---- as of which snapshot, and for whom

export interface As {
  /** A snapshot; `on`: the last one that had been published by that day. Neither: the newest that stands. */
  readonly at?: number | undefined
  readonly on?: Day | undefined
}
/** Why there is no answer: a value, for it is an ordinary one. */
export interface NoAnswer {
  readonly none: 'no such dataset' | 'no such snapshot' | 'closed' | 'not in it'
  readonly says: string
}
export const isNoAnswer = (answer: object): answer is NoAnswer => 'none' in answer

/** What no reader of this login may see as rows. */
export const CLOSED: NoAnswer = {
  none: 'closed',
  says: 'The rows of this table are closed: the public gets its counts by year and State, or mission.',
}
export interface Opened {
  readonly t: Table
  readonly at: number
  /** Whether this reader may read rows. */
  readonly mayRead: boolean
  /** Whether that is all of them: who is cleared for one State reads that State's, and of the others what everybody gets. */
  readonly whole: boolean
  /** Which closed cells this reader sees: what one is answered is given to another only where both see the same. */
  readonly sees: 'none' | 'some' | 'all'
  /** Where its figures stand. */
  readonly cites: OfTable
  /** Of a snapshot that was asked for although it was withdrawn: by what, and why. */
  readonly said: { readonly withdrawn?: string }
}
/** What puts it there, of a table that this version can read; of texts, which are a file each, a folder is the table. */
const addedBy = (dataset: string): string => {
  const [layout] = layoutsOf(dataset)
  return layout
    ? ` peaceops archive add ${dataset} ${layout.file.form === 'read' && layout.file.reader === 'resolution' ? 'FOLDER' : 'FILE'} puts it there.`
    : ''
}
/** What came later is never told of a day before it. */
const notThen = (t: Table, on: Day | undefined): string => {
  const stood = t.oldest === undefined ? undefined : t.stoodFrom(t.oldest)
  return `${t.dataset} is not on this record as published by ${on === undefined ? 'that day' : toIso(on)}${stood ? `: its first snapshot that stands was ${stoodInWords(stood)}` : ''}.`
}
export const opened = async (db: Sql, dataset: string, as: As): Promise<Opened | NoAnswer> => {
  const open = await opening(db, dataset)
  if (!open) return { none: 'no such dataset', says: `No dataset ${dataset} is on this record.${addedBy(dataset)}` }
  const { t, found } = open
  const at = as.at ?? (as.on === undefined ? t.newest : t.publishedBy(as.on))
  if (at === undefined || at < 1 || at > t.latest || !Number.isInteger(at))
    return {
      none: 'no such snapshot',
      says:
        at !== undefined
          ? `${dataset} has snapshots 1 to ${t.latest}.`
          : t.newest === undefined
            ? `Every snapshot of ${dataset} was withdrawn.`
            : notThen(t, as.on),
    }
  const gone = t.withdrawn.get(at)
  const [unread, stood] = [t.unreadIn(at), at !== t.newest || as.on !== undefined ? t.stoodFrom(at) : undefined]
  return {
    ...{ t, at },
    mayRead: t.opens === 'rows' || t.cleared,
    whole: t.opens === 'rows' || (t.cleared && found.everything),
    sees: !t.cleared ? 'none' : found.everything ? 'all' : 'some',
    cites: { dataset, snapshot: at, source: t.source, ...(unread ? { unread } : {}), ...(stood ? { stood } : {}) },
    said: gone ? { withdrawn: withdrawnInWords(gone) } : {},
  }
}
