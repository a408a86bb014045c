import { describe, expect, it } from 'vitest'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import type { AuthorityAnswer } from '../../src/forces/archive/authority.ts'
import type { TimelineAnswer } from '../../src/forces/archive/timeline.ts'
import { forces } from '../../src/forces/index.ts'
import type { StrengthAnswer } from '../../src/forces/strength.ts'
import { day } from '../../src/kernel/day.ts'
import { politics } from '../../src/politics/index.ts'
import { PUBLIC } from '../../src/record/record.ts'
import { planned } from '../access/planned.ts'
import { archived } from '../archive/tables.ts'
import { add, FIRST, folder, LATER, made, named, ON, STOOD, THEN, twoVersions } from './two-versions.ts'

// Texts of resolutions, asked as published then: who reads them, and who sets figures beside them, gets the words that stood on that day.

const { record, askForces, askWord } = twoVersions()

describe('a corrected text, asked as published then', () => {
  const authority = (options: object = {}) => askForces<AuthorityAnswer>('authority', { mission: 'UNMISS', ...options }, ON)
  it('authorises what it said then, by the snapshot that stood; now, what it says now', async () => {
    expect(await authority()).toMatchObject([{ count: 12_000, inForce: true, cites: { dataset: 'unsc-texts', snapshot: 2 } }])
    expect(await authority(THEN)).toMatchObject([{ count: 10_000, inForce: true, cites: { dataset: 'unsc-texts', ...STOOD } }])
    expect(await authority({ snapshot: 'unsc-texts:1' })).toMatchObject([{ count: 10_000, cites: STOOD }])
    expect(named(await authority())).toEqual(['unsc-texts:2'])
  })
  it('is read once for each snapshot, and neither answer is given for the other, whichever was asked first', async () => {
    // By a day, the newest snapshot says its day; asked as it stands, it says none.
    const asked = [{}, THEN, { 'as-published': '2026-01-01' }, {}, { snapshot: 'unsc-texts:2' }, THEN, { 'as-published': '2026-01-01' }, {}]
    const told: unknown[] = []
    for (const options of asked)
      told.push((await authority(options)).map(r => ('count' in r ? [r.count, r.cites.snapshot, r.cites.stood?.day ?? null] : r)))
    const [now, then, byDay] = [[[12_000, 2, null]], [[10_000, 1, FIRST]], [[12_000, 2, LATER]]]
    expect(told).toEqual([now, then, byDay, now, now, then, byDay, now])
  })
  it('stands beside strength as of the same day, each of the two by its own snapshot', async () => {
    const told = async (options: object) =>
      (await askForces<StrengthAnswer>('strength', { mission: 'UNMISS', ...options }, ON)).map(r =>
        r.kind === 'counted' ? [r.military, r.authorised?.military.limits.map(l => [l.count, l.cites.snapshot]), r.cites.snapshot] : r,
      )
    expect(await told({})).toEqual([[11_000, [[12_000, 2]], 2]])
    expect(await told(THEN)).toEqual([[9_000, [[10_000, 1]], 1]])
    expect(await told({ snapshot: 'unsc-texts:1' })).toEqual([[11_000, [[10_000, 1]], 2]])
    const { line } = forces.questions!.find(q => q.name === 'strength')!
    const inWords = async (options: object) =>
      (await askForces<StrengthAnswer>('strength', { mission: 'UNMISS', ...options }, ON)).map(line).join()
    expect(await inWords(THEN)).toContain('9,000 of 10,000 (S/RES/2501 (2019), 2; unsc-texts, snapshot 1 (published 2019-04-01), line')
    expect(await inWords({})).toContain('11,000 of 12,000 (S/RES/2501 (2019), 2);')
    const timeline = await askForces<TimelineAnswer>('timeline', { mission: 'UNMISS', ...THEN }, ON)
    expect(timeline).toMatchObject([{ military: 9_000, authorised: { military: { limits: [{ count: 10_000 }] } } }])
    expect(named(timeline)).toEqual([`ipi-missions:1 published ${FIRST}`, `unsc-texts:1 published ${FIRST}`])
  })
  it('is read word by word as it stood; a text that came later is not told, nor named as what was meant', async () => {
    const paragraph = async (options: Record<string, string>) =>
      (await askWord({ paragraph: '3b', ...options })).map(r => (r.is === 'paragraph' ? r.text : ''))
    expect((await paragraph({})).join('')).toBe('Protect markets and wells;')
    expect((await paragraph(THEN)).join('')).toBe('Protect markets;')
    expect((await askWord(THEN))[0]).toMatchObject({ about: 'SIMULATED subject', listed: STOOD, cites: STOOD })
    expect((await askWord({}))[0]).toMatchObject({ about: 'SIMULATED subject, renamed', listed: { snapshot: 2 }, cites: { snapshot: 2 } })
    expect((await askWord({}, 'S/RES/2502'))[0]).toMatchObject({ is: 'text' })
    expect(await askWord(THEN, 'S/RES/2502')).toMatchObject([
      { is: 'none', says: expect.stringMatching(/^The text of S\/RES\/2502 is not on this record as published by 2019-05-01\./) },
    ])
    const { near } = politics.questions!.find(q => q.name === 'text')!
    const like = (options: Record<string, string>) => record().read(PUBLIC, db => near!(db, 'S/RES/2503', { options }))
    expect(await like({})).toEqual(['S/RES/2501', 'S/RES/2502'])
    expect(await like(THEN)).toEqual(['S/RES/2501'])
  })
})

describe('what the archive said of a file', () => {
  const odd = archived()
  it('is told with a text from the day on which that file stood, and not before', async () => {
    await add(odd, 'unsc-texts', folder(odd, { 'S-RES-2501(2019).txt': made('15 March 2020', '10,000', 'markets') }), FIRST)
    const misnamed = folder(odd, {
      'S-RES-893(1994).txt': made('15 March 2020', '10,000', 'markets').replace('2501 (2019)', '2477 (2019)'),
    })
    expect(await odd.add(layoutsOf('unsc-texts')[0]!, misnamed, { keepGood: true, asPublished: day(LATER) })).toMatchObject({ is: 'added' })
    const { rows } = politics.questions!.find(q => q.name === 'text')!
    const said = async (options: Record<string, string>) =>
      (await odd.visitor(db => rows(db, { on: day(ON.on), options, word: 'S/RES/893' }))).map(r => ('odd' in r ? r.odd : null))
    expect(await said({})).toEqual([['the file is named S/RES/893 (1994), and its text is S/RES/2477 (2019)']])
    for (const options of [THEN, { snapshot: 'unsc-texts:1' }]) expect(await said(options)).toEqual([[]])
  })
})

describe('who walks through the past', () => {
  const walked = archived()
  it('does not push out what is read of the texts as they stand', async () => {
    for (let n = 1; n <= 6; n++)
      await add(
        walked,
        'unsc-texts',
        folder(walked, { 'S-RES-2501(2019).txt': made('15 March 2020', `${n},000`, 'markets') }),
        `2019-0${n}-01`,
      )
    const asks = (options: Record<string, string>) =>
      planned(walked.record(), PUBLIC, db =>
        forces.questions!.find(q => q.name === 'authority')!.rows(db, { on: day(ON.on), options: { mission: 'UNMISS', ...options } }),
      )
    const reads = async (options: Record<string, string>) => (await asks(options)).filter(p => /from archived\b/.test(p.text)).length
    expect(await reads({})).toBeGreaterThan(0)
    for (let n = 1; n <= 6; n++) expect(await reads({ 'as-published': `2019-0${n}-15` })).toBeGreaterThan(0)
    expect(await reads({})).toBe(0)
  }, 60_000)
})
