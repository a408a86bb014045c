import type { Columns } from '../kernel/columns.ts'

// What follows from a text as lines of the interchange format. Nothing is written: a person reads, mends the line or leaves it out, and
// imports the rest. The id is the same each time, so that a line imported twice stands once.

export interface Line {
  readonly id: string
  readonly chapter: string
  readonly type: string
  readonly subject: string
  readonly occurredOn: string
  readonly marking?: 'public'
  readonly source: { readonly title: string; readonly url?: string; readonly standing: 'seen' | 'ours'; readonly note: string }
  readonly data: { readonly [field: string]: string }
}
export interface Proposal {
  readonly is: 'proposal'
  readonly line: Line
  /** What to look at before it is imported. */
  readonly look: readonly string[]
}
export interface None {
  readonly is: 'none'
  readonly says: string
}
export type ProposalRow = Proposal | None
export const proposedLine = (r: ProposalRow): string => (r.is === 'none' ? r.says : JSON.stringify(r.line))
export const proposedColumns: Columns = { is: '#meta+type', line: '#meta+line', look: '#meta+look', says: '#description' }
