import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { line } from '../doors/files.ts'
import { h1Of, type Reading, reading, words } from './reading.ts'

// Whoever writes an account writes beside the record: no State, mission or category that it names becomes one of the case.

let r: Reading
const account = (id: string, subject: string, occurredOn: string, state: string) =>
  line({
    id,
    type: 'StateAccount',
    subject,
    occurredOn,
    data: { state, mission: 'UNDOF', category: 'police', matter: undefined, says: 'We see it otherwise.' },
  })
const passed = (id: string, subject: string) =>
  line({
    id,
    type: 'BatonPassed',
    subject,
    occurredOn: '2021-09-10',
    data: { state: undefined, mission: undefined, category: undefined, matter: undefined, office: 'un.oios' },
  })
beforeAll(async () => {
  r = await reading()
  const bare = { state: undefined, mission: undefined, category: undefined, matter: undefined }
  await r.tell([
    line({ id: 'a-1', subject: 'SIM-ALONE' }),
    passed('a-2', 'SIM-ALONE'),
    account('b-0', 'SIM-SPOKEN', '2021-01-01', 'XAB'),
    line({ id: 'b-1', subject: 'SIM-SPOKEN' }),
    passed('b-2', 'SIM-SPOKEN'),
    account('b-3', 'SIM-SPOKEN', '2021-12-01', 'XAC'),
    line({
      id: 'c-1',
      type: 'ActionPromised',
      chapter: 'reform',
      subject: 'SIM-PROMISE',
      data: { ...bare, owner: 'un.sg', theme: 'x', text: 'x', known: 'seen' },
    }),
    account('c-2', 'SIM-PROMISE', '2021-12-01', 'XAC'),
    line({
      id: 'e-1',
      type: 'FigureReported',
      subject: 'SIM-FIGURES',
      data: { ...bare, period: '2020', scope: 'x', dimension: 'x', label: 'x', count: 3 },
    }),
    account('e-2', 'SIM-FIGURES', '2021-12-01', 'XAC'),
    account('d-1', 'SIM-ACCOUNTS', '2021-12-01', 'XAC'),
  ])
})
afterAll(() => r.close())

describe('an account', () => {
  it('changes neither the title of a case, nor its mission, nor who it is about', async () => {
    const [alone, spoken] = [await r.page('/cases/SIM-ALONE'), await r.page('/cases/SIM-SPOKEN')]
    expect(h1Of(spoken)).toBe(h1Of(alone))
    for (const its of ['UNDOF', 'police']) expect(words(/<dl class="distr">[\s\S]*?<\/dl>/.exec(spoken)![0])).not.toContain(its)
    expect(spoken).toContain('We see it otherwise.')
  })
  it('of published figures is no figure, and of nothing else is called what it is', async () => {
    expect(h1Of(await r.page('/cases/SIM-FIGURES'))).toBe('Figures published about 2020 SIMULATED')
    expect(h1Of(await r.page('/cases/SIM-ACCOUNTS'))).toMatch(/^Account of the State on 1 December 2021/)
  })
  it('brings no case before the readers of its State or its mission, and nothing onto their board', async () => {
    const { rows } = await r.record.pools.keeper.query(
      `select distinct subject, mission, state from holder where subject in ('SIM-ALONE', 'SIM-SPOKEN') union select subject, mission, state from entry where type = 'BatonPassed' order by 1`,
    )
    expect(rows).toEqual(['SIM-ALONE', 'SIM-SPOKEN'].map(subject => ({ subject, mission: 'SIM-M', state: 'XAA' })))
    for (const asked of ['mission=UNDOF', 'state=XAC'])
      expect(await (await r.ask(`/api/v1/board?${asked}`)).json()).toMatchObject({ items: [] })
    expect((await (await r.ask('/api/v1/cases/SIM-PROMISE')).json()) as object).toMatchObject({ obligations: [{ mission: null }] })
    // its own State still reads it
    const own = await r.record.pools.keeper.query(`select distinct state from entry where type = 'StateAccount' order by 1`)
    expect(own.rows.map(o => o.state)).toEqual(['XAB', 'XAC'])
  })
})
