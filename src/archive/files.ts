import { createHash, hash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Failure } from '../kernel/database/failure.ts'
import type { Layout } from './layout.ts'

/** One file, or the files of a folder, that together are one table. */
export interface Kept {
  readonly name: string
  readonly files: readonly { readonly name: string; readonly path: string; readonly bytes: number }[]
  /** Of a folder: what else lies there and is no part of the table. */
  readonly left: readonly string[]
}
const MOST_FILES = 5_000
/** A name as it may be shown: no path, nothing that moves a cursor. */
const shown = (name: string): string => name.replace(/\p{Cc}/gu, '�').slice(0, 200)
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  csv: ['.csv', '.tsv', '.txt'],
  xlsx: ['.xlsx'],
  read: ['.csv', '.tsv', '.txt', '.xlsx', '.json'],
}
/** What producers and people lay beside the files. */
const BESIDE = /^(source|readme|licen[cs]e|copying|citation)(\.|$)/i

/** Looks at a path before anything is read: a file, or the files of a folder that may be of these layouts, by name. Folders in it are not entered. */
export const kept = async (path: string, layouts: readonly Layout[]): Promise<Kept> => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Failure(`There is no file or folder ${path}.`, 'Check the name; the path is read from the current directory.')
  if (found.isFile()) return { name: shown(basename(path)), files: [{ name: shown(basename(path)), path, bytes: found.size }], left: [] }
  if (!found.isDirectory()) throw new Failure(`${path} is neither a file nor a folder.`, 'Save what it gives as a file, and add that.')
  const endings = new Set(layouts.flatMap(l => ENDINGS[l.file.form] ?? []))
  const files: { name: string; path: string; bytes: number }[] = []
  const left: string[] = []
  for (const name of (await readdir(path)).sort()) {
    const at = join(path, name)
    const is = statSync(at, { throwIfNoEntry: false })
    if (!is?.isFile() || name.startsWith('.') || BESIDE.test(name) || !endings.has(extname(name).toLowerCase())) left.push(shown(name))
    else files.push({ name: shown(name), path: at, bytes: is.size })
  }
  if (!files.length) throw new Failure(`In ${path} lies no file of this table.`, `Wanted: ${[...endings].join(', ')}.`)
  if (files.length > MOST_FILES) throw new Failure(`In ${path} lie more than ${MOST_FILES} files.`, 'Add them folder by folder.')
  return { name: shown(basename(path)), files, left }
}

export const bytesOf = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 1 << 18 })

interface Hashing {
  readonly bytes: AsyncIterable<Uint8Array>
  hash(): string
  /** How many bytes have passed. */
  read(): number
}
/** The bytes of a file, hashed as they pass; `say` hears of each piece. */
export const hashing = (path: string, say: (bytes: number) => void): Hashing => {
  const sum = createHash('sha256')
  let passed = 0
  return {
    bytes: (async function* () {
      for await (const piece of bytesOf(path)) {
        sum.update(piece)
        passed += piece.length
        say(piece.length)
        yield piece
      }
    })(),
    hash: () => sum.digest('hex'),
    read: () => passed,
  }
}
export const hashOf = async (path: string): Promise<string> => {
  const file = hashing(path, () => undefined)
  for await (const _ of file.bytes);
  return file.hash()
}
/** Of a folder: the hash of what `sha256sum *` prints, so that anybody can make it again. */
export const hashOfAll = (files: readonly { readonly name: string; readonly hash: string }[]): string =>
  files.length === 1 ? files[0]!.hash : hash('sha256', files.map(f => `${f.hash}  ${f.name}\n`).join(''), 'hex')
export const bytesIn = (files: Kept): number => files.files.reduce((sum, f) => sum + f.bytes, 0)
