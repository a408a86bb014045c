import { describe, expect, it } from 'vitest'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import { authorised } from '../../src/archive/read/authorised.ts'
import { previousCited } from '../../src/archive/read/cited.ts'
import { mandateEnds } from '../../src/archive/read/mandate-ends.ts'
import { reportsAsked } from '../../src/archive/read/reports-asked.ts'
import { type Resolution, resolutionOf } from '../../src/archive/read/resolution.ts'
import { toIso } from '../../src/kernel/day.ts'
import { cell, tableOf } from './shared.ts'

// Texts as people really bring them, SIMULATED: what is mended is said, and what cannot be read is refused with its reason.

const HEAD = `United Nations S/RES/9001 (2031)
Security Council
Distr.: General
3 March 2031
Resolution 9001 (2031)
Adopted by the Security Council at its 9999th meeting, on
3 March 2031
The Security Council,
`
const PREAMBLE = 'Recalling its previous resolutions, and SIMULATED throughout,\n'
const BODY = `1. Decides to extend until 15 March 2032 the mandate of UNMISS;
2. Decides that UNMISS shall comprise up to 12,000 military personnel, including 150 staff officers;
3. Requests the Secretary-General to report to the Council every four months;
4. Decides to remain actively seized of the matter.
`
const FILE = 'S-RES-9001(2031).txt'
const plain = HEAD + PREAMBLE + BODY
const read = (text: string): Resolution => resolutionOf(text, FILE)
const table = (bytes: string | Uint8Array, name = FILE) => tableOf(layoutsOf('unsc-texts')[0]!, bytes, name)
/** What is made of it, in short. */
const made = ({ paragraphs }: Resolution): unknown[] => [
  mandateEnds(paragraphs).map(e => [e.paragraph, e.kind, e.until && toIso(e.until)]),
  authorised(paragraphs).map(s => [s.paragraph, s.kind, s.count, s.part]),
  reportsAsked(paragraphs).map(a => [a.paragraph, a.months]),
]
const WANTED = [
  [['1', 'mandate', '2032-03-15']],
  [
    ['2', 'ceiling', 12_000, false],
    ['2', 'ceiling', 150, true],
  ],
  [['3', 4]],
]
const numbersOf = (r: Resolution): string[] => r.paragraphs.filter(p => p.part === 'operative').map(p => p.paragraph)

describe('one text in many shapes', () => {
  it('is read whole when it is clean, and nothing is said', () => {
    expect([made(read(plain)), read(plain).says, read(plain).wrong]).toEqual([WANTED, [], []])
  })
  it('furniture of the page in the middle of a paragraph goes, with the title that runs on each page; the page is kept', () => {
    const r = read(
      plain.replace(
        'comprise up to',
        'comprise\n31-09001 2/3\n\nS/RES/9001 (2031) The situation in a country\nup to\n31-09001 (E) 3/3\nS/RES/9001 (2031) The situation in a country\n*3109001*\nPlease recycle\n',
      ),
    )
    expect([made(r), r.says]).toEqual([WANTED, []])
    expect(r.paragraphs.some(p => /31-09001|situation in a country|recycle/.test(p.text))).toBe(false)
  })
  it('a word broken at the end of a line is joined where the text has it whole elsewhere, and that is said', () => {
    const r = read(plain.replace('every four months', 'on the man-\ndate and on low-\ncost matters every four months'))
    expect(made(r)).toEqual(WANTED)
    expect(r.says).toEqual(['words broken at the end of a line are joined: mandate'])
    expect(r.paragraphs.find(p => p.paragraph === '3')!.text).toContain('on the mandate and on low-cost matters')
  })
  it('numbers glued to their words or to the paragraph before, and a number that is lost', () => {
    const glued = read(plain.replace('1. Decides', '1.Decides').replace('UNMISS;\n2. ', 'UNMISS;2.'))
    expect([made(glued), glued.says]).toEqual([WANTED, []])
    const lost = read(plain.replace('\n2. ', '\n'))
    expect(numbersOf(lost)).toEqual(['1', '3', '4'])
    expect(lost.says).toEqual(['paragraph 2 not found: its text stands with the one before it'])
    expect(read(plain.replace('1. ', '')).says).toEqual(['paragraph 1 not found: its text stands with the one before it'])
  })
  it('an excerpt, whose numbers leap: nothing is cited by a number that it does not bear', () => {
    const excerpt = read(plain.replace('\n3. ', '\n14. ').replace('\n4. ', '\n15. '))
    expect(numbersOf(excerpt)).toEqual(['1', '2', '14', '15'])
    expect(excerpt.says).toEqual(['its numbers go from 2 to 14: what stands between is not in this text'])
  })
  it('sub-paragraphs whose labels stand together', () => {
    const tasks = '2. Decides that the mandate of UNMISS shall be: (a)(i) To protect; (ii)To patrol; (b) (i) To report;\n3. Requests'
    expect(numbersOf(read(plain.replace(/2\. Decides[\s\S]*3\. Requests/, tasks)))).toEqual(
      '1,2,2 (a) (i),2 (a) (ii),2 (b) (i),3,4'.split(','),
    )
  })
  it('a note at the foot of a page is left out, and said', () => {
    const r = read(plain.replace('including', '\n1 S/2031/77, annex.\nincluding'))
    expect(made(r)).toEqual(WANTED)
    expect(r.says).toEqual(['a note at the foot of a page is left out: “1 S/2031/77, annex.”'])
  })
  it('line ends of Windows, and pages parted by form feeds', () => {
    expect(made(read(plain.replaceAll('\n', '\r\n')))).toEqual(WANTED)
    expect(made(read(plain.replace('\n2. ', '\n\f2. ')))).toEqual(WANTED)
  })
  it('an annex is no paragraph of it', () => {
    const r = read(`${plain}Annex II\n5. Decides that a committee sits until 1 May 2031;\n`)
    expect([made(r), r.paragraphs.at(-1)!.part]).toEqual([WANTED, 'annex'])
  })
  it('HTML, with its marks taken out', () => {
    const html = `<html><head><title>x</title><style>p{}</style></head><body>${plain
      .split('\n')
      .map(l => `<p>${l.replace('Decides', '<i>Decides</i>').replaceAll(' ', '&nbsp; ').replaceAll('&nbsp; ', '&nbsp;')}</p>`)
      .join('\n')}</body></html>`
    const r = read(html)
    expect([made(r), r.says]).toEqual([WANTED, ['read out of HTML']])
  })
  it('the same in a second language is not read, and said; in another language alone it is refused', async () => {
    const french = 'Le Conseil de sécurité,\n1. Décide de proroger jusqu’au 15 mars 2032 le mandat de la MINUSS;\n'
    const both = read(`${plain}\n${french}`)
    expect([made(both), both.says]).toEqual([WANTED, ['from line 15 on it stands in another language, which is not read']])
    const alone = await table(HEAD.replace('The Security Council,\n', french))
    expect([alone.rows.length, alone.bad.map(b => b.says)]).toEqual([0, ['no “The Security Council,” in it: no paragraph found']])
  })
})

describe('bytes', () => {
  const quoted = plain.replace('SIMULATED throughout', 'a “SIMULATED” text of Côte d’Ivoire')
  it('quotes of Windows-1252, and UTF-16 with its mark', async () => {
    const western = Buffer.from(
      quoted.replace(/[“”’]/g, c => ({ '“': '\x93', '”': '\x94', '’': '\x92' })[c]!),
      'latin1',
    )
    const w = await table(western)
    expect(w.told).toEqual(['not UTF-8: read as Windows-1252'])
    const utf16 = await table(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(quoted, 'utf16le')]))
    for (const t of [w, utf16])
      expect(cell(layoutsOf('unsc-texts')[0]!, t.rows[0]!, 'Text')).toContain('a “SIMULATED” text of Côte d’Ivoire')
  })
  it('UTF-16 without its mark is read; what only holds empty bytes is refused', async () => {
    const wide = await table(Buffer.from(quoted, 'utf16le'))
    expect(cell(layoutsOf('unsc-texts')[0]!, wide.rows[0]!, 'Text')).toContain('a “SIMULATED” text of Côte d’Ivoire')
    const t = await table(quoted.replace('SIMULATED', 'SIMUL\0ATED'))
    expect([t.rows.length, t.bad.map(b => b.says)]).toEqual([
      0,
      ['it holds empty bytes: no plain text, or UTF-16 without its mark; save it as UTF-8'],
    ])
  })
  it('letters that were read wrongly before stay as they are, and are pointed at', () => {
    const r = read(plain.replace('SIMULATED', 'SIMULATED in CÃ´te d’Ivoire'))
    expect(r.says).toEqual(['letters were written as UTF-8 and read as Windows-1252 before this file was made: they stand as in “CÃ´te”'])
    expect(r.paragraphs[0]!.text).toContain('CÃ´te')
  })
})

describe('what is no text of the resolution that it is said to be', () => {
  const refused = async (text: string, name = 'text.txt') => {
    const t = await table(text, name)
    return [t.rows.length, t.bad.map(b => b.says)]
  }
  it('a record of a meeting, a press release, a statement by the President, a draft', async () => {
    const quote = `\n“The Security Council,\n“Recalling its resolutions,\n“1. Decides to extend until 15 March 2032 the mandate of UNMISS;”\n`
    const is = (what: string) => [0, [`it is ${what}, and not the text of a resolution`]]
    expect(await refused(`S/PV.9999\nThe draft is adopted as resolution 9001 (2031).${quote}`)).toEqual(
      is('the record of a meeting (S/PV)'),
    )
    expect(await refused(`SC/99901\n3 March 2031\nThe full text of resolution 9001 (2031) reads as follows:${quote}`)).toEqual(
      is('a press release'),
    )
    expect(await refused(`S/PRST/2031/4\nStatement by the President of the Security Council${quote}`)).toEqual(
      is('a statement by the President'),
    )
    expect(await refused(`S/2031/160\nA State: draft resolution\n${plain.slice(plain.indexOf('The Security'))}`)).toEqual(
      is('a draft, which nobody may have adopted'),
    )
  })
  it('two resolutions in one file: the first is read to its end, and the file is refused', async () => {
    const other = plain.replaceAll('9001 (2031)', '9002 (2031)').replace('15 March 2032', '30 April 2033')
    const r = read(plain + other)
    expect(r.wrong).toEqual(['a second resolution, S/RES/9002 (2031), begins at line 18: each wants a file of its own'])
    expect(made(r)).toEqual(WANTED)
    expect((await table(plain + other)).bad).toHaveLength(1)
  })
  it('a file whose name says another symbol, and one that bears none', async () => {
    expect((await table(plain, 'S-RES-9003(2031).txt')).bad.map(b => b.says)).toEqual([
      'the file is named S/RES/9003 (2031), and its text is S/RES/9001 (2031)',
    ])
    expect(await refused('The Security Council,\n1. Decides;\n')).toEqual([0, ['no number of a resolution above its words']])
  })
  it('a paragraph longer than any of the Council’s, and a megabyte of its words, cost no more than they are worth', async () => {
    const long = `${HEAD}1. Decides ${'by 1 May 2031 and '.repeat(60_000)};\n2. Decides to remain seized of the matter.\n`
    const before = performance.now()
    const t = await table(long)
    expect(performance.now() - before).toBeLessThan(10_000)
    expect([t.rows.length, t.bad.map(b => b.says)]).toEqual([1, ['paragraph 1 has 1080009 characters: the Council writes none so long']])
  })
  it('a later resolution among those that it recalls is noticed, by its number or by its year', () => {
    const citing = (words: string) => read(plain.replace('its previous resolutions', `its previous resolutions, ${words}`)).says
    expect(citing('in particular 8999 (2030) and 9999 (2040)')).toEqual(['it cites a later resolution, 9999 (2040)'])
    expect(citing('including its resolutions 8998 (2030), 9400 (2031) of 1 June 2031 and 8999 (2030)')).toEqual([
      'it cites a later resolution, 9400 (2031)',
    ])
    expect(citing('most recently resolution 8000 (2035)')).toEqual(['it cites a later resolution, 8000 (2035)'])
    expect(citing('in particular 8999 (2030)')).toEqual([])
    const assembly = read(plain.replace('its previous resolutions', 'General Assembly resolution 9500 (2030)'))
    expect(previousCited(assembly.paragraphs, { number: 9001, year: 2031 })).toEqual([])
  })
})

describe('the language of later years', () => {
  const saying = (...words: string[]) => read(`${HEAD}${PREAMBLE}${words.map((w, i) => `${i + 1}. ${w};\n`).join('')}`).paragraphs
  const numbers = (...words: string[]) => authorised(saying(...words)).map(s => [s.kind, s.mission, s.of, s.count, s.part])
  const ends = (...words: string[]) => mandateEnds(saying(...words)).map(e => [e.kind, e.mission, e.until && toIso(e.until)])

  it('a ceiling that continues, with its parts and with those who are neither troops nor police', () => {
    expect(
      numbers(
        'Decides that MINUSCA will continue to comprise up to 14,400 military personnel, including 590 military observers and military staff officers, and 3,020 police personnel, including 600 individual police officers and 2,420 formed police unit personnel, as well as 108 corrections officers',
      ),
    ).toEqual([
      ['ceiling', 'MINUSCA', 'military', 14_400, false],
      ['ceiling', 'MINUSCA', 'military', 590, true],
      ['ceiling', 'MINUSCA', 'police', 3_020, false],
      ['ceiling', 'MINUSCA', 'police', 600, true],
      ['ceiling', 'MINUSCA', 'police', 2_420, true],
    ])
    expect(
      numbers(
        'Decides to maintain the overall force levels of UNMISS with a troop ceiling of 17,000 troops, including 4,000 troops for a regional force, and a police ceiling of 2,101 police personnel',
      ),
    ).toEqual([
      ['ceiling', 'UNMISS', 'military', 17_000, false],
      ['ceiling', 'UNMISS', 'military', 4_000, true],
      ['ceiling', 'UNMISS', 'police', 2_101, false],
    ])
    expect(
      numbers('Decides that the authorized troop ceiling of MONUSCO will comprise 11,500 military personnel and 443 police personnel'),
    ).toEqual([
      ['ceiling', 'MONUSCO', 'military', 11_500, false],
      ['ceiling', 'MONUSCO', 'police', 443, false],
    ])
  })
  it('a number that the text gives time for counts from the last day of that time', () => {
    const since = (words: string) => authorised(saying(words)).map(s => [s.count, s.from === undefined ? s.months : toIso(s.from)])
    expect(
      since('Decides that UNMISS shall be reconfigured by 30 June 2031 so that it shall consist of up to 7,137 military personnel'),
    ).toEqual([[7_137, '2031-06-30']])
    expect(
      since(
        'Decides that, over a period of 12 to 18 months, UNMISS will be reconfigured to consist of up to 16,200 military and 2,310 police personnel',
      ),
    ).toEqual([
      [16_200, 18],
      [2_310, 18],
    ])
    expect(
      since('Authorizes a drawdown from October 2031 to May 2032, leaving the military strength of UNMISS at 8,202 personnel'),
    ).toEqual([[8_202, '2032-05-31']])
    expect(since('Decides that UNMISS shall consist of up to 7,137 military personnel, and that it reports by 30 June 2031')).toEqual([
      [7_137, undefined],
    ])
  })
  it('one number for several kinds of personnel is theirs together, and of no side alone where they are of two', () => {
    const joint = (words: string) => authorised(saying(words)).map(s => [s.kind, s.of, s.count, s.who, s.joint === true])
    expect(
      joint('Decides that UNMISS shall consist of up to 17,000 troops, and 580 Military Observers and Military Staff Officers'),
    ).toEqual([
      ['ceiling', 'military', 17_000, 'troops', false],
      ['ceiling', 'military', 580, 'military observers and military staff officers', true],
    ])
    expect(joint('Decides that UNMISS shall consist of up to 600 military observers and police officers, and 400 police trainers')).toEqual(
      [
        ['ceiling', 'uniformed', 600, 'military observers and police officers', true],
        ['ceiling', 'police', 400, 'police trainers', false],
      ],
    )
    expect(joint('Decides that UNMISS shall consist of up to 600 troops and 40 police officers, and military contributions')).toEqual([
      ['ceiling', 'military', 600, 'troops', false],
      ['ceiling', 'police', 40, 'police officers', false],
    ])
  })
  it('a list of increases is one of increases to its end', () => {
    expect(
      numbers('Decides to authorize an increase of 750 military personnel, 280 police personnel and 20 corrections officers for MINUSCA'),
    ).toEqual([
      ['change', 'MINUSCA', 'military', 750, false],
      ['change', 'MINUSCA', 'police', 280, false],
    ])
  })
  it('a wish, a plan, a unit, the size of each, a force inside the ceiling and a partner’s force are no ceilings', () => {
    for (const words of [
      'Expresses its intention to raise the strength of UNMISS to a maximum of 15,000 troops',
      'Takes note of the recommendation that UNMISS should comprise up to 15,000 military personnel',
      'Requests the Secretary-General to submit a plan for a strength of UNMISS of up to 15,000 military personnel',
      'Requests the Secretary-General to assess whether the strength of UNMISS can be reduced to 9,000 troops',
      'Decides that UNMISS shall include a quick reaction force of up to 850 military personnel within its authorized strength',
      'Decides that the police component of UNMISS shall comprise units of up to 140 police personnel each',
      'Authorizes UNMISS to deploy up to 250 military personnel to a neighbouring country',
      'Authorizes the Member States of the African Union to maintain the deployment of AMISOM, with a maximum strength of 20,626 uniformed personnel, beside UNSOS',
      'Authorizes Member States to form a force, in liaison with BINUH, with a ceiling of up to 5,500 military personnel',
    ])
      expect(
        numbers(words).filter(([kind, , , , part]) => kind === 'ceiling' && !part),
        words,
      ).toEqual([])
  })
  it('a mission that is ended as of a day, or for a final time on one; draw-down and residual work have days of their own', () => {
    expect(
      ends(
        'Decides to terminate the mandate of MINUSMA as of 30 June 2031, and to start the withdrawal of its personnel, with the objective of completing it by 31 December 2031',
      ).filter(([kind]) => kind !== 'step'),
    ).toEqual([['predecessor', 'MINUSMA', '2031-06-30']])
    expect(
      ends(
        'Decides to extend for a final time the mandate of UNIFIL until 31 December 2031 and to start an orderly drawdown and withdrawal from 31 December 2031 and within one year',
      ),
    ).toEqual([['mandate', 'UNIFIL', '2031-12-31']])
    expect(
      ends(
        'Decides to extend until 20 December 2031 the mandate of MONUSCO, including, on an exceptional basis and without creating a precedent, its Intervention Brigade',
        'Authorizes the African Union to maintain AMISOM until 31 December 2031',
        'Decides that MONUSCO shall be as follows: (a) To help with the transition that ends on 30 April 2031',
      ).filter(([kind]) => kind === 'mandate'),
    ).toEqual([['mandate', 'MONUSCO', '2031-12-20']])
  })
  it('a mission is ended by a day, by its acronym or its name, with its accents or without; a wish and a measure end none', () => {
    for (const [words, mission] of [
      ['Decides to terminate the mandate of UNMISS by 30 June 2031', 'UNMISS'],
      ['Decides to close UNMISS no later than 30 June 2031, and that its assets go to UNISFA', 'UNMISS'],
      ["Decides to end the mandate of the United Nations Operation in Côte d'Ivoire by 30 June 2031", 'UNOCI'],
      ['Decides further to terminate the United Nations Operation in Cote d’Ivoire before 30 June 2031', 'UNOCI'],
      ['Decides to terminate the mandate of UNISFA on 30 June 2031', 'UNISFA'],
      ['Decides to terminate the mandate of the United Nations Mission in South Sudan (UNMISS) on 30 June 2031', 'UNMISS'],
    ] as const)
      expect(ends(words), words).toEqual([['predecessor', mission, '2031-06-30']])
    for (const words of [
      'Decides to terminate the arms embargo by 30 June 2031, with the help of UNMISS',
      'Requests UNMISS to end the violence by 30 June 2031',
      'Expresses its intention to terminate UNMISS no later than 30 June 2031',
      'Requests the Secretary-General to report on how to end the mandate of UNMISS by 30 June 2031',
      'Decides to end the mandate of UNMISS as it was agreed in the report of the Secretary-General on 30 June 2031',
    ])
      expect(
        ends(words).filter(([kind]) => kind === 'mandate' || kind === 'predecessor'),
        words,
      ).toEqual([])
  })
  it('a day without its year is no day, and is not passed over: whoever reads the text says which year', () => {
    const candidates = (words: string) =>
      mandateEnds(read(`${HEAD}${PREAMBLE}1. ${words};\n2. Decides to remain actively seized of the matter.\n`).paragraphs).map(e => [
        e.kind,
        e.mission,
        e.until,
        e.because,
      ])
    for (const words of [
      'Decides to extend the mandate of MINUSCA until 31 March',
      'Decides to extend until 31 March the mandate of MINUSCA',
    ])
      expect(candidates(words), words).toEqual([['mandate', 'MINUSCA', undefined, 'said of MINUSCA: "until 31 March", without a year']])
    for (const words of [
      'Welcomes the ceasefire that holds until 31 March in the area of MINUSCA',
      'Welcomes the holding of elections from 1 February to 31 March, with the help of MINUSCA',
    ])
      expect(candidates(words), words).toEqual([])
  })
  it('measures, a withdrawal, a group of so many and a wish not to go on have days and periods that are no mandate’s', () => {
    expect(ends('Decides to terminate the mandate of UNMEE effective on 31 July 2031')).toEqual([['predecessor', 'UNMEE', '2031-07-31']])
    expect(
      ends('Decides that UNOCI shall have the following mandate from the date of adoption of this resolution until 31 December 2031'),
    ).toEqual([['mandate', 'UNOCI', '2031-12-31']])
    for (const words of [
      'Decides that the measures in paragraphs 2 and 4 above are established for 12 months',
      'Decides that the period of such withdrawal of the military component of UNMISS shall end on 15 November 2031',
      'Decides to establish, with effect from 16 January 2032, a support group of 180 civilian police monitors of UNMISS, for a single period of nine months',
      'Expresses its intention not to extend UNMISS beyond 30 November 2031',
      'Decides to extend until 31 July 2031 the deployment of an additional 2,000 military personnel to UNMISS',
      'Decides to extend the deployment of an additional 2,000 military personnel to UNMISS until 31 July 2031',
    ])
      expect(
        ends(words).filter(([kind]) => kind === 'mandate'),
        words,
      ).toEqual([])
  })
  it('reports with several days, after a time, by those who are asked, and not by others', () => {
    const asks = (words: string) => reportsAsked(saying(words)).map(a => [a.months ?? a.days, a.within, a.by?.map(toIso)])
    expect(
      asks('Requests the Secretary-General to report to the Council on UNMISS by 15 June 2031, 15 October 2031 and 15 February 2032'),
    ).toEqual([[undefined, undefined, ['2031-06-15', '2031-10-15', '2032-02-15']]])
    expect(asks('Requests the Secretary-General to provide to the Council a report within 90 days and every 120 days thereafter')).toEqual([
      [120, 'within 90 days', undefined],
    ])
    expect(
      asks(
        'Requests the Secretary-General to report to the Council every six months, with a view to completing the mandate by 31 May 2032',
      ),
    ).toEqual([[6, undefined, undefined]])
    expect(asks('Requests France to report to the Council every four months')).toEqual([])
    expect(asks('Requests the Panel of Experts to provide a report to the Council by 1 May 2031')).toEqual([])
    expect(asks('Requests all States to report to the Secretary-General by 1 May 2031')).toEqual([])
  })
})
