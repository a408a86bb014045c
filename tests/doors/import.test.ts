import { describe, expect, it } from 'vitest'
import { line, ndjson } from './files.ts'
import { columnOf, importing } from './importing.ts'

// Whoever sends a file is told what is wrong in it, where, and what to do. First its bytes, its JSON and its days.

const { dir, file, look, of, record, said } = importing()

describe('bytes', () => {
  it('a BOM, Windows line ends and a missing last line end are nobody’s fault', async () => {
    const a = JSON.stringify(line({ id: 'b-1' }))
    const b = JSON.stringify(line({ id: 'b-2', occurredOn: '2021-09-08' }))
    expect(await look(`\ufeff${a}\r\n${b}`)).toMatchObject({ lines: 2, good: 2, bad: 0, problems: [] })
    expect(await look(`\n  \n${a}\n\n`)).toMatchObject({ good: 1, bad: 0 })
  })

  it('UTF-16 of either order, with or without its mark, is named as such', async () => {
    const le = Buffer.from(ndjson(line()), 'utf16le')
    const be = Buffer.from(le).swap16()
    for (const bytes of [le, be, Buffer.concat([Buffer.of(0xff, 0xfe), le]), Buffer.concat([Buffer.of(0xfe, 0xff), be])])
      expect((await look(bytes)).problems).toEqual([{ line: 1, column: 1, field: '', says: 'the file is UTF-16: save it as UTF-8' }])
  })

  it('a Latin-1 é is found at its byte, and so is a letter that was cut in half', async () => {
    const text = JSON.stringify(line({ data: { says: 'protégé' } }))
    expect((await look(Buffer.from(`${text}\n`, 'latin1'))).problems).toEqual([
      { line: 1, column: columnOf(text, 'é'), field: '', says: 'byte 0xE9 is not UTF-8: save the file as UTF-8' },
    ])
    const cut = Buffer.from(text).subarray(0, Buffer.from(text).indexOf(0xc3) + 1)
    expect((await look(cut)).problems[0]).toMatchObject({ column: cut.length, says: expect.stringContaining('byte 0xC3') })
    const apostrophe = Buffer.concat([Buffer.from('{"é":"'), Buffer.of(0x92), Buffer.from('"}\n')])
    expect((await look(apostrophe)).problems[0]).toMatchObject({ column: 8, says: expect.stringContaining('byte 0x92') })
    const marked = Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(`${text}\n`, 'latin1')])
    expect((await look(marked)).problems[0]).toMatchObject({ column: columnOf(text, 'é') + 3 })
  })

  it('a line of ten megabytes is named and passed over, and the rest of the file is read', async () => {
    const long = JSON.stringify(line({ id: 'long', data: { says: 'x'.repeat(10 * 1024 * 1024) } }))
    const path = file(
      `${JSON.stringify(line({ id: 'before' }))}\n${long}\n${long.slice(0, 300_000)}\n${JSON.stringify(line({ id: 'after', occurredOn: '2021-13-01' }))}\n`,
    )
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    const report = await record().import(path, {
      check: true,
      say: () => {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
      },
    })
    expect(report.problems.map(p => [p.line, p.column, p.says.slice(0, 39)])).toEqual([
      [2, 262_144, 'the line is longer than 256 KiB: keep t'],
      [3, 262_144, 'the line is longer than 256 KiB: keep t'],
      [4, expect.any(Number), expect.stringContaining('no such day')],
    ])
    expect(report.good).toBe(1)
    expect(most).toBeLessThan(4 * 1024 * 1024)
  })

  it('an empty file is empty; a missing one, a directory and a file in a file are said in a sentence', async () => {
    expect(await look('')).toMatchObject({ lines: 0, good: 0, bad: 0 })
    await expect(record().import(`${dir}/none.ndjson`, {})).rejects.toThrow(`There is no file ${dir}/none.ndjson.`)
    await expect(record().import(dir, {})).rejects.toThrow(`${dir} is a directory.`)
    await expect(record().import(`${file('')}/x`, {})).rejects.toThrow('There is no file')
  })
})

describe('a file of another kind is said once, by what it looks like', () => {
  const row = 'a,b\n'
  it.each<[string, string | Uint8Array, string]>([
    [
      'a table',
      `Month,State,Troops\n${'2011-10,ARG,3\n'.repeat(10_000)}`,
      'Line 1 looks like a table with commas (CSV) between its cells. A published table is kept with peaceops archive add.',
    ],
    ['a table with semicolons, after blank lines', `\n\nMonth;State\n2011-10;ARG\n`, 'Line 3 looks like a table with semicolons'],
    ['a table that quotes an object further down', `id,data\n${row.repeat(5)}{"id":"x"}\n`, 'Line 1 looks like a table with commas'],
    [
      'JSON over several lines',
      JSON.stringify(line(), null, 2),
      'Line 1 looks like JSON over several lines: put each object on a line of its own',
    ],
    ['a list of objects', JSON.stringify([line(), line()], null, 1), 'Line 1 looks like JSON over several lines'],
    ['a page', '<!doctype html>\n<title>x</title>\n', 'Line 1 looks like a page of the web'],
    ['a text', 'Dear colleague\n\nplease find\n', 'Line 1 looks like plain text.'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004\u0014\n\n\n'), 'it is a document or a spreadsheet, not text'],
  ])('%s', async (_, content, says) => {
    const failure = await look(content).then(
      () => undefined,
      error => error as Error & { remedy: string },
    )
    expect(failure?.message).toContain(says)
    expect(failure?.remedy).toContain('docs/interchange.md')
  })
  it('an entry among the first lines, and each bad line is named as ever', async () => {
    const good = JSON.stringify(line())
    expect(await look(`# mine\n${good}\nx\n`)).toMatchObject({ lines: 3, good: 1, bad: 2 })
  })
})

describe('JSON', () => {
  it('NUL is refused as a byte and as an escape, at its place', async () => {
    const escaped = JSON.stringify(line({ data: { says: 'a\u0000b' } }))
    expect(await said(escaped)).toBe(
      `1:${columnOf(escaped, '\\u0000')} data.says: holds the character NUL, which no database text can hold: take it out`,
    )
    const raw = escaped.replace('\\u0000', '\0')
    expect(await said(raw)).toContain(`1:${columnOf(raw, '\0')} data.says: holds the character NUL`)
    expect(await said(escaped.replace('"sim-1-notice"', '"sim\\u0000"'))).toContain('id: holds the character NUL')
  })

  it('half of a surrogate pair is refused, a whole one is not', async () => {
    for (const half of ['\\ud83d', '\\ude00', '\\ude00\\ud83d', '\\ud83dx'])
      expect(await said(JSON.stringify(line({ data: { says: '?' } })).replace('?', half))).toContain('data.says: half of a surrogate pair')
    expect(await said(JSON.stringify(line({ data: { says: '?' } })).replace('?', '\\ud83d\\ude00'))).toBe('')
  })

  it('a name that stands twice is refused, also where two spellings of é are one', async () => {
    const twice = JSON.stringify(line()).replace('"state":"XAA"', '"state":"XAA","state":"XAB"')
    expect(await said(twice)).toBe(
      `1:${columnOf(twice, '"state":"XAB"')} data.state: this name stands twice in one object: keep one of the two`,
    )
    expect(await of({ data: { 'pr\u00e9': 1, 'pre\u0301': 2 } })).toContain('stands twice')
    expect(await said(JSON.stringify(line()).replace('{"id"', '{"type":"CaseClosed","id"'))).toContain('type: this name stands twice')
  })

  it('names that programs stumble over are refused or kept as they are', async () => {
    expect(await said(JSON.stringify(line()).replace('"mission"', '"__proto__":{"x":1},"mission"'))).toContain(
      'data.__proto__: many programs misread',
    )
    expect(await of({ id: 'proto', data: { constructor: 'c', toString: 't', hasOwnProperty: 'h' } })).toBe('')
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('decimals and numbers too long for a double are refused, whole ones written with .0 are whole', async () => {
    for (const n of ['1.5', '1e3', '9007199254740992', '-9007199254740993', '1e400', '1.00000000000000000001'])
      expect(await said(JSON.stringify(line({ data: { n: 0 } })).replace('"n":0', `"n":${n}`))).toContain('data.n: numbers are whole')
    for (const n of ['12', '-12', '12.0', '9007199254740991', '-0'])
      expect(await said(JSON.stringify(line({ data: { n: 0 } })).replace('"n":0', `"n":${n}`))).toBe('')
    expect(await said(JSON.stringify(line({ data: { n: 0 } })).replace('"n":0', '"n":012'))).toContain('not JSON')
  })

  it('nesting has a floor', async () => {
    const deep = (n: number) => JSON.stringify(line({ data: { x: '?' } })).replace('"?"', '['.repeat(n) + ']'.repeat(n))
    expect(await said(deep(20))).toBe('')
    expect(await said(deep(60))).toContain('data.x: nested deeper than 32 levels')
    expect(await said(deep(100_000))).toContain('nested deeper than 32 levels')
  })

  it.each([
    ['{"id":"x"', 10, 'was it cut?'],
    ['{"id":"x', 9, 'the line ends inside a text'],
    ['{"id":', 7, 'the line ends where a value is wanted'],
    ['{"id":"x",}', 11, 'a comma too many before }'],
    ['{"id":[1,]}', 10, 'a comma too many before ]'],
    ["{'id':'x'}", 2, 'a name in double quotes'],
    ['{"id":\'x\'}', 7, 'texts stand in double quotes'],
    ['{"id":None}', 7, 'a value is wanted here'],
    ['{"id":NaN}', 7, 'a value is wanted here'],
    ['{"id":"x"} {"id":"y"}', 12, 'one line, one entry'],
    ['{"id" "x"}', 7, 'a colon is wanted'],
    ['{"a":1 "b":2}', 8, 'a comma or } is wanted'],
    ['{"a":"\\x"}', 7, 'a backslash is written'],
    ['{"a":"\t"}', 7, 'a control character'],
    ['[]', 1, 'wanted an object {…}'],
    ['"x"', 1, 'wanted an object {…}'],
    ['null', 1, 'wanted an object {…}'],
    ['id,type,subject', 1, 'a value is wanted here'],
  ])('%s is wrong at column %i', async (text, column, says) => {
    const [problem] = (await look(`${text}\n`)).problems
    expect(problem).toMatchObject({ line: 1, column, says: expect.stringContaining(says) })
  })
})

describe('days', () => {
  it.each([
    '2021-02-30',
    '2021-13',
    '2021-00-10',
    '2100-02-29',
    '21-09-07',
    '2021-9-7',
    '07.09.2021',
    '2021-09-07T10:00',
    '2021-09-07Z',
    '',
    ' 2021',
    '2021-09-07~',
    '2021?',
    '202X',
    '2021-W36',
    '2021-21',
    '2014/2015/2016',
    '2015/2014',
    '/2021',
    '2021/',
    '../..',
    '..',
    'yesterday',
  ])('%s is no day', async on => {
    const text = JSON.stringify(line({ occurredOn: on }))
    expect(await said(text)).toMatch(new RegExp(`^1:${columnOf(text, '"occurredOn"')} occurredOn: .*Days are written 2021-09-19`))
  })
  it.each(['2999', '2999-01-01', '../2999', '2014/2999', '2999/..'])('%s lies in the future', async on =>
    expect(await of({ occurredOn: on })).toContain('lies in the future: the record holds what has happened'),
  )
  it.each(['0000', '0000-01-01', '1021-09-07', '../0001'])('%s is a slip of the pen', async on =>
    expect(await of({ occurredOn: on })).toContain('lies before 1800: is the year right?'),
  )
  it.each(['2021-09-07', '2016-05', '2016', '2014/2015-06', '../2018-04-23', '2021-09-07/..', String(new Date().getUTCFullYear())])(
    '%s is well',
    async on => expect(await of({ occurredOn: on })).toBe(''),
  )

  it('the day of a report is never on a public subject; its month may be, and on a confidential one the day as well', async () => {
    const report = { type: 'ReportReceived', id: 'r' }
    expect(await of({ ...report, occurredOn: '2021-09-07' })).toContain(
      'could single out who reported: on a public subject give at most its month (2021-09)',
    )
    expect(await of({ ...report, occurredOn: '2021-09-01/2021-09-20' })).toContain('could single out')
    expect(await of({ ...report, occurredOn: '2021-02' })).toBe('')
    expect(await of({ ...report, occurredOn: '2021-09-07', marking: 'confidential' })).toBe('')
  })
})
