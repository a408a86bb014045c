import { beforeAll, describe, expect, it } from 'vitest'
import { snapshots } from '../../src/archive/datasets.ts'
import { rows } from '../../src/archive/rows.ts'
import { sums } from '../../src/archive/sums.ts'
import { table } from '../../src/archive/table.ts'
import { app } from '../../src/doors/http/app.tsx'
import { build, peaceops } from '../doors/cli.ts'
import { mainOf, words } from '../pages/reading.ts'
import { archived, STRENGTH } from './tables.ts'

// A file that was none of the producer's was added, and its entry was superseded. Its rows are not hidden, and answer nobody who does not ask for them.

const { record, file, put, visitor } = archived()
const REASON = 'The file was a draft that the producer never published.'
const WHY = /withdrawn by entry \d+, on 2026-11-24: The file was a draft that the producer never published\./
const entryOf = (nth: number): Promise<string> =>
  visitor(async db => (await snapshots(db, STRENGTH.dataset)).find(s => s.snapshot === nth)!.entry)
const supersede = async (id: string, entry: string): Promise<void> => {
  const line = {
    id,
    type: 'EntrySuperseded',
    subject: `DATASET-${STRENGTH.dataset}`,
    occurredOn: '2026-11-24',
    marking: 'public',
    data: { entry, says: REASON },
  }
  expect((await record().import(file(JSON.stringify(line), `${id}.ndjson`), {})).problems).toEqual([])
}
const cli = (...args: string[]) => peaceops(['archive', ...args], { PEACEOPS_HOME: record().fresh.home, DATABASE_URL: record().fresh.url })
const get = async (path: string) =>
  app(record()).request(path, { headers: { accept: path.startsWith('/api') ? 'application/json' : 'text/html' } })
const troops = (at?: number) =>
  visitor(async db => {
    const found = await rows(db, STRENGTH.dataset, at === undefined ? {} : { at })
    return 'none' in found ? found : { at: found.snapshot, withdrawn: found.withdrawn, troops: found.rows.map(r => r.cells['Troops']) }
  })

beforeAll(async () => {
  build()
  await put(STRENGTH, [['Eastland', '1999-02', 83, 27, 110]], { asPublished: undefined })
  await put(STRENGTH, [['Eastland', '1999-02', 83, 29, 112]])
  await put(STRENGTH, [['Eastland', '1999-02', 83, 999, 1082]])
  await supersede('not-theirs', await entryOf(3))
}, 180_000)

describe('a snapshot that was withdrawn', () => {
  it('is not the newest that a question rests on, and stands, marked, for whoever asks for it', async () => {
    expect(await troops()).toEqual({ at: 2, withdrawn: undefined, troops: ['29'] })
    expect(await troops(3)).toEqual({ at: 3, withdrawn: expect.stringMatching(WHY), troops: ['999'] })
    expect(await visitor(db => sums(db, STRENGTH.dataset, { by: ['month'] }))).toMatchObject({ snapshot: 2, sums: [{ amount: 112 }] })
  })
  it('is marked on the command line, and compared only when one asks', async () => {
    const [list, show, diff, asked, past] = await Promise.all([
      cli('list'),
      cli('show', STRENGTH.dataset),
      cli('diff', STRENGTH.dataset),
      cli('diff', STRENGTH.dataset, '2', '3'),
      cli('history', STRENGTH.dataset, 'Eastland | 1999-02', 'Troops'),
    ])
    expect(list.out).toMatch(/^sim-strength +snapshot 2 /m)
    expect(show.out).toMatch(new RegExp(`^ {5}3 .*${WHY.source}`, 'm'))
    expect(show.out.match(/withdrawn/g)).toHaveLength(1)
    expect(diff.out).toContain('Troops: 27 became 29')
    expect(diff.out + diff.err).not.toContain('withdrawn')
    expect(asked.out).toContain('Troops: 29 became 999')
    expect(asked.err).toMatch(new RegExp(`Snapshot 3 is ${WHY.source}`))
    expect(past.out).toMatch(new RegExp(`^since snapshot 3 .*${WHY.source}.*999$`, 'm'))
  }, 60_000)
  it('is marked over HTTP and on the pages', async () => {
    const api = async (path: string) => (await get(`/api/v1/archive/${STRENGTH.dataset}${path}`)).json()
    expect(await api('')).toMatchObject({ latest: { snapshot: 2, withdrawn: null }, items: [{ withdrawn: { says: REASON } }, {}, {}] })
    expect(await api('/rows')).toMatchObject({ snapshot: 2 })
    expect(await api('/diff')).toMatchObject({ older: 1, newer: 2, withdrawn: [] })
    expect(await api('/diff?older=2&newer=3')).toMatchObject({ withdrawn: [{ snapshot: 3, says: expect.stringMatching(WHY) }] })
    for (const path of ['', '/changes?older=2&newer=3', '/history?key=Eastland+%7C+1999-02&column=Troops'])
      expect(words(mainOf(await (await get(`/archive/${STRENGTH.dataset}${path}`)).text())), path).toMatch(WHY)
    expect(await (await get(`/archive/${STRENGTH.dataset}/feed.atom`)).text()).toMatch(WHY)
  })
  it('stands again when the correction is corrected; where all are withdrawn, that is the answer', async () => {
    await supersede('it-was-theirs', 'not-theirs')
    expect(await troops()).toMatchObject({ at: 3, withdrawn: undefined })
    for (const nth of [1, 2, 3]) await supersede(`none-${nth}`, await entryOf(nth))
    expect(await troops()).toEqual({ none: 'no such snapshot', says: 'Every snapshot of sim-strength was withdrawn.' })
    expect((await visitor(db => table(db, STRENGTH.dataset)))!.newest).toBeUndefined()
    expect((await cli('list')).out).toMatch(/withdrawn by entry/)
  })
})
