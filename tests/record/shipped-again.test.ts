import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadShipped } from '../../src/record/record.ts'
import { freshRecord } from '../database.ts'
import { folder, ndjson } from '../doors/files.ts'

const files = folder()

it('a record that holds an earlier version of the published record takes what is new, keeps what stands, and is told of the rest', async () => {
  const record = await freshRecord()
  try {
    const first = JSON.parse(readFileSync(new URL('../../data/forces.ndjson', import.meta.url), 'utf8').split('\n')[0]!)
    const earlier = { ...first, data: { ...first.data, says: 'As an earlier version told it.' } }
    expect(await record.import(files.file(ndjson(JSON.stringify(earlier))), {})).toMatchObject({ written: 1 })

    await expect(loadShipped(record, () => undefined)).rejects.toThrow(/is on the record with other content/)
    const again = await loadShipped(record, () => undefined, true)
    expect(again.left).toBe(1)
    expect(again.written).toBeGreaterThan(100)
    expect(await loadShipped(record, () => undefined, true)).toEqual({ written: 0, left: 1 })
  } finally {
    await record.close()
  }
})
