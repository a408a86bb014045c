import type { NoAnswer } from '../../archive/index.ts'

/** Why a table tells nothing of what was asked: it is not on this record, or had not been published by the day, and what puts it there. */
export interface TableNotHeld {
  readonly kind: 'not on this record'
  readonly dataset: string
  readonly says: string
}
export const tableNotHeld = (dataset: string, { says }: NoAnswer): TableNotHeld => ({ kind: 'not on this record', dataset, says })
export const isTableNotHeld = (row: object): row is TableNotHeld => 'kind' in row && row.kind === 'not on this record'
/** The rows that tell something. */
export const held = <Row extends object>(rows: readonly Row[]): readonly Exclude<Row, TableNotHeld>[] =>
  rows.filter((r): r is Exclude<Row, TableNotHeld> => !isTableNotHeld(r))

/** None of these tables told anything. Those that are on this record say why; where none of them is, each says what puts it here. */
export const whyNone = (silent: readonly (readonly [dataset: string, why: NoAnswer])[], asked: number): readonly TableNotHeld[] => {
  const here = silent.filter(([, why]) => why.none !== 'no such dataset')
  return (here.length ? here : silent.length === asked ? silent : []).map(([dataset, why]) => tableNotHeld(dataset, why))
}
