import { type Dataset, datasets, filesOf, type Snapshot, snapshots, toldOnly } from '../../../archive/datasets.ts'
import type { Layout } from '../../../archive/layout.ts'
import { LAYOUTS } from '../../../archive/layouts/index.ts'
import { placesInWords } from '../../../archive/noted.ts'
import { placesOf, problems } from '../../../archive/problems.ts'
import { table } from '../../../archive/table.ts'
import { reader, text } from '../asking.ts'
import { type Call, Usage } from '../command.ts'
import { limit, n, none, numbered, oneDataset, opened, rowsOf, type Sub, taken, unknown } from './asked.ts'

// What tables are kept, what is known of one, by which layouts files are read, and what was odd in them.

export const list: Sub = async (call, words) => {
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
const span = (s: Snapshot): string => (s.from === null ? '' : s.from === s.to ? s.from : `${s.from} to ${s.to}`)

export const show: Sub = async (call, words) => {
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

export const layouts: Sub = async (call, words) => {
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

export const odd: Sub = async (call, words) => {
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
          `${p.kind === 'bad' ? 'not understood' : p.kind === 'check' ? 'does not add up' : 'understood'}: ${p.column ? `${p.column}: ` : ''}${p.says} (${placesInWords(p.rows, placesOf(p))})`,
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
