import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changedEntries } from '../../src/kernel/ledger/intact.ts'
import { freshRecord } from '../database.ts'
import { draft } from '../record/conduct.ts'

// Somebody with the keys of the machine lifts the guards and changes what was written. The hashes beside it say so.

let record: Awaited<ReturnType<typeof freshRecord>>
beforeAll(async () => {
  record = await freshRecord()
  for (const subject of ['SIM-1', 'SIM-2', 'SIM-3'])
    expect(
      await record.ledger.append([draft(subject, 'MemberStateNotified', '2021-09-07', { mission: 'MINUSCA', state: 'GAB' })]),
    ).toMatchObject({ ok: true })
})
afterAll(() => record.close())

const past = (sql: string) => record.fresh.asOwner(`set session_replication_role = replica; ${sql}`)
const changed = async () => (await changedEntries(record.pools.keeper)).map(c => `${c.subject}: ${c.says}`)
const WHERE = `where seq = (select seq from entry where subject = 'SIM-2')`

describe('an entry', () => {
  it('that nobody touched is as it was written', async () => expect(await changed()).toEqual([]))
  it.each([
    [`face = replace(face, 'GAB', 'CAF')`, 'the face is not what its hash says'],
    [`face = '{'`, 'the face is not what its hash says'],
    [`type = 'StateAccount'`, 'its columns are not what the face says'],
    [`occurred_on = occurred_on - 7`, 'its columns are not what the face says'],
    [`recorded_at = recorded_at - interval '1 day'`, 'its columns are not what the face says'],
    [`subject = 'SIM-9', nth = 1`, 'its columns are not what the face says'],
    [`leaf = body_hash`, 'the face is not what its hash says'],
  ])('that was changed by %s is named', async (set, says) => {
    await past('create table kept as select * from entry')
    await past(`update entry set ${set} ${WHERE}`)
    const found = await changed()
    await past('delete from entry; insert into entry select * from kept; drop table kept')
    expect(found).toEqual([expect.stringContaining(says)])
    expect(await changed()).toEqual([])
  })
  it('whose body was changed, or taken away, is named; that one was forgotten is no change', async () => {
    await past('create table kept as select * from body')
    const put = 'delete from body; insert into body select * from kept'
    await past(`update body set json = replace(json, '{', '{ ') ${WHERE}`)
    expect(await changed()).toEqual(['SIM-2: the body is not what its hash says'])
    await past(`${put}; delete from body ${WHERE}`)
    expect(await changed()).toEqual(['SIM-2: the body is not what its hash says'])
    await past(`${put}; update body set json = null, salt = null ${WHERE}`)
    expect(await changed()).toEqual([])
    await past(`${put}; drop table kept`)
  })
  it('that was taken away is missed, in the middle and at the end', async () => {
    await past('create table kept as select * from entry')
    for (const subject of ['SIM-2', 'SIM-3']) {
      await past(`delete from entry where subject = '${subject}'`)
      expect(await changed()).toEqual([expect.stringMatching(/^: 1 entry of \d+ is gone$/)])
      await past('delete from entry; insert into entry select * from kept')
    }
    await past('drop table kept')
    expect(await changed()).toEqual([])
  })
})
