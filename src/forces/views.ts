import type { Question } from '../kernel/chapter.ts'
import { drawdown } from './drawdown.ts'
import { pledges } from './pledges.ts'
import { strength } from './strength.ts'

// Each question stands in the file that is named after it; how they read the ledger, in told.ts.
export const questions: readonly Question[] = [pledges, strength, drawdown] as readonly Question[]
