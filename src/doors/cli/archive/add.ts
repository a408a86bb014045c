import { type Added, addSnapshot } from '../../../archive/add.ts'
import { counted } from '../../../archive/counted.ts'
import { readLayout } from '../../../archive/declared.ts'
import { placesInWords } from '../../../archive/noted.ts'
import { pairOf, table } from '../../../archive/table.ts'
import { type Counted, differs, inShort } from '../../../archive/told.ts'
import type { Sql } from '../../../kernel/database/pools.ts'
import { OPERATOR, today } from '../../../record/record.ts'
import { dayOf, progress, text } from '../asking.ts'
import { type Call, Usage } from '../command.ts'
import { n, rowsOf, type Sub } from './asked.ts'

// Puts a file on the record, and says what was understood of it.

export const add: Sub = async (call, words) => {
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
  else told(call, added, added.is === 'added' ? await record.read(OPERATOR, db => sinceBefore(db, added)) : undefined)
  return added.is === 'refused' || (added.is === 'added' && added.notUnderstood) ? 1 : 0
}
/** What differs from the snapshot before it, as the diff counts it. */
const sinceBefore = async (db: Sql, { dataset, snapshot }: Extract<Added, { is: 'added' }>): Promise<Counted | undefined> => {
  const t = await table(db, dataset)
  const [older, newer] = t ? pairOf(t, snapshot) : [0, 0]
  return t && older > 0 ? counted(db, t, older, newer) : undefined
}
const told = (call: Call, a: Added, since: Counted | undefined): void => {
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
      `${s.kind === 'check' ? 'does not add up: ' : ''}${s.column ? `${s.column}: ` : ''}${s.says}${s.rows > 1 || s.at[0]?.line || s.at[0]?.name ? ` (${placesInWords(s.rows, s.at)})` : ''}`,
    )
  if (a.said.length > 50) call.note(`And more is said: peaceops archive problems ${a.dataset}.`)
  if (a.left.length) call.note(`Left out of the folder: ${a.left.slice(0, 10).join(', ')}${a.left.length > 10 ? ' and more' : ''}.`)
  call.note(
    `${a.dataset}, snapshot ${a.snapshot}: ${rowsOf(a.rows)} by ${a.layout}${a.notUnderstood ? `; ${n(a.notUnderstood)} not understood` : ''}. Entry ${a.receipt.seq}, SHA-256 ${a.hash}.`,
  )
  if (a.stayed.parts)
    call.note(
      `It does not hold ${n(a.stayed.parts)} ${a.stayed.parts === 1 ? 'part' : 'parts'} of the table that ${a.stayed.parts === 1 ? 'stands' : 'stand'} on the record: ${rowsOf(a.stayed.rows)} stay as before.`,
    )
  if (since) call.note(`${inShort(since)}${differs(since) ? ` peaceops archive diff ${a.dataset} tells what.` : ''}`)
}
