import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import type { Question } from '../../src/kernel/chapter.ts'
import { day } from '../../src/kernel/day.ts'
import type { ProposalRow } from '../../src/paper/proposal.ts'
import type { Answered } from '../../src/paper/question-page.ts'
import type { Published } from '../../src/politics/agreements/archive/published-agreements.ts'
import type { CouncilRow } from '../../src/politics/council/archive/council.ts'
import type { InForceRow } from '../../src/politics/council/archive/mandate.ts'
import { numbersIn, paragraphNamed, type TextRow } from '../../src/politics/council/archive/texts.ts'
import type { TaskRow } from '../../src/politics/council/tasks.ts'
import { politics, politicsPages } from '../../src/politics/index.ts'
import { tablesOf } from '../../src/politics/pages/tables.ts'
import { archived } from '../archive/tables.ts'
import { DATA } from '../archive-reading/shared.ts'

// What politics gets from the archive: a mandate in force on a day with the words of its paragraphs, its end as a candidate, the reports it
// asks for as proposals. The small files are invented; the long ones are the producers' own, where they are there.
import { spoken } from './asking.ts'

const question = (name: string): Question<object> => politics.questions!.find(q => q.name === name) as Question<object>
type Kept = ReturnType<typeof archived>
const ask = async <R>(kept: Kept, name: string, on: string, options: Record<string, string> = {}, word?: string): Promise<readonly R[]> =>
  (await kept.visitor(db => question(name).rows(db, { on: day(on), options, ...(word !== undefined && { word }) }))) as readonly R[]
const layout = (dataset: string) => layoutsOf(dataset)[0]!
const of = <K extends InForceRow['is']>(rows: readonly InForceRow[], is: K) =>
  rows.filter((r): r is Extract<InForceRow, { is: K }> => r.is === is)
const pageOf = async (
  name: string,
  rows: readonly object[],
  options: Record<string, string>,
  on = '2019-06-01',
  word?: string,
  lang: Answered['lang'] = 'en',
): Promise<string> => {
  const a: Answered = {
    ...{
      lang,
      on: day(on),
      rows,
      asked: { options, ...(word !== undefined && { word }) },
      nameOf: code => code,
      actOf: (_duty: string, act: string) => act,
    },
    to: (href, query) =>
      `${href}${query ? `?${new URLSearchParams(Object.entries(query).filter((e): e is [string, string] => e[1] !== undefined))}` : ''}`,
  }
  const page = politicsPages.questions[name]!
  return `${page.title(a)}\n${page.lede?.(a) ?? ''}\n${await String(page.Content(a))}`
}

const head = (symbol: string, on: string): string => `United Nations
Security Council
Resolution ${symbol}
Adopted by the Security Council at its 8476th meeting, on ${on}
The Security Council,
Recalling its previous resolutions 2400 (2018) and 2601 (2021),
`
const MADE = `${head('2501 (2019)', '5 March 2019')}1. Decides to extend until 15 March 2020 the mandate of UNMISS;
2. Decides that the mandate of UNMISS shall be to:
(a) Protect civilians, including through:
(i) Patrols by day and by night;
(ii) Help with the disarmament of armed groups;
3. Calls on the authorities to hold elections no later than 31 October 2019, and welcomes the extension of the mandate of AMISOM until 31 May 2019;
4. Requests the Secretary-General to report to the Council on 1 May 2019, and then every four months from that date;
5. Requests the Secretary-General to report to the Council within 45 days of the adoption of this resolution on the state of roads;
6. Decides to remain actively seized of the matter.
`
const cells = (dataset: string, rows: readonly Record<string, string>[]): string => {
  const names = layout(dataset).columns.map(c => c.name)
  return `${[names, ...rows.map(r => names.map(n => r[n] ?? ''))].map(r => r.map(c => `"${c}"`).join(',')).join('\n')}\n`
}

describe('the days that a text counts in words', () => {
  const kept = archived()
  it('from its adoption, by the calendar’s months; and back from the last day of the mandate, where it sets one', async () => {
    const asks = (symbol: string, on: string, first: string) => `${head(symbol, on)}1. ${first}
2. Requests the Secretary-General to report to the Council within three months of the adoption of this resolution;
3. Requests the Secretary-General to report to the Council on its implementation not later than forty-five days prior to its expiration;
4. Requests the Secretary-General to report to the Council within five weeks of the adoption of this resolution;
5. Decides to remain seized of the matter.
`
    const folder = join(kept.folder, 'texts')
    mkdirSync(folder)
    const ends = 'Decides to extend until 15 March 2020 the mandate of UNMISS;'
    writeFileSync(join(folder, 'S-RES-2501(2019).txt'), asks('2501 (2019)', '30 November 2019', ends))
    writeFileSync(join(folder, 'S-RES-2502(2019).txt'), asks('2502 (2019)', '1 December 2019', 'Welcomes the work of UNISFA;'))
    await kept.add(layout('unsc-texts'), folder)
    await kept.add(
      layout('pema-tasks'),
      kept.file(
        cells('pema-tasks', [
          { Signature: 'S/RES/2501', NamePKO: 'UNMISS', Country: 'South Sudan', Year: '2019', Date2: '30-Nov-19', CivProtect_Assist: '1' },
          { Signature: 'S/RES/2502', NamePKO: 'UNISFA', Country: 'Sudan', Year: '2019', Date2: '01-Dec-19' },
        ]),
      ),
    )
    const proposed = async (mission: string) =>
      (await ask<ProposalRow>(kept, 'propose', '2019-12-02', { mission })).flatMap(r =>
        r.is === 'proposal' && r.line.type === 'ReportRequested'
          ? [[r.line.data['asks'], r.line.data['within'] ?? r.line.data['by'] ?? null, r.look.join()]]
          : [],
      )
    expect(await proposed('UNMISS')).toEqual([
      ['within', '3 months', ''],
      ['by', '2020-01-30', expect.stringMatching(/counted back from 2020-03-15, on which this text ends the mandate/)],
      ['no-day', null, expect.stringMatching(/“within five weeks .*”: this rulebook counts 7 days/)],
    ])
    expect((await proposed('UNISFA')).map(([asked]) => asked)).toEqual(['within', 'no-day', 'no-day'])

    // Without the table of months: the tasks that the text in force names itself, and that no other is known to go on.
    const mandate = (on: string) => ask<InForceRow>(kept, 'mandate', on, { mission: 'UNMISS' })
    const rows = await mandate('2019-12-02')
    expect(of(rows, 'task').map(t => [t.task, t.symbol, t.paragraph])).toEqual([['CivProtect', 'S/RES/2501', '1']])
    expect(of(rows, 'mandate')[0]!.odd.join(' ')).toMatch(/No dataset pema-months .* which earlier ones go on is not on this record/)
    expect(of(await mandate('2020-06-01'), 'task')).toEqual([])
  })
})
describe('a text that only ends a mission', () => {
  const kept = archived()
  const put = (symbol: string, on: string, ...paragraphs: string[]) =>
    kept.file(
      `${head(symbol, on)}${paragraphs.map((p, i) => `${i + 1}. ${p};\n`).join('')}${paragraphs.length + 1}. Decides to remain seized of the matter.\n`,
      `texts/S-RES-${symbol.replace(/ /g, '')}.txt`,
    )
  const mandate = (on: string, mission: string) => ask<InForceRow>(kept, 'mandate', on, { mission })
  const proposed = async (on: string, mission: string) =>
    (await ask<ProposalRow>(kept, 'propose', on, { mission })).flatMap(r =>
      r.is === 'proposal' ? [[r.line.type, r.line.occurredOn, r.line.source.title, r.line.data['until'] ?? null]] : [],
    )
  it('is noticed by itself: a candidate for the end of the mission before, and of no other', async () => {
    mkdirSync(join(kept.folder, 'texts'))
    put('2501 (2019)', '5 March 2019', 'Decides to extend until 15 March 2020 the mandate of UNMISS')
    put('2502 (2019)', '5 April 2019', 'Decides to extend until 30 November 2019 the mandate of UNISFA')
    put(
      '2503 (2019)',
      '5 June 2019',
      'Decides to establish, until 30 June 2020, a mission that is named UNITAMS',
      'Decides to terminate the mandate of the United Nations Mission in South Sudan by 31 October 2019',
      'Requests the Secretary-General to complete its withdrawal by 31 December 2019',
    )
    put('2504 (2019)', '6 June 2019', 'Decides to close the United Nations Operation in Co\u0302te d’Ivoire by 31 August 2019')
    await kept.add(layout('unsc-texts'), join(kept.folder, 'texts'))
    const rows = await mandate('2019-07-01', 'UNMISS')
    const [m] = of(rows, 'mandate')
    expect(m).toMatchObject({ symbol: 'S/RES/2501 (2019)', inForce: true, until: null })
    expect(m!.stands).toBe('in force until 2019-10-31 by the words of S/RES/2503 (2019), which nobody has confirmed')
    expect(m!.odd.join()).toMatch(/S\/RES\/2503 \(2019\) came after it and only ends it/)
    expect(
      of(rows, 'end')
        .filter(e => e.kind === 'mandate')
        .map(e => [e.symbol, e.paragraph, e.until]),
    ).toEqual([['S/RES/2503 (2019)', '2', '2019-10-31']])
    expect(of(await mandate('2019-05-01', 'UNMISS'), 'mandate')[0]!.stands).toMatch(/^in force until 2020-03-15 by/)
    expect(of(await mandate('2019-11-01', 'UNMISS'), 'mandate')[0]).toMatchObject({ inForce: false })
    expect(of(await mandate('2019-07-01', 'UNISFA'), 'mandate')[0]!.stands).toMatch(/^in force until 2019-11-30 by/)
    // Of a mission whose mandate no text here gave, its end is told all the same.
    expect(of(await mandate('2019-07-01', 'UNOCI'), 'mandate')[0]).toMatchObject({
      symbol: 'S/RES/2504 (2019)',
      stands: 'in force until 2019-08-31 by the words of S/RES/2504 (2019), which nobody has confirmed',
      odd: expect.arrayContaining(['S/RES/2504 (2019) only ends it: which text gave the mandate is not on this record']),
    })
  })
  it('is proposed as the end once its day has come, and not before; nothing that it gives is proposed', async () => {
    expect(await proposed('2019-07-01', 'UNOCI')).toEqual([])
    expect(await proposed('2019-09-01', 'UNOCI')).toEqual([['MandateEnded', '2019-08-31', 'S/RES/2504 (2019), para. 1', null]])
    expect((await proposed('2019-11-01', 'UNMISS')).map(([type, on]) => [type, on])).toEqual([['MandateEnded', '2019-10-31']])
  })
  it('is no renewal where the table of mandates codes it as the last of its mission: what it asks for is proposed all the same', async () => {
    const before = { Signature: 'S/RES/2400', NamePKO: 'UNOCI', Country: 'SIMULATED', Year: '2018', Date2: '30-Jan-18' }
    const last = { Signature: 'S/RES/2505', NamePKO: 'UNOCI', Country: 'SIMULATED', Year: '2019', Date2: '07-Jun-19' }
    await kept.add(layout('pema-tasks'), kept.file(cells('pema-tasks', [before, last])))
    put(
      '2505 (2019)',
      '7 June 2019',
      'Decides to terminate UNOCI’s mandate effective on 31 July 2019',
      'Requests the Secretary-General to report to the Council within 45 days of the adoption of this resolution',
    )
    await kept.add(layout('unsc-texts'), join(kept.folder, 'texts'))
    const report = ['ReportRequested', '2019-06-07', 'S/RES/2505 (2019), para. 2', null]
    expect(await proposed('2019-07-01', 'UNOCI')).toEqual([report])
    expect(await proposed('2019-08-01', 'UNOCI')).toEqual([['MandateEnded', '2019-07-31', 'S/RES/2505 (2019), para. 1', null], report])
    const [m] = of(await mandate('2019-08-01', 'UNOCI'), 'mandate')
    expect(m).toMatchObject({ symbol: 'S/RES/2505 (2019)', inForce: false })
    expect(m!.stands).toBe('it ran until 2019-07-31 by the words of S/RES/2505 (2019), which nobody has confirmed')
    expect(m!.odd.join()).toMatch(/S\/RES\/2505 \(2019\) only ends it, by its own words/)
  })
})
describe('a mandate of a small archive', () => {
  const kept = archived()
  const mandate = (on: string, mission = 'UNMISS') => ask<InForceRow>(kept, 'mandate', on, { mission })

  it('says so where nothing is on this record yet', async () => {
    expect(await mandate('2019-06-01')).toEqual([
      expect.objectContaining({ is: 'none', says: expect.stringMatching(/no table of mandates/) }),
    ])
    expect((await ask<TextRow>(kept, 'text', '2019-06-01', {}, 'S/RES/2501'))[0]).toMatchObject({
      is: 'none',
      says: 'The text of S/RES/2501 is not on this record. peaceops archive add unsc-texts FOLDER puts texts there.',
    })
    expect(await mandate('2019-06-01', 'UNEF')).toMatchObject([{ is: 'none', says: expect.stringMatching(/several missions/) }])
  })
  it('is read from the table, the months and the text, which do not always agree, and it says where', async () => {
    await kept.add(layout('unsc-texts'), kept.file(MADE, 'S-RES-2501(2019).txt'))
    await kept.add(
      layout('pema-tasks'),
      kept.file(
        cells('pema-tasks', [
          {
            ...{ Signature: 'S/RES/2501 (2019)', NamePKO: 'UNMISS', Country: 'South Sudan', Year: '2019', Date2: '09-Mar-19' },
            ...{
              Mandate_Renewal: '1',
              Mandate_CompleteAdjustment: '0',
              CivProtect_Security: '2a(i)',
              DisarmDemob_Assist: '2a(ii), 4',
              ElectAssist_Assist: '17c',
            },
          },
        ]),
      ),
    )
    await kept.add(
      layout('pema-months'),
      kept.file(
        cells('pema-months', [
          {
            ...{ signature: 'S/RES/2501', namepko: 'UNMISS', date3: '2019m6', country: 'South Sudan', year: '2019' },
            ...{ civprotect_security_V3: '1', disarmdemob_assist_V3: '1', electassist_assist_V3: '1', media_assist_V3: '1' },
          },
        ]),
      ),
    )
    const rows = await mandate('2019-06-01')
    const [m] = of(rows, 'mandate')
    expect(m).toMatchObject({ symbol: 'S/RES/2501 (2019)', adopted: '2019-03-05', inForce: true, until: null })
    expect(m!.stands).toMatch(/in force until 2020-03-15 by the words of S\/RES\/2501 \(2019\), which nobody has confirmed/)
    expect(m!.odd.join('\n')).toMatch(/dates it 09-Mar-19 \(2019-03-09\); the text itself says 2019-03-05/)
    expect(m!.odd.join('\n')).toMatch(/spells it "S\/RES\/2501 \(2019\)"/)
    expect(m!.odd.join('\n')).toMatch(/cites S\/RES\/2601 \(2021\), which came later/)

    const task = (coded: string, t?: string) => of(rows, 'task').find(r => r.coded === coded && (t === undefined || r.task === t))!
    expect(task('2a(i)')).toMatchObject({ paragraph: '2 (a) (i)', words: 'Patrols by day and by night;', holds: 'above it' })
    expect(task('2a(i)').odd.join()).toMatch(/stand above it, in 2 \(a\)/)
    expect(task('2a(ii)')).toMatchObject({ holds: 'in it', odd: [] })
    expect(task('4')).toMatchObject({ holds: 'no word', odd: [expect.stringMatching(/no word of this task/)] })
    expect(task('17c')).toMatchObject({
      paragraph: null,
      words: null,
      odd: [expect.stringMatching(/is numbered to 6: 17 \(c\) is not in it/)],
    })
    expect(task('')).toMatchObject({ task: 'Media', odd: [expect.stringMatching(/no resolution of this mission names a paragraph/)] })
  })
  it('the question of tasks tells them too, as coded by others; without a mission it says where to look', async () => {
    const rows = await ask<TaskRow>(kept, 'tasks', '2019-06-01', { mission: 'UNMISS' })
    expect(rows.map(r => r.is === 'coded' && [r.symbol, r.paragraph, r.task, r.cites.dataset])).toEqual(
      of(await mandate('2019-06-01'), 'task').map(t => [t.symbol, t.paragraph ?? (t.coded || null), `${t.says} ${t.way}`, t.cites.dataset]),
    )
    const line = question('tasks').line(rows[0]!)
    expect(line).toMatch(/^UNMISS · S\/RES\/2501, .* coded by PEMA; its order, and what became of it, are not coded/)
    expect(await pageOf('tasks', rows, { mission: 'UNMISS' })).toContain('Tasks as coded by PEMA')
    expect(await ask<TaskRow>(kept, 'tasks', '2019-06-01')).toEqual([
      { is: 'none', says: 'Tasks as coded by others are told of one mission at a time, such as --mission MINUSCA (pema-tasks).' },
    ])
    expect(await ask<TaskRow>(kept, 'tasks', '2019-06-01', { mission: 'MINUSCA' })).toMatchObject([{ is: 'none' }])
  })
  it('takes no other day for its end: the host’s calendar and a partner’s mission stand there as what they are', async () => {
    const ends = of(await mandate('2019-06-01'), 'end')
    expect(ends.map(e => [e.paragraph, e.kind, e.until, e.confirmed])).toEqual([
      ['1', 'mandate', '2020-03-15', false],
      ['3', 'host', '2019-10-31', false],
      ['3', 'partner', '2019-05-31', false],
    ])
    // Past its last day, and in a month that the table does not have, it is not known to be in force.
    const [later] = of(await mandate('2020-06-01'), 'mandate')
    expect(later).toMatchObject({ inForce: false })
    expect(later!.odd.join()).toMatch(/has no 2020-06 of UNMISS/)
    expect(of(await mandate('2020-06-01'), 'task')).toEqual([])
    expect(await mandate('2019-03-04')).toMatchObject([{ is: 'none' }])
  })
  it('proposes, and writes nothing; what a person imports is confirmed, and proposed no more', async () => {
    const before = await kept.record().fresh.asOwner('select count(*)::int as n from entry')
    const propose = () => ask<ProposalRow>(kept, 'propose', '2019-06-01', { mission: 'UNMISS' })
    const lines = (await propose()).flatMap(r => (r.is === 'proposal' ? [r.line] : []))
    expect(
      lines.map(l => [
        l.type,
        l.source.title,
        l.data['asks'] ?? l.data['until'],
        l.data['cycle'] ?? l.data['within'] ?? null,
        l.data['startingOn'] ?? null,
      ]),
    ).toEqual([
      ['MandateAdopted', 'S/RES/2501 (2019), para. 1', '2020-03-15', null, null],
      ['ReportRequested', 'S/RES/2501 (2019), para. 4', 'every', '4 months', '2019-05-01'],
      ['ReportRequested', 'S/RES/2501 (2019), para. 5', 'within', '45 days', null],
    ])
    expect(await kept.record().fresh.asOwner('select count(*)::int as n from entry')).toEqual(before)

    const path = join(kept.folder, 'checked.ndjson')
    writeFileSync(path, `${lines.map(l => question('propose').line({ is: 'proposal', line: l, look: [] } as never)).join('\n')}\n`)
    const checked = await kept.record().import(path, {})
    expect(checked).toMatchObject({ written: 3, problems: [] })

    const rows = await mandate('2019-06-01')
    expect(of(rows, 'mandate')[0]).toMatchObject({ inForce: true, until: '2020-03-15', stands: 'in force until 2020-03-15' })
    expect(of(rows, 'end')[0]).toMatchObject({ kind: 'mandate', confirmed: true })
    expect(of(rows, 'report').map(r => r.confirmed?.subject)).toEqual(['UNMISS-SG-REPORTS', 'UNMISS-SG-REPORTS'])
    expect(
      of(rows, 'said')
        .map(r => r.type)
        .sort(),
    ).toEqual(['MandateAdopted', 'ReportRequested', 'ReportRequested'])
    expect(await propose()).toMatchObject([{ is: 'none', says: expect.stringMatching(/on this record already/) }])
    // And only now a day is counted.
    const calendar = await ask<{ kind: string; due: string | null }>(kept, 'calendar', '2019-06-01', { mission: 'UNMISS' })
    expect(calendar.map(r => r.due)).toContain('2019-05-01')
  })
  it('has a page with the words within sight of the tasks, and no markup of its own from the text', async () => {
    const rows = await mandate('2019-06-01')
    const html = await pageOf('mandate', rows, { mission: 'UNMISS' })
    for (const part of [
      'Patrols by day and by night',
      'Protect civilians',
      'may be its end',
      'the host’s own calendar',
      'a partner’s mission',
      'confirmed on this record',
    ])
      expect(html).toContain(part)
    expect(html).toContain('/archive/unsc-texts/history?key=')
    expect(html).not.toContain('undefined')
  })
  it('says the same in French and in Arabic, with the words of the text in their own language', async () => {
    const own = tablesOf('en'),
      options = { mission: 'UNMISS' }
    const answers = [
      ['mandate', await mandate('2019-06-01'), { ...own.mandate, kinds: [] }, 'peut en être la fin'],
      ['tasks', await ask<object>(kept, 'tasks', '2019-06-01', options), [], 'Les tâches telles que codées par PEMA'],
      ['propose', await ask<object>(kept, 'propose', '2019-06-01', options), own.propose, 'Rien n’est proposé'],
      ['text', await ask<object>(kept, 'text', '2019-06-01', {}, 'S/RES/2501'), own.text, 'paragraphes dans ce registre'],
      ['council', await ask<object>(kept, 'council', '2019-06-01'), own.council, 'Qui siégeait au Conseil ce jour-là'],
      ['agreements', await ask<object>(kept, 'agreements', '2019-06-01'), own.agreements, '0 accord dans ce registre'],
    ] as const
    for (const [name, rows, words, said] of answers) {
      expect(rows.length + Number(name === 'agreements'), name).toBeGreaterThan(0)
      expect(await pageOf(name, rows, options, '2019-06-01', undefined, 'fr'), name).toContain(said)
      for (const lang of ['fr', 'ar'] as const)
        for (const english of [...spoken(words), own.where, '>to be looked at<', 'not on this record<'])
          expect(await pageOf(name, rows, options, '2019-06-01', undefined, lang), `${name} in ${lang}`).not.toContain(english)
    }
    expect(await pageOf('mandate', answers[0][1], options, '2019-06-01', undefined, 'ar')).toContain('Patrols by day and by night')
  })
  it('points at a report that would be due before the text was adopted', async () => {
    const odd = MADE.replaceAll('2501 (2019)', '2506 (2019)')
      .replace('5 March 2019', '8 March 2019')
      .replace('on 1 May 2019', 'by 1 May 2018')
    await kept.add(layout('unsc-texts'), kept.file(odd, 'S-RES-2506(2019).txt'))
    await kept.add(
      layout('pema-tasks'),
      kept.file(
        cells('pema-tasks', [{ Signature: 'S/RES/2506', NamePKO: 'UNMISS', Country: 'South Sudan', Year: '2019', Date2: '08-Mar-19' }]),
      ),
    )
    const looks = (await ask<ProposalRow>(kept, 'propose', '2019-06-01', { mission: 'UNMISS' })).flatMap(r =>
      r.is === 'proposal' ? r.look : [],
    )
    expect(looks).toContain('2018-05-01 lies before its adoption: a misprint, or words of another text')
  })
})

describe('a resolution that the table of mandates does not know yet', () => {
  const kept = archived()
  const mandate = async (on: string, mission: string) => of(await ask<InForceRow>(kept, 'mandate', on, { mission }), 'mandate')[0]
  const simulated = (symbol: string, on: string, text: string): string =>
    `${head(symbol, on)}1. ${text}
2. Requests the Secretary-General to report to the Council within 45 days of the adoption of this resolution;
3. Decides to remain seized of the matter.
`
  it('is in force by its own words, is said to be no more than that, and is proposed', async () => {
    const first = simulated('2759 (2024)', '14 November 2024', 'Decides to extend the mandate of MINUSCA until 15 November 2025;')
    await kept.add(layout('unsc-texts'), kept.file(first, 'S-RES-2759(2024).txt'))
    const row = { Signature: 'S/RES/2759', NamePKO: 'MINUSCA', Country: 'CAR', Year: '2024', Date2: '14-Nov-24' }
    await kept.add(layout('pema-tasks'), kept.file(cells('pema-tasks', [row])))
    expect(await mandate('2026-01-15', 'MINUSCA')).toMatchObject({ symbol: 'S/RES/2759 (2024)', inForce: false })

    const next = simulated('2802 (2025)', '13 November 2025', 'Decides to extend the mandate of MINUSCA until 15 November 2026;')
    await kept.add(layout('unsc-texts'), kept.file(next, 'S-RES-2802(2025).txt'))
    // It speaks of MINUSCA, and sets another mission's day.
    const other = simulated(
      '2803 (2025)',
      '20 November 2025',
      'Decides to extend the mandate of UNISFA until 15 May 2026, and welcomes the support of MINUSCA;',
    )
    await kept.add(layout('unsc-texts'), kept.file(other, 'S-RES-2803(2025).txt'))
    const now = await mandate('2026-01-15', 'MINUSCA')
    expect(now).toMatchObject({ symbol: 'S/RES/2802 (2025)', adopted: '2025-11-13', inForce: true, until: null })
    expect(now!.stands).toBe('in force until 2026-11-15 by the words of S/RES/2802 (2025), which nobody has confirmed')
    expect(now!.odd.join('\n')).toMatch(/S\/RES\/2802 \(2025\) is not in the table of mandates: read from the text/)
    // Before its adoption it is not there.
    expect(await mandate('2025-11-12', 'MINUSCA')).toMatchObject({ symbol: 'S/RES/2759 (2024)', inForce: true })

    const lines = (await ask<ProposalRow>(kept, 'propose', '2026-01-15', { mission: 'MINUSCA' })).flatMap(r =>
      r.is === 'proposal' ? [r.line] : [],
    )
    expect(lines.map(l => [l.type, l.source.title, l.data['until'] ?? l.data['within']])).toEqual([
      ['MandateRenewed', 'S/RES/2802 (2025), para. 1', '2026-11-15'],
      ['ReportRequested', 'S/RES/2802 (2025), para. 2', '45 days'],
    ])
    expect(now!.from.map(c => c.dataset)).toEqual(['unsc-texts'])

    // A person confirms the day; a later file of the same text says another. The entry stands, and the other day is said.
    const path = join(kept.folder, 'checked.ndjson')
    writeFileSync(path, `${lines.map(l => question('propose').line({ is: 'proposal', line: l, look: [] } as never)).join('\n')}\n`)
    expect(await kept.record().import(path, {})).toMatchObject({ written: 2, problems: [] })
    expect((await mandate('2026-01-15', 'MINUSCA'))!.odd.join()).not.toMatch(/now says/)
    await kept.add(layout('unsc-texts'), kept.file(next.replace('15 November 2026', '30 November 2026'), 'S-RES-2802(2025).txt'))
    const after = await mandate('2026-01-15', 'MINUSCA')
    expect(after).toMatchObject({ symbol: 'S/RES/2802 (2025)', until: '2026-11-15' })
    expect(after!.odd).toContain('an entry of this record says 2026-11-15; the text on this record now says 2026-11-30')
  })
})

describe('a text', () => {
  const kept = archived()
  const text = (word: string, options: Record<string, string> = {}) => ask<TextRow>(kept, 'text', '2026-11-24', options, word)
  it('is found by its symbol, however it is written, and a paragraph with what stands under it', async () => {
    await kept.add(layout('unsc-texts'), kept.file(MADE, 'S-RES-2501(2019).txt'))
    for (const word of ['S/RES/2501', 'S/RES/2501 (2019)', 'S-RES-2501(2019)', '2501'])
      expect((await text(word))[0], word).toMatchObject({ is: 'text', symbol: 'S/RES/2501 (2019)', adopted: '2019-03-05' })
    const part = (await text('S/RES/2501', { paragraph: '2a' })).flatMap(r => (r.is === 'paragraph' ? [r.paragraph] : []))
    expect(part).toEqual(['2 (a)', '2 (a) (i)', '2 (a) (ii)'])
    expect((await text('S/RES/2501', { paragraph: '16' })).at(-1)).toMatchObject({
      is: 'none',
      says: expect.stringMatching(/numbered to 6/),
    })
    expect((await text('MINUSCA'))[0]).toMatchObject({ is: 'none', says: expect.stringMatching(/no symbol/) })
  })
  it('names the texts that are held under a number that differs by a slip', async () => {
    const like = (word: string) => kept.visitor(db => question('text').near!(db, word, { options: {} }))
    expect(await like('S/RES/2510')).toEqual(['S/RES/2501'])
    expect(await like('S/RES/9999')).toEqual([])
    expect(await like('no symbol')).toEqual([])
  })
  it('notices a later resolution that is cited as previous', async () => {
    expect((await text('S/RES/2501'))[0]).toMatchObject({
      odd: [expect.stringMatching(/paragraph P1 cites S\/RES\/2601 \(2021\), which came later/)],
    })
  })
  it('says where a file of that name holds another resolution’s text', async () => {
    const other = MADE.replace('2501 (2019)', '2477 (2019)').replace('5 March 2019', '20 June 2019')
    const added = await kept.add(layout('unsc-texts'), kept.file(other, 'S-RES-893(1994).txt'), { keepGood: true })
    expect(added).toMatchObject({ is: 'added', notUnderstood: 1 })
    const [row] = await text('S/RES/893')
    expect(row).toMatchObject({ is: 'none', says: expect.stringMatching(/^The text of S\/RES\/893 is not on this record\./) })
    expect((row as { odd: readonly string[] }).odd).toEqual(['the file is named S/RES/893 (1994), and its text is S/RES/2477 (2019)'])
    // One file more takes nothing of the texts that stand.
    expect((await text('S/RES/2501'))[0]).toMatchObject({ is: 'text' })
  })
  it('says what the list of resolutions knows of a text that is not here, and where the two do not agree on a day', async () => {
    const list = (on: string) =>
      cells('unsc-resolutions', [
        { Resolution: 'S/RES/2501', Number: '2501', Year: '2019', Date: on, Topic: 'SIMULATED subject' },
        { Resolution: 'S/RES/2502', Number: '2502', Year: '2019', Date: 'NA', Topic: 'SIMULATED other' },
      ]).replaceAll('","', '";"')
    await kept.add(layout('unsc-resolutions'), kept.file(list('06 March 2019'), 'list.csv'))
    expect((await text('S/RES/2502'))[0]).toMatchObject({
      is: 'none',
      says: 'The text of S/RES/2502 is not on this record. The list of resolutions has it, of 2019: SIMULATED other. peaceops archive add unsc-texts FOLDER puts texts there.',
    })
    const rows = await text('S/RES/2501')
    expect(rows[0]).toMatchObject({ is: 'text', about: 'SIMULATED subject' })
    expect((rows[0] as { odd: readonly string[] }).odd).toContain(
      'the list of resolutions dates it 2019-03-06; the text itself says 2019-03-05',
    )
    expect(await pageOf('text', rows, {})).toContain('SIMULATED subject')
    await kept.add(layout('unsc-resolutions'), kept.file(list('05 March 2019'), 'list.csv'))
    expect(((await text('S/RES/2501'))[0] as { odd: readonly string[] }).odd.join()).not.toMatch(/the list of resolutions/)
  })
  it('reads the names of resolutions and paragraphs as people write them', () => {
    expect(numbersIn('S/RES/758 AND S/RES/761')).toEqual([758, 761])
    expect(numbersIn('S/RES/2410 (2018)')).toEqual([2410])
    expect(['16', '16a', '16a(i)', 'para. 16 (a) (i)', '16 (a)', 'P3', 'abc'].map(paragraphNamed)).toEqual([
      '16',
      '16 (a)',
      '16 (a) (i)',
      '16 (a) (i)',
      '16 (a)',
      'P3',
      undefined,
    ])
  })
})

describe.skipIf(!DATA)('the producers’ own files', () => {
  const kept = archived()
  const at = (file: string): string => join(DATA!, file)
  const mandate = (mission: string, on: string) => ask<InForceRow>(kept, 'mandate', on, { mission })
  it('are added', async () => {
    const files = [
      ['pema-tasks', 'pema/PEMA_raw_v2.csv'],
      ['pema-months', 'pema/PEMA_panel_v2.csv'],
      ['unsc-texts', 'unsc-mandate-texts/txt'],
      ['un-operations', 'un-pko-list/DPPADPOSS-PKO.csv'],
      ['unsc-members', 'unsc-membership/council_membership.csv'],
      ['unsc-vetoes', 'unsc-vetoes/unsc_vetoes_1946_sept2022.csv'],
      ['pa-x', 'pax/pax_v2_all_agreements_data.xlsx'],
      ['ucdp-agreements', 'ucdp-peace-agreements/ucdp-peace-agreements-221.xlsx'],
    ] as const
    for (const [dataset, file] of files)
      expect(await kept.add(layout(dataset), at(file), { layout: undefined }), dataset).toMatchObject({ is: 'added' })
  }, 240_000)
  it('MINUSCA at the end of 2014: S/RES/2149, twenty tasks, one candidate for its end', async () => {
    const rows = await mandate('MINUSCA', '2014-12-31')
    expect(of(rows, 'mandate')[0]).toMatchObject({ symbol: 'S/RES/2149 (2014)', adopted: '2014-04-10', inForce: true })
    // 20 columns of the month are 1, counted in the file by hand.
    expect(new Set(of(rows, 'task').map(t => `${t.task}|${t.way}`)).size).toBe(20)
    expect(
      of(rows, 'end')
        .filter(e => e.kind === 'mandate')
        .map(e => [e.paragraph, e.until]),
    ).toEqual([['18', '2015-04-30']])
    expect(
      of(rows, 'end')
        .filter(e => e.until === '2014-09-15')
        .every(e => e.kind !== 'mandate'),
    ).toBe(true)
    expect(of(rows, 'task').find(t => t.coded === '30c')!.words).toMatch(/creation of a secure environment/)
    expect(of(rows, 'report').find(r => r.paragraph === '50')).toMatchObject({
      asked: 'every four months, on 1 August 2014',
      confirmed: null,
    })
    const line = (await ask<ProposalRow>(kept, 'propose', '2014-12-31', { mission: 'MINUSCA' }))
      .flatMap(r => (r.is === 'proposal' ? [r.line] : []))
      .find(l => l.data['asks'] === 'every')
    expect(line!.data).toMatchObject({ cycle: '4 months', startingOn: '2014-08-01', paragraph: 'para. 50' })
  })
  it('MONUSCO’s text ends its predecessor on a day that is not MONUSCO’s end', async () => {
    const ends = of(await mandate('MONUSCO', '2010-08-01'), 'end')
    expect(ends.filter(e => e.kind === 'mandate').map(e => e.until)).toEqual(['2011-06-30'])
    expect(ends.find(e => e.kind === 'predecessor')).toMatchObject({ mission: 'MONUC', until: '2010-06-30' })
  })
  it('stands on the row of the coders, the row of the month and the row of the list of operations', async () => {
    const [m] = of(await mandate('MINURSO', '2000-06-15'), 'mandate')
    expect(m!.from.map(c => c.dataset)).toEqual(['pema-tasks', 'pema-months', 'un-operations'])
  })
  it('fifteen sat on the Council in 1994, Rwanda among them; two were vetoed in 2003', async () => {
    const rows = await ask<CouncilRow>(kept, 'council', '1994-05-17')
    expect(rows.filter(r => r.is === 'seat')).toHaveLength(15)
    expect(rows.some(r => r.is === 'seat' && r.state === 'RWA')).toBe(true)
    expect((await ask<CouncilRow>(kept, 'council', '2003-12-31')).filter(r => r.is === 'veto').map(r => [r.on, r.by])).toEqual([
      ['2003-09-16', ['USA']],
      ['2003-10-14', ['USA']],
    ])
    expect((await ask<CouncilRow>(kept, 'council', '2024-02-01')).filter(r => r.is === 'said').map(r => r.says)).toEqual([
      'The table gives 5 of 15 seats for 2024: it is not whole for this year.',
      expect.stringMatching(/goes from 1946-02 to 2022-07/),
    ])
    expect((await ask<CouncilRow>(kept, 'council', '1991-02-01')).find(r => r.is === 'said')).toMatchObject({
      says: expect.stringMatching(/5 of 15 seats/),
    })
  })
  it('two tables of agreements stand side by side, and where they differ on a day both stay', async () => {
    const haiti = (await ask<Published>(kept, 'agreements', '2026-11-24', { country: 'Haiti' })).filter(r => r.kind === 'published')
    const one = haiti.find(p => p.pax?.name.startsWith('Governors Island'))!
    expect([one.pax?.on, one.ucdp?.on, one.apart]).toEqual(['1993-07-01', '1993-07-03', 2])
    const caf = (await ask<Published>(kept, 'agreements', '2026-11-24', { country: 'CAF' })).filter(r => r.kind === 'published')
    expect(new Set(caf.flatMap(p => p.pax?.id ?? [])).size).toBe(24) // rows of the workbook that name it: 19 as their first country, 5 among others
    expect(new Set(caf.flatMap(p => p.ucdp?.id ?? [])).size).toBe(12) // rows of the workbook with the number 482
    // An agreement of two States is told of both.
    for (const country of ['ERI', 'ETH'])
      expect(
        (await ask<Published>(kept, 'agreements', '2026-11-24', { country })).some(p =>
          p.ucdp?.name.startsWith('Agreement on Peace, Friendship'),
        ),
      ).toBe(true)
    const ceasefires = (await ask<Published>(kept, 'agreements', '2026-11-24', { country: 'CAF', stage: 'ceasefire' })).filter(
      r => r.kind === 'published',
    )
    expect(ceasefires.length).toBeGreaterThan(3)
    expect(ceasefires.every(p => p.pax?.stage === 'ceasefire')).toBe(true)
  })
})
