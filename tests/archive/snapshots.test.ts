import { execFileSync, execSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import { counted } from '../../src/archive/counted.ts'
import { snapshots } from '../../src/archive/datasets.ts'
import { diff } from '../../src/archive/diff.ts'
import { history } from '../../src/archive/history.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { losses } from '../../src/archive/losses.ts'
import { problems } from '../../src/archive/problems.ts'
import { rows } from '../../src/archive/rows.ts'
import { sums } from '../../src/archive/sums.ts'
import { inShort } from '../../src/archive/told.ts'
import { day } from '../../src/kernel/day.ts'
import { citedInWords } from '../../src/paper/cites.ts'
import { draft } from '../record/conduct.ts'
import { archived, named, type Rows, STRENGTH } from './tables.ts'

const { record, file, folder, add, put, keeper, visitor, opened, rowCount } = archived()

const A: Rows = [
  ['Eastland', '1999-01', 80, 200, 280],
  ['Eastland', '1999-02', 83, 27, 110],
  ['Westland', '1999-01', 0, 40, 40],
  ['Westland', '1999-02', 'NA', 41, 41],
]
/** Two figures corrected, one month gone for one State, a new row. */
const B: Rows = [
  ['Eastland', '1999-01', 80, 200, 280],
  ['Eastland', '1999-02', 83, 29, 112],
  ['Westland', '1999-01', 0, 40, 40],
  ['Northland', '1999-02', 1, 2, 3],
]
const pair = async (dataset: string) => {
  const layout = named(STRENGTH, dataset)
  await put(layout, A, { asPublished: day('2014-03-24') })
  await put(layout, B, { asPublished: day('2014-06-01') })
  return layout
}

describe('a table is kept', () => {
  it('its first snapshot has every row, and an entry with the hash of its bytes on the ledger', async () => {
    const layout = named(STRENGTH, 'first')
    const path = file('State,Month,Police,Troops,Total\nEastland,1999-01,80,200,280\n')
    const added = await add(layout, path, { asPublished: day('2014-03-24'), source: 'https://example.org/first.csv' })
    expect(added).toMatchObject({ is: 'added', snapshot: 1, rows: 1, added: 1, changed: 0, gone: 0, notUnderstood: 0 })
    const [entry] = await record().fresh.asOwner<{ face: string; json: string; door: string; marking: number }>(
      `select e.face, b.json, e.door, e.marking from entry e join body b using (ledger, seq) where e.subject = 'DATASET-first'`,
    )
    const summed = execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64)
    expect(JSON.parse(entry!.face).is).toEqual({
      dataset: 'first',
      layout: 'first/1',
      hash: summed,
      rows: 1,
      notUnderstood: 0,
      asPublished: '2014-03-24',
    })
    expect(JSON.parse(entry!.json)).toMatchObject({
      marking: 0,
      source: { url: 'https://example.org/first.csv' },
      data: { producer: 'Nobody', added: 1 },
    })
    // a layout that somebody brought stands on the ledger with it, so that the record explains itself
    expect(JSON.parse(JSON.parse(entry!.json).data.declared)).toEqual(layout)
  })
  it('the same bytes add nothing, and are named', async () => {
    const layout = named(STRENGTH, 'twice')
    await put(layout, A)
    const before = await rowCount(layout)
    expect(await put(layout, A)).toMatchObject({ is: 'there', snapshot: 1 })
    expect(await rowCount(layout)).toBe(before)
    expect(await record().fresh.asOwner(`select 1 from entry where subject = 'DATASET-twice'`)).toHaveLength(1)
    // a producer who goes back to what it said before is another matter, and must be said
    expect(await put(layout, A, { anyway: true })).toMatchObject({ is: 'added', snapshot: 2, added: 0, changed: 0, gone: 0 })
    expect(await rowCount(layout)).toBe(before)
  })
  it('two States’ files of the same bytes are two, where the name of a file says whose it is', async () => {
    const [state, ...columns] = STRENGTH.columns
    const layout = { ...named(STRENGTH, 'by-name'), columns: [...columns, { ...state!, fileName: true }], part: ['State'], checks: [] }
    const text = 'Month,Police,Troops,Total\n1999-01,0,40,40\n'
    const bring = (name: string) => add(layout, file(text, name))
    expect(await bring('Eastland.csv')).toMatchObject({ is: 'added', added: 1 })
    expect(await bring('Westland.csv')).toMatchObject({ is: 'added', added: 1, gone: 0 })
    expect(await bring('Eastland.csv')).toMatchObject({ is: 'there', snapshot: 1 })
  })
  it('a second snapshot writes what changed, and nothing else', async () => {
    const layout = await pair('second')
    const all = await keeper(db => snapshots(db, 'second'))
    expect(all.map(s => [s.snapshot, s.rows, s.added, s.changed, s.gone, s.from, s.to])).toEqual([
      [2, 4, 1, 1, 1, '1999-01', '1999-02'],
      [1, 4, 4, 0, 0, '1999-01', '1999-02'],
    ])
    expect(await rowCount(layout)).toBe(6) // four, the new figure, the new row
  })
  it('a layout that stands on the record need not be brought again', async () => {
    const layout = await pair('again')
    expect(await put(layout, A.slice(1), { layout: undefined })).toMatchObject({ is: 'added', snapshot: 3, layout: 'again/1' })
  })
  it('an older publication does not become the latest unless that is said', async () => {
    const layout = await pair('older')
    await expect(put(layout, A.slice(2), { asPublished: day('2014-05-01') })).rejects.toThrow(/Snapshot 2 was published on 2014-06-01/)
    expect(await put(layout, A.slice(2), { asPublished: day('2014-05-01'), anyway: true })).toMatchObject({ is: 'added', snapshot: 3 })
    expect(await keeper(async db => inShort(await counted(db, await opened(db, layout), 2, 3)))).toMatch(
      /^Snapshot 3 was published on 2014-05-01, before snapshot 2 \(2014-06-01\): what reads as lost here may have come later\. 3 rows gone/,
    )
  })
})

describe('what changed is told in words', () => {
  it('a corrected figure, a row that is gone, a new row', async () => {
    const layout = await pair('words')
    const { changes, next } = await keeper(async db => diff(db, await opened(db, layout), 1, 2, { limit: 10 }))
    expect(next).toBeUndefined()
    expect(changes.map(c => [c.what, c.lost, c.says])).toEqual([
      ['gone', true, 'Westland, February 1999: the row is gone. Not zero: gone.'],
      ['changed', false, 'Eastland, February 1999, Troops: 27 became 29; Total: 110 became 112.'],
      ['added', false, 'Northland, February 1999: a new row.'],
    ])
    expect(changes[1]).toMatchObject({ snapshot: 2, line: 3, key: 'Eastland | 1999-02' })
  })
  it('between a snapshot and itself nothing differs', async () => {
    const layout = await pair('itself')
    expect((await keeper(async db => diff(db, await opened(db, layout), 2, 2, { limit: 10 }))).changes).toEqual([])
  })
  it('page by page it is the same, each change once', async () => {
    const layout = await pair('pages')
    await keeper(async db => {
      const t = await opened(db, layout)
      const whole = (await diff(db, t, 1, 2, { limit: 100 })).changes
      const found = []
      for (let after: string | undefined; ; ) {
        const page = await diff(db, t, 1, 2, { limit: 1, after })
        found.push(...page.changes)
        if (page.next === undefined) break
        after = page.next
      }
      expect(found).toEqual(whole)
      await expect(diff(db, t, 1, 2, { limit: 1, after: 'x' })).rejects.toThrow(RangeError)
    })
  })
  it('a value that is stated no more is a loss; one that comes, or is corrected, is none', async () => {
    const layout = named(STRENGTH, 'stated')
    await put(layout, [
      ['Eastland', '1999-01', 80, 200, 280],
      ['Westland', '1999-01', 'NA', 40, 40],
      ['Northland', '1999-01', 5, 5, 10],
    ])
    await put(layout, [
      ['Eastland', '1999-01', 'NA', 200, 280],
      ['Westland', '1999-01', 7, 40, 47],
      ['Northland', '1999-01', '', 5, 5],
    ])
    const { changes } = await keeper(async db => diff(db, await opened(db, layout), 1, 2, { limit: 10 }))
    expect(changes.map(c => [c.key, c.lost])).toEqual([
      ['Eastland | 1999-01', true],
      ['Northland | 1999-01', true],
      ['Westland | 1999-01', false],
    ])
    expect(changes[0]!.says).toBe('Eastland, January 1999, Police: 80 is no longer stated (NA).')
    expect(changes[2]!.says).toBe('Westland, January 1999, Police: NA became 7; Total: 40 became 47.')
  })
  it('a whole month that went is told as one loss, and a month of which a row stays is not', async () => {
    const layout = named(STRENGTH, 'months')
    await put(layout, [...A, ['Eastland', '1999-03', 1, 1, 2], ['Westland', '1999-03', 2, 2, 4]])
    await put(layout, A.slice(0, 3))
    const lost = await keeper(async db => losses(db, await opened(db, layout), 1, 2))
    expect(lost.map(l => [l.month, l.rows, l.amount, l.says])).toEqual([
      ['1999-03', 2, 6, 'March 1999: all 2 rows are gone, and nothing stands in their place. A sum of Total is 6 smaller for it.'],
    ])
  })
  it('what changed and changed back between two snapshots does not differ', async () => {
    const layout = named(STRENGTH, 'flicker')
    await put(layout, A)
    await put(layout, B)
    await put(layout, A, { anyway: true })
    await keeper(async db => {
      const t = await opened(db, layout)
      expect((await diff(db, t, 1, 3, { limit: 10 })).changes).toEqual([])
      expect((await history(db, t, 'Eastland | 1999-02', 'Troops'))!.stood.map(s => [s.from, s.until, s.value])).toEqual([
        [1, 2, '27'],
        [2, 3, '29'],
        [3, null, '27'],
      ])
    })
  })
})

describe('as published then', () => {
  it('each figure can be asked for as of any snapshot, and says where it stands', async () => {
    const layout = await pair('then')
    await keeper(async db => {
      const then = await rows(db, layout.dataset, { at: 1, filters: { type: 'Eastland', from: day('1999-02-01'), to: day('1999-02-28') } })
      expect(then).toMatchObject({
        snapshot: 1,
        rows: [{ amount: 110, cites: { dataset: 'then', snapshot: 1, since: 1, line: 3, source: 'Nobody, SIMULATED' } }],
      })
      const now = await rows(db, layout.dataset, { filters: { type: 'Eastland', from: day('1999-02-01'), to: day('1999-02-28') } })
      expect(now).toMatchObject({ snapshot: 2, rows: [{ amount: 112, cites: { snapshot: 2, since: 2, line: 3 } }] })
      // what did not change is cited where it was first read so
      expect(await rows(db, layout.dataset, { filters: { type: 'Westland' } })).toMatchObject({
        rows: [{ amount: 40, cites: { snapshot: 2, since: 1, line: 4 } }],
      })
    })
  })
  it('sums by month are those of the snapshot', async () => {
    const layout = await pair('sums')
    await keeper(async db => {
      const by = async (at?: number) => {
        const answer = await sums(db, layout.dataset, { at, by: ['month'] })
        return 'sums' in answer ? answer.sums.map(s => [s.month, s.rows, s.amount]) : answer
      }
      expect(await by(1)).toEqual([
        ['1999-01', 2, 320],
        ['1999-02', 2, 151],
      ])
      expect(await by()).toEqual([
        ['1999-01', 2, 320],
        ['1999-02', 2, 115],
      ])
      expect(await sums(db, layout.dataset, { on: day('2014-05-01'), by: [] })).toMatchObject({
        snapshot: 1,
        stood: { day: '2014-03-24', by: 'published' },
        sums: [{ amount: 471, cites: { stood: { day: '2014-03-24' } } }],
      })
      expect(await sums(db, layout.dataset, { on: day('2014-01-01'), by: [] })).toMatchObject({ none: 'no such snapshot' })
      expect(await sums(db, layout.dataset, { at: 9, by: [] })).toMatchObject({ none: 'no such snapshot' })
      expect(await sums(db, 'nothing', { by: [] })).toMatchObject({ none: 'no such dataset' })
    })
  })
  it('a later file that ends earlier reaches no further than it does itself; one of a part leaves the others as they stood', async () => {
    const reaches = (layout: Layout, at: number) =>
      keeper(async db => {
        const { from, to } = (await sums(db, layout.dataset, { at, by: [] })) as { from: string; to: string }
        return [from, to]
      })
    for (const [dataset, part, later] of [
      ['sim-shorter', undefined, '1999-01'],
      ['sim-shorter-parts', ['State'], '1999-03'],
    ] as const) {
      const layout = { ...named(STRENGTH, dataset), ...(part && { part }) }
      await put(layout, [
        ['Eastland', '1999-01', 1, 2, 3],
        ['Westland', '1999-03', 1, 2, 3],
      ])
      await put(layout, [['Eastland', '1999-01', 1, 2, 4]])
      expect(await reaches(layout, 1), dataset).toEqual(['1999-01', '1999-03'])
      expect(await reaches(layout, 2), dataset).toEqual(['1999-01', later])
    }
  })
  it('rows come page by page, each once, whatever the page', async () => {
    const layout = named(STRENGTH, 'paged')
    const many: Rows = Array.from({ length: 57 }, (_, i) => [
      `Land ${i % 7}`,
      `19${70 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      1,
      i,
      i + 1,
    ])
    await put(layout, many)
    await keeper(async db => {
      const found: (number | null)[] = []
      for (let after: string | undefined; ; ) {
        const page = await rows(db, layout.dataset, { limit: 10, after })
        if ('none' in page) throw new Error(page.says)
        found.push(...page.rows.map(r => r.amount))
        if (page.next === null) break
        after = page.next
      }
      expect(found.toSorted((a, b) => a! - b!)).toEqual(many.map(r => r[4]))
      await expect(rows(db, layout.dataset, { after: Buffer.from('["x"]').toString('base64url') })).rejects.toThrow(RangeError)
    })
  })
})

describe('what is odd is said, and nothing is summed twice', () => {
  it('a total among its parts is told apart, and checked against them', async () => {
    const layout = named(STRENGTH, 'totals')
    const added = await put(layout, [...A.slice(0, 1), ...A.slice(2, 3), ['All States', '1999-01', 80, 240, 321]])
    await keeper(async db => {
      expect(await sums(db, layout.dataset, { by: [] })).toMatchObject({ sums: [{ rows: 2, amount: 320 }] })
      expect(await rows(db, layout.dataset, { filters: { type: 'All States' } })).toMatchObject({ rows: [{ total: true, amount: 321 }] })
      const said = await problems(db, layout.dataset, 1, { limit: 50 })
      expect(said.filter(p => p.kind === 'check').map(p => [p.says, p.lines])).toEqual([
        ['Police + Troops is not Total', [[1, 4]]],
        ['rows of Total add up to another figure than the row "All States" gives', [[1, 4]]],
        ['1999-01: the parts are 320, the total says 321', [[1, 4]]],
      ])
      expect(added).toMatchObject({ said: said.map(p => ({ says: p.says })) })
    })
  })
  it('a group of which every row repeats another’s name is told with no row, not left out', async () => {
    const layout = {
      ...named(STRENGTH, 'repeats-only'),
      columns: [
        { name: 'id', as: 'text' },
        { name: 'State', as: 'text', is: 'type' },
        { name: 'Total', as: 'whole', is: 'amount' },
      ],
      key: ['id'],
      totals: [],
      checks: [],
    } satisfies Layout
    await put(layout, [
      ['e1', 'Eastland', 3],
      ['e1', 'Westland', 4],
    ])
    expect(await visitor(db => sums(db, layout.dataset, { by: ['type'] }))).toMatchObject({
      sums: [
        { type: 'Eastland', rows: 0, amount: null, repeated: 1 },
        { type: 'Westland', rows: 1, amount: 4, repeated: 0 },
      ],
    })
  })
  it('rows that repeat are kept apart, said, and not summed again', async () => {
    const layout = named(STRENGTH, 'repeats')
    const added = await put(layout, [A[0]!, A[0]!, ['Eastland', '1999-01', 1, 1, 2], A[2]!])
    expect(added).toMatchObject({ is: 'added', rows: 4, repeated: 2 })
    await keeper(async db => {
      expect(await sums(db, layout.dataset, { by: ['type'] })).toMatchObject({
        sums: [
          { type: 'Eastland', rows: 1, amount: 280, repeated: 2 },
          { type: 'Westland', rows: 1, amount: 40, repeated: 0 },
        ],
      })
      const said = (await problems(db, layout.dataset, 1, { limit: 50 })).filter(p => /of the same name|once more/.test(p.says))
      expect(said.map(p => [p.rows, p.lines])).toEqual([
        [1, [[1, 4]]],
        [1, [[1, 3]]],
      ])
    })
    // the first of them is taken out: what was the second is the first now, and is counted
    await put(layout, [['Eastland', '1999-01', 1, 1, 2], A[2]!])
    await keeper(async db => {
      expect(await sums(db, layout.dataset, { by: ['type'] })).toMatchObject({
        sums: [{ type: 'Eastland', rows: 1, amount: 2, repeated: 0 }, { rows: 1 }],
      })
      expect(await sums(db, layout.dataset, { at: 1, by: ['type'] })).toMatchObject({
        sums: [{ rows: 1, amount: 280, repeated: 2 }, { rows: 1 }],
      })
    })
  })
  it('a broken row is named with line and column, and nothing is written, unless the good are to be kept', async () => {
    const layout = named(STRENGTH, 'broken')
    const bad: Rows = [A[0]!, ['Eastland', '1999-02', 'eighty', 27, 107], A[2]!]
    const refused = await put(layout, bad)
    expect(refused).toMatchObject({ is: 'refused', rows: 2, notUnderstood: 1, bad: [{ line: 3, column: 'Police' }] })
    expect(await record().fresh.asOwner(`select 1 from dataset where name = 'broken'`)).toEqual([])
    expect(await record().fresh.asOwner(`select 1 from entry where subject = 'DATASET-broken'`)).toEqual([])
    const kept = await put(layout, bad, { keepGood: true })
    expect(kept).toMatchObject({ is: 'added', snapshot: 1, rows: 2, notUnderstood: 1 })
    const [entry] = await record().fresh.asOwner<{ face: string; json: string }>(
      `select face, json from entry join body using (ledger, seq) where subject = 'DATASET-broken'`,
    )
    expect(JSON.parse(entry!.face).is.notUnderstood).toBe(1)
    expect(JSON.parse(entry!.json).data.leftOut).toEqual([expect.stringMatching(/^Police: .*eighty.*\(1\)$/)])
    // and each figure that rests on such a snapshot says so
    await keeper(async db => {
      expect(await sums(db, layout.dataset, { by: ['month'] })).toMatchObject({
        sums: [{ cites: { unread: 1 } }],
      })
      const found = await rows(db, layout.dataset, {})
      expect('rows' in found && found.rows.map(r => citedInWords(r.cites))[0]).toMatch(
        /; 1 row of its file was not understood, and is not in it$/,
      )
    })
  })
  it('a file of one part leaves the other parts as they stood, and says how many', async () => {
    const layout = { ...named(STRENGTH, 'parts'), part: ['Month'] }
    expect(await put(layout, A)).toMatchObject({ stayed: { rows: 0, parts: 0 } })
    const stayed = { rows: A.filter(r => r[1] === '1999-01').length, parts: 1 }
    expect(await put(layout, [['Eastland', '1999-02', 83, 29, 112]])).toMatchObject({ is: 'added', added: 0, changed: 1, gone: 1, stayed })
    await keeper(async db => {
      expect(await sums(db, layout.dataset, { by: ['month'] })).toMatchObject({
        sums: [
          { month: '1999-01', amount: 320 },
          { month: '1999-02', amount: 112 },
        ],
      })
      expect(await sums(db, layout.dataset, { at: 1, by: ['month'] })).toMatchObject({ sums: [{ amount: 320 }, { amount: 151 }] })
    })
  })
  it('a folder is one snapshot; its hash is that of what sha256sum prints, and a row is cited by file and line', async () => {
    const layout = named(STRENGTH, 'folder')
    const at = `${folder}/states`
    mkdirSync(at)
    writeFileSync(`${at}/b.csv`, 'State,Month,Police,Troops,Total\nWestland,1999-01,0,40,40\n')
    writeFileSync(`${at}/a.csv`, 'State,Month,Police,Troops,Total\nEastland,1999-01,80,200,280\nEastland,1999-02,83,27,110\n')
    writeFileSync(`${at}/SOURCE.txt`, 'somewhere')
    writeFileSync(`${at}/.hidden.csv`, 'x')
    const added = await add(layout, at)
    expect(added).toMatchObject({ is: 'added', rows: 3, left: ['.hidden.csv', 'SOURCE.txt'] })
    expect('hash' in added && added.hash).toBe(execSync('sha256sum a.csv b.csv | sha256sum', { cwd: at, encoding: 'utf8' }).slice(0, 64))
    const files = await record().fresh.asOwner<{ name: string; rows: number }>(
      `select f.name, f.rows from snapshot_file f join dataset d on d.id = f.dataset where d.name = 'folder' order by file`,
    )
    expect(files).toEqual([
      { name: 'a.csv', rows: 2 },
      { name: 'b.csv', rows: 1 },
    ])
    await keeper(async db => {
      expect(await rows(db, 'folder', { filters: { type: 'Westland' } })).toMatchObject({ rows: [{ cites: { file: 'b.csv', line: 2 } }] })
    })
  })
})

describe('after a mishap', () => {
  it('a crash between the rows and the entry leaves neither, and the next add is as if nothing had been', async () => {
    const layout = named(STRENGTH, 'crash')
    const path = file('State,Month,Police,Troops,Total\nEastland,1999-01,80,200,280\n')
    const dying = {
      // the server process is cut off when the rows are written and the entry is not
      appendWithin: async (client: { query(text: string): Promise<{ rows: { pid: number }[] }> }) => {
        const { pid } = (await client.query('select pg_backend_pid() as pid')).rows[0]!
        await record().fresh.asOwner('select pg_terminate_backend($1)', [pid])
        await client.query('select 1')
        throw new Error('the connection lived on')
      },
    } as never
    const how = { dataset: 'crash', path, layout, today: day('2026-11-24') }
    await expect(addSnapshot({ keeper: record().pools.keeper, ledger: dying }, how)).rejects.toThrow()
    expect(await record().fresh.asOwner(`select 1 from dataset where name = 'crash'`)).toEqual([])
    expect(await rowCount(layout)).toBe(0)
    expect(await record().fresh.asOwner(`select 1 from entry where subject = 'DATASET-crash'`)).toEqual([])
    expect(await add(layout, path)).toMatchObject({ is: 'added', snapshot: 1, rows: 1 })
  })
  it('a refused entry takes its rows with it', async () => {
    const layout = named(STRENGTH, 'refused')
    const no = { appendWithin: async () => ({ ok: false, refusal: { code: 'x', says: 'No.' }, index: 0 }) } as never
    const how = {
      dataset: 'refused',
      path: file('State,Month,Police,Troops,Total\nEastland,1999-01,80,200,280\n'),
      layout,
      today: day('2026-11-24'),
    }
    await expect(addSnapshot({ keeper: record().pools.keeper, ledger: no }, how)).rejects.toThrow(/was refused: No\./)
    expect(await rowCount(layout)).toBe(0)
  })
  it('the ledger goes on after an add: what others append meanwhile stands in one order', async () => {
    const layout = named(STRENGTH, 'order')
    const others = Array.from({ length: 20 }, (_, i) =>
      record().ledger.append([
        draft(`SIM-O${i}`, 'MemberStateNotified', '2021-03-01', { mission: 'SIM-1', state: 'XAA', category: 'contingent', matter: 'sea' }),
      ]),
    )
    const all = await Promise.all([...others, put(layout, A)])
    expect(all.slice(0, -1).every(o => 'ok' in o && o.ok)).toBe(true)
    expect(all.at(-1)).toMatchObject({ is: 'added' })
    const [{ gaps }] = (await record().fresh.asOwner<{ gaps: string }>('select max(seq) - count(*) as gaps from entry')) as [
      { gaps: string },
    ]
    expect(Number(gaps)).toBe(0)
  })
  it('two adds of the same file at once make one snapshot', async () => {
    const layout = named(STRENGTH, 'race')
    const path = file('State,Month,Police,Troops,Total\nEastland,1999-01,80,200,280\n')
    const both = await Promise.all([add(layout, path), add(layout, path), add(layout, path)])
    expect(both.map(b => b.is).sort()).toEqual(['added', 'there', 'there'])
    expect(await rowCount(layout)).toBe(1)
  })
})
