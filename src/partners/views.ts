import { CompiledQuery } from 'kysely'
import type { Asked, Question } from '../kernel/chapter.ts'
import { clockAt, fields, sourceAt } from '../kernel/columns.ts'
import type { Sql } from '../kernel/database/pools.ts'
import type { Day } from '../kernel/day.ts'
import type { Source } from '../kernel/ledger/entry.ts'
import { text } from '../kernel/ledger/fields.ts'
import { clockOf, groundsOf, owedOn, type Standing } from '../kernel/ledger/owed.ts'
import { type Told, told } from '../kernel/ledger/told.ts'
import { byText } from '../kernel/order.ts'
import { type Duty, sureOf } from '../kernel/rules/rulebook.ts'
import { messagesFor } from '../paper/messages.ts'
import { standsAs, sureInWords } from '../paper/words.ts'
import { duties, reportOperation, review } from './duties.ts'
import { entries } from './entries.ts'

// The calendar of what was agreed with partners: paragraph, what is due, on what day, what was issued. Where a duty has no instance it says so.

/** What an instrument asks, how firmly, and how sure we are of its words and of its limit. `paragraph`: null where we have not read its number. */
const asks = (d: Duty, debtor: string) => ({
  duty: d.duty,
  act: d.act,
  debtor,
  instrument: d.cites.instrument,
  paragraph: d.cites.at ?? null,
  binding: d.binding,
  ...sureOf(d),
})
const issued = (d: Duty, grounds: readonly string[], told: readonly Told[]) =>
  told
    .filter(t => grounds.includes(t.face.id) && d.metBy.some(p => p.type === t.face.type))
    .map(({ face, on, says, source }) => ({ document: text(face.is['document']), on, says, source }))
const dueOf = (o: Standing, told: readonly Told[]) => {
  const d = duties.find(x => x.duty === o.duty)!
  return {
    kind: 'due' as const,
    ...asks(d, o.debtor),
    subject: o.subject,
    mission: o.mission,
    ...clockOf(o, d),
    issued: issued(d, groundsOf(o), told),
  }
}
export type Due = ReturnType<typeof dueOf>
const noInstance = (d: Duty, debtor: string) => ({
  kind: 'no instance' as const,
  ...asks(d, debtor),
  says: 'No instance: no operation is authorised under the resolution on this record.',
})
export type NoInstance = ReturnType<typeof noInstance>
/** Owed in a mission whose force has changed its hat, in a file that nobody was named to receive. */
export interface NoReceiver {
  readonly kind: 'no receiver'
  readonly subject: string
  readonly duty: string
  readonly debtor: string
  readonly from: string
  readonly to: string
}
export interface Said {
  readonly kind: 'told'
  readonly subject: string
  readonly type: string
  readonly on: string
  readonly says: string | null
  readonly source: Source | null
}
export type CalendarRow = Due | NoInstance | NoReceiver | Said

const MOST = 100 // of each duty and marking, and of what nobody received
const MARKED = `cross join unnest('{0,1,2,3}'::smallint[]) m(marking)`
const UNDER_WAY = "('open', 'stopped', 'elapsing', 'overdue', 'silent')"
const TYPES = [...Object.keys(entries), 'InstrumentAdopted', 'FigureReported']

/** What is still owed under an old hat, in files that no `ReHatted` carried across? */
const dropped = async (db: Sql, on: Day, hats: readonly Told[]): Promise<readonly NoReceiver[]> => {
  const moves = [...new Map(hats.map(h => [String(h.face.is['from']), h])).values()]
  if (!moves.length) return []
  const { rows } = await db.executeQuery<{ subject: string; duty: string; debtor: string; mission: string }>(
    CompiledQuery.raw(
      `select o.* from unnest($1::text[]) h(mission) ${MARKED} cross join lateral (
         select subject, duty, debtor, mission from obligation
         where ledger = 1 and marking = m.marking and mission = h.mission and begins <= $2 and since <= $2 and until > $2
           and stands in ${UNDER_WAY} and subject <> all ($3) order by rank, debtor, begins, key, since limit ${MOST}) o`,
      [moves.map(h => String(h.face.is['from'])), Number(on), hats.map(h => h.face.subject)],
    ),
  )
  return rows.map(({ mission, ...o }) => ({
    kind: 'no receiver',
    ...o,
    from: mission,
    to: String(moves.find(h => h.face.is['from'] === mission)?.face.is['to']),
  }))
}

const rows = async (db: Sql, { on }: Asked): Promise<readonly CalendarRow[]> => {
  const its = (await told(db, { types: TYPES, chapters: ['partners'], on })) ?? []
  const owed = (await owedOn(db, { duties: duties.map(d => d.duty), on, most: MOST })).map(o => dueOf(o, its))
  // The United Nations first, then its partners, then States; under each what is due first.
  const rank = (o: Due): number => (o.debtor.startsWith('un.') ? 0 : o.debtor.includes('.') ? 1 : 2)
  const dated = owed.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      byText(a.due ?? '9', b.due ?? '9') ||
      byText(a.duty, b.duty) ||
      byText(a.debtor, b.debtor) ||
      byText(a.subject, b.subject),
  )
  const none = owed.some(o => o.duty === review.duty) && !owed.some(o => o.duty === reportOperation.duty)
  return [
    ...dated,
    ...(none ? [noInstance(reportOperation, 'un.sg')] : []),
    ...(await dropped(
      db,
      on,
      its.filter(t => t.face.type === 'ReHatted'),
    )),
    ...its.map(
      ({ face, on: day, says, source }): Said => ({ kind: 'told', subject: face.subject, type: face.type, on: day, says, source }),
    ),
  ]
}

export const calendar: Question<CalendarRow> = {
  name: 'calendar',
  says: 'what was agreed with partners: paragraph, what is due, on what day, what was issued',
  columns: {
    ...fields('kind', 'subject', 'mission', 'duty', 'act', 'debtor'),
    instrument: '#meta+text+name',
    ...fields('paragraph'),
    ...clockAt(),
    'issued.document': '#event+document',
    'issued.on': '#date+issued',
    'issued.says': '#description+issued',
    ...sourceAt('issued.source'),
    from: '#org+from',
    to: '#org+to',
    ...fields('type', 'on', 'says'),
    ...sourceAt(),
  },
  options: {},
  rows,
  line: row => {
    switch (row.kind) {
      case 'due':
        return [
          row.due ?? 'no day    ',
          standsAs(row),
          row.debtor,
          row.act,
          `${row.instrument}, ${row.paragraph ?? 'paragraph not read'} (${sureInWords(row)})`,
          row.subject,
          row.issued.map(i => `${i.document ?? 'done'}, ${i.on}`).join('; ') || messagesFor('en').nothing.toLowerCase(),
        ].join(' · ')
      case 'no instance':
        return ['no day    ', row.debtor, row.act, row.instrument, row.says].join(' · ')
      case 'no receiver':
        return ['no day    ', row.subject, row.duty, row.debtor, `${row.from} became ${row.to}, and nobody was named to receive this`].join(
          ' · ',
        )
      case 'told':
        return [row.on, row.subject, row.says ?? 'what it says is not public', row.source?.title ?? 'no source given'].join(' · ')
    }
  },
}
