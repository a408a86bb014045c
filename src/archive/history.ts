import type { Sql } from '../kernel/database/pools.ts'
import { short } from './copy.ts'
import { ask, CLOSED_CELLS, keyOf, named } from './datasets.ts'
import type { Filters } from './filters.ts'
import type { Layout } from './layout.ts'
import { mission } from './names/missions.ts'
import type { Named } from './names/named.ts'
import { state } from './names/states.ts'
import { cellReader } from './read/cells.ts'
import { inKey } from './read/row.ts'
import { UNIT } from './read/table.ts'
import { rows } from './rows.ts'
import { CAME, OPEN } from './schema.ts'
import type { Table } from './table.ts'
import { isNoAnswer } from './table.ts'
import { called } from './told.ts'

/** One row, or one cell of it, from one snapshot up to another. */
export interface Stood {
  readonly from: number
  /** The first snapshot that said it no more; null: it stands. */
  readonly until: number | null
  readonly file: number
  readonly line: number
  /** Of several rows of this name each has its place, whatever the order of the file: 1, 2 … */
  readonly repeat: number
  readonly asPublished: string | null
  readonly recordedAt: string
  /** One cell, where one was asked for; else the whole row. */
  readonly value: string | null
  readonly row: { readonly [column: string]: string }
}
export interface History {
  readonly key: string
  readonly column: string | null
  /** As people say it: Bangladesh, February 1999. */
  readonly called: string
  readonly stood: readonly Stood[]
}
const MOST = 2_000

/** A key as people write it, the cells of the row's name in order with | between (or as a JSON list, where a cell holds a |), as the archive keeps it. */
export const keyFrom = (layout: Layout, text: string): string => {
  const parts = text.startsWith('["') ? listed(text) : text.split('|')
  if (parts.length !== layout.key.length)
    throw new RangeError(`the name of a row is ${layout.key.join(' | ')}: ${layout.key.length} parts, not ${parts.length}`)
  return parts
    .map((part, i) => {
      const column = layout.columns.find(c => c.name === layout.key[i])!
      return inKey(part.trim(), column, cellReader(column))
    })
    .join(UNIT)
}
const listed = (text: string): readonly string[] => {
  try {
    const list: unknown = JSON.parse(text)
    if (Array.isArray(list) && list.every(part => typeof part === 'string')) return list
  } catch {
    // said below
  }
  throw new RangeError('no JSON list of texts')
}
/** What a row said from snapshot to snapshot: one walk of an index. `undefined`: no row of this name, or not for this reader. */
export const history = async (db: Sql, t: Table, key: string, column?: string): Promise<History | undefined> => {
  const found = await ask<{
    repeat: number
    from_snap: number
    to_snap: number
    file: number
    line: number
    total: boolean
    came: number
    cells: string
    closed: string | null
    published: string | null
    recorded: string
  }>(
    db,
    `select a.repeat, a.from_snap, a.to_snap, a.file, a.line, a.total, a.came, a.cells, c.cells as closed, s.as_published as published, s.recorded_at as recorded
     from archived a join snapshot s on s.dataset = a.dataset and s.nth = a.from_snap
     ${CLOSED_CELLS}
     where a.dataset = $1 and a.k = $2 order by a.dataset, a.k, a.repeat, a.from_snap limit ${MOST}`,
    [t.id, short(keyFrom(t.layoutOf(t.latest), key))],
  )
  if (!found.length) return undefined
  const all = found.map((r): Stood => {
    const row = named(t.layoutOf(r.from_snap), r.cells, r.closed)
    return {
      from: r.from_snap,
      until: r.to_snap === OPEN ? null : r.to_snap,
      file: r.file,
      line: r.line,
      repeat: r.repeat,
      asPublished: r.published,
      recordedAt: r.recorded,
      value: column === undefined ? null : (row[column] ?? ''),
      row,
    }
  })
  const last = found.at(-1)!
  const layout = t.layoutOf(last.from_snap)
  return {
    key: keyOf(layout, all.at(-1)!.row),
    column: column ?? null,
    called: called(layout, all.at(-1)!.row, last.total),
    stood: joined(
      all,
      found.map((r, i) => r.came >= CAME.closedLess && r.closed === null && !found[i - 1]?.closed),
    ),
  }
}
/** Where only other cells changed, or another row of its name came to be counted, this one stood on; `unseen`: only cells that this reader does not see. */
const joined = (all: readonly Stood[], unseen: readonly boolean[]): readonly Stood[] => {
  const found: Stood[] = []
  for (const [i, s] of all.entries()) {
    const before = found.at(-1)
    if (before && before.repeat === s.repeat && before.until === s.from && (unseen[i] || same(before, s)))
      found[found.length - 1] = { ...before, until: s.until }
    else found.push(s)
  }
  return found
}
const same = (a: Stood, b: Stood): boolean => a.value === b.value && (a.value !== null || JSON.stringify(a.row) === JSON.stringify(b.row))

const LOOKED_AT = 500
const NAMED = 5
/** No row has this name. Which are most like it, among those of the same State, mission or month? As this reader may read them; in the latest snapshot. */
export const keysLike = async (db: Sql, t: Table, text: string): Promise<readonly string[]> => {
  const layout = t.layoutOf(t.latest)
  const asked = text
    .split(/[|,]/)
    .map(part => part.trim().toLowerCase())
    .filter(Boolean)
  const found = await rows(db, t.dataset, { filters: filtersIn(text), limit: LOOKED_AT })
  const some = isNoAnswer(found) || found.rows.length ? found : await rows(db, t.dataset, { limit: LOOKED_AT })
  if (isNoAnswer(some)) return []
  const alike = (key: string, name: string): number => asked.filter(part => key.includes(part) || name.includes(part)).length
  return [...new Map(some.rows.map(r => [keyOf(layout, r.cells), called(layout, r.cells, r.total).toLowerCase()]))]
    .map(([key, name]) => ({ key, n: alike(key.toLowerCase(), name) }))
    .sort((a, b) => b.n - a.n)
    .slice(0, NAMED)
    .map(k => k.key)
}
const filtersIn = (text: string): Filters => {
  const parts = text.split(/[|,]/).map(part => part.trim())
  const codeOf = (named: (part: string) => Named): string | undefined =>
    parts.map(named).flatMap(n => ('code' in n && n.code !== undefined ? [n.code] : []))[0]
  return { state: codeOf(state), mission: codeOf(mission) }
}
