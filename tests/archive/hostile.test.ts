import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import { readLayout } from '../../src/archive/declared.ts'
import { diff } from '../../src/archive/diff.ts'
import { history } from '../../src/archive/history.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { problems } from '../../src/archive/problems.ts'
import { rows } from '../../src/archive/rows.ts'
import { sums } from '../../src/archive/sums.ts'
import { day } from '../../src/kernel/day.ts'
import { PUBLIC } from '../../src/record/record.ts'
import { archived, named, STRENGTH } from './tables.ts'

// Files as somebody might send them who means no good, or whose program broke.

const { record, file, folder, add, keeper, opened, rowCount } = archived()
const HEAD = 'State,Month,Police,Troops,Total\n'
const GOOD = 'Eastland,1999-01,80,200,280\n'

describe('a cell', () => {
  it('with NUL, or with the character that parts cells, is named and never written', async () => {
    const layout = named(STRENGTH, 'nul')
    expect(await add(layout, file(`${HEAD}East\0land,1999-01,1,2,3\n${GOOD}`))).toMatchObject({
      is: 'refused',
      bad: [{ line: 2, says: expect.stringMatching(/NUL/) }],
    })
    expect(await add(layout, file(`${HEAD}${GOOD}East\u001fland,1999-01,1,2,3\n`))).toMatchObject({
      is: 'refused',
      bad: [{ line: 3, says: expect.stringMatching(/U\+001F/) }],
    })
    expect(await rowCount(layout)).toBe(0)
  })
  it('that turns the order of what is drawn stays as it was, is said where it stands, and is shown by its name', async () => {
    const layout = named(STRENGTH, 'turned')
    const added = await add(
      layout,
      file(`${HEAD}East\u202eland,1999-01,80,200,280\nWest\u200fland,1999-02,1,2,3\nغرب\u200f (2),1999-03,1,2,3\n`),
    )
    expect(added).toMatchObject({
      is: 'added',
      said: [
        {
          says: 'State: holds U+202E (right-to-left override), which turns what is drawn beside it: shown by that name',
          at: [{ line: 2 }],
        },
        { says: 'State: holds U+200F (right-to-left mark), which turns what is drawn beside it: shown by that name', at: [{ line: 3 }] },
      ],
    })
    await keeper(async db => {
      const found = await rows(db, 'turned', {})
      expect('rows' in found && found.rows.map(r => r.cells['State'])).toEqual(['East\u202eland', 'West\u200fland', 'غرب\u200f (2)'])
    })
    await add(layout, file(`${HEAD}East\u202eland,1999-01,80,210,290\nWest\u200fland,1999-02,1,2,3\nغرب\u200f (2),1999-03,1,2,3\n`))
    const t = await keeper(db => opened(db, layout))
    expect((await keeper(db => diff(db, t, 1, 2, { limit: 5 }))).changes.map(c => c.says)).toEqual([
      'East‹U+202E›land, January 1999, Troops: 200 became 210; Total: 280 became 290.',
    ])
    // Across two pieces of a large file, and in a closed column: there for cleared readers alone.
    const half: Layout = {
      ...named(STRENGTH, 'turned-half'),
      checks: [],
      columns: [...STRENGTH.columns, { name: 'Remark', as: 'text', closed: true }],
    }
    const many = Array.from({ length: 9_000 }, (_, i) => `X${i},1999-01,1,2,3,\n`).join('')
    await add(half, file(`State,Month,Police,Troops,Total,Remark\n${many}Last,1999-01,1,2,3,\u2067x\n`))
    const said = await keeper(db => problems(db, 'turned-half', 1, { limit: 5 }))
    expect(said.map(p => p.says)).toEqual([expect.stringMatching(/^Remark: holds U\+2067/)])
    expect(await record().read(PUBLIC, db => problems(db, 'turned-half', 1, { limit: 5 }))).toEqual([])
  })
  it('of ten megabytes costs its own row, not the file, and not the memory', async () => {
    const layout = named(STRENGTH, 'huge')
    const path = file(`${HEAD}"${'x'.repeat(10 * 2 ** 20)}",1999-01,1,2,3\n${GOOD}`)
    const added = await add(layout, path, { keepGood: true })
    expect(added).toMatchObject({ is: 'added', rows: 1, notUnderstood: 1, bad: [{ line: 2 }] })
  })
  it('with what COPY, SQL, a terminal or a spreadsheet would take for its own comes back as it was', async () => {
    const layout: Layout = {
      ...named(STRENGTH, 'odd'),
      columns: [
        { name: 'State', as: 'text', is: 'type' },
        { name: 'Month', as: 'month', is: 'from' },
        { name: 'Total', as: 'text' },
      ],
      checks: [],
      totals: [],
    }
    const cells = [
      '\\N',
      '\\.',
      '\\',
      "'; drop table archived; --",
      '{"a",b}',
      '=HYPERLINK("x")',
      'tab\there',
      'line\nline',
      '\u001b[31mred',
      '🜁 ar العربية',
      '"',
      '$1',
      '\\x41',
    ]
    await add(layout, file(`State,Month,Total\n${cells.map((c, i) => `S${i},1999-01,"${c.replaceAll('"', '""')}"`).join('\n')}\n`))
    await keeper(async db => {
      for (const [i, cell] of cells.entries())
        expect(await rows(db, layout.dataset, { filters: { type: `S${i}` } }), JSON.stringify(cell)).toMatchObject({
          rows: [{ cells: { Total: cell } }],
        })
    })
  })
  it('longer than an index takes, as key or as place, is kept whole; it is only not asked by', async () => {
    const layout: Layout = {
      ...named(STRENGTH, 'long'),
      columns: [
        { name: 'State', as: 'text', is: 'type' },
        { name: 'Month', as: 'month', is: 'from' },
        { name: 'Total', as: 'whole', is: 'amount' },
      ],
      checks: [],
      totals: [],
    }
    const long = 'L'.repeat(100_000)
    await add(layout, file(`State,Month,Total\n${long},1999-01,3\n`))
    await keeper(async db => {
      expect(await rows(db, layout.dataset, {})).toMatchObject({ rows: [{ type: null, amount: 3, cells: { State: long } }] })
      expect((await history(db, await opened(db, layout), `${long} | 1999-01`, 'Total'))!.stood).toMatchObject([{ value: '3' }])
    })
  })
})

describe('a file', () => {
  it('that is empty, has other columns, or is none, is said in a sentence, and nothing is written', async () => {
    const layout = named(STRENGTH, 'none')
    for (const text of ['', 'a,b\n1,2\n', '\0'.repeat(1000), HEAD, `a,b\n${'1,2\n'.repeat(200_000)}`])
      for (const keepGood of [false, true])
        expect(await add(layout, file(text), { keepGood }), JSON.stringify(text.slice(0, 20))).toMatchObject({
          is: 'refused',
          rows: 0,
          bad: expect.arrayContaining([expect.objectContaining({ line: 1 })]),
        })
    await expect(add(layout, `${folder}/nothing.csv`)).rejects.toThrow(/There is no file or folder/)
    mkdirSync(`${folder}/empty`)
    await expect(add(layout, `${folder}/empty`)).rejects.toThrow(/lies no file of this table/)
    execFileSync('mkfifo', [`${folder}/pipe.csv`])
    await expect(add(layout, `${folder}/pipe.csv`)).rejects.toThrow(/neither a file nor a folder/)
    expect(await record().fresh.asOwner(`select 1 from dataset where name = 'none'`)).toEqual([])
  })
  it('whose name would leave its folder, or write on a terminal, is known by its last part, harmless', async () => {
    const layout = named(STRENGTH, 'names')
    const added = await add(layout, file(`${HEAD}${GOOD}`, 'a\u001b[31m;..;\u202e.csv'))
    expect(added).toMatchObject({ is: 'added' })
    const [{ name }] = (await record().fresh.asOwner<{ name: string }>(
      `select s.name from snapshot s join dataset d on d.id = s.dataset where d.name = 'names'`,
    )) as [{ name: string }]
    expect(name).not.toMatch(/\p{Cc}|\//u)
    mkdirSync(`${folder}/linked`)
    symlinkSync('/etc', `${folder}/linked/etc.csv`)
    symlinkSync(`${folder}/nowhere`, `${folder}/linked/gone.csv`)
    writeFileSync(`${folder}/linked/a.csv`, `${HEAD}${GOOD.replace('280', '281')}`)
    expect(await add(layout, `${folder}/linked`)).toMatchObject({ is: 'added', left: ['etc.csv', 'gone.csv'] })
  })
  it('that is a workbook which unpacks to more than is sane is turned away before it is unpacked', async () => {
    const layout: Layout = { ...named(STRENGTH, 'bomb'), file: { form: 'xlsx' } }
    const answer = await add(layout, file(bomb(Buffer.alloc(400 * 2 ** 20)), 'bomb.xlsx'))
    expect(answer).toMatchObject({ is: 'refused', bad: [{ says: expect.stringMatching(/unpacks to more than/) }] })
  })
  it('that is a workbook with a cell in its last corner is turned away before each cell before it is made', async () => {
    const layout: Layout = { ...named(STRENGTH, 'far'), file: { form: 'xlsx' } }
    const cell = (at: string): string => `<row><c s="1" r="${at}"><v>1</v></c></row>`
    const sheet = (at: string): Buffer =>
      bomb(Buffer.from(`<worksheet><sheetData>${cell('A1')}${cell(at)}<row><c r="XFD1048576" s="1"/></row></sheetData></worksheet>`))
    const far = /reaches over more than 20,000,000 cells/
    expect(await add(layout, file(sheet('XFD1048576'), 'far.xlsx'))).toMatchObject({
      is: 'refused',
      bad: [{ says: expect.stringMatching(far) }],
    })
    expect(await add(layout, file(sheet('P1048576'), 'long.xlsx'))).toMatchObject({
      is: 'refused',
      bad: [{ says: expect.not.stringMatching(far) }],
    })
  })
  it('that changes before it is read is known by the bytes that were read; one that grows meanwhile is not kept', async () => {
    const layout = named(STRENGTH, 'changing')
    const path = file(`${HEAD}${GOOD}`)
    const { keeper: pool, ledger } = { keeper: record().pools.keeper, ledger: record().ledger }
    const late = (text: string) =>
      ({
        query: pool.query.bind(pool),
        connect: () => {
          writeFileSync(path, text) // it was looked at by now, and is not read yet
          return pool.connect()
        },
      }) as never
    const how = { dataset: layout.dataset, path, layout, today: day('2026-11-24') }
    await expect(addSnapshot({ keeper: late(`${HEAD}${GOOD}Westland,1999-01,1,1,2\n`), ledger }, how)).rejects.toThrow(
      /changed while it was read/,
    )
    expect(await rowCount(layout)).toBe(0)
    const other = `${HEAD}${GOOD.replace('80,200,280', '90,200,290')}`
    writeFileSync(path, `${HEAD}${GOOD}`)
    const added = await addSnapshot({ keeper: late(other), ledger }, how)
    expect('hash' in added && added.hash).toBe(execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64))
  })
})

describe('a declared layout', () => {
  const declare = (change: object): string =>
    file(JSON.stringify({ ...named(STRENGTH, 'declared'), ...change }), `layout-${Math.random()}.json`)
  it('serves an unknown table without code', async () => {
    const layout = readLayout(declare({}))
    expect(layout).toEqual(named(STRENGTH, 'declared'))
    expect(await add(layout, file(`${HEAD}${GOOD}`))).toMatchObject({ is: 'added', rows: 1 })
    await keeper(async db =>
      expect(await sums(db, 'declared', { by: ['month'] })).toMatchObject({ sums: [{ month: '1999-01', amount: 280 }] }),
    )
  })
  it('whose field is wrong is turned away, and the field is named', () => {
    const says = (change: object): string => {
      try {
        readLayout(declare(change))
        return 'was taken'
      } catch (error) {
        return (error as Error).message
      }
    }
    expect(says({ dataset: '../etc' })).toMatch(/dataset: small letters/)
    expect(says({ columns: [{ name: 'State', as: 'texts' }] })).toMatch(/columns\.0\.as: wanted one of text, whole/)
    expect(says({ columns: undefined })).toMatch(/columns: is missing/)
    expect(says({ key: ['Nothing'] })).toMatch(/key\.0: no column is named "Nothing"/)
    expect(says({ colums: [] })).toMatch(/the whole: nobody here knows "colums"/)
    expect(says({ url: 'javascript:alert(1)' })).toMatch(/url: /)
    expect(says({ checks: [{ check: 'sum', parts: ['Police'], total: 'Sum' }] })).toMatch(/checks\.0\.total: no column/)
    expect(says({ columns: [...STRENGTH.columns, { name: 'Troops', as: 'whole' }] })).toMatch(/columns\.5\.name: "Troops" stands twice/)
    expect(() => readLayout(file('{', 'broken.json'))).toThrow(/is no JSON/)
    expect(() => readLayout(`${folder}/no-such.json`)).toThrow(/cannot be read \(ENOENT\)/)
  })
})

/** A zip with one sheet of so many zeros: small, and large when unpacked. */
const bomb = (unpacked: Buffer): Buffer => {
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const data = deflateRawSync(unpacked)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(1, 22) // it lies about its size
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt32LE(1, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + data.length, 16)
  return Buffer.concat([local, name, data, central, name, end])
}

it('a column may have any name; a reader and what is said in words may not', async () => {
  const layout = named(STRENGTH, 'any-name')
  const head = 'State,Month,Police,Troops,Total'
  await add(layout, file(`${head},__proto__,constructor\nEastland,1999-01,1,2,3,ZqOne,\n`))
  expect(await add(layout, file(`${head},__proto__,constructor\nEastland,1999-01,1,2,3,ZqTwo,ZqNew\n`))).toMatchObject({ closed: 1 })
  const told = await keeper(async db => (await diff(db, await opened(db, layout), 1, 2, { limit: 5 })).changes.map(c => c.says))
  expect(told).toEqual(['Eastland, January 1999, __proto__: ZqOne became ZqTwo; constructor: nothing became ZqNew.'])
  for (const reader of ['constructor', '__proto__'])
    expect(await add({ ...named(STRENGTH, 'any-reader'), file: { form: 'read', reader } }, file('x'))).toMatchObject({
      is: 'refused',
      bad: [{ says: `no reader named "${reader}"` }],
    })
  for (const odd of ['\0', '\n', '\u202e', '\u001b[2J'])
    expect(() => readLayout(file(JSON.stringify({ ...STRENGTH, cite: `Nobody${odd}` })))).toThrow(/cite: a control character/)
  expect(() => readLayout(file(JSON.stringify({ ...STRENGTH, key: ['St\u001fate'] })))).toThrow(/key.0: no heading/)
})
it('the layout that docs/archive.md shows is one', () => {
  const text = readFileSync(new URL('../../docs/archive.md', import.meta.url), 'utf8')
  expect(readLayout(file(/```json\n([^`]+)```/.exec(text)![1]!, 'docs.json'))).toMatchObject({ dataset: 'sim-strength' })
})
