import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../src/kernel/database/place.ts'

/** One PostgreSQL for the whole run, the same that people get; each test file makes a database of its own in it (tests/database.ts). */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const home = mkdtempSync(join(tmpdir(), 'peaceops-test-'))
  chmodSync(home, 0o755) // as root, PostgreSQL runs as somebody else, who must get in
  const place = await openDatabase({ home, say: () => undefined })
  provide('home', home)
  provide('admin', JSON.stringify(place.admin))
  return async () => {
    await place.close()
    rmSync(home, { recursive: true, force: true })
  }
}
declare module 'vitest' {
  interface ProvidedContext {
    home: string
    admin: string
  }
}
