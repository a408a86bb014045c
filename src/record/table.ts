import { csvLine } from '../archive/csv.ts'
import type { Question } from '../kernel/chapter.ts'
import { at, plain } from '../kernel/columns.ts'

/** The answer to a question as one flat table: a row of headings, a row of HXL tags, and a line for each row. */
export const asCsv = ({ columns }: Question, rows: readonly object[]): string => {
  const paths = Object.keys(columns).map(path => path.split('.'))
  return [
    csvLine(Object.keys(columns)),
    csvLine(Object.values(columns)),
    ...rows.map(row => csvLine(paths.map(path => plain(at(row, path))))),
  ].join('')
}
