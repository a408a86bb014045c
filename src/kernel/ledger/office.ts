import type { Face } from '../rules/face.ts'
import type { Draft } from './draft.ts'
import { type Refusal, Refusals } from './refusal.ts'

/** What the register of an office refuses in any chapter: an act without its day, and an act in a case that is closed. `past`: what stands. */
export const officeRefuses = (past: readonly Face[], { type, subject, occurredOn, latest }: Draft): Refusal | undefined => {
  if (occurredOn !== latest) return Refusals.vagueDay(type)
  return type !== 'EntrySuperseded' && past.some(f => f.type === 'CaseClosed') ? Refusals.closed(subject) : undefined
}
