import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname } from 'node:path'

/** Puts `text` into `file` so that a reader, or a crash at any moment, sees the old text or the new one whole. Mode 0600. */
export const replaceFile = (file: string, text: string): void => {
  const fresh = `${file}.${randomBytes(6).toString('hex')}`
  try {
    fs.writeFileSync(fresh, text, { mode: 0o600, flush: true })
    leaveToOwner(fresh)
    fs.renameSync(fresh, file)
  } catch (error) {
    fs.rmSync(fresh, { force: true })
    throw error
  }
  flushFolder(dirname(file))
}

/** What root writes into another user's folder belongs to that user, who could not read it tomorrow otherwise. */
export const leaveToOwner = (file: string): void => {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = fs.statSync(dirname(file))
  fs.chownSync(file, uid, gid)
}

/** A rename is only safe from a power cut once the folder that holds the name is on the disk as well. */
export const flushFolder = (folder: string): void => {
  const fd = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}

/** Renames a finished folder to its place, unless another process was first: then ours is removed and `false` returned. */
export const publishFolder = (made: string, place: string): boolean => {
  try {
    fs.renameSync(made, place)
  } catch (error) {
    fs.rmSync(made, { recursive: true, force: true })
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
  flushFolder(dirname(place))
  return true
}
