import { describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { wholeBoard } from '../../src/record/board.ts'
import { boardRows } from '../../src/record/board-row.ts'
import { OPERATOR } from '../../src/record/record.ts'
import { freshRecord } from '../database.ts'
import { folder, line, ndjson } from './files.ts'
import { importing } from './importing.ts'

// A file beside the record: names, corrections, markings; what is kept, and what happens when it is read again.

const { bring, bringGood, entries, look, record } = importing()
const files = folder()
const notice = (subject: string, more: Readonly<Record<string, unknown>> = {}) => line({ id: `${subject}-1`, subject, ...more })
const answer = (subject: string, more: Readonly<Record<string, unknown>> = {}) =>
  line({
    id: `${subject}-2`,
    subject,
    type: 'MemberStateResponded',
    occurredOn: '2021-09-10',
    ...more,
    data: { matter: undefined, answer: 'investigates', ...(more['data'] as object) },
  })
const correction = (subject: string, entry: string, id = `${subject}-fix`, on = '2021-10-01') =>
  line({
    id,
    subject,
    type: 'EntrySuperseded',
    occurredOn: on,
    data: { mission: undefined, state: undefined, category: undefined, matter: undefined, entry },
  })
const remarked = (subject: string, marking: string, on: string, id = `${subject}-mark`) => ({
  ...correction(subject, '', id, on),
  type: 'MarkingChanged',
  data: { marking },
})

describe('names', () => {
  it('the same name with the same content is one entry, in one file and over two', async () => {
    const before = await entries()
    expect(await bring(notice('N-A'), notice('N-A'))).toMatchObject({ written: 1, repeated: 1, bad: 0 })
    expect(await bring(notice('N-A'))).toMatchObject({ written: 0, repeated: 1, bad: 0 })
    expect(await entries()).toBe(before + 1)
  })

  it('the same name with other content is a conflict that names it, its place and the way out', async () => {
    await bring(notice('N-B'))
    const report = await bring(notice('N-B', { occurredOn: '2021-09-08' }))
    expect(report).toMatchObject({ kept: false, written: 0, bad: 1 })
    expect(report.problems).toEqual([
      {
        line: 1,
        column: 2,
        field: 'id',
        says: expect.stringMatching(/^N-B-1 is on the record with other content\..*EntrySuperseded for N-B-1\.$/),
      },
    ])
    for (const other of [
      { subject: 'N-B2' },
      { bodyMarking: 'confidential' },
      { data: { says: 'more' } },
      { source: { title: 'Another', standing: 'seen' } },
      { office: 'un.cdt' },
    ])
      expect((await bring(notice('N-B', other))).problems[0]).toMatchObject({ field: 'id' })
  })

  it('within one file, both lines are named', async () => {
    const [problem] = (await look(ndjson(notice('N-C'), notice('N-C2'), notice('N-C', { occurredOn: '2021-09-08' })))).problems
    expect(problem).toMatchObject({ line: 3, field: 'id', says: expect.stringContaining('Lines 1 and 3 of this file bear this id.') })
  })

  it('two systems may use one name', async () => {
    expect(await bring(notice('N-D', { origin: 'cmts' }), notice('N-D', { origin: 'mission', occurredOn: '2021-09-09' }))).toMatchObject({
      written: 2,
    })
  })

  it('without names, two equal lines are two events, and the file read again adds nothing', async () => {
    const told = line({
      id: undefined,
      subject: 'N-E',
      type: 'VictimAssisted',
      data: { state: undefined, category: undefined, matter: undefined },
    })
    expect(await bring(told, told)).toMatchObject({ written: 2, repeated: 0 })
    expect(await bring(told, told)).toMatchObject({ written: 0, repeated: 2 })
    expect(await bring(told, told, told)).toMatchObject({ written: 1, repeated: 2 })
    // the order of the keys is not content
    const turned = JSON.stringify(Object.fromEntries(Object.entries(told).reverse()))
    expect(await bring(turned)).toMatchObject({ written: 0, repeated: 1 })
  })
})

describe('all or nothing', () => {
  const mixed = () => [notice('K-A'), notice('K-B', { occurredOn: '2021-02-30' }), 'not json', correction('K-A', 'nothing'), answer('K-A')]

  it('looking and writing see the same, and nothing is written while one line is bad', async () => {
    const before = await entries()
    const seen = await look(ndjson(...mixed()))
    const tried = await bring(...mixed())
    expect(tried).toEqual(seen)
    expect(seen).toMatchObject({ lines: 5, good: 2, bad: 3, written: 0, kept: false })
    expect(seen.problems.map(p => [p.line, p.field])).toEqual([
      [2, 'occurredOn'],
      [3, ''],
      [4, 'data.entry'],
    ])
    expect(await entries()).toBe(before)
  })

  it('with keepGood the good lines are written and no other; run again, nothing doubles', async () => {
    const before = await entries()
    expect(await bringGood(...mixed())).toMatchObject({ written: 2, bad: 3, kept: true })
    expect(await entries()).toBe(before + 2)
    expect(await bringGood(...mixed())).toMatchObject({ written: 0, repeated: 2, bad: 3 })
    expect(await entries()).toBe(before + 2)
  })

  it('with keepGood a file full of mistakes is still read to its end', async () => {
    const bad = Array.from({ length: 1_500 }, () => '{}')
    expect(await bringGood(...bad, notice('K-C'))).toMatchObject({ written: 1, bad: 1_500, lines: 1_501 })
  })

  it('a file in any order gives the same board', async () => {
    const lines = ['A', 'B', 'C'].flatMap(s => [
      notice(`S-${s}`),
      line({ id: `S-${s}-0`, subject: `S-${s}`, type: 'InvestigatorRequested', data: { matter: undefined } }),
      answer(`S-${s}`, { occurredOn: '2021-10-10' }),
      answer(`S-${s}`, { id: `S-${s}-3`, occurredOn: '2021-09-09', data: { answer: 'declines' } }),
      remarked(`S-${s}`, 'public', '2021-09-30'),
      correction(`S-${s}`, `S-${s}-3`, `S-${s}-4`),
      correction(`S-${s}`, `S-${s}-4`, `S-${s}-0-withdrawn`, '2021-09-11'), // a correction taken back, named and dated before it
    ])
    const boards = []
    for (const order of [lines, lines.toReversed()]) {
      const other = await freshRecord()
      try {
        expect(await other.import(files.file(ndjson(...order)), {})).toMatchObject({ written: lines.length, bad: 0 })
        boards.push(
          await other.read(OPERATOR, async db => {
            const on = day('2021-10-20')
            const owed = await Array.fromAsync(wholeBoard(db, OPERATOR, { on }))
            return boardRows(db, owed, on)
          }),
        )
      } finally {
        await other.close()
      }
    }
    expect(boards[0]!.length).toBeGreaterThan(5)
    expect(boards[0]!.find(r => r.duty === 'conduct.reply')).toMatchObject({ state: 'met' })
    expect(boards[1]).toEqual(boards[0])
  })
})

describe('corrections and markings', () => {
  it('nothing can be superseded that is not there, or that is another case’s', async () => {
    await bring(notice('C-A'), notice('C-B'))
    for (const target of ['C-B-1', 'no-such', '00000000-0000-4000-8000-000000000000', 'C-A'])
      expect((await bring(correction('C-A', target))).problems).toEqual([
        {
          line: 1,
          column: expect.any(Number),
          field: 'data.entry',
          says: expect.stringContaining(`C-A has no entry ${target} that could be superseded`),
        },
      ])
    expect(await bring(correction('C-A', 'C-A-1'))).toMatchObject({ written: 1 })
  })

  it('a case is visible whole or not at all: a file that says two markings for it is refused, and says where', async () => {
    const report = await bring(notice('M-A'), answer('M-A', { marking: 'confidential' }))
    expect(report.problems).toEqual([
      {
        line: 2,
        column: expect.any(Number),
        field: 'marking',
        says: expect.stringContaining('M-A is public, and this line says confidential'),
      },
    ])
    await bring(notice('M-A'))
    expect((await bring(answer('M-A', { marking: 'unclassified' }))).problems[0]).toMatchObject({ field: 'marking' })
    expect(await bring(answer('M-A', { marking: undefined }))).toMatchObject({ written: 1 })
  })

  it('who says no marking opens nothing', async () => {
    await bring(notice('M-B', { marking: undefined }))
    expect(await record().fresh.asOwner(`select marking from entry where subject = 'M-B'`)).toEqual([{ marking: 3 }])
  })

  it('MarkingChanged opens or closes the whole case, from the line on', async () => {
    await bring(notice('M-C', { marking: 'confidential' }), answer('M-C', { marking: 'confidential' }))
    await bring(remarked('M-C', 'public', '2021-09-20'))
    expect(await record().fresh.asOwner(`select distinct marking from entry where subject = 'M-C'`)).toEqual([{ marking: 0 }])
    expect((await look(ndjson(remarked('M-C', 'secret', '2021-09-20', 'm-c-2')))).problems[0]).toMatchObject({ field: 'data.marking' })
  })

  it('a subject is a case, not an archive', async () => {
    const many = Array.from({ length: 1_001 }, (_, i) => notice('M-D', { id: `m-d-${i}` }))
    const report = await bringGood(...many)
    expect(report).toMatchObject({ written: 1_000, bad: 1 })
    expect(report.problems[0]!.says).toContain('more than 1000 entries')
  })
})
