import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { type Draft, Ledger } from '../../src/kernel/ledger/append.ts'
import { loadLaw } from '../../src/kernel/ledger/load.ts'
import { rebuild } from '../../src/kernel/ledger/rebuild.ts'
import { freshRecord } from '../database.ts'

let record: Awaited<ReturnType<typeof freshRecord>>
beforeAll(async () => {
  record = await freshRecord()
})
afterAll(() => record.close())

const notice = (subject: string, on: string, more: Partial<Draft> = {}): Draft => ({
  chapter: 'conduct',
  type: 'MemberStateNotified',
  v: 1,
  subject,
  occurredOn: day(on),
  latest: day(on),
  door: 'command',
  marking: 0,
  expect: 'any',
  is: { mission: 'SIM-1', state: 'XAA', matter: 'sea', category: 'contingent' },
  body: { data: {} },
  ...more,
})
const size = async (): Promise<number> => Number((await record.fresh.asOwner<{ size: string }>('select size from ledger'))[0]!.size)
const sound = async (): Promise<void> => {
  const client = await record.pools.keeper.connect()
  try {
    expect((await rebuild(client, await loadLaw(client, 1), { check: true })).differences).toEqual([])
  } finally {
    client.release()
  }
  const [row] = await record.fresh.asOwner<{ n: string; most: string }>('select count(*) as n, max(seq) as most from entry')
  expect(row!.n).toBe(row!.most)
  expect(Number(row!.n)).toBe(await size())
}

test('sixty-four officers write at once: each gets a receipt, positions have no gap, the tables are what follows', async () => {
  const before = await size()
  const answers = await Promise.all(Array.from({ length: 64 }, (_, i) => record.ledger.append([notice(`SIM-A-${i % 8}`, '2021-09-07')])))
  const seqs = answers.flatMap(a => (a.ok ? a.receipts.map(r => r.seq) : []))
  expect(new Set(seqs).size).toBe(64)
  expect(Math.min(...seqs)).toBe(before + 1)
  await sound()
})

test('an officer who decided on an older state of the case is told so, and the others of his batch are not', async () => {
  const first = await record.ledger.append([notice('SIM-B', '2021-09-07', { expect: 0 })])
  expect(first.ok).toBe(true)
  const [stale, fine] = await Promise.all([
    record.ledger.append([notice('SIM-B', '2021-09-08', { expect: 0 })]),
    record.ledger.append([notice('SIM-B2', '2021-09-08', { expect: 0 })]),
  ])
  expect(stale).toMatchObject({ ok: false, refusal: { code: 'subject-moved-on' } })
  expect(fine).toMatchObject({ ok: true })
})

test('two processes on one database never fork the order', async () => {
  const other = new Ledger(record.pools.keeper)
  const answers = await Promise.all(
    Array.from({ length: 120 }, (_, i) => (i % 2 ? other : record.ledger).append([notice(`SIM-C-${i % 5}`, '2021-09-07')])),
  )
  const seqs = answers.flatMap(a => (a.ok ? a.receipts.map(r => r.seq) : []))
  expect(new Set(seqs).size).toBe(120)
  await sound()
})

test('the ledger only grows: no keeper, reader or superuser deletes or changes an entry, or writes at a wrong position', async () => {
  for (const sql of [
    'delete from entry',
    'truncate entry cascade',
    "update entry set subject = 'X'",
    'delete from body',
    "update body set json = '{}'",
  ]) {
    await expect(record.fresh.asOwner(sql)).rejects.toThrow(/only grows|permission/)
    await expect(record.pools.keeper.query(sql)).rejects.toThrow(/only grows|permission|row-level/)
  }
  await expect(
    record.fresh.asOwner(
      `insert into entry select ledger, seq + 100000, gen_random_uuid(), subject, nth + 900, chapter, type, v, door, occurred_on, latest, recorded_at, marking, mission, state, null, null, face, face_salt, body_hash, leaf from entry limit 1`,
    ),
  ).rejects.toThrow(/stands at/)
})

test('the same name with the same content is the same entry; with other content it is a named conflict', async () => {
  const once = notice('SIM-D', '2021-09-07', { body: { data: { says: 'told' }, origin: { system: 'cmts', id: 'd-1' } } })
  const [a, b] = [await record.ledger.append([once]), await record.ledger.append([once])]
  expect(a.ok && b.ok && a.receipts[0]!.id === b.receipts[0]!.id && b.receipts[0]!.repeated).toBe(true)
  const other = await record.ledger.append([{ ...once, occurredOn: day('2021-09-08'), latest: day('2021-09-08') }])
  expect(other).toMatchObject({ ok: false, refusal: { code: 'same-id-other-content' } })
})

test('a case is visible whole or not at all: a line that says another marking is refused, until the marking is changed', async () => {
  await record.ledger.append([notice('SIM-E', '2021-09-07', { marking: 2 })])
  expect(await record.ledger.append([notice('SIM-E', '2021-09-08', { marking: 0 })])).toMatchObject({
    ok: false,
    refusal: { code: 'other-marking' },
  })
  await record.ledger.append([notice('SIM-E', '2021-09-09', { type: 'MarkingChanged', is: { marking: 'public' }, marking: 2 })])
  const rows = await record.fresh.asOwner<{ marking: number }>(
    `select distinct marking from entry where subject = 'SIM-E' union select marking from obligation where subject = 'SIM-E'`,
  )
  expect(rows).toEqual([{ marking: 0 }])
  await sound()
})

test('a subject is a case, not an archive: the thousand-and-first entry is refused', async () => {
  for (let i = 0; i < 1_000; i += 250) await record.ledger.append(Array.from({ length: 250 }, () => notice('SIM-F', '2021-09-07')))
  expect(await record.ledger.append([notice('SIM-F', '2021-09-07')])).toMatchObject({ ok: false, refusal: { code: 'subject-too-long' } })
})

test('who comes back the moment he was answered is not forgotten', async () => {
  const again = async (i: number): Promise<void> => {
    for (let n = 0; n < 40; n++) expect((await record.ledger.append([notice(`SIM-G-${i}`, '2021-09-07')])).ok).toBe(true)
  }
  await Promise.all(Array.from({ length: 16 }, (_, i) => again(i)))
})
