import type { Column, Layout } from '../layout.ts'

/** Many columns of one kind, by their headings, separated by blanks. */
export const columns = (as: Column['as'], names: string, more: Omit<Column, 'name' | 'as'> = {}): Column[] =>
  names
    .trim()
    .split(/\s+/)
    .map(name => ({ name, as, ...more }))
/** The same, of headings with blanks in them: one a line. */
export const lines = (as: Column['as'], names: string, more: Omit<Column, 'name' | 'as'> = {}): Column[] =>
  names
    .trim()
    .split('\n')
    .map(name => ({ name: name.trim(), as, ...more }))
/** Columns of the UN's hub that say nothing of their row: kept, each new copy of a table would differ in all rows. */
export const numberOfRow = (name: string): NonNullable<Layout['passed']> => [
  { name, because: 'a row number, which may change with every copy of the file' },
  { name: 'last_update', because: 'the day of the copy, the same in every row' },
]
