import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import { exported } from '../../src/record/case.ts'
import { PUBLIC } from '../../src/record/record.ts'
import { freshRecord } from '../database.ts'
import { build, NO_TRACE, peaceops } from '../doors/cli.ts'
import { type Schema, violations } from '../doors/json-schema.ts'
import { mainOf, words } from '../pages/reading.ts'
import { archived, csv, EVENTS, named, type Rows, STRENGTH } from './tables.ts'

// The same answers at every door: the command line, the API, CSV with its tags, pages, the feed.

const { record, file, put } = archived()
const FIRST = [
  ['Eastland', '1999-01', 80, 200, 280],
  ['Eastland', '1999-02', 83, 27, 110],
  ['Westland <&>', '1999-02', 0, 40, 40],
] as const
const SECOND = [
  ['Eastland', '1999-01', 80, 200, 280],
  ['Eastland', '1999-02', 83, 29, 112],
] as const

beforeAll(async () => {
  build()
  await put(STRENGTH, FIRST)
  await put(STRENGTH, SECOND)
  await put(EVENTS, [['e1', '2014-01-05', 'Gabon', 'ZqHamlet', 3]])
}, 180_000)
const get = async (path: string, accept = 'application/json'): Promise<Response> => app(record()).request(path, { headers: { accept } })
const json = async (path: string) =>
  (await get(`/api/v1/archive${path}`)).json() as Promise<{ [key: string]: unknown; items: { [key: string]: unknown }[] }>
const page = async (path: string): Promise<string> => {
  const answer = await get(`/archive${path}`, 'text/html')
  expect(answer.status, path).toBe(200)
  return answer.text()
}
const cli = (...args: string[]) => peaceops(['archive', ...args], { PEACEOPS_HOME: record().fresh.home, DATABASE_URL: record().fresh.url })

describe('on the command line', () => {
  it('who adds a file is told what it changed, as the diff tells it: a row that stands twice now is no news, and once again no loss', async () => {
    const layout = named(STRENGTH, 'sim-told')
    const add = async (rows: Rows, ...more: string[]): Promise<string> =>
      (await cli('add', 'sim-told', file(csv(layout, rows)), ...more)).err.split('\n')[1] ?? ''
    await add(SECOND, '--layout', file(JSON.stringify(layout), 'sim-told.json'))
    expect(await add([...SECOND, ...SECOND])).toBe(
      '2 rows new (of a name that is counted already). peaceops archive diff sim-told tells what.',
    )
    expect(await add(SECOND, '--anyway')).toBe(
      '2 rows that stood more than once in the same words. The table has 2 rows, 2 fewer than before. peaceops archive diff sim-told tells what.',
    )
  })
  it('a table is added by a layout that one brings, listed, shown, compared, and a cell looked back at', async () => {
    const layout = named(STRENGTH, 'sim-cli')
    const declared = file(JSON.stringify(layout), 'sim-cli.json')
    const one = await cli('add', 'sim-cli', file(csv(layout, FIRST), 'one.csv'), '--layout', declared, '--as-published', '2014-03-24')
    expect(one.err).toMatch(/sim-cli, snapshot 1: 3 rows by sim-cli\/1\. Entry \d+, SHA-256 [0-9a-f]{64}\./)
    expect(one.code).toBe(0)
    const two = await cli('add', 'sim-cli', file(csv(layout, SECOND), 'two.csv'), '--as-published', '2014-06-01', '--json')
    expect(JSON.parse(two.out)).toMatchObject({ is: 'added', snapshot: 2, added: 0, changed: 1, gone: 1 })
    const again = await cli('add', 'sim-cli', file(csv(layout, SECOND), 'three.csv'))
    expect([again.code, again.err]).toEqual([0, expect.stringMatching(/These bytes are snapshot 2 of sim-cli already: nothing was added/)])
    expect((await cli('list')).out).toMatch(/^sim-cli +snapshot 2 +2 rows +1999-01 to 1999-02/m)
    expect((await cli('show', 'sim-cli')).out).toMatch(/2 {2}2014-06-01 +2 rows +1999-01 to 1999-02 +0 new, 1 changed, 1 gone {2}two\.csv/)
    const diff = await cli('diff', 'sim-cli', '1', '2')
    expect(diff.out).toMatch(
      /^now {3}Eastland, February 1999, Troops: 27 became 29; Total: 110 became 112\. {2}\[snapshot 2, line 3; key 'Eastland \| 1999-02'\]$/m,
    )
    expect(diff.out).toMatch(/^LOST {2}Westland <&>, February 1999: the row is gone\. Not zero: gone\./m)
    expect((await cli('history', 'sim-cli', 'Eastland | 1999-02', 'Troops')).out.trim().split('\n')).toEqual([
      expect.stringMatching(/^since snapshot 1 \(2014-03-24\), otherwise in snapshot 2, line 3: 27$/),
      expect.stringMatching(/^since snapshot 2 \(2014-06-01\), stands, line 3: 29$/),
    ])
    for (const sub of [
      ['list'],
      ['show', 'sim-cli'],
      ['diff', 'sim-cli'],
      ['history', 'sim-cli', 'Eastland | 1999-01'],
      ['layouts'],
      ['problems', 'sim-cli'],
    ])
      expect(() => JSON.parse('{}'), sub.join(' ')).not.toThrow()
    expect(JSON.parse((await cli('problems', 'sim-cli', '--json')).out)).toMatchObject({ snapshot: 2, items: [] })
  }, 180_000)
  it('what is typed wrongly, or is not there, is one sentence, and the exit code says which', async () => {
    const cases: [string[], number, RegExp][] = [
      [[], 2, /What of the archive/],
      [['histroy'], 2, /did you mean history/],
      [['add', 'sim-cli'], 2, /A dataset and a file or folder are wanted/],
      [['add', 'nothing-known', file('x', 'x.csv')], 1, /No layout of a dataset nothing-known is known/],
      [['add', '../x', file('x', 'x.csv')], 1, /is no name of a dataset/],
      [['add', 'sim-strength', '/nowhere/at/all'], 1, /There is no file or folder/],
      [['show', 'nothing'], 1, /No dataset "nothing" is on this record/],
      [
        ['diff', 'sim-strength', '2', '1'],
        2,
        /Snapshot 2 is later than snapshot 1, .*from 1 to 2\. peaceops archive diff sim-strength 1 2/,
      ],
      [['diff', 'sim-strength', '1', '9'], 2, /is no snapshot of sim-strength: it has 1 to 2/],
      [
        ['history', 'sim-strength', 'Eastland'],
        2,
        /The name of a row is State \| Month: 2 parts, not 1\. Such as 'Eastland \| 1999-0[12]', /,
      ],
      [['history', 'sim-strength', 'Eastland, February 1999'], 2, /Such as 'Eastland \| 1999-02', /],
      [
        ['history', 'sim-strength', 'eastland | 1999-02'],
        0,
        /No row .* A row is named by State \| Month\. Such as 'Eastland \| 1999-02', /,
      ],
      [
        ['history', 'sim-strength', 'Eastland | 1999-01', 'Troop'],
        2,
        /has no column "Troop" \(did you mean Troops\?\)\. Its columns: State, Month, Police, Troops, Total\./,
      ],
      [
        ['rows', 'sim-strength', '--where', 'colour=red'],
        2,
        /--where colour: rows are asked by state, mission, place, type, sex, from, to/,
      ],
      [
        ['rows', 'sim-strength', '--where', 'state=Gabun'],
        2,
        /--where state=Gabun: no State is known by this name \(did you mean Gabon\?\)/,
      ],
      [['rows', 'sim-strength', '--where', 'from=1999'], 2, /--where from 1999: a day is written as 2021-09-15/],
      [['rows', 'sim-strength', '--snapshot', '9'], 2, /a number from 1 to 2 is wanted/],
      [
        ['rows', 'sim-strength', '--as-published', '1990-01-01'],
        1,
        /is not on this record as published by 1990-01-01: .*\.\npeaceops archive show sim-strength/,
      ],
      [['rows', 'sim-strength', '--after', 'x'], 2, /No cursor of ours/],
      [['rows', 'sim-events', '--public'], 1, /rows of this table are closed.*\npeaceops archive sum sim-events/],
      [['sum', 'sim-strength', '--by', 'colour'], 2, /--by colour: wanted are some of month, year/],
      [['sum', 'sim-strength', '--of', 'Troops'], 2, /--of Troops: sim-strength is summed by "Total"/],
      [['add', 'sim-strength', file('State,Month,Police,Troops,Total\nA,1999-01,x,1,1\n', 'bad.csv')], 1, /line 2, column Police/],
    ]
    for (const [args, code, says] of cases) {
      const answer = await cli(...args)
      expect(answer.out + answer.err, args.join(' ')).toMatch(says)
      expect(answer.code, args.join(' ')).toBe(code)
      expect(answer.err).toMatch(NO_TRACE)
    }
  }, 180_000)
  it('rows and sums are the answers of the API, page by page, as text, as JSON and as CSV, as of any snapshot', async () => {
    const api = '/api/v1/archive/sim-strength'
    const rows = await cli('rows', 'sim-strength', '--where', 'from=1999-02-01', '--where', 'type=Eastland', '--snapshot', '1')
    expect(rows.out.trim()).toBe('State Eastland, Month 1999-02, Police 83, Troops 27, Total 110  [read in snapshot 1, line 3]')
    expect(rows.err).toMatch(/^sim-strength, snapshot 1, put on the record on \d{4}-\d\d-\d\d\. Nobody, SIMULATED$/m)
    expect((await cli('rows', 'sim-strength', '--csv')).out).toBe(await (await get(`${api}/rows?format=csv`)).text())
    expect((await cli('sum', 'sim-strength', '--by', 'month,type', '--csv')).out).toBe(
      await (await get(`${api}/sums?by=month,type&format=csv`)).text(),
    )
    expect(JSON.parse((await cli('rows', 'sim-strength', '--json', '--limit', '1', '--public')).out)).toEqual(
      await json('/sim-strength/rows?limit=1'),
    )
    expect((await cli('sum', 'sim-strength', '--by', 'type,sex')).err).toContain(
      'sim-strength has no column that tells sex: its rows stand under none.',
    )
    const sum = await cli('sum', 'sim-strength', '--by', 'month', '--of', 'Total', '--limit', '1')
    expect(sum.out.trim()).toBe('1999-01: Total 280, 1 row  [line 2]')
    const [, after] = /^More follows: --after (\S+)$/m.exec(sum.err) ?? []
    expect((await cli('sum', 'sim-strength', '--by', 'month', '--after', after!)).out.trim()).toBe('1999-02: Total 112, 1 row  [line 3]')
    expect(JSON.parse((await cli('sum', 'sim-strength', '--by', 'month', '--as-published', '2014-01-01', '--json')).out || '{}')).toEqual(
      {},
    )
    expect((await cli('sum', 'sim-events', '--by', 'year', '--public')).out.trim()).toBe('2014: best not told, 1 row')
  }, 180_000)
  it('two processes that add at once: one snapshot each, in one order, and the same bytes once', async () => {
    const layout = named(STRENGTH, 'sim-two')
    const declared = file(JSON.stringify(layout), 'sim-two.json')
    const a = file(csv(layout, FIRST), 'a2.csv')
    const b = file(csv(layout, SECOND), 'b2.csv')
    const all = await Promise.all([a, b, a, b].map(f => cli('add', 'sim-two', f, '--layout', declared, '--json')))
    expect(all.map(x => x.code)).toEqual([0, 0, 0, 0])
    const said = all.map(x => JSON.parse(x.out) as { is: string; snapshot: number })
    expect(
      said
        .filter(x => x.is === 'added')
        .map(x => x.snapshot)
        .sort(),
    ).toEqual([1, 2])
    expect(said.filter(x => x.is === 'there')).toHaveLength(2)
  }, 180_000)
})

describe('over HTTP', () => {
  it('tables, snapshots, changes, rows and sums, as on the command line', async () => {
    expect((await json('')).items).toEqual(expect.arrayContaining([expect.objectContaining({ dataset: 'sim-strength', opens: 'rows' })]))
    expect(await json('/sim-strength')).toMatchObject({
      title: STRENGTH.title,
      items: [{ snapshot: 2, changed: 1, gone: 1 }, { snapshot: 1 }],
    })
    expect(await json('/sim-strength/diff')).toMatchObject({
      older: 1,
      newer: 2,
      counted: { gone: 1, less: 0, corrected: 1, added: 0, double: 0, atLeast: [], unread: 0, rows: { older: 3, newer: 2 } },
      items: [{ what: 'gone', kind: 'gone', lost: true }, { what: 'changed' }],
      next: null,
    })
    expect(await json('/sim-strength/rows?snapshot=1&from=1999-02-01&type=Eastland')).toMatchObject({
      snapshot: 1,
      items: [{ amount: 110, cites: { since: 1, line: 3 } }],
      next: null,
    })
    expect(await json('/sim-strength/sums?by=month&snapshot=1')).toMatchObject({
      items: [
        { month: '1999-01', amount: 280 },
        { month: '1999-02', amount: 150 },
      ],
    })
    expect(await json('/sim-strength/history?key=Eastland%20%7C%201999-02&column=Troops')).toMatchObject({
      stood: [
        { value: '27', until: 2 },
        { value: '29', until: null },
      ],
    })
    expect(await json('/sim-strength/problems')).toMatchObject({ snapshot: 2, items: [] })
    const groups = await json('/sim-strength/sums?by=month&limit=1')
    expect(groups).toMatchObject({ items: [{ month: '1999-01' }], next: expect.any(String) })
    expect(await json(`/sim-strength/sums?by=month&limit=1&after=${String(groups['next'])}`)).toMatchObject({
      items: [{ month: '1999-02' }],
      next: null,
    })
    const first = await json('/sim-strength/rows?limit=1')
    expect(first['next']).toEqual(expect.any(String))
    expect((await json(`/sim-strength/rows?limit=1&after=${String(first['next'])}`)).items).not.toEqual(first.items)
  })
  it('a table as CSV is whole, unless somebody says how much of it; then it says beside it where it goes on', async () => {
    const long = named(STRENGTH, 'sim-long')
    const months = Array.from({ length: 130 }, (_, i) => `${1990 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`)
    await put(
      long,
      months.map(m => ['Eastland', m, 1, 2, 3]),
    )
    const csvAt = async (path: string): Promise<readonly [lines: number, link: string | null]> => {
      const answer = await get(`/api/v1/archive/sim-long/${path}`)
      return [(await answer.text()).trimEnd().split('\r\n').length - 2, answer.headers.get('link')]
    }
    for (const path of ['rows?format=csv', 'sums?by=month&format=csv']) {
      expect(await csvAt(path), path).toEqual([130, null])
      const [lines, link] = await csvAt(`${path}&limit=100`)
      expect([lines, link], path).toEqual([100, expect.stringMatching(/^<\?.*after=.*>; rel="next"$/)])
      expect(await csvAt(`${path.split('?')[0]}${/<(.*)>/.exec(link!)![1]}`), path).toEqual([30, null])
    }
  })
  it('no feed bears the name by which a request called this house', async () => {
    const answer = await app(record()).request('http://elsewhere.example/archive/sim-strength/feed.atom', {
      headers: { host: 'elsewhere.example' },
    })
    const feed = await answer.text()
    expect(feed).toContain('<id>urn:peaceops:archive:sim-strength</id>')
    expect(feed).toContain('<link href="/archive/sim-strength/changes?older=1&#38;newer=2"/>')
    expect(feed).not.toContain('elsewhere')
  })
  it('rows as CSV, with a row of HXL tags, and the snapshot and line in which each was read', async () => {
    for (const answer of [
      await get('/api/v1/archive/sim-strength/rows?format=csv'),
      await get('/api/v1/archive/sim-strength/rows', 'text/csv'),
    ]) {
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(await answer.text()).toBe(
        [
          'State,Month,Police,Troops,Total,read in snapshot,line',
          '#country+name,#date+month,#capacity+police,#indicator+num,#indicator+num,#meta+since+snapshot,#meta+line+num',
          'Eastland,1999-01,80,200,280,1,2',
          'Eastland,1999-02,83,29,112,2,3',
          '',
        ].join('\r\n'),
      )
    }
    expect(await (await get('/api/v1/archive/sim-events/sums?by=year,state&format=csv')).text()).toBe(
      'year,state,rows,amount,repeated,snapshot\r\n#date+year,#country+code,#meta+rows+num,#indicator+num,#meta+repeated+num,#meta+dataset+snapshot\r\n2014,GAB,1,,0,1\r\n',
    )
  })
  it('each answer is what the OpenAPI document promises', async () => {
    const whole = (await (await get('/api/v1/openapi.json')).json()) as {
      paths: { [path: string]: { get: { responses: { 200: { content: { 'application/json': { schema: Schema } } } } } } }
    }
    const asked = [
      '',
      '/sim-strength',
      '/sim-strength/rows',
      '/sim-strength/sums',
      '/sim-strength/diff',
      '/sim-strength/history?key=Eastland%20%7C%201999-02',
      '/sim-strength/problems',
    ]
    for (const path of asked) {
      const schema =
        whole.paths[`/archive${path.replace('sim-strength', '{dataset}').replace(/\?.*/, '')}`]!.get.responses[200].content[
          'application/json'
        ].schema
      expect(violations(schema, await json(path)), path).toEqual([])
    }
  })
  it('what cannot be asked so is a problem with its field; what is closed is said to be', async () => {
    for (const [path, status, says] of [
      ['/nothing', 404, /Nothing of that name/],
      ['/sim-strength/rows?stat=X', 400, /Nobody here knows .*stat/],
      ['/sim-strength/rows?snapshot=9', 400, /has snapshots 1 to 2/],
      ['/sim-strength/rows?after=x', 400, /after: no cursor of ours/],
      ['/sim-strength/sums?after=x', 400, /after: no cursor of ours/],
      ['/sim-strength/sums?as-published=1990-01-01', 400, /is not on this record as published by 1990-01-01/],
      ['/sim-strength/sums?as-published=2026-01-01&snapshot=1', 400, /snapshot and as-published: one of the two/],
      ['/sim-strength/sums?by=month,colour', 400, /by: wanted some of month/],
      ['/sim-strength/diff?older=2&newer=1', 400, /older: snapshot 2 is later than snapshot 1, and .*: from 1 to 2/],
      ['/sim-strength/diff?newer=7', 400, /newer: sim-strength has snapshots 1 to 2/],
      ['/sim-events/sums?state=Gabun', 400, /state: no State is known by this name \(did you mean Gabon\?\)/],
      ['/sim-events/sums?mission=MINUSCAA&by=mission', 400, /rows of this table are closed/],
      ['/sim-strength/rows?mission=MINUSCAA', 400, /mission: no mission is known by this name \(did you mean MINUSCA\?\)/],
      ['/sim-strength/history?key=Eastland', 400, /key: the name of a row is/],
      ['/sim-strength/history?key=Nowhere%20%7C%201999-02', 404, /Nothing of that name/],
      ['/sim-events/rows', 400, /rows of this table are closed/],
      ['/sim-events/rows?format=csv', 400, /rows of this table are closed/],
      ['/sim-events/sums?by=place', 400, /rows of this table are closed/],
    ] as const) {
      const answer = await get(`/api/v1/archive${path}`)
      expect(answer.status, path).toBe(status)
      expect(await answer.text(), path).toMatch(says)
    }
  })
  it('nothing of a closed row shows at any address', async () => {
    for (const path of ['', '/sim-events', '/sim-events/changes', '/sim-events/history?key=e1', '/sim-events/feed.atom'])
      for (const [at, accept] of [
        [`/archive${path}`, 'text/html'],
        [`/api/v1/archive${path.replace('changes', 'diff').replace('/feed.atom', '/problems')}`, 'application/json'],
      ] as const)
        expect(await (await get(at, accept)).text(), at).not.toContain('Zq')
  })
})

describe('on pages', () => {
  it('the tables that are kept; one table with its snapshots; what changed, in words', async () => {
    expect(words(mainOf(await page('')))).toContain('SIMULATED strength by State and month')
    const set = words(mainOf(await page('/sim-strength')))
    expect(set).toMatch(/0 new, 1 changed, 1 gone/)
    expect(set).toMatch(/SHA-256 [0-9a-f]{64}/)
    const changes = words(mainOf(await page('/sim-strength/changes')))
    expect(changes).toContain('Eastland, February 1999, Troops: 27 became 29; Total: 110 became 112.')
    expect(changes).toContain('Lost: Westland <&>, February 1999: the row is gone. Not zero: gone.')
    const cell = words(mainOf(await page('/sim-strength/history?key=Eastland+%7C+1999-02&column=Troops')))
    expect(cell).toMatch(/snapshot 2 .* it stands 29 .* snapshot 1 .* snapshot 2, which says otherwise 27/)
    expect(words(mainOf(await page('/sim-strength/history?key=Westland+%3C%26%3E+%7C+1999-02')))).toContain(
      'The latest snapshot has no such row. Not zero: gone.',
    )
    for (const lang of ['fr', 'ar']) await page(`/sim-strength?lang=${lang}`)
    expect((await get('/archive/sim-events/changes', 'text/html')).status).toBe(404)
    expect((await get('/archive/sim-strength/changes?older=2&newer=1', 'text/html')).status).toBe(400)
  })
  it('losses stand first, under their own heading and counted; what may only be unread is called lost at no door', async () => {
    const whole = await page('/sim-strength/changes')
    expect(words(whole)).toContain('1 row gone, 1 corrected')
    const changes = words(mainOf(whole))
    expect(changes).toMatch(/^The table has 2 rows, 1 fewer than before\. What is lost Lost: Westland .* What changed, in words Eastland/)
    expect(changes).toMatch(/1 row gone, 1 corrected$/)
    const layout = named(STRENGTH, 'sim-unread')
    await put(layout, FIRST)
    await put(layout, [FIRST[0], ['Northland', '1999-02', 1, 1, 2], ['Eastland', '1999-02', 'many', 27, 110]], { keepGood: true })
    const half = words(mainOf(await page('/sim-unread/changes')))
    expect(half).toMatch(/2 rows gone \(1 of them perhaps among the rows that were not understood\)/)
    expect(half).toContain('It may be among the one row that was not understood.')
    expect(half).not.toContain('Lost:')
    expect(words(mainOf(await page('/sim-unread/history?key=Eastland+%7C+1999-02')))).toContain(
      'The latest snapshot has no such row. It may be among the one row that was not understood.',
    )
    expect(await (await get('/archive/sim-unread/feed.atom')).text()).not.toContain('Lost:')
    const told = (await cli('diff', 'sim-unread')).out
    expect(told.split('\n').map(l => l.slice(0, 6).trim())).toEqual(['2 rows', '?', '?', 'new', ''])
  }, 60_000)
  it('looking back, what was added later is not there', async () => {
    expect((await get('/archive/sim-strength?as-of=2014-01-01', 'text/html')).status).toBe(404)
    expect(words(mainOf(await page('?as-of=2014-01-01')))).toContain('No table is kept on this record on this day.')
    const [{ seq }] = (await record().fresh.asOwner<{ seq: string }>(
      `select min(seq) as seq from entry where subject = 'DATASET-sim-strength'`,
    )) as [{ seq: string }]
    const then = words(mainOf(await page(`/sim-strength?known-at=${seq}`)))
    expect(then).not.toContain('1 changed')
    expect(then).toContain('the first')
  })
  it('a feed of changes, well-formed, whatever stands in a cell', async () => {
    const answer = await get('/archive/sim-strength/feed.atom')
    expect(answer.headers.get('content-type')).toMatch(/^application\/atom\+xml/)
    const text = await answer.text()
    expect(text.match(/<entry>/g)).toHaveLength(2)
    expect(text).toContain('Westland &#60;&#38;&#62;, February 1999: the row is gone.')
    expect(text.replace(/&#\d+;/g, '').replace(/<[^<>&]+>/g, '')).not.toMatch(/[<&]/)
  })
})

describe('to another record', () => {
  it('the entry travels as testimony, its rows do not, and the archive there says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'peaceops-elsewhere-'))
    const elsewhere = await freshRecord()
    try {
      const lines = await record().read(PUBLIC, db => Array.fromAsync(exported(db)))
      const mine = lines.filter(l => l['type'] === 'SnapshotAdded')
      expect(mine.length).toBeGreaterThan(2)
      const path = join(folder, 'lines.ndjson')
      writeFileSync(path, mine.map(l => JSON.stringify(l)).join('\n'))
      const report = await elsewhere.import(path, {})
      expect(report.problems).toEqual([])
      expect(report.written).toBe(mine.length)
      expect(report.notices).toEqual([expect.stringMatching(/lines tell of snapshots of published tables: their rows stay behind/)])
      const list = await app(elsewhere).request('/api/v1/archive')
      expect(await list.json()).toMatchObject({
        items: expect.arrayContaining([
          expect.objectContaining({ dataset: 'sim-strength', entries: 2, says: expect.stringMatching(/its rows are not here/) }),
        ]),
      })
      expect(words(await (await app(elsewhere).request('/archive', { headers: { accept: 'text/html' } })).text())).toContain(
        'Rows do not travel with entries',
      )
      expect(await elsewhere.fresh.asOwner<{ door: string }>(`select distinct door from entry where type = 'SnapshotAdded'`)).toEqual([
        { door: 'testimony' },
      ])
      // and back where it came from, nothing doubles
      const back = await record().import(path, {})
      expect(back).toMatchObject({ written: 0, repeated: mine.length, problems: [] })
    } finally {
      await elsewhere.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
  it('an office cannot claim a snapshot in its register: it comes with its rows', async () => {
    const line = {
      type: 'SnapshotAdded',
      subject: 'DATASET-x',
      occurredOn: '2026-01-01',
      marking: 'public',
      data: { dataset: 'x', layout: 'x/1', hash: '0'.repeat(64), rows: 1, notUnderstood: 0 },
    }
    const report = await record().import(file(JSON.stringify(line), 'claim.ndjson'), { office: 'un.cdt' })
    expect(report.problems).toMatchObject([{ line: 1, says: expect.stringMatching(/peaceops archive add/) }])
  })
})
