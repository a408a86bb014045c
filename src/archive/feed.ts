import type { Sql } from '../kernel/database/pools.ts'
import { counted } from './counted.ts'
import type { Dataset, Snapshot } from './datasets.ts'
import { diff } from './diff.ts'
import { beyondRows, losses } from './losses.ts'
import type { Table } from './table.ts'
import { type Counted, differs, headline, inShort } from './told.ts'
import { withdrawnInWords } from './withdrawn.ts'

const xml = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd').replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`)
const MOST_TOLD = 20

/** From the snapshot before: in short, then whole parts that are gone, then row by row. */
const changesOf = async (db: Sql, t: Table, snapshot: number, n: Counted): Promise<string[]> => {
  const page = await diff(db, t, snapshot - 1, snapshot, { limit: MOST_TOLD })
  const lost = beyondRows(await losses(db, t, snapshot - 1, snapshot, MOST_TOLD), page)
  return [
    ...(differs(n) ? [inShort(n)] : []),
    ...lost.map(l => `${l.unread === l.rows ? '' : 'Lost: '}${l.says}`),
    ...page.changes.map(c => `${c.lost ? 'Lost: ' : ''}${c.says}`),
  ]
}
/**
 * The changes of one table as an Atom feed (RFC 4287): an item a snapshot, losses first. Its links are relative and its name is its own: what
 * a request calls this house stands nowhere in it, for a cache may give it to others.
 */
export const feedOf = async (db: Sql, d: Dataset, t: Table, all: readonly Snapshot[]): Promise<string> => {
  const at = `/archive/${d.dataset}`
  const items: string[] = []
  for (const s of all) {
    const n = s.snapshot === 1 ? undefined : await counted(db, t, s.snapshot - 1, s.snapshot)
    const lines = n === undefined ? [`The first snapshot: ${s.rows.toLocaleString('en')} rows.`] : await changesOf(db, t, s.snapshot, n)
    if (s.withdrawn) lines.unshift(`This snapshot is ${withdrawnInWords(s.withdrawn)}.`)
    const title = `${d.title}: ${n === undefined ? 'first snapshot' : headline(n)}`
    const page = s.snapshot === 1 ? at : `${at}/changes?older=${s.snapshot - 1}&newer=${s.snapshot}`
    items.push(
      `<entry><id>urn:uuid:${s.entry}</id><title>${xml(title)}</title><updated>${new Date(s.recordedAt).toISOString()}</updated><link href="${xml(page)}"/><content type="text">${xml(lines.join('\n') || 'Nothing that is public differs.')}</content></entry>`,
    )
  }
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:peaceops:archive:${d.dataset}</id><title>${xml(`What changed in: ${d.title}`)}</title><author><name>peaceops</name></author><updated>${new Date(all[0]?.recordedAt ?? 0).toISOString()}</updated><link rel="self" href="${at}/feed.atom"/><link href="${at}"/>
${items.join('\n')}
</feed>
`
}
