import { LONG_AGO } from '../kernel/day.ts'
import type { Draft } from '../kernel/ledger/append.ts'
import { LONGEST_SUBJECT } from '../kernel/ledger/entry.ts'
import { byText } from '../kernel/order.ts'
import type { Face } from '../kernel/rules/face.ts'
import type { Read } from './line.ts'

/**
 * The lines of a file in the order in which they enter: (subject, day, name), so that a shuffled file gives the same record. Ties within
 * a day must be stable here, for on the ledger they are broken by position. A correction follows what it corrects, be it a correction.
 */
export const inOrder = <R extends Read>(reads: readonly R[]): R[] => {
  const levels = levelsOf(reads)
  const level = (d: Draft): number => levels.get(d) ?? 0
  return [...reads].sort(
    ({ draft: a }, { draft: b }) =>
      byText(a.subject, b.subject) || level(a) - level(b) || dayOf(a) - dayOf(b) || byText(nameOf(a), nameOf(b)),
  )
}
/** 1 for what corrects an entry, 2 for what corrects a correction, and so on, whatever days they bear. */
const levelsOf = (reads: readonly Read[]): ReadonlyMap<Draft, number> => {
  const corrections = new Map(reads.flatMap(({ draft: d }) => (corrects(d) ? [[`${d.subject}\n${nameOf(d)}`, d] as const] : [])))
  const target = (d: Draft): Draft | undefined => corrections.get(`${d.subject}\n${String(d.is['entry'])}`)
  const level = (of: Draft): number => {
    let n = 0
    for (let d: Draft | undefined = of; d && n <= LONGEST_SUBJECT; d = target(d)) n++
    return n
  }
  return new Map([...corrections.values()].map(d => [d, level(d)]))
}
const corrects = (d: Draft): boolean => d.type === 'EntrySuperseded'
const dayOf = (d: Draft): number => (d.occurredOn === LONG_AGO ? d.latest : d.occurredOn)
export const nameOf = (d: Draft): string => d.body.origin?.id ?? ''

/** What a subject holds already: its faces, and the names by which its entries are known outside. */
export interface Held {
  readonly faces: readonly Face[]
  readonly names: ReadonlyMap<string, string>
}
export type HeldOf = (subject: string) => Promise<Held>

/** Lines of a file as faces, as if they stood behind what the subject holds already. `names`: what earlier lines are called in the file. */
export const faceOf = (d: Draft, after: readonly Face[], names: Map<string, string>): Face => {
  const id = `line ${after.length}`
  names.set(nameOf(d), id)
  return {
    seq: (after.at(-1)?.seq ?? 0) + 1,
    id,
    type: d.type,
    subject: d.subject,
    occurredOn: d.occurredOn,
    latest: d.latest,
    door: d.door,
    is: corrects(d) ? { ...d.is, entry: names.get(String(d.is['entry'])) ?? d.is['entry']! } : d.is,
  }
}
