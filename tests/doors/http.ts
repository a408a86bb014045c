import { afterAll, beforeAll } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import { loadShipped } from '../../src/record/record.ts'
import { freshRecord } from '../database.ts'
import { folder, type Lines, ndjson } from './files.ts'

/** The published record, served; asked without a network. */
export const served = () => {
  const files = folder()
  let open: Awaited<ReturnType<typeof freshRecord>> | undefined
  let web: ReturnType<typeof app> | undefined
  beforeAll(async () => {
    open = await freshRecord()
    await loadShipped(open, () => undefined)
    web = app(open)
  })
  afterAll(() => open?.close())
  const get = async (path: string, init: RequestInit = {}): Promise<Response> => web!.request(path, init)
  return {
    record: () => open!,
    bring: (...lines: Lines) => open!.import(files.file(ndjson(...lines)), {}),
    get,
    json: async <T = { [key: string]: unknown }>(path: string): Promise<T> => (await (await get(path)).json()) as T,
  }
}
export interface Page<T = { [key: string]: unknown }> {
  readonly items: readonly T[]
  readonly next: string | null
}
