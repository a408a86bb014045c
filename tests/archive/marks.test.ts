import { afterAll, beforeAll, expect, it } from 'vitest'
import { archiveTables, CAME, OPEN, WENT } from '../../src/archive/schema.ts'
import { migrate } from '../../src/kernel/database/migrate.ts'
import { TABLES } from '../../src/record/tables.ts'
import { type Fresh, freshDatabase } from '../database.ts'

// A record that was kept before what became of a row was written with it. SIMULATED throughout.

let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

it('its rows are marked as they are brought to this version, and stand as they stood', async () => {
  const bring = (tables: typeof TABLES) => migrate({ connectionString: fresh.url }, () => 'a secret of this test', tables)
  await bring({ '002_archive': archiveTables })
  const rows: readonly (readonly [name: string, repeat: number, from: number, to: number])[] = [
    ['stands', 1, 1, OPEN],
    ['corrected', 1, 1, 2],
    ['corrected', 1, 2, OPEN],
    ['went', 1, 1, 2],
    ['back', 1, 1, 2],
    ['back', 1, 3, OPEN],
    ['new', 1, 2, OPEN],
    ['twice', 1, 1, OPEN],
    ['twice', 2, 1, OPEN],
    ['closed', 1, 1, 2],
    ['closed', 1, 2, OPEN],
  ]
  await fresh.asOwner(`insert into dataset (name, opens, counted_by) values ('sim-marks', 'rows', 'state')`)
  for (const [name, repeat, from, to] of rows)
    await fresh.asOwner(
      `insert into archived (dataset, k, repeat, from_snap, to_snap, file, line, hash, month, marking, mission, state, place, type, sex, total, cells)
       values (1, md5($1)::uuid, $2, $3::int, $4, 1, 1, md5($1)::uuid, 0, 0, '', '', '', '', '', false, case when $1 = 'corrected' then $1 || ($3::int)::text else $1 end)`,
      [name, repeat, from, to],
    )
  await bring(TABLES)
  const found = await fresh.asOwner<{ cells: string; from_snap: number; came: number; went: number; again: boolean }>(
    'select cells, from_snap, came, went, again from archived order by cells, repeat, from_snap',
  )
  expect(found.map(r => [r.cells, r.from_snap, r.came, r.went, r.again])).toEqual([
    ['back', 1, 0, WENT.gone, false],
    ['back', 3, CAME.back, 0, false],
    ['closed', 1, 0, 0, false],
    ['closed', 2, CAME.closed, 0, false], // what everybody sees of it is the same
    ['corrected1', 1, 0, 0, false],
    ['corrected2', 2, CAME.corrected, 0, false],
    ['new', 2, CAME.new, 0, false],
    ['stands', 1, 0, 0, false],
    ['twice', 1, 0, 0, false],
    ['twice', 1, 0, 0, true],
    ['went', 1, 0, WENT.gone, false],
  ])
})
