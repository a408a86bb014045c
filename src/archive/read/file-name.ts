import type { Layout } from '../layout.ts'
import { cellReader } from './cells.ts'

// Of some tables a file's name is a cell: one file for each State, under its name.

export const ownName = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')

/** A name that no list knows, where the layout takes a State or a mission from it: summed, its rows would be another's once more. */
export const misnamed = (layout: Layout, fileName: string): { readonly column: string; readonly says: string } | undefined => {
  const column = layout.columns.find(c => c.fileName && (c.as === 'state' || c.as === 'mission'))
  if (!column || cellReader(column)(ownName(fileName)).named?.is !== 'unknown') return undefined
  const what = column.as === 'state' ? 'State' : 'mission'
  return {
    column: column.name,
    says: `no ${what} is known by the file’s name, "${ownName(fileName).slice(0, 80)}": name the file by its ${what}`,
  }
}
