import { afterAll, beforeAll } from 'vitest'
import type { Report } from '../../src/record/import.ts'
import { freshRecord } from '../database.ts'
import { folder, type Lines, line, ndjson } from './files.ts'

/** A record of its own for one test file, and files to bring to it. */
export const importing = () => {
  const files = folder()
  let open: Awaited<ReturnType<typeof freshRecord>> | undefined
  const record = (): NonNullable<typeof open> => open!
  beforeAll(async () => {
    open = await freshRecord()
  })
  afterAll(() => open?.close())
  const look = (content: string | Uint8Array): Promise<Report> => record().import(files.file(content), { check: true })
  /** What is said of a single line that is otherwise well. */
  const said = async (text: string): Promise<string> => {
    const { problems } = await look(`${text}\n`)
    return problems.map(p => `${p.line}:${p.column} ${p.field}: ${p.says}`).join('\n')
  }
  return {
    ...files,
    record,
    look,
    said,
    of: (more: Readonly<Record<string, unknown>>): Promise<string> => said(JSON.stringify(line(more))),
    bring: (...lines: Lines): Promise<Report> => record().import(files.file(ndjson(...lines)), {}),
    bringGood: (...lines: Lines): Promise<Report> => record().import(files.file(ndjson(...lines)), { keepGood: true }),
    entries: async (): Promise<number> =>
      Number(
        (await record().fresh.asOwner<{ n: string }>(`select count(*) as n from entry where subject not in ('RULEBOOK', 'HORIZON')`))[0]!.n,
      ),
  }
}
export const columnOf = (text: string, part: string): number => text.indexOf(part) + 1
