import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import { day } from '../../src/kernel/day.ts'
import type { Limit } from '../../src/kernel/rules/rulebook.ts'
import { board } from '../../src/record/board.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { type Reached, type WhatIf, whatIf, wholeWhatIf } from '../../src/record/whatif.ts'
import { freshRecord } from '../database.ts'
import { draft } from './conduct.ts'

// Under another limit some obligations stand otherwise, some would arise, and some would not: a lapse that never was asks nothing of the UN.

let record: Awaited<ReturnType<typeof freshRecord>>
const ON = day('2024-06-03')
const reply = (n: number, unit: Limit['unit']) => [{ duty: 'conduct.reply', within: { n, unit, standing: 'ours' as const } }]
beforeAll(async () => {
  record = await freshRecord()
  for (const [i, subject] of ['SIM-A', 'SIM-A1', 'SIM-A.2', 'SIM-B', 'SIM-C'].entries()) {
    const is = { mission: 'SIM-1', state: i % 2 ? 'XAB' : 'XAA', category: 'contingent' }
    const answer = await record.ledger.append([
      draft(subject, 'MemberStateNotified', '2024-03-04', { ...is, matter: 'sea' }, { marking: 0, door: 'command' }),
      draft(subject, 'MemberStateResponded', '2024-04-24', { ...is, answer: 'investigates' }, { door: 'command' }),
    ])
    expect(answer.ok).toBe(true)
  }
})
afterAll(() => record.close())
const all = (changes: ReturnType<typeof reply>, q: { state?: string } = {}) =>
  record.read(PUBLIC, db => Array.fromAsync(wholeWhatIf(db, changes, { on: ON, ...q })))
const said = (rows: readonly WhatIf[]) => rows.map(r => `${r.subject} ${r.debtor} ${r.duty}: ${r.was.state} > ${r.state}`)

describe('what if', () => {
  it('the State had had three months: its answer is in time, and what its lapse asked of the United Nations is not owed', async () => {
    const { rows: before } = await record.read(OPERATOR, db => board(db, OPERATOR, { on: ON, subject: 'SIM-A', limit: 50 }))
    const raised = before.filter(o => o.span.debtor.startsWith('un.') && o.rule && 'whenOverdue' in o.rule.arises)
    expect(raised.length).toBeGreaterThan(0)
    const rows = (await all(reply(3, 'months'))).filter(r => r.subject === 'SIM-A')
    expect(rows.find(r => r.duty === 'conduct.reply')).toMatchObject({ state: 'met', was: { state: 'met late', due: '2024-03-18' } })
    for (const o of raised)
      expect(rows.find(r => r.duty === o.span.duty)).toMatchObject({
        state: null,
        due: null,
        was: { state: o.span.state },
        why: [expect.stringContaining('does not arise')],
      })
  })
  it('page by page it is told once, whatever the size of a page, also where one name begins like another', async () => {
    const whole = await all(reply(3, 'months'))
    expect(new Set(said(whole)).size).toBe(whole.length)
    expect([...new Set(whole.map(r => r.subject))]).toEqual(['SIM-A.2', 'SIM-A1', 'SIM-A', 'SIM-B', 'SIM-C'])
    for (const limit of [1, 2, 3]) {
      const rows: WhatIf[] = []
      for (let after: Reached | undefined, n = 0; n < 100; n++) {
        const page = await record.read(PUBLIC, db => whatIf(db, reply(3, 'months'), { on: ON, limit, ...(after ? { after } : {}) }))
        if (typeof page === 'string') throw new Error(page)
        rows.push(...page.rows)
        expect(page.rows.length).toBeLessThanOrEqual(limit)
        after = page.next
        if (!after) break
      }
      expect(said(rows)).toEqual(said(whole))
    }
    expect(said(await all(reply(3, 'months'), { state: 'XAB' }))).toEqual(
      said(whole.filter(r => ['SIM-A1', 'SIM-B'].includes(r.subject) && r.state !== undefined)),
    )
  })
  it('over HTTP, by a cursor that also stands in a Link', async () => {
    const web = app(record)
    const rows: WhatIf[] = []
    let path: string | undefined = '/api/v1/whatif?set=conduct.reply%3D3+months&as-of=2024-06-03&limit=2'
    while (path) {
      const answer: Response = await web.request(path)
      expect(answer.status).toBe(200)
      rows.push(...((await answer.json()) as { items: WhatIf[] }).items)
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
    }
    expect(said(rows)).toEqual(said(await all(reply(3, 'months'))))
    expect((await web.request('/api/v1/whatif?set=conduct.reply%3D3+months&after=x')).status).toBe(400)
  })
})
