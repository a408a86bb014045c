import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { addSnapshot } from '../../src/archive/add.ts'
import { day } from '../../src/kernel/day.ts'
import type { QuestionPage } from '../../src/paper/question-page.ts'
import { sharePage } from '../../src/reform/archive/pages/share-page.tsx'
import type { ShareRow } from '../../src/reform/archive/share.ts'
import { reform, reformPages } from '../../src/reform/index.ts'
import { archived } from '../archive/tables.ts'
import { DATA } from '../archive-reading/shared.ts'
import { asker, drawn, spoken } from './asking.ts'

const TODAY = day('2026-11-24')
const HEAD = `"","Date","Contributor","Contributor ISO-3","Mission",${['Individual Police', 'Formed Police Units', 'Experts on Mission', 'Troops', 'Total'].flatMap(h => ['Male', 'Female', 'Total'].map(s => `"${h} ${s}"`)).join(',')}`
const row = (n: number, on: string, state: string, code: string, mission: string, troops: number): string =>
  `"${n}",${on},"${state}","${code}","${mission}",0,0,0,0,0,0,0,0,0,${troops},0,${troops},${troops},0,${troops}`

describe('the share that a set of States holds', () => {
  const { record, file } = archived()
  const ask = asker(record, reform)
  beforeAll(async () => {
    const lines = [
      HEAD,
      row(1, '2016-01-31', 'China', 'CHN', 'UNMISS', 30),
      row(2, '2016-01-31', 'Ghana', 'GHA', 'UNMISS', 50),
      row(3, '2016-01-31', 'China', 'CHN', 'MINUSMA', 20),
      row(4, '2016-02-29', 'Ghana', 'GHA', 'UNMISS', 50),
    ]
    await addSnapshot(
      { keeper: record().pools.keeper, ledger: record().ledger },
      { dataset: 'ipi-gender', path: file(`${lines.join('\n')}\n`), today: TODAY },
    )
    await record().import(fileURLToPath(new URL('../../data/reform.ndjson', import.meta.url)), {})
  })
  it('is theirs of all, by month, over all missions or in one', async () => {
    const rows = await ask<ShareRow>('share', { states: 'chn,GBR' }, { on: '2016-02-10' })
    const told = rows
      .filter(r => r.dataset === 'ipi-gender')
      .map(r => [r.month, r.asked, r.persons, r.all, r.percent, r.theirs.map(t => t.state)])
    expect(told).toEqual([
      ['2016-02', true, 0, 50, 0, []],
      ['2016-01', false, 50, 100, 50, ['CHN']],
    ])
    expect((await ask<ShareRow>('share', { states: 'CHN', mission: 'UNMISS' }, { on: '2016-01-31' }))[0]).toMatchObject({
      persons: 30,
      all: 80,
      percent: 37.5,
    })
  })
  it('of a commitment, the States that this record names by the day, and nobody where it names none', async () => {
    const named = await ask<ShareRow>('share', { commitment: 'LEADERS-SUMMIT-2015' }, { on: '2016-01-31' })
    expect(named[0]).toMatchObject({ month: '2016-01', asked: true, persons: 50, all: 100, theirs: [{ state: 'CHN', persons: 50 }] })
    expect((await ask<ShareRow>('share', { commitment: 'LEADERS-SUMMIT-2015' }, { on: '2015-09-01' }))[0]!.says).toMatch(
      /no State is named/,
    )
    expect((await ask<ShareRow>('share', { commitment: 'KIGALI-PRINCIPLES' }))[0]).toMatchObject({ kind: 'not on this record', states: [] })
    expect((await ask<ShareRow>('share', { states: 'GBR,Ghana' }))[0]!.says).toMatch(/no codes of States.*GHANA/)
    expect(await ask('share')).toEqual([])
  })
  it('a month that no table reaches is not on this record, and the months before it still are', async () => {
    const rows = await ask<ShareRow>('share', { states: 'CHN' }, { on: '2017-01-01' })
    expect(rows[0]).toMatchObject({
      kind: 'not on this record',
      says: 'ipi-gender reaches from 2016-01 to 2016-02: 2017-01 is not on this record',
    })
    expect(rows.filter(r => r.kind === 'share').map(r => r.month)).toEqual(['2016-02', '2016-01'])
    const html = await drawn(sharePage as QuestionPage, rows, { states: 'CHN' })
    expect(html).toMatch(/50 per cent/)
    expect(html).not.toMatch(/\b(rank|score)|undefined|NaN|\sstyle=/i)
    const fr = await drawn(sharePage as QuestionPage, rows, { states: 'CHN' }, { lang: 'fr' }),
      ar = await drawn(sharePage as QuestionPage, rows, { states: 'CHN' }, { lang: 'ar' })
    expect(fr).toContain('50\u202f%')
    expect(fr).toContain('<bdi lang="en">ipi-gender reaches from 2016-01 to 2016-02: 2017-01 is not on this record.</bdi>')
    expect(ar).toContain('50 في المائة')
    for (const english of spoken(reformPages.wordsOf('en').share)) for (const text of [fr, ar]) expect(text).not.toContain(english)
  })
  it('that nobody is named as committed is said in French and in Arabic, too', async () => {
    const options = { commitment: 'KIGALI-PRINCIPLES' }
    const rows = await ask<ShareRow>('share', options)
    expect(await drawn(sharePage as QuestionPage, rows, options, { lang: 'fr' })).toContain(
      'aucun État n’est nommé dans ce registre comme s’étant engagé à ce jour\u202f: KIGALI-PRINCIPLES.',
    )
    expect(await drawn(sharePage as QuestionPage, rows, options, { lang: 'ar' })).toContain('لم تُسمَّ في هذا السجل')
    expect((sharePage as QuestionPage).title({ lang: 'fr', rows } as never)).toBe(
      'Part des États nommés dans KIGALI-PRINCIPLES dans le personnel déployé',
    )
  })
})

describe.skipIf(!DATA)('of the producer’s own file', () => {
  const { record } = archived()
  const ask = asker(record, reform)
  const path = join(DATA ?? '', 'ipi-contributions/Gender.Full.csv')
  beforeAll(async () => {
    await addSnapshot({ keeper: record().pools.keeper, ledger: record().ledger }, { dataset: 'ipi-gender', path, today: TODAY })
  }, 200_000)
  it('Britain and the United States in February 2014, as a plain tool counts them', async () => {
    const counted = execFileSync(
      'awk',
      ['-F,', '$2=="2014-02-28"{all+=$20; if($4=="\\"GBR\\"")g+=$20; if($4=="\\"USA\\"")u+=$20} END{print g,u,all}', path],
      { encoding: 'utf8' },
    ).trim()
    const [row] = await ask<ShareRow>('share', { states: 'GBR,USA' }, { on: '2014-02-28' })
    expect(`${row!.theirs.map(t => t.persons).join(' ')} ${row!.all}`).toBe(counted)
    expect(row).toMatchObject({ persons: 404, percent: 0.4, asked: true })
  })
})
