import { describe, expect, it } from 'vitest'
import { line, ndjson } from './files.ts'
import { importing } from './importing.ts'

// An office corrects its own register and goes on, in one file.

const { file, record } = importing()
const act = (id: string, type: string, on: string, data: object = {}) =>
  line({ id, type, subject: 'SIM-REG', occurredOn: on, source: undefined, data: { matter: undefined, ...data } })
const kernel = (id: string, type: string, on: string, data: object) =>
  act(id, type, on, { mission: undefined, state: undefined, category: undefined, ...data })
const enter = (...lines: readonly object[]) => record().import(file(ndjson(...lines)), { office: 'un.cdt' })

describe('an office’s register', () => {
  it('takes back a closing by the name under which it was entered, and goes on in the same file', async () => {
    const first = await enter(
      act('n-1', 'MemberStateNotified', '2024-03-04', { matter: 'sea' }),
      kernel('n-2', 'CaseClosed', '2024-05-01', { end: 'no answer' }),
    )
    expect(first).toMatchObject({ written: 2, problems: [] })
    const answer = act('n-4', 'MemberStateResponded', '2024-05-03', { answer: 'investigates' })
    expect((await enter(answer)).problems[0]?.says).toContain('is closed')
    const on = await enter(kernel('n-3', 'EntrySuperseded', '2024-05-02', { entry: 'n-2' }), answer)
    expect(on.problems).toEqual([])
    expect(on).toMatchObject({ written: 2, kept: true })
  })
  it('takes back what stands in the same file, and what has no name by the one that peaceops gave it', async () => {
    const nameless = kernel('', 'CaseClosed', '2024-05-04', { end: 'told' }) as { [key: string]: unknown }
    delete nameless['id']
    expect(await enter(nameless)).toMatchObject({ written: 1 })
    const [{ id }] = (await record().fresh.asOwner<{ id: string }>(
      `select id from entry where type = 'CaseClosed' order by seq desc limit 1`,
    )) as [{ id: string }]
    const on = await enter(
      kernel('n-5', 'EntrySuperseded', '2024-05-05', { entry: id }),
      kernel('n-6', 'CaseClosed', '2024-05-06', { end: 'told' }),
      kernel('n-7', 'EntrySuperseded', '2024-05-07', { entry: 'n-6' }),
      act('n-8', 'InvestigatorNamed', '2024-05-08', { by: 'state' }),
    )
    expect(on.problems).toEqual([])
    expect(on).toMatchObject({ written: 4 })
  })
})
