import { hides, type Layout } from '../layout.ts'
import type { Broken, Cells } from './csv.ts'
import { misnamed } from './file-name.ts'
import { type Heading, isTagRow, some, unknownIn } from './heading.ts'
import { type Bad, columnAt, isBad, type Odd, type Read, rowReader } from './row.ts'
import { headOf, type Unfolded, unfolded } from './years.ts'

// Which records of a table are its headings, which are rows, and which are neither: titles above, headings once more, notes below.

/** `closed`: for cleared readers alone. */
export type Tell = (says: string, closed?: boolean) => void
export type Headed = (columns: readonly string[]) => void

/** A heading stands within so many rows: titles and notes may stand above it. */
export const HEADING_WITHIN = 20
/** So many figures that are set alike are no chance. */
const MANY_ALIKE = 3
/** So many missing columns are each told apart; of more, it is another table. */
const MANY_MISSING = 3

export const tableReader = (layout: Layout, fileName: string, told: Tell, headed: Headed, odd: Odd) => {
  const headerAt = layout.file.form === 'read' ? undefined : layout.file.headerAt
  let heading: Heading | undefined
  let convert: ReturnType<typeof rowReader> | undefined
  let years: Unfolded | undefined
  let names: readonly string[] = []
  let unstated = 0
  let waiting: { readonly cells: readonly string[]; readonly line: number }[] = []
  let failed = false
  let rows = 0
  let western = 0
  let tagged = false
  let blank = 0
  const again: number[] = []
  let words: Cells[] = [] // what may be notes below the table: only its end can tell
  const tell = new Set<string>()
  const say: Tell = (s, closed) => {
    if (!tell.has(s)) told(s, closed)
    tell.add(s)
  }
  /** Words may stand under any column: under one that is not open they are as closed as its cells. */
  const closedIn = (cells: readonly string[]): boolean =>
    !years && cells.some((c, i) => c.trim() !== '' && hides(layout, columnAt(layout, heading!, i) ?? ''))
  const open = function* (): Generator<Bad> {
    const tries = waiting.map(w => ({ w, h: headOf(w.cells, layout) }))
    const good = tries.find(t => 'at' in t.h)
    const stranger = good && misnamed(layout, fileName)
    if (stranger) {
      failed = true
      yield { line: 1, ...stranger }
      return
    }
    if (good) {
      heading = good.h as Heading
      years = unfolded(good.w.cells, layout)
      names = years ? good.w.cells : heading.names
      for (const s of years?.says ?? []) say(s)
      convert = rowReader(layout, fileName, odd, heading)
      if (good !== tries[0]) say(`${waiting.indexOf(good.w)} rows above the headings left out`)
      for (const s of heading.says) say(s)
      const { at, extra } = heading
      headed([...layout.columns.filter((c, k) => at[k]! >= 0 || c.fileName).map(c => c.name), ...extra.map(e => e.name)])
      return
    }
    failed = true
    const best = tries.reduce<(typeof tries)[number] | undefined>(
      (a, b) => (!a || (b.h as { fits: number }).fits > (a.h as { fits: number }).fits ? b : a),
      undefined,
    )
    if (!best || 'at' in best.h) {
      yield { line: 1, column: undefined, says: 'an empty file' }
      return
    }
    const unknown = unknownIn(best.h.unknown)
    const { missing } = best.h
    const { line } = best.w
    if (missing.length > MANY_MISSING)
      yield { line, column: undefined, says: `the columns ${some(missing)} are missing${unknown}`, missing }
    else for (const name of missing) yield { line, column: name, says: `the column "${name}" is missing${unknown}`, missing }
  }
  const noRow = (r: Cells): boolean => {
    if (r.cells.every(c => c.trim() === '')) {
      blank++
      return true
    }
    if (r.cells[0] !== names[0] || !r.cells.every((c, i) => c.trim() === names[i]?.trim())) return false
    again.push(r.line)
    return true
  }
  const alone = (r: Cells, read: Read | Bad): Read | Bad => {
    if (isBad(read) || !isAlone(r.cells, heading!.width)) return read
    const at = r.cells.findIndex(c => c.trim() !== '')
    return { line: r.line, column: columnAt(layout, heading!, at), says: 'nothing stands beside it: no row of the table' }
  }
  const ofYears = function* (r: Cells, years: Unfolded, notes: readonly string[]): Generator<Read | Bad> {
    const { width } = years
    if (r.cells.length < width || r.cells.slice(width).some(c => c.trim() !== '')) {
      yield { line: r.line, column: undefined, says: `${r.cells.length} cells where the heading has ${width}` }
      return
    }
    const its = years.rows(r.cells)
    const odd = years.odd(r.cells)
    if (odd) say(`line ${r.line}: ${odd}`)
    if (!its.length) unstated++
    for (const cells of its) yield convert!(r.line, cells, cells, notes)
  }
  return {
    *row(r: Cells | Broken, notUtf8 = false): Generator<Read | Bad> {
      if (failed) return
      if ('says' in r) {
        const name = heading && !years && r.cell !== undefined ? columnAt(layout, heading, r.cell) : undefined
        yield { line: r.line, column: name, says: r.says }
        return
      }
      if (!heading || !convert) {
        waiting.push(r)
        const fits = 'at' in headOf(r.cells, layout)
        if (fits || waiting.length >= (headerAt ?? HEADING_WITHIN)) {
          yield* open()
          waiting = []
        }
        return
      }
      if (rows === 0 && !tagged && isTagRow(r.cells)) {
        tagged = true
        say('a row of HXL tags under the headings: read as tags')
        return
      }
      if (noRow(r)) return
      if (isWords(r.cells, years?.width ?? heading.width)) {
        words.push(r)
        return
      }
      for (const w of words)
        if (years) yield* ofYears(w, years, [])
        else yield alone(w, convert(w.line, w.cells, w.cells, []))
      words = []
      rows++
      if (notUtf8 && western++ === 0) say('some lines are not UTF-8: read as Windows-1252')
      const notes = notUtf8 ? ['not UTF-8: read as Windows-1252'] : []
      if (years) yield* ofYears(r, years, notes)
      else yield convert(r.line, r.cells, r.cells, notes)
    },
    *end(): Generator<Bad> {
      if (!heading && !failed) yield* open()
      if (blank) say(`${blank} ${blank === 1 ? 'row' : 'rows'} of empty cells left out`)
      if (unstated) say(`${unstated} ${unstated === 1 ? 'row states' : 'rows state'} nothing of any year: left out`)
      if (again.length)
        say(
          `the headings stand once more, left out: line ${again.slice(0, 5).join(', ')}${again.length > 5 ? ` and ${again.length - 5} more` : ''}`,
        )
      for (const [name, { three, other }] of odd.points ?? [])
        if (three >= MANY_ALIKE && !other)
          say(
            `${name}: each of its ${three} figures with a point has three figures behind it: read as decimals; if they are thousands, they stand a thousand times too low`,
            hides(layout, name),
          )
      for (const w of words) say(`line ${w.line} is words below the table, left out: "${shortened(w.cells)}"`, closedIn(w.cells))
    },
  }
}
/** Of a table of several columns, a row in which one thing stands, and that is no figure: "*provisional". Among the rows it is none. */
const isAlone = (cells: readonly string[], width: number): boolean => {
  let only: string | undefined
  for (const c of cells)
    if (c.trim() !== '') {
      if (only !== undefined) return false
      only = c
    }
  return width > 3 && only !== undefined && !/^[\s'’+−-]*\p{N}/u.test(only)
}
/** "Source: United Nations", "* with staff officers": of a row next to nothing is there, and what is there is a sentence. */
const isWords = (cells: readonly string[], width: number): boolean => {
  if (isAlone(cells, width)) return true
  const most = width > 3 ? Math.min(3, width / 3) : 0
  let filled = 0
  for (const c of cells) if (c.trim() !== '' && ++filled > most) return false
  return /\p{L}{2}.*\s\S/u.test(cells[0]!)
}
const shortened = (cells: readonly string[]): string => cells.join(',').replace(/,+$/, '').slice(0, 120)
