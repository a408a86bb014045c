import fc from 'fast-check'
import { addDays, type Day, FOREVER, toIso } from '../../src/kernel/day.ts'
import type { ObligationSpan } from '../../src/kernel/rules/clock.ts'
import { asOf, obligations } from '../../src/kernel/rules/derive.ts'
import type { Face } from '../../src/kernel/rules/face.ts'
import type { Adopted } from '../../src/kernel/rules/rulebook.ts'
import type { Face as OracleFace } from '../oracle/types.ts'
import { history } from './histories.ts'
import { adopted, D0, HORIZON, LAST } from './shapes.ts'

// How the properties read a history: derived, as a board of lines, and told so that a person can follow what went wrong.

export const RUNS = Number(process.env['RUNS'] ?? 1000)
/** RUNS and SEED come from the environment. fast-check prints the seed and the path of whatever fails; give it back as SEED. */
export const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const lots = { numRuns: RUNS, seed: SEED }

export const each = (holds: (h: readonly Face[]) => void) => () => {
  fc.assert(fc.property(history, holds), lots)
}
export const eachWith =
  <T>(other: fc.Arbitrary<T>, holds: (h: readonly Face[], x: T) => void) =>
  () => {
    fc.assert(fc.property(history, other, holds), lots)
  }

export const aDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 200 }).map(n => addDays(D0, n))
export const derive = (h: readonly Face[], a: readonly Adopted[] = adopted): ObligationSpan[] => obligations(a, h, HORIZON)
export const bytes = (x: unknown): string => JSON.stringify(x)

const line = (s: ObligationSpan): string => `${s.key} ${s.state}${s.disputed ? ' disputed' : ''} due ${s.due === FOREVER ? 'none' : s.due}`
/** The board of a day, in the words of the oracle. */
export const board = (spans: readonly ObligationSpan[], on: Day): string[] => asOf(spans, on).map(line).sort()
export const forTheOracle = (h: readonly Face[]): OracleFace[] => h.map(f => ({ ...f, v: 1 }))

export const told = (h: readonly Face[]): string =>
  h.map(f => `${f.seq} ${f.type} ${open(f.occurredOn)}..${open(f.latest)} ${f.door} ${bytes(f.is)}`).join('\n')
const open = (d: Day): string => (Math.abs(d) === FOREVER ? '' : toIso(d))

export const isPast = (s: ObligationSpan): boolean =>
  s.state === 'overdue' || (s.state === 'silent' && s.due !== FOREVER) || s.state === 'met late' || s.state === 'excused'
const firsts = (spans: readonly ObligationSpan[]) => spans.filter(s => /\|0(\.1)?$/.test(s.key) && !s.duty.startsWith('instead'))
/** The first day on which a debtor is late after the change who was not late before it. */
export const newlyLate = (before: readonly ObligationSpan[], after: readonly ObligationSpan[]): string | undefined => {
  const late = firsts(before).filter(isPast)
  for (const s of firsts(after).filter(isPast))
    for (let t: Day = s.from; t < Math.min(s.to, LAST); t = addDays(t, 1))
      if (!late.some(b => b.key === s.key && b.from <= t && t < b.to)) return `${toIso(t)} ${s.key} ${s.state}`
  return undefined
}
