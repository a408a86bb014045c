import type { Question } from '../kernel/chapter.ts'
import { authority } from './authority.ts'
import { bases } from './bases.ts'
import { concentration } from './concentration.ts'
import { contributions } from './contributions.ts'
import { drawdown } from './drawdown.ts'
import { fatalities } from './fatalities.ts'
import { pledges } from './pledges.ts'
import { strength } from './strength.ts'
import { timeline } from './timeline.ts'
import { women } from './women.ts'

// Each question stands in the file that is named after it; how they read the ledger, in told.ts; what published tables hold, in archive/.
export const questions: readonly Question[] = [
  pledges,
  strength,
  drawdown,
  authority,
  timeline,
  contributions,
  concentration,
  women,
  fatalities,
  bases,
] as readonly Question[]
