import { expect, test } from 'vitest'
import type { Layout } from '../../src/archive/layout.ts'
import { layoutsOf } from '../../src/archive/layouts/index.ts'
import { settled } from '../../src/archive/read/settled.ts'
import { toIso } from '../../src/kernel/day.ts'
import { chunks, DATA, raw, tableOf } from './shared.ts'

// A table as other programs write it: each figure stays what it was, or the trouble is said. SIMULATED, but for the last.
const LAYOUT: Layout = {
  dataset: 'sim-programs',
  layout: 'sim-programs/1',
  title: 'SIMULATED strength',
  producer: 'Nobody',
  cite: 'Nobody, SIMULATED',
  licence: null,
  row: 'one contributor in one month',
  file: { form: 'csv' },
  columns: [
    { name: 'No', as: 'text', optional: true },
    { name: 'Month', as: 'day', is: 'from' },
    { name: 'Contributor', as: 'text', is: 'type' },
    { name: 'Remark', as: 'text', optional: true },
    { name: 'Total', as: 'number', is: 'amount' },
  ],
  key: ['Month', 'Contributor'],
  opens: 'rows',
}
const HEAD = 'No,Month,Contributor,Remark,Total\n'
const ROWS = '1,2014-01-31,Eastland,,10\n2,2014-01-31,Westland,,-3\n3,2014-02-28,Eastland,,12.5\n'
const read = (text: string | Uint8Array) => tableOf(LAYOUT, text)
const told = (t: Awaited<ReturnType<typeof read>>) => t.rows.map(r => [toIso(r.asked.from!), r.asked.type, r.asked.amount])
const PLAIN = [
  ['2014-01-31', 'Eastland', 10],
  ['2014-01-31', 'Westland', -3],
  ['2014-02-28', 'Eastland', 12.5],
]

test('a total by other words, or with nothing in its name, is told apart', async () => {
  const words = ['Overall', 'Somme', 'Suma', 'Gesamt', 'Totaal', 'T O T A L', 'Sub-total', 'GRAND TOTAL', 'TOTAL:']
  const t = await read(HEAD + ROWS + words.map(w => `,2014-02-28,${w},,19.5\n`).join(''))
  expect(t.rows.filter(r => r.total).map(r => r.cells[2])).toEqual(words)
  const none = await read(`${HEAD}${ROWS}Total,,,,19.5\n`)
  expect(none.rows.filter(r => r.total).map(r => r.notes)).toEqual([['nothing stands in its name: taken for a total, and not summed']])
  expect(none.rows.filter(r => !r.total)).toHaveLength(3)
})
test('a word alone below the table is none of its rows; among them it is named', async () => {
  const below = await read(`${HEAD}${ROWS}*Provisional,,,,\na/,,,,\nLast updated: 3 March 2014,,,,\n`)
  expect([below.rows.length, below.bad]).toEqual([3, []])
  expect(below.told).toEqual(
    ['5 is words below the table, left out: "*Provisional"', '6 is words below the table, left out: "a/"']
      .map(s => `line ${s}`)
      .concat(['line 7 is words below the table, left out: "Last updated: 3 March 2014"']),
  )
  const among = await read(`${HEAD}1,2014-01-31,Eastland,,10\n*Provisional,,,,\n2,2014-01-31,Westland,,-3\n`)
  expect(among.bad).toEqual([{ line: 3, column: 'No', says: 'nothing stands beside it: no row of the table' }])
  // Of the dead, each is a row: a word below the list is nobody.
  const dead = layoutsOf('un-fatalities')[0]!
  const heads = dead.columns.map(c => c.name)
  const one = heads.map(h => ({ casualty_id: 'SIM-1', incident_date: '2014-01-02', mission_acronym: 'MINUSCA' })[h] ?? '')
  const list = await tableOf(dead, [heads, one, ['a/', ...heads.slice(1).map(() => '')]].map(r => r.join(',')).join('\n'))
  expect([list.rows.length, list.bad]).toEqual([1, []])
})
test('figures that all have three behind the point are read as they stand, and it is said what that may mean', async () => {
  const said =
    'Total: each of its 3 figures with a point has three figures behind it: read as decimals; if they are thousands, they stand a thousand times too low'
  const three = `${HEAD}1,2014-01-31,A,,1.385\n2,2014-01-31,B,,12.000\n3,2014-01-31,C,,980\n4,2014-01-31,D,,2.485\n`
  expect((await read(three)).told).toContain(said)
  expect((await read(`${three}5,2014-01-31,E,,2.5\n`)).told).not.toContain(said)
})
test('UTF-16 without its mark is read; a nought among letters is still named', async () => {
  const little = Buffer.from(HEAD + ROWS, 'utf16le')
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    const t = await read(bytes)
    expect([told(t), t.told]).toEqual([PLAIN, ['UTF-16']])
  }
  expect((await read(`${HEAD}1,2014-01-31,E\0astland,,10\n`)).bad[0]!.says).toBe('a NUL character')
})
test('a day with an hour, a zone or its weekday is that day as written; an hour that is not midnight is said', async () => {
  const of = async (written: string) => {
    const t = await read(`${HEAD}1,"${written}",Eastland,,10\n`)
    return t.bad[0]?.says ?? `${toIso(t.rows[0]!.asked.from!)} ${t.rows[0]!.notes.map(n => n.replace('Month: ', '')).join()}`.trim()
  }
  for (const midnight of ['2014-02-28T00:00:00Z', '2014-02-28T00:00:00.000Z', '2014-02-28T00:00:00+00:00', '2014-02-28 00:00:00 UTC'])
    expect(await of(midnight), midnight).toBe('2014-02-28')
  expect(await of('2014-02-28 12:00:00 AM')).toBe('2014-02-28')
  expect(await of('2/28/2014 12:00:00 AM')).toBe('2014-02-28 written m/d/y')
  const zone = 'a time of day and its zone, left out: the day as it is written'
  expect(await of('2014-02-28T00:00:00+01:00')).toBe(`2014-02-28 ${zone}`)
  expect(await of('2014-02-28T19:00:00-05:00')).toBe(`2014-02-28 ${zone}`)
  expect(await of('2014-02-28T13:45:10.123Z')).toBe('2014-02-28 a time of day, left out')
  for (const weekday of ['Friday, 28 February 2014', 'vendredi 28 février 2014', 'viernes, 28 de febrero de 2014', 'Fri, Feb 28, 2014'])
    expect(await of(weekday), weekday).toMatch(/^2014-02-28 .*a day of the week, left out/)
  expect(await of('Someday, 28 February 2014')).toMatch(/^no day/)
})
test('a printed minus, and blanks without a width', async () => {
  const minus = await read((HEAD + ROWS).replace(',-3', ',\u22123'))
  expect([told(minus), minus.rows[1]!.notes]).toEqual([PLAIN, ['Total: a printed minus']])
  const plain = await read(HEAD + ROWS)
  const wide = await read(
    HEAD + ROWS.replace('Eastland', '\u200bEastland').replace(',10', ',\u200b10').replace('2014-02-28', '2014-02-28\u2060'),
  )
  expect([told(wide).map(([on, , n]) => [on, n]), wide.rows.map(r => r.key)]).toEqual([
    PLAIN.map(([on, , n]) => [on, n]),
    plain.rows.map(r => r.key),
  ])
})

test.skipIf(!DATA)(
  'the producers’ own files, written by other programs: the same rows, days and sums as a plain count of the file',
  async () => {
    const cells = (file: string, encoding: 'utf8' | 'latin1') =>
      raw(file)
        .toString(encoding)
        .split(/\r?\n/)
        .slice(0, 1_200)
        .filter(Boolean)
        .map(l => [...l.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(m => m[1] ?? m[2] ?? ''))
    const quoted = (rows: readonly (readonly string[])[], separator = ',') => rows.map(r => r.map(c => `"${c}"`).join(separator)).join('\n')
    for (const [dataset, file, amount, on] of [
      ['ipi-missions', 'ipi-contributions/data_mission.csv', 'Total', 'Date'],
      ['geo-pko-bases', 'geo-pko/FrontMap.csv', 'ave.no.troops', undefined],
      ['unga-ideal-points', 'unga-ideal-points/IdealpointestimatesAll_Apr2020.csv', 'IdealPoint', undefined],
    ] as const) {
      const all = cells(file, dataset === 'unga-ideal-points' ? 'latin1' : 'utf8')
      const [head, ...rows] = [all[0]!, ...all.slice(1).filter(r => r.length === all[0]!.length)]
      const at = head.indexOf(amount)
      const count = [rows.length, rows.reduce((n, r) => n + (Number(r[at]) || 0), 0)]
      const days = (f: (day: string) => string) =>
        rows.map(r => r.map((c, i) => (head[i] === on && /^\d{4}-\d\d-\d\d$/.test(c) ? f(c) : c)))
      const turned = head.map((_, i) => i).reverse()
      const variants: Readonly<Record<string, string | Uint8Array>> = {
        plain: quoted([head, ...rows]),
        'utf-16 and tabs': Buffer.from(`\ufeff${quoted([head, ...rows], '\t')}`, 'utf16le'),
        'semicolons and decimal commas': quoted(
          [head, ...rows.map(r => r.map(c => (/^-?\d+\.\d+$/.test(c) ? c.replace('.', ',') : c)))],
          ';',
        ),
        'columns the other way round': quoted([head, ...rows].map(r => turned.map(i => r[i]!))),
        'other headings': quoted([head.map(h => ` ${h.toUpperCase().replace(/[_ .]/g, '  ')}:`), ...rows]),
        'titles above, headings again, notes below': `"Table 1"\n\n${quoted([head, ...rows.slice(0, 50), head, ...rows.slice(50)])}\n\nSource: somebody, 2015\n"*Provisional"${','.repeat(head.length - 1)}\n`,
        'blank columns': quoted([head, ...rows].map(r => r.flatMap(c => [c, '']))),
        'days of Excel': quoted([head, ...days(d => String(Math.round(Date.parse(d) / 864e5) + 25_569))]),
        zones: quoted([head, ...days(d => `${d}T00:00:00.000Z`)]),
        'a printed minus': quoted([head, ...rows.map(r => r.map((c, i) => (i === at ? c.replace(/^-/, '\u2212') : c)))]),
        'thousands by thin blanks': quoted([
          head,
          ...rows.map(r => r.map((c, i) => (i === at && /^\d{4,6}$/.test(c) ? c.replace(/(?=\d{3}$)/, '\u202f') : c))),
        ]),
      }
      for (const [name, text] of Object.entries(variants)) {
        const layout = layoutsOf(dataset)[0]!
        const first = await tableOf(layout, text)
        const t = first.rows.some(r => r.open) || first.bad.some(b => b.open) ? await tableOf(await asSettled(layout, text), text) : first
        expect(t.bad.slice(0, 3), `${dataset}, ${name}`).toEqual([])
        const its = t.rows.filter(r => !r.total)
        const sum = its.reduce((n, r) => n + (r.asked.amount ?? 0), 0)
        expect([its.length, Math.round(sum * 1e6)], `${dataset}, ${name}`).toEqual([count[0], Math.round(count[1]! * 1e6)])
      }
    }
  },
)
const asSettled = (layout: Layout, text: string | Uint8Array): Promise<Layout> =>
  settled(layout, [{ name: 'table.csv', bytes: chunks(text) }])
