// Text to records. A record knows the line on which it begins. A broken one costs itself, not what follows it:
// reading goes on at the next line, so that a quotation mark that never closes cannot swallow a file.

export interface Cells {
  readonly line: number
  readonly cells: string[]
}
export interface Broken {
  readonly line: number
  /** The position of the cell, where it is known. */
  readonly cell: number | undefined
  readonly says: string
}
/** Characters of one record. Excel holds 32,767 in a cell; whole agreements stand in some tables. */
export const LONGEST_RECORD = 1_000_000

const LF = 10
const CR = 13
const QUOTE = 34

export interface CsvReader {
  push(text: string, last: boolean): readonly (Cells | Broken)[]
  readonly comments: number
  readonly blank: number
}
export const csvReader = (separator: string, comment?: string): CsvReader => {
  let rest = ''
  let line = 1
  let skipping = false // the rest of a line that was too long
  let comments = 0
  let blank = 0
  return {
    get comments() {
      return comments
    },
    get blank() {
      return blank
    },
    push(text, last) {
      const buffer = rest ? rest + text : text
      const out: (Cells | Broken)[] = []
      let at = 0
      let quote = buffer.indexOf('"')
      while (at < buffer.length) {
        let newline = buffer.indexOf('\n', at)
        if (newline < 0) {
          if (skipping) at = buffer.length
          if (!last || skipping) break
          newline = buffer.length
        }
        if (skipping) {
          skipping = false
          at = newline + 1
          line++
          continue
        }
        if (comment && buffer.startsWith(comment, at)) {
          comments++
          at = newline + 1
          line++
          continue
        }
        if (quote >= 0 && quote < at) quote = buffer.indexOf('"', at)
        if (quote < 0 || quote > newline) {
          const end = newline > at && buffer.charCodeAt(newline - 1) === CR ? newline - 1 : newline
          if (end === at) blank++
          else if (end - at > LONGEST_RECORD) out.push({ line, cell: undefined, says: tooLong })
          else out.push({ line, cells: buffer.slice(at, end).split(separator) })
          at = newline + 1
          line++
          continue
        }
        const record = quoted(buffer, at, separator, last)
        if (record === undefined && buffer.length - at <= LONGEST_RECORD) break // the rest of it has not come yet
        if (record === undefined || 'says' in record) {
          out.push({ line, ...(record ?? { cell: undefined, says: tooLong }) })
          at = newline + 1
          line++
          continue
        }
        out.push({ line, cells: record.cells })
        line += record.lines
        at = record.end
      }
      rest = buffer.slice(at)
      if (rest.length > LONGEST_RECORD && !rest.includes('\n')) {
        out.push({ line, cell: undefined, says: tooLong })
        rest = ''
        skipping = true
      }
      return out
    },
  }
}
const tooLong = `a record of more than ${LONGEST_RECORD.toLocaleString('en')} characters, or a quotation mark that never closes`

/** A record with quotation marks: `undefined` where the text ends inside it. */
const quoted = (
  text: string,
  at: number,
  separator: string,
  last: boolean,
):
  | { readonly cells: string[]; readonly lines: number; readonly end: number }
  | { readonly cell: number; readonly says: string }
  | undefined => {
  const cells: string[] = []
  const split = separator.charCodeAt(0)
  let i = at
  let lines = 1
  for (;;) {
    if (text.charCodeAt(i) === QUOTE) {
      let from = i + 1
      let cell = ''
      for (;;) {
        const close = text.indexOf('"', from)
        if (close < 0) return last ? { cell: cells.length, says: 'a quotation mark opens here and never closes' } : undefined
        if (text.charCodeAt(close + 1) === QUOTE) {
          cell += text.slice(from, close + 1)
          from = close + 2
          continue
        }
        if (close + 1 >= text.length && !last) return undefined
        cell += text.slice(from, close)
        i = close + 1
        break
      }
      for (let n = cell.indexOf('\n'); n >= 0; n = cell.indexOf('\n', n + 1)) lines++
      while (text.charCodeAt(i) === 32) {
        cell += ' '
        i++
      }
      cells.push(cell)
      const next = text.charCodeAt(i)
      if (next === split) i++
      else if (i >= text.length) return last ? { cells, lines, end: i } : undefined
      else if (next === LF) return { cells, lines, end: i + 1 }
      else if (next === CR && text.charCodeAt(i + 1) === LF) return { cells, lines, end: i + 2 }
      else if (next === CR && i + 1 >= text.length) return last ? { cells, lines, end: i + 1 } : undefined
      else return { cell: cells.length - 1, says: 'a quotation mark inside a quoted cell that is not doubled, or one that never closes' }
      continue
    }
    const newline = text.indexOf('\n', i)
    if (newline < 0 && !last) return undefined
    const stop = newline < 0 ? text.length : newline
    const comma = text.indexOf(separator, i)
    if (comma >= 0 && comma < stop) {
      cells.push(text.slice(i, comma))
      i = comma + 1
      continue
    }
    cells.push(text.slice(i, stop > i && text.charCodeAt(stop - 1) === CR ? stop - 1 : stop))
    return { cells, lines, end: stop + 1 }
  }
}
