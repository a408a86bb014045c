import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadShipped, openRecord } from '../../src/record/record.ts'
import { type Fresh, freshDatabase } from '../database.ts'
import { type Answer, build, inOne, openFolder } from './cli.ts'
import { folder, line, ndjson } from './files.ts'

// From one record into another, from an invention into a trial, and from an office into its own register.

const { dir, remove } = openFolder()
const { file } = folder()
const homes = new Map<string, Fresh>()
/** Calls against a home of that name: an empty database, and a folder for its secrets. */
const at = (name: string, ...calls: readonly (readonly string[])[]): Promise<Answer[]> =>
  inOne(calls, { PEACEOPS_HOME: join(dir, name), DATABASE_URL: homes.get(name)!.url })
beforeAll(async () => {
  build()
  for (const name of ['first', 'second', 'trial', 'office']) homes.set(name, await freshDatabase())
  const first = await openRecord({ home: homes.get('first')!.home, url: homes.get('first')!.url, say: () => undefined })
  await loadShipped(first, () => undefined)
  await first.close()
}, 120_000)
afterAll(async () => {
  for (const fresh of homes.values()) await fresh.drop()
  remove()
})
const BOARD = ['board', '--as-of', '2021-09-15', '--json']
const FINDINGS = ['findings', '--as-of', '2021-09-15', '--json']
const outs = (answers: readonly Answer[]): string[] =>
  answers.map(({ code, out, err }) => {
    expect(code, err).toBe(0)
    return out
  })
/** A line without what a record adds: when it learned of it, and by which door. */
const bare = (ndjsonText: string): unknown[] =>
  ndjsonText
    .trimEnd()
    .split('\n')
    .map(text => {
      const { recordedAt: _, door: __, ...rest } = JSON.parse(text) as { [key: string]: unknown }
      return rest
    })
    .sort((a, b) => String(a['id']).localeCompare(String(b['id'])))

describe('another home', () => {
  it('what leaves one record enters another: the same entries, the same board, the same findings; twice is once', async () => {
    const [exported, board, findings] = outs(await at('first', ['export'], BOARD, FINDINGS)) as [string, string, string]
    const path = file(exported)
    const lines = exported.trimEnd().split('\n').length
    const [none, check, once, twice, again, board2, findings2, rebuilt] = (await at(
      'second',
      BOARD,
      ['import', path, '--check'],
      ['import', path],
      ['import', path],
      ['export'],
      BOARD,
      FINDINGS,
      ['rebuild', '--check'],
    )) as Answer[]
    expect(none).toMatchObject({
      code: 0,
      out: '[]\n',
      err: expect.stringContaining('This record is empty. peaceops start loads the published record'),
    })
    expect(check!.err).toContain(`Only looked, nothing was written: ${lines} new, 0 on the record already.`)
    expect(once).toMatchObject({ code: 0, out: '' })
    expect(once!.err).toContain(`${lines} written, 0 on the record already.`)
    expect(twice!.err).toContain(`0 written, ${lines} on the record already.`)
    expect(bare(again!.out)).toEqual(bare(exported))
    expect(board2!.out).toBe(board)
    expect(findings2!.out).toBe(findings)
    expect(rebuilt!.code).toBe(0)
  })
  it('in which somebody changed what was written: a rebuild names it, and derives nothing from it', async () => {
    const past = (face: string) =>
      homes
        .get('second')!
        .asOwner(`set session_replication_role = replica; update entry set face = ${face} where subject = 'GABON-2021' and nth = 1`)
    await past(`replace(face, 'GAB"', 'FRA"')`)
    const [check, rebuilt, json, board] = (await at(
      'second',
      ['rebuild', '--check'],
      ['rebuild'],
      ['rebuild', '--json'],
      BOARD,
    )) as Answer[]
    for (const answer of [check!, rebuilt!]) {
      expect(answer).toMatchObject({
        code: 1,
        out: expect.stringMatching(/^Entry \d+, of GABON-2021: the face is not what its hash says\.\n$/),
      })
      expect(answer.err).toContain('nothing is derived from it')
    }
    expect(JSON.parse(json!.out)).toMatchObject({ changed: [{ subject: 'GABON-2021' }] })
    expect(board!.out).toContain('"GAB"')
    await past(`replace(face, 'FRA"', 'GAB"')`)
    expect((await at('second', ['rebuild', '--check']))[0]!.code).toBe(0)
  })

  it('the public part alone gives the public board', async () => {
    const [exported, board] = outs(await at('first', ['export', '--public'], [...BOARD, '--public'])) as [string, string]
    expect(exported).not.toMatch(/"marking":"(unclassified|confidential)/)
    const [, , board2] = await at('trial', ['import', file(exported)], ['version'], BOARD)
    expect(board2!.out).toBe(board)
  })
})

describe('an invention', () => {
  it('says SIMULATED in each line, names no real State, and is the same for the same seed', async () => {
    const [ten, same, other, board] = outs(
      await at(
        'trial',
        ['simulate', '--cases', '30'],
        ['simulate', '--cases', '30', '--seed', '1'],
        ['simulate', '--cases', '30', '--seed', '2'],
        BOARD,
      ),
    ) as [string, string, string, string]
    expect(same).toBe(ten)
    expect(other).not.toBe(ten)
    const lines = ten.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(90)
    for (const l of lines) {
      expect(l).toContain('SIMULATED')
      expect((JSON.parse(l) as { data: { state?: string } }).data.state ?? 'XAA').toMatch(/^XA[A-H]$/)
    }
    const [imported, after] = (await at('trial', ['import', file(ten)], ['board', '--json', '--mission', 'SIM-1'])) as [Answer, Answer]
    expect(imported).toMatchObject({ code: 0, err: expect.stringContaining(`${lines.length} written`) })
    expect((JSON.parse(after.out) as object[]).length).toBeGreaterThan(5)
    expect((JSON.parse(board) as { subject: string }[]).some(r => r.subject.startsWith('SIM-'))).toBe(false)
  })
})

describe('an office’s own register', () => {
  const today = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  const act = (id: string, type: string, more: Readonly<Record<string, unknown>> = {}) =>
    line({
      id,
      type,
      subject: 'SIM-REG',
      occurredOn: '2024-03-04',
      marking: 'confidential',
      ...more,
      data: { matter: undefined, ...(more['data'] as object) },
    })
  const notice = act('r-1', 'MemberStateNotified', { data: { matter: 'sea' } })
  const record = (...lines: readonly object[]) => ['record', file(ndjson(...lines)), '--office', 'un.cdt']

  it('is strict: what cannot follow is refused, with what to do first; testimony would let it in', async () => {
    const early = act('r-2', 'NoResponseReported', { occurredOn: '2024-03-06', data: { statedBy: 'un' } })
    const [answer, vague, concluded, press, soon, other, testimony] = (await at(
      'office',
      record(act('r-x', 'MemberStateResponded', { data: { answer: 'investigates' } })),
      record(act('r-x', 'MemberStateNotified', { occurredOn: '2024-03', data: { matter: 'sea' } })),
      record(act('r-x', 'InvestigationConcluded', { data: { by: 'un' } })),
      record(notice, act('r-x', 'NoResponseReported', { occurredOn: today, data: { statedBy: 'press' } })),
      record(notice, early),
      record({ ...notice, office: 'un.oios' }),
      ['import', file(ndjson(act('r-x', 'InvestigationConcluded', { subject: 'SIM-TOLD', data: { by: 'un' } })))],
    )) as Answer[]
    const refused = [answer, vague, concluded, press, soon, other].map(a => `${a!.out.trimEnd()} (${a!.code})`)
    expect(refused).toEqual([
      expect.stringMatching(
        /^line 1, column \d+, type: MemberStateResponded by XAA: this register holds no notice to XAA in this case\. Record MemberStateNotified first\. \(1\)$/,
      ),
      expect.stringMatching(/^line 1, column \d+, occurredOn: MemberStateNotified: an office that acts knows the day\. Give one day/),
      expect.stringMatching(/^line 1, column \d+, type: An inquiry concluded: this register holds none that was opened/),
      expect.stringMatching(/^line 2, column \d+, data\.statedBy: In a register of the UN, a silence is stated by the UN/),
      expect.stringMatching(/^line 2, column \d+, occurredOn: Nobody can say on a day before 2024-03-18 that XAA did not answer in time/),
      expect.stringMatching(/^line 1, column \d+, office: this is the register of un\.cdt, and the line says "un\.oios"/),
    ])
    expect(testimony).toMatchObject({ code: 0 })
  })

  it('a silence in it is overdue, not merely unknown; read again, nothing doubles, and a closed case stays closed', async () => {
    const closed = act('r-9', 'CaseClosed', {
      occurredOn: '2024-05-01',
      data: { mission: undefined, state: undefined, category: undefined, end: 'no answer' },
    })
    const [first, board, close, again, late, corrected, reopened] = (await at(
      'office',
      record(notice),
      ['board', '--json', '--duty', 'conduct.reply', '--as-of', '2024-03-19'],
      record(notice, closed),
      record(notice, closed),
      record(act('r-10', 'MemberStateResponded', { occurredOn: '2024-05-02', data: { answer: 'investigates' } })),
      record(
        act('r-11', 'EntrySuperseded', {
          occurredOn: '2024-05-03',
          data: { mission: undefined, state: undefined, category: undefined, entry: 'r-9' },
        }),
      ),
      record(act('r-12', 'MemberStateResponded', { occurredOn: '2024-05-03', data: { answer: 'investigates' } })),
    )) as Answer[]
    expect(first!.err).toContain('1 written')
    expect(JSON.parse(board!.out)).toMatchObject([{ state: 'overdue', due: '2024-03-18', debtor: 'XAA', holder: 'un.cdt' }])
    expect(close!.err).toContain('1 written, 1 on the record already.')
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('0 written, 2 on the record already.') })
    expect(late).toMatchObject({ code: 1, out: expect.stringContaining('SIM-REG is closed. Supersede its CaseClosed first') })
    expect([corrected!.code, reopened!.code, reopened!.out]).toEqual([0, 0, ''])
  })

  it('with --keep-good, what is refused is not written', async () => {
    const [answer, exported] = (await at(
      'office',
      [
        ...record(
          act('k-1', 'MemberStateNotified', { subject: 'SIM-KEEP', data: { matter: 'sea' } }),
          act('k-2', 'ProceedingsConcluded', { subject: 'SIM-KEEP', data: { forum: 'court-martial' } }),
        ),
        '--keep-good',
      ],
      ['export'],
    )) as [Answer, Answer]
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining('2 lines read, 1 bad. 1 written') })
    expect(exported.out).toContain('"k-1"')
    expect(exported.out).not.toContain('"k-2"')
  })
})
