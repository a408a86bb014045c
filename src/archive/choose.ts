import type pg from 'pg'
import { Failure } from '../kernel/database/failure.ts'
import { layoutsOnRecord } from './datasets.ts'
import { oddities } from './declared.ts'
import { bytesOf, type Kept, kept } from './files.ts'
import type { Layout } from './layout.ts'
import { LAYOUTS } from './layouts/index.ts'
import { misnamed } from './read/file-name.ts'
import { NOT_KNOWN, some } from './read/heading.ts'
import { isBad, readTable } from './read/table.ts'

// By which layout a file reads: those that ship, those that stand on the record, or the one that the caller brings.

export const layoutsFor = async (
  db: pg.Pool,
  how: { readonly dataset: string; readonly path: string; readonly layout?: Layout | undefined },
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
      (await whose((await kept(how.path, LAYOUTS)).files[0]!, LAYOUTS))?.says ??
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
  // Who brings a layout knows which one: what does not fit is told row by row.
  if (layouts.length === 1 && !LAYOUTS.includes(layouts[0]!)) return layouts[0]!
  let layout: Layout | undefined
  for (const f of files.files) {
    const fitting = await fittings(f, layouts)
    const one = fitting.find(t => !t.missing.length)?.layout
    // Of a folder of one layout a stranger is named among its rows.
    if (!one && layouts.length === 1 && files.files.length > 1) continue
    if (!one) throw await stranger(f, fitting)
    if (layout && one !== layout)
      throw new Failure(
        `${f.name} reads as ${one.layout}, and the files before it as ${layout.layout}.`,
        'Add them apart: one folder, one layout.',
      )
    layout = one
    if (layouts.length === 1) break
  }
  if (layout) return layout
  throw await stranger(files.files[0]!, await fittings(files.files[0]!, layouts))
}
/** Another separator makes nonsense of quoted headings: a layout under which a file looks so is tried last. */
const MOST_BROKEN = 20
type OneFile = Kept['files'][number]
interface Fitting {
  readonly layout: Layout
  readonly missing: readonly string[]
  /** How much is odd about the file under this layout. */
  readonly told: number
  /** It would fit under another name: the file's name is a cell. */
  readonly rename?: true
  /** Headings of the file that it does not know. */
  readonly strange: number
}
/** What of each layout's columns a file lacks: those that fit first, the one before that has least to say of it. */
const fittings = async (file: OneFile, layouts: readonly Layout[]): Promise<readonly Fitting[]> => {
  const all: Fitting[] = []
  for (const layout of layouts) {
    let told = 0
    let strange = 0
    let missing: readonly string[] = []
    let broken = 0
    let rename = false
    const named = misnamed(layout, file.name)?.says
    const odd = (says: string): void => {
      told++
      if (says.endsWith(NOT_KNOWN)) strange++
    }
    for await (const row of readTable(layout, bytesOf(file.path), file.name, odd)) {
      if (isBad(row) && row.missing) missing = row.missing
      if (isBad(row) && row.says === named) {
        rename = true
        break
      }
      if (!isBad(row) || row.missing || ++broken >= MOST_BROKEN) break
    }
    all.push({ layout, missing, told: told + broken * MOST_BROKEN, strange, ...(rename && { rename }) })
  }
  const has = (f: Fitting): number => wanted(f.layout) - 2 * f.missing.length
  return all.sort((a, b) =>
    a.missing.length && b.missing.length ? has(b) - has(a) : a.missing.length - b.missing.length || a.told - b.told,
  )
}
const wanted = (l: Layout): number => l.columns.filter(c => !c.optional && !c.fileName).length
/** So much of what a layout wants must be there before a file is said to be like it. */
const LIKE = 0.6
/** Whose table a file is: the layout that reads it, or the one that it is most like. `undefined`: none that ships is near. */
const whose = async (
  file: OneFile,
  layouts: readonly Layout[],
): Promise<{ readonly whole: boolean; readonly like: number; readonly says: string } | undefined> => {
  const fitting = await fittings(
    file,
    layouts.filter(l => l.file.form !== 'read' || OWN[l.file.reader]?.test(file.name)),
  )
  const theirs = fitting
    .filter(o => !o.missing.length && o.told < MOST_BROKEN && o.strange <= wanted(o.layout)) // a number and a year are anybody's
    .sort((a, b) => Number(a.rename ?? 0) - Number(b.rename ?? 0) || wanted(b.layout) - wanted(a.layout) || a.told - b.told)[0]
  const add = ({ dataset }: Layout): string => `peaceops archive add ${dataset} …`
  const share = (f: Fitting): number => 1 - f.missing.length / wanted(f.layout)
  const near = fitting
    .filter(f => f.missing.length && share(f) >= LIKE)
    .sort((a, b) => share(b) - share(a) || wanted(b.layout) - wanted(a.layout))[0]
  // A table of two columns stands by chance in many a longer one.
  if (theirs && !(near && wanted(near.layout) - near.missing.length > 2 * wanted(theirs.layout))) {
    const { layout, rename } = theirs
    const named = rename ? `, once it is named by its ${layout.columns.find(c => c.fileName)!.as === 'state' ? 'State' : 'mission'}` : ''
    return { whole: true, like: 1, says: `It reads as ${layout.layout} (${layout.title})${named}: ${add(layout)}` }
  }
  return (
    near && {
      whole: false,
      like: share(near),
      says: `It is most like ${near.layout.layout} (${near.layout.title}), which wants ${some(near.missing)}: mend the headings, or bring a layout of its own with --layout.`,
    }
  )
}
/** Files of readers of their own, by their names: no headings tell them. */
const OWN: Readonly<Record<string, RegExp>> = { json: /\.json$/i, resolution: /\.txt$/i }

/** A file that no layout of the dataset reads: what the nearest lacks, and whose table it is, where another layout knows it. */
const stranger = async (file: OneFile, fitting: readonly Fitting[]): Promise<Failure> => {
  const near = fitting[0]!
  const theirs = await whose(
    file,
    LAYOUTS.filter(l => l.dataset !== near.layout.dataset),
  )
  const own = 1 - near.missing.length / wanted(near.layout)
  return new Failure(
    `No layout of ${near.layout.dataset} reads ${file.name}. Nearest is ${near.layout.layout}, which wants ${some(near.missing)}.`,
    theirs && (theirs.whole || theirs.like > own)
      ? theirs.says
      : own === 0
        ? 'None of its headings is known. If its first row is data, put the headings of an earlier file above it; peaceops archive layouts lists what is known, --layout brings another table.'
        : 'Is it another table? peaceops archive layouts lists what is known; --layout brings one.',
  )
}
