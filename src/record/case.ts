import { CompiledQuery } from 'kysely'
import type { Doubt } from '../kernel/chapter.ts'
import type { Sql } from '../kernel/database/pools.ts'
import { type Day, toIso } from '../kernel/day.ts'
import { type Body, type Entry, edtfOf, MARKINGS, type Marking, readFace, type WrittenFace } from '../kernel/ledger/entry.ts'
import { instant } from '../kernel/ledger/known.ts'
import { loadSubjects } from '../kernel/ledger/load.ts'
import { derive, firstNamed, type Law, markingOf, type Whose, whose } from '../kernel/ledger/subject.ts'
import type { ObligationSpan } from '../kernel/rules/clock.ts'
import { asOf } from '../kernel/rules/derive.ts'
import { standing } from '../kernel/rules/face.ts'
import type { HolderSpan } from '../kernel/rules/holder.ts'
import { type BoardRow, boardRow, publicIds } from './board-row.ts'
import { CHAPTERS } from './chapters.ts'
import { asDb, lawOf } from './law.ts'
import type { Held } from './order.ts'
import { type Row as ObligationRow, type Owed, owedOf, spanOf } from './owed.ts'

/** One entry as it is shown: with its public name, and with how long after the day it was recorded. */
export interface Shown extends Entry {
  readonly name: string
  readonly recordedAt: string
  /** Days between the day it happened and the day it was recorded; late recording is not late acting, and is never hidden. */
  readonly lag: number
  /** A later entry says that this one never was. */
  readonly superseded: boolean
}
export interface Case {
  readonly subject: string
  readonly marking: Marking
  readonly law: Law
  readonly entries: readonly Shown[]
  /** All spans, over all time; and those of the day asked for. */
  readonly spans: readonly ObligationSpan[]
  readonly owed: readonly Owed[]
  readonly holders: readonly HolderSpan[]
  readonly doubts: readonly Doubt[]
  readonly names: ReadonlyMap<string, string>
  /** This reader is cleared for some States or missions, and entries about others may be missing (docs/decisions/0010). */
  readonly part: boolean
}

interface Row {
  seq: number
  id: string
  face: string
  recorded_at: string
  marking: Marking
  origin_system: string | null
  origin_id: string | null
  json: string | null
}

/** The whole of one subject as this reader may see it, as it stood on a day and as it was known at a position. `undefined`: nothing that this reader may see. */
export const caseOf = async (db: Sql, subject: string, on: Day, knownAt?: number): Promise<Case | undefined> => {
  const { rows } = await db.executeQuery<Row>(
    CompiledQuery.raw(
      `select e.seq, e.id, e.face, e.recorded_at, e.marking, e.origin_system, e.origin_id, b.json from entry e left join body b using (ledger, seq)
       where e.ledger = 1 and e.subject = $1 and e.seq <= $2 order by e.nth`,
      [subject, knownAt ?? Number.MAX_SAFE_INTEGER],
    ),
  )
  if (!rows.length) return undefined
  const law = await lawOf(db, knownAt)
  const read = rows.map(shown)
  const faces = read.map(e => e.face)
  const live = new Set(standing(faces).map(f => f.id))
  const part = await readsPart(db)
  const derived = part && knownAt === undefined ? await stored(db, subject) : derive(law, faces)
  const about = faces.reduce<Whose>(firstNamed, { mission: null, state: null })
  const holder = asOf(derived.holders, on)[0]?.office ?? null
  const started = derived.spans.filter(s => s.begins <= on)
  return {
    subject,
    marking: markingOf(read[0]!.written.marking, faces),
    law,
    entries: read.map(e => ({ ...e, superseded: e.face.type !== 'EntrySuperseded' && !live.has(e.face.id) })),
    spans: started,
    owed: asOf(started, on).map(span => owedOf(law, span, { ...whose(span.about, about), holder })),
    holders: derived.holders,
    doubts: CHAPTERS.flatMap(c => c.doubts(faces)),
    names: new Map(read.map(e => [e.face.id, e.name])),
    part,
  }
}
/** The public reads a public case whole, the operator each; who is cleared for some States or missions reads of a case what concerns these. */
const readsPart = async (db: Sql): Promise<boolean> =>
  (await db.executeQuery<{ part: boolean }>(CompiledQuery.raw('select tier() >= 0 and not everything() as part'))).rows[0]!.part
/** What follows from the whole case, so far as this reader may see it: from a part of the entries other clocks would follow, and false ones. */
const stored = async (db: Sql, subject: string): Promise<{ spans: readonly ObligationSpan[]; holders: readonly HolderSpan[] }> => {
  const rows = async <T>(sql: string): Promise<readonly T[]> => (await db.executeQuery<T>(CompiledQuery.raw(sql, [subject]))).rows
  const spans = await rows<ObligationRow>(
    'select *, null as holder from obligation where ledger = 1 and subject = $1 order by duty, key, since',
  )
  const holders = await rows<{ office: string; from: Day; to: Day; grounds: string }>(
    `select office, since as from, until as to, grounds from holder where ledger = 1 and subject = $1 order by since`,
  )
  return { spans: spans.map(spanOf), holders: holders.map(h => ({ ...h, subject, grounds: JSON.parse(h.grounds) as string[] })) }
}
const shown = (r: Row): Shown => {
  const written = JSON.parse(r.face) as WrittenFace
  const face = readFace(r.seq, written)
  const recordedAt = instant(r.recorded_at)
  return {
    face,
    written,
    body: r.json === null ? undefined : (JSON.parse(r.json) as Body),
    name: r.origin_system === null || r.origin_system === 'sha256' ? r.id : r.origin_id!,
    recordedAt,
    lag: Math.max(0, Math.floor(Date.parse(recordedAt) / 86_400_000) - face.latest),
    superseded: false,
  }
}

/** An entry as an interchange line: what leaves the record is what enters it. */
export const asLine = (e: Shown, marking: Marking = e.written.marking): Record<string, unknown> => {
  const { written: w, body } = e
  return {
    id: e.name,
    chapter: w.chapter,
    type: w.type,
    subject: w.subject,
    occurredOn: edtfOf(w),
    marking: MARKINGS[marking],
    ...(body && body.marking !== marking ? { bodyMarking: MARKINGS[body.marking] } : {}),
    ...(body?.origin && body.origin.system !== 'interchange' && body.origin.system !== 'sha256' ? { origin: body.origin.system } : {}),
    ...(body?.source ? { source: body.source } : {}),
    ...(body?.office ? { office: body.office } : {}),
    door: w.door,
    recordedAt: w.recordedAt,
    data: { ...w.is, ...body?.data },
  }
}
/** `case --json`, and the same in the API. */
export const caseJson = (c: Case, on: Day) => ({
  subject: c.subject,
  marking: MARKINGS[c.marking],
  on: toIso(on),
  ...(c.part ? { part: true } : {}),
  obligations: c.owed.map((o): BoardRow => boardRow(o, on, c.names)),
  history: [...Map.groupBy(c.spans, s => s.key).values()].map(spans => ({
    duty: spans[0]!.duty,
    debtor: spans[0]!.debtor,
    spans: spans.map(s => ({
      from: toIso(s.from),
      state: s.state,
      due: s.due < 2_147_483_647 ? toIso(s.due) : null,
      disputed: s.disputed,
    })),
  })),
  holders: c.holders.map(h => ({ office: h.office, from: toIso(h.from), to: h.to < 2_147_483_647 ? toIso(h.to) : null })),
  doubts: c.doubts.map(d => ({ entry: c.names.get(d.entry) ?? d.entry, says: d.says })),
  entries: c.entries.map(e => ({ ...asLine(e, c.marking), recordedAfterDays: e.lag, ...(e.superseded ? { superseded: true } : {}) })),
})

/** Every entry that this reader may see, in the order of the ledger, one line each. The kernel's own two subjects stay behind: another record has its own rulebook. */
export async function* exported(db: Sql): AsyncGenerator<Record<string, unknown>> {
  for (let last = 0; ; ) {
    const { rows } = await db.executeQuery<Row & { subject: string }>(
      CompiledQuery.raw(
        `select e.seq, e.id, e.subject, e.face, e.recorded_at, e.marking, e.origin_system, e.origin_id, b.json from entry e left join body b using (ledger, seq)
         where e.ledger = 1 and e.seq > $1 order by e.seq limit 1000`,
        [last],
      ),
    )
    const corrected = rows.map(shown)
    const names = await publicIds(
      db,
      corrected.flatMap(e => (e.face.type === 'EntrySuperseded' ? [String(e.written.is['entry'])] : [])),
    )
    for (const [i, e] of corrected.entries()) {
      if (rows[i]!.subject === 'RULEBOOK' || rows[i]!.subject === 'HORIZON') continue
      const line = asLine(e, rows[i]!.marking)
      yield e.face.type === 'EntrySuperseded'
        ? { ...line, data: { ...(line['data'] as object), entry: names.get(String(e.written.is['entry'])) ?? e.written.is['entry'] } }
        : line
    }
    if (rows.length < 1000) return
    last = rows.at(-1)!.seq
  }
}
/** What one subject holds, for the doors that judge a line by it. */
export const heldOf = async (db: Sql, subject: string): Promise<Held> =>
  (await loadSubjects(asDb(db), 1, [subject])).get(subject) ?? { faces: [], names: new Map() }
