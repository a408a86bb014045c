/** Where something stands: the line, and of a folder the file. */
export interface Place {
  readonly file: number
  readonly line: number
  /** Of a folder: the file’s name. */
  readonly name?: string
}
export type Kind = 'bad' | 'note' | 'check'
/** Something that was not understood, or was understood and is said: how many rows, and the first of them. */
export interface Said {
  readonly kind: Kind
  readonly column: string | undefined
  readonly says: string
  readonly rows: number
  readonly at: readonly Place[]
  /** It tells of a closed column, or names one that no layout declares: for cleared readers alone. */
  readonly closed: boolean
}
const MOST_SAID = 2_000
const FIRST = 20
const MORE = 'and more that is said of single rows'

/** Gathers what is said of rows: each sentence once, bounded however many there are. */
export const gathered = () => {
  const all = new Map<string, { kind: Kind; column: string | undefined; says: string; rows: number; at: Place[]; closed: boolean }>()
  return {
    say(kind: Kind, says: string, at: Place | undefined, column?: string, { rows = 1, closed = false } = {}): void {
      const key = `${kind}${closed}\n${column ?? ''}\n${says}`
      let one = all.get(key)
      if (!one && all.size >= MOST_SAID && says !== MORE) {
        this.say(kind, MORE, at, undefined, { rows, closed })
        return
      }
      if (!one) {
        one = { kind, column, says: says.slice(0, 1_000), rows: 0, at: [], closed }
        all.set(key, one)
      }
      one.rows += rows
      if (at && one.at.length < FIRST) one.at.push(at)
    },
    all: (): readonly Said[] => [...all.values()],
  }
}
export type Gathered = ReturnType<typeof gathered>

/** Where it was met, in words: "3 rows, lines 2, 3, 9"; of a folder the file stands before its line, and what is said of whole files counts those. */
export const placesInWords = (rows: number, at: readonly { readonly line: number; readonly name?: string | undefined }[]): string => {
  const more = rows > MOST_PLACES ? ' …' : ''
  if (at[0]?.name !== undefined && at.every(p => p.line === 0))
    return `${rows === 1 ? '' : `${rows.toLocaleString('en')} files: `}${at
      .slice(0, MOST_PLACES)
      .map(p => p.name)
      .join(', ')}${more}`
  const lines = at.filter(p => p.line > 0).slice(0, MOST_PLACES)
  const named = lines.map(p => (p.name === undefined ? String(p.line) : `${p.name} ${p.line}`))
  return `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}${lines.length ? `, ${lines.length > 1 ? 'lines' : 'line'} ${named.join(', ')}${more}` : ''}`
}
const MOST_PLACES = 5
