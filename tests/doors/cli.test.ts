import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { OFFICES } from '../../src/record/names.ts'
import { type Answer, build, inOne, NO_TRACE, openFolder, peaceops } from './cli.ts'

// Called wrongly, the command line says in one sentence what was wrong, and ends with 2; asked for help, it helps. No database is touched.

beforeAll(build)
const COMMANDS = [
  'start',
  'board',
  'case',
  'findings',
  'whatif',
  'reconcile',
  'rulebook',
  'instruments',
  'import',
  'record',
  'export',
  'rebuild',
  'simulate',
  'version',
  'help',
]
const { dir, remove } = openFolder()
const env = { PEACEOPS_HOME: `${dir}/never-made` }
const oneByOne = (calls: readonly (readonly string[])[]): Promise<Answer[]> => inOne(calls, env)

describe('help', () => {
  it('each command tells what it does, with each of its options', async () => {
    const answers = await oneByOne(COMMANDS.map(c => [c, '--help']))
    for (const [i, a] of answers.entries()) {
      expect(a, COMMANDS[i]).toMatchObject({ code: 0, err: '' })
      expect(a.out).toMatch(new RegExp(`^peaceops ${COMMANDS[i]}[^\\n]*\\n {2}[A-Z“"].{15,}`))
      for (const option of a.out.matchAll(/^ {2}(--\S.*)$/gm)) expect(option[1]).toMatch(/^--[a-z-]+( \S.*?)? {2,}\S.{3,}/)
    }
    expect(answers[1]!.out).toContain('--as-of DAY')
    expect(answers[1]!.out).toContain('Example: peaceops board --state GAB --as-of 2021-09-15')
  })
  it('without a word, it lists what it can do', async () => {
    const [bare, help, short, one] = await oneByOne([[], ['help'], ['-h'], ['help', 'board']])
    expect(bare).toMatchObject({ code: 0, err: '' })
    expect([help!.out, short!.out]).toEqual([bare!.out, bare!.out])
    for (const c of COMMANDS) expect(bare!.out).toMatch(new RegExp(`^ {2}${c} +\\S`, 'm'))
    expect(one!.out).toMatch(/^peaceops board\n/)
  })
  it('tells its version', async () => expect((await peaceops(['--version'], env)).out).toMatch(/^peaceops \d+\.\d+\.\d+, Node \d+/))
})

describe('a wrong call', () => {
  const WRONG: readonly (readonly [args: readonly string[], says: string])[] = [
    [['bord'], 'peaceops has no command "bord" (did you mean board?). peaceops help lists them.'],
    [['constructor'], 'peaceops has no command "constructor". peaceops help lists them.'],
    [['help', 'bord'], 'There is no command "bord" (did you mean board?).'],
    [['board', '--satte', 'GAB'], 'There is no option --satte (did you mean --state?).'],
    [['board', '--state'], '--state wants a value.'],
    [['board', '--known-at', '-1'], '--known-at wants a value: one that begins with a hyphen is written --known-at=…'],
    [['board', '-x'], 'There is no option'],
    [['board', '--state', ''], '--state wants a value.'],
    [
      ['board', '--state', 'Gabun'],
      '--state Gabun: no State is known by this name (did you mean Gabon?), wanted is its name or its ISO 3166-1 code, such as GAB.',
    ],
    [['board', '--debtor', 'un.none'], '--debtor un.none: neither a State (GAB) nor an office (un.sg'],
    [
      ['board', '--debtor', 'eastern union'],
      `--debtor eastern union: neither a State (GAB) nor an office (${Object.keys(OFFICES).join(', ')}), nor un (all of the United Nations)`,
    ],
    [['board', '--json=yes'], '--json takes no value.'],
    [['board', '--as-of', '2021-02-30'], '--as-of 2021-02-30: there is no such day.'],
    [['board', '--as-of', '15.9.2021'], '--as-of 15.9.2021: a day is written as 2021-09-15'],
    [['board', '--as-of', '2021-09'], '--as-of 2021-09: a day is written as 2021-09-15'],
    [['board', '--in', 'late'], '--in late: wanted one of open, stopped, elapsing, overdue, silent, met, met late, waived, excused.'],
    [['board', '--binding', 'law'], '--binding law: wanted one of treaty, resolution, self-commitment, request, assumption.'],
    [['board', '--limit', '0'], '--limit 0: a whole number from 1 on is wanted.'],
    [['board', 'GAB'], 'Unexpected: GAB.'],
    [['case'], 'One case is wanted.'],
    [['case', 'A', 'B'], 'One case is wanted, not 2.'],
    [['findings', '--state', 'constructor'], '--state constructor: no State is known by this name'],
    [['whatif'], 'What should be otherwise? --set is wanted.'],
    [['whatif', '--set', 'conduct.reply'], '--set "conduct.reply" is not of the form conduct.reply="5 working days" (or days, or months).'],
    [['import'], 'One file is wanted.'],
    [['record', 'x.ndjson'], 'Whose register is it? --office un.cdt is wanted.'],
    [['record', 'x.ndjson', '--office', 'un.nobody'], '--office un.nobody: wanted one of un.sg'],
    [['rulebook', '--from', '2021-01-01'], '--from and --correction go with --adopt.'],
    [['simulate', '--cases', 'many'], '--cases many: a whole number is wanted.'],
    [['rebuild', 'now'], 'Unexpected: now.'],
    [['start', '--port', '80'], 'There is no option --port.'],
  ]
  it('is said in one sentence, and ends with 2', async () => {
    const answers = [
      ...(await Promise.all(WRONG.slice(0, 3).map(([args]) => peaceops(args, env)))),
      ...(await oneByOne(WRONG.slice(3).map(([args]) => args))),
    ]
    expect(answers).toHaveLength(WRONG.length)
    for (const [i, a] of answers.entries()) {
      const [args, says] = WRONG[i]!
      expect([a.code, a.out], args.join(' ')).toEqual([2, ''])
      expect(a.err.startsWith(says), `${args.join(' ')}: ${a.err}`).toBe(true)
      expect(a.err.trimEnd().split('\n'), a.err).toHaveLength(1)
      expect(a.err).toMatch(NO_TRACE)
    }
  })
  it('a file that is not there is said before a database is started', async () => {
    const [none, folder, office] = await oneByOne([
      ['import', `${dir}/none.ndjson`],
      ['import', dir, '--check'],
      ['record', `${dir}/none.ndjson`, '--office', 'un.cdt'],
    ])
    expect(none).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`There is no file ${dir}/none.ndjson.`) })
    expect(folder).toMatchObject({ code: 1, err: expect.stringContaining(`${dir} is a directory.`) })
    expect(office).toMatchObject({ code: 1, err: expect.stringContaining('There is no file') })
  })
  it('made no folder', () => {
    expect(existsSync(env.PEACEOPS_HOME)).toBe(false)
    remove()
  })
})
