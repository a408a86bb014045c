import { duties as ofAgreements } from './agreements/duties.ts'
import { duties as ofCouncil } from './council/duties.ts'
import { entries } from './entries.ts'

// What the Council asks of the Secretary-General, each by its own day; and what parties set each other.

/** In the order in which they are read on the page. */
export const duties = [...ofCouncil, ...ofAgreements]
export const FIRST_HOLDERS = [
  { office: 'un.sg', types: Object.keys(entries).filter(type => ['ReportRequested', 'ReportIssued', 'LetterSent'].includes(type)) },
  { office: 'un.mission', types: Object.keys(entries).filter(type => type.startsWith('Task')) },
]
