import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, build, inOne, NO_TRACE, openFolder, peaceops, type Running, running } from './cli.ts'
import { line, ndjson } from './files.ts'

// The published record, asked from the command line beside a running server: each call is a process of its own that joins it.

const { dir, remove } = openFolder()
const env = { PEACEOPS_HOME: join(dir, 'home'), PORT: '0' }
let server: Running
beforeAll(async () => {
  build()
  server = running(['start'], env)
  await server.says(/peaceops is at/)
}, 120_000)
afterAll(async () => {
  server.kill('SIGINT')
  await server.done
  remove()
})
/** In one process for all of them: a process takes half a second to start. */
const calls = (...all: readonly (readonly string[])[]): Promise<Answer[]> => inOne(all, env)
const jsons = async (...all: readonly (readonly string[])[]): Promise<Row[][]> =>
  (await calls(...all.map(args => [...args, '--json']))).map(({ code, out, err }) => {
    expect(code, err).toBe(0)
    return JSON.parse(out) as Row[]
  })
const call = (...args: string[]): Promise<Answer> => peaceops(args, env)
const json = async <T = Row[]>(...args: string[]): Promise<T> => {
  const { code, out, err } = await call(...args, '--json')
  expect(code, err).toBe(0)
  return JSON.parse(out) as T
}
interface Row {
  readonly [key: string]: unknown
}
const stands = (rows: readonly Row[], subject: string, duty: string): unknown =>
  rows.find(r => r['subject'] === subject && r['duty'] === duty)?.['state']
const file = (name: string, content: string): string => {
  mkdirSync(join(dir, 'files'), { recursive: true })
  writeFileSync(join(dir, 'files', name), content)
  return join(dir, 'files', name)
}

describe('names', () => {
  it('of States, missions and cases are understood, and what was understood is said', async () => {
    const [code, name, mission, cased, wrong, none, strength] = await calls(
      ['board', '--state', 'GAB', '--as-of', '2021-09-15'],
      ['board', '--state', 'gabon', '--as-of', '2021-09-15'],
      ['board', '--mission', 'Minusca', '--as-of', '2021-09-15'],
      ['case', 'gabon-2021', '--as-of', '2021-09-15'],
      ['case', 'GABON-2012'],
      ['board', '--mission', 'minuscaa'],
      ['forces', 'strength', '--mission', 'minuscaa'],
    )
    expect(name!.out).toBe(code!.out)
    expect(name!.err).toContain('--state gabon: Gabon (GAB).')
    expect(mission!.out).toContain('GABON-2021')
    expect(mission!.err).toContain(
      '--mission Minusca: United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic (MINUSCA).',
    )
    expect(cased!.out).toContain('GABON-2021, as it stood on 2021-09-15')
    expect([wrong!.code, wrong!.err]).toEqual([1, expect.stringContaining('did you mean GABON-2021?')])
    for (const refused of [none!, strength!])
      expect([refused.code, refused.out, refused.err]).toEqual([
        2,
        '',
        expect.stringContaining('--mission minuscaa: no mission is known by this name (did you mean MINUSCA?)'),
      ])
  })
})

describe('a question', () => {
  it('as a table: headings, HXL tags, and a line for each row', async () => {
    const [csv, both, help] = await calls(
      ['forces', 'pledges', '--state', 'UK', '--csv'],
      ['forces', 'pledges', '--csv', '--json'],
      ['forces', '--help'],
    )
    const [heads, tags, first] = csv!.out.split('\r\n')
    expect([heads!.split(',').slice(0, 3), tags!.split(',').slice(0, 3)]).toEqual([
      ['pledge', 'state', 'mission'],
      ['#meta+id', '#country+code', '#org+mission'],
    ])
    expect(first).toMatch(/^PLEDGE-GBR-[A-Z-]+,GBR,/)
    expect([both!.code, both!.err]).toEqual([2, expect.stringContaining('--csv and --json are two forms: give one of them.')])
    expect(help!.out).toContain('--csv')
  })
})

describe('board', () => {
  it('of a day that has not come says so, as the page does', async () => {
    const [board, question] = await calls(['board', '--state', 'GAB', '--as-of', '2099-01-01'], ['forces', 'pledges', '--on', '2099-01-01'])
    for (const { code, err } of [board!, question!])
      expect([code, err]).toEqual([0, expect.stringContaining('This day has not come: what the record holds today, carried forward.')])
  })
  it('GABON-2021: five working days asked for, past on the 15th and not overdue, answered late on the 19th; the treaty’s reply is met', async () => {
    const [d14, d15, d18, d19, d21] = await jsons(
      ...['14', '15', '18', '19', '21'].map(d => ['board', '--state', 'GAB', '--as-of', `2021-09-${d}`]),
    )
    const both = (rows: readonly Row[]) => [
      stands(rows, 'GABON-2021', 'conduct.name-investigator'),
      stands(rows, 'GABON-2021', 'conduct.reply'),
    ]
    expect([d14, d15, d18, d19, d21].map(d => both(d!))).toEqual([
      ['open', 'open'],
      ['silent', 'met'],
      ['silent', 'met'],
      ['met late', 'met'],
      ['met late', 'met'],
    ])
    expect(d15!.some(r => r['state'] === 'overdue')).toBe(false)
    const named = d15!.find(r => r['duty'] === 'conduct.name-investigator')!
    expect(Object.keys(named)).toEqual([
      'duty',
      'binding',
      'standing',
      'limit',
      'debtor',
      'holder',
      'subject',
      'mission',
      'opened',
      'due',
      'state',
      'on',
      'disputed',
      'grounds',
      'why',
    ])
    expect(named).toMatchObject({
      binding: 'request',
      standing: 'seen',
      debtor: 'GAB',
      mission: 'MINUSCA',
      opened: '2021-09-07',
      due: '2021-09-14',
      on: '2021-09-15',
      disputed: false,
    })
    expect(named['why']).toContain('The day of the start does not count.')
    expect(d15!.find(r => r['duty'] === 'conduct.reply')).toMatchObject({ binding: 'treaty', due: '2021-09-21' })
    expect(await json('findings', '--state', 'GAB', '--as-of', '2021-09-21')).toEqual([])
  })

  it('MINUSCA-2016: no answer on this record from June 2017 on; what the press told in 2019 stands beside and meets nothing', async () => {
    const [before, after, now] = await jsons(
      ...['2017-06-06', '2017-06-07', '2020-01-01'].map(on => ['board', '--duty', 'conduct.keep-stated-limit', '--as-of', on]),
    )
    for (const s of ['MINUSCA-2016-GAB', 'MINUSCA-2016-BDI'])
      expect([before, after, now].map(rows => stands(rows!, s, 'conduct.keep-stated-limit'))).toEqual(['open', 'silent', 'silent'])
    const { out } = await call('case', 'MINUSCA-2016-BDI', '--as-of', '2020-01-01')
    expect(out).toMatch(/2019-11-17 +Status, as reported, Burundi/)
  })

  it('on a terminal: a line each, in the words of the field', async () => {
    const { code, out, err } = await call('board', '--state', 'GAB', '--as-of', '2021-09-19')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^Gabon GAB +answered after the date asked +2021-09-14 +Name a national investigator: GABON-2021 \(request; conduct\.name-investigator\); holder: Conduct and Discipline Team$/m,
    )
    expect(out.split('\n')[0]).toMatch(/^United Nations /) // the United Nations first
    expect(err).toContain('As it stood on 2021-09-19 (New York).')
    expect(err).toContain('"No answer on this record" does not mean that no answer was given.')
  })

  it('filters narrow it, and what matches nothing is an empty list', async () => {
    const on = ['board', '--as-of', '2021-09-15']
    const [all, treaty, un, gab, silent, few, none] = (await jsons(
      on,
      [...on, '--binding', 'treaty'],
      [...on, '--debtor', 'un'],
      [...on, '--debtor', 'GAB'],
      [...on, '--in', 'silent', '--mission', 'MINUSCA'],
      [...on, '--limit', '3'],
      ['board', '--mission', 'MINURCA'],
    )) as [Row[], Row[], Row[], Row[], Row[], Row[], Row[]]
    expect(treaty).toEqual(all.filter(r => r['binding'] === 'treaty'))
    expect(treaty.length).toBeGreaterThan(0)
    expect(un.every(r => String(r['debtor']).startsWith('un.')) && un.length > 0).toBe(true)
    expect(gab.every(r => r['debtor'] === 'GAB') && gab.length > 0).toBe(true)
    expect(silent.every(r => r['state'] === 'silent' && r['mission'] === 'MINUSCA') && silent.length > 0).toBe(true)
    expect(few).toEqual(all.slice(0, 3))
    expect(none).toEqual([])
    expect(await call('board', '--duty', 'conduct.repyl')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--duty conduct.repyl: no rulebook has this duty (did you mean conduct.reply?)'),
    })
  })

  it('is as it was known: at a position, and at a time', async () => {
    const on = ['board', '--as-of', '2021-09-15']
    const [nothing, early, now, whole, late, old] = (await jsons(
      [...on, '--known-at', '2'],
      [...on, '--known-at', '40'],
      on,
      [...on, '--known-at', '999999'],
      [...on, '--known-at', new Date().toISOString()],
      [...on, '--known-at', '2020-01-01'],
    )) as [Row[], Row[], Row[], Row[], Row[], Row[]]
    expect([nothing, old]).toEqual([[], []]) // in 2020 this record knew nothing
    expect(early.length).toBeGreaterThan(0)
    expect(early.length).toBeLessThan(now.length)
    expect(whole).toEqual(now)
    expect(late).toEqual(now)
    for (const wrong of await calls(...['2021-02-30', 'noon', '=-1', '2026-01-01T00:00'].map(at => ['board', '--known-at', at])))
      expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^--known-at: .* is not a position/) })
  })

  it('a reader who closes the pipe is no error', async () => {
    const { execFile } = await import('node:child_process')
    const piped = await new Promise<Answer>(done =>
      execFile(
        'bash',
        ['-c', `set -o pipefail; "${process.execPath}" dist/doors/cli/main.js board | head -1`],
        { env: { ...process.env, ...env } },
        (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      ),
    )
    expect(piped.code).toBe(0)
    expect(piped.out.trim().split('\n')).toHaveLength(1)
    expect(piped.err).not.toMatch(/EPIPE|Error/)
  })
})

describe('findings, what if, reconcile', () => {
  it('MINUSCA-JAN2016: the default for COD and NER as the UN is reported to have said; no non-response, for the resolution is younger', async () => {
    const at = (on: string, ...more: string[]) => ['findings', '--as-of', on, ...more]
    const [found, dayBefore, unknown, ...never] = (await jsons(
      at('2016-01-29'),
      at('2016-01-28'),
      at('2016-01-29', '--known-at', '1'), // when nothing but the law was on the ledger
      ...['BGD', 'MAR', 'SEN'].map(s => at('2016-06-01', '--state', s)),
    )) as [Row[], Row[], Row[], ...Row[][]]
    expect(unknown).toEqual([])
    expect(found.map(f => [f['finding'], f['debtor'], f['mission'], f['since']])).toEqual([
      ['conduct.default', 'COD', 'MINUSCA', '2016-01-29'],
      ['conduct.default', 'NER', 'MINUSCA', '2016-01-29'],
    ])
    expect(Object.keys(found[0]!)).toEqual(['finding', 'debtor', 'mission', 'since', 'grounds', 'digest', 'notes'])
    expect(dayBefore).toEqual([])
    expect(never).toEqual([[], [], []])
    expect((await call('findings', '--as-of', '2016-01-29')).out).toMatch(
      /^conduct\.default: Democratic Republic of the Congo in MINUSCA, since 2016-01-29$/m,
    )
    const fair = (await call('findings', '--as-of', '2016-01-29')).out
    for (const part of ['is not a wrong', 'second-hand', 'no account of Niger is on this record', 'The sentence as quoted names no State'])
      expect(fair).toContain(part)
  })

  it('names debtors and holders as the pages do, in a sentence what an agreement sets, and of whom no account is here', async () => {
    const [parties, promised, january, kept] = await calls(
      ['board', '--debtor', 'party.all'],
      ['board', '--debtor', 'un'],
      ['case', 'MINUSCA-JAN2016'],
      ['case', 'GABON-2021'],
    )
    expect(parties!.out).toMatch(/^The parties to the agreement .*, “Elections are held\.”: AGREEMENT-SSD-2018\.ELECTIONS/m)
    expect(parties!.out).not.toContain('party.all')
    expect(promised!.out).toMatch(/^United Nations SG .*Carry out what was promised, “Deploy light teams of experts\.”/m)
    expect(january!.out).toContain('No account of Niger is on this record.')
    expect(january!.out).toContain('Said that no answer came, Niger')
    expect(january!.out).not.toContain('NoResponseReported')
    expect(kept!.out).not.toContain('No account of Gabon')
  })
  it('what if the treaty said five working days: met late', async () => {
    const rows = await json('whatif', '--set', 'conduct.reply=5 working days', '--state', 'GAB', '--as-of', '2021-09-15')
    expect(rows.find(r => r['subject'] === 'GABON-2021')).toMatchObject({
      duty: 'conduct.reply',
      due: '2021-09-14',
      state: 'met late',
      was: { state: 'met', due: '2021-09-21' },
    })
    const said = await call('whatif', '--set', 'conduct.reply=5 working days', '--state', 'GAB', '--as-of', '2021-09-15')
    expect(said.err).toContain('Same acts, other limit; whoever owed might have acted otherwise.')
    expect(await call('whatif', '--set', 'conduct.none=5 days')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no duty conduct.none in the rulebook'),
    })
  })

  it('what if it had been concluded on the first of December: met; asked by halves, it says what is wanted', async () => {
    const [met, half, other, json] = await calls(
      ['whatif', '--case', 'gabon-2021', '--act', 'conduct.conclude-grave', '--on', '2021-12-01', '--as-of', '2021-12-31'],
      ['whatif', '--case', 'GABON-2021', '--act', 'conduct.reply'],
      ['whatif', '--case', 'GABON-2021', '--act', 'forces.withdraw', '--on', '2021-12-01'],
      ['whatif', '--case', 'GABON-2021', '--act', 'conduct.conclude-grave', '--on', '2021-12-01', '--json'],
    )
    expect(met!.out).toContain(
      'GAB GABON-2021: no answer on this record (due 2021-12-06) would read met (due 2021-12-06) (conduct.conclude-grave)',
    )
    expect([half!.code, half!.err]).toEqual([2, expect.stringContaining('--case goes with --act DUTY and --on DAY')])
    expect(other!.err).toContain('nothing is owed under forces.withdraw')
    expect((JSON.parse(json!.out) as Row[]).map(r => r['state'])).toEqual(['met'])
  })
  it('the reconciler finds on its own that 21 States sum to 46 against 54', async () => {
    const rows = await json('reconcile')
    for (const r of rows) expect(Object.keys(r)).toEqual(['rule', 'period', 'parts', 'total', 'difference', 'sources'])
    expect(rows.some(r => r['parts'] === 46 && r['total'] === 54 && Math.abs(Number(r['difference'])) === 8)).toBe(true)
    expect((await call('reconcile')).err).toMatch(/\d+ that do not add up\. Both figures stay\./)
  })
})

describe('one case', () => {
  it('tells on a past day nothing of what came after, and says that there is more', async () => {
    const { out } = await call('case', 'GABON-2021', '--as-of', '2021-09-15')
    expect(out).not.toMatch(/2021-09-19|2021-10|Account of the State/)
    expect(out).toMatch(/\d+ of the days since are not shown: leave out --as-of to read all\./)
    expect((await call('case', 'GABON-2021')).out).not.toContain('not shown')
  })
  it('whole, with its arithmetic, its sources and both accounts', async () => {
    const { out } = await call('case', 'GABON-2021', '--as-of', '2021-12-01')
    for (const part of [
      '5 working days after Tue 7 Sep 2021: Tue 14 Sep 2021.',
      'has no holiday list for 2021 on this record: weekends only.',
      'Ground stated, Gabon',
      'Account of the State, Gabon',
    ])
      expect(out).toContain(part)
    const whole = await json<{ obligations: Row[]; history: Row[]; entries: Row[]; holders: Row[] }>(
      'case',
      'GABON-2021',
      '--as-of',
      '2021-12-01',
    )
    expect(whole).toMatchObject({ subject: 'GABON-2021', marking: 'public', on: '2021-12-01', holders: [{ office: 'un.cdt' }] })
    expect(whole.obligations.length).toBe(whole.history.length)
    expect(whole.entries.length).toBeGreaterThan(5)
    expect(await call('case', 'NOWHERE')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('NOWHERE is not on this record, or not for this reader.'),
    })
  })
  it('confidential: for whoever owns the machine, and for nobody else', async () => {
    const path = file(
      'closed.ndjson',
      ndjson(line({ id: 'closed-1', subject: 'SIM-CLOSED', marking: 'confidential', data: { says: 'A closed matter.' } })),
    )
    expect(await call('import', path)).toMatchObject({
      code: 0,
      err: expect.stringContaining('1 line read. 1 written, 0 on the record already.'),
    })
    expect((await call('case', 'SIM-CLOSED')).out).toContain('A closed matter.')
    const [asPublic, exported, all] = (await calls(['case', 'SIM-CLOSED', '--public'], ['export', '--public'], ['export'])) as [
      Answer,
      Answer,
      Answer,
    ]
    expect(asPublic).toMatchObject({ code: 1, out: '' })
    expect(exported.out).not.toContain('SIM-CLOSED')
    expect(all.out).toContain('SIM-CLOSED')
  })
})

describe('what is asked of a thing that is not there', () => {
  it('ends with 1, and names the one that is most like it', async () => {
    const told = await calls(
      ['politics', 'agreement', 'NOPE'],
      ['politics', 'agreement', 'AGREEMENT-SSD-2081'],
      ['politics', 'extend', 'AGREEMENT-SSD-2081', '--json'],
      ['politics', 'extend', 'AGREEMENT-SSD-2018'],
      ['politics', 'text', 'S/RES/9999'],
      ['case', 'PLEDGE-GBR-SOMLIA'],
      ['case', 'pledge-gbr'],
    )
    expect(told.map(t => t.code)).toEqual([1, 1, 1, 0, 1, 1, 1])
    for (const t of told.filter(t => t.code)) expect(t.out).toBe('')
    expect(told.map(t => t.err.split('\n')[0])).toEqual([
      'NOPE is not on this record, or not for this reader.',
      'AGREEMENT-SSD-2081 is not on this record, or not for this reader. Did you mean AGREEMENT-SSD-2018?',
      'AGREEMENT-SSD-2081 is not on this record, or not for this reader. Did you mean AGREEMENT-SSD-2018?',
      expect.not.stringContaining('not on this record'),
      'The text of S/RES/9999 is not on this record. peaceops archive add unsc-texts FOLDER puts texts there.',
      'PLEDGE-GBR-SOMLIA is not on this record, or not for this reader (did you mean PLEDGE-GBR-SOMALIA?).',
      'pledge-gbr is not on this record, or not for this reader (did you mean PLEDGE-GBR-SOMALIA?).',
    ])
  })
  it('a question that a chapter does not answer is a wrong call, with the one that is most like it', async () => {
    const [slip, none] = await calls(['politics', 'calender'], ['forces'])
    expect(slip).toMatchObject({
      code: 2,
      err: expect.stringContaining('politics answers no "calender" (did you mean calendar?). It answers calendar, '),
    })
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('What is asked of forces?') })
  })
})

describe('lines from a file', () => {
  it('bad ones are named on standard output, the count on standard error, and the exit code says so', async () => {
    const path = file(
      'mixed.ndjson',
      ndjson(line({ id: 'm-1', subject: 'SIM-MIX' }), line({ id: 'm-2', subject: 'SIM-MIX', occurredOn: '2021-02-30' })),
    )
    const looked = await call('import', path, '--check')
    expect(looked).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^line 2, column \d+, occurredOn: no such day: "2021-02-30"\. Days are written .*\n$/),
    })
    expect(looked.err).toContain('2 lines read, 1 bad. Only looked, nothing was written: 1 new, 0 on the record already.')
    expect((await call('import', path)).err).toContain('Nothing was written. Mend these lines, or add --keep-good.')
    expect((await call('board', '--mission', 'SIM-M', '--public')).err).toContain('--mission SIM-M: no mission is known by this name')
    expect((await call('import', path, '--keep-good')).err).toContain('1 written')
    const again = await call('import', path, '--keep-good', '--json')
    expect(JSON.parse(again.out)).toMatchObject({
      lines: 2,
      good: 0,
      bad: 1,
      written: 0,
      repeated: 1,
      kept: true,
      problems: [{ line: 2, field: 'occurredOn' }],
    })
    expect((await call('import', file('empty.ndjson', ''))).err).toContain('The file is empty.')
  })

  it('the server sees what the command wrote', async () => {
    const [, url] = await server.says(/peaceops is at (\S+)/)
    const answer = await fetch(`${url}/api/v1/cases/SIM-MIX`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('server')).toBeNull()
  })
  it('the tables follow from the entries', async () => {
    const { code, err } = await call('rebuild', '--check')
    expect([code, err]).toEqual([0, expect.stringContaining('The tables are what follows from the entries.')])
    expect(err).toMatch(NO_TRACE)
  })
})
