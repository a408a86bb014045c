import { describe, expect, it } from 'vitest'
import type { TimelineAnswer } from '../../src/forces/archive/timeline.ts'
import type { StrengthAnswer } from '../../src/forces/strength.ts'
import type { Published } from '../../src/politics/agreements/archive/published-agreements.ts'
import type { CouncilRow } from '../../src/politics/council/archive/council.ts'
import type { InForceRow } from '../../src/politics/council/archive/mandate.ts'
import type { TaskRow } from '../../src/politics/council/tasks.ts'
import { BEFORE, FIRST, named, ON, only, STOOD, THEN, twoVersions } from './two-versions.ts'

// The questions that join tables, texts and lists, asked as published then: each table is taken as it stood on that day, each figure says by
// which snapshot, and what came later is never told of a day before it.

const { ask, askForces, askWord } = twoVersions()

describe('a mandate, asked as published then', () => {
  const mandate = (options: object = {}, mission = 'UNMISS') => ask<InForceRow>('mandate', { mission, ...options }, ON)
  const TABLES = ['pema-months', 'pema-tasks', 'un-operations', 'unsc-texts']
  it('takes the coded tasks, the months, the text and the list of missions each as it stood on that day', async () => {
    const [now, then] = [await mandate(), await mandate(THEN)]
    const told = (rows: readonly InForceRow[]) => [
      only(rows, 'mandate')[0]!.stands.replace(/ by the words.*/, ''),
      only(rows, 'task').map(t => [t.task, t.coded, t.words]),
    ]
    expect(told(now)).toEqual([
      'in force until 2020-06-15',
      [
        ['CivProtect', '3b', 'Protect markets and wells;'],
        ['Media', '', null],
      ],
    ])
    expect(told(then)).toEqual(['in force until 2020-03-15', [['CivProtect', '3a', 'Protect civilians;']]])
    expect(named(now)).toEqual(TABLES.map(t => `${t}:2`))
    expect(named(then)).toEqual(TABLES.map(t => `${t}:1 published ${FIRST}`))
    expect(await mandate()).toEqual(now)
    expect(await mandate(THEN)).toEqual(then)
  })
  it('that only a later text gives was not on the record then', async () => {
    expect(only(await mandate({}, 'UNISFA'), 'mandate')[0]).toMatchObject({ symbol: 'S/RES/2502 (2019)', inForce: true })
    expect(await mandate(THEN, 'UNISFA')).toEqual([
      { is: 'none', says: 'No mandate of UNISFA by this day is on this record as published by 2019-05-01.' },
    ])
    expect(only(await mandate({}, 'UNISFA'), 'mandate')[0]).toMatchObject({ symbol: 'S/RES/2502 (2019)' })
  })
  it('one table may be taken as of one snapshot, the others as they stand', async () => {
    const rows = await mandate({ snapshot: 'pema-tasks:1' })
    expect(only(rows, 'task').map(t => [t.coded, t.words])).toEqual([
      ['3a', 'Protect civilians;'],
      ['', null],
    ])
    expect(named(rows)).toEqual(['pema-months:2', `pema-tasks:1 published ${FIRST}`, 'un-operations:2', 'unsc-texts:2'])
  })
  it('and so are its coded tasks, where they are asked alone', async () => {
    const coded = async (options: object) =>
      (await ask<TaskRow>('tasks', { mission: 'UNMISS', ...options }, ON)).flatMap(r =>
        r.is === 'coded' ? [[r.paragraph, r.cites.snapshot]] : [],
      )
    expect(await coded({})).toEqual([
      ['3 (b)', 2],
      [null, 2],
    ])
    expect(await coded(THEN)).toEqual([['3 (a)', 1]])
  })
})

describe('the Council and agreements, asked as published then', () => {
  it('who sat and who vetoed, as the lists had it then; the list that reached the day may have been the other one', async () => {
    const told = async (options: Record<string, string>) => {
      const rows = await ask<CouncilRow>('council', options, ON)
      return [
        only(rows, 'seat').map(r => [r.state, r.cites.snapshot]),
        only(rows, 'veto').map(r => [r.cites.dataset, r.draft, r.cites.snapshot]),
      ]
    }
    expect(await told({})).toEqual([
      [
        ['CHN', 2],
        ['TGO', 2],
      ],
      [['unsc-vetoes', 'S/2019/0003', 2]],
    ])
    expect(await told(THEN)).toEqual([[['CHN', 1]], [['un-vetoes', 'S/2019/0001', 1]]])
    // That a list has none is told of a snapshot, too.
    const none = only(await ask<CouncilRow>('council', THEN, { on: '2019-02-10' }), 'said').find(r => r.about === 'vetoes')
    expect(none).toMatchObject({ cites: { dataset: 'un-vetoes', ...STOOD } })
  })
  it('agreements of both tables, with the days that they gave then', async () => {
    const told = async (options: object) =>
      (await ask<Published>('agreements', { country: 'MLI', ...options }, ON)).flatMap(r =>
        r.kind === 'published' ? [[r.pax?.on, r.pax?.cites.snapshot, r.ucdp?.on, r.ucdp?.cites.snapshot, r.apart]] : [],
      )
    expect(await told({})).toEqual([['2019-01-20', 2, '2019-01-25', 2, 5]])
    expect(await told(THEN)).toEqual([['2019-01-10', 1, '2019-01-14', 1, 4]])
    expect(await told({ snapshot: 'pa-x:1' })).toEqual([['2019-01-10', 1, '2019-01-25', 2, 15]])
  })
})

describe('before the first snapshot', () => {
  const not = (dataset: string) =>
    `${dataset} is not on this record as published by 2019-03-20: its first snapshot that stands was published ${FIRST}.`
  const asked: readonly (readonly [string, () => Promise<readonly object[]>, readonly string[]])[] = [
    ['authority', () => askForces('authority', { mission: 'UNMISS', ...BEFORE }, ON), ['unsc-texts']],
    ['strength', () => askForces('strength', { mission: 'UNMISS', ...BEFORE }, ON), ['ipi-missions', 'unsc-texts']],
    ['timeline', () => askForces('timeline', { mission: 'UNMISS', ...BEFORE }, ON), ['ipi-missions']],
    ['mandate', () => ask('mandate', { mission: 'UNMISS', ...BEFORE }, ON), ['pema-tasks']],
    ['tasks', () => ask('tasks', { mission: 'UNMISS', ...BEFORE }, ON), ['pema-tasks']],
    ['council', () => ask('council', BEFORE, ON), ['unsc-members', 'unsc-vetoes']],
    ['agreements', () => ask('agreements', { country: 'MLI', ...BEFORE }, ON), ['pa-x', 'ucdp-agreements']],
    ['text', () => askWord(BEFORE), ['unsc-texts']],
  ]
  it.each(asked)('%s is not on this record as published by then, and nothing later is told', async (_, ask, tables) => {
    const rows = await ask()
    for (const dataset of tables) expect(JSON.stringify(rows)).toContain(not(dataset))
    expect(named(rows)).toEqual([])
    expect(JSON.stringify(rows)).not.toMatch(/1[02],000|1[02]000|11000|9000|markets|2020-0[36]/)
  })
  it('of two tables one may have stood: it is told, and the other is not', async () => {
    const texts = { 'as-published': '2019-03-20', snapshot: 'ipi-missions:1' }
    const rows = await askForces<StrengthAnswer>('strength', { mission: 'UNMISS', ...texts }, ON)
    expect(rows).toMatchObject([
      { kind: 'counted', military: 9_000, authorised: null },
      { kind: 'not on this record', says: not('unsc-texts') },
    ])
    expect(await askForces<TimelineAnswer>('timeline', { mission: 'UNMISS', ...texts }, ON)).toMatchObject([
      { military: 9_000, authorised: null },
      { kind: 'not on this record', dataset: 'unsc-texts', says: not('unsc-texts') },
    ])
    const coded = await ask<InForceRow>('mandate', { mission: 'UNMISS', 'as-published': '2019-03-20', snapshot: 'pema-tasks:1' }, ON)
    const odd = only(coded, 'mandate')[0]!.odd.join('\n')
    expect(odd).toContain('The text of S/RES/2501 is not on this record as published by 2019-03-20.')
    for (const task of only(coded, 'task')) expect(task.odd.join()).toContain('is not on this record as published by 2019-03-20')
    for (const table of ['unsc-texts', 'pema-months', 'un-operations']) expect(odd).toContain(not(table))
    expect(named(coded)).toEqual([`pema-tasks:1 published ${FIRST}`])
  })
})
