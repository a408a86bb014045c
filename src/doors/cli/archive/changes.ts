import { counted } from '../../../archive/counted.ts'
import { diff, earlierFirst } from '../../../archive/diff.ts'
import { history, keysLike } from '../../../archive/history.ts'
import { beyondRows, losses } from '../../../archive/losses.ts'
import { pairOf } from '../../../archive/table.ts'
import { differs, inShort, shortened } from '../../../archive/told.ts'
import { withdrawnInWords } from '../../../archive/withdrawn.ts'
import { shell } from '../../../record/pages/view.ts'
import { nearest } from '../../../record/spelling.ts'
import { reader, text } from '../asking.ts'
import { Usage } from '../command.ts'
import { cursorHeld, limit, opened, type Sub, snapshotNumber, taken } from './asked.ts'

// What changed between two snapshots, and what one row or cell said from one to the next.

export const diffs: Sub = async (call, words) => {
  const [dataset, a, b, ...more] = words
  if (dataset === undefined || more.length) throw new Usage('A dataset is wanted, and at most two snapshots.')
  const record = await call.open()
  return record.read(reader(call), async db => {
    const t = await opened(db, dataset)
    const [before, newer] = pairOf(t, b === undefined ? undefined : snapshotNumber(b, t))
    const older = a === undefined ? before : snapshotNumber(a, t)
    await cursorHeld(
      async () => earlierFirst(older, newer),
      async () => ` peaceops archive diff ${dataset} ${newer} ${older}`,
    )
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
      call.out(
        JSON.stringify(
          { dataset, older, newer, says: inShort(all), counted: all, lost, items: page.changes, next: page.next ?? null },
          null,
          2,
        ),
      )
      return 0
    }
    if (differs(all)) call.out(inShort(all))
    else call.note(inShort(all))
    for (const l of beyondRows(lost, page)) call.out(`${l.unread === l.rows ? '?   ' : 'LOST'}  ${l.says}`)
    for (const c of page.changes)
      call.out(
        `${c.what === 'added' ? 'new ' : c.lost ? 'LOST' : c.unread ? '?   ' : 'now '}  ${c.says}  [snapshot ${c.snapshot}, line ${c.line}; key ${shell(c.key)}]`,
      )
    if (page.next) call.note(`More follows: --after ${page.next}`)
    return 0
  })
}

export const past: Sub = async (call, words) => {
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
        const until =
          s.until === null ? 'stands' : `${found.stood.some(next => next.from === s.until) ? 'otherwise' : 'gone'} in snapshot ${s.until}`
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
