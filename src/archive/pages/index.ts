import { typesIn } from '../../paper/catalogue.ts'

export { Changes } from './changes.tsx'
export { DatasetPage } from './dataset.tsx'
export { Datasets } from './datasets.tsx'
export { HistoryPage } from './history.tsx'
export { daysOf } from './said.tsx'
export { wordsOf } from './words.ts'
export const typeWords = typesIn(() => ({ types: { SnapshotAdded: ['A published table kept as it stood', 'kept'] } }))
