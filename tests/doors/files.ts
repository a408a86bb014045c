import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

type Fields = Readonly<Record<string, unknown>>
export type Lines = readonly (object | string)[]

/** A line of a made-up case, as somebody would write it. */
export const line = (more: Fields = {}): Fields => ({
  id: 'sim-1-notice',
  chapter: 'conduct',
  type: 'MemberStateNotified',
  subject: 'SIM-1',
  occurredOn: '2021-09-07',
  marking: 'public',
  source: { title: 'Invented for a test', standing: 'ours' },
  ...more,
  data: { mission: 'SIM-M', state: 'XAA', category: 'contingent', matter: 'sea', ...(more['data'] as Fields | undefined) },
})
export const ndjson = (...lines: Lines): string => lines.map(l => `${typeof l === 'string' ? l : JSON.stringify(l)}\n`).join('')

/** Files of one test file, in a folder that goes when it ends. */
export const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'peaceops-doors-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  return {
    dir,
    file: (content: string | Uint8Array): string => {
      const path = join(dir, `${createHash('sha256').update(content).digest('hex').slice(0, 12)}.ndjson`)
      writeFileSync(path, content)
      return path
    },
  }
}
