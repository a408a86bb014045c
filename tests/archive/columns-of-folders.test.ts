import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { counted } from '../../src/archive/counted.ts'
import { diff } from '../../src/archive/diff.ts'
import type { Layout } from '../../src/archive/layout.ts'
import { placesInWords } from '../../src/archive/noted.ts'
import { placesOf, problems } from '../../src/archive/problems.ts'
import { inShort } from '../../src/archive/told.ts'
import { archived, named, STRENGTH } from './tables.ts'

// A table that is published as a folder, a file for each State, loses a column, or one of its files does. SIMULATED throughout.

const { add, folder: home, keeper, opened, record } = archived()
const layout: Layout = {
  ...named(STRENGTH, 'sim-folder'),
  columns: [...STRENGTH.columns, { name: 'Staff', as: 'whole', optional: true }, { name: 'Women', as: 'whole', optional: true }],
}
let n = 0
/** Each file: the columns that it has beside the first five, and its troops. */
const folder = (files: Readonly<Record<string, readonly [more: Readonly<Record<string, number>>, troops?: number]>>): string => {
  const path = join(home, `folder-${++n}`)
  mkdirSync(path)
  for (const [state, [more, troops = 2]] of Object.entries(files))
    writeFileSync(
      join(path, `${state}.csv`),
      `State,Month,Police,Troops,Total${Object.keys(more)
        .map(c => `,${c}`)
        .join('')}\n${['1999-01', '1999-02']
        .map(
          m =>
            `${state},${m},1,${troops},${troops + 1}${Object.values(more)
              .map(v => `,${v}`)
              .join('')}`,
        )
        .join('\n')}\n`,
    )
  return path
}
const told = (of: Layout, older: number, newer: number) =>
  keeper(async db => {
    const t = await opened(db, of)
    return [inShort(await counted(db, t, older, newer)), ...(await diff(db, t, older, newer, { limit: 20 })).changes.map(c => c.says)]
  })
const columnsOf = async (of: Layout): Promise<readonly (readonly string[] | null)[]> =>
  (
    await record().fresh.asOwner<{ columns: string[] | null }>(
      'select s.columns from snapshot s join dataset d on d.id = s.dataset where d.name = $1 order by s.nth',
      [of.dataset],
    )
  ).map(r => r.columns?.filter(c => c === 'Staff' || c === 'Women').toSorted() ?? null)

describe('columns of a table in several files', () => {
  it('one that is gone from all of them is told once, and what was corrected besides stands out', async () => {
    await add(layout, folder({ Eastland: [{ Staff: 5 }], Westland: [{ Staff: 6 }] }))
    const second = await add(layout, folder({ Eastland: [{ Women: 1 }], Westland: [{ Women: 1 }, 9] }))
    expect(second).toMatchObject({ added: 0, changed: 2, gone: 0 })
    expect(await told(layout, 1, 2)).toEqual([
      'Column gone: Staff. 2 rows corrected. Column new: Women.',
      'Westland, January 1999, Troops: 2 became 9; Total: 3 became 10.',
      'Westland, February 1999, Troops: 2 became 9; Total: 3 became 10.',
    ])
    expect(await columnsOf(layout)).toEqual([['Staff'], ['Women']])
  })
  it('one that a file lacks and another has is not gone: the rows of that file tell what they state no more', async () => {
    const its = { ...layout, ...named(layout, 'sim-folder-lacks') }
    await add(its, folder({ Eastland: [{ Staff: 5 }], Westland: [{}] }))
    await add(its, folder({ Eastland: [{ Staff: 7 }], Westland: [{}] }))
    expect((await told(its, 1, 2))[0]).toBe('2 rows corrected.')
    await add(its, folder({ Eastland: [{}], Westland: [{ Staff: 6 }] }))
    expect(await told(its, 2, 3)).toEqual([
      '2 rows state less than before, 2 corrected.',
      'Eastland, January 1999, Staff: 7 is no longer stated.',
      'Eastland, February 1999, Staff: 7 is no longer stated.',
      'Westland, January 1999, Staff: nothing became 6.',
      'Westland, February 1999, Staff: nothing became 6.',
    ])
  })
  it('a part that lacks it takes it from no other part; when every part was read without it, it is gone', async () => {
    const its = { ...layout, ...named(layout, 'sim-folder-parts'), part: ['State'] }
    await add(its, folder({ Eastland: [{ Staff: 5 }], Westland: [{}] }))
    await add(its, folder({ Westland: [{}, 3] }))
    expect(await told(its, 1, 2)).toEqual([
      '2 rows corrected.',
      'Westland, January 1999, Troops: 2 became 3; Total: 3 became 4.',
      'Westland, February 1999, Troops: 2 became 3; Total: 3 became 4.',
    ])
    await add(its, folder({ Eastland: [{}] }))
    expect(await told(its, 2, 3)).toEqual([
      '2 rows state less than before.',
      'Eastland, January 1999, Staff: 5 is no longer stated.',
      'Eastland, February 1999, Staff: 5 is no longer stated.',
    ])
    await add(its, folder({ Eastland: [{}], Westland: [{}, 3] }), { anyway: true })
    expect(await told(its, 3, 4)).toEqual(['Column gone: Staff. No row differs.'])
    expect(await columnsOf(its)).toEqual([['Staff'], ['Staff'], ['Staff'], []])
  })
  it('what is odd in a file of a folder is told with the file, and what is odd in whole files counts those', async () => {
    const its = named(STRENGTH, 'sim-places')
    const path = join(home, 'folder-of-places')
    mkdirSync(path)
    for (const [name, text] of [
      ['Eastland.csv', 'State;Month;Police;Troops;Total\nEastland;1999-01;1;2;3\nEastland;1999-02;1;2;4\n'],
      ['Westland.csv', 'State;Month;Police;Troops;Total\nWestland;1999-01;1;2;3\nWestland;1999-02;1;2;3\n'],
      ['Northland.csv', 'State,Month,Police,Troops,Total\nNorthland,1999-01,1,2,3\nNorthland,1999-02,1,2,5\n'],
    ] as const)
      writeFileSync(join(path, name), text)
    const added = await add(its, path)
    const words = ['2 files: Eastland.csv, Westland.csv', '2 rows, lines Eastland.csv 3, Northland.csv 3']
    expect(added.is === 'added' && added.said.map(s => placesInWords(s.rows, s.at))).toEqual(words)
    const kept = await keeper(db => problems(db, its.dataset, 1, { limit: 10 }))
    expect(kept.map(p => placesInWords(p.rows, placesOf(p)))).toEqual(words)
    expect(
      placesInWords(
        7,
        [2, 3, 4, 5, 6, 7].map(line => ({ line })),
      ),
    ).toBe('7 rows, lines 2, 3, 4, 5, 6 …')
  })
})
