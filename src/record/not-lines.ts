import { Failure } from '../kernel/database/failure.ts'

// A file of another kind: said once, by what it looks like, and not an error a line.

/** So many lines in which nothing begins as an entry does, and the file is of another kind. */
const LOOKED_AT = 5
const LINE = 'One line is one JSON object: docs/interchange.md.'

/** Hears line after line, until one begins as an entry; `end`: the file is over. */
export const hearing = (path: string) => {
  const odd: { readonly line: number; readonly text: string }[] = []
  let lines = false
  const judge = (): void => {
    const [first, second] = odd
    if (first)
      throw new Failure(`${path} is no file of lines. Line ${first.line} looks like ${kindOf(first.text, second?.text ?? '')}`, LINE)
  }
  return {
    line: (line: number, text: string): void => {
      if (lines) return
      const bare = text.trim()
      if (bare.startsWith('{') && bare !== '{') lines = true
      else if (odd.push({ line, text: bare }) === LOOKED_AT) judge()
    },
    end: (): void => {
      if (!lines && odd.length > 1) judge() // one line has its one error, with its column
    },
  }
}
const kindOf = (first: string, second: string): string => {
  if (first === '{' || (first.startsWith('[') && second.startsWith('{')) || first === '[')
    return 'JSON over several lines: put each object on a line of its own, without a list around them.'
  if (first.startsWith('[')) return 'a list in JSON: put each object on a line of its own.'
  if (first.startsWith('<')) return 'a page of the web (HTML or XML): save the data themselves.'
  for (const [separator, name] of SEPARATORS)
    if (first.split(separator).length > 1 && (second === '' || second.includes(separator)))
      return `a table with ${name} between its cells. A published table is kept with peaceops archive add.`
  return 'plain text.'
}
const SEPARATORS = [
  ['\t', 'tabs'],
  [';', 'semicolons'],
  [',', 'commas (CSV)'],
] as const
