import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import { paragraphsOf } from '../../src/archive/layouts/pema.ts'
import { authorised } from '../../src/archive/read/authorised.ts'
import { previousCited } from '../../src/archive/read/cited.ts'
import { mandateEnds } from '../../src/archive/read/mandate-ends.ts'
import { reportsAsked } from '../../src/archive/read/reports-asked.ts'
import { type Resolution, resolutionOf } from '../../src/archive/read/resolution.ts'
import { toIso } from '../../src/kernel/day.ts'
import { cell, DATA, raw, tableOf } from './shared.ts'

const MADE = `United Nations
Security Council

S/RES/2501 (2019)
Distr.: General 5 March 2019

Resolution 2501 (2019)
Adopted by the Security Council at its 8476th meeting, on 5 March 2019
The Security Council,
Recalling its previous resolutions 2400 (2018) and 2450 (2018),
Noting that the transition in the country ends on 31 October
19-03001 (E)
*1903001*

S/RES/2501 (2019)
2019,
Acting under Chapter VII of the Charter of the United Nations,
Mandate
1. Decides to extend until 15 March 2020 the mandate of UNMISS;
2. Decides that the mandate of UNMISS shall be to:
(a) Protect civilians:
(i) To deter violence;
2/3

19-03001

S/RES/2501 (2019)
(ii) To patrol;
(b) Support the political process;
3. Calls on the authorities to hold elections no later than 31 October 2019, and welcomes the extension of the mandate of AMISOM until 31 May 2019;
4. Decides to increase the force levels of UNMISS to up to 12,000 military personnel, including 150 staff officers, and by 200 additional police personnel;
5. Requests the Secretary-General to report to the Council within 90 days and then every four months;
6. Decides to remain actively seized of the matter.
`
test('a made text: paragraphs, page furniture gone, headings, pages, and what later readers ask', () => {
  const r = resolutionOf(MADE, 'S-RES-2501(2019).txt')
  expect(r.says).toEqual([])
  expect([r.symbol, toIso(r.adopted!)]).toEqual(['S/RES/2501 (2019)', '2019-03-05'])
  expect(r.paragraphs.map(p => `${p.part} ${p.paragraph}`)).toEqual(
    'preamble P1,preamble P2,preamble P3,operative 1,operative 2,operative 2 (a),operative 2 (a) (i),operative 2 (a) (ii),operative 2 (b),operative 3,operative 4,operative 5,operative 6'.split(
      ',',
    ),
  )
  expect(r.paragraphs[1]!.text).toBe('Noting that the transition in the country ends on 31 October 2019,')
  expect(r.paragraphs[3]).toMatchObject({
    heading: 'Mandate',
    page: '2',
    text: 'Decides to extend until 15 March 2020 the mandate of UNMISS;',
  })
  const ends = mandateEnds(r.paragraphs)
  expect(ends.map(e => [e.paragraph, e.kind, e.mission, e.until === undefined ? undefined : toIso(e.until)])).toEqual([
    ['1', 'mandate', 'UNMISS', '2020-03-15'],
    ['3', 'host', 'UNMISS', '2019-10-31'],
    ['3', 'partner', 'AMISOM', '2019-05-31'],
  ])
  expect(authorised(r.paragraphs).map(s => [s.paragraph, s.kind, s.of, s.count, s.part])).toEqual([
    ['4', 'ceiling', 'military', 12_000, false],
    ['4', 'ceiling', 'military', 150, true],
    ['4', 'change', 'police', 200, false],
  ])
  expect(reportsAsked(r.paragraphs)).toMatchObject([{ paragraph: '5', cycle: 'every four months', months: 4, within: 'within 90 days' }])
  expect(previousCited(r.paragraphs, { number: 2501, year: 2019 }).map(c => c.symbol)).toEqual(['S/RES/2400 (2018)', 'S/RES/2450 (2018)'])
})
test('a text that belongs to another resolution, and one that cites a later one', async () => {
  const other = resolutionOf(MADE, 'S-RES-893(1994).txt')
  expect(other.wrong).toEqual(['the file is named S/RES/893 (1994), and its text is S/RES/2501 (2019)'])
  const t = await tableOf(layoutsOf('unsc-texts')[0]!, MADE, 'S-RES-893(1994).txt')
  expect(t.bad).toEqual([{ line: 1, column: 'Symbol', says: 'the file is named S/RES/893 (1994), and its text is S/RES/2501 (2019)' }])
  expect(t.rows[0]!.cells[0]).toBe('S/RES/2501 (2019)')
  const later = resolutionOf(MADE.replace('2450 (2018)', '2601 (2021)'), 'S-RES-2501(2019).txt')
  expect(later.says).toEqual(['it cites a later resolution, 2601 (2021)'])
  expect(
    previousCited(later.paragraphs, { number: 2501, year: 2019 })
      .filter(c => c.later)
      .map(c => c.symbol),
  ).toEqual(['S/RES/2601 (2021)'])
  expect((await tableOf(layoutsOf('unsc-texts')[0]!, 'nothing of the kind', 'x.txt')).bad.length).toBeGreaterThan(0)
})

describe('an end in words (SIMULATED)', () => {
  const ends = (text: string): readonly string[] =>
    mandateEnds([
      { part: 'operative', paragraph: '1', heading: '', text: 'Decides that UNMISS shall continue its work;', line: 1, page: '' },
      { part: 'operative', paragraph: '2', heading: '', text, line: 2, page: '' },
    ]).map(e => `${e.kind} ${e.mission} ${e.until === undefined ? `${e.months} months${e.from ? ` from ${e.from}` : ''}` : toIso(e.until)}`)
  const extend = 'Decides to extend the mandate of UNMISS'

  test.each([
    [`${extend}, as set out in resolution 2779 (2025), for a period of six months beyond 30 April 2026;`, 'mandate UNMISS 2026-10-30'],
    [`${extend} for a further period of six months beyond 31 August 2026;`, 'mandate UNMISS 2027-02-28'],
    [`${extend} for a period of two weeks beyond 30 April 2026;`, 'mandate UNMISS 2026-05-14'],
    [`${extend} for a period of six months beyond April 2026;`, 'mandate UNMISS 6 months'],
    [`${extend} for a period of six months, until 30 April 2026;`, 'mandate UNMISS 2026-04-30'],
    ['Decides not to extend the mandate of UNMISS beyond 31 October 2026;', 'mandate UNMISS 2026-10-31'],
    [`${extend} until the 30th of June 2026 inclusive;`, 'mandate UNMISS 2026-06-30'],
    [
      'Decides to renew the mandate of MINUSTAH for twelve months from the date of adoption of this resolution;',
      'mandate MINUSTAH 12 months from adoption',
    ],
  ])('%s', (text, end) => expect(ends(text)).toEqual([end]))

  test.each([
    'Takes note that the mandate of the Transitional Government expires on 7 February 2026;',
    'Notes that the mandate of the National Electoral Authority ends on 31 March 2026;',
    'Notes that the mandate of the transitional government ends on 31 March 2026;',
    'Notes that the mandate of the Parliament, which was elected in 2021, ends on 31 March 2026;',
    'Notes that the Government’s mandate ends on 31 March 2026;',
    'Decides to extend the mandate of the Commission of Inquiry until 31 March 2026;',
  ])('is that of somebody who is no mission: %s', text => {
    expect(ends(text)).toHaveLength(1)
    expect(ends(text)[0]).toMatch(/^host /)
  })
  test('as it was is told apart from that which is set', () => {
    expect(
      ends(
        'Decides that the mandate of UNMIL, which expires on 15 December 2025, is extended for a further period ending on 15 June 2026;',
      ),
    ).toEqual(['step UNMIL 2025-12-15', 'mandate UNMIL 2026-06-15'])
    expect(ends('Decides to extend the mandate of UNMIL, due to expire on 15 December 2025, until 15 June 2026;')).toEqual([
      'step UNMIL 2025-12-15',
      'mandate UNMIL 2026-06-15',
    ])
  })
})

describe.skipIf(!DATA)('the corpus of texts', () => {
  const DIR = 'unsc-mandate-texts/txt'
  const western = new TextDecoder('windows-1252')
  const textOf = (file: string): string => {
    const b = readFileSync(join(DATA!, DIR, file))
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(b)
    } catch {
      return western.decode(b)
    }
  }
  const all = new Map<string, Resolution>()
  const read = (file: string): Resolution => {
    let r = all.get(file)
    if (!r) {
      r = resolutionOf(textOf(file), file)
      all.set(file, r)
    }
    return r
  }
  const files = DATA ? readdirSync(join(DATA, DIR)) : []

  test('each text has its number, its day and its paragraphs to the last', () => {
    const odd: string[] = []
    let operative = 0
    for (const f of files) {
      const r = read(f)
      expect(r.symbol?.replace(/[ /]/g, '-').replace('-(', '('), f).toBe(f.replace('.txt', ''))
      expect(r.adopted, f).toBeDefined()
      for (const s of r.says) odd.push(`${r.symbol}: ${s}`)
      const last = r.paragraphs.filter(p => p.part === 'operative').at(-1)!
      operative += r.paragraphs.filter(p => p.part === 'operative' && /^\d+$/.test(p.paragraph)).length
      // Independently: the words that end nearly every resolution stand in its last paragraph, and nothing of the page does.
      if (/seized of the matter/.test(textOf(f).replace(/\s+/g, ' '))) expect(last.text, f).toMatch(/seized/)
      for (const p of r.paragraphs)
        expect(p.text, `${f} ${p.paragraph}`).not.toMatch(/\*\d{7}\*|Distr\.|\b\d\d-\d{5} \(E\)|S\/RES\/\d+ \(\d{4}\) Page/)
    }
    console.info(`${files.length} texts, ${operative} numbered operative paragraphs; said of them:\n${odd.join('\n')}`)
    expect(odd.filter(o => o.includes('not found'))).toHaveLength(2) // both in S/RES/1521 (2003)
    // The tail of S/RES/952 is another text's: its numbers give it away.
    expect(odd.filter(o => o.includes('its numbers go'))).toEqual([
      'S/RES/952 (1994): its numbers go from 10 to 14: what stands between is not in this text',
    ])
    expect(odd).toContain(
      'S/RES/893 (1994): a title above the text names S/RES/1095 (1997) of 1997-01-28: the text itself is headed S/RES/893 (1994)',
    )
  })
  test('no word of a text is lost or doubled', () => {
    const words = (t: string): string => t.replace(/[^A-Za-z]/g, '')
    for (const f of files.filter((_, i) => i % 5 === 0)) {
      const r = read(f)
      const text = textOf(f).replace(/\r*\n/g, '\n')
      const from = text.indexOf('The Security Council,', text.indexOf('[accessed') + 1)
      const whole = words(text.slice(from))
      const kept = words(r.paragraphs.map(p => p.text).join(''))
      expect(kept.length, f).toBeGreaterThan(whole.length * 0.9)
      expect(kept.length, f).toBeLessThanOrEqual(whole.length)
    }
  })
  test('the paragraphs that PEMA’s coders cite are there', async () => {
    const layout = layoutsOf('pema-tasks')[0]!
    let there = 0
    const missing: string[] = []
    for (const row of (await tableOf(layout, raw('pema/PEMA_raw_v2.csv'))).rows) {
      const number = /^S\/RES\/(\d+)/.exec(row.cells[0]!)?.[1]
      const file = files.find(f => f.startsWith(`S-RES-${number}(`))
      if (!file) continue
      const have = new Set(read(file).paragraphs.map(p => p.paragraph))
      const last = Math.max(...read(file).paragraphs.map(p => Number.parseInt(p.paragraph, 10) || 0))
      for (const [k, c] of layout.columns.entries())
        if (c.list)
          // A number beyond the last is a paragraph of a report that the resolution endorses.
          for (const p of paragraphsOf(row.cells[k]!))
            if (
              p.paragraph &&
              Number.parseInt(p.paragraph, 10) <= last &&
              !/S\/\d/.test(row.cells[k]!) &&
              !/referring|\+/.test(row.cells[k]!)
            ) {
              if (have.has(p.paragraph)) there++
              else missing.push(`${row.cells[0]} ${p.text}`)
            }
    }
    console.info(`PEMA: ${there} citations of paragraphs found, ${missing.length} not: ${[...new Set(missing)].slice(0, 120).join('; ')}`)
    expect(there / (there + missing.length)).toBeGreaterThan(0.95)
  })
  const of = (number: string): Resolution => read(files.find(f => f.startsWith(`S-RES-${number}(`))!)
  test('strength, with its paragraph', () => {
    const top = (n: string): unknown[] =>
      authorised(of(n).paragraphs)
        .filter(s => !s.part && s.kind === 'ceiling')
        .map(s => [s.paragraph, s.mission, s.of, s.count])
    expect(top('2149')).toEqual([
      ['20', 'MINUSCA', 'military', 10_000],
      ['20', 'MINUSCA', 'police', 1_800],
    ])
    expect(
      authorised(of('2149').paragraphs)
        .filter(s => s.part)
        .map(s => s.count),
    ).toEqual([240, 200, 1_400, 400])
    expect(top('2100')).toEqual([
      ['12', 'MINUSMA', 'military', 11_200],
      ['12', 'MINUSMA', 'police', 1_440],
    ])
    expect(top('2164')).toEqual([
      ['11', 'MINUSMA', 'military', 11_200],
      ['11', 'MINUSMA', 'police', 1_440],
    ])
    expect(top('2155')).toEqual([
      ['8', 'UNMISS', 'military', 12_500],
      ['8', 'UNMISS', 'police', 1_323],
    ])
    expect(top('1925')).toEqual([
      ['2', 'MONUSCO', 'military', 19_815],
      ['2', 'MONUSCO', 'military', 760],
      ['2', 'MONUSCO', 'police', 391],
      ['2', 'MONUSCO', 'police', 1_050],
    ])
    expect(top('1996')).toEqual([
      ['1', 'UNMISS', 'military', 7_000],
      ['1', 'UNMISS', 'police', 900],
    ])
  })
  test('the end of a mandate, and the traps beside it', () => {
    const ends = (n: string): unknown[] =>
      mandateEnds(of(n).paragraphs)
        .filter(e => e.kind === 'mandate')
        .map(e => [e.paragraph, e.mission, e.until === undefined ? `${e.months} months` : toIso(e.until)])
    expect(ends('2149')).toEqual([['18', 'MINUSCA', '2015-04-30']])
    expect(ends('2100')).toEqual([['7', 'MINUSMA', '12 months']])
    expect(ends('2164')).toEqual([['11', 'MINUSMA', '2015-06-30']])
    expect(ends('2155')).toEqual([['3', 'UNMISS', '2014-11-30']])
    expect(ends('1925')).toEqual([['2', 'MONUSCO', '2011-06-30']])
    expect(ends('1996')).toEqual([['1', 'UNMISS', '12 months']])
    expect(mandateEnds(of('1925').paragraphs)[0]).toMatchObject({ kind: 'predecessor', mission: 'MONUC' })
    for (const e of mandateEnds(of('2149').paragraphs))
      expect(of('2149').paragraphs.some(p => p.text.includes(e.quote.replace(/^… | …$/g, '')))).toBe(true)
  })
  test('reports that are asked for', () => {
    expect(reportsAsked(of('2149').paragraphs).find(r => r.paragraph === '50')).toMatchObject({
      cycle: 'every four months',
      months: 4,
      anchor: 'on 1 August 2014',
    })
    expect(reportsAsked(of('2155').paragraphs).find(r => r.cycle)).toMatchObject({ paragraph: '22', days: 60 })
    expect(reportsAsked(of('2100').paragraphs).find(r => r.cycle)).toMatchObject({
      paragraph: '34',
      months: 3,
      within: 'within 45 days of the adoption of this resolution',
    })
    expect(
      reportsAsked(of('1925').paragraphs)
        .find(r => r.paragraph === '20')!
        .by!.map(toIso),
    ).toEqual(['2010-10-11', '2011-01-21', '2011-05-13'])
  })
  test('one operative paragraph is a row that names its resolution, its day and its number', async () => {
    const layout = layoutsOf('unsc-texts')[0]!
    const t = await tableOf(layout, raw(`${DIR}/S-RES-2149(2014).txt`), 'S-RES-2149(2014).txt')
    const p16 = t.rows.find(r => cell(layout, r, 'Part') === 'operative' && cell(layout, r, 'Paragraph') === '16')!
    expect(toIso(p16.asked.from!)).toBe('2014-04-10')
    expect(cell(layout, p16, 'Text')).toMatch(/^Notes the call made by the Secretary-General/)
    expect(new Set(t.rows.map(r => r.key)).size).toBe(t.rows.length)
  })
})
