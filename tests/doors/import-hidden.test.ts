import { describe, expect, it } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import { day } from '../../src/kernel/day.ts'
import { caseJson, caseOf, exported } from '../../src/record/case.ts'
import { exposing } from '../../src/record/exposure.ts'
import { OPERATOR, PUBLIC } from '../../src/record/record.ts'
import { line, ndjson } from './files.ts'
import { importing } from './importing.ts'

// Nobody is singled out: what counts, ages, places or names those concerned is never public, even where a source printed it.

const { bring, bringGood, file, of, record } = importing()
const report = (subject: string, more: Readonly<Record<string, unknown>> = {}) =>
  line({ id: `${subject}-r`, subject, type: 'ReportReceived', occurredOn: '2021-09', ...more })
const marking = async (subject: string) =>
  (
    await record().fresh.asOwner<{ face: number; body: number }>(
      'select e.marking as face, b.marking as body from entry e join body b using (ledger, seq) where subject = $1',
      [subject],
    )
  )[0]

describe('names of fields, and ages in texts', () => {
  it.each([
    'victims',
    'victim_count',
    'victimCount',
    'VICTIMS',
    'nVictims',
    'victimcount',
    'age',
    'ages',
    'Age',
    'place',
    'village',
    'camp',
    'location',
    'gps',
    'survivor-name',
    'witness',
    'minors',
    'isMinor',
    'gender',
    'âge',
    'lieu',
    'victime',
    'plaignante',
    'edad',
    'víctimas',
    'nombre',
  ])('%s', key => expect(exposing({ [key]: 'x' })).toBe(key))
  it.each([
    'a girl aged 14',
    '14-year-old',
    '14 years old',
    'aged: 9',
    'une fille de 14 ans',
    'âgée de 14',
    'fourteen-year-old',
    '13- to 15-year-olds',
    'niña de 14 años',
  ])('says: %s', says => expect(exposing({ says })).toBe('says'))
  it('however deep', () => {
    expect(exposing({ a: { b: [{ c: 1 }, { village: 'x' }] } })).toBe('a')
    expect(exposing({ a: [['x', ['aged 14']]] })).toBe('a')
    expect(exposing({ a: [[{ place: 1 }]] })).toBe('a')
  })
  it.each([
    'says',
    'unit',
    'note',
    'derived',
    'partial',
    'overlaps',
    'message',
    'page',
    'language',
    'package',
    'figure',
    'minority',
    'position',
  ])('but not %s', key =>
    expect(
      exposing({ [key]: 'In 2015, after 90 days and 14 months, 12 requests of 2009; condamné à 14 ans de prison, page 14.' }),
    ).toBeUndefined(),
  )
})

describe('such a line', () => {
  it('keeps its face public and its body confidential, and the import says so', async () => {
    const answer = await bring(report('H-A', { data: { victims: 3, says: 'x' } }))
    expect(answer).toMatchObject({
      written: 1,
      notices: ['line 1: data.victims could single somebody out: the body of this line is marked confidential'],
    })
    expect(await marking('H-A')).toEqual({ face: 0, body: 2 })
  })
  it('also where it says no marking, and joins a case that is public', async () => {
    await bring(report('H-B'))
    expect((await bring(line({ id: 'h-b-2', subject: 'H-B', marking: undefined, data: { village: 'Somewhere' } }))).notices).toHaveLength(1)
    expect(
      (await record().fresh.asOwner(`select b.marking from entry e join body b using (ledger, seq) where e.origin_id = 'h-b-2'`))[0],
    ).toEqual({ marking: 2 })
  })
  it('also where the source tells it', async () => {
    await bring(report('H-C', { source: { title: 'A paper', standing: 'seen', note: 'It writes of a girl of 14 years old.' } }))
    expect(await marking('H-C')).toEqual({ face: 0, body: 2 })
  })
  it('is lifted from unclassified, stays where it is higher, and is refused where it insists', async () => {
    await bring(
      report('H-D', { bodyMarking: 'unclassified', data: { age: '14' } }),
      report('H-E', { bodyMarking: 'strictly confidential', data: { age: '14' } }),
      report('H-F', { marking: 'strictly confidential', data: { age: '14' } }),
    )
    expect(await marking('H-D')).toEqual({ face: 0, body: 2 })
    expect(await marking('H-E')).toEqual({ face: 0, body: 3 })
    expect(await marking('H-F')).toEqual({ face: 3, body: 3 })
    expect(await of({ bodyMarking: 'public', data: { age: 14 } })).toContain(
      'data.age: data.age could single somebody out and is never public: leave it out',
    )
  })

  it('is seen by nobody of the public: not in a case, not in the API, not in what is exported', async () => {
    const secret = 'Kaga-Bandoro 4711'
    await bring(
      report('H-G', { data: { place: secret, victims: 4711, says: `In ${secret}.` } }),
      report('H-H', { marking: 'confidential', data: { says: secret } }),
    )
    const seen = await record().read(PUBLIC, async db => [
      JSON.stringify(await Array.fromAsync(exported(db))),
      JSON.stringify(caseJson((await caseOf(db, 'H-G', day('2021-10-20')))!, day('2021-10-20'))),
      JSON.stringify((await caseOf(db, 'H-H', day('2021-10-20'))) ?? null),
    ])
    expect(seen[0]).toContain('H-G')
    expect(seen.join()).not.toMatch(/4711|H-H/)
    const web = app(record())
    for (const path of [
      '/api/v1/export',
      '/api/v1/cases/H-G',
      '/api/v1/cases/H-H',
      '/api/v1/board?mission=SIM-M&limit=500',
      '/cases/H-G',
      '/',
      '/board',
      '/state/XAA',
    ])
      expect(await (await web.request(path)).text(), path).not.toContain('4711')
    expect((await web.request('/api/v1/cases/H-H')).status).toBe(404)
    const whole = await record().read(OPERATOR, async db => JSON.stringify(await Array.fromAsync(exported(db))))
    expect(whole).toContain('4711')
  })
})

describe('the day of a report', () => {
  const byDay = (subject: string, more: Readonly<Record<string, unknown>> = {}) =>
    report(subject, { id: `${subject}-day`, occurredOn: '2021-09-07', ...more })
  const change = (subject: string, to: string, on = '2021-12-01') => ({
    id: `${subject}-${to}-${on}`,
    type: 'MarkingChanged',
    subject,
    occurredOn: on,
    data: { marking: to },
  })
  const takeBack = (subject: string, entry: string) => ({
    id: `${subject}-back`,
    type: 'EntrySuperseded',
    subject,
    occurredOn: '2021-12-02',
    data: { entry },
  })
  const refused = async (...lines: readonly object[]) =>
    (await bring(...(lines as Record<string, unknown>[]))).problems.map(p => `${p.line} ${p.field}: ${p.says}`)

  it('does not join a public case by leaving its marking out', async () => {
    await bring(report('D-A'))
    expect(await refused(byDay('D-A', { marking: undefined }))).toEqual([
      '1 occurredOn: the day of a report could single out who reported: say "marking" on this line, or give at most the month',
    ])
    expect(await refused(byDay('D-A', { marking: 'confidential' }))).toEqual([expect.stringContaining('D-A is public')])
    expect(await refused(report('D-B'), byDay('D-B', { marking: undefined }))).toEqual([
      expect.stringContaining('2 occurredOn: the day of a report'),
    ])
  })
  it('is not laid open later, by a new marking or by taking one back', async () => {
    await bring(byDay('D-C', { marking: 'confidential' }))
    expect(await refused(change('D-C', 'public'))).toEqual([expect.stringContaining('this would make it public')])
    expect(await bring(change('D-C', 'unclassified'))).toMatchObject({ written: 1 })
    await bring(report('D-D'), change('D-D', 'confidential'))
    await bring(byDay('D-D', { marking: 'confidential' }))
    expect(await refused(takeBack('D-D', 'D-D-confidential-2021-12-01'))).toEqual([expect.stringContaining('this would make it public')])
    expect(await refused(byDay('D-E', { marking: 'confidential' }), change('D-E', 'public'))).toEqual([
      expect.stringContaining('2 occurredOn'),
    ])
  })
  it('does not join a case that was opened', async () => {
    await bring(report('D-F', { marking: 'confidential' }), change('D-F', 'public'))
    expect(await refused(byDay('D-F', { marking: 'confidential' }))).toEqual([
      expect.stringContaining('on a public subject give at most its month'),
    ])
  })
  it('does not join a case that is public by the day of its change, though an older change was recorded after it', async () => {
    await bring(report('D-H', { marking: 'confidential' }), change('D-H', 'public', '2021-12-01'))
    await bring(change('D-H', 'confidential', '2021-11-01'))
    expect(await refused(byDay('D-H', { marking: 'confidential' }))).toEqual([
      expect.stringContaining('on a public subject give at most its month'),
    ])
  })
  it('does not stay where the change that would have hidden it is refused', async () => {
    await bring(report('D-I'))
    const taken = { ...change('D-I', 'confidential'), id: report('D-I')['id'] }
    const { problems, written } = await bringGood(taken as Record<string, unknown>, byDay('D-I', { marking: undefined }))
    expect(problems.map(p => p.says)).toEqual([
      expect.stringContaining('with other content'),
      expect.stringContaining('the day of a report could single out who reported'),
    ])
    expect(written).toBe(0)
  })
  it('is not laid open by an office’s own register either, and what to do is said', async () => {
    await bring(byDay('D-J', { marking: 'confidential' }))
    const { problems } = await record().import(file(ndjson(change('D-J', 'public'))), {
      office: 'un.cdt',
    })
    expect(problems.map(p => p.says)).toEqual([expect.stringContaining('give the month in a public subject of its own')])
  })
  it('may be corrected where it is confidential', async () => {
    await bring(byDay('D-G', { marking: 'confidential' }))
    expect(await bring(takeBack('D-G', 'D-G-day'))).toMatchObject({ written: 1 })
  })
})
