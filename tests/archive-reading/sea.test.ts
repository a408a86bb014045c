import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLayout } from '../../src/archive/declared.ts'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import { recognise } from '../../src/archive/read/heading.ts'
import { toIso } from '../../src/kernel/day.ts'
import { cell, DATA, tableOf } from './shared.ts'

// No file of the UN's own tables is at hand: tables are made here, in the forms that its public pages give, from published counts.
// What the pages call their columns stands in the legend of conduct.unmissions.org/table-of-allegations.

const counts = layoutsOf('un-sea')[0]!
const one = layoutsOf('un-sea-allegations')[0]!

test('counts by mission, with a total that is told apart, in two forms of headings', async () => {
  for (const head of [
    'Year,Mission,Category of personnel,Allegations',
    'Reporting year,Field mission,Personnel category,Number of allegations',
  ]) {
    const t = await tableOf(counts, `${head}\n2015,MINUSCA,Military,15\n2015,MONUSCO,Police,4\n2015,Total,,19\n`)
    expect(t.bad).toEqual([])
    expect(t.rows.map(r => [r.asked.mission, r.asked.type, r.asked.amount, r.total])).toEqual([
      ['MINUSCA', 'Military', 15, false],
      ['MONUSCO', 'Police', 4, false],
      [undefined, undefined, 19, true],
    ])
  }
})
test('"referred" overlaps the statuses: it is never summed with them', async () => {
  const t = await tableOf(
    counts,
    'Year,Status,Allegations\n2018,Substantiated,3\n2018,Investigation,34\n2018,Referred to Member State,16\n',
  )
  expect(t.rows.map(r => r.total)).toEqual([false, false, true])
})
test('nationality as the UN writes it; an HXL row; a count that is no number is named', async () => {
  const t = await tableOf(
    counts,
    'Year,Nationality,Allegations\n#date+year,#country+name,#affected+allegations\n2015,Democratic Republic of the Congo,7\n2015,United Republic of Tanzania,3\n2015,Unknown,2\n2006,,>300\n',
  )
  expect(t.rows.map(r => r.asked.state)).toEqual(['COD', 'TZA', undefined])
  expect(t.bad).toEqual([{ line: 6, column: 'Allegations', says: 'no number: ">300"' }])
})
test('one by one: nothing that could single anybody out is open', async () => {
  const t = await tableOf(one, 'ID,Date of report,Mission,Nationality,Victims,Paternity claim\n1,2016-02-10,MINUSCA,Gabon,2,Yes\n')
  expect(t.bad).toEqual([])
  expect(one.opens).toBe('closed')
  const open = one.columns.filter(c => !c.closed).map(c => c.name)
  expect(open).toEqual(['Allegation number', 'Year'])
})
const WIDE =
  'Mission;Category of personnel;2014;2015;2016*;Total\nMINUSCA;Military;;15;22;37\nMONUSCO;Police;3;4;0;8\nUNMISS;Civilian;;;;\nTotal;;3;19;22;44\n'
test('a column for each year: the same rows as a row for each year, and no more; SIMULATED', async () => {
  const wide = await tableOf(counts, WIDE)
  const long = await tableOf(
    counts,
    'Year,Mission,Category of personnel,Allegations\n2015,MINUSCA,Military,15\n2016,MINUSCA,Military,22\n2014,MONUSCO,Police,3\n2015,MONUSCO,Police,4\n2016,MONUSCO,Police,0\n2014,Total,,3\n2015,Total,,19\n2016,Total,,22\n',
  )
  expect(wide.bad).toEqual([])
  const said = (t: typeof wide) => t.rows.map(r => [r.key, r.means, r.total])
  expect(said(wide)).toEqual(said(long))
  expect(wide.rows.map(r => r.line)).toEqual([2, 2, 3, 3, 3, 5, 5, 5])
  expect(wide.told).toEqual(
    expect.arrayContaining([
      'a column for each year, 2014 to 2016: each cell read as a row of its year',
      'heading "2016*" read as the year 2016',
      'column "Total" adds up the years: not kept, and checked against them',
      'line 3: its years add up to 7, its total says 8',
      '1 row states nothing of any year: left out',
    ]),
  )
})
test('a column for each year: what is no figure is named, and a row that is too short', async () => {
  const t = await tableOf(counts, 'Nationality,2014,2015\nGabon,1,many\nGhana,1\nTogo,2,N/A\n')
  expect(t.bad).toEqual([
    { line: 2, column: 'Allegations', says: 'no number: "many"' },
    { line: 3, column: undefined, says: '2 cells where the heading has 3' },
  ])
  expect(t.rows.map(r => [r.asked.state, r.asked.amount])).toEqual([
    ['GAB', 1],
    ['TGO', 2],
    ['TGO', undefined],
  ])
})
test('years beside columns that no layout knows are no such table, nor is one in which a year stands twice', async () => {
  for (const head of ['Town,2014,2015', 'Nationality,2014,2014 (to June)', 'Nationality,2014'])
    expect((await tableOf(counts, `${head}\nGabon,1,2\n`)).rows, head).toEqual([])
})
test('victims stand so, too; ages are for cleared readers in this form as in the other', async () => {
  const head = 'Mission,Age group,2014,2015\nMINUSCA,Adult,1,2\n'
  expect((await tableOf(counts, head)).bad[0]).toMatchObject({ missing: ['no Age group'] })
  const victims = layoutsOf('un-sea-victims')[0]!
  expect((await tableOf(victims, head)).rows.map(r => [r.asked.mission, r.asked.amount])).toEqual([
    ['MINUSCA', 1],
    ['MINUSCA', 2],
  ])
})
const FACTS = DATA && join(DATA, '../facts/sea_2015_by_nationality_AFP.csv')
test.skipIf(!FACTS || !existsSync(FACTS))('published counts by nationality, put into the table’s form', async () => {
  const lines = readFileSync(FACTS!, 'utf8').trim().split(/\r?\n/).slice(1)
  const table = lines.map(l => /^("[^"]*"|[^,]*),([A-Z]{3})?,(\d+)/.exec(l)).filter(m => m !== null)
  const t = await tableOf(counts, ['Year,Nationality,Allegations', ...table.map(m => `2015,${m[1]},${m[3]}`)].join('\n'))
  expect(t.bad).toEqual([])
  expect(t.rows.map(r => r.asked.state)).toEqual(table.map(m => m[2]))
  expect(t.rows.reduce((n, r) => n + r.asked.amount!, 0)).toBe(table.reduce((n, m) => n + Number(m[3]), 0))
})
test.skipIf(!FACTS || !existsSync(FACTS))('the same counts as they lie there, by a layout that somebody declares', async () => {
  const own = join(mkdtempSync(join(tmpdir(), 'peaceops-layout-')), 'layout.json')
  const text = (name: string) => ({ name, as: 'text' })
  const declared = {
    ...{ dataset: 'sea-2015', layout: 'sea-2015/afp', title: 'Allegations of 2015 by nationality', row: 'one State’s allegations' },
    ...{ producer: 'AFP', cite: 'AFP, on A/70/729', licence: null, opens: 'rows', file: { form: 'csv' }, key: ['iso3'] },
    columns: [
      { name: 'country', as: 'state', is: 'state' },
      text('iso3'),
      { name: 'allegations_2015', as: 'whole', is: 'amount', unit: 'allegations', hxl: '#affected+allegations' },
      ...['original_doc', 'seen_in', 'url', 'confidence'].map(text),
    ],
    checks: [{ check: 'one State', name: 'country', code: 'iso3' }],
  }
  writeFileSync(own, JSON.stringify(declared))
  const file = readFileSync(FACTS!, 'utf8')
  const t = await tableOf(readLayout(own), file)
  const counts = file
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map(l => /,([A-Z]{3}),(\d+),/.exec(l)!)
  expect([t.bad, t.told]).toEqual([[], []])
  expect(t.rows.map(r => [r.asked.state, r.asked.amount])).toEqual(counts.map(m => [m[1], Number(m[2])]))
})

test('the UN’s own table of allegations, by the headings of its legend: none of its rows is named by "SE"; SIMULATED', async () => {
  const table = layoutsOf('un-sea-allegations')[1]!
  const head = 'Date,Mission,Category of Personnel,Nationality of uniformed personnel,Allegation,Investigation,Investigation (days),Further'
  const text = `${head}\nJan-16,MINUSCA,Military (MC),Gabon,SA,TCC,TCC (120),x\nFebruary 2016,MONUSCO,Civilian (UNV),,SE,OIOS,OIOS,\nFeb-16,MONUSCO,Civilian (UNV),,SE,NIO,NIO (30),\n`
  const t = await tableOf(table, text)
  expect(t.bad).toEqual([])
  expect(t.rows.map(r => [r.asked.mission, r.asked.state, r.asked.type, toIso(r.asked.from!), cell(table, r, 'Allegation')])).toEqual([
    ['MINUSCA', 'GAB', 'Military (MC)', '2016-01-01', 'SA'],
    ['MONUSCO', undefined, 'Civilian (UNV)', '2016-02-01', 'SE'],
    ['MONUSCO', undefined, 'Civilian (UNV)', '2016-02-01', 'SE'],
  ])
  expect(t.told).toContain('column "Further" is not in the layout: kept under its own name')
  expect(recognise(head.split(','), layoutsOf('un-sea-allegations'))).toBe(table)
  expect(recognise('ID,Date of report,Mission,Nationality,Type of allegation'.split(','), layoutsOf('un-sea-allegations'))).toBe(one)
  expect([table.opens, table.each]).toEqual(['closed', true])
})
