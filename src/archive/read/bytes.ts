import { isUtf8 } from 'node:buffer'

// Bytes to text. UTF-8 first; a line that is not UTF-8 is Windows-1252, and that is said of that line: one file may mix both.

export interface Piece {
  readonly text: string
  readonly was: 'utf-8' | 'utf-16' | 'windows-1252'
}
const NEWLINE = 10
/** A file without a newline is cut here, so that memory stays flat. */
const LONGEST = 1 << 19
const western = new TextDecoder('windows-1252')

/** Pieces of whole lines, each in one encoding. A byte order mark is dropped. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let carry: Buffer = Buffer.alloc(0)
  let wide: TextDecoder | undefined
  let first = true
  for await (const chunk of bytes) {
    if (wide) {
      yield { text: wide.decode(chunk, { stream: true }), was: 'utf-16' }
      continue
    }
    let buffer = carry.length ? Buffer.concat([carry, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (first && buffer.length < 4) {
      carry = Buffer.from(buffer)
      continue
    }
    if (first) {
      first = false
      const mark = buffer.readUInt16BE(0)
      const is = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : unsaid(buffer)
      if (is) {
        wide = new TextDecoder(is)
        yield { text: wide.decode(buffer, { stream: true }), was: 'utf-16' }
        continue
      }
      buffer = unmarked(buffer)
    }
    let cut = buffer.lastIndexOf(NEWLINE) + 1
    if (!cut && buffer.length > LONGEST) {
      cut = buffer.length
      while (cut > buffer.length - 4 && (buffer[cut - 1]! & 0xc0) === 0x80) cut--
      if (buffer[cut - 1]! >= 0xc0) cut--
    }
    yield* lines(buffer.subarray(0, cut))
    carry = Buffer.from(buffer.subarray(cut))
  }
  if (carry.length) yield* lines(first ? unmarked(carry) : carry)
}
/** Without a mark: every other byte of its first letters is nought, as in no text of single bytes. */
const unsaid = (b: Buffer): 'utf-16le' | 'utf-16be' | undefined =>
  b[0] && b[2] && !b[1] && !b[3] ? 'utf-16le' : !b[0] && !b[2] && b[1] && b[3] ? 'utf-16be' : undefined
const unmarked = (b: Buffer): Buffer => (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf ? b.subarray(3) : b)

/** Neighbouring lines of the same encoding go together. */
function* lines(buffer: Buffer): Generator<Piece> {
  if (!buffer.length) return
  if (isUtf8(buffer)) {
    yield { text: buffer.toString('utf8'), was: 'utf-8' }
    return
  }
  let from = 0
  let start = 0
  let utf8: boolean | undefined
  while (start < buffer.length) {
    const newline = buffer.indexOf(NEWLINE, start)
    const end = newline < 0 ? buffer.length : newline + 1
    const is = isUtf8(buffer.subarray(start, end))
    if (utf8 !== undefined && is !== utf8) {
      yield piece(buffer.subarray(from, start), utf8)
      from = start
    }
    utf8 = is
    start = end
  }
  yield piece(buffer.subarray(from), utf8 ?? true)
}
const piece = (b: Buffer, utf8: boolean): Piece =>
  utf8 ? { text: b.toString('utf8'), was: 'utf-8' } : { text: western.decode(b), was: 'windows-1252' }

/** The whole of a file that must be read at once, or `undefined` where it is larger than the bound. */
export const whole = async (bytes: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | undefined> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The first bytes looked at, and the stream whole again. */
export const peeked = async (
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly bytes: AsyncIterable<Uint8Array> }> => {
  const it = bytes[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array(0)
  let done = false
  while (head.length < 4 && !done) {
    const next = await it.next()
    if (next.done) done = true
    else head = head.length ? Buffer.concat([head, next.value]) : next.value
  }
  return {
    head,
    bytes: (async function* () {
      try {
        if (head.length) yield head
        while (!done) {
          const next = await it.next()
          if (next.done) return
          yield next.value
        }
      } finally {
        await it.return?.()
      }
    })(),
  }
}
export const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
