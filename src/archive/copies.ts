import { hashOf, type Kept } from './files.ts'
import type { Layout } from './layout.ts'
import { misnamed } from './read/file-name.ts'

/** A folder with each of its files once: "Kenya (1).csv" beside "Kenya.csv" is the same rows again. Two States may have the same figures, each in its own file. */
export const eachOnce = async (files: Kept, layout: Layout): Promise<{ readonly files: Kept; readonly says: readonly string[] }> => {
  if (layout.file.form === 'read') return { files, says: [] } // of a text its name tells whose it is: that reader judges it
  const hashes = new Map<string, string>()
  for (const f of files.files) if (files.files.some(o => o !== f && o.bytes === f.bytes)) hashes.set(f.name, await hashOf(f.path))
  const named = layout.columns.some(c => c.fileName)
  const copyOf = (name: string): string | undefined => {
    if (!hashes.has(name) || (named && !misnamed(layout, name))) return undefined
    const same = files.files.map(f => f.name).filter(o => hashes.get(o) === hashes.get(name))
    const first = (named && same.find(o => !misnamed(layout, o))) || same.sort((a, b) => a.length - b.length)[0]!
    return first === name ? undefined : first
  }
  const once: Kept['files'][number][] = []
  const says: string[] = []
  for (const f of files.files) {
    const first = copyOf(f.name)
    if (first === undefined) once.push(f)
    else says.push(`"${f.name}" has the same bytes as "${first}": read once`)
  }
  return { files: { ...files, files: once }, says }
}
