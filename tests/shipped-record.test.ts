import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entries } from '../src/conduct/entries.ts'
import { type Figure, reconcile } from '../src/conduct/reconcile.ts'
import { edtf } from '../src/kernel/day.ts'
import { MARKINGS, SUBJECT } from '../src/kernel/ledger/entry.ts'
import { own } from '../src/kernel/ledger/own.ts'

interface Line {
  readonly id: string
  readonly chapter: string
  readonly type: string
  readonly subject: string
  readonly occurredOn: string
  readonly marking: string
  readonly source: {
    readonly title: string
    readonly url?: string
    readonly standing: string
    readonly conflict?: boolean
    readonly note?: string
  }
  readonly data: Readonly<Record<string, string | number | boolean>>
}
const DATA = new URL('../data/', import.meta.url)
const FACTS = new URL('../../shared/facts/', import.meta.url)
const linesOf = (name: string): Line[] =>
  readFileSync(new URL(name, DATA), 'utf8')
    .trimEnd()
    .split('\n')
    .map(text => JSON.parse(text) as Line)
const json = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, DATA), 'utf8')) as T
const files = readdirSync(DATA).filter(name => name.endsWith('.ndjson'))
const all = files.flatMap(linesOf)
const lines = all.filter(l => l.chapter === 'conduct')
const open = all.filter(l => l.marking === 'public')
const called = (some: readonly Line[]) => some.map(l => l.id)
/** Everything that a page could print of a line. */
const words = ({ source, data, id, subject }: Line): string =>
  [id, subject, source.title, source.note ?? '', ...Object.values(data).filter(v => typeof v === 'string')].join(' · ')
const unquoted = (text: string): string => text.replace(/“[^”]*”|"[^"]*"/g, '“…”')

describe('each line of the record that ships', () => {
  it('is of a type that can happen, with the fields of that type', () => {
    const types: Readonly<
      Record<string, { readonly face: { safeParse(data: unknown): { success: boolean; error?: unknown; data?: unknown } } }>
    > = { ...entries, ...own }
    const wrong = lines.filter(l => !types[l.type]?.face.safeParse(l.data).success)
    expect(called(wrong)).toEqual([])
  })
  it('has a name of its own, lower case', () => {
    expect(new Set(called(all)).size).toBe(all.length)
    expect(called(all.filter(l => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(l.id)))).toEqual([])
  })
  it('says when, who may read, and how sure it is', () => {
    for (const l of all) {
      expect(() => edtf(l.occurredOn)).not.toThrow()
      expect(l.subject).toMatch(SUBJECT)
      expect(MARKINGS).toContain(l.marking)
      expect(['seen', 'second-hand', 'remembered', 'ours']).toContain(l.source.standing)
    }
  })
  it('is as sure of an article as the next line that rests on it', () => {
    // A document of the UN is seen for itself, and second-hand for what it tells of another text.
    const press = all.filter(l => !/^[SA]\/\S*\d/.test(l.source.title) && ['seen', 'second-hand'].includes(l.source.standing))
    const standings = Map.groupBy(press, l => l.source.title)
    expect([...standings].filter(([, some]) => new Set(some.map(l => l.source.standing)).size > 1).map(([title]) => title)).toEqual([])
  })
  it('keeps our arithmetic and our remarks out of the words of others', () => {
    const ours = /\b(counted|reckoned|inferred) by us\b|\bworking days? (of|after)\b|not on this record|was not read/i
    expect(
      called(all.filter(l => l.source.standing !== 'ours' && !l.data['derived'] && ours.test(unquoted(String(l.data['says'] ?? ''))))),
    ).toEqual([])
  })
  it('stands with its subject: a case is visible whole or not at all', () => {
    const markings = new Map(all.map(l => [l.subject, l.marking]))
    expect(called(all.filter(l => markings.get(l.subject) !== l.marking))).toEqual([])
  })
  it('names the mission where it names a State, and knows the State', () => {
    const states = json<Record<string, [string, string]>>('states.json')
    expect(called(lines.filter(l => l.data['state'] && !l.data['mission']))).toEqual([])
    const named = lines
      .flatMap(l => [l.data['state'], l.data['dimension'] === 'nationality' ? l.data['label'] : undefined])
      .filter(s => s !== undefined)
    expect(named.filter(s => !(String(s) in states))).toEqual([])
  })
  it('keeps apart the answer of the State, the UN and the press', () =>
    expect(called(lines.filter(l => l.type === 'StatusReported' && l.data['by'] !== 'press'))).toEqual([]))
})

describe('nobody is singled out', () => {
  it('a report has a month at most', () =>
    expect(called(open.filter(l => l.type === 'ReportReceived' && !/^\d{4}(-\d\d)?$/.test(l.occurredOn)))).toEqual([]))
  it('no public line tells age or sex', () => {
    const tells = /\b(girls?|boys?|wom[ae]n|males?|females?|teen\w*|minors?|rap(e[ds]?|ing)|pregnan\w*)\b|\d+[- ]years?[- ]old|\baged \d/i
    expect(called(open.filter(l => tells.test(`${words(l)} ${l.source.url ?? ''}`.replaceAll('-', ' '))))).toEqual([])
  })
  it('no line has an address of a person or of a machine', () =>
    expect(called(all.filter(l => /[\w.]+@[\w-]+\.\w|(\+|\b00)\d[\d ()-]{7,}\d|\/work\//.test(words(l))))).toEqual([]))
  it('no line passes a verdict in our words', () => {
    const verdict =
      /\b(breach\w*|violat\w*|fail(s|ed|ure|ing)?|ignor(e|es|ed|ing)|refus\w*|default(s|ed)?|guilt\w*|perpetrator\w*|offender\w*|culprit\w*|sham(e|ing))\b/i
    expect(called(open.filter(l => verdict.test(unquoted(words(l)))))).toEqual([])
  })
})

describe('the figures', () => {
  const figures = lines
    .filter(l => l.type === 'FigureReported')
    .map(({ id, source, data }) => ({ ...data, id, source: source.title }) as unknown as Figure)
  it('that do not add up are two: the States of 2015, and what three newspapers say', () =>
    expect(reconcile(figures)).toMatchObject([
      { rule: 'nationality against uniformed personnel', period: '2015', parts: 46, total: 54, difference: -8 },
      { rule: 'source against source: victims_minors', period: '2015', parts: 23, total: 19, difference: 4 },
    ]))
  it('are judged the same without the derived ones', () => expect(reconcile(figures.filter(f => !f.derived))).toEqual(reconcile(figures)))
})

describe('the tables beside the record', () => {
  it('hold the 249 States and areas of ISO 3166-1', () => {
    const states = Object.entries(json<Record<string, [string, string]>>('states.json'))
    const known = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
    expect(states).toHaveLength(249)
    expect(new Set(states.map(([, [two]]) => two)).size).toBe(249)
    expect(states.filter(([three, [two]]) => !/^[A-Z]{3}$/.test(three) || !known.of(two))).toEqual([])
  })
  it('hold holidays in their own year, sorted, on working days', () => {
    for (const { weekend, years } of Object.values(
      json<Record<string, { weekend: number[]; years: Record<string, { days: string[] }> }>>('holidays.json'),
    ))
      for (const [year, { days }] of Object.entries(years)) {
        expect(days).toEqual([...days].sort())
        expect(days.filter(d => !d.startsWith(year) || weekend.includes(new Date(d).getUTCDay()))).toEqual([])
      }
  })
  it('name the offices by their code', () =>
    expect(Object.keys(json('offices.json')).filter(code => !/^[a-z]+(\.[a-z0-9-]+)+$/.test(code))).toEqual([]))
})

/** Rows of a small comma-separated text, quotes doubled inside quotes. */
const rowsOf = (name: string): Record<string, string>[] => {
  const table: string[][] = [[]]
  for (const [, quoted, plain, end] of readFileSync(new URL(name, FACTS), 'utf8').matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    table.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') table.push([])
  }
  const [head, ...rest] = table.filter(row => row.some(cell => cell !== ''))
  return rest.map(row => Object.fromEntries(head!.map((column, i) => [column, row[i] ?? ''])))
}
describe.skipIf(!existsSync(FACTS))('beside the facts it was typed from (skipped where these are absent)', () => {
  const numbers = (name: string, ...columns: string[]) => rowsOf(name).reduce((n, row) => n + columns.filter(c => row[c]).length, 0)
  const figures = lines.filter(l => l.type === 'FigureReported')
  it('has a line for each step of a case', () => {
    const told = rowsOf('conduct_cases.csv').filter(row => row['public'] === 'yes')
    const steps = (subject?: string, type?: string, on?: string) => `${subject} ${type} ${on}`
    const here = lines.map(l => steps(l.subject, l.type, l.occurredOn))
    const cases = new Set(told.map(row => row['subject']))
    expect(told.map(row => steps(row['subject'], row['type'], row['occurred_on'])).filter(step => !here.includes(step))).toEqual([])
    expect(lines.filter(l => cases.has(l.subject))).toHaveLength(told.flatMap(row => row['state']!.split(';')).length)
  })
  it('has each general fact of the chapter', () => {
    const told = rowsOf('dated_entries.csv').filter(row => row['chapter'] === 'conduct' && row['public'] === 'yes')
    expect(told).toHaveLength(8)
    for (const row of told)
      expect(lines.some(l => l.subject === row['subject'] && l.type === row['type'] && l.occurredOn === row['occurred_on'])).toBe(true)
  })
  it('has each number of the tables', () => {
    const tables =
      numbers('sea_2015_aggregates.csv', 'count') +
      numbers('sea_2015_by_nationality_AFP.csv', 'allegations_2015') +
      numbers('sea_annual_totals.csv', 'peacekeeping_and_spm', 'other_un_personnel', 'implementing_partners', 'all') +
      numbers('sea_quarterly_updates.csv', 'count') +
      numbers('trust_fund_timeline.csv', 'total_usd', 'withheld_usd', 'donor_states')
    expect(figures.filter(l => l.source.url === undefined)).toHaveLength(tables)
    expect(figures).toHaveLength(tables + 2 + 8) // 2009 and 2024 come from the general facts
  })
  it('has no address and no row that is not to be shown', () => {
    const rows = [...rowsOf('conduct_cases.csv'), ...rowsOf('dated_entries.csv')]
    const closed = new Set(rows.filter(row => row['link'] !== 'yes').map(row => row['source_url']))
    expect(called(all.filter(l => l.source.url && closed.has(l.source.url)))).toEqual([])
    const hidden = new Set(rows.filter(row => row['public'] !== 'yes').map(row => row['subject']))
    for (const row of rows.filter(r => r['public'] === 'yes')) hidden.delete(row['subject'])
    expect(called(all.filter(l => hidden.has(l.subject)))).toEqual([])
  })
})
