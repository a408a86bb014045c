import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { datasets } from '../../src/archive/datasets.ts'
import { diff } from '../../src/archive/diff.ts'
import { history } from '../../src/archive/history.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { problems } from '../../src/archive/problems.ts'
import { rows } from '../../src/archive/rows.ts'
import { sums } from '../../src/archive/sums.ts'
import type { Reader } from '../../src/kernel/access/reader.ts'
import { secret } from '../../src/kernel/database/secrets.ts'
import { exported } from '../../src/record/case.ts'
import { archived, EVENTS, named, STRENGTH } from './tables.ts'

// Who may read what of a published table: asked as each reader, and of the public login with any SQL it likes.

const { record, put, add, file, keeper, visitor, opened } = archived()
const PARTNER: Reader = { tier: 2, missions: [], states: ['CAF'] }

beforeAll(async () => {
  await put(
    EVENTS,
    [
      ['e1', '2014-01-05', 'Central African Republic', 'ZqHamlet', 3],
      ['e2', '2014-02-05', 'Central African Republic', 'ZqHamlet', 4],
      ['e3', '2014-02-05', 'Gabon', 'ZqElsewhere', 5],
      ['e3', '2014-02-05', 'Gabon', 'ZqElsewhere', 5],
      ['e4', '2015-02-05', 'Central African Republic', 'ZqHamlet', 'ZqOdd'],
    ],
    { keepGood: true },
  )
  await put(EVENTS, [
    ['e1', '2014-01-05', 'Central African Republic', 'ZqHamlet', 3],
    ['e2', '2014-02-05', 'Central African Republic', 'ZqHamlet', 40],
    ['e3', '2014-02-05', 'Gabon', 'ZqElsewhere', 5],
  ])
})

describe('a closed table', () => {
  it('gives the public its counts by year and State, as published then too, no sum of fewer than five rows, and nothing else', async () => {
    await visitor(async db => {
      expect(await sums(db, EVENTS.dataset, { by: ['year', 'state'] })).toMatchObject({
        opens: 'closed',
        sums: [
          { year: '2014', state: 'CAF', rows: 2, amount: null, repeated: 0 },
          { year: '2014', state: 'GAB', rows: 1, amount: null, repeated: 0 },
        ],
      })
      expect(await sums(db, EVENTS.dataset, { at: 1, by: ['state'], filters: { state: 'CAF' } })).toMatchObject({
        sums: [{ state: 'CAF', rows: 2, amount: null }],
      })
      expect(await sums(db, EVENTS.dataset, { at: 1, by: ['state'], filters: { state: 'GAB' } })).toMatchObject({
        sums: [{ rows: 1, amount: null, repeated: 1 }],
      })
      for (const by of [['month'], ['place'], ['year', 'place']] as const)
        expect(await sums(db, EVENTS.dataset, { by })).toMatchObject({ none: 'closed' })
      expect(await sums(db, EVENTS.dataset, { by: ['year'], filters: { place: 'ZqHamlet' } })).toMatchObject({ none: 'closed' })
      expect(await rows(db, EVENTS.dataset, {})).toMatchObject({ none: 'closed' })
      const t = await opened(db, EVENTS)
      expect((await diff(db, t, 1, 2, { limit: 10 })).changes).toEqual([])
      expect(await history(db, t, 'e2')).toBeUndefined()
      expect(await problems(db, EVENTS.dataset, 1, { limit: 10 })).toEqual([])
      expect((await datasets(db)).find(d => d.dataset === EVENTS.dataset)).toMatchObject({
        opens: 'closed',
        latest: { rows: 3, changed: 1 },
      })
    })
  })
  it('may be counted by another thing than the State, and then not by it', async () => {
    const DEAD: Layout = { ...EVENTS, dataset: 'dead', layout: 'dead/1', countedBy: 'mission' }
    await put(DEAD, [['e1', '2014-01-05', 'Gabon', 'ZqHamlet', 1]])
    await visitor(async db => {
      expect(await sums(db, 'dead', { by: ['year'] })).toMatchObject({ sums: [{ year: '2014', rows: 1 }] })
      expect(await sums(db, 'dead', { by: ['year', 'mission'] })).toMatchObject({ sums: [{ year: '2014', rows: 1 }] })
      expect(await sums(db, 'dead', { by: ['state'] })).toMatchObject({ none: 'closed' })
      expect(await sums(db, 'dead', { by: ['year'], filters: { state: 'GAB' } })).toMatchObject({ none: 'closed' })
    })
    await expect(put({ ...DEAD, countedBy: 'state' }, [['e2', '2014-01-06', 'Gabon', 'ZqHamlet', 1]])).rejects.toThrow(/counted by mission/)
  })
  it('is whole for who is cleared, and of one State for who is cleared for one', async () => {
    await keeper(async db => {
      expect(await sums(db, EVENTS.dataset, { by: ['month', 'place'] })).toMatchObject({
        sums: [
          { month: '2014-01', place: 'ZqHamlet', rows: 1 },
          { month: '2014-02', place: 'ZqElsewhere' },
          { month: '2014-02', place: 'ZqHamlet', amount: 40 },
        ],
      })
      expect((await diff(db, await opened(db, EVENTS), 1, 2, { limit: 10 })).changes.map(c => c.says)).toContain('e2, best: 4 became 40.')
    })
    await record().read(PARTNER, async db => {
      const seen = await rows(db, EVENTS.dataset, { at: 1 })
      expect('rows' in seen && seen.rows.map(r => r.state)).toEqual(['CAF', 'CAF'])
      expect(await history(db, await opened(db, EVENTS), 'e3')).toBeUndefined()
      expect(await problems(db, EVENTS.dataset, 1, { limit: 10 })).toEqual([]) // they may speak of other States' rows
    })
  })
  it('stands on the ledger without a cell of it: neither a place, nor what was odd in a row', async () => {
    const lines = JSON.stringify(await visitor(db => Array.fromAsync(exported(db))))
    expect(lines).toContain('sim-events')
    expect(lines).not.toContain('Zq')
  })
  it('the public login finds no row of it, however it asks, and no hash against which to test a guess', async () => {
    const client = new pg.Client(record().place.connect(record().pools.who.public, secret(record().fresh.home, record().pools.who.public)))
    await client.connect()
    try {
      const count = async (table: string): Promise<number> => Number((await client.query(`select count(*) as n from ${table}`)).rows[0].n)
      expect(await count('archived')).toBe(0)
      expect(await count('archived_closed')).toBe(0)
      expect(await count('archived_problem')).toBe(0)
      expect(await count('archived_count where rows < 5 and amount is not null')).toBe(0)
      expect(await count('archived_count where rows > 0')).toBeGreaterThan(0)
      await expect(client.query('select hash from archived')).rejects.toThrow(/permission denied/)
      await expect(client.query('select * from archived')).rejects.toThrow(/permission denied/)
      for (const table of [
        'dataset',
        'snapshot',
        'snapshot_file',
        'layout',
        'archived',
        'archived_closed',
        'archived_count',
        'archived_problem',
        'archived_state',
      ])
        await expect(client.query(`delete from ${table}`)).rejects.toThrow(/permission denied/)
    } finally {
      await client.end()
    }
  })
  it('not even the keeper may change what stands: a row only ends', async () => {
    const ask = (sql: string) => record().pools.keeper.query(sql)
    await expect(ask(`update archived set cells = 'x'`)).rejects.toThrow(/permission denied/)
    await expect(ask('delete from archived')).rejects.toThrow(/permission denied/)
    await expect(ask(`update snapshot set hash = repeat('0', 64)`)).rejects.toThrow(/permission denied/)
    await expect(ask('delete from snapshot')).rejects.toThrow(/permission denied/)
  })
})

describe('in an open table', () => {
  const layout: Layout = {
    ...named(STRENGTH, 'sim-half'),
    columns: [...STRENGTH.columns, { name: 'Remark', as: 'text', closed: true }],
    checks: [],
  }
  const text = (remark: string, extra: string): string =>
    `State,Month,Police,Troops,Total,Remark,Name\nEastland,1999-01,1,2,3,${remark},${extra}\n`
  it('a closed column, and one that no layout declares, are for cleared readers', async () => {
    await add(layout, file(text('ZqRemark', 'ZqSomebody')))
    await add(layout, file(text('ZqOther', 'ZqSomebody')))
    await keeper(async db => {
      expect(await rows(db, layout.dataset, { at: 1 })).toMatchObject({
        rows: [{ cells: { Total: '3', Remark: 'ZqRemark', Name: 'ZqSomebody' } }],
      })
      expect((await diff(db, await opened(db, layout), 1, 2, { limit: 5 })).changes).toMatchObject([
        { says: 'Eastland, January 1999, Remark: ZqRemark became ZqOther.' },
      ])
    })
    await visitor(async db => {
      for (const at of [1, 2]) {
        const seen = await rows(db, layout.dataset, { at })
        expect(seen).toMatchObject({ rows: [{ amount: 3, cells: { Remark: '' } }] })
        expect(JSON.stringify(seen)).not.toContain('Zq')
      }
      // all that changed is closed: for the public nothing has
      expect((await diff(db, await opened(db, layout), 1, 2, { limit: 5 })).changes).toEqual([])
      expect(JSON.stringify(await history(db, await opened(db, layout), 'Eastland | 1999-01'))).not.toContain('Zq')
    })
  })
  it('what is said of a closed column, or names one that no layout declares, is for cleared readers', async () => {
    const more: Layout = {
      ...named(STRENGTH, 'sim-half-said'),
      columns: [
        ...STRENGTH.columns,
        { name: 'Whom', as: 'text', closed: true },
        { name: 'Seen', as: 'day', closed: true },
        { name: 'Of', as: 'state', closed: true },
        { name: 'Hurt', as: 'whole', closed: true },
      ],
      checks: [
        { check: 'sum', parts: ['Police', 'Hurt'], total: 'Total' },
        { check: 'rows', of: 'Hurt', by: ['Whom'], total: { column: 'State', is: 'All States' } },
      ],
    }
    const lines = [
      'State,Month,Police,Troops,Total,Whom,Seen,Of,Hurt,ZqHeading',
      'Eastland,1999-01,1,2,3,ZqWhom,1999-01-02,ZqNowhere,4711,ZqCell',
      'Northland,1999-01,1,2,3,ZqWhom,ZqDay,,1,',
      'Southland,1999-01,ZqOpen,2,3,ZqWhom,,,1,',
      'All States,1999-01,1,2,3,ZqWhom,,,4242,',
      'Zq words below the table,,,,,ZqBelow,,,,',
    ]
    const added = await add(more, file(`${lines.join('\n')}\n`), { keepGood: true })
    expect(JSON.stringify(added)).toMatch(/ZqHeading.*ZqDay/)
    await keeper(async db => {
      const all = JSON.stringify(await problems(db, more.dataset, 1, { limit: 100 }))
      for (const told of [
        'ZqHeading',
        'ZqOpen',
        'ZqDay',
        'ZqNowhere',
        'ZqBelow',
        'ZqWhom: the parts are 4711, the total says 4242',
        'Police + Hurt',
      ])
        expect(all).toContain(told)
    })
    await visitor(async db => {
      const seen = await problems(db, more.dataset, 1, { limit: 100 })
      expect(seen.filter(p => p.kind === 'bad').map(p => p.says)).toEqual(['no number'])
      expect(JSON.stringify(seen)).not.toMatch(/Zq|4711|4242|Hurt/)
      const lines = []
      for await (const line of exported(db)) if (line.subject === `DATASET-${more.dataset}`) lines.push(line)
      expect(JSON.stringify(lines.map(l => l.data))).toContain('Seen: not understood, in a closed column (1)')
      expect(JSON.stringify(lines)).not.toMatch(/Zq/)
    })
  })
  it('what names a row, or may be asked by, cannot be closed: the layout is refused', async () => {
    const { oddities } = await import('../../src/archive/declared.ts')
    expect(oddities({ ...layout, key: ['Remark'] }).map(o => o.says)).toEqual([expect.stringMatching(/test a guess/)])
    expect(
      oddities({ ...layout, columns: [...layout.columns, { name: 'X', as: 'place', is: 'place', closed: true }] }).map(o => o.says),
    ).toEqual([expect.stringMatching(/cannot be asked by/)])
    // nor what is summed, what tells a total, or what parts the table: each would answer a question about the closed cell
    const { columns } = STRENGTH
    const closing = (name: string) => columns.map(({ is: _, ...c }) => (c.name === name ? { ...c, closed: true } : c))
    const half = { ...layout, totals: [], columns: closing('Police'), adds: ['Police', 'Troops'] }
    expect(oddities(half).map(o => o.says)).toEqual(['Police is closed: everybody would read it in the sum'])
    expect(oddities({ ...layout, columns: closing('Troops'), totals: [{ column: 'Troops', is: ['0'] }] }).map(o => o.says)).toEqual([
      'Troops is closed: everybody would see which rows are totals',
    ])
    expect(oddities({ ...layout, columns: closing('Troops'), totals: [], part: ['Troops'] }).map(o => o.says)).toEqual([
      'Troops is closed, and names a part of the table: somebody could test a guess against it',
    ])
    expect(oddities({ ...half, opens: 'closed' })).toEqual([])
  })
})
