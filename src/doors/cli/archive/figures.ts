import { csvHead, csvRow, csvSum, csvSumsHead } from '../../../archive/csv.ts'
import type { Filters } from '../../../archive/filters.ts'
import type { Layout } from '../../../archive/layout.ts'
import { type AskedRow, rows } from '../../../archive/rows.ts'
import { BY, type By, type Sum, type Sums, sums } from '../../../archive/sums.ts'
import { type As, isNoAnswer, type NoAnswer } from '../../../archive/table.ts'
import { shortened } from '../../../archive/told.ts'
import { Failure } from '../../../kernel/database/failure.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import type { OfTable } from '../../../paper/cites.ts'
import { stoodInWords, unreadInWords } from '../../../paper/cites.ts'
import { nearest } from '../../../record/spelling.ts'
import { civilDay, dayOf, form, knownMission, meantAs, reader, text } from '../asking.ts'
import { type Call, Usage } from '../command.ts'
import { cursorHeld, limit, n, numbered, oneDataset, opened, rowsOf, type Sub } from './asked.ts'

// Rows of a table, and counts and sums of them, as of any snapshot: the same questions as over HTTP.

const WHERE = ['state', 'mission', 'place', 'type', 'sex'] as const
const wheres = (call: Call): Filters => {
  const found: { [name: string]: string } = {}
  for (const where of [call.values['where'] ?? []].flat()) {
    const [, name, value] = /^([a-z]+)=(.+)$/s.exec(String(where)) ?? []
    if (name === undefined || value === undefined)
      throw new Usage(`--where ${shortened(String(where), 40)}: wanted is NAME=VALUE, such as state=Gabon.`)
    const all = [...WHERE, 'from', 'to']
    if (!all.includes(name)) throw new Usage(`--where ${name}: rows are asked by ${all.join(', ')}${nearest(name, all)}.`)
    if (Object.hasOwn(found, name)) throw new Usage(`--where ${name}: once, not twice.`)
    found[name] = value
  }
  const day = (name: 'from' | 'to') => (found[name] === undefined ? undefined : civilDay(`where ${name}`, found[name]))
  const of = (name: (typeof WHERE)[number]) =>
    found[name] === undefined ? undefined : meantAs(call, name, found[name], `where ${name}=${found[name]}`)
  return { ...Object.fromEntries(WHERE.map(w => [w, of(w)])), from: day('from'), to: day('to') }
}
/** As of which snapshot: its number, or the last that had been published by a day. */
const asked = async (call: Call, db: Sql, dataset: string): Promise<{ readonly as: As; layoutIn(snapshot: number): Layout }> => {
  const t = await opened(db, dataset)
  const [at, on] = [numbered(call, 'snapshot', t.latest), dayOf(call, 'as-published')]
  if (at !== undefined && on !== undefined) throw new Usage('--snapshot and --as-published: one of the two.')
  return { as: { at, on }, layoutIn: t.layoutOf }
}
const answered = <T extends object>(dataset: string, answer: T | NoAnswer): T => {
  if (!isNoAnswer(answer)) return answer
  throw new Failure(
    answer.says,
    answer.none === 'closed'
      ? `peaceops archive sum ${dataset} --by year gives its counts.`
      : `peaceops archive show ${dataset} lists its snapshots.`,
  )
}
/** What stands beside every figure of an answer: in whose table, as of when, and what is not in it. */
const stands = (call: Call, a: OfTable & { readonly withdrawn?: string; readonly says?: string }, next: string | null): void => {
  if (a.says) call.note(a.says)
  call.note(
    `${a.dataset}, snapshot ${a.snapshot}${a.stood ? `, ${stoodInWords(a.stood)}` : ''}${a.withdrawn ? `, ${a.withdrawn}` : ''}${a.unread ? `; ${unreadInWords(a.unread)}` : ''}. ${a.source}`,
  )
  if (next !== null) call.note(`More follows: --after ${next}`)
}

export const rowsIn: Sub = async (call, words) => {
  const dataset = oneDataset(words, 1)
  const [filters, as, after] = [wheres(call), form(call), text(call, 'after')]
  if (text(call, 'by') ?? text(call, 'of')) throw new Usage('--by and --of are asked of archive sum.')
  const record = await call.open()
  return record.read(reader(call), async db => {
    const which = await asked(call, db, dataset)
    const page = async (from: string | undefined, most: number, at: As = which.as) =>
      answered(dataset, await cursorHeld(() => rows(db, dataset, { ...at, filters, limit: most, after: from })))
    const all = as === 'csv' && call.values['limit'] === undefined // a table is wanted whole
    let found = await page(after, all ? AT_ONCE : limit(call))
    if (!found.rows.length) await knownMission(db, filters.mission)
    if (as === 'json') {
      const { rows: items, ...rest } = found
      call.out(JSON.stringify({ ...rest, items }, null, 2))
      return 0
    }
    const layout = which.layoutIn(found.snapshot)
    if (as === 'csv') for (const head of lines(csvHead(layout))) await call.line(head)
    for (;;) {
      for (const r of found.rows) await call.line(as === 'csv' ? lines(csvRow(layout, r)).join('\n') : rowInWords(r))
      if (!all || found.next === null) break
      found = await page(found.next, AT_ONCE, { at: found.snapshot })
    }
    if (!found.rows.length && as === 'text') call.note('No such row is in it.')
    stands(call, found, found.next)
    return 0
  })
}
const AT_ONCE = 2_000
/** As a line of CSV ends, but for the last character, which the printer puts. */
const lines = (csv: string): readonly string[] => csv.split('\n').slice(0, -1)
const rowInWords = (r: AskedRow): string =>
  `${Object.entries(r.cells)
    .flatMap(([c, v]) => (v.trim() ? [`${c} ${shortened(v, 60)}`] : []))
    .join(
      ', ',
    )}${r.total ? ' (a total of others)' : ''}${r.repeat > 1 ? ` (row ${r.repeat} of this name)` : ''}  [read in snapshot ${r.cites.since}, line ${r.cites.line}]`

export const sumsIn: Sub = async (call, words) => {
  const dataset = oneDataset(words, 1)
  const [filters, as, after] = [wheres(call), form(call), text(call, 'after')]
  const by = groups(text(call, 'by') ?? 'year')
  const record = await call.open()
  return record.read(reader(call), async db => {
    const which = await asked(call, db, dataset)
    const most = limit(call)
    const found = answered(dataset, await cursorHeld(() => sums(db, dataset, { ...which.as, by, filters, limit: most, after })))
    onlyAmount(found, dataset, text(call, 'of'))
    if (!found.sums.length) await knownMission(db, filters.mission)
    const { sums: items, ...rest } = found
    if (as === 'json') call.out(JSON.stringify({ ...rest, items }, null, 2))
    else if (as === 'csv')
      for (const line of [csvSumsHead(by, found), ...items.map(s => csvSum(by, s, found.snapshot))].flatMap(lines)) await call.line(line)
    else for (const s of items) await call.line(sumInWords(s, by, found))
    if (!items.length && as === 'text') call.note('No such row is in it.')
    if (found.counting && as !== 'json') call.note(found.counting)
    if (as !== 'json') stands(call, found, found.next)
    return 0
  })
}
const groups = (asked: string): readonly By[] => {
  const by = asked.split(',').map(b => b.trim())
  const odd = by.find(b => !BY.includes(b as By))
  if (odd !== undefined) throw new Usage(`--by ${shortened(odd, 40)}: wanted are some of ${BY.join(', ')}${nearest(odd, BY)}.`)
  if (new Set(by).size !== by.length) throw new Usage('--by names each once.')
  return by as readonly By[]
}
/** Only what the layout calls the amount is summed. */
const onlyAmount = ({ of }: Pick<Sums, 'of'>, dataset: string, asked: string | undefined): void => {
  if (asked === undefined || asked === of) return
  throw new Usage(
    `--of ${shortened(asked, 40)}: ${of === null ? `rows of ${dataset} are counted, and have no amount` : `${dataset} is summed by ${JSON.stringify(of)}`}. archive rows --csv has all of its columns.`,
  )
}
const sumInWords = (s: Sum, by: readonly By[], { of, unit }: Pick<Sums, 'of' | 'unit'>): string =>
  `${by.map(b => s[b] ?? 'not stated').join('  ')}: ${of === null ? '' : `${of} ${s.amount === null ? 'not told' : `${n(s.amount)}${unit === null ? '' : ` ${unit}`}`}, `}${rowsOf(s.rows)}${s.repeated ? `; ${rowsOf(s.repeated)} of a name that was counted` : ''}${s.several ? `; ${n(s.several)} of them under other States, too` : ''}${s.cites.line === null ? '' : `  [line ${s.cites.line}]`}`
