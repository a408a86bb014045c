import { typesInEnglish } from '../../paper/english.ts'

export { Changes } from './changes.tsx'
export { DatasetPage } from './dataset.tsx'
export { Datasets } from './datasets.tsx'
export { HistoryPage } from './history.tsx'
export { daysOf } from './said.tsx'
export { wordsOf } from './words.ts'
export const typeWords = typesInEnglish({ SnapshotAdded: ['A published table kept as it stood', 'kept'] })
