import type { Entry } from '../../kernel/ledger/entry.ts'
import { ACCOUNTS } from '../../kernel/ledger/own.ts'

/** Whose account an entry tells. What the press or an overseer reports is nobody's account: it stands beside, and meets nothing. */
export type Side = 'un' | 'state' | 'other' | 'beside'

export const sideOf = ({ face: { type, is } }: Entry): Side | undefined => {
  switch (type) {
    case 'GroundStated':
    case 'FindingStated':
    case 'DecisionTaken':
      return is['by'] === undefined || is['by'] === 'un' ? 'un' : is['by'] === 'state' ? 'state' : 'beside'
    case 'NoResponseReported':
      return is['statedBy'] === 'un' ? 'un' : 'beside'
    case 'StateAccount':
    case 'MemberStateResponded':
      return 'state'
    case 'OfficeAccount':
      return String(is['office']).startsWith('un.') ? 'un' : 'other'
    case 'ProgressReported':
    case 'OutcomeReported':
      return is['by'] === 'state' ? 'state' : 'un'
    case 'StatusReported':
    case 'OversightReported':
      return 'beside'
    default:
      return undefined
  }
}
/** The types that tell an account, for asking the ledger. */
export const SPOKEN = [
  'GroundStated',
  'FindingStated',
  'DecisionTaken',
  'NoResponseReported',
  'StateAccount',
  'OfficeAccount',
  'MemberStateResponded',
  'ProgressReported',
  'OutcomeReported',
] as const

export interface Matter {
  readonly mission: string | undefined
  readonly matter: string | undefined
  readonly categories: readonly string[]
}
/** What tells of a case itself. An account names whose it is: where nothing else is told, that is all that is known. */
export const ofTheCase = (entries: readonly Entry[]): readonly Entry[] => {
  const told = entries.filter(e => !ACCOUNTS.has(e.face.type))
  return told.length ? told : entries
}
/** Of a case, as of its visible entries: the newest category of matter; a new one does not erase what was known, the entries keep both. */
export const matterOf = (all: readonly Entry[]): Matter => {
  const entries = ofTheCase(all)
  const last = (field: string): string | undefined => {
    const value = entries.findLast(e => e.face.is[field] !== undefined)?.face.is[field]
    return value === undefined ? undefined : String(value)
  }
  const categories = new Set(entries.flatMap(e => (typeof e.face.is['category'] === 'string' ? [e.face.is['category']] : [])))
  return { mission: last('mission'), matter: last('matter'), categories: [...categories].sort() }
}
