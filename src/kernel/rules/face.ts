import type { Day } from '../day.ts'

/** The face: the part of an entry on which clocks run. Small, flat, scalar, no personal data. Duties see nothing else. */
export interface Face {
  readonly seq: number // place in the ledger: the knowledge axis
  readonly id: string
  readonly type: string
  readonly subject: string
  readonly occurredOn: Day // the world axis: the earliest day on which it can have happened …
  readonly latest: Day // … and the latest. Equal when the source gave a day
  readonly door: Door
  readonly is: Readonly<Record<string, Scalar>>
}
export type Scalar = string | number | boolean
/** How it came to us: an office acted, or a source says that it happened. Only an office's own register knows what did NOT happen. */
export type Door = 'command' | 'testimony'

export interface Pattern {
  readonly type: string
  readonly is: Readonly<Record<string, Scalar>>
}

export const fits = (wanted: Pattern, face: Face): boolean => {
  if (wanted.type !== face.type) return false
  for (const field in wanted.is) if (face.is[field] !== wanted.is[field]) return false
  return true
}
export const fitsAny = (wanted: readonly Pattern[] | undefined, face: Face): boolean => {
  if (wanted) for (const w of wanted) if (fits(w, face)) return true
  return false
}

/** Corrections act on the knowledge axis: a superseded entry never was. Read from the newest, so that a correction can itself be corrected. */
export const standing = (faces: readonly Face[]): Face[] => {
  const ordered = [...faces].sort((a, b) => a.seq - b.seq)
  if (!ordered.some(f => f.type === 'EntrySuperseded')) return ordered
  const gone = new Set<string>()
  for (const f of ordered.toReversed()) if (f.type === 'EntrySuperseded' && !gone.has(f.id)) gone.add(String(f.is['entry']))
  return ordered.filter(f => f.type !== 'EntrySuperseded' && !gone.has(f.id))
}

/** The board as it was known: nothing but a shorter ledger. */
export const knownAt = (faces: readonly Face[], seq: number): Face[] => faces.filter(f => f.seq <= seq)
