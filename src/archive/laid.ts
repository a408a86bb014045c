import { setImmediate } from 'node:timers/promises'
import type pg from 'pg'
import { Failure } from '../kernel/database/failure.ts'
import { type Checks, checking } from './checks.ts'
import { aloneIn, kept, type Layouts } from './compared.ts'
import { bytesIn, bytesOf, hashing, type Kept } from './files.ts'
import { hides, type Layout } from './layout.ts'
import { others } from './merge.ts'
import { monthIndex } from './month-index.ts'
import { type Gathered, gathered } from './noted.ts'
import { otherMonth } from './of-month.ts'
import { namesUndeclared } from './read/heading.ts'
import { settled } from './read/settled.ts'
import { isBad, readTable } from './read/table.ts'
import type { AllRead, BadRow, Brought } from './snapshot.ts'
import { staging } from './staging.ts'

// Files are read and laid out beside the table. What only all of them tell (how a value is to be read, which columns the table has) may ask
// for a second reading.

const unquoted = (why: string): string => why.replace(/:? "[^"]*"/g, '')
/** What is told while it is read: bytes, and what is odd. */
interface Reading extends Brought {
  readonly say?: (done: number, of: number) => void
}
/** What was read, laid out beside the table. */
interface Laid {
  readonly read: AllRead
  readonly layouts: Layouts
  readonly checks: Checks
}
const MOST_NAMED = 1_000
const IN_ONE_BREATH = 100

/**
 * Reads; and once more where a value could be read otherwise, as its column in all files settles it, or where rows were compared by other
 * columns than the table turns out to have. `as`: the layout with what was settled.
 * @throws Failure where a file changed while it was read.
 */
export const laidOut = async (
  client: pg.PoolClient,
  dataset: number,
  layout: Layout,
  files: Kept,
  says: readonly string[],
  how: Reading,
): Promise<Laid & { readonly noted: Gathered; readonly as: Layout }> => {
  let [as, asks]: [Layout, boolean] = [layout, true]
  let columns: readonly string[] | undefined
  await client.query('savepoint unread')
  for (;;) {
    const noted = gathered()
    for (const s of says) noted.say('note', s, undefined)
    const laid = await readAll(client, dataset, as, files, noted, how, { asks, columns })
    if (laid === 'open') {
      asks = false
      as = await settled(
        layout,
        files.files.map(f => ({ name: f.name, bytes: bytesOf(f.path) })),
      )
    } else {
      const its = columns ?? (await columnsOf(client, dataset, layout, laid))
      if (aloneIn(laid.layouts.had, its).symmetricDifference(laid.layouts.alone()).size === 0)
        return { ...laid, read: { ...laid.read, columns: its }, noted, as }
      columns = its
    }
    await client.query('rollback to savepoint unread')
  }
}
/**
 * The columns of the table as it will stand: those of any of its files, for what one lacks another may have. Where parts stand that are in none
 * of them, also those that it had: which part has which nobody keeps. None: they are not known.
 */
const columnsOf = async (client: pg.PoolClient, dataset: number, layout: Layout, { read, layouts }: Laid): Promise<readonly string[]> => {
  if (!layout.part?.length || (await others(client, dataset)).parts === 0) return read.columns
  return layouts.had ? [...new Set([...layouts.had, ...read.columns])] : []
}
/** `asks`: it ends at the first value that could be read otherwise. `columns`: of the table, where they are known before. */
const readAll = async (
  client: pg.PoolClient,
  dataset: number,
  layout: Layout,
  files: Kept,
  noted: Gathered,
  how: Reading,
  { asks, columns }: { readonly asks: boolean; readonly columns: readonly string[] | undefined },
): Promise<Laid | 'open'> => {
  const found = new Set<string>()
  const headed = (names: readonly string[]): void => {
    for (const n of names) found.add(kept(layout, n))
  }
  // Of one file they are known before its rows; of several only when the last has been opened.
  const known = (): readonly string[] => columns ?? (files.files.length === 1 ? [...found] : [])
  const hidesSome = (): boolean =>
    layout.opens === 'rows' && (layout.columns.some(c => c.closed) || found.difference(new Set(layout.columns.map(c => c.name))).size > 0)
  const stage = await staging(client, dataset, layout, noted, known)
  const checks = checking(layout, noted)
  const { layouts } = stage
  const of = bytesIn(files)
  const hashes: string[] = []
  const monthly = layout.columns.some(c => c.is === 'from' && c.as === 'month')
  const bad: BadRow[] = []
  const rowsOf: number[] = []
  let [rows, notUnderstood, done] = [0, 0, 0]
  try {
    for (const [i, f] of files.files.entries()) {
      const file = hashing(f.path, n => {
        done += n
        how.say?.(Math.min(done, of), of)
      })
      const before = rows
      const months = new Set<number>()
      const told = (says: string, closed = false): void =>
        noted.say('note', says, { file: i + 1, line: 0 }, undefined, { closed: closed || namesUndeclared(says) })
      for await (const row of readTable(layout, file.bytes, f.name, told, headed)) {
        if (asks && row.open) {
          await stage.abandon()
          return 'open'
        }
        const place = { file: i + 1, line: row.line }
        const why = isBad(row)
          ? row.says
          : stage.row(row, place, () => {
              for (const note of row.notes) noted.say('note', note, place)
              for (const note of row.closedNotes) noted.say('note', note, place, undefined, { closed: true })
              return checks.row(row.cells, place)
            })
        if (typeof why === 'string') {
          const column = isBad(row) ? row.column : undefined
          notUnderstood++
          if (bad.length < MOST_NAMED) bad.push({ file: f.name, line: row.line, column: column ?? null, says: why })
          const closed = (column !== undefined && hides(layout, column)) || namesUndeclared(why)
          // Of a row whose cells are shifted a closed one may stand in an open column: then nothing of it is quoted to everybody.
          const told = closed || !hidesSome() ? why : unquoted(why)
          noted.say('bad', told, place, column, { closed })
          if (told !== why) noted.say('note', why, place, column, { closed: true })
          continue
        }
        if (isBad(row)) continue
        rows++
        if (row.asked.from !== undefined && months.size < 2) months.add(monthIndex(row.asked.from))
        if (why) await why
        // Reading never leaves the processor by itself: let what the database says, and may be told, go through.
        if (rows % IN_ONE_BREATH === 0) await setImmediate()
      }
      rowsOf.push(rows - before)
      if (months.size === 1 && monthly) for (const says of otherMonth(f.name, [...months][0]!, how.asPublished)) told(says)
      if (file.read() < f.bytes && rows === before)
        hashes.push('') // it was not read to its end, and nothing of it is kept
      else if (file.read() !== f.bytes)
        throw new Failure(`${f.name} changed while it was read.`, 'Wait until it is whole, and add it again.')
      else hashes.push(file.hash())
    }
    await stage.end()
  } catch (error) {
    await stage.abandon()
    throw error
  }
  return { read: { rows, notUnderstood, bad, rowsOf, hashes, columns: [...found] }, layouts, checks }
}
