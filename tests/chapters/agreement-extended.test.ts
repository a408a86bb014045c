import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { politics, politicsPages } from '../../src/politics/index.ts'
import { OPERATOR } from '../../src/record/record.ts'
import { freshRecord } from '../database.ts'

// An agreement is extended as a whole, in one sentence; which day that makes for each of its provisions a person has to say. Until
// somebody has, the old day alone convicts nobody. The facts are those of the shipped record, without the new days that it holds.

type Kept = Awaited<ReturnType<typeof freshRecord>>
interface Row {
  readonly kind?: string
  readonly is?: string
  readonly says?: string
  readonly subject?: string
  readonly [field: string]: unknown
}
const SHIPPED = readFileSync(fileURLToPath(new URL('../../data/politics.ndjson', import.meta.url)), 'utf8')
const agreementOf = (word: string): string[] => SHIPPED.split('\n').filter(l => l.includes(`"subject":"${word}`))
const NEW_DAY = '"type":"DeadlineExtended"'
const question = (name: string) => politics.questions!.find(q => q.name === name)!
const ask = async (record: Kept, name: string, word: string, on: string): Promise<readonly Row[]> =>
  (await record.read(OPERATOR, db => question(name).rows(db, { on: day(on), word, options: {} }))) as readonly Row[]
const lines = async (record: Kept, name: string, word: string, on: string): Promise<string> =>
  (await ask(record, name, word, on)).map(r => question(name).line(r)).join('\n')
const page = async (record: Kept, name: string, word: string, on: string): Promise<string> => {
  const rows = await ask(record, name, word, on)
  const a = {
    lang: 'en',
    on: day(on),
    asked: { word, options: {} },
    rows,
    nameOf: (c: string) => c,
    actOf: (_duty: string, act: string) => act,
    to: (href: string) => href,
  } as const
  return `${politicsPages.questions[name]!.title(a)}\n${String(politicsPages.questions[name]!.Content(a))}`
}
let files = 0
const write = async (record: Kept, these: readonly string[]): Promise<void> => {
  const path = join(tmpdir(), `extended-${process.pid}-${files++}.ndjson`)
  writeFileSync(path, these.join('\n'))
  expect(await record.import(path, {})).toMatchObject({ problems: [] })
}
const proposed = (rows: readonly Row[]) => rows.filter(r => r.is === 'proposal').map(r => r['line'] as Record<string, unknown>)
const count = (rows: readonly Row[]) => rows.find(r => r.kind === 'count')
const SSD = 'AGREEMENT-SSD-2018'

describe('South Sudan 2018, extended as a whole in 2022 and in 2024', () => {
  let record: Kept
  beforeAll(async () => {
    record = await freshRecord()
    await write(
      record,
      agreementOf(SSD).filter(l => !l.includes(NEW_DAY)),
    )
  })

  it('before the first extension the old day stands as it is', async () => {
    expect(await lines(record, 'agreement', SSD, '2022-08-01')).not.toContain('the whole timetable was extended')
    expect(await ask(record, 'extend', SSD, '2022-08-01')).toMatchObject([{ is: 'none', says: expect.stringMatching(/no extension/) }])
  })
  it('past the old day the transition is not counted as without an answer: the doubt is the debtor’s', async () => {
    const rows = await ask(record, 'agreement', SSD, '2023-03-01')
    expect(rows.find(r => r.subject === `${SSD}.TRANSITION`)).toMatchObject({
      clock: { state: 'silent', due: '2023-02-22' },
      extensions: [{ on: '2022-08-02', months: 24 }],
    })
    expect(count(rows)).toMatchObject({ unanswered: 0, extended: 1 })
    const text = await page(record, 'agreement', SSD, '2023-03-01')
    expect(text).toMatch(/<del[^>]*><time datetime="2023-02-22"/)
    expect(text).toContain('extended by 24 months on 2 Aug 2022; which day that makes here is not on this record')
    expect(text).not.toContain('o answer on this record')
    expect(await lines(record, 'agreement', SSD, '2023-03-01')).toContain(
      'by 2023-02-22 (the whole timetable was extended by 24 months on 2022-08-02; which day that makes here is not on this record) · its new day is not on this record',
    )
  })
  it('proposes the days that the months make, one after the other, each with the source of its extension, and writes nothing', async () => {
    const rows = await ask(record, 'extend', SSD, '2026-11-24')
    expect(proposed(rows).map(l => [l['subject'], l['occurredOn'], (l['data'] as Row)['until']])).toEqual([
      [`${SSD}.TRANSITION`, '2022-08-02', '2025-02-22'],
      [`${SSD}.TRANSITION`, '2024-09-13', '2027-02-22'],
      [`${SSD}.ELECTIONS`, '2024-09-13', '2026-12-22'],
    ])
    expect(proposed(rows)[0]).toMatchObject({
      id: 'proposed-agreement-ssd-2018.transition-extended-2022-08-02',
      type: 'DeadlineExtended',
      source: { title: 'PA-X 2607', url: 'https://pax.peaceagreements.org/agreements/wgg/2607', standing: 'ours' },
      data: { duty: 'politics.keep-provision', says: '24 months beyond 22 February 2023.' },
    })
    // Nobody knows whether the elections had their day when the first extension came: the second alone is counted, and that is said.
    expect(rows.find(r => r.is === 'none')).toMatchObject({ says: expect.stringMatching(/ELECTIONS.*2022-08-02/) })
    expect(await page(record, 'extend', SSD, '2026-11-24')).toContain('3 entries proposed: nothing is written')
    expect(await page(record, 'agreement', SSD, '2026-11-24')).toContain(`/politics/extend/${SSD}`)
  })
  it('a person imports them, and they are the days that the record ships; then nothing is left to propose', async () => {
    await write(
      record,
      (await lines(record, 'extend', SSD, '2026-11-24')).split('\n').filter(l => l.startsWith('{')),
    )
    const rows = await ask(record, 'agreement', SSD, '2026-11-24')
    const of = (name: string) => (rows.find(r => r.subject === `${SSD}.${name}`)!['dates'] as Row[]).map(d => d['until'])
    expect(of('TRANSITION')).toEqual(['2023-02-22', '2025-02-22', '2027-02-22'])
    expect(of('ELECTIONS')).toEqual(['2024-12-22', '2026-12-22'])
    expect(await lines(record, 'agreement', SSD, '2026-11-24')).not.toContain('the whole timetable was extended')
    expect(await ask(record, 'extend', SSD, '2026-11-24')).toMatchObject([
      { is: 'none', says: expect.stringMatching(/^Nothing to propose/) },
    ])
    // Once a new day stands, it counts as any other.
    expect(count(await ask(record, 'agreement', SSD, '2027-03-01'))).toMatchObject({ unanswered: 2 })
  })
})

describe('what an extension does not move', () => {
  let record: Kept
  beforeAll(async () => {
    record = await freshRecord()
    const at = (id: string, type: string, of: string, occurredOn: string, data: object) =>
      JSON.stringify({ id, type, subject: `SIM-AGREEMENT${of}`, occurredOn, marking: 'public', data })
    const set = (of: string, on: string, until: string) => at(`set${of}`, 'ProvisionWithLimit', of, on, { party: 'party.all', until })
    await write(record, [
      ...agreementOf('AGREEMENT-CAR-2019'),
      at('signed', 'AgreementSigned', '', '2020-01-01', { parties: 'A and B' }),
      at('extended', 'PeriodExtended', '', '2021-01-01', { months: 12 }),
      set('.PAST', '2020-01-01', '2020-12-31'),
      set('.ON-THE-DAY', '2020-01-01', '2021-01-01'),
      set('.KEPT', '2020-01-01', '2021-06-01'),
      at('kept', 'ProvisionMet', '.KEPT', '2021-02-01', {}),
      set('.DROPPED', '2020-01-01', '2021-06-01'),
      at('dropped', 'ProvisionDropped', '.DROPPED', '2021-02-01', {}),
      set('.LATER', '2021-03-01', '2021-06-01'),
      at('recurring', 'ProvisionRecurring', '.RECURRING', '2020-01-01', { party: 'party.all', cycle: '1 month' }),
      at('again', 'PeriodExtended', '', '2021-11-01', { until: '2030-01-01' }),
      set('.OPEN-ENDED', '2021-10-15', '2021-12-01'),
    ])
  })
  const unanswered = async (on: string) => count(await ask(record, 'agreement', 'SIM-AGREEMENT', on))!['unanswered']

  it('Central African Republic 2019 was not extended: its commission is without an answer on this record', async () => {
    expect(count(await ask(record, 'agreement', 'AGREEMENT-CAR-2019', '2026-11-24'))).toMatchObject({ unanswered: 1, extended: 0 })
    expect(await ask(record, 'extend', 'AGREEMENT-CAR-2019', '2026-11-24')).toMatchObject([{ is: 'none' }])
    expect(await page(record, 'agreement', 'AGREEMENT-CAR-2019', '2026-11-24')).not.toContain('/politics/extend/')
  })
  it('what was past, kept, dropped, set later or comes back stays as it was; a day that falls on that of the extension is moved', async () => {
    const rows = await ask(record, 'extend', 'SIM-AGREEMENT', '2021-10-01')
    expect(proposed(rows).map(l => [l['subject'], (l['data'] as Row)['until']])).toEqual([['SIM-AGREEMENT.ON-THE-DAY', '2022-01-01']])
    expect(await unanswered('2021-10-01')).toBe(2) // PAST and LATER
  })
  it('an extension that names no months moves the day, and nobody can count it', async () => {
    const rows = await ask(record, 'extend', 'SIM-AGREEMENT', '2021-12-15')
    expect(proposed(rows).map(l => l['subject'])).toEqual(['SIM-AGREEMENT.ON-THE-DAY'])
    expect(rows.filter(r => r.is === 'none').map(r => r.says)).toEqual([
      'SIM-AGREEMENT.ON-THE-DAY: the extension of 2021-11-01 names no months, so no day can be counted.',
      'SIM-AGREEMENT.OPEN-ENDED: the extension of 2021-11-01 names no months, so no day can be counted.',
    ])
    expect(await lines(record, 'agreement', 'SIM-AGREEMENT', '2021-12-15')).toContain(
      'by 2021-12-01 (the whole timetable was extended on 2021-11-01; which day that makes here is not on this record)',
    )
    expect(await unanswered('2021-12-15')).toBe(2)
  })
  it('an agreement that is not here says so', async () =>
    expect(await ask(record, 'extend', 'NOTHING', '2026-11-24')).toMatchObject([{ is: 'none', says: expect.stringMatching(/NOTHING/) }]))
})
