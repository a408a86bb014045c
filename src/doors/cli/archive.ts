import { type Added, addSnapshot } from '../../archive/add.ts'
import { type Dataset, datasets, filesOf, pairOf, type Snapshot, snapshots, type Table, table, toldOnly } from '../../archive/datasets.ts'
import { readLayout } from '../../archive/declared.ts'
import { counted, diff, losses } from '../../archive/diff.ts'
import { history, keysLike } from '../../archive/history.ts'
import type { Layout } from '../../archive/layout.ts'
import { LAYOUTS } from '../../archive/layouts/index.ts'
import { problems } from '../../archive/problems.ts'
import { inShort, shortened } from '../../archive/told.ts'
import { type Withdrawn, withdrawnInWords } from '../../archive/withdrawn.ts'
import { Failure } from '../../kernel/database/failure.ts'
import type { Sql } from '../../kernel/database/pools.ts'
import { shell } from '../../record/pages/view.ts'
import { today } from '../../record/record.ts'
import { nearest } from '../../record/spelling.ts'
import { dayOf, progress, reader, text, WHO } from './asking.ts'
import type { Call, Command } from './command.ts'
import { Usage } from './command.ts'

const WORDS =
  'add DATASET FILE|FOLDER | list | show DATASET | diff DATASET [A] [B] | history DATASET KEY [COLUMN] | layouts | problems DATASET'
type Sub = (call: Call, words: readonly string[]) => Promise<number>

export const archiveCommand: Command = {
  says: 'Published tables and what they said before: add a file, list, show, diff, history, layouts, problems.',
  usage: WORDS,
  options: {
    'as-published': { value: 'DAY', says: 'add: the day on which its producer published it so' },
    'fetched-on': { value: 'DAY', says: 'add: the day on which it was fetched' },
    source: { value: 'URL', says: 'add: where this very file was found' },
    layout: { value: 'FILE', says: 'add: a layout of your own, as JSON, for a table that this version does not know' },
    'keep-good': { says: 'add: keep the rows that are understood although others are not' },
    anyway: { says: 'add: although these bytes are a snapshot already, or a later publication stands' },
    snapshot: { value: 'N', says: 'problems, show: of this snapshot (default: the latest)' },
    limit: { value: 'N', says: 'at most so many rows (default: 100)' },
    after: { value: 'CURSOR', says: 'diff, problems: go on where the page before ended' },
    ...WHO,
  },
  example: 'peaceops archive add ipi-gender Gender.Full.csv --as-published 2014-03-24',
  more: 'KEY is the name of a row: the cells of its key in order, with | between, such as "1999-02 | Bangladesh".\nA row that is not understood is named with line and column, and then nothing is written, unless --keep-good.',
  run: async call => {
    const [word, ...words] = call.words
    const sub = word !== undefined && Object.hasOwn(SUBS, word) ? SUBS[word] : undefined
    if (!sub)
      throw new Usage(
        word === undefined
          ? `What of the archive? ${WORDS}.`
          : `archive has no ${JSON.stringify(word.slice(0, 40))}${nearest(word, Object.keys(SUBS))}: ${WORDS}.`,
      )
    return sub(call, words)
  },
}

const add: Sub = async (call, words) => {
  const [dataset, path, ...more] = words
  if (dataset === undefined || path === undefined || more.length) throw new Usage('A dataset and a file or folder are wanted.')
  const source = text(call, 'source')
  if (source !== undefined && (!URL.canParse(source) || !/^https?:/.test(source) || source.length > 2000))
    throw new Usage('--source wants an address on the web (https://…).')
  const declared = text(call, 'layout')
  const layout = declared === undefined ? undefined : readLayout(declared)
  const [asPublished, fetchedOn] = [dayOf(call, 'as-published'), dayOf(call, 'fetched-on')]
  const record = await call.open()
  const added = await addSnapshot(
    { keeper: record.pools.keeper, ledger: record.ledger },
    {
      dataset,
      path,
      asPublished,
      fetchedOn,
      source,
      layout,
      keepGood: call.values['keep-good'] === true,
      anyway: call.values['anyway'] === true,
      today: today(),
      say: progress('Bytes read'),
      tell: sentence => process.stderr.isTTY && call.note(sentence),
    },
  )
  if (call.values['json']) call.out(JSON.stringify(added, null, 2))
  else told(call, added)
  return added.is === 'refused' || (added.is === 'added' && added.notUnderstood) ? 1 : 0
}
const n = (x: number): string => x.toLocaleString('en')
const rowsOf = (x: number): string => `${n(x)} ${x === 1 ? 'row' : 'rows'}`
const told = (call: Call, a: Added): void => {
  if (a.is === 'there') {
    call.note(
      `These bytes are snapshot ${a.snapshot} of ${a.dataset} already: nothing was added. If the producer went back to them, say --anyway.`,
    )
    return
  }
  for (const b of a.bad) call.out(`${b.file}, line ${b.line}${b.column === null ? '' : `, column ${b.column}`}: ${b.says}`)
  if (a.notUnderstood > a.bad.length)
    call.note(
      `And ${rowsOf(a.notUnderstood - a.bad.length)} more that ${a.notUnderstood - a.bad.length === 1 ? 'is' : 'are'} not understood.`,
    )
  if (a.is === 'refused') {
    call.note(`${rowsOf(a.rows)} understood, ${n(a.notUnderstood)} not. Nothing was written. Mend these rows, or add --keep-good.`)
    return
  }
  for (const s of a.said.filter(s => s.kind !== 'bad').slice(0, 50))
    call.out(
      `${s.kind === 'check' ? 'does not add up: ' : ''}${s.column ? `${s.column}: ` : ''}${s.says}${s.rows > 1 || s.at[0]?.line ? ` (${where(s)})` : ''}`,
    )
  if (a.said.length > 50) call.note(`And more is said: peaceops archive problems ${a.dataset}.`)
  if (a.left.length) call.note(`Left out of the folder: ${a.left.slice(0, 10).join(', ')}${a.left.length > 10 ? ' and more' : ''}.`)
  const since = a.snapshot === 1 ? '' : `: ${n(a.added)} new, ${n(a.changed)} changed, ${n(a.gone)} gone`
  call.note(
    `${a.dataset}, snapshot ${a.snapshot}: ${rowsOf(a.rows)} by ${a.layout}${since}${a.notUnderstood ? `; ${n(a.notUnderstood)} not understood` : ''}. Entry ${a.receipt.seq}, SHA-256 ${a.hash}.`,
  )
  if (a.snapshot > 1 && a.added + a.changed + a.gone) call.note(`peaceops archive diff ${a.dataset} tells what changed.`)
}
const where = (s: { readonly rows: number; readonly at: readonly { readonly line: number }[] }): string => {
  const lines = s.at.filter(p => p.line).map(p => p.line)
  return `${rowsOf(s.rows)}${lines.length ? `, ${lines.length > 1 ? 'lines' : 'line'} ${lines.slice(0, 5).join(', ')}${s.rows > 5 ? ' …' : ''}` : ''}`
}

const list: Sub = async (call, words) => {
  none(words)
  const record = await call.open()
  return record.read(reader(call), async db => {
    const [all, told] = [await datasets(db), await toldOnly(db)]
    if (call.values['json']) call.out(JSON.stringify({ datasets: all, toldElsewhere: told }, null, 2))
    else {
      for (const d of all)
        call.out(
          `${d.dataset.padEnd(24)} snapshot ${String(d.latest.snapshot).padEnd(4)} ${rowsOf(d.latest.rows).padEnd(15)} ${span(d.latest).padEnd(20)} ${d.opens === 'closed' ? '(rows closed) ' : ''}${d.title}${taken(d.latest.withdrawn)}`,
        )
      for (const t of told)
        call.out(`${t.dataset.padEnd(24)} told by ${t.entries} ${t.entries === 1 ? 'entry' : 'entries'}; its rows are not on this record`)
      if (!all.length && !told.length) call.note('No table is kept yet. peaceops archive layouts lists what can be added.')
    }
    return 0
  })
}
const taken = (w: Withdrawn | null | undefined): string => (w ? `  (${withdrawnInWords(w)})` : '')
const span = (s: Snapshot): string => (s.from === null ? '' : s.from === s.to ? s.from : `${s.from} to ${s.to}`)

const show: Sub = async (call, words) => {
  const dataset = oneDataset(words, 1)
  const record = await call.open()
  return record.read(reader(call), async db => {
    const d = (await datasets(db)).find(x => x.dataset === dataset)
    const told = (await toldOnly(db)).find(t => t.dataset === dataset)
    if (!d) {
      if (!told) throw await unknown(db, dataset)
      call.out(
        `${dataset}: ${told.entries} ${told.entries === 1 ? 'entry tells' : 'entries tell'} of it, the last on ${told.lastTold}. Its rows are not on this record: they do not travel with entries.`,
      )
      return 0
    }
    const all = await snapshots(db, dataset, undefined, limit(call))
    const which = numbered(call, 'snapshot', (await table(db, dataset))!.latest) ?? d.latest.snapshot
    const files = await filesOf(db, dataset, which)
    if (call.values['json']) call.out(JSON.stringify({ ...d, snapshots: all, files }, null, 2))
    else about(call, d, all, files.length, told?.entries ?? 0)
    return 0
  })
}
const about = (call: Call, d: Dataset, all: readonly Snapshot[], files: number, told: number): void => {
  call.out(
    [
      `${d.dataset}: ${d.title}`,
      `  ${d.producer}. ${d.cite}`,
      `  One row: ${d.row}.`,
      `  Licence: ${d.licence ?? 'none stated'}. Rows: ${d.opens === 'closed' ? `closed; the public gets counts by year and ${d.countedBy === 'state' ? 'State' : 'mission'}` : 'open'}.`,
      '',
    ].join('\n'),
  )
  for (const s of all)
    call.out(
      `  ${String(s.snapshot).padStart(4)}  ${(s.asPublished ?? 'day unknown').padEnd(12)} ${rowsOf(s.rows).padEnd(14)} ${span(s).padEnd(19)} ${s.snapshot === 1 ? 'the first' : `${n(s.added)} new, ${n(s.changed)} changed, ${n(s.gone)} gone`}${s.notUnderstood ? `, ${n(s.notUnderstood)} not understood` : ''}  ${s.file}${taken(s.withdrawn)}`,
    )
  if (files > 1) call.note(`${n(files)} files in it: --json lists them.`)
  if (told)
    call.note(
      `${told} more ${told === 1 ? 'entry of another record tells' : 'entries of another record tell'} of this table; those rows are not here.`,
    )
}

const diffs: Sub = async (call, words) => {
  const [dataset, a, b, ...more] = words
  if (dataset === undefined || more.length) throw new Usage('A dataset is wanted, and at most two snapshots.')
  const record = await call.open()
  return record.read(reader(call), async db => {
    const t = await opened(db, dataset)
    const [before, newer] = pairOf(t, b === undefined ? undefined : snapshotNumber(b, t))
    const older = a === undefined ? before : snapshotNumber(a, t)
    for (const n of [older, newer]) if (t.withdrawn.has(n)) call.note(`Snapshot ${n} is ${withdrawnInWords(t.withdrawn.get(n)!)}.`)
    if (older < 1) {
      call.note(`${dataset} has one snapshot${t.withdrawn.size ? ' that stands' : ''}: nothing to compare.`)
      if (call.values['json']) call.out(JSON.stringify({ dataset, older: null, newer, lost: [], items: [], next: null }))
      return 0
    }
    const page = await cursorHeld(() => diff(db, t, older, newer, { limit: limit(call), after: text(call, 'after') }))
    const lost = text(call, 'after') === undefined ? await losses(db, t, older, newer) : []
    const all = await counted(db, t, older, newer)
    if (call.values['json']) {
      call.out(JSON.stringify({ dataset, older, newer, counted: all, lost, items: page.changes, next: page.next ?? null }, null, 2))
      return 0
    }
    if (page.changes.length || lost.length) call.out(inShort(all))
    for (const l of lost) call.out(`${l.unread === l.rows ? '?   ' : 'LOST'}  ${l.says}`)
    for (const c of page.changes)
      call.out(
        `${c.what === 'added' ? 'new ' : c.lost ? 'LOST' : c.unread ? '?   ' : 'now '}  ${c.says}  [snapshot ${c.snapshot}, line ${c.line}; key ${shell(c.key)}]`,
      )
    if (!page.changes.length && !lost.length)
      call.note(t.opens === 'closed' ? 'Nothing that this reader may see differs.' : 'Nothing differs.')
    if (page.next) call.note(`More follows: --after ${page.next}`)
    return 0
  })
}

const past: Sub = async (call, words) => {
  const [dataset, key, column, ...more] = words
  if (dataset === undefined || key === undefined || more.length)
    throw new Usage('A dataset, the name of a row, and perhaps a column are wanted.')
  const record = await call.open()
  return record.read(reader(call), async db => {
    const t = await opened(db, dataset)
    const layout = t.layoutOf(t.latest)
    if (column !== undefined && !layout.columns.some(c => c.name === column))
      throw new Usage(
        `${dataset} has no column ${JSON.stringify(column)}${nearest(
          column,
          layout.columns.map(c => c.name),
        )}. Its columns: ${layout.columns.map(c => c.name).join(', ')}.`,
      )
    const like = async (): Promise<string> => {
      const keys = await keysLike(db, t, key)
      return keys.length ? ` Such as ${keys.map(shell).join(', ')}.` : ''
    }
    const found = await cursorHeld(() => history(db, t, key, column), like)
    if (call.values['json'])
      call.out(JSON.stringify(found ? { dataset, ...found } : { dataset, key, column: column ?? null, stood: [] }, null, 2))
    else if (!found)
      call.note(
        `No row of ${dataset} is named ${JSON.stringify(key)}, or not for this reader. A row is named by ${layout.key.join(' | ')}.${await like()}`,
      )
    else
      for (const s of found.stood) {
        const until = s.until === null ? 'stands' : `until snapshot ${s.until - 1}`
        const what =
          s.value === null
            ? Object.entries(s.row)
                .flatMap(([c, v]) => (v.trim() && !layout.key.includes(c) ? [`${c} ${shortened(v, 60)}`] : []))
                .join(', ')
            : s.value.trim() || 'nothing'
        call.out(
          `since snapshot ${s.from} (${s.asPublished ?? s.recordedAt.slice(0, 10)})${taken(t.withdrawn.get(s.from))}, ${until}${s.repeat > 1 ? `, row ${s.repeat} of this name` : ''}, line ${s.line}: ${what}`,
        )
      }
    return 0
  })
}

const layouts: Sub = async (call, words) => {
  none(words)
  const record = await call.open()
  const brought = await record.read(reader(call), async db => {
    const found: Layout[] = []
    for (const d of await datasets(db)) {
      const t = (await table(db, d.dataset))!
      const now = t.layoutOf(t.latest)
      if (!LAYOUTS.some(l => l.layout === now.layout)) found.push(now)
    }
    return found
  })
  if (call.values['json']) call.out(JSON.stringify([...LAYOUTS, ...brought], null, 2))
  else {
    for (const l of LAYOUTS)
      call.out(
        `${l.dataset.padEnd(24)} ${l.layout.padEnd(28)} ${l.file.form.padEnd(5)} ${String(l.columns.length).padStart(3)} columns  ${l.producer}: ${l.title}`,
      )
    for (const l of brought)
      call.out(
        `${l.dataset.padEnd(24)} ${l.layout.padEnd(28)} ${l.file.form.padEnd(5)} ${String(l.columns.length).padStart(3)} columns  brought by a reader: ${l.title}`,
      )
  }
  return 0
}

const odd: Sub = async (call, words) => {
  const dataset = oneDataset(words, 1)
  const after = text(call, 'after')
  if (after !== undefined && !/^\d{1,9}$/.test(after)) throw new Usage('--after wants what the page before gave.')
  const record = await call.open()
  return record.read(reader(call), async db => {
    const t = await opened(db, dataset)
    const snapshot = numbered(call, 'snapshot', t.latest) ?? t.newest ?? t.latest
    const most = limit(call)
    const rows = await problems(db, dataset, snapshot, { limit: most, after: after === undefined ? undefined : Number(after) })
    if (call.values['json'])
      call.out(JSON.stringify({ dataset, snapshot, items: rows, next: rows.length === most ? rows.at(-1)!.n : null }, null, 2))
    else {
      for (const p of rows)
        call.out(
          `${p.kind === 'bad' ? 'not understood' : p.kind === 'check' ? 'does not add up' : 'understood'}: ${p.column ? `${p.column}: ` : ''}${p.says} (${where({ rows: p.rows, at: p.lines.map(([, line]) => ({ line })) })})`,
        )
      if (!rows.length)
        call.note(
          t.opens === 'closed' && call.values['public'] ? 'Of a closed table this is for cleared readers.' : 'Nothing odd was found in it.',
        )
      if (rows.length === most) call.note(`More may follow: --after ${rows.at(-1)!.n}`)
    }
    return 0
  })
}

const SUBS: Readonly<Record<string, Sub>> = { add, list, show, diff: diffs, history: past, layouts, problems: odd }

const none = (words: readonly string[]): void => {
  if (words.length) throw new Usage(`Unexpected: ${words.join(' ').slice(0, 80)}.`)
}
const oneDataset = (words: readonly string[], most: number): string => {
  if (words[0] === undefined || words.length > most) throw new Usage('One dataset is wanted.')
  return words[0]
}
const opened = async (db: Sql, dataset: string): Promise<Table> => {
  const t = await table(db, dataset)
  if (!t) throw await unknown(db, dataset)
  return t
}
const unknown = async (db: Sql, dataset: string): Promise<Failure> =>
  new Failure(
    `No dataset ${JSON.stringify(dataset.slice(0, 80))} is on this record${nearest(
      dataset,
      (await datasets(db)).map(d => d.dataset),
    )}.`,
    'peaceops archive list names those that are; peaceops archive add puts one there.',
  )
const snapshotNumber = (word: string, t: Table): number => {
  if (!/^[1-9]\d{0,8}$/.test(word) || Number(word) > t.latest)
    throw new Usage(`${JSON.stringify(word.slice(0, 40))} is no snapshot of ${t.dataset}: it has 1 to ${t.latest}.`)
  return Number(word)
}
const numbered = (call: Call, option: string, most: number): number | undefined => {
  const value = text(call, option)
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(value) || Number(value) > most) throw new Usage(`--${option} ${value}: a number from 1 to ${most} is wanted.`)
  return Number(value)
}
const limit = (call: Call): number => numbered(call, 'limit', 100_000) ?? 100
/** What somebody typed and cannot be read is a wrong call. */
const cursorHeld = async <T>(ask: () => Promise<T>, such: () => Promise<string> = async () => ''): Promise<T> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof RangeError) throw new Usage(`${error.message[0]!.toUpperCase()}${error.message.slice(1)}.${await such()}`)
    throw error
  }
}
