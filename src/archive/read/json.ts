import { decoded, whole } from './bytes.ts'
import { LEFT_OUT } from './heading.ts'
import type { OwnReader, OwnRow } from './own.ts'

// A list of objects, or an object of objects, as rows: `mission_loc.y` is the y inside mission_loc.

const MOST = 20 * 2 ** 20
export const readJson: OwnReader = async function* (layout, bytes, _fileName, told) {
  const file = await whole(bytes, MOST)
  if (!file) {
    yield { line: 1, column: undefined, says: `more than ${MOST / 2 ** 20} MB of JSON` }
    return
  }
  let text = ''
  for await (const piece of decoded(one(file))) text += piece.text
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (e) {
    yield { line: 1, column: undefined, says: `no JSON: ${(e as Error).message}` }
    return
  }
  const rows = Array.isArray(data) ? data.map((d, i): [string, unknown] => [String(i + 1), d]) : Object.entries(data ?? {})
  const known = new Set(layout.columns.map(c => c.name))
  const unknown = new Set<string>()
  let from = 0
  for (const [name, row] of rows) {
    const at = text.indexOf(`"${name}"`, from)
    if (at >= 0) from = at + 1
    const cells = flat(row)
    for (const k of cells.keys()) if (!known.has(k) && !unknown.has(k)) told(`"${k}" ${LEFT_OUT}`)
    for (const k of cells.keys()) if (!known.has(k)) unknown.add(k)
    const line = at >= 0 ? text.slice(0, at).split('\n').length : 1
    const missing = layout.columns.find(c => !c.optional && !cells.has(c.name))
    yield missing
      ? { line, column: missing.name, says: `"${missing.name}" is missing` }
      : ({ line, cells: layout.columns.map(c => cells.get(c.name) ?? '') } satisfies OwnRow)
  }
}
const flat = (value: unknown, at = '', into = new Map<string, string>()): Map<string, string> => {
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    for (const [k, v] of Object.entries(value)) flat(v, at ? `${at}.${k}` : k, into)
  else into.set(at, value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value))
  return into
}
async function* one(b: Uint8Array): AsyncGenerator<Uint8Array> {
  yield b
}
