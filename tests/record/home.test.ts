import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { board } from '../../src/record/board.ts'
import { openRecord, PUBLIC } from '../../src/record/record.ts'
import { freshDatabase } from '../database.ts'

const dir = mkdtempSync(join(tmpdir(), 'peaceops-home-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('whoever opens a record needs no folder to be there: it is made, and the board before the first start is empty', async () => {
  const fresh = await freshDatabase()
  const home = join(dir, 'not', 'yet')
  try {
    const record = await openRecord({ home, url: fresh.url, say: () => undefined })
    expect(existsSync(home)).toBe(true)
    expect((await record.read(PUBLIC, db => board(db, PUBLIC, { on: day('2024-01-01'), limit: 5 }))).rows).toEqual([])
    await record.close()
  } finally {
    await fresh.drop()
  }
})
it('a file in its place is said in a sentence', async () => {
  writeFileSync(join(dir, 'file'), '')
  await expect(openRecord({ home: join(dir, 'file', 'home'), say: () => undefined })).rejects.toMatchObject({
    name: 'Failure',
    message: expect.stringContaining('is a file, so PEACEOPS_HOME cannot lie there'),
  })
})
