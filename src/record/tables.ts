import { ARCHIVE_CLOSED_MARKS, ARCHIVE_COLUMNS, archiveMarks, archiveStates, archiveTables } from '../archive/schema.ts'
import type { Further } from '../kernel/database/migrate.ts'

/** The tables of rooms above the kernel, in the order in which they came. */
export const TABLES: Further = {
  '002_archive': archiveTables,
  '003_archive_states': archiveStates,
  '004_archive_marks': archiveMarks,
  '005_archive_columns': () => ARCHIVE_COLUMNS,
  '006_archive_closed_marks': () => ARCHIVE_CLOSED_MARKS,
}
