import { archive } from '../archive/index.ts'
import { community } from '../community/index.ts'
import { conduct } from '../conduct/index.ts'
import { forces } from '../forces/index.ts'
import type { Chapter } from '../kernel/chapter.ts'
import type { EntryType } from '../kernel/ledger/entry-type.ts'
import { own } from '../kernel/ledger/own.ts'
import { partners } from '../partners/index.ts'
import { politics } from '../politics/index.ts'
import { protection } from '../protection/index.ts'
import { reform } from '../reform/index.ts'

/** The parts of the vision that this house keeps, in the order in which they are shown. A chapter more is a line more. */
export const CHAPTERS: readonly Chapter[] = [conduct, community, forces, protection, politics, partners, reform, archive]

/** An entry type by its public name, with the chapter that it belongs to; the kernel's own belong to all. */
export const typeOf = (name: string): { readonly chapter: string; readonly type: EntryType } | undefined => {
  const kernels = (own as Readonly<Record<string, EntryType>>)[name]
  if (kernels && Object.hasOwn(own, name)) return { chapter: 'kernel', type: kernels }
  const chapter = CHAPTERS.find(c => Object.hasOwn(c.entries, name))
  return chapter && { chapter: chapter.name, type: chapter.entries[name]! }
}
export const typeNames = (): readonly string[] => [...CHAPTERS.flatMap(c => Object.keys(c.entries)), ...Object.keys(own)]
export const chapterOf = (name: string): Chapter | undefined => CHAPTERS.find(c => c.name === name)
