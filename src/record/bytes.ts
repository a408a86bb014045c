import { open } from 'node:fs/promises'
import { Failure } from '../kernel/database/failure.ts'
import type { Problem } from './complaint.ts'

// Bytes to lines: bounded, and never guessing an encoding.

/** Larger than any entry should be: what does not fit here belongs beside the record, with its hash in it. */
export const LONGEST_LINE = 256 * 1024
const AT_ONCE = 64 * 1024

export interface TextLine {
  readonly line: number
  readonly text: string
  /** Where the line begins in the file. */
  readonly at: number
  readonly problem?: Problem
}
const opened = (path: string) =>
  open(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR'
      ? new Failure(`There is no file ${path}.`, 'Check the name; the path is read from the current directory.', error)
      : error
  })

/** Says early, before a database is started, that there is nothing to read. */
export const readable = async (path: string): Promise<void> => {
  const file = await opened(path)
  try {
    if ((await file.stat()).isDirectory()) throw new Failure(`${path} is a directory.`, 'Give one file of lines, such as cases.ndjson.')
  } finally {
    await file.close()
  }
}

/** One buffer for the whole file: a line of any length costs no more. */
export async function* linesOf(path: string, say?: (read: number, of: number) => void): AsyncGenerator<TextLine> {
  await readable(path)
  const file = await opened(path)
  try {
    const { size } = await file.stat()
    const buffer = Buffer.alloc(LONGEST_LINE + AT_ONCE)
    let [line, at, have] = [0, 0, 0]
    let dropping = false
    for (;;) {
      const { bytesRead } = await file.read(buffer, have, buffer.length - have, null)
      have += bytesRead
      if (at === 0 && !dropping && isUtf16(buffer.subarray(0, have))) {
        yield bad(1, 0, 1, 'the file is UTF-16: save it as UTF-8')
        return
      }
      if (at === 0 && isNoText(buffer.subarray(0, have)))
        throw new Failure(
          `${path} is no file of lines: it is a document or a spreadsheet, not text.`,
          'A published table, .xlsx too, is kept with peaceops archive add; what a line looks like stands in docs/interchange.md.',
        )
      let from = 0
      for (let end = buffer.indexOf(10); end >= 0 && end < have; end = buffer.indexOf(10, from)) {
        line++
        if (!dropping) yield decoded(line, at + from, buffer.subarray(from, end))
        dropping = false
        from = end + 1
      }
      if (bytesRead === 0) {
        if (have > from && !dropping) yield decoded(line + 1, at + from, buffer.subarray(from, have))
        return
      }
      if (have - from > LONGEST_LINE) {
        if (!dropping) yield tooLong(line + 1, at + from)
        dropping = true
      }
      if (dropping) from = have
      buffer.copyWithin(0, from, have)
      at += from
      have -= from
      say?.(Math.min(at, size), size)
    }
  } finally {
    await file.close()
  }
}
/** By its mark, or, where there is none, by the empty half of each letter. */
const isUtf16 = (b: Buffer): boolean =>
  (b[0] === 0xff && b[1] === 0xfe) ||
  (b[0] === 0xfe && b[1] === 0xff) ||
  (b.length > 3 && ((!b[0] && !b[2] && !!b[1]) || (!b[1] && !b[3] && !!b[0])))

/** A PDF, or a ZIP, which every .xlsx and .docx is. */
const isNoText = (b: Buffer): boolean => ['%PDF', 'PK\u0003\u0004'].includes(b.toString('latin1', 0, 4))

/** One line read again, to find a place in it; `undefined`: the file cannot be read twice. */
export const lineAt = async (path: string, at: number): Promise<string | undefined> => {
  const file = await opened(path)
  try {
    if (!(await file.stat()).isFile()) return undefined
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_LINE + 8), 0, LONGEST_LINE + 8, at)
    const end = buffer.subarray(0, bytesRead).indexOf(10)
    return decoded(at === 0 ? 1 : 2, at, buffer.subarray(0, end < 0 ? bytesRead : end)).text
  } finally {
    await file.close()
  }
}

const bad = (line: number, at: number, column: number, says: string): TextLine => ({
  line,
  at,
  text: '',
  problem: { line, column, field: '', says },
})
const tooLong = (line: number, at: number): TextLine =>
  bad(
    line,
    at,
    LONGEST_LINE,
    `the line is longer than ${LONGEST_LINE / 1024} KiB: keep the document beside the record, and its hash in the line`,
  )

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const decoded = (line: number, at: number, bytes: Buffer): TextLine => {
  if (bytes.length > LONGEST_LINE) return tooLong(line, at)
  const mark = line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const body = bytes.subarray(mark, bytes.at(-1) === 13 ? -1 : undefined)
  try {
    return { line, at, text: UTF8.decode(body) }
  } catch {
    const wrong = firstBad(body)
    return bad(
      line,
      at,
      mark + wrong + 1,
      `byte 0x${body[wrong]!.toString(16).toUpperCase().padStart(2, '0')} is not UTF-8: save the file as UTF-8`,
    )
  }
}
/** The first byte that begins no letter of UTF-8, or begins one that does not go on. */
const firstBad = (bytes: Buffer): number => {
  let [low, high] = [0, bytes.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (valid(bytes.subarray(0, middle + 1), true)) low = middle + 1
    else high = middle
  }
  if (valid(bytes.subarray(0, low), false)) return low
  let lead = low - 1
  while (lead > 0 && bytes[lead]! < 0xc0) lead--
  return lead
}
const valid = (bytes: Buffer, stream: boolean): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}
