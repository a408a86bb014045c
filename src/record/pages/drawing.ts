import { CompiledQuery } from 'kysely'
import type { Sql } from '../../kernel/database/pools.ts'
import { type Day, FOREVER } from '../../kernel/day.ts'
import { readFace, type WrittenFace } from '../../kernel/ledger/entry.ts'
import { type Face, fitsAny } from '../../kernel/rules/face.ts'
import { type BoardRow, quoted } from '../../paper/board-table.tsx'
import type { Drawn } from '../../paper/drawn.ts'
import { messagesFor } from '../../paper/messages.ts'
import { isSimulated } from '../names.ts'
import type { Owed } from '../owed.ts'
import { actWords } from './chapters.ts'
import { capital, debtorOf, officeOf, to, type View } from './view.ts'
import { POINTING } from './words/acts.ts'

/** `says`: what the entry says, where this reader may see it; `standing`: how sure its source is. */
export type Faces = ReadonlyMap<string, Face & { readonly says?: string | null; readonly standing?: string | null }>

/** The faces on which these obligations rest: how exactly their days are known, who said that nothing came, and what the first of them says. */
export const facesBehind = async (db: Sql, owed: readonly Owed[]): Promise<Faces> => {
  const ids = [...new Set(owed.flatMap(o => o.span.grounds))]
  if (!ids.length) return new Map()
  const { rows } = await db.executeQuery<{ seq: number; id: string; face: string; says: string | null; standing: string | null }>(
    CompiledQuery.raw(
      `select e.seq, e.id, e.face, b.json::json->'data'->>'says' as says, b.json::json->'source'->>'standing' as standing from entry e left join lateral (select json from body where ledger = 1 and seq = e.seq offset 0) b on true
       where e.ledger = 1 and e.id = any ($1::uuid[])`,
      [ids],
    ),
  )
  return new Map(rows.map(r => [r.id, { ...readFace(r.seq, JSON.parse(r.face) as WrittenFace), says: r.says, standing: r.standing }]))
}
/** What is owed in the words of the entry that opened it, where the duty only points at them: quoted, and where it is only remembered, said to be. */
export const ownWordsOf = (lang: string, { span, rule, sure }: Owed, faces: Faces): string | undefined => {
  const told = faces.get(span.grounds[0] ?? '')
  if (!POINTING.has(rule?.act ?? '') || !told?.says) return undefined
  const remembered = sure.standing === 'remembered' || told.standing === 'remembered'
  return remembered ? `${capital(lang, messagesFor(lang).standing.remembered)}: ${told.says}` : quoted(told.says)
}

const ENDED = new Set(['met', 'met late', 'waived', 'excused'])
/** One obligation as it is drawn: a day that a source did not know becomes a box as wide as what is not known. */
export const drawnOf = (o: Owed, faces: Faces): Drawn => {
  const { span, rule, binding } = o,
    trigger = faces.get(span.grounds[0] ?? ''),
    last = faces.get(span.grounds.at(-1) ?? ''),
    ended = ENDED.has(span.state)
  const stated = span.grounds.map(id => faces.get(id)).find(f => f !== undefined && fitsAny(rule?.silenceStatedBy, f))
  return {
    state: span.state,
    binding,
    start: span.start,
    due: span.due,
    from: span.from,
    opened: span.begins,
    numbered: rule !== undefined && rule.within !== 'without delay',
    disputed: span.disputed,
    dues: span.dues,
    ...(trigger && trigger.occurredOn !== trigger.latest && trigger.latest === span.start
      ? { startRange: [trigger.occurredOn, trigger.latest] as const }
      : {}),
    ...(ended && last && last.occurredOn !== last.latest ? { actRange: [later(last.occurredOn, span.from), last.latest] as const } : {}),
    ...(span.state === 'overdue' && stated ? { stated: stated.latest } : {}),
  }
}
const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** How an obligation presses, the smaller the more: what is overdue (0) is never folded away; then what runs, what had a day, and the rest. */
export const pressing = ({ span: { state, due } }: Owed): number =>
  state === 'overdue' ? 0 : RUNS.has(state) ? 1 : due === FOREVER ? 3 : 2
const RUNS = new Set(['open', 'stopped', 'elapsing'])

/** Rows of a board, in the order in which they came. */
export const rowsOf = (v: View, owed: readonly Owed[], faces: Faces, why = true): BoardRow[] =>
  owed.map((o): BoardRow => {
    const { span } = o,
      debtor = debtorOf(v.lang, span.debtor, o.mission)
    return {
      debtorName: debtor.name,
      debtorCode: debtor.code,
      debtorHref: span.debtor.includes('.') ? undefined : to(v, `/states/${span.debtor}`),
      href: to(v, `/cases/${encodeURIComponent(span.subject)}`),
      act: capital(v.lang, actWords(v.lang, span.duty, o.rule?.act ?? span.duty)),
      says: ownWordsOf(v.lang, o, faces),
      subject: span.subject,
      mission: o.mission ?? undefined,
      sure: o.sure,
      drawn: drawnOf(o, faces),
      holderName: o.holder === null ? undefined : officeOf(v.lang, o.holder),
      holderDone: ENDED.has(span.state),
      simulated: isSimulated(span.subject),
      ...(why ? { why: o.why } : {}),
    }
  })
/** Days that a drawing of a case must reach. */
export const daysOf = (d: Drawn, on: Day): Day[] =>
  [d.start, d.due, ...(d.startRange ?? []), ...(d.actRange ?? []), ...(ENDED.has(d.state) ? [d.from] : []), on].filter(
    t => Math.abs(t) !== FOREVER,
  )
