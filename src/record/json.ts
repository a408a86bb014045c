import type { Json } from '../kernel/ledger/jcs.ts'

// JSON as a line may hold it: one text, one value, no two readings. `JSON.parse` silently keeps the last of two equal names, rounds long
// numbers, and quotes what it could not read, which may be somebody's name. Here each flaw has a place and a remedy, and quotes nothing.

/** What is wrong, and at which character of the text, counted from 0. */
export interface Flaw {
  readonly at: number
  readonly field: string
  readonly says: string
}
export interface Parsed {
  /** Texts are NFC: two ways of writing é are one. */
  readonly value: Json
  /** Where the names of the first two levels stand, such as `data.state`. */
  readonly places: ReadonlyMap<string, number>
}
const DEEPEST = 32
const MOST_FLAWS = 20

class Stop extends Error {}

export const readJson = (text: string): Parsed | readonly Flaw[] => {
  let i = 0
  const flaws: Flaw[] = []
  const places = new Map<string, number>()
  const flaw = (at: number, path: readonly string[], says: string): void => {
    if (flaws.length < MOST_FLAWS) flaws.push({ at, field: path.map(shortened).join('.'), says })
  }
  const stop = (says: string, path: readonly string[], at = i): never => {
    flaw(at, path, `not JSON: ${says}`)
    throw new Stop()
  }
  const blank = (): void => {
    while (text[i] === ' ' || text[i] === '\t' || text[i] === '\r' || text[i] === '\n') i++
  }

  const value = (path: readonly string[]): Json => {
    blank()
    if (path.length > DEEPEST) {
      flaw(i, path.slice(0, 2), `nested deeper than ${DEEPEST} levels: keep the document beside the record, and its hash in the line`)
      throw new Stop()
    }
    const c = text[i]
    if (c === '{') return object(path)
    if (c === '[') return array(path)
    if (c === '"') return string(path)
    if (c === '-' || (c !== undefined && c >= '0' && c <= '9')) return number(path)
    for (const [word, is] of WORDS)
      if (text.startsWith(word, i)) {
        i += word.length
        return is
      }
    return stop(text.length === i ? 'the line ends where a value is wanted' : wanted(c!), path)
  }
  const object = (path: readonly string[]): Json => {
    const entries = new Map<string, Json>()
    i++
    blank()
    while (text[i] !== '}') {
      if (text[i] !== '"') stop(ended() ?? 'a name in double quotes is wanted here', path)
      const at = i
      const name = string(path)
      const inner = [...path, name]
      if (entries.has(name)) flaw(at, inner, 'this name stands twice in one object: keep one of the two')
      if (name === '__proto__') flaw(at, inner, 'many programs misread this name: choose another')
      if (inner.length < 3 && !places.has(inner.join('.'))) places.set(inner.join('.'), at)
      blank()
      if (text[i] !== ':') stop(ended() ?? 'a colon is wanted after the name', inner)
      i++
      entries.set(name, value(inner))
      next('}', path)
    }
    i++
    return Object.fromEntries(entries)
  }
  const array = (path: readonly string[]): Json => {
    const items: Json[] = []
    i++
    blank()
    while (text[i] !== ']') {
      items.push(value([...path, String(items.length)]))
      next(']', path)
    }
    i++
    return items
  }
  /** After one member: the next one, or the end. */
  const next = (end: '}' | ']', path: readonly string[]): void => {
    blank()
    if (text[i] === end) return
    if (text[i] !== ',') stop(ended() ?? `a comma or ${end} is wanted here`, path)
    i++
    blank()
    if (text[i] === end) stop(`a comma too many before ${end}`, path)
  }
  const ended = (): string | undefined => (i >= text.length ? 'the line ends before it is closed: was it cut?' : undefined)

  const string = (path: readonly string[]): string => {
    let read = ''
    let from = ++i
    for (;;) {
      const c = text[i]
      if (c === '"') break
      if (c === undefined) stop('the line ends inside a text: was it cut?', path)
      else if (c === '\\') {
        read += text.slice(from, i) + escaped(path)
        from = i
      } else if (c === '\0') {
        flaw(i++, path, NUL)
      } else if (c < ' ') stop('a control character stands in the text: write \\t or \\n', path)
      else i++
    }
    read += text.slice(from, i++)
    return read.normalize('NFC')
  }
  const escaped = (path: readonly string[]): string => {
    const at = i
    const c = text[i + 1] ?? ''
    const short = SHORT[c]
    if (short !== undefined) {
      i += 2
      return short
    }
    const unit = (from: number): number =>
      /^\\u[0-9a-fA-F]{4}$/.test(text.slice(from, from + 6)) ? Number.parseInt(text.slice(from + 2, from + 6), 16) : -1
    const one = unit(at)
    if (one < 0) return stop('an escape that JSON does not know: a backslash is written \\\\', path)
    const two = unit(at + 6)
    i += 6
    if (one >= 0xd800 && one < 0xdc00 && two >= 0xdc00 && two < 0xe000) {
      i += 6
      return String.fromCharCode(one, two)
    }
    if (one >= 0xd800 && one < 0xe000)
      flaw(at, path, 'half of a surrogate pair: the text was cut or wrongly decoded; write the character itself')
    if (one === 0) flaw(at, path, NUL)
    return String.fromCharCode(one)
  }
  const number = (path: readonly string[]): number => {
    const at = i
    const found = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y
    found.lastIndex = i
    const [all, fraction, exponent] = found.exec(text) ?? stop('a number is not written so', path)
    i += all.length
    const is = Number(all)
    if (exponent || /[1-9]/.test(fraction ?? '') || !Number.isSafeInteger(is))
      flaw(at, path, 'numbers are whole and below 9007199254740992: write a decimal or a longer one as text, in quotes')
    return is || 0
  }

  try {
    const read = value([])
    blank()
    if (i < text.length) stop('something stands after the end of the object: one line, one entry', [])
    return flaws.length ? flaws : { value: read, places }
  } catch (error) {
    if (error instanceof Stop) return flaws
    throw error
  }
}
const NUL = 'holds the character NUL, which no database text can hold: take it out'
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const
const SHORT: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
const wanted = (c: string): string =>
  c === "'" || c === '“'
    ? 'texts stand in double quotes "…"'
    : c === '\0'
      ? 'the character NUL stands here: is the file UTF-16? Save it as UTF-8'
      : 'a value is wanted here: text in double quotes, a whole number, true, false, null, [ or {'
const shortened = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name)
