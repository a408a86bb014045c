import type pg from 'pg'
import { Failure } from '../kernel/database/failure.ts'
import { layoutsOnRecord } from './datasets.ts'
import { oddities } from './declared.ts'
import { bytesOf, type Kept } from './files.ts'
import type { Layout } from './layout.ts'
import { LAYOUTS } from './layouts/index.ts'
import { isBad, readTable } from './read/table.ts'

// By which layout a file reads: those that ship, those that stand on the record, or the one that the caller brings.

export const layoutsFor = async (
  db: pg.Pool,
  how: { readonly dataset: string; readonly layout?: Layout | undefined },
): Promise<readonly Layout[]> => {
  if (how.layout) {
    if (how.layout.dataset !== how.dataset)
      throw new Failure(
        `This layout is of the dataset ${how.layout.dataset}, not of ${how.dataset}.`,
        `peaceops archive add ${how.layout.dataset} …`,
      )
    return [how.layout]
  }
  const ours = LAYOUTS.filter(l => l.dataset === how.dataset)
  const brought = (await layoutsOnRecord(db, how.dataset)).filter(l => !ours.some(o => o.layout === l.layout))
  const all = [...ours, ...brought]
  if (!all.length)
    throw new Failure(
      `No layout of a dataset ${how.dataset} is known.`,
      'peaceops archive layouts lists those that are; or bring one: --layout layout.json.',
    )
  for (const l of all) {
    const odd = oddities(l)[0]
    if (odd) throw new Error(`layout ${l.layout}, ${odd.at.join('.')}: ${odd.says}`)
  }
  return all
}

/** The one layout of this dataset that reads these files: it must be the same for all. */
export const chosen = async (files: Kept, layouts: readonly Layout[]): Promise<Layout> => {
  let layout: Layout | undefined
  for (const f of files.files) {
    const one = layouts.length === 1 ? layouts[0]! : await choose(f, layouts)
    if (layout && one !== layout)
      throw new Failure(
        `${f.name} reads as ${one.layout}, and the files before it as ${layout.layout}.`,
        'Add them apart: one folder, one layout.',
      )
    layout = one
    if (layouts.length === 1) break
  }
  return layout!
}
const MISSING = /^the column "/
const choose = async (file: Kept['files'][number], layouts: readonly Layout[]): Promise<Layout> => {
  let best: { layout: Layout; told: number } | undefined
  const short: { layout: string; missing: string[] }[] = []
  for (const layout of layouts) {
    let told = 0
    const missing: string[] = []
    for await (const row of readTable(layout, bytesOf(file.path), file.name, () => told++)) {
      if (!isBad(row) || !MISSING.test(row.says)) break
      missing.push(row.column ?? '?')
    }
    if (missing.length) short.push({ layout: layout.layout, missing })
    else if (!best || told < best.told) best = { layout, told }
  }
  if (best) return best.layout
  const nearest = short.sort((a, b) => a.missing.length - b.missing.length)[0]
  const names = nearest?.missing
    .slice(0, 8)
    .map(m => JSON.stringify(m))
    .join(', ')
  throw new Failure(
    `No layout of this dataset reads ${file.name}. Nearest is ${nearest?.layout}, which wants ${names}${(nearest?.missing.length ?? 0) > 8 ? ' and more' : ''}.`,
    'Is it another table? peaceops archive layouts lists what is known; --layout brings one.',
  )
}
