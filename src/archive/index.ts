import type { Chapter } from '../kernel/chapter.ts'
import { entries } from './entries.ts'

/** The archive: what somebody's published table said, and says no more. Nothing is owed for it. */
export const archive: Chapter = {
  name: 'archive',
  title: 'Archive',
  entries,
  duties: [],
  findings: [],
  firstHolders: [],
  // Whose register it is: a snapshot comes with its rows, and a line brings none.
  decide: () => ({
    code: 'added-by-archive',
    says: 'A snapshot is put on the record by peaceops archive add, which reads its file. A line tells of one as testimony: peaceops import.',
    field: 'type',
  }),
  doubts: () => [],
}

export { type Cites, citedInWords, citesOf } from '../paper/cites.ts'
// ---- what a chapter may ask
export { AS_PUBLISHED, type AsOf, asPublished, SNAPSHOT } from './as-published.ts'
export { type Dataset, datasets, type Snapshot, snapshots } from './datasets.ts'
export type { Filters } from './filters.ts'
export { VETOING } from './layouts/council.ts'
export { adminRows, placeRow } from './layouts/pcodes.ts'
// ---- whole texts, what is read from them, and the names of things: for politics and protection
export { PEMA_TASKS, paragraphsOf } from './layouts/pema.ts'
export { type Held, type Month, monthCount, monthHeld, monthInWords, monthNamed, monthOf, reach, sumsIn } from './month.ts'
export { gwState } from './names/gw.ts'
export { MISSIONS, mission as missionNamed } from './names/missions.ts'
export type { Named } from './names/named.ts'
export { office as officeNamed } from './names/offices.ts'
export { gazetteer } from './names/places.ts'
export { state as stateNamed, statesIn } from './names/states.ts'
export * as archivePages from './pages/index.ts'
export { partsOf, rowNamed } from './part.ts'
export { type Problem, problems } from './problems.ts'
export { authorised, type Strength } from './read/authorised.ts'
export { countIn } from './read/cells.ts'
export { type Cited, previousCited } from './read/cited.ts'
export { spanOf } from './read/days.ts'
export { type Ending, mandateEnds } from './read/mandate-ends.ts'
export { type Paragraph, paragraphOf } from './read/paragraph.ts'
export { type ReportAsked, reportsAsked } from './read/reports-asked.ts'
export { readOnce } from './read-once.ts'
export { type AskedRow, everyRow, type Rows, rows } from './rows.ts'
export { BY, type By, type Sum, type Sums, sums } from './sums.ts'
export { type As, isNoAnswer, type NoAnswer } from './table.ts'
// ---- uniformed personnel by month, as published: for forces and reform
export {
  BY_CONTRIBUTOR,
  CONTRIBUTOR_NAMES,
  type Counts,
  countsOf,
  onRecord,
  type Sex,
  type Sort,
  type StrengthTable,
  sortOf,
  TABLE_NAMES,
  TABLES,
} from './uniformed.ts'
