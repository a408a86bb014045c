import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { titleOf } from '../../src/record/pages/chapters.ts'
import { line } from '../doors/files.ts'
import { h1Of, mainOf, type Reading, reading, words } from './reading.ts'

// A case is a case whatever chapter it belongs to: it is called as its chapter says, and whoever owes is asked for an account.

let r: Reading
const bare = { state: undefined, category: undefined, matter: undefined, mission: undefined }
beforeAll(async () => {
  r = await reading()
  await r.tell([
    line({
      id: 'p-1',
      chapter: 'forces',
      type: 'PledgeMade',
      subject: 'SIM-PLEDGE',
      data: { ...bare, state: 'XAA', capability: 'hospital' },
    }),
    line({
      id: 'q-1',
      chapter: 'forces',
      type: 'RequirementIssued',
      subject: 'SIM-NEED',
      data: { ...bare, mission: 'SIM-M', capability: 'hospital' },
    }),
    line({
      id: 'c-1',
      type: 'ReportReceived',
      subject: 'SIM-POLICE',
      occurredOn: '2021-09',
      data: { state: undefined, category: 'civilian' },
    }),
    line({ id: 'c-2', subject: 'SIM-STATE' }),
    line({ id: 'c-3', type: 'ReportReceived', subject: 'SIM-UNNAMED', occurredOn: '2021-09', data: { state: undefined } }),
  ])
})
afterAll(() => r.close())

describe('the right of reply', () => {
  it.each(['SIM-PLEDGE', 'SIM-STATE', 'SIM-UNNAMED', 'SIM-NEED', 'SIM-POLICE'])('stands beside %s', async subject => {
    expect(await r.page(`/cases/${subject}`)).toContain('id="reply"')
  })
  it.each(['SIM-NEED', 'SIM-POLICE'])('of %s, which concerns no State, is no State’s', async subject => {
    const page = await r.page(`/cases/${subject}`)
    expect(words(mainOf(page)).length).toBeGreaterThan(100)
    expect(page).not.toContain('StateAccount')
  })
})
describe('the title of a case', () => {
  const told = { lang: 'en', entries: [], open: [], nameOf: (c: string) => c, heading: (t: string) => t }
  const typeWords = () => undefined
  it('is what its chapter says, else the general one', async () => {
    const saying = {
      forces: { typeWords, titleOf: () => 'A hospital, promised' },
      reform: { typeWords, titleOf: () => undefined },
      politics: { typeWords },
    }
    expect(titleOf(told, 'forces', saying)).toBe('A hospital, promised')
    const general = titleOf(told, undefined, saying)
    for (const chapter of ['reform', 'politics', 'constructor']) expect(titleOf(told, chapter, saying)).toBe(general)
    expect(h1Of(await r.page('/cases/SIM-PLEDGE')).length).toBeGreaterThan(10)
  })
})
it('a page of a question calls a State as its reader does', async () => {
  await r.tell([
    line({
      id: 'p-2',
      chapter: 'forces',
      type: 'PledgeMade',
      subject: 'PLEDGE-DEU',
      data: { ...bare, state: 'DEU', capability: 'hospital' },
    }),
  ])
  expect(words(await r.page('/forces/pledges'))).toContain('Germany')
  expect(words(await r.page('/forces/pledges?lang=fr'))).toContain('Allemagne')
})
