/** As a heading of an entry, and as one word on a calendar. */
const types: Readonly<Record<string, readonly [heading: string, verb: string]>> = {
  SnapshotAdded: ['A published table kept as it stood', 'kept'],
}
/** Not translated yet: English is said in every language rather than nothing. */
export const typeWords = (_lang: string, type: string): readonly [heading: string, verb: string] | undefined =>
  Object.hasOwn(types, type) ? types[type] : undefined
export const actWords = (_lang: string, _duty: string, act: string): string => act
export { Changes } from './changes.tsx'
export { DatasetPage } from './dataset.tsx'
export { Datasets } from './datasets.tsx'
export { HistoryPage } from './history.tsx'
