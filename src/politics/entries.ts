import { entries as ofAgreements } from './agreements/entries.ts'
import { entries as ofCouncil } from './council/entries.ts'

// What can happen in politics, in two halves: what the Council mandates and asks to be told, and what parties agree with each other.

export const entries = { ...ofCouncil, ...ofAgreements }
