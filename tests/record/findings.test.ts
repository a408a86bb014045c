import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import { day } from '../../src/kernel/day.ts'
import { exported } from '../../src/record/case.ts'
import { type FindingRow, findingRows, findingsOn, type Which } from '../../src/record/findings.ts'
import { OPERATOR } from '../../src/record/record.ts'
import { freshRecord } from '../database.ts'
import { folder, line, ndjson } from '../doors/files.ts'

// A finding as it was known, and a digest that is the same in every record that holds the same grounds.

const files = folder()
let record: Awaited<ReturnType<typeof freshRecord>>
const ON = day('2024-06-01')
const silence = (subject: string, state: string, id: string | undefined) =>
  line({
    id,
    type: 'NoResponseReported',
    subject,
    occurredOn: '2024-04-01',
    data: { mission: 'SIM-1', state, category: 'contingent', statedBy: 'un', matter: undefined },
  })
const bring = async (to: typeof record, ...lines: readonly object[]) => {
  const report = await to.import(files.file(ndjson(...lines)), {})
  expect(report.problems).toEqual([])
}
const size = async (): Promise<number> => Number((await record.pools.keeper.query('select size from ledger')).rows[0].size)
const found = (of: typeof record, which: Partial<Which> = {}): Promise<FindingRow[]> =>
  of.read(OPERATOR, async db => findingRows(db, (await findingsOn(db, { on: ON, ...which })).found))
let before = 0

beforeAll(async () => {
  record = await freshRecord()
  // One statement has a name of its own, one of the same group has none; one is taken back later.
  await bring(record, silence('SIM-A', 'XAA', 'told-by-the-un'), silence('SIM-B', 'XAA', undefined), silence('SIM-C', 'XAB', 'mistaken'))
  before = await size()
  await bring(record, {
    id: 'back',
    type: 'EntrySuperseded',
    subject: 'SIM-C',
    occurredOn: '2024-05-01',
    marking: 'public',
    data: { entry: 'mistaken' },
  })
})
afterAll(() => record.close())

describe('findings', () => {
  it('as known before the correction, two States; as known now, one', async () => {
    const [then, now] = [await found(record, { knownAt: before }), await found(record)]
    expect([...new Set(then.map(f => f.debtor))]).toEqual(['XAA', 'XAB'])
    expect([...new Set(now.map(f => f.debtor))]).toEqual(['XAA'])
    expect(then.filter(f => f.debtor === 'XAA')).toEqual(now) // untouched since: the same grounds, the same digest
    expect(await found(record, { knownAt: await size() })).toEqual(now)
    expect(await found(record, { knownAt: 0 })).toEqual([])
  })
  it('as known then, one State, one mission and one page at a time', async () => {
    const all = await found(record, { knownAt: before })
    expect(await found(record, { knownAt: before, state: 'XAB' })).toEqual(all.filter(f => f.debtor === 'XAB'))
    expect(await found(record, { knownAt: before, mission: 'SIM-2' })).toEqual([])
    const paged: FindingRow[] = []
    await record.read(OPERATOR, async db => {
      for (let after: Which['after'], n = 0; n < 20; n++) {
        const page = await findingsOn(db, { on: ON, knownAt: before, limit: 1, ...(after ? { after } : {}) })
        paged.push(...(await findingRows(db, page.found)))
        after = page.next
        if (!after) break
      }
    })
    expect(paged).toEqual(all)
  })
  it('carry the notes of what they rest on: of the statement, and of the notice behind an obligation; none before it was written', async () => {
    const noted = (note: string) => ({ title: 'Invented for a test', standing: 'second-hand', note })
    const by = { state: 'XAD', matter: undefined, statedBy: 'un' }
    await bring(
      record,
      line({
        id: 'xad-notice',
        subject: 'SIM-D',
        occurredOn: '2024-01-02',
        data: { state: 'XAD' },
        source: noted('The day is that of the press.'),
      }),
    )
    await bring(
      record,
      line({
        id: 'xad-none',
        type: 'NoResponseReported',
        subject: 'SIM-D',
        occurredOn: '2024-04-01',
        data: by,
        source: noted('It names no State.'),
      }),
    )
    const told = await size()
    for (const f of await found(record, { state: 'XAD' })) expect(f.notes).toEqual(['The day is that of the press.', 'It names no State.'])
    await bring(
      record,
      line({
        id: 'xad-none-2',
        type: 'NoResponseReported',
        subject: 'SIM-D',
        occurredOn: '2024-04-02',
        data: by,
        source: noted('Told again.'),
      }),
    )
    expect((await found(record, { state: 'XAD' }))[0]!.notes).toContain('Told again.')
    const then = record.read(OPERATOR, async db =>
      findingRows(db, (await findingsOn(db, { on: ON, state: 'XAD', knownAt: told })).found, told),
    )
    expect((await then)[0]!.notes).not.toContain('Told again.')
    expect((await found(record, { state: 'XAA' }))[0]!.notes).toEqual([])
  })
  it('over HTTP too, in the API and on the page', async () => {
    const web = app(record)
    const items = async (query: string) =>
      ((await (await web.request(`/api/v1/findings?as-of=2024-06-01${query}`)).json()) as { items: FindingRow[] }).items
    expect(await items(`&known-at=${before}`)).toEqual(await found(record, { knownAt: before }))
    expect(await items('')).toEqual(await found(record))
    const page = await (await web.request(`/findings?as-of=2024-06-01&known-at=${before}`)).text()
    expect(page).toContain(`--known-at ${before}`)
    expect(page).toContain('/states/XAB')
  })
  it('what leaves one record has the same digests in another', async () => {
    const other = await freshRecord()
    try {
      const lines = await record.read(OPERATOR, db => Array.fromAsync(exported(db)))
      await bring(other, ...lines)
      expect(await found(other)).toEqual(await found(record))
      expect((await found(other))[0]!.digest).toMatch(/^[0-9a-f]{64}$/)
    } finally {
      await other.close()
    }
  })
})
