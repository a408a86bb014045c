import type { Column } from '../layout.ts'

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
