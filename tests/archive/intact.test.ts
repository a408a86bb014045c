import { expect, it } from 'vitest'
import { changedSnapshots } from '../../src/archive/intact.ts'
import { archived, EVENTS, named, STRENGTH } from './tables.ts'

// Somebody with the keys of the machine changes what is kept of a published table. The entries of its snapshots say so. SIMULATED throughout.

const { put, record } = archived()
const changed = async () => (await changedSnapshots(record().pools.keeper)).map(c => `${c.dataset} ${c.snapshot ?? ''}: ${c.says}`)
const past = (sql: string) => record().fresh.asOwner(`set session_replication_role = replica; ${sql}`)

it('tables that nobody touched are what their entries say, whatever came, went and stood twice', async () => {
  const M = '1999-01'
  const of = named(STRENGTH, 'sim-intact')
  await put(of, [
    ['Eastland', M, 1, 2, 3],
    ['Westland', M, 1, 2, 3],
    ['Westland', M, 1, 2, 3],
  ])
  await put(of, [
    ['Eastland', M, 1, 3, 4],
    ['Westland', M, 1, 2, 3],
    ['Northland', M, 1, 2, 3],
    ['Southland', M, 1, 2, 3],
    ['Southland', M, 1, 3, 4],
  ])
  await put(of, [
    ['Westland', M, 1, 2, 3],
    ['Southland', M, 1, 3, 4],
  ])
  await put(EVENTS, [
    ['a', '1999-01-02', 'ZZA', 'nowhere', 3],
    ['b', '1999-01-02', 'ZZA', 'nowhere', 4],
  ])
  const parted = { ...named(STRENGTH, 'sim-intact-parts'), part: ['Month'] }
  await put(parted, [['Eastland', M, 1, 2, 3]])
  await put(parted, [['Eastland', '1999-02', 1, 2, 3]])
  await put(parted, [['Westland', M, 1, 2, 3]])
  expect(await changed()).toEqual([])
})
it.each([
  [`update snapshot set as_published = '1999-01-01' where nth = 2`, 'the day of its publication: not as its entry says'],
  [`update snapshot set hash = repeat('0', 64) where nth = 2`, 'the hash of its file: not as its entry says'],
  [`update snapshot set rows = rows + 1 where nth = 2`, 'the number of its rows: not as its entry says'],
  [`update snapshot set gone = 0, added = added - gone where nth = 2`, 'what it added, changed and lost: not as its entry says'],
  [`update snapshot set name = 'another.csv' where nth = 2`, 'the name and length of its file: not as its entry says'],
  [`update snapshot set entry = gen_random_uuid() where nth = 2`, 'no entry tells of it'],
  [`update layout set json = replace(json, 'SIMULATED', 'REAL')`, 'its layout: not as its entry says'],
  [`delete from snapshot where nth = 3`, 'a snapshot of which an entry tells is gone'],
  [`delete from archived where to_snap > 1000 and cells like 'Westland%'`, 'rows stand, and what its snapshots added and lost comes to'],
])('after %s the check says so', async (sql, says) => {
  for (const t of ['snapshot', 'layout', 'archived']) await past(`create table kept_${t} as select * from ${t}`)
  await past(sql)
  const found = await changed()
  for (const t of ['snapshot', 'layout', 'archived'])
    await past(`delete from ${t}; insert into ${t} select * from kept_${t}; drop table kept_${t}`)
  expect(found.join('\n')).toContain(says)
  expect(await changed()).toEqual([])
})
