import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reader } from '../../src/kernel/access/reader.ts'
import { day } from '../../src/kernel/day.ts'
import { board } from '../../src/record/board.ts'
import { caseJson, caseOf } from '../../src/record/case.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { freshRecord } from '../database.ts'
import { draft } from './conduct.ts'

// One confidential case, two States notified. Who is cleared for one of them reads what concerns it, is told that it is a part, and is told nothing false.

let record: Awaited<ReturnType<typeof freshRecord>>
const ON = day('2021-06-01')
const of = (state?: string) => ({ mission: 'SIM-1', category: 'contingent', ...(state ? { state } : {}) })
beforeAll(async () => {
  record = await freshRecord()
  const answer = await record.ledger.append([
    draft('TWO', 'MemberStateNotified', '2021-03-01', { ...of('XAA'), matter: 'sea' }, { marking: 2, door: 'command' }),
    draft('TWO', 'MemberStateNotified', '2021-03-01', { ...of('XAB'), matter: 'sea' }, { door: 'command' }),
    draft('TWO', 'InvestigatorNamed', '2021-03-05', { ...of(), by: 'state' }, { door: 'command' }), // by a note that does not say by which State
    draft('OPEN', 'MemberStateNotified', '2021-03-01', { ...of('XAA'), matter: 'sea' }, { marking: 0, door: 'command' }),
  ])
  expect(answer.ok).toBe(true)
})
afterAll(() => record.close())
const seen = async (reader: Reader, subject = 'TWO') => record.read(reader, db => caseOf(db, subject, ON))

describe('a case of two States', () => {
  const xab: Reader = { tier: 2, missions: [], states: ['XAB'] }
  it('cleared for one, one reads what concerns it, and that it is a part', async () => {
    const found = (await seen(xab))!
    expect(found.entries.map(e => e.face.is['state'])).toEqual(['XAB'])
    expect(caseJson(found, ON)).toMatchObject({ part: true })
  })
  it('an answer that names no State is not read as silence by whoever may not see it', async () => {
    const found = (await seen(xab))!
    const reply = found.owed.find(o => o.span.duty === 'conduct.reply')!
    expect([reply.span.debtor, reply.span.state]).toEqual(['XAB', 'met'])
    const { rows } = await record.read(xab, db => board(db, xab, { on: ON, limit: 50 }))
    expect(found.owed.map(o => [o.span.key, o.span.state]).sort()).toEqual(rows.map(o => [o.span.key, o.span.state]).sort())
    expect(rows.some(o => o.span.debtor === 'XAA')).toBe(false)
  })
  it('whoever reads everything up to a marking, and the public of a public case, read it whole and are told nothing of parts', async () => {
    const whole = (await seen(OPERATOR))!
    expect(whole.entries).toHaveLength(3)
    expect(caseJson(whole, ON)).not.toHaveProperty('part')
    expect(caseJson((await seen(PUBLIC, 'OPEN'))!, ON)).not.toHaveProperty('part')
    expect(await seen(PUBLIC)).toBeUndefined()
  })
})
