import type { Face } from '../rules/face.ts'
import type { Draft } from './draft.ts'
import { ACCOUNTS } from './own.ts'
import { type Refusal, Refusals } from './refusal.ts'

/** What may still be written where a case is closed: a correction, and the debtor’s own account. */
const ALWAYS = new Set(['EntrySuperseded', ...ACCOUNTS])

/** What the register of an office refuses in any chapter: an act without its day, and an act in a case that is closed. `past`: what stands. */
export const officeRefuses = (past: readonly Face[], { type, subject, occurredOn, latest }: Draft): Refusal | undefined => {
  if (occurredOn !== latest) return Refusals.vagueDay(type)
  return !ALWAYS.has(type) && past.some(f => f.type === 'CaseClosed') ? Refusals.closed(subject) : undefined
}
